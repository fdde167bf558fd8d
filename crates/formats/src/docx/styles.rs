//! Styles: what a paragraph's style makes of it. Names count before ids, since ids follow the
//! program's language ("Rubrik1") and names of built-in styles do not ("heading 1").

use super::xml::Xml;
use crate::FormatError;
use crate::emphasis::Change;
use std::collections::HashMap;

/// A list that a paragraph or a style belongs to: its number and level.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct InList {
    pub list: Option<String>,
    pub level: Option<usize>,
}

#[derive(Debug, Clone, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    listed: InList,
    hidden: Option<bool>,
    raised: Option<bool>,
    look: Change,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    usual: Option<String>,
}

/// No chain of styles is longer.
const LONGEST_CHAIN: usize = 32;

/// The level of body text.
const BODY: u8 = 9;

impl Styles {
    pub fn read(text: &str, depth: usize) -> Result<Self, FormatError> {
        let mut xml = Xml::new(text, depth);
        let mut styles = Styles::default();
        if xml.child()?.is_none() {
            return Ok(styles);
        }
        while let Some(element) = xml.child()? {
            let id = element.attribute("styleId").filter(|_| element.name() == "style");
            let Some(id) = id else {
                xml.skip()?;
                continue;
            };
            let paragraph = element.attribute("type").is_none_or(|it| it == "paragraph");
            let default = element.attribute("default").is_some_and(|it| it == "1" || it == "true");
            if paragraph && default {
                styles.usual = Some(id.clone());
            }
            styles.by_id.insert(id, style(&mut xml)?);
        }
        Ok(styles)
    }

    /// The style and those it is based on.
    fn chain<'s>(&'s self, id: &str) -> impl Iterator<Item = &'s Style> {
        let first = self.by_id.get(id);
        let next = |style: &&'s Style| style.based_on.as_ref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// A style's name in lower case; its id where the file does not tell.
    fn name(&self, id: &str) -> String {
        match self.by_id.get(id).filter(|style| !style.name.is_empty()) {
            Some(style) => style.name.clone(),
            None => spaced(&id.to_lowercase()),
        }
    }

    /// The level of headings in a style, from 1.
    pub fn level(&self, id: &str) -> Option<u8> {
        let told = self.chain(id).find_map(|style| style.outline.or_else(|| named_level(&style.name)));
        told.or_else(|| named_level(&self.name(id))).filter(|level| *level < BODY).map(|level| level + 1)
    }

    pub fn is_title(&self, id: &str) -> bool {
        let own = self.name(id);
        let names = self.chain(id).map(|style| style.name.clone()).chain([own.clone()]);
        !own.starts_with("sub")
            && names.into_iter().any(|name| matches!(name.as_str(), "title" | "rubrik" | "titel"))
    }

    /// Whether the style is one of entries in a table of contents.
    pub fn is_contents(&self, id: &str) -> bool {
        let name = self.name(id);
        ["toc ", "innehåll ", "innehll ", "contents "]
            .iter()
            .any(|start| name.strip_prefix(start).is_some_and(|level| level.trim().parse::<u8>().is_ok()))
    }

    /// The list that a style belongs to.
    pub fn listed(&self, id: &str) -> InList {
        let list = self.chain(id).find_map(|style| style.listed.list.clone());
        let level = self.chain(id).find_map(|style| style.listed.level);
        InList { list, level }
    }

    /// The level that a list style's name tells, and whether it counts: "List Bullet 2" is 1.
    pub fn bare_list(&self, id: &str) -> Option<(usize, bool)> {
        let name = self.name(id).replace(' ', "");
        let (rest, numbered) = match (name.strip_prefix("listbullet"), name.strip_prefix("listnumber")) {
            (Some(rest), _) => (rest, false),
            (None, rest) => (rest?, true),
        };
        let level: usize = rest.parse().unwrap_or(1);
        Some((level.saturating_sub(1).min(8), numbered))
    }

    pub fn is_hidden(&self, id: &str) -> bool {
        self.chain(id).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// Whether a style of characters raises (`true`) or lowers them.
    pub fn raised(&self, id: &str) -> Option<bool> {
        self.chain(id).find_map(|style| style.raised)
    }

    /// How words of a style look, where it says so.
    pub fn look(&self, id: &str) -> Change {
        self.chain(id).fold(Change::default(), |look, style| look.or(style.look))
    }

    /// Whether a style is that of captions.
    pub fn is_caption(&self, id: &str) -> bool {
        let names = self.chain(id).map(|style| style.name.clone()).chain([self.name(id)]);
        names.into_iter().any(|name| matches!(name.as_str(), "caption" | "beskrivning"))
    }

    /// The style of paragraphs that name none.
    pub fn usual(&self) -> &str {
        self.usual.as_deref().unwrap_or("Normal")
    }
}

