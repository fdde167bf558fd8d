//! Findings that somebody has looked at and lets stand.

use crate::finding::Finding;
use chrono::NaiveDate;
use uppsikt_messages::{Lang, Message};

/// Who lets a finding stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A person who accepted it.
    Person {
        /// The name.
        who: String,
        /// The day.
        on: NaiveDate,
    },
    /// The document itself, in a comment before the text.
    Document,
}

/// A finding that is let stand, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The finding.
    pub finding: Finding,
    /// Who lets it stand.
    pub by: By,
    /// Why.
    pub why: String,
}

impl SetAside {
    /// "godtagen av Kontroll den 24 september 2026: avrundat", as far as it is known.
    pub fn told(&self, lang: Lang) -> String {
        let message = match &self.by {
            By::Person { who, on } => {
                Message::new("finding-accepted-by").with("who", who.as_str()).with("day", on.to_string())
            }
            By::Document => Message::new("finding-accepted-in-text"),
        };
        message.with("why", self.why.as_str()).in_lang(lang)
    }
}
