//! What a plain sentence says: who, what and when.

use super::body;
use crate::prose::words;
use crate::seen::Sheet;
use crate::told::Level;
use uppsikt_text::prose::Found;
use uppsikt_text::stem::stem;

/// Whom a sentence tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The body of the document.
    Whole,
    /// The result, told with its year.
    Result,
    /// The net cost of the body.
    Net,
    /// A row, by the stems of its label.
    Row(Vec<String>),
}

/// What it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// How far from the budget.
    Deviation {
        /// Whether it is called a surplus.
        is_surplus: bool,
    },
    /// A budget, a forecast or an outcome.
    Level {
        /// Which, where it is named.
        level: Option<Level>,
        /// Of which year, where it is named.
        year: Option<i32>,
    },
}

/// Of which part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// All of it.
    Year,
    /// The period of the report.
    Part,
    /// It does not say.
    Any,
}

impl When {
    /// Whether a cell is of it. What does not say may be of the year that its table leaves out.
    pub fn fits(self, is_part: bool) -> bool {
        is_part == (self == When::Part)
    }
}

/// A plain sentence.
#[derive(Debug, Clone)]
pub struct Plain {
    /// Whom it tells of.
    pub who: Who,
    /// What it tells.
    pub what: What,
    /// Of when.
    pub when: When,
    /// Whether it names its body, and not only a result or a forecast.
    pub names_body: bool,
}

const VERBS: &str = "visar visade har hade redovisar redovisade prognostiserar prognosticerar prognostiseras \
    beräknas väntas bedöms förväntas gör gjorde går gick lämnar lämnade får fick ger gav uppvisar uppvisade är blir \
    blev räknar uppgår uppgick budgeteras landar";
/// Verbs of what is to come: the whole year is meant.
const AHEAD: &str = "prognostiserar prognosticerar prognostiseras beräknas väntas bedöms förväntas räknar";
/// What may stand between the verb and what the amount is called.
const BETWEEN: &str = "ett med att gå bli ge göra visa redovisa nu totalt sammanlagt samlat också därmed \
    preliminärt landa lämna få";
/// What may stand between the verb and a level.
const BEFORE_LEVEL: &str = "bli uppgå till på vara nu totalt sammanlagt beräknas väntas";
/// What tells of something else than the document's tables, wherever it stands.
const ELSEWHERE: &str = "förra föregående fjol fjolåret ifjol tidigare majprognosen aprilprognosen snitt genomsnitt \
    varje vardera månad exklusive exkl inklusive inkl rensat justerat delvis minst högst ackumulerat ackumulerade \
    ingående hittills tertial kvartal";
const WHOLE: &str = "nämnden nämndens styrelsen styrelsens prognosen helårsprognosen årsprognosen resultatet resultat \
    årets utfallet helårsresultatet totalt sammantaget sammanlagt";
/// Those of them that name the body.
const BODY: &str = "nämnden nämndens styrelsen styrelsens";

fn is_one_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|own| own == word)
}

impl Plain {
    /// What a sentence says with its first amount. None where it may say anything else.
    pub fn of(sentence: &str, amount: &Found, sheet: &Sheet<'_>) -> Option<Plain> {
        let (before, after) = (&sentence[..amount.range.start], &sentence[amount.range.end..]);
        let all = words(sentence);
        // "Ett underskott om 3 mkr" is no condition.
        let ifs = all.iter().filter(|word| *word == "om").count();
        let joined = words(before).last().is_some_and(|word| word == "om");
        let elsewhere = all.iter().any(|word| is_one_of(ELSEWHERE, word)) || ifs > usize::from(joined);
        if !ends(after) || elsewhere {
            return None;
        }
        let (told, mut when, year) = without_times(&words(before));
        let verb = told.iter().position(|word| is_one_of(VERBS, word))?;
        let (subject, middle) = (&told[..verb], &told[verb + 1..]);
        if is_one_of(AHEAD, &told[verb]) && when == When::Any {
            when = When::Year;
        }
        if when == When::Any {
            when = without_times(&words(after)).1;
        }
        let what = what(middle, year, subject)?;
        let other_year = year.is_some_and(|year| sheet.document.year != Some(year));
        if matches!(what, What::Deviation { .. })
            && (other_year || years(&all).any(|it| Some(it) != sheet.document.year))
        {
            return None;
        }
        let (level, subject) = of_level(subject);
        let what = match what {
            What::Level { year, .. } => What::Level { level, year },
            other => other,
        };
        let settled = match what {
            What::Level { level, year } => level.is_some() || year.is_some() || when == When::Part,
            What::Deviation { .. } => level.is_none(),
        };
        let (who, names_body) = who(subject, &what, sheet)?;
        settled.then_some(Plain { who, what, when, names_body })
    }
}

