//! Streams that swell: a few packed bytes can be gigabytes. How much they are is counted before
//! anything is read of the file, and nothing of it is kept.

use crate::{FormatError, Limits, Much};
use flate2::bufread::ZlibDecoder;
use memchr::memmem;
use std::io::{BufRead, BufReader};

/// Less than this swells to less than a page of maps, unless it is packed more than once.
const SMALL: usize = 16 * 1024;

/// So many times over a stream can be packed.
const MOST_LAYERS: usize = 4;

/// A dictionary is looked for in so many bytes before its stream.
const DICTIONARY: usize = 4096;

/// All streams together may be so many times what one may be.
const TOGETHER: u64 = 4;

/// Refuses a file with a stream that is more than the limit once unpacked, or whose streams
/// together are much more. Pictures are never unpacked and do not count.
pub(super) fn refuse(bytes: &[u8], limits: &Limits) -> Result<(), FormatError> {
    let limit = limits.unpacked_bytes;
    let mut together = 0_u64;
    for at in memmem::find_iter(bytes, b"stream") {
        let (before, after) = bytes.split_at(at);
        let dictionary = dictionary(before);
        if before.ends_with(b"end") || is_picture(dictionary) {
            continue;
        }
        let packed = packed(after);
        if packed.len() < SMALL && memchr::memchr2(b'[', b'#', dictionary).is_none() {
            continue;
        }
        let unpacked = unpacked(packed, limit);
        together = together.saturating_add(unpacked);
        if unpacked > limit || together > limit.saturating_mul(TOGETHER) {
            return Err(FormatError::TooMuch { what: Much::Bytes, limit });
        }
    }
    Ok(())
}

/// The bytes between "stream" and "endstream".
fn packed(after: &[u8]) -> &[u8] {
    let inside = after.strip_prefix(b"stream").unwrap_or(after);
    let inside = inside.strip_prefix(b"\r").unwrap_or(inside);
    let inside = inside.strip_prefix(b"\n").unwrap_or(inside);
    let end = memmem::find(inside, b"endstream").unwrap_or(inside.len());
    inside.get(..end).unwrap_or_default()
}

/// What stands between the object's beginning and its stream.
fn dictionary(before: &[u8]) -> &[u8] {
    let near = before.get(before.len().saturating_sub(DICTIONARY)..).unwrap_or_default();
    let start = memmem::rfind(near, b" obj").unwrap_or(0);
    near.get(start..).unwrap_or_default()
}

/// Whether a stream is a picture, and says nothing of being what a file is opened with.
fn is_picture(dictionary: &[u8]) -> bool {
    let says = |word: &[u8]| memmem::find(dictionary, word).is_some();
    says(b"/Image") && says(b"/Width") && !says(b"/ObjStm") && !says(b"/XRef")
}

/// The most bytes that a stream is on the way to being unpacked whole, or some above the limit.
fn unpacked(packed: &[u8], limit: u64) -> u64 {
    let mut most = 0;
    for layers in 1..=MOST_LAYERS {
        if !is_zlib(packed) {
            break;
        }
        let (count, again) = counted(packed, layers, limit);
        most = most.max(count);
        if count > limit || !again {
            break;
        }
    }
    most
}

/// How many bytes come out of so many layers, and whether what comes out looks packed again.
fn counted(packed: &[u8], layers: usize, limit: u64) -> (u64, bool) {
    let mut source: Box<dyn BufRead + '_> = Box::new(packed);
    for _ in 0..layers {
        source = Box::new(BufReader::with_capacity(64 * 1024, ZlibDecoder::new(source)));
    }
    let (mut count, mut again) = (0_u64, false);
    // What is damaged ends here: what came before it was unpacked all the same.
    while let Ok(some) = source.fill_buf() {
        again |= count == 0 && is_zlib(some);
        let length = some.len();
        count = count.saturating_add(length as u64);
        if length == 0 || count > limit {
            break;
        }
        source.consume(length);
    }
    (count, again)
}

/// Whether bytes begin as a stream of zlib does (RFC 1950).
fn is_zlib(bytes: &[u8]) -> bool {
    let &[method, flags, ..] = bytes else { return false };
    method & 0x0f == 8 && (u16::from(method) << 8 | u16::from(flags)).is_multiple_of(31)
}
