//! Rounding is never a fault in splits, statements and columns of per cent either, and a figure
//! changed beyond the slack of a relation is always named.
#![allow(clippy::unwrap_used)]

mod grid;

use grid::{picture, table};
use proptest::prelude::*;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Table, TableKind};
use uppsikt_findings::{Family, Finding, Severity};
use uppsikt_rules::{Selection, check};

/// Kronor in one unit as it is printed, and decimals.
type Printed = (i64, u8);

const TKR: Printed = (1_000, 0);
const MKR: Printed = (1_000_000, 1);

/// A true amount as it is printed, rounded half away from nought.
fn print((kronor, decimals): Printed, amount: i64) -> String {
    let unit = kronor / 10_i64.pow(u32::from(decimals));
    let steps = (amount.abs() + unit / 2) / unit * amount.signum();
    Quantity::new(steps, decimals, Unit::Tkr).plain()
}

fn line(label: &str, amounts: &[i64], printed: Printed) -> String {
    let cells: Vec<String> = amounts.iter().map(|amount| print(printed, *amount)).collect();
    format!("{label}; {}\n", cells.join("; "))
}

fn summed<const N: usize>(rows: &[[i64; N]]) -> [i64; N] {
    let mut sum = [0; N];
    rows.iter().for_each(|row| row.iter().zip(&mut sum).for_each(|(amount, sum)| *sum += amount));
    sum
}

/// Income and costs, split in two parts with the whole last.
fn split(income: &[[i64; 2]], costs: &[[i64; 2]], printed: Printed) -> Table {
    let whole = |[one, other]: [i64; 2]| [one, other, one + other];
    let mut grid = String::from("Tkr; Anslag:part; Intäkter:part; Totalt:whole\n");
    for (rows, sum) in [(income, "=Totala intäkter"), (costs, "=Totala kostnader")] {
        rows.iter().for_each(|row| grid += &line("Rad", &whole(*row), printed));
        grid += &line(sum, &whole(summed(rows)), printed);
    }
    let all = summed(&[summed(income), summed(costs)]);
    grid += &line("==Nettokostnad", &whole(all), printed);
    table(TableKind::Split, &grid)
}

/// A statement with its identities: forecast, budget and deviation, better above nought.
fn statement(amounts: &[[i64; 2]; 3], printed: Printed) -> Table {
    let [income, costs, frame] = *amounts;
    let net = summed(&[income, costs]);
    let result = summed(&[net, frame]);
    let net_cost = [result[0] - frame[0], result[1] - frame[1]];
    let lines = [
        ("Intäkter [income]", income),
        ("Kostnader [costs]", costs),
        ("Netto [net]", net),
        ("Ram [frame]", frame),
        ("Resultat [result]", result),
        ("Nettokostnad [net_cost]", net_cost),
    ];
    let mut grid = String::from("Tkr; Prognos:forecast; Budget:budget; Avvikelse:deviation\n");
    for (label, [forecast, budget]) in lines {
        grid += &line(label, &[forecast, budget, forecast - budget], printed);
    }
    table(TableKind::Statement, &grid)
}

/// Two years, their change and the change in per cent of the first, with one decimal.
fn with_percent(rows: &[[i64; 2]], printed: Printed) -> Table {
    let mut grid = String::from("Tkr; Prognos:forecast; Budget:budget; Förändring:change; Procent:percent\n");
    for [earlier, later] in rows {
        let change = later - earlier;
        let (top, bottom) = (change.abs() * 1_000, earlier.abs());
        let share = (top + bottom / 2) / bottom * change.signum() * earlier.signum();
        let amounts = line("Rad", &[*earlier, *later, change], printed);
        grid += &format!("{}; {}\n", amounts.trim_end(), Quantity::new(share, 1, Unit::Percent).plain());
    }
    table(TableKind::Other, &grid)
}

fn accused(tables: Vec<Table>) -> Vec<Finding> {
    let mut found = check(&picture(tables), &Selection::default());
    found.retain(|it| it.family == Family::Arithmetic && it.severity != Severity::Note);
    found
}

fn names(finding: &Finding, line: u32, column: u32) -> bool {
    let mut places = std::iter::once(&finding.at).chain(&finding.also_at);
    places.any(|place| (place.span.at.line, place.span.at.column) == (line, column))
}

/// A figure of the table, changed by so many steps; where it stands.
fn change(table: &mut Table, row: usize, column: usize, steps: i64) -> (u32, u32) {
    let cell = &mut table.rows[row].cells[column];
    cell.value.as_mut().unwrap().mantissa += steps;
    (cell.span.at.line, cell.span.at.column)
}

fn amounts(least: i64, most: i64) -> impl Strategy<Value = [i64; 2]> {
    [least..most, least..most]
}

fn rows(least: i64, most: i64) -> impl Strategy<Value = Vec<[i64; 2]>> {
    prop::collection::vec(amounts(least, most), 1..5)
}

fn lines() -> impl Strategy<Value = [[i64; 2]; 3]> {
    (amounts(1_000_000, 90_000_000), amounts(-400_000_000, -100_000_000), amounts(50_000_000, 300_000_000))
        .prop_map(|(income, costs, frame)| [income, costs, frame])
}

fn steps() -> impl Strategy<Value = i64> {
    prop_oneof![15_i64..40_000, -40_000_i64..-15]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn true_splits_and_statements_give_no_finding_in_any_unit(
        income in rows(0, 90_000_000),
        costs in rows(-400_000_000, 0),
        lines in lines(),
    ) {
        for printed in [TKR, MKR] {
            prop_assert_eq!(accused(vec![split(&income, &costs, printed)]), []);
            prop_assert_eq!(accused(vec![statement(&lines, printed)]), []);
        }
    }

    #[test]
    fn true_changes_in_per_cent_give_no_finding(
        rows in prop::collection::vec(amounts(2_000_000, 400_000_000), 3..7),
        costs in any::<bool>(),
    ) {
        let signed: Vec<[i64; 2]> = rows.iter().map(|row| row.map(|it| if costs { -it } else { it })).collect();
        for printed in [TKR, MKR] {
            prop_assert_eq!(accused(vec![with_percent(&signed, printed)]), []);
        }
    }

    #[test]
    fn a_figure_of_a_split_changed_beyond_the_slack_is_named(
        income in rows(0, 90_000_000),
        costs in rows(-400_000_000, 0),
        row in any::<prop::sample::Index>(),
        column in 0_usize..3,
        steps in steps(),
    ) {
        let mut table = split(&income, &costs, TKR);
        let row = row.index(table.rows.len());
        let (line, column) = change(&mut table, row, column, steps);
        let found = accused(vec![table]);
        prop_assert!(found.iter().any(|it| names(it, line, column)), "{line}:{column} not in {found:#?}");
    }

    #[test]
    fn a_figure_of_a_statement_changed_beyond_the_slack_is_named(
        lines in lines(),
        row in 0_usize..6,
        column in 0_usize..3,
        steps in steps(),
    ) {
        let mut table = statement(&lines, TKR);
        let (line, column) = change(&mut table, row, column, steps);
        let found = accused(vec![table]);
        prop_assert!(found.iter().any(|it| names(it, line, column)), "{line}:{column} not in {found:#?}");
    }
}
