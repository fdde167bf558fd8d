//! Bytes of a page as text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use std::borrow::Cow;

/// A page tells its encoding within so many bytes.
const TOLD_WITHIN: usize = 1024;

/// The text of a page: by its byte order mark, by its own word where that holds, as UTF-8 where
/// it is that, else as Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    let told =
        told(bytes).and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
    told.or_else(|| UTF_8.decode_without_bom_handling_and_without_replacement(bytes))
        .unwrap_or_else(|| WINDOWS_1252.decode_without_bom_handling(bytes).0)
}

/// What stands after "charset=" or in the XML declaration. A page that can be searched so is
/// not UTF-16, whatever it says.
fn told(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(TOLD_WITHIN))?;
    let start = String::from_utf8_lossy(start).to_lowercase();
    let at = [(start.find("charset"), 7), (start.find("encoding="), 8)];
    let (at, length) = at.into_iter().find_map(|(at, length)| Some((at?, length)))?;
    let label = start.get(at + length..)?.trim_start().strip_prefix('=')?;
    let label = label.trim_start().trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/' | '?'));
    let encoding = Encoding::for_label(label.get(..end.unwrap_or(label.len()))?.as_bytes())?;
    Some(if encoding.output_encoding() == encoding { encoding } else { UTF_8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_as_told_or_as_it_fits() {
        assert_eq!(decode(b"<meta charset=iso-8859-1><p>\xe5"), "<meta charset=iso-8859-1><p>å");
        assert_eq!(decode("<meta charset=utf-8>å".as_bytes()), "<meta charset=utf-8>å");
        assert_eq!(decode("å".as_bytes()), "å");
        assert_eq!(decode(b"\xe5\x96"), "å–");
        assert_eq!(decode(b"<meta charset=\"utf-8\">\xe5"), "<meta charset=\"utf-8\">å");
        assert_eq!(decode(b"\xff\xfe\xe5\x00"), "å");
        assert_eq!(decode("<meta charset=utf-16>å".as_bytes()), "<meta charset=utf-16>å");
    }
}