/// "heading1" as "heading 1".
fn spaced(id: &str) -> String {
    let words = id.trim_end_matches(|c: char| c.is_ascii_digit());
    if words.len() == id.len() { id.to_owned() } else { format!("{words} {}", &id[words.len()..]) }
}

/// The level that a name tells, from 0: "heading 2", "Rubrik 2".
fn named_level(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading ").or_else(|| name.strip_prefix("rubrik "))?;
    let level: u8 = rest.trim().parse().ok()?;
    (1..=BODY).contains(&level).then(|| level - 1)
}

fn style(xml: &mut Xml<'_>) -> Result<Style, FormatError> {
    let mut style = Style::default();
    while let Some(element) = xml.child()? {
        match element.name() {
            "pPr" => paragraph_properties(xml, &mut style)?,
            "rPr" => {
                let run = run_properties(xml)?;
                style.hidden = run.hidden;
                style.raised = run.raised;
                style.look = run.look;
            }
            other => {
                match other {
                    "name" => style.name = element.value().unwrap_or_default().to_lowercase(),
                    "basedOn" => style.based_on = element.value(),
                    _ => {}
                }
                xml.skip()?;
            }
        }
    }
    Ok(style)
}

fn paragraph_properties(xml: &mut Xml<'_>, style: &mut Style) -> Result<(), FormatError> {
    while let Some(element) = xml.child()? {
        match element.name() {
            "numPr" => style.listed = in_list(xml)?,
            other => {
                if other == "outlineLvl" {
                    style.outline = element.value().and_then(|level| level.parse().ok());
                }
                xml.skip()?;
            }
        }
    }
    Ok(())
}

/// The inside of numPr.
pub(super) fn in_list(xml: &mut Xml<'_>) -> Result<InList, FormatError> {
    let mut found = InList::default();
    while let Some(element) = xml.child()? {
        match element.name() {
            "numId" => found.list = element.value(),
            "ilvl" => found.level = element.value().and_then(|level| level.parse().ok()),
            _ => {}
        }
        xml.skip()?;
    }
    Ok(found)
}

/// What a run's properties say of its text.
#[derive(Debug, Clone, Default)]
pub(super) struct RunProperties {
    pub style: Option<String>,
    pub hidden: Option<bool>,
    pub raised: Option<bool>,
    pub look: Change,
    /// Whether the mark of the paragraph, if it is its run, was deleted.
    pub deleted: bool,
}

/// The inside of rPr.
pub(super) fn run_properties(xml: &mut Xml<'_>) -> Result<RunProperties, FormatError> {
    let mut run = RunProperties::default();
    while let Some(element) = xml.child()? {
        match element.name() {
            "rStyle" => run.style = element.value(),
            "vanish" => run.hidden = Some(element.is_on()),
            "b" => run.look.bold = Some(element.is_on()),
            "i" => run.look.italic = Some(element.is_on()),
            "vertAlign" => {
                let value = element.value().unwrap_or_default();
                run.raised =
                    ["subscript", "superscript"].iter().position(|it| *it == value).map(|at| at == 1);
            }
            "del" | "moveFrom" => run.deleted = true,
            _ => {}
        }
        xml.skip()?;
    }
    Ok(run)
}
