//! Sentences that tell of an indicator: which go together, and what they have to say.

use crate::book::folded;
use crate::style::IndicatorWords;
use crate::values::{from_to, start_only, target_only};
use crate::words::holds_any;
use std::ops::Range;
use uppsikt_text::{number_word, sentence};

/// Sentences, with those that only say where what was just named starts and shall end:
/// "Målet följs genom antalet resor, som var 12 år 2030. Målvärdet för 2031 är 10."
pub(super) fn together(text: &str, style: &IndicatorWords) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    for range in sentence::ranges(text) {
        match whole.last_mut() {
            Some(before) if goes_on(&text[before.clone()], &text[range.clone()], style) => {
                before.end = range.end;
            }
            _ => whole.push(range),
        }
    }
    whole
}

fn goes_on(before: &str, sentence: &str, style: &IndicatorWords) -> bool {
    let said = folded(sentence);
    // Few sentences open so; values are dear to look for.
    if !style.goes_on.iter().any(|word| said.starts_with(word.as_str())) {
        return false;
    }
    let named = folded(before);
    let told = [&style.followed, &style.measure, &style.words];
    let whole = || from_to(sentence).is_some() || target_only(before).is_some();
    let valued = || target_only(sentence).is_some() || start_only(sentence).is_some();
    told.iter().any(|words| holds_any(&named, words)) && valued() && !whole()
}

/// "Antalet besök följs uppdelat på kön", "ska i genomsnitt vara högst 14 dagar": what is
/// followed with a measure or a value.
pub(super) fn followed(sentence: &str, style: &IndicatorWords) -> bool {
    let said = folded(sentence);
    let measure = holds_any(&said, &style.measure);
    let valued = || target_only(sentence).is_some() || start_only(sentence).is_some();
    (holds_any(&said, &style.followed) && (measure || valued()))
        || (measure && target_only(sentence).is_some())
}

/// "Andelen gångar är 31 procent, målvärdet är 90", "antalet fall ska minska från 12 till 9": a measure
/// with what is aimed at.
pub(super) fn aims(said: &str, sentence: &str, style: &IndicatorWords) -> bool {
    let measured = holds_any(said, &style.measure) || holds_any(said, &style.words);
    let aimed = holds_any(said, &style.aims) && target_only(sentence).is_some();
    goes(said, sentence, style) || (measured && aimed)
}

/// "Antalet fall ska minska från 12 till 9": a measure, which way it shall go, and from what to what.
pub(super) fn goes(said: &str, sentence: &str, style: &IndicatorWords) -> bool {
    let measured = holds_any(said, &style.measure) || holds_any(said, &style.words);
    measured && holds_any(said, &style.directions) && from_to(sentence).is_some()
}

/// "Målet följs genom andelen gator med träd, som ska öka från 64 till 74 procent": what is followed, where
/// it starts and what is aimed at, in one sentence.
pub(super) fn follows_to(said: &str, sentence: &str, style: &IndicatorWords) -> bool {
    holds_any(said, &style.followed) && holds_any(said, &style.measure) && from_to(sentence).is_some()
}

/// "Nämnden följer målet med tre indikatorer": says how many there are, and nothing of what they are.
pub(super) fn counts_only(said: &str, sentence: &str, style: &IndicatorWords) -> bool {
    let measured = holds_any(said, &style.measure) || followed(sentence, style);
    let many = ["indikatorer", "mått", "nyckeltal"].iter().any(|word| {
        said.trim_end_matches('.').strip_suffix(word).is_some_and(|before| {
            let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
            last == "följande" || number_word::parse(last).is_some() || last.parse::<u8>().is_ok()
        })
    });
    many && !measured
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn sentences_that_only_give_values_belong_to_the_one_before() {
        let style = HouseStyle::standard().indicators;
        let text =
            "Målet följs genom avfallet, som var 3 ton 2029. Målvärdet för 2032 är 2 ton. Nämnden deltar.";
        let texts: Vec<&str> = together(text, &style).into_iter().map(|range| &text[range]).collect();
        assert_eq!(texts.len(), 2, "{texts:?}");
        assert!(texts[0].trim_end().ends_with("är 2 ton."), "{texts:?}");
    }

    #[test]
    fn what_is_followed_needs_a_measure_or_a_value() {
        let style = HouseStyle::standard().indicators;
        for (text, told) in [
            ("Antalet besök i simhallen följs uppdelat på kön.", true),
            ("Väntetiden för bygglov ska i genomsnitt vara högst 14 dagar.", true),
            ("Arbetet följs genom samtal med föreningarna.", false),
            ("Antalet möten har varit stort.", false),
        ] {
            assert_eq!(followed(text, &style), told, "{text}");
        }
    }
}
