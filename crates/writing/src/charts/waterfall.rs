//! Levels and the steps between them, lying.

use serde::{Deserialize, Serialize};

use super::amount;
use super::scale::{Scale, WHOLE};
use super::svg::Svg;

/// Levels as strokes on a grey track, changes as bars. The scale may start above zero;
/// `scale_note` then says where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WaterfallBars {
    /// Unit and where the scale starts: "tkr, skalan börjar vid 183 000".
    pub scale_note: String,
    /// How many digits of the amounts stand after the comma.
    #[serde(default)]
    pub decimals: u8,
    /// Where the scale starts.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// Levels and steps in order.
    pub rows: Vec<FallRow>,
}

/// A level or a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FallRow {
    /// Which of them.
    pub kind: FallRowKind,
    /// Its name.
    pub label: String,
    /// The level, or the change that the step makes.
    pub value: i64,
}

/// What a row of a waterfall is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FallRowKind {
    /// An amount in itself.
    Level,
    /// A change of the amount before it.
    Step,
}

const PITCH: i64 = 46;
const TOP: i64 = 46;
const BAR: i64 = 14;

impl WaterfallBars {
    pub(super) fn draw(&self, svg: &mut Svg) -> i64 {
        let scale = Scale::new(self.from, self.to, 0, WHOLE);
        let ends = self.ends();
        svg.text(0, 11, "t2", &self.scale_note);
        for (i, end) in (0..).zip(ends.iter().take(self.rows.len().saturating_sub(1))) {
            let y = TOP + PITCH * i;
            svg.line((scale.place(*end), y + BAR), (scale.place(*end), y + PITCH), "join");
        }
        let mut before = 0;
        for (i, (row, end)) in (0..).zip(self.rows.iter().zip(&ends)) {
            self.draw_row(svg, row, TOP + PITCH * i, (scale.place(before), scale.place(*end)));
            before = *end;
        }
        TOP + PITCH * i64::try_from(self.rows.len()).unwrap_or_default() - 14
    }

    /// Where the amount stands after each row.
    fn ends(&self) -> Vec<i64> {
        let mut now = 0_i64;
        let after = |row: &FallRow| {
            now = if row.kind == FallRowKind::Level { row.value } else { now.saturating_add(row.value) };
            now
        };
        self.rows.iter().map(after).collect()
    }

    fn draw_row(&self, svg: &mut Svg, row: &FallRow, y: i64, (before, end): (i64, i64)) {
        let level = row.kind == FallRowKind::Level;
        let (label, figure) = if level { ("b halo", "end b halo") } else { ("halo", "end halo") };
        svg.text(0, y - 7, label, &row.label);
        svg.text(WHOLE, y - 7, figure, &amount(row.value, self.decimals, !level));
        if level {
            svg.bar(0, WHOLE, y, BAR, "track");
            svg.line((end, y - 2), (end, y + BAR + 2), "level");
        } else {
            svg.bar(before, end, y, BAR, if row.value > 0 { "neg" } else { "pos" });
        }
    }
}
