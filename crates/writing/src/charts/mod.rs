//! Charts as inline SVG, for pages and for print through one code path.
//!
//! Along x everything is in per cent and along y in pixels, so that type keeps its size
//! at every width. Colours and type come from classes that the page's style sheet and
//! [`Medium::Print`]'s own style element both know; no element carries a style.
//! Every chart has a title and a description, and the figures stand in a table beside it.

mod deviations;
mod line;
mod scale;
mod spark;
mod svg;
mod waterfall;

pub use deviations::{Deviation, DeviationBars};
pub use line::{LineChart, Point, Target};
pub use spark::Sparkline;
pub use waterfall::{FallRow, FallRowKind, WaterfallBars};

use serde::{Deserialize, Serialize};

use svg::Svg;

/// A chart in a report: the drawing and the words around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// What references point to, and what the ids inside the drawing start with.
    pub id: String,
    /// The conclusion, as a heading over the drawing.
    pub caption: String,
    /// What is measured, in small type.
    #[serde(default)]
    pub sub: String,
    /// What is drawn, in a few words: the drawing's name for a screen reader.
    pub title: String,
    /// What the drawing shows, in sentences: its alternative text.
    pub desc: String,
    /// The drawing.
    pub chart: Drawing,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Drawing {
    /// A line over time with a target.
    Line(LineChart),
    /// Deviations from zero, worst first.
    Deviations(DeviationBars),
    /// Levels and the steps between them.
    Waterfall(WaterfallBars),
    /// A line without words, for a table's cell.
    Spark(Sparkline),
}

/// Where a drawing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// Inside a page, whose style sheet knows the classes and gives the width.
    Page,
    /// In a file of its own, with its style inside and the width of the body column.
    Print,
}

impl Chart {
    /// The drawing for a medium.
    pub fn svg(&self, medium: Medium) -> String {
        let drawn = self.chart.svg(&self.id, &self.title, &self.desc, medium);
        match medium {
            // The thin space of print is too thin on a screen.
            Medium::Page => drawn.replace('\u{202f}', "\u{a0}"),
            Medium::Print => drawn,
        }
    }
}

impl Drawing {
    /// The drawing. `id` starts the ids of title and description: unique on the page,
    /// letters, digits and hyphens.
    pub fn svg(&self, id: &str, title: &str, desc: &str, medium: Medium) -> String {
        let mut svg = Svg::default();
        let height = match self {
            Drawing::Line(line) => line.draw(&mut svg),
            Drawing::Deviations(bars) => bars.draw(&mut svg),
            Drawing::Waterfall(bars) => bars.draw(&mut svg),
            Drawing::Spark(spark) => spark.draw(&mut svg),
        };
        let class = if matches!(self, Drawing::Spark(_)) { "up-spark" } else { "up-svg" };
        svg.finish(class, height, &svg::Names { id, title, desc }, medium)
    }
}

/// An amount in a chart: `decimals` digits of `value` stand after the comma.
fn amount(value: i64, decimals: u8, signed: bool) -> String {
    crate::model::Number::Decimal(value, decimals).printed(signed)
}

#[cfg(test)]
mod tests;
