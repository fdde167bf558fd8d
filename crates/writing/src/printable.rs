//! Characters that no font has.
//!
//! A document that others wrote may hold any character, and the standards for lasting and
//! accessible files refuse one without a glyph. Such a character is printed as its code,
//! "[U+1F600]": it is seen to be there, and nothing is dropped in silence.

use serde_json::Value;

use crate::fonts::has_glyph;

/// Makes every string in the data printable.
pub fn make_printable(data: &mut Value) {
    match data {
        Value::String(words) => {
            if let Some(printable) = replaced(words) {
                *words = printable;
            }
        }
        Value::Array(items) => items.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn replaced(words: &str) -> Option<String> {
    words.chars().any(|c| !is_printable(c)).then(|| words.chars().map(printed).collect())
}

fn is_printable(c: char) -> bool {
    c == '\n' || c.is_ascii_graphic() || c == ' ' || (!is_invisible(c) && !c.is_control() && has_glyph(c))
}

/// Marks of direction and joining that have no look of their own.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn printed(c: char) -> String {
    match c {
        c if is_printable(c) => c.to_string(),
        c if is_invisible(c) => String::new(),
        c if c.is_control() => " ".to_owned(),
        c => format!("[U+{:04X}]", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_without_glyph_is_printed_as_its_code() {
        let mut data = serde_json::json!({"a": ["Hej \u{1f600}!", "ok\u{7}\u{feff}"]});
        make_printable(&mut data);
        assert_eq!(data, serde_json::json!({"a": ["Hej [U+1F600]!", "ok "]}));
    }

    #[test]
    fn swedish_text_is_left_alone() {
        assert_eq!(replaced("Räksmörgås – 24\u{202f}291 tkr, ”så”"), None);
    }
}
