//! Goals with a number as a document prints them again: in a list of all, in a table, in headings.
//!
//! "Mål 3. Rena dammar" in the summary and "### Mål 3. Rena dammar" further down are the same goal. What a line says
//! is enough: a goal's own heading need not have been read as one.

use crate::lines::{printed, whole};
use crate::place;
use uppsikt_domain::document::{Document, LineRole};
use uppsikt_domain::place::Span;
use uppsikt_findings::FindingPlace;
use uppsikt_text::case::Lower;
use uppsikt_text::compare::normalized;

/// A goal with a number, as one line prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The number: "3", "2.1".
    pub number: String,
    /// The name, as printed.
    pub name: String,
    /// What stands after it, set apart: a status.
    pub after: Option<String>,
    /// Whether the word "mål" stands before the number.
    pub is_marked: bool,
    /// The line.
    pub line: u32,
}

impl Printed {
    /// Whether another line says the same name, or the part of it that the line has room for.
    pub fn is_same(&self, other: &Printed) -> bool {
        let (own, theirs) = (bare(&self.name), bare(&other.name));
        own == theirs || is_part(&own, &theirs) || is_part(&theirs, &own)
    }

    /// Where it stands.
    pub fn span(&self, document: &Document) -> Span {
        whole(document, self.line)
    }

    /// Where its name stands.
    pub fn place(&self, document: &Document) -> FindingPlace {
        place::at(document, crate::prose::locate(document, self.span(document), &self.name))
    }
}

fn bare(name: &str) -> String {
    normalized(name.trim_end_matches(['.', ':', '*', ' ']))
}

/// A part of a name has so many words at least.
const WORDS: usize = 3;

/// A name that goes on on the next line, or that a heading says more after: at least so much of it.
fn is_part(part: &str, name: &str) -> bool {
    let rest = name.strip_prefix(part);
    rest.is_some_and(|rest| rest.starts_with([' ', ',', '.', ':']))
        && part.split_whitespace().count() >= WORDS
}

/// Goals of one document by the headings that have their numbers, and the lists that print them again.
#[derive(Debug)]
pub struct GoalLists {
    /// Under headings of their own, each number once.
    pub headed: Vec<Printed>,
    /// Lists: lines that follow one another closely.
    pub lists: Vec<Vec<Printed>>,
}

/// So many headings with numbers at least.
const HEADED: usize = 3;
/// So many lines may stand between two goals of a list: the name of an area, a line that a name goes on over.
const BETWEEN: u32 = 3;
/// So many lines above a list may say that it is one of goals.
const ABOVE: usize = 5;

impl GoalLists {
    /// The goals of a document; none where fewer than three headings have numbers.
    pub fn of(document: &Document) -> Option<Self> {
        let lines: Vec<(u32, &str, LineRole)> = printed(document)
            .filter(|(_, line)| !line.text.trim().is_empty())
            .map(|(number, line)| (number, line.text.as_str(), line.role))
            .collect();
        let mut headed: Vec<Printed> = Vec::new();
        let mut lists: Vec<Vec<Printed>> = Vec::new();
        for (at, (number, text, role)) in lines.iter().enumerate() {
            if !text.bytes().any(|byte| byte.is_ascii_digit()) {
                continue;
            }
            let Some(goal) = of_line(text, *number) else { continue };
            if *role == LineRole::Heading {
                headed.push(goal);
                continue;
            }
            match lists
                .last_mut()
                .filter(|list| list.last().is_some_and(|last| *number <= last.line + BETWEEN))
            {
                Some(list) => list.push(goal),
                None if goal.is_marked || is_below_goals(&lines[at.saturating_sub(ABOVE)..at]) => {
                    lists.push(vec![goal])
                }
                None => {}
            }
        }
        headed.retain(|it| it.is_marked || speaks_of_aims(&it.name));
        let unique =
            headed.iter().all(|it| headed.iter().filter(|other| other.number == it.number).count() == 1);
        (headed.len() >= HEADED && unique && !lists.is_empty()).then_some(GoalLists { headed, lists })
    }

    /// The goal under a heading that has a number.
    pub fn numbered(&self, number: &str) -> Option<&Printed> {
        self.headed.iter().find(|it| it.number == number)
    }

    /// Whether the headings count from one with none left out, and a list has each of them.
    pub fn are_all(&self) -> bool {
        let all = self.headed.len();
        (1..=all).all(|number| self.numbered(&number.to_string()).is_some())
            && self.lists.iter().any(|list| self.pairs(list).len() == all)
    }

