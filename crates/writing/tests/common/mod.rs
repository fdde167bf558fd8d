//! A constructed document with something of everything, and how texts are compared.
#![allow(dead_code, clippy::unwrap_used)]

use uppsikt_domain::agenda::AgendaLink;
use uppsikt_domain::assessment::{Assessment, Horizon, Status};
use uppsikt_domain::assignment::{Assignee, AssigneeRole, Assignment, ReportBack, ReportBackHow};
use uppsikt_domain::block::{Block, Content};
use uppsikt_domain::document::{Document, DocumentKind, Source, Unread};
use uppsikt_domain::place::{Place, Span, TextAt};
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::table::{Cell, Column, ColumnKind, Row, RowRole, Table, TableKind};

/// A builder that gives everything an id and a line of its own.
#[derive(Default)]
pub struct Builder {
    line: u32,
}

impl Builder {
    /// Lines are counted from here, so that two documents share no words.
    pub fn starting_at(line: u32) -> Builder {
        Builder { line }
    }

    pub fn span(&mut self) -> Span {
        self.line += 1;
        Span { at: Place::on_line(self.line), end_line: self.line, end_column: 80 }
    }

    pub fn at(&mut self, words: &str) -> TextAt {
        TextAt::new(words, self.span())
    }

    pub fn block(&mut self, content: Content) -> Block {
        let span = self.span();
        Block { id: format!("b{}", self.line), span, content }
    }

    pub fn paragraph(&mut self, words: &str) -> Block {
        self.block(Content::Paragraph { text: words.to_owned() })
    }

    /// A paragraph that no other paragraph is the same as.
    pub fn prose(&mut self, about: &str) -> Block {
        let line = self.line + 1;
        self.paragraph(&format!(
            "Det här stycket handlar om {about} och har nummer {line}. Det är skrivet för att vara längre än \
             sextio bokstäver, så att det går att söka efter, och innehåller ett sammansatt ord som \
             verksamhetsutvecklingsprojekt {line} som kan behöva avstavas i en smal spalt."
        ))
    }

    pub fn list(&mut self, ordered: bool, items: &[&str]) -> Block {
        let items = items.iter().map(|item| self.at(item)).collect();
        self.block(Content::List { ordered, items })
    }

    pub fn section(&mut self, kind: SectionKind, marker: &str, name: &str) -> Section {
        let heading = self.at(&format!("{marker}{name}"));
        Section {
            id: format!("h{}", self.line),
            kind,
            span: heading.span,
            heading: Some(heading),
            name: name.to_owned(),
            ..Section::default()
        }
    }

    /// A table of figures: every third cell of the second column is empty.
    pub fn table(&mut self, caption: Option<&str>, columns: usize, rows: usize) -> Block {
        let caption = caption.map(|caption| self.at(caption));
        let kinds = |x: usize| Column {
            heading: TextAt::new(format!("Budget {}", 2020 + x), Span::default()),
            kind: ColumnKind::Other,
            unit: Unit::Tkr,
            part_of_year: false,
        };
        let columns: Vec<Column> = (0..columns).map(kinds).collect();
        let rows = (0..rows).map(|y| self.row(y, rows, columns.len())).collect();
        let table = Table {
            kind: TableKind::Other,
            caption,
            label_heading: "Verksamhet".to_owned(),
            unit: Unit::Tkr,
            unit_inherited: false,
            columns,
            rows,
            span: self.span(),
            goals: Vec::new(),
        };
        self.block(Content::Table(table))
    }

    fn row(&mut self, y: usize, rows: usize, columns: usize) -> Row {
        let role = match y {
            _ if y + 1 == rows => RowRole::Total,
            2 => RowRole::Section,
            3 => RowRole::OfWhich,
            5 => RowRole::Subtotal,
            _ => RowRole::Item,
        };
        let cell = |x: usize| {
            let value = i64::try_from(y * 7919 + x * 104_729).unwrap() - 200_000;
            let printed = grouped(value);
            let quantity = Quantity::new(value, 0, Unit::Tkr);
            let empty = role == RowRole::Section || (x == 1 && y.is_multiple_of(3));
            Cell {
                printed: (!empty).then_some(printed),
                value: (!empty).then_some(quantity),
                span: Span::default(),
            }
        };
        let label = self.at(&format!("Rad {y} om verksamhet för unga, äldre och alla andra"));
        Row { label, cells: (0..columns).map(cell).collect(), role, line: None, note: None, guessed: false }
    }

