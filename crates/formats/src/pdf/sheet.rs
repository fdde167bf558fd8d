//! What is printed on a page: glyphs, rules and pictures, in points from the upper left.

use super::drawn::{Drawn, Rule};
use super::faces::{Faces, named};
use crate::emphasis::Look;
use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::Dict;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};
use std::ops::Range;
use std::sync::Arc;

/// What is drawn on a page at most; more than any page of text holds.
const MOST_GLYPHS: usize = 200_000;
const MOST_RULES: usize = 10_000;

/// A printed glyph that is no space.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    /// Its characters, in the sheet's text.
    pub text: Range<usize>,
    pub look: Look,
    /// Whether it is printed in a colour, and not in black, grey or white.
    pub coloured: bool,
    /// The id of its marked content.
    pub content: Option<i32>,
    /// Whether the file says that it is no part of the text.
    pub artifact: bool,
    /// A space was printed: only its place counts.
    pub space: bool,
}

/// A page as it is printed.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub marks: Vec<Mark>,
    pub text: String,
    pub drawn: Drawn,
    /// Small filled shapes: bullets that are drawn.
    pub dots: Vec<Rect>,
    pub has_image: bool,
    pub height: f64,
    open: Vec<Content>,
    turned: bool,
    faces: Arc<Faces>,
    /// The last font's name and how it looks.
    named: (String, Look),
}

#[derive(Debug, Clone, Copy, Default)]
struct Content {
    id: Option<i32>,
    artifact: bool,
}

impl Sheet {
    pub fn new(height: f64, faces: Arc<Faces>) -> Self {
        Sheet { height, faces, ..Sheet::default() }
    }

    /// Whether there is no text but a picture.
    pub fn is_picture(&self) -> bool {
        self.has_image && self.marks.iter().all(|mark| mark.space)
    }

    /// Whether there is no text at all, turned or not.
    pub fn is_empty(&self) -> bool {
        !self.turned && self.marks.iter().all(|mark| mark.space)
    }

    /// Whether the file does not say what letters most of the glyphs are.
    pub fn is_unreadable(&self) -> bool {
        let letters = self.marks.iter().filter(|mark| !mark.space);
        let unknown =
            letters.clone().filter(|mark| self.text[mark.text.clone()].contains('\u{fffd}')).count();
        unknown * 2 > letters.count()
    }

    fn content(&self) -> Content {
        self.open.last().copied().unwrap_or_default()
    }

    fn look(&mut self, run: &GlyphRun<'_, '_>) -> Look {
        let Some(Glyph::Outline(outline)) = run.glyphs().first().map(|glyph| &**glyph) else {
            return Look::default();
        };
        let Some(font) = outline.font_data() else { return self.faces.look(|| outline.identifier()) };
        let name = font.postscript_name.as_deref().unwrap_or_default();
        if self.named.0 != name {
            self.named = (name.to_owned(), named(name));
        }
        Look {
            bold: font.weight.is_some_and(|weight| weight >= 600) || self.named.1.bold,
            italic: font.is_italic || self.named.1.italic,
        }
    }

    fn glyph(&mut self, glyph: &Glyph<'_>, place: Affine, look: Look, coloured: bool) {
        let along = place * Vec2Ext(Vec2::new(1.0, 0.0));
        let up = place * Vec2Ext(Vec2::new(0.0, 1.0));
        let (size, advance) = (up.hypot() * 1000.0, advance(glyph) * along.x);
        let start = place * Point::ZERO;
        let upright = along.x > 0.0 && along.y.abs() < along.x * 0.02;
        let sound = size.is_finite() && size > 0.5 && start.x.is_finite() && start.y.is_finite();
        if !sound || self.marks.len() >= MOST_GLYPHS {
            return;
        }
        if !upright {
            self.turned = true;
            return;
        }
        let from = self.text.len();
        push_text(&mut self.text, glyph.as_unicode());
        let space = self.text[from..].chars().all(char::is_whitespace);
        let content = self.content();
        self.marks.push(Mark {
            left: start.x,
            right: start.x + advance.max(0.0),
            baseline: start.y,
            size,
            text: from..self.text.len(),
            look,
            coloured,
            content: content.id,
            artifact: content.artifact,
            space,
        });
    }

