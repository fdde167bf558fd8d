//! Findings that a document itself asks to be left out, and comments that leave out nothing.

use crate::Checked;
use crate::rule::Rule;
use crate::rules::suppression_unsound::{RULE, accepts_nothing};
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::suppression::Suppression;
use uppsikt_findings::finding::put_in_order;
use uppsikt_findings::{By, Finding, SetAside};

/// Parts what is let stand in the text from the rest, and tells of comments without effect.
pub(crate) fn settle(picture: &Picture, mut findings: Vec<Finding>, asked: &[&Rule]) -> Checked {
    if picture.documents.iter().all(|document| document.suppressions.is_empty()) {
        return Checked { findings, in_text: Vec::new() };
    }
    let mut in_text = Vec::new();
    let mut useless = Vec::new();
    for document in &picture.documents {
        for suppression in document.suppressions.iter().filter(|it| !it.reason.is_empty()) {
            for rule in
                rules_of(suppression).filter(|rule| asked.iter().any(|it| it.about.code == rule.about.code))
            {
                let taken = take(&mut findings, document, suppression, rule);
                if taken.is_empty() && suppression.covers.is_some() {
                    useless.push(accepts_nothing(document, suppression, rule.about.code));
                }
                in_text.extend(taken);
            }
        }
    }
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

fn take(
    findings: &mut Vec<Finding>,
    document: &Document,
    suppression: &Suppression,
    rule: &Rule,
) -> Vec<SetAside> {
    let meant = |finding: &mut Finding| {
        finding.code == rule.about.code
            && finding.code != RULE.about.code
            && finding.at.file == document.source.file
            && suppression.is_about(&finding.at.span)
    };
    let taken = findings.extract_if(.., meant);
    taken.map(|finding| SetAside { finding, by: By::Document, why: suppression.reason.clone() }).collect()
}
