//! The municipality's style file, with everything that was added to it.

use uppsikt_domain::registry::Municipality;
use uppsikt_messages::Lang;
use uppsikt_reading::{StyleError, style_file as written};

/// The file, as it can be put beside `kommun.toml`.
///
/// # Errors
/// When the stored text is no style.
pub fn style_file(municipality: &Municipality, lang: Lang) -> Result<String, StyleError> {
    written(&municipality.style, &municipality.name, &municipality.additions, lang)
}
