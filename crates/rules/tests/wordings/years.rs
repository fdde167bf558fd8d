//! Years and days that are left from last year's copy.

use crate::{hold, plan, report};

#[test]
fn what_a_plan_says_is_to_happen_before_its_year_is_told() {
    hold(
        "KON-015",
        plan,
        &[
            "Belysningsplanen ska vara klar senast 2023.",
            "Under 2024 ska nämnden byta lamporna längs gångvägarna.",
            "Nämnden kommer att byta lamporna under 2024.",
            "Bytet redovisas för nämnden senast den 31 mars 2025.",
            "Våren 2024 kommer nämnden att se över taxan.",
            "Översynen av taxan planeras att vara färdig i december 2023.",
            "Ingången byggs om och öppnar senast den 1 september 2025.",
        ],
        &[
            "Under 2024 bytte nämnden lamporna längs gångvägarna.",
            "Nämnden ska fortsätta det arbete som inleddes under 2024.",
            "Utsläppen ska minska med 20 procent jämfört med år 2019.",
            "Beslutet om belysningen togs senast 2023, och planen är klar.",
            "Under hösten 2025 ska nämnden besluta om taxan.",
            "Planen för perioden 2022\u{2013}2025 ska ersättas.",
            "Nämnden ska enligt beslut i mars 2024 byta lamporna.",
            "Lamporna ska vara bytta senast 2027.",
        ],
    );
}

#[test]
fn what_a_report_says_is_to_come_in_its_past_is_told() {
    hold(
        "KON-015",
        report,
        &[
            "Huvuddelen av utgiften flyttas till 2025.",
            "Projektet har skjutits upp till år 2025 på grund av överklagandet.",
            "Av ramen behövs 2,1 mkr i stället 2024. Medlen behövs i stället 2025.",
            "Återstående lampor ska bytas under 2024.",
            "Prognosen för 2024 visar ett underskott på 3 mkr.",
            "Helårsprognos 2024 pekar på ett överskott.",
        ],
        &[
            "Huvuddelen av utgiften flyttas till 2026.",
            "Starten har flyttats till hösten 2025.",
            "Projektet skjuts upp till 2025 års sista månader.",
            "Prognosen för 2025 visar ett underskott på 3 mkr.",
            "Jämfört med prognosen för 2024 är underskottet större.",
            "Lamporna skulle ha bytts under 2024 men bytet blev försenat.",
        ],
    );
}

#[test]
fn a_plan_for_the_year_may_speak_of_the_year_before_nowhere() {
    let in_year = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n\
             ## Kommunfullmäktigemål - Det är tryggt på gatorna\n\n### Planering för 2026\n\n{words}\n"
        )
    };
    hold(
        "KON-015",
        in_year,
        &[
            "Under hösten 2025 ska nämnden byta lamporna.",
            "Nämnden ska se över skyltarna under 2025.",
            "Översynen ska vara klar senast den 31 december 2025.",
        ],
        &[
            "Under hösten 2026 ska nämnden byta lamporna.",
            "Under 2025 bytte nämnden lamporna, och nu ska skyltarna ses över.",
            "Nämnden ska fortsätta bytet, som började under 2025.",
        ],
    );
}

#[test]
fn column_heads_that_repeat_or_skip_a_year_are_told() {
    let table = |heads: &str| {
        let columns = heads.split('|').count();
        let row = |label: &str| format!("| {label} {}|", "| 1 200 ".repeat(columns));
        let rule = format!("| --- {}|", "| ---: ".repeat(columns));
        plan(&format!(
            "Ramen växer.\n\n# Ekonomi\n\nRam, tkr\n\n| Rad | {heads} |\n{rule}\n{}\n{}",
            row("Gator"),
            row("Parker")
        ))
    };
    hold(
        "KON-016",
        table,
        &[
            "Budget 2026 | Plan 2027 | Plan 2027",
            "Utfall 2023 | Utfall 2024 | Utfall 2024 | Budget 2026",
            "Plan 2026 | Plan 2027 | Plan 2029 | Plan 2030",
            "2026 | 2027 | 2027",
        ],
        &[
            "Budget 2026 | Plan 2027 | Plan 2028",
            "Budget 2025 | Prognos 2025 | Budget 2026",
            "Utfall 2019 | Utfall 2022 | Utfall 2024 | Mål 2030",
            "Budget 2025 | Budget 2026 | Budget 2025 | Budget 2026",
            "Utfall 2022 | Budget 2026 | Budget 2026",
            "Utfall 2024 | Utfall 2025 | Mål 2027 | Mål 2028",
        ],
    );
}

#[test]
fn a_case_number_of_a_year_to_come_is_told() {
    hold(
        "REF-006",
        plan,
        &[
            "Se ärende KS-2027-118.",
            "Beslutet finns i ärendet (dnr TN 2028/12).",
            "Diarienummer 2027-441 gäller taxan.",
        ],
        &[
            "Se ärende KS-2025-118.",
            "Planen TN 2026\u{2013}2029 gäller vidare.",
            "Perioden är 2027-2030 för KS 2027-2030.",
            "Leveransen SS 2027:1 är en standard för 2026.".replace("2027:1", "1027:1").as_str(),
        ],
    );
}

