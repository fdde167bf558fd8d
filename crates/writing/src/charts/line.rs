//! A line over time with direct labels and a target.

use serde::{Deserialize, Serialize};

use super::amount;
use super::scale::{Scale, Share, WHOLE, ticks};
use super::svg::Svg;

/// A line over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineChart {
    /// Where the axis starts.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// How many digits of the values stand after the comma.
    #[serde(default)]
    pub decimals: u8,
    /// What is aimed at.
    #[serde(default)]
    pub target: Option<Target>,
    /// The values in order of time.
    pub points: Vec<Point>,
}

/// What is aimed at, at the last point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The value.
    pub value: i64,
    /// Its words: "mål 70".
    pub label: String,
}

/// A value at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The time: "2026".
    pub label: String,
    /// The value; none leaves a gap.
    pub value: Option<i64>,
}

const TOP: i64 = 40;
const BOTTOM: i64 = 200;
const FIRST: Share = 800;
const LAST: Share = 9_200;

impl LineChart {
    pub(super) fn draw(&self, svg: &mut Svg) -> i64 {
        let places = self.places();
        self.draw_axis(svg);
        self.draw_way(svg, &places);
        for pair in places.windows(2) {
            if let [(x1, Some(y1)), (x2, Some(y2))] = *pair {
                svg.line((x1, y1), (x2, y2), "line");
            }
        }
        for (point, place) in self.points.iter().zip(&places) {
            self.draw_point(svg, point, *place);
        }
        self.draw_target(svg);
        BOTTOM + 30
    }

    fn height(&self, value: i64) -> i64 {
        Scale::new(self.from, self.to, BOTTOM, TOP).place(value)
    }

    fn places(&self) -> Vec<(Share, Option<i64>)> {
        let last = i64::try_from(self.points.len().saturating_sub(1)).unwrap_or_default();
        let scale = Scale::new(0, last, FIRST, LAST);
        let place = |(i, point): (i64, &Point)| (scale.place(i), point.value.map(|value| self.height(value)));
        (0..).zip(&self.points).map(place).collect()
    }

    fn draw_axis(&self, svg: &mut Svg) {
        for tick in ticks(self.from, self.to) {
            let y = self.height(tick);
            svg.line((0, y), (WHOLE, y), "grid");
            svg.text(0, y - 5, "t2", &amount(tick, self.decimals, false));
        }
    }

    /// The straight way from the first value to the target.
    fn draw_way(&self, svg: &mut Svg, places: &[(Share, Option<i64>)]) {
        let start = places.iter().find_map(|(x, y)| y.map(|y| (*x, y)));
        if let (Some(start), Some(target)) = (start, &self.target) {
            svg.line(start, (LAST, self.height(target.value)), "target");
        }
    }

    fn draw_point(&self, svg: &mut Svg, point: &Point, (x, y): (Share, Option<i64>)) {
        svg.text(x, BOTTOM + 24, "t2 mid", &point.label);
        if let (Some(y), Some(value)) = (y, point.value) {
            svg.dot(x, y, 4, "dot");
            let above = y - 12;
            let under = y + 22;
            // The way to the target rises over a line that lags: labels then go under it.
            let label = if self.lags(value) && under < BOTTOM - 2 { under } else { above };
            svg.text(x, label, "b mid halo", &amount(value, self.decimals, false));
        }
    }

    fn lags(&self, value: i64) -> bool {
        let first = self.points.iter().find_map(|point| point.value);
        self.target.as_ref().is_some_and(|target| {
            let rising = first.is_some_and(|first| target.value > first);
            rising && value < target.value
        })
    }

    fn draw_target(&self, svg: &mut Svg) {
        if let Some(target) = &self.target {
            let y = self.height(target.value);
            svg.dot(LAST, y, 5, "dot0");
            svg.text(WHOLE, y - 12, "b end halo", &target.label);
        }
    }
}
