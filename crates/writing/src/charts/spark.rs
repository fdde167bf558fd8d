//! A line without words, 7 × 1.75 rem, for a table's cell.

use serde::{Deserialize, Serialize};

use super::scale::{Scale, Share};
use super::svg::Svg;

/// Values in order of time; none leaves a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sparkline {
    /// The values.
    pub values: Vec<Option<i64>>,
}

const HEIGHT: i64 = 28;
const EDGE: i64 = 5;

impl Sparkline {
    pub(super) fn draw(&self, svg: &mut Svg) -> i64 {
        let places = self.places();
        for pair in places.windows(2) {
            if let [(x1, Some(y1)), (x2, Some(y2))] = *pair {
                svg.line((x1, y1), (x2, y2), "line");
            }
        }
        if let Some((x, y)) = places.iter().rev().find_map(|(x, y)| y.map(|y| (*x, y))) {
            svg.dot(x, y, 3, "dot");
        }
        HEIGHT
    }

    fn places(&self) -> Vec<(Share, Option<i64>)> {
        let known = || self.values.iter().flatten().copied();
        let (low, high) = (known().min().unwrap_or(0), known().max().unwrap_or(0));
        let height = if low == high {
            Scale::new(low, high, HEIGHT / 2, HEIGHT / 2)
        } else {
            Scale::new(low, high, HEIGHT - EDGE, EDGE)
        };
        let last = i64::try_from(self.values.len().saturating_sub(1)).unwrap_or_default();
        let along = Scale::new(0, last, 400, 9_600);
        (0..).zip(&self.values).map(|(i, value)| (along.place(i), value.map(|v| height.place(v)))).collect()
    }
}
