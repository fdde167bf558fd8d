//! Links to Agenda 2030: a number and a name, in any order and with any mark.

use crate::book::folded;
use crate::joined::Joined;
use crate::source::Source;
use uppsikt_domain::agenda::{self, AgendaLink};

/// The names of the global goals, without their first letters.
const MARKS: [&str; 4] = ["genda 2030", "lobala målen", "lobala målet", "lobala mål"];

/// Whether a line can be a link: a number from 1 to 17 and words, or a goal's own name.
pub(crate) fn is_link(text: &str) -> bool {
    text.len() < 110 && link_in(text).is_some()
}

/// Whether a line is a link by its own name and number: "Mål 4: God utbildning för alla".
pub(crate) fn is_own(text: &str) -> bool {
    let own = |(number, name): (u8, std::ops::Range<usize>)| {
        agenda::name(number).is_some_and(|own| folded(own) == folded(&text[name]))
    };
    text.len() < 110 && text.contains(|c: char| c.is_ascii_digit()) && link_in(text).is_some_and(own)
}

/// Whether the words after a colon are links by their own names: "Bidrar till: Mål 5 – Jämställdhet".
pub(crate) fn are_own_after_colon(source: &Source, words: &Joined) -> bool {
    let Some((label, rest)) = words.text.split_once(':') else { return false };
    let named = (1..=17).filter_map(agenda::name).any(|name| rest.contains(name));
    let own =
        |link: &AgendaLink| agenda::name(link.number).is_some_and(|it| folded(it) == folded(&link.name));
    let links = if named && label.len() < 60 { links_after_colon(source, words) } else { Vec::new() };
    !links.is_empty() && links.iter().all(own)
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
    let end_of = |start: usize, end: usize| own_end(text, start, end).unwrap_or(end);
    stretches.filter_map(|(start, end)| link(source, &words.slice(start..end_of(start, end)))).collect()
}

/// The links of a sentence: "… till mål 4 God utbildning för alla och mål 8 Anständiga … i Agenda 2030."
/// A name ends where the next number begins, or where the global goals are named.
pub(crate) fn links_in_sentence(source: &Source, words: &Joined) -> Vec<AgendaLink> {
    let text = &words.text;
    let starts: Vec<usize> =
        text.char_indices().map(|(at, _)| at).filter(|at| begins_link(text, *at)).collect();
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(text.len()));
    let stretches = starts.iter().copied().zip(ends);
    let named: Vec<AgendaLink> = stretches
        .filter_map(|(start, end)| link(source, &words.slice(start..name_end(text, start, end))))
        .collect();
    if named.is_empty() { bare_numbers(source, words) } else { named }
}

/// "Bidrar till Agenda 2030-mål 4 och 10.", "… till mål 4 och 10 i Agenda 2030.": numbers alone beside the
/// name of the global goals.
fn bare_numbers(source: &Source, words: &Joined) -> Vec<AgendaLink> {
    let text = words.text.trim_end_matches(['.', ' ']);
    let Some((mark, at)) = MARKS.iter().find_map(|mark| Some((mark, text.find(mark)?))) else {
        return Vec::new();
    };
    let after = text[at + mark.len()..].trim_start_matches(['-', ' ']);
    let before = text[..at].strip_suffix(['A', 'a', 'G', 'g']).unwrap_or_default();
    let before = [" i ", " inom "].iter().find_map(|joint| before.strip_suffix(joint)).unwrap_or_default();
    let marked = || before.find(" delmål").or_else(|| before.find(" mål"));
    let told = if after.is_empty() { marked().map_or("", |at| &before[at..]) } else { after };
    if told.is_empty() {
        return Vec::new();
    }
    let from = told.as_ptr() as usize - words.text.as_ptr() as usize;
    let span = |at: std::ops::Range<usize>| words.span(source, from + at.start..from + at.end);
    let link = |(number, at)| AgendaLink { number, name: String::new(), span: span(at) };
    numbers(told).into_iter().map(link).collect()
}

