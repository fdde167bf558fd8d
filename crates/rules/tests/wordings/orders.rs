//! Assignments: whose they are, and how they are told elsewhere.

use crate::hold;

const OTHERS: &str = "### Uppdrag: Tekniska nämnden ges i uppdrag att se över belysningen längs gångvägarna\n\n\
     Uppdraget återrapporteras i årsanalysen för 2026.\n\n\
     ### Uppdrag: Kulturnämnden ges i uppdrag att ta fram en plan för skyltarna i parkerna\n\n\
     Uppdraget återrapporteras i årsanalysen för 2026.\n\n";

fn plan(words: &str) -> String {
    format!(
        "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\n## Målområde - Trygghet\n\n\
         {OTHERS}{words}\n\nUppdraget återrapporteras i årsanalysen för 2026.\n"
    )
}

#[test]
fn an_assignment_that_is_nobodys_among_others_is_told() {
    hold(
        "UPP-007",
        plan,
        &[
            "### Uppdrag: Att pröva hur torgen kan användas för fler evenemang",
            "### Uppdrag: Att i samråd med fritidsnämnden pröva hur torgen kan användas",
            "### Uppdrag: Se över taxan för torgplatser på obekväm arbetstid",
        ],
        &[
            "### Uppdrag: Fritidsnämnden ges i uppdrag att pröva hur torgen kan användas",
            "### Uppdrag: Samtliga nämnder ges i uppdrag att minska kostnaderna för konsulter",
            "### Uppdrag: Kommunstyrelsen får i uppdrag att tillsammans med tekniska nämnden se över taxan",
        ],
    );
}

#[test]
fn an_assignment_that_is_told_otherwise_in_a_table_is_told() {
    let table = |row: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Plan för kommunfullmäktigemål\n\nUppdrag i planen\n\n\
             | Uppdrag | Ansvarig | Återrapportering |\n| --- | --- | --- |\n{row}\n\
             | Ta fram en plan för skyltarna i parkerna | Kulturnämnden | Årsanalys 2026 |\n\n\
             ## Målområde - Trygghet\n\n{OTHERS}"
        )
    };
    hold(
        "UPP-008",
        table,
        &[
            "| Se över belysningen längs gångvägarna | Kulturnämnden | Årsanalys 2026 |",
            "| Att se över belysningen längs gångvägarna | Miljönämnden | Årsanalys 2026 |",
            "| Se över belysningen längs gångvägarna | Fritidsnämnden | |",
        ],
        &[
            "| Se över belysningen längs gångvägarna | Tekniska nämnden | Årsanalys 2026 |",
            "| Se över belysningen längs gångvägarna | | Årsanalys 2026 |",
            "| Se över skolvägarna i alla stadsdelar | Kulturnämnden | Årsanalys 2026 |",
        ],
    );
}

#[test]
fn a_number_between_assignments_without_anybody_is_told() {
    let numbered = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Uppdrag från kommunfullmäktige\n\n\
             ## 5.1 Tekniska nämnden får i uppdrag att se över belysningen längs gångvägarna\n\nLamporna byts.\n\n\
             ## 5.2 Kulturnämnden får i uppdrag att ta fram en plan för skyltarna\n\nSkyltarna ses över.\n\n\
             {words}\n\nFörsöket görs under våren.\n\n\
             ## 5.4 Samtliga nämnder får i uppdrag att minska kostnaderna för konsulter\n\nKostnaderna minskar.\n"
        )
    };
    hold(
        "UPP-007",
        numbered,
        &[
            "## 5.3 Uppdrag att pröva modeller för idéburet partnerskap",
            "## 5.3 Pröva hur torgen kan användas för fler evenemang",
            "## 5.3 Det ges i uppdrag att se över taxan för torgplatser",
        ],
        &[
            "## 5.3 Fritidsnämnden får i uppdrag att pröva hur torgen kan användas",
            "## 5.3 Kommunstyrelsen får i uppdrag att tillsammans med tekniska nämnden se över taxan",
            "## 5.3 Nämnden får i uppdrag att pröva modeller för partnerskap",
        ],
    );
}

#[test]
fn an_item_without_the_one_who_answers_for_it_is_told() {
    let items = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n# Nämndens egna uppdrag\n\n\
             - Byt lamporna längs gångvägarna. Ansvarig är gatuchefen.\n- Se över skyltarna. Ansvarig är trafikchefen.\n\
             - {words}\n- Plantera träd i parkerna. Ansvarig är parkchefen.\n"
        )
    };
    hold(
        "UPP-007",
        items,
        &["Sopa torgen i tid.", "Sopa torgen i tid. Klart i maj.", "Sopa torgen tillsammans med handlarna."],
        &[
            "Sopa torgen i tid. Ansvarig är renhållningschefen.",
            "Sopa torgen i tid (ansvarig: renhållningschefen).",
            "Sopa torgen i tid. Ansvariga är två chefer.",
        ],
    );
}
