//! What the words around a figure say that it is.

use super::terms::Role;
use crate::in_words::{way, without_hedge};
use crate::light;
use crate::prose::words;
use uppsikt_domain::quantity::Unit;
use uppsikt_text::case::Lower;
use uppsikt_text::prose::Found;

/// What ends a clause.
const BREAKS: [&str; 16] = [
    ", ",
    "; ",
    ": ",
    ". ",
    " (",
    ")",
    " \u{2013} ",
    " och ",
    " men ",
    " medan ",
    " samt ",
    " genom ",
    " eftersom ",
    " till följd ",
    " på grund ",
    " tack vare ",
];

/// The words right before a figure, from where their clause begins; `opens` where no figure stands before them.
pub fn lead(before: &str, opens: bool) -> &str {
    let marks = BREAKS.iter().filter(|mark| !(opens && **mark == " och "));
    let start = marks.filter_map(|mark| before.rfind(mark).map(|at| at + mark.len())).max();
    before.get(start.unwrap_or(0)..).unwrap_or(before)
}

/// The words right after a figure, until their clause ends.
pub fn tail(after: &str) -> &str {
    let ends = BREAKS.iter().filter_map(|mark| after.find(mark)).min().unwrap_or(after.len());
    after[..ends].trim_end_matches(['.', '!', '?'])
}

/// Words between what an amount is called and the amount.
const JOINTS: &str = "på med till om är blev blir var vara bli därmed alltså uppgår uppgick därför således då nu plus minus \
    totalt sammanlagt stannar stannade vid landar landade hamnar hamnade cirka ca drygt knappt nästan omkring ungefär";

/// Beginnings of words by which an amount is how far levels are apart, or what is left.
const APART: &str = "skillnad spann differens mellanskillnad avvik förbättring försämring uppräkning gap överskr överskred \
    överst understig understeg skilj skilde återstå rester kvar lyft tapp bortfall tillskott förkort förläng \
    uppgång nedgång förändring";

/// Words after an amount by which it is how far one level is from another.
const THAN: &str = "fler färre mer mindre högre lägre bättre sämre kortare längre större dyrare billigare snabbare \
    återstår återstod kvarstår kvar";

/// Words after an amount that are the same, before what it is compared with.
const AGAINST: &str = "över under från mot";

/// What levels are compared with.
const LEVELS: &str = "mål budget ram plan prognos tak gräns rikt snitt genomsnitt beslut nivå standard förra föregående fjol \
    år länet riket den det anslag kalkyl";

/// Beginnings of words by which an amount is all of some.
const TOTAL: &str =
    "totalt sammanlagt tillsammans sammantaget summa ihop sammanlagd sammanlagda totala samlade";

/// Beginnings of words by which an amount is the mean of some.
const MEAN: &str = "medelvärde genomsnitt snitt mittpunkt medeltal snittet";

/// Words by which what is told follows from what was.
const THUS: &str = "alltså därmed således följaktligen vilket dvs säga ger gav blir motsvarar motsvarande";

/// Whether a word is one of a list.
pub fn is_one_of(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|own| own == word)
}

/// Whether a word begins as one of a list does.
pub fn begins(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|own| word.starts_with(own))
}

