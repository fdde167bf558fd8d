//! Figures and references in running text, with their places.

use crate::book::folded;
use crate::chunks::is_one_of;
use crate::goal_words::GoalWords;
use crate::joined::Joined;
use crate::source::Source;
use crate::style::ReferenceWords;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use std::ops::Range;
use uppsikt_domain::document::{ProseFigure, Reference, ReferenceTo};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_text::{prose, sentence};

/// So much of a sentence tells what a figure is about, in bytes.
const LONGEST_ABOUT: usize = 240;

/// The figures with units in a text.
pub(crate) fn figures(text: &Joined, source: &Source, counted: &[String]) -> Vec<ProseFigure> {
    let all = prose::numbers(&text.text).into_iter();
    let found: Vec<prose::Found> = all.filter_map(|found| with_unit(&text.text, found, counted)).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let sentences = sentence::ranges(&text.text);
    let figure = |found: prose::Found| ProseFigure {
        text: text.text[found.range.clone()].to_owned(),
        quantity: found.quantity,
        about: about(&text.text, &sentences, &found.range),
        hedge: found.hedge,
        span: text.span(source, found.range),
    };
    found.into_iter().map(figure).collect()
}

/// A figure that has a unit, or counts something: "31 400 elever", "62 kommunala skolgårdar".
fn with_unit(text: &str, found: prose::Found, counted: &[String]) -> Option<prose::Found> {
    if found.quantity.unit != Unit::None {
        return Some(found);
    }
    let printed = &text[found.range.clone()];
    let rest = &text[found.range.end..];
    let words: Vec<(usize, &str)> = rest
        .match_indices([' ', '\u{a0}'])
        .take(2)
        .map(|(at, space)| at + space.len())
        .filter_map(|at| {
            Some((at, rest[at..].split(|c: char| !c.is_alphabetic()).next().filter(|word| !word.is_empty())?))
        })
        .collect();
    let first = words.first().filter(|(at, _)| rest[..*at].trim().is_empty() && *at <= 2)?;
    let known = |word: &str| counted.iter().any(|own| own == word);
    let adjective = first.1.ends_with(['a', 'e']) && !is_one_of(first.1, "att ska inte bara alla både");
    let (at, unit) = match words.get(1) {
        _ if known(first.1) => *first,
        Some(second)
            if adjective
                && rest[first.0 + first.1.len()..second.0].chars().count() == 1
                && known(second.1) =>
        {
            *second
        }
        _ => return None,
    };
    let Quantity { mantissa, decimals, .. } = found.quantity;
    let range = found.range.start..found.range.end + at + unit.len();
    let quantity = Quantity::new(mantissa, decimals, Unit::Other(unit.to_owned()));
    (!crate::tables::tail::is_year(printed)).then_some(prose::Found { range, quantity, hedge: found.hedge })
}

/// The sentence around a figure, cut to the words nearest to it where it is long.
fn about(text: &str, sentences: &[Range<usize>], figure: &Range<usize>) -> String {
    let around = sentences.iter().find(|range| range.start <= figure.start && figure.start < range.end);
    let Some(range) = around else { return String::new() };
    if range.len() <= LONGEST_ABOUT {
        return text[range.clone()].trim_start_matches(['"', '\u{201d}', ' ']).to_owned();
    }
    let start = boundary(text, figure.start.saturating_sub(LONGEST_ABOUT / 2).max(range.start));
    let end = boundary(text, (figure.end + LONGEST_ABOUT / 2).min(range.end));
    let words = &text[start..end.max(start)];
    let first = if start > range.start { words.find(' ').map_or(0, |at| at + 1) } else { 0 };
    let last = if end < range.end { words.rfind(' ').unwrap_or(words.len()) } else { words.len() };
    words.get(first..last.max(first)).unwrap_or_default().to_owned()
}

fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// What a found word opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The whole name of a goal.
    GoalName,
    /// "kommunfullmäktigemålet": a goal's name may follow.
    Goal,
    /// "under rubriken": a section's name follows.
    Section,
    /// "Plan för": a plan's name begins.
    Plan,
    /// "programmet": a plan's name ends.
    PlanEnding,
    /// "årsanalysen": a year may follow.
    Document,
}

