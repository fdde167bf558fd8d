//! Headings, the table of contents, years, names of goals.

use super::clean::Clean;
use super::{Planted, lines_of};
use uppsikt_domain::section::{Section, SectionKind};

/// Everything under a heading taken out.
pub fn heading_emptied(clean: &Clean) -> Vec<Planted> {
    let sections = clean.document.all_sections();
    let leaf = |section: &&&Section| section.sections.is_empty() && !section.blocks.is_empty();
    let emptied = sections.iter().filter(leaf).filter_map(|section| {
        let heading = section.heading.as_ref()?;
        let last = section.blocks.iter().map(|block| block.span.end_line).max()?;
        let gone = (heading.span.end_line + 1, last);
        (gone.0 <= gone.1 && section.assessment.is_none())
            .then(|| Planted::without("heading emptied", clean, gone, lines_of(heading.span)))
    });
    emptied.collect()
}

/// Two letters of a word that have changed places. None for words without such letters.
pub fn slipped(word: &str) -> Option<String> {
    let mut letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let differ = |at: &usize| {
        let (a, b) = (letters[*at], letters[*at + 1]);
        a != b && a.is_lowercase() && b.is_lowercase()
    };
    let at = (middle..letters.len().saturating_sub(2)).find(differ)?;
    letters.swap(at, at + 1);
    Some(letters.into_iter().collect())
}

/// A line with a slip in its longest word.
fn with_slip(line: &str) -> Option<String> {
    let words = line.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
    let longest = words.max_by_key(|word| word.chars().count()).filter(|word| word.chars().count() > 5)?;
    Some(line.replacen(longest, &slipped(longest)?, 1))
}

pub fn contents_entry(clean: &Clean) -> Vec<Planted> {
    let entries = clean.document.contents.iter().filter_map(|entry| {
        let line = entry.text.span.at.line;
        let changed = with_slip(clean.line(line))?;
        (changed != clean.line(line)).then(|| Planted::line("contents entry", clean, line, changed))
    });
    entries.collect()
}

pub fn contents_entry_gone(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for section in clean.document.all_sections() {
        let (SectionKind::Goal | SectionKind::GoalArea | SectionKind::Assignment, Some(heading)) =
            (section.kind, &section.heading)
        else {
            continue;
        };
        let alike = |text: &str| uppsikt_text::compare::same(text, &heading.text);
        let Some(entry) = clean.document.contents.iter().find(|entry| alike(&entry.text.text)) else {
            continue;
        };
        let fault =
            Planted::without("contents entry gone", clean, lines_of(entry.text.span), lines_of(heading.span));
        found.push(fault);
    }
    found
}

pub fn contents_page(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for (index, entry) in clean.document.contents.iter().enumerate() {
        let (Some(page), line) = (entry.page, entry.text.span.end_line) else { continue };
        let own = page.to_string();
        let Some(start) = clean.line(line).strip_suffix(&own) else { continue };
        let other = if index % 3 == 0 && page > 3 { page - 1 } else { page + 1 };
        found.push(Planted::line("contents page", clean, line, format!("{start}{other}")));
    }
    found
}

/// A table copied from last year: every year in its head is one less.
pub fn copied_head(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for (_, table) in clean.document.tables() {
        let Some(column) = table.columns.iter().find(|column| is_dated(clean, &column.heading.text)) else {
            continue;
        };
        let line = column.heading.span.at.line;
        let text = clean.line(line);
        let earlier = (2020..2030)
            .fold(text.to_owned(), |text, year| text.replace(&year.to_string(), &(year - 1).to_string()));
        let is_head = table.kind != uppsikt_domain::table::TableKind::Other && line > 0;
        if is_head && earlier != text {
            found.push(Planted::line("copied column head", clean, line, earlier));
        }
    }
    found
}

fn is_dated(clean: &Clean, heading: &str) -> bool {
    clean.document.year.is_some_and(|year| heading.contains(&year.to_string()))
}

pub fn heading_year(clean: &Clean) -> Vec<Planted> {
    let Some(year) = clean.document.year else { return Vec::new() };
    let sections = clean.document.all_sections();
    let headings = sections.iter().filter_map(|section| section.heading.as_ref());
    let dated = headings.filter_map(|heading| {
        let line = heading.span.end_line;
        let text = clean.line(line);
        let other = text.replace(&year.to_string(), &(year - 1).to_string());
        (other != text && heading.text.contains(&year.to_string()))
            .then(|| Planted::line("heading's year", clean, line, other))
    });
    dated.collect()
}

/// A slip in a heading that the table of contents lists.
pub fn goal_heading(clean: &Clean) -> Vec<Planted> {
    let goals = clean.document.goals();
    let headings = goals.iter().filter_map(|goal| goal.section.heading.as_ref());
    let slips = headings.filter_map(|heading| {
        let line = heading.span.at.line;
        let changed = with_slip(clean.line(line).split(" - ").nth(1)?)?;
        let marker = clean.line(line).split(" - ").next()?;
        Some(Planted::line("goal's heading", clean, line, format!("{marker} - {changed}")))
    });
    slips.collect()
}

/// A goal's paragraph, once more under the next goal.
pub fn paragraph_copied(clean: &Clean) -> Vec<Planted> {
    let goals = clean.document.goals();
    let paragraphs: Vec<(u32, u32)> = goals
        .iter()
        .filter_map(|goal| {
            let sections = goal.section.all();
            let blocks = sections.iter().flat_map(|section| &section.blocks);
            let is_long = |text: &str| text.chars().count() > 90 && text.contains(". ");
            let whole =
                blocks.filter(|block| block.table().is_none()).find(|block| is_long(&block.text()))?;
            Some(lines_of(whole.span))
        })
        .collect();
    let copies = paragraphs.windows(2).map(|pair| {
        let ((first, last), (_, end)) = (pair[0], pair[1]);
        let words = (first..=last).map(|line| clean.line(line).to_owned());
        let with: Vec<String> = std::iter::once(String::new()).chain(words).collect();
        Planted::after("paragraph copied", end, with)
    });
    copies.collect()
}
