//! "25,2 mkr, avseende 17 mkr för …, 3 mkr för …": parts that do not make their whole.

use crate::amounts::Off;
use crate::each::is_each;
use crate::numbered::in_turn;
use crate::parts_listed;
use crate::parts_told::{Parts, after_colon, below, in_sentence, of_counts, opens};
use crate::place;
use crate::prose::{Passage, Said, locate, passages};
use crate::remainders;
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::totals_in_words::{self, Total};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;
use uppsikt_text::sentence::sentences;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "parts-in-words-off",
        code: "ARI-015",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: delarna är tillsammans det hela.",
        page_sv: include_str!("parts_in_words_off.sv.md"),
        page_en: include_str!("parts_in_words_off.en.md"),
    },
    check,
};

/// What the parts are to their whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sum {
    /// They cannot make it, or are more than it.
    Off,
    /// What is printed is another amount, and rounding may be why.
    Unsure,
}

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for said in sheet.figures().iter().filter(|said| !is_each_alone(&said.passage)) {
        let parts = in_sentence(said.sentence, &said.figures).filter(|it| are_single(said.sentence, it));
        let off = parts.and_then(|parts| Some((judged(&parts)?, parts)));
        found.extend(off.map(|(sum, parts)| tell(sheet.document, &said.passage, said.sentence, &parts, sum)));
    }
    for it in sheet.numbered().iter().filter(|it| it.counts.len() > 2 && !is_each_alone(&it.passage)) {
        let parts = of_counts(it.sentence, &it.counts).or_else(|| after_colon(it.sentence, &it.counts));
        let parts = parts.filter(|parts| are_single(it.sentence, parts));
        let off = parts.and_then(|parts| Some((judged(&parts)?, parts)));
        found.extend(off.map(|(sum, parts)| tell(sheet.document, &it.passage, it.sentence, &parts, sum)));
    }
    found.extend(of_totals(sheet));
    for (now, before) in in_turn(sheet.numbered()) {
        let off = parts_listed::off(now, before).or_else(|| parts_listed::complement(now));
        for off in [off, remainders::off(now, before)].into_iter().flatten() {
            let new = tell_off(sheet.document, &off);
            if !found.iter().any(|own| own.at == new.at) {
                found.push(new);
            }
        }
    }
    let opening: Vec<Span> = sheet
        .figures()
        .iter()
        .filter(|said| opens(said.passage.text))
        .map(|said| said.passage.span)
        .collect();
    // Few documents have such a list at all.
    let passages = if opening.is_empty() { Vec::new() } else { passages(sheet.document) };
    for (index, passage) in passages.iter().enumerate().filter(|(_, it)| opening.contains(&it.span)) {
        let off = below(passage, &passages[index + 1..]).and_then(|parts| Some((judged(&parts)?, parts)));
        found.extend(off.map(|(sum, parts)| tell(sheet.document, passage, passage.text, &parts, sum)));
    }
    found
}

/// "Grupperna räknas var för sig": the same is counted in more than one of the parts.
fn is_each_alone(passage: &Passage<'_>) -> bool {
    passage.text.contains("var för sig")
}

/// Whether no part is told of each of some.
fn are_single(sentence: &str, parts: &Parts) -> bool {
    !parts.parts.iter().any(|part| is_each(sentence, part))
}