/// Finds references; made once for a document.
pub(crate) struct Finder {
    marks: Vec<(Mark, usize)>,
    words: Option<AhoCorasick>,
    goals: Vec<String>,
    /// What the goals are about, and their numbers.
    about: GoalWords,
    /// Names of sections, folded, longest first.
    sections: Vec<String>,
}

impl Finder {
    pub fn new(goals: &[String], headings: &[String], sections: &[String], style: &ReferenceWords) -> Self {
        let about = GoalWords::new(goals, headings, &style.goal);
        let known: Vec<String> = goals.iter().filter(|name| name.len() > 12).cloned().collect();
        let goals = known.iter().map(|name| (Mark::GoalName, name.as_str()));
        let opening = style.goal.iter().filter(|marker| marker.len() > 8);
        let lists = [
            (Mark::Section, &style.section),
            (Mark::Plan, &style.plan),
            (Mark::PlanEnding, &style.plan_endings),
            (Mark::Document, &style.document),
        ];
        let lists = lists.iter().flat_map(|(mark, list)| list.iter().map(|word| (*mark, word.as_str())));
        let all: Vec<(Mark, &str)> =
            goals.chain(opening.map(|word| (Mark::Goal, word.as_str()))).chain(lists).collect();
        let mut sections: Vec<String> = sections.iter().map(|name| folded(name)).collect();
        sections.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Finder {
            words: AhoCorasickBuilder::new()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(all.iter().map(|(_, word)| word))
                .ok(),
            marks: all.into_iter().map(|(mark, word)| (mark, word.len())).collect(),
            sections,
            goals: known,
            about,
        }
    }

    /// The references in a text, in order, none inside another.
    pub fn references(&self, text: &Joined, source: &Source) -> Vec<Reference> {
        let words = text.text.as_str();
        let mut found: Vec<(Range<usize>, ReferenceTo)> = Vec::new();
        found.extend(dated_plans(words).into_iter().map(|range| (range, ReferenceTo::Plan)));
        found.extend(self.about.references(words).into_iter().map(|range| (range, ReferenceTo::Goal)));
        found.extend(cases(words).into_iter().map(|range| (range, ReferenceTo::Case)));
        if let Some(finder) = &self.words {
            for hit in finder.find_overlapping_iter(words) {
                let mark = self.marks[hit.pattern().as_usize()].0;
                found.extend(self.reference(mark, words, hit.start()..hit.end()));
            }
        }
        let text_at = |(range, to): (Range<usize>, ReferenceTo)| Reference {
            text: words[range.clone()].to_owned(),
            to,
            span: text.span(source, range),
        };
        apart(found).into_iter().map(text_at).collect()
    }

    fn reference(&self, mark: Mark, text: &str, hit: Range<usize>) -> Option<(Range<usize>, ReferenceTo)> {
        match mark {
            Mark::GoalName => Some((hit, ReferenceTo::Goal)),
            Mark::Goal => {
                let name = goal_after(text, hit.end)?;
                let known = self.goals.iter().any(|goal| text[name.start..].starts_with(goal));
                (!known).then_some((name, ReferenceTo::Goal))
            }
            Mark::Section => {
                let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let name = free.then(|| self.section_after(text, hit.end)).flatten()?;
                Some((name, ReferenceTo::Section))
            }
            Mark::Plan => {
                let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let end = hit.start + plan_end(&text[hit.start..], hit.len());
                free.then_some((hit.start..end, ReferenceTo::Plan))
            }
            Mark::PlanEnding => Some((plan_before(text, hit)?, ReferenceTo::Plan)),
            Mark::Document => Some((with_year(text, hit)?, ReferenceTo::Document)),
        }
    }

    /// The known section that is named right after a place.
    fn section_after(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let rest = text[at..].trim_start_matches([' ', '*', '"', '\u{201d}', '\u{201c}']);
        let start = text.len() - rest.len();
        if !rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return None;
        }
        let opening: String = rest.chars().take(160).map(crate::pattern::fold).collect();
        let name = self.sections.iter().find(|name| opening.starts_with(name.as_str()))?;
        let length = rest.char_indices().nth(name.chars().count()).map_or(rest.len(), |(at, _)| at);
        let ended = rest[length..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        (start > at && ended).then_some(start..start + length)
    }
}

/// In order, the longer before the shorter, none inside another.
fn apart(mut found: Vec<(Range<usize>, ReferenceTo)>) -> Vec<(Range<usize>, ReferenceTo)> {
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end && !range.is_empty();
        if apart {
            end = range.end;
        }
        apart
    });
    found
}

