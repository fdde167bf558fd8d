//! What people have said of findings, and how a municipality wants its rules.

use super::{Step, count, identity, moment, points_to, tenant_table, text};
use sea_orm::sea_query::{ColumnDef, Table, TableCreateStatement};

/// The steps.
pub fn steps() -> Vec<Step> {
    let mut rules = ColumnDef::new("rules");
    rules.text().not_null().default("{}");
    let mut municipality = Table::alter();
    municipality.table("municipality").add_column(rules);
    vec![
        Step::Table(Box::new(acceptance())),
        Step::Table(Box::new(assignee())),
        Step::Column(Box::new(municipality)),
    ]
}

fn acceptance() -> TableCreateStatement {
    let mut table = of_a_finding("finding_acceptance");
    table.col(text("says")).col(text("why")).col(text("who"));
    table.col(moment("accepted_at")).col(count("version"));
    table
}

fn assignee() -> TableCreateStatement {
    let mut table = of_a_finding("finding_assignee");
    table.col(text("assignee")).col(text("who")).col(moment("assigned_at"));
    table
}

/// A table whose rows are about one finding of one document each.
fn of_a_finding(name: &'static str) -> TableCreateStatement {
    let mut table = tenant_table(name, &["document", "print"]);
    table.col(identity("document")).col(text("print")).col(text("place")).col(text("rule"));
    table.foreign_key(&mut points_to(name, &["document"], "document", &["id"]));
    table
}
