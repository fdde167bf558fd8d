//! Running text.

use serde::{Deserialize, Serialize};

/// Running text in pieces.
pub type Text = Vec<Inline>;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Inline {
    /// Words as they stand.
    Plain(String),
    /// Words with weight.
    Strong {
        /// The words.
        em: String,
    },
    /// A figure of [`Report::figures`](super::Report::figures), by key.
    Figure {
        /// The key.
        fig: String,
    },
    /// A reference inside the document, with its page.
    Reference {
        /// The label that is referred to; its words stand in `refs`.
        #[serde(rename = "ref")]
        to: String,
    },
    /// A link out of the document.
    Link {
        /// The address.
        href: String,
        /// The words that carry the link.
        words: String,
    },
}

/// Text of one plain piece.
pub fn text(words: impl Into<String>) -> Text {
    vec![Inline::Plain(words.into())]
}

/// The words of a text that need no looking up: figures and references are left out.
pub fn plain(text: &[Inline]) -> String {
    text.iter()
        .map(|piece| match piece {
            Inline::Plain(words) | Inline::Strong { em: words } | Inline::Link { words, .. } => words,
            Inline::Figure { .. } | Inline::Reference { .. } => "",
        })
        .collect()
}

/// A figure to print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Whole(i64),
    /// A mantissa and its number of decimals.
    Decimal(i64, u8),
    /// A figure as a document printed it: never parsed, never rounded.
    Printed(String),
}

impl Number {
    /// The mantissa and the number of decimals, where the number is known as one.
    pub fn parts(&self) -> Option<(i64, u8)> {
        match self {
            Number::Whole(value) => Some((*value, 0)),
            Number::Decimal(mantissa, decimals) => Some((*mantissa, *decimals)),
            Number::Printed(_) => None,
        }
    }

    /// The figure by Swedish rules: narrow no-break spaces in thousands, decimal comma,
    /// a true minus, a plus where `signed`.
    pub fn printed(&self, signed: bool) -> String {
        match self {
            Number::Printed(words) => words.clone(),
            Number::Whole(value) => grouped(*value, 0, signed),
            Number::Decimal(mantissa, decimals) => grouped(*mantissa, usize::from(*decimals), signed),
        }
    }
}

fn grouped(mantissa: i64, decimals: usize, signed: bool) -> String {
    let digits = format!("{:0>width$}", mantissa.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    let sign = match mantissa.signum() {
        -1 => "\u{2212}",
        1 if signed => "+",
        _ => "",
    };
    let mut printed = sign.to_owned();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            printed.push('\u{202f}');
        }
        printed.push(digit);
    }
    if decimals > 0 {
        printed.push(',');
        printed.push_str(fraction);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_a_narrow_space() {
        assert_eq!(Number::Whole(-1234567).printed(false), "\u{2212}1\u{202f}234\u{202f}567");
        assert_eq!(Number::Whole(999).printed(true), "+999");
        assert_eq!(Number::Whole(0).printed(true), "0");
    }

    #[test]
    fn decimals_are_printed_to_the_last_zero() {
        assert_eq!(Number::Decimal(5, 1).printed(false), "0,5");
        assert_eq!(Number::Decimal(-48, 1).printed(false), "\u{2212}4,8");
        assert_eq!(Number::Decimal(120, 1).printed(false), "12,0");
    }

    #[test]
    fn a_printed_figure_is_left_alone() {
        assert_eq!(Number::Printed("ca 1200".into()).printed(true), "ca 1200");
    }
}
