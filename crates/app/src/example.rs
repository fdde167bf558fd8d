//! The example municipality: Almköping, invented, whole, with planted faults. Its documents
//! are part of the program and come in by the same import as everybody's.

use crate::archive::{InputFile, MUNICIPALITY_FILE};
use crate::uppsikt::{AppError, Uppsikt};
use chrono::{DateTime, Utc};
use include_dir::{Dir, include_dir};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../examples/almkoping");

/// The day that the example is seen from: 24 September 2026, noon.
pub fn seen_from() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_251_200, 0).unwrap_or_default()
}

/// The example's description of its municipality.
pub fn municipality_file() -> &'static str {
    FILES.get_file(MUNICIPALITY_FILE).and_then(|file| file.contents_utf8()).unwrap_or_default()
}

/// The example's documents, by name.
pub fn documents() -> Vec<InputFile> {
    let mut files: Vec<InputFile> = FILES
        .files()
        .filter(|file| is_document(file.path()))
        .map(|file| InputFile { name: file.path().display().to_string(), bytes: file.contents().to_vec() })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn is_document(path: &std::path::Path) -> bool {
    let name = path.to_string_lossy();
    (name.ends_with(".txt") || name.ends_with(".md")) && name != "README.md"
}

impl Uppsikt {
    /// Takes in the example municipality. Twice changes nothing.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn take_in_example(&self) -> Result<(), AppError> {
        self.take_in(municipality_file(), "", &documents()).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_seen_from_an_autumn_day_in_2026() {
        assert_eq!(seen_from().date_naive().to_string(), "2026-09-24");
    }

    #[test]
    fn the_example_has_a_description_and_documents() {
        assert!(municipality_file().contains("slug = \"almkoping\""));
        assert!(documents().len() >= 18);
    }
}
