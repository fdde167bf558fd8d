//! Parts that sentences list beside their whole in any wording: "7,6 mkr, avser belysning (4,1 mkr) och beläggning
//! (3,5 mkr)", "Av dessa gällde 1 340 …", "finansieras med …".

mod bracketed;
mod colon;
mod of_these;
mod run;
mod shares;

use crate::amounts::{Amount, Off, can_be_nought, is_one_slip, left};
use crate::each::is_each;
use crate::numbered::Numbered;
pub use shares::complement;
use uppsikt_domain::interval::Fixed;
use uppsikt_domain::quantity::Hedge;

/// A whole and the parts that are told of it.
#[derive(Debug)]
struct Listed<'n> {
    whole: Amount<'n>,
    parts: Vec<Amount<'n>>,
    /// Whether the parts are all that there is: fewer are a fault too.
    are_all: bool,
    /// Whether the words leave no other reading; else one slip must be why the sum is another.
    is_sure: bool,
    /// Into how many of the whole's parts the difference must go.
    reach: i64,
}

/// The whole whose parts are another sum.
pub fn off<'n, 'a>(now: &'n Numbered<'a>, before: Option<&'n Numbered<'a>>) -> Option<Off<'n, 'a>> {
    // Most sentences have no list.
    if now.counts.is_empty() || now.counts.len() + before.map_or(0, |it| it.counts.len()) < 3 {
        return None;
    }
    let listed = bracketed::of(now)
        .or_else(|| run::of(now))
        .or_else(|| colon::of(now))
        .or_else(|| of_these::of(now, before))
        .or_else(|| before.and_then(|before| of_these::financed(now, before)))?;
    let sum = wrong(&listed)?;
    let said = before.filter(|it| std::ptr::eq(it.sentence, listed.whole.sentence)).unwrap_or(now);
    Some(Off { said, found: listed.whole.found.clone(), right: listed.whole.printed_as(sum) })
}

