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
