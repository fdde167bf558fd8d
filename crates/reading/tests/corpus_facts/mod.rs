//! What a reading says, as facts that can be compared one by one.

use serde_json::Value;
use std::collections::BTreeMap;

/// Facts by kind.
pub type Facts = BTreeMap<&'static str, Vec<String>>;

const KINDS: [&str; 17] = [
    "area",
    "assessment",
    "assignment",
    "case",
    "cell",
    "effect",
    "figure",
    "goal",
    "head",
    "indicator",
    "initiative",
    "link",
    "priority",
    "reference",
    "row",
    "section",
    "table",
];

fn none() -> Facts {
    KINDS.into_iter().map(|kind| (kind, Vec::new())).collect()
}

fn push(facts: &mut Facts, kind: &'static str, fact: String) {
    facts.entry(kind).or_default().push(fact);
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A string, a number or nothing, as words.
fn words(value: &Value) -> String {
    let printed = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    if value.is_null() { String::new() } else { printed.replace(['\u{a0}', '\u{2009}'], " ") }
}

fn joined(parts: &[&Value]) -> String {
    parts.iter().map(|part| words(part)).collect::<Vec<_>>().join(" | ")
}

fn all(values: &Value) -> String {
    list(values).map(words).collect::<Vec<_>>().join(" | ")
}

/// What the file beside a document says.
pub fn expected(value: &Value) -> Facts {
    let mut facts = none();
    for key in ["kind", "body", "year"] {
        push(&mut facts, "head", format!("{key} {}", words(&value[key])));
    }
    let plain =
        [("area", "areas"), ("goal", "goals"), ("section", "sections"), ("initiative", "initiatives")];
    for (kind, key) in plain {
        list(&value[key]).for_each(|fact| push(&mut facts, kind, words(fact)));
    }
    let tuples = [
        ("indicator", "indicators"),
        ("assessment", "assessments"),
        ("figure", "figures"),
        ("reference", "references"),
    ];
    for (kind, key) in tuples {
        list(&value[key]).for_each(|fact| push(&mut facts, kind, all(fact)));
    }
    for (goal, numbers) in value["links"].as_object().into_iter().flatten() {
        list(numbers).for_each(|number| push(&mut facts, "link", format!("{goal} | {number}")));
    }
    for priority in list(&value["priorities"]) {
        push(&mut facts, "priority", words(&priority[0]));
        push(&mut facts, "effect", joined(&[&priority[0], &priority[1]]));
    }
    for assignment in list(&value["assignments"]) {
        push(&mut facts, "assignment", words(&assignment["text"]));
        push(&mut facts, "assignment", format!("lead {}", words(&assignment["lead"])));
        list(&assignment["who"]).for_each(|who| push(&mut facts, "assignment", words(who)));
        push(&mut facts, "assignment", words(&assignment["back"]));
    }
    for table in list(&value["tables"]) {
        let rows = list(&table["rows"]).map(|row| {
            let cells: Vec<&Value> = list(row).collect();
            (cells[0], cells[1], cells[2..].to_vec())
        });
        push_table(&mut facts, table, rows.collect());
    }
    push_case(&mut facts, &value["case"]);
    facts
}

type Row<'a> = (&'a Value, &'a Value, Vec<&'a Value>);

fn push_table(facts: &mut Facts, table: &Value, rows: Vec<Row<'_>>) {
    let columns: Vec<&Value> = list(&table["columns"]).collect();
    let head = joined(&[&table["kind"], &table["caption"], &table["unit"]]);
    push(facts, "table", format!("{head} | {}", all(&table["columns"])));
    for (label, role, values) in rows {
        push(facts, "row", joined(&[&table["caption"], label, role]));
        for (column, value) in columns.iter().zip(values).filter(|(_, value)| !value.is_null()) {
            push(facts, "cell", joined(&[label, column, value]));
        }
    }
}

