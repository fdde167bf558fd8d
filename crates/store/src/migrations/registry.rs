//! Municipalities, bodies, goals and what made them.

use super::{Step, count, identity, index, maybe, points_to, tenant_table, text, year};
use sea_orm::sea_query::{ColumnDef, Index, Table, TableCreateStatement};

/// The steps, in the order of what points to what.
pub fn steps() -> Vec<Step> {
    let tables = [
        municipality(),
        body(),
        decision(),
        lasting("goal_area"),
        goal_area_version(),
        lasting("goal"),
        goal_version(),
        goal_status(),
        lineage(),
    ];
    let mut steps: Vec<Step> = tables.into_iter().map(|table| Step::Table(Box::new(table))).collect();
    let mut slug = Index::create();
    slug.name("municipality_slug").table("municipality").col("slug").unique();
    steps.push(Step::Index(Box::new(slug)));
    for (name, table) in [("body_slug", "body"), ("goal_area_slug", "goal_area"), ("goal_slug", "goal")] {
        let mut slug = index(name, table, &["slug"]);
        slug.unique();
        steps.push(Step::Index(Box::new(slug)));
    }
    steps
}

fn municipality() -> TableCreateStatement {
    let mut table = Table::create();
    let mut id = identity("id");
    table.table("municipality").col(id.primary_key());
    table.col(text("slug")).col(text("name")).col(text("style")).col(text("statistical_areas"));
    table
}

fn body() -> TableCreateStatement {
    let mut table = tenant_table("body", &["id"]);
    table.col(identity("id")).col(text("slug")).col(text("name")).col(text("abbreviation")).col(text("kind"));
    table.col(maybe(year("from_year"))).col(maybe(year("to_year")));
    table.col(maybe(count("deviation_threshold_tkr"))).col(count("position"));
    table
}

fn decision() -> TableCreateStatement {
    let mut table = tenant_table("decision", &["id"]);
    let mut decided_on = ColumnDef::new("decided_on");
    decided_on.date().not_null();
    table.col(identity("id")).col(text("body")).col(decided_on);
    table.col(maybe(text("paragraph"))).col(maybe(text("case_number"))).col(text("what"));
    table
}

fn lasting(name: &'static str) -> TableCreateStatement {
    let mut table = tenant_table(name, &["id"]);
    table.col(identity("id")).col(text("slug"));
    table
}

fn goal_area_version() -> TableCreateStatement {
    let name = "goal_area_version";
    let mut table = tenant_table(name, &["goal_area", "from_year"]);
    table.col(identity("goal_area")).col(year("from_year")).col(year("to_year"));
    table.col(text("name")).col(count("position"));
    table.foreign_key(&mut points_to(name, &["goal_area"], "goal_area", &["id"]));
    table
}

fn goal_version() -> TableCreateStatement {
    let name = "goal_version";
    let mut table = tenant_table(name, &["goal", "from_year"]);
    table.col(identity("goal")).col(year("from_year")).col(year("to_year")).col(text("name"));
    table.col(maybe(identity("goal_area"))).col(count("position"));
    table.col(text("agenda_2030")).col(text("directed_to")).col(maybe(identity("decision")));
    table.foreign_key(&mut points_to(name, &["goal"], "goal", &["id"]));
    table.foreign_key(&mut points_to(name, &["goal_area"], "goal_area", &["id"]));
    table.foreign_key(&mut points_to(name, &["decision"], "decision", &["id"]));
    table
}

fn goal_status() -> TableCreateStatement {
    let mut table = tenant_table("goal_status", &["goal", "year", "report"]);
    table
        .col(identity("goal"))
        .col(year("year"))
        .col(text("report"))
        .col(text("status"))
        .col(text("said_by"));
    table.foreign_key(&mut points_to("goal_status", &["goal"], "goal", &["id"]));
    table
}

fn lineage() -> TableCreateStatement {
    let mut table = tenant_table("lineage", &["id"]);
    table.col(identity("id")).col(text("kind")).col(identity("from_id")).col(maybe(identity("to_id")));
    table.col(text("relation")).col(year("year")).col(text("said_by")).col(text("reason"));
    table
}
