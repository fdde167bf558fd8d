//! Counts of goals by status in running text: "fyra av fem mål är på väg".

use crate::how_many::{Many, is_goal, number, opening};
use crate::prose::{has_words, words};
use uppsikt_domain::assessment::{Horizon, Status};
use uppsikt_domain::structure::Structure;

/// How many goals a sentence says have a status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count<'a> {
    /// How many.
    pub many: Many,
    /// Out of how many, where it says so.
    pub out_of: Option<usize>,
    /// The status.
    pub status: Status,
    /// The horizon, where the sentence names one.
    pub horizon: Option<Horizon>,
    /// Whether the sentence says that it holds for both horizons.
    pub both: bool,
    /// "När inte": not on track, or only partly.
    pub short_of: bool,
    /// The words that say it.
    pub printed: &'a str,
}

/// The counts of a sentence. Sentences that judge the goals of the whole municipality
/// ("samlad bedömning") count something else.
pub fn counts<'a>(sentence: &'a str, structure: &Structure) -> Vec<Count<'a>> {
    if !(sentence.contains("mål") || sentence.contains("Mål")) {
        return Vec::new();
    }
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
    for clause in clauses(sentence).into_iter().filter(|clause| !clause.contains(" eller ")) {
        let goes_on = opened || !found.is_empty();
        let Some((status, short_of)) = status_or_short(&clause.to_lowercase(), structure) else { continue };
        let counted =
            every(clause, status, structure).or_else(|| share(clause)).or_else(|| count(clause, goes_on));
        let Some((many, out_of)) = counted else { continue };
        found.push(Count { many, out_of, status, horizon, both: false, short_of, printed: clause });
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
    let period = ["perioden", "under året", "för året", "i år"].iter().any(|words| has_words(lower, words))
        || ["januari", "hittills", "helår"].iter().any(|word| lower.contains(word));
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

/// How many, and out of how many where it is said.
type Counted = (Many, Option<usize>);

/// "Alla mål är på väg", without reservations.
fn every(clause: &str, status: Status, structure: &Structure) -> Option<Counted> {
    let lower = clause.to_lowercase();
    let words = words(clause);
    let opens = words.first().is_some_and(|word| ["alla", "samtliga"].contains(&word.as_str()));
    let goals = words.iter().take(4).position(|word| is_goal(word))?;
    let whole =
        words.get(goals + 1).is_some_and(|word| ["är", "bedöms", "går", "följer"].contains(&word.as_str()));
    let reserved = structure.denials.iter().any(|word| has_words(&lower, word))
        || ["utom", "förutom", "undantag"].iter().any(|word| lower.contains(word));
    (opens && whole && !reserved && status != Status::NotStated).then_some((Many::All, None))
}

/// "Merparten av målen är på väg", "samtliga mål utom ett ligger i fas".
fn share(clause: &str) -> Option<Counted> {
    let words = words(clause);
    let (many, rest) = opening(&words)?;
    // "Inget av målen som …" speaks of some of them.
    let whole = rest.first().is_some_and(|word| word != "som");
    whole.then_some((many, None))
}

fn count(clause: &str, goes_on: bool) -> Option<Counted> {
    let words = words(clause);
    // "Tre av målen som rör skolan" speaks of some of them.
    if words.windows(2).any(|pair| is_goal(&pair[0]) && pair[1] == "som") {
        return None;
    }
    let at = words.iter().position(|word| number(word).is_some())?;
    if let Some((out_of, of_these)) = of_all(&words) {
        return Some((Many::Exactly(of_these), Some(out_of)));
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
    Some((Many::Exactly(number(&words[at])?), out_of))
}

/// "Av nämndens fyra mål är ett": out of how many, and how many.
fn of_all(words: &[String]) -> Option<(usize, usize)> {
    let goals = words.iter().position(|word| is_goal(word))?;
    let all = number(words.get(goals.checked_sub(1)?)?)?;
    let opens = words.first().is_some_and(|word| word == "av");
    // "Bedöms bidragen till fyra".
    let these = words[goals + 1..].iter().take(4).find_map(|word| number(word))?;
    opens.then_some((all, these))
}

/// The status of a clause, and whether it only says that something is not reached.
fn status_or_short(lower: &str, structure: &Structure) -> Option<(Status, bool)> {
    const SHORT: [&str; 6] = ["når inte", "nås inte", "nås ej", "når ej", "inte nås", "inte att nås"];
    let short = || SHORT.iter().any(|words| has_words(lower, words)).then_some((Status::OffTrack, true));
    status(lower, structure).map(|status| (status, false)).or_else(short)
}

/// The status whose longest word or phrase stands in a text, unless it is denied or halved before.
fn status(lower: &str, structure: &Structure) -> Option<Status> {
    let wordings = structure.scale.iter().chain(&structure.status_phrases);
    let named = wordings.filter_map(|word| {
        let phrase = word.word.to_lowercase();
        let printed = [Some(phrase.clone()), plural(&phrase)].into_iter().flatten();
        printed.into_iter().find(|it| has_words(lower, it)).map(|it| (it, word.status))
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

/// A wording as it is said of several goals: "uppfyllda", "delvis uppnådda", "gröna".
fn plural(phrase: &str) -> Option<String> {
    const COLOUR: usize = 4;
    let one_word = !phrase.contains(' ');
    match phrase.strip_suffix("tt") {
        Some(stem) => Some(format!("{stem}dda")),
        None if phrase.ends_with("ällt") || phrase.ends_with("yllt") => {
            phrase.strip_suffix('t').map(|stem| format!("{stem}da"))
        }
        None if one_word && phrase.chars().count() <= COLOUR => Some(format!("{phrase}a")),
        None => None,
    }
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
        let number = |many: Many| match many {
            Many::Exactly(number) => number,
            other => panic!("{other:?}"),
        };
        counts(sentence, &structure())
            .into_iter()
            .map(|it| (number(it.many), it.out_of, it.status, it.horizon))
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
                .map(|it| (it.many == Many::All, it.status, it.horizon))
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
    fn shares_are_counts_too() {
        let many = |sentence: &str| {
            counts(sentence, &structure())
                .iter()
                .map(|it| (it.many, it.status, it.short_of))
                .collect::<Vec<_>>()
        };
        for (sentence, told, status) in [
            ("Merparten av målen är på väg.", Many::Most, Status::OnTrack),
            ("Hälften av nämndens fyra mål är delvis på väg.", Many::Half, Status::PartlyOnTrack),
            ("Samtliga mål utom ett är på väg.", Many::AllBut(1), Status::OnTrack),
            ("Inget av målen är på väg.", Many::No, Status::OnTrack),
        ] {
            assert_eq!(many(sentence), [(told, status, false)], "{sentence}");
        }
        assert_eq!(many("Tre mål når inte ända fram."), [(Many::Exactly(3), Status::OffTrack, true)]);
        assert_eq!(many("Fyra av fem mål är på väg eller delvis på väg."), []);
        assert_eq!(many("Inget av målen som följs är på väg."), []);
    }

    #[test]
    fn several_goals_have_the_wording_in_plural() {
        let words = [
            ("grön", Status::OnTrack),
            ("uppfyllt", Status::OnTrack),
            ("gul", Status::PartlyOnTrack),
            ("delvis uppfyllt", Status::PartlyOnTrack),
            ("ej uppnått", Status::OffTrack),
        ];
        let scale = words.map(|(word, status)| StatusWord { word: word.into(), status }).to_vec();
        let structure = Structure { scale, ..Structure::default() };
        let told = |sentence: &str| {
            let found = counts(sentence, &structure);
            found.iter().map(|it| (it.many, it.out_of, it.status)).collect::<Vec<_>>()
        };
        let exactly = Many::Exactly;
        assert_eq!(
            told("Av fullmäktiges sex inriktningsmål bedöms tre som gröna och två som gula."),
            [(exactly(3), Some(6), Status::OnTrack), (exactly(2), None, Status::PartlyOnTrack)]
        );
        assert_eq!(
            told(
                "Av nämndens fem mål bedöms arbetet med två vara uppfyllda, två delvis uppfyllda och ett är ej uppnått."
            ),
            [
                (exactly(2), Some(5), Status::OnTrack),
                (exactly(2), None, Status::PartlyOnTrack),
                (exactly(1), None, Status::OffTrack)
            ]
        );
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
