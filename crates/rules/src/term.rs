//! What a goal says of the term where no section of its own assesses it: a label in a line
//! ("Bedömning helår: på väg. Bedömning mandatperioden: delvis på väg.") or a column.

use uppsikt_domain::assessment::Horizon;
use uppsikt_domain::goal::GoalView;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::Table;
use uppsikt_text::case::Lower;

/// What is said of the term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Neither a label nor an assessment.
    Unnamed,
    /// A label with nothing after it.
    LabelOnly,
    /// Words, whatever they say.
    Said,
}

/// What a goal says of the term.
pub fn of(goal: &GoalView<'_>) -> Term {
    if goal.assessment(Horizon::Term).is_some() {
        return Term::Said;
    }
    let sections = || std::iter::once(goal.section).chain(goal.row).flat_map(Section::all);
    let tables = sections().flat_map(|section| &section.blocks).filter_map(|block| block.table());
    let texts = sections().flat_map(|section| {
        let heading = section.heading.as_ref().map(|heading| heading.text.clone());
        heading.into_iter().chain([section.own_text()])
    });
    let all: Vec<Term> = tables.map(in_table).chain(texts.map(|text| in_text(&text))).collect();
    let has = |term: Term| all.contains(&term);
    if has(Term::Said) {
        Term::Said
    } else if has(Term::LabelOnly) {
        Term::LabelOnly
    } else {
        Term::Unnamed
    }
}

const TERM: &str = "mandatperiod";

fn in_table(table: &Table) -> Term {
    let named = |text: &str| text.lower().contains(TERM);
    let Some(column) = table.columns.iter().position(|column| named(&column.heading.text)) else {
        return Term::Unnamed;
    };
    let printed =
        |cell: &uppsikt_domain::table::Cell| cell.printed.as_deref().is_some_and(|it| !it.is_empty());
    let said = table.rows.iter().any(|row| row.cells.get(column).is_some_and(printed));
    if said { Term::Said } else { Term::LabelOnly }
}

/// The label is the word with its ending, maybe years, and a colon.
fn in_text(text: &str) -> Term {
    let lower = text.lower();
    let labelled = lower.match_indices(TERM).filter_map(|(at, word)| {
        let (label, rest) = lower[at + word.len()..].split_once(':')?;
        let is_label = label.chars().count() <= LABEL
            && label.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\u{2013}' | '*' | '_'));
        let said = rest.lines().next().unwrap_or_default().contains(char::is_alphanumeric);
        is_label.then_some(if said { Term::Said } else { Term::LabelOnly })
    });
    let all: Vec<Term> = labelled.collect();
    let first = all.iter().find(|term| **term == Term::Said).or(all.first());
    first.copied().unwrap_or(Term::Unnamed)
}

/// So many letters at most from the word to its colon: "en 2023–2026".
const LABEL: usize = 14;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_in_a_line_is_told_from_words_in_running_text() {
        for (text, term) in [
            ("Bedömning helår: på väg. Bedömning mandatperioden: delvis på väg.", Term::Said),
            ("**Bedömning mandatperioden 2023\u{2013}2026:** på väg", Term::Said),
            ("Bedömning helår: på väg. Bedömning mandatperioden:", Term::LabelOnly),
            ("Under mandatperioden görs tre saker som nämnden vill: gator, parker och torg.", Term::Unnamed),
            ("Arbetet är på väg.", Term::Unnamed),
        ] {
            assert_eq!(in_text(text), term, "{text}");
        }
    }
}
