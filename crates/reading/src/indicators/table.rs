//! Indicators in tables: rows under headings that say so, and what their columns hold.

use super::kolada;
use super::told::{indicator, of_both_sexes, unit_of};
use crate::book::{Book, folded};
use crate::style::IndicatorWords;
use crate::tables::tail;
use crate::values::{from_to, in_cell};
use crate::words::holds_any;
use uppsikt_domain::indicator::{DayRange, InWords, Indicator, IndicatorKind};
use uppsikt_domain::place::TextAt;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::table::{ColumnKind, Row, Table};
use uppsikt_text::dates;

/// The rows of a table whose first column holds indicators; `plan`: the document tells what shall be.
pub(crate) fn of_table(table: &Table, book: &Book<'_>, year: Option<i32>, plan: bool) -> Vec<Indicator> {
    let style = &book.style.indicators;
    let headings = Headings::of(table, book, year, &[]);
    let headings = if plan { headings.planned(year) } else { headings };
    let told = headings.target.is_some() && headings.baseline.is_some();
    let label = folded(&table.label_heading);
    let labelled = style.labels.iter().any(|own| folded(own) == label);
    let captioned = || {
        let caption = table.caption.as_ref().map(|caption| folded(&caption.text)).unwrap_or_default();
        headings.target.is_some() && (holds_any(&caption, &style.words))
    };
    if !(labelled || holds_any(&label, &style.words) || told || captioned()) {
        return Vec::new();
    }
    let mut found: Vec<Indicator> = Vec::new();
    // "Andel nöjda gäster, %" without values over "kvinnor" and "män".
    let mut over: Option<TextAt> = named_above(table, style);
    for (at, row) in table.rows.iter().enumerate() {
        if row.cells.iter().all(|cell| cell.printed.is_none()) {
            over = Some(row.label.clone());
            continue;
        }
        let celled =
            row.cells.iter().filter_map(|cell| cell.printed.as_deref()).any(|cell| is_sex(cell, style));
        if celled && row.label.text.trim().is_empty() {
            found.last_mut().into_iter().for_each(|before| before.by_sex = true);
            continue;
        }
        if celled {
            let read = headings.indicator(row, row.label.clone(), book);
            found.push(Indicator { by_sex: true, baseline: None, ..read });
            continue;
        }
        let sex = is_sex(&row.label.text, style);
        let whole = over.take().filter(|_| sex);
        let whole = whole.or_else(|| before_sex(&row.label, table.rows.get(at + 1)?, style));
        match (whole, found.last_mut()) {
            (Some(whole), _) => found.push(headings.of_sexes(&whole, row, &table.rows[at + 1..], book)),
            (None, Some(before)) if sex => before.by_sex = true,
            _ => found.push(headings.indicator(row, row.label.clone(), book)),
        }
    }
    found
}

/// "Indikator Andel nöjda gäster, %" as the caption: what the label of the column is followed by.
fn named_above(table: &Table, style: &IndicatorWords) -> Option<TextAt> {
    let caption = table.caption.as_ref()?;
    let (label, rest) = caption.text.split_once(' ')?;
    let own = style.labels.iter().any(|it| folded(it) == folded(label));
    (own && rest.starts_with(char::is_uppercase)).then(|| TextAt::new(rest, caption.span))
}

/// "Andel nöjda gäster, % kvinnor" above "män": the label without the sex, whose line went on in it.
fn before_sex(label: &TextAt, next: &Row, style: &IndicatorWords) -> Option<TextAt> {
    let (whole, last) = label.text.rsplit_once(' ')?;
    let parted = is_sex(last, style) && is_sex(&next.label.text, style) && !is_sex(&label.text, style);
    (parted && whole.trim_end().ends_with(['%', ',', ')'])).then(|| TextAt::new(whole.trim_end(), label.span))
}

/// "Kvinnor", "varav flickor": a part of the row above.
pub(crate) fn is_sex(label: &str, style: &IndicatorWords) -> bool {
    let label = folded(label.trim_start_matches(['-', '\u{2013}', ' ']));
    let bare = label.trim_start_matches("varav ").trim_start_matches("därav ");
    style.sexes.iter().any(|sex| bare == sex)
}

