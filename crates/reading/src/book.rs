//! A house style made ready for looking up: compiled patterns and folded words.

mod asks;
mod made;

use crate::assignments;
use crate::holed::{self, Holed, Role};
use crate::pattern::{Field, Folded, Held, Pattern, fold};
use crate::style::HouseStyle;
use crate::tables::column_kinds::ColumnBook;
use crate::values::in_cell;
use crate::verdict::Wording;
use made::{cell_statuses, headings, lines, statuses, title_words};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use uppsikt_domain::agenda;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;
use uppsikt_domain::table::TableKind;
use uppsikt_text::case::Lower;
use uppsikt_text::figure;

/// What a heading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeadingKind {
    /// A section of a kind.
    Section(SectionKind),
    /// "Planeringskommentar": holds the plans together.
    PlanWrapper,
    /// A chapter that is of no kind of its own: "Personal", "Bilaga 2".
    Chapter,
    /// A sub-chapter of the economy.
    EconomyPart,
    /// A heading that cases have.
    CasePart,
}

impl HeadingKind {
    /// Whether it may as well be the label of a row.
    pub fn may_be_row(self) -> bool {
        matches!(self, HeadingKind::EconomyPart | HeadingKind::CasePart | HeadingKind::Chapter)
    }
}

/// A heading that was recognised.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub kind: HeadingKind,
    /// The name that the heading carries, as a byte range of its text.
    pub name: Range<usize>,
    /// The pattern that took it.
    pub by: String,
}

/// The headings of columns in tables whose rows are goals.
pub(crate) struct GoalTables {
    pub goal: Vec<Pattern>,
    pub area: Vec<Pattern>,
    pub indicator: Vec<Pattern>,
    pub period: Vec<Pattern>,
    pub term: Vec<Pattern>,
}

/// The headings of columns in tables whose rows are orders.
pub(crate) struct OrderTables {
    pub order: Vec<Pattern>,
    pub bodies: Vec<Pattern>,
    pub status: Vec<Pattern>,
    pub report: Vec<Pattern>,
}

impl Known {
    /// Whether it is a part that only goals have.
    pub fn is_goal_part(&self) -> bool {
        matches!(self.kind, HeadingKind::Section(kind) if kind.is_goal_part())
    }

    /// A section of a kind whose name is the whole heading.
    pub fn of(kind: SectionKind) -> Self {
        Known { kind: HeadingKind::Section(kind), name: 0..0, by: "label".to_owned() }
    }
}

/// A style made ready.
pub(crate) struct Book<'a> {
    pub style: &'a HouseStyle,
    plain: HashMap<String, Vec<(HeadingKind, String)>>,
    holed: Holed,
    pub titles: Vec<(DocumentKind, Pattern)>,
    pub running: Vec<Pattern>,
    pub bodies: Vec<Pattern>,
    pub agenda: Vec<Pattern>,
    pub contents: Vec<Pattern>,
    pub totals: Vec<Pattern>,
    pub flows: Vec<Pattern>,
    pub results: Vec<Pattern>,
    pub effects: Vec<Pattern>,
    /// Headings over what is said of all goals.
    pub summaries: Vec<Pattern>,
    pub order_lists: Vec<Pattern>,
    /// Orders told of in the past.
    pub orders_told: Vec<Pattern>,
    /// Those of an area, which end its last goal.
    pub area_order_lists: Vec<Pattern>,
    /// Headings over the orders of one body.
    pub order_holders: Vec<Pattern>,
    pub order_tables: OrderTables,
    pub case_headings: Vec<Pattern>,
    pub case_decisions: Vec<Pattern>,
    pub case_recipients: Vec<Pattern>,
    pub case_informed: Vec<Pattern>,
    pub case_addressees: Vec<Pattern>,
    pub case_consultees: Vec<Pattern>,
    pub case_questions: Vec<Pattern>,
    pub case_meetings: Vec<Pattern>,
    pub municipality: Vec<Pattern>,
    pub title_matter: Vec<Pattern>,
    /// Titles of what is only about another document.
    pub about: Vec<Pattern>,
    /// What rows and headings call the balance requirement, and taxes.
    pub city_balance: Vec<Pattern>,
    pub city_taxes: Vec<Pattern>,
    /// First words that say which budget was adopted, and headings that only annual reports and budgets have.
    pub told_budgets: Vec<Pattern>,
    pub annual_parts: Vec<Pattern>,
    pub budget_parts: Vec<Pattern>,
    pub table_kinds: Vec<(TableKind, Pattern)>,
    pub statuses: Vec<Wording>,
    pub period_labels: Vec<Pattern>,
    pub term_labels: Vec<Pattern>,
    pub columns: ColumnBook,
    pub goal_tables: GoalTables,
    /// What a cell says that holds nothing but a sign or a word, folded.
    pub cell_statuses: HashMap<String, Status>,
    /// Keys of statement lines by folded label.
    pub lines: HashMap<String, String>,
    /// First words of titles: a line without one holds no title.
    title_words: HashSet<String>,
    captions: HashSet<String>,
    diagrams: HashSet<String>,
}

