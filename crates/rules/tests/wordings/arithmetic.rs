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

#[test]
fn a_change_is_told_with_its_levels_in_many_ways() {
    hold(
        "ARI-008",
        report,
        &[
            "Kostnaderna ökade från 250,0 till 262,0 mkr, vilket motsvarar 4,0 procent.",
            "Lånen ökade från 4 120 till 4 530 (12 procent).",
            "År 2023 var 240 elever inskrivna. År 2024 var de 265, en ökning med 35.",
            "Kön har halverats, från 120 till 84 personer.",
            "Lånen har mer än fördubblats sedan 2020, från 2 100 till 3 300.",
            "Skadegörelsen har minskat med cirka 40 procent, från 6,1 mkr till 4,9 mkr.",
            "Antalet årsarbetare minskade från 386,5 till 371,0, en minskning med 25,5 årsarbetare.",
            "Betyget blev 71, vilket är fyra enheter lägre än målet på 77.",
            "Parkerna gick från ett resultat på −2,1 mkr till +1,4 mkr, en förbättring med 0,7 mkr.",
            "För måltider budgeterades 48 400 tkr. Årets kostnader stannade på 47 150 tkr, och verksamheten lämnar därmed ett överskott på 1 520 tkr.",
        ],
        &[
            "Kostnaderna ökade från 250,0 till 262,0 mkr, vilket motsvarar 4,8 procent.",
            "Kostnaderna ökade från 250,0 till 262,0 mkr, vilket motsvarar 4,0 procent av stadens kostnader.",
            "Lånen ökade från 4 120 till 4 530 (10 procent).",
            "År 2023 var 240 elever inskrivna. År 2024 var de 265, en ökning med 25.",
            "År 2023 var 240 elever inskrivna. År 2024 var lärarna 35, en ökning med 3.",
            "Budgeten för 2024 var 95,0 mkr. Budgeten för 2025 är 97,4 mkr, en ökning med 3,1 mkr jämfört med prognosen på 94,3 mkr.",
            "Kön har nära nog halverats, från 120 till 66 personer.",
            "Målet är att halvera kön, som har gått från 120 till 84 personer, till 2027.",
            "Antalet elever ökade från 240 till 265. Antalet flickor ökade med 12.",
            "Betyget blev 71, vilket är fyra enheter lägre än målet på 75.",
            "Parkerna gick från ett resultat på −2,1 mkr till +1,4 mkr, en förbättring med 3,5 mkr.",
            "Underskottet minskade från -6,4 mkr till -2,1 mkr, en förbättring med 4,3 mkr.",
        ],
    );
}

#[test]
fn a_way_that_the_levels_do_not_go_is_told() {
    hold(
        "ARI-009",
        report,
        &[
            "Kostnaden per brukare var 218 tkr, vilket är 14 tkr högre än snittet i jämförbara städer på 232 tkr.",
            "Andelen har sjunkit med 3 procentenheter, från 84 procent till 87 procent.",
            "Antalet elever ökade från 265 till 240.",
        ],
        &[
            "Kostnaden per brukare var 218 tkr, vilket är 14 tkr lägre än snittet i jämförbara städer på 232 tkr.",
            "Andelen har sjunkit med 3 procentenheter, från 87 procent till 84 procent.",
            "Antalet elever ökade från 240 till 265.",
        ],
    );
}

#[test]
fn a_share_beside_its_part_and_whole_is_told_in_any_order() {
    hold(
        "ARI-010",
        report,
        &[
            "Löner utgör 218,4 mkr av de samlade kostnaderna på 321,9 mkr, det vill säga 62 procent.",
            "Till biblioteket kom 800 av årets 1 200 besökare (76 procent).",
            "Av nämndens 840 anställda arbetar 210, det vill säga en femtedel, kvällstid.",
            "Av årets 9 000 lån gjordes hälften, eller 6 000, via nätet.",
            "Knappt 30 procent av de 500 svarande, eller 156 personer, vill ha fler bänkar.",
            "Hyran ökar med 2 400 tkr per år, vilket motsvarar 240 tkr per månad.",
            "Ramen på 500,0 mkr räknas upp med index, som är 3,0 procent. Tillskottet blir 12,5 mkr.",
        ],
        &[
            "Löner utgör 218,4 mkr av de samlade kostnaderna på 321,9 mkr, det vill säga 68 procent.",
            "Till biblioteket kom 800 av årets 1 200 besökare (67 procent).",
            "Hälften av de 240 medarbetarna slutade, 30 personer på egen begäran.",
            "Drygt 30 procent av de 500 svarande, eller 156 personer, vill ha fler bänkar.",
            "Hyran ökar med 2 400 tkr per år, vilket motsvarar 200 tkr per månad.",
            "Bidrag lämnas med högst 30 000 kronor per förening. I år betalades 61 bidrag, i genomsnitt 18 400 kronor.",
        ],
    );
}

