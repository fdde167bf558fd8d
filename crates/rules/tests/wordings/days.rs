//! Days that do not fit: decisions, weekdays, days of a case.

use crate::{hold, plan};

#[test]
fn a_decision_on_a_day_that_does_not_fit_is_told() {
    let cover = |words: &str| {
        format!(
            "# Nämndsbudget 2026\n\nTekniska nämnden\n\n{words}\n\n# Sammanfattning\n\nNämnden byter lampor.\n"
        )
    };
    hold(
        "KON-017",
        cover,
        &[
            "Antagen av tekniska nämnden den 11 december 2024",
            "Beslutad av tekniska nämnden 2024-12-11, § 98",
            "Fastställd: tekniska nämnden 2027-01-14",
        ],
        &[
            "Antagen av tekniska nämnden den 11 december 2025",
            "Beslutad av tekniska nämnden 2026-01-14, § 3",
            "Bygger på policyn som antogs av kommunfullmäktige den 4 maj 2019",
            "Uppdaterad 2024-01-02",
        ],
    );
}

#[test]
fn weekdays_in_other_shapes_are_held_against_the_calendar() {
    hold(
        "KON-008",
        plan,
        &[
            "Svar lämnas senast fredagen den 2026-09-24.",
            "Nämnden möts måndag 24/9 2026.",
            "Nämnden möts tisdagen den 24 september 2026.",
        ],
        &[
            "Svar lämnas senast torsdagen den 2026-09-24.",
            "Nämnden möts torsdag 24/9 2026.",
            "På fredag är det 24/9 delar kvar av 2026 års medel.",
        ],
    );
}

#[test]
fn days_of_a_case_that_do_not_fit_together_are_told() {
    let case = |words: &str| {
        format!(
            "# Remiss av lokalplan för förskolor\n\nTjänsteskrivelse\n\nDatum 2025-11-11\n\nDiarienummer: KS-2025-207\n\nKommunstyrelsen\n\n\
             # Förslag till beslut\n\nKommunstyrelsen föreslås besluta\n\n- skicka förslaget på remiss för svar senast den 27 februari 2026.\n\n\
             # Ärendet\n\nPlanen visar behovet av förskolor. {words}\n"
        )
    };
    hold(
        "KON-018",
        case,
        &[
            "Sista dag att svara är den 27 mars 2026.",
            "Remisstiden löper från den 1 december 2025 till den 27 januari 2026.",
            "Planen prövas sedan.\n\n# Tidplan\n\n- 25 november 2025: beslut om remiss\n- 27 februari 2026: svaren är inne\n- 26 maj 2025: nämnden tar ställning",
        ],
        &[
            "Sista dag att svara är den 27 februari 2026.",
            "Remisstiden löper från den 1 december 2025 till den 27 februari 2026.",
            "Planen antogs den 4 maj 2019.",
            "Planen prövas sedan.\n\n# Tidplan\n\n- 25 november 2025: beslut om remiss\n- 27 februari 2026: svaren är inne\n- 26 maj 2026: nämnden tar ställning",
        ],
    );
}