fn compile(sources: &[String]) -> Vec<Pattern> {
    sources.iter().map(|source| Pattern::new(source)).collect()
}

impl<'a> Book<'a> {
    pub fn new(style: &'a HouseStyle) -> Self {
        let (plain, holed) = headings(style);
        let tables = &style.tables;
        let kinds = [
            (TableKind::Investments, &tables.investments),
            (TableKind::NetCost, &tables.net_cost),
            (TableKind::Ledger, &tables.ledger),
            (TableKind::BudgetAreas, &tables.budget_areas),
            (TableKind::Split, &tables.split),
            (TableKind::Statement, &tables.statement),
        ];
        let titles =
            style.documents.iter().flat_map(|(kind, list)| list.iter().map(|it| (*kind, Pattern::new(it))));
        Book {
            style,
            plain,
            holed,
            titles: titles.collect(),
            running: compile(&style.heads.running),
            bodies: compile(&style.heads.bodies),
            agenda: compile(&style.goals.agenda),
            contents: compile(&style.contents.headings),
            totals: compile(&tables.totals),
            flows: compile(&tables.flows),
            results: compile(&tables.results),
            effects: compile(&style.priorities.effect_headings),
            summaries: compile(&style.outline.summaries),
            order_lists: compile(&style.assignments.lists),
            orders_told: compile(&style.assignments.told),
            order_holders: compile(&style.assignments.holders),
            area_order_lists: compile(&style.assignments.area_lists),
            order_tables: OrderTables {
                order: compile(&style.assignments.table_order),
                bodies: compile(&style.assignments.table_bodies),
                status: compile(&style.assignments.table_status),
                report: compile(&style.assignments.table_report),
            },
            case_headings: compile(&style.case.headings),
            case_decisions: compile(&style.case.decisions),
            case_recipients: compile(&style.case.recipients),
            case_informed: compile(&style.case.informed),
            case_addressees: compile(&style.case.addressees),
            case_consultees: compile(&style.case.consultees),
            case_questions: compile(&style.case.questions),
            case_meetings: compile(&style.case.meetings),
            municipality: compile(&style.heads.municipality),
            title_matter: compile(&style.heads.matter),
            about: compile(&style.heads.about),
            city_balance: compile(&style.titles.balance),
            city_taxes: compile(&style.titles.taxes),
            told_budgets: compile(&style.titles.told_budgets),
            annual_parts: compile(&style.titles.annual_parts),
            budget_parts: compile(&style.titles.budget_parts),
            table_kinds: kinds
                .into_iter()
                .flat_map(|(kind, list)| list.iter().map(move |source| (kind, Pattern::new(source))))
                .collect(),
            statuses: statuses(style),
            period_labels: compile(&style.status.period_labels),
            term_labels: compile(&style.status.term_labels),
            columns: ColumnBook::new(&style.columns),
            goal_tables: GoalTables {
                goal: compile(&style.goal_tables.goal),
                area: compile(&style.goal_tables.area),
                indicator: compile(&style.goal_tables.indicator),
                period: compile(&style.goal_tables.period),
                term: compile(&style.goal_tables.term),
            },
            cell_statuses: cell_statuses(style),
            lines: lines(style),
            title_words: title_words(style),
            captions: style.tables.captions.iter().map(|word| folded(word)).collect(),
            diagrams: style.tables.diagrams.iter().map(|word| folded(word)).collect(),
        }
    }