    pub fn assessed(&mut self, horizon: Horizon, status: Status) -> Section {
        let (kind, head) = match horizon {
            Horizon::Period => (SectionKind::AssessmentPeriod, "Bedömning av arbetet 2026"),
            Horizon::Term => (SectionKind::AssessmentTerm, "Bedömning av arbetet under mandatperioden"),
        };
        let mut section = self.section(kind, "", head);
        section.blocks = vec![self.prose("bedömningen")];
        let wording = "går enligt plan".to_owned();
        section.assessment = Some(Assessment { horizon, status, wording, span: section.span });
        section
    }

    /// A goal as a plan tells of it: links, a heading that holds headings, parts, follow-up.
    pub fn goal(&mut self, name: &str) -> Section {
        let mut goal = self.section(SectionKind::Goal, "Kommunfullmäktigemål - ", name);
        let intro = Some(self.at("Målet hör främst ihop med dessa mål i Agenda 2030:"));
        let link = |number: u8, name: &str| AgendaLink { number, name: name.into(), span: Span::default() };
        let links = vec![
            link(3, "God hälsa och välbefinnande"),
            link(8, "Anständiga arbetsvillkor och ekonomisk tillväxt"),
            link(11, "Hållbara städer och samhällen"),
        ];
        goal.blocks = vec![self.block(Content::Agenda { intro, links }), self.prose("målet självt")];
        let mut plan = self.section(SectionKind::Other, "", "Planeringskommentar");
        let mut term = self.section(SectionKind::TermPlan, "", "Planering för mandatperioden");
        term.blocks = vec![self.prose("mandatperioden"), self.prose("samma sak")];
        let mut year = self.section(SectionKind::YearPlan, "", "Planering för 2026");
        for (n, part) in
            ["Öppna dörrar", "Tidiga insatser för barn och unga i hela kommunen"].iter().enumerate()
        {
            let mut initiative = self.section(SectionKind::Initiative, "", part);
            initiative.blocks =
                vec![self.prose(part), self.list(n == 1, &["en första sak som ska göras", "en andra sak"])];
            year.sections.push(initiative);
        }
        plan.sections = vec![term, year];
        let mut follow = self.section(SectionKind::FollowUp, "", "Uppföljning av målet");
        follow.blocks = vec![self.prose("uppföljningen"), self.table(None, 3, 4)];
        goal.sections = vec![plan, follow];
        goal
    }

    pub fn assignment(&mut self) -> Section {
        let name =
            "Kommunstyrelsen ges i uppdrag att tillsammans med berörda nämnder utreda en trygghetscentral";
        let mut section = self.section(SectionKind::Assignment, "", name);
        section.blocks = vec![self.prose("uppdraget")];
        let assignee = |name: &str, role| Assignee { name: name.to_owned(), role };
        section.assignment = Some(Assignment {
            text: name.to_owned(),
            lead: Some("Kommunstyrelsen".to_owned()),
            assignees: vec![
                assignee("Kommunstyrelsen", AssigneeRole::Lead),
                assignee("Berörda nämnder", AssigneeRole::Partner),
            ],
            report_back: ReportBack {
                how: ReportBackHow::SeparateCase,
                year: Some(2026),
                ..ReportBack::default()
            },
            span: section.span,
        });
        section
    }
}

fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = if value < 0 { "-".to_owned() } else { String::new() };
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// A plan with every kind of section and block.
pub fn plan() -> Document {
    let mut b = Builder::default();
    let mut summary = b.section(SectionKind::Summary, "", "Sammanfattning");
    summary.blocks =
        vec![b.prose("sammanfattningen"), b.list(false, &["punkt ett om något viktigt", "punkt två"])];
    let mut economy_in_short = b.section(SectionKind::Other, "", "Ekonomi");
    economy_in_short.blocks = vec![b.prose("pengarna")];
    summary.sections = vec![economy_in_short];

    let mut operations = b.section(SectionKind::Operations, "", "Plan för verksamheten");
    operations.blocks = vec![b.prose("verksamheten")];
    let mut development = b.section(SectionKind::Development, "", "Utveckling av nämndens verksamhet");
    development.blocks = vec![b.prose("utvecklingen")];
    let mut deep = b.section(SectionKind::Other, "", "Demografi och kompetensförsörjning");
    deep.blocks = vec![b.prose("demografin")];
    let mut deeper = b.section(SectionKind::Other, "", "Befolkningen");
    deeper.blocks = vec![b.prose("befolkningen")];
    let mut deepest = b.section(SectionKind::Other, "", "Antalet äldre");
    deepest.blocks = vec![b.prose("de äldre")];
    deeper.sections = vec![deepest];
    deep.sections = vec![deeper];
    development.sections = vec![deep];
    operations.sections = vec![development];

    let mut goals = b.section(SectionKind::Goals, "", "Plan för kommunfullmäktigemål");
    let mut area = b.section(SectionKind::GoalArea, "Målområde - ", "En stad för barn och unga");
    area.sections = vec![b.goal("Staden ger barn och unga en trygg början"), b.assignment()];
    let mut second = b.section(SectionKind::GoalArea, "Målområde - ", "God ekonomisk hushållning");
    second.blocks = vec![b.prose("målområdet")];
    second.sections = vec![b.assignment(), b.goal("Ekonomin är i balans")];
    goals.sections = vec![area, second];

    let mut economy = b.section(SectionKind::Economy, "", "Plan för ekonomin");
    economy.blocks = vec![b.prose("ekonomin"), b.table(Some("Resultaträkning"), 3, 17)];
    let mut split = b.section(SectionKind::Statement, "", "Resultaträkning - fördelad på budgetområden");
    let long =
        b.block(Content::Note { text: "Not under tabellen om hur den ska läsas av den som läser.".into() });
    split.blocks =
        vec![b.table(Some("Många kolumner, tkr"), 9, 12), long, b.table(Some("Många rader"), 2, 70)];
    let mut wide = b.section(SectionKind::Investments, "", "Investeringsram");
    let diagram =
        Content::Diagram { caption: "Investeringar 2020–2026".into(), source: "Källa: boken".into() };
    wide.blocks = vec![b.block(diagram), b.table(Some("Alltför många kolumner"), 24, 6)];
    economy.sections = vec![split, wide];

    Document {
        source: Source { file: "plan-2026.txt".into(), media_type: "text/plain".into(), ..Source::default() },
        kind: DocumentKind::CommitteeBudget,
        body: Some(b.at("Kommunstyrelsen")),
        year: Some(2026),
        title: Some(b.at("Nämndsbudget 2026")),
        sections: vec![summary, operations, goals, economy],
        unread: vec![Unread {
            text: "En rad som ingen tog hand om".into(),
            at: Place::on_line(7),
            why: "x".into(),
        }],
        ..Document::default()
    }
}

/// An interim report with assessments.
pub fn report() -> Document {
    let mut b = Builder::default();
    let mut goals = b.section(SectionKind::Goals, "", "Uppföljning och bedömning av arbetet med målen");
    let mut area = b.section(SectionKind::GoalArea, "Målområde - ", "Utbildning och arbete");
    for (name, status) in [("Fler försörjer sig själva", Status::OnTrack), ("Fler läser", Status::OffTrack)]
    {
        let mut goal = b.section(SectionKind::Goal, "Kommunfullmäktigemål - ", name);
        let mut told = b.section(SectionKind::Report, "", "Uppföljning och bedömning");
        told.blocks = vec![b.prose("vad som har gjorts")];
        goal.sections =
            vec![told, b.assessed(Horizon::Period, status), b.assessed(Horizon::Term, Status::PartlyOnTrack)];
        area.sections.push(goal);
    }
    goals.sections = vec![area];
    Document {
        source: Source {
            file: "delar-2026.md".into(),
            media_type: "text/markdown".into(),
            ..Source::default()
        },
        kind: DocumentKind::InterimReport,
        body: Some(b.at("Kultur- och fritidsnämnden")),
        year: Some(2026),
        sections: vec![goals],
        ..Document::default()
    }
}

/// Letters and digits only: line breaks, hyphenation and spaces in figures do not count.
pub fn comparable(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}
