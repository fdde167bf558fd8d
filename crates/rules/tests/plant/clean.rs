//! Documents without faults, and how a changed one is read and checked.

use std::path::Path;
use std::sync::Arc;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_findings::Finding;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// A document, its lines and what is said of it unchanged.
pub struct Clean {
    pub file: &'static str,
    pub lines: Vec<String>,
    pub document: Arc<Document>,
    pub findings: Vec<Finding>,
}

/// Documents of the example municipality that carry no planted fault: both house styles,
/// plans and reports, long and short.
const FILES: [&str; 10] = [
    "servicenamnden-namndsbudget-2025.txt",
    "servicenamnden-delarsrapport-2025.txt",
    "samhallsbyggnadsnamnden-delarsrapport-2024.txt",
    "miljo-och-bygglovsnamnden-namndsbudget-2026.txt",
    "arbetsmarknadsnamnden-namndsbudget-2025.txt",
    "socialnamnden-namndsbudget-2026.md",
    "barn-och-utbildningsnamnden-delarsrapport-2025.md",
    "kultur-och-fritidsnamnden-delarsrapport-2025.md",
    "kultur-och-fritidsnamnden-namndsbudget-2026.md",
    "socialnamnden-delarsrapport-2024.md",
];

impl Clean {
    /// A printed line.
    pub fn line(&self, number: u32) -> &str {
        self.lines.get(number as usize - 1).map(String::as_str).unwrap_or_default()
    }

    /// Whether the document is plain text, as out of a PDF.
    pub fn is_plain(&self) -> bool {
        self.file.ends_with(".txt")
    }
}

/// All clean documents.
pub fn documents(style: &HouseStyle) -> Vec<Clean> {
    FILES.iter().map(|file| clean(file, style)).collect()
}

fn clean(file: &'static str, style: &HouseStyle) -> Clean {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping").join(file);
    let text = std::fs::read_to_string(path).expect("a document of the example");
    let (document, findings) = checked(file, &text, style);
    Clean { file, lines: text.lines().map(str::to_owned).collect(), document, findings }
}

/// What is said of a text.
pub fn checked(file: &str, text: &str, style: &HouseStyle) -> (Arc<Document>, Vec<Finding>) {
    let document = Arc::new(uppsikt_reading::read(file, text.as_bytes(), style).expect("a text can be read"));
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).expect("a day");
    let picture = Picture { seen_from, structure: style.structure(), documents: vec![document.clone()] };
    let findings = check(&picture, &Selection::default());
    (document, findings)
}