/// Totals whose parts stand before them, or in the sentence after.
fn of_totals(sheet: &Sheet<'_>) -> Vec<Finding> {
    let all = sheet.figures();
    let mut found = Vec::new();
    let mut add = |(passage, text, list): (&Passage<'_>, &str, &str), total: Option<Total>| {
        let parts = total.map(|(whole, parts)| Parts { whole, parts, are_all: true, reach: 2 });
        let Some(parts) = parts else { return };
        let off = judged(&parts).map(|sum| tell(sheet.document, passage, text, &parts, sum));
        let at = place::at(sheet.document, locate(sheet.document, passage.span, list));
        found.extend(
            off.map(|off| Finding { also_at: if list == text { Vec::new() } else { vec![at] }, ..off }),
        );
    };
    for (said, before) in sheet.figures_in_turn() {
        add((&said.passage, said.sentence, said.sentence), totals_in_words::total_last(said));
        if let Some(total) = totals_in_words::with_rest(said) {
            let opening = sentences(said.passage.text).first().copied().unwrap_or_default();
            add((&said.passage, opening, said.sentence), Some(total));
        }
        if let Some(before) = before {
            let total = totals_in_words::listed_next(said, before);
            add((&said.passage, before.sentence, said.sentence), total);
            add((&said.passage, said.sentence, before.sentence), totals_in_words::total_next(said, before));
            add((&said.passage, before.sentence, said.sentence), totals_in_words::counted_next(said, before));
        }
    }
    let opens = |said: &&Said<'_>| {
        ["Tillsammans", "Sammanlagt", "Totalt"].iter().any(|it| said.sentence.starts_with(it))
    };
    let opening: Vec<Span> = all.iter().filter(opens).map(|said| said.passage.span).collect();
    let passages = if opening.is_empty() { Vec::new() } else { passages(sheet.document) };
    for (index, passage) in passages.iter().enumerate().filter(|(_, it)| opening.contains(&it.span)) {
        let total = totals_in_words::total_of_items(passage, &passages[..index]);
        add((passage, passage.text, passage.text), total);
    }
    found
}

/// In kronor, or as many as there are.
fn amount(found: &Found) -> Option<Interval> {
    if found.quantity.unit == Unit::None {
        let exactly = Interval::exactly(found.quantity.value());
        return Some(if found.hedge == Hedge::Exact {
            exactly
        } else {
            found.quantity.interval_hedged(found.hedge)
        });
    }
    Some(found.quantity.interval_hedged(found.hedge).times(found.quantity.unit.kronor()?))
}

fn value(found: &Found) -> Fixed {
    found.quantity.value().times(found.quantity.unit.kronor().unwrap_or(1))
}

/// What is wrong with the parts of a whole, where something is.
fn judged(parts: &Parts) -> Option<Sum> {
    let whole = amount(&parts.whole)?;
    let each = parts.parts.iter().map(amount).collect::<Option<Vec<_>>>()?;
    let all = || parts.parts.iter().chain([&parts.whole]);
    if parts.parts.iter().any(|it| it.quantity.mantissa < 0) {
        return signed(parts, &whole, each.into_iter().sum());
    }
    if each.len() < 2 || all().any(|it| it.quantity.mantissa <= 0) {
        return None;
    }
    let sum: Interval = each.into_iter().sum();
    let printed = parts.parts.iter().map(value).fold(Fixed::ZERO, |sum, part| sum + part);
    let short = value(&parts.whole) - printed;
    let near = short.abs().times(50) < value(&parts.whole);
    // A list of which most is missing, or far too much is there, was not read as it is meant.
    if short.abs().times(parts.reach) > value(&parts.whole) {
        return None;
    }
    let exact = all().all(|it| it.hedge == Hedge::Exact);
    match (sum.meets(&whole), parts.are_all) {
        (false, true) => Some(Sum::Off),
        (false, false) if short.is_negative() => Some(Sum::Off),
        (false, false) if near => Some(Sum::Unsure),
        (true, true) if exact && short != Fixed::ZERO => Some(Sum::Unsure),
        _ => None,
    }
}

/// Parts of which some are below nought: their sum has its sign too.
fn signed(parts: &Parts, whole: &Interval, sum: Interval) -> Option<Sum> {
    let exact = parts.parts.iter().chain([&parts.whole]).all(|it| it.hedge == Hedge::Exact);
    let printed = parts.parts.iter().map(value).fold(Fixed::ZERO, |sum, part| sum + part);
    let turned = value(&parts.whole).abs() == printed.abs();
    let near = (value(&parts.whole) - printed).abs().times(3) < printed.abs();
    (parts.are_all && exact && !sum.meets(whole) && (turned || near)).then_some(Sum::Off)
}

/// What the parts make, as the whole is printed or as exactly as the finest part.
fn sum(parts: &Parts) -> Quantity {
    let unit = parts.whole.quantity.unit.clone();
    let printed = parts.parts.iter().map(value).fold(Fixed::ZERO, |sum, part| sum + part);
    let own = |found: &&Found| found.quantity.unit == unit;
    let decimals = parts.parts.iter().chain([&parts.whole]).filter(own).map(|it| it.quantity.decimals);
    let decimals = decimals.max().unwrap_or(0);
    let value = printed.divided_down(unit.kronor().unwrap_or(1));
    Quantity::new(value.rounded(decimals), decimals, unit)
}

