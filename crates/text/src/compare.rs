//! Whether two wordings are the same, or how alike they are.

/// A wording for comparing: lower case, single spaces, no soft hyphens, no punctuation at
/// the ends, all dashes and quotation marks alike.
pub fn normalized(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => out.push('"'),
            '\u{2018}' | '\u{2019}' => out.push('\''),
            c => out.extend(c.to_lowercase()),
        }
    }
    out.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_owned()
}

/// Whether two wordings say the same, spaces, case and dashes aside.
pub fn same(a: &str, b: &str) -> bool {
    normalized(a) == normalized(b)
}

/// How alike two wordings are, in thousandths: twice the common words by all words
/// (the Sørensen–Dice coefficient over words).
pub fn likeness_permille(a: &str, b: &str) -> u16 {
    let (a, b) = (normalized(a), normalized(b));
    let mut ours: Vec<&str> = words(&a);
    let theirs = words(&b);
    let all = ours.len() + theirs.len();
    if all == 0 {
        return 1000;
    }
    let mut common = 0_usize;
    for word in &theirs {
        if let Some(found) = ours.iter().position(|own| own == word) {
            ours.swap_remove(found);
            common += 1;
        }
    }
    u16::try_from(2000 * common / all).unwrap_or(1000)
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_dashes_and_case_do_not_matter() {
        assert!(same("Kultur\u{2013} och  fritid.", "kultur- och fritid"));
        assert!(!same("kultur", "fritid"));
    }

    #[test]
    fn likeness_counts_common_words() {
        assert_eq!(likeness_permille("fler barn läser", "fler barn läser"), 1000);
        assert_eq!(likeness_permille("fler barn", "färre vuxna"), 0);
        assert_eq!(likeness_permille("fler barn läser", "fler barn simmar"), 666);
    }
}
