//! Two versions of a document: which facts differ, and which findings came, went and stayed.

use super::document::{around, heading, title};
use super::review::row_part;
use super::{InCity, show};
use crate::cities::Site;
use crate::markup::Html;
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use uppsikt_app::ask::findings::all_shown;
use uppsikt_app::finding::compare::{VersionEntry, VersionFindings, compare, of_latest, of_version};
use uppsikt_app::review::changes::changes;
use uppsikt_app::review::rows::Row;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_findings::{Comparison, Finding};
use uppsikt_messages::Arg;

#[derive(Template)]
#[template(path = "comparison.html")]
struct ComparisonPage<'a> {
    shell: Shell,
    heading: String,
    stored: &'a StoredDocument,
    versions: Vec<VersionEntry>,
    /// What is compared; `None`: there is one version only.
    sides: Option<Sides>,
    /// Where findings of the latest version stand on the page of findings.
    anchors: Vec<String>,
}

/// Two versions and what differs.
struct Sides {
    older: (u32, VersionFindings),
    newer: (u32, VersionFindings),
    comparison: Comparison,
    /// Facts that differ.
    facts: Vec<Row>,
}

/// `/{m}/dokument/{doc}/jamfor`, with `?fran=…&till=…`
pub async fn comparison(
    State(site): State<Site>,
    Path((_, slug)): Path<(String, String)>,
    at: InCity,
) -> Result<Response, Refusal> {
    let stored = at.city.document(&slug).ok_or(Refusal::NotFound)?;
    let versions = site.versions(at.city.data.municipality.id, &slug).await?;
    let numbers: Vec<u32> = versions.iter().map(|version| version.number).collect();
    let asked = |name| at.visit.asked(name).and_then(|number| number.parse::<u32>().ok());
    let newer = asked("till").filter(|number| numbers.contains(number)).unwrap_or(stored.version);
    let before = numbers.iter().rev().find(|number| **number < newer).copied();
    let older = asked("fran").filter(|number| numbers.contains(number) && *number != newer).or(before);
    let sides = match older {
        Some(older) => Some(sides(&site, &at, stored, (older, newer)).await?),
        None => None,
    };
    let anchors = all_shown(&at.city, stored).into_iter().map(|shown| shown.anchor).collect();
    let shell = around(&at, stored);
    let (document, here) = (title(&shell, &at.city, stored), shell.t("web-compare-title"));
    let href = shell.to.document(&slug);
    let shell = shell.titled(format!("{here}: {document}")).crumb(document, Some(href)).here(here);
    let heading = heading(&shell, stored);
    show(&ComparisonPage { shell, heading, stored, versions, sides, anchors })
}

async fn sides(
    site: &Site,
    at: &InCity,
    stored: &StoredDocument,
    (older, newer): (u32, u32),
) -> Result<Sides, Refusal> {
    let older = (older, side(site, at, stored, older).await?);
    let newer = (newer, side(site, at, stored, newer).await?);
    let comparison = compare(&newer.1, &older.1);
    let facts = changes(&stored.slug, &older.1.document, &newer.1.document, &at.city.structure);
    Ok(Sides { older, newer, comparison, facts })
}

async fn side(
    site: &Site,
    at: &InCity,
    stored: &StoredDocument,
    number: u32,
) -> Result<VersionFindings, Refusal> {
    if number == stored.version {
        return Ok(of_latest(&at.city, stored));
    }
    let document = site.version(at.city.data.municipality.id, &stored.slug, number).await?;
    Ok(of_version(&at.city, stored, document))
}

/// Characters of a line that are shown.
const LINE: usize = 160;

/// The line that a finding begins on, without marks of tables and emphasis.
fn line(version: &VersionFindings, finding: &Finding) -> String {
    let line = version.document.line(finding.at.span.at.line).map(|line| line.text.as_str());
    let words = line.unwrap_or_default().replace("**", "").replace('|', " ");
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(LINE) {
        words.truncate(cut);
        words.push('…');
    }
    words
}

impl ComparisonPage<'_> {
    /// "Tre nya, fem borta, tolv desamma".
    fn conclusion(&self, sides: &Sides) -> String {
        let [new, gone, same] = sides.comparison.counts();
        let words = |count: usize| Arg::from(self.shell.number(count));
        let args = [
            ("new", new.into()),
            ("words", words(new)),
            ("gone", gone.into()),
            ("gonewords", words(gone)),
            ("same", same.into()),
            ("samewords", words(same)),
        ];
        self.shell.raise(&self.shell.told("web-compare-conclusion", &args))
    }

    fn row(&self, row: &Row) -> Html {
        row_part(&self.shell, row, false)
    }

    fn lead(&self, sides: &Sides) -> String {
        let day = |number: u32| {
            let entry = self.versions.iter().find(|version| version.number == number);
            entry.map(|entry| self.shell.day(entry.recorded_at.date_naive())).unwrap_or_default()
        };
        let (older, newer) = (sides.older.0, sides.newer.0);
        let args = [
            ("newer", i64::from(newer).into()),
            ("newerday", day(newer).into()),
            ("older", i64::from(older).into()),
            ("olderday", day(older).into()),
        ];
        self.shell.told("web-compare-lead", &args)
    }

    /// Findings of the newer version that are new, or that are not, each with where it stands.
    fn of_newer<'a>(&self, sides: &'a Sides, fresh: bool) -> Vec<(&'a Finding, Option<String>)> {
        let latest = sides.newer.0 == self.stored.version;
        let told = sides.newer.1.findings.iter().zip(&sides.comparison.fresh).enumerate();
        let asked = told.filter(|(_, (_, it))| **it == fresh);
        let findings = self.shell.to.findings(&self.stored.slug);
        let address =
            |at: usize| self.anchors.get(at).filter(|_| latest).map(|id| format!("{findings}#{id}"));
        asked.map(|(at, (finding, _))| (finding, address(at))).collect()
    }

    /// The words that a finding of the older version stands on.
    fn older_line(&self, sides: &Sides, finding: &Finding) -> String {
        line(&sides.older.1, finding)
    }

    /// The words that a finding of the newer version stands on.
    fn newer_line(&self, sides: &Sides, finding: &Finding) -> String {
        line(&sides.newer.1, finding)
    }

    fn version(&self, entry: &VersionEntry) -> String {
        let day = self.shell.day(entry.recorded_at.date_naive());
        let args = [("version", i64::from(entry.number).into()), ("day", day.into())];
        self.shell.told("web-compare-version", &args)
    }

    fn is_older(&self, entry: &VersionEntry) -> bool {
        self.sides.as_ref().is_some_and(|sides| sides.older.0 == entry.number)
    }

    fn is_newer(&self, entry: &VersionEntry) -> bool {
        self.sides.as_ref().is_some_and(|sides| sides.newer.0 == entry.number)
    }
}
