//! `WORD($count)` in a message: the count as a word up to twelve, in figures above.
//!
//! `WORD($count, one: "en")` says what one is called where the language has genders;
//! `WORD($count, case: "upper")` begins a sentence.

use crate::Lang;
use fluent_bundle::{FluentArgs, FluentValue};
use uppsikt_text::format::capitalised;
use uppsikt_text::number_word;

const ENGLISH: [&str; 13] = [
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The function for a language.
pub fn word<'a>(lang: Lang, positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = positional.first() else { return FluentValue::Error };
    let Ok(count) = number.as_string().parse::<i64>() else { return FluentValue::Error };
    let said = |name| match named.get(name) {
        Some(FluentValue::String(text)) => Some(text.to_string()),
        _ => None,
    };
    let word = said("one").filter(|_| count == 1).unwrap_or_else(|| spelled(lang, count));
    let raised = said("case").is_some_and(|case| case == "upper");
    FluentValue::from(if raised { capitalised(&word) } else { word })
}

fn spelled(lang: Lang, count: i64) -> String {
    let Ok(small) = usize::try_from(count) else { return count.to_string() };
    match lang {
        Lang::Sv => number_word::spell(small),
        Lang::En => ENGLISH.get(small).map_or_else(|| count.to_string(), |word| (*word).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lang: Lang, count: i64, named: &[(&'static str, &'static str)]) -> String {
        let mut args = FluentArgs::new();
        named.iter().for_each(|(name, value)| args.set(*name, *value));
        match word(lang, &[FluentValue::from(count)], &args) {
            FluentValue::String(text) => text.into_owned(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn counts_are_words_up_to_twelve_in_both_languages() {
        assert_eq!(told(Lang::Sv, 3, &[]), "tre");
        assert_eq!(told(Lang::En, 12, &[("case", "upper")]), "Twelve");
        assert_eq!(told(Lang::Sv, 39, &[("case", "upper")]), "39");
        assert_eq!(told(Lang::Sv, 1, &[("one", "en")]), "en");
        assert_eq!(told(Lang::Sv, -2, &[]), "-2");
    }
}
