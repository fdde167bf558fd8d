//! What a template left behind.

use crate::lines::printed;
use crate::place;
use crate::rule::Rule;
use crate::seen::Seen;
use aho_corasick::AhoCorasick;
use std::ops::Range;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::{Place, Span};
use uppsikt_domain::words::Words;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "placeholder-left",
        code: "PLA-001",
        family: Family::Placeholder,
        severity: Severity::Error,
        rests_on: "Mallens egna ord ska inte stå kvar i det som lämnas in.",
        page_sv: include_str!("placeholder_left.sv.md"),
        page_en: include_str!("placeholder_left.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let words = &picture.structure.words;
    let phrases = Phrases::of(words);
    let mut found = Vec::new();
    for document in &picture.documents {
        for (number, line) in printed(document) {
            let left = left(&line.text, words, &phrases);
            found.extend(left.into_iter().map(|range| tell(document, number, range)));
        }
    }
    found
}

/// What template words stand in a line, in characters.
fn left(line: &str, words: &Words, phrases: &Phrases<'_>) -> Vec<Range<usize>> {
    let bytes = bracketed(line, words).into_iter().chain(phrases.within(line));
    let bytes = bytes.chain(blanks(line, words, phrases)).chain(all_of_it(line, &words.alone));
    let mut found: Vec<Range<usize>> =
        bytes.map(|it| line[..it.start].chars().count()..line[..it.end].chars().count()).collect();
    found.sort_by_key(|range| (range.start, usize::MAX - range.end));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

/// An instruction in brackets: "[Här kommer …", "[Ange …", "<belopp>", "{{namn}}", "(komplettera)".
fn bracketed(line: &str, words: &Words) -> Vec<Range<usize>> {
    const PAIRS: [(char, char); 4] = [('[', ']'), ('<', '>'), ('(', ')'), ('{', '}')];
    // Few lines have a bracket at all.
    if !line.bytes().any(|byte| matches!(byte, b'[' | b'<' | b'(' | b'{')) {
        return Vec::new();
    }
    let opened = PAIRS.into_iter().flat_map(|(open, close)| {
        let openings = if open == '(' { &words.asides } else { &words.instructions };
        line.match_indices(open).filter_map(move |(start, _)| {
            let inside = &line[start + 1..];
            let end = inside.find(close).map(|end| start + 1 + end + 1);
            // Only square brackets go on over the end of a line.
            let end = end.or((open == '[').then_some(line.trim_end().len()))?;
            let is_link = open == '[' && line[end.min(line.len())..].starts_with('(');
            let named =
                open == '[' && inside.split_once(close).is_some_and(|(it, _)| names_what_is_to_come(it));
            let inside = inside.trim_start_matches(['{', ' ']);
            let first: String = inside.chars().take_while(|c| c.is_alphabetic()).collect::<String>().lower();
            (!is_link && (named || openings.contains(&first))).then_some(start..end)
        })
    });
    opened.collect()
}

/// Phrases that only templates use, and words that stand for what is to come, each looked for all at
/// once. The first letter of a phrase may be raised.
struct Phrases<'w> {
    phrases: &'w [String],
    /// All phrases but their first letters. None where they are too many to look for at once.
    rests: Option<AhoCorasick>,
    /// Words for what is to come. None as above.
    blanks: Option<AhoCorasick>,
}

impl<'w> Phrases<'w> {
    fn of(words: &'w Words) -> Self {
        let phrases = &words.leftovers;
        let rests = phrases.iter().map(|phrase| &phrase[first_letter(phrase).len()..]);
        let blanks = AhoCorasick::new(&words.blanks).ok();
        Phrases { phrases, rests: AhoCorasick::new(rests).ok(), blanks }
    }

    fn within(&self, line: &str) -> Vec<Range<usize>> {
        let rests = self.rests.iter().flat_map(|rests| rests.find_iter(line));
        let found = rests.filter_map(|rest| {
            let first = first_letter(&self.phrases[rest.pattern().as_usize()]);
            let own = line[..rest.start()].chars().next_back()?;
            let start = rest.start() - own.len_utf8();
            let same = own.to_lowercase().eq(first.chars().flat_map(char::to_lowercase));
            let starts_word = !line[..start].ends_with(char::is_alphanumeric);
            (same && starts_word).then_some(start..rest.end())
        });
        found.collect()
    }
}