/// What the words around a figure say that it is; `slice` are those since the figure before it.
pub fn role(sentence: &str, found: &Found, (slice, lead): (&str, &str)) -> Role {
    let apposed = without_hedge(lead).is_empty().then(|| slice.trim_end().strip_suffix(',')).flatten();
    let before = words(without_hedge(apposed.map_or(lead, |before| self::lead(before, false))));
    let rest = &sentence[found.range.end..];
    let after = words(tail(rest.strip_prefix(") ").unwrap_or(rest)));
    let mean = |words: &[String]| {
        words
            .windows(2)
            .any(|two| two[0] == "i" && ["snitt", "genomsnitt", "medeltal"].contains(&two[1].as_str()))
    };
    if mean(&after) {
        return Role::Mean;
    }
    if before.last().is_some_and(|word| word == "av")
        || before.iter().rev().nth(1).is_some_and(|word| word == "av")
    {
        return Role::Level;
    }
    let via = slice.trim_start().strip_prefix("genom ").map(words);
    if via.is_some_and(|via| via.len() <= 3 && via.last().is_some_and(|word| word == "på" || word == "om")) {
        return Role::Apart;
    }
    let joints: Vec<&String> = before.iter().rev().take_while(|word| is_one_of(JOINTS, word)).collect();
    let named = before.iter().rev().skip(joints.len()).take(1).next();
    let to = joints.first().is_some_and(|word| *word == "till");
    let is_way = |word: &String| way(word).is_some();
    let near: Vec<&String> = before.iter().rev().take(joints.len() + 2).collect();
    if near.iter().any(|word| begins(MEAN, word))
        || before.first().is_some_and(|word| begins("medelvärde medeltal mittpunkt", word))
    {
        return Role::Mean;
    }
    if near.iter().any(|word| is_one_of(TOTAL, word))
        || after.iter().take(3).any(|word| is_one_of(TOTAL, word))
    {
        return Role::Total;
    }
    let verb = named.is_some_and(is_way) && !(to && joints.len() == 1);
    let called = named.is_some_and(|word| begins(APART, word));
    let left = before.iter().rev().take(3).any(|word| begins("återstå rester kvarstå", word));
    let signed = sentence[found.range.clone()].starts_with('+');
    let subject = before.iter().take(2).any(|word| begins(APART, word))
        && joints.len() > 0
        && joints.last() != Some(&&"till".to_owned());
    let bare = apposed.is_some();
    if (verb || called) && (bare || !joints.is_empty()) || subject || left || is_than(&after) || signed {
        return Role::Apart;
    }
    if found.quantity.unit == Unit::Percent && verb { Role::Apart } else { Role::Level }
}

/// "fler än", "under målet".
fn is_than(after: &[String]) -> bool {
    if after.iter().take(3).any(|word| is_one_of(THAN, word)) {
        return true;
    }
    let mut near = after.iter().enumerate().take(3);
    near.any(|(at, word)| {
        let next = after.get(at + 1..).unwrap_or_default();
        is_one_of(AGAINST, word) && next.iter().take(3).any(|it| begins(LEVELS, it) && it != "året")
    })
}

/// "per elev", "i månaden", "vardera": the figure is for each of some.
pub fn is_each(before: &str, tail: &str) -> bool {
    const PER: [&str; 6] = ["vardera", "styck", "månaden", "timmen", "dygnet", "var"];
    let after = words(tail);
    let lead = words(lead(before, false));
    let per = |word: &String| word == "per" || word.starts_with("/");
    after.iter().take(4).any(per)
        || tail.trim_start().starts_with('/')
        || after.iter().take(2).any(|word| PER.contains(&word.as_str()))
        || lead.iter().rev().take(8).any(|word| {
            per(word)
                || [
                    "timkost",
                    "styckkost",
                    "snittkost",
                    "dygnskost",
                    "timpris",
                    "genomsnittskost",
                    "månadskost",
                    "medelkost",
                ]
                .iter()
                .any(|stem| word.starts_with(stem))
        })
}

/// Whether a figure is told to follow from others.
pub fn is_thus(lead: &str) -> bool {
    words(lead).iter().any(|word| is_one_of(THUS, word) || word.starts_with("netto"))
}

/// Whether words say nothing but that what was said is told once more: "eller", "vilket motsvarar".
pub fn is_again(slice: &str) -> bool {
    const AGAIN: &str = "eller motsvarande motsvarar motsvarade vilket är det utgör dvs vill säga alltså en ett ökning minskning \
        höjning sänkning på med om kronor personer procent elever barn";
    let told = words(without_hedge(slice));
    let marked =
        slice.contains([',', '(']) || told.iter().any(|word| word == "eller" || word.starts_with("motsvar"));
    marked && told.len() <= 5 && told.iter().all(|word| is_one_of(AGAIN, word))
}

/// What of the words after a figure tells what it is: up to "fler", where nothing is compared after it.
pub fn own_tail(tail: &str) -> &str {
    let told = crate::lines::words(tail);
    let than = told.iter().position(|(_, word)| is_one_of(THAN, &word.lower()));
    let Some(at) = than.filter(|at| *at < 3) else { return tail };
    let next = told.get(at + 1).map_or("", |(_, word)| word);
    if is_comparing(&next.lower()) { tail } else { &tail[..told[at].0.end] }
}

/// Whether the words after a figure compare it with the next.
pub fn compares(tail: &str) -> bool {
    words(tail).iter().any(|word| is_comparing(word) || word == "sedan")
}

