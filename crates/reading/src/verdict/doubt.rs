//! What makes a judgement uncertain: words of doubt, conditions, wishes, other years, parts of the
//! whole, and a second half ("men …") that says otherwise.

use super::{clause_start, first_status, opens_with, says};
use crate::book::{Book, folded};
use crate::headings::has_finite_verb;
use crate::style::StatusWords;
use crate::tables::tail::is_year;
use std::ops::Range;
use uppsikt_domain::assessment::Status;
use uppsikt_text::sentence;

/// A status and the words that say so.
pub(super) type Stated = (Status, Range<usize>);

/// What opens a second half of a sentence.
const HALVES: [&str; 3] = [" men ", ", dock ", " fast "];
/// How far before a word of delay its denial may stand, in words.
const NEAR: usize = 2;
/// The part that a wording is said of is among so many words after it.
const NEAR_PART: usize = 5;
/// Between a wording and its year stand so many words at most.
const BEFORE_YEAR: usize = 4;

/// What is stated once the rest of its sentence has been heard. An uncertain judgement is not stated, and
/// its wording is the whole sentence.
pub(super) fn settled(text: &str, stated: Stated, book: &Book<'_>) -> Stated {
    let whole = sentence_around(text, &stated.1);
    let heard = Heard { text, whole: whole.clone(), stated: stated.1.clone(), words: &book.style.status };
    if heard.is_uncertain(stated.0) {
        return (Status::NotStated, whole);
    }
    let (status, range) = heard.of_parts(stated);
    heard.with_second_half(status, range, book)
}

/// The sentence that a stretch of a text lies in.
fn sentence_around(text: &str, stretch: &Range<usize>) -> Range<usize> {
    let found = sentence::ranges(text).into_iter().find(|range| range.contains(&stretch.start));
    let found = found.unwrap_or(0..text.len());
    found.start..found.end.max(stretch.end)
}

/// A wording in its sentence.
struct Heard<'a> {
    text: &'a str,
    whole: Range<usize>,
    stated: Range<usize>,
    words: &'a StatusWords,
}

