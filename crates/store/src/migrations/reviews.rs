//! Imports under review, what was decided in them, and what was rejected for good.

use super::{Step, count, identity, index, maybe, moment, points_to, tenant_table, text, year};
use sea_orm::sea_query::{ColumnDef, TableCreateStatement};

/// The steps, in the order of what points to what.
pub fn steps() -> Vec<Step> {
    let tables = [review(), review_decision(), rejection()];
    let mut steps: Vec<Step> = tables.into_iter().map(|table| Step::Table(Box::new(table))).collect();
    steps.push(Step::Index(Box::new(index("rejection_slug", "rejection", &["slug"]))));
    steps
}

fn review() -> TableCreateStatement {
    let mut source = ColumnDef::new("source");
    source.blob().not_null();
    let mut table = tenant_table("review", &["number"]);
    table.col(count("number")).col(text("slug")).col(text("state")).col(text("file"));
    table.col(text("kind")).col(text("body")).col(maybe(year("year"))).col(count("base"));
    table.col(source).col(text("tree")).col(text("lines"));
    table.col(text("opened_by")).col(moment("opened_at"));
    table.col(maybe(text("closed_by"))).col(maybe(count("version")));
    table.col(count("accepted")).col(count("rejected"));
    table
}

fn review_decision() -> TableCreateStatement {
    let name = "review_decision";
    let mut table = tenant_table(name, &["review", "proposal"]);
    table.col(count("review")).col(text("proposal")).col(text("verdict")).col(text("who"));
    table.foreign_key(&mut points_to(name, &["review"], "review", &["number"]));
    table
}

fn rejection() -> TableCreateStatement {
    let mut table = tenant_table("rejection", &["proposal"]);
    table.col(text("proposal")).col(text("slug")).col(identity("document"));
    table.col(text("who")).col(moment("rejected_at"));
    table.foreign_key(&mut points_to("rejection", &["document"], "document", &["id"]));
    table
}
