//! Assessments set apart by spaces below a goal: "Måluppfyllelse        Delvis uppfyllt", a line of labels
//! over a line of what they say, and a status on a line of its own above its text.

use super::Outline;
use crate::book::{HeadingKind, Known};
use crate::checked;
use crate::joined::Joined;
use crate::piece::Heading;
use crate::table_goals::status;
use uppsikt_domain::section::SectionKind;

/// So much space parts what stands beside each other in a line.
const APART: &str = "   ";

/// A label, what it says, and what stands beside and below it.
pub(super) struct Strip {
    pub label: Heading,
    pub told: Joined,
    pub rest: Vec<Joined>,
}

impl Outline<'_> {
    /// The assessment that the first lines of a paragraph in a goal are.
    pub(super) fn strip(&self, words: &Joined) -> Option<Strip> {
        if !self.inside(SectionKind::Goal) || !self.document.is_report() {
            return None;
        }
        let lines = words.source_lines();
        let first = self.cells(*lines.first()?);
        let below = |from: usize| -> Option<Joined> {
            let rest = Joined::lines(self.source, lines[from..].iter().copied());
            (!rest.is_empty()).then_some(rest)
        };
        if let [label, told, others @ ..] = first.as_slice()
            && let Some(label) = self.assessing_label(label, told)
        {
            let rest = others.iter().cloned().chain(below(1)).collect();
            return Some(Strip { label, told: told.clone(), rest });
        }
        let (head, row) = match lines.get(1) {
            Some(_) => (lines[0], 1),
            None => (self.line_above(lines[0])?, 0),
        };
        let (heads, cells) = (self.cells(head), self.cells(lines[row]));
        let over = heads.len() == cells.len() && heads.len() > 1;
        let mut pairs = heads.iter().zip(&cells).filter(|_| over);
        let (label, told) =
            pairs.find_map(|(label, told)| Some((self.assessing_label(label, told)?, told)))?;
        let others = heads.iter().zip(&cells).filter(|(_, own)| own.text != told.text);
        let others = others.flat_map(|(label, told)| [label.clone(), told.clone()]);
        let rest = others.chain(below(row + 1)).collect();
        Some(Strip { label, told: told.clone(), rest })
    }

    /// The line right above, where it is the last paragraph that was read.
    fn line_above(&self, line: usize) -> Option<usize> {
        let above = line.checked_sub(1).filter(|above| !self.source.blank(*above))?;
        let last = self.top()?.section.blocks.last()?;
        (last.span.at.line == self.source.number(above)).then_some(above)
    }

    /// The words of a line that wide spaces part.
    fn cells(&self, line: usize) -> Vec<Joined> {
        let raw = self.source.raw(line);
        let mut found: Vec<Joined> = Vec::new();
        let mut at = 0;
        for cell in raw.split(APART) {
            let start = at + cell.len() - cell.trim_start().len();
            at += cell.len() + APART.len();
            let mut words = Joined::default();
            words.push(self.source, line, start..start + cell.trim().len());
            found.extend((!words.is_empty()).then_some(words));
        }
        found
    }

    /// A label of an assessment with a status beside or below it.
    fn assessing_label(&self, label: &Joined, told: &Joined) -> Option<Heading> {
        use SectionKind::{AssessmentPeriod, AssessmentTerm};
        let assesses =
            |known: &Known| matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm));
        let bare = label.text.trim_end_matches([':', '*', ' ']);
        let headed = self.book.headings(bare).into_iter().find(assesses);
        let known = self.book.assessment_label(bare).or(headed)?;
        let stated = status(&told.text, self.book).is_some() && status(bare, self.book).is_none();
        stated.then(|| Heading::labelled(label.slice(0..bare.len()), vec![known]))
    }

    /// Where a paragraph below a goal, or below the heading of what was done for it, begins with a status
    /// alone on its line: where that line ends.
    pub(super) fn status_line(&self, words: &Joined) -> Option<usize> {
        use SectionKind::{Goal, Report};
        let below = self.top().is_some_and(|top| {
            top.section.kind == Goal || (top.section.kind == Report && top.section.blocks.is_empty())
        });
        let assessed = |inner: &uppsikt_domain::section::Section| inner.kind == SectionKind::AssessmentPeriod;
        let goal = self.open.iter().find(|open| open.section.kind == Goal)?;
        if !below || !self.document.is_report() || goal.section.sections.iter().any(assessed) {
            return None;
        }
        let lines = words.source_lines();
        let first = Joined::line(self.source, *lines.first()?).text;
        let bare = first.trim_matches(['*', '_', '.', ' ']);
        let worded = bare.chars().filter(|c| c.is_alphabetic()).count() > 3;
        let own = worded && words.text.starts_with(first.as_str()) && self.is_status_alone(bare);
        own.then_some(first.len())
    }

    /// Whether a heading that nobody knows is a status and nothing else.
    pub(super) fn is_status_heading(&self, heading: &Heading) -> bool {
        self.status_line(&heading.words) == Some(heading.words.text.len())
    }

    /// Whether a paragraph right below a goal is a row of boxes of which one is ticked.
    pub(super) fn ticks_status(&self, words: &Joined) -> bool {
        let below = self.top().is_some_and(|top| top.section.kind == SectionKind::Goal);
        let ticked =
            || checked::ticked(&words.text).is_some_and(|told| self.is_status_alone(&words.text[told]));
        below && self.document.is_report() && checked::is_row_of_boxes(&words.text) && ticked()
    }

    fn is_status_alone(&self, text: &str) -> bool {
        let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        crate::verdict::is_status(bare, self.book)
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::assessment::{Horizon, Status};

    #[test]
    fn an_assessment_may_stand_apart_by_spaces_or_on_a_line_of_its_own() {
        for (told, wording) in [
            ("Måluppfyllelse          Delvis uppfyllt", "Delvis uppfyllt"),
            ("Status            Trend\nDelvis uppfyllt   Nedåt", "Delvis uppfyllt"),
            ("Trend       Status\nNedåt       Gul", "Gul"),
            ("Resultat\nDelvis uppfyllt\nTaken läcker på två ställen.", "Delvis uppfyllt"),
            ("Samlad bedömning: 🟡 Delvis", "🟡 Delvis"),
        ] {
            let text = format!(
                "Parknämnden\nÅrsanalys 2031\n\nMål och måluppfyllelse\n\nNämndmål: Fler gröna tak\n\n{told}\n\n\
                 Sju tak har såtts.\n\nNämndmål: Fler dammar\n\nBedömning: Uppfyllt\n\nTre dammar har grävts.\n"
            );
            let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
            let found = document.goals()[0].assessment(Horizon::Period);
            let found = found.map(|it| (it.status, it.wording.as_str()));
            assert_eq!(found, Some((Status::PartlyOnTrack, wording)), "{told}");
        }
    }
}
