//! Sums, differences and shares that sentences tell of themselves.

use crate::{hold, report};

#[test]
fn a_change_that_its_levels_cannot_give_is_told() {
    hold(
        "ARI-008",
        report,
        &[
            "Utfallet är 112 mkr, vilket är 20 mkr bättre än budgeten på 130 mkr.",
            "Kostnaden blev 41,2 mkr, 3,1 mkr högre än budgeterade 40,1 mkr.",
            "Vi har 450 platser, vilket är 30 platser fler än målet på 400 platser.",
            "Antalet bussar ökade från 31 bussar år 2023 till 38 bussar år 2025, en ökning med 9 bussar.",
            "Andelen är 64 procent, jämfört med 58 procent 2024, en ökning med 9 procentenheter.",
            "Budgeten för vägar är 40,0 mkr och utfallet 44,5 mkr, alltså ett underskott på 5,4 mkr.",
            "Skulden ökade från 18,0 mkr till 35,5 mkr. Det är en ökning med 18,5 mkr.",
            "Besöken blev 52 300, mot 48 100 besök 2024. Antalet barn minskade från 140 barn till 119 barn, en minskning med 31 barn.",
        ],
        &[
            "Utfallet är 112 mkr, vilket är 18 mkr bättre än budgeten på 130 mkr.",
            "Kostnaden blev 41,2 mkr, 1,1 mkr högre än budgeterade 40,1 mkr.",
            "Resultatet blev ett underskott på 5 mkr, vilket är 8 mkr sämre än prognosen i maj.",
            "Vi har 450 platser, vilket är 50 platser fler än målet på 400 platser.",
            "Utfallet för löner är 12 mkr. Budgeten för hela nämnden är 130 mkr, och den är 4 mkr högre än budgeten 2024.",
            "Prognosen per augusti är 112 mkr och budgeten 130 mkr, alltså en avvikelse på 7 mkr för perioden.",
            "Från 12 enheter till 3 områden, en minskning med 4 chefer.",
            "Drygt 3 500 besök, jämfört med 3 000 besök 2024, en ökning med 600 besök.",
            "Lönerna ökade från 12 till 14 mkr. Det är en kostnad på 3 mkr per år.",
        ],
    );
}

#[test]
fn a_share_that_its_counts_cannot_give_is_told() {
    hold(
        "ARI-010",
        report,
        &[
            "Av 90 svar var 40 positiva. Det är 60 procent.",
            "Av 90 svar var 20 positiva. Det är hälften.",
            "En tredjedel, 40 av 90 lampor, är bytta.",
            "Nämnden bytte 40 av 90 lampor, det vill säga var fjärde.",
            "Nämnden har 40 anställda, varav 24 anställda är heltidare, alltså 50 procent.",
            "I parken finns 80 träd. Av dem är 20 lindar, vilket är 35 procent.",
        ],
        &[
            "Av 90 svar var 40 positiva. Det är 44 procent.",
            "Av 90 svar var 46 positiva. Det är hälften.",
            "Knappt hälften, 40 av 90 lampor, är bytta.",
            "Nämnden bytte 40 av 90 lampor. Det är fler än i fjol.",
            "Av 90 svar var 40 positiva. Det är 60 procent av målet.",
            "I parken finns 80 träd. Av dem är 20 lindar, och 35 procent av dem är sjuka.",
            "Av 12 sidor text är 3 av 4 om hälften av barnen.",
        ],
    );
}
