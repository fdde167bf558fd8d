//! Deviations as lying bars from a zero line, worst first.

use serde::{Deserialize, Serialize};

use super::amount;
use super::scale::{Share, WHOLE};
use super::svg::Svg;

/// Deviations of several bodies or rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviationBars {
    /// What the rows are: "Nämnd".
    pub head: String,
    /// What zero is: "ram".
    pub zero: String,
    /// The unit of the amounts: "mkr".
    pub unit: String,
    /// How many digits of the amounts stand after the comma.
    #[serde(default)]
    pub decimals: u8,
    /// Above this, in the amounts' own digits, a row is set bold.
    #[serde(default)]
    pub threshold: Option<i64>,
    /// The deviations; the drawing sorts them.
    pub rows: Vec<Deviation>,
}

/// One deviation. Above zero is better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// Whose it is.
    pub label: String,
    /// The amount.
    pub value: i64,
    /// Whether it is set bold whatever the threshold of all: its own was another.
    #[serde(default)]
    pub strong: bool,
}

const PITCH: i64 = 48;
const FIRST: Share = 400;
/// The zero line stays clear of the unit in the upper right corner.
const ZERO_AT_MOST: Share = 8_400;
const LAST: Share = 9_600;

impl DeviationBars {
    /// The rows from the worst to the best; equals keep their order.
    pub fn sorted(&self) -> Vec<&Deviation> {
        let mut rows: Vec<&Deviation> = self.rows.iter().collect();
        rows.sort_by_key(|row| row.value);
        rows
    }

    pub(super) fn draw(&self, svg: &mut Svg) -> i64 {
        let rows = self.sorted();
        let spread = Spread::of(&rows);
        let bottom = 20 + PITCH * i64::try_from(rows.len()).unwrap_or_default();
        self.draw_head(svg, spread.zero());
        for (i, row) in (0..).zip(&rows) {
            self.draw_row(svg, row, 20 + PITCH * i, &spread);
        }
        svg.line((spread.zero(), 20), (spread.zero(), bottom), "axis");
        bottom + 8
    }

    fn draw_head(&self, svg: &mut Svg, zero: Share) {
        // With nothing to the left of zero its name takes the place of the rows' name.
        if zero > 2_500 {
            svg.text(0, 12, "t2", &self.head);
            svg.text(zero, 12, "t2 mid", &self.zero);
        } else {
            svg.text(zero, 12, "t2", &self.zero);
        }
        svg.text(WHOLE, 12, "t2 end", &self.unit);
    }

    fn draw_row(&self, svg: &mut Svg, row: &Deviation, top: i64, spread: &Spread) {
        let bold = row.strong || self.threshold.is_some_and(|limit| row.value.abs() > limit);
        let (label, figure) = if bold { ("b", "end b") } else { ("", "end") };
        svg.text(0, top + 21, label, &row.label);
        svg.text(WHOLE, top + 21, figure, &amount(row.value, self.decimals, true));
        let class = if row.value < 0 { "neg" } else { "pos" };
        svg.bar(spread.zero(), spread.place(row.value), top + 29, 12, class);
        svg.line((0, top + PITCH), (WHOLE, top + PITCH), "grid");
    }
}

/// How far the amounts reach below and above zero.
struct Spread {
    below: i128,
    above: i128,
}

impl Spread {
    fn of(rows: &[&Deviation]) -> Spread {
        let values = || rows.iter().map(|row| i128::from(row.value));
        Spread { below: -values().min().unwrap_or(0).min(0), above: values().max().unwrap_or(0).max(0) }
    }

    /// Length of an amount: the scale is the largest that keeps zero and the longest bar inside.
    fn length(&self, value: i128) -> Share {
        let room = |share: Share, amount: i128| value * i128::from(share) / amount.max(1);
        let by_zero = room(ZERO_AT_MOST - FIRST, self.below);
        let by_all = room(LAST - FIRST, self.below + self.above);
        let length = if self.below == 0 { by_all } else { by_zero.min(by_all) };
        Share::try_from(length).unwrap_or(WHOLE)
    }

    fn zero(&self) -> Share {
        FIRST + self.length(self.below)
    }

    fn place(&self, value: i64) -> Share {
        let length = self.length(i128::from(value).abs());
        if value < 0 { self.zero() - length } else { self.zero() + length }
    }
}
