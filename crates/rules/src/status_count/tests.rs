//! Sentences that count goals, and what they count.

use super::*;
use crate::how_many::Many;
use uppsikt_domain::structure::StatusWord;

fn structure() -> Structure {
    let words = [
        ("på väg", Status::OnTrack),
        ("delvis på väg", Status::PartlyOnTrack),
        ("inte på väg", Status::OffTrack),
    ];
    let scale = words.map(|(word, status)| StatusWord { word: word.into(), status }).to_vec();
    let owned = |words: [&str; 2]| words.map(str::to_owned).to_vec();
    let (denials, halves) = (owned(["inte", "ej"]), owned(["inte helt", "delvis"]));
    Structure { scale, denials, halves, ..Structure::default() }
}

fn told(sentence: &str) -> Vec<(usize, Option<usize>, Status, Option<Horizon>)> {
    let number = |many: Many| match many {
        Many::Exactly(number) => number,
        other => panic!("{other:?}"),
    };
    counts(sentence, &structure(), None)
        .into_iter()
        .map(|it| (number(it.many), it.out_of, it.status, it.horizon))
        .collect()
}

#[test]
fn a_count_has_a_number_a_status_and_the_horizon_that_is_named() {
    assert_eq!(
        told("Fyra av fem mål är på väg att nås under mandatperioden."),
        [(4, Some(5), Status::OnTrack, Some(Horizon::Term))]
    );
    assert_eq!(told("Sju av målen är delvis på väg."), [(7, None, Status::PartlyOnTrack, None)]);
}

#[test]
fn a_sentence_may_count_several_statuses() {
    let found = told("Tre mål är på väg, två är delvis på väg och ett är inte på väg.");
    let statuses: Vec<_> = found.iter().map(|count| (count.0, count.2)).collect();
    assert_eq!(statuses, [(3, Status::OnTrack), (2, Status::PartlyOnTrack), (1, Status::OffTrack)]);
}

#[test]
fn what_is_denied_or_halved_before_the_words_is_not_on_track() {
    let found = told(
        "Två mål är på väg, ett är ännu inte alls på väg, ett anses delvis vara på väg och ett är inte helt på väg.",
    );
    let statuses: Vec<_> = found.iter().map(|count| (count.0, count.2)).collect();
    let partly = (1, Status::PartlyOnTrack);
    assert_eq!(statuses, [(2, Status::OnTrack), (1, Status::OffTrack), partly, partly]);
}

#[test]
fn all_goals_are_counted_where_nothing_is_reserved() {
    let all = |sentence: &str| {
        counts(sentence, &structure(), None)
            .iter()
            .map(|it| (it.many == Many::All, it.status, it.horizon))
            .collect::<Vec<_>>()
    };
    let term = Some(Horizon::Term);
    assert_eq!(all("Alla mål är på väg under mandatperioden."), [(true, Status::OnTrack, term)]);
    assert_eq!(all("Samtliga mål bedöms delvis på väg."), [(true, Status::PartlyOnTrack, None)]);
    for unsure in [
        "Alla mål är inte på väg.",
        "Nästan alla mål är på väg.",
        "Alla mål som har följts upp är på väg.",
        "Alla mål är på väg utom ett.",
    ] {
        assert!(all(unsure).iter().all(|it| !it.0), "{unsure}");
    }
}

#[test]
fn shares_are_counts_too() {
    let many = |sentence: &str| {
        counts(sentence, &structure(), None)
            .iter()
            .map(|it| (it.many, it.status, it.short_of))
            .collect::<Vec<_>>()
    };
    for (sentence, told, status) in [
        ("Merparten av målen är på väg.", Many::Most, Status::OnTrack),
        ("Hälften av nämndens fyra mål är delvis på väg.", Many::Half, Status::PartlyOnTrack),
        ("Samtliga mål utom ett är på väg.", Many::AllBut(1), Status::OnTrack),
        ("Inget av målen är på väg.", Many::No, Status::OnTrack),
    ] {
        assert_eq!(many(sentence), [(told, status, false)], "{sentence}");
    }
    assert_eq!(many("Tre mål når inte ända fram."), [(Many::Exactly(3), Status::OffTrack, true)]);
    assert_eq!(many("Fyra av fem mål är på väg eller delvis på väg."), []);
    assert_eq!(many("Inget av målen som följs är på väg."), []);
}