/// The first letter of a phrase.
fn first_letter(phrase: &str) -> &str {
    &phrase[..phrase.chars().next().map_or(0, char::len_utf8)]
}

/// Words that are all that a line, an item or a cell says: "Kompletteras."
fn all_of_it(line: &str, alone: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for cell in line.split_inclusive('|') {
        let bare = cell.trim_matches(|c: char| !c.is_alphanumeric());
        let whole = !bare.is_empty() && bare.len() <= 40 && !cell.contains('#');
        let is_whole = whole
            && alone.iter().any(|word| word.len() == bare.len())
            && !cell.trim_start().starts_with("**")
            && alone.contains(&bare.lower());
        found.extend(is_whole.then(|| {
            let start = at + cell.find(bare).unwrap_or(0);
            start..start + bare.len()
        }));
        at += cell.len();
    }
    found
}

/// Words that stand for a figure or a name to come: "XX", "20XX", "TBD", "___", "X mnkr".
fn blanks(line: &str, words: &Words, phrases: &Phrases<'_>) -> Vec<Range<usize>> {
    if !may_be_blank(line, phrases.blanks.as_ref()) {
        return Vec::new();
    }
    let all: Vec<(Range<usize>, &str)> = crate::lines::words(line)
        .into_iter()
        .filter_map(|(range, word)| {
            let bare = word.trim_matches(|c: char| {
                matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '"' | '*' | '|' | '\u{201d}')
            });
            let start = range.start + word.find(bare)?;
            (!bare.is_empty()).then(|| (start..start + bare.len(), bare))
        })
        .collect();
    let near = |at: Option<usize>, list: &[String]| {
        let word = at.and_then(|at| all.get(at)).map(|(_, word)| word.lower());
        word.is_some_and(|word| list.contains(&word))
    };
    let is_blank = |at: usize| {
        let word = all[at].1;
        let lone = word == "X"
            && (near(at.checked_sub(1), &words.before_blank) || near(Some(at + 1), &words.after_blank));
        lone || word.split(['-', '/']).any(is_blank)
            || words.blanks.iter().any(|blank| blank == word)
            || is_line(word) && at > 0 && at + 1 < all.len()
    };
    (0..all.len()).filter(|at| is_blank(*at)).map(|at| all[at].0.clone()).collect()
}

/// Whether a line has any of the letters that blanks are made of. Most lines do not.
fn may_be_blank(line: &str, blanks: Option<&AhoCorasick>) -> bool {
    let crossed = line.as_bytes().windows(2).any(|pair| match pair {
        [b'X', _] | [_, b'X'] | [b'x', b'x'] | [b'_', b'_'] => true,
        [b'x', next] => next.is_ascii_digit(),
        _ => false,
    });
    crossed || line == "X" || blanks.is_none_or(|blanks| blanks.is_match(line))
}

/// "XX", "20xx", "XX-XX".
fn is_blank(word: &str) -> bool {
    let crosses = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let only = |letter: char| {
        crosses.starts_with(letter)
            && crosses.matches(letter).count() >= 2
            && crosses.chars().all(|c| c == letter || c == '-' || c.is_ascii_digit())
    };
    only('X') || only('x') || word == "Xx"
}

/// "bolagets namn": words in square brackets that name what is to stand there.
fn names_what_is_to_come(inside: &str) -> bool {
    const ENDS: [&str; 5] = ["namn", "namnet", "belopp", "datum", "antal"];
    let words: Vec<&str> = inside.split_whitespace().collect();
    let plain = inside.chars().all(|c| c.is_alphabetic() || c == ' ');
    plain && (2..=4).contains(&words.len()) && words.last().is_some_and(|word| ENDS.contains(word))
}