/// What the columns of a table with indicators hold.
pub(crate) struct Headings {
    folded: Vec<String>,
    target: Option<usize>,
    baseline: Option<usize>,
    /// Columns that hold no figure of the indicator: names, and those of one sex.
    aside: Vec<usize>,
    /// Columns of what is expected of the document's own year or later.
    ahead: Vec<usize>,
    /// Columns of what the document's own year has come to.
    latest: Vec<usize>,
    /// The column that says in what the others are counted.
    unit: Option<usize>,
    /// The column of where the figures come from.
    source: Option<usize>,
    by_sex: bool,
    due: Option<DayRange>,
    /// Columns that hold a value in some row, in figures or in words.
    valued: Vec<usize>,
}

impl Headings {
    /// By the headings; `named` are the columns of names.
    pub fn of(table: &Table, book: &Book<'_>, year: Option<i32>, named: &[Option<usize>]) -> Self {
        let style = &book.style.indicators;
        let folded: Vec<String> = table.columns.iter().map(|column| folded(&column.heading.text)).collect();
        let folded = under_spans(folded, style);
        let of_sex = |column: &usize| has_sex(&folded[*column], style);
        let sexed: Vec<usize> = (0..folded.len()).filter(of_sex).collect();
        let aside = named.iter().flatten().copied().chain(sexed.iter().copied());
        let aside: Vec<usize> =
            aside.chain((0..folded.len()).filter(|it| is_limit(&folded[*it], style))).collect();
        let own_year = |column: &usize| year.is_some_and(|year| folded[*column].contains(&year.to_string()));
        let aims = |column: &usize| !aside.contains(column) && is_aim(&folded[*column], style);
        let columns = || 0..folded.len();
        let limits: Vec<usize> = columns().filter(|it| is_limit(&folded[*it], style)).collect();
        let target = columns().find(|it| aims(it) && own_year(it)).or_else(|| columns().find(aims));
        // "Min" and "Max" beside each other are the ends of what is well, and neither is the aim.
        let target = target.or_else(|| limits.first().copied().filter(|_| limits.len() == 1));
        let expects = |column: &usize| match table.columns[*column].kind {
            ColumnKind::Forecast { year: expected } => expected.is_some() && expected >= year,
            _ => false,
        };
        let ahead: Vec<usize> = columns().filter(expects).collect();
        let reached = |column: &usize| match table.columns[*column].kind {
            ColumnKind::Actual { year: of, part_of_year } => part_of_year || (of.is_some() && of == year),
            _ => own_year(column),
        };
        let latest: Vec<usize> = columns().filter(reached).collect();
        let starts = |column: &usize| {
            let opens = |word: &String| folded[*column].starts_with(word.as_str());
            !aside.contains(column) && style.starts.iter().any(opens)
        };
        let named_unit = |column: &usize| ["enhet", "måttenhet", "mått"].contains(&folded[*column].as_str());
        let unit = columns().find(named_unit);
        let due = target.and_then(|column| {
            dates::first_range(&format!(
                "under {}",
                table.columns[column].heading.text.split(' ').next_back()?
            ))
        });
        let source = columns().find(|it| is_source(&folded[*it], style) || holds_codes(table, *it));
        let measures = |column: &usize| {
            let mut rows = table.rows.iter();
            ![unit, source].contains(&Some(*column))
                && rows.any(|row| row.cells.get(*column).is_some_and(|cell| cell.value.is_some()))
        };
        Headings {
            target,
            baseline: columns().find(starts),
            valued: columns().filter(measures).collect(),
            unit,
            source,
            by_sex: !sexed.is_empty(),
            due,
            aside,
            ahead,
            latest,
            folded,
        }
    }

    /// Where nothing says what is aimed at but years stand over the columns, a plan's own year is what
    /// it aims at: "Nyckeltal 2029 2030 2031".
    fn planned(self, year: Option<i32>) -> Self {
        let years =
            self.folded.iter().map(|heading| heading.parse::<i32>().ok().filter(|_| tail::is_year(heading)));
        let years: Vec<Option<i32>> = years.collect();
        let own = years.iter().position(|it| it.is_some() && *it == year);
        let told = own.is_some_and(|own| years[..own].iter().any(Option::is_some));
        if self.target.is_some() || !told {
            return self;
        }
        let due = year.and_then(|year| dates::first_range(&format!("under {year}")));
        Headings { target: own, due, ..self }
    }