#[test]
fn headings_alike_but_for_the_year_are_told() {
    let goals = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n\
             ## Kommunfullmäktigemål - Det är tryggt på gatorna\n\n### Insatser under 2026\n\nLampor byts.\n\n\
             ## Kommunfullmäktigemål - Det är grönt i parkerna\n\n### {words}\n\nTräd planteras.\n"
        )
    };
    hold(
        "KON-002",
        goals,
        &["Insatser under 2025", "Insatser under 2024", "Planering för 2025"],
        &["Insatser under 2026", "Insatser under 2025 och 2026", "Så gick det 2025", "Läget i parkerna"],
    );
}

#[test]
fn a_report_back_of_another_year_than_all_others_is_told() {
    let orders = |words: &str| {
        let order = |what: &str, when: &str| {
            format!("### Uppdrag: Tekniska nämnden ges i uppdrag att {what} i hela kommunen\n\n{when}\n\n")
        };
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n## Målområde - Trygghet\n\n{}{}{}",
            order(
                "se över belysningen längs gångvägarna",
                "Uppdraget återrapporteras i årsanalysen för 2026."
            ),
            order("ta fram en plan för skyltarna", "Uppdraget återrapporteras i årsanalysen för 2026."),
            order("pröva nya mötesplatser", words)
        )
    };
    hold(
        "UPP-003",
        orders,
        &[
            "Uppdraget återrapporteras i årsanalysen för 2025.",
            "Återrapportering sker i delårsrapporten 2025.",
            "Uppdraget återrapporteras i årsanalysen för 2023.",
        ],
        &[
            "Uppdraget återrapporteras i årsanalysen för 2026.",
            "Uppdraget återrapporteras i delårsrapporten 2026.",
            "Uppdraget återrapporteras i årsanalysen för 2027.",
        ],
    );
}

#[test]
fn a_table_with_targets_of_other_years_than_all_others_is_told() {
    let tables = |heads: &str| {
        let table = |label: &str, heads: &str| {
            format!(
                "## {label}\n\n| Indikator | {heads} |\n| --- | ---: | ---: |\n| Nöjda med {label} | 64 | 70 |\n\n"
            )
        };
        plan(&format!(
            "Läget är gott.\n\n# Områden\n\n{}{}{}",
            table("gator", "Mål 2026 | Mål 2028"),
            table("parker", "Mål 2026 | Mål 2028"),
            table("torg", heads)
        ))
    };
    hold(
        "KON-016",
        tables,
        &["Mål 2024 | Mål 2026", "Mål 2025 | Mål 2027", "Mål 2023 | Mål 2025"],
        &[
            "Mål 2026 | Mål 2028",
            "Utfall 2024 | Mål 2026",
            "Mål 2027 | Mål 2029",
            "Utfall 2023 | Utfall 2024",
        ],
    );
}

#[test]
fn days_of_a_row_that_do_not_fit_are_told() {
    let rows = |days: &str| {
        plan(&format!(
            "Lamporna byts.\n\n# Aktiviteter\n\nAktiviteter under året\n\n| Aktivitet | Startdatum | Slutdatum |\n| --- | --- | --- |\n\
             | Lampor | 2026-02-02 | 2026-05-29 |\n| Träd | 2026-03-02 | 2026-10-30 |\n| Vägar | 2026-04-01 | 2026-11-27 |\n\
             | Broar | 2026-01-12 | 2026-12-18 |\n| Skyltar | 2026-05-04 | 2026-06-12 |\n| Bänkar | {days} |"
        ))
    };
    hold(
        "KON-019",
        rows,
        &["2026-09-30 | 2026-02-16", "2025-02-16 | 2026-09-30", "2026-06-01 | 2026-05-31"],
        &["2026-02-16 | 2026-09-30", "2026-02-16 | 2027-09-30", "2026-02-16 | ", "2026-02-16 | 2026-02-16"],
    );
}

#[test]
fn a_page_with_another_year_in_its_head_is_told() {
    let pages = |third: &str, text: &str| {
        let page = |number: usize, year: &str| {
            format!(
                "Budget {year}, Tekniska nämnden {number}(5)\n\nGatorna lyses upp på plats {number}. {text}\n"
            )
        };
        let heads = ["2026", "2026", third, "2026", "2026"];
        let pages = heads.iter().zip(1..).map(|(year, number)| page(number, year)).collect::<Vec<_>>();
        format!("Nämndsbudget 2026\n\nTekniska nämnden\n\n{}", pages.join("\u{c}\n"))
    };
    let told = |text: &str| crate::told("KON-002", &[("dokument.txt", text)]).len();
    assert_eq!(told(&pages("2025", "")), 1);
    assert_eq!(told(&pages("2026", "Budget 2025 var lägre.")), 0);
}
