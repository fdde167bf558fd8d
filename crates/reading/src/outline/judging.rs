//! Sentences that judge goals inside their running text: "Nämnden bedömer att målet är uppnått." They
//! count where most goals of a report have one, and nothing else assesses them.

use super::{Open, Outline};
use crate::assessments;
use crate::book::{Book, first_fit, folded};
use crate::headings::is_goal as is_goals;
use crate::joined::Joined;
use crate::leads::assesses;
use crate::piece::Piece;
use crate::tables::build::Laid;
use crate::verdict;
use std::ops::Range;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::sentence;

/// Such a sentence has so many words at most.
const MOST_WORDS: usize = 24;
/// The term that a sentence is about is among so many of its first words.
const OPENING: usize = 4;
/// So begins a sentence that tells what the judgment of the term is.
const JUDGMENT: &str = "bedömning";
/// So many goals at least are judged so.
const FEWEST: usize = 2;

/// Whether sentences in their texts judge two goals of three, and no heading or label does.
pub(super) fn in_texts(pieces: &[Piece], book: &Book<'_>) -> bool {
    let mut judged: Vec<bool> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Heading(heading) if is_goals(&heading.meanings) => judged.push(false),
            Piece::Paragraph(words) | Piece::Item { words, .. } => {
                if assesses(&words.text, book) {
                    return false;
                }
                if let Some(last) = judged.last_mut().filter(|judged| !**judged) {
                    *last = !judging(&words.text, book).is_empty();
                }
            }
            Piece::Table(laid) if assesses_rows(laid, book) => return false,
            _ => {}
        }
    }
    let count = judged.iter().filter(|judged| **judged).count();
    count >= FEWEST && count * 3 >= judged.len() * 2
}

/// Whether the rows of a table are goals with their assessments.
fn assesses_rows(laid: &Laid, book: &Book<'_>) -> bool {
    let words = &book.goal_tables;
    let of_goals =
        laid.label_heading.as_ref().is_some_and(|label| first_fit(&words.goal, &label.text).is_some());
    of_goals && laid.columns.iter().any(|column| first_fit(&words.period, &column.text).is_some())
}

/// The sentences of a text that judge a goal: it is named as a whole, and its status stated.
fn judging(text: &str, book: &Book<'_>) -> Vec<Range<usize>> {
    sentence::ranges(text).into_iter().filter(|range| judges(&text[range.clone()], book)).collect()
}

/// "Måluppfyllelsen är på rätt väg": the style's word for how a goal is reached, and a status.
fn judges_reaching(sentence: &str, book: &Book<'_>) -> bool {
    let said = folded(sentence);
    let opens = book.style.status.reaching.iter().any(|word| said.starts_with(word.as_str()));
    opens && said.split_whitespace().count() <= MOST_WORDS && verdict::first_status(sentence, book).is_some()
}

/// Whether a sentence names a goal as a whole and states how it goes.
pub(crate) fn judges(sentence: &str, book: &Book<'_>) -> bool {
    let said = folded(sentence);
    let named = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        book.style
            .status
            .subjects
            .iter()
            .any(|subject| subject.ends_with("målet") && bare.ends_with(subject.as_str()))
    };
    let words = said.split_whitespace().count();
    words <= MOST_WORDS && said.split(' ').any(named) && verdict::first_status(sentence, book).is_some()
}

