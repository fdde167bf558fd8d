//! Findings that a document itself asks to be left out, and comments that leave out nothing.

use crate::Checked;
use crate::rule::Rule;
use crate::rules::suppression_unsound::{RULE, accepts_nothing};
use std::collections::HashMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::suppression::Suppression;
use uppsikt_findings::finding::put_in_order;
use uppsikt_findings::{By, Finding, SetAside};
use uppsikt_text::compare::normalized;

/// Parts what is let stand in the text from the rest, and tells of comments without effect.
pub(crate) fn settle(picture: &Picture, findings: Vec<Finding>, asked: &[&Rule]) -> Checked {
    if picture.documents.iter().all(|document| document.suppressions.is_empty()) {
        return Checked { findings, in_text: Vec::new() };
    }
    let mut pool = Pool::of(findings);
    let mut in_text = Vec::new();
    let mut useless = Vec::new();
    for document in &picture.documents {
        for suppression in document.suppressions.iter().filter(|it| !it.reason.is_empty()) {
            for rule in
                rules_of(suppression).filter(|rule| asked.iter().any(|it| it.about.code == rule.about.code))
            {
                let taken = pool.take(document, suppression, rule);
                if taken.is_empty() && suppression.covers.is_some() {
                    useless.push(accepts_nothing(document, suppression, rule.about.code));
                }
                in_text.extend(taken);
            }
        }
    }
    let mut findings = pool.rest();
    if asked.iter().any(|rule| rule.about.code == RULE.about.code) {
        crate::settings::apply(&picture.structure.rules, &RULE, &mut useless);
        findings.extend(useless);
        put_in_order(&mut findings);
    }
    in_text.sort_by(|a: &SetAside, b| a.finding.order(&b.finding));
    Checked { findings, in_text }
}

fn rules_of(suppression: &Suppression) -> impl Iterator<Item = &'static Rule> + '_ {
    suppression.rules.iter().filter_map(|name| crate::rule(name))
}

/// The lines of the rows of the table after a comment that its reason names: "Fritid är avrundat" is
/// about that row and lets no other stand.
fn named_rows(document: &Document, suppression: &Suppression) -> Vec<u32> {
    let words = |text: &str| {
        let lower = normalized(text);
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        format!(" {} ", words.collect::<Vec<_>>().join(" "))
    };
    let reason = words(&suppression.reason);
    let tables = document.tables().into_iter().map(|(_, table)| table);
    let tables = tables.filter(|table| table.rows.iter().any(|row| suppression.is_about(&row.label.span)));
    let rows = tables.flat_map(|table| &table.rows).filter(|row| {
        let label = words(&row.label.text);
        !label.trim().is_empty() && reason.contains(&label)
    });
    rows.map(|row| row.at().line).collect()
}

/// All findings, found by their file and rule: a comment looks only among those that it can mean.
struct Pool {
    findings: Vec<Option<Finding>>,
    by_place: HashMap<(String, &'static str), Vec<usize>>,
}

impl Pool {
    fn of(findings: Vec<Finding>) -> Self {
        let mut by_place: HashMap<(String, &'static str), Vec<usize>> = HashMap::new();
        for (at, finding) in findings.iter().enumerate() {
            by_place.entry((finding.at.file.clone(), finding.code)).or_default().push(at);
        }
        Pool { findings: findings.into_iter().map(Some).collect(), by_place }
    }

    /// Takes out what a comment lets stand of a rule.
    fn take(&mut self, document: &Document, suppression: &Suppression, rule: &Rule) -> Vec<SetAside> {
        if rule.about.code == RULE.about.code {
            return Vec::new();
        }
        let place = (document.source.file.clone(), rule.about.code);
        let rows = named_rows(document, suppression);
        let is_meant = |finding: &Finding| {
            let line = finding.at.span.at.line;
            suppression.is_about(&finding.at.span) && (rows.is_empty() || rows.contains(&line))
        };
        let mut taken = Vec::new();
        for at in self.by_place.get(&place).into_iter().flatten() {
            taken.extend(self.findings[*at].take_if(|finding| is_meant(finding)));
        }
        let aside = |finding| SetAside { finding, by: By::Document, why: suppression.reason.clone() };
        taken.into_iter().map(aside).collect()
    }

    /// What is left, in the same order.
    fn rest(self) -> Vec<Finding> {
        self.findings.into_iter().flatten().collect()
    }
}