fn tell(document: &Document, passage: &Passage<'_>, text: &str, parts: &Parts, off: Sum) -> Finding {
    let said = &text[parts.whole.range.clone()];
    let span = locate(document, locate(document, passage.span, text), said);
    let (severity, confidence_percent) = match off {
        Sum::Off => (Severity::Warning, 85),
        Sum::Unsure => (Severity::Note, 60),
    };
    Finding {
        severity,
        confidence_percent,
        found: verbatim(said),
        expected: Message::new("rule-parts-in-words-off-expected").with("sum", quantity(&sum(parts))),
        advice: Message::new("rule-parts-in-words-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-parts-in-words-off-says"))
    }
}

fn tell_off(document: &Document, off: &Off<'_, '_>) -> Finding {
    let sentence = off.said.sentence;
    let from = locate(
        document,
        locate(document, off.said.passage.span, sentence),
        &sentence[off.found.range.start..],
    );
    let said = &sentence[off.found.range.clone()];
    Finding {
        confidence_percent: 80,
        found: verbatim(said),
        expected: verbatim(quantity(&off.right)),
        advice: Message::new("rule-parts-in-words-off-try"),
        ..RULE.about.finding(
            place::at(document, locate(document, from, said)),
            Message::new("rule-parts-in-words-off-says"),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::in_words::counts;
    use uppsikt_text::prose::figures;

    fn of(sentence: &str) -> Option<Sum> {
        let counted = || of_counts(sentence, &counts(sentence));
        judged(&in_sentence(sentence, &figures(sentence)).or_else(counted)?)
    }

    #[test]
    fn parts_make_their_whole() {
        for right in [
            "Ramen stärks med 7,5 mkr avseende 3,5 mkr för hyror, 2,5 mkr för löner och 1,5 mkr för el.",
            "Nämnden avsätter 12 mkr, fördelat på 8 mkr till vägar och 4 mkr till parker.",
            "Bidraget är 242,6 mkr, varav drift tar 52,1 mkr och lokaler 190,5 mkr.",
            "Bidraget är 20 mkr, varav 3 mkr är nya och 2 mkr gäller ett år.",
            "Ramen är 20 mkr, varav 15 mkr är löner, en ökning med 2 mkr.",
            "Underskottet är 3 mkr, varav 5 mkr är kostnader och 1 mkr intäkter.",
            "Nämnden avsätter cirka 12 mkr, fördelat på 8 mkr till vägar och 3,5 mkr till parker.",
            "Avsatt är 900 tkr, fördelat på 0,5 mkr till vägar och 400 tkr till parker.",
            "Det finns 480 platser, fördelade på 200 i norr, 150 i söder och 130 i öster.",
            "Det finns 12 enheter, fördelade på 3 områden och 7 orter.",
        ] {
            assert_eq!(of(right), None, "{right}");
        }
    }

    #[test]
    fn parts_that_do_not_are_told() {
        for wrong in [
            "Ramen stärks med 7,5 mkr avseende 3,5 mkr för hyror, 2,5 mkr för löner och 1,9 mkr för el.",
            "Nämnden avsätter 12,0 mkr, fördelat på 8,0 mkr till vägar och 4,5 mkr till parker.",
            "Bidraget är 242,6 mkr, varav drift tar 62,1 mkr och lokaler 190,5 mkr.",
            "Avsatt är 900 tkr, fördelat på 600 tkr till vägar och 400 tkr till parker.",
            "Det finns 480 platser, fördelade på 200 i norr, 150 i söder och 120 i öster.",
        ] {
            assert_eq!(of(wrong), Some(Sum::Off), "{wrong}");
        }
    }

    #[test]
    fn rounding_makes_a_sum_unsure() {
        let whole = "Ramen stärks med 9,2 mkr avseende 4 mkr för hyror, 3 mkr för löner och 2,1 mkr för el.";
        assert_eq!(of(whole), Some(Sum::Unsure));
        let short = "Bidraget är 242,6 mkr, varav drift tar 52,1 mkr och lokaler 190,1 mkr.";
        assert_eq!(of(short), Some(Sum::Unsure));
    }
}
