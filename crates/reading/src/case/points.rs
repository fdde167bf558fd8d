//! The points of a case: what is proposed, and what is asked.

use super::Parts;
use super::phrases::{lettered, unlettered, unnumbered, without_that};
use crate::book::{Book, folded};
use crate::chunks::item_mark;
use crate::head::in_body;
use crate::joined::Joined;
use crate::words::holds_any;
use uppsikt_domain::document::Document;
use uppsikt_text::sentence;

/// A paragraph or an item of it.
struct Point {
    words: Joined,
    /// How far in its mark stands, where it has one.
    mark: Option<Mark>,
}

#[derive(Clone, Copy)]
struct Mark {
    indent: usize,
    length: usize,
    ordered: bool,
}

impl Parts<'_> {
    /// What is proposed, each point for itself.
    pub(super) fn decisions(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for paragraphs in self.below(&self.book.case_decisions) {
            found.extend(self.proposed_in(&paragraphs));
        }
        if found.is_empty() {
            found = self.opened_decisions();
        }
        found
    }

    /// The points below a line that says who is proposed to decide, where no heading stands above it.
    fn opened_decisions(&self) -> Vec<String> {
        let mut lines = 0..self.source.len();
        let opening = lines.find(|line| {
            let text = folded(self.source.text(*line));
            let text = text.trim_end_matches([':', ' ']);
            let text = text.strip_suffix(" att").unwrap_or(text);
            text.ends_with(self.book.style.case.proposes.as_str())
        });
        let Some(opening) = opening else { return Vec::new() };
        let paragraphs = self.paragraphs(opening + 1);
        let marked = |lines: &Vec<usize>| {
            lines.iter().any(|line| self.mark(*line).is_some() || self.opens_clause(*line))
        };
        let listed: Vec<Vec<usize>> = paragraphs.into_iter().take_while(marked).collect();
        self.proposed_in(&listed)
    }

    fn proposed_in(&self, paragraphs: &[Vec<usize>]) -> Vec<String> {
        let paragraphs: Vec<Vec<usize>> =
            paragraphs.iter().map(|lines| self.without_opening(lines)).filter(|it| !it.is_empty()).collect();
        let mut points = self.points(&paragraphs);
        if points.iter().any(|point| point.mark.is_some()) {
            points.retain(|point| point.mark.is_some());
        } else {
            points = points.into_iter().flat_map(|point| self.clauses(point)).collect();
        }
        let texts = points.into_iter().map(|point| without_body(self.book, point.words.text));
        let texts = texts.filter(|text| !self.opens_points(text));
        texts.map(|text| without_that(&text)).filter(|text| !text.is_empty()).collect()
    }

    /// The lines of a paragraph without the one that only says who decides.
    fn without_opening(&self, lines: &[usize]) -> Vec<usize> {
        let opens = self.mark(lines[0]).is_none() && self.opens_points(self.source.text(lines[0]));
        lines[usize::from(opens)..].to_vec()
    }

    /// "Parknämnden föreslås besluta att": words over the points.
    fn opens_points(&self, text: &str) -> bool {
        if in_body(self.book, text).is_some() {
            return true;
        }
        let style = &self.book.style.case;
        let text = folded(text);
        let text = text.trim_end_matches([':', ' ']);
        let own = [" att", ""].iter().filter_map(|end| text.strip_suffix(end));
        let proposed = own.into_iter().any(|text| text.ends_with(folded(&style.proposes).as_str()));
        let decides = |said: &String| text.ends_with(said.as_str()) && text.len() < said.len() + 60;
        proposed || style.decides.iter().any(decides)
    }

    /// Paragraphs, cut at the marks of items. What stands deeper below a number belongs to it.
    fn points(&self, paragraphs: &[Vec<usize>]) -> Vec<Point> {
        let mut found: Vec<Point> = Vec::new();
        for lines in paragraphs {
            for (at, line) in lines.iter().enumerate() {
                let mark = self.mark(*line);
                let text = self.source.text(*line);
                let goes_on = found.last().is_some_and(|open| match (&mark, open.mark) {
                    (Some(mark), Some(outer)) => outer.ordered && !mark.ordered && mark.indent > outer.indent,
                    (Some(_), None) => false,
                    (None, _) if at > 0 => true,
                    (None, outer) => {
                        outer.is_some()
                            && text.starts_with(char::is_lowercase)
                            && !open.words.text.ends_with(['.', '?'])
                    }
                });
                if !goes_on {
                    found.push(Point { words: Joined::default(), mark });
                }
                let start = mark.map_or(0, |mark| mark.length);
                if let Some(open) = found.last_mut() {
                    open.words.push(self.source, *line, start..self.source.raw(*line).len());
                }
            }
        }
        found
    }

    /// The mark of an item in a line: a bullet, a number, a letter or "Fråga 2".
    fn mark(&self, line: usize) -> Option<Mark> {
        let raw = self.source.raw(line);
        let indent = raw.len() - raw.trim_start().len();
        if let Some(mark) = item_mark(raw) {
            return Some(Mark { indent, length: mark.length, ordered: mark.ordered });
        }
        let text = &raw[indent..];
        let mut chars = text.chars();
        let letter = chars.next().is_some_and(char::is_lowercase) && chars.next() == Some(')');
        let bare = text.trim_start_matches('*');
        let asked = unnumbered(bare).len() < bare.len();
        (letter || asked).then_some(Mark { indent, length: indent, ordered: true })
    }

    fn opens_clause(&self, line: usize) -> bool {
        self.source.text(line).starts_with("att ")
    }

    /// A paragraph cut before the lines that begin with "att", or after every line where each is a sentence.
    fn clauses(&self, point: Point) -> Vec<Point> {
        let lines = point.words.source_lines();
        let stopped = lines.len() > 1 && lines.iter().all(|line| self.source.text(*line).ends_with('.'));
        let mut found: Vec<Joined> = vec![Joined::default()];
        for line in &lines {
            let parts = stopped || self.opens_clause(*line);
            if parts && found.last().is_some_and(|open| !open.is_empty()) {
                found.push(Joined::default());
            }
            if let Some(open) = found.last_mut() {
                open.push_line(self.source, *line);
            }
        }
        if found.len() == 1 {
            return vec![point];
        }
        found.into_iter().map(|words| Point { words, mark: None }).collect()
    }

    /// What those who are to answer are asked.
    pub(super) fn questions(&self, document: &Document) -> Vec<String> {
        // "Vi önskar svar på följande: a) Räcker bänkarna?": the heading goes on with them.
        let sections = self.under(document, &self.book.case_questions);
        let told = sections.iter().filter_map(|section| section.name.split_once(':'));
        let told = told.flat_map(|(_, rest)| sentence::ranges(rest).into_iter().map(|range| &rest[range]));
        let told: Vec<String> = told.filter(|text| text.trim().ends_with('?')).map(unlettered).collect();
        if !told.is_empty() {
            return told;
        }
        let mut found: Vec<String> = Vec::new();
        for paragraphs in self.below(&self.book.case_questions) {
            found.extend(self.asked_in(&paragraphs, true));
        }
        if found.is_empty() { self.opened_questions() } else { found }
    }

    /// The questions below a line that announces them: "Vi önskar svar på följande frågor:".
    fn opened_questions(&self) -> Vec<String> {
        let announces = |line: &usize| {
            let text = self.source.text(*line);
            text.ends_with(':') && holds_any(&folded(text), &self.book.style.case.asking)
        };
        let opening = (0..self.source.len()).filter(announces);
        let listed = opening.map(|line| {
            let asks = |lines: &Vec<usize>| {
                self.mark(lines[0]).is_some() || self.source.text(lines[0]).ends_with('?')
            };
            let listed: Vec<Vec<usize>> = self.paragraphs(line + 1).into_iter().take_while(asks).collect();
            self.asked_in(&listed, false)
        });
        listed.into_iter().find(|asked| !asked.is_empty()).unwrap_or_default()
    }

    /// The items of which half or more ask; in text without items, the sentences that ask.
    fn asked_in(&self, paragraphs: &[Vec<usize>], headed: bool) -> Vec<String> {
        let points = self.points(paragraphs);
        let tidy = |text: &str| unnumbered(unlettered(text).as_str());
        let marked: Vec<String> = points
            .iter()
            .filter(|it| it.mark.is_some())
            .map(|it| tidy(&it.words.text.replace("**", "")))
            .collect();
        let asked = marked.iter().filter(|text| text.contains('?')).count();
        let none_asks = asked == 0 && headed && !points.iter().any(|it| it.words.text.contains('?'));
        if !marked.is_empty() && (asked * 2 >= marked.len() || none_asks) {
            return marked;
        }
        let texts: Vec<&str> = points.iter().map(|it| it.words.text.as_str()).collect();
        let with_letters: Vec<String> = texts.iter().flat_map(|text| lettered(text)).collect();
        if !with_letters.is_empty() {
            return with_letters;
        }
        let cells = texts.iter().flat_map(|text| text.split('|'));
        let sentences = cells.flat_map(|text| sentence::sentences(text.trim())).map(str::trim);
        sentences.filter(|sentence| sentence.ends_with('?')).map(unnumbered).collect()
    }
}

