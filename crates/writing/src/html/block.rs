//! Blocks.

use super::{Page, escape};
use crate::charts::{Chart, Drawing, FallRow, FallRowKind, Medium, WaterfallBars};
use crate::model::{
    Beside, Block, Chapter, Fact, KeyRow, KeySign, ListItem, Note, Section, Step, Waterfall, plain,
};

impl Page<'_> {
    pub fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Chapter(chapter) => self.chapter(chapter),
            Block::Section(section) => self.section(section),
            Block::Heading { level, head, id, .. } => self.heading(*level, id.as_deref(), head),
            Block::Paragraph { c } => self.paragraph("", c),
            Block::Lead { c } => self.paragraph("lead", c),
            Block::Remark { c } => self.paragraph("remark", c),
            Block::Quote { c } => {
                self.put("<blockquote>\n");
                self.paragraph("", c);
                self.put("</blockquote>\n");
            }
            Block::List { ordered, start, items } => self.list(*ordered, *start, items),
            Block::Facts { rows } => self.facts(rows),
            Block::Table(table) => self.table(table),
            Block::Waterfall(fall) => self.waterfall(fall),
            Block::Chart(chart) => self.chart(chart),
            Block::Beside(beside) => self.beside(beside),
            Block::Notes { items } => self.notes(items),
            Block::Area(area) => self.area(area),
            Block::Goal(goal) => self.goal(goal),
            Block::Assignment(assignment) => self.assignment(assignment),
            Block::Key { rows } => self.key(rows),
            Block::Decision { facts, sha256 } => self.decision(facts, sha256.as_deref()),
        }
    }

    /// A heading; the page's own is the first level, so all others are one further in.
    pub fn heading(&mut self, level: u8, id: Option<&str>, words: &str) {
        if words.is_empty() {
            return;
        }
        let level = (level + 1).min(6);
        let id = id.map(|id| format!(" id=\"{}\"", escape(id))).unwrap_or_default();
        let words = escape(words);
        self.put_args(format_args!("<h{level}{id}>{words}</h{level}>\n"));
    }

    fn chapter(&mut self, chapter: &Chapter) {
        self.put("<section class=\"chapter\">\n");
        self.heading(1, Some(&chapter.id), &chapter.head);
        self.blocks(&chapter.blocks);
        self.put("</section>\n");
    }

    fn section(&mut self, section: &Section) {
        self.put("<section class=\"section\">\n");
        self.heading(section.level, Some(&section.id), &section.head);
        self.paragraph("remark", &section.note);
        self.blocks(&section.blocks);
        self.put("</section>\n");
    }

    fn list(&mut self, ordered: bool, start: Option<u64>, items: &[ListItem]) {
        let tag = if ordered { "ol" } else { "ul" };
        let start = start.filter(|_| ordered).map(|n| format!(" start=\"{n}\"")).unwrap_or_default();
        self.put_args(format_args!("<{tag}{start}>\n"));
        for item in items {
            let (text, under): (_, &[Block]) = match item {
                ListItem::Text(text) => (text, &[]),
                ListItem::Nested { c, blocks } => (c, blocks),
            };
            let words = self.text(text);
            self.put_args(format_args!("<li>{words}"));
            self.blocks(under);
            self.put("</li>\n");
        }
        self.put_args(format_args!("</{tag}>\n"));
    }

    pub fn facts(&mut self, rows: &[Fact]) {
        if rows.is_empty() {
            return;
        }
        self.put("<dl class=\"facts\">\n");
        for (name, value) in rows {
            let (name, value) = (escape(name), self.text(value));
            self.put_args(format_args!("<div><dt>{name}</dt><dd>{value}</dd></div>\n"));
        }
        self.put("</dl>\n");
    }

    fn key(&mut self, rows: &[KeyRow]) {
        self.put("<dl class=\"facts\">\n");
        for row in rows {
            let sign = match &row.sign {
                KeySign::Status(status) => self.status(*status, None),
                KeySign::Words(words) => escape(words),
            };
            let words = self.text(&row.c);
            self.put_args(format_args!("<div><dt>{sign}</dt><dd>{words}</dd></div>\n"));
        }
        self.put("</dl>\n");
    }

    fn beside(&mut self, beside: &Beside) {
        self.put("<div class=\"beside\">\n<div>\n");
        self.blocks(&beside.blocks);
        let (head, note) = (escape(&beside.head), self.text(&beside.note));
        self.put_args(format_args!(
            "</div>\n<p class=\"remark\"><strong>{head}</strong> {note}</p>\n</div>\n"
        ));
    }

    fn notes(&mut self, notes: &[Note]) {
        let (label, missing) = (self.label("writing-note"), self.label("writing-explanation-missing"));
        for note in notes {
            let n = note.n;
            let rows = note.rows.iter().map(|row| {
                format!(" {}\u{a0}<span class=\"fig\">{}</span>", escape(&row.label), row.value.printed(true))
            });
            let rows: Vec<String> = rows.collect();
            let rows = rows.join(",");
            self.put_args(format_args!(
                "<div class=\"beside\" id=\"note-{n}\">\n<p class=\"remark\"><strong>{label} {n}</strong>{rows}</p>\n<div>\n"
            ));
            self.blocks(&note.blocks);
            if note.blocks.is_empty() {
                self.put_args(format_args!("<p class=\"missing\">{missing}</p>\n"));
            }
            self.put("</div>\n</div>\n");
        }
    }

    fn chart(&mut self, chart: &Chart) {
        let (id, caption, sub) = (escape(&chart.id), escape(&chart.caption), escape(&chart.sub));
        let svg = chart.svg(Medium::Page);
        self.put_args(format_args!(
            "<figure id=\"{id}\">\n<figcaption>{caption} <small>{sub}</small></figcaption>\n{svg}\n</figure>\n"
        ));
    }

    /// The drawing, and under it the same figures as a table.
    fn waterfall(&mut self, fall: &Waterfall) {
        let bars = Drawing::Waterfall(bars_of(fall));
        let svg = bars.svg(&format!("{}-bars", fall.id), &fall.caption, &plain(&fall.sub), Medium::Page);
        let sub = self.text(&fall.sub);
        let (id, caption) = (escape(&fall.id), escape(&fall.caption));
        self.put_args(format_args!(
            "<figure id=\"{id}\">\n<figcaption>{caption} <small>{sub}</small></figcaption>\n{svg}\n</figure>\n"
        ));
        let [head, _, unit] = &fall.columns;
        let (head, unit) = (escape(head), escape(unit));
        self.put_args(format_args!(
            "<table>\n<caption class=\"hidden\">{caption}</caption>\n<thead><tr><th scope=\"col\">{head}</th>\
             <th scope=\"col\" class=\"n\">{unit}</th></tr></thead>\n<tbody>\n"
        ));
        for row in &fall.rows {
            let (class, label, value, signed) = match row {
                Step::Level { label, value, .. } => (" class=\"sum\"", label, value, false),
                Step::Step { label, value, .. } => ("", label, value, true),
            };
            let (label, value) = (self.text(label), crate::model::Number::Whole(*value).printed(signed));
            self.put_args(format_args!(
                "<tr{class}><th scope=\"row\">{label}</th><td class=\"n\">{value}</td></tr>\n"
            ));
        }
        self.put("</tbody>\n</table>\n");
    }

    fn decision(&mut self, facts: &[Fact], sha256: Option<&str>) {
        self.facts(facts);
        match sha256 {
            Some(sum) => {
                let (label, sum) = (self.label("writing-checksum"), escape(sum));
                self.put_args(format_args!("<p class=\"remark\">{label} <code>{sum}</code></p>\n"));
            }
            None => {
                let words = self.label("writing-not-decided");
                self.put_args(format_args!("<p>{words}</p>\n"));
            }
        }
    }
}

fn bars_of(fall: &Waterfall) -> WaterfallBars {
    let row = |step: &Step| match step {
        Step::Level { label, value, .. } => {
            FallRow { kind: FallRowKind::Level, label: plain(label), value: *value }
        }
        Step::Step { label, value, .. } => {
            FallRow { kind: FallRowKind::Step, label: plain(label), value: *value }
        }
    };
    let [_, _, unit] = &fall.columns;
    let rows = fall.rows.iter().map(row).collect();
    WaterfallBars { scale_note: unit.clone(), decimals: 0, from: fall.from, to: fall.to, rows }
}
