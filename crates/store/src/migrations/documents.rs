//! Documents, their versions, claims and facts.

use super::{Step, count, identity, index, maybe, moment, points_to, tenant_table, text, year};
use sea_orm::sea_query::{ColumnDef, TableCreateStatement};

/// The steps, in the order of what points to what.
pub fn steps() -> Vec<Step> {
    let tables = [document(), document_version(), claim(), fact(), fact_claim()];
    let mut steps: Vec<Step> = tables.into_iter().map(|table| Step::Table(Box::new(table))).collect();
    let mut slug = index("document_slug", "document", &["slug"]);
    slug.unique();
    steps.push(Step::Index(Box::new(slug)));
    steps.push(Step::Index(Box::new(index("fact_document", "fact", &["document", "to_version"]))));
    steps.push(Step::Index(Box::new(index(
        "fact_claim_version",
        "fact_claim",
        &["document", "version", "claim"],
    ))));
    steps
}

fn document() -> TableCreateStatement {
    let mut table = tenant_table("document", &["id"]);
    table.col(identity("id")).col(text("slug")).col(text("kind"));
    table.col(maybe(identity("body"))).col(maybe(year("year"))).col(count("latest"));
    table.foreign_key(&mut points_to("document", &["body"], "body", &["id"]));
    table
}

fn document_version() -> TableCreateStatement {
    let name = "document_version";
    let mut source = ColumnDef::new("source");
    source.blob().not_null();
    let mut table = tenant_table(name, &["document", "number"]);
    table.col(identity("document")).col(count("number")).col(text("sha256")).col(text("media_type"));
    table.col(text("file")).col(source).col(text("tree")).col(text("lines"));
    table.col(text("program")).col(moment("recorded_at"));
    table.foreign_key(&mut points_to(name, &["document"], "document", &["id"]));
    table
}

fn claim() -> TableCreateStatement {
    let mut table = tenant_table("claim", &["document", "version", "number"]);
    table.col(identity("document")).col(count("version")).col(count("number"));
    table.col(text("subject")).col(text("about")).col(text("wording"));
    quantity(&mut table);
    table.col(text("hedge")).col(maybe(count("page"))).col(count("line")).col(count("column_number"));
    table.col(count("end_line")).col(count("end_column"));
    let version = &["document", "number"];
    table.foreign_key(&mut points_to("claim", &["document", "version"], "document_version", version));
    table
}

fn fact() -> TableCreateStatement {
    let mut table = tenant_table("fact", &["id"]);
    table.col(identity("id")).col(identity("document"));
    table.col(text("what")).col(text("which")).col(text("column_key")).col(text("body"));
    table.col(year("year")).col(text("as_of")).col(text("value"));
    quantity(&mut table);
    table.col(count("from_version")).col(maybe(count("to_version")));
    table.foreign_key(&mut points_to("fact", &["document"], "document", &["id"]));
    table
}

fn fact_claim() -> TableCreateStatement {
    let name = "fact_claim";
    let mut table = tenant_table(name, &["fact", "document", "version", "claim"]);
    let mut contradicts = ColumnDef::new("contradicts");
    contradicts.boolean().not_null();
    table.col(identity("fact")).col(identity("document")).col(count("version")).col(count("claim"));
    table.col(contradicts);
    table.foreign_key(&mut points_to(name, &["fact"], "fact", &["id"]));
    let claim = &["document", "version", "number"];
    table.foreign_key(&mut points_to(name, &["document", "version", "claim"], "claim", claim));
    table
}

/// A figure: integers only, so that nothing is rounded on the way.
fn quantity(table: &mut TableCreateStatement) {
    let mut decimals = ColumnDef::new("decimals");
    decimals.small_integer();
    table.col(maybe(count("mantissa"))).col(decimals).col(maybe(text("unit")));
}
