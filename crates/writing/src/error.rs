//! What can go wrong when a report is printed.

use typst::diag::SourceDiagnostic;

/// A report that could not be printed. The report's words never cause this: what is at
/// fault is the template, a reference to a label that does not exist, or a date.
#[derive(Debug, thiserror::Error)]
pub enum WritingError {
    /// The day of the report is not in the calendar.
    #[error("{year}-{month}-{day} is not a day")]
    Day {
        /// The year.
        year: i32,
        /// The month.
        month: u8,
        /// The day of the month.
        day: u8,
    },
    /// The report could not be turned into data for the template.
    #[error("the report cannot be written as data: {0}")]
    Data(#[from] serde_json::Error),
    /// The template or the standards refused. Warnings count.
    #[error("the document could not be set: {}", .0.join("; "))]
    Refused(Vec<String>),
    /// The thread that sets the document could not be started or stopped short.
    #[error("the document could not be set: {0}")]
    Thread(String),
}

impl WritingError {
    pub(crate) fn refused<'a>(found: impl IntoIterator<Item = &'a SourceDiagnostic>) -> WritingError {
        let told = |it: &SourceDiagnostic| {
            let hints = it.hints.iter().map(|hint| format!(" ({})", hint.v));
            format!("{}{}", it.message, hints.collect::<String>())
        };
        WritingError::Refused(found.into_iter().map(told).collect())
    }
}