/// A proposal without the words over it that say who decides it: "I parknämnden: Planen godkänns."
fn without_body(book: &Book<'_>, text: String) -> String {
    let told = text.split_once(": ").filter(|(first, _)| in_body(book, &format!("{first}:")).is_some());
    told.map(|(_, rest)| rest.to_owned()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::document::CaseHead;

    fn case(below: &str) -> CaseHead {
        let text =
            format!("Plan för parker\nPRK-2031-7\n\n{below}\n\nÄrendet\nPlanen är ny.\n\nBakgrund\nIngen.\n");
        read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap().case.unwrap()
    }

    #[test]
    fn what_is_proposed_is_parted_at_marks_clauses_and_sentences() {
        let proposals = ["anta planen för parker", "upphäva den gamla planen"];
        for text in [
            "Förslag till beslut\nParknämnden föreslås besluta att\n • anta planen för parker\n • upphäva den gamla planen",
            "Förvaltningens förslag\nParknämnden beslutar\natt anta planen\nför parker\natt upphäva den gamla planen",
            "Parknämnden föreslås besluta att\n\n- anta planen för parker\n- upphäva den gamla planen",
        ] {
            assert_eq!(case(text).proposed_decisions, proposals, "{text}");
        }
        let lines = case("Förslag till beslut\nPlanen för parker antas.\nDen gamla planen upphävs.");
        assert_eq!(lines.proposed_decisions.len(), 2);
        let deeper = case(
            "Förslag till beslut\n1. Kontoret får i uppdrag att\n   - rensa dammarna\n   - måla bänkarna\n2. Planen antas.",
        );
        assert_eq!(deeper.proposed_decisions.len(), 2, "{:?}", deeper.proposed_decisions);
    }

    #[test]
    fn questions_are_known_by_what_announces_them_and_keep_what_belongs_to_them() {
        let asked = ["Räcker bänkarna? Var saknas de?", "Beskriv vad som saknas."];
        for text in [
            "Frågor till remissinstanserna\n  1. Räcker bänkarna?\n     Var saknas de?\n  2. Beskriv vad som saknas.",
            "Ny plan\nVi önskar särskilt svar på följande frågor:\n1) Räcker bänkarna? Var saknas de?\n2) Beskriv vad som saknas.",
            "Frågor\n\n**Fråga 1.** Räcker bänkarna? Var saknas de?\n\n**Fråga 2.** Beskriv vad som saknas.",
        ] {
            assert_eq!(
                case(&format!("Förslag till beslut\n1. Planen remitteras.\n\n{text}")).questions,
                asked,
                "{text}"
            );
        }
    }
}
