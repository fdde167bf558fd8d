//! Running text.

use super::{Page, escape};
use crate::model::{Inline, Text};

impl Page<'_> {
    /// A paragraph, none where there are no words.
    pub fn paragraph(&mut self, class: &str, text: &Text) {
        if !text.is_empty() {
            let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
            let words = self.text(text);
            self.put_args(format_args!("<p{class}>{words}</p>\n"));
        }
    }

    /// Running text as markup.
    pub fn text(&self, text: &[Inline]) -> String {
        text.iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: &Inline) -> String {
        match piece {
            Inline::Plain(words) => escape(words),
            Inline::Strong { em } => format!("<strong>{}</strong>", escape(em)),
            Inline::Link { href, words } => format!("<a href=\"{}\">{}</a>", escape(href), escape(words)),
            Inline::Figure { fig } => self.figure(fig),
            Inline::Reference { to } => {
                let words = self.report.refs.get(to).unwrap_or(to);
                format!("<a href=\"#{}\">{}</a>", escape(to), escape(words))
            }
        }
    }

    fn figure(&self, key: &str) -> String {
        let Some(figure) = self.report.figures.get(key) else {
            return escape(key);
        };
        let unit = figure.unit.as_ref().map(|unit| format!("\u{a0}{unit}").replace(' ', "\u{a0}"));
        let words = escape(&format!("{}{}", figure.value.printed(figure.signed), unit.unwrap_or_default()));
        match &figure.from {
            Some(from) => format!("<a class=\"fig\" href=\"#{}\">{words}</a>", escape(from)),
            None => format!("<span class=\"fig\">{words}</span>"),
        }
    }
}
