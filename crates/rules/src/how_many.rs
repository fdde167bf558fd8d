//! How many goals some words mean: "tre", "alla", "alla utom ett", "hälften", "de flesta", "inget".

use uppsikt_text::number_word;

/// How many of all goals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Many {
    /// So many.
    Exactly(usize),
    /// Every one.
    All,
    /// Every one but so many.
    AllBut(usize),
    /// Half of them; of an odd number either half.
    Half,
    /// More than half.
    Most,
    /// Not one.
    No,
}

impl Many {
    /// Whether so many out of all are meant.
    pub fn fits(self, number: usize, all: usize) -> bool {
        match self {
            Many::Exactly(meant) => number == meant,
            Many::All => number == all,
            Many::AllBut(others) => number + others == all,
            Many::Half => (2 * number).abs_diff(all) <= 1,
            Many::Most => 2 * number > all,
            Many::No => number == 0,
        }
    }

    /// Whether the words give a number, not a share.
    pub fn is_counted(self) -> bool {
        !matches!(self, Many::Half | Many::Most)
    }
}

/// Openings that mean a share of the goals, each followed by the goals.
const SHARES: [(&str, Many); 14] = [
    ("hälften av", Many::Half),
    ("mer än hälften av", Many::Most),
    ("över hälften av", Many::Most),
    ("merparten av", Many::Most),
    ("en majoritet av", Many::Most),
    ("majoriteten av", Many::Most),
    ("de flesta av", Many::Most),
    ("de flesta", Many::Most),
    ("flertalet av", Many::Most),
    ("inget av", Many::No),
    ("ingen av", Many::No),
    ("inga av", Many::No),
    ("inget", Many::No),
    ("inga", Many::No),
];

/// So many words may stand between the opening and the goals ("merparten av nämndens fem mål").
const BETWEEN: usize = 3;

/// What the opening words of a clause mean, with what is left after the goals. None where they
/// name no goals or something is kept back.
pub fn opening(words: &[String]) -> Option<(Many, &[String])> {
    let (many, rest) = share(words).or_else(|| all_but(words))?;
    let goals = rest.iter().take(BETWEEN + 1).position(|word| is_goal(word))?;
    let rest = &rest[goals + 1..];
    match (many, rest) {
        (Many::All, [but, number, rest @ ..]) if is_but(but) => {
            Some((Many::AllBut(self::number(number)?), rest))
        }
        (Many::All, [.., but, number]) if is_but(but) => Some((Many::AllBut(self::number(number)?), rest)),
        (Many::All, _) => None,
        _ => Some((many, rest)),
    }
}

fn share(words: &[String]) -> Option<(Many, &[String])> {
    let opens = |opening: &str| {
        let parts: Vec<&str> = opening.split(' ').collect();
        let starts = words.len() > parts.len() && parts.iter().zip(words).all(|(part, word)| part == word);
        starts.then_some(parts.len())
    };
    let found = SHARES.iter().filter_map(|(opening, many)| Some((opens(opening)?, *many)));
    let (length, many) = found.max_by_key(|(length, _)| *length)?;
    Some((many, &words[length..]))
}

/// "Alla utom ett av målen", "alla mål utom ett": the goals are still to come.
fn all_but(words: &[String]) -> Option<(Many, &[String])> {
    let (first, rest) = words.split_first()?;
    if !["alla", "samtliga"].contains(&first.as_str()) {
        return None;
    }
    match rest {
        [but, number, of, rest @ ..] if is_but(but) && of == "av" => {
            Some((Many::AllBut(self::number(number)?), rest))
        }
        _ => Some((Many::All, rest)),
    }
}

fn is_but(word: &str) -> bool {
    word == "utom" || word == "förutom"
}

/// A count below a hundred, in words or figures.
pub fn number(word: &str) -> Option<usize> {
    number_word::parse(word).filter(|number| *number < 100).and_then(|number| usize::try_from(number).ok())
}

/// Whether a word names goals.
pub fn is_goal(word: &str) -> bool {
    ["mål", "målen", "inriktningsmål", "inriktningsmålen"].contains(&word)
        || word.ends_with("gemål")
        || word.ends_with("gemålen")
        || ["verksamhetsmål", "verksamhetsmålen"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::words;

    fn told(text: &str) -> Option<Many> {
        opening(&words(text)).map(|(many, _)| many)
    }

    #[test]
    fn shares_are_known_by_their_opening() {
        for (text, many) in [
            ("Hälften av målen är på väg", Many::Half),
            ("Merparten av nämndens fem mål bedöms nås", Many::Most),
            ("De flesta målen ligger i fas", Many::Most),
            ("Mer än hälften av målen nås", Many::Most),
            ("Inget av kommunfullmäktigemålen är på väg", Many::No),
            ("Inga mål är på väg", Many::No),
            ("Samtliga mål utom ett är på väg", Many::AllBut(1)),
            ("Alla utom två av målen är på väg", Many::AllBut(2)),
            ("Alla målen är på väg utom 1", Many::AllBut(1)),
        ] {
            assert_eq!(told(text), Some(many), "{text}");
        }
        for text in
            ["Merparten av insatserna är på väg", "Alla mål är på väg", "Flera mål är på väg", "Inget nytt"]
        {
            assert_eq!(told(text), None, "{text}");
        }
    }

    #[test]
    fn half_of_an_odd_number_is_either_half() {
        let fits = |many: Many, all: usize| (0..=all).filter(|it| many.fits(*it, all)).collect::<Vec<_>>();
        assert_eq!(fits(Many::Half, 5), [2, 3]);
        assert_eq!(fits(Many::Half, 4), [2]);
        assert_eq!(fits(Many::Most, 4), [3, 4]);
        assert_eq!(fits(Many::AllBut(1), 4), [3]);
        assert_eq!(fits(Many::No, 4), [0]);
    }
}
