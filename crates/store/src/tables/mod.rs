//! One file per table: the row, and how it becomes words of the domain.

pub mod body;
pub mod budget_area;
pub mod budget_area_version;
pub mod claim;
pub mod decision;
pub mod document;
pub mod document_version;
pub mod event;
pub mod fact;
pub mod fact_claim;
pub mod file_read;
pub mod finding_acceptance;
pub mod finding_assignee;
pub mod goal;
pub mod goal_area;
pub mod goal_area_version;
pub mod goal_status;
pub mod goal_version;
pub mod lineage;
pub mod municipality;
pub mod rejection;
pub mod review;
pub mod review_decision;
pub mod style_addition;
