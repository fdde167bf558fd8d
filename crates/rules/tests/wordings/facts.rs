//! The same fact in two places.

use crate::{hold, plan};

#[test]
fn a_second_number_of_the_same_people_is_told() {
    hold(
        "KON-021",
        |words| {
            plan(&format!(
                "Kommunen har 31 400 invånare. Nämnden har 212 medarbetare.\n\n# Ansvar\n\n{words}"
            ))
        },
        &[
            "Kommunen har 34 100 invånare och nämnden svarar för gatorna.",
            "I dag har kommunen 31 400 invånare och nämnden har 221 medarbetare.",
            "Gatorna sköts åt alla. Kommunen har 30 600 invånare.",
        ],
        &[
            "Kommunen har 31 400 invånare och nämnden svarar för gatorna.",
            "Kommunen har omkring 31 000 invånare.",
            "År 2030 väntas kommunen ha 34 100 invånare.",
            "Grannkommunen har 12 800 invånare.",
            "År 2020 hade kommunen 30 600 invånare.",
        ],
    );
}

#[test]
fn a_plan_with_other_years_or_of_another_kind_is_told() {
    hold(
        "REF-005",
        |words| {
            plan(&format!(
                "Arbetet utgår från Program för digital delaktighet 2023\u{2013}2027. Gatorna byggs enligt Trafikplan 2024\u{2013}2033.\n\n# Ansvar\n\n{words}"
            ))
        },
        &[
            "Nämnden följer Program för digital delaktighet 2023\u{2013}2026.",
            "Nämnden följer Handlingsplan för digital delaktighet 2023\u{2013}2027.",
            "Gatorna byggs enligt Trafikplan 2024\u{2013}2032.",
        ],
        &[
            "Nämnden följer Program för digital delaktighet 2023\u{2013}2027.",
            "Nämnden förbereder Program för digital delaktighet 2028\u{2013}2032.",
            "Nämnden följer Program för äldres boende 2023\u{2013}2027.",
            "Gatorna byggs enligt Trafikplan 2024\u{2013}2033.",
        ],
    );
}

#[test]
fn another_tax_rate_is_told() {
    let budget = |words: &str| {
        format!(
            "# Kommunbudget 2026\n\nAlmköpings kommun\n\n# Sammanfattning\n\nUtdebiteringen är oförändrad, 21,34 kronor per skattekrona.\n\n\
             # Beslut\n\n{words}\n"
        )
    };
    hold(
        "LAG-012",
        budget,
        &[
            "Kommunfullmäktige beslutar att fastställa skattesatsen för 2026 till 21,43 kronor.",
            "Skattesatsen är 21,43 kronor.",
            "Skattesats 2026: 21,43 kronor.",
        ],
        &[
            "Kommunfullmäktige beslutar att fastställa skattesatsen för 2026 till 21,34 kronor.",
            "Skattesatsen höjs från 21,14 kronor till 21,34 kronor.",
            "Den genomsnittliga skattesatsen i länet är 21,74 kronor.",
            "Skattesatsen 2025 var 21,14 kronor.",
        ],
    );
}

#[test]
fn another_committees_name_in_the_committees_own_text_is_told() {
    hold(
        "KON-020",
        plan,
        &[
            "Fritidsnämndens kommunbidrag uppgår till 112 mkr.",
            "Kulturnämndens resultat väntas bli i balans.",
            "I Fritidsnämndens verksamhetsområde ingår gator.",
        ],
        &[
            "Tekniska nämndens kommunbidrag uppgår till 112 mkr.",
            "Arbetet görs med fritidsnämnden, och Fritidsnämndens bidrag är viktigt.",
            "Nämndens resultat väntas bli i balans.",
            "Fritidsnämndens lokaler värms med fjärrvärme.",
        ],
    );
}

#[test]
fn a_goal_named_in_other_words_is_told_whatever_opens_it() {
    let goals = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Sammanfattning\n\n{words}\n\n# Plan för kommunfullmäktigemål\n\n\
             ## Kommunfullmäktigemål - Staden arbetar för att vara en attraktiv kulturstad med goda villkor\n\n\
             ### Planering för 2026\n\nScener byggs.\n"
        )
    };
    hold(
        "REF-001",
        goals,
        &[
            "Arbetet hänger ihop med kommunfullmäktiges mål Staden arbetar för att vara en attraktiv upplevelsestad med goda villkor.",
            "Se målet Staden arbetar för att vara en attraktiv kulturort med goda villkor.",
            "Insatsen hör till kommunfullmäktigemålet \u{201d}Staden arbetar för att vara en attraktiv kulturstad med bra villkor\u{201d}.",
        ],
        &[
            "Arbetet hänger ihop med kommunfullmäktiges mål Staden arbetar för att vara en attraktiv kulturstad med goda villkor.",
            "Kommunfullmäktiges mål Äldre bestämmer mer över sin vardag berör inte nämnden.",
            "Målet är nått.",
        ],
    );
}

#[test]
fn a_plan_under_another_word_is_told() {
    hold(
        "REF-005",
        |words| {
            plan(&format!(
                "Arbetet bygger på Vattenplan för Kronvik 2023\u{2013}2030.\n\n# Ansvar\n\nLamporna byts.\n\nSkyltarna ses över.\n\n{words}"
            ))
        },
        &[
            "Förslaget följer Vattenstrategi för Kronvik 2023\u{2013}2030.",
            "Förslaget följer Vattenprogram 2023\u{2013}2030 i allt.",
            "Förslaget följer vattenstrategin i allt.",
        ],
        &[
            "Förslaget följer vattenplanen i allt.",
            "Förslaget följer Klimatstrategi för Kronvik 2023\u{2013}2030.",
            "Förslaget följer handlingsplanen i allt.",
        ],
    );
}

#[test]
fn a_goal_that_no_document_has_is_told() {
    let goals = |words: &str| {
        let goal = |name: &str| {
            format!("## Kommunfullmäktigemål - {name}\n\n### Planering för 2026\n\nLampor byts.\n\n")
        };
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Sammanfattning\n\n{words}\n\n# Plan för kommunfullmäktigemål\n\n{}{}{}{}",
            goal("Det är tryggt på gatorna"),
            goal("Det är grönt i alla parker"),
            goal("Det är rent på alla torg"),
            goal("Det är lätt att ta sig fram")
        )
    };
    hold(
        "REF-008",
        goals,
        &[
            "Utbytet samordnas med målet Gröna transporter i hela staden så att rutterna hänger ihop.",
            "Insatsen hör också till målet Staden är tillgänglig och nära för alla.",
            "Samarbetet utvecklas inom ramen för målet Trygga mötesplatser för unga.",
        ],
        &[
            "Insatsen hör också till målet Det är grönt i alla parker.",
            "Insatsen bidrar till det globala målet God hälsa och välbefinnande för alla.",
            "Målet Noll är nått.",
            "Insatsen hör till målet Grönt i parker.",
            "Det är målet för Almköpings kommun.",
        ],
    );
}
