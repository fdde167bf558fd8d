//! "35,4 mkr, 2,7 procent": a percentage that the amount beside it is not.

use crate::given_otherwise::{is_given, share};
use crate::in_words::{counts, way};
use crate::place;
use crate::prose::{Said, locate, words};
use crate::rule::Rule;
use crate::seen::{Seen, Sheet};
use crate::shares::in_sentence;
use crate::told::beside::{Base, Beside, beside};
use uppsikt_domain::document::Document;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::place::Span;
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::format::quantity;
use uppsikt_text::prose::Found;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "percent-of-amount-off",
        code: "ARI-017",
        family: Family::Arithmetic,
        severity: Severity::Warning,
        rests_on: "Räkning: en procentsats är beloppet genom det som det är en del av.",
        page_sv: include_str!("percent_of_amount_off.sv.md"),
        page_en: include_str!("percent_of_amount_off.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    picture.sheets().iter().flat_map(of_document).collect()
}

fn of_document(sheet: &Sheet<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    for (said, before) in sheet.figures_in_turn() {
        if !said.figures.iter().any(|figure| figure.quantity.unit == Unit::Percent) {
            continue;
        }
        let before: &[Found] = before.map_or(&[], |before| &before.figures);
        let told = || in_sentence(said.sentence, &counts(said.sentence)).map(|it| it.printed.range());
        for pair in beside(sheet.context(), said, before) {
            // A share of two amounts is told by itself, and one of an amount that stands near is right.
            let near = is_given(said.sentence, pair.percent, &said.figures, None)
                || said
                    .figures
                    .iter()
                    .chain(before)
                    .any(|it| is_share_of(&pair, it) || is_of_other(&pair, it));
            let off = off(&pair).filter(|_| !near && told().as_ref() != Some(&pair.percent.range));
            match off {
                Some((right, base)) => found.push(tell(sheet.document, said, &pair, &right, base)),
                None => found.extend(
                    amount_off(said, &pair).map(|off| tell_amount(sheet.document, said, &pair, &off)),
                ),
            }
        }
    }
    found
}

fn kronor(found: &Found) -> Option<Interval> {
    Some(found.quantity.interval_hedged(found.hedge).times(found.quantity.unit.kronor()?).size())
}

/// Whether the percentage is what its amount is of a figure.
fn is_share_of(pair: &Beside<'_>, whole: &Found) -> bool {
    let amounts = kronor(pair.amount).zip(kronor(whole));
    amounts.is_some_and(|(amount, whole)| is_said(pair, &amount, &whole))
}

/// Whether the percentage is what a figure is of its amount, or how far one of them is from the other: "5,2 mkr av
/// årets 24 mkr (22 procent)", "24,0 mkr, 20 procent under kalkylen på 30,0 mkr".
fn is_of_other(pair: &Beside<'_>, other: &Found) -> bool {
    if std::ptr::eq(pair.amount, other) {
        return false;
    }
    let amounts = kronor(pair.amount).zip(kronor(other));
    amounts.is_some_and(|(amount, other)| {
        let apart = amount.minus(&other).size();
        is_said(pair, &other, &amount) || is_said(pair, &apart, &other) || is_said(pair, &apart, &amount)
    })
}

/// Whether the percentage is what one amount is of another.
fn is_said(pair: &Beside<'_>, amount: &Interval, whole: &Interval) -> bool {
    let said = pair.percent.quantity.interval_hedged(pair.percent.hedge).size();
    share(amount, whole).is_some_and(|possible| possible.meets(&said))
}

/// The percentage that an amount is of the one thing that makes the printed one a slip.
fn off<'p>(pair: &'p Beside<'_>) -> Option<(Quantity, &'p Base)> {
    let printed = &pair.percent.quantity;
    let amount = pair.amount.quantity.interval_hedged(pair.amount.hedge);
    let amount = amount.times(pair.amount.quantity.unit.kronor()?).size();
    let said = printed.interval_hedged(pair.percent.hedge).size();
    let possible = |base: &Base| share(&amount, &base.kronor);
    if pair.bases.iter().filter_map(possible).any(|share| share.meets(&said)) {
        return None;
    }
    let right = |base: &'p Base| {
        let middle = middle(&share(&amount, &base.kronor)?)?;
        let right = Quantity::new(middle.rounded(printed.decimals), printed.decimals, Unit::Percent);
        Some((right, base))
    };
    let rights = || pair.bases.iter().filter_map(right);
    if pair.is_said {
        // A part is no more than its whole: what gives more is not what the sentence means.
        let hundred = Fixed::from_decimal(100, 0);
        let value = |it: &Quantity| Fixed::from_decimal(it.mantissa.abs(), it.decimals);
        return rights().next().filter(|(right, _)| value(right) <= hundred || value(printed) > hundred);
    }
    // What the sentences say goes before what a row has.
    let in_text = rights().filter(|(_, base)| base.cell.is_none());
    only_slip(in_text, printed).or_else(|| only_slip(rights(), printed))
}

