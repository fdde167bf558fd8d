//! Tables.

use serde::{Deserialize, Serialize};

use super::{Number, Status, Text};

/// A table of any number of columns and rows; the first column names the rows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What references point to.
    pub id: String,
    /// What the table shows; empty where the document says nothing.
    #[serde(default)]
    pub caption: String,
    /// Unit, sign rule and the like, in small type under the caption.
    #[serde(default)]
    pub sub: Text,
    /// The columns from left to right.
    pub columns: Vec<Column>,
    /// The rows from top to bottom.
    pub rows: Vec<Row>,
    /// Remarks in small type under the table.
    #[serde(default)]
    pub notes: Vec<Text>,
    /// Whether rows hold sentences: then cells are set to the top.
    #[serde(default)]
    pub wordy: bool,
    /// Figures of a signed column beyond this are set bold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<i64>,
    /// What the longest bar of a column of bars stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bar_max: Option<i64>,
    /// How the table fits on the page; printing sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<Fit>,
}

/// How a table fits on the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// The width of each column in thousandths of a point.
    pub widths: Vec<u32>,
    /// The type size in thousandths of a point.
    pub size: u32,
    /// Whether the table reaches out into the margin column.
    pub wide: bool,
    /// Whether it may continue on the next page.
    pub breakable: bool,
    /// Roughly how high it is, in thousandths of a point.
    pub height: u32,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The heading; a line feed parts its lines.
    pub label: String,
    /// What the cells hold.
    #[serde(default, rename = "as")]
    pub kind: ColumnKind,
    /// The width in millimetres, where it is not left to printing.
    #[serde(default, rename = "w", skip_serializing_if = "Option::is_none")]
    pub width_mm: Option<u32>,
}

/// What the cells of a column hold and so how they are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnKind {
    /// Words, to the left.
    #[default]
    Text,
    /// Figures, to the right.
    Num,
    /// Figures that always show their sign, to the right.
    Signed,
    /// A bar that repeats a figure; hidden from screen readers.
    Bars,
    /// The number of an explanation.
    Note,
    /// A status as symbol and word.
    Status,
    /// The page of a label.
    Page,
}

impl ColumnKind {
    /// Whether the cells are set to the right.
    pub fn is_right(self) -> bool {
        matches!(self, ColumnKind::Num | ColumnKind::Signed | ColumnKind::Page)
    }

    /// Whether the cells hold figures.
    pub fn is_figure(self) -> bool {
        matches!(self, ColumnKind::Num | ColumnKind::Signed)
    }
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What part the row plays.
    #[serde(default)]
    pub kind: RowKind,
    /// Whether there is space over it.
    #[serde(default)]
    pub gap: bool,
    /// Whether figures of plain columns show their sign in this row.
    #[serde(default)]
    pub signed: bool,
    /// One cell per column.
    pub cells: Vec<Cell>,
}

/// What part a row plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RowKind {
    /// A row like any other.
    #[default]
    Row,
    /// Part of the row before: its label is set in.
    Which,
    /// A heading over the rows that follow.
    Section,
    /// A sum.
    Sum,
    /// The last sum, double ruled.
    Result,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing: printed as a dash.
    Empty,
    /// A status.
    Status(Status),
    /// A figure.
    Number(Number),
    /// Words. In a column of pages the label stands as a [`Number::Printed`].
    Text(Text),
}

/// Levels and the steps between them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waterfall {
    /// What references point to.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// What is measured and where the scale starts.
    #[serde(default)]
    pub sub: Text,
    /// Where the scale starts.
    pub from: i64,
    /// Where it ends.
    pub to: i64,
    /// The headings of the three columns.
    pub columns: [String; 3],
    /// Levels and steps in order.
    pub rows: Vec<Step>,
}

/// A level or a step of a waterfall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Step {
    /// A level.
    Level {
        /// Its name.
        label: Text,
        /// The figure that is printed.
        value: i64,
        /// Where it lies on the scale.
        at: i64,
    },
    /// A change.
    Step {
        /// Its name.
        label: Text,
        /// The figure that is printed, signed.
        value: i64,
        /// Where the scale stands after it.
        at: i64,
    },
}
