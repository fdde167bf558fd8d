//! Running text: slips of the pen and what a template leaves.

use super::clean::Clean;
use super::{Planted, structure::slipped};
use uppsikt_domain::place::Span;
use uppsikt_domain::walk::{Printed, walk};

/// The paragraphs of the running text.
pub fn paragraphs(clean: &Clean) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    walk(&clean.document, &mut |met| {
        if let Printed::Paragraph(text, span) = met.printed {
            found.push((text.to_owned(), span));
        }
    });
    found
}

/// Paragraphs that end in a full stop: something can be said after them.
pub fn ended(clean: &Clean) -> Vec<Span> {
    let whole = paragraphs(clean).into_iter().filter(|(text, _)| text.ends_with('.'));
    whole.map(|(_, span)| span).collect()
}

fn said(clean: &Clean, kind: &'static str, sentences: &[&str]) -> Vec<Planted> {
    let numbered = ended(clean).into_iter().enumerate();
    let added = numbered.map(|(index, span)| {
        let sentence = sentences[index % sentences.len()].to_owned();
        Planted::after(kind, span.end_line, vec![String::new(), sentence])
    });
    added.collect()
}

pub fn from_to(clean: &Clean) -> Vec<Planted> {
    said(
        clean,
        "from A to B",
        &[
            "Antalet besök har ökat med 12 procent, från 50 till 58.",
            "Andelen har ökat med 9 procentenheter, från 31 till 38 procent.",
            "Kostnaden minskar med 2,4 mkr, från 18,2 till 16,8 mkr.",
            "Kön har minskat med 40 procent, från 300 till 210 personer.",
        ],
    )
}

pub fn direction(clean: &Clean) -> Vec<Planted> {
    said(
        clean,
        "direction",
        &[
            "Andelen ökar från 38 till 31 procent.",
            "Väntetiden ska minska från 20 till 35 dagar.",
            "Antalet platser växer från 64 till 58.",
        ],
    )
}

pub fn share(clean: &Clean) -> Vec<Planted> {
    said(
        clean,
        "share in prose",
        &[
            "Av de svarande är 38 av 120 nöjda, alltså 52 procent.",
            "Nämnden har besökt 12 av 40 lokaler (36 procent).",
            "I enkäten svarade 45 procent, eller 81 av 200.",
        ],
    )
}

pub fn parts(clean: &Clean) -> Vec<Planted> {
    said(
        clean,
        "parts in prose",
        &[
            "Arbetet får 7,5 mkr, avseende 3,5 mkr för lokaler, 2,5 mkr för personal och 1,9 mkr för el.",
            "Av pengarna är 900 tkr avsatta, fördelat på 600 tkr till cyklar och 400 tkr till skyltar.",
            "Insatserna kostar 4,5 mkr, varav resor tar 3,6 mkr och mat 1,4 mkr.",
        ],
    )
}

/// A reference to a note, a table or a section that is not there.
pub fn reference(clean: &Clean) -> Vec<Planted> {
    said(
        clean,
        "reference to nothing",
        &[
            "Mer om detta står i avsnittet ”Lokaler och upplåtelser”.",
            "Se avsnittet ”Bemanning under sommaren”.",
            "Detta beskrivs under rubriken ”Omvärldens krav”.",
        ],
    )
}

/// Another goal named in the text, nearly as it is called.
pub fn goal_named(clean: &Clean) -> Vec<Planted> {
    let goals: Vec<String> = clean.document.goals().iter().map(|goal| goal.name().to_owned()).collect();
    let mut found = Vec::new();
    for (index, span) in ended(clean).into_iter().enumerate() {
        let Some(goal) = goals.get(index % goals.len().max(1)) else { continue };
        let words: Vec<&str> = goal.split_whitespace().collect();
        if words.len() < 4 {
            continue;
        }
        let fewer = [&words[..words.len() - 2], &words[words.len() - 1..]].concat().join(" ");
        let sentence = format!("Insatsen bidrar också till kommunfullmäktigemålet {fewer}.");
        found.push(Planted::after("goal named otherwise", span.end_line, vec![String::new(), sentence]));
    }
    found
}

pub fn placeholder(clean: &Clean) -> Vec<Planted> {
    const LEFT: [&str; 6] =
        ["XX procent", "[ange belopp]", "[Skriv här]", "???", "20XX", "Klicka här för att ange text."];
    let spans = paragraphs(clean).into_iter().map(|(_, span)| span.at.line);
    let left = spans.enumerate().filter_map(|(index, line)| {
        let (start, _) = clean.line(line).rsplit_once(' ')?;
        Some(Planted::line("placeholder left", clean, line, format!("{start} {}", LEFT[index % 6])))
    });
    left.collect()
}

pub fn word_doubled(clean: &Clean) -> Vec<Planted> {
    let mut found = Vec::new();
    for (index, (_, span)) in paragraphs(clean).into_iter().enumerate() {
        let line = span.at.line + u32::try_from(index).unwrap_or(0) % (span.end_line - span.at.line + 1);
        let words: Vec<&str> = clean.line(line).split(' ').collect();
        let plain = |word: &str| word.chars().count() > 3 && word.chars().all(char::is_lowercase);
        let places: Vec<usize> = (1..words.len()).filter(|at| plain(words[*at])).collect();
        let Some(place) = places.get(index % places.len().max(1)) else { continue };
        let mut doubled = words.clone();
        doubled.insert(*place, words[*place]);
        found.push(Planted::line("word doubled", clean, line, doubled.join(" ")));
    }
    found
}

/// The body's name with a slip: two letters, a letter too few, a hyphen left out.
pub fn name_misspelled(clean: &Clean) -> Vec<Planted> {
    let Some(body) = &clean.document.body else { return Vec::new() };
    let names = [body.text.clone(), body.text.to_lowercase()];
    let mut found = Vec::new();
    for (_, span) in paragraphs(clean) {
        for line in span.at.line..=span.end_line {
            let Some(name) = names.iter().find(|name| clean.line(line).contains(name.as_str())) else {
                continue;
            };
            let slips = [
                slipped(name),
                Some(name.replace("nämnden", "nämden")),
                name.contains("- och").then(|| name.replace("- och", " och")),
            ];
            for slip in slips.into_iter().flatten().filter(|slip| slip != name) {
                let changed = clean.line(line).replace(name.as_str(), &slip);
                found.push(Planted::line("name misspelled", clean, line, changed));
            }
        }
    }
    found
}

/// A day that no month has.
pub fn impossible_day(clean: &Clean) -> Vec<Planted> {
    let days =
        ["Beslutet togs den 31 november.", "Svaret kom den 30 februari.", "Mötet hålls den 31 juni 2026."];
    said(clean, "impossible day", &days)
}

/// A list that its sentence says has another number of points.
pub fn list_count(clean: &Clean) -> Vec<Planted> {
    let numbered = ended(clean).into_iter().enumerate();
    let mark = if clean.is_plain() { "•" } else { "-" };
    let added = numbered.map(|(index, span)| {
        let count = ["fyra", "två", "fem"][index % 3];
        let items = ["öppettider", "lokaler", "bemanning"].map(|item| format!("{mark} {item}"));
        let intro = [String::new(), format!("Arbetet omfattar följande {count} delar:"), String::new()];
        Planted::after("list of another count", span.end_line, [intro.as_slice(), &items].concat())
    });
    added.collect()
}