/// Case numbers: letters, year, running number, parted by hyphens or spaces.
pub(crate) fn cases(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_uppercase() {
            at += 1;
            continue;
        }
        let letters = bytes[at..].iter().take_while(|b| b.is_ascii_uppercase()).count();
        let free = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-');
        match case_end(bytes, at + letters).filter(|_| free && (2..=6).contains(&letters)) {
            Some(end) => {
                found.push(at..end);
                at = end;
            }
            None => at += letters,
        }
    }
    found
}

fn case_end(bytes: &[u8], after_letters: usize) -> Option<usize> {
    let separator = |at: usize| bytes.get(at).is_some_and(|b| matches!(b, b'-' | b' ' | b'/'));
    let digits = |at: usize| bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    if !separator(after_letters) || digits(after_letters + 1) != 4 {
        return None;
    }
    let year_end = after_letters + 5;
    let number = separator(year_end).then(|| digits(year_end + 1))?;
    let plausible = matches!(bytes.get(after_letters + 1), Some(b'1' | b'2'));
    // "KSAU 2031-02-12" is a day.
    let day = number == 2 && bytes.get(year_end + 3) == Some(&b'-') && digits(year_end + 4) == 2;
    (!day && (1..=6).contains(&number) && plausible).then_some(year_end + 1 + number)
}

/// A goal's name, known or not, right after the word that announces it.
fn goal_after(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].trim_start_matches([' ', ':', '*', '"', '\u{201d}']);
    let start = text.len() - rest.len();
    (start > at && rest.starts_with(char::is_uppercase)).then(|| start..start + clause(rest))
}

/// To the end of the sentence or the quotation.
fn clause(text: &str) -> usize {
    let end = text.find(". ").or_else(|| text.strip_suffix('.').map(str::len)).unwrap_or(text.len());
    text[..end].find(['"', '\u{201d}', '*', '(', ';']).unwrap_or(end)
}