/// What two cells are apart, where the percentage is of that and the amount told as a change is not:
/// "ökar med 15,3 mkr eller 3,4 procent" of a row that grows by 13,3 mkr.
fn amount_off(said: &Said<'_>, pair: &Beside<'_>) -> Option<(Fixed, [Span; 2])> {
    let before = words(&said.sentence[..pair.amount.range.start]);
    let changes = before.iter().rev().take(3).any(|word| way(word).is_some());
    if !changes || pair.percent.quantity.decimals == 0 || pair.amount.hedge != Hedge::Exact {
        return None;
    }
    let amount = pair.amount.quantity.interval_kronor()?.size();
    let printed = pair.percent.quantity.interval_hedged(pair.percent.hedge).size();
    let cells: Vec<(&Interval, Span)> =
        pair.bases.iter().filter_map(|it| Some((&it.kronor, it.cell?))).collect();
    let apart =
        cells.iter().enumerate().flat_map(|(at, one)| cells[at + 1..].iter().map(move |it| (one, it)));
    let mut told = apart.filter(|(one, other)| {
        let difference = one.0.minus(other.0).size();
        [one.0, other.0].iter().any(|base| share(&difference, base).is_some_and(|it| it.meets(&printed)))
    });
    let (one, other) = told.next().filter(|_| told.next().is_none())?;
    let difference = one.0.minus(other.0).size();
    let (own, right) = (middle(&amount)?, middle(&difference)?);
    let near = own < right.times(2) && right < own.times(2);
    (near && !amount.meets(&difference)).then_some((right, [one.1, other.1]))
}

/// The only one of some percentages that makes the printed one a slip: two different ones tell nothing.
fn only_slip<'p>(
    rights: impl Iterator<Item = (Quantity, &'p Base)>,
    printed: &Quantity,
) -> Option<(Quantity, &'p Base)> {
    let mut slips = rights.filter(|(right, _)| is_slip(printed.mantissa.abs(), right.mantissa));
    let first = slips.next()?;
    slips.all(|(other, _)| other == first.0).then_some(first)
}

fn middle(share: &Interval) -> Option<Fixed> {
    Some((share.low? + share.high?).divided_down(2))
}

/// One digit, or two that changed places.
fn is_slip(printed: i64, right: i64) -> bool {
    let (ours, theirs) = (printed.to_string().into_bytes(), right.to_string().into_bytes());
    let apart: Vec<usize> = (0..ours.len().min(theirs.len())).filter(|at| ours[*at] != theirs[*at]).collect();
    ours.len() == theirs.len()
        && ours.len() > 1
        && match apart.as_slice() {
            [_] => true,
            [a, b] => ours[*a] == theirs[*b] && ours[*b] == theirs[*a],
            _ => false,
        }
}

fn tell(document: &Document, said: &Said<'_>, pair: &Beside<'_>, right: &Quantity, base: &Base) -> Finding {
    let printed = &said.sentence[pair.percent.range.clone()];
    let span = locate(document, locate(document, said.passage.span, said.sentence), printed);
    Finding {
        confidence_percent: if pair.is_said { 90 } else { 78 },
        also_at: base.cell.map(|span| place::at(document, span)).into_iter().collect(),
        found: verbatim(printed),
        expected: verbatim(quantity(right)),
        advice: Message::new("rule-percent-of-amount-off-try"),
        ..RULE.about.finding(place::at(document, span), Message::new("rule-percent-of-amount-off-says"))
    }
}

fn tell_amount(
    document: &Document,
    said: &Said<'_>,
    pair: &Beside<'_>,
    (right, cells): &(Fixed, [Span; 2]),
) -> Finding {
    let printed = &said.sentence[pair.amount.range.clone()];
    let span = locate(document, locate(document, said.passage.span, said.sentence), printed);
    let own = &pair.amount.quantity;
    let value = right.divided_down(own.unit.kronor().unwrap_or(1)).rounded(own.decimals);
    Finding {
        confidence_percent: 80,
        also_at: cells.iter().map(|cell| place::at(document, *cell)).collect(),
        found: verbatim(printed),
        expected: verbatim(quantity(&Quantity::new(value, own.decimals, own.unit.clone()))),
        advice: Message::new("rule-percent-of-amount-off-try-amount"),
        ..RULE
            .about
            .finding(place::at(document, span), Message::new("rule-percent-of-amount-off-says-amount"))
    }
}