/// The links of a sentence anywhere in a goal, where it names all of them by their own names, or by
/// numbers alone.
pub(crate) fn own_links_in_sentence(source: &Source, words: &Joined) -> Vec<AgendaLink> {
    let links = links_in_sentence(source, words);
    let own = |link: &AgendaLink| {
        let named = |it: &str| folded(&link.name).starts_with(&folded(it));
        link.name.is_empty() || agenda::name(link.number).is_some_and(named)
    };
    if links.iter().all(own) { links } else { Vec::new() }
}

/// Where the name of a link in a sentence ends: at its own name's end, else before "och mål",
/// "i Agenda 2030" and the like.
fn name_end(text: &str, start: usize, end: usize) -> usize {
    let stretch = &text[start..end];
    let cut = [" och mål", ", mål", " samt mål", " och ", " i Agenda", " i agenda", " av de globala"];
    let told = || cut.iter().filter_map(|it| stretch.rfind(it)).min().unwrap_or(stretch.len());
    own_end(text, start, end).unwrap_or_else(|| start + told())
}

/// Where a link's own name ends, where it has that.
fn own_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let stretch = &text[start..end];
    let name_at = stretch.find(char::is_alphabetic)?;
    let mut names = (1..=17).filter_map(agenda::name);
    let own = names.find(|name| folded(&stretch[name_at..]).starts_with(&folded(name)))?;
    let end = start + name_at + own.len();
    text.is_char_boundary(end).then_some(end)
}

/// The links that stand after the colon of "Agenda 2030: 4 God utbildning för alla",
/// "Agenda 2030: 4, 5 och 10" and the like; empty where other words stand there.
pub(crate) fn links_after_colon(source: &Source, words: &Joined) -> Vec<AgendaLink> {
    let Some(colon) = words.text.find(':') else { return Vec::new() };
    let named = own_names(source, words, colon + 1);
    if !named.is_empty() {
        return named;
    }
    let links = links_in_line(source, words, colon + 1);
    let own = |link: &AgendaLink| {
        (1..=17).any(|n| agenda::name(n).is_some_and(|it| folded(it) == folded(&link.name)))
    };
    let told = words.text[colon + 1..].trim_start();
    let opens = told.strip_prefix("mål ").unwrap_or(told).starts_with(|c: char| c.is_ascii_digit());
    let real = |link: &AgendaLink| agenda::name(link.number).is_some();
    if links.len() > 1 || links.iter().any(own) || (opens && links.iter().any(real)) {
        return links;
    }
    let from = colon + 1 + targets_start(&words.text[colon + 1..]);
    let numbers = numbers(&words.text[from..]);
    let link = |(number, at): (u8, std::ops::Range<usize>)| AgendaLink {
        number,
        name: String::new(),
        span: words.span(source, from + at.start..from + at.end),
    };
    numbers.into_iter().map(link).collect()
}

/// Where the words before links end: after the colon. Those with targets are kept whole, since two targets of
/// one goal are one link.
pub(crate) fn intro_end(text: &str) -> usize {
    let Some(colon) = text.find(':') else { return text.len() };
    let is_target = |word: &str| goal_of(word.trim_end_matches([',', '.', ';'])).len() + 1 < word.len();
    if text[colon + 1..].split_whitespace().any(is_target) { text.len() } else { colon + 1 }
}

/// Where targets begin that words lead up to: "Målet bidrar till delmål 4.1, 4.5 och 10.2".
fn targets_start(told: &str) -> usize {
    let digit = told.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    told[..digit].rfind("delmål").unwrap_or(0)
}