#[test]
fn several_goals_have_the_wording_in_plural() {
    let words = [
        ("grön", Status::OnTrack),
        ("uppfyllt", Status::OnTrack),
        ("gul", Status::PartlyOnTrack),
        ("delvis uppfyllt", Status::PartlyOnTrack),
        ("ej uppnått", Status::OffTrack),
    ];
    let scale = words.map(|(word, status)| StatusWord { word: word.into(), status }).to_vec();
    let structure = Structure { scale, ..Structure::default() };
    let told = |sentence: &str| {
        let found = counts(sentence, &structure, None);
        found.iter().map(|it| (it.many, it.out_of, it.status)).collect::<Vec<_>>()
    };
    let exactly = Many::Exactly;
    assert_eq!(
        told("Av fullmäktiges sex inriktningsmål bedöms tre som gröna och två som gula."),
        [(exactly(3), Some(6), Status::OnTrack), (exactly(2), None, Status::PartlyOnTrack)]
    );
    assert_eq!(
        told(
            "Av nämndens fem mål bedöms arbetet med två vara uppfyllda, två delvis uppfyllda och ett är ej uppnått."
        ),
        [
            (exactly(2), Some(5), Status::OnTrack),
            (exactly(2), None, Status::PartlyOnTrack),
            (exactly(1), None, Status::OffTrack)
        ]
    );
}

#[test]
fn counts_may_follow_their_goals() {
    let found = told("Nämndens tre mål: två är på väg och ett är delvis på väg.");
    let statuses: Vec<_> = found.iter().map(|count| (count.0, count.2)).collect();
    assert_eq!(statuses, [(2, Status::OnTrack), (1, Status::PartlyOnTrack)]);
}

#[test]
fn the_whole_may_come_first() {
    let found = told("Av nämndens fyra mål är ett på väg, både under perioden och under mandatperioden.");
    assert_eq!(found, [(1, Some(4), Status::OnTrack, None)]);
}

#[test]
fn both_horizons_are_meant_where_both_are_named_together() {
    let both = |sentence: &str| counts(sentence, &structure(), None).iter().all(|count| count.both);
    assert!(both("Tre mål är på väg, både för perioden och mandatperioden."));
    assert!(both("Tre mål är på väg, såväl för mandatperioden som för perioden."));
    assert!(!both("Tre mål är på väg för perioden, och både skola och omsorg för mandatperioden."));
    assert!(!both("Både barn och unga: tre mål är på väg för perioden och mandatperioden."));
}

#[test]
fn other_counts_are_not_counts_of_goals() {
    assert_eq!(told("Fyra av fem insatser är på väg."), []);
    assert_eq!(told("Samlad bedömning: tre av tio mål är på väg."), []);
    assert_eq!(told("Nämnden har fem mål."), []);
    assert_eq!(told("Två finansiella mål är på väg."), []);
}

#[test]
fn goals_of_one_kind_are_a_whole_of_their_own() {
    let found = told("Av fyra finansiella mål är två på väg, ett är delvis på väg och ett är inte på väg.");
    let whole: Vec<Option<usize>> = found.iter().map(|(_, out_of, ..)| *out_of).collect();
    assert_eq!((found.len(), whole), (3, vec![Some(4), None, None]), "{found:?}");
}

#[test]
fn a_sentence_may_count_out_of_the_goals_of_the_one_before() {
    let told = |text: &str| {
        let counts = counts_of(text, &structure()).concat();
        counts.into_iter().map(|it| (it.many, it.out_of, it.status)).collect::<Vec<_>>()
    };
    let (on, partly, off) = (Status::OnTrack, Status::PartlyOnTrack, Status::OffTrack);
    let exactly = Many::Exactly;
    for (text, counted) in [
        (
            "Nämnden bidrar till tre mål. Två bedöms på väg och ett delvis på väg.",
            vec![(exactly(2), Some(3), on), (exactly(1), None, partly)],
        ),
        (
            "Nämnden har sex egna mål. Fyra av dem är på väg, ett delvis på väg och ett inte på väg.",
            vec![(exactly(4), Some(6), on), (exactly(1), None, partly), (exactly(1), None, off)],
        ),
        (
            "Nämnden har fem mål. Av dem bedöms fyra vara på väg. Ett är delvis på väg.",
            vec![(exactly(4), Some(5), on), (exactly(1), Some(5), partly)],
        ),
        ("Vi har fyra mål. Samtliga utom ett är på väg.", vec![(Many::AllBut(1), Some(4), on)]),
        ("Vi har fyra mål. Hälften av dessa är på väg.", vec![(Many::Half, Some(4), on)]),
        ("Vi har två mål. Båda är på väg.", vec![(exactly(2), Some(2), on)]),
        (
            "Vi har fem mål. Tre är på väg medan de övriga är delvis på väg.",
            vec![(exactly(3), Some(5), on), (exactly(2), Some(5), partly)],
        ),
        ("Av de fyra mål som följs upp har tre nåtts.", vec![(exactly(3), Some(4), on)]),
        (
            "Två av kommunfullmäktiges sju mål är på väg och fem delvis.",
            vec![(exactly(2), Some(7), on), (exactly(5), None, partly)],
        ),
        ("Nämnden har tre mål. Arbetet pågår. Två är på väg.", vec![]),
        ("Nämnden har tre mål. Två chefer har slutat.", vec![]),
        ("Nämnden har flera mål. Två är på väg.", vec![]),
        ("Nämnden har tre mål. Två insatser pågår som är på väg.", vec![]),
    ] {
        assert_eq!(told(text), counted, "{text}");
    }
}
