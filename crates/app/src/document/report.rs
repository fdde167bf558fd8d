//! What is told of a file that was read.

use super::import::PROGRAM;
use serde::{Deserialize, Serialize};
use uppsikt_domain::document::{Document, DocumentKind, Unread};
use uppsikt_domain::structure::Structure;
use uppsikt_messages::Message;
use uppsikt_reading::HouseStyle;
use uppsikt_store::sha256_hex;

/// So many lines that were not understood are told of a file.
const FIRST: usize = 3;

/// What a file came to, kept so that it can be told again without reading it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// How many errors, warnings and notes it alone gives.
    pub findings: [usize; 3],
    /// How many lines nobody took, and pages without readable text.
    pub unread: usize,
    /// The first of the lines that nobody took, as the file counts its lines.
    pub first: Vec<Unread>,
    /// Pages whose text cannot be taken out.
    pub scanned: Vec<u32>,
    /// Pages without text.
    pub empty: Vec<u32>,
    /// How many goals, assignments and tables were found in it.
    #[serde(default)]
    pub found: [usize; 3],
}

impl FileReport {
    /// What is told of a document.
    pub fn of(document: &Document, findings: [usize; 3]) -> Self {
        let lines = document.unread.iter().filter(|unread| !is_page(unread));
        let shown = |unread: &Unread| {
            let span = uppsikt_domain::place::Span { at: unread.at, ..Default::default() };
            Unread { at: document.shown(span).at, ..unread.clone() }
        };
        FileReport {
            kind: document.kind,
            findings,
            unread: document.unread.len(),
            first: lines.take(FIRST).map(shown).collect(),
            scanned: scanned_pages(document),
            empty: document.source.empty_pages.clone(),
            found: found_in(document),
        }
    }
}

/// How many goals, assignments and tables a document has.
pub fn found_in(document: &Document) -> [usize; 3] {
    let goals = document.goal_areas().iter().map(|area| area.goals.len()).sum();
    [goals, document.assignments().len(), document.tables().len()]
}

/// What was found in a document whose kind is not known, and what there is to do; `None`: nothing.
pub fn found_of_unknown([goals, assignments, tables]: [usize; 3]) -> Option<Message> {
    (goals + assignments + tables > 0).then(|| {
        let told = Message::new("app-unknown-found").with("goals", goals);
        told.with("assignments", assignments).with("tables", tables)
    })
}

/// The pages of which nothing was read, a message for each reason.
pub fn without_text(scanned: &[u32], empty: &[u32]) -> Vec<Message> {
    let told = |(key, pages): (&'static str, &[u32])| {
        let message = || Message::new(key).with("pages", in_runs(pages)).with("count", pages.len());
        (!pages.is_empty()).then(message)
    };
    [("cli-read-scanned", scanned), ("cli-read-empty", empty)].into_iter().filter_map(told).collect()
}

/// "2, 5–7".
fn in_runs(pages: &[u32]) -> String {
    let runs = pages.chunk_by(|a, b| a + 1 == *b).filter_map(|run| match run {
        [only] => Some(only.to_string()),
        [first, .., last] => Some(format!("{first}–{last}")),
        [] => None,
    });
    runs.collect::<Vec<_>>().join(", ")
}

fn is_page(unread: &Unread) -> bool {
    unread.why == uppsikt_reading::WHY_SCANNED
}

/// The pages whose text cannot be taken out.
pub fn scanned_pages(document: &Document) -> Vec<u32> {
    document.unread.iter().filter(|unread| is_page(unread)).filter_map(|unread| unread.at.page).collect()
}

/// What reads files, in one word: another program, style or structure may read the same bytes
/// otherwise.
pub fn reader_print(style: &HouseStyle, structure: &Structure) -> String {
    let build = std::env::current_exe().and_then(std::fs::metadata);
    let build = build.map(|file| format!("{} {:?}", file.len(), file.modified().ok())).unwrap_or_default();
    let words = serde_json::to_string(&(style, structure)).unwrap_or_default();
    sha256_hex(format!("{PROGRAM}\n{build}\n{words}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_style_is_another_reader() {
        let (style, other) = (
            HouseStyle::standard(),
            HouseStyle::from_toml("name = \"Ekby\"\n[headings]\nsummary = [\"Kort sagt\"]\n").unwrap(),
        );
        let print = |style: &HouseStyle| reader_print(style, &style.structure());
        assert_eq!(print(&style), print(&style.clone()));
        assert_ne!(print(&style), print(&other));
    }

    #[test]
    fn only_the_first_lines_are_told_and_all_are_counted() {
        let text = b"# N\xc3\xa4mndsbudget 2031\n\nParkn\xc3\xa4mnden\n";
        let mut document = uppsikt_reading::read("plan.md", text, &HouseStyle::standard()).unwrap();
        let line = |line| Unread {
            text: "§".to_owned(),
            at: uppsikt_domain::place::Place::on_line(line),
            why: "reading-why-nobody".to_owned(),
        };
        document.unread = (1..=5).map(line).collect();
        let report = FileReport::of(&document, [0, 1, 2]);
        assert_eq!((report.unread, report.first.len(), report.first[0].at.line), (5, 3, 1));
    }
}
