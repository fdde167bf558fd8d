//! What a remark is: rule, place, wording, hint; how it prints as text, JSON, SARIF and HTML.
//!
//! A [`Finding`] is data: collected, all shown, in a fixed order. Its words are messages that
//! are told later, in a language chosen then.
#![forbid(unsafe_code)]

pub mod comparison;
pub mod finding;
pub mod html;
pub mod identity;
pub mod json;
pub mod report;
pub mod rule;
pub mod sarif;
pub mod set_aside;
mod snippet;
pub mod text;

pub use comparison::{Comparison, Side};
pub use finding::{Family, Finding, FindingPlace, Instead, Severity, verbatim};
pub use identity::{Identity, identities};
pub use report::{Report, Source};
pub use rule::About;
pub use set_aside::{By, SetAside};
