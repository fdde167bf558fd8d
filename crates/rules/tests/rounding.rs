//! Rounding is never a fault, and a changed digit beyond the slack always is one.
#![allow(clippy::unwrap_used)]

mod grid;

use grid::{picture, table};
use proptest::prelude::*;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{Table, TableKind};
use uppsikt_findings::Finding;
use uppsikt_rules::{Selection, check};

/// True amounts in kronor: groups of rows, each row for two years.
type Groups = Vec<Vec<(i64, i64)>>;

/// In what a table is printed: kronor in one unit, and decimals.
#[derive(Debug, Clone, Copy)]
struct Printed {
    kronor: i64,
    decimals: u8,
}

const TKR: Printed = Printed { kronor: 1_000, decimals: 0 };
const MKR: Printed = Printed { kronor: 1_000_000, decimals: 1 };

impl Printed {
    /// A true amount as it is printed, rounded half away from nought.
    fn print(self, kronor: i64) -> String {
        let unit = self.kronor / 10_i64.pow(u32::from(self.decimals));
        let steps = (kronor.abs() + unit / 2) / unit;
        let signed = if kronor < 0 { -steps } else { steps };
        Quantity::new(signed, self.decimals, Unit::Tkr).plain()
    }
}

/// Earlier year, later year, change.
fn line(label: &str, (earlier, later): (i64, i64), printed: Printed) -> String {
    let cells = [earlier, later, later - earlier].map(|value| printed.print(value));
    format!("{label}; {}\n", cells.join("; "))
}

fn sum(rows: &[(i64, i64)]) -> (i64, i64) {
    rows.iter().fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1))
}

/// A table of groups with subtotals and a total, every figure rounded from true values.
fn rounded(groups: &Groups, printed: Printed) -> Table {
    let mut grid = String::from("Tkr; Prognos:forecast; Budget:budget; Förändring:change\n");
    for group in groups {
        group.iter().for_each(|row| grid += &line("Rad", *row, printed));
        grid += &line("=Delsumma", sum(group), printed);
    }
    let sums: Vec<(i64, i64)> = groups.iter().map(|group| sum(group)).collect();
    grid += &line("==Summa", sum(&sums), printed);
    table(TableKind::Other, &grid)
}

fn groups() -> impl Strategy<Value = Groups> {
    let row = (-400_000_000_i64..400_000_000, -400_000_000_i64..400_000_000);
    prop::collection::vec(prop::collection::vec(row, 2..7), 2..4)
}

fn found(table: Table) -> Vec<Finding> {
    check(&picture(vec![table]), &Selection::default())
}

fn names(finding: &Finding, line: u32, column: u32) -> bool {
    let places = std::iter::once(&finding.at).chain(&finding.also_at);
    places.into_iter().any(|place| (place.span.at.line, place.span.at.column) == (line, column))
}

proptest! {
    #[test]
    fn true_values_rounded_to_tkr_give_no_finding(groups in groups()) {
        prop_assert_eq!(found(rounded(&groups, TKR)), []);
    }

    #[test]
    fn true_values_rounded_to_mkr_give_no_finding(groups in groups()) {
        prop_assert_eq!(found(rounded(&groups, MKR)), []);
    }

    #[test]
    fn a_figure_changed_beyond_the_slack_is_named(
        groups in groups(),
        row in any::<prop::sample::Index>(),
        column in 0_usize..3,
        steps in 12_i64..90_000,
        up in any::<bool>(),
    ) {
        let mut table = rounded(&groups, TKR);
        let row = row.index(table.rows.len());
        let cell = &mut table.rows[row].cells[column];
        // The widest relation has six rows and a sum: rounding explains less than twelve.
        let figure = cell.value.as_mut().unwrap();
        figure.mantissa += if up { steps } else { -steps };
        let (line, column) = (cell.span.at.line, cell.span.at.column);
        let findings = found(table);
        prop_assert!(findings.iter().any(|it| names(it, line, column)), "{line}:{column} not in {findings:#?}");
    }
}

#[test]
fn two_changed_figures_in_one_table_are_nearly_always_both_named() {
    let groups: Groups = vec![
        vec![(12_400_000, 15_900_000), (220_100_000, 231_400_000), (-3_300_000, -2_200_000)],
        vec![(-221_700_000, -250_400_000), (-92_500_000, -105_100_000), (-2_200_000, -1_700_000)],
    ];
    let clean = rounded(&groups, TKR);
    let cells = clean.rows.len() * 3;
    let (mut tried, mut both) = (0, 0);
    for first in 0..cells {
        for second in first + 1..cells {
            let mut table = clean.clone();
            let mut places = Vec::new();
            for (cell, delta) in [(first, 270), (second, -3_600)] {
                let cell = &mut table.rows[cell / 3].cells[cell % 3];
                cell.value.as_mut().unwrap().mantissa += delta;
                places.push((cell.span.at.line, cell.span.at.column));
            }
            let findings = found(table);
            let named = |place: &(u32, u32)| findings.iter().any(|it| names(it, place.0, place.1));
            tried += 1;
            both += usize::from(places.iter().all(named));
        }
    }
    println!("both of two changed figures named: {both} of {tried}");
    assert!(both * 100 >= tried * 95, "{both} of {tried}");
}
