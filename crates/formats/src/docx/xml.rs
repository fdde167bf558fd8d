//! XML element by element, so that what is not wanted costs nothing.

use crate::FormatError;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// A part of a package while it is read. Names are taken without their prefix.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    limit: usize,
}

/// An element that has been opened. Whoever takes it reads it to its end.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let found = self.0.attributes().flatten().find(|it| it.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    }

    /// The attribute "val".
    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether a switch is on: without a value it is.
    pub fn is_on(&self) -> bool {
        self.value().is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

enum Token<'a> {
    Open(Element<'a>),
    Close,
    Text(String),
    End,
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str, limit: usize) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, depth: 0, limit }
    }

    /// The next element inside the one that is open; `None` once that is closed.
    pub fn child(&mut self) -> Result<Option<Element<'a>>, FormatError> {
        loop {
            match self.token()? {
                Token::Open(element) => return Ok(Some(element)),
                Token::Close | Token::End => return Ok(None),
                Token::Text(_) => {}
            }
        }
    }

    /// The text up to the end of the element that is open.
    pub fn text(&mut self) -> Result<String, FormatError> {
        let mut text = String::new();
        loop {
            match self.token()? {
                Token::Open(_) => self.skip()?,
                Token::Text(more) => text.push_str(&more),
                Token::Close | Token::End => return Ok(text),
            }
        }
    }

    /// Reads past the end of the element that is open.
    pub fn skip(&mut self) -> Result<(), FormatError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.token()?;
        }
        Ok(())
    }

    fn token(&mut self) -> Result<Token<'a>, FormatError> {
        loop {
            let token = match self.reader.read_event().map_err(damaged)? {
                Event::Start(start) => {
                    self.enter()?;
                    Token::Open(Element(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Token::Close
                }
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Token::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => Token::Text(referred(&reference)),
                Event::DocType(types) if types.xml10_content().contains("<!ENTITY") => {
                    return Err(FormatError::Entities);
                }
                Event::Eof if self.depth > 0 => return Err(damaged("XML ends early")),
                Event::Eof => Token::End,
                _ => continue,
            };
            return Ok(token);
        }
    }

    fn enter(&mut self) -> Result<(), FormatError> {
        self.depth += 1;
        if self.depth > self.limit {
            return Err(FormatError::TooMuch { what: crate::Much::Depth, limit: self.limit as u64 });
        }
        Ok(())
    }
}

/// What an entity stands for. Entities that only a document type could explain stay as they are.
fn referred(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.xml10_content();
    match name.as_ref() {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => format!("&{other};"),
    }
}

fn damaged(error: impl ToString) -> FormatError {
    FormatError::Damaged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_survive() {
        let mut xml = Xml::new("<t>a &amp; b &#229;&#x2013;<![CDATA[<c>]]></t>", 8);
        assert!(xml.child().is_ok_and(|found| found.is_some()));
        assert_eq!(xml.text(), Ok("a & b å–<c>".to_owned()));
    }

    #[test]
    fn declared_entities_are_refused_and_other_types_are_not() {
        let mut xml = Xml::new("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><d>&b;</d>", 8);
        assert!(matches!(xml.child(), Err(FormatError::Entities)));
        let mut xml = Xml::new("<!DOCTYPE d SYSTEM \"d.dtd\"><d>a</d>", 8);
        assert!(xml.child().is_ok_and(|found| found.is_some()));
    }

    #[test]
    fn depth_is_limited_and_an_early_end_is_damage() {
        let mut xml = Xml::new("<a><a><a/></a></a>", 2);
        assert!(xml.child().is_ok());
        assert_eq!(xml.skip(), Err(FormatError::TooMuch { what: crate::Much::Depth, limit: 2 }));
        let mut xml = Xml::new("<a><b>", 8);
        assert!(xml.child().is_ok());
        assert!(matches!(xml.skip(), Err(FormatError::Damaged(_))));
    }
}
