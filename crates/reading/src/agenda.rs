//! Links to Agenda 2030: a number and a name, in any order and with any mark.

use crate::book::folded;
use crate::joined::Joined;
use crate::source::Source;
use uppsikt_domain::agenda::{self, AgendaLink};

/// Whether a line can be a link: a number from 1 to 17 and words, or a goal's own name.
pub(crate) fn is_link(text: &str) -> bool {
    text.len() < 110 && link_in(text).is_some()
}

/// Where the number and the name stand in a link's text.
fn link_in(text: &str) -> Option<(u8, std::ops::Range<usize>)> {
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let worded =
        ["mål ", "Mål ", "nr ", "SDG ", "Agenda 2030-mål "].iter().find_map(|word| bare.strip_prefix(word));
    let numbered = worded.unwrap_or(bare);
    let digits = numbered.bytes().take_while(u8::is_ascii_digit).count();
    if let Ok(number) = numbered[..digits].parse::<u8>() {
        let rest = numbered[digits..].trim_start_matches(|c: char| !c.is_alphabetic());
        let sound = (1..=99).contains(&number) && digits <= 2 && rest.starts_with(char::is_alphabetic);
        let separated = numbered.len() - digits > rest.len();
        let start = text.len() - rest.len();
        return (sound && separated).then(|| (number, start..start + name_length(rest)));
    }
    let length = name_length(bare);
    let named = (1..=17)
        .find(|number| agenda::name(*number).is_some_and(|name| folded(name) == folded(&bare[..length])))?;
    let start = text.len() - bare.len();
    Some((named, start..start + length))
}

fn name_length(text: &str) -> usize {
    text.trim_end_matches(|c: char| !c.is_alphanumeric()).len()
}

/// The link that a text is.
pub(crate) fn link(source: &Source, words: &Joined) -> Option<AgendaLink> {
    let (number, name) = link_in(&words.text)?;
    let span = words.span(source, name.clone());
    let digits = words.text.find(|c: char| c.is_ascii_digit()).filter(|at| *at < name.start);
    let span = digits.map_or(span, |at| words.span(source, at..name.end));
    Some(AgendaLink { number, name: words.text[name].to_owned(), span })
}

/// Links that stand in one line after a colon: "… mål: 3 God hälsa och välbefinnande, 5 Jämställdhet".
pub(crate) fn links_in_line(source: &Source, words: &Joined, from: usize) -> Vec<AgendaLink> {
    let text = &words.text;
    let starts: Vec<usize> =
        text[from..].char_indices().map(|(at, _)| from + at).filter(|at| begins_link(text, *at)).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(text.len()));
    let stretches = starts.iter().copied().zip(ends);
    stretches.filter_map(|(start, end)| link(source, &words.slice(start..end))).collect()
}

fn begins_link(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
    let after = text[at + digits..].trim_start_matches([' ', '.', ':', '-', '\u{2013}']);
    (1..=2).contains(&digits)
        && before.is_none_or(|c| !c.is_alphanumeric() && c != '-')
        && after.len() < text.len() - at - digits
        && after.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(u8, String)> {
        let source = Source::new(text);
        link(&source, &Joined::line(&source, 0)).map(|link| (link.number, link.name))
    }

    #[test]
    fn a_link_is_known_by_its_number_with_any_mark() {
        for text in [
            " 5 Jämställdhet ",
            "\u{f0b7} 5 Jämställdhet",
            "- 5. Jämställdhet",
            "Mål 5 Jämställdhet",
            "Jämställdhet",
        ] {
            assert_eq!(read(text), Some((5, "Jämställdhet".into())), "{text}");
        }
        assert_eq!(read("11 Fredliga och inkluderande samhällen").map(|link| link.0), Some(11));
        assert_eq!(read("Planeringskommentar"), None);
    }

    #[test]
    fn links_in_one_line_are_parted() {
        let text = "Agenda 2030-mål: 3 God hälsa och välbefinnande, 9 Hållbar industri, innovationer och infrastruktur";
        let source = Source::new(text);
        let words = Joined::line(&source, 0);
        let links = links_in_line(&source, &words, text.find(':').unwrap());
        let links: Vec<(u8, &str)> = links.iter().map(|link| (link.number, link.name.as_str())).collect();
        assert_eq!(
            links,
            [(3, "God hälsa och välbefinnande"), (9, "Hållbar industri, innovationer och infrastruktur")]
        );
    }
}
