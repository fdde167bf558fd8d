//! Pieces of pages: what a system for publishing gives without the page around it.

use super::{first_tag, lowered, opens};

/// Elements that stand apart, with which a piece of a page begins. Markdown may begin with them too.
const BLOCKS: [&str; 27] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "div",
    "main",
    "article",
    "section",
    "header",
    "footer",
    "nav",
    "aside",
    "table",
    "ul",
    "ol",
    "dl",
    "style",
    "script",
    "figure",
    "blockquote",
    "address",
    "center",
    "form",
    "hr",
];

/// Whether a file's first bytes are those of a piece of a page: it begins with an element that stands
/// apart, closes one, and is not for the most part text outside of them, as Markdown is.
pub(crate) fn is_fragment(start: &[u8]) -> bool {
    if !start.iter().take(200).any(|b| *b == b'<') {
        return false;
    }
    let text = lowered(start);
    let Some(rest) = first_tag(&text) else { return false };
    let begins = rest.strip_prefix('<').is_some_and(|tag| BLOCKS.iter().any(|own| opens(tag, own)));
    begins && closes(rest) && !is_markdown(rest)
}

/// Whether a block is closed somewhere.
fn closes(text: &str) -> bool {
    text.split("</").skip(1).any(|tag| BLOCKS.iter().any(|own| opens(tag, own)))
}

/// Whether Markdown stands around the elements: a heading, a table or a fence of its own, or as many
/// paragraphs outside as there are elements.
fn is_markdown(text: &str) -> bool {
    let marked = |line: &str| {
        let after = line.trim_start_matches('#');
        let heading = after.len() < line.len() && after.starts_with(' ');
        heading || line.starts_with('|') || line.starts_with("```") || line.starts_with("**")
    };
    let unix = text.replace('\r', "");
    let (mut inside, mut outside) = (0, 0);
    for block in unix.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
        if block.starts_with('<') { inside += 1 } else { outside += 1 }
    }
    outside >= inside || unix.lines().any(marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_a_page_is_known_by_its_elements() {
        for start in [
            "<h1>Plan</h1>\n<p>Parken.</p>",
            "<DIV class=\"text\"><P>Parken.</P></DIV>",
            "<!-- sparad -->\n<main>\n\n<h2>Träd</h2>\n\n<p>Fler.</p>\n</main>",
            "<style>\n#a { color: red }\n</style>\n<p>Parken.",
            "<p>Parken\r\när stor.</p>\r\n\r\n<p>Dammen.</p>",
        ] {
            assert!(is_fragment(start.as_bytes()), "{start}");
        }
        for start in [
            "<div align=center><b>Plan</b></div>\n\n# Parken\n\nFler träd.",
            "<p>Plan</p>\n\nParken växer.\n\nDammen är ren.",
            "<header>",
            "<b>Plan</b></p>",
            "<h1>\n\nParken",
            "Plan <p>Parken</p>",
            "",
        ] {
            assert!(!is_fragment(start.as_bytes()), "{start}");
        }
    }
}
