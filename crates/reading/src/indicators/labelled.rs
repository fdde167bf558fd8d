//! Values that stand after labels of their own, however these are parted from the name: "Indikator: nöjda
//! gäster   Utfall 2030: 71 %   Mål 2031: 75 %", or a label on each line.

use super::valued::{Valued, opens, take};
use crate::book::folded;
use crate::style::IndicatorWords;
use crate::tables::tail::is_year;
use uppsikt_domain::block::Content;
use uppsikt_domain::indicator::{Indicator, IndicatorKind};
use uppsikt_domain::section::Section;

/// The values after the first label that is one of a value; each label ends what stands before it.
pub(super) fn labelled(text: &str, style: &IndicatorWords) -> Option<Valued> {
    let labels = labels(text);
    let of_value = |start: usize| {
        let word = text[start..].split_whitespace().next().unwrap_or_default();
        opens(word, &style.targets) || opens(word, &style.outcomes)
    };
    let first = labels.iter().position(|start| *start > 0 && of_value(*start))?;
    let name =
        text[..labels[first]].trim_end_matches([' ', '.', ',', ';', '(', '\u{2013}', '-', '|', '*']).len();
    let mut found = Valued { name, ..Valued::default() };
    let ends = labels.iter().skip(first + 1).copied().chain([text.len()]);
    let mut taken = 0;
    for (start, end) in labels[first..].iter().zip(ends).filter(|(start, _)| of_value(**start)) {
        let part = text[*start..end].trim_end_matches([' ', '.', ',', ';', ')', '*']);
        taken += usize::from(take(&mut found, &part.replace("**", ""), style).is_some());
    }
    let worded = text[..name].chars().filter(|c| c.is_alphabetic()).count() > 3;
    (taken > 0 && worded && (found.target.is_some() || found.start.is_some())).then_some(found)
}

/// Gives indicators that only name what is measured the values in the lines right below: "Utfall 2030: 76 %"
/// and "Mål 2032: 90 %".
pub(super) fn give_values_below(section: &Section, found: &mut [Indicator], style: &IndicatorWords) {
    let texts = section.blocks.iter().flat_map(|block| match &block.content {
        Content::Paragraph { text } => vec![(block.span.at, text.as_str())],
        Content::List { items, .. } => items.iter().map(|item| (item.span.at, item.text.as_str())).collect(),
        _ => Vec::new(),
    });
    let texts: Vec<_> = texts.collect();
    for own in found.iter_mut().filter(|it| it.target.is_none() && it.baseline.is_none()) {
        let Some(at) = texts.iter().position(|(at, _)| *at == own.span.at) else { continue };
        let below = texts[at + 1..].iter().map(|(_, text)| *text);
        let lines: Vec<&str> = below.take_while(|text| is_value_line(text, style)).collect();
        let Some(told) = labelled(&format!("{} {}", own.text, lines.join(" ")), style) else { continue };
        own.baseline = told.start;
        own.target = told.target;
        own.unit = own.unit.take().or(told.unit);
        if own.kind == IndicatorKind::Activity {
            own.kind = IndicatorKind::Measure;
        }
    }
}

/// A line of values is at most so long, in bytes.
const LONGEST_LINE: usize = 100;

/// "Utfall 2030: 76 %", "Källa: egen mätning": a line that tells something of the indicator above.
fn is_value_line(text: &str, style: &IndicatorWords) -> bool {
    let bare = text.trim_start_matches(['*', '_', '-', ' ']);
    let first = bare.split([' ', ':']).next().unwrap_or_default();
    let aside = || ["enhet", "källa", "trend", "kommentar"].contains(&folded(first).as_str());
    let told = opens(first, &style.targets) || opens(first, &style.outcomes) || aside();
    let colon = bare.find(':').is_some_and(|at| at <= LONGEST_LABEL);
    text.len() <= LONGEST_LINE && colon && told
}

/// A label is at most so long, in bytes.
const LONGEST_LABEL: usize = 30;

/// Where labels begin: a word with a capital, perhaps a year, and a colon.
fn labels(text: &str) -> Vec<usize> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        words.push((at, word.trim_matches(['*', '_'])));
        at += word.len() + 1;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let ends = |word: &str| word.ends_with(':');
    let label = |at: usize| {
        let (start, word) = words[at];
        let next = words.get(at + 1).map_or("", |(_, next)| *next);
        let dated = ends(next) && is_year(next.trim_end_matches(':'));
        (capital(word) && (ends(word) || dated)).then_some(start)
    };
    (0..words.len()).filter_map(label).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    #[test]
    fn values_may_stand_in_lines_below_the_name() {
        let text = "Parknämnden\nNämndsplan 2032\n\nMål\n\nNämndmål: Barn badar i ån\n\n\
                    Indikator: Andel klassrum vid vatten\nUtfall 2030: 76 %\nMål 2032: 90 %\nKälla: Egen mätning\n\n\
                    Indikator: Antal barn i kö till båt\nUtgångsvärde: 34 (2030)\nMålvärde: högst 10\n";
        let document = crate::read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let goals = document.goals();
        assert_eq!(goals.len(), 1, "a value after \"Mål 2032:\" names no goal");
        let values: Vec<_> =
            goals[0].indicators().map(|it| (it.baseline.as_deref(), it.target.as_deref())).collect();
        assert_eq!(values, [(Some("76"), Some("90")), (Some("34"), Some("10"))]);
    }

    #[test]
    fn values_follow_their_labels() {
        for (text, name, told) in [
            ("Nöjda gäster Utfall 2030: 71 % Mål 2031: minst 75 %", "Nöjda gäster", ["71", "75", "procent"]),
            ("Bad i ån. Utfall 2030: 38 dagar. Målvärde: 45 dagar.", "Bad i ån", ["38", "45", "dagar"]),
            (
                "Kö till båt Utgångsvärde: 34 (2030) Mål: \u{2264} 10 Källa: Hamnen",
                "Kö till båt",
                ["34", "10", ""],
            ),
        ] {
            let found = labelled(text, &HouseStyle::standard().indicators).unwrap();
            let values = [found.start, found.target, found.unit].map(Option::unwrap_or_default);
            assert_eq!((&text[..found.name], values), (name, told.map(str::to_owned)), "{text}");
        }
        assert!(labelled("Nöjda gäster i målen: 7", &HouseStyle::standard().indicators).is_none());
    }
}
