//! The outline: pieces put into a tree of sections by what their headings are.

pub(crate) mod ahead;
mod blocks;
mod given;
pub(crate) mod judging;
mod labelled_ahead;
mod labels;
mod listed_goals;
mod opened;
mod parted_marks;
mod strips;

use crate::book::{Book, HeadingKind, Known, first_fit, folded, unnumbered};
use crate::joined::Joined;
use crate::piece::{Heading, Piece};
use crate::placing::{is_capitals, rank};
use crate::priorities;
use crate::source::Source;
use crate::table_assessments;
use crate::table_goals;
use crate::table_orders;
use crate::tables::build::{self, Around};
use crate::tables::units;
use crate::words::{Words, holds_any};
use ahead::{Tiers, assesses_under_headings, goal_names, repeated, whole_tables};
use std::collections::HashMap;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::Table;

/// An open section and where it lies.
pub(crate) struct Open {
    pub section: Section,
    pub rank: u8,
    pub level: Option<u8>,
    pub capitals: bool,
    pub wrapper: bool,
}

/// The tree while it grows.
pub(crate) struct Outline<'a> {
    pub source: &'a Source,
    pub book: &'a Book<'a>,
    pub document: DocumentKind,
    year: Option<i32>,
    pub open: Vec<Open>,
    done: Vec<Section>,
    /// How often a heading comes back inside goals.
    pub repeated: HashMap<String, usize>,
    words: Words,
    /// How committees' own goals stand to those of the council.
    tiers: Tiers,
    /// The names of the goals that have a heading of their own.
    goal_names: Vec<String>,
    /// Whether assessments have headings of their own.
    pub headed_assessments: bool,
    /// Whether the last heading was one of orders.
    pub lists_orders: bool,
    /// The one whose orders are listed, where a heading or the words above the list name one.
    pub orders_of: Option<String>,
    /// Whether the chapters have numbers.
    pub numbers_chapters: bool,
    /// Whether the chapters have numbers, whatever the table of contents lists.
    pub numbers_headings: bool,
    /// Whether the table of contents goes down to the parts of goals.
    pub lists_goal_parts: bool,
    /// Whether the open priority was named before its own text.
    pub led_priority: bool,
    /// Whether a table stands right below the heading at hand.
    above_table: bool,
    /// Whether sentences of their texts judge the goals, which nothing else does.
    pub judged_in_text: bool,
    /// Whether assessments of the term have headings of their own.
    pub headed_terms: bool,
    /// The line of the last heading of a goal area.
    pub last_area: Option<usize>,
    /// Whether the last piece was a goal of a list.
    in_goal_list: bool,
    /// The names of the goals that tables have told of.
    table_goals: Vec<String>,
}

/// Builds the tree, and keeps the words of its blocks with their places.
pub(crate) fn build(
    source: &Source,
    book: &Book<'_>,
    pieces: Vec<Piece>,
    document: DocumentKind,
    year: Option<i32>,
) -> (Vec<Section>, Words) {
    let pieces = parted_marks::joined(pieces, book);
    let mut pieces = priorities::opened(pieces, book);
    ahead::mark_orders(&mut pieces, book);
    if document != DocumentKind::Case {
        listed_goals::mark(&mut pieces, book, document != DocumentKind::Unknown);
    }
    if document.is_report() {
        labelled_ahead::mark(&mut pieces, book);
    }
    let mut outline = Outline {
        source,
        book,
        document,
        year,
        open: Vec::new(),
        done: Vec::new(),
        repeated: repeated(&pieces),
        words: Words::default(),
        tiers: ahead::tiers(book, &pieces),
        goal_names: goal_names(&pieces),
        headed_assessments: assesses_under_headings(&pieces),
        headed_terms: ahead::assesses_terms(&pieces),
        lists_orders: false,
        orders_of: None,
        numbers_chapters: ahead::numbers_chapters(&pieces),
        numbers_headings: ahead::numbers_headings(&pieces),
        lists_goal_parts: ahead::lists_goal_parts(&pieces),
        led_priority: false,
        above_table: false,
        judged_in_text: document.is_report() && judging::in_texts(&pieces, book),
        last_area: ahead::last_area(&pieces),
        in_goal_list: false,
        table_goals: Vec::new(),
    };
    let mut pieces = whole_tables(pieces, book).into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::AgendaIntro(words) => {
                let mut links = Vec::new();
                while let Some(Piece::AgendaLink(link)) =
                    pieces.next_if(|piece| matches!(piece, Piece::AgendaLink(_)))
                {
                    links.push(link);
                }
                outline.agenda(&words, &links);
            }
            Piece::AgendaLink(link) => {
                let more =
                    std::iter::from_fn(|| match pieces.next_if(|it| matches!(it, Piece::AgendaLink(_))) {
                        Some(Piece::AgendaLink(link)) => Some(link),
                        _ => None,
                    });
                outline.bare_links(std::iter::once(link).chain(more).collect());
            }
            piece => {
                outline.above_table = matches!(pieces.peek(), Some(Piece::Table(_)));
                outline.block(piece);
            }
        }
    }
    outline.close_to(0);
    let mut sections = outline.done;
    sections.iter_mut().for_each(|section| set_levels(section, 1));
    units::inherit(&mut sections);
    (sections, outline.words)
}

