//! Weight and slant of words: by their element, its style, and the page's own simple rules.
//!
//! Of a page's rules those count whose selector is an element, a class or both ("p.lead").

use super::look::{At, Tree, attribute, name};
use crate::emphasis::Change;
use std::collections::HashMap;

/// A page has no more rules about emphasis than these.
const MOST_RULES: usize = 10_000;

/// A selector longer than this is none of the simple ones, in bytes.
const LONGEST_SELECTOR: usize = 100;

/// An element has no more classes than these.
const MOST_CLASSES: usize = 32;

#[derive(Debug, Default)]
pub(super) struct Rules(HashMap<String, Change>);

impl Rules {
    pub fn of(tree: &Tree) -> Self {
        let mut rules = Rules::default();
        for sheet in tree.root().descendants().filter(|node| name(*node) == "style") {
            let texts = sheet.children().filter_map(|node| node.value().as_text().map(|text| &**text));
            rules.read(&texts.collect::<String>().to_lowercase());
        }
        rules
    }

    fn read(&mut self, sheet: &str) {
        for rule in sheet.split('}') {
            let Some((before, inside)) = rule.rsplit_once('{') else { continue };
            let change = declared(inside);
            if change == Change::default() {
                continue;
            }
            let selectors = before.rsplit(['{', ';', '/']).next().unwrap_or_default();
            for selector in selectors.split(',').map(str::trim).filter(|it| it.len() <= LONGEST_SELECTOR) {
                if self.0.len() < MOST_RULES {
                    let known = self.0.entry(selector.to_owned()).or_default();
                    *known = change.or(*known);
                }
            }
        }
    }

    /// What is said of an element: by its style, by its classes, by its name.
    pub fn change(&self, node: At<'_>) -> Change {
        let own = attribute(node, "style").map(|style| declared(&style.to_lowercase())).unwrap_or_default();
        let named = self.named(name(node));
        let classes = attribute(node, "class").filter(|_| !self.0.is_empty()).unwrap_or_default();
        let classes = classes.split_ascii_whitespace().take(MOST_CLASSES);
        let change = classes.fold(own, |change, class| {
            let class = class.to_lowercase();
            let both = self.named(&format!("{}.{class}", name(node)));
            change.or(both).or(self.named(&format!(".{class}")))
        });
        change.or(named).or(usual(name(node)))
    }

    fn named(&self, selector: &str) -> Change {
        self.0.get(selector).copied().unwrap_or_default()
    }
}

/// What an element's name says.
fn usual(name: &str) -> Change {
    match name {
        "b" | "strong" => Change { bold: Some(true), italic: None },
        "i" | "em" => Change { bold: None, italic: Some(true) },
        _ => Change::default(),
    }
}

/// What declarations say.
fn declared(style: &str) -> Change {
    let mut change = Change::default();
    for (property, value) in style.split(';').filter_map(|it| it.split_once(':')) {
        let value = value.split(['!', ' ']).find(|it| !it.is_empty()).unwrap_or_default().trim();
        match property.trim() {
            "font-weight" => change.bold = weight(value).or(change.bold),
            "font-style" => change.italic = slant(value).or(change.italic),
            _ => {}
        }
    }
    change
}

fn weight(value: &str) -> Option<bool> {
    match value {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<u16>().ok().map(|weight| weight >= 600),
    }
}

fn slant(value: &str) -> Option<bool> {
    match value {
        "italic" | "oblique" => Some(true),
        "normal" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations_say_weight_and_slant() {
        let bold = |bold| Change { bold, italic: None };
        assert_eq!(declared("color:red; font-weight : 700 !important"), bold(Some(true)));
        assert_eq!(declared("font-weight:400"), bold(Some(false)));
        assert_eq!(declared("font-weight:inherit"), bold(None));
        assert_eq!(declared("font-style:italic").italic, Some(true));
    }

    #[test]
    fn rules_of_simple_selectors_are_known() {
        let mut rules = Rules::default();
        rules.read(
            "/* a */ @page{margin:1cm} p.lead, .fet { font-weight: bold } @media print{h2{font-weight:400}}",
        );
        assert_eq!(rules.named("p.lead").bold, Some(true));
        assert_eq!(rules.named(".fet").bold, Some(true));
        assert_eq!(rules.named("h2").bold, Some(false));
    }
}
