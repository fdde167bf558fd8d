//! What words of a heading look like, and words that are none.

use crate::book::folded;
use std::collections::HashSet;
use std::sync::LazyLock;
use uppsikt_text::dates;

/// "Anna Lind": two or three words with a capital each, and nothing but letters.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
            && word.chars().any(char::is_lowercase)
    };
    (2..=3).contains(&words.len()) && words.iter().all(named)
}

/// "Målet riktas till: …": words that say what follows, on a line of their own.
pub(super) fn is_labelled(text: &str) -> bool {
    let label = text.split_once(": ").map_or("", |(label, _)| label);
    (3..60).contains(&label.len()) && label.starts_with(char::is_uppercase)
}

/// "Ansvarig: skolnämnden": a label and words that go on in lower case.
pub(super) fn names_somebody(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase))
}

/// "…, daterat 2031-01-23": what is listed with its day is no heading.
pub(super) fn ends_in_day(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.len() == 10 && dates::first_range(last).is_some()
}

/// "Bedömning av perioden: på väg.": a label and what it says, with a full stop.
pub(super) fn is_said_label(text: &str) -> bool {
    text.ends_with('.') && is_labelled(text)
}

static VERBS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    "ska skall är har kommer kan bör sker beskrivs bidrar följer uppgår gör finns innebär fortsätter arbetar leder \
     samordnar ansvarar utvecklar deltar använder genomför främjar ser planerar stödjer pågår omfattar består syftar \
     visar beror utgör behöver får ger ges tar blir var hade kunde fick ställer kräver påverkar bedömer bedöms \
     ligger går står väntas förväntas planeras genomförs fortlöper påbörjas inleds antog beslutade avsätts"
        .split(' ')
        .collect()
});

/// Whether words make a sentence of a line, before any subordinate clause; headings seldom
/// hold such verbs.
pub(crate) fn has_finite_verb(text: &str) -> bool {
    let words = text.split(' ').map(folded);
    let mut main = words.take_while(|word| !matches!(word.as_str(), "som" | "att" | "när" | "hur" | "där"));
    main.any(|word| VERBS.contains(word.as_str()))
}

/// A heading that asks is at most so long, in bytes.
const LONGEST_QUESTION: usize = 60;

/// "Hur gick det?": a short question that opens with the word it asks by.
pub(super) fn is_question(text: &str) -> bool {
    const ASKING: [&str; 9] = ["vad", "hur", "varför", "när", "var", "vart", "vilka", "vilken", "vem"];
    let first = folded(text.split(' ').next().unwrap_or_default());
    text.ends_with('?') && text.len() <= LONGEST_QUESTION && ASKING.contains(&first.as_str())
}

/// Short words without an end of sentence, beginning with a capital.
pub(crate) fn is_title_like(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let stopped = text.ends_with(['.', '!', ':', ';', ',', ')', '\u{2026}']) && !text.ends_with(')')
        || text.contains(". ") && !text.starts_with(|c: char| c.is_ascii_digit());
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let open = text.matches('(').count() > text.matches(')').count();
    letters >= 3 && !open && !stopped && digits * 2 <= letters && !text.starts_with(['*', '['])
}
