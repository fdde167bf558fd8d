//! Tables: found in plain text and Markdown, read into columns, rows and figures.

pub(crate) mod below;
pub(crate) mod build;
pub(crate) mod caption;
pub(crate) mod cells;
pub(crate) mod column_kinds;
pub(crate) mod columns;
pub(crate) mod columnwise;
pub(crate) mod figures;
pub(crate) mod goal_cells;
pub(crate) mod grid;
pub(crate) mod layout;
pub(crate) mod lead_notes;
pub(crate) mod measured;
pub(crate) mod plain;
pub(crate) mod position;
pub(crate) mod relations;
pub(crate) mod roles;
pub(crate) mod rows;
pub(crate) mod settle;
pub(crate) mod spaced;
pub(crate) mod stacked;
pub(crate) mod tabbed;
pub(crate) mod tail;
pub(crate) mod units;
pub(crate) mod verdicts;
pub(crate) mod worded;
