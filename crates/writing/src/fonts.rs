//! The fonts that documents are set in: Source Serif 4 and Source Sans 3, regular and
//! semibold, unmodified, under the SIL Open Font License (`assets/fonts`). No others are
//! known to printing, so that a document looks the same everywhere.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::layout::Abs;
use typst::text::{Font, FontBook, FontInstance, FontVariations};
use typst::utils::LazyHash;

static FILES: [&[u8]; 4] = [
    include_bytes!("../assets/fonts/SourceSerif4_400Regular.ttf"),
    include_bytes!("../assets/fonts/SourceSerif4_600SemiBold.ttf"),
    include_bytes!("../assets/fonts/SourceSans3_400Regular.ttf"),
    include_bytes!("../assets/fonts/SourceSans3_600SemiBold.ttf"),
];

/// The fonts in the order of [`BOOK`].
pub static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| FILES.iter().filter_map(|file| Font::new(Bytes::new(*file), 0)).collect());

/// What the fonts are called and hold.
pub static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// Whether some font has a glyph for a character.
pub fn has_glyph(c: char) -> bool {
    FONTS.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

/// A font that words are measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    Serif,
    /// Headings.
    SerifBold,
    /// Tables and notes.
    Sans,
    /// Sums and small headings.
    SansBold,
}

static MEASURED: LazyLock<Vec<FontInstance>> = LazyLock::new(|| {
    let measured = |font: &Font| {
        font.clone().instantiate(font.info().variant, Abs::pt(10.0), &FontVariations::default())
    };
    FONTS.iter().map(measured).collect()
});

/// The width of words, in thousandths of a point.
///
/// `size` is the type size in thousandths of a point. Kerning is left out: the sum of the
/// advances is as good as needed to share out columns and to guess at heights.
pub fn width(words: &str, face: Face, size: u32) -> u32 {
    let at = match face {
        Face::Serif => 0,
        Face::SerifBold => 1,
        Face::Sans => 2,
        Face::SansBold => 3,
    };
    let Some(font) = MEASURED.get(at) else {
        return 0;
    };
    let face = font.ttf();
    let advance = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
    let units: u64 = words.chars().map(|c| u64::from(advance(c).unwrap_or(600))).sum();
    let per_em = u64::from(face.units_per_em()).max(1);
    u32::try_from(units * u64::from(size) / per_em).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fonts_are_read_and_known_by_name() {
        assert_eq!(FONTS.len(), FILES.len());
        assert!(BOOK.contains_family("source serif 4") && BOOK.contains_family("source sans 3"));
    }

    #[test]
    fn figures_are_about_half_as_wide_as_high() {
        let figures = width("0000000000", Face::Sans, 10_000);
        assert!((45_000..55_000).contains(&figures), "{figures}");
        assert!(width("Budget", Face::SansBold, 8_750) > width("Budget", Face::Sans, 8_750));
        assert!(width("Budget", Face::Serif, 8_750) > width("Budget", Face::Sans, 8_750));
    }

    #[test]
    fn swedish_letters_and_signs_have_glyphs() {
        assert!("åäöÅÄÖéüß§–—−„”…½²°•€\u{202f}\u{a0}".chars().all(has_glyph));
        assert!(!has_glyph('\u{1f600}'));
    }
}
