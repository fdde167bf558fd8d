//! The faults that the example municipality's documents carry on purpose are found where
//! they stand.

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

/// File, code, and a part of the line.
const PLANTED: [(&str, &str, &str); 7] = [
    ("kultur-och-fritidsnamnden-delarsrapport-2026.md", "IND-004", "tagit fram en plan för öppettider"),
    ("kultur-och-fritidsnamnden-delarsrapport-2026.md", "ARI-003", "-2 850"),
    ("kultur-och-fritidsnamnden-delarsrapport-2026.md", "AVV-001", "Övriga kostnader"),
    ("vard-och-omsorgsnamnden-namndsbudget-2026.md", "AGE-001", "11 Minskad ojämlikhet"),
    ("samhallsbyggnadsnamnden-namndsbudget-2026.txt", "UPP-001", "skolvägar"),
    ("servicenamnden-namndsbudget-2026.txt", "PLA-001", "XX procent"),
    ("barn-och-utbildningsnamnden-namndsbudget-2026.md", "ARI-001", "33 300"),
];

fn picture(file: &str) -> Picture {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/almkoping").join(file);
    let style = HouseStyle::standard();
    let document = uppsikt_reading::read(file, &std::fs::read(path).unwrap(), &style).unwrap();
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    Picture { seen_from, structure: style.structure(), documents: vec![Arc::new(document)] }
}

#[test]
fn planted_faults_are_found_at_their_line() {
    for (file, code, words) in PLANTED {
        let picture = picture(file);
        let found = check(&picture, &Selection { only: vec![code.into()], skip: Vec::new() });
        let lines: Vec<String> =
            found.iter().map(|finding| picture.documents[0].printed(&finding.at.span)).collect();
        assert_eq!(lines.len(), 1, "{file} {code}: {lines:?}");
        assert!(lines[0].contains(words), "{file} {code}: {lines:?}");
    }
}

#[test]
fn a_document_without_planted_faults_has_no_error() {
    for file in ["kultur-och-fritidsnamnden-namndsbudget-2026.md", "kommunstyrelsen-namndsbudget-2026.txt"] {
        let found = check(&picture(file), &Selection::default());
        assert!(found.is_empty(), "{file}: {found:#?}");
    }
}
