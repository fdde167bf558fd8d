//! A rule: its names and page, and its check.

use crate::seen::Seen;
use uppsikt_findings::{About, Finding};

/// A rule of the checker.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Names, family, severity and page.
    pub about: About,
    /// The check: pure, sees nothing but the picture and what is worked out of it.
    pub check: fn(&Seen<'_>) -> Vec<Finding>,
}

impl Rule {
    /// Whether the rule has this name or code.
    pub fn is_called(&self, name_or_code: &str) -> bool {
        let asked = name_or_code.trim();
        self.about.name == asked.to_lowercase().replace('_', "-")
            || self.about.code.eq_ignore_ascii_case(asked)
    }
}
