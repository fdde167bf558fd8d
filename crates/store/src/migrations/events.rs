//! What was done.

use super::{Step, count, moment, tenant_table, text};

/// The steps.
pub fn steps() -> Vec<Step> {
    let mut table = tenant_table("event", &["sequence"]);
    table.col(count("sequence")).col(text("act")).col(text("who")).col(moment("recorded_at"));
    table.col(text("payload")).col(text("previous_hash")).col(text("hash"));
    vec![Step::Table(Box::new(table))]
}
