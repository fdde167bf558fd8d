//! Whom the council directs its goals to: in words below the goal ("Målet riktas till: …"), in a column of a
//! table of goals, or in a matrix of goals and committees with crosses.

mod matrix;
mod names;

use crate::book::{Book, HeadingKind, first_fit, folded, unnumbered};
use crate::source::Source;
use crate::words::Words;
use names::Names;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::goal::Directed;
use uppsikt_domain::place::TextAt;
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::Table;

/// A goal that a table names, and whom it is directed to.
struct Told {
    goal: TextAt,
    directed: Directed,
}

/// Gives the goals of the municipality's own documents those they are directed to.
pub(crate) fn tell(
    source: &Source,
    book: &Book<'_>,
    words: &Words,
    kind: DocumentKind,
    sections: &mut [Section],
) {
    use DocumentKind::{AnnualReport, CityInterimReport, CouncilBudget};
    if !matches!(kind, CouncilBudget | CityInterimReport | AnnualReport) {
        return;
    }
    let names = Names::of(source, book);
    let reader = Reader { source, book, words, names };
    reader.below(sections);
    let mut told = Vec::new();
    each_table(sections, &mut |table| told.extend(reader.in_table(table)));
    let any = sections.iter().flat_map(Section::all).any(|section| section.kind == SectionKind::Goal);
    for found in &told {
        give(sections, found, book);
    }
    if !any && kind == CouncilBudget {
        each_table(sections, &mut |table| reader.goals_of_matrix(table));
    }
}

fn each_table(sections: &mut [Section], act: &mut dyn FnMut(&mut Table)) {
    for section in sections {
        for block in &mut section.blocks {
            if let Content::Table(table) = &mut block.content {
                act(table);
            }
        }
        each_table(&mut section.sections, act);
    }
}

/// Gives what a table tells to the goals of that name or number that nothing else has told of.
fn give(sections: &mut [Section], told: &Told, book: &Book<'_>) {
    for section in sections {
        if section.kind == SectionKind::Goal
            && section.directed_to.is_none()
            && is_it(section, &told.goal.text, book)
        {
            section.directed_to = Some(told.directed.clone());
        }
        for block in &mut section.blocks {
            if let Content::Table(table) = &mut block.content {
                give(&mut table.goals, told, book);
            }
        }
        give(&mut section.sections, told, book);
    }
}

/// Whether a label names a goal: by its words, or by its number alone ("Mål 2").
fn is_it(goal: &Section, label: &str, book: &Book<'_>) -> bool {
    let name = goal_name(label, book);
    let heading = goal.heading.as_ref().map_or("", |heading| heading.text.as_str());
    let own = folded(goal.name.trim_end_matches('.'));
    let worded = name.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    if worded && !is_mark(&name) {
        return folded(name.trim_end_matches('.')) == own
            || folded(label.trim_end_matches('.')) == folded(heading);
    }
    let number = |text: &str| {
        let mut numbers =
            text.split(|c: char| !(c.is_ascii_digit() || c == '.')).map(|it| it.trim_matches('.'));
        numbers.find(|it| !it.is_empty()).map(str::to_owned)
    };
    let mark = heading.find(goal.name.as_str()).map_or("", |at| &heading[..at]);
    number(label).is_some_and(|own| number(mark) == Some(own))
}

/// "Mål", of a label "Mål 2": no name of its own.
fn is_mark(name: &str) -> bool {
    let bare: String = name.chars().filter(|c| c.is_alphabetic() || *c == ' ').collect();
    !bare.trim().contains(' ') && folded(&bare).contains("mål")
}

/// What stands after the mark and the number of a goal.
fn goal_name(label: &str, book: &Book<'_>) -> String {
    let goal = HeadingKind::Section(SectionKind::Goal);
    let marked = book.headings(label).into_iter().find(|known| known.kind == goal);
    marked.map_or_else(|| unnumbered(label).1, |known| &label[known.name]).trim().to_owned()
}

struct Reader<'a> {
    source: &'a Source,
    book: &'a Book<'a>,
    words: &'a Words,
    names: Names,
}

