//! The words that may stand around an amount and its row, and what they say of it.

use super::Level;
use super::words::{Sentence, Word};
use crate::in_words::way;
use uppsikt_text::dates::month;

/// What the words around an amount say of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints {
    /// It is how far forecast or outcome is from the budget.
    pub deviation: bool,
    /// It is how far one year is from another.
    pub change: bool,
    /// The kind of its column.
    pub level: Option<Level>,
    /// It is told of several rows together.
    pub together: bool,
}

/// Words that change nothing of what an amount is.
const FILLERS: &str = "är blir var blev bli vara beräknas beräknades väntas bedöms antas antogs uppgår uppgick \
    uppgå till med på om nu en ett den det de denna totalt sammanlagt då också även fortfarande har ha hade fått \
    kommer att därmed därför alltså dock ska skall redovisar redovisas redovisade visar visade visas visa ger gav \
    ge pekar landar hamnar ligger slutar stannar summerar räknar räknas kostar kostade får tar svarar står \
    motsvarar motsvarande omfattar omfattade finns sin mest störst största raden posten budgetområdet området verksamhetsområdet jämfört enligt \
    netto sluta hamna landa uppvisar uppvisade lämnar går gå tillsammans sammantaget helhet som hela ser ut samlat \
    samlade preliminärt positiv negativ positivt negativt nämnden nämndens styrelsen styrelsens förvaltningen \
    förvaltningens verksamheten verksamhetens och samt medan men samtidigt fram drygt knappt cirka ca omkring \
    ungefär närmare runt nästan bara endast de hela gett väntar beräknar litet liten stort stor kosta back åtta \
    ekonomin därefter främst huvudsakligen kvar verksamheterna jämförelse görs mellan \
    kommunens stadens beslut ursprungligt ursprungliga ursprunglig redovisa";

/// Words of time.
const TIMES: &str = "år året helår helåret perioden tertialet årets periodens helårets augusti slutet \
    utgången årsskiftet halvåret april månader månaderna";

/// Small words that may stand before a time, a budget or a forecast only.
const BEFORE_TIMES: &str = "för i under vid mot från av per den efter";

const BUDGET: &str = "budget budgeten budgeteras budgeterats budgeterades budgeterad budgeterade budgeterat anslås \
    avsätts avsatts avsatt ramen nämndsbudget nämndsbudgeten budgetposten";
const FORECAST: &str = "prognos prognosen helårsprognos helårsprognosen årsprognosen prognostiseras prognosticeras \
    prognostiserad prognostiserade prognostiserat prognostiserar prognosticerar";
const ACTUAL: &str = "utfall utfallet bokfört bokslut bokslutet";
const DEVIATION: &str = "överskott överskottet underskott underskottet avvikelse avvikelsen avviker avvek \
    budgetavvikelse budgetavvikelsen plus minus lämnar lämnade back";
const OVER: &str = "överstiger överstigit översteg överskrider överskridit överskred understiger understigit understeg \
    underskrider underskridit underskred";
const TOGETHER: &str = "helhet totalt sammanlagt tillsammans sammantaget samlat";

pub fn is_one_of(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|own| own == word)
}

/// Whether a stem is one of the body's name. Stems of a word's forms may end at different letters.
fn is_body(stem: &str, body: &[String]) -> bool {
    let begins = |one: &str, other: &str| one.len() > BODY_BYTES && other.starts_with(one);
    body.iter().any(|own| own == stem || begins(own, stem) || begins(stem, own))
}

/// Shorter stems begin too many words.
const BODY_BYTES: usize = 7;

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_time(word: &str) -> bool {
    let is_month = |word: &str| month(word).is_some();
    is_year(word) || is_one_of(TIMES, word) || is_month(word) || word.split(['-', '–']).all(is_month)
}

/// The kind of column that a word names.
pub fn level(word: &str) -> Option<Level> {
    let of = [(BUDGET, Level::Budget), (FORECAST, Level::Forecast), (ACTUAL, Level::Actual)];
    of.into_iter().find(|(words, _)| is_one_of(words, word)).map(|(_, level)| level)
}

/// What words say of an amount. None where one of them is not known here: it may say anything.
pub fn hints(words: &[Word], body: &[String]) -> Option<Hints> {
    let mut hints = Hints::default();
    for (index, word) in words.iter().enumerate() {
        let text = word.text.as_str();
        let next = words.get(index + 1).map(|word| word.text.as_str());
        let leads_to_time =
            next.is_none_or(|next| is_time(next) || level(next).is_some() || is_one_of(FILLERS, next));
        hints.together |= is_one_of(TOGETHER, text);
        if let Some(level) = level(text) {
            hints.level = hints.level.or(Some(level));
        } else if is_one_of(DEVIATION, text) || is_one_of(OVER, text) && passes_budget(&words[index + 1..]) {
            hints.deviation = true;
        } else if way(text).is_some() && !text.ends_with('d') {
            hints.change = true;
        } else if !(is_one_of(FILLERS, text)
            || is_time(text)
            || is_one_of(BEFORE_TIMES, text) && leads_to_time
            || text == "när" && next == Some("jämförelse")
            || is_body(&word.stem, body))
        {
            return None;
        }
    }
    Some(hints)
}

/// Whether what is passed is the budget: "överstiger sin budget".
fn passes_budget(next: &[Word]) -> bool {
    const BETWEEN: [&str; 4] = ["sin", "den", "nämndens", "årets"];
    let mut next = next.iter().skip_while(|word| BETWEEN.contains(&word.text.as_str()));
    next.next().is_some_and(|word| level(&word.text) == Some(Level::Budget))
}

