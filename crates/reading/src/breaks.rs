//! Where paragraphs part without an empty line between them: at headings that are known, at
//! labels of assessments, and after the last row of a table.

mod around;

use crate::agenda;
use crate::book::{Book, HeadingKind, Known, first_fit, unnumbered};
use crate::chunks::{ends_sentence, wants_more};
use crate::contents::squeezed;
use crate::headings::{has_finite_verb, is_marked};
use crate::leads::assesses;
use crate::source::Source;
use crate::tables::caption::{is_caption, is_named_with_unit};
use crate::tables::{below, columns, tail};
use crate::values::start_only;
use crate::verdict;
use around::{ends_item, is_below_assessing, sets_out_aim};
use std::collections::HashSet;
use uppsikt_domain::section::SectionKind;

/// A heading on a line of its own is at most so long, in bytes.
const LONGEST_LINE: usize = 200;

/// The heading of an assessment is at most so long there, in bytes.
const LONGEST_ASSESSING: usize = 80;

/// What a line is to the lines around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    /// A heading in the very words of the style or of the contents.
    Heading,
    /// A sub-chapter of the economy, which may as well be the label of a row.
    Part,
    /// A goal, an area or a marked assignment, which may go on over lines.
    Marked,
    /// "Bedömning av perioden: på väg".
    Label,
    /// "Riktat till: skolnämnden", below a goal.
    Directed,
    /// "Mål 4: God utbildning för alla".
    Link,
    /// "Agenda 2030: 4 God utbildning för alla".
    Agenda,
    /// "Tabell 3. Avgifter, tkr".
    Caption,
    /// "Andel nöjda gäster, utgångsläge 80, mål 90".
    Measured,
    /// Words and figures.
    Row,
    /// A sentence that ends on its line.
    Sentence,
    /// Anything else.
    Other,
}

/// The lines that open a paragraph although no empty line stands before them.
pub(crate) fn breaks(source: &Source, book: &Book<'_>, titles: &HashSet<String>) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut before = Line::Other;
    let mut row = None;
    let mut orders = false;
    for line in 0..source.len() {
        if !source.free(line) {
            (before, row) = (Line::Other, None);
            continue;
        }
        let own = kind(source, book, titles, line);
        if own == Line::Row {
            row = Some(line);
        } else {
            found.extend(row.map(|row| below::opens(source, book, row, line)).unwrap_or_default());
            let labelled = below::is_set_out(source, line) && !below::is_set_in(source, line);
            let heads = below::is_head(source, book, line) || is_below_head(source, book, line);
            row = if labelled && !heads { Some(line) } else { row };
        }
        let next_order = || orders && before == Line::Sentence && is_order(book, source.text(line));
        if line > 0 && source.free(line - 1) && (parts(source, book, line, before, own) || next_order()) {
            found.insert(line);
        }
        if matches!(own, Line::Heading | Line::Marked) {
            orders = opens_orders(book, source.text(line));
        }
        before = if own == Line::Other && goes_on(source, line, before) { before } else { own };
    }
    found
}

/// Whether a line stands right below the words of a head that are set in: "Indikator   Källa" below
/// "Utfall   Målvärde".
fn is_below_head(source: &Source, book: &Book<'_>, line: usize) -> bool {
    let above = line.checked_sub(1).filter(|above| source.free(*above) && below::is_set_in(source, *above));
    above.is_some_and(|above| below::is_head(source, book, above))
}

/// Whether a line is a heading over orders: "2 Uppdrag".
fn opens_orders(book: &Book<'_>, text: &str) -> bool {
    first_fit(&book.order_lists, unnumbered(text).1).is_some()
}

/// Whether a line begins with an order to a body: "Parknämnden får i uppdrag att".
fn is_order(book: &Book<'_>, text: &str) -> bool {
    let given = |known: &Known| {
        known.kind == HeadingKind::Section(SectionKind::Assignment) && known.by.starts_with("{body}")
    };
    text.starts_with(char::is_uppercase) && book.headings(text).iter().any(given)
}

