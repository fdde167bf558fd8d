//! The house style that `--style` names.

use crate::output;
use clap::ArgMatches;
use std::path::PathBuf;
use uppsikt_messages::{Arg, Lang, Message};
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

/// The text of the style file, once it has been seen that it can be used.
pub fn usable_text(given: &ArgMatches, lang: Lang) -> Option<Option<String>> {
    let text = text(given, lang)?;
    if let Some(text) = &text {
        usable(text, given, lang)?;
    }
    Some(text)
}

/// The style that is named, else the standard one. `None`: it cannot be used, and that is told.
pub fn chosen(given: &ArgMatches, lang: Lang) -> Option<HouseStyle> {
    match text(given, lang)? {
        Some(text) => usable(&text, given, lang),
        None => Some(HouseStyle::standard()),
    }
}

fn usable(text: &str, given: &ArgMatches, lang: Lang) -> Option<HouseStyle> {
    let problems = match uppsikt_app::usable_style(text) {
        Ok(style) => return Some(style),
        Err(problems) => problems,
    };
    let path = given.get_one::<PathBuf>("style").map(|path| path.display().to_string()).unwrap_or_default();
    for why in problems {
        let path = line_of(&why, text).map_or_else(|| path.clone(), |line| format!("{path}:{line}"));
        let message = Message::new("cli-style-bad").with("path", path).with("why", why.in_lang(lang));
        output::tell(&message, lang);
    }
    None
}

/// The first line that holds what a message finds fault with.
fn line_of(why: &Message, text: &str) -> Option<usize> {
    let said = |name: &str| why.args.iter().find(|(own, _)| *own == name).map(|(_, arg)| arg);
    if let Some(Arg::Count(line)) = said("line") {
        return usize::try_from(*line).ok().filter(|line| *line > 0);
    }
    let words = ["found", "limit", "rule"].into_iter().filter_map(said).find_map(|arg| match arg {
        Arg::Text(words) => Some(words),
        Arg::Count(_) => None,
    })?;
    text.lines().position(|line| line.contains(words.as_str())).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_rule_is_told_with_its_line() {
        let text = "name = \"Ekby\"\n\n[rules]\noff = [\"ARI-9X9\"]\nlong-sentence = { most_wrods = 3 }\n";
        let problems = uppsikt_app::usable_style(text).unwrap_err();
        let lines: Vec<_> = problems.iter().map(|why| line_of(why, text)).collect();
        assert_eq!(lines, [Some(4), Some(5)]);
    }
}
