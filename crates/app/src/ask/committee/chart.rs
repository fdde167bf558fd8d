//! The bridge as a drawing, for pages and print.

use super::bridge::Bridge;
use uppsikt_messages::{Lang, Message};
use uppsikt_text::format;
use uppsikt_writing::charts::{Chart, Drawing, FallRow, FallRowKind, WaterfallBars};

/// Longer labels run into their amounts on a narrow screen.
const LABEL: usize = 34;

impl Bridge<'_> {
    /// The bridge as a waterfall.
    pub fn chart(&self, lang: Lang) -> Chart {
        let (from, to) = self.range();
        let start = Message::new("web-committee-bridge-scale").with("from", format::grouped(from));
        let rows = self.steps.iter().map(|step| FallRow {
            kind: if step.is_level { FallRowKind::Level } else { FallRowKind::Step },
            label: short(&step.label.in_lang(lang)),
            value: step.tkr,
        });
        let bars =
            WaterfallBars { scale_note: start.in_lang(lang), decimals: 0, from, to, rows: rows.collect() };
        Chart {
            id: "bro".to_owned(),
            caption: self.caption().in_lang(lang),
            sub: Message::new("web-committee-bridge-sub").in_lang(lang),
            title: Message::new("web-committee-bridge-title").in_lang(lang),
            desc: self.description(lang),
            chart: Drawing::Waterfall(bars),
        }
    }

    fn caption(&self) -> Message {
        Message::new("web-committee-bridge-caption")
            .with("decisions", self.decisions)
            .with("deviations", self.deviations)
    }

    /// Levels and steps in words.
    fn description(&self, lang: Lang) -> String {
        let told = self.steps.iter().map(|step| {
            let sign = if !step.is_level && step.tkr > 0 { "+" } else { "" };
            format!("{}: {sign}{}", step.label.in_lang(lang), format::grouped(step.tkr))
        });
        format!("{}.", told.collect::<Vec<_>>().join(". "))
    }

    /// Where the scale begins and ends: round numbers with a little air around what is drawn.
    /// It begins at nought when that costs less than half of the width.
    fn range(&self) -> (i64, i64) {
        let mut now = 0;
        let reached: Vec<i64> = self
            .steps
            .iter()
            .map(|step| {
                now = if step.is_level { step.tkr } else { now + step.tkr };
                now
            })
            .collect();
        let (low, high) =
            (reached.iter().min().copied().unwrap_or(0), reached.iter().max().copied().unwrap_or(0));
        let spread = (high - low).max(1);
        let round = 10_i64.pow(spread.ilog10());
        let from = (low - spread / 10).div_euclid(round) * round;
        let from = if low >= 0 && low < spread { 0 } else { from };
        (from, high + spread / 5)
    }
}

fn short(label: &str) -> String {
    if label.chars().count() <= LABEL {
        return label.to_owned();
    }
    let cut: String = label.chars().take(LABEL - 1).collect();
    // Between two words, unless the first is as long as the label.
    let words = cut.rfind(' ').filter(|at| *at > LABEL / 2).map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", words.trim_end_matches([' ', ',', '-']))
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_label_is_cut_between_two_words() {
        assert_eq!(short("Avskrivningar och finansiella kostnader"), "Avskrivningar och finansiella…");
        assert_eq!(short("Lokal- och markhyror"), "Lokal- och markhyror");
    }
}
