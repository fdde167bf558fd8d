//! Text in lower case, quickly.

/// Text that is to be looked through in lower case.
pub trait Lower {
    /// The text in lower case, letter for letter what [`str::to_lowercase`] gives. Letters of
    /// Swedish, and the marks and spaces that stand in running text, are gone through byte by byte;
    /// a text with any other letter is left to the standard library.
    fn lower(&self) -> String;
}

impl Lower for str {
    fn lower(&self) -> String {
        let mut bytes = self.as_bytes().to_vec();
        bytes.make_ascii_lowercase();
        let folded = beyond_ascii(&mut bytes).then(|| String::from_utf8(bytes).ok()).flatten();
        folded.unwrap_or_else(|| self.to_lowercase())
    }
}

/// Lowers the letters of Latin-1. Whether there was nothing but them and marks beyond ASCII.
fn beyond_ascii(bytes: &mut [u8]) -> bool {
    let mut at = 0;
    while let Some(ahead) = bytes[at..].iter().position(|byte| !byte.is_ascii()) {
        at += ahead;
        match bytes[at..] {
            // "À" to "Þ" but for "×": the second byte of the small letter is 32 higher.
            [0xc3, ref mut last @ 0x80..=0x9e, ..] if *last != 0x97 => {
                *last += 0x20;
                at += 2;
            }
            [0xc2 | 0xc3, _, ..] => at += 2,
            // General punctuation, mathematical signs, lines and shapes: none has a case.
            [0xe2, 0x80 | 0x88 | 0x94..=0x99, _, ..] => at += 3,
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::Lower;
    use proptest::prelude::*;

    #[test]
    fn every_letter_is_lowered_as_the_standard_library_lowers_it() {
        for letter in ('\0'..=char::MAX).map(|letter| format!("A{letter}Å ")) {
            assert_eq!(letter.lower(), letter.to_lowercase());
        }
    }

    proptest! {
        #[test]
        fn so_is_every_text(text in ".*", words in "[a-zA-ZåäöÅÄÖéÉüÜß×÷–−”\u{a0}\u{2009} 0-9]*") {
            prop_assert_eq!(text.lower(), text.to_lowercase());
            prop_assert_eq!(words.lower(), words.to_lowercase());
        }
    }
}
