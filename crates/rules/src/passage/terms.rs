//! The figures of a passage: of what kind each is, and what the words around it say that it is to the others.

use super::cues;
use super::known;
use crate::fractions::fraction;
use crate::in_words::counts;
use crate::lines;
use crate::prose::words;
use std::ops::Range;
use uppsikt_domain::interval::{Fixed, Interval};
use uppsikt_domain::quantity::{Hedge, Quantity, Unit};
use uppsikt_text::case::Lower;
use uppsikt_text::number_word;
use uppsikt_text::prose::Found;

/// What a figure is of: only those of one kind can be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Money.
    Money,
    /// Per cent.
    Percent,
    /// Differences of percentages.
    Points,
    /// Anything that is counted or measured.
    Count,
}

/// What a figure is told to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// How far something is from something: "en ökning med", "fler än", "återstår".
    Apart,
    /// All of some: "totalt".
    Total,
    /// The mean of some.
    Mean,
    /// Any level, part or count.
    Level,
}

/// A figure.
#[derive(Debug, Clone)]
pub struct Term<'t> {
    /// The place of its sentence in the passage.
    pub at: usize,
    /// Its sentence.
    pub sentence: &'t str,
    /// The figure.
    pub found: Found,
    /// Of what kind.
    pub kind: Kind,
    /// What it is told to be.
    pub role: Role,
    /// Whether it is for each of some: "per elev", "i månaden".
    pub each: bool,
    /// Whether the sentence says of it that it follows from what was said: "alltså".
    pub thus: bool,
    /// The words since the figure before it.
    pub slice: &'t str,
    /// Whether it is a share in words.
    pub words: bool,
    /// The words of its clause before it.
    pub lead: &'t str,
    /// The words of its clause after it.
    pub tail: &'t str,
}

impl Term<'_> {
    /// The figure in kronor, or as many as there are.
    pub fn value(&self) -> Fixed {
        self.found.quantity.value().times(self.scale())
    }

    /// The same with other digits, as sure as it is printed.
    pub fn hedged(&self, mantissa: i64) -> Interval {
        self.interval_of(mantissa, self.found.hedge)
    }

    /// The true values that it can stand for.
    pub fn interval(&self) -> Interval {
        self.interval_of(self.found.quantity.mantissa, self.found.hedge)
    }

    fn interval_of(&self, mantissa: i64, hedge: Hedge) -> Interval {
        let own = &self.found.quantity;
        let quantity = Quantity::new(mantissa, own.decimals, own.unit.clone());
        let even = if own.decimals == 0 { zeros(mantissa) } else { 0 };
        let exact = quantity.interval_hedged(hedge);
        let wide = match (self.kind, even) {
            (Kind::Count, 0 | 1) if own.decimals == 0 && hedge == Hedge::Exact => {
                Interval::exactly(quantity.value())
            }
            (Kind::Count | Kind::Money, 2..) => {
                exact.widened(Fixed::whole(10_i64.pow(even.min(9))).divided_down(2))
            }
            _ => exact,
        };
        wide.times(self.scale())
    }

    fn scale(&self) -> i64 {
        self.found.quantity.unit.kronor().unwrap_or(1)
    }

    /// A value in kronor, as this figure is printed.
    pub fn printed_as(&self, value: Fixed) -> Quantity {
        let own = &self.found.quantity;
        let in_unit = value.divided_down(self.scale());
        Quantity::new(in_unit.rounded(own.decimals), own.decimals, own.unit.clone())
    }

    /// How many digits it has.
    pub fn digits(&self) -> usize {
        self.found.quantity.mantissa.unsigned_abs().to_string().trim_end_matches('0').len()
    }

    /// Whether it can be a level or part that others are reckoned from.
    pub fn is_firm(&self) -> bool {
        matches!(self.found.hedge, Hedge::Exact | Hedge::About)
    }

    /// What it counts, where that is told right after it.
    pub fn nouns(&self) -> Vec<String> {
        let rest = &self.sentence[self.found.range.end..];
        let rest = rest.split([',', '.', ';', ':', '(', ')']).next().unwrap_or_default();
        words(rest)
            .into_iter()
            .take_while(|word| !crate::light::is_light(word) && !cues::is_comparing(word))
            .take(3)
            .collect()
    }

    /// Whether two count the same, as far as they tell.
    pub fn is_like(&self, other: &Term<'_>) -> bool {
        if self.kind != Kind::Count || other.kind != Kind::Count {
            return true;
        }
        let (own, theirs) = (self.nouns(), other.nouns());
        own.is_empty()
            || theirs.is_empty()
            || own.iter().any(|one| theirs.iter().any(|it| known::is_akin(one, it)))
    }
}

fn zeros(mantissa: i64) -> u32 {
    let printed = mantissa.unsigned_abs().to_string();
    u32::try_from(printed.len() - printed.trim_end_matches('0').len()).unwrap_or(0)
}

