//! What is written inside a paragraph.

use super::story::Story;
use super::styles::{InList, RunProperties, in_list, run_properties};
use super::xml::{Element, Xml};
use crate::FormatError;
use crate::blocks::{Block, shifted};
use crate::emphasis::{Look, marked};

/// A paragraph's words, and what hangs on them.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub text: String,
    pub properties: Properties,
    /// What stands in text boxes.
    pub boxes: Vec<Block>,
    /// Footnotes and endnotes that the words refer to.
    pub notes: Vec<String>,
    /// Whether a table of contents printed some of it.
    pub in_contents: bool,
}

/// What a paragraph says of itself.
#[derive(Debug, Default)]
pub(super) struct Properties {
    pub style: Option<String>,
    pub outline: Option<u8>,
    pub listed: InList,
    /// Whether the end of the paragraph was deleted: the next one belongs to it.
    pub end_deleted: bool,
}

/// Stands for a page number in a header until it is taken out.
pub(super) const PAGE_NUMBER: char = '\u{fffc}';

impl Story<'_> {
    /// The inside of a paragraph, or of something inside it.
    pub(super) fn words(&mut self, xml: &mut Xml<'_>, words: &mut Words) -> Result<(), FormatError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "pPr" => words.properties = self.properties(xml)?,
                "r" => self.run(xml, words)?,
                "fldSimple" => {
                    self.fields.begin_simple(element.attribute("instr").unwrap_or_default());
                    self.words(xml, words)?;
                    self.fields.end();
                }
                "t" => self.put(words, &xml.text()?, &RunProperties::default()),
                "del" | "moveFrom" | "sdtPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr" | "rt" => {
                    xml.skip()?
                }
                "AlternateContent" => self.alternative(xml, words, Self::words)?,
                _ => self.words(xml, words)?,
            }
        }
        Ok(())
    }

    /// The first alternative: the others say the same for older programs.
    fn alternative(
        &mut self,
        xml: &mut Xml<'_>,
        words: &mut Words,
        read: fn(&mut Self, &mut Xml<'_>, &mut Words) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let mut taken = false;
        while let Some(element) = xml.child()? {
            if !taken && matches!(element.name(), "Choice" | "Fallback") {
                taken = true;
                read(self, xml, words)?;
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    fn properties(&mut self, xml: &mut Xml<'_>) -> Result<Properties, FormatError> {
        let mut found = Properties::default();
        while let Some(element) = xml.child()? {
            match element.name() {
                "numPr" => found.listed = in_list(xml)?,
                "rPr" => found.end_deleted = run_properties(xml)?.deleted,
                "sectPr" => self.section(xml)?,
                other => {
                    match other {
                        "pStyle" => found.style = element.value(),
                        "outlineLvl" => found.outline = element.value().and_then(|level| level.parse().ok()),
                        _ => {}
                    }
                    xml.skip()?;
                }
            }
        }
        Ok(found)
    }

    fn run(&mut self, xml: &mut Xml<'_>, words: &mut Words) -> Result<(), FormatError> {
        let mut properties = RunProperties::default();
        while let Some(element) = xml.child()? {
            if element.name() == "rPr" {
                properties = self.styled(run_properties(xml)?);
            } else {
                self.part_of_run(xml, &element, words, &properties)?;
            }
        }
        Ok(())
    }

    /// The properties with what the run's style adds.
    fn styled(&self, mut run: RunProperties) -> RunProperties {
        if let Some(style) = run.style.as_deref() {
            run.look = run.look.or(self.book.styles.look(style));
            run.hidden = run.hidden.or(Some(self.book.styles.is_hidden(style)));
            run.raised = run.raised.or(self.book.styles.raised(style));
        }
        run
    }

    fn part_of_run(
        &mut self,
        xml: &mut Xml<'_>,
        element: &Element<'_>,
        words: &mut Words,
        run: &RunProperties,
    ) -> Result<(), FormatError> {
        match element.name() {
            "t" => {
                let kept = element.attribute("space").is_some_and(|it| it == "preserve");
                let text = xml.text()?;
                self.put(words, if kept { &text } else { text.trim() }, run);
                return Ok(());
            }
            "instrText" => {
                self.fields.code(&xml.text()?);
                return Ok(());
            }
            "AlternateContent" => return self.alternative(xml, words, Self::drawn),
            "drawing" | "pict" | "object" => return self.drawn(xml, words),
            "ruby" => return self.words(xml, words),
            "tab" | "ptab" => self.put(words, "\t", run),
            "br" | "cr" => self.put(words, "\n", run),
            "noBreakHyphen" => self.put(words, "-", run),
            "pgNum" => self.put_page_number(words),
            "sym" => self.put(words, symbol(element), run),
            "fldChar" => self.field(element),
            "footnoteReference" => self.refer(words, element, true),
            "endnoteReference" => self.refer(words, element, false),
            _ => {}
        }
        xml.skip()
    }

    fn field(&mut self, element: &Element<'_>) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.separate(),
            Some("end") => self.fields.end(),
            _ => {}
        }
    }

    fn put(&mut self, words: &mut Words, text: &str, run: &RunProperties) {
        if run.hidden.unwrap_or(false) || !self.fields.shows() {
            return;
        }
        if self.in_running && self.fields.in_page_number() {
            self.put_page_number(words);
            return;
        }
        words.in_contents |= self.fields.in_contents();
        let style = words.properties.style.as_deref().unwrap_or(self.book.styles.usual());
        let look = run.look.or(self.book.styles.look(style)).of(Look::default());
        let shifted = run.raised.map(|raised| shifted(text, raised));
        words.text.push_str(&marked(shifted.as_deref().unwrap_or(text), look));
    }

    fn put_page_number(&mut self, words: &mut Words) {
        if self.in_running && !words.text.ends_with(PAGE_NUMBER) {
            words.text.push(PAGE_NUMBER);
        }
    }

    fn refer(&mut self, words: &mut Words, element: &Element<'_>, foot: bool) {
        let notes = if foot { &self.book.notes.foot } else { &self.book.notes.end };
        let Some(id) = element.attribute("id") else { return };
        if let Some(note) = notes.get(&id).filter(|_| self.told.insert((foot, id.clone()))) {
            words.notes.push(note.clone());
        }
    }

    /// What is drawn holds words only in its text boxes.
    fn drawn(&mut self, xml: &mut Xml<'_>, words: &mut Words) -> Result<(), FormatError> {
        while let Some(element) = xml.child()? {
            match element.name() {
                "txbxContent" => {
                    let fields = std::mem::take(&mut self.fields);
                    let carried = std::mem::take(&mut self.carried);
                    self.blocks(xml, &mut words.boxes)?;
                    (self.fields, self.carried) = (fields, carried);
                }
                "AlternateContent" => self.alternative(xml, words, Self::drawn)?,
                _ => self.drawn(xml, words)?,
            }
        }
        Ok(())
    }
}

/// The signs of symbol fonts that say something: bullets, ticks, boxes, arrows.
fn symbol(element: &Element<'_>) -> &'static str {
    let code = element.attribute("char").unwrap_or_default().to_uppercase();
    let font = element.attribute("font").unwrap_or_default().to_lowercase();
    let sign = code.strip_prefix("F0").unwrap_or(&code);
    match (font.as_str(), sign) {
        ("wingdings", "FC") => "\u{2713}",
        ("wingdings", "FB") => "\u{2717}",
        ("wingdings", "FE" | "78") | ("wingdings 2", "52" | "53") => "\u{2612}",
        ("wingdings", "A8" | "6F") | ("wingdings 2", "A3") => "\u{2610}",
        ("wingdings", "E0" | "E8") | ("symbol", "AE") => "\u{2192}",
        ("wingdings", "6C" | "9F" | "A7") | ("symbol", "B7") => "\u{2022}",
        ("symbol", "B3") => "\u{2265}",
        ("symbol", "A3") => "\u{2264}",
        ("symbol", "B1") => "\u{b1}",
        ("symbol", "2D") => "-",
        _ => "",
    }
}
