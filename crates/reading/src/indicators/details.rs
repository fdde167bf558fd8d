//! Sentences after one that names an indicator, which tell only whence its figure comes, when it is known, or
//! for whom it is followed: "Källa: Kolada N31742. Utfallet är känt i mars 2032."

use super::told::{by_sex, kind_of_source, known_from, source_in};
use crate::book::folded;
use crate::style::IndicatorWords;
use uppsikt_domain::indicator::Indicator;

/// Whether a sentence tells no more than such things.
pub(super) fn is_detail(sentence: &str, style: &IndicatorWords) -> bool {
    let said = folded(sentence.trim_start_matches(['(', '*', '_', ' ']));
    style.details.iter().any(|word| said.starts_with(word.as_str()))
}

/// Gives an indicator what such a sentence tells.
pub(super) fn give(own: &mut Indicator, sentence: &str, style: &IndicatorWords) {
    own.source = own.source.take().or_else(|| source_in(sentence, style));
    own.known = own.known.take().or_else(|| known_from(sentence, style));
    own.by_sex |= by_sex(sentence, style);
    own.kind = kind_of_source(own.kind, sentence, style);
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::indicator::{Indicator, IndicatorKind};

    fn told(paragraph: &str, heading: &str) -> Vec<Indicator> {
        let text = format!(
            "# Nämndsbudget 2032\n\nParknämnden\n\n## Målområde - Gröna rum\n\n### Kommunfullmäktigemål - Rena \
             dammar\n\n#### {heading}\n\n{paragraph}\n"
        );
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        document.goals().iter().flat_map(|goal| goal.indicators().cloned()).collect()
    }

    #[test]
    fn baseline_target_source_day_and_sex_are_told_in_several_sentences() {
        for (text, values, unit, due, source, known) in [
            (
                "Andelen rena dammar ska öka från 64 procent (2030) till 70 procent 2032. Källa: Kolada N31742. \
                 Utfallet är känt i februari 2033. Måttet redovisas för kvinnor och män.",
                ["64", "70"],
                "procent",
                "2032",
                "Kolada N31742",
                "februari 2033",
            ),
            (
                "År 2030 var andelen rena dammar 55 procent. Målet för 2032 är 65 procent. Statistiken kommer \
                 från vattenverket och publiceras i april 2033. Könsuppdelad: ja.",
                ["55", "65"],
                "procent",
                "2032",
                "vattenverket",
                "april 2033",
            ),
            (
                "Andelen dammar med fisk uppgick 2030 till 31 procent och ska vara 40 procent 2033. Uppgifterna \
                 hämtas från fiskeboken, uppdelat på kvinnor och män. Utfall finns i januari 2034.",
                ["31", "40"],
                "procent",
                "2033",
                "fiskeboken",
                "januari 2034",
            ),
            (
                "Från 64 procent 2030 ska andelen rena dammar höjas till 70 procent 2032. Källan är egen mätning. \
                 Resultatet presenteras i mars 2033, per kön.",
                ["64", "70"],
                "procent",
                "2032",
                "egen mätning",
                "mars 2033",
            ),
        ] {
            let found = told(text, "Uppföljning");
            let [own] = found.as_slice() else { panic!("{text}: {found:#?}") };
            let plain = |it: &Option<String>| it.clone().unwrap_or_default();
            assert_eq!([plain(&own.baseline), plain(&own.target)], values.map(str::to_owned), "{text}");
            assert_eq!(
                (plain(&own.unit), plain(&own.source)),
                (unit.to_owned(), source.to_owned()),
                "{text}"
            );
            let days = |it: &Option<uppsikt_domain::indicator::DayRange>| {
                it.as_ref().map(|day| day.text.clone()).unwrap_or_default()
            };
            assert!(days(&own.due).contains(due), "{text}: {:?}", own.due);
            assert!(days(&own.known).contains(known), "{text}: {:?}", own.known);
            assert!(own.by_sex, "{text}");
        }
    }

    #[test]
    fn a_measure_that_goes_from_one_value_to_another_is_one_in_any_part_of_a_goal() {
        let text = "Andelen rena dammar ska öka från 64 procent (2030) till 70 procent 2032. Källa: Kolada \
                    N31742. Nämnden gräver nya dammar från mars till maj.";
        let found = told(text, "Planering för 2032");
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(
            (found[0].kind, found[0].source.as_deref()),
            (IndicatorKind::KeyFigure, Some("Kolada N31742"))
        );
    }

    #[test]
    fn what_is_done_is_no_detail() {
        let text = "Andelen rena dammar ska öka från 64 till 70 procent. Dammarna i norr grävs om, enligt \
                    statistik från vattenverket.";
        assert_eq!(told(text, "Uppföljning")[0].source, None);
    }
}
