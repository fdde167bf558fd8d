//! What the law wants a document to hold, known by words on its lines.

use crate::listed::is_part;
use crate::place;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_domain::picture::Picture;
use uppsikt_findings::{About, Finding, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// What is owed, and words by which it is recognised.
pub type Owed = (&'static str, &'static [&'static str]);

/// The documents of a kind with what they lack, as far as they lack something.
pub fn lacking<'a>(
    picture: &'a Picture,
    kind: DocumentKind,
    owed: &[Owed],
) -> Vec<(&'a Document, Vec<&'static str>)> {
    let asked = picture.documents.iter().filter(|document| document.kind == kind && !is_part(document));
    let lacking = asked.map(|document| (&**document, missing(document, owed)));
    lacking.filter(|(_, missing)| !missing.is_empty()).collect()
}

fn missing(document: &Document, owed: &[Owed]) -> Vec<&'static str> {
    // Words go on over the end of a line.
    let lines: Vec<String> = document.lines.iter().map(|line| line.text.trim().lower()).collect();
    let printed = lines.join(" ");
    let said = |words: &[&str]| words.iter().any(|word| printed.contains(word));
    owed.iter().filter(|(_, words)| !said(words)).map(|(what, _)| *what).collect()
}

/// Tells at the document's title what it lacks.
pub fn tell(about: &About, document: &Document, missing: &[&str], says: Message, advice: Message) -> Finding {
    let printed = document.title.as_ref().map(|title| title.text.clone()).unwrap_or_default();
    Finding {
        confidence_percent: 80,
        found: verbatim(printed),
        expected: verbatim(missing.join(", ")),
        advice,
        ..about.finding(place::title(document), says)
    }
}
