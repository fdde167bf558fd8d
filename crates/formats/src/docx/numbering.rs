//! Lists: what stands before their items.

use super::xml::Xml;
use crate::FormatError;
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    text: String,
    style: Option<String>,
}

#[derive(Debug, Clone, Default)]
struct List {
    pattern: String,
    /// Levels at which the list begins anew, and where.
    anew: HashMap<usize, u32>,
}

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<String, HashMap<usize, Level>>,
    lists: HashMap<String, List>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<String>,
}

const LEVELS: usize = 9;

/// No mark is longer, in characters.
const LONGEST_MARK: usize = 64;

/// What stands before a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mark {
    Bullet,
    /// The number of the item, and all that is printed: "2.1.".
    Number(u32, String),
}

impl Numbering {
    pub fn read(text: &str, depth: usize) -> Result<Self, FormatError> {
        let mut xml = Xml::new(text, depth);
        let mut numbering = Numbering::default();
        if xml.child()?.is_none() {
            return Ok(numbering);
        }
        while let Some(element) = xml.child()? {
            match element.name() {
                "abstractNum" => {
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    numbering.patterns.insert(id, levels(&mut xml)?);
                }
                "num" => {
                    let id = element.attribute("numId").unwrap_or_default();
                    numbering.lists.insert(id, list(&mut xml)?);
                }
                _ => xml.skip()?,
            }
        }
        Ok(numbering)
    }

    /// The level of a list that is bound to a style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let pattern = self.patterns.get(&self.lists.get(list)?.pattern)?;
        pattern.iter().find(|(_, level)| level.style.as_deref() == Some(style)).map(|(at, _)| *at)
    }

    /// Counts an item; `None` where nothing is printed before it. An item of a list that the
    /// file does not describe has a bullet.
    pub fn next(&mut self, id: &str, level: usize) -> Option<Mark> {
        let level = level.min(LEVELS - 1);
        let Some(list) = self.lists.get(id) else { return Some(Mark::Bullet) };
        let pattern = self.patterns.get(&list.pattern);
        let Some((pattern, format)) = pattern.and_then(|it| Some((it, it.get(&level)?))) else {
            return Some(Mark::Bullet);
        };
        let counts = self.counts.entry(list.pattern.clone()).or_default();
        if self.begun.insert(id.to_owned()) {
            for (level, start) in list.anew.iter().filter(|(level, _)| **level < LEVELS) {
                counts[*level] = start.checked_sub(1);
            }
        }
        let start = format.start.unwrap_or(1);
        let number = counts[level].map_or(start, |count| count.saturating_add(1));
        counts[level] = Some(number);
        counts.iter_mut().skip(level + 1).for_each(|count| *count = None);
        match format.format.as_str() {
            "bullet" => Some(Mark::Bullet),
            "none" => None,
            _ => Some(Mark::Number(number, printed(pattern, format, counts))),
        }
    }
}

/// The text of a level with its numbers: "%1.%2" is "2.1".
fn printed(pattern: &HashMap<usize, Level>, format: &Level, counts: &[Option<u32>; LEVELS]) -> String {
    let mut out = format.text.clone();
    for (at, count) in counts.iter().enumerate() {
        let hole = format!("%{}", at + 1);
        if out.contains(&hole) {
            let level = pattern.get(&at);
            let count = count.or(level.and_then(|level| level.start)).unwrap_or(1);
            out = out.replace(&hole, &written(count, level.map_or("", |level| &level.format)));
        }
    }
    out
}

/// A number as its format writes it.
fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperRoman" => roman(number),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// a … z, aa, bb: Word doubles the letter.
fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    let times = usize::try_from(at / 26 + 1).unwrap_or(1).min(8);
    std::iter::repeat_n(letter, times).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number.min(3999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

fn levels(xml: &mut Xml<'_>) -> Result<HashMap<usize, Level>, FormatError> {
    let mut found = HashMap::new();
    while let Some(element) = xml.child()? {
        if element.name() != "lvl" {
            xml.skip()?;
            continue;
        }
        let at = element.attribute("ilvl").and_then(|at| at.parse().ok()).unwrap_or(0);
        found.insert(at, level(xml)?);
    }
    Ok(found)
}

fn level(xml: &mut Xml<'_>) -> Result<Level, FormatError> {
    let mut level = Level::default();
    while let Some(element) = xml.child()? {
        match element.name() {
            "start" => level.start = element.value().and_then(|start| start.parse().ok()),
            "numFmt" => level.format = element.value().unwrap_or_default(),
            "lvlText" => {
                level.text = element.value().unwrap_or_default().chars().take(LONGEST_MARK).collect()
            }
            "pStyle" => level.style = element.value(),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(level)
}

fn list(xml: &mut Xml<'_>) -> Result<List, FormatError> {
    let mut list = List::default();
    while let Some(element) = xml.child()? {
        match element.name() {
            "abstractNumId" => {
                list.pattern = element.value().unwrap_or_default();
                xml.skip()?;
            }
            "lvlOverride" => {
                let at: usize = element.attribute("ilvl").and_then(|at| at.parse().ok()).unwrap_or(0);
                list.anew.extend(anew(xml)?.map(|start| (at, start)));
            }
            _ => xml.skip()?,
        }
    }
    Ok(list)
}

fn anew(xml: &mut Xml<'_>) -> Result<Option<u32>, FormatError> {
    let mut start = None;
    while let Some(element) = xml.child()? {
        if element.name() == "startOverride" {
            start = element.value().and_then(|start| start.parse().ok());
        }
        xml.skip()?;
    }
    Ok(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_formats_want() {
        assert_eq!(written(4, "lowerLetter"), "d");
        assert_eq!(written(28, "upperLetter"), "BB");
        assert_eq!(written(1994, "upperRoman"), "MCMXCIV");
        assert_eq!(written(7, "decimalZero"), "07");
    }
}