    /// What a heading is, in any of its meanings, best first.
    pub fn headings(&self, text: &str) -> Vec<Known> {
        let (start, bare) = unnumbered(text);
        let bare = Folded::new(without_stop(bare));
        let mut found = Vec::new();
        let likely = self.holed.likely(&bare);
        for kind in MARKED {
            found.extend(named(&likely, &bare, start, kind));
        }
        let name = start..start + bare.text.len();
        let known = |kind: HeadingKind, by: &str| Known { kind, name: name.clone(), by: by.to_owned() };
        let order = holed::first(&likely, Role::Order, &bare);
        let after_mark = start + assignments::mark(bare.text, &self.style.assignments);
        found.extend(
            order.map(|(pattern, _)| Known {
                name: after_mark..name.end,
                ..known(ASSIGNMENT, &pattern.source)
            }),
        );
        if let Some(meanings) = self.plain.get(bare.folded.as_str()) {
            found.extend(meanings.iter().map(|(kind, by)| known(*kind, by)));
        }
        if bare.text.len() <= 200 {
            found.extend(likely.iter().filter_map(|(role, pattern)| match role {
                Role::Kind(kind) => pattern.fits_folded(&bare).map(|_| known(*kind, &pattern.source)),
                _ => None,
            }));
        }
        found
    }

    /// Whether a goal is of the kind that stands under other goals ("Nämndmål 1.2: …").
    pub fn is_inner_goal(&self, known: &Known) -> bool {
        let by = folded(&known.by);
        self.style.goals.inner.iter().any(|word| by.starts_with(&folded(word)))
    }

    /// What a heading is by a label above it: "Målområde" above "Trygg vardag".
    pub fn labelled_headings(&self, label: &str, name: &str) -> Vec<Known> {
        use SectionKind::{Assignment, Goal, GoalArea};
        if label.len() > 60 || label.contains([':', '.', ',']) {
            return Vec::new();
        }
        let start = label.len() + 2;
        let known = self.headings(&format!("{label}: {name}")).into_iter().filter(|known| {
            let marks = matches!(known.kind, HeadingKind::Section(Goal | GoalArea | Assignment));
            marks && known.name.start == start
        });
        known.map(|known| Known { name: 0..known.name.len(), ..known }).collect()
    }

    /// Whether a text is a heading of the style word for word.
    pub fn is_plain_heading(&self, text: &str) -> bool {
        self.plain.contains_key(folded(unnumbered(text).1.trim_end_matches('?')).as_str())
    }

    /// What a label inside an assessment is about: "Mandatperioden", "Perioden".
    pub fn assessment_label(&self, label: &str) -> Option<Known> {
        let kinds = [
            (SectionKind::AssessmentTerm, &self.term_labels),
            (SectionKind::AssessmentPeriod, &self.period_labels),
        ];
        kinds.into_iter().find_map(|(kind, patterns)| {
            let by = first_fit(patterns, label)?.source.clone();
            Some(Known { kind: HeadingKind::Section(kind), name: 0..label.len(), by })
        })
    }

    /// The status that a word is where nothing else is said: "Glad", "🟢".
    pub fn cell_status(&self, text: &str) -> Option<Status> {
        let bare = folded(text.trim_matches(['*', '_', ' ', '.', '\u{fe0f}']));
        self.cell_statuses.get(bare.as_str()).copied()
    }

