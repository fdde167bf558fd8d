//! Words: how lines are joined to one text, and what a text looks like.

/// Joins printed lines to one text: words that were parted at the end of a line are mended.
pub(super) fn joined<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        let line = line.trim();
        if text.ends_with('\u{ad}') || drops_hyphen(&text, line) {
            text.pop();
        } else if !text.is_empty() && !keeps_hyphen(&text, line) && !is_broken_off(&text, line) {
            text.push(' ');
        }
        text.push_str(line);
    }
    if text.ends_with('\u{ad}') {
        text.pop();
    }
    text
}

fn hyphened(text: &str) -> Option<char> {
    let before = text.strip_suffix(['-', '\u{2010}'])?;
    before.chars().next_back().filter(|c| c.is_alphanumeric())
}

/// "fritids-" and "lokaler": one word; not "kultur-" and "och fritid".
fn drops_hyphen(text: &str, next: &str) -> bool {
    hyphened(text).is_some_and(char::is_lowercase)
        && next.starts_with(char::is_lowercase)
        && !is_listing(next)
}

/// "2030-" and "mål": one word with its hyphen.
fn keeps_hyphen(text: &str, next: &str) -> bool {
    let range = text.strip_suffix('\u{2013}').is_some_and(|it| it.ends_with(char::is_alphanumeric));
    let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit();
    range || hyphened(text).is_some() && next.starts_with(goes_on) && !is_listing(next)
}

/// Two consonants that a word may begin with, also a borrowed one.
const ONSETS: [&str; 57] = [
    "bj", "bl", "br", "ch", "cl", "cr", "dj", "dr", "dv", "dw", "fj", "fl", "fn", "fr", "gh", "gj", "gl",
    "gn", "gr", "hj", "hv", "kj", "kl", "kn", "kr", "kv", "lj", "mj", "nj", "ph", "pj", "pl", "pn", "pr",
    "ps", "pt", "rh", "sc", "sf", "sh", "sj", "sk", "sl", "sm", "sn", "sp", "sr", "st", "sv", "sw", "th",
    "tj", "tr", "ts", "tv", "vr", "wh",
];

/// Endings that are no words of their own.
const ENDINGS: [&str; 28] = [
    "arna", "orna", "erna", "ning", "ningen", "ningar", "ande", "andet", "else", "elsen", "tionen", "tioner",
    "er", "ar", "or", "ernas", "arnas", "ornas", "ens", "nad", "naden", "nader", "naderna", "het", "heten",
    "ighet", "igheten", "iges",
];

/// Units without a vowel.
const UNITS: [&str; 8] = ["tkr", "mkr", "mnkr", "mdkr", "km", "mm", "cm", "kg"];

/// A word that lost an ending of a letter or two has so many letters at least: "för er" is two words.
const SHORTEST_ENDED: usize = 7;

/// What follows "-els-" in "berättelse" and the like.
const FORMS_OF_ELSE: [&str; 5] = ["e", "en", "er", "ens", "erna"];

/// "verksamhetsberättels": a long word that goes on; "dels" is none.
fn ends_in_els(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    word.ends_with("els") && word.chars().count() > 8
}

/// "organisatio" and "n", "utbildni" and "ngsnämnden", "Förändring" and ", %": a word that did not
/// fit its cell was broken where it had to be. A consonant alone is no word, none begins with two like
/// "ng" or "kh", and some endings are none.
fn is_broken_off(text: &str, next: &str) -> bool {
    let first_word = next.split(' ').next().unwrap_or_default();
    let mut letters = first_word.chars();
    let first = letters.next();
    let second = letters.next().filter(|c| !matches!(c, ',' | '.' | ')'));
    // No word is an "a" or an "e" alone, and none ends in an "h" that follows a vowel.
    let vowel = matches!((first, second), (Some('a' | 'e'), None));
    let is_consonant = |c: char| c.is_lowercase() && !"aeiouyåäö".contains(c);
    let no_word = match (first.filter(|c| is_consonant(*c)), second.filter(|c| is_consonant(*c))) {
        (Some(_), None) => second.is_none(),
        (Some(a), Some(b)) => !ONSETS.iter().any(|pair| pair.chars().eq([a, b])),
        _ => false,
    };
    let word = next.split([' ', ',', '.']).next().unwrap_or_default();
    let long = text.rsplit(' ').next().is_some_and(|last| last.chars().count() >= SHORTEST_ENDED);
    let ending = (long && vowel) || ENDINGS.contains(&word) && (long || word.len() > 2);
    let ending = ending || ends_in_els(text) && FORMS_OF_ELSE.contains(&word);
    let no_word = (no_word || ends_in_bare_h(text) || ending) && !UNITS.contains(&word);
    let sign = first.is_some_and(|c| matches!(c, ',' | ')')) && text.ends_with(char::is_alphanumeric);
    sign || (no_word && text.ends_with(char::is_lowercase))
}

/// "båtförarbeh": a long word that ends in an "h" after a vowel, as no whole one does.
fn ends_in_bare_h(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    let mut letters = word.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    last == Some('h') && before.is_some_and(|c| "aeiouyåäö".contains(c)) && word.chars().count() > 5
}

fn is_listing(next: &str) -> bool {
    let word = next.split(' ').next().unwrap_or_default();
    matches!(word, "och" | "eller" | "samt" | "respektive" | "till")
}

/// Whether a text is a figure: digits with signs around, no letters.
pub(super) fn is_figure(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits > 0 && text.chars().filter(|c| c.is_alphabetic()).count() == 0
        || matches!(text.trim(), "-" | "\u{2013}" | "\u{2212}" | "\u{2014}" | "..")
}

