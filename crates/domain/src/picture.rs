//! Everything that a rule or an editor may see, on one day.

use crate::document::Document;
use crate::structure::Structure;
use chrono::NaiveDate;

/// Documents, what belongs to their municipality, and the day that they are seen from.
/// Built from readings or from the store; rules see nothing else.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Today, as a parameter.
    pub seen_from: NaiveDate,
    /// What belongs to the municipality.
    pub structure: Structure,
    /// The documents, in the order of their files.
    pub documents: Vec<std::sync::Arc<Document>>,
}