    /// Whether a column holds what is aimed at.
    pub fn names_target(&self) -> bool {
        self.target.is_some()
    }

    fn source_of(&self, row: &Row) -> Option<String> {
        row.cells.get(self.source?)?.printed.clone()
    }

    /// The indicator that rows of each sex are: it aims at what all of them aim at.
    fn of_sexes(&self, text: &TextAt, first: &Row, more: &[Row], book: &Book<'_>) -> Indicator {
        let style = &book.style.indicators;
        let read = |row: &Row| self.indicator(row, text.clone(), book);
        let own = read(first);
        let mut others = more.iter().take_while(|row| is_sex(&row.label.text, style));
        let same = others.all(|row| read(row).target == own.target);
        let target = own.target.clone().filter(|_| same);
        Indicator { by_sex: true, baseline: None, target, ..own }
    }

    /// The indicator that a row names: the last figure before the target is where it starts, and of several
    /// the last of those that are not the document's own year's.
    pub fn indicator(&self, row: &Row, text: TextAt, book: &Book<'_>) -> Indicator {
        let worded = |column: usize| in_cell(row.cells.get(column)?.printed.as_deref()?);
        let plain = |column: usize| {
            let value = row.cells.get(column)?.value.as_ref().map(Quantity::plain);
            value.or_else(|| worded(column).map(|(value, _)| value))
        };
        let style = &book.style.indicators;
        let aims = |column: usize| self.folded.get(column).is_some_and(|heading| is_aim(heading, style));
        let before = (0..self.target.unwrap_or(row.cells.len()))
            .rev()
            .filter(|it| !aims(*it) && !self.aside.contains(it) && !self.ahead.contains(it));
        let mut earlier = before.clone().filter(|it| !self.latest.contains(it));
        // A year before the document's own that has no value here starts nowhere else.
        let empty = earlier.clone().any(|column| self.valued.contains(&column));
        let start = self.baseline.and_then(plain).or_else(|| earlier.find_map(plain));
        let start = start.or_else(|| before.clone().find_map(plain).filter(|_| !empty));
        let percent = |column: Option<usize>| {
            let printed = row.cells.get(column?)?.printed.as_deref()?.trim_end();
            printed.ends_with('%').then(|| Unit::Percent.code().to_owned())
        };
        let told = |column: Option<usize>| worded(column?)?.1;
        let unit = unit_of(&text.text).or_else(|| percent(self.target)).or_else(|| percent(self.baseline));
        let unit = unit.or_else(|| told(self.target)).or_else(|| told(self.baseline));
        let own = || {
            let printed = row.cells.get(self.unit?)?.printed.as_deref()?.trim();
            let known =
                unit_of(printed).or_else(|| (printed == "%").then(|| Unit::Percent.code().to_owned()));
            Some(known.unwrap_or_else(|| printed.to_owned()))
        };
        let unit = unit.or_else(own);
        let read = indicator(text, &book.style.indicators);
        let from_to = || from_to(row.cells.get(self.target?)?.printed.as_deref()?);
        let (start, aimed) = match from_to() {
            Some((start, aimed, _)) => (Some(start), Some(aimed)),
            None => (start, self.target.and_then(plain)),
        };
        let mut cells = row.cells.iter().filter_map(|cell| cell.printed.as_deref());
        let sexes = read.sexes.clone().or_else(|| cells.find_map(|cell| of_both_sexes(cell, style)));
        let measured = (start.is_some() || aimed.is_some()) && read.kind == IndicatorKind::Activity;
        // "Kolada N12345" in the column of sources.
        let source = self.source_of(row);
        let public = source.as_ref().is_some_and(|it| holds_any(&folded(it), &style.key_figure));
        let in_words = self.in_words(row, book).filter(|_| aimed.is_none()).unwrap_or_default();
        let kind = match read.kind {
            _ if measured => IndicatorKind::Measure,
            IndicatorKind::Activity if is_graded(&in_words, style) => IndicatorKind::Qualitative,
            kind => kind,
        };
        Indicator {
            kind: if public && kind == IndicatorKind::Measure { IndicatorKind::KeyFigure } else { kind },
            in_words,
            baseline: start,
            target: aimed,
            unit: read.unit.clone().or(unit),
            source: source.or(read.source),
            due: self.due.clone().map(|due| DayRange { text: due.text.replace("under ", ""), ..due }),
            by_sex: read.by_sex || self.by_sex || sexes.is_some(),
            sexes,
            ..read
        }
    }
}

