//! Words of a row's change: "kostnadsökningen", "intäktsminskningarna".

use uppsikt_text::stem::stem;

const CHANGES: [&str; 2] = ["ökning", "minskning"];

/// What stems the row in a word of its change can have. None for other words.
pub fn heads(word: &str) -> Vec<String> {
    let at = CHANGES.iter().filter_map(|change| word.find(change)).min().filter(|at| *at > 2);
    let Some(head) = at.map(|at| &word[..at]) else { return Vec::new() };
    let bare = head.strip_suffix('s').filter(|bare| bare.len() > 3);
    [Some(head), bare].into_iter().flatten().map(stem).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_row_is_known_in_the_word_of_its_change() {
        assert!(heads("nettokostnadsökningen").contains(&stem("nettokostnaden")));
        assert!(heads("intäktsminskningen").contains(&stem("intäkter")));
        assert!(heads("ökningen").is_empty());
        assert!(heads("kostnaden").is_empty());
    }
}