/// The word that ends in a plan's ending ("näringslivsprogrammet"), where it is more than that.
fn plan_before(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let start = text[..hit.start].rfind(|c: char| !c.is_alphabetic() && c != '-').map_or(0, |at| at + 1);
    let start = boundary(text, start);
    let ended = text[hit.end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (ended && start < hit.start).then_some(start..hit.end)
}

/// Plans under their names with years: "Klimat- och miljöprogram 2025–2030".
fn dated_plans(text: &str) -> Vec<Range<usize>> {
    const ENDINGS: [&str; 6] = ["program", "plan", "strategi", "policy", "agenda", "programmet"];
    const OWN: &str = "internkontrollplan aktivitetsplan detaljbudgetplan budgetprogram nämndplan nämndsplan verksamhetsplan kommunplan plan strategi program flerårsplan budgetplan investeringsplan";
    let mut found = Vec::new();
    for (at, _) in text.match_indices([' ', '\u{a0}']) {
        let years = year_span(text[at..].trim_start_matches([' ', '\u{a0}']));
        let word_start =
            text[..at].rfind([' ', '\u{a0}', '(', '"']).map_or(0, |start| boundary(text, start + 1));
        let word = folded(&text[word_start..at]);
        let single = years == 4 && !(text[word_start..].starts_with(char::is_uppercase) && word.len() > 11);
        if years == 0
            || single
            || is_one_of(&word, OWN)
            || !ENDINGS.iter().any(|ending| word.ends_with(ending))
        {
            continue;
        }
        let end = text.len() - text[at..].trim_start_matches([' ', '\u{a0}']).len() + years;
        found.push(name_start(text, word_start)..end);
    }
    found
}

/// How long the years are that a text begins with: "2025–2030".
fn year_span(text: &str) -> usize {
    let word: String =
        text.chars().take_while(|c| c.is_ascii_digit() || matches!(c, '-' | '\u{2013}')).collect();
    let years: Vec<&str> = word.split(['-', '\u{2013}']).collect();
    let own = |text: &str| text[word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let sound = (years.len() == 2 || (years.len() == 1 && own(text)))
        && years.iter().all(|year| crate::tables::tail::is_year(year));
    if sound { word.len() } else { 0 }
}

/// A name that ends in a word begins with it, or with "Klimat- och" before it.
fn name_start(text: &str, word: usize) -> usize {
    let before = text[..word].trim_end();
    let joined = before.strip_suffix("och").map(str::trim_end).filter(|rest| rest.ends_with('-'));
    joined.map_or(word, |rest| rest.rfind(' ').map_or(0, |at| at + 1))
}

/// A plan's name ends at punctuation or at a word that names do not hold.
fn plan_end(text: &str, least: usize) -> usize {
    const STOPS: &str = "samt som vilken vilket kommer ska har är föreslås ha inledas fortlöpa antas antog bli under \
        genom till där så utgör i";
    let punctuation =
        text[least..].find([',', '.', ';', ':', '"', '\u{201d}', '(', ')', '*']).map(|at| at + least);
    let rest = &text[least..];
    let stops = rest.match_indices(' ').filter(|(at, _)| {
        let word = rest[at + 1..].split(' ').next().unwrap_or_default();
        is_one_of(word.trim_matches(|c: char| !c.is_alphanumeric()), STOPS)
    });
    let stops = stops.map(|(at, _)| least + at);
    stops.chain(punctuation).min().unwrap_or(text.len())
}

/// A document's name with the year that follows it.
fn with_year(text: &str, hit: Range<usize>) -> Option<Range<usize>> {
    let rest = &text[hit.end..];
    let year = rest.strip_prefix(" för").unwrap_or(rest).strip_prefix(' ')?;
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4).then(|| hit.start..text.len() - year.len() + 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str, goals: &[&str], sections: &[&str]) -> Vec<(String, ReferenceTo)> {
        let source = Source::new(text);
        let joined = Joined::line(&source, 0);
        let owned = |list: &[&str]| -> Vec<String> { list.iter().map(|name| (*name).to_owned()).collect() };
        let finder = Finder::new(&owned(goals), &[], &owned(sections), &HouseStyle::standard().references);
        finder.references(&joined, &source).into_iter().map(|found| (found.text, found.to)).collect()
    }

    #[test]
    fn cases_are_known_with_hyphens_or_spaces() {
        let found = read("Ärendena PRK-2031-95 och PRK 2031 1132 samt UTF-8 och EU 2030.", &[], &[]);
        assert_eq!(
            found,
            [("PRK-2031-95".into(), ReferenceTo::Case), ("PRK 2031 1132".into(), ReferenceTo::Case)]
        );
    }

    #[test]
    fn goals_sections_plans_and_documents_are_known() {
        let text = "Arbetet beskrivs under kommunfullmäktigemålet Fler läser mer på fritiden och under målområdet En trygg stad, i Plan för läsning, och följs i årsanalysen 2031.";
        let found = read(text, &["Fler läser mer på fritiden"], &["En trygg stad"]);
        let expected = [
            ("Fler läser mer på fritiden", ReferenceTo::Goal),
            ("En trygg stad", ReferenceTo::Section),
            ("Plan för läsning", ReferenceTo::Plan),
            ("årsanalysen 2031", ReferenceTo::Document),
        ];
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn what_is_counted_is_a_figure_with_its_word_as_unit() {
        let source = Source::new("År 2031 har drygt 31 400 elever 62 kommunala skolgårdar i 14 delar.");
        let counted = HouseStyle::standard().prose.counted;
        let found = figures(&Joined::line(&source, 0), &source, &counted);
        let told: Vec<(&str, &str)> =
            found.iter().map(|it| (it.text.as_str(), it.quantity.unit.code())).collect();
        assert_eq!(told, [("31 400 elever", "elever"), ("62 kommunala skolgårdar", "skolgårdar")]);
    }

    #[test]
    fn plans_are_known_with_their_years() {
        let found =
            read("Arbetet följer Klimat- och miljöprogram 2025–2030 och Kulturplan 2024-2027.", &[], &[]);
        let expected = [
            ("Klimat- och miljöprogram 2025–2030", ReferenceTo::Plan),
            ("Kulturplan 2024-2027", ReferenceTo::Plan),
        ];
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn a_figure_says_what_it_is_about() {
        let source = Source::new("Ramen är satt. Parken får cirka 12,5 Mkr för nya träd. Slut.");
        let found = figures(&Joined::line(&source, 0), &source, &[]);
        assert_eq!(found[0].text, "12,5 Mkr");
        assert_eq!(found[0].about, "Parken får cirka 12,5 Mkr för nya träd.");
    }
}
