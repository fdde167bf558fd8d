//! The lines below a heading of a case, in paragraphs, whatever they are to the outline: names alone on
//! their lines look like headings.

use super::phrases::bare;
use super::{Parts, foot};
use crate::book::{first_fit, folded, unnumbered};
use crate::chunks::item_mark;
use crate::headings::has_finite_verb;
use crate::joined::Joined;
use crate::pattern::Pattern;
use crate::words::holds_any;
use uppsikt_domain::document::LineRole;
use uppsikt_text::sentence;

/// A heading is at most so long, in bytes.
const LONGEST_HEADING: usize = 90;
/// So much space parts the columns of a line.
pub(super) const APART: &str = "   ";
/// Several sentences have so many words at least.
const FEWEST_OF_SEVERAL: usize = 10;
/// A sentence has so many words at least.
const FEWEST_OF_SENTENCE: usize = 5;

impl Parts<'_> {
    /// The paragraphs below each of some headings, up to the next heading.
    pub(super) fn below(&self, headings: &[Pattern]) -> Vec<Vec<Vec<usize>>> {
        let heads = (0..self.source.len()).filter(|line| self.heads(headings, *line));
        heads.map(|line| self.paragraphs(line + 1)).collect()
    }

    /// Whether a line is one of some headings.
    fn heads(&self, headings: &[Pattern], line: usize) -> bool {
        let text = bare(unnumbered(bare(self.source.text(line))).1).trim_end_matches(':');
        !text.is_empty()
            && text.len() < LONGEST_HEADING
            && !self.is_left_out(line)
            && !text.ends_with(['.', ','])
            && first_fit(headings, text.trim_end_matches('*')).is_some()
    }

    fn is_left_out(&self, line: usize) -> bool {
        matches!(self.source.lines[line].role, LineRole::RunningHead | LineRole::Contents | LineRole::Markup)
    }

    /// The paragraphs from a line up to the next heading that is known or marked.
    pub(super) fn paragraphs(&self, from: usize) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = vec![Vec::new()];
        for line in (from..self.source.len()).take_while(|line| !self.ends_part(*line)) {
            let open = found.last_mut().filter(|_| !self.is_left_out(line));
            match open {
                Some(_) if self.source.blank(line) => found.push(Vec::new()),
                Some(open) => open.push(line),
                None => {}
            }
        }
        found.retain(|paragraph| !paragraph.is_empty());
        found
    }

    /// Whether a line is a heading that is known, a marked one, or a label of another part.
    fn ends_part(&self, line: usize) -> bool {
        let text = bare(self.source.text(line));
        if text.is_empty() {
            return false;
        }
        let source = &self.source.lines[line];
        let known = |text: &str| !self.book.headings(text).is_empty();
        let label = text.split_once(':').map_or(text, |(label, _)| label).trim_end_matches('*');
        let shaped = source.role == LineRole::Heading && !source.by.starts_with("heading-");
        let listed = item_mark(self.source.raw(line)).is_some();
        // "För kännedom: parknämnden" among those who are told ends nothing.
        let informed = text.len() > label.len() + 1 && first_fit(&self.book.case_informed, label).is_some();
        if informed {
            return false;
        }
        self.source.raw(line).trim_start().starts_with('#')
            || shaped
            || (!listed && label.len() < LONGEST_HEADING && known(label))
    }

    /// The paragraphs that list something: without the sentence before them, and without what stands at the
    /// foot or goes on in sentences.
    pub(super) fn listing(&self, paragraphs: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut found: Vec<Vec<usize>> = Vec::new();
        for (at, mut lines) in paragraphs.into_iter().enumerate() {
            let texts: Vec<&str> = lines.iter().map(|line| self.source.text(*line)).collect();
            let whole = texts.join(" ");
            let set_in = |line: &usize| self.source.raw(*line).starts_with(' ');
            let steps_out = found.first().is_some_and(|first| first.iter().all(set_in)) && !set_in(&lines[0]);
            if at > 0 && (foot::is_signature(self.book, &texts) || steps_out) {
                break;
            }
            // What is asked is no name, and neither is what comes after it.
            let asks = texts.iter().any(|text| text.contains('?')) || self.announces_questions(&whole);
            if at > 0 && asks {
                break;
            }
            let foot = foot::foot_start(self.book, &texts, found.is_empty());
            if is_sentence(&whole) && item_mark(self.source.raw(lines[0])).is_none() {
                if at == 0 {
                    continue;
                }
                // A heading of one line over the sentence.
                if found.last().is_some_and(|last| last.len() == 1) && found.len() > 1 {
                    found.pop();
                }
                break;
            }
            lines.truncate(foot.unwrap_or(lines.len()));
            // A sentence below the last item is none of its words.
            let said = |line: &usize| {
                item_mark(self.source.raw(*line)).is_none() && is_sentence(self.source.text(*line))
            };
            lines.retain(|line| !self.source.text(*line).ends_with(':') && !said(line));
            if !lines.is_empty() {
                found.push(lines);
            }
            if foot.is_some() {
                break;
            }
        }
        found
    }

    /// "Remissinstanserna ombeds svara på följande frågor:".
    fn announces_questions(&self, text: &str) -> bool {
        text.ends_with(':') && holds_any(&folded(text), &self.book.style.case.asking)
    }

    /// The items of a paragraph: at marks, else a line each; a line that goes on belongs to the one above.
    pub(super) fn items(&self, lines: &[usize]) -> Vec<String> {
        let mut found: Vec<Joined> = Vec::new();
        let mut marked = false;
        for line in lines {
            let raw = self.source.raw(*line);
            let mark = item_mark(raw);
            let start = mark.as_ref().map_or(0, |mark| mark.length);
            let text = raw[start..].trim();
            let wraps = |open: &Joined| marked || goes_on(&open.text, text);
            let wraps = mark.is_none() && !text.contains(APART) && found.last().is_some_and(wraps);
            if !wraps {
                found.push(Joined::default());
            }
            if let Some(open) = found.last_mut() {
                open.push(self.source, *line, start..raw.len());
            }
            marked |= mark.is_some();
        }
        found.into_iter().map(|item| item.text).collect()
    }
}

/// Whether a line goes on with what the one above began.
fn goes_on(open: &str, text: &str) -> bool {
    let wants = [",", "-", " och", " för", " samt", " i"].iter().any(|end| open.ends_with(end));
    wants || (text.starts_with(char::is_lowercase) && !open.ends_with('.'))
}

/// Whether words are a sentence, not a list of names.
fn is_sentence(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let several = || count >= FEWEST_OF_SEVERAL && sentence::ranges(text).len() > 1 && !text.contains(',');
    text.trim_end().ends_with('.') && count >= FEWEST_OF_SENTENCE && (has_finite_verb(text) || several())
}
