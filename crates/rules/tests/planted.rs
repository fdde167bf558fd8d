//! Faults planted one at a time are found where they were planted, and what is no fault is
//! left alone. `cargo test --test planted -- --nocapture` prints the table by kind.

#![allow(clippy::unwrap_used)]

mod plant;

use plant::clean::{Clean, checked, documents};
use plant::tally::Tally;
use plant::{Planted, economy, figures, goals, prose, spread, structure, texts, told};
use std::num::NonZero;
use uppsikt_findings::Severity;
use uppsikt_reading::HouseStyle;

/// So many faults of a kind in one document, where all are tried: in an optimised build, or
/// when `UPPSIKT_PLANTED_ALL` is set. Else a part of them, for the sake of time.
const MOST: usize = 3;

/// So many pairs of faults, and changes that are none, in one document.
const MOST_IN_TABLES: usize = 12;

fn all_are_tried() -> bool {
    !cfg!(debug_assertions) || std::env::var_os("UPPSIKT_PLANTED_ALL").is_some()
}

fn most(all: usize) -> usize {
    if all_are_tried() { all } else { all.div_ceil(4) }
}

/// So many per cent of every kind, few as its places may be.
const LEAST_PERCENT: usize = 75;

type Planter = fn(&Clean) -> Vec<Planted>;

const PLANTERS: [Planter; 38] = [
    figures::row_figure,
    figures::total,
    figures::change_cell,
    figures::deviation_cell,
    figures::percent,
    figures::statement_line,
    figures::split_part,
    figures::split_whole,
    figures::ledger_end,
    figures::ledger_row,
    figures::transposed,
    figures::sign_dropped,
    economy::unit_swapped,
    economy::unit_removed,
    economy::prose_figure,
    economy::appropriation_in_prose,
    economy::surplus_for_deficit,
    goals::agenda_number,
    goals::agenda_name,
    goals::agenda_twice,
    goals::summary_assessments,
    goals::summary_goals,
    goals::summary_assignments,
    goals::assessment_removed,
    goals::assessment_off_scale,
    goals::report_back_removed,
    goals::activity,
    structure::heading_emptied,
    structure::contents_entry,
    structure::contents_page,
    structure::copied_head,
    structure::heading_year,
    structure::goal_heading,
    structure::paragraph_copied,
    prose::from_to,
    prose::share,
    prose::placeholder,
    prose::name_misspelled,
];

const MORE: [Planter; 20] = [
    texts::unit_of_indicator,
    texts::capitals,
    texts::head_of_table,
    texts::last_day,
    texts::share_of_goals,
    told::two_rows_off,
    told::share_beside_off,
    told::part_off,
    told::heading_amount,
    economy::row_in_prose,
    economy::row_of_two_tables,
    prose::parts,
    goals::reason_removed,
    structure::contents_entry_gone,
    prose::direction,
    prose::goal_named,
    prose::word_doubled,
    prose::reference,
    prose::impossible_day,
    prose::list_count,
];

/// The faults of a document, a few of each kind.
fn faults(clean: &Clean, style: &HouseStyle) -> Vec<Planted> {
    let kinds = PLANTERS.iter().chain(&MORE).map(|plant| plant(clean));
    let explained = economy::explanation_removed(clean, &style.structure());
    kinds.chain([explained]).flat_map(|faults| spread(faults, most(MOST))).collect()
}

/// Plants in every document and tells what becomes of each, on all processors.
fn tried(style: &HouseStyle, clean: &[Clean], faults: &(dyn Fn(&Clean) -> Vec<Planted> + Sync)) -> Tally {
    let tasks: Vec<(&Clean, Planted)> =
        clean.iter().flat_map(|clean| faults(clean).into_iter().map(move |fault| (clean, fault))).collect();
    let workers = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        let try_share = |worker: usize| {
            let mut tally = Tally::default();
            for (clean, fault) in tasks.iter().skip(worker).step_by(workers) {
                let (_, findings) = checked(clean.file, &fault.text(clean), style);
                tally.add(clean, fault, &findings);
            }
            tally
        };
        let running: Vec<_> = (0..workers).map(|it| scope.spawn(move || try_share(it))).collect();
        let mut tally = Tally::default();
        running.into_iter().for_each(|share| tally.join(share.join().unwrap()));
        tally
    })
}

#[test]
fn planted_faults_are_found_where_they_are() {
    let style = HouseStyle::standard();
    let clean = documents(&style);
    let tally = tried(&style, &clean, &|clean| faults(clean, &style));
    let (planted, found) = tally.all();
    println!("{}{found} of {planted} single faults found", tally.table());
    tally.missed.iter().for_each(|missed| println!("missed {missed}"));
    assert!(tally.count() >= 20);
    assert!(found * 100 >= planted * 95, "{found} of {planted}");
    // The least of any kind, so that no kind is carried by the others.
    if all_are_tried() {
        assert_eq!(tally.below(LEAST_PERCENT), Vec::<&str>::new());
    }
}

#[test]
fn two_faults_in_one_table_are_both_found() {
    let style = HouseStyle::standard();
    let clean = documents(&style);
    let tally = tried(&style, &clean, &|clean| spread(figures::two_at_a_time(clean), most(MOST_IN_TABLES)));
    let (planted, found) = tally.all();
    println!("{found} of {planted} pairs of faults found");
    tally.missed.iter().for_each(|missed| println!("missed {missed}"));
    assert!(planted > 20 && found * 100 >= planted * 95, "{found} of {planted}");
}

#[test]
fn clean_documents_give_no_error_and_at_most_a_note_a_page() {
    let style = HouseStyle::standard();
    for clean in documents(&style) {
        let accused = clean.findings.iter().filter(|finding| finding.severity != Severity::Note);
        assert_eq!(accused.count(), 0, "{}: {:?}", clean.file, clean.findings);
        // A page of print is some forty lines.
        let pages = clean.lines.len().div_ceil(40);
        assert!(clean.findings.len() <= pages, "{}: {} notes", clean.file, clean.findings.len());
    }
}

#[test]
fn changes_inside_the_slack_are_silent() {
    let style = HouseStyle::standard();
    let clean = documents(&style);
    let tally = tried(&style, &clean, &|clean| spread(figures::within_slack(clean), most(MOST_IN_TABLES)));
    let (changed, told) = tally.all();
    println!("{told} of {changed} changes inside the slack are told");
    assert!(changed > 20);
    assert_eq!(told, 0);
}

#[test]
fn amounts_that_rows_have_are_left_alone_in_sentences() {
    let style = HouseStyle::standard();
    let clean = documents(&style);
    let right: [Planter; 4] =
        [economy::row_told_right, told::two_rows_right, told::share_beside_right, told::part_right];
    let said = |clean: &Clean| {
        right.iter().flat_map(|plant| spread(plant(clean), most(MOST_IN_TABLES))).collect::<Vec<_>>()
    };
    let tally = tried(&style, &clean, &said);
    let (said, told) = tally.all();
    println!("{told} of {said} right sentences are told");
    assert!(said > 20);
    assert_eq!(told, 0);
}