impl Outline<'_> {
    /// Whether a paragraph of a goal that nothing has assessed opens with a sentence that judges it.
    pub(super) fn opens_judging(&self, words: &Joined) -> bool {
        self.may_judge() && judging(&words.text, self.book).first().is_some_and(|range| range.start == 0)
    }

    /// Whether a heading of a goal that nothing has assessed is a sentence that judges it.
    pub(super) fn judges_in_heading(&self, text: &str) -> bool {
        let may = self.document.is_report() && !self.headed_assessments && self.goal_is_open();
        may && (judges(text, self.book) || judges_reaching(text, self.book))
    }

    /// Where the sentence begins in a paragraph that judges its goal.
    pub(crate) fn judges_within(&self, words: &Joined) -> Option<usize> {
        let first = || judging(&words.text, self.book).into_iter().map(|range| range.start).next();
        if self.may_judge() { first().filter(|start| *start > 0) } else { None }
    }

    /// "Under perioden går arbetet enligt plan. Sett till mandatperioden …": where the sentence begins in the
    /// assessment of a period that assesses the term, after one that assesses the period.
    pub(super) fn term_within(&self, words: &Joined) -> Option<usize> {
        let period = self.top().is_some_and(|top| top.section.kind == SectionKind::AssessmentPeriod);
        if !period || !self.document.is_report() {
            return None;
        }
        let states = |range: &Range<usize>| {
            let stated = verdict::first_status(&words.text[range.clone()], self.book);
            stated.is_some_and(|(status, _)| status != Status::NotStated)
        };
        let of_term = |range: &Range<usize>| {
            let opening = folded(&words.text[range.clone()]);
            opening.split(' ').take(OPENING).any(|word| word.starts_with("mandatperiod"))
        };
        let sentences = sentence::ranges(&words.text);
        let at = sentences.iter().position(|range| of_term(range) && states(range))?;
        let before = sentences[..at].iter().any(states) && !self.headed_terms;
        // "Bedömningen för mandatperioden är att …" below "Bedömning helår: Målet nås delvis".
        let opens = folded(&words.text[sentences[at].clone()]).starts_with(JUDGMENT);
        (before || opens && self.period_is_stated()).then(|| sentences[at].start)
    }

    /// Whether the open assessment of a period states it above, by its heading or in a paragraph of its own.
    fn period_is_stated(&self) -> bool {
        let Some(top) = self.top() else { return false };
        let headed =
            top.section.heading.as_ref().is_some_and(|it| assessments::states_itself(&it.text, self.book));
        let told = |text: &str| {
            text.split(' ').count() <= OPENING * 2
                && verdict::first_status(text, self.book).is_some_and(|(it, _)| it != Status::NotStated)
        };
        headed || top.section.blocks.iter().any(|block| told(&block.text()))
    }

    /// An assessment of the term that a sentence gave its goal gives way to one with a heading of its own.
    pub(super) fn drop_told_terms(&mut self) {
        let goal = self.open.iter_mut().rev().find(|open| open.section.kind == SectionKind::Goal);
        let told = goal.into_iter().flat_map(|goal| &mut goal.section.sections);
        let told = told.filter(|it| it.kind == SectionKind::AssessmentTerm && it.heading.is_none());
        told.for_each(|section| section.kind = SectionKind::Other);
    }

    fn may_judge(&self) -> bool {
        self.judged_in_text && !self.headed_assessments && self.goal_is_open()
    }

    /// Whether a goal is open that nothing assesses or has assessed.
    fn goal_is_open(&self) -> bool {
        use SectionKind::{AssessmentPeriod, Goal};
        let goal = self.open.iter().find(|open| open.section.kind == Goal);
        let assessed = |open: &Open| open.section.sections.iter().any(|inner| inner.kind == AssessmentPeriod);
        !self.assessing() && goal.is_some_and(|open| !assessed(open))
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::assessment::{Horizon, Status};

    #[test]
    fn one_paragraph_may_judge_the_period_and_the_term() {
        let text = "Delårsrapport 2031\nParknämnden\n\nKommunfullmäktigemål - Alla dammar är rena\n\n\
             Bedömning av målet\nUnder årets första månader har rensningen gått enligt plan. Sett till \
             mandatperioden som helhet bedöms arbetet delvis gå enligt plan.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let status = |horizon| document.goals()[0].assessment(horizon).map(|it| it.status);
        assert_eq!(status(Horizon::Period), Some(Status::OnTrack));
        assert_eq!(status(Horizon::Term), Some(Status::PartlyOnTrack));
    }

    #[test]
    fn what_is_printed_after_the_label_goes_before_the_prose_below_it() {
        let text = "Delårsrapport augusti 2031\nParknämnden\n\nMåluppfyllelse\n\nMål: Alla dammar är rena\n\n\
             Bedömning helår: Målet uppnås delvis\n\nTvå dammar har rensats men slammet är djupt. Bedömningen för \
             mandatperioden\när att målet kommer att uppnås.\n\nMål: Färre parker stängs\n\n\
             Bedömning helår: Målet uppnås inte\n\nTvå parker har stängts. Vi räknar med att målet uppnås år 2033.\n\n\
             Ekonomi\n\nPrognosen är noll.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let goals = document.goals();
        let told =
            |goal: usize, horizon| goals[goal].assessment(horizon).map(|it| (it.status, it.wording.as_str()));
        assert_eq!(told(0, Horizon::Period), Some((Status::PartlyOnTrack, "uppnås delvis")));
        assert_eq!(told(0, Horizon::Term), Some((Status::OnTrack, "kommer att uppnås")));
        assert_eq!(told(1, Horizon::Period), Some((Status::OffTrack, "uppnås inte")));
        assert_eq!(told(1, Horizon::Term), None);
    }

    #[test]
    fn a_term_with_a_heading_goes_before_one_in_a_sentence() {
        let text = "Delårsrapport augusti 2031\nParknämnden\n\nMåluppfyllelse\n\nMål: Alla dammar är rena\n\n\
             Bedömning helår: Målet uppnås delvis\n\nBedömningen för mandatperioden är att målet kommer att uppnås.\n\n\
             Bedömning mandatperioden: Uppnås inte\n\nEkonomi\n\nPrognosen är noll.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let term = document.goals()[0].assessment(Horizon::Term).map(|it| it.status);
        assert_eq!(term, Some(Status::OffTrack));
    }

    #[test]
    fn degrees_after_labels_are_statuses() {
        let text = "# Årsanalys 2031\n\nParknämnden\n\n## Mål\n\n### Mål 1: Alla dammar är rena\n\n\
             Det finns en hög grad av slam.\n\n**Årets bidrag: Viss grad.** Två dammar är rena.\n\n\
             **Mandatperioden: Mycket hög grad.** Fler rensas.\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let status = |horizon| document.goals()[0].assessment(horizon).map(|it| it.status);
        assert_eq!(status(Horizon::Period), Some(Status::PartlyOnTrack));
        assert_eq!(status(Horizon::Term), Some(Status::OnTrack));
    }

    #[test]
    fn a_heading_or_a_label_with_a_sentence_judges_its_goal() {
        let report = |judged: &str| {
            format!(
                "# Årsanalys 2031\n\nParknämnden\n\n## Mål\n\n### Mål 1: Alla dammar är rena\n\n\
                 Dammarna rensas varje vår.\n\n{judged}\n\nSju av åtta dammar är rena.\n"
            )
        };
        for (judged, status) in [
            ("#### Måluppfyllelsen är på rätt väg", Status::OnTrack),
            ("Status: Målet bedöms inte nås under året", Status::OffTrack),
        ] {
            let document = read("a.md", report(judged).as_bytes(), &HouseStyle::standard()).unwrap();
            let goals = document.goals();
            assert_eq!(goals[0].assessment(Horizon::Period).map(|it| it.status), Some(status), "{judged}");
        }
    }
}
