//! CommonMark as markup: texts of documents, line by line, and pages of rules.

use crate::markup::Html;
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// A paragraph of a document. What is no plain paragraph of CommonMark (a figure first on the
/// line, a lone mark) is shown as it is: no word is dropped.
pub fn paragraph(text: &str) -> Html {
    if !text.contains(['*', '_', '`', '[', '\\', '&', '<']) {
        return Html::text(text);
    }
    let events: Vec<Event<'_>> = Parser::new(text).collect();
    match events.as_slice() {
        [Event::Start(Tag::Paragraph), inside @ .., Event::End(TagEnd::Paragraph)]
            if inside.iter().all(is_inline) =>
        {
            let mut out = String::new();
            html::push_html(&mut out, inside.iter().cloned().map(harmless));
            Html::trusted(out)
        }
        _ => Html::text(text),
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough),
        Event::End(tag) => matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough),
        Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak => true,
        Event::InlineHtml(_) | Event::Html(_) => true,
        _ => false,
    }
}

/// Markup inside a text is shown as text.
fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::InlineHtml(text) | Event::Html(text) => Event::Text(text),
        other => other,
    }
}

/// A page of Markdown without its title. Headings go one level down at the least, so that the
/// page keeps its one title.
pub fn page(markdown: &str) -> Html {
    let body = markdown
        .trim_start()
        .strip_prefix("# ")
        .map_or(markdown, |rest| rest.split_once('\n').map_or("", |(_, body)| body));
    let events = Parser::new_ext(body, Options::ENABLE_TABLES).map(harmless).map(scrolled);
    let mut out = String::new();
    html::push_html(&mut out, events);
    Html::trusted(out)
}

/// Blocks of code can be scrolled with the keyboard.
fn scrolled(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::CodeBlock(_)) => Event::Html(CowStr::from("<pre tabindex=\"0\"><code>")),
        Event::End(TagEnd::CodeBlock) => Event::Html(CowStr::from("</code></pre>\n")),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis_is_kept_and_markup_is_not() {
        assert_eq!(paragraph("**Not 1.** Hyran").to_string(), "<strong>Not 1.</strong> Hyran");
        assert_eq!(paragraph("a <b>b</b> & c").to_string(), "a &lt;b&gt;b&lt;/b&gt; &amp; c");
    }

    #[test]
    fn what_looks_like_a_list_or_a_heading_keeps_every_character() {
        assert_eq!(paragraph("1. januari * text").to_string(), "1. januari * text");
        assert_eq!(paragraph("# 4 & 5").to_string(), "# 4 &amp; 5");
        assert_eq!(paragraph("se [1] och [2]").to_string(), "se [1] och [2]");
    }

    #[test]
    fn a_page_loses_its_title_only() {
        let page = page("# Titel\n\nText.\n\n## Varför\n\n<script>x</script>\n").to_string();
        assert!(page.starts_with("<p>Text.</p>"), "{page}");
        assert!(page.contains("<h2>Varför</h2>") && !page.contains("<script>"), "{page}");
    }
}