/// Whether words say how good something is, and not only whether it is done.
fn is_graded(words: &InWords, style: &IndicatorWords) -> bool {
    words.target.as_ref().is_some_and(|target| !style.yes_or_no.contains(&folded(target)))
}

/// A value in words is at most so long, in bytes.
const LONGEST_WORDS: usize = 40;

impl Headings {
    /// What a row aims at in words ("Ja", "God"), and where it starts.
    fn in_words(&self, row: &Row, book: &Book<'_>) -> Option<InWords> {
        let said = |column: usize| {
            let printed = row.cells.get(column)?.printed.as_deref()?.trim();
            let worded = printed.starts_with(char::is_alphabetic) && printed.len() <= LONGEST_WORDS;
            (worded && in_cell(printed).is_none()).then(|| printed.to_owned())
        };
        let target = said(self.target?)?;
        let style = &book.style.indicators;
        let free = |column: &usize| {
            !self.aside.contains(column)
                && ![self.unit, self.source].contains(&Some(*column))
                && !self.latest.contains(column)
                && !self.folded.get(*column).is_some_and(|heading| is_aim(heading, style))
        };
        let start = self.baseline.or_else(|| (0..self.target?).rev().find(free));
        Some(InWords { baseline: start.and_then(said), target: Some(target) })
    }
}

/// Headings without the one that spans them: "utgångsläge 2029" and "målvärde 2031" of "värde utgångsläge
/// 2029" and "värde målvärde 2031", where only then they say what stands below.
fn under_spans(headings: Vec<String>, style: &IndicatorWords) -> Vec<String> {
    let parted: Vec<Option<(&str, &str)>> = headings.iter().map(|it| it.split_once(' ')).collect();
    let shared = |at: usize, first: &str| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        beside.filter_map(|at| parted.get(at).copied().flatten()).any(|(own, _)| own == first)
    };
    let tells =
        |text: &str| is_aim(text, style) || style.starts.iter().any(|word| text.starts_with(word.as_str()));
    let bare = |at: usize| {
        let (first, rest) = parted[at]?;
        (shared(at, first) && !tells(&headings[at]) && tells(rest)).then(|| rest.to_owned())
    };
    let bare: Vec<Option<String>> = (0..headings.len()).map(bare).collect();
    bare.into_iter().zip(headings).map(|(bare, whole)| bare.unwrap_or(whole)).collect()
}

/// "Källa": what stands before a source in a sentence too.
fn is_source(heading: &str, style: &IndicatorWords) -> bool {
    style.sources.iter().any(|word| word.strip_suffix(':').is_some_and(|word| heading == word))
}

/// Whether a column holds codes of Kolada and nothing else.
fn holds_codes(table: &Table, column: usize) -> bool {
    let cells = || table.rows.iter().filter_map(|row| row.cells.get(column)?.printed.as_deref());
    cells().next().is_some() && cells().all(|cell| kolada::is_code(cell.trim()))
}

/// "Min", "Lägsta värde": an end of what is well.
fn is_limit(heading: &str, style: &IndicatorWords) -> bool {
    style.limits.iter().any(|word| {
        heading == word || heading.strip_prefix(word.as_str()).is_some_and(|rest| rest.starts_with(' '))
    })
}

fn is_aim(heading: &str, style: &IndicatorWords) -> bool {
    style.targets.iter().any(|word| heading.starts_with(word.as_str()))
}

/// Whether a heading names one sex ("Utfall kvinnor").
fn has_sex(heading: &str, style: &IndicatorWords) -> bool {
    heading.split(' ').any(|word| style.sexes.iter().any(|sex| word.trim_matches([',', '(', ')']) == sex))
}
