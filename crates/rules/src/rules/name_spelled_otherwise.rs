//! The name of a body with a slip: "Kultur och fritidsnämnden".

use crate::alike::letters_alike_permille;
use crate::body_names::{self, Same};
use crate::limits::permille;
use crate::place;
use crate::prose::{Passage, locate, passages};
use crate::rule::Rule;
use crate::seen::Seen;
use std::collections::BTreeMap;
use uppsikt_domain::document::Document;
use uppsikt_domain::place::Span;
use uppsikt_findings::{About, Family, Finding, Severity, verbatim};
use uppsikt_messages::Message;
use uppsikt_text::case::Lower;

/// The rule.
pub const RULE: Rule = Rule {
    about: About {
        name: "name-spelled-otherwise",
        code: "KON-005",
        family: Family::Consistency,
        severity: Severity::Warning,
        rests_on: "En nämnd har ett namn, det som står i reglementet.",
        page_sv: include_str!("name_spelled_otherwise.sv.md"),
        page_en: include_str!("name_spelled_otherwise.en.md"),
    },
    check,
};

fn check(picture: &Seen<'_>) -> Vec<Finding> {
    // Names this like each other are meant to be the same.
    let alike = permille(&picture.structure, RULE.about.name, "alike_permille");
    picture.documents.iter().flat_map(|document| of_document(document, alike)).collect()
}

/// A name as it is printed in a passage.
struct Named<'a> {
    passage: Passage<'a>,
    name: String,
}

fn of_document(document: &Document, alike: u16) -> Vec<Finding> {
    let passages = passages(document);
    if let Some(slip) = slip_in_title(document, &passages) {
        return vec![slip];
    }
    let named: Vec<Named<'_>> = passages.iter().flat_map(names).collect();
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    named.iter().for_each(|it| *counted.entry(it.name.clone()).or_default() += 1);
    if let Some(body) = &document.body {
        *counted.entry(body.text.lower()).or_default() += 100;
    }
    let slips = named.iter().filter_map(|it| Some((it, meant(&it.name, &counted, alike)?)));
    let mut found: Vec<Finding> = slips.map(|(named, meant)| tell(document, named, meant)).collect();
    let spans: Vec<Span> = found.iter().map(|finding| finding.at.span).collect();
    let is_told = |it: &Finding| spans.iter().any(|span| span.holds_line(it.at.span.at.line));
    found.extend(own_name_slips(document, &passages).into_iter().filter(|it| !is_told(it)));
    let told: Vec<u32> = found.iter().map(|finding| finding.at.span.at.line).collect();
    let more = named_otherwise(document).into_iter().chain(misspelled(document, &passages));
    found.extend(more.filter(|finding| !told.contains(&finding.at.span.at.line)));
    found
}

/// Names of two parts that stand once, of a committee that goes by another name more often.
fn named_otherwise(document: &Document) -> Vec<Finding> {
    let (named, counted) = body_names::of_two_parts(document);
    let mut found = Vec::new();
    for it in &named {
        let own = counted.get(&it.name).copied().unwrap_or(0);
        let others = counted.iter().filter(|(_, times)| own == 1 && **times > own);
        let like =
            others.filter_map(|(other, times)| Some((other, times, body_names::same(&it.name, other)?)));
        let Some((other, _, same)) = like.max_by_key(|(_, times, _)| **times) else { continue };
        let lower = it.passage.text.lower();
        if FORMER.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let told = tell_name(document, &it.passage, &it.name, other);
        found.push(match same {
            Same::Surely => told,
            Same::Likely => Finding { severity: Severity::Note, confidence_percent: 60, ..told },
        });
    }
    found
}

/// Words about a name that a committee had, will have or takes over from.
const FORMER: [&str; 10] = [
    "tidigare",
    "före detta",
    "dåvarande",
    "byter namn",
    "bytt namn",
    "bytte namn",
    "f.d.",
    "ny nämnd",
    "nya nämnd",
    "ersätter",
];