    /// The kind and year of a title, and the body that it names.
    pub fn title(&self, text: &str) -> Option<Title> {
        let folded = Folded::new(text);
        let fitting =
            self.titles.iter().filter_map(|(kind, pattern)| Some((*kind, pattern.fits_folded(&folded)?)));
        let body = |held: &Held| held.get(Field::Body).filter(|body| self.is_body(&text[body.clone()]));
        let fitting = fitting.filter(|(_, held)| held.get(Field::Body).is_none() || body(held).is_some());
        let (kind, held) = fitting.max_by_key(|(kind, held)| {
            (held.get(Field::Year).is_some(), body(held).is_some(), std::cmp::Reverse(*kind))
        })?;
        let year = held.number(Field::Year, text).and_then(|year| i32::try_from(year).ok());
        Some(Title { kind, year, body: body(&held) })
    }

    /// What kind of table a caption or heading tells of.
    pub fn table_kind(&self, text: &str) -> Option<TableKind> {
        let folded = Folded::new(text);
        let mut kinds = self.table_kinds.iter();
        kinds.find(|(_, pattern)| pattern.fits_folded(&folded).is_some()).map(|(kind, _)| *kind)
    }
}

/// What a title says.
pub(crate) struct Title {
    pub kind: DocumentKind,
    pub year: Option<i32>,
    /// The body that it names, in bytes of its text.
    pub body: Option<Range<usize>>,
}

const ASSIGNMENT: HeadingKind = HeadingKind::Section(SectionKind::Assignment);
/// What a mark before a name can open, in the order that they are tried.
const MARKED: [HeadingKind; 3] =
    [HeadingKind::Section(SectionKind::Goal), HeadingKind::Section(SectionKind::GoalArea), ASSIGNMENT];

pub(crate) fn first_fit<'p>(patterns: &'p [Pattern], text: &str) -> Option<&'p Pattern> {
    let folded = Folded::new(text);
    patterns.iter().find(|pattern| pattern.fits_folded(&folded).is_some())
}

fn named(likely: &[&(Role, Pattern)], text: &Folded<'_>, start: usize, kind: HeadingKind) -> Option<Known> {
    likely.iter().filter(|(role, _)| *role == Role::Mark(kind)).find_map(|(_, pattern)| {
        let name = pattern.fits_folded(text)?.get(Field::Name)?;
        let words = &text.text[name.clone()];
        if (parts_by_space(&pattern.source) && !may_be_name(words)) || is_value(words) {
            return None;
        }
        Some(Known { kind, name: start + name.start..start + name.end, by: pattern.source.clone() })
    })
}

/// Whether nothing but a space parts the name from the mark: "Fokusområde {name}".
fn parts_by_space(pattern: &str) -> bool {
    let mark = pattern.strip_suffix(" {name}").unwrap_or_default();
    mark.ends_with(|c: char| c.is_alphanumeric() || c == '}')
}

/// "90 %", "minst 85 procent": what a mark gives a value is no name.
fn is_value(words: &str) -> bool {
    let last = words.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    let counted = last.ends_with(|c: char| c.is_ascii_digit() || c == '%') || figure::unit(last).is_some();
    let few = words.split_whitespace().count() <= MOST_WORDS_OF_VALUE;
    counted && few && words.contains(|c: char| c.is_ascii_digit()) && in_cell(words).is_some()
}

/// A value with its unit has so many words at most.
const MOST_WORDS_OF_VALUE: usize = 4;

/// Whether words right after a mark or a number can be a name: they begin with a capital, and are no goal
/// of Agenda 2030 ("Mål 4 God utbildning för alla").
fn may_be_name(words: &str) -> bool {
    let global =
        |number: u8| agenda::name(number).is_some_and(|name| folded(words).starts_with(&folded(name)));
    words.starts_with(char::is_uppercase) && !(1..=17).any(global)
}

