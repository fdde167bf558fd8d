//! Tables as they are printed.

use crate::place::{Place, Span, TextAt};
use crate::quantity::{Quantity, Unit};
use crate::section::{Section, SectionKind};
use serde::{Deserialize, Serialize};

/// What a table is, as far as its outline or its caption tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// The income statement.
    Statement,
    /// The statement split by funding part.
    Split,
    /// The committee's budget areas.
    BudgetAreas,
    /// The investment limit.
    Investments,
    /// The appropriation: original decision, decisions, what it is now.
    Ledger,
    /// Net cost for the period, compared.
    NetCost,
    /// Anything else.
    #[default]
    Other,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ColumnKind {
    /// A forecast for a year.
    Forecast {
        /// The year, where it is printed or follows from the document.
        year: Option<i32>,
    },
    /// A budget for a year.
    Budget {
        /// The year, where it is printed or follows from the document.
        year: Option<i32>,
    },
    /// What has come out, for a year or the part of it that the heading names.
    Actual {
        /// The year, where it is printed or follows from the document.
        year: Option<i32>,
        /// Whether it is for the period of the report only (January–August).
        part_of_year: bool,
    },
    /// The change between two columns, in amounts.
    Change,
    /// The deviation between two columns, in amounts.
    Deviation,
    /// The change or deviation in per cent.
    Percent,
    /// A funding part of a split.
    Part,
    /// The whole of the parts before it.
    Whole,
    /// A note in words.
    Note,
    /// Anything else.
    #[default]
    Other,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Column {
    /// The heading, lines joined ("Budget 2026"). May be empty.
    pub heading: TextAt,
    /// What stands in it.
    pub kind: ColumnKind,
    /// The unit of its figures.
    pub unit: Unit,
    /// Whether it is about a part of the year only ("Budget jan–aug").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub part_of_year: bool,
}

impl Column {
    /// The stable word for what stands in it: its kind with its year, else its heading.
    pub fn key(&self) -> String {
        let word = |word: &str, part: bool| if part { format!("{word}_period") } else { word.to_owned() };
        let with = |word: String, year: &Option<i32>| match year {
            Some(year) => format!("{word} {year}"),
            None => word,
        };
        match &self.kind {
            ColumnKind::Forecast { year } => with("forecast".to_owned(), year),
            ColumnKind::Budget { year } => with(word("budget", self.part_of_year), year),
            ColumnKind::Actual { year, part_of_year } => with(word("actual", *part_of_year), year),
            ColumnKind::Change => word("change", self.part_of_year),
            ColumnKind::Deviation => word("deviation", self.part_of_year),
            ColumnKind::Percent => word("percent", self.part_of_year),
            ColumnKind::Part | ColumnKind::Whole | ColumnKind::Note | ColumnKind::Other => {
                self.heading.text.clone()
            }
        }
    }
}

/// A cell: what is printed, and the figure that it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Cell {
    /// As printed ("-221 734"). `None`: the cell is empty.
    pub printed: Option<String>,
    /// The figure, in the column's unit. `None` where the cell is empty or holds words.
    pub value: Option<Quantity>,
    /// Where it stands. For an empty cell: where the row begins.
    pub span: Span,
}

/// What a row is to the rows around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowRole {
    /// A row that a sum may take in.
    #[default]
    Item,
    /// A part of the row above ("varav"), in no sum of its own.
    OfWhich,
    /// A sum of rows above.
    Subtotal,
    /// The sum of the table.
    Total,
    /// A heading inside the table.
    Section,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Row {
    /// The label, wrapped lines joined.
    pub label: TextAt,
    /// One cell for each column of the table.
    pub cells: Vec<Cell>,
    /// What the row is to the rows around it.
    pub role: RowRole,
    /// The key of the municipality's statement line, where the label is one
    /// (`structure::StatementLine::key`).
    pub line: Option<String>,
    /// A note in words at the end of the row.
    pub note: Option<String>,
    /// Whether it is a guess which columns its figures stand in: fewer are printed than there are columns, and
    /// neither spaces nor sums tell which cells are empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guessed: bool,
}

impl Row {
    /// Where the row begins.
    pub fn at(&self) -> Place {
        self.label.span.at
    }
}

/// A table. The label column is not counted among the columns.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Table {
    /// What it is.
    pub kind: TableKind,
    /// The caption, or the heading that stands for one.
    pub caption: Option<TextAt>,
    /// The heading of the label column ("Tkr", "BUDGETOMRÅDE"). May be empty.
    pub label_heading: String,
    /// The unit of most columns.
    pub unit: Unit,
    /// Whether nothing at the table says that unit: it is taken from the document's statement.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unit_inherited: bool,
    /// The columns of figures, in order.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// From the caption or heading to the last row.
    pub span: Span,
    /// The goals that rows are, with their assessments and indicators at the cells: sections of
    /// kind goal, in those of kind goal area where rows head them. Rows that are assignments are
    /// sections of that kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Section>,
}

impl Table {
    /// The goals that rows are, those in areas as well.
    pub fn all_goals(&self) -> impl Iterator<Item = &Section> {
        let all = self.goals.iter().flat_map(Section::all);
        all.filter(|section| section.kind == SectionKind::Goal)
    }

    /// The stable word of every column: that of two that have the same goes on with the heading.
    pub fn column_keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::with_capacity(self.columns.len());
        for column in &self.columns {
            let key = column.key();
            let headed = format!("{key} / {}", column.heading.text.to_lowercase());
            let again = (2..).map(|time| format!("{headed} #{time}"));
            let own = [key, headed.clone()].into_iter().chain(again).find(|own| !keys.contains(own));
            keys.extend(own);
        }
        keys
    }

    /// The position of the first column that fits.
    pub fn column(&self, fits: impl Fn(&ColumnKind) -> bool) -> Option<usize> {
        self.columns.iter().position(|column| fits(&column.kind))
    }

    /// The row of a statement line.
    pub fn line(&self, key: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.line.as_deref() == Some(key))
    }

    /// The figure of a statement line in a column.
    pub fn figure(&self, key: &str, column: usize) -> Option<&Quantity> {
        self.line(key)?.cells.get(column)?.value.as_ref()
    }
}
