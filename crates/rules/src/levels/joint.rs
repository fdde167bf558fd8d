//! What stands between two levels and the amount that tells how far apart they are: ", en minskning
//! med", ", vilket motsvarar", " (".

use super::against::THAN;
use super::between;
use crate::in_words::{Direction, way};
use crate::light::{first_new, is_comparing};
use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::prose::Found;

/// Words for how far apart two levels are, beside those of growing and shrinking.
const APART: [&str; 14] = [
    "förbättring",
    "försämring",
    "uppgång",
    "nedgång",
    "förändring",
    "förändringen",
    "ändring",
    "skillnad",
    "skillnaden",
    "avvikelse",
    "avvikelsen",
    "differens",
    "differensen",
    "med",
];

/// Words by which a joint begins without a mark before it.
const OPENERS: [&str; 7] = ["vilket", "motsvarande", "eller", "alltså", "dvs", "och", "det"];

/// Words that tell the same once more.
const SAME: &str = "vilket det som är motsvarar motsvarande motsvarade innebär alltså eller dvs d.v.s vill säga ger gav blir en \
    ett på om med förändring ca cirka drygt knappt nästan omkring ungefär närmare";

/// So many words at most stand between a level and the mark after it.
const PLAIN: usize = 10;

/// How an amount is told of the two levels before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// The way, where a word names it.
    pub direction: Option<Direction>,
}

/// Whether an amount tells how far apart the levels before it are, of which `to` is the last.
pub fn joint(sentence: &str, to: &Found, amount: &Found) -> Option<Joint> {
    let between = between(sentence, to, amount);
    let (rest, joint) = parted(between)?;
    let (rest, told) = (words(rest), words(joint));
    let known: Vec<String> = words(&sentence[..to.range.end]).into_iter().chain(rest.clone()).collect();
    let fits =
        rest.len() <= PLAIN && !told.iter().any(|word| is_comparing(word)) && !is_compared(sentence, amount);
    let bare = told.is_empty() && between.trim_end().ends_with('(');
    let said =
        is_change(&told) || is_again(sentence, to, amount, &told) || bare && is_signed(sentence, amount);
    (fits && said && first_new(&told, &known).is_none()).then(|| Joint { direction: direction(&told) })
}

/// Whether the first amount of a sentence tells how far apart the levels of the one before it are, of which
/// `level` is the last; and which way it says, where it does.
pub fn in_next(
    (before, level): (&str, &Found),
    (sentence, amount): (&str, &Found),
) -> Option<Option<Direction>> {
    let lead = &sentence[..amount.range.start];
    let (mut told, after) = (words(lead), &sentence[amount.range.end..]);
    let thus = told.iter().any(|word| ["därmed", "alltså", "således"].contains(&word.as_str()));
    let all = told.len();
    // "Prisfallet är därmed": a word of its own for the change that was just told.
    told.retain(|word| {
        !(thus
            && ["fallet", "ökningen", "minskningen", "höjningen", "sänkningen"]
                .iter()
                .any(|end| word.ends_with(end)))
    });
    let named = told.len() < all;
    let percent = amount.quantity.unit == Unit::Percent && level.quantity.unit != Unit::Percent;
    let again = || percent && told.iter().all(|word| is_same(word) || word == "detta") && !is_of_other(after);
    let than = || words(after).iter().take(2).any(|word| THAN.contains(&word.as_str()));
    let fits = !lead.contains(',') && all > 0 && !told.iter().any(|word| is_comparing(word));
    let same = fits && first_new(&told, &words(before)).is_none();
    (same && (named || is_change(&told) || again() || than())).then(|| direction(&told))
}

/// "en ökning med 3,1 mkr jämfört med prognosen på 94,3 mkr": the change is from another level, which follows.
fn is_compared(sentence: &str, amount: &Found) -> bool {
    let after = sentence[amount.range.end..].split(['.', ';']).next().unwrap_or_default();
    let told = words(after);
    let compared = told.iter().take(2).any(|word| is_comparing(word));
    let figured = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let is_year = |word: &String| word.parse().is_ok_and(|year: i32| (1990..2100).contains(&year));
    compared && told.iter().any(|word| figured(word) && !is_year(word))
}

/// What stands before a joint, and the joint.
fn parted(between: &str) -> Option<(&str, &str)> {
    let (rest, joint) = match between.rsplit_once([',', '(', '\u{2013}', ';']) {
        Some((rest, joint)) => (rest, joint),
        None => {
            let starts = OPENERS.iter().filter_map(|word| starts_at(between, word));
            between.split_at(starts.min()?)
        }
    };
    (!rest.contains([',', ':', ';'])).then_some((rest, joint))
}

fn starts_at(text: &str, word: &str) -> Option<usize> {
    let mut found = text.match_indices(word).map(|(at, _)| at);
    found.find(|at| text[..*at].ends_with(' ') && text[at + word.len()..].starts_with(' '))
}

/// Whether some word tells that a change follows.
fn is_change(told: &[String]) -> bool {
    told.iter().any(|word| APART.contains(&word.as_str()) || way(word).is_some())
}

/// ", vilket motsvarar 4,0 procent", " (4,0 procent)" after two levels that are no percentages.
fn is_again(sentence: &str, to: &Found, amount: &Found, told: &[String]) -> bool {
    let after = &sentence[amount.range.end..];
    let relative = amount.quantity.unit == Unit::Percent && to.quantity.unit != Unit::Percent;
    let points = to.quantity.unit == Unit::Percent && after.trim_start().starts_with("enhet");
    let same = told.iter().all(|word| is_same(word));
    let closed = !told.is_empty() || after.starts_with(')');
    (relative && !is_of_other(after) || points) && same && closed
}

/// Whether a word tells the same once more.
fn is_same(word: &str) -> bool {
    SAME.split_ascii_whitespace().any(|own| own == word)
}

/// "4 procent av budgeten": a share of something else than the first level.
fn is_of_other(after: &str) -> bool {
    words(after).first().is_some_and(|word| word == "av")
}

/// "(+12)".
fn is_signed(sentence: &str, amount: &Found) -> bool {
    sentence[amount.range.clone()].starts_with(['+', '-', '\u{2212}', '\u{2013}'])
}

/// The one way that words name.
fn direction(told: &[String]) -> Option<Direction> {
    let mut ways = told.iter().filter_map(|word| way(word));
    let first = ways.next()?;
    ways.all(|way| way == first).then_some(first)
}