fn push_case(facts: &mut Facts, case: &Value) {
    for key in ["number", "title", "reply_by"] {
        let fact = words(&case[key]);
        if !fact.is_empty() {
            push(facts, "case", format!("{key} {fact}"));
        }
    }
    for key in [
        "proposed_decisions",
        "recipients",
        "consultees",
        "questions",
        "related_cases",
        "planned_meetings",
        "closed_assignments",
    ] {
        list(&case[key]).for_each(|fact| push(facts, "case", format!("{key} {}", words(fact))));
    }
}

/// What the JSON of a reading says.
pub fn read_facts(value: &Value) -> Facts {
    let mut facts = none();
    push(&mut facts, "head", format!("kind {}", words(&value["kind"])));
    push(&mut facts, "head", format!("body {}", words(&value["body"]["name"])));
    push(&mut facts, "head", format!("year {}", words(&value["year"])));
    push_sections(&mut facts, &value["sections"]);
    for area in list(&value["goal_areas"]) {
        if !words(&area["name"]).is_empty() {
            push(&mut facts, "area", words(&area["name"]));
        }
        push_sections(&mut facts, &area["sections"]);
        list(&area["goals"]).for_each(|goal| push_goal(&mut facts, goal));
        list(&area["assignments"]).for_each(|assignment| push_assignment(&mut facts, assignment));
    }
    for priority in list(&value["priorities"]) {
        push(&mut facts, "priority", words(&priority["heading"]));
        push(&mut facts, "effect", joined(&[&priority["heading"], &priority["expected_effect"]]));
    }
    for table in list(&value["tables"]) {
        let rows = list(&table["rows"])
            .map(|row| (&row["label"], &row["role"], list(&row["values"]).collect::<Vec<_>>()));
        push_table(&mut facts, table, rows.collect());
    }
    for figure in list(&value["figures"]) {
        push(&mut facts, "figure", joined(&[&figure["text"], &figure["value"], &figure["unit"]]));
    }
    for reference in list(&value["references"]) {
        push(&mut facts, "reference", joined(&[&reference["to"], &reference["text"]]));
    }
    push_case(&mut facts, &value["case"]);
    facts
}

fn push_sections(facts: &mut Facts, sections: &Value) {
    for section in list(sections) {
        push(facts, "section", joined(&[&section["kind"], &section["heading"]]));
        // Expected are the headed ones; in a plan without headings each paragraph is one, which has no name.
        let headed = list(&section["parts"]).filter(|part| !part["heading"].is_null());
        headed.for_each(|part| push(facts, "initiative", words(&part["heading"])));
    }
}

fn push_goal(facts: &mut Facts, goal: &Value) {
    push(facts, "goal", words(&goal["name"]));
    push_sections(facts, &goal["sections"]);
    for link in list(&goal["agenda_2030"]) {
        push(facts, "link", joined(&[&goal["name"], &link["number"]]));
    }
    for indicator in list(&goal["indicators"]) {
        let parts = ["text", "kind", "baseline", "target"].map(|key| &indicator[key]);
        push(facts, "indicator", joined(&parts));
    }
    for horizon in ["period", "term"] {
        let assessment = &goal["assessment"][horizon];
        if !assessment.is_null() {
            let name = Value::from(horizon);
            let parts = [&goal["name"], &name, &assessment["status"], &assessment["wording"]];
            push(facts, "assessment", joined(&parts));
        }
    }
}

fn push_assignment(facts: &mut Facts, assignment: &Value) {
    push(facts, "assignment", words(&assignment["text"]));
    push(facts, "assignment", format!("lead {}", words(&assignment["lead"]["name"])));
    for who in list(&assignment["assignees"]) {
        push(facts, "assignment", format!("{}:{}", words(&who["name"]), words(&who["role"])));
    }
    let back = &assignment["report_back"];
    push(facts, "assignment", format!("{} {}", words(&back["how"]), words(&back["year"])).trim().to_owned());
}
