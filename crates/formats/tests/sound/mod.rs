//! What holds of everything that is taken out of a file, whatever the file is.

use uppsikt_formats::{Extract, FormatError};

/// Either a refusal, or lines that are lines: one each, and numbered where there are words.
pub fn is_sound(read: &Result<Extract, FormatError>) -> bool {
    let Ok(extract) = read else { return true };
    extract.lines.iter().all(|line| {
        let words = line.text.contains(char::is_alphanumeric) && !line.is_running;
        !line.text.contains('\n') && (!words || line.number > 0)
    })
}
