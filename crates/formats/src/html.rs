use crate::{Extract, FormatError, Limits};

pub(crate) fn extract(_bytes: &[u8], _limits: &Limits) -> Result<Extract, FormatError> {
    Ok(Extract::default())
}
pub(crate) fn is_html(_start: &[u8]) -> bool { false }
