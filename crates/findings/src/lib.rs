//! What a remark is: rule, place, wording, hint; how it prints as text, JSON, SARIF and HTML.
//!
//! A [`Finding`] is data: collected, all shown, in a fixed order. Its words are messages that
//! are told later, in a language chosen then.
#![forbid(unsafe_code)]

pub mod finding;
pub mod html;
pub mod json;
pub mod report;
pub mod rule;
pub mod sarif;
mod snippet;
pub mod text;

pub use finding::{Family, Finding, FindingPlace, Severity, verbatim};
pub use report::{Report, Source};
pub use rule::About;
