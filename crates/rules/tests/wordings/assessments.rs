//! Assessments against what is said of them elsewhere.

use crate::hold;

fn assessed(words: &str) -> String {
    format!(
        "# Delårsrapport januari\u{2013}augusti 2025\n\nTekniska nämnden\n\n# Uppföljning av kommunfullmäktigemål\n\n\
         ## Kommunfullmäktigemål - Det är tryggt på gatorna\n\n### Bedömning januari\u{2013}augusti 2025\n\n{words}\n"
    )
}

#[test]
fn a_text_that_says_the_opposite_of_its_assessment_is_told() {
    hold(
        "BED-004",
        assessed,
        &[
            "På väg. Målet kommer inte att uppfyllas under året.",
            "Nämnden är på väg. Målet har inte nåtts.",
            "På väg. Nämnden når inte upp till målet.",
            "Inte på väg. Målet är nått i alla delar.",
            "Inte på väg. Nämnden har nått målet.",
        ],
        &[
            "På väg. Målet nås inte om inte lamporna byts.",
            "Inte på väg. Målet är delvis uppfyllt.",
            "Inte på väg. Förra årets mål är nått, men årets är långt borta.",
            "På väg. Målet nås under året.",
            "Delvis på väg. Målet har inte nåtts.",
        ],
    );
}

#[test]
fn an_assessment_that_is_told_otherwise_elsewhere_is_told() {
    let summed = |words: &str| {
        format!(
            "# Delårsrapport januari\u{2013}augusti 2025\n\nTekniska nämnden\n\n# Sammanfattning\n\n{words}\n\n# Uppföljning av kommunfullmäktigemål\n\n\
             ## Kommunfullmäktigemål - Det är tryggt på gatorna\n\n### Bedömning januari\u{2013}augusti 2025\n\nPå väg. Lamporna är bytta.\n\n\
             ## Kommunfullmäktigemål - Det är grönt i alla parker\n\n### Bedömning januari\u{2013}augusti 2025\n\nDelvis på väg. Träden är planterade.\n"
        )
    };
    let table = |status: &str| {
        format!(
            "Lamporna är bytta.\n\n| Mål | Bedömning perioden |\n| --- | --- |\n| Det är tryggt på gatorna | {status} |\n| Det är grönt i alla parker | Delvis på väg |"
        )
    };
    hold(
        "BED-005",
        summed,
        &[
            &table("Delvis på väg"),
            &table("Gul"),
            &table("Röd"),
            "Målet Det är tryggt på gatorna bedöms vara delvis på väg.",
            "Nämnden bedömer att Det är grönt i alla parker är på väg.",
        ],
        &[
            &table("På väg"),
            &table("Grön"),
            "Målet Det är tryggt på gatorna bedöms vara på väg.",
            "Nämnden arbetar med målet Det är tryggt på gatorna.",
            "Nämnden bedömer att Det är grönt i alla parker är delvis på väg.",
        ],
    );
}

#[test]
fn a_label_without_an_answer_or_with_one_off_the_scale_is_told() {
    let labels = |words: &str| {
        let part = |name: &str, status: &str| format!("## {name}\n\n{name} ses över.\n\n{status}\n\n");
        format!(
            "# Delårsrapport januari\u{2013}augusti 2025\n\nTekniska nämnden\n\n# Nämndens egna åtgärder\n\n{}{}{}{}",
            part("Lamporna", "Status: Grön"),
            part("Skyltarna", "Status: Gul"),
            part("Parkerna", "Status: Grön"),
            part("Torgen", words)
        )
    };
    hold(
        "BED-006",
        labels,
        &["Status:", "Status: Blå", "**Status:**"],
        &[
            "Status: Röd",
            "**Status:** Gul",
            "Status: delvis enligt plan",
            "Torgen är rena.",
            "Nästa steg: Se ovan",
        ],
    );
}
