//! A council's budget without goals for sound financial management.

use crate::owed::{Owed, lacking, tell};
use crate::prose::said;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::{Document, DocumentKind};
use uppsikt_findings::{About, Family, Finding, Severity};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "financial-goals-missing",
        code: "LAG-005",
        family: Family::Law,
        severity: Severity::Warning,
        rests_on: "Kommunallagen 11 kap. 6 §: för ekonomin ska de finansiella mål anges som är av betydelse för en god ekonomisk hushållning.",
        page_sv: include_str!("financial_goals_missing.sv.md"),
        page_en: include_str!("financial_goals_missing.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let lacking = lacking(picture, DocumentKind::CouncilBudget, &GOALS).into_iter();
    let unstated = lacking.filter(|(document, _)| !states_one(document));
    unstated.map(|(document, missing)| told(document, &missing)).collect()
}

/// Whether a sentence is such a goal without calling itself one: "Soliditeten ska vara minst 35 procent."
fn states_one(document: &Document) -> bool {
    const OF: [&str; 7] = [
        "resultat",
        "soliditet",
        "självfinansier",
        "låneskuld",
        "skuldsättning",
        "nettolåneskuld",
        "egna medel",
    ];
    const LIMIT: [&str; 8] =
        ["minst", "lägst", "högst", "överstiga", "understiga", "inte öka", "inom", "till 100 procent"];
    said(document).iter().any(|(_, sentence)| {
        let lower = sentence.lower();
        let has = |list: &[&str]| list.iter().any(|word| lower.contains(word));
        let share = lower.contains("procent") || lower.contains('%');
        has(&[" ska ", " skall ", " bör "]) && has(&OF) && has(&LIMIT) && share
    })
}

/// What the budget states, and words by which it is recognised.
const GOALS: [Owed; 1] = [(
    "finansiella mål",
    &[
        "finansiella mål",
        "finansiellt mål",
        "ekonomiska mål",
        "ekonomiskt mål",
        "hushållning",
        "resultatmål",
        "soliditetsmål",
        "mål för ekonomin",
        "mål för resultatet",
        "inriktningsmål för ekonomin",
        "finansiella inriktningsmål",
    ],
)];

fn told(document: &Document, missing: &[&str]) -> Finding {
    let (says, advice) = ("rule-financial-goals-missing-says", "rule-financial-goals-missing-try");
    tell(&RULE.about, document, missing, Message::new(says), Message::new(advice))
}
