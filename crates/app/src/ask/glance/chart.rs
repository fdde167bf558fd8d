//! The committees' deviations as a drawing.

use super::GlanceMoney;
use uppsikt_messages::{Lang, Message};
use uppsikt_text::format;
use uppsikt_writing::charts::{Chart, Deviation, DeviationBars, Drawing};

impl GlanceMoney<'_> {
    /// The deviations, worst first. `None` where no committee has a report.
    pub fn chart(&self, lang: Lang) -> Option<Chart> {
        self.deviations_tkr?;
        let said = |key| Message::new(key).in_lang(lang);
        let bars = DeviationBars {
            head: said("web-glance-chart-head"),
            zero: said("web-glance-chart-zero"),
            unit: said("web-glance-chart-unit"),
            decimals: 1,
            threshold: None,
            rows: self.bars(),
        };
        Some(Chart {
            id: "avvikelser".to_owned(),
            caption: self.conclusion().in_lang(lang),
            sub: said("web-glance-chart-sub"),
            title: said("web-glance-chart-title"),
            desc: self.description().in_lang(lang),
            chart: Drawing::Deviations(bars),
        })
    }

    fn bars(&self) -> Vec<Deviation> {
        let deviations = self.rows.iter().filter_map(|row| Some((row, row.deviation?)));
        let bar = |(row, deviation): (&super::MoneyRow<'_>, crate::city::Amount<'_>)| Deviation {
            label: row.body.name.clone(),
            value: tenths_of_mkr(deviation.tkr),
            strong: row.strong,
        };
        deviations.map(bar).collect()
    }

    fn conclusion(&self) -> Message {
        match self.few {
            Some(few) if few < self.below => Message::new("web-glance-chart-few").with("count", few),
            _ if self.below == 0 => Message::new("web-glance-chart-none"),
            _ => Message::new("web-glance-chart-below").with("count", self.below),
        }
    }

    fn description(&self) -> Message {
        let told: Vec<_> =
            self.rows.iter().filter_map(|row| Some((&row.body.name, row.deviation?.tkr))).collect();
        let said = |at: Option<&(&String, i64)>| {
            at.map_or_else(String::new, |(name, tkr)| format!("{name} {}", signed_mkr(*tkr)))
        };
        Message::new("web-glance-chart-desc")
            .with("count", told.len())
            .with("worst", said(told.first()))
            .with("best", said(told.last()))
    }
}

/// Tenths of millions, rounded half away from nought, as figures in text are.
fn tenths_of_mkr(tkr: i64) -> i64 {
    let tenths = (tkr.abs() + 50) / 100;
    if tkr < 0 { -tenths } else { tenths }
}

/// "+2,9" or "−24,8".
fn signed_mkr(tkr: i64) -> String {
    let plus = if tkr > 0 { "+" } else { "" };
    format!("{plus}{}", format::tkr_as_mkr(tkr))
}
