//! Headers and footers: which are printed, and what they say on every page.

use super::story::{Book, Story};
use super::words::PAGE_NUMBER;
use super::xml::Xml;
use crate::FormatError;
use crate::blocks::Block;
use crate::emphasis::plain;

impl<'b> Story<'b> {
    /// A story that is a header or a footer.
    pub fn running(book: &'b Book<'b>) -> Self {
        Story { in_running: true, ..Story::new(book) }
    }

    /// The lines of a header: a paragraph each, and a row of a table each, cells parted by tabs.
    pub fn header(&mut self, text: &str) -> Result<Vec<String>, FormatError> {
        let mut xml = Xml::new(text, self.book.limits.depth);
        let mut blocks = Vec::new();
        if xml.child()?.is_some() {
            self.blocks(&mut xml, &mut blocks)?;
        }
        let lines = blocks.into_iter().flat_map(|block| match block {
            Block::Table(grid) => grid.rows.into_iter().map(|row| row.join("\t")).collect(),
            Block::Item { text, .. } => vec![plain(&text)],
            other => vec![other.words()],
        });
        Ok(lines.map(|line| unpaged(&line)).filter(|line| line.chars().any(char::is_alphanumeric)).collect())
    }

    /// The inside of sectPr: which headers and footers the section has.
    pub fn section(&mut self, xml: &mut Xml<'_>) -> Result<(), FormatError> {
        let (mut named, mut titled) = (Vec::new(), false);
        while let Some(element) = xml.child()? {
            match element.name() {
                "headerReference" | "footerReference" => {
                    named.extend(element.attribute("id").map(|id| (id, element.attribute("type"))));
                }
                "titlePg" => titled = element.is_on(),
                _ => {}
            }
            xml.skip()?;
        }
        let printed = named.into_iter().filter(|(_, kind)| match kind.as_deref() {
            Some("first") => titled,
            Some("even") => self.book.even_and_odd,
            _ => true,
        });
        self.running.extend(printed.map(|(id, _)| id).collect::<Vec<_>>());
        Ok(())
    }
}

/// Whether even and odd pages have heads of their own.
pub(super) fn has_even_and_odd(settings: &str, depth: usize) -> Result<bool, FormatError> {
    let mut xml = Xml::new(settings, depth);
    if xml.child()?.is_none() {
        return Ok(false);
    }
    let mut found = false;
    while let Some(element) = xml.child()? {
        found |= element.name() == "evenAndOddHeaders" && element.is_on();
        xml.skip()?;
    }
    Ok(found)
}

/// A line without page numbers and the words around them: "Sida 2 av 9", "2(9)", "2/9".
fn unpaged(line: &str) -> String {
    let mut line = line.trim().to_owned();
    while let Some(at) = line.find(PAGE_NUMBER) {
        let before =
            without_last(line[..at].trim_end_matches([' ', '\t']), &["sida", "sidan", "sid", "sid.", "s."]);
        let rest = line[at + PAGE_NUMBER.len_utf8()..].trim_start_matches([' ', '(', '/']);
        let of = rest.strip_prefix("av ").unwrap_or(rest);
        let after = match of.trim_start().strip_prefix(PAGE_NUMBER) {
            Some(after) => after.strip_prefix(')').unwrap_or(after),
            None => rest,
        };
        line = format!("{before}\t{}", after.trim_start()).trim().to_owned();
    }
    line
}

/// A text without its last word, where it is one of these.
fn without_last<'t>(text: &'t str, words: &[&str]) -> &'t str {
    let start = text.rfind([' ', '\t', ',']).map_or(0, |at| at + 1);
    let last = text[start..].to_lowercase();
    if words.contains(&last.as_str()) { text[..start].trim_end_matches([' ', '\t', ',']) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_go_with_the_words_around_them() {
        for (line, expected) in [
            ("Nämndsbudget 2031, Parknämnden #(#)", "Nämndsbudget 2031, Parknämnden"),
            ("Nämndsbudget 2031\tSida # av #", "Nämndsbudget 2031"),
            ("#/#\tParknämnden", "Parknämnden"),
            ("Sid. #", ""),
            ("Parknämnden #", "Parknämnden"),
        ] {
            assert_eq!(unpaged(&line.replace('#', &PAGE_NUMBER.to_string())), expected, "{line}");
        }
    }
}