/// "Grundskolenämden": a letter is left out of the word for a committee.
fn misspelled(document: &Document, passages: &[Passage<'_>]) -> Vec<Finding> {
    let mut found = Vec::new();
    for passage in passages.iter().filter(|passage| SLIPS.iter().any(|slip| passage.text.contains(slip))) {
        for word in passage.text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let start = bare.trim_end_matches('s');
            let slip = SLIPS.iter().find_map(|slip| start.strip_suffix(slip)).filter(|rest| rest.len() > 2);
            let at = || place::at(document, locate(document, passage.span, bare));
            found.extend(slip.map(|rest| told(at(), bare, &format!("{rest}nämnden"))));
        }
    }
    found
}

/// Slips in "nämnden".
const SLIPS: [&str; 6] = ["nämden", "nämdnen", "nämndne", "nämnnden", "nämndden", "nänmden"];

/// Words that are a letter or two from the last word of the body's own name: "servicenämden".
fn own_name_slips(document: &Document, passages: &[Passage<'_>]) -> Vec<Finding> {
    let Some(body) = &document.body else { return Vec::new() };
    let own = body.text.lower();
    let last = own.split_whitespace().last().unwrap_or_default().to_owned();
    if last.chars().count() < OWN_LETTERS {
        return Vec::new();
    }
    let mut found = Vec::new();
    for passage in passages {
        for word in passage.text.split_whitespace() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            // A slip of one letter and a genitive's s: no word of another length is meant.
            if bare.len().abs_diff(last.len()) > 4 {
                continue;
            }
            // One slip leaves the beginning or the end of so long a word whole.
            if !same_end(bare, &last) {
                continue;
            }
            let lower = bare.lower();
            let slip = is_one_slip(&lower, &last) || is_one_slip(&lower, &format!("{last}s"));
            // "Fritidsnämnd" and "fritidsnämnder" are other forms of the word.
            let form = lower.starts_with(last.trim_end_matches("en")) || last.starts_with(&lower);
            if slip && !form {
                let at = place::at(document, locate(document, passage.span, bare));
                found.push(told(at, bare, &body.text));
            }
        }
    }
    found
}

/// So many times a name stands in the text that another, which stands on the title page alone, is a slip of.
const OFTEN: usize = 2;

/// The body's name on the title page, where the text has it nowhere and another that is one slip from it often.
fn slip_in_title(document: &Document, passages: &[Passage<'_>]) -> Option<Finding> {
    let body = document.body.as_ref()?;
    let own = body.text.lower();
    let last = own.split_whitespace().last().filter(|last| last.chars().count() >= OWN_LETTERS)?;
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for word in passages.iter().flat_map(|passage| passage.text.split_whitespace()) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.len().abs_diff(last.len()) <= 3 && same_end(bare, last) {
            *counted.entry(bare.lower().trim_end_matches('s').to_owned()).or_default() += 1;
        }
    }
    let meant = counted.iter().filter(|(word, times)| **times >= OFTEN && is_one_slip(word, last));
    let (meant, _) = meant.max_by_key(|(_, times)| **times).filter(|_| !counted.contains_key(last))?;
    let expected = own.strip_suffix(last).map(|before| format!("{before}{meant}"))?;
    let raised: String = match expected.chars().next() {
        Some(first) => first.to_uppercase().chain(expected.chars().skip(1)).collect(),
        None => expected,
    };
    Some(told(place::at(document, body.span), &body.text, &raised))
}

/// A shorter name is too easily another word.
const OWN_LETTERS: usize = 10;

/// Whether two words begin or end alike, in four letters and whatever their case; a genitive's s
/// does not count.
fn same_end(word: &str, other: &str) -> bool {
    fn four(letters: impl Iterator<Item = char>) -> [char; 4] {
        let mut lower = letters.flat_map(char::to_lowercase);
        [(); 4].map(|()| lower.next().unwrap_or(' '))
    }
    let bare = word.strip_suffix(['s', 'S']).unwrap_or(word);
    four(word.chars()) == four(other.chars())
        || four(bare.chars().rev()) == four(other.chars().rev())
        || four(word.chars().rev()) == four(other.chars().rev())
}

/// Whether two words differ by one letter that is missing, added or another, or by two
/// neighbours that have changed places.
fn is_one_slip(word: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same_start..], &b[same_start..]);
    match (rest_a, rest_b) {
        ([], []) => false,
        ([x, y, more @ ..], [z, w, other @ ..]) if x == w && y == z && more == other => true,
        ([_, more @ ..], [_, other @ ..]) if more == other => true,
        ([_, more @ ..], other) if more == other => true,
        (more, [_, other @ ..]) => more == other,
        _ => false,
    }
}

