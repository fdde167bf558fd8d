//! The second line of a head that was taken for the first row: "Utfall | Budget" above "jan–aug | 2031".

use crate::tables::build::Laid;
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::figures;
use crate::tables::tail::is_period;
use uppsikt_domain::place::TextAt;

/// So many rows with figures at least stand below a head.
const FEWEST_ROWS: usize = 2;

/// Gives the cells of the first row to the headings, where they are nothing but years and parts of a year.
pub(super) fn join(laid: &mut Laid, style: &ColumnBook) {
    let Some((first, rest)) = laid.rows.split_first() else { return };
    let figured = |text: &TextAt| figures::value(&text.text).is_some() && !is_period(&text.text);
    let rows = rest.iter().filter(|row| row.cells.iter().flatten().any(figured)).count();
    let cells: Option<Vec<&TextAt>> = first.cells.iter().map(Option::as_ref).collect();
    let headed = laid.columns.iter().all(|heading| !heading.text.is_empty() && !holds_period(&heading.text));
    let Some(cells) = cells.filter(|cells| cells.len() >= 2 && headed && rows >= FEWEST_ROWS) else { return };
    let of_year = |text: &str| style.is(text, what::PART_OF_YEAR | what::WHOLE_YEAR) || is_months(text);
    let period = |cell: &&TextAt| is_period(&cell.text) || of_year(&cell.text);
    if !cells.iter().all(period) || laid.label_heading.is_some() && !first.label.text.is_empty() {
        return;
    }
    for (heading, cell) in laid.columns.iter_mut().zip(cells) {
        heading.text = format!("{} {}", heading.text, cell.text);
        heading.span = heading.span.to(cell.span);
    }
    let first = laid.rows.remove(0);
    if !first.label.text.is_empty() {
        laid.label_heading = Some(first.label);
    }
}

fn holds_period(heading: &str) -> bool {
    heading.split_whitespace().any(is_period)
}

/// "jan–aug": two months.
fn is_months(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let month = |word: &str| MONTHS.iter().any(|month| word.to_lowercase().starts_with(month));
    let parts = text.split_once(['-', '\u{2013}', '\u{2014}', '\u{2212}']);
    parts.is_some_and(|(from, to)| month(from.trim()) && month(to.trim()))
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn years_and_months_below_the_headings_belong_to_them() {
        let text = "Delårsrapport 2031\n\nParknämnden\n\nEkonomi\n\nMnkr\n\n\
                    \u{20}                    Utfall   Budget   Prognos   Budget\n\
                    Verksamhet           jan\u{2013}aug  jan\u{2013}aug      2031     2031\n\
                    Dammar                  15,8     16,0      28,9     29,0\n\
                    Stigar                  47,3     47,9      72,2     71,9\n\
                    Summa                   63,1     63,9     101,1    100,9\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let heads: Vec<&str> =
            tables[0].1.columns.iter().map(|column| column.heading.text.as_str()).collect();
        assert_eq!(heads, ["Utfall jan\u{2013}aug", "Budget jan\u{2013}aug", "Prognos 2031", "Budget 2031"]);
        assert_eq!((tables[0].1.label_heading.as_str(), tables[0].1.rows.len()), ("Mnkr Verksamhet", 3));
    }
}
