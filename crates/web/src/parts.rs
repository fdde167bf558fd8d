//! Parts that several pages show: tables, and texts of documents as read.

use crate::acting::Acting;
use crate::inline;
use crate::markup::Html;
use crate::shell::{Shell, symbol};
use askama::Template;
use uppsikt_app::ask::document::Piece;
use uppsikt_app::ask::documents::DocumentRow;
use uppsikt_app::ask::findings::Shown;
use uppsikt_app::ask::origin::Origin;
use uppsikt_app::ask::source::lines_of;
use uppsikt_app::ask::table::{CellView, TableView};
use uppsikt_app::city::Amount;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_findings::{Family, Severity};
use uppsikt_messages::{Arg, Lang, Message, text};
use uppsikt_text::{format, number_word};

#[derive(Template)]
#[template(path = "part_table.html")]
struct TablePart<'a> {
    shell: &'a Shell,
    view: &'a TableView<'a>,
    caption: String,
    note: String,
}

#[derive(Template)]
#[template(path = "part_pieces.html")]
struct PiecesPart<'a> {
    shell: &'a Shell,
    pieces: &'a [Piece<'a>],
    /// Whether headings can be linked to: only where one document stands alone on the page.
    ids: bool,
}

#[derive(Template)]
#[template(path = "part_cell.html")]
struct CellPart<'a> {
    shell: &'a Shell,
    cell: &'a CellView<'a>,
    findings: String,
}

#[derive(Template)]
#[template(path = "part_finding.html")]
struct FindingPart<'a> {
    shell: &'a Shell,
    shown: &'a Shown<'a>,
    /// Who may judge it here.
    acting: Option<&'a Acting>,
}

impl FindingPart<'_> {
    /// What stands there, what was expected, how to put it right.
    fn said(&self) -> Vec<(&'static str, &Message)> {
        let finding = self.shown.finding;
        let instead = finding.instead.iter().map(|it| ("finding-instead", &it.says));
        let own = [
            ("finding-found", &finding.found),
            ("finding-expected", &finding.expected),
            ("finding-try", &finding.advice),
        ];
        own.into_iter().chain(instead).collect()
    }

    /// What was let stand here before the text was changed.
    fn before(&self) -> Option<String> {
        let before = self.shown.known.before.as_ref()?;
        let day = self.shell.day(before.accepted_at.date_naive());
        let args =
            [("who", before.who.as_str().into()), ("day", day.into()), ("why", before.why.as_str().into())];
        Some(self.shell.told("web-finding-before", &args))
    }
}

#[derive(Template)]
#[template(path = "part_links.html")]
struct LinksPart<'a> {
    shell: &'a Shell,
    row: &'a DocumentRow<'a>,
}

/// The key of a family's words.
pub fn family_key(family: Family) -> String {
    format!("web-family-{}", family.code().replace('_', "-"))
}

/// Templates of parts only print what they are given: they fail when memory does.
fn part(template: &impl Template) -> Html {
    Html::trusted(template.render().unwrap_or_default())
}

impl Shell {
    /// A table under its own caption.
    pub fn table(&self, view: &TableView<'_>) -> Html {
        self.table_called(view, "", "")
    }

    /// A table under another caption than its own, with a small note. Empty: its own.
    pub fn table_called(&self, view: &TableView<'_>, caption: &str, note: &str) -> Html {
        let own = view.caption.map(|caption| caption.text.trim_matches('*').to_owned());
        let caption = if caption.is_empty() { own } else { Some(caption.to_owned()) };
        let caption = caption.unwrap_or_else(|| self.t("web-table-nameless"));
        part(&TablePart { shell: self, view, caption, note: note.to_owned() })
    }

    /// A cell: a figure or words, and the gravest finding on it. An empty one says so.
    pub fn cell(&self, cell: &CellView<'_>, origin: &Origin<'_>) -> Html {
        part(&CellPart { shell: self, cell, findings: self.to.findings(origin.document) })
    }

