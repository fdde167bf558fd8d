//! The title of a document that is of no known kind, as a pattern of the style: "Uppdragsplan {year}".

use crate::tables::tail::is_year;
use uppsikt_domain::document::Document;

/// A title stands among so many lines with words.
const FIRST: usize = 12;
/// More words than this are a sentence.
const MOST_WORDS: usize = 12;

/// The first line of a document that names a year in a few words, with the year and the body's name
/// as places of a pattern. None: no line is like a title.
pub fn title_guess(document: &Document) -> Option<String> {
    let lines = document.lines.iter().map(|line| line.text.trim_matches(|c: char| "#*_| ".contains(c)));
    lines.filter(|line| !line.is_empty()).take(FIRST).find_map(pattern)
}

fn pattern(line: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let year = words.iter().position(|word| is_year(word))?;
    let title = (2..=MOST_WORDS).contains(&words.len()) && !line.ends_with('.');
    let opens = words.first()?.starts_with(char::is_uppercase) && year > 0;
    let rest = &words[year + 1..];
    let body = rest.first() == Some(&"för") && rest.last()?.to_lowercase().ends_with("en");
    (title && opens).then(|| {
        let own = words[..year].join(" ");
        if body { format!("{own} {{year}} för {{body}}") } else { format!("{own} {{year}}") }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_with_a_year_are_the_title() {
        for (line, guess) in [
            ("Uppdragsplan 2031 för Park- och vattennämnden", Some("Uppdragsplan {year} för {body}")),
            ("Årets uppdrag 2031", Some("Årets uppdrag {year}")),
            ("Antagen den 12 mars 2031 av nämnden, som också beslutade om taxan för året 2031.", None),
            ("Park- och vattennämnden", None),
            ("2031", None),
        ] {
            assert_eq!(pattern(line).as_deref(), guess, "{line}");
        }
    }
}
