//! Files that have been read, so that the same bytes need not be read again.

use super::{Step, moment, tenant_table, text};

/// The steps.
pub fn steps() -> Vec<Step> {
    let mut table = tenant_table("file_read", &["sha256"]);
    table.col(text("sha256")).col(text("reader")).col(text("report")).col(moment("read_at"));
    vec![Step::Table(Box::new(table))]
}
