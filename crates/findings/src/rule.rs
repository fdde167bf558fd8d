//! What is known of a rule: names, family and page. The check itself stands in `rules`.

use crate::finding::{Family, Finding, FindingPlace, Severity};
use uppsikt_messages::{Lang, Message};

/// A rule's names, family and page.
#[derive(Debug, Clone, Copy)]
pub struct About {
    /// Named for the fault, in kebab case ("change-column-off").
    pub name: &'static str,
    /// The code, by family ("ARI-003").
    pub code: &'static str,
    /// What it looks after.
    pub family: Family,
    /// The gravest that it says.
    pub severity: Severity,
    /// Law, standard or principle that it rests on, in Swedish.
    pub rests_on: &'static str,
    /// The page, in Swedish: Markdown, first line the title.
    pub page_sv: &'static str,
    /// The page, in English.
    pub page_en: &'static str,
}

impl About {
    /// The page in a language, without its cases' heading.
    pub fn page(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Sv => self.page_sv,
            Lang::En => self.page_en,
        }
    }

    /// The title: the first line of the page.
    pub fn title(&self, lang: Lang) -> &'static str {
        self.page(lang).lines().next().unwrap_or(self.name).trim_start_matches('#').trim()
    }

    /// The first paragraph under the title.
    pub fn summary(&self, lang: Lang) -> String {
        let body = self.page(lang).lines().skip(1).skip_while(|line| line.trim().is_empty());
        body.take_while(|line| !line.trim().is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A finding of this rule, sure and as grave as the rule can be. The words are the
    /// rule's own messages: `rule-<name>-says` and so on are given by the caller.
    pub fn finding(&self, at: FindingPlace, says: Message) -> Finding {
        Finding {
            rule: self.name,
            code: self.code,
            family: self.family,
            severity: self.severity,
            confidence_percent: 98,
            at,
            also_at: Vec::new(),
            instead: Vec::new(),
            says,
            found: Message::default(),
            expected: Message::default(),
            advice: Message::default(),
            note: None,
        }
    }
}
