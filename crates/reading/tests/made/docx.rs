//! The body of a DOCX, paragraph by paragraph.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

#[derive(Default)]
struct Writer {
    body: String,
    /// Runs of the paragraph that stands open.
    runs: String,
    /// Properties of the next paragraph.
    properties: String,
    bold: bool,
    italic: bool,
    /// Lists that stand open, whether each counts.
    lists: Vec<bool>,
}

/// What stands in the element "body".
pub fn body(events: Parser<'_>) -> String {
    let mut writer = Writer::default();
    events.for_each(|event| writer.event(event));
    writer.body
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.run(&text),
            Event::SoftBreak => self.run(" "),
            Event::HardBreak => self.runs.push_str("<w:r><w:br/></w:r>"),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } if level as u8 <= 3 => {
                self.properties = format!("<w:pStyle w:val=\"Rubrik{}\"/>", level as u8);
            }
            Tag::Heading { level, .. } => {
                self.properties = format!("<w:outlineLvl w:val=\"{}\"/>", level as u8 - 1);
            }
            Tag::Strong => self.bold = true,
            Tag::Emphasis => self.italic = true,
            Tag::List(first) => {
                self.paragraph();
                self.lists.push(first.is_some());
            }
            Tag::Item => self.properties = self.listed(),
            Tag::Table(_) => self.body.push_str("<w:tbl>"),
            Tag::TableHead => self.body.push_str("<w:tr><w:trPr><w:tblHeader/></w:trPr>"),
            Tag::TableRow => self.body.push_str("<w:tr>"),
            Tag::TableCell => self.body.push_str("<w:tc>"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = false,
            TagEnd::Emphasis => self.italic = false,
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item => self.paragraph(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Table => self.body.push_str("</w:tbl>"),
            TagEnd::TableHead | TagEnd::TableRow => self.body.push_str("</w:tr>"),
            TagEnd::TableCell => {
                self.runs.push_str("<w:r><w:t/></w:r>");
                self.paragraph();
                self.body.push_str("</w:tc>");
            }
            _ => {}
        }
    }

    fn listed(&self) -> String {
        let level = self.lists.len().saturating_sub(1);
        let list = if self.lists.last() == Some(&true) { 2 } else { 1 };
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
    }

    fn run(&mut self, text: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let bold = if self.bold { "<w:b/>" } else { "" };
        let italic = if self.italic { "<w:i/>" } else { "" };
        self.runs.push_str(&format!(
            "<w:r><w:rPr>{bold}{italic}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
        ));
    }

    fn paragraph(&mut self) {
        let (properties, runs) = (std::mem::take(&mut self.properties), std::mem::take(&mut self.runs));
        if !runs.is_empty() {
            self.body.push_str(&format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"));
        }
    }
}