impl Reader<'_> {
    fn below(&self, sections: &mut [Section]) {
        for section in sections {
            if section.kind == SectionKind::Goal {
                section.directed_to = self.in_words(section);
            }
            self.below(&mut section.sections);
        }
    }

    /// In the paragraphs and items below a goal, and in a part that is headed so.
    fn in_words(&self, goal: &Section) -> Option<Directed> {
        let own = |section: &&Section| section.kind != SectionKind::Assignment;
        goal.all().into_iter().filter(own).find_map(|section| {
            let headed = section.heading.as_ref().is_some_and(|it| self.is_label(&it.text));
            let mut open = headed && section.kind != SectionKind::Goal;
            section.blocks.iter().find_map(|block| self.in_block(block, &mut open))
        })
    }

    /// `open`: the words before were a label, and the names come after it.
    fn in_block(&self, block: &Block, open: &mut bool) -> Option<Directed> {
        let all = self.words.of_block(block);
        if *open {
            *open = false;
            let bodies: Vec<String> = all.iter().flat_map(|words| self.names.in_list(&words.text)).collect();
            let wording = all.first()?.all_at(self.source);
            return (!bodies.is_empty()).then_some(Directed { bodies, wording });
        }
        for words in all {
            let Some(start) = self.names_start(&words.text) else { continue };
            let list = sentence(&words.text[start..]);
            if list.trim_matches(['*', '_', ' ']).is_empty() {
                *open = true;
                continue;
            }
            let bodies = self.names.in_list(list);
            if !bodies.is_empty() {
                return Some(Directed { bodies, wording: words.text_at(self.source, 0..start + list.len()) });
            }
        }
        None
    }

    /// Where the names begin after a label: "Målet riktas till: …", "Målet riktas till parknämnden".
    fn names_start(&self, text: &str) -> Option<usize> {
        if let Some((label, _)) = text.split_once(':')
            && self.is_label(label)
        {
            return Some(label.len() + 1);
        }
        let folded_text = folded(text);
        let label = self.book.style.goals.directed.iter().map(|own| folded(own));
        let label = label
            .filter(|own| own.ends_with(" till"))
            .find(|own| folded_text.strip_prefix(own.as_str()).is_some_and(|rest| rest.starts_with(' ')))?;
        (folded_text.len() == text.len()).then(|| label.len() + 1)
    }

    fn is_label(&self, label: &str) -> bool {
        let label = folded(label.trim_matches(['*', '_', ' ', ':']));
        self.book.style.goals.directed.iter().any(|own| folded(own) == label)
    }

    /// What the rows of a table tell: a column of those in charge beside one of goals, or crosses.
    fn in_table(&self, table: &Table) -> Vec<Told> {
        let told = self.in_column(table);
        if told.is_empty() { self.in_matrix(table) } else { told }
    }

    fn in_column(&self, table: &Table) -> Vec<Told> {
        let heading = |column: usize| match column.checked_sub(1) {
            None => table.label_heading.as_str(),
            Some(column) => table.columns[column].heading.text.as_str(),
        };
        let all = || 0..=table.columns.len();
        let goal = all().find(|column| first_fit(&self.book.goal_tables.goal, heading(*column)).is_some());
        let fits = |column: &usize| {
            let heading = heading(*column);
            first_fit(&self.book.order_tables.bodies, heading).is_some() || self.is_label(heading)
        };
        let Some((goal, bodies)) = goal.and_then(|goal| Some((goal, all().find(fits)?))) else {
            return Vec::new();
        };
        let told = table.rows.iter().filter_map(|row| {
            let (goal, cell) =
                (crate::table_goals::text_at(row, goal)?, crate::table_goals::text_at(row, bodies)?);
            let bodies = self.names.in_list(&cell.text);
            (!bodies.is_empty()).then_some(Told { goal, directed: Directed { bodies, wording: cell } })
        });
        told.collect()
    }
}

/// Up to the end of the first sentence.
fn sentence(text: &str) -> &str {
    let first = uppsikt_text::sentence::ranges(text).into_iter().next();
    first.map_or(text, |range| &text[..range.end])
}
