//! Counts of goals by status in running text: "fyra av fem mål är på väg".

use crate::prose::{has_words, words};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::structure::Structure;
use uppsikt_text::number_word;

/// How many goals a sentence says have a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<'a> {
    /// How many. Nought where all are meant.
    pub number: usize,
    /// "Alla mål": every one.
    pub all: bool,
    /// Out of how many, where it says so.
    pub out_of: Option<usize>,
    /// The status.
    pub status: Status,
    /// The horizon, where the sentence names one.
    pub horizon: Option<Horizon>,
    /// Whether the sentence says that it holds for both horizons.
    pub both: bool,
    /// The words that say it.
    pub printed: &'a str,
}

/// The counts of a sentence. Sentences that judge the goals of the whole municipality
/// ("samlad bedömning") count something else.
pub fn counts<'a>(sentence: &'a str, structure: &Structure) -> Vec<Count<'a>> {
    let lower = sentence.to_lowercase();
    if ["samlad", "samlat", "kommunen som helhet", "förra året", "föregående"]
        .iter()
        .any(|word| lower.contains(word))
    {
        return Vec::new();
    }
    let horizon = horizon(&lower);
    let mut found: Vec<Count<'a>> = Vec::new();
    let opened = sentence.contains("mål: ");
    for clause in clauses(sentence) {
        let goes_on = opened || !found.is_empty();
        let all = || every(clause, structure, horizon);
        found.extend(count(clause, structure, horizon, goes_on).or_else(all));
    }
    let both = names_both(&lower);
    found.iter_mut().for_each(|count| count.both = both);
    found
}

/// "Både för perioden och mandatperioden", "såväl under perioden som under mandatperioden".
fn names_both(lower: &str) -> bool {
    let after = |word: &str, last: &str| {
        let (_, rest) = lower.split_once(word)?;
        let (first, second) = rest.split_once(last)?;
        let near = first.split_whitespace().count() <= 3;
        let second: Vec<&str> = second.split_whitespace().take(3).collect();
        let (period, term) =
            (|text: &str| has_words(text, "perioden"), |text: &str| text.contains("mandatperiod"));
        let second = second.join(" ");
        Some(near && (period(first) && term(&second) || term(first) && period(&second)))
    };
    after("både ", " och ").or(after("såväl ", " som ")).unwrap_or(false)
}

fn horizon(lower: &str) -> Option<Horizon> {
    let term = lower.contains("mandatperiod");
    let period = has_words(lower, "perioden") || lower.contains("januari") || lower.contains("hittills");
    match (term, period) {
        (true, false) => Some(Horizon::Term),
        (false, true) => Some(Horizon::Period),
        _ => None,
    }
}

/// A sentence cut at commas, semicolons and "medan", "men", "och".
fn clauses(sentence: &str) -> Vec<&str> {
    let mut cut = vec![sentence];
    for mark in [", ", "; ", ": ", " medan ", " men ", " och "] {
        cut = cut.into_iter().flat_map(|clause| clause.split(mark)).collect();
    }
    cut.into_iter()
        .map(|clause| clause.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|it| !it.is_empty())
        .collect()
}

/// "Alla mål är på väg", without reservations.
fn every<'a>(clause: &'a str, structure: &Structure, horizon: Option<Horizon>) -> Option<Count<'a>> {
    let lower = clause.to_lowercase();
    let status = status(&lower, structure)?;
    let words = words(clause);
    let opens = words.first().is_some_and(|word| ["alla", "samtliga"].contains(&word.as_str()));
    let goals = words.iter().take(4).position(|word| is_goal(word))?;
    let whole =
        words.get(goals + 1).is_some_and(|word| ["är", "bedöms", "går", "följer"].contains(&word.as_str()));
    let reserved = structure.denials.iter().any(|word| has_words(&lower, word))
        || ["utom", "förutom", "undantag"].iter().any(|word| lower.contains(word));
    let sound = opens && whole && !reserved && status != Status::NotStated;
    sound.then_some(Count {
        number: 0,
        all: true,
        out_of: None,
        status,
        horizon,
        both: false,
        printed: clause,
    })
}

fn count<'a>(
    clause: &'a str,
    structure: &Structure,
    horizon: Option<Horizon>,
    goes_on: bool,
) -> Option<Count<'a>> {
    let status = status(&clause.to_lowercase(), structure)?;
    let words = words(clause);
    let at = words.iter().position(|word| number(word).is_some())?;
    if let Some((out_of, of_these)) = of_all(&words) {
        return Some(Count {
            number: of_these,
            all: false,
            out_of: Some(out_of),
            status,
            horizon,
            both: false,
            printed: clause,
        });
    }
    let next: Vec<&str> = words[at + 1..].iter().take(5).map(String::as_str).collect();
    let of_goals = next.iter().any(|word| is_goal(word));
    if !(of_goals || goes_on && at == 0) {
        return None;
    }
    let out_of = match next.as_slice() {
        ["av", "de" | "nämndens" | "styrelsens", all, ..] | ["av", all, ..] => number(all),
        _ => None,
    };
    Some(Count {
        number: number(&words[at])?,
        all: false,
        out_of,
        status,
        horizon,
        both: false,
        printed: clause,
    })
}

/// "Av nämndens fyra mål är ett": out of how many, and how many.
fn of_all(words: &[String]) -> Option<(usize, usize)> {
    let goals = words.iter().position(|word| is_goal(word))?;
    let all = number(words.get(goals.checked_sub(1)?)?)?;
    let opens = words.first().is_some_and(|word| word == "av");
    let these = words[goals + 1..].iter().take(3).find_map(|word| number(word))?;
    opens.then_some((all, these))
}

