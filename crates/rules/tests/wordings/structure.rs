//! Numbers, references and parts.

use crate::{hold, plan};

#[test]
fn a_numbered_section_of_a_document_without_numbers_is_told() {
    hold(
        "REF-002",
        |words| {
            plan(&format!(
                "{words}\n\n# Uppdrag\n\nText.\n\n# Ekonomi\n\nText.\n\n# Personal\n\nText.\n\n# Lokaler\n\nText."
            ))
        },
        &[
            "Vägarna sköts av driften (se avsnitt 7.3).",
            "Ekonomin är god, se avsnitt 4.2.",
            "Lokalerna räcker. Se kapitel 5.1 om planerna.",
        ],
        &[
            "Vägarna sköts av driften (se avsnitt 7.3 i kommunens budget).",
            "Ekonomin är god, se avsnittet Ekonomi.",
            "Lagens kapitel 5 gäller.",
        ],
    );
}

#[test]
fn a_reference_to_a_number_that_is_not_there_is_told() {
    let numbered = |words: &str| {
        plan(&format!(
            "Nämnden har fått tre uppdrag.\n\n# Uppdrag\n\nUppdrag 1. Tekniska nämnden ska se över lamporna.\n\nUppdrag 2. Tekniska nämnden ska se över skyltarna.\n\n\
             Uppdrag 3. Tekniska nämnden ska se över parkerna.\n\n# Bilagor\n\nBilaga 1. Taxor\n\nBilaga 2. Kartor\n\n# Ansvar\n\n{words}"
        ))
    };
    hold(
        "REF-002",
        numbered,
        &[
            "Arbetet hör ihop med uppdrag 17, som redovisas i juni.",
            "Taxorna står i bilaga 4.",
            "Det beskrivs under uppdrag 5.",
        ],
        &[
            "Arbetet hör ihop med uppdrag 2, som redovisas i juni.",
            "Taxorna står i bilaga 1.",
            "Det beskrivs i uppdrag 9 i kommunens budget.",
            "Nämnden har 12 uppdrag 2026.",
        ],
    );
}

#[test]
fn a_number_that_is_there_already_is_told() {
    let tables = |words: &str| {
        let table = "| Rad | Antal |\n| --- | ---: |\n| Norr | 150 |\n| Söder | 200 |";
        plan(&format!(
            "Lamporna byts.\n\n# Läget\n\nTabell 1. Lampor\n\n{table}\n\nTabell 2. Skyltar\n\n{table}\n\n{words}\n\n{table}"
        ))
    };
    hold(
        "STR-007",
        tables,
        &["Tabell 2. Träd", "**Tabell 2** Träd", "### Tabell 2: Träd och\u{a0}buskar"],
        &["Tabell 3. Träd", "Tabell 2. Skyltar", "Tabell 1 visar lamporna. Så här ser det ut för träd."],
    );
}

#[test]
fn a_paragraph_that_was_copied_to_another_goal_is_told() {
    let goals = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n\
             ## Kommunfullmäktigemål - Det är tryggt på gatorna\n\n### Planering för 2026\n\n\
             Nämnden byter lamporna längs gångvägarna vid de fyra största skolorna och ser över skyltarna i norr. \
             Arbetet görs tillsammans med skolorna, polisen och bostadsbolagen under våren, och följs upp i oktober.\n\n\
             ## Kommunfullmäktigemål - Det är grönt i parkerna\n\n### Planering för 2026\n\n{words}\n"
        )
    };
    hold(
        "KON-001",
        goals,
        &[
            "Nämnden byter lamporna längs gångvägarna vid de fyra största skolorna och ser över skyltarna i norr. \
             Arbetet görs tillsammans med skolorna, polisen och bostadsbolagen under våren, och följs upp i oktober.",
            "Nämnden byter lamporna längs gångvägarna vid de fem största skolorna och ser över skyltarna i norr. \
             Arbetet görs tillsammans med skolorna, polisen och bostadsbolagen under våren, och följs upp i oktober.",
            "Nämnden byter lamporna längs gångvägarna vid de fyra största skolorna och ser över skyltarna i söder. \
             Arbetet görs tillsammans med skolorna, polisen och bostadsbolagen under hösten, och följs upp i oktober.",
        ],
        &[
            "Nämnden planterar träd längs gångvägarna vid de fyra största skolorna och ser över gräsmattorna i norr. \
             Arbetet görs tillsammans med skolorna, föreningarna och bostadsbolagen under våren, och följs upp i juni.",
            "Nämnden planterar träd i parkerna.",
            "Arbetet beskrivs under målet Det är tryggt på gatorna.",
        ],
    );
}