    fn shape(&mut self, area: Rect, filled: bool) {
        let area = area.abs();
        let (width, height) = (area.width(), area.height());
        if !(width.is_finite() && height.is_finite()) || self.drawn.len() + self.dots.len() + 3 > MOST_RULES {
            return;
        }
        if height <= 3.0 && width >= 12.0 {
            self.drawn.level.push(Rule { area });
        } else if width <= 3.0 && height > 6.0 {
            self.drawn.upright.push(Rule { area });
        } else if height > 6.0 && width >= 12.0 && height < self.height * 0.8 {
            let edge = |y: f64| Rule { area: Rect::new(area.x0, y, area.x1, y) };
            self.drawn.level.push(edge(area.y0));
            self.drawn.level.push(edge(area.y1));
            self.drawn.areas.push(area);
        } else if (1.0..8.0).contains(&width) && (0.4..8.0).contains(&height) && (filled || is_square(area)) {
            self.dots.push(area);
        }
    }
}

fn is_square(area: Rect) -> bool {
    area.width() < 1.4 * area.height() && area.height() < 1.4 * area.width()
}

/// A vector that an affine map turns and stretches without moving it.
struct Vec2Ext(Vec2);

impl std::ops::Mul<Vec2Ext> for Affine {
    type Output = Vec2;

    fn mul(self, vector: Vec2Ext) -> Vec2 {
        let [a, b, c, d, ..] = self.as_coeffs();
        Vec2::new(a * vector.0.x + c * vector.0.y, b * vector.0.x + d * vector.0.y)
    }
}

/// How far the next glyph stands, in thousandths of the size.
fn advance(glyph: &Glyph<'_>) -> f64 {
    let width = match glyph {
        Glyph::Outline(outline) => outline.advance_width(),
        Glyph::Type3(drawn) => drawn.advance_width(),
    };
    f64::from(width.unwrap_or(500.0))
}

fn push_text(text: &mut String, read: Option<BfString>) {
    match read {
        Some(BfString::Char(c)) => push_char(text, c),
        Some(BfString::String(chars)) => chars.chars().for_each(|c| push_char(text, c)),
        None => text.push('\u{fffd}'),
    }
}

/// Ligatures as letters; what is no text as nothing.
fn push_char(text: &mut String, c: char) {
    match c {
        '\u{fb00}' => text.push_str("ff"),
        '\u{fb01}' => text.push_str("fi"),
        '\u{fb02}' => text.push_str("fl"),
        '\u{fb03}' => text.push_str("ffi"),
        '\u{fb04}' => text.push_str("ffl"),
        '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' => {}
        c if c.is_control() => {}
        c => text.push(c),
    }
}

/// The parts of a colour are so far apart at least, of 255; those of grey are the same.
const LEAST_COLOUR: u8 = 40;

fn is_coloured(paint: &Paint<'_>) -> bool {
    let Paint::Color(color) = paint else { return false };
    let [red, green, blue, _] = color.to_rgba().to_rgba8();
    let (least, most) = (red.min(green).min(blue), red.max(green).max(blue));
    most - least >= LEAST_COLOUR
}

impl<'a> Device<'a> for Sheet {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, draw_mode: &DrawMode) {
        let filled = matches!(draw_mode, DrawMode::Fill(_));
        if path.elements().len() > 400 {
            return;
        }
        for part in parts(path) {
            self.shape(props.transform.transform_rect_bbox(part), filled);
        }
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, draw_mode: &DrawMode) {
        self.shape(props.transform.transform_rect_bbox(*rect), matches!(draw_mode, DrawMode::Fill(_)));
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_clip_rect(&mut self, _: &Rect) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let (look, coloured) = (self.look(run), is_coloured(&props.paint));
        for glyph in run.glyphs() {
            self.glyph(glyph, props.transform * glyph.transform(), look, coloured);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.has_image = true;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let outer = self.content();
        let id = properties.and_then(|it| it.get::<i32>("MCID"));
        self.open.push(Content { id: id.or(outer.id), artifact: outer.artifact || tag == b"Artifact" });
    }

    fn end_marked_content(&mut self) {
        self.open.pop();
    }
}

/// The boxes around the parts of a path.
fn parts(path: &BezPath) -> Vec<Rect> {
    let mut parts = Vec::new();
    let mut part = BezPath::new();
    for element in path.elements() {
        if matches!(element, hayro_interpret::kurbo::PathEl::MoveTo(_)) && !part.is_empty() {
            parts.push(std::mem::take(&mut part).bounding_box());
        }
        part.push(*element);
    }
    if !part.is_empty() {
        parts.push(part.bounding_box());
    }
    parts
}
