//! Bold and italic words: marks that stand in a text until it is written as Markdown.
//!
//! A paragraph that is bold as a whole is a heading made by hand or a caption, and bold words
//! before others are its label: both are written as `**words**`. A paragraph that is italic as
//! a whole is a note. Emphasis elsewhere says nothing to the reader and is left out.

/// How words look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub bold: bool,
    pub italic: bool,
}

/// What a style says of how words look, where it says something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Change {
    pub bold: Option<bool>,
    pub italic: Option<bool>,
}

impl Change {
    /// This, and what the other says where this says nothing.
    pub fn or(self, other: Change) -> Change {
        Change { bold: self.bold.or(other.bold), italic: self.italic.or(other.italic) }
    }

    pub fn of(self, look: Look) -> Look {
        Look { bold: self.bold.unwrap_or(look.bold), italic: self.italic.unwrap_or(look.italic) }
    }
}

const BOLD: (char, char) = ('\u{fdd0}', '\u{fdd1}');
const ITALIC: (char, char) = ('\u{fdd2}', '\u{fdd3}');

/// Whether a character is a mark. They are no characters of any text (Unicode 23.7).
pub(crate) fn is_mark(c: char) -> bool {
    ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// Words between the marks of their look.
pub(crate) fn marked(words: &str, look: Look) -> String {
    let mut text = plain(words);
    for (on, off) in
        [(look.italic, ITALIC), (look.bold, BOLD)].into_iter().filter_map(|(is, marks)| is.then_some(marks))
    {
        text.insert(0, on);
        text.push(off);
    }
    text
}

/// A text without marks.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c)).collect()
}

/// Words of one look.
struct Stretch {
    words: String,
    look: Look,
}

/// A text piece by piece. Space looks like what stands before it.
fn stretches(text: &str) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut look = Look::default();
    for c in text.chars() {
        match c {
            c if c == BOLD.0 || c == BOLD.1 => look.bold = c == BOLD.0,
            c if c == ITALIC.0 || c == ITALIC.1 => look.italic = c == ITALIC.0,
            c if is_mark(c) => {}
            c => match found.last_mut() {
                Some(last) if last.look == look || c.is_whitespace() => last.words.push(c),
                Some(last) if last.words.trim().is_empty() => {
                    last.words.push(c);
                    last.look = look;
                }
                _ => found.push(Stretch { words: c.to_string(), look }),
            },
        }
    }
    found
}

/// Whether a text is bold from end to end.
pub(crate) fn is_bold(text: &str) -> bool {
    let found = stretches(text);
    !found.is_empty() && found.iter().all(|it| it.look.bold)
}

/// A text as Markdown.
pub(crate) fn written(text: &str) -> String {
    let found = stretches(text);
    let all = |is: fn(&Look) -> bool| found.iter().all(|it| is(&it.look));
    if all(|look| look.bold) {
        return strong(&plain(text));
    }
    if all(|look| look.italic) {
        return between("*", &plain(text));
    }
    let bold: String = found.iter().take_while(|it| it.look.bold).map(|it| it.words.as_str()).collect();
    let rest: String = found.iter().skip_while(|it| it.look.bold).map(|it| it.words.as_str()).collect();
    let in_word = bold.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    if in_word { bold + &rest } else { strong(&bold) + &rest }
}

/// Words as bold.
pub(crate) fn strong(text: &str) -> String {
    between("**", text)
}

/// Words between marks of Markdown; as they are where those would not be read as such.
fn between(mark: &str, text: &str) -> String {
    let words = text.trim();
    if words.contains('*') || !words.contains(char::is_alphanumeric) {
        return text.to_owned();
    }
    text.replacen(words, &format!("{mark}{words}{mark}"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRONG: Look = Look { bold: true, italic: false };
    const SLANTED: Look = Look { bold: false, italic: true };

    #[test]
    fn paragraphs_that_are_bold_or_italic_as_a_whole_are_marked() {
        let parts = [marked("Tabell 1. ", STRONG), " ".into(), marked("Resultat", STRONG)];
        assert_eq!(written(&parts.concat()), "**Tabell 1.  Resultat**");
        assert_eq!(
            written(&marked("Beloppen är i löpande priser.", SLANTED)),
            "*Beloppen är i löpande priser.*"
        );
        assert_eq!(written(&marked("båda", Look { bold: true, italic: true })), "**båda**");
        assert!(is_bold(&marked("fet", STRONG)) && !is_bold("inte") && !is_bold(""));
    }

    #[test]
    fn bold_words_first_are_marked_and_others_are_not() {
        let text = marked("Befolkningen. ", STRONG) + "Almköping " + &marked("växer", STRONG);
        assert_eq!(written(&text), "**Befolkningen.** Almköping växer");
        assert_eq!(written(&format!("Ett {} ord", marked("fett", STRONG))), "Ett fett ord");
    }

    #[test]
    fn what_would_not_be_read_as_bold_is_not_marked() {
        assert_eq!(written(&marked("2 * 3", STRONG)), "2 * 3");
        assert_eq!(written(&marked("–", STRONG)), "–");
        assert_eq!(written(&marked("a\u{fdd0}b", Look::default())), "ab");
        assert_eq!(written(&(marked("Näm", STRONG) + "nden")), "Nämnden");
        assert_eq!(written(""), "");
    }
}
