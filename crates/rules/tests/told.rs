//! Sentences about a row of a table, right and wrong, and sentences that are about something else.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use uppsikt_domain::picture::Picture;
use uppsikt_reading::HouseStyle;
use uppsikt_rules::{Selection, check};

const REPORT: &str = include_str!("told/report.md");

const PLAN: &str = include_str!("told/plan.md");

/// What the two rules of text against table say of a document with a sentence: the marked words.
fn said(document: &str, sentence: &str) -> Vec<String> {
    static STYLE: std::sync::OnceLock<HouseStyle> = std::sync::OnceLock::new();
    let style = STYLE.get_or_init(HouseStyle::standard);
    let text = document.replace("SENTENCE", sentence);
    let document = Arc::new(uppsikt_reading::read("a.md", text.as_bytes(), style).unwrap());
    let seen_from = chrono::NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
    let picture = Picture { seen_from, structure: style.structure(), documents: vec![document] };
    let only = ["ARI-007", "ARI-012", "RAM-002", "ARI-013"].map(str::to_owned).to_vec();
    let findings = check(&picture, &Selection { only, skip: Vec::new() });
    let found = findings.iter().filter(|it| it.code != "ARI-013" || it.at.span.at.line == 7);
    found.map(|it| format!("{} {}", it.code, it.found.in_lang(uppsikt_messages::Lang::Sv))).collect()
}