/// Whether most of a text is letters.
pub(super) fn is_wordy(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let solid = text.chars().filter(|c| !c.is_whitespace()).count();
    letters >= 2 && letters * 2 > solid
}

/// The rest of a line after its bullet; `None` without one. `sure` tells whether a gap or the
/// line's place speaks for one.
pub(super) fn after_bullet(text: &str, sure: bool) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    let is_mark = matches!(
        first,
        '\u{2022}'
            | '\u{25cf}'
            | '\u{25cb}'
            | '\u{25e6}'
            | '\u{25aa}'
            | '\u{25ab}'
            | '\u{25a0}'
            | '\u{25a1}'
            | '\u{2023}'
            | '\u{2043}'
            | '\u{2219}'
            | '\u{27a2}'
            | '\u{2713}'
            | '\u{2714}'
            | '\u{f0b7}'
    ) || ('\u{e000}'..='\u{f8ff}').contains(&first);
    let may_be =
        matches!(first, '-' | '\u{2013}' | '\u{2014}' | '*' | 'o' | '\u{b7}' | '\u{fffd}' | '\u{2212}');
    let spaced = rest.starts_with(' ');
    let words = rest.trim_start();
    let dash = spaced && !words.starts_with(|c: char| c.is_ascii_digit()) && first != 'o';
    (!words.is_empty() && (is_mark || (may_be && spaced && (sure || dash)))).then_some(words)
}

/// Whether a text opens an item of a numbered list: "1.", "2)", "a)".
pub(super) fn is_numbered(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(' ') else { return false };
    let Some(number) = label.strip_suffix(['.', ')']) else { return false };
    let digits = !number.is_empty() && number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    let letter =
        label.ends_with(')') && number.chars().count() == 1 && number.chars().all(char::is_alphabetic);
    (digits || letter) && !rest.trim().is_empty()
}

/// Whether a text has the number or letter that comes after another's: "2." after "1.", "b)" after "a)".
pub(super) fn follows(first: &str, next: &str) -> bool {
    let label =
        |text: &str| text.split_once(' ').map(|(label, _)| label.to_owned()).filter(|_| is_numbered(text));
    let (Some(first), Some(next)) = (label(first), label(next)) else { return false };
    let parts = |label: &str| (label.trim_end_matches(['.', ')']).to_owned(), label.chars().next_back());
    let ((own, sign), (other, same)) = (parts(&first), parts(&next));
    let counts =
        own.parse::<u8>().ok().zip(other.parse::<u8>().ok()).is_some_and(|(own, other)| own + 1 == other);
    let letter = |text: &str| text.chars().next().filter(char::is_ascii_alphabetic).map(|c| c as u32);
    let letters = letter(&own).zip(letter(&other)).is_some_and(|(own, other)| own + 1 == other);
    sign == same && (counts || letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_letters_of_a_list_follow_one_another() {
        for (first, next) in [("1. Ett", "2. Två"), ("9. Nio", "10. Tio"), ("a) ett", "b) två")] {
            assert!(follows(first, next), "{first} {next}");
        }
        for (first, next) in
            [("1. Ett", "3. Tre"), ("1. Ett", "2) Två"), ("Ett", "2. Två"), ("a) ett", "2. två")]
        {
            assert!(!follows(first, next), "{first} {next}");
        }
    }

    #[test]
    fn parted_words_are_mended_and_listings_keep_their_hyphen() {
        assert_eq!(joined(["fritids-", "lokaler"]), "fritidslokaler");
        assert_eq!(joined(["kultur-", "och fritid"]), "kultur- och fritid");
        assert_eq!(joined(["Mål 2030-", "målen"]), "Mål 2030-målen");
        assert_eq!(joined(["varav politisk", "organisatio", "n"]), "varav politisk organisation");
        assert_eq!(joined(["Barn- och utbildni", "ngsnämnden"]), "Barn- och utbildningsnämnden");
        assert_eq!(joined(["Förändring", ", %"]), "Förändring, %");
        assert_eq!(joined(["Förändring", "tkr"]), "Förändring tkr");
        assert_eq!(joined(["Sannoli", "khet"]), "Sannolikhet");
        assert_eq!(joined(["Trädgårdsberättels", "en 2031"]), "Trädgårdsberättelsen 2031");
        assert_eq!(joined(["Bryggor", "na"]), "Bryggor na", "nobody knows");
        assert_eq!(joined(["Plantering", "arna"]), "Planteringarna");
        assert_eq!(joined(["Trädgårdskostnad", "er"]), "Trädgårdskostnader");
        assert_eq!(joined(["en park för", "er"]), "en park för er");
        assert_eq!(joined(["Trädgårdskost", "nader"]), "Trädgårdskostnader");
        assert_eq!(joined(["Blomsterrabattern", "a"]), "Blomsterrabatterna");
        assert_eq!(joined(["Parkfullmäkt", "iges mål"]), "Parkfullmäktiges mål");
        assert_eq!(joined(["båtförarprogra", "m, %"]), "båtförarprogram, %");
        assert_eq!(joined(["båtförarbeh", "örighet"]), "båtförarbehörighet");
        for words in [["Träd", "dels"], ["dels", "en damm"], ["Svaren", "tyder"], ["Gräs", "sköts"]] {
            assert_eq!(joined(words), words.join(" "));
        }
        assert_eq!(joined(["GBN-2031-", "00540"]), "GBN-2031-00540");
        assert_eq!(joined(["kommunen", "i stort"]), "kommunen i stort");
    }
}