fn told(at: uppsikt_findings::FindingPlace, printed: &str, meant: &str) -> Finding {
    Finding {
        confidence_percent: 88,
        found: verbatim(printed),
        expected: verbatim(meant),
        advice: Message::new("rule-name-spelled-otherwise-try"),
        ..RULE.about.finding(at, Message::new("rule-name-spelled-otherwise-says"))
    }
}

/// The names of committees in a passage, in lower case without the genitive's s: the last
/// word and, before "och", words that end in a hyphen or stand where one should be: "hälsa-, vård-
/// och omsorgsnämnden".
fn names<'a>(passage: &Passage<'a>) -> Vec<Named<'a>> {
    // Upper case is rare: only its first letter can be raised in running text.
    if !(passage.text.contains("ämnden") || passage.text.contains("ÄMNDEN")) {
        return Vec::new();
    }
    let bare = |word: &str| {
        let bare = word.trim_matches(|c: char| !(c.is_alphanumeric() || c == '-')).lower();
        if word.ends_with("-,") { bare + "," } else { bare }
    };
    let words: Vec<String> = passage.text.split_whitespace().map(bare).collect();
    let ends =
        (0..words.len()).filter(|at| words[*at].ends_with("nämnden") || words[*at].ends_with("nämndens"));
    let named = ends.map(|end| {
        let joined = end >= 2 && words[end - 1] == "och" && !words[end - 2].ends_with("nämnden");
        let start = if joined { end - 2 } else { end };
        let more = words[..start].iter().rev().take_while(|word| word.ends_with("-,")).count();
        let start = if joined { start - more } else { start };
        words[start..=end].join(" ").trim_end_matches('s').to_owned()
    });
    named.map(|name| Named { passage: passage.clone(), name }).collect()
}

/// The name that another one is a slip of: nearly the same, and used much more.
fn meant<'a>(name: &str, counted: &'a BTreeMap<String, usize>, alike: u16) -> Option<&'a str> {
    let own = counted.get(name).copied().unwrap_or(0);
    let known = counted.iter().filter(|(other, count)| *other != name && **count >= 3 * own);
    let mut alike = known.filter(|(other, _)| is_slip(name, other, alike));
    alike.next().map(|(other, _)| other.as_str())
}

/// A hyphen that is left out before "och", or a letter or two in a name of several words.
fn is_slip(name: &str, other: &str, alike: u16) -> bool {
    let hyphen = other.contains("- och ") && name == other.replace("- och ", " och ");
    let parts = name.contains("- och ") && other.contains("- och ");
    hyphen || parts && letters_alike_permille(name, other) >= alike
}

fn tell(document: &Document, named: &Named<'_>, meant: &str) -> Finding {
    tell_name(document, &named.passage, &named.name, meant)
}

fn tell_name(document: &Document, passage: &Passage<'_>, name: &str, meant: &str) -> Finding {
    let text = passage.text;
    let at = text.lower().find(name).filter(|at| text.is_char_boundary(*at));
    let printed = at.and_then(|at| text.get(at..at + name.len())).unwrap_or(name);
    told(place::at(document, locate(document, passage.span, printed)), printed, meant)
}

#[cfg(test)]
mod tests {
    use super::is_one_slip;

    #[test]
    fn a_slip_leaves_one_end_whole() {
        for slip in ["servicenämden", "sevricenämnden", "Ervicenämnden", "servicenämndne", "servicenämdens"]
        {
            assert!(super::same_end(slip, "servicenämnden"), "{slip}");
        }
        assert!(!super::same_end("verksamheter", "servicenämnden"));
    }

    #[test]
    fn a_slip_is_one_letter_or_two_that_changed_places() {
        assert!(is_one_slip("servicenämden", "servicenämnden"));
        assert!(is_one_slip("servicenämnnden", "servicenämnden"));
        assert!(is_one_slip("sevricenämnden", "servicenämnden"));
        assert!(!is_one_slip("servicenämnden", "servicenämnden"));
        assert!(!is_one_slip("skolnämnden", "servicenämnden"));
    }
}
