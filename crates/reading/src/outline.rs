//! The outline: pieces put into a tree of sections by what their headings are.

use crate::agenda;
use crate::assessments;
use crate::book::{Book, HeadingKind, Known, folded};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::source::Source;
use crate::tables::build::{self, Around};
use crate::tables::units;
use crate::words::Words;
use std::collections::HashMap;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::place::{Span, TextAt};
use uppsikt_domain::section::{Section, SectionKind};

/// How deep each kind lies when everything above it is there.
mod rank {
    pub const CHAPTER: u8 = 10;
    pub const PART: u8 = 20;
    pub const GOAL: u8 = 30;
    pub const WRAPPER: u8 = 40;
    pub const GOAL_PART: u8 = 50;
    pub const OTHER: u8 = 60;
}

/// An open section and where it lies.
struct Open {
    section: Section,
    rank: u8,
    level: Option<u8>,
    capitals: bool,
    wrapper: bool,
}

pub(crate) struct Outline<'a> {
    source: &'a Source,
    book: &'a Book<'a>,
    document: DocumentKind,
    year: Option<i32>,
    open: Vec<Open>,
    done: Vec<Section>,
    /// How often a heading comes back inside goals.
    repeated: HashMap<String, usize>,
    words: Words,
}

/// Builds the tree, and keeps the words of its blocks with their places.
pub(crate) fn build(
    source: &Source,
    book: &Book<'_>,
    pieces: Vec<Piece>,
    document: DocumentKind,
    year: Option<i32>,
) -> (Vec<Section>, Words) {
    let mut outline = Outline {
        source,
        book,
        document,
        year,
        open: Vec::new(),
        done: Vec::new(),
        repeated: repeated(&pieces),
        words: Words::default(),
    };
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Heading(heading) => outline.heading(heading),
            Piece::AgendaIntro(words) => {
                let mut links = Vec::new();
                while let Some(Piece::AgendaLink(link)) =
                    pieces.next_if(|piece| matches!(piece, Piece::AgendaLink(_)))
                {
                    links.push(link);
                }
                outline.agenda(&words, &links);
            }
            piece => outline.block(piece),
        }
    }
    outline.close_to(0);
    let mut sections = outline.done;
    sections.iter_mut().for_each(|section| set_levels(section, 1));
    units::inherit(&mut sections);
    (sections, outline.words)
}

fn repeated(pieces: &[Piece]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for piece in pieces {
        if let Piece::Heading(heading) = piece {
            *counts.entry(folded(&heading.words.text)).or_default() += 1;
        }
    }
    counts
}

fn set_levels(section: &mut Section, level: u8) {
    section.level = level;
    section.sections.iter_mut().for_each(|inner| set_levels(inner, level.saturating_add(1)));
}

/// Where a heading goes.
struct Place {
    kind: SectionKind,
    rank: u8,
    wrapper: bool,
    name: Option<std::ops::Range<usize>>,
}

