//! Results to standard output, messages to standard error.

use std::io::Write;
use uppsikt_messages::{Lang, Message};

/// Prints a result. A reader that has closed its end is no fault of ours.
pub fn result(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes());
    if !text.ends_with('\n') {
        let _ = out.write_all(b"\n");
    }
}

/// Tells a message.
pub fn tell(message: &Message, lang: Lang) {
    eprintln!("{}", message.in_lang(lang));
}
