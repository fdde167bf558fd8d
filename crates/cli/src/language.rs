//! The language of messages and help: `--lang`, Swedish by default.

use std::ffi::OsString;
use uppsikt_messages::Lang;

/// The language that the words ask for. Looked for before the words are understood,
/// because help and refusals are told in it too.
pub fn chosen(words: &[OsString]) -> Lang {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    let apart = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    joined.or(apart).and_then(Lang::from_tag).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(words: &[&str]) -> Lang {
        chosen(&words.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn swedish_unless_something_else_is_asked_for() {
        assert_eq!(lang(&["uppsikt", "read", "a.txt"]), Lang::Sv);
        assert_eq!(lang(&["uppsikt", "--lang", "en", "read"]), Lang::En);
        assert_eq!(lang(&["uppsikt", "read", "--lang=en"]), Lang::En);
        assert_eq!(lang(&["uppsikt", "read", "--lang=xx"]), Lang::Sv);
    }
}
