//! Running text of a document, with its marks of weight and its links.

use crate::model::{Inline, Text};

/// Text of the domain as pieces. Marks are read only where the source has marks: in plain
/// text a star is a star.
///
/// Known are `**weight**`, `[words](https://…)` and `\` before a sign. Anything else is
/// words, so that nothing can be lost.
pub fn pieces(words: &str, marked: bool) -> Text {
    if !marked {
        return vec![Inline::Plain(words.to_owned())];
    }
    let mut pieces = Pieces::default();
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        rest = match first {
            '\\' => pieces.escaped(rest),
            '*' | '_' => pieces.weighted(rest),
            '[' => pieces.linked(rest),
            _ => pieces.plain(rest),
        };
    }
    pieces.done()
}

#[derive(Default)]
struct Pieces {
    done: Text,
    plain: String,
}

impl Pieces {
    fn plain<'a>(&mut self, rest: &'a str) -> &'a str {
        let mut chars = rest.chars();
        self.plain.extend(chars.next());
        chars.as_str()
    }

    fn escaped<'a>(&mut self, rest: &'a str) -> &'a str {
        let after = &rest[1..];
        if after.starts_with(|c: char| c.is_ascii_punctuation()) {
            self.plain(after)
        } else {
            self.plain(rest)
        }
    }

    fn weighted<'a>(&mut self, rest: &'a str) -> &'a str {
        match ["**", "__"].into_iter().find_map(|mark| between(rest, mark, mark)) {
            Some((words, after)) => {
                self.push(Inline::Strong { em: unescaped(words) });
                after
            }
            None => self.plain(rest),
        }
    }

    fn linked<'a>(&mut self, rest: &'a str) -> &'a str {
        let link = between(rest, "[", "](").and_then(|(words, after)| {
            let (href, after) = after.split_once(')')?;
            let outward = ["https://", "http://", "mailto:"].iter().any(|start| href.starts_with(start));
            (outward && !href.contains(char::is_whitespace)).then_some((words, href, after))
        });
        match link {
            Some((words, href, after)) => {
                self.push(Inline::Link { href: href.to_owned(), words: unescaped(words) });
                after
            }
            None => self.plain(rest),
        }
    }

    fn push(&mut self, piece: Inline) {
        self.flush();
        self.done.push(piece);
    }

    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.done.push(Inline::Plain(std::mem::take(&mut self.plain)));
        }
    }

    fn done(mut self) -> Text {
        self.flush();
        self.done
    }
}

/// What stands between two marks, words at both ends, and what follows.
fn between<'a>(rest: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str)> {
    let (words, after) = rest.strip_prefix(open)?.split_once(close)?;
    let sound = !words.is_empty() && words.trim() == words;
    sound.then_some((words, after))
}

fn unescaped(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some(next) if c == '\\' && next.is_ascii_punctuation() => plain.extend(chars.next()),
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weight_and_links_are_read() {
        let text = pieces("Se **båda** och [lagen](https://a.se/x). 2 \\* 3", true);
        assert_eq!(
            text,
            [
                Inline::Plain("Se ".into()),
                Inline::Strong { em: "båda".into() },
                Inline::Plain(" och ".into()),
                Inline::Link { href: "https://a.se/x".into(), words: "lagen".into() },
                Inline::Plain(". 2 * 3".into()),
            ]
        );
    }

    #[test]
    fn marks_that_do_not_close_are_words() {
        for words in ["** a", "a_b_c", "[x] (y)", "[x](javascript:1)", "**", "\\", "[](https://a)"] {
            assert_eq!(pieces(words, true), [Inline::Plain(words.into())], "{words}");
        }
    }

    #[test]
    fn plain_text_is_left_alone() {
        assert_eq!(pieces("**a** \\*", false), [Inline::Plain("**a** \\*".into())]);
    }
}
