//! Bytes as text: byte order marks, UTF-8, UTF-16 and Windows-1252 (which holds Latin-1).

use crate::error::{LARGEST_BYTES, LARGEST_TEXT_BYTES, ReadingError};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Refuses more bytes than any file that is read has.
pub(crate) fn check_size(file: &str, bytes: &[u8]) -> Result<(), ReadingError> {
    at_most(LARGEST_BYTES, file, bytes)
}

fn at_most(largest: usize, file: &str, bytes: &[u8]) -> Result<(), ReadingError> {
    let size = bytes.len();
    if size > largest {
        Err(ReadingError::TooLarge { file: file.to_owned(), bytes: size, largest })
    } else {
        Ok(())
    }
}

/// The text of a file, without byte order mark.
pub(crate) fn decode(file: &str, bytes: &[u8]) -> Result<String, ReadingError> {
    let file = || file.to_owned();
    if let Some(format) = known_format(bytes) {
        return Err(ReadingError::Unsupported { file: file(), format: format.to_owned() });
    }
    at_most(LARGEST_TEXT_BYTES, &file(), bytes)?;
    let (encoding, start) = encoding_of(bytes);
    if let Some(at) = (encoding == WINDOWS_1252).then(|| misread(bytes)).flatten() {
        return Err(ReadingError::Encoding { file: file(), at });
    }
    let text = match std::str::from_utf8(&bytes[start..]) {
        Ok(text) if encoding == UTF_8 => Cow::Borrowed(text),
        _ => encoding.decode_without_bom_handling(&bytes[start..]).0,
    };
    if let Some(at) = text.find(is_binary) {
        return Err(ReadingError::Binary { file: file(), at });
    }
    let blank = text.chars().all(|c| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}');
    if blank { Err(ReadingError::Empty { file: file() }) } else { Ok(text.into_owned()) }
}

fn encoding_of(bytes: &[u8]) -> (&'static Encoding, usize) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, length);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, 0);
    }
    let zeros = |first: usize| bytes.iter().skip(first).step_by(2).take(64).filter(|b| **b == 0).count();
    match (zeros(0), zeros(1)) {
        (0, odd) if odd > 16 => (UTF_16LE, 0),
        (even, 0) if even > 16 => (UTF_16BE, 0),
        _ => (WINDOWS_1252, 0),
    }
}

/// The first byte that shows that Windows-1252 would misread the text: letters in UTF-8 among
/// bytes that are not, or more letters of another encoding (Mac, DOS) inside words than its own.
fn misread(bytes: &[u8]) -> Option<usize> {
    const SWEDISH: [u8; 6] = [0xa5, 0xa4, 0xb6, 0x85, 0x84, 0x96];
    if bytes.windows(2).any(|pair| pair[0] == 0xc3 && SWEDISH.contains(&pair[1])) {
        return std::str::from_utf8(bytes).err().map(|error| error.valid_up_to());
    }
    let inside = |at: &usize| bytes[at - 1].is_ascii_alphabetic() && bytes[at + 1].is_ascii_alphabetic();
    let inner = 1..bytes.len().saturating_sub(1);
    let (foreign, own): (Vec<usize>, Vec<usize>) =
        inner.filter(|at| bytes[*at] >= 0x80 && inside(at)).partition(|at| bytes[*at] < 0xa0);
    foreign.first().copied().filter(|_| foreign.len() > 2 && foreign.len() > own.len())
}

/// Characters that stand in no text: control characters but for line ends, tabs, form
/// feeds and the few that text out of PDFs carries.
fn is_binary(c: char) -> bool {
    matches!(c, '\0'..='\u{6}' | '\u{e}'..='\u{1a}' | '\u{1c}'..='\u{1f}')
}

const SIGNATURES: [(&[u8], &str); 7] = [
    (b"\xd0\xcf\x11\xe0", "DOC/XLS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"\x7fELF", "ELF"),
];

fn known_format(bytes: &[u8]) -> Option<&'static str> {
    let signed = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature));
    let head: Vec<u8> = bytes.iter().take(512).map(u8::to_ascii_lowercase).collect();
    let head = String::from_utf8_lossy(&head);
    let html = ["<!doctype html", "<html"].iter().any(|tag| head.trim_start().starts_with(tag));
    signed.map(|(_, name)| *name).or(html.then_some("HTML"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_common_encoding_gives_the_same_text() {
        let text = "Nämndsbudget för år 2026 – åtgärder";
        let (latin, ..) = WINDOWS_1252.encode(text);
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let marked = format!("\u{feff}{text}").into_bytes();
        for bytes in [text.as_bytes(), &latin, &utf16, &marked] {
            assert_eq!(decode("a.txt", bytes).unwrap(), text);
        }
    }

    #[test]
    fn text_in_two_encodings_or_a_foreign_one_is_refused() {
        let mixed = [b"N\xc3\xa4mndsbudget f\xc3\xb6r ".as_slice(), b"\xe5r 2026"].concat();
        let refused = decode("a.txt", &mixed).unwrap_err();
        assert_eq!(refused, ReadingError::Encoding { file: "a.txt".into(), at: 19 });
        // "Nämndens åtgärder för sjöar" as DOS wrote it.
        let dos = b"N\x84mndens \x86tg\x84rder f\x94r sj\x94ar";
        assert!(matches!(decode("a.txt", dos).unwrap_err(), ReadingError::Encoding { at: 1, .. }));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_reason() {
        let empty = decode("a.txt", b" \r\n\t").unwrap_err();
        assert!(matches!(empty, ReadingError::Empty { .. }));
        assert!(matches!(decode("a", b"abc\0def").unwrap_err(), ReadingError::Binary { at: 3, .. }));
        let rtf = decode("a.rtf", b"{\\rtf1 text}").unwrap_err();
        assert_eq!(rtf, ReadingError::Unsupported { file: "a.rtf".into(), format: "RTF".into() });
        let huge = vec![b'a'; LARGEST_BYTES + 1];
        assert!(matches!(check_size("a", &huge).unwrap_err(), ReadingError::TooLarge { .. }));
        let long = decode("a", &huge[..=LARGEST_TEXT_BYTES]).unwrap_err();
        assert!(matches!(long, ReadingError::TooLarge { largest: LARGEST_TEXT_BYTES, .. }));
    }
}