/// The figures of a sentence.
pub fn terms(at: usize, sentence: &str) -> Vec<Term<'_>> {
    let mut all = counts(sentence);
    all.extend(in_letters(sentence, &all));
    let share = fraction(sentence).map(|it| {
        let quantity = Quantity::new(it.share, 2, Unit::Percent);
        Found { range: it.range, quantity, hedge: Hedge::About }
    });
    let told = share.as_ref().map(|it| it.range.clone());
    all.retain(|it| {
        told.as_ref().is_none_or(|share| it.range.end <= share.start || share.end <= it.range.start)
    });
    all.extend(share);
    all.sort_by_key(|it| it.range.start);
    all.retain(|found| !is_name(sentence, found));
    for at in (1..all.len()).rev() {
        let (unit, before) = (all[at].quantity.unit.clone(), &all[at - 1]);
        let joint = sentence[before.range.end..all[at].range.start].trim();
        let shared = before.quantity.unit == Unit::None
            && unit != Unit::None
            && before.quantity.decimals == all[at].quantity.decimals;
        if shared && ["till", "och", "respektive"].contains(&joint) && before.quantity.decimals > 0 {
            all[at - 1].quantity.unit = unit;
        }
    }
    let ranges: Vec<Range<usize>> = all.iter().map(|it| it.range.clone()).collect();
    let numbered = all.into_iter().enumerate();
    numbered
        .map(|(index, found)| {
            let from = index.checked_sub(1).map_or(0, |before| ranges[before].end);
            let until = ranges.get(index + 1).map_or(sentence.len(), |next| next.start);
            let words = told.as_ref() == Some(&found.range);
            Term { words, ..term(at, sentence, found, (from, until)) }
        })
        .collect()
}

fn term(at: usize, sentence: &str, found: Found, (from, until): (usize, usize)) -> Term<'_> {
    let slice = &sentence[from..found.range.start];
    let lead = cues::lead(slice, from == 0);
    let tail = cues::tail(&sentence[found.range.end..until]);
    let kind = kind(sentence, &found);
    let apposed =
        crate::in_words::without_hedge(lead).is_empty().then(|| slice.trim_end().strip_suffix(',')).flatten();
    let lead = apposed.map_or(lead, |before| cues::lead(before, from == 0));
    let role = cues::role(sentence, &found, (slice, lead));
    let each = cues::is_each(&sentence[..found.range.start], tail);
    let thus = cues::is_thus(lead);
    Term { at, sentence, found, kind, role, each, thus, slice, lead, tail, words: false }
}

fn kind(sentence: &str, found: &Found) -> Kind {
    let after = sentence[found.range.end..].trim_start();
    let points = after.starts_with("procentenhet") || after.starts_with("enhet");
    match &found.quantity.unit {
        unit if unit.is_money() => Kind::Money,
        Unit::Percent if after.starts_with("enhet") && sentence[found.range.end..].starts_with('e') => {
            Kind::Points
        }
        Unit::Percent => Kind::Percent,
        _ if points => Kind::Points,
        _ => Kind::Count,
    }
}

/// "sju dagar": numbers in letters, and those of them that are percentages.
fn in_letters(sentence: &str, counts: &[Found]) -> Vec<Found> {
    let told = lines::words(sentence);
    let mut found = Vec::new();
    for (at, (range, word)) in told.iter().enumerate() {
        if word.len() > 12 || !word.chars().all(char::is_alphabetic) {
            continue;
        }
        let Some(number) = number_word::parse(word).filter(|number| *number > 1) else { continue };
        let next = told.get(at + 1).map_or("", |(_, next)| next);
        let percent = next.trim_end_matches([',', '.']) == "procent";
        let range = if percent { range.start..told[at + 1].0.start + "procent".len() } else { range.clone() };
        let unit = if percent { Unit::Percent } else { Unit::None };
        let quantity = Quantity::new(i64::from(number), 0, unit);
        if !counts.iter().any(|it| it.range.start < range.end && range.start < it.range.end) {
            found.push(Found { range, quantity, hedge: Hedge::Exact });
        }
    }
    found
}

/// Words before a number that is a part of what something is called.
const NAMED: [&str; 20] = [
    "årskurs", "åk", "kapitel", "avsnitt", "tabell", "diagram", "figur", "sida", "sidan", "nr", "punkt",
    "bilaga", "klass", "kvartal", "etapp", "paragraf", "§", "klockan", "kl", "agenda",
];

/// "årskurs 6", "13–15 år", "70 år": the number is a part of what something is called.
fn is_name(sentence: &str, found: &Found) -> bool {
    let dash = |c: char| c == '\u{2013}' || c == '-' || c == '/' || c == '\u{2212}';
    let (before, after) = (&sentence[..found.range.start], &sentence[found.range.end..]);
    let bare = found.quantity.unit == Unit::None;
    let last = before.split_whitespace().next_back().unwrap_or_default().lower();
    let next = after.split_whitespace().next().unwrap_or_default().lower();
    let next = next.trim_matches(|c: char| !c.is_alphabetic());
    let scaled = [
        "tusen",
        "hundra",
        "miljon",
        "miljard",
        "år",
        "åring",
        "tiotal",
        "gånger",
        "tredjedel",
        "fjärdedel",
        "femtedel",
        "tiondel",
    ];
    let scaled = scaled
        .iter()
        .any(|stem| next.starts_with(stem) && !next.starts_with("årsarb") && !next.starts_with("årsplats"));
    let heading = found.quantity.mantissa < 100
        && (after.starts_with(':') || last == "mål" && after.trim_start().starts_with(dash));
    bare && (heading
        || before.ends_with(dash)
        || after.starts_with(dash)
        || NAMED.contains(&last.as_str())
        || scaled)
}
