//! Who there is: municipalities and their bodies.

use serde::{Deserialize, Serialize};

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// Kommunfullmäktige
    Council,
    /// A committee; the executive board is one.
    #[default]
    Committee,
    /// A company.
    Company,
    /// A kommunalförbund.
    Association,
    /// A stiftelse.
    Foundation,
}

impl BodyKind {
    /// The word in storage and machine-readable output.
    pub fn code(self) -> &'static str {
        match self {
            BodyKind::Council => "council",
            BodyKind::Committee => "committee",
            BodyKind::Company => "company",
            BodyKind::Association => "association",
            BodyKind::Foundation => "foundation",
        }
    }

    /// From the word in storage.
    pub fn from_code(code: &str) -> Option<Self> {
        use BodyKind::*;
        [Council, Committee, Company, Association, Foundation].into_iter().find(|kind| kind.code() == code)
    }
}

/// A body as a municipality describes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Body {
    /// The stable word in addresses ("kultur-och-fritidsnamnden").
    pub slug: String,
    /// The name.
    pub name: String,
    /// The short form ("KFN"). May be empty.
    #[serde(default)]
    pub abbreviation: String,
    /// What it is.
    #[serde(default)]
    pub kind: BodyKind,
    /// First year, where it is known.
    #[serde(default)]
    pub from_year: Option<i32>,
    /// Last year, where it has one.
    #[serde(default)]
    pub to_year: Option<i32>,
    /// Deviations above this many tkr are to be explained, where the body has a limit of its own.
    #[serde(default)]
    pub deviation_threshold_tkr: Option<i64>,
}
