//! The numbers of cases, however they are printed.

use std::ops::Range;

/// A case's number with hyphens, however it is printed: "KS/2031:77", "KS 2031/77".
pub(crate) fn hyphened(number: &str) -> String {
    number.replace([' ', '/', ':'], "-")
}

/// The number of a case without letters: "2031/77". Only its label tells that it is one.
pub(crate) fn is_bare_number(text: &str) -> bool {
    let Some((year, number)) = text.split_once(['/', ':', '-']) else { return false };
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    year.len() == 4
        && year.starts_with(['1', '2'])
        && digits(year)
        && (1..=6).contains(&number.len())
        && digits(number)
}

/// Case numbers: letters, year, running number, parted by hyphens, spaces, slashes or a colon.
pub(crate) fn cases(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if !is_letter(first) {
            at += first.len_utf8();
            continue;
        }
        let letters = text[at..].chars().take_while(|c| is_letter(*c));
        let (count, length) = letters.fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
        let free = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-');
        match case_end(bytes, at + length).filter(|_| free && (2..=6).contains(&count)) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += length,
        }
    }
    found
}

/// A letter that the short name of a body is made of.
fn is_letter(c: char) -> bool {
    c.is_ascii_uppercase() || matches!(c, 'Å' | 'Ä' | 'Ö')
}

fn case_end(bytes: &[u8], after_letters: usize) -> Option<usize> {
    let separator = |at: usize| bytes.get(at).is_some_and(|b| matches!(b, b'-' | b' ' | b'/'));
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    if !separator(after_letters) || digits(after_letters + 1) != 4 {
        return None;
    }
    let year_end = after_letters + 5;
    let colon = bytes.get(after_letters) != Some(&b'-') && bytes.get(year_end) == Some(&b':');
    let number = (separator(year_end) || colon).then(|| digits(year_end + 1))?;
    let plausible = matches!(bytes.get(after_letters + 1), Some(b'1' | b'2'));
    // "KSAU 2031-02-12" is a day.
    let day = number == 2 && bytes.get(year_end + 3) == Some(&b'-') && digits(year_end + 4) == 2;
    (!day && (1..=6).contains(&number) && plausible).then_some(year_end + 1 + number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_or_a_slash_parts_the_number_too() {
        let text = "Se PRK/2031:77, PRK 2031/5 och PRK 2031: 12 träd.";
        let cases: Vec<String> = cases(text).into_iter().map(|range| hyphened(&text[range])).collect();
        assert_eq!(cases, ["PRK-2031-77", "PRK-2031-5"]);
        let text = "Se ÅN 2031/77 och PÖN-2031-5, inte Å 2031/77.";
        let cases: Vec<String> = super::cases(text).into_iter().map(|range| hyphened(&text[range])).collect();
        assert_eq!(cases, ["ÅN-2031-77", "PÖN-2031-5"]);
        assert!(is_bare_number("2031/1187") && !is_bare_number("2031-02-12") && !is_bare_number("31/2031"));
    }
}