/// Whether a line is more of what the one before it is: a goal's name goes on in lower case, and so do links,
/// or after a comma.
fn goes_on(source: &Source, line: usize, before: Line) -> bool {
    let lower = source.text(line).starts_with(char::is_lowercase);
    let listed = || line > 0 && source.text(line - 1).ends_with(',');
    match before {
        Line::Marked => lower,
        Line::Agenda => lower || listed(),
        _ => false,
    }
}

fn kind(source: &Source, book: &Book<'_>, titles: &HashSet<String>, line: usize) -> Line {
    let text = source.text(line);
    let opens = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if opens && text.ends_with(',') && names_links(book, text) {
        return Line::Agenda;
    }
    if opens && text.len() <= LONGEST_LINE && !text.ends_with([',', ';', '-']) {
        if titles.contains(&squeezed(text)) {
            return Line::Heading;
        }
        if agenda::is_own(text) {
            return Line::Link;
        }
        if is_directed(book, text) {
            return Line::Directed;
        }
        if text.len() <= LONGEST_ASSESSING && opens_orders(book, text) {
            return Line::Heading;
        }
        let known = book.headings(text);
        if is_marked(&known) {
            return Line::Marked;
        }
        let whole = |known: &&Known| !known.by.contains('*') || is_assessing(source, line, known);
        let exact = known.iter().find(|known| whole(known) && !text.ends_with('.'));
        if let Some(known) = exact {
            let part = matches!(known.kind, HeadingKind::EconomyPart | HeadingKind::Chapter);
            return if part { Line::Part } else { Line::Heading };
        }
        if is_label(book, text) {
            return Line::Label;
        }
        if names_links(book, text) {
            return Line::Agenda;
        }
        let captioned = || is_caption(text, book) || (is_named_with_unit(text) && !is_strong(source, line));
        if source.blank(line + 1) && !has_finite_verb(text) && captioned() {
            return Line::Caption;
        }
    }
    if opens && (says_start(text) || sets_out_aim(source, book, line)) {
        return Line::Measured;
    }
    if is_strong(source, line) && !columns::opens_with_unit(source.text(line + 1)) {
        return Line::Row;
    }
    if ends_sentence(text) { Line::Sentence } else { Line::Other }
}

/// Whether a line ends in figures.
fn is_strong(source: &Source, line: usize) -> bool {
    let raw = source.raw(line);
    tail::tail(raw, false).is_some_and(|tail| tail::is_strong(raw, &tail))
}

/// The words of a row before its figures.
fn label(raw: &str) -> &str {
    let figures = tail::tail(raw, false).and_then(|tail| tail.words.first().map(|word| word.range.start));
    raw[..figures.unwrap_or(raw.len())].trim()
}

/// Whether a line is the heading of an assessment and nothing else, whatever stands in its pattern.
fn is_assessing(source: &Source, line: usize, known: &Known) -> bool {
    use SectionKind::{AssessmentPeriod, AssessmentTerm};
    let text = source.text(line);
    let assessing = matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm));
    let goes_on = source.text(line + 1).starts_with(char::is_lowercase);
    assessing
        && text.len() <= LONGEST_ASSESSING
        && !text.contains([':', ',', '.'])
        && !goes_on
        && !wants_more(text)
        && !has_finite_verb(text)
}

/// Whether a line begins with the label of an assessment.
pub(crate) fn is_label(book: &Book<'_>, text: &str) -> bool {
    let Some((label, rest)) = text.split_once(": ") else { return false };
    let assessing = |known: &Known| {
        matches!(
            known.kind,
            HeadingKind::Section(SectionKind::AssessmentPeriod | SectionKind::AssessmentTerm)
        )
    };
    let headed = || book.headings(label).first().is_some_and(assessing);
    label.len() < 90 && !rest.is_empty() && (headed() || assesses(text, book))
}

