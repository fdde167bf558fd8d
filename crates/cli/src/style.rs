//! The house style that `--style` names.

use crate::output;
use clap::ArgMatches;
use std::path::PathBuf;
use uppsikt_messages::{Lang, Message};
use uppsikt_reading::HouseStyle;

/// The text of the style file. `None` inside: none was named. Outside: it cannot be used, and that is told.
pub fn text(given: &ArgMatches, lang: Lang) -> Option<Option<String>> {
    let Some(path) = given.get_one::<PathBuf>("style") else { return Some(None) };
    match std::fs::read_to_string(path) {
        Ok(text) => Some(Some(text)),
        Err(error) => {
            let key = match error.kind() {
                std::io::ErrorKind::NotFound => "cli-not-found",
                std::io::ErrorKind::IsADirectory => "cli-is-folder",
                _ => "cli-not-readable",
            };
            let path = path.display().to_string();
            let message = Message::new(key).with("path", path).with("why", error.to_string());
            output::tell(&message, lang);
            None
        }
    }
}

/// The style that is named, else the standard one. `None`: it cannot be used, and that is told.
pub fn chosen(given: &ArgMatches, lang: Lang) -> Option<HouseStyle> {
    let Some(text) = text(given, lang)? else { return Some(HouseStyle::standard()) };
    match uppsikt_app::usable_style(&text) {
        Ok(style) => Some(style),
        Err(problems) => {
            let path = given.get_one::<PathBuf>("style").map(|path| path.display().to_string());
            for why in problems {
                let message = Message::new("cli-style-bad")
                    .with("path", path.clone().unwrap_or_default())
                    .with("why", why.in_lang(lang));
                output::tell(&message, lang);
            }
            None
        }
    }
}