#[test]
fn a_heading_with_tables_only_where_others_have_text_is_told() {
    let parts = |words: &str| {
        let part = |name: &str, text: &str| {
            format!(
                "## {name}\n\n### Förväntat resultat\n\n{text}\n\n| Indikator | Mål |\n| --- | ---: |\n| Nöjda med {name} | 87 |\n\n"
            )
        };
        plan(&format!(
            "Läget är gott.\n\n# Områden\n\n{}{}{}{}",
            part("Gator", "Gatorna blir tryggare."),
            part("Parker", "Parkerna blir grönare."),
            part("Torg", "Torgen blir renare."),
            part("Vägar", words)
        ))
    };
    hold(
        "STR-001",
        parts,
        &["", "\n", " "],
        &["Vägarna blir bättre.", "- Vägarna blir bättre", "**Vägarna** blir bättre för alla."],
    );
}

#[test]
fn a_section_that_no_heading_names_is_told() {
    let sections = |words: &str| {
        plan(&format!(
            "{words}\n\n# Ansvar\n\nGator.\n\n# Åtgärder för en ekonomi i balans\n\nSparas.\n\n# Ekonomi\n\nRam.\n\n# Personal\n\nFler.\n\n# Lokaler\n\nTvå."
        ))
    };
    hold(
        "REF-003",
        sections,
        &[
            "Se avsnittet Vidtagna och planerade besparingar.",
            "Det beskrivs i avsnittet \u{201d}Taxor och avgifter\u{201d}.",
            "Mer finns i avsnittet Risker och osäkra antaganden, som är nytt.",
        ],
        &[
            "Se avsnittet Åtgärder för en ekonomi i balans.",
            "Se avsnittet Åtgärder.",
            "Det beskrivs i avsnittet Risker och antaganden i kommunens budget.",
            "Det beskrivs i avsnittet om lokaler.",
        ],
    );
}

#[test]
fn a_chapter_number_that_does_not_follow_is_told() {
    let chapters = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# 1 Sammanfattning\n\nLamporna byts.\n\n# 2 Ansvar\n\nGator.\n\n# 3 Ekonomi\n\n\
             ## 3.1 Ram\n\nRamen växer.\n\n{words}\n\nTaxan höjs.\n"
        )
    };
    hold(
        "STR-003",
        chapters,
        &["## 3.3 Taxor", "## 3.1 Taxor", "## 3.4. Taxor"],
        &["## 3.2 Taxor", "## 3.2. Taxor", "## Taxor", "# 4 Taxor"],
    );
}

#[test]
fn a_part_that_one_goal_alone_lacks_is_told() {
    let goals = |words: &str| {
        let goal = |name: &str, part: &str| {
            format!(
                "## Kommunfullmäktigemål - {name}\n\n### Planering för 2026\n\nLampor byts.\n\n{part}\n\n"
            )
        };
        let part = "### Vad målet betyder för invånarna\n\nDet blir bättre.";
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n{}{}{}{}",
            goal("Det är tryggt på gatorna", part),
            goal("Det är grönt i alla parker", part),
            goal("Det är rent på alla torg", part),
            goal("Det är lätt att ta sig fram", words)
        )
    };
    hold(
        "STR-006",
        goals,
        &["", "Det blir bättre.", "### Insatser\n\nDet blir bättre."],
        &[
            "### Vad målet betyder för invånarna\n\nDet blir lättare.",
            "### Vad målet betyder för invånarna\n\nDet blir lättare.\n\n### Insatser\n\nVägar.",
            "### VAD MÅLET BETYDER FÖR INVÅNARNA\n\nDet blir lättare.",
        ],
    );
}
