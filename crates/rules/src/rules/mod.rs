//! The rules: one file and one page each.

pub mod change_column_off;
pub mod ledger_end_off;
pub mod split_off;
pub mod statement_identity_off;
pub mod sum_of_rows_off;
