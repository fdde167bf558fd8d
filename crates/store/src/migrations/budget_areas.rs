//! Budget areas of bodies, and their names over the years.

use super::{Step, count, identity, index, points_to, tenant_table, text, year};
use sea_orm::sea_query::TableCreateStatement;

/// The steps, in the order of what points to what.
pub fn steps() -> Vec<Step> {
    let mut slug = index("budget_area_slug", "budget_area", &["slug"]);
    slug.unique();
    vec![
        Step::Table(Box::new(budget_area())),
        Step::Table(Box::new(budget_area_version())),
        Step::Index(Box::new(slug)),
    ]
}

fn budget_area() -> TableCreateStatement {
    let mut table = tenant_table("budget_area", &["id"]);
    table.col(identity("id")).col(text("slug")).col(identity("body"));
    table.foreign_key(&mut points_to("budget_area", &["body"], "body", &["id"]));
    table
}

fn budget_area_version() -> TableCreateStatement {
    let name = "budget_area_version";
    let mut table = tenant_table(name, &["budget_area", "from_year"]);
    table.col(identity("budget_area")).col(year("from_year")).col(year("to_year"));
    table.col(text("name")).col(count("position"));
    table.foreign_key(&mut points_to(name, &["budget_area"], "budget_area", &["id"]));
    table
}
