//! An indicator's values as a drawing.

use super::series::Series;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Quantity;
use uppsikt_messages::{Lang, Message};
use uppsikt_text::format;
use uppsikt_writing::charts::{Chart, Drawing, LineChart, Point, Sparkline, Target};

impl Series<'_> {
    /// The values as a line with the target. `id` is unique on the page.
    pub fn chart(&self, id: &str, lang: Lang) -> Chart {
        let decimals = self.decimals();
        let at = |value: &Quantity| value.value().rounded(decimals);
        let values: Vec<i64> = self.comparable().map(|point| at(point.value)).collect();
        let target = self.target.map(|(value, _)| at(value));
        let (from, to) = range(values.iter().copied().chain(target));
        let label =
            |value: &Quantity| Message::new("web-goal-chart-target").with("value", format::figure(value));
        let points = self.comparable().zip(&values).map(|(point, value)| Point {
            label: point.part.map_or_else(|| point.year.to_string(), str::to_owned),
            value: Some(*value),
        });
        let line = LineChart {
            from,
            to,
            decimals,
            target: self
                .target
                .map(|(value, _)| Target { value: at(value), label: label(value).in_lang(lang) }),
            points: points.collect(),
        };
        Chart {
            id: id.to_owned(),
            caption: self.conclusion().in_lang(lang),
            sub: format!("{}. {}", self.label, self.body.name),
            title: self.label.to_owned(),
            desc: self.description(lang),
            chart: Drawing::Line(line),
        }
    }

    /// The values as a line without words, for a cell of a table.
    pub fn spark(&self, id: &str, lang: Lang) -> Chart {
        let decimals = self.decimals();
        let values = self.comparable().map(|point| Some(point.value.value().rounded(decimals)));
        Chart {
            id: id.to_owned(),
            caption: String::new(),
            sub: String::new(),
            title: self.label.to_owned(),
            desc: self.description(lang),
            chart: Drawing::Spark(Sparkline { values: values.collect() }),
        }
    }

    fn decimals(&self) -> u8 {
        let target = self.target.map(|(value, _)| value.decimals);
        self.points.iter().map(|point| point.value.decimals).chain(target).max().unwrap_or_default()
    }

    /// How far the last value that compares with a whole year is from the target.
    pub fn conclusion(&self) -> Message {
        let last = self.comparable().last();
        let (Some(last), Some((target, _))) = (last, self.target) else {
            return Message::new("web-goal-chart-untold").with("label", self.label);
        };
        let first = self.points.first().unwrap_or(last);
        let rising = target.value() >= first.value.value();
        let gap =
            if rising { target.value() - last.value.value() } else { last.value.value() - target.value() };
        let key = if gap > Fixed::ZERO { "web-goal-chart-short" } else { "web-goal-chart-reached" };
        let decimals = self.decimals();
        let gap = Quantity::new(gap.abs().rounded(decimals), decimals, last.value.unit.clone());
        Message::new(key).with("gap", format::figure(&gap)).with("target", format::figure(target))
    }

    /// The values in words.
    fn description(&self, lang: Lang) -> String {
        let told = self.comparable().map(|point| format!("{}: {}", point.year, format::figure(point.value)));
        let told = told.collect::<Vec<_>>().join(", ");
        let target = self.target.map(|(value, _)| {
            Message::new("web-goal-chart-target").with("value", format::figure(value)).in_lang(lang)
        });
        target.map_or_else(|| format!("{told}."), |target| format!("{told}; {target}."))
    }
}

/// The axis: the values with a little air, not below nought where no value is.
fn range(values: impl Iterator<Item = i64> + Clone) -> (i64, i64) {
    let (low, high) = (values.clone().min().unwrap_or(0), values.max().unwrap_or(0));
    let air = ((high - low) / 4).max(1);
    let from = if low >= 0 { (low - air).max(0) } else { low - air };
    (from, high + air)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_has_air_and_does_not_go_below_nought_without_reason() {
        assert_eq!(range([57, 64, 70].into_iter()), (54, 73));
        assert_eq!(range([1, 9].into_iter()), (0, 11));
        assert_eq!(range([-8, 3].into_iter()), (-10, 5));
    }
}
