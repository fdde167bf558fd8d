//! Text that is already markup, and sentences whose figures are links.

use askama::filters::HtmlSafe;
use std::fmt;
use uppsikt_messages::{Arg, Lang, Message};

/// Markup that is put into a page as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html(String);

impl Html {
    /// Markup that the caller has made sound.
    pub fn trusted(markup: impl Into<String>) -> Self {
        Html(markup.into())
    }

    /// Text, escaped.
    pub fn text(text: &str) -> Self {
        Html(escaped(text))
    }
}

impl fmt::Display for Html {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// Text as it may stand in markup and in attributes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&#34;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// A figure in a sentence, and the address that it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// The name of its place in the message.
    pub name: &'static str,
    /// The figure in words. Empty: what the message itself prints there.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// A dotted link from a figure to where it comes from.
pub fn figure(text: &str, href: &str) -> Html {
    Html(format!("<a class=\"up-fig\" href=\"{}\">{}</a>", escaped(href), escaped(text)))
}

// Marks around a figure while the message is put together: private use, in no text.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// A message in a language, its named figures as links.
pub fn sentence(lang: Lang, message: &Message, figures: &[Linked]) -> Html {
    let mut told = message.clone();
    for (index, figure) in figures.iter().enumerate() {
        told.args.push((figure.name, Arg::Text(format!("{OPEN}{index}{CLOSE}"))));
    }
    let mut out = String::new();
    for piece in told.in_lang(lang).split_inclusive(CLOSE) {
        let (before, mark) = piece.split_once(OPEN).unwrap_or((piece, ""));
        out.push_str(&escaped(before));
        let found = mark.trim_end_matches(CLOSE).parse().ok().and_then(|index: usize| figures.get(index));
        if let Some(linked) = found {
            out.push_str(&figure(&linked.text, &linked.href).0);
        }
    }
    Html(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_markup() {
        assert_eq!(Html::text("<b> & \"x\"").to_string(), "&lt;b&gt; &amp; &#34;x&#34;");
    }

    #[test]
    fn figures_become_links_and_the_words_around_them_stay() {
        let message = Message::new("finding-verbatim");
        let linked = Linked { name: "words", text: "46,4 < 50".into(), href: "/a?b=1&c=2".into() };
        assert_eq!(
            sentence(Lang::Sv, &message, &[linked]).to_string(),
            "<a class=\"up-fig\" href=\"/a?b=1&amp;c=2\">46,4 &lt; 50</a>"
        );
    }
}