impl Heard<'_> {
    fn is_uncertain(&self, status: Status) -> bool {
        let asked = || {
            let rest = folded(self.after());
            [" om ", " huruvida ", " att "]
                .iter()
                .any(|word| format!("{rest} ").starts_with(word.trim_start()))
        };
        match status {
            Status::NotStated => asked(),
            Status::OffTrack => self.is_unsettled() || self.is_delay_denied(),
            _ => self.is_unsettled() || self.is_wished() || self.is_put_off(),
        }
    }

    /// The sentence up to the wording.
    fn before(&self) -> &str {
        &self.text[self.whole.start..self.stated.start]
    }

    /// The sentence after the wording.
    fn after(&self) -> &str {
        &self.text[self.stated.end..self.whole.end]
    }

    /// The clause up to the wording, and with it.
    fn clause(&self) -> (&str, &str) {
        let start = clause_start(self.text, &self.stated).max(self.whole.start).min(self.stated.start);
        (&self.text[start..self.stated.start], &self.text[start..self.stated.end])
    }

    /// What no status is stated by, however it is worded.
    fn is_unsettled(&self) -> bool {
        self.is_doubted() || self.is_conditional() || self.is_supposed() || self.is_of_before()
    }

    /// "Arbetet har tidigare gått …": how it was before is not how it is.
    fn is_of_before(&self) -> bool {
        says(self.clause().0, &self.words.past)
    }

    /// "Arbetet skulle ha gått …", "arbetet ska bedrivas …", "enligt plan skulle …": the verb over the wording
    /// tells what was or is meant to be.
    fn is_supposed(&self) -> bool {
        let words: Vec<String> = self.clause().0.split_whitespace().map(folded).collect();
        // "Kunde inte genomföras" tells how it went.
        let intent = |word: &str| word != "kunde" && self.words.intents.iter().any(|own| own == word);
        let governs = words.iter().rposition(|word| intent(word) || has_finite_verb(word));
        let opening = self.text[self.stated.clone()].split(' ').next().unwrap_or_default();
        let own = opening.ends_with('r') || has_finite_verb(opening);
        let supposed = governs
            .is_some_and(|at| intent(&words[at]) && !(own && words[..at].iter().any(|word| word == "som")));
        supposed || tells_plan(self.text, &self.stated, self.words)
    }

    /// "Tveksamt om …", "det går inte att säga om målet …".
    fn is_doubted(&self) -> bool {
        let (before, clause) = self.clause();
        says(clause, &self.words.doubts) || before.starts_with("om ") || self.asks_of_goal()
    }

    /// "… om målet …": whether the goal is reached is a question.
    fn asks_of_goal(&self) -> bool {
        let words: Vec<String> = self.before().split_whitespace().map(folded).collect();
        let asks = |at: usize| {
            let named = at.checked_sub(1).is_some_and(|before| self.is_subject(&words[before]));
            matches!(words[at].as_str(), "om" | "huruvida")
                && !named
                && words.get(at + 1).is_some_and(|next| self.is_subject(next))
        };
        (0..words.len()).any(asks)
    }

    /// Whether a word names what is judged ("målet", "kommunfullmäktigemålen").
    fn is_subject(&self, word: &str) -> bool {
        self.words.subjects.iter().any(|own| word.ends_with(own.as_str()))
    }

    /// "Om inget görs …", "… om resurser tillförs", "förutsatt att …".
    fn is_conditional(&self) -> bool {
        let sentence = &self.text[self.whole.clone()];
        says(sentence, &self.words.conditions)
            || ["om ", "utan "].iter().any(|word| folded(self.before()).starts_with(word))
                && !self.before().contains(" men ")
            || self.is_followed_by_condition()
    }

    /// An "om" right after the wording, before words and no time ("om två år").
    fn is_followed_by_condition(&self) -> bool {
        let plan = folded(&self.text[self.stated.clone()]);
        let plan = plan.rsplit(' ').next().unwrap_or_default().to_owned();
        if plan.starts_with("plan") || plan.contains("mål") {
            return false;
        }
        let rest = folded(self.after());
        let aside = ["under året ", "under perioden ", "i år ", "i tid ", "helt ", "fullt ut "];
        let rest = aside.iter().find_map(|words| rest.strip_prefix(words)).unwrap_or(&rest);
        let condition = rest.strip_prefix("om ").and_then(|rest| rest.split(' ').next());
        let counted = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) || number(word).is_some();
        condition.is_some_and(|word| !counted(word) && word != "cirka" && word != "ett")
    }

    /// "arbetar för att målet nås", "målet ska nås": what is wanted is not said to be so.
    fn is_wished(&self) -> bool {
        let before = folded(self.clause().0);
        let last = before.rsplit(' ').next().unwrap_or_default();
        if self.words.intents.iter().any(|word| word == last) {
            return true;
        }
        let sentence = folded(self.before());
        let mut parts = sentence.rmatch_indices("att ");
        let opened = parts.find(|(at, _)| *at == 0 || sentence[..*at].ends_with(' '));
        let Some((at, found)) = opened else { return false };
        let clause = &sentence[at + found.len()..];
        let told = clause.is_empty() || clause.split(' ').next().is_some_and(|word| self.is_subject(word));
        let governs = &sentence[..at];
        let affirmed = governs
            .split(' ')
            .any(|word| self.words.affirms.iter().any(|own| word.starts_with(own.as_str())));
        told && (!affirmed || governs.ends_with("för ") || governs.ends_with("så "))
    }

    /// "… uppfyllt först 2027".
    fn is_put_off(&self) -> bool {
        let rest = folded(self.after());
        let mut words = rest.split(' ');
        let first = words.next() == Some("först");
        first && words.take(BEFORE_YEAR).any(|word| is_year(word.trim_end_matches(['.', ','])))
    }

    /// "är inte försenat": what is no delay is not thereby on its way.
    fn is_delay_denied(&self) -> bool {
        let (before, _) = self.clause();
        let near: Vec<&str> = before.split_whitespace().rev().take(NEAR).collect();
        let none = |word: &str| matches!(word, "ingen" | "inget" | "inga" | "utan");
        let denies = |word: String| none(&word) || self.words.denials.contains(&word);
        near.iter().any(|word| denies(folded(word)))
    }

    /// "Hälften av målet …", "två av fyra …", "… med undantag för …": a part of the whole.
    fn of_parts(&self, (status, range): Stated) -> Stated {
        let (before, _) = self.clause();
        let inside = &self.text[range.clone()];
        let counted = is_counted_part(before) || self.is_for_part();
        let excepted = || says(self.after(), &self.words.exceptions) || says(before, &self.words.exceptions);
        let part = counted
            || says(before, &self.words.parts)
            || says(inside, &self.words.parts)
            || opens_with(self.after(), &self.words.parts);
        match status {
            Status::OnTrack if part || excepted() => (Status::PartlyOnTrack, self.whole.clone()),
            Status::OffTrack if counted => (Status::NotStated, self.whole.clone()),
            _ => (status, range),
        }
    }

    /// "… enligt plan för tre av fyra insatser".
    fn is_for_part(&self) -> bool {
        let after: Vec<&str> = self.after().split_whitespace().take(NEAR_PART).collect();
        matches!(after.first(), Some(&"för" | &"i")) && is_counted_part(&after.join(" "))
    }

    /// "… i fas, men målet uppnås inte": the half that speaks of the goal decides; where neither does, what
    /// is said is both.
    fn with_second_half(&self, status: Status, range: Range<usize>, book: &Book<'_>) -> Stated {
        let after = self.after();
        let Some(half) = second_half(after) else { return (status, range) };
        let whole = self.whole.clone();
        let first = self.before().split_whitespace().chain(self.text[range.clone()].split_whitespace());
        let goal_first = first.map(folded).any(|word| self.is_goal(&word));
        let goal_half = half.split_whitespace().take(NEAR + 1).map(folded).any(|word| self.is_goal(&word));
        let elided = half.split(' ').next().is_some_and(has_finite_verb);
        let Some((other, _)) = first_status(half, book) else {
            let taken_back = elided && says(half, &self.words.denials) && status == Status::OnTrack;
            return if taken_back { (Status::OffTrack, whole) } else { (status, range) };
        };
        let later = says(half, &self.words.later);
        match (status, other) {
            (ours, theirs) if ours == theirs || later => (status, range),
            (_, theirs) if goal_half && !goal_first => (theirs, whole),
            (Status::OnTrack, Status::OffTrack | Status::PartlyOnTrack) if !goal_half && !elided => {
                (Status::PartlyOnTrack, whole)
            }
            (Status::PartlyOnTrack, _) if !goal_half => (status, range),
            (Status::OffTrack, _) if !goal_half && goal_first && !elided && !opens_bare(half) => {
                (status, range)
            }
            _ => (Status::NotStated, whole),
        }
    }

    fn is_goal(&self, word: &str) -> bool {
        word.ends_with("målet") || word.ends_with("målen")
    }
}