fn number(word: &str) -> Option<usize> {
    number_word::parse(word).filter(|number| *number < 100).and_then(|number| usize::try_from(number).ok())
}

fn is_goal(word: &str) -> bool {
    word == "mål" || word == "målen" || word.ends_with("gemål") || word.ends_with("gemålen")
}

/// The status whose longest word or phrase stands in a text, unless it is denied or halved before.
fn status(lower: &str, structure: &Structure) -> Option<Status> {
    let wordings = structure.scale.iter().chain(&structure.status_phrases);
    let named = wordings.filter_map(|word| {
        let phrase = word.word.to_lowercase();
        has_words(lower, &phrase).then_some((phrase, word.status))
    });
    let (phrase, status) = named.max_by_key(|(phrase, _)| phrase.chars().count())?;
    let before = &lower[..lower.find(&phrase).unwrap_or(0)];
    let says = |words: &[String]| words.iter().any(|word| has_words(before, &word.to_lowercase()));
    Some(match status {
        Status::OnTrack if says(&structure.halves) => Status::PartlyOnTrack,
        Status::OnTrack if says(&structure.denials) => Status::OffTrack,
        status => status,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::structure::StatusWord;

    fn structure() -> Structure {
        let words = [
            ("på väg", Status::OnTrack),
            ("delvis på väg", Status::PartlyOnTrack),
            ("inte på väg", Status::OffTrack),
        ];
        let scale = words.map(|(word, status)| StatusWord { word: word.into(), status }).to_vec();
        let owned = |words: [&str; 2]| words.map(str::to_owned).to_vec();
        let (denials, halves) = (owned(["inte", "ej"]), owned(["inte helt", "delvis"]));
        Structure { scale, denials, halves, ..Structure::default() }
    }

    fn told(sentence: &str) -> Vec<(usize, Option<usize>, Status, Option<Horizon>)> {
        counts(sentence, &structure())
            .into_iter()
            .map(|it| (it.number, it.out_of, it.status, it.horizon))
            .collect()
    }

    #[test]
    fn a_count_has_a_number_a_status_and_the_horizon_that_is_named() {
        assert_eq!(
            told("Fyra av fem mål är på väg att nås under mandatperioden."),
            [(4, Some(5), Status::OnTrack, Some(Horizon::Term))]
        );
        assert_eq!(told("Sju av målen är delvis på väg."), [(7, None, Status::PartlyOnTrack, None)]);
    }

    #[test]
    fn a_sentence_may_count_several_statuses() {
        let found = told("Tre mål är på väg, två är delvis på väg och ett är inte på väg.");
        let statuses: Vec<_> = found.iter().map(|count| (count.0, count.2)).collect();
        assert_eq!(statuses, [(3, Status::OnTrack), (2, Status::PartlyOnTrack), (1, Status::OffTrack)]);
    }

    #[test]
    fn what_is_denied_or_halved_before_the_words_is_not_on_track() {
        let found = told(
            "Två mål är på väg, ett är ännu inte alls på väg, ett anses delvis vara på väg och ett är inte helt på väg.",
        );
        let statuses: Vec<_> = found.iter().map(|count| (count.0, count.2)).collect();
        let partly = (1, Status::PartlyOnTrack);
        assert_eq!(statuses, [(2, Status::OnTrack), (1, Status::OffTrack), partly, partly]);
    }

    #[test]
    fn all_goals_are_counted_where_nothing_is_reserved() {
        let all = |sentence: &str| {
            counts(sentence, &structure())
                .iter()
                .map(|it| (it.all, it.status, it.horizon))
                .collect::<Vec<_>>()
        };
        let term = Some(Horizon::Term);
        assert_eq!(all("Alla mål är på väg under mandatperioden."), [(true, Status::OnTrack, term)]);
        assert_eq!(all("Samtliga mål bedöms delvis på väg."), [(true, Status::PartlyOnTrack, None)]);
        for unsure in [
            "Alla mål är inte på väg.",
            "Nästan alla mål är på väg.",
            "Alla mål som har följts upp är på väg.",
            "Alla mål är på väg utom ett.",
        ] {
            assert!(all(unsure).iter().all(|it| !it.0), "{unsure}");
        }
    }

    #[test]
    fn counts_may_follow_their_goals() {
        let found = told("Nämndens tre mål: två är på väg och ett är delvis på väg.");
        let statuses: Vec<_> = found.iter().map(|count| (count.0, count.2)).collect();
        assert_eq!(statuses, [(2, Status::OnTrack), (1, Status::PartlyOnTrack)]);
    }

    #[test]
    fn the_whole_may_come_first() {
        let found = told("Av nämndens fyra mål är ett på väg, både under perioden och under mandatperioden.");
        assert_eq!(found, [(1, Some(4), Status::OnTrack, None)]);
    }

    #[test]
    fn both_horizons_are_meant_where_both_are_named_together() {
        let both = |sentence: &str| counts(sentence, &structure()).iter().all(|count| count.both);
        assert!(both("Tre mål är på väg, både för perioden och mandatperioden."));
        assert!(both("Tre mål är på väg, såväl för mandatperioden som för perioden."));
        assert!(!both("Tre mål är på väg för perioden, och både skola och omsorg för mandatperioden."));
        assert!(!both("Både barn och unga: tre mål är på väg för perioden och mandatperioden."));
    }

    #[test]
    fn other_counts_are_not_counts_of_goals() {
        assert_eq!(told("Fyra av fem insatser är på väg."), []);
        assert_eq!(told("Samlad bedömning: tre av tio mål är på väg."), []);
        assert_eq!(told("Nämnden har fem mål."), []);
    }
}