/// Whether a line says where a measure starts.
fn says_start(text: &str) -> bool {
    let words = ["tgångs", "uläge", "tartvärde"];
    words.iter().any(|word| text.contains(word)) && start_only(text).is_some()
}

/// Whether a line names links to Agenda 2030 after a colon.
fn names_links(book: &Book<'_>, text: &str) -> bool {
    let listed = |(_, rest): (&str, &str)| rest.contains(|c: char| c.is_ascii_digit());
    text.split_once(": ").is_some_and(listed) && book.is_agenda_intro(text)
}

/// Whether a line tells whom a goal is directed to.
pub(crate) fn is_directed(book: &Book<'_>, text: &str) -> bool {
    let label = text.split_once(':').map_or("", |(label, _)| label);
    book.style.goals.directed.iter().any(|own| crate::book::folded(own) == crate::book::folded(label))
}

fn parts(source: &Source, book: &Book<'_>, line: usize, before: Line, own: Line) -> bool {
    let text = source.text(line);
    let row_follows = || is_strong(source, line + 1);
    match (before, own) {
        (_, Line::Link) => !wants_more(source.text(line - 1)),
        (_, Line::Directed) => true,
        (Line::Directed, Line::Heading | Line::Label | Line::Agenda) => true,
        (Line::Link, _) => text.starts_with(char::is_uppercase),
        (Line::Marked, Line::Agenda) => !wants_more(source.text(line - 1)),
        (Line::Measured, Line::Measured | Line::Heading | Line::Marked | Line::Label) => true,
        (Line::Agenda, Line::Heading | Line::Marked | Line::Label) => true,
        (Line::Other, Line::Heading) => is_part_below(source, book, line),
        (Line::Row, Line::Heading) => !row_follows(),
        (
            Line::Sentence | Line::Heading | Line::Part | Line::Label | Line::Row,
            Line::Heading | Line::Marked | Line::Label,
        ) => true,
        (Line::Marked, Line::Heading | Line::Label | Line::Marked) => true,
        (Line::Sentence | Line::Heading, Line::Part) => !row_follows(),
        // "mnkr   Budget 2031   Prognos" below a heading of the contents is the head of a table.
        (Line::Heading, _) if columns::opens_with_unit(text) && is_set_out(source, line) => true,
        (Line::Heading | Line::Part, Line::Other | Line::Sentence) => text.starts_with(char::is_uppercase),
        (Line::Row, Line::Sentence) => {
            let closed = || first_fit(&book.totals, label(source.raw(line - 1))).is_some();
            let opens = text.starts_with(|c: char| !c.is_lowercase());
            opens && text.len() > 45 && text.ends_with('.') && (has_finite_verb(text) || closed())
        }
        (Line::Other, Line::Caption) => !wants_more(source.text(line - 1)) && is_caption(text, book),
        (Line::Sentence | Line::Row | Line::Heading | Line::Part, Line::Caption) => {
            !wants_more(source.text(line - 1))
        }
        // The first line of a paragraph right below the last row.
        (Line::Row, Line::Other) => {
            let opens = text.len() > 60 && text.starts_with(char::is_uppercase) && has_finite_verb(text);
            opens && !row_follows() && source.free(line + 1)
        }
        (Line::Sentence, Line::Other) => is_inner_title(source, line),
        (Line::Other, Line::Marked) => {
            let above = source.text(line - 1);
            above.len() < 60 && above.starts_with(char::is_uppercase) && !wants_more(above)
        }
        (Line::Marked, Line::Sentence) => {
            let above = source.text(line - 1);
            text.starts_with(char::is_uppercase) && has_finite_verb(text) && !wants_more(above)
        }
        _ => false,
    }
}

/// Whether wide spaces stand between the words of a line.
fn is_set_out(source: &Source, line: usize) -> bool {
    source.raw(line).trim().contains("   ")
}

