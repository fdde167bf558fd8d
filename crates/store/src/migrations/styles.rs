//! What a municipality says of words that its house style lacks.

use super::{Step, moment, tenant_table, text};

/// The steps.
pub fn steps() -> Vec<Step> {
    let mut table = tenant_table("style_addition", &["of", "words"]);
    table.col(text("of")).col(text("words")).col(text("means")).col(text("found_in"));
    table.col(text("who")).col(moment("added_at"));
    vec![Step::Table(Box::new(table))]
}
