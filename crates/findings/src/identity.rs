//! What makes a finding the same finding in another version of its document: its rule, the
//! headings that it stands under and the printed words that it rests on. Never line numbers.
//!
//! Decided in docs/adr/0010-identity-of-a-finding.md.

use crate::finding::{Family, Finding, FindingPlace};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::Arc;
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::Table;
use uppsikt_messages::{Arg, Message};
use uppsikt_text::compare::normalized;
use uppsikt_text::sentence::sentences;

/// What a finding is known by.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identity {
    /// The same as long as the words that the finding rests on are: 32 hexadecimal digits.
    pub print: String,
    /// The same as long as the rule speaks at the same place, whatever stands there.
    pub place: String,
}

/// What each finding is known by, in their order. Findings that nothing else tells apart are
/// numbered.
pub fn identities(findings: &[Finding], documents: &[Arc<Document>]) -> Vec<Identity> {
    let by_file: HashMap<&str, &Document> =
        documents.iter().map(|document| (document.source.file.as_str(), document.as_ref())).collect();
    let mut met: HashMap<(&str, String), u32> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let Identity { print, place } = identity(finding, &by_file);
            let times = met.entry((finding.at.file.as_str(), print.clone())).or_default();
            *times += 1;
            let print = if *times == 1 { print } else { hash(&[&print, &times.to_string()]) };
            Identity { print, place }
        })
        .collect()
}

fn identity(finding: &Finding, documents: &HashMap<&str, &Document>) -> Identity {
    let stands = |place: &FindingPlace| {
        documents
            .get(place.file.as_str())
            .map(|document| Stands::at(document, &place.span))
            .unwrap_or_default()
    };
    let at = stands(&finding.at);
    let mut others: Vec<String> = finding.also_at.iter().map(|place| stands(place).words()).collect();
    others.sort();
    let place = hash(&[finding.rule, &at.place.join("\u{1}")]);
    let (words, others, told) = (at.words(), others.join("\u{2}"), told(finding));
    Identity { print: hash(&[finding.rule, &words, &others, &told]), place }
}

/// The figures and words that the finding itself quotes. What a rule of plain language expects
/// is measured on the whole document and would change with every other sentence.
fn told(finding: &Finding) -> String {
    let expected = Some(&finding.expected).filter(|_| finding.family != Family::PlainLanguage);
    let messages = [Some(&finding.found), expected];
    messages.into_iter().flatten().map(arguments).collect::<Vec<_>>().join("\u{2}")
}

fn arguments(message: &Message) -> String {
    let value = |(name, arg): &(&str, Arg)| match arg {
        Arg::Text(text) => format!("{name}={}", squeezed(text)),
        Arg::Count(count) => format!("{name}={count}"),
    };
    let mut values: Vec<String> = message.args.iter().map(value).collect();
    values.sort();
    values.join("\u{1}")
}

fn hash(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\u{0}").as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Where a stretch of a document stands in its structure, and what is printed there.
#[derive(Debug, Default)]
struct Stands {
    /// Headings around it, outermost first; then the row and the column, in tables.
    place: Vec<String>,
    /// The words of the stretch, and the sentences that hold them.
    printed: Vec<String>,
}

impl Stands {
    fn at(document: &Document, span: &Span) -> Stands {
        let mut stands = Stands::default();
        let printed = stretch(document, span);
        if let Some(block) = stands.descend(&document.sections, span) {
            match &block.content {
                Content::Table(table) => stands.in_table(table, span),
                content => stands.printed = around(content, span, &printed),
            }
        }
        stands.printed.push(printed);
        stands
    }

    /// Names the sections around the stretch; gives the block that it begins in.
    fn descend<'a>(&mut self, sections: &'a [Section], span: &Span) -> Option<&'a Block> {
        let section = sections.iter().find(|section| section.span.holds_line(span.at.line))?;
        self.place.push(heading(&section.name));
        let own = section.blocks.iter().find(|block| block.span.holds_line(span.at.line));
        own.or_else(|| self.descend(&section.sections, span))
    }

    fn in_table(&mut self, table: &Table, span: &Span) {
        self.place.extend(table.caption.as_ref().map(|caption| heading(&caption.text)));
        let row = table.rows.iter().find(|row| {
            row.label.span.holds_line(span.at.line) || row.cells.iter().any(|cell| cell.span == *span)
        });
        let Some(row) = row else { return };
        self.place.push(normalized(&row.label.text));
        let column = row.cells.iter().position(|cell| cell.span == *span && cell.printed.is_some());
        self.place.extend(column.and_then(|at| table.columns.get(at)).map(|it| normalized(&it.heading.text)));
    }

    fn words(&self) -> String {
        format!("{}\u{1}{}", self.place.join("\u{1}"), self.printed.join("\u{1}"))
    }
}

/// A heading for comparing, without its number: "3.2 Ekonomi" is "ekonomi".
fn heading(name: &str) -> String {
    let numbered = |c: char| c.is_ascii_digit() || matches!(c, '.' | ')') || c.is_whitespace();
    let bare = name.trim_start_matches(numbered);
    normalized(if bare.is_empty() { name } else { bare })
}

/// The sentences of a block that hold the stretch; all of it where none holds it whole.
fn around(content: &Content, span: &Span, printed: &str) -> Vec<String> {
    let texts: Vec<&str> = match content {
        Content::Paragraph { text } | Content::Note { text } => vec![text],
        Content::List { items, .. } => {
            let own = items.iter().filter(|item| item.span.holds_line(span.at.line));
            own.map(|item| item.text.as_str()).collect()
        }
        _ => Vec::new(),
    };
    let said = texts.into_iter().flat_map(sentences).map(squeezed);
    said.filter(|sentence| !printed.is_empty() && sentence.contains(printed)).collect()
}

/// What is printed on a stretch, marks of tables, emphasis and line breaks aside.
fn stretch(document: &Document, span: &Span) -> String {
    let mut out = String::new();
    for number in span.at.line..=span.end_line {
        let Some(line) = document.line(number) else { break };
        let inside = |column: u32| {
            (number > span.at.line || column >= span.at.column)
                && (number < span.end_line || column <= span.end_column)
        };
        let text: String =
            line.text.chars().zip(1_u32..).filter(|(_, at)| inside(*at)).map(|(c, _)| c).collect();
        let wrapped = number < span.end_line;
        let text = text.trim_end();
        out += if wrapped { text.strip_suffix('-').unwrap_or(text) } else { text };
    }
    squeezed(&out)
}

/// Words without space, emphasis and table marks: only what is said is left.
fn squeezed(text: &str) -> String {
    let says = |c: &char| !c.is_whitespace() && !matches!(c, '*' | '_' | '|' | '#' | '`' | '\u{ad}');
    text.chars().filter(says).map(|c| if c == '\u{2212}' { '-' } else { c }).collect()
}