/// What the words after an amount say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Nothing.
    Nothing,
    /// It is from a budget, a frame or a plan.
    FromBudget,
    /// It is from a forecast or another year.
    FromYear,
    /// It is a difference, and not said from what.
    Difference,
    /// Something that may be anything.
    Unknown,
}

pub const HIGHER: &str = "högre lägre mer mindre bättre sämre större dyrare billigare";
const PLANS: &str = "budget budgeten budgeterat budgeterade planerat ramen ram anslaget kommunbidraget beräknat \
    investeringsramen";
const YEARS: &str =
    "prognos prognosen utfall utfallet föregående förra fjol fjolåret år året bokslut bokslutet";
const ENDS: &str = "eftersom då när sedan genom tack efter trots medan och men samt varav vilket fast beroende \
    huvudsakligen framför främst kr kronor från enligt motsvarar motsvarande \
    beror förklaras";

const WHOLE: &str = "nämnden styrelsen förvaltningen hela";

/// What the words after an amount say of it, until the next one.
pub fn after(words: &[Word], breaks: bool) -> After {
    let Some(first) = words.first().filter(|_| !breaks) else { return After::Nothing };
    let text = first.text.as_str();
    let rest = &words[1..];
    match text {
        _ if is_one_of(HIGHER, text) && first.breaks => After::Difference,
        _ if is_one_of(HIGHER, text) && rest.len() > 1 && times(&rest[..2]) => After::Difference,
        _ if is_one_of(HIGHER, text) => than(rest),
        "över" | "under" | "utöver" if compared(rest) == After::FromBudget => After::FromBudget,
        "över" | "extra" if ends(rest) || first.breaks => After::FromBudget,
        "på" if rest.first().is_some_and(|word| word.text == "grund") => After::Nothing,
        "till" if rest.first().is_some_and(|word| word.text == "följd") => After::Nothing,
        "under" | "för" | "i" if rest.first().is_some_and(|word| is_time(&word.text)) => After::Nothing,
        "i" | "enligt" if rest.first().is_some_and(|word| level(&word.text).is_some()) => After::Nothing,
        "för" if rest.first().is_some_and(|word| is_one_of(WHOLE, &word.text)) => After::Nothing,
        "i" if rest.first().is_some_and(|word| is_one_of(DEVIATION, &word.text)) => After::FromBudget,
        "kvar" | "back" => After::FromBudget,
        "jämfört" | "mot" => compared(rest),
        _ if is_one_of(ENDS, text) => After::Nothing,
        _ => After::Unknown,
    }
}

/// "år 2025", which narrows nothing.
fn times(words: &[Word]) -> bool {
    words.iter().all(|word| is_time(&word.text))
}

/// Whether nothing follows that could narrow what an amount is told of.
fn ends(words: &[Word]) -> bool {
    words.first().is_none_or(|word| is_one_of(ENDS, &word.text) || word.text == "av")
}

fn than(words: &[Word]) -> After {
    match words.first().map(|word| word.text.as_str()) {
        Some("än" | "jämfört") => compared(&words[1..]),
        _ if ends(words) => After::Difference,
        _ => After::Unknown,
    }
}

/// What is compared with: the first word that names it.
fn compared(words: &[Word]) -> After {
    const BETWEEN: &str = "med i den det för årets nämndens sin samma period perioden tid";
    let mut told = words.iter().take(4).skip_while(|word| is_one_of(BETWEEN, &word.text));
    let (first, next) = (told.next(), told.next().map(|word| word.text.as_str()));
    let goes_on = first.is_some_and(|word| !word.breaks);
    let with_year = goes_on && next.is_some_and(|next| is_year(next) || next == "för");
    match first.map(|word| word.text.as_str()) {
        Some(word) if is_one_of(PLANS, word) && with_year => After::Unknown,
        Some(word) if is_one_of(PLANS, word) => After::FromBudget,
        Some(word) if is_one_of(YEARS, word) || is_year(word) => After::FromYear,
        _ => After::Unknown,
    }
}

/// The years that words name.
pub fn years(words: &[Word]) -> Vec<i32> {
    let years = words.iter().filter(|word| is_year(&word.text)).filter_map(|word| word.text.parse().ok());
    years.filter(|year| (1990..2100).contains(year)).collect()
}

/// Whether words say that a sentence is about something else than the document's tables:
/// another body, a condition, an average.
pub fn is_elsewhere(sentence: &Sentence, body: &[String]) -> bool {
    const ELSEWHERE: &str =
        "varje vardera snitt genomsnitt snittet genomsnittet månad månaden delvis hälften regionens bolagets";
    const OF_THE_CITY: &str = "kommunens stadens";
    // In the city's own report they are its own.
    let own = body.iter().any(|stem| stem == "kommun" || stem == "stad");
    let elsewhere = |word: &str| is_one_of(ELSEWHERE, word) || !own && is_one_of(OF_THE_CITY, word);
    let first = sentence.words.first().is_some_and(|word| word.text == "om");
    first
        || names_another_body(&sentence.words, body)
        || sentence.words.iter().any(|word| elsewhere(&word.text))
}

/// Whether words name a committee that is not the document's own.
pub fn names_another_body(words: &[Word], body: &[String]) -> bool {
    let other = |word: &Word| {
        word.stem.ends_with("nämnd") && word.text.chars().count() > 8 && !is_body(&word.stem, body)
    };
    words.iter().any(other)
}

/// Whether a sentence tells of a part of the year.
pub fn is_part_of_year(sentence: &Sentence) -> bool {
    const PARTS: &str =
        "perioden periodens period augusti tertialet tertial halvåret hittills april kvartalet";
    sentence.words.iter().any(|word| is_one_of(PARTS, &word.text) || word.text.starts_with("januari"))
}
