//! What sentences and headings tell of rows: two rows as one, a share, a part, a heading.

use super::Planted;
use super::clean::Clean;
use super::figures::{At, cells, printed};
use super::prose::ended;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{ColumnKind, RowRole, TableKind};

/// Places for a sentence about the whole economy: the ends of paragraphs.
fn planted(clean: &Clean, kind: &'static str, sentences: Vec<String>) -> Vec<Planted> {
    let ends = ended(clean);
    let placed = sentences.into_iter().enumerate().filter_map(|(index, sentence)| {
        let end = ends.get(index % ends.len().max(1))?;
        Some(Planted::after(kind, end.end_line, vec![String::new(), sentence]))
    });
    placed.collect()
}

/// The rows of statements with what they print in a kind of column.
fn statement<'a>(clean: &'a Clean, fits: fn(&ColumnKind) -> bool) -> Vec<At<'a>> {
    let all = cells(clean).into_iter();
    let own = all.filter(|at| at.table.kind == TableKind::Statement && at.row.role == RowRole::Item);
    own.filter(|at| fits(at.kind) && at.value.mantissa.abs() > 100).collect()
}

fn differs(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Change | ColumnKind::Deviation)
}

/// Two neighbouring rows told as one, two digits of a thousand more.
fn two_rows(clean: &Clean, kind: &'static str, off: i64) -> Vec<Planted> {
    let rows = statement(clean, differs);
    let pairs = rows.windows(2).filter(|pair| {
        let named = pair.iter().all(|at| at.row.label.text.chars().count() > 8);
        named && pair[0].row.label.text != "Kommunbidrag" && pair[1].row.label.text != "Kommunbidrag"
    });
    let told = pairs.filter_map(|pair| {
        let sum = pair[0].value.mantissa + pair[1].value.mantissa;
        let figure = Quantity { mantissa: sum.abs() + sum.abs() / 30 * off + off, ..pair[0].value.clone() };
        let verb = match (pair[0].kind, sum < 0) {
            (ColumnKind::Deviation, _) => "avviker med",
            (_, true) => "minskar med",
            _ => "ökar med",
        };
        let names = format!("{} och {}", pair[0].row.label.text, pair[1].row.label.text.to_lowercase());
        (sum.abs() > 100).then(|| format!("{names} {verb} {} tkr.", printed(&figure)))
    });
    let sentences: Vec<String> = told.collect();
    planted(clean, kind, sentences)
}

/// Two rows told as one, and not with their sum.
pub fn two_rows_off(clean: &Clean) -> Vec<Planted> {
    two_rows(clean, "two rows told as one", 1)
}

/// Two rows told as one, with their sum: no fault.
pub fn two_rows_right(clean: &Clean) -> Vec<Planted> {
    two_rows(clean, "two rows told right", 0)
}

/// A row's change with its share beside it, three per cent more.
fn shares(clean: &Clean, kind: &'static str, off: i64) -> Vec<Planted> {
    let mut sentences = Vec::new();
    for at in statement(clean, |kind| *kind == ColumnKind::Change) {
        let earlier = at.row.cells.iter().find_map(|cell| cell.value.as_ref());
        let Some(base) = earlier.map(|value| value.mantissa.abs()).filter(|base| *base > 2_000) else {
            continue;
        };
        let tenths = (at.value.mantissa.abs() * 2_000 + base) / (2 * base);
        let label = &at.row.label.text;
        if tenths < 5 || label.chars().count() < 9 || label == "Kommunbidrag" {
            continue;
        }
        let share = printed(&Quantity::new(tenths + off, 1, Unit::Percent));
        let change = printed(&Quantity { mantissa: at.value.mantissa.abs(), ..at.value.clone() });
        sentences.push(format!("{label} ändras, och ökar med {change} tkr ({share} procent)."));
    }
    let own = sentences.iter().map(|sentence| sentence.replace(" ändras, och", ""));
    planted(clean, kind, own.collect())
}

/// A share that the row's change does not make.
pub fn share_beside_off(clean: &Clean) -> Vec<Planted> {
    shares(clean, "share beside its amount", 31)
}

/// A share that the row's change makes: no fault.
pub fn share_beside_right(clean: &Clean) -> Vec<Planted> {
    shares(clean, "share told right", 0)
}

/// What the budget gives a part of a split: a digit more.
pub fn part_off(clean: &Clean) -> Vec<Planted> {
    parts(clean, "part told in prose", |figure| figure + figure / 8 + 11)
}

/// What the budget gives a part of a split: no fault.
pub fn part_right(clean: &Clean) -> Vec<Planted> {
    parts(clean, "part told right", |figure| figure)
}

fn parts(clean: &Clean, kind: &'static str, off: fn(i64) -> i64) -> Vec<Planted> {
    let mut sentences = Vec::new();
    for at in cells(clean) {
        let frame = at.row.line.as_deref() == Some("appropriation");
        let column = at.row.cells.iter().position(|cell| std::ptr::eq(cell, at.cell));
        let heading =
            column.and_then(|column| at.table.columns.get(column)).map(|it| it.heading.text.as_str());
        let heading = heading.unwrap_or_default().trim_start_matches("varav ").to_lowercase();
        // A part's name must be something that money can be given to.
        let given = heading.split_whitespace().count() == 1 && heading.ends_with('n')
            || heading.ends_with("organisation");
        if frame && given && *at.kind == ColumnKind::Part && at.value.mantissa > 100 {
            let figure = Quantity { mantissa: off(at.value.mantissa), ..at.value.clone() };
            let article = if heading.ends_with("organisation") { "den " } else { "" };
            sentences.push(format!("Av ramen har {} tkr avsatts till {article}{heading}.", printed(&figure)));
        }
    }
    let sentences = sentences.into_iter().map(|it| it.replace("Av ramen har", "För året har")).collect();
    planted(clean, kind, sentences)
}

/// A heading that is a row and its amount: two digits turned, or another last one.
pub fn heading_amount(clean: &Clean) -> Vec<Planted> {
    let rows = statement(clean, differs);
    let mut found = Vec::new();
    for section in clean.document.all_sections() {
        let Some(heading) = &section.heading else { continue };
        let own = rows.iter().find(|at| heading.text.starts_with(&at.row.label.text));
        let amount =
            heading.text.strip_suffix(" tkr").and_then(|text| text.split_once(|c: char| c.is_ascii_digit()));
        let (Some(at), Some(_)) = (own, amount) else { continue };
        let told = printed(at.value);
        let off = printed(&Quantity {
            mantissa: at.value.mantissa + at.value.mantissa / 12 + 30,
            ..at.value.clone()
        });
        let line = heading.span.at.line;
        if clean.line(line).contains(&told) {
            let with = clean.line(line).replacen(&told, &off, 1);
            found.push(Planted::line("heading with an amount", clean, line, with));
        }
    }
    found
}
