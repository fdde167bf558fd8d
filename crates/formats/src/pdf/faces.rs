//! How fonts look that do not say so of themselves: those of Type 1, and those that the file
//! names and does not hold. The font of a glyph is found again by its glyphs.

use crate::emphasis::Look;
use hayro_font::{FontCache, FontGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::GlyphIdentifier;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::Resources;
use std::collections::{HashMap, HashSet};

/// Bold and italic fonts looked into at most.
const MOST_FONTS: usize = 200;
/// Forms looked into at most.
const MOST_FORMS: usize = 2_000;

/// The looks of glyphs whose fonts do not say how they look.
#[derive(Debug, Default)]
pub(super) struct Faces {
    looks: HashMap<GlyphIdentifier, Look>,
}

impl Faces {
    /// Those of a file.
    pub fn of(pdf: &Pdf, settings: &InterpreterSettings) -> Faces {
        let mut search = Search {
            faces: Faces::default(),
            cache: FontCache::new(),
            settings,
            seen: HashSet::new(),
            fonts: 0,
            forms: 0,
        };
        for page in pdf.pages().iter() {
            search.look_into(page.resources());
        }
        search.faces
    }

    /// How the font of a glyph looks, where it is known.
    pub fn look(&self, glyph: impl FnOnce() -> GlyphIdentifier) -> Look {
        if self.looks.is_empty() {
            Look::default()
        } else {
            self.looks.get(&glyph()).copied().unwrap_or_default()
        }
    }
}

/// How a font of a name looks.
pub(super) fn named(name: &str) -> Look {
    let name = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    Look { bold: has(&["bold", "black", "heavy"]), italic: has(&["italic", "oblique"]) }
}

/// A walk through the fonts of a file.
struct Search<'s, 'a> {
    faces: Faces,
    cache: FontCache<'a>,
    settings: &'s InterpreterSettings,
    seen: HashSet<ObjectIdentifier>,
    fonts: usize,
    forms: usize,
}

impl<'a> Search<'_, 'a> {
    fn look_into(&mut self, resources: &Resources<'a>) {
        self.look_at_fonts(&resources.fonts);
        for name in resources.x_objects.keys() {
            if self.is_new(&resources.x_objects, &name)
                && self.forms < MOST_FORMS
                && let Some(form) = resources.x_objects.get::<Stream<'a>>(name.as_ref())
                && let Some(own) = form.dict().get::<Dict<'a>>("Resources")
                && let Some(fonts) = own.get::<Dict<'a>>("Font")
            {
                self.forms += 1;
                self.look_at_fonts(&fonts);
            }
        }
    }

    /// Whether an object has not been looked into.
    fn is_new(&mut self, of: &Dict<'a>, name: &Name<'a>) -> bool {
        of.get_ref(name.as_ref()).is_none_or(|id| self.seen.insert(ObjectIdentifier::from(id)))
    }

    fn look_at_fonts(&mut self, fonts: &Dict<'a>) {
        for name in fonts.keys() {
            if self.is_new(fonts, &name)
                && self.fonts < MOST_FONTS
                && let Some(font) = fonts.get::<Dict<'a>>(name.as_ref())
            {
                self.look_at(&font);
            }
        }
    }

    fn look_at(&mut self, font: &Dict<'a>) {
        let Some(name) = font.get::<Name<'a>>("BaseFont") else { return };
        let look = named(name.as_str());
        if look == Look::default() || !is_silent(font) {
            return;
        }
        self.fonts += 1;
        let resolved = self.cache.font(font, &self.settings.font_resolver, &self.settings.cmap_resolver);
        let Some(resolved) = resolved else { return };
        for code in 0..=u32::from(u8::MAX) {
            if let FontGlyph::Outline(glyph) = resolved.glyph(resolved.map_code(code), code) {
                self.faces.looks.insert(glyph.identifier(), look);
            }
        }
    }
}

/// Whether the glyphs of a font do not say how it looks.
fn is_silent(font: &Dict<'_>) -> bool {
    let of_type =
        |types: &[&str]| font.get::<Name<'_>>("Subtype").is_some_and(|own| types.contains(&own.as_str()));
    let held = || {
        let descriptor = font.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key))
    };
    of_type(&["Type1", "MMType1"]) || (of_type(&["TrueType"]) && !held())
}