#[test]
fn parts_are_all_there_is_in_many_ways() {
    hold(
        "ARI-015",
        report,
        &[
            "Tillskottet på 5 800 tkr avser löner 3 150 tkr, hyror 1 090 tkr och el 750 tkr.",
            "Investeringarna om 116 mkr fördelar sig på ledningar 48 mkr, gator 41 mkr, parker 15 mkr och fordon 21 mkr.",
            "Resultatet per område är +3,2 mkr för förskola, -7,1 mkr för skola och +1,5 mkr för gymnasium. Totalt blir det +2,4 mkr.",
            "Besparingen är 3,0 mkr 2025, ytterligare 4,0 mkr 2026 och ytterligare 2,5 mkr 2027. Den ackumulerade besparingen är därmed 8,5 mkr.",
            "Nämndens tre områden har tillsammans 103 mkr. Störst är skolan med 61 mkr, följd av förskolan med 28 mkr och kulturen med 41 mkr.",
            "I området bor 8 240 personer: 2 310 i åldern 0\u{2013}5 år, 3 930 i åldern 6\u{2013}15 år och 2 200 i åldern 16\u{2013}19 år.",
        ],
        &[
            "Tillskottet på 5 800 tkr avser löner 3 150 tkr, hyror 1 900 tkr och el 750 tkr.",
            "Av ramen på 100 mkr avser 60 mkr löner och 30 mkr hyror.",
            "I området bor 8 240 personer: 2 310 i åldern 0\u{2013}5 år, 3 930 i åldern 6\u{2013}15 år och 2 000 i åldern 16\u{2013}19 år.",
            "I området bor 8 240 personer: av dem är 2 310 under 6 år, 930 i skolan, 200 i gymnasiet och några äldre.",
            "Resultatet per område är +3,2 mkr för förskola, -7,1 mkr för skola och +1,5 mkr för gymnasium. Totalt blir det -2,4 mkr.",
            "Nämndens tre områden har tillsammans 103 mkr. Störst är skolan med 61 mkr, följd av förskolan med 28 mkr och kulturen med 14 mkr.",
            "Nämndens fem områden har tillsammans 203 mkr. Störst är skolan med 61 mkr, följd av förskolan med 28 mkr och kulturen med 14 mkr.",
        ],
    );
}

fn beside_table(words: &str) -> String {
    report(&format!(
        "Nämndens områden.\n\n## Områden\n\n| Område (mkr) | Budget | Prognos | Avvikelse |\n|---|---:|---:|---:|\n\
         | Barn och unga | 148,0 | 155,5 | -7,5 |\n| Vuxna | 62,5 | 61,0 | 1,5 |\n| Hemtjänst | 88,0 | 86,2 | 1,8 |\n\
         | Summa | 298,5 | 302,7 | -4,2 |\n\n{words}"
    ))
}

#[test]
fn a_slip_from_the_table_beside_is_told() {
    hold(
        "ARI-007",
        beside_table,
        &[
            "Underskottet inom barn och unga på 5,7 mkr beror på placeringar.",
            "Prognosen för hemtjänsten är 82,6 mkr.",
            "Områdena har en samlad budget på 289,5 mkr, varav vuxna 62,5 mkr.",
        ],
        &[
            "Underskottet inom barn och unga på 7,5 mkr beror på placeringar.",
            "Inom barn och unga bor 57 barn på institution.",
            "Hemtjänsten har 19 enheter och besöker 862 personer i dag, fler än i fjol.",
            "Områdena har en samlad budget på 298,5 mkr, varav vuxna 62,5 mkr.",
        ],
    );
}

