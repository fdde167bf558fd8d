//! An indicator that counts people together, where the others tell women and men apart.

use crate::habit::lacking_of;
use crate::limits::limit;
use crate::place;
use crate::prose::words;
use crate::rule::Rule;
use crate::seen::Seen;
use uppsikt_domain::document::Document;
use uppsikt_domain::indicator::Indicator;
use uppsikt_domain::place::Span;
use uppsikt_domain::table::Row;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "indicator-not-by-sex",
        code: "IND-009",
        family: Family::Indicator,
        severity: Severity::Note,
        rests_on: "Förordningen (2001:100) om den officiella statistiken 14 §, som kommuner följer frivilligt: statistik om människor delas upp efter kön om det inte finns särskilda skäl.",
        page_sv: include_str!("indicator_not_by_sex.sv.md"),
        page_en: include_str!("indicator_not_by_sex.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    let habit = limit(&picture.structure, RULE.about.name, "least_others");
    picture.documents.iter().flat_map(|document| of_document(document, habit)).collect()
}

/// Words for people who are counted one by one.
const PEOPLE: [&str; 28] = [
    "personer",
    "invånare",
    "invånarna",
    "elever",
    "eleverna",
    "barn",
    "barnen",
    "unga",
    "äldre",
    "besökare",
    "besökarna",
    "brukare",
    "brukarna",
    "medarbetare",
    "medarbetarna",
    "anställda",
    "chefer",
    "cheferna",
    "deltagare",
    "deltagarna",
    "ungdomar",
    "ungdomarna",
    "patienter",
    "patienterna",
    "medborgare",
    "medborgarna",
    "hyresgäster",
    "klienter",
];

/// Beginnings of words that say that one sex is what is counted.
const SEXES: [&str; 6] = ["kvinn", "flick", "pojk", "pappor", "mammor", "manlig"];

fn of_document(document: &Document, habit: usize) -> Vec<Finding> {
    let without = lacking_of(document, habit, counts_people, |it| it.by_sex).into_iter();
    let mut found: Vec<Finding> = without.map(|it| tell(document, it.span, &it.text)).collect();
    let told: Vec<u32> = found.iter().map(|it| it.at.span.at.line).collect();
    let rows = not_by_sex(document, habit).into_iter();
    let rows = rows.filter(|row| !told.contains(&row.label.span.at.line));
    found.extend(rows.map(|row| tell(document, row.label.span, &row.label.text)));
    found
}

/// Rows of people with a value and none of women and men, in a table whose other rows have both.
fn not_by_sex(document: &Document, habit: usize) -> Vec<&Row> {
    let mut found = Vec::new();
    for (_, table) in document.tables() {
        let column = |starts: &[&str]| {
            table.columns.iter().position(|column| {
                let heading = column.heading.text.lower();
                starts.iter().any(|start| heading.trim_start().starts_with(start))
            })
        };
        let Some(sexes) = column(&["kvinn", "flick"]).zip(column(&["män", "pojk"])) else { continue };
        let has = |row: &Row, at: usize| row.cells.get(at).is_some_and(|cell| cell.printed.is_some());
        let told = |row: &&Row| has(row, sexes.0) && has(row, sexes.1);
        let silent = |row: &&Row| {
            let other = (0..table.columns.len()).filter(|at| *at != sexes.0 && *at != sexes.1);
            !has(row, sexes.0) && !has(row, sexes.1) && other.into_iter().any(|at| has(row, at))
        };
        let people = |row: &&Row| {
            let words = words(&row.label.text);
            let is_people = words.iter().any(|word| PEOPLE.contains(&word.as_str()));
            is_people && !words.iter().any(|word| word == "per" || word == "män")
        };
        let filled = table.rows.iter().filter(told).count();
        let own: Vec<&Row> = table.rows.iter().filter(|row| silent(row) && people(row)).collect();
        if filled >= habit && own.len() < filled {
            found.extend(own);
        }
    }
    found
}

/// "Andel elever", "antalet nya besökare", "andelen av kommunens invånare", "elever som når målen": people
/// right after the word that counts, or first. One sex alone, and people per something else, are not told apart.
fn counts_people(indicator: &Indicator) -> bool {
    let words = words(&indicator.text);
    let is_people = |word: &&String| PEOPLE.contains(&word.as_str());
    let of_sex = |word: &String| word == "män" || SEXES.iter().any(|sex| word.starts_with(sex));
    if words.iter().any(|word| word == "per" || !indicator.by_sex && of_sex(word)) {
        return false;
    }
    let counts = |word: &String| ["andel", "andelen", "antal", "antalet"].contains(&word.as_str());
    let counted = words.iter().position(counts).map_or(&[][..], |at| &words[at + 1..]);
    let near = counted.iter().take_while(|word| !ASIDE.contains(&word.as_str())).take(NEAR);
    let first = words.first().filter(is_people).and(words.get(1));
    near.filter(is_people).count() > 0 || first.is_some_and(|next| next == "som")
}

/// So many words at most stand between the word that counts and the people.
const NEAR: usize = 4;

/// Words after which something else is told of than what is counted.
const ASIDE: [&str; 11] = ["med", "i", "inom", "för", "där", "som", "på", "till", "bland", "hos", "platser"];

fn tell(document: &Document, span: Span, text: &str) -> Finding {
    Finding {
        confidence_percent: 60,
        found: verbatim(text),
        expected: Message::new("rule-indicator-not-by-sex-expected"),
        advice: Message::new("rule-indicator-not-by-sex-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-indicator-not-by-sex-says"))
    }
}
