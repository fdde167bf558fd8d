//! Numbers of the goals and assignments that the council gives: "tolv mål", "fem av fullmäktiges mål".

use uppsikt_text::case::Lower;
use uppsikt_text::number_word;

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Goals of the council.
    Goals,
    /// Orders of the council.
    Assignments,
}

/// A number of goals or assignments.
pub struct Count {
    /// How many.
    pub number: usize,
    /// How many more the sentence goes on to tell of.
    pub further: usize,
    /// Of what.
    pub counted: Counted,
    /// As printed.
    pub printed: String,
}

impl Count {
    /// Whether another is told of what is counted here, and fewer.
    pub fn holds(&self, other: &Count) -> bool {
        self.counted == other.counted && self.number > other.number
    }
}

/// "tolv mål", "fem av fullmäktiges mål", "fem av fullmäktiges tretton mål", "tre budgetuppdrag".
pub fn counts(sentence: &str) -> Vec<Count> {
    let words: Vec<&str> =
        sentence.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let counted = |at: usize| {
        let number = number_word::parse(words[at]).filter(|number| (2..100).contains(number))?;
        let number = usize::try_from(number).ok()?;
        if is_of_the_council(&words, at) {
            return None;
        }
        if let Some(counted) = definite(&words, at) {
            let printed = words[at..=at + 1].join(" ");
            return Some(Count { number, further: 0, counted, printed });
        }
        let reach = words.iter().enumerate().skip(at + 1).take(4);
        let between = |(end, word): (usize, &&str)| match next(word) {
            None if is_of_the_council(&words, end) => Some((end, None)),
            told => told.map(|it| (end, it)),
        };
        let (end, counted) = reach.map_while(between).find_map(|(end, it)| Some((end, it?)))?;
        if words.get(end + 1).is_some_and(|word| is_judged(word, words.get(end + 2))) {
            return None;
        }
        let printed = words[at..=end].join(" ");
        Some(Count { number, further: further(&words[end + 1..], counted), counted, printed })
    };
    (0..words.len()).filter_map(counted).collect()
}

/// "Fem av fullmäktiges tretton": all that the council has, for whomever.
fn is_of_the_council(words: &[&str], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|at| words[at].lower());
    let whose = before(1).is_some_and(|word| word.ends_with("fullmäktiges"));
    let counted = |word: &str| number_word::parse(word).is_some();
    whose && before(2).is_some_and(|word| word == "av") && before(3).is_some_and(|word| counted(&word))
}

/// "Sju mål bedöms nås", "sju mål är på väg": what is told of them is how they go.
fn is_judged(word: &str, next: Option<&&str>) -> bool {
    const JUDGED: [&str; 9] =
        ["bedöms", "beräknas", "väntas", "nås", "nåddes", "uppnås", "uppfylls", "når", "uppfyllda"];
    let directed = next.is_some_and(|next| next.starts_with("rikta") || next.starts_with("utpeka"));
    let word = word.lower();
    JUDGED.contains(&word.as_str()) || ["är", "var"].contains(&word.as_str()) && !directed
}

/// "Tre uppdrag … och leder dessutom två": how many more of them the words after a count tell of.
fn further(after: &[&str], counted: Counted) -> usize {
    const MORE: [&str; 4] = ["dessutom", "därutöver", "därtill", "ytterligare"];
    let more = after.iter().position(|word| MORE.contains(word));
    let rest = more.map_or(&[][..], |at| &after[at + 1..]);
    let of_others = |word: Option<&&str>| {
        word.and_then(|word| next(word)).flatten().is_some_and(|others| others != counted)
    };
    let told = rest
        .iter()
        .enumerate()
        .take(2)
        .find_map(|(at, word)| number_word::parse(word).filter(|_| !of_others(rest.get(at + 1))));
    told.and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
}

/// "De tre uppdragen": all of them.
fn definite(words: &[&str], at: usize) -> Option<Counted> {
    let before = words[at.checked_sub(1)?].lower();
    match words.get(at + 1)?.lower().as_str() {
        "uppdragen" if at == 1 && before == "de" => Some(Counted::Assignments),
        "målen" | "fullmäktigemålen" | "kommunfullmäktigemålen" if at == 1 && before == "de" => {
            Some(Counted::Goals)
        }
        _ => None,
    }
}

/// What a word after a number counts; `Some(None)` for words that may stand between.
fn next(word: &str) -> Option<Option<Counted>> {
    match word.lower().as_str() {
        "mål" | "kommunfullmäktigemål" | "fullmäktigemål" => Some(Some(Counted::Goals)),
        "uppdrag" | "budgetuppdrag" => Some(Some(Counted::Assignments)),
        "av" | "fullmäktiges" | "kommunfullmäktiges" | "stycken" => Some(None),
        _ => None,
    }
}