#[test]
fn a_surplus_of_amounts_that_give_a_deficit_is_told() {
    hold(
        "AVV-002",
        report,
        &[
            "Nämnden redovisar ett överskott på 2,6 mkr. Kostnaderna uppgick till 187,4 mkr mot budgeten på 184,8 mkr.",
            "Kollektivet har intäkter på 68,3 mkr och kostnader på 66,7 mkr. Årets underuttag på 1,6 mkr förs om.",
            "Budgeten är 58,4 mkr och utfallet 56,9 mkr, alltså ett underskott på 1,5 mkr.",
        ],
        &[
            "Nämnden redovisar ett underskott på 2,6 mkr. Kostnaderna uppgick till 187,4 mkr mot budgeten på 184,8 mkr.",
            "Kollektivet har intäkter på 68,3 mkr och kostnader på 66,7 mkr. Årets överuttag på 1,6 mkr förs om.",
            "Budgeten är 58,4 mkr och utfallet 56,9 mkr. Skolan har ett underskott på 0,5 mkr.",
        ],
    );
}

fn three_areas(words: &str) -> String {
    report(&format!(
        "Nämndens områden.\n\n## Områden\n\n| Område (mkr) | Budget | Prognos | Avvikelse |\n|---|---:|---:|---:|\n\
         | Gator | 82,4 | 79,9 | 2,5 |\n| Parker | 55,0 | 61,2 | -6,2 |\n| Belysning | 41,6 | 42,3 | -0,7 |\n\
         | Summa | 179,0 | 183,4 | -4,4 |\n\n{words}"
    ))
}

#[test]
fn what_is_not_the_largest_is_told() {
    hold(
        "ARI-020",
        three_areas,
        &[
            "Störst negativ avvikelse har belysning.",
            "Det största överskottet redovisar parker, till följd av höga intäkter.",
            "Störst budget har belysning.",
            "Högst prognos har parker.",
        ],
        &[
            "Störst negativ avvikelse har parker, medan gator lämnar det största överskottet.",
            "Störst budget har gator.",
            "Belysning är ett av de största områdena.",
            "Belysning är störst i länet.",
            "Näst störst är parker.",
        ],
    );
}

#[test]
fn a_plain_sentence_is_held_against_its_row_however_far_it_is() {
    let table = |words: &str| {
        let rows = "| Tkr | Budget 2025 | Prognos 2025 | Avvikelse |\n| --- | ---: | ---: | ---: |\n\
            | Broar | 31 400 | 33 900 | -2 500 |\n| Lekplatser | 12 600 | 11 300 | 1 300 |\n\
            | Hamnen | 9 200 | 9 800 | -600 |\n| Summa | 53 200 | 55 000 | -1 800 |\n";
        format!("# Delårsrapport 2025\n\nTekniska nämnden\n\n# Ekonomi\n\n{rows}\n{words}\n")
    };
    hold(
        "ARI-007",
        table,
        &[
            "Broar visar ett underskott på 7,4 mkr.",
            "Lekplatserna redovisar ett överskott på 17 mkr, vilket beror på regn.",
            "Lekplatser beräknas för helåret gå med ett överskott på 9,9 mkr.",
            "Nämnden väntas gå med ett underskott på 5,1 mkr.",
            "Prognosen är ett underskott på 8,8 mkr.",
            "Budgeten för broar är 13,4 mkr.",
        ],
        &[
            "Broar visar ett underskott på 2,5 mkr.",
            "Broar visar ett underskott på 7,4 mkr inom underhållet.",
            "Broar hade förra året ett underskott på 7,4 mkr.",
            "Broar visar ett underskott på cirka 7 mkr.",
            "Broar beräknas få ett underskott på 7,4 mkr om räcket byts.",
            "Broar på landet visar ett underskott på 7,4 mkr.",
            "Broar visar ett underskott på 7,4 mkr exklusive räcken.",
            "Till och med augusti visar broar ett underskott på 7,4 mkr.",
            "Broar visar ett underskott på 7,4 mkr till och med augusti.",
            "Nämnden redovisar ett underskott på 31,4 mkr.",
            "Färjan går bra. Prognosen är ett överskott på 0,7 mkr.",
            "Kulturnämnden visar ett underskott på 5,1 mkr.",
        ],
    );
}
