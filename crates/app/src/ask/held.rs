//! Words that hold although the latest version of their document says otherwise.

use super::origin::Origin;
use uppsikt_domain::contribution_text::contribution_texts;
use uppsikt_domain::registry::{HeldText, StoredDocument};
use uppsikt_domain::section::Section;

/// What holds of a section of a contribution, where its latest words were rejected.
#[derive(Debug, Clone, Copy)]
pub struct Held<'a> {
    /// What holds.
    pub text: &'a HeldText,
    /// Where the latest version says otherwise.
    pub otherwise: Origin<'a>,
}

/// What holds of a section instead of its own words. `None`: its own words do.
pub fn held<'a>(stored: &'a StoredDocument, section: &Section) -> Option<Held<'a>> {
    if stored.held_texts.is_empty() {
        return None;
    }
    let trees = [stored.holding(), &*stored.document];
    let mut texts = trees.into_iter().flat_map(contribution_texts);
    let told = texts.find(|text| std::ptr::eq(text.section, section))?;
    let place = told.place();
    let text = stored.held_texts.iter().find(|it| it.key.of == told.goal && it.key.column == place)?;
    let words = told.words();
    let span = words.first().zip(words.last()).map_or(section.span, |(first, last)| first.1.to(last.1));
    Some(Held { text, otherwise: Origin::of(stored, span) })
}