fn set_levels(section: &mut Section, level: u8) {
    section.level = level;
    section.sections.iter_mut().for_each(|inner| set_levels(inner, level.saturating_add(1)));
}

impl Outline<'_> {
    /// Whether a goal's heading holds further goals and so is an area's.
    pub fn holds_goals(&self, known: &Known) -> bool {
        self.tiers == Tiers::Areas && !self.book.is_inner_goal(known)
    }

    /// Whether a goal's heading is a committee's own goal under an open goal of the council.
    pub fn under_goal(&self, known: &Known) -> bool {
        let outer = |open: &Open| {
            let heading = open.section.heading.as_ref().map_or("", |heading| heading.text.as_str());
            let inner = |known: &Known| self.book.is_inner_goal(known);
            open.section.kind == SectionKind::Goal && !self.book.headings(heading).first().is_some_and(inner)
        };
        self.tiers == Tiers::Parts && self.book.is_inner_goal(known) && self.open.iter().any(outer)
    }

    pub fn inside(&self, kind: SectionKind) -> bool {
        self.open.iter().any(|open| open.section.kind == kind)
    }

    pub fn top(&self) -> Option<&Open> {
        self.open.last()
    }

    fn heading(&mut self, heading: Heading) {
        self.led_priority |= heading.labelled && heading.meanings.is_empty();
        let text = heading.words.text.clone();
        let place = self.place(&heading).unwrap_or_else(|| self.unknown(&heading));
        self.close_to(place.rank);
        if place.kind == SectionKind::AssessmentTerm {
            self.drop_told_terms();
        }
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
        self.leave_goal_list(&piece);
        match piece {
            Piece::Paragraph(words) | Piece::AgendaIntro(words) | Piece::AgendaLink(words) => {
                self.text(words)
            }
            Piece::Item { words, .. } if self.is_activity(&words.text) => {
                self.heading(said(words, Known::of(SectionKind::Initiative)));
            }
            Piece::Item { words, .. } if self.is_assessing_item(&words.text) => self.text(words),
            Piece::Item { words, .. } if self.item_opens(&words).is_some() => {
                if let Some((order, rest)) = self.item_opens(&words) {
                    self.heading(order);
                    self.give_order();
                    self.further(rest);
                }
            }
            Piece::Item { ordered: true, words } if self.listed_order(&words).is_some() => {
                let (end, rest) = given::parted(&words.text, self.book);
                let order = self.listed_order(&words.slice(0..end));
                order.into_iter().for_each(|order| self.heading(order));
                self.give_order();
                self.further(words.slice(rest..words.text.len()));
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
            Piece::Heading(heading) if self.side_by_side(&heading.words).is_some() => {
                self.text(heading.words);
            }
            Piece::Heading(heading) if self.says_assessment(&heading) => self.text(heading.words),
            Piece::Heading(heading) if self.names_area_of_order(&heading) => self.paragraph(heading.words),
            Piece::Heading(heading) if self.is_step_of_plan(&heading) => self.paragraph(heading.words),
            Piece::Heading(heading) if self.is_recipient(&heading) => self.paragraph(heading.words),
            Piece::Heading(heading) if self.names_goal_of_table(&heading) => {
                let name = unnumbered(&heading.words.text).0..heading.words.text.len();
                let known = Known { name, ..Known::of(SectionKind::Goal) };
                self.heading(Heading { meanings: vec![known], ..heading });
            }
            Piece::Heading(heading) => {
                let (heading, told) = self.order_alone(heading);
                let start = unnumbered(&heading.words.text).0;
                let numbered = start > 0 && heading.meanings.is_empty() && !self.above_table;
                let order = || self.listed_order(&heading.words.slice(start..heading.words.text.len()));
                let order = numbered.then(order).flatten();
                self.led_priority = false;
                let (opens, after_orders) = (self.opens_orders(&heading), self.lists_orders);
                let listed = order.is_some();
                self.heading(order.unwrap_or(heading));
                if !listed {
                    self.orders_of = self.holder_of_orders(opens, after_orders);
                }
                self.lists_orders = listed || opens || self.orders_of.is_some();
                self.give_order();
                self.further(told);
            }
        }
    }

    /// After the last goal of a list comes what is said of all of them.
    fn leave_goal_list(&mut self, piece: &Piece) {
        let span = match piece {
            Piece::Paragraph(words) | Piece::Item { words, .. } | Piece::Note(words) => {
                Some(words.whole(self.source))
            }
            Piece::Table(laid) => Some(laid.span),
            _ => None,
        };
        let listed = matches!(piece, Piece::Heading(heading)
            if heading.meanings.first().is_some_and(|it| it.by == listed_goals::BY));
        if let Some(span) = span.filter(|_| std::mem::replace(&mut self.in_goal_list, false)) {
            self.close_to(rank::PART);
            let section = Section { span, ..Section::default() };
            let rank = rank::PART;
            self.open.push(Open { section, rank, level: None, capitals: false, wrapper: false });
        }
        self.in_goal_list = listed;
    }

    /// Whether a heading that nobody knows says again what a table called a goal.
    fn names_goal_of_table(&self, heading: &Heading) -> bool {
        let name = folded(unnumbered(&heading.words.text).1.trim_end_matches('.'));
        heading.meanings.is_empty() && self.table_goals.contains(&name)
    }

    /// Whether a body alone on its line is who a case is sent to: it stands right below
    /// "Beslutet skickas till".
    fn is_recipient(&self, heading: &Heading) -> bool {
        let lists = [&self.book.case_recipients, &self.book.case_consultees];
        let listed = |name: &str| lists.iter().any(|list| first_fit(list, name).is_some());
        self.document == DocumentKind::Case
            && heading.level.is_none()
            && heading.meanings.is_empty()
            && self.book.names_somebody(&heading.words.text)
            && self.top().is_some_and(|top| listed(&top.section.name))
    }

    /// Whether goals in a table are financial ones, which are no goals of the council.
    fn is_about_money(&self, table: &Table) -> bool {
        let headed = self.open.iter().map(|open| open.section.name.as_str());
        let caption = table.caption.as_ref().map(|caption| caption.text.as_str());
        let mut words = headed.chain(caption).chain([table.label_heading.as_str()]);
        let financial = &self.book.style.goal_tables.financial;
        self.inside(SectionKind::Economy) || words.any(|words| holds_any(&folded(words), financial))
    }

    fn table(&mut self, laid: build::Laid) {
        let headed = self.open.iter().rev().find(|open| open.section.heading.is_some());
        let heading = headed.and_then(|open| open.section.heading.clone());
        let of_goal = headed.is_some_and(|open| {
            matches!(open.section.kind, SectionKind::Goal | SectionKind::GoalArea)
                || open.rank == rank::INNER_GOAL
        });
        let lead = self.open.last().and_then(|open| open.section.blocks.last()).map(Block::text);
        let around = Around {
            document: self.document,
            year: self.year,
            heading: heading.as_ref(),
            of_goal,
            lead: lead.as_deref().filter(|lead| lead.len() < 600),
        };
        let mut table = build::finish(laid, self.book, &around);
        table.goals = table_goals::of(&table, self.book, self.year);
        if table.goals.is_empty() && !self.inside(SectionKind::Goal) {
            table.goals = table_goals::over_rows(&table, self.book, self.year);
        }
        if self.is_about_money(&table) {
            table_goals::keep_named(&mut table.goals, &self.goal_names);
        }
        let goal = self.open.iter().find(|open| open.section.kind == SectionKind::Goal);
        if let Some(goal) = goal.filter(|_| self.document.is_report() && table.goals.is_empty()) {
            table.goals.extend(table_assessments::of(&table, self.book, &goal.section));
        }
        let told = table.all_goals().map(|goal| folded(&goal.name));
        self.table_goals.extend(told);
        if self.document != DocumentKind::Case {
            let holder = self.orders_of.as_deref().filter(|_| self.lists_orders);
            table.goals.extend(table_orders::of(&table, self.book, holder));
        }
        self.push(table.span, Content::Table(table));
    }
}

fn is_goal(known: &Known) -> bool {
    known.kind == HeadingKind::Section(SectionKind::Goal)
}

/// Words in running text that open a section.
pub(crate) fn said(words: Joined, known: Known) -> Heading {
    let name = known.name.start..known.name.end.min(words.text.trim_end().len());
    let name = if name.is_empty() { 0..words.text.trim_end().len() } else { name };
    let meanings = vec![Known { name, ..known }];
    Heading::labelled(words, meanings)
}

/// An assessment that parts into one for the period and one for the term only holds them.
fn holds_assessments(section: &Section) -> bool {
    use SectionKind::*;
    let assessing = |kind: SectionKind| matches!(kind, AssessmentPeriod | AssessmentTerm);
    assessing(section.kind) && section.sections.iter().any(|inner| assessing(inner.kind))
}
