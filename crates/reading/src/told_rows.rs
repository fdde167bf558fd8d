//! What paragraphs below a table tell of the goals that its rows are: "Mål 2 (Agenda 2030: mål 11).
//! Delvis på väg. …"

use crate::agenda;
use crate::book::{Book, unnumbered};
use crate::joined::Joined;
use crate::outline::Outline;
use crate::source::Source;
use crate::table_goals;
use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::assessment::{Assessment, Horizon};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::sentence;

impl Outline<'_> {
    /// Gives the goals in the tables of the open section what a paragraph tells of them by number.
    pub fn tell_rows(&mut self, words: &Joined) {
        let (source, book, report) = (self.source, self.book, self.document.is_report());
        let Some(open) = self.open.last_mut() else { return };
        let mut tables = open.section.blocks.iter_mut().filter_map(|block| match &mut block.content {
            Content::Table(table) if !table.goals.is_empty() => Some(&mut table.goals),
            _ => None,
        });
        let Some(goals) = tables.next_back() else { return };
        for (number, links) in agenda::of_numbered(&words.text) {
            if let Some(goal) = numbered(goals, number) {
                link(goal, links, words, source);
            }
        }
        let assessed = opening_number(&words.text).filter(|_| report);
        if let Some(goal) = assessed.and_then(|number| numbered(goals, number)) {
            assess(goal, words, source, book);
        }
    }
}

/// The goal whose row begins with a number.
fn numbered(goals: &mut [Section], number: u32) -> Option<&mut Section> {
    for told in goals {
        if told.kind == SectionKind::Goal {
            let text = told.heading.as_ref().map_or("", |heading| heading.text.as_str());
            let own = text[..unnumbered(text).0].trim_matches(|c: char| !c.is_ascii_digit());
            if own.parse() == Ok(number) {
                return Some(told);
            }
        } else if let Some(goal) = numbered(&mut told.sections, number) {
            return Some(goal);
        }
    }
    None
}

fn link(goal: &mut Section, links: agenda::Numbers, words: &Joined, source: &Source) {
    let span = words.whole(source);
    let link = |(number, at): (u8, std::ops::Range<usize>)| AgendaLink {
        number,
        name: String::new(),
        span: words.span(source, at),
    };
    let links = links.into_iter().map(link).collect();
    goal.blocks.push(Block { id: String::new(), span, content: Content::Agenda { intro: None, links } });
}

/// "Mål 2 …": the number that a paragraph opens with.
fn opening_number(text: &str) -> Option<u32> {
    let rest = text.strip_prefix("Mål ")?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    rest.get(..digits)?.parse().ok()
}

/// The first of a paragraph's sentences after the goal's number that is a status and nothing else is
/// about the goal; what its row says is then about what it is followed by.
fn assess(goal: &mut Section, words: &Joined, source: &Source, book: &Book<'_>) {
    let second = sentence::ranges(&words.text).into_iter().nth(1);
    let Some(range) = second else { return };
    let said = words.text[range.clone()].trim_end().trim_end_matches('.');
    let Some(status) = table_goals::status(said, book).filter(|_| said.split(' ').count() <= 4) else {
        return;
    };
    let range = range.start..range.start + said.len();
    let span = words.span(source, range);
    let assessment = Assessment { horizon: Horizon::Period, status, wording: said.to_owned(), span };
    goal.sections.retain(|inner| inner.kind != SectionKind::AssessmentPeriod);
    goal.sections.push(Section {
        kind: SectionKind::AssessmentPeriod,
        span,
        assessment: Some(assessment),
        ..Section::default()
    });
}
