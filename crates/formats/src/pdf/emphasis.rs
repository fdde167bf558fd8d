//! Paragraphs with the marks of their bold or italic words.

use super::blocks::{Block, Words};

/// Whether bold says anything: not where most of the text is.
pub(super) fn says_something(blocks: &[Block]) -> bool {
    let (mut bold, mut all) = (0, 0);
    for block in blocks {
        if let Block::Paragraph(lines) | Block::Item(_, lines) = block {
            let length: usize = lines.iter().map(|line| line.text.len()).sum();
            all += length;
            bold += if lines.iter().all(is_bold) { length } else { 0 };
        }
    }
    bold * 3 <= all * 2
}

pub(super) fn is_bold(line: &Words) -> bool {
    line.strong == (0..line.text.len())
}

/// The lines of a paragraph: marked where it is bold or italic as a whole, or begins in bold.
pub(super) fn emphasised(lines: &[Words]) -> Vec<Words> {
    let whole = lines.iter().take_while(|line| is_bold(line)).count();
    let (last, end) = match lines.get(whole) {
        Some(line) if line.strong.start == 0 && line.strong.end > 0 => (whole, line.strong.end),
        _ if whole > 0 => (whole - 1, lines.get(whole - 1).map_or(0, |line| line.text.len())),
        _ if !lines.is_empty() && lines.iter().all(|line| line.italic) => {
            return marked("*", lines, lines.len() - 1, lines.last().map_or(0, |line| line.text.len()));
        }
        _ => return lines.to_vec(),
    };
    marked("**", lines, last, end)
}

/// The lines with a mark before the first word and one after a byte of a line; as they are
/// where the words between would not be read as marked.
fn marked(mark: &str, lines: &[Words], last: usize, end: usize) -> Vec<Words> {
    let Some((words, rest)) = lines.get(last).and_then(|line| line.text.split_at_checked(end)) else {
        return lines.to_vec();
    };
    let in_word = words.ends_with(char::is_alphanumeric) && rest.starts_with(char::is_alphanumeric);
    let before = lines.iter().take(last).map(|line| line.text.as_str()).chain([words]);
    let said = before.clone().any(|text| text.contains(char::is_alphanumeric));
    if in_word || !said || before.into_iter().any(|text| text.contains('*')) {
        return lines.to_vec();
    }
    let mut marked = lines.to_vec();
    marked[last].text.insert_str(words.trim_end().len(), mark);
    marked[0].text.insert_str(0, mark);
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, strong: usize, italic: bool) -> Words {
        Words { text: text.to_owned(), strong: 0..strong, italic, ..Words::default() }
    }

    fn texts(lines: &[Words]) -> Vec<String> {
        emphasised(lines).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn labels_that_wrap_are_marked_from_line_to_line() {
        let lines = [line("Not 1. Bidrag och", 17, false), line("intäkter. Hallen var", 10, false)];
        assert_eq!(texts(&lines), ["**Not 1. Bidrag och", "intäkter.** Hallen var"]);
    }

    #[test]
    fn whole_paragraphs_are_marked_and_parts_of_words_are_not() {
        assert_eq!(texts(&[line("Rubrik", 6, false)]), ["**Rubrik**"]);
        assert_eq!(texts(&[line("Nämnden", 4, false)]), ["Nämnden"]);
        assert_eq!(texts(&[line("Löpande", 0, true), line("priser.", 0, true)]), ["*Löpande", "priser.*"]);
    }
}