/// "Enligt plan skulle …": what the plan told, at the beginning of a clause.
pub(super) fn tells_plan(text: &str, stated: &Range<usize>, words: &StatusWords) -> bool {
    let first = text[clause_start(text, stated).min(stated.start)..stated.start].trim().is_empty();
    let plan = folded(&text[stated.clone()]).starts_with("enligt ");
    let verb = folded(text[stated.end..].trim_start().split(' ').next().unwrap_or_default());
    first && plan && words.intents.contains(&verb)
}

/// The words after a "men", up to the next one.
fn second_half(after: &str) -> Option<&str> {
    let opened = HALVES.iter().filter_map(|word| after.find(word).map(|at| at + word.len())).min()?;
    let half = &after[opened..];
    let end = HALVES.iter().filter_map(|word| half.find(word)).min().unwrap_or(half.len());
    Some(half[..end].trim_end())
}

/// "men i fas": a half without a subject of its own.
fn opens_bare(half: &str) -> bool {
    !has_finite_verb(half) && half.split(' ').count() <= NEAR + 1
}

/// "två av fyra", "3 av 5": fewer than all.
fn is_counted_part(before: &str) -> bool {
    let words: Vec<String> = before.split_whitespace().map(folded).collect();
    words.windows(3).any(|three| {
        let (some, all) = (number(&three[0]), number(&three[2]));
        three[1] == "av" && some.is_some_and(|some| all.is_none_or(|all| some < all))
    })
}

/// The number that a word says.
fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] =
        ["en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    let named = WORDS.iter().position(|own| *own == word).and_then(|at| u32::try_from(at + 1).ok());
    let one = (word == "ett").then_some(1);
    named.or(one).or_else(|| word.parse().ok().filter(|number| *number < 1000))
}

#[cfg(test)]
mod tests;
