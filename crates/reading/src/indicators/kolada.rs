//! Codes of key figures in Kolada: "N15428", "U23471". They say where a figure comes from.

/// A code has so many digits after its letter.
const DIGITS: usize = 5;

/// Whether a word is a code.
pub(super) fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix(['N', 'U']).unwrap_or_default();
    digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The first code in a text.
pub(super) fn code_in(text: &str) -> Option<&str> {
    if !text.contains(['N', 'U']) {
        return None;
    }
    text.split(|c: char| !c.is_alphanumeric()).find(|word| is_code(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_letter_and_five_digits() {
        assert_eq!(code_in("Nöjda gäster, procent (Kolada N31742)"), Some("N31742"));
        for text in ["PN-2031-00142", "N317", "U123456", "AN31742"] {
            assert_eq!(code_in(text), None, "{text}");
        }
    }
}
