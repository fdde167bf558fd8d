//! How words and figures of the domain stand in columns.

use crate::error::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};

/// What stands before a unit in the document's own word.
const OWN_WORD: &str = "other:";

/// The three columns of a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figure {
    pub mantissa: Option<i64>,
    pub decimals: Option<i16>,
    pub unit: Option<String>,
}

impl Figure {
    /// The columns of a figure; all empty where there is none.
    pub fn of(quantity: Option<&Quantity>) -> Self {
        quantity.map_or_else(Figure::default, |it| Figure {
            mantissa: Some(it.mantissa),
            decimals: Some(i16::from(it.decimals)),
            unit: Some(unit_code(&it.unit)),
        })
    }

    /// The figure of the columns.
    pub fn quantity(self, table: &'static str) -> Result<Option<Quantity>, StoreError> {
        let (Some(mantissa), Some(decimals), Some(unit)) = (self.mantissa, self.decimals, self.unit) else {
            return Ok(None);
        };
        let decimals = u8::try_from(decimals).map_err(|error| StoreError::damaged(table, error))?;
        Ok(Some(Quantity { mantissa, decimals, unit: unit_from(unit) }))
    }
}

fn unit_code(unit: &Unit) -> String {
    match unit {
        Unit::Other(word) => format!("{OWN_WORD}{word}"),
        known => known.code().to_owned(),
    }
}

fn unit_from(code: String) -> Unit {
    let known =
        [Unit::Kr, Unit::Tkr, Unit::Mkr, Unit::Mdkr, Unit::Percent, Unit::FullTimeEquivalents, Unit::None];
    match known.into_iter().find(|unit| unit.code() == code) {
        Some(unit) => unit,
        None => Unit::Other(code.strip_prefix(OWN_WORD).map(str::to_owned).unwrap_or(code)),
    }
}

const HEDGES: [(Hedge, &str); 4] = [
    (Hedge::Exact, "exact"),
    (Hedge::About, "about"),
    (Hedge::AtLeast, "at_least"),
    (Hedge::AtMost, "at_most"),
];

/// The word of a hedge.
pub fn hedge_code(hedge: Hedge) -> &'static str {
    HEDGES.iter().find(|(it, _)| *it == hedge).map_or("", |(_, code)| code)
}

/// The hedge of a word.
pub fn hedge_from(code: &str) -> Option<Hedge> {
    HEDGES.iter().find(|(_, word)| *word == code).map(|(hedge, _)| *hedge)
}

/// A count of a column, which is never below nought nor above four thousand millions.
pub fn count(table: &'static str, value: i64) -> Result<u32, StoreError> {
    u32::try_from(value).map_err(|_| StoreError::damaged(table, format!("{value} is no count")))
}

/// What a word stands for, or what is wrong with it.
pub fn known<T>(table: &'static str, word: &str, from: impl Fn(&str) -> Option<T>) -> Result<T, StoreError> {
    from(word).ok_or_else(|| StoreError::damaged(table, format!("\"{word}\" is not known")))
}

/// As JSON.
pub fn to_json<T: Serialize + ?Sized>(table: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::damaged(table, error))
}

/// From JSON.
pub fn from_json<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::damaged(table, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_in_the_documents_own_word_is_not_taken_for_a_known_one() {
        for unit in [Unit::Tkr, Unit::None, Unit::Other("kr".into()), Unit::Other(String::new())] {
            let quantity = Quantity::new(-221_734, 0, unit);
            let back = Figure::of(Some(&quantity)).quantity("claim").unwrap();
            assert_eq!(back, Some(quantity));
        }
    }

    #[test]
    fn the_largest_figure_comes_back_whole() {
        let quantity = Quantity::new(i64::MIN, 5, Unit::Kr);
        assert_eq!(Figure::of(Some(&quantity)).quantity("claim").unwrap(), Some(quantity));
    }

    #[test]
    fn every_hedge_comes_back() {
        assert!(HEDGES.iter().all(|(hedge, _)| hedge_from(hedge_code(*hedge)) == Some(*hedge)));
    }
}