impl Outline<'_> {
    fn inside(&self, kind: SectionKind) -> bool {
        self.open.iter().any(|open| open.section.kind == kind)
    }

    fn top(&self) -> Option<&Open> {
        self.open.last()
    }

    fn heading(&mut self, heading: Heading) {
        let text = heading.words.text.clone();
        let place = self.place(&heading).unwrap_or_else(|| self.unknown(&heading));
        self.close_to(place.rank);
        let name = place.name.map_or_else(|| text.clone(), |range| text[range].trim().to_owned());
        let span = heading.words.whole(self.source);
        self.words.keep(span, &heading.words);
        let section = Section {
            kind: place.kind,
            heading: Some(heading.words.all_at(self.source)),
            name: name.trim_end_matches(':').to_owned(),
            span,
            ..Section::default()
        };
        let capitals = is_capitals(&text);
        self.open.push(Open {
            section,
            rank: place.rank,
            level: heading.level,
            capitals,
            wrapper: place.wrapper,
        });
    }

    /// The first meaning that makes sense here.
    fn place(&self, heading: &Heading) -> Option<Place> {
        let label = (self.assessing() && heading.meanings.is_empty())
            .then(|| self.book.assessment_label(&heading.words.text))
            .flatten();
        if let Some(known) = &label
            && let HeadingKind::Section(kind) = known.kind
        {
            return Some(Place { kind, rank: rank::GOAL_PART, wrapper: false, name: None });
        }
        heading.meanings.iter().find_map(|known| self.place_known(heading, known))
    }

    fn place_known(&self, heading: &Heading, known: &Known) -> Option<Place> {
        let goal = self.inside(SectionKind::Goal);
        let at = |kind: SectionKind, rank: u8| {
            Some(Place { kind, rank, wrapper: false, name: Some(known.name.clone()) })
        };
        match known.kind {
            HeadingKind::PlanWrapper => {
                let wrapper =
                    Place { kind: SectionKind::Other, rank: rank::WRAPPER, wrapper: true, name: None };
                goal.then_some(wrapper)
            }
            HeadingKind::CasePart => {
                let chapter =
                    Place { kind: SectionKind::Other, rank: rank::CHAPTER, wrapper: false, name: None };
                (self.document == DocumentKind::Case).then_some(chapter)
            }
            HeadingKind::EconomyPart => (self.inside(SectionKind::Economy) && !goal).then_some(Place {
                kind: SectionKind::Other,
                rank: rank::PART,
                wrapper: false,
                name: None,
            }),
            HeadingKind::Section(kind) => match kind {
                SectionKind::GoalArea => at(kind, rank::PART),
                SectionKind::Goal => at(kind, rank::GOAL),
                SectionKind::Assignment => {
                    (self.document != DocumentKind::Case).then(|| at(kind, rank::GOAL))?
                }
                SectionKind::TermPlan
                | SectionKind::TermChanges
                | SectionKind::YearPlan
                | SectionKind::DesiredOutcome
                | SectionKind::FollowUp
                | SectionKind::Report
                | SectionKind::AssessmentPeriod
                | SectionKind::AssessmentTerm => self.place_goal_part(kind, known, heading),
                _ => self.place_chapter(kind, known, heading),
            },
        }
    }

    fn place_goal_part(&self, kind: SectionKind, known: &Known, heading: &Heading) -> Option<Place> {
        let within = self.inside(SectionKind::Goal);
        let planned =
            matches!(kind, SectionKind::TermPlan | SectionKind::TermChanges | SectionKind::YearPlan);
        let under_wrapper =
            planned && self.open.iter().any(|open| open.wrapper && open.section.blocks.is_empty());
        let inner = under_wrapper || (heading.labelled && self.assessing());
        let rank = if inner { rank::GOAL_PART } else { rank::WRAPPER };
        let reported = kind == SectionKind::YearPlan
            && self.document.is_report()
            && !folded(&heading.words.text).starts_with("plan");
        let kind = if reported { SectionKind::Report } else { kind };
        let deeper = heading.level.is_some_and(|level| {
            self.open.iter().any(|open| {
                open.section.kind == SectionKind::Goal && open.level.is_some_and(|goal| level <= goal)
            })
        });
        let chapter = heading.listed && !planned && deeper;
        (within && !chapter).then(|| Place { kind, rank, wrapper: false, name: Some(known.name.clone()) })
    }

    fn place_chapter(&self, kind: SectionKind, known: &Known, heading: &Heading) -> Option<Place> {
        use SectionKind::*;
        let goal = self.inside(Goal);
        let soft = matches!(kind, Rights | Development | Priorities | Priority | Responsibilities | Summary);
        let evident = heading.listed || heading.fresh_page || heading.level.is_some_and(|level| level <= 2);
        if goal && soft && !evident {
            return None;
        }
        let nested = match kind {
            Economy => {
                self.inside(Summary) && self.open.len() <= 2 && !heading.listed && heading.level != Some(1)
            }
            Development | Priorities => self.inside(Operations),
            Rights => self.inside(Operations) || (self.inside(Goals) && !goal),
            Statement | Investments => self.inside(Economy),
            _ => false,
        };
        let again = self.inside(Economy) && !heading.listed && heading.level.is_none();
        if kind == Economy && (nested || again) {
            return None;
        }
        if kind == Goals && self.inside(Goals) && !heading.listed {
            return None;
        }
        let inner = goal && matches!(kind, Statement | Investments | Operations) && !evident;
        let rank = if nested { rank::PART } else { rank::CHAPTER };
        (!inner).then(|| Place { kind, rank, wrapper: false, name: Some(known.name.clone()) })
    }

    /// A heading that no pattern knows lies inside what is open.
    fn unknown(&self, heading: &Heading) -> Place {
        let kind = self.unknown_kind(heading);
        Place { kind, rank: self.unknown_rank(heading), wrapper: false, name: None }
    }

    fn unknown_kind(&self, heading: &Heading) -> SectionKind {
        let parents = self.open.iter().filter(|open| !open.wrapper).map(|open| open.section.kind);
        let part = parents.filter(|kind| *kind != SectionKind::Other).last();
        match part {
            _ if self.is_goal_part_by_repetition(heading) => SectionKind::Other,
            Some(SectionKind::Priorities | SectionKind::Priority) => SectionKind::Priority,
            Some(SectionKind::YearPlan | SectionKind::Report | SectionKind::Initiative) => {
                SectionKind::Initiative
            }
            _ => SectionKind::Other,
        }
    }

    /// A heading that comes back in goal after goal is a part of goals, no initiative.
    fn is_goal_part_by_repetition(&self, heading: &Heading) -> bool {
        let times = self.repeated.get(&folded(&heading.words.text)).copied().unwrap_or(0);
        self.inside(SectionKind::Goal) && times >= 3
    }

    fn unknown_rank(&self, heading: &Heading) -> u8 {
        if self.is_goal_part_by_repetition(heading) {
            return rank::WRAPPER;
        }
        if let Some(rank) = heading.level.and_then(|level| self.rank_by_level(level)) {
            return rank;
        }
        if self.inside(SectionKind::Goal) || self.inside(SectionKind::Assignment) {
            return rank::OTHER;
        }
        let capitals = is_capitals(&heading.words.text);
        let under_capitals =
            self.open.iter().any(|open| open.capitals && open.section.kind == SectionKind::Other);
        match self.top() {
            None => rank::CHAPTER,
            Some(_) if heading.listed => rank::PART,
            Some(top) if top.section.kind == SectionKind::Priority => top.rank,
            Some(_) if capitals => rank::GOAL,
            Some(_) if under_capitals => rank::WRAPPER,
            Some(_) => rank::GOAL,
        }
    }

    /// By the level that Markdown gives: below the last open section of a lower level.
    fn rank_by_level(&self, level: u8) -> Option<u8> {
        let goal = self
            .open
            .iter()
            .position(|open| matches!(open.section.kind, SectionKind::Goal | SectionKind::Assignment));
        if let Some(goal) = goal {
            let goal_level = self.open[goal].level.unwrap_or(0);
            if level > goal_level {
                let same = self.open[goal..]
                    .iter()
                    .filter(|open| open.rank >= rank::OTHER)
                    .find(|open| open.level.is_some_and(|own| own >= level));
                return Some(same.map_or_else(
                    || {
                        self.open
                            .last()
                            .map_or(rank::OTHER, |open| open.rank.max(rank::OTHER - 1).saturating_add(1))
                    },
                    |open| open.rank,
                ));
            }
        }
        let same = self.open.iter().find(|open| open.level.is_some_and(|own| own >= level));
        match same {
            Some(open) => Some(open.rank),
            None => Some(self.top().map_or(rank::CHAPTER, |top| top.rank.saturating_add(5).max(rank::PART))),
        }
    }

    /// Closes every open section that does not lie above a rank.
    fn close_to(&mut self, rank: u8) {
        while self.open.last().is_some_and(|open| open.rank >= rank) {
            let Some(closed) = self.open.pop() else { return };
            let mut section = closed.section;
            if holds_assessments(&section) {
                section.kind = SectionKind::Other;
            }
            if closed.wrapper && !section.blocks.is_empty() {
                section.kind = SectionKind::TermPlan;
            }
            match self.open.last_mut() {
                Some(parent) => {
                    parent.section.span = parent.section.span.to(section.span);
                    parent.section.sections.push(section);
                }
                None => self.done.push(section),
            }
        }
    }

    fn push(&mut self, span: Span, content: Content) {
        let block = Block { id: String::new(), span, content };
        if self.open.is_empty() {
            let section = Section { span, ..Section::default() };
            self.open.push(Open {
                section,
                rank: rank::CHAPTER,
                level: None,
                capitals: false,
                wrapper: false,
            });
        }
        if let Some(open) = self.open.last_mut() {
            open.section.span = open.section.span.to(span);
            open.section.blocks.push(block);
        }
    }

    fn last_block(&mut self) -> Option<&mut Block> {
        self.open.last_mut()?.section.blocks.last_mut()
    }

    fn block(&mut self, piece: Piece) {
        match piece {
            Piece::Paragraph(words) | Piece::AgendaIntro(words) | Piece::AgendaLink(words) => {
                match self.labelled(&words) {
                    Some((label, rest)) => {
                        self.heading(label);
                        self.paragraph(rest);
                    }
                    None => self.paragraph(words),
                }
            }
            Piece::Note(words) => {
                let span = words.whole(self.source);
                self.words.keep(span, &words);
                self.push(span, Content::Note { text: words.text });
            }
            Piece::Item { ordered, words } => {
                let item = words.all_at(self.source);
                self.words.keep(item.span, &words);
                self.item(ordered, item);
            }
            Piece::Diagram { caption, source } => {
                let span = caption.whole(self.source);
                let span = if source.is_empty() { span } else { span.to(source.whole(self.source)) };
                self.push(span, Content::Diagram { caption: caption.text, source: source.text });
            }
            Piece::Table(laid) => self.table(*laid),
            Piece::Heading(heading) => self.heading(heading),
        }
    }

    fn paragraph(&mut self, words: Joined) {
        let span = words.whole(self.source);
        self.words.keep(span, &words);
        self.push(span, Content::Paragraph { text: words.text });
    }

    /// "Bedömning för perioden: på väg" inside a goal is a heading and its text.
    fn labelled(&self, words: &Joined) -> Option<(Heading, Joined)> {
        let colon = words.text.find(':').filter(|at| (3..90).contains(at))?;
        if !self.inside(SectionKind::Goal) || colon + 1 >= words.text.trim_end().len() {
            return None;
        }
        let start = words.text.len() - words.text.trim_start_matches(['*', '_', ' ']).len();
        let end = words.text[..colon].trim_end_matches(['*', '_', ' ']).len();
        let label = words.slice(start.min(end)..end);
        let rest = &words.text[colon + 1..];
        let meanings = self.label_meanings(&label.text, rest)?;
        let from = words.text.len() - rest.trim_start_matches(['*', '_', ' ']).len();
        let heading =
            Heading { words: label, level: None, listed: false, fresh_page: false, labelled: true, meanings };
        (from < words.text.len()).then(|| (heading, words.slice(from..words.text.len())))
    }

    /// An assessing heading, or a label of one inside an assessment or before a status.
    fn label_meanings(&self, label: &str, rest: &str) -> Option<Vec<Known>> {
        let meanings = self.book.headings(label);
        let assessed = |known: &Known| {
            matches!(
                known.kind,
                HeadingKind::Section(SectionKind::AssessmentPeriod | SectionKind::AssessmentTerm)
            )
        };
        if meanings.first().is_some_and(assessed) {
            return Some(meanings);
        }
        let opening = rest.trim_start_matches(['*', '_', ' ']);
        let stated = assessments::first_status(opening, self.book).is_some_and(|(_, at)| at.start == 0);
        let known = self.book.assessment_label(label).filter(|_| stated || self.assessing())?;
        Some(vec![known])
    }

    /// Whether the innermost part of a goal is an assessment.
    fn assessing(&self) -> bool {
        use SectionKind::*;
        self.open.iter().rev().any(|open| matches!(open.section.kind, AssessmentPeriod | AssessmentTerm))
    }

    fn item(&mut self, is_ordered: bool, item: TextAt) {
        let span = item.span;
        if let Some(block) = self.last_block()
            && let Content::List { ordered, items } = &mut block.content
            && *ordered == is_ordered
        {
            items.push(item);
            block.span = block.span.to(span);
            let all = block.span;
            if let Some(open) = self.open.last_mut() {
                open.section.span = open.section.span.to(all);
            }
            return;
        }
        self.push(span, Content::List { ordered: is_ordered, items: vec![item] });
    }

    fn agenda(&mut self, intro: &Joined, links: &[Joined]) {
        let colon = intro.text.find(':').map_or(intro.text.len(), |at| at + 1);
        let inline = agenda::links_in_line(self.source, intro, colon);
        let span = links
            .last()
            .map_or(intro.whole(self.source), |last| intro.whole(self.source).to(last.whole(self.source)));
        let listed = links.iter().filter_map(|words| agenda::link(self.source, words));
        let intro = intro.text_at(self.source, 0..if inline.is_empty() { intro.text.len() } else { colon });
        let links = inline.into_iter().chain(listed).collect();
        self.push(span, Content::Agenda { intro: Some(intro), links });
    }

    fn table(&mut self, laid: build::Laid) {
        let headings = self.open.iter().rev().filter_map(|open| open.section.heading.as_ref());
        let heading = headings.into_iter().next().cloned();
        let lead = self.open.last().and_then(|open| open.section.blocks.last()).map(Block::text);
        let around = Around {
            document: self.document,
            year: self.year,
            heading: heading.as_ref(),
            lead: lead.as_deref().filter(|lead| lead.len() < 600),
        };
        let table = build::finish(laid, self.book, &around);
        self.push(table.span, Content::Table(table));
    }
}

/// An assessment that parts into one for the period and one for the term only holds them.
fn holds_assessments(section: &Section) -> bool {
    use SectionKind::*;
    let assessing = |kind: SectionKind| matches!(kind, AssessmentPeriod | AssessmentTerm);
    assessing(section.kind) && section.sections.iter().any(|inner| assessing(inner.kind))
}

fn is_capitals(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 3 && !text.chars().any(char::is_lowercase)
}
