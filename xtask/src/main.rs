//! Chores of this repository.
//!
//! `cargo run -p xtask -- new-rule word-twice consistency` writes a rule's file and its two
//! pages, enters it in the tables and the messages, and says what to do next.
#![forbid(unsafe_code)]

mod new_rule;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let told = match words.as_slice() {
        ["new-rule", name, family] => new_rule::write(root, name, family),
        _ => Err("usage: cargo run -p xtask -- new-rule NAME FAMILY\n       \
                  NAME in words with hyphens (word-twice), FAMILY as in findings (consistency)"
            .to_owned()),
    };
    match told {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}