    /// What stands in a section, as read.
    pub fn pieces(&self, pieces: &[Piece<'_>]) -> Html {
        part(&PiecesPart { shell: self, pieces, ids: false })
    }

    /// As [`Shell::pieces`], each heading with the id of its section.
    pub fn pieces_with_ids(&self, pieces: &[Piece<'_>]) -> Html {
        part(&PiecesPart { shell: self, pieces, ids: true })
    }

    /// A severity by its symbol alone, with its word as the accessible name.
    pub fn severity_symbol(&self, severity: &Severity) -> Html {
        Html::trusted(symbol(severity.code(), Some(&self.say(&severity.word()))))
    }

    /// A severity by its symbol alone, beside its word.
    pub fn severity_mark(&self, severity: &Severity) -> Html {
        Html::trusted(symbol(severity.code(), None))
    }

    /// The symbol of a warning, beside its words.
    pub fn warning_mark(&self) -> Html {
        self.severity_mark(&Severity::Warning)
    }

    /// How sure a rule is that guesses.
    pub fn confidence(&self, percent: &u8) -> String {
        self.t1("web-findings-confidence", "percent", format!("0,{percent:02}"))
    }

    /// The text of a key with its first letter raised.
    pub fn raised(&self, key: &str) -> String {
        format::capitalised(&self.t(key))
    }

    /// A finding with all that it says, and the forms of those who may judge it.
    pub fn finding(&self, shown: &Shown<'_>, acting: &Option<Acting>) -> Html {
        part(&FindingPart { shell: self, shown, acting: acting.as_ref() })
    }

    /// A paragraph of a document.
    pub fn inline(&self, text: &str) -> Html {
        inline::paragraph(text)
    }

    /// "rad 41" or "rad 41–43".
    pub fn lines(&self, origin: &Origin<'_>) -> String {
        let (from, to) = lines_of(&origin.span);
        let line = self.t1("web-line", "line", from.to_string());
        if from == to { line } else { format!("{line}–{to}") }
    }

    /// "sida 4, rad 41", the page where it is known.
    pub fn place(&self, origin: &Origin<'_>) -> String {
        let lines = self.lines(origin);
        let page = origin.span.at.page.map(|page| self.t1("web-page", "page", page.to_string()));
        page.map_or_else(|| lines.clone(), |page| format!("{page}, {lines}"))
    }

    /// The text of a key with arguments.
    pub fn told(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        text(self.lang, key, args)
    }

    /// A number as it is written in running text: in Swedish in words up to twelve.
    pub fn number(&self, number: usize) -> String {
        if self.lang == Lang::Sv { number_word::spell(number) } else { number.to_string() }
    }

    /// As [`Shell::number`], first on the line.
    pub fn number_first(&self, number: &usize) -> String {
        format::capitalised(&self.number(*number))
    }

    /// How many findings there are of a severity.
    pub fn count_of(&self, severity: &Severity, count: &usize) -> String {
        self.say(&severity.counted(*count))
    }

    /// A severity's word.
    pub fn severity_name(&self, severity: &Severity) -> String {
        self.say(&severity.word())
    }

    /// A severity's word, first letter raised.
    pub fn severity_word(&self, severity: &Severity) -> String {
        format::capitalised(&self.say(&severity.word()))
    }

    /// A family's words, first letter raised.
    pub fn family(&self, family: &Family) -> String {
        format::capitalised(&self.t(family_key(*family)))
    }

    /// What a version of a document was read from, and when.
    pub fn read_from(&self, stored: &StoredDocument) -> String {
        let args = [
            ("file", stored.document.source.file.as_str().into()),
            ("version", i64::from(stored.version).into()),
            ("day", self.day(stored.recorded_at.date_naive()).into()),
        ];
        self.told("web-document-by", &args)
    }

    /// "Rad 44–211".
    pub fn line_range(&self, from: &u32, to: &u32) -> String {
        let first = format::capitalised(&self.t1("web-line", "line", from.to_string()));
        if from == to { first } else { format!("{first}–{to}") }
    }

    /// A key's text with a count in it.
    pub fn count(&self, key: &str, count: impl std::borrow::Borrow<usize>) -> String {
        self.t1(key, "count", *count.borrow())
    }

    /// "tre på väg, två delvis på väg": statuses that occur, in the order of the scale.
    pub fn counted(&self, counts: &[usize; 4]) -> String {
        let found = Status::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
        let told = found.map(|(status, count)| format!("{} {}", self.number(*count), self.word(*status)));
        told.collect::<Vec<_>>().join(", ")
    }

    /// A text with its first letter raised.
    pub fn raise(&self, text: &str) -> String {
        format::capitalised(text)
    }

    /// Thousands of kronor as millions with one decimal.
    pub fn millions(&self, tkr: &i64) -> String {
        format::tkr_as_mkr(*tkr)
    }

    /// What stands where nothing is known.
    pub fn nothing(&self) -> Html {
        let why = Html::text(&self.t("web-table-empty"));
        Html::trusted(format!("<span aria-hidden=\"true\">–</span><span class=\"ds-sr-only\">{why}</span>"))
    }

    /// As [`Shell::amount`], with a plus where it is above nought.
    pub fn signed_amount(&self, amount: &Amount<'_>) -> Html {
        self.figure(self.signed(&amount.tkr), &Origin::of(amount.stored, amount.span))
    }

    /// The ways to look at a document: as read, its source, its findings, printed.
    pub fn document_links(&self, row: &DocumentRow<'_>) -> Html {
        part(&LinksPart { shell: self, row })
    }

    /// Thousands of kronor with a plus where they are above nought.
    pub fn signed(&self, tkr: &i64) -> String {
        let plus = if *tkr > 0 { "+" } else { "" };
        format!("{plus}{}", format::grouped(*tkr))
    }

    /// Thousands of kronor.
    pub fn grouped(&self, tkr: &i64) -> String {
        format::grouped(*tkr)
    }
}
