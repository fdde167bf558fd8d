//! The table of all rules.

use crate::rule::Rule;
use crate::rules;

/// Every rule, by family and code.
pub const ALL: &[Rule] = &[
    rules::sum_of_rows_off::RULE,
    rules::statement_identity_off::RULE,
    rules::change_column_off::RULE,
    rules::percent_change_off::RULE,
    rules::split_off::RULE,
    rules::split_differs_from_statement::RULE,
    rules::prose_table_off::RULE,
    rules::ledger_end_off::RULE,
    rules::frame_differs::RULE,
    rules::budget_areas_off::RULE,
    rules::summary_count_off::RULE,
    rules::goal_wording_differs::RULE,
    rules::agenda_mismatch::RULE,
    rules::goal_without_follow_up::RULE,
    rules::indicator_is_activity::RULE,
    rules::assessment_missing::RULE,
    rules::assessment_summary_off::RULE,
    rules::assignment_without_report_back::RULE,
    rules::heading_empty::RULE,
    rules::heading_twice::RULE,
    rules::contents_differs::RULE,
    rules::goal_named_otherwise::RULE,
    rules::placeholder_left::RULE,
    rules::duplicate_paragraph::RULE,
    rules::heading_year_off::RULE,
    rules::unit_missing::RULE,
    rules::deviation_unexplained::RULE,
    rules::heavy_sentence::RULE,
];
