//! What is wrong with a style file, and on which line.

use crate::error::{StyleError, StyleFault};
use toml::de::{DeTable, DeValue, Error};

/// A text that is no TOML.
pub(super) fn of_text(text: &str, error: &Error) -> StyleError {
    StyleError { fault: StyleFault::Syntax, at: error.span().map(|span| place(text, span.start)) }
}

/// A text that is TOML, and no style.
pub(super) fn of_values(text: &str, error: &Error) -> StyleError {
    let shown = error.to_string();
    let path = shown.rsplit_once("\nin `").map_or("", |(_, path)| path.trim_end().trim_end_matches('`'));
    let mut path: Vec<&str> = path.split('.').filter(|key| !key.is_empty()).collect();
    let fault = fault(error.message());
    if let StyleFault::Unknown { word, .. } = &fault {
        // The path may end with the table that the word stands in or with the word itself.
        path.push(word);
    }
    let whole = DeTable::parse(text).ok();
    let at = whole.and_then(|whole| key(whole.get_ref(), &path)).map(|start| place(text, start));
    StyleError { fault, at }
}

/// What the parser's words mean.
fn fault(message: &str) -> StyleFault {
    let quoted = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let mut words = quoted(message).into_iter();
    if message.starts_with("unknown field") || message.starts_with("unknown variant") {
        let word = words.next().unwrap_or_default();
        let near = words.max_by(|a, b| likeness(&word, a).total_cmp(&likeness(&word, b)));
        StyleFault::Unknown { word, near: near.unwrap_or_default() }
    } else if message.starts_with("missing field") {
        StyleFault::Missing { word: words.next().unwrap_or_default() }
    } else if let Some((found, expected)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.split_once(", expected "))
    {
        StyleFault::Kind { found: kind(found), expected: kind(expected) }
    } else {
        StyleFault::Value
    }
}

fn likeness(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}

/// A kind of value by the parser's word for it.
fn kind(words: &str) -> &'static str {
    let first = words.trim_start_matches("a ").split([' ', '`']).next().unwrap_or_default();
    match first {
        "sequence" | "tuple" | "array" => "list",
        "string" | "str" | "borrowed" | "variant" => "text",
        "boolean" | "bool" => "boolean",
        "integer" | "floating" | "u8" | "u16" | "u32" | "u64" | "i32" | "i64" | "usize" | "f64" => "number",
        "map" | "struct" | "table" => "table",
        _ => "other",
    }
}

/// Where the deepest key of a path stands that there is; failing that, where its last word is a key.
fn key(table: &DeTable<'_>, path: &[&str]) -> Option<usize> {
    along(table, path).or_else(|| anywhere(table, path.last()?))
}

fn along(table: &DeTable<'_>, path: &[&str]) -> Option<usize> {
    let (first, rest) = path.split_first()?;
    let (key, value) = table.iter().find(|(key, _)| key.get_ref() == first)?;
    let inside = match value.get_ref() {
        DeValue::Table(table) => along(table, rest),
        DeValue::Array(all) => {
            all.iter().find_map(|one| one.get_ref().as_table().and_then(|table| along(table, rest)))
        }
        _ => None,
    };
    inside.or_else(|| Some(key.span().start).filter(|_| rest.len() <= 1))
}

fn anywhere(table: &DeTable<'_>, word: &str) -> Option<usize> {
    table.iter().find_map(|(key, value)| {
        let own = (key.get_ref() == word).then(|| key.span().start);
        own.or_else(|| anywhere(value.get_ref().as_table()?, word))
    })
}

/// Line and column of a byte, from 1.
fn place(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX).saturating_add(1);
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (count(before.matches('\n').count()), count(before[start..].chars().count()))
}

#[cfg(test)]
mod tests {
    use crate::HouseStyle;
    use uppsikt_messages::Lang;

    fn told(text: &str, lang: Lang) -> String {
        HouseStyle::from_toml(text).unwrap_err().message().in_lang(lang)
    }

    #[test]
    fn a_fault_is_told_with_its_line_in_the_language_that_is_asked_for() {
        let heading = "name = \"Ekby\"\n\n[headings]\n  sumary = [\"Kort sagt\"]\n";
        for (text, place, words) in [
            (heading, (4, 3), ["sumary", "summary"]),
            ("name = \"Å\"\n[goals]\ngoal = 3\n", (3, 1), ["", ""]),
            ("[goals]\ngoal = [\"a\"]\ngoals = [\"b\"]\n", (3, 1), ["goals", "goal"]),
            ("name = \"Ekby\"\n= = =\n", (2, 3), ["", ""]),
            ("name = \"Ekby\"\n[heads\n", (2, 7), ["", ""]),
            ("[[structure.statement]]\nkey = \"ny\"\nlabl = \"Ny\"\n", (1, 13), ["label", "label"]),
        ] {
            let (swedish, english) = (told(text, Lang::Sv), told(text, Lang::En));
            let (line, column) = place;
            assert!(swedish.contains(&format!("rad {line}, kolumn {column}")), "{text}\n{swedish}");
            assert!(english.contains(&format!("line {line}, column {column}")), "{text}\n{english}");
            for word in words {
                assert!(swedish.contains(word) && english.contains(word), "{swedish}\n{english}");
            }
            for foreign in ["expected", "unknown", "invalid", "TOML parse error"] {
                assert!(!swedish.contains(foreign), "{swedish}");
            }
        }
    }

    #[test]
    fn another_kind_of_value_is_told_as_what_it_is_and_should_be() {
        let told = told("[goals]\ngoal = 3\n", Lang::Sv);
        assert!(told.contains("ett tal") && told.contains("en lista"), "{told}");
    }
}
