//! Sentences: where they end.

/// The sentences of a running text, as byte ranges, in order. A sentence ends at a full
/// stop, question or exclamation mark before a space and a capital, a figure or the end;
/// not after the common shortenings ("bl.a.", "t.ex.", "ca", "nr", "kl").
pub fn ranges(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for line in text.split('\n') {
        of_line(text, from..from + line.len(), &mut found);
        from += line.len() + 1;
    }
    found
}

fn of_line(text: &str, line: std::ops::Range<usize>, found: &mut Vec<std::ops::Range<usize>>) {
    let mut start = line.start;
    for mark in memchr::memchr3_iter(b'.', b'!', b'?', &text.as_bytes()[line.clone()]) {
        let end = line.start + mark + 1;
        if ends_here(text, end, start) {
            push(text, start..end, found);
            start = end;
        }
    }
    push(text, start..line.end, found);
}

/// The sentences of a running text.
pub fn sentences(text: &str) -> Vec<&str> {
    ranges(text).into_iter().map(|range| &text[range]).collect()
}

fn push(text: &str, range: std::ops::Range<usize>, found: &mut Vec<std::ops::Range<usize>>) {
    let piece = &text[range.clone()];
    let lead = piece.len() - piece.trim_start().len();
    let trimmed = piece.trim();
    if !trimmed.is_empty() {
        found.push(range.start + lead..range.start + lead + trimmed.len());
    }
}

fn ends_here(text: &str, after: usize, start: usize) -> bool {
    let rest = text[after..].trim_start_matches(['"', '\u{201d}', ')', ']']);
    if rest.is_empty() {
        return true;
    }
    let spaced = rest.starts_with(char::is_whitespace);
    let next = rest.trim_start().chars().next();
    let opens = next.is_none_or(|c| !c.is_lowercase());
    spaced && opens && !is_shortening(&text[start..after])
}

fn is_shortening(sentence: &str) -> bool {
    let word = sentence.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    matches!(
        word.as_str(),
        "bl.a."
            | "t.ex."
            | "m.fl."
            | "d.v.s."
            | "dvs."
            | "resp."
            | "ca."
            | "nr."
            | "kl."
            | "s.k."
            | "fr.o.m."
            | "t.o.m."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_a_capital() {
        let text = "Gården är öppen kl. 22. Den kostar 6,9 mkr, t.ex. hyra. Räcker det?";
        assert_eq!(
            sentences(text),
            ["Gården är öppen kl. 22.", "Den kostar 6,9 mkr, t.ex. hyra.", "Räcker det?"]
        );
    }

    #[test]
    fn a_line_break_ends_a_sentence_too() {
        assert_eq!(sentences("Första raden\nAndra raden"), ["Första raden", "Andra raden"]);
    }
}