/// Whether the heading of a part of a goal stands below an item, or below an assessment in a few words.
fn is_part_below(source: &Source, book: &Book<'_>, line: usize) -> bool {
    use SectionKind::*;
    let part = |known: &Known| {
        let parts = [AssessmentPeriod, AssessmentTerm, DesiredOutcome, FollowUp, Report, TermPlan, YearPlan];
        matches!(known.kind, HeadingKind::Section(kind) if parts.contains(&kind))
    };
    let above = source.text(line - 1);
    let item = ends_item(source, line - 1) || source.indented_once(line - 1);
    let ends = || item || verdict::is_status(above, book) || is_below_assessing(source, book, line - 1);
    let goes_on = source.text(line + 1).starts_with(char::is_lowercase);
    !wants_more(above) && !goes_on && ends() && book.headings(source.text(line)).first().is_some_and(part)
}

/// A few words with a capital and without verb or stop, after a sentence and right above a line
/// that opens another.
fn is_inner_title(source: &Source, line: usize) -> bool {
    let (text, next) = (source.text(line), source.text(line + 1));
    let words = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | ','));
    words
        && text.len() <= 45
        && text.starts_with(char::is_uppercase)
        && !wants_more(text)
        && !has_finite_verb(text)
        && source.free(line + 1)
        && next.starts_with(char::is_uppercase)
        && next.len() >= 36
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str) -> Vec<usize> {
        let style = HouseStyle::standard();
        let source = Source::new(text);
        let mut found: Vec<usize> =
            breaks(&source, &Book::new(&style), &HashSet::new()).into_iter().collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn known_headings_part_text_without_empty_lines() {
        let text = "Sammanfattning\nÅret blev bra.\nNämndens ansvar\nNämnden har hand om\nparker.";
        assert_eq!(read(text), [1, 2, 3]);
        assert!(read("Nämnden planerar för\nSammanfattning\nav allt.").is_empty());
    }

    #[test]
    fn a_head_that_begins_with_its_unit_is_no_part_of_the_heading_above() {
        let text =
            "Sammanfattning\nmnkr            Budget 2031   Prognos\nDammar                  4,0       4,2\n";
        assert_eq!(read(text), [1]);
        assert!(read("Sammanfattning\nmnkr anges i hela rapporten.").is_empty());
    }

    #[test]
    fn labels_of_assessments_stand_alone() {
        let text = "Arbetet går bra.\nBedömning av perioden: Enligt plan.\nBedömning av mandatperioden: Enligt plan.";
        assert_eq!(read(text), [1, 2]);
    }

    #[test]
    fn links_to_agenda_2030_and_what_follows_them_stand_alone() {
        let text = "Mål 1: Fler ska bada i\nstadens alla sjöar\nAgenda 2030: 14 Hav\nPlanering för året";
        assert_eq!(read(text), [2, 3]);
    }

    #[test]
    fn parts_of_a_goal_open_below_items_and_assessments() {
        let text = "Text\n- Nya bryggor\nIndikatorer\nAntal bad";
        assert!(read(text).contains(&2));
        assert!(read("Bedömning helår\nMålet nås\nBedömning mandatperioden\nMålet nås inte").contains(&2));
        assert!(read("- Nya bryggor och\nIndikatorer\nsom följs").is_empty());
        assert!(read("Text\n- Nya bryggor\n  och stegar\nIndikatorer\nAntal bad").contains(&3));
        let judged = "Bedömning helår\nMålet bedöms inte nås\nBedömning mandatperioden\nMålet nås";
        assert!(read(judged).contains(&2));
    }

    #[test]
    fn a_few_words_between_two_paragraphs_stand_alone() {
        let text =
            "Arbetet går bra.\nNärvaro\nDen långa frånvaron sjönk något, men mindre än nämnden väntat.";
        assert_eq!(read(text), [1]);
    }

    #[test]
    fn a_sentence_after_the_last_row_is_no_row() {
        let text = "Summa 612 400 619 200\nHemtjänsten har högre kostnader än budget eftersom timmarna ökar.";
        assert_eq!(read(text), [1]);
    }
}
