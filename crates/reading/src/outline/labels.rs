//! Labels of assessments: several in one line, and those that say again what the heading said.

use super::Outline;
use crate::book::{Book, HeadingKind, folded};
use crate::joined::Joined;
use crate::verdict;
use uppsikt_domain::section::SectionKind;

/// A label is at most so long, in bytes.
const LONGEST: usize = 90;

impl Outline<'_> {
    /// "Bedömning perioden: på väg. Bedömning mandatperioden: delvis på väg.": each for itself, with
    /// what stands before the first.
    pub(super) fn side_by_side(&self, words: &Joined) -> Option<Vec<Joined>> {
        let told = self.inside(SectionKind::Goal) && self.document.is_report();
        let labels = if told { labels(&words.text, self.book) } else { Vec::new() };
        let several = labels.windows(2).any(|pair| pair[0].1 != pair[1].1);
        several.then(|| {
            let starts = labels.iter().map(|(at, _)| *at);
            let first = labels.first().map_or(0, |(at, _)| *at);
            let starts: Vec<usize> = (first > 0).then_some(0).into_iter().chain(starts).collect();
            let ends = starts.iter().skip(1).copied().chain([words.text.len()]);
            let part = |(start, end): (&usize, usize)| {
                let text = words.text[*start..end].trim_end_matches([' ', '/', '|', ';', ',']);
                let bare = text.trim_end_matches([' ', '\u{2013}']);
                // "Mandatperioden: –" says that nothing is stated.
                let text = if bare.ends_with(':') { text } else { bare };
                words.slice(*start..*start + text.len())
            };
            starts.iter().zip(ends).map(part).filter(|part| !part.is_empty()).collect()
        })
    }

    /// "Nämndens bedömning: …" right below "Bedömning januari–augusti": names no other horizon.
    pub(super) fn repeats_assessment(&self, label: &str) -> bool {
        use SectionKind::{AssessmentPeriod, AssessmentTerm};
        let headed = |name: &str| self.book.assessment_label(name).is_some() || is_dated(name);
        let Some(top) = self.top().filter(|top| top.section.blocks.is_empty()) else { return false };
        matches!(top.section.kind, AssessmentPeriod | AssessmentTerm)
            && headed(&top.section.name)
            && !headed(label)
    }
}

fn is_dated(label: &str) -> bool {
    label.contains(|c: char| c.is_ascii_digit()) || folded(label).contains("januari")
}

/// Where labels of assessments begin that have a status right after them, and which.
fn labels(text: &str, book: &Book<'_>) -> Vec<(usize, SectionKind)> {
    let mut found = Vec::new();
    let mut from = 0;
    for (colon, _) in text.match_indices(':') {
        let rest = text[colon + 1..].trim_start_matches(['*', '_', ' ']);
        let stated = verdict::stated_end(rest, book);
        if colon < from {
            continue;
        }
        let starts = text[from..colon].char_indices().map(|(at, _)| from + at);
        let opens = |at: &usize| {
            let free = text[..*at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            free && text[*at..].starts_with(char::is_uppercase)
        };
        let mut starts = starts.filter(opens).filter(|at| colon - at <= LONGEST);
        let known = starts.find_map(|at| Some((at, horizon(&text[at..colon], book)?)));
        if let (Some(label), Some(end)) = (known, stated) {
            found.push(label);
            from = text.len() - rest.len() + end;
        }
    }
    found
}

fn horizon(label: &str, book: &Book<'_>) -> Option<SectionKind> {
    use SectionKind::{AssessmentPeriod, AssessmentTerm};
    let label = label.trim_end_matches(['*', '_', ' ']);
    let assessing = |kind: HeadingKind| match kind {
        HeadingKind::Section(kind @ (AssessmentPeriod | AssessmentTerm)) => Some(kind),
        _ => None,
    };
    let headed = || book.headings(label).first().and_then(|known| assessing(known.kind));
    book.assessment_label(label).and_then(|known| assessing(known.kind)).or_else(headed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn each_label_with_a_status_is_one() {
        use SectionKind::{AssessmentPeriod as Period, AssessmentTerm as Term};
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        for (text, kinds) in [
            ("Bedömning perioden: På väg. Bedömning mandatperioden: Delvis på väg.", vec![Period, Term]),
            ("Bedömning för perioden: på väg Bedömning för mandatperioden: inte på väg", vec![Period, Term]),
            ("Perioden: på väg / Mandatperioden: delvis på väg", vec![Period, Term]),
            ("Läget 2031: ◐ uppnås delvis     Mandatperioden: ✔ uppnås", vec![Period, Term]),
            ("Läget 2031: ✔    Mandatperioden: –", vec![Period, Term]),
            ("Bedömning: arbetet går enligt plan.", vec![]),
        ] {
            let found: Vec<SectionKind> = labels(text, &book).into_iter().map(|(_, kind)| kind).collect();
            assert_eq!(found, kinds, "{text}");
        }
    }
}
