//! Messages between the program and its children: eight bytes of length, then so many bytes.

use std::io::{self, Read, Write};

/// A message is never longer than this.
const LONGEST: u64 = 4 * 1024 * 1024 * 1024;

pub(super) fn write(out: &mut impl Write, message: &[u8]) -> io::Result<()> {
    out.write_all(&(message.len() as u64).to_le_bytes())?;
    out.write_all(message)?;
    out.flush()
}

/// The next message; `None` at the end.
pub(super) fn read(source: &mut impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    match source.read_exact(&mut length) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    let length = u64::from_le_bytes(length);
    let mut message = Vec::new();
    source.take(length.min(LONGEST)).read_to_end(&mut message)?;
    if message.len() as u64 == length { Ok(Some(message)) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_out_as_they_went_in_and_one_cut_short_is_no_message() {
        let mut sent = Vec::new();
        for message in [b"ett".as_slice(), b"", b"tre"] {
            write(&mut sent, message).unwrap();
        }
        let mut source = sent.as_slice();
        for message in [b"ett".as_slice(), b"", b"tre"] {
            assert_eq!(read(&mut source).unwrap().as_deref(), Some(message));
        }
        assert_eq!(read(&mut source).unwrap(), None);
        assert!(read(&mut &sent[..sent.len() - 1][11..]).is_ok_and(|empty| empty == Some(Vec::new())));
        assert!(read(&mut &sent[19..sent.len() - 1]).is_err());
    }
}