/// Lower case, one kind of dash and quotation mark, single spaces.
pub(crate) fn folded(text: &str) -> String {
    if is_plain(text) { text.trim_matches(' ').lower() } else { letter_by_letter(text) }
}

fn letter_by_letter(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(fold) {
        if c != ' ' || !(out.ends_with(' ') || out.is_empty()) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// A heading without the stop that it may end in: "Vad gjorde nämnden?" is looked up as the same words
/// without the mark, and so are the style's own.
pub(crate) fn without_stop(text: &str) -> &str {
    text.trim_end_matches([':', '.', '?', ' '])
}

/// Whether there are only letters of Latin-1 and the signs of ASCII, and single spaces.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let last = std::mem::replace(&mut before, byte);
        match byte {
            b' ' => last != b' ',
            b'!'..=b'~' | 0xc3 => true,
            _ => last == 0xc3,
        }
    })
}

/// A heading without the number before it ("3.2 Ekonomi"), and how long the number is.
pub(crate) fn unnumbered(text: &str) -> (usize, &str) {
    let digits = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
    let number = &text[..digits];
    let rest = text[digits..].trim_start();
    let sound = number.starts_with(|c: char| c.is_ascii_digit())
        && (number.contains('.') || number.len() <= 2)
        && number.len() <= 8
        && rest.len() < text.len() - digits
        && rest.starts_with(char::is_alphabetic);
    if sound { (text.len() - rest.len(), rest) } else { without_roman(text) }
}

/// "IV. Ekonomi": a heading with a Roman number and a point before it.
fn without_roman(text: &str) -> (usize, &str) {
    let letters = text.bytes().take_while(|b| matches!(b, b'I' | b'V' | b'X')).count();
    let rest = text[letters..].strip_prefix(". ").map(str::trim_start).unwrap_or_default();
    let sound = (1..=5).contains(&letters) && rest.starts_with(char::is_uppercase);
    if sound { (text.len() - rest.len(), rest) } else { (0, text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_words_are_folded_as_letter_by_letter(
            text in ".*",
            words in "( |  |[a-zA-ZåäöÅÄÖéÉ×ß–”\u{a0}\t0-9.]){0,40}",
        ) {
            prop_assert_eq!(folded(&text), letter_by_letter(&text));
            prop_assert_eq!(folded(&words), letter_by_letter(&words));
        }
    }

    #[test]
    fn a_number_before_a_heading_is_set_aside() {
        assert_eq!(unnumbered("3.2 Ekonomi").1, "Ekonomi");
        assert_eq!(unnumbered("4. Ekonomi").1, "Ekonomi");
        assert_eq!(unnumbered("2026 i korthet").1, "2026 i korthet");
        assert_eq!(unnumbered("Ekonomi").1, "Ekonomi");
        assert_eq!(unnumbered("IV. Ekonomi").1, "Ekonomi");
        assert_eq!(unnumbered("VI Ekonomi").1, "VI Ekonomi");
        assert_eq!(unnumbered("X. procent").1, "X. procent");
    }

    #[test]
    fn a_goal_carries_its_name_and_an_assessment_its_horizon() {
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        let text = "Kommunfullmäktigemål – Fler läser";
        let known = book.headings(text).remove(0);
        assert_eq!((known.kind, &text[known.name]), (HeadingKind::Section(SectionKind::Goal), "Fler läser"));
        let term = book.headings("Bedömning av arbetet med kommunfullmäktigemålet mandatperioden").remove(0);
        assert_eq!(term.kind, HeadingKind::Section(SectionKind::AssessmentTerm));
        let period = book.headings("Bedömning av målet januari – augusti 2031").remove(0);
        assert_eq!(period.kind, HeadingKind::Section(SectionKind::AssessmentPeriod));
    }

    #[test]
    fn an_order_in_a_heading_is_an_assignment() {
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        let known =
            book.headings("Parknämnden ges, i samarbete med skolnämnden, i uppdrag att plantera träd");
        assert_eq!(known[0].kind, HeadingKind::Section(SectionKind::Assignment));
    }
}