/// Own names of global goals and nothing else but their numbers, in brackets or not:
/// "God hälsa och välbefinnande (3), Minskad ojämlikhet (10)". Empty where a number stands before
/// its name, or is another goal's.
fn own_names(source: &Source, words: &Joined, from: usize) -> Vec<AgendaLink> {
    let lower = words.text.to_lowercase();
    if lower.len() != words.text.len() {
        return Vec::new();
    }
    let mut found: Vec<(usize, u8, &str)> = (1..=17)
        .filter_map(|number| Some((number, agenda::name(number)?)))
        .filter_map(|(number, name)| Some((lower[from..].find(&name.to_lowercase())? + from, number, name)))
        .collect();
    found.sort_unstable();
    let mut at = from;
    let mut links = Vec::new();
    for (start, number, name) in found {
        let between = words.text.get(at..start).unwrap_or("?");
        let after = words.text[start + name.len()..].trim_start();
        let told = after.strip_prefix(['(', '[']).and_then(|rest| rest.split_once([')', ']']));
        let own = told.is_some_and(|(inner, _)| inner.trim_start_matches("mål ").parse() == Ok(number));
        if !own || !between.chars().all(|c| !c.is_alphanumeric()) && between.trim() != "och" {
            return Vec::new();
        }
        at = words.text.len() - told.map_or(after.len(), |(_, rest)| rest.len());
        let span = words.span(source, start..at);
        links.push(AgendaLink { number, name: words.text[start..start + name.len()].to_owned(), span });
    }
    let rest = words.text.get(at..).unwrap_or("?");
    if rest.chars().any(char::is_alphanumeric) { Vec::new() } else { links }
}

/// The goal that a target stands under: 4 of "4.6".
fn goal_of(number: &str) -> &str {
    let parts = number.split_once('.').filter(|(goal, target)| {
        let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits(goal) && (digits(target) || target.len() == 1)
    });
    parts.map_or(number, |(goal, _)| goal)
}

/// Numbers of goals and nothing else but "mål", commas and "och", with their places.
fn numbers(text: &str) -> Numbers {
    let mut found = Vec::new();
    for piece in text.split([' ', ',', ';']).map(|piece| piece.trim_matches('.')) {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        match goal_of(piece).parse::<u8>() {
            _ if piece.is_empty() => {}
            // Two targets of one goal are one link.
            Ok(number) if piece.contains('.') && found.iter().any(|(own, _)| *own == number) => {}
            Ok(number @ 1..=99) => found.push((number, start..start + piece.len())),
            _ if matches!(
                folded(piece).as_str(),
                "mål" | "målen" | "delmål" | "delmålen" | "och" | "samt" | "nr"
            ) => {}
            _ => return Vec::new(),
        }
    }
    // A number that no goal has is kept, where it stands among those of goals.
    if found.iter().any(|(number, _)| (1..=17).contains(number)) { found } else { Vec::new() }
}

/// Numbers of global goals with their places.
pub(crate) type Numbers = Vec<(u8, std::ops::Range<usize>)>;

/// "Mål 2 (Agenda 2030: mål 11 och 13)", "mål 2 med Agenda 2030 mål 11": a goal's number, and the
/// links that are told of it with their places.
pub(crate) fn of_numbered(text: &str) -> Vec<(u32, Numbers)> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices(['M', 'm']).filter(|(at, _)| free_before(text, *at)) {
        let Some(after) = text[at + word.len()..].strip_prefix("ål ") else { continue };
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = after[..digits].parse::<u32>() else { continue };
        let Some(marked) = global_mark(&after[digits..]) else { continue };
        let from = text.len() - marked.len();
        let links = leading_numbers(marked);
        let placed = links.into_iter().map(|(link, at)| (link, from + at.start..from + at.end)).collect();
        found.push((number, placed));
    }
    found.retain(|(_, links): &(u32, Numbers)| !links.is_empty());
    found
}

fn free_before(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-')
}

/// What follows the name of the global goals, where that stands right after a goal's number.
fn global_mark(text: &str) -> Option<&str> {
    let (mark, at) = MARKS.iter().find_map(|mark| Some((mark, text.find(mark)?)))?;
    let before = &text[..at];
    let near = before.len() <= 12 && !before.contains(['.', ',', ';']) && !before.contains("mål");
    let rest = text[at + mark.len()..].trim_start_matches([':', '-', ' ', '\u{2013}']);
    let word = ["målen ", "mål ", "nr "].iter().find_map(|word| rest.strip_prefix(word));
    near.then(|| word.unwrap_or(rest))
}

