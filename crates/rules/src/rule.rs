//! A rule: its names and page, and its check.

use crate::seen::Seen;
use uppsikt_findings::{About, Family, Finding};
use uppsikt_messages::{Lang, Message};
use uppsikt_text::case::Lower;

/// Whether a family is called so, by its code or in words.
fn is_family(family: Family, asked: &str) -> bool {
    let code = family.code();
    let said = |lang: Lang| Message::new(family_key(family)).in_lang(lang).lower() == asked;
    asked.replace('-', "_") == code || said(Lang::Sv) || said(Lang::En)
}

/// The message of a family's name.
fn family_key(family: Family) -> &'static str {
    match family {
        Family::Arithmetic => "family-arithmetic",
        Family::Frame => "family-frame",
        Family::Goal => "family-goal",
        Family::Agenda => "family-agenda",
        Family::Indicator => "family-indicator",
        Family::Assessment => "family-assessment",
        Family::Assignment => "family-assignment",
        Family::Structure => "family-structure",
        Family::Contents => "family-contents",
        Family::Reference => "family-reference",
        Family::Placeholder => "family-placeholder",
        Family::Consistency => "family-consistency",
        Family::Continuity => "family-continuity",
        Family::Deviation => "family-deviation",
        Family::Law => "family-law",
        Family::PlainLanguage => "family-plain-language",
        Family::Accessibility => "family-accessibility",
    }
}

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
        self.about.name == asked.lower().replace('_', "-") || self.about.code.eq_ignore_ascii_case(asked)
    }

    /// Whether the rule has this name or code, or is of the family with this name or beginning of codes
    /// ("arithmetic", "aritmetik", "ARI").
    pub fn is_named(&self, name: &str) -> bool {
        let asked = name.trim();
        let is_prefix = self.about.code.split('-').next().is_some_and(|it| it.eq_ignore_ascii_case(asked));
        self.is_called(asked) || is_prefix || is_family(self.about.family, &asked.lower())
    }
}
