//! Report model in, PDF and HTML out.
//!
//! - [`model`]: what is printed
//! - [`report_from_document`]: a document of the domain as a report, the whole of it
//! - [`pdf`]: PDF/UA-1 and PDF/A-2a in one file
//! - [`html`](html()): a page of its own
//! - [`charts`]: inline SVG for pages and print
//!
//! Nothing here reads a clock, a file or the system's fonts: the same report gives the
//! same bytes.
#![forbid(unsafe_code)]

pub mod charts;
mod error;
mod fit;
mod fonts;
mod from_document;
pub mod html;
mod labels;
mod levels;
pub mod model;
mod pdf;
mod prepare;
mod printable;
mod room;
mod world;

pub use error::WritingError;
pub use from_document::{ReportOptions, report_from_document};
pub use html::html;
pub use model::Report;
pub use pdf::{pdf, printed_text};