/// A sentence with the amount that is right, and one that is wrong.
type Pair = (&'static str, &'static str, &'static str);

const OF_THE_REPORT: [Pair; 38] = [
    ("Prognosen för övriga personalkostnader är {}.", "2,4 mkr", "2,7 mkr"),
    ("Budgeten för lönekostnaderna är {}.", "73,3 mkr", "78,3 mkr"),
    ("Lönekostnaderna uppgår till {} enligt prognosen.", "71 460 tkr", "74 160 tkr"),
    ("Lönekostnaderna beräknas bli {}, vilket beror på tomma tjänster.", "71,5 mkr", "75,1 mkr"),
    ("För 2026 budgeteras lokal- och markhyrorna till {}.", "37 225 tkr", "37 522 tkr"),
    ("Lönekostnaderna visar ett överskott på {}.", "1 855 tkr", "1 585 tkr"),
    ("Övriga kostnader avviker med {}.", "5 094 tkr", "5 904 tkr"),
    ("Övriga kostnader avviker med {} mot budget.", "5,1 mkr", "6,1 mkr"),
    ("Gator och vinterväghållning visar ett underskott på {} efter snön.", "4 195 tkr", "1 495 tkr"),
    ("Gator och vinterväghållning ligger {} över budget.", "4,2 mkr", "2,4 mkr"),
    ("Gatorna och vinterväghållningen går {} sämre än budget.", "4,2 miljoner kronor", "4,9 miljoner kronor"),
    ("Parker och lekplatser lämnar {} på grund av en mild vår.", "1 080 tkr", "1 800 tkr"),
    ("Parker och lekplatser har ett överskott på {} genom lägre elpris.", "1 080 tkr", "1 230 tkr"),
    ("Parker och lekplatser beräknas kosta {} mindre än budgeterat.", "1,1 mkr", "2,1 mkr"),
    ("Budgetområdet Parker och lekplatser redovisar {} i överskott.", "1 080 tkr", "1 008 tkr"),
    ("Bidragen blir {} högre än budget.", "1 264 tkr", "1 624 tkr"),
    ("Övriga intäkter blir {} lägre, eftersom hallen var stängd.", "620 tkr", "260 tkr"),
    ("Intäkterna är {} högre än budgeterat.", "644 tkr", "844 tkr"),
    ("Personalkostnaderna blir {} lägre än budget.", "2,5 mkr", "3,5 mkr"),
    ("PO-pålägget lämnar ett överskott på {}.", "720 tkr", "270 tkr"),
    ("Nämndens anslag visar som helhet ett överskott på {}.", "275 tkr", "295 tkr"),
    ("Nämndens anslag ger sammantaget ett överskott på {}.", "0,28 mkr", "0,26 mkr"),
    (
        "Nämnden räknar med ett underskott på {}, eftersom statens bidrag har minskat.",
        "2 840 tkr",
        "2 480 tkr",
    ),
    ("Prognosen visar ett underskott på {}.", "2,8 miljoner kronor", "2,6 miljoner kronor"),
    ("Underskottet beräknas till {}.", "2,84 mkr", "2,48 mkr"),
    ("Årets resultat väntas bli {}.", "-2 840 tkr", "-2 480 tkr"),
    ("Helårsprognosen pekar på ett underskott på {} för nämnden.", "2,8 mkr", "3,0 mkr"),
    ("Nämnden väntas kosta {} mer än ramen.", "2,8 miljoner kronor", "2,7 miljoner kronor"),
    ("Nämnden beräknas gå {} sämre än budget.", "2 840 tkr", "2 804 tkr"),
    ("Periodens underskott är {}.", "447 tkr", "474 tkr"),
    ("Till och med augusti är underskottet {}.", "447 tkr", "427 tkr"),
    ("Nettokostnaden ökar med {}.", "5,9 procent", "9,5 procent"),
    ("Jämfört med 2025 ökar nettokostnaden med {}.", "5,9 procent", "6,9 procent"),
    ("Nettokostnaden stiger med {} mot 2025, och intäkterna med 6,2 procent.", "5,9 %", "4,9 %"),
    ("Kostnaderna ökar med {} jämfört med 2025.", "12,7 mkr", "17,2 mkr"),
    (
        "Cykelvägar och gångbanor blir {} lägre än ramen, för att marken köptes sent.",
        "6 750 tkr",
        "7 650 tkr",
    ),
    ("Investeringarna väntas bli {}.", "19,8 mkr", "18,9 mkr"),
    ("Investeringarna beräknas till 19,8 mkr, {} lägre än ramen.", "6,9 mkr", "9,6 mkr"),
];

const OF_THE_PLAN: [Pair; 15] = [
    (
        "I nämndsbudgeten har totalt {} avsatts till styrelsen, varav en del är arvoden.",
        "23,4 mkr",
        "24,3 mkr",
    ),
    ("Lönekostnaderna ökar med {}.", "3 175 tkr", "3 715 tkr"),
    ("Övriga intäkter beräknas öka med {}, mest genom nya avgifter.", "1 510 tkr", "1 150 tkr"),
    ("Övriga kostnader ökar mest, {}, eftersom avtalen är nya.", "1 285 tkr", "1 258 tkr"),
    ("PO-pålägget ökar med {} och avskrivningarna med 450 tkr.", "1 375 tkr", "1 735 tkr"),
    ("PO-pålägget ökar med 1 375 tkr och avskrivningarna med {}.", "450 tkr", "405 tkr"),
    ("Personalkostnaderna ökar med {}.", "4,6 miljoner kronor", "4,9 miljoner kronor"),
    ("Lokal- och markhyrorna ökar från {} till 37,2 mkr.", "35,6 mkr", "36,5 mkr"),
    ("Lokal- och markhyrorna ökar från 35,6 till {}.", "37,2 mkr", "38,2 mkr"),
    ("Lönekostnaderna stiger med {} jämfört med prognosen för 2025.", "3,2 mkr", "2,3 mkr"),
    ("Jämfört med 2025 ökar övriga kostnader med {}.", "1 285 tkr", "1 485 tkr"),
    ("Lönekostnaderna ökar med {}.", "4,5 procent", "5,4 procent"),
    ("I budgeten uppgår övriga personalkostnader till {}.", "2 380 tkr", "2 830 tkr"),
    ("Budgeten för cykelvägar och gångbanor är {}.", "21,4 mkr", "24,1 mkr"),
    ("Under 2025 beräknas underskottet till {}.", "840 tkr", "480 tkr"),
];

/// The same in other words.
const MORE_OF_THE_REPORT: [Pair; 28] = [
    ("Inom gator och vinterväghållning är underskottet {}.", "4,2 mkr", "2,4 mkr"),
    ("Inom parker och lekplatser är överskottet {}, eftersom våren var mild.", "1,1 mkr", "1,4 mkr"),
    ("Underskottet för gator och vinterväghållning är {}.", "4 195 tkr", "4 915 tkr"),
    ("Underskottet inom gator och vinterväghållning uppgår till {}.", "4 195 tkr", "4 915 tkr"),
    ("Överskottet på lönekostnaderna, {}, beror på tomma tjänster.", "1 855 tkr", "1 585 tkr"),
    ("Övriga intäkter minskar med {} mot budget.", "620 tkr", "260 tkr"),
    ("Lönekostnaderna blir 71,5 mkr mot budgeterade {}.", "73,3 mkr", "77,3 mkr"),
    ("Lönekostnaderna blir {} mot budgeterade 73,3 mkr.", "71,5 mkr", "75,1 mkr"),
    ("Budgeten för lönekostnaderna är 73,3 mkr och prognosen {}.", "71,5 mkr", "75,1 mkr"),
    ("Lönekostnaderna budgeterades till {} och prognosen är 71,5 mkr.", "73,3 mkr", "77,3 mkr"),
    ("Lönekostnaderna och PO-pålägget beräknas till 71,5 mkr respektive {}.", "31,0 mkr", "30,1 mkr"),
    ("Lönekostnaderna och PO-pålägget beräknas till {} respektive 31,0 mkr.", "71,5 mkr", "75,1 mkr"),
    ("Underskottet, {} sämre än budget, beror på snön.", "2,8 mkr", "2,6 mkr"),
    ("Resultatet blir {} sämre än budget.", "2,8 mkr", "2,6 mkr"),
    ("Gator och vinterväghållning går {} back.", "4,2 mkr", "2,4 mkr"),
    ("Gator och vinterväghållning går back {} i år.", "4,2 mkr", "2,4 mkr"),
    ("Gator och vinterväghållning överskrider sin budget med {}.", "4 195 tkr", "4 915 tkr"),
    ("Lönekostnaderna understiger budgeten med {}, eftersom tjänster är tomma.", "1,9 mkr", "1,6 mkr"),
    ("Personalkostnaderna understeg budgeten med {}.", "2,5 mkr", "2,2 mkr"),
    ("Av investeringsramen på 26,7 mkr beräknas {} användas.", "19,8 mkr", "18,9 mkr"),
    ("Av investeringsramen på {} används 19,8 mkr.", "26,7 mkr", "27,6 mkr"),
    ("Nämndens investeringsram uppgår till {}.", "26,7 mkr", "22,7 mkr"),
    ("Investeringsramen för året är {}.", "26,7 mkr", "22,7 mkr"),
    ("Investeringsbudgeten omfattar {}.", "26,7 mkr", "22,7 mkr"),
    (
        "Nettokostnaden för helåret beräknas till {}, vilket är 2,8 mkr mer än budget.",
        "191,7 mkr",
        "197,1 mkr",
    ),
    ("Nettokostnaden beräknas till 191,7 mkr, vilket är {} mer än budget.", "2,8 mkr", "3,8 mkr"),
    ("Prognosen visar en avvikelse på {} för gator och vinterväghållning.", "4,2 mkr", "2,4 mkr"),
    ("Största avvikelsen finns inom gator och vinterväghållning, {}.", "4,2 mkr", "2,4 mkr"),
];

/// The same in other words, of the plan.
const MORE_OF_THE_PLAN: [Pair; 9] = [
    ("Lönekostnaderna ökar från 70,1 mkr till {}, en ökning med 3,2 mkr.", "73,3 mkr", "77,3 mkr"),
    ("Övriga intäkter är {} högre än i prognosen för 2025.", "1 510 tkr", "1 150 tkr"),
    ("Bidragen ökar med {} när staten bygger ut stödet.", "170 tkr", "710 tkr"),
    ("Budgeten för lönekostnader 2026 är {}, mot prognosen 70,1 mkr för 2025.", "73,3 mkr", "77,3 mkr"),
    ("Kommunbidraget höjs med {} till 188,9 mkr.", "7,1 mkr", "1,7 mkr"),
    ("Kommunbidraget höjs med 7,1 mkr till {}.", "188,9 mkr", "198,9 mkr"),
    ("Personalkostnaderna och de övriga kostnaderna ökar med {} respektive 3,3 mkr.", "4,6 mkr", "5,6 mkr"),
    ("Avskrivningarna stiger till {}.", "6 570 tkr", "6 750 tkr"),
    (
        "Investeringsramen uppgår till {}, varav 21,4 mkr avser cykelvägar och gångbanor.",
        "26,7 mkr",
        "22,7 mkr",
    ),
];

#[test]
fn what_the_table_bears_out_is_left_alone_and_what_it_does_not_is_told() {
    let mut wrong = Vec::new();
    let of = |document: &'static str, pairs: &'static [Pair]| pairs.iter().map(move |pair| (document, pair));
    let all = of(REPORT, &OF_THE_REPORT).chain(of(PLAN, &OF_THE_PLAN));
    let all = all.chain(of(REPORT, &MORE_OF_THE_REPORT)).chain(of(PLAN, &MORE_OF_THE_PLAN));
    for (document, (sentence, right, other)) in all {
        let (clean, off) = (sentence.replace("{}", right), sentence.replace("{}", other));
        let (clean_said, off_said) = (said(document, &clean), said(document, &off));
        let told = off_said.len() == 1 && off_said[0].ends_with(other);
        if !clean_said.is_empty() || !told {
            wrong.push(format!("{off}\n    right: {clean_said:?} wrong: {off_said:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Amounts beside a row's name that are of something else, or of which nobody can say.
const CLEAN: [&str; 60] = [
    "Lönekostnaderna för vikarier är 7,9 mkr.",
    "Av lönekostnaderna är 69,8 mkr för egen personal.",
    "Arbetskläderna är 2,5 mkr av raden övriga personalkostnader.",
    "Högre lönekostnader, 1,7 mkr, är en del av underskottet.",
    "Underskottet beror på övriga kostnader, som är 4,8 mkr högre för vinterväghållningen.",
    "Övriga kostnader, varav 5,0 mkr är snöröjning, avviker mest.",
    "Budgeten för lönekostnaderna 2024 var 69,1 mkr.",
    "Budgeten för övriga personalkostnader är drygt 2,3 mkr.",
    "Lönekostnaderna beräknas bli knappt 72 mkr.",
    "Om två tjänster tillsätts blir underskottet omkring 3 100 tkr.",
    "Vård- och omsorgsnämndens underskott är störst, 2,6 miljoner kronor.",
    "Rader med en avvikelse över 500 tkr förklaras.",
    "De svarar för nästan hela underskottet på 2 800 tkr.",
    "Snöröjningen svarar för 2,6 mkr av underskottet.",
    "Gatorna svarar för hela underskottet, 4,2 mkr.",
    "Varje procent högre lönekostnader är 0,7 mkr.",
    "Lönekostnaderna är i snitt 48 tkr per månad.",
    "Av investeringsramen används 19,8 mkr.",
    "Av investeringarna på 26,7 mkr avser 2,5 mkr belysning.",
    "Investeringen är 4,1 miljoner kronor.",
    "Tomma tjänster sänker lönekostnaderna med 1 585 tkr.",
    "En lägre taxa sänker övriga intäkter med 580 tkr.",
    "Lönekostnaderna ökade förra året med 2 911 tkr.",
    "Sedan budgeten beslutades har lokal- och markhyrorna ökat med 890 tkr.",
    "Fler elever höjer intäkterna med 604 tkr.",
    "Skyfall kostar samhället 30 miljoner kronor.",
    "Belysningen på två planer är 480 tkr.",
    "Utan åtgärder hade underskottet blivit 2,9 mkr.",
    "Det kan förbättra resultatet med högst 300 tkr.",
    "Målet är ett överskott på 2,9 mkr år 2028.",
    "Gator och vinterväghållning får 4,5 mkr i statsbidrag.",
    "Parker och lekplatser har fått 1 200 tkr för växter.",
    "Nettokostnaden per invånare ökar med 5,1 procent.",
    "Intäkterna från bygglov ökar med 6,9 procent.",
    "Av kostnaderna är 36 procent lokaler.",
    "Underskottet är 1,5 procent av kommunbidraget.",
    "Jämfört med budget 2025 är lönekostnaderna 3,3 mkr högre.",
    "Budgeten för cykelvägar och gångbanor är 20,0 mkr högre än budget 2025.",
    "Bidraget från staten är 8,4 mkr.",
    "Statsbidraget för sommarlov blev 1,3 mkr högre än väntat.",
    "Avvikelsen på PO-pålägg är mest pensioner, 700 tkr.",
    "Nämndens anslag för konst är 910 tkr.",
    "Perioden januari–april gav ett underskott på 410 tkr.",
    "Underskottet har minskat med 260 tkr sedan april.",
    "Inom gator och vinterväghållning är underskottet för snöröjning 2,4 mkr.",
    "Inom gator och vinterväghållning kostar snöröjningen 2,4 mkr mer.",
    "Avvikelsen på 2,4 mkr för snöröjning inom gator och vinterväghållning förklaras av vädret.",
    "Prognosen visar en avvikelse på 2,4 mkr för gator och vinterväghållning i norra delen.",
    "Lönekostnaderna blir 71,5 mkr mot 75,1 mkr i grannkommunen.",
    "Budgeten för lönekostnaderna är 73,3 mkr och vikarierna 7,4 mkr.",
    "Av investeringsramen på 26,7 mkr används 5,1 mkr till belysning.",
    "Av investeringsramen på 26,7 mkr beräknas 12,3 mkr återstå till en ny park.",
    "Investeringsramen för åren 2027–2029 är 82,4 mkr.",
    "Lönekostnaderna är 73,3 mkr, en ökning med 3,9 mkr om två nya tjänster räknas in.",
    "Kommunbidraget höjs med 2,1 mkr för kapitalkostnader.",
    "Gatorna går 1,1 mkr back på snöröjningen.",
    "Lönekostnader och vikarier kostar 71,5 respektive 6,2 mkr.",
    "Lönekostnaderna överstiger intäkterna med 35,2 mkr.",
    "Vinterväghållningen överskrider avtalet med 2,4 mkr.",
    "Underskottet i kollektivtrafiken är 4,4 mkr.",
];

#[test]
fn amounts_of_something_else_accuse_nobody() {
    let told = |document: &str| {
        let each = CLEAN.iter().map(|sentence| (sentence, said(document, sentence)));
        each.filter(|(_, said)| !said.is_empty()).map(|it| format!("{it:?}")).collect::<Vec<_>>()
    };
    let told = [told(REPORT), told(PLAN)].concat();
    assert!(told.is_empty(), "{} told:\n{}", told.len(), told.join("\n"));
}

#[test]
fn a_committee_told_of_under_its_own_heading_is_not_all_committees() {
    const CITY: &str = "# Årsredovisning 2026

Lövåsa kommun

# Så arbetade nämnderna

## Förskolenämnden

SENTENCE

# Driftredovisning

**Driftredovisning, mnkr**

| Nämnd | Budget | Utfall | Avvikelse |
| --- | ---: | ---: | ---: |
| Förskolenämnden | -912 | -893 | 19 |
| Vård- och omsorgsnämnden | -2 104 | -2 201 | -97 |
| Summa nämnder | -3 016 | -3 094 | -78 |
";
    for sentence in ["Nämndens överskott, 19 mnkr, kom sent.", "Nämnden lämnar ett överskott på 19 mnkr."]
    {
        assert_eq!(said(CITY, sentence), Vec::<String>::new(), "{sentence}");
    }
}