/// The numbers of global goals that a text begins with: "4, 5 och 10 …".
fn leading_numbers(text: &str) -> Numbers {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number @ 1..=17) = text[at..at + digits].parse::<u8>() else { return found };
        found.push((number, at..at + digits));
        let rest = &text[at + digits..];
        let Some(next) = [", ", " och ", " samt "].iter().find_map(|joint| rest.strip_prefix(joint)) else {
            return found;
        };
        at = text.len() - next.len();
    }
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
    fn a_sentence_that_names_the_goals_and_no_number_has_no_link() {
        for (text, numbers) in [
            ("Målet bidrar till Agenda 2030.", vec![]),
            ("öAgenda 2030", vec![]),
            ("Arbetet bidrar till mål 4 och 10 i Agenda 2030.", vec![4, 10]),
            ("Bidrar till Agenda 2030-mål 4 och 10.", vec![4, 10]),
        ] {
            let source = Source::new(text);
            let links = links_in_sentence(&source, &Joined::line(&source, 0));
            assert_eq!(links.into_iter().map(|link| link.number).collect::<Vec<_>>(), numbers, "{text}");
        }
    }

    #[test]
    fn numbers_and_single_links_after_a_colon_are_read() {
        let read = |text: &str| {
            let source = Source::new(text);
            let links = links_after_colon(&source, &Joined::line(&source, 0));
            links.into_iter().map(|link| (link.number, link.name)).collect::<Vec<_>>()
        };
        let plain = |numbers: &[u8]| numbers.iter().map(|n| (*n, String::new())).collect::<Vec<_>>();
        assert_eq!(read("Agenda 2030: 4, 5, 10"), plain(&[4, 5, 10]));
        assert_eq!(read("Länk till Agenda 2030: mål 4 och mål 5."), plain(&[4, 5]));
        assert_eq!(read("Agenda 2030: mål 4.6 och 11.a."), plain(&[4, 11]));
        assert_eq!((read("Agenda 2030: 12, 18"), read("Agenda 2030: 2031")), (plain(&[12, 18]), vec![]));
        let one = vec![(4, "God utbildning för alla".to_owned())];
        assert_eq!(read("Länk till Agenda 2030: 4 God utbildning för alla"), one);
        assert_eq!(read("Agenda 2030: 14 Rena hav"), [(14, "Rena hav".to_owned())]);
        assert_eq!(read("Agenda 2030: nämnden räknar med 17 Nya lokaler"), []);
        let after =
            vec![(3, "God hälsa och välbefinnande".to_owned()), (10, "Minskad ojämlikhet".to_owned())];
        assert_eq!(read("Globala mål: God hälsa och välbefinnande (3), Minskad ojämlikhet (10)."), after);
        assert_eq!(read("Globala mål: God hälsa och välbefinnande (4)."), []);
    }

    #[test]
    fn links_are_told_of_numbered_goals() {
        let read = |text: &str| {
            let plain = |(goal, links): (u32, Numbers)| {
                (goal, links.into_iter().map(|(number, _)| number).collect::<Vec<_>>())
            };
            of_numbered(text).into_iter().map(plain).collect::<Vec<_>>()
        };
        assert_eq!(read("Mål 2 (Agenda 2030: mål 11 och 13). På väg."), [(2, vec![11, 13])]);
        let both = "Så hör de ihop: mål 1 med Agenda 2030 mål 4, mål 2 med Agenda 2030-mål 5, 10 och 16.";
        assert_eq!(read(both), [(1, vec![4]), (2, vec![5, 10, 16])]);
        assert_eq!(read("Mål 2. På väg. Agenda 2030 är viktig."), []);
        assert_eq!(read("Under mål 3 bidrar nämnden också till Agenda 2030 och 4 kommuner."), []);
    }

    #[test]
    fn a_link_of_its_own_name_needs_no_words_before_it() {
        assert!(is_own("Mål 4: God utbildning för alla") && is_own("- 5. Jämställdhet"));
        assert!(
            !is_own("Mål 4: Fler ska åka buss") && !is_own("Jämställdhet") && !is_own("Mål 3: Jämställdhet")
        );
        let text = "Bidrar till: Mål 3 – God hälsa och välbefinnande, Mål 10 – Minskad ojämlikhet";
        let source = Source::new(text);
        let words = Joined::line(&source, 0);
        assert!(are_own_after_colon(&source, &words));
        let links = links_after_colon(&source, &words);
        assert_eq!(links.iter().map(|link| link.number).collect::<Vec<_>>(), [3, 10]);
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
