//! The cover's words and the key, counted from the document.

use uppsikt_domain::assessment::{Horizon, Status as Common};
use uppsikt_domain::document::DocumentKind;
use uppsikt_messages::{Lang, Message};
use uppsikt_text::format::capitalised;
use uppsikt_text::number_word::spell;

use super::Writer;
use crate::model::{Block, KeyRow, KeySign, Knot, Room, Section, Status, Text, text};

impl Writer<'_> {
    /// The title as printed, else the case's, else the kind of document and its year.
    pub fn title(&self) -> String {
        let printed = self.doc.title.as_ref().map(|title| title.text.clone());
        let case = self.doc.case.as_ref().map(|case| case.title.clone());
        printed.or(case).filter(|title| !title.is_empty()).unwrap_or_else(|| self.kind_and_year())
    }

    fn kind_and_year(&self) -> String {
        let key = match self.doc.kind {
            DocumentKind::CommitteeBudget => "writing-kind-committee-budget",
            DocumentKind::InterimReport => "writing-kind-interim-report",
            DocumentKind::AnnualAnalysis => "writing-kind-annual-analysis",
            DocumentKind::CouncilBudget => "writing-kind-council-budget",
            DocumentKind::CityInterimReport => "writing-kind-city-interim-report",
            DocumentKind::AnnualReport => "writing-kind-annual-report",
            DocumentKind::Case => "writing-kind-case",
            DocumentKind::Unknown => "writing-kind-unknown",
        };
        let kind = self.say(key);
        self.doc.year.map(|year| format!("{kind} {year}")).unwrap_or(kind)
    }

    /// One sentence for the file's properties.
    pub fn description(&self, title: &str, committee: &str) -> String {
        if committee.is_empty() { title.to_owned() } else { format!("{title}, {committee}") }
    }

    /// What the document says in one breath: goals and what is done, or how it goes.
    pub fn lead(&self) -> Text {
        let goals = self.doc.goals();
        if goals.is_empty() {
            return Text::new();
        }
        let assessed = self.count_assessed(Horizon::Period, |_| true);
        if self.doc.kind.is_report() && assessed > 0 {
            let on_track = self.count_assessed(Horizon::Period, |status| status == Common::OnTrack);
            let key = if on_track == 0 { "writing-lead-report-none" } else { "writing-lead-report" };
            let message =
                Message::new(key).with("on", self.number(on_track)).with("all", self.number(goals.len()));
            return text(capitalised(&message.in_lang(self.lang)));
        }
        let initiatives: usize = goals.iter().map(|goal| goal.initiatives().len()).sum();
        let counts = [
            ("writing-count-goals", goals.len()),
            ("writing-count-initiatives", initiatives),
            ("writing-count-assignments", self.doc.assignments().len()),
        ];
        let parts: Vec<String> = counts
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(key, count)| self.counted(key, count))
            .collect();
        text(format!("{}.", capitalised(&self.listed(&parts))))
    }

    /// What the lead rests on.
    pub fn lead_note(&self) -> Text {
        let note = Message::new("writing-lead-note").with("file", self.doc.source.file.as_str());
        if self.doc.goals().is_empty() { Text::new() } else { text(note.in_lang(self.lang)) }
    }

    fn number(&self, count: usize) -> String {
        if self.lang == Lang::Sv { spell(count) } else { count.to_string() }
    }

    fn counted(&self, key: &'static str, count: usize) -> String {
        let message = Message::new(key).with("count", count).with("number", self.number(count));
        message.in_lang(self.lang)
    }

    /// "a, b och c" in the language of the cover.
    fn listed(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.say("writing-and")),
        }
    }

    fn count_assessed(&self, horizon: Horizon, fits: impl Fn(Common) -> bool) -> usize {
        let goals = self.doc.goals();
        let found = goals.iter().filter_map(|goal| goal.assessment(horizon));
        found.filter(|assessment| fits(assessment.status)).count()
    }

    /// The thread along the foot of the cover: goal, contribution, follow-up, assessment.
    pub fn thread(&self) -> Vec<Knot> {
        let goals = self.doc.goals();
        if goals.is_empty() {
            return Vec::new();
        }
        let report = self.doc.kind.is_report();
        let knot = |label: &'static str, text: String, here: bool| Knot {
            label: self.say(label),
            text: capitalised(&text),
            here,
        };
        let indicators: usize = goals.iter().map(|goal| goal.indicators().count()).sum();
        vec![
            knot("writing-knot-goal", self.counted("writing-goals-directed", goals.len()), false),
            knot("writing-knot-contribution", self.plan_text(report), !report),
            knot("writing-knot-follow-up", self.follow_up_text(report, indicators), report),
            knot("writing-knot-assessment", self.assessment_text(report), report),
        ]
    }

    fn plan_text(&self, report: bool) -> String {
        if report { self.say("writing-in-the-budget") } else { self.say("writing-this-document") }
    }

    fn follow_up_text(&self, report: bool, indicators: usize) -> String {
        match indicators {
            _ if report => self.say("writing-this-document"),
            0 => self.say("writing-in-the-interim-report"),
            count => self.counted("writing-count-indicators", count),
        }
    }

    fn assessment_text(&self, report: bool) -> String {
        if !report {
            return self.say("writing-in-the-interim-report");
        }
        let of = |wanted: Common| self.count_assessed(Horizon::Period, |status| status == wanted);
        let words = [
            (Common::OnTrack, "writing-status-on-track"),
            (Common::PartlyOnTrack, "writing-status-partly-on-track"),
            (Common::OffTrack, "writing-status-off-track"),
            (Common::NotStated, "writing-status-not-stated"),
        ];
        let told = words.into_iter().filter(|(status, _)| of(*status) > 0);
        let told: Vec<String> =
            told.map(|(status, key)| format!("{} {}", self.number(of(status)), self.say(key))).collect();
        if told.is_empty() { self.say("writing-status-not-stated") } else { self.listed(&told) }
    }

    /// The facts at the foot of the cover: the given ones, then where the words come from.
    pub fn imprint(&self, given: &[(String, String)]) -> Vec<(String, String)> {
        let file = &self.doc.source.file;
        let source = (!file.is_empty()).then(|| (self.say("writing-source"), file.clone()));
        given.iter().cloned().chain(source).take(3).collect()
    }

    /// What the signs mean that the document has.
    pub fn key(&self) -> Vec<Block> {
        let rows = self.key_rows();
        if rows.is_empty() {
            return Vec::new();
        }
        vec![Block::Section(Section {
            id: "key".to_owned(),
            head: self.say("writing-key"),
            note: Text::new(),
            outlined: false,
            stacked: false,
            level: 2,
            room: Room::default(),
            blocks: vec![Block::Key { rows }],
        })]
    }

    fn key_rows(&self) -> Vec<KeyRow> {
        let row = |sign: KeySign, key: &'static str| KeyRow { sign, c: text(self.say(key)) };
        let mut rows = Vec::new();
        if self.count_assessed(Horizon::Period, |_| true) + self.count_assessed(Horizon::Term, |_| true) > 0 {
            rows.extend([
                row(KeySign::Status(Status::OnTrack), "writing-key-on-track"),
                row(KeySign::Status(Status::PartlyOnTrack), "writing-key-partly-on-track"),
                row(KeySign::Status(Status::OffTrack), "writing-key-off-track"),
                row(KeySign::Status(Status::NotStated), "writing-key-not-stated"),
            ]);
        }
        if !self.doc.goals().is_empty() {
            rows.push(row(KeySign::Words(self.say("writing-key-thread-sign")), "writing-key-thread"));
        }
        if self.has_empty_cell() {
            rows.push(row(KeySign::Words(self.say("writing-key-dash-sign")), "writing-key-dash"));
        }
        rows
    }

    fn has_empty_cell(&self) -> bool {
        let rows = self.doc.tables().into_iter().flat_map(|(_, table)| &table.rows);
        rows.flat_map(|row| &row.cells).any(|cell| cell.printed.is_none())
    }
}
