//! What is found of what was planted, by kind.

use super::Planted;
use super::clean::Clean;
use std::collections::BTreeMap;
use uppsikt_findings::Finding;

/// How many faults of each kind were planted and found, and those that were not.
#[derive(Default)]
pub struct Tally {
    kinds: BTreeMap<&'static str, (usize, usize)>,
    pub missed: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, clean: &Clean, fault: &Planted, findings: &[Finding]) {
        let (planted, found) = self.kinds.entry(fault.kind).or_default();
        *planted += 1;
        if is_found(clean, fault, findings) {
            *found += 1;
        } else {
            let others: Vec<_> = findings.iter().map(|it| (it.code, it.at.span.at.line)).collect();
            self.missed
                .push(format!("{}: {} | {}\n    said: {others:?}", fault.kind, clean.file, fault.told));
        }
    }

    pub fn join(&mut self, other: Tally) {
        for (kind, (planted, found)) in other.kinds {
            let own = self.kinds.entry(kind).or_default();
            *own = (own.0 + planted, own.1 + found);
        }
        self.missed.extend(other.missed);
    }

    /// Planted and found, of all kinds.
    pub fn all(&self) -> (usize, usize) {
        self.kinds.values().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1))
    }

    /// Kinds of which less than so many per cent are found.
    pub fn below(&self, percent: usize) -> Vec<&'static str> {
        let below = self.kinds.iter().filter(|(_, (planted, found))| found * 100 < planted * percent);
        below.map(|(kind, _)| *kind).collect()
    }

    pub fn count(&self) -> usize {
        self.kinds.len()
    }

    pub fn table(&self) -> String {
        let row = |(kind, (planted, found)): (&&str, &(usize, usize))| {
            format!("{kind:<34} {planted:>5} {found:>5} {:>4} %\n", found * 100 / planted.max(&1))
        };
        let head = format!("{:<34} {:>5} {:>5}\n", "kind", "plant", "found");
        head + &self.kinds.iter().map(row).collect::<String>()
    }
}

/// Whether every place of a fault is named by a finding that the clean document does not have.
fn is_found(clean: &Clean, fault: &Planted, findings: &[Finding]) -> bool {
    let said = |finding: &&Finding| {
        clean.findings.iter().any(|own| own.code == finding.code && own.found == finding.found)
    };
    let new: Vec<&Finding> = findings.iter().filter(|finding| !said(finding)).collect();
    let named = |(first, last): (u32, u32)| {
        new.iter().any(|finding| {
            let mut places = std::iter::once(&finding.at).chain(&finding.also_at);
            places.any(|place| place.span.at.line <= last && place.span.end_line >= first)
        })
    };
    fault.at.iter().all(|place| named(*place))
}
