//! The table of all rules.

use crate::rule::Rule;
use crate::rules;

/// Every rule, by code.
pub const ALL: &[Rule] = &[
    rules::sum_of_rows_off::RULE,
    rules::change_column_off::RULE,
    rules::statement_identity_off::RULE,
    rules::split_off::RULE,
    rules::ledger_end_off::RULE,
];