/// "____" between words: a figure that was never filled in.
fn is_line(word: &str) -> bool {
    word.len() >= 3 && word.bytes().all(|byte| byte == b'_')
}

fn tell(document: &Document, number: u32, range: Range<usize>) -> Finding {
    let line = document.line(number);
    let text = line.map(|line| line.text.as_str()).unwrap_or_default();
    let printed: String = text.chars().skip(range.start).take(range.len()).collect();
    let column = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let at = Place { page: line.and_then(|line| line.page), line: number, column: column(range.start + 1) };
    let span = Span { at, end_line: number, end_column: column(range.end) };
    Finding {
        confidence_percent: 97,
        found: verbatim(printed),
        expected: Message::new("rule-placeholder-left-expected"),
        advice: Message::new("rule-placeholder-left-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-placeholder-left-says"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> Vec<String> {
        let structure = uppsikt_reading::HouseStyle::standard().structure();
        left(line, &structure.words, &Phrases::of(&structure.words))
            .into_iter()
            .map(|range| line.chars().skip(range.start).take(range.len()).collect())
            .collect()
    }

    #[test]
    fn instructions_and_blanks_are_found_exactly() {
        assert_eq!(found("Andelen ska vara XX procent."), ["XX"]);
        assert_eq!(
            found("Åter 20XX, se [Här kommer namnet] och TBD."),
            ["20XX", "[Här kommer namnet]", "TBD"]
        );
        assert_eq!(found("[Ange nämnd på nästa rad"), ["[Ange nämnd på nästa rad"]);
        assert_eq!(found("Lorem ipsum dolor"), ["Lorem ipsum"]);
    }

    #[test]
    fn other_shapes_of_what_is_to_come_are_found() {
        for (line, left) in [
            ("Anslaget är [belopp] för året.", "[belopp]"),
            ("Beslutad ÅÅÅÅ-MM-DD av nämnden.", "ÅÅÅÅ-MM-DD"),
            ("Nämnden får X mnkr mer än i fjol.", "X"),
            ("Tabellen finns i bilaga X.", "X"),
            ("Antalet elever är 412 (komplettera med höstens siffra).", "(komplettera med höstens siffra)"),
            ("- Kompletteras senare.", "Kompletteras senare"),
            ("| Lärare | kommer senare | 12 |", "kommer senare"),
            ("Resultatet är #REFERENS! tkr.", "#REFERENS!"),
            ("Nöjdheten är ____ procent i år.", "____"),
            ("Se <namn på plan> och {{nämnd}}.", "<namn på plan>"),
            ("Se Fel! Hittar inte referenskälla.", "Fel! Hittar inte referenskälla"),
            ("Perioden 20xx-20xx", "20xx-20xx"),
            ("Borgen är lämnad till [kommunens bolags namn].", "[kommunens bolags namn]"),
            ("Xx elever deltog.", "Xx"),
        ] {
            assert_eq!(found(line).first().map(String::as_str), Some(left), "{line}");
        }
    }

    #[test]
    fn sound_words_that_look_like_them_are_left_alone() {
        for line in [
            "Underlaget ska kompletteras med en analys under våren.",
            "Enligt kapitel X i Gustav X Adolfs lag.".replace("kapitel X i ", "").as_str(),
            "Nämnden (kompletteras av revisionen) har ansvaret.",
            "# Text och bild",
            "Text och bild på alla skyltar ses över.",
            "Utfallet är < 5 procent och > 2 procent.",
            "| Belopp | 12 |",
            "Underskrift ____________________",
            "Enligt Statistikmyndigheten [SCB] och [Bolagsverkets register] är det rätt.",
            "Uppdateringen [2] görs i år (uppdateras årligen).",
        ] {
            assert_eq!(found(line), Vec::<String>::new(), "{line}");
        }
    }

    #[test]
    fn links_and_ordinary_words_are_left_alone() {
        assert_eq!(
            found("Se [Här finns kartan](https://example.se) och storlek XXL, MAXIMA, [1]."),
            Vec::<String>::new()
        );
    }
}