/// What the parts make, where that cannot be the whole.
fn wrong(listed: &Listed<'_>) -> Option<Fixed> {
    let Listed { whole, parts, are_all, is_sure, reach } = listed;
    let all = || parts.iter().chain([whole]);
    let each = || parts.iter().any(|it| is_each(it.sentence, it.found));
    if parts.len() < 2 || each() || all().any(|it| it.found.hedge != Hedge::Exact || it.kind != whole.kind) {
        return None;
    }
    // "avvikelsen på 10,3 mkr avser … (−7,6 mkr)": the whole is told without its sign.
    let below = parts.iter().all(|it| it.found.quantity.mantissa < 0);
    let sign = if below && whole.found.quantity.mantissa > 0 { -1 } else { 1 };
    let terms: Vec<(i64, &Amount<'_>)> = parts.iter().map(|it| (sign, it)).chain([(-1, whole)]).collect();
    let over = left(&terms);
    let near = over.abs().times(*reach) <= whole.value().abs();
    let fault = *are_all || !over.is_negative() && !whole.value().is_negative();
    let sum = over + whole.value();
    (!can_be_nought(&terms) && near && fault && (*is_sure || is_one_slip(&terms))).then_some(sum)
}

/// Words that leave something out of a list of parts.
const SOME: [&str; 16] = [
    "bland",
    "annat",
    "främst",
    "huvudsakligen",
    "exempelvis",
    "t.ex",
    "bl.a",
    "däribland",
    "särskilt",
    "framför",
    "såsom",
    "än",
    "vardera",
    "per",
    "jämfört",
    "inklusive",
];

/// Words by which something is told of twice.
const TWICE: [&str; 11] = [
    "flera",
    "samma",
    "både",
    "också",
    "även",
    "dessutom",
    "delvis",
    "dubbelt",
    "samtidigt",
    "därutöver",
    "båda",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numbered::{in_turn, of_text};

    fn right(text: &str) -> Option<String> {
        let all = of_text(text);
        in_turn(&all).find_map(|(now, before)| off(now, before)).map(|off| off.right.plain())
    }

    #[test]
    fn lists_that_make_another_sum_are_known() {
        for (text, sum) in [
            (
                "Underskottet på 9,4 mkr beror på vikarier (5,1 mkr), skadegörelse (2,3 mkr) och el (1,6 mkr).",
                "9.0",
            ),
            ("Avvikelsen på -9,4 mkr gäller vikarier (-5,1 mkr) och skadegörelse (-3,4 mkr).", "-8.5"),
            (
                "Anslaget är fördelat på badhus (3,1 mkr), isar (2,2 mkr) och spår (0,4 mkr), av totalt 5,9 mkr.",
                "",
            ),
            ("Det kom in 412 ärenden, fördelat på 214 klagomål, 108 frågor, 61 idéer och 20 tack.", "403"),
            (
                "Nämnden får 8,4 mkr i nya pengar för fler barn i norra delen av kommunen, varav 4,9 mkr till skolor, 2,1 mkr till förskolor och 1,8 mkr till bussar.",
                "8.8",
            ),
            (
                "Nämnden ger 640 föreningar stöd. Av dessa är 410 idrottsföreningar och 260 kulturföreningar.",
                "670",
            ),
            (
                "Bidraget är 8,6 mkr per år. Av detta går 5 100 tkr till driften och 3 900 tkr till hyran.",
                "9.0",
            ),
            (
                "Av de 720 boende var 112 i åldern 65–79 år, 541 var 80 år eller äldre och 76 var yngre än 65 år.",
                "729",
            ),
            (
                "Bussen finansieras med 1,4 mkr från regionen och 600 000 kronor ur nämndens ram. Den totala budgeten är 2,6 mkr.",
                "2.0",
            ),
            ("Åtgärderna ger 8,4 mkr i år: scheman 2,6 mkr, inhyrda 1,9 mkr och parkeringar 0,9 mkr.", "5.4"),
        ] {
            assert_eq!(right(text).as_deref(), Some(sum).filter(|sum| !sum.is_empty()), "{text}");
        }
    }

    #[test]
    fn lists_that_fit_or_tell_of_more_than_one_whole_are_left_alone() {
        for text in [
            "Underskottet på 9,0 mkr beror på vikarier (5,1 mkr), skadegörelse (2,3 mkr) och el (1,6 mkr).",
            "Underskottet på 9,4 mkr beror bland annat på vikarier (5,1 mkr) och el (1,6 mkr).",
            "Avvikelsen på 8,5 mkr gäller vikarier (-5,1 mkr) och skadegörelse (-3,4 mkr).",
            "Åtgärderna ger 5,4 mkr i år: scheman 2,6 mkr, inhyrda 1,9 mkr och parkeringar 0,9 mkr.",
            "Åtgärderna ger 8,4 mkr i år: bland annat scheman 2,6 mkr, inhyrda 1,9 mkr och parkeringar 0,9 mkr.",
            "Åtgärderna ger 8,4 mkr i år: scheman 2,6 mkr, inhyrda 1,9 mkr och parkeringar 0,9 mkr nästa år.",
            "Åtgärderna ger 9,7 mkr i år: scheman 2,6 mkr, inhyrda 1,9 mkr och parkeringar 0,9 mkr.",
            "Det finns 12 enheter, fördelade på 3 områden, 7 orter och 4 chefer.",
            "Nämnden har 48 anställda, varav 30 kvinnor och 22 på deltid.",
            "Av de 420 klagomålen gällde 210 buller, 140 damm och 160 lukt.",
            "Av de 420 klagomålen gällde 210 buller och 140 damm.",
            "Bussen finansieras delvis med 1,4 mkr från regionen och 600 000 kronor ur nämndens ram. Den totala budgeten är 2,6 mkr.",
        ] {
            assert_eq!(right(text), None, "{text}");
        }
    }
}
