//! Remarks that a document itself asks to be left out.

use crate::place::Span;
use serde::{Deserialize, Serialize};

/// A comment in a document that asks rules to be silent about the block after it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Suppression {
    /// The rules that it names, as written. Empty: the comment is not understood.
    pub rules: Vec<String>,
    /// Why. Empty: no reason is given.
    pub reason: String,
    /// Where the comment stands.
    pub span: Span,
    /// The block that it is about. `None`: nothing follows it.
    pub covers: Option<Span>,
}

impl Suppression {
    /// Whether a stretch begins in the block that it is about.
    pub fn is_about(&self, span: &Span) -> bool {
        self.covers.is_some_and(|covered| covered.holds_line(span.at.line))
    }
}
