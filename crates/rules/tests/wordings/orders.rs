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