    /// The goals of a list with those under headings of the same number, where the list is of these: at least two are
    /// named alike, and more than are not.
    pub fn pairs<'a>(&'a self, list: &'a [Printed]) -> Vec<(&'a Printed, &'a Printed)> {
        let pairs = list.iter().filter_map(|goal| Some((goal, self.numbered(&goal.number)?)));
        let pairs: Vec<(&Printed, &Printed)> = pairs.collect();
        let same = pairs.iter().filter(|(listed, own)| listed.is_same(own)).count();
        if same >= 2 && same * 2 > pairs.len() { pairs } else { Vec::new() }
    }
}

/// "Barnen ska lära sig simma": what is aimed at.
fn speaks_of_aims(name: &str) -> bool {
    normalized(name).split(' ').any(|word| word == "ska" || word == "skall")
}

/// Whether lines right above a list say that goals follow.
fn is_below_goals(above: &[(u32, &str, LineRole)]) -> bool {
    above.iter().any(|(_, text, _)| {
        let lower = text.lower();
        lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.ends_with("mål") || word.ends_with("målen"))
    })
}

/// The goal that a line prints: in a cell of a row of Markdown, or from its first word.
fn of_line(text: &str, line: u32) -> Option<Printed> {
    if text.trim_start().starts_with('|') {
        let cells: Vec<&str> = text.trim().trim_matches('|').split('|').map(str::trim).collect();
        let at = cells.iter().position(|cell| of_text(cell, line).is_some())?;
        let after = cells.get(at + 1).map(|cell| (*cell).to_owned()).filter(|cell| !cell.is_empty());
        return of_text(cells[at], line).map(|goal| Printed { after, ..goal });
    }
    of_text(text, line)
}

fn of_text(text: &str, line: u32) -> Option<Printed> {
    let text = text
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '-' | '\u{2022}'));
    let (is_marked, rest) = match text.split_once(' ').filter(|(word, _)| word.lower().ends_with("mål")) {
        Some((_, rest)) => (true, rest.trim_start()),
        None => (false, text),
    };
    let digits = rest.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(rest.len());
    let number = rest[..digits].trim_end_matches('.');
    let sound = number.split('.').all(|part| (1..=2).contains(&part.len())) && number.split('.').count() <= 2;
    let stopped = rest[..digits].ends_with('.') || rest[digits..].starts_with(':');
    let after = rest[digits..].trim_start_matches([':', ' ', '\u{a0}', '*']);
    let dash = after.strip_prefix(['\u{2013}', '-']).map(str::trim_start);
    let name = dash.unwrap_or(after);
    if !(sound && (stopped || dash.is_some()) && name.starts_with(char::is_uppercase)) {
        return None;
    }
    let (name, after) = match name.split_once("   ") {
        Some((name, after)) => (name, Some(after.trim())),
        None => (name, None),
    };
    let name = name.split("**").next().unwrap_or(name).trim();
    let after = after.filter(|after| !after.is_empty() && !after.contains("   ")).map(str::to_owned);
    let worded = name.split_whitespace().count() >= WORDS;
    worded.then(|| Printed { number: number.to_owned(), name: name.to_owned(), after, is_marked, line })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Option<(String, String, Option<String>, bool)> {
        of_line(text, 1).map(|it| (it.number, it.name, it.after, it.is_marked))
    }

    #[test]
    fn a_goal_is_a_number_and_a_name_of_some_words() {
        let goal = |number: &str, name: &str, after: Option<&str>, marked| {
            Some((number.to_owned(), name.to_owned(), after.map(str::to_owned), marked))
        };
        assert_eq!(told("- Mål 3. Dammarna ska bli rena"), goal("3", "Dammarna ska bli rena", None, true));
        assert_eq!(told("• Mål 3: Dammarna ska bli rena."), goal("3", "Dammarna ska bli rena.", None, true));
        assert_eq!(
            told("| Vatten | 3. Dammarna ska bli rena | Nås |"),
            goal("3", "Dammarna ska bli rena", Some("Nås"), false)
        );
        assert_eq!(
            told("3. Dammarna ska bli rena          Nås delvis"),
            goal("3", "Dammarna ska bli rena", Some("Nås delvis"), false)
        );
        assert_eq!(
            told("**Mål 3. Dammarna ska bli rena.** Riktas till: parknämnden."),
            goal("3", "Dammarna ska bli rena.", None, true)
        );
        for other in
            ["3 dammar ska bli rena", "2031. Dammarna ska bli rena", "3. Ekonomi", "Mål 3 nås inte i år"]
        {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