/// Whether a name of a share: "självfinansieringsgraden är", "svarsfrekvensen blev".
pub fn is_degree(lead: &str) -> bool {
    const ENDS: [&str; 6] = ["grad", "graden", "frekvens", "frekvensen", "andelen", "kvoten"];
    let told = words(without_hedge(lead));
    let named = told.iter().rev().find(|word| !is_one_of(JOINTS, word));
    told.len() <= 5 && named.is_some_and(|word| ENDS.iter().any(|end| word.ends_with(end)))
}

/// "av dem": what a sentence says is of what was said last.
pub fn is_of_those(sentence: &str) -> bool {
    let told: Vec<String> = words(sentence).into_iter().take(2).collect();
    told.len() == 2
        && ["av", "bland"].contains(&told[0].as_str())
        && ["dem", "dessa", "de", "den", "detta", "det"].contains(&told[1].as_str())
}

/// Whether the last of some parts is the rest.
pub fn is_rest(lead: &str) -> bool {
    words(lead).iter().any(|word| begins("övrig resterande resten återstående", word))
}

/// Whether a word only says what a figure is to others.
pub fn is_cue(word: &str) -> bool {
    let whole = [JOINTS, TOTAL, THUS].iter().any(|list| is_one_of(list, word));
    whole || is_comparing(word) || begins(APART, word) || begins(MEAN, word)
}

/// Whether a word sets one level against another.
pub fn is_comparing(word: &str) -> bool {
    light::is_comparing(word) || is_one_of(THAN, word) || is_one_of(AGAINST, word)
}

/// Words by which parts are not all there are, or amounts are of something else or of two times.
pub fn is_open(sentence: &str) -> bool {
    const OPEN: [&str; 25] = [
        "bland annat",
        "bl.a.",
        "bl a ",
        "till exempel",
        "t.ex.",
        "t ex ",
        "exempelvis",
        "exklusive",
        "exkl",
        "inklusive",
        "inkl",
        "utöver",
        "förutom",
        "därtill",
        "kommer till",
        "till detta kommer",
        "såsom",
        "ingår inte",
        "oräknat",
        "framför allt",
        "frånsett",
        "borträknat",
        "var för sig",
        "rensat",
        "inräkna",
    ];
    let lower = sentence.lower().replace("inklusive moms", "");
    let part = ["augusti", "april", "period", "hittills", "tertial"].iter().any(|word| lower.contains(word));
    part && lower.contains("helår") || OPEN.iter().any(|words| lower.contains(words))
}

/// Whether words name the first of a stock, or the last of it.
pub fn is_stock(sentence: &str) -> [bool; 2] {
    let lower = sentence.lower();
    let has = |all: &[&str]| all.iter().any(|words| lower.contains(words));
    [
        has(&["årets början", "ingången av", "ingående", "årets ingång", "vid årsskiftet"]),
        has(&["årets slut", "utgången av", "utgående", "årets utgång"]),
    ]
}

/// How many signs there are that parts are all that there is of a whole.
pub fn complete(whole: &str, text: &str) -> usize {
    let told = words(text);
    let has = |list: &str| told.iter().any(|word| begins(list, word));
    let votes = has("ja-röst jaröst") && has("nej-röst nejröst") && has("avst");
    let rest = has("övrig resterande resten återstående");
    let of = words(whole);
    let of = &of[of.len().saturating_sub(3)..];
    let of_whole = of.iter().any(|word| {
        word == "av"
            || is_one_of("samtliga alla totalt sammanlagt totala samlade sammanlagda hela total", word)
    });
    let of_those =
        told.windows(2).any(|two| two[0] == "av" && ["dem", "dessa", "den"].contains(&two[1].as_str()));
    [votes, rest, of_whole, of_those, text.contains("respektive")].into_iter().filter(|it| *it).count()
}

/// Whether a word says which of the levels of one thing is told.
pub fn is_level(word: &str) -> bool {
    begins("utfall budget mål prognos plan ram resultat kostnad målvärde målet", word)
}

/// Whether words tell of both sexes: an index of both is no sum, and some may be counted as neither.
pub fn is_by_sex(text: &str) -> bool {
    let told = words(text);
    let has = |list: &str| told.iter().any(|word| begins(list, word));
    has("kvinn flick tjej") && has("män pojk kill")
}
