//! From a document of the domain to a report: the whole tree, in order, nothing dropped.
//!
//! What stands in the document is printed as it stands; figures are never rounded again.
//! Added are the cover's sentences, counted from the tree, and the facts of assignments.

mod cover;
mod goal;
mod inline;
mod section;
mod table;

use chrono::{Datelike, NaiveDate};
use uppsikt_domain::document::Document;
use uppsikt_messages::{Lang, Message};

use crate::model::{Block, Chapter, Day, ListItem, Report, text};

/// What a document does not say about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportOptions {
    /// The municipality's name, on the cover.
    pub municipality: String,
    /// How far the document has come, on the cover: "Beslutad den 11 december 2025".
    pub stage: String,
    /// In the running foot as long as nobody has decided: "Förslag".
    pub unadopted: Option<String>,
    /// The day of the decision, else the day that the document is printed for.
    pub date: NaiveDate,
    /// The language of the words that printing adds. The document keeps its own.
    pub lang: Lang,
    /// Facts at the foot of the cover beside the source: "Ärende" and its number.
    pub imprint: Vec<(String, String)>,
}

impl ReportOptions {
    /// Options without facts for the foot of the cover, for a document that is decided.
    pub fn new(municipality: &str, stage: &str, date: NaiveDate, lang: Lang) -> ReportOptions {
        ReportOptions {
            municipality: municipality.to_owned(),
            stage: stage.to_owned(),
            unadopted: None,
            date,
            lang,
            imprint: Vec::new(),
        }
    }
}

/// A document as a report: every heading, paragraph, list item, table cell, note, link to
/// Agenda 2030 and assessment, in the document's order. What nobody took when it was read
/// stands in a chapter of its own at the end.
pub fn report_from_document(doc: &Document, options: &ReportOptions) -> Report {
    let writer = Writer { doc, lang: options.lang };
    let mut sections = writer.chapters();
    sections.extend(writer.unread());
    let title = writer.title();
    let committee = doc.body.as_ref().map(|body| body.text.clone()).unwrap_or_default();
    Report {
        description: writer.description(&title, &committee),
        keywords: [&title, &committee].into_iter().filter(|word| !word.is_empty()).cloned().collect(),
        title,
        municipality: options.municipality.clone(),
        committee,
        stage: options.stage.clone(),
        date: day(options.date),
        lead: writer.lead(),
        lead_note: writer.lead_note(),
        thread: writer.thread(),
        imprint: writer.imprint(&options.imprint),
        unadopted: options.unadopted.clone(),
        lang: "sv".to_owned(),
        label_lang: options.lang.tag().to_owned(),
        figures: Default::default(),
        refs: Default::default(),
        preface: writer.key(),
        sections,
    }
}

fn day(date: NaiveDate) -> Day {
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    Day(date.year(), small(date.month()), small(date.day()))
}

/// A document on its way to print.
struct Writer<'a> {
    doc: &'a Document,
    lang: Lang,
}

impl Writer<'_> {
    fn say(&self, key: &'static str) -> String {
        Message::new(key).in_lang(self.lang)
    }

    /// What no section took, with its place.
    fn unread(&self) -> Option<Block> {
        if self.doc.unread.is_empty() {
            return None;
        }
        let place = |line: u32| Message::new("writing-line").with("line", i64::from(line)).in_lang(self.lang);
        let item = |unread: &uppsikt_domain::document::Unread| {
            ListItem::Text(text(format!("{}: {}", place(unread.at.line), unread.text)))
        };
        let items = self.doc.unread.iter().map(item).collect();
        Some(Block::Chapter(Chapter {
            id: "unread".to_owned(),
            head: self.say("writing-unread"),
            blocks: vec![
                Block::Remark { c: text(self.say("writing-unread-note")) },
                Block::List { ordered: false, start: None, items },
            ],
            ..Chapter::default()
        }))
    }
}
