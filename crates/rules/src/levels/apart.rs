//! Levels that are told one by one, each with its time, and the change between them: "2024 var 240
//! elever inskrivna. 2025 var de 265, en ökning med 25".

use super::joint::{self, joint};
use super::{Change, by, pair};
use crate::in_words::Direction;
use crate::light::{first_new, is_comparing};
use crate::numbered::Numbered;
use crate::prose::words;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::prose::Found;

/// When a level is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    /// A year.
    Year(i32),
    /// The year before this.
    LastYear,
    /// Now, or this year.
    Now,
}

/// A number with the words that are told of it alone.
struct Level<'n> {
    sentence: &'n str,
    found: &'n Found,
    own: Vec<String>,
    is_last: bool,
}

/// What parts the words of one level from those of the next.
const PARTS: [&str; 12] =
    [",", ";", ".", ":", "(", "\u{2013}", " och ", " medan ", " men ", " mot ", " jämfört ", " samt "];

/// Parts of words, one of which stands in every sentence that tells of a change.
const TELLS: [&str; 14] = [
    "ökn",
    "minskn",
    "höjn",
    "sänkn",
    "ökat",
    "ökar",
    "minskat",
    "minskar",
    "skillnad",
    "förändr",
    "motsvar",
    "uppgång",
    "nedgång",
    "ttring",
];

/// The change that is told of two levels with their times, right after them.
pub fn changes(now: &Numbered<'_>, before: Option<&Numbered<'_>>) -> Vec<Change> {
    let count = now.counts.len() + before.map_or(0, |before| before.counts.len());
    // Most sentences tell of no change.
    if count < 3 || !TELLS.iter().any(|word| now.sentence.contains(word)) {
        return Vec::new();
    }
    let earlier = before.into_iter().flat_map(|it| levels(it, false));
    let all: Vec<Level<'_>> = earlier.chain(levels(now, true)).collect();
    let told = all.windows(3).filter(|three| three[2].is_last);
    told.filter_map(|three| change(&three[0], &three[1], &three[2])).collect()
}

fn levels<'n>(numbered: &'n Numbered<'_>, is_last: bool) -> Vec<Level<'n>> {
    let (sentence, counts) = (numbered.sentence, &numbered.counts);
    let mut found = Vec::new();
    let mut from = 0;
    for (at, count) in counts.iter().enumerate() {
        let until = match counts.get(at + 1) {
            Some(next) => {
                count.range.end + parted(sentence.get(count.range.end..next.range.start).unwrap_or_default())
            }
            None => sentence.len(),
        };
        let own = [&sentence[from..count.range.start], &sentence[count.range.end..until]].concat();
        found.push(Level { sentence, found: count, own: words(&own), is_last });
        from = until;
    }
    found
}

fn parted(between: &str) -> usize {
    PARTS.iter().filter_map(|part| between.find(part)).min().unwrap_or(0)
}

fn change(one: &Level<'_>, other: &Level<'_>, amount: &Level<'_>) -> Option<Change> {
    let (first, second) = (time(&one.own)?, time(&other.own)?);
    let told: Vec<String> = other.own.iter().filter(|word| !is_time(word)).cloned().collect();
    if first == second || first_new(&told, &words(one.sentence)).is_some() {
        return None;
    }
    let direction = told_of(other, amount)?;
    let (from, to) = if first < second { (one, other) } else { (other, one) };
    let levels = pair(from.found, to.found)?;
    let levels = crate::in_words::FromTo { direction, ..levels };
    let change = Change { levels, by: by(amount.sentence, amount.found) };
    is_near(&change).then_some(change)
}

/// Whether an amount is told of the level before it and the one before that, and which way it says.
fn told_of(level: &Level<'_>, amount: &Level<'_>) -> Option<Option<Direction>> {
    if std::ptr::eq(level.sentence, amount.sentence) {
        return joint(level.sentence, level.found, amount.found).map(|joint| joint.direction);
    }
    joint::in_next((level.sentence, level.found), (amount.sentence, amount.found))
}

/// The one time that words name.
fn time(own: &[String]) -> Option<Time> {
    let year = |word: &String| {
        let year = word.parse::<i32>().ok().filter(|year| word.len() == 4 && (1990..2100).contains(year));
        year.map(Time::Year)
    };
    let single = own.iter().filter_map(|word| match word.as_str() {
        "nu" | "idag" | "årets" | "innevarande" => Some(Time::Now),
        "fjol" | "fjolåret" | "fjolårets" | "förra" | "föregående" => Some(Time::LastYear),
        _ => year(word),
    });
    let this = own.windows(2).filter(|two| two[0] == "i" && ["år", "dag"].contains(&two[1].as_str()));
    let mut all: Vec<Time> = single.chain(this.map(|_| Time::Now)).collect();
    all.sort_unstable();
    all.dedup();
    match all.as_slice() {
        [time] => Some(*time),
        _ => None,
    }
}

fn is_time(word: &str) -> bool {
    is_comparing(word) || word == "innevarande" || word.parse::<i32>().is_ok()
}

/// Whether a change may be what its levels give, slips aside: it is told of something else where it is far
/// from that.
fn is_near(change: &Change) -> bool {
    let value = |found: &Found| found.quantity.value().times(found.quantity.unit.kronor().unwrap_or(1));
    let (from, to) = (value(&change.levels.from), value(&change.levels.to));
    let said = value(&change.by.amount).abs();
    let relative =
        change.by.amount.quantity.unit == Unit::Percent && change.levels.to.quantity.unit != Unit::Percent;
    let right = match relative {
        true => (to - from).share_of(from).map(|share| Fixed::from_decimal(share, 2).abs()),
        false => Some((to - from).abs()),
    };
    right.is_some_and(|right| said.times(2) <= right.times(5) && right.times(2) <= said.times(5))
}
