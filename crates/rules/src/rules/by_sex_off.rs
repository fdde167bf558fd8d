//! "Kvinnor 71, män 64, totalt 75": a figure of all that those of women and men cannot give.

use crate::by_sex::{BySex, by_sex};
use crate::place;
use crate::prose::{Passage, locate};
use crate::relations::wholes;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::Interval;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{ColumnKind, Table};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "by-sex-off",
        code: "ARI-019",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: talet för alla ligger mellan kvinnors och mäns, eller är deras summa.",
        page_sv: include_str!("by_sex_off.sv.md"),
        page_en: include_str!("by_sex_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (passage, sentence) in sheet.said() {
        // Few sentences tell of men at all.
        let told = ["män", "Män", "ojkar"].iter().any(|word| sentence.contains(word));
        let figures = told && sentence.bytes().any(|byte| byte.is_ascii_digit());
        let off = figures.then(|| by_sex(sentence)).flatten().filter(BySex::is_off);
        found.extend(off.map(|told| tell(sheet.document, passage, sentence, &told)));
    }
    for (_, table) in sheet.document.tables() {
        found.extend(of_table(table).into_iter().map(|off| tell_cell(sheet.document, table, &off)));
    }
    found
}

/// A rate of all that does not lie between those of women and men: their rows, and the cell.
struct Outside {
    all: (usize, usize),
    sexes: [(usize, usize); 2],
}

/// The rates of a table whose rows are women, men and all.
fn of_table(table: &Table) -> Vec<Outside> {
    let label = |row: usize| table.rows[row].label.text.lower();
    let three = |from: usize| {
        let rows = [from, from + 1, from + 2];
        let sexes: Vec<usize> = rows.into_iter().filter(|row| wholes::is_sex(&label(*row))).collect();
        let all = rows.into_iter().find(|row| is_all(&label(*row)))?;
        let [one, other] = sexes.as_slice() else { return None };
        (label(*one) != label(*other)).then_some((all, [*one, *other]))
    };
    let found = (0..table.rows.len().saturating_sub(2)).filter_map(three);
    found.flat_map(|(all, sexes)| outside(table, all, sexes)).collect()
}

/// "Alla", "Totalt", "Samtliga anställda".
fn is_all(label: &str) -> bool {
    let first = label.split_whitespace().next().unwrap_or_default();
    ["alla", "totalt", "total", "samtliga", "båda", "genomsnitt", "snitt"].contains(&first)
}

fn outside(table: &Table, all: usize, sexes: [usize; 2]) -> Vec<Outside> {
    let interval = |row: usize, column: usize| {
        table.rows[row].cells.get(column).and_then(|cell| cell.value.as_ref()).map(Quantity::interval)
    };
    let off = |column: &usize| {
        let (Some(own), Some(one), Some(other)) =
            (interval(all, *column), interval(sexes[0], *column), interval(sexes[1], *column))
        else {
            return false;
        };
        let between = Interval { low: one.low.min(other.low), high: one.high.max(other.high) };
        !between.meets(&own) && !one.plus(&other).meets(&own)
    };
    let columns = (0..table.columns.len()).filter(|column| is_rate(table, *column)).filter(off);
    columns.map(|column| Outside { all: (all, column), sexes: sexes.map(|row| (row, column)) }).collect()
}

/// Whether a column has shares of people, and no change of them.
fn is_rate(table: &Table, column: usize) -> bool {
    let column = &table.columns[column];
    let is_level = !matches!(column.kind, ColumnKind::Change | ColumnKind::Deviation | ColumnKind::Percent);
    let heading = column.heading.text.lower();
    let differs =
        ["förändr", "skillnad", "diff", "avvik", "jämfört"].iter().any(|word| heading.contains(word));
    let head = table.label_heading.lower();
    let percent = column.unit == Unit::Percent
        || table.unit == Unit::Percent
        || [&heading, &head].iter().any(|text| text.contains("procent") || text.contains('%'));
    is_level && percent && !differs
}

fn tell_cell(document: &Document, table: &Table, off: &Outside) -> Finding {
    let cell = |(row, column): (usize, usize)| table.rows[row].cells.get(column);
    let words = |at| cell(at).and_then(|cell| cell.printed.clone()).unwrap_or_default();
    let is_woman = |at: &(usize, usize)| {
        let label = table.rows[at.0].label.text.lower();
        ["kvinn", "flick", "tjej"].iter().any(|word| label.contains(word))
    };
    let (women, men): (Vec<_>, Vec<_>) = off.sexes.into_iter().partition(is_woman);
    let said = |all: &[(usize, usize)]| all.first().map(|at| words(*at)).unwrap_or_default();
    Finding {
        confidence_percent: 82,
        also_at: off.sexes.iter().map(|at| place::cell(document, table, *at)).collect(),
        found: verbatim(words(off.all)),
        expected: Message::new("rule-by-sex-off-expected")
            .with("women", said(&women))
            .with("men", said(&men)),
        advice: Message::new("rule-by-sex-off-try"),
        ..RULE.about.finding(place::cell(document, table, off.all), Message::new("rule-by-sex-off-says"))
    }
}

fn tell(document: &Document, passage: &Passage<'_>, sentence: &str, told: &BySex) -> Finding {
    let words = |at: usize| sentence[told.parts[at].range.clone()].to_owned();
    let printed = &sentence[told.all.range.clone()];
    let span = locate(document, locate(document, passage.span, sentence), printed);
    let expected = match told.is_sum {
        true => "rule-by-sex-off-expected-sum",
        false => "rule-by-sex-off-expected",
    };
    Finding {
        confidence_percent: 85,
        found: verbatim(printed),
        expected: Message::new(expected).with("women", words(0)).with("men", words(1)),
        advice: Message::new("rule-by-sex-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-by-sex-off-says"))
    }
}