fn what(middle: &[String], year: Option<i32>, subject: &[String]) -> Option<What> {
    let bare = match middle {
        [rest @ .., last] if last == "på" || last == "om" || last == "till" => rest,
        all => all,
    };
    let called = bare.split_last().and_then(|(last, rest)| {
        let is_surplus = match last.as_str() {
            "överskott" => true,
            "underskott" => false,
            _ => return None,
        };
        rest.iter().all(|word| is_one_of(BETWEEN, word)).then_some(is_surplus)
    });
    match called {
        Some(is_surplus) => Some(What::Deviation { is_surplus }),
        None => {
            let known = middle.iter().all(|word| is_one_of(BEFORE_LEVEL, word)) && !subject.is_empty();
            known.then_some(What::Level { level: None, year })
        }
    }
}

/// "Budgeten för parkerna": the level and whose.
fn of_level(subject: &[String]) -> (Option<Level>, &[String]) {
    match subject {
        [level, joint, rest @ ..] if joint == "för" && !rest.is_empty() => match level.as_str() {
            "budgeten" => (Some(Level::Budget), rest),
            "prognosen" => (Some(Level::Forecast), rest),
            "utfallet" => (Some(Level::Actual), rest),
            _ => (None, subject),
        },
        all => (None, all),
    }
}

fn who(subject: &[String], what: &What, sheet: &Sheet<'_>) -> Option<(Who, bool)> {
    let body = body(sheet);
    let of_body = |word: &String| body.contains(&stem(word)) || word == "och";
    let is_whole = |word: &String| is_one_of(WHOLE, word) || of_body(word);
    let names_body = subject.iter().any(|word| is_one_of(BODY, word) || word != "och" && of_body(word));
    let is_result = ["resultat", "resultatet"].contains(&subject.last()?.as_str())
        && subject[..subject.len() - 1].iter().all(|word| word == "årets");
    match what {
        What::Level { .. } if is_result => Some((Who::Result, false)),
        What::Level { level: None, year: None }
            if subject.len() == 1 && subject[0].starts_with("nettokostnad") =>
        {
            Some((Who::Net, false))
        }
        What::Deviation { .. } if subject.iter().all(is_whole) => Some((Who::Whole, names_body)),
        _ => Some((Who::Row(subject.iter().map(|word| stem(word)).collect()), false)),
    }
}

/// Whether nothing follows on an amount that could narrow it.
fn ends(after: &str) -> bool {
    const GOES_ON: [&str; 22] = [
        "och ",
        "men ",
        "medan ",
        "på grund",
        "till följd",
        "eftersom",
        "därför",
        "beroende",
        "mot budget",
        "jämfört med budget",
        "gentemot budget",
        "i förhållande till budget",
        "för helåret",
        "på helåret",
        "för hela året",
        "för året",
        "under året",
        "för perioden",
        "vid årets slut",
        "till och med augusti",
        "efter augusti",
        "per augusti",
    ];
    let rest = after.trim_start_matches([')', '*', '_', '”', '"']).trim_start();
    let closed = rest.is_empty() || rest.starts_with(['.', ',', ';', '!']);
    closed || GOES_ON.iter().any(|words| rest.starts_with(words))
}

/// Words without those of time, what the time is, and the year.
fn without_times(told: &[String]) -> (Vec<String>, When, Option<i32>) {
    const PARTS: [&str; 12] = [
        "för perioden januari till och med augusti",
        "för perioden januari till augusti",
        "för perioden januari–augusti",
        "för perioden januari-augusti",
        "till och med augusti",
        "för januari–augusti",
        "januari–augusti",
        "januari-augusti",
        "efter augusti",
        "per augusti",
        "för perioden",
        "under perioden",
    ];
    const YEARS: [&str; 10] = [
        "för helåret",
        "på helåret",
        "för hela året",
        "vid årets slut",
        "på årsbasis",
        "för året",
        "under året",
        "i år",
        "helåret",
        "helår",
    ];
    let mut text = format!(" {} ", told.join(" "));
    let mut when = When::Any;
    for (list, is) in [(&PARTS[..], When::Part), (&YEARS[..], When::Year)] {
        for phrase in list {
            let phrase = format!(" {phrase} ");
            if when == When::Any && text.contains(&phrase) {
                text = text.replacen(&phrase, " ", 1);
                when = is;
            }
        }
    }
    let own: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    let year = years(&own).next();
    let mut kept: Vec<String> = Vec::new();
    for word in own {
        if year.is_some_and(|year| word == year.to_string()) {
            let joint = kept.last().is_some_and(|last| ["för", "år", "under"].contains(&last.as_str()));
            kept.truncate(kept.len() - usize::from(joint));
        } else {
            kept.push(word);
        }
    }
    (kept, when, year)
}

/// The years among words.
fn years(told: &[String]) -> impl Iterator<Item = i32> + '_ {
    let year = |word: &String| word.parse::<i32>().ok().filter(|_| word.len() == 4);
    told.iter().filter_map(year).filter(|year| (1990..2100).contains(year))
}
