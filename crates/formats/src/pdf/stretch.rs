//! Words of a line that stand together, glyph by glyph.

use super::sheet::Mark;
use std::ops::Range;

/// A gap up to this share of the size is within a word.
const WORD_GAP: f64 = 0.15;
/// A gap over this share of the size parts two cells.
const CELL_GAP: f64 = 1.2;
/// As `CELL_GAP` where no space was printed, in a file that prints its spaces.
const BARE_CELL_GAP: f64 = 0.2;

/// A gap over this share of the size is wider than a space: two figures may stand beside it.
const WIDE_SPACE: f64 = 0.45;
/// As `WIDE_SPACE` behind words, which are set out to both margins in some texts.
const WIDEST_SPACE: f64 = 0.8;

/// A wide space behind a figure or a word: where the words behind it begin, in bytes of the text, and
/// its edges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Gap {
    at: usize,
    pub from: f64,
    pub to: f64,
}

/// Words of a line without a wide gap between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Stretch {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// The width of its first word.
    pub first_word: f64,
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    /// Whether all of it is printed in a colour.
    pub coloured: bool,
    /// Its first bold words, in bytes of the text.
    pub strong: Range<usize>,
    /// The element of the file's structure that holds it.
    pub owner: Option<usize>,
    pub artifact: bool,
    /// Wide spaces in it.
    pub gaps: Vec<Gap>,
}

impl Stretch {
    /// What stands before and behind a gap.
    pub fn parted(&self, gap: Gap) -> Option<(Stretch, Stretch)> {
        let (before, behind) = self.text.split_at_checked(gap.at)?;
        let part = |text: &str, left: f64, right: f64| Stretch {
            text: text.trim().to_owned(),
            left,
            right,
            first_word: right - left,
            strong: 0..0,
            gaps: Vec::new(),
            ..self.clone()
        };
        Some((part(before, self.left, gap.from), part(behind, gap.to, self.right)))
    }
}

/// A stretch while it is read.
pub(super) struct Open {
    stretch: Stretch,
    last_left: f64,
    last_text: String,
    bold: usize,
    italic: usize,
    coloured: usize,
    /// Whether the last mark was bold.
    in_bold: bool,
    count: usize,
    in_first_word: bool,
}

impl Open {
    pub fn new(text: &str, mark: &Mark, owner: Option<usize>) -> Self {
        let stretch = Stretch {
            left: mark.left,
            right: mark.left,
            size: mark.size,
            owner,
            artifact: mark.artifact,
            ..Stretch::default()
        };
        let mut open = Open {
            stretch,
            last_left: f64::MIN,
            last_text: String::new(),
            bold: 0,
            italic: 0,
            coloured: 0,
            in_bold: false,
            count: 0,
            in_first_word: true,
        };
        open.push(text, mark, false);
        open
    }

    pub fn is_parted(
        &self,
        text: &str,
        mark: &Mark,
        owner: Option<usize>,
        space: bool,
        spaced: bool,
    ) -> bool {
        let gap = mark.left - self.stretch.right;
        let size = self.stretch.size.max(mark.size);
        if is_hyphen(text) && gap < WORD_GAP * size && mark.artifact == self.stretch.artifact {
            return false;
        }
        let wide = if spaced && !space { BARE_CELL_GAP } else { CELL_GAP };
        gap > wide * size
            || mark.artifact != self.stretch.artifact
            || (owner != self.stretch.owner && gap > WORD_GAP * size)
    }

    pub fn push(&mut self, text: &str, mark: &Mark, space: bool) {
        let gap = mark.left - self.stretch.right;
        let parted = gap > WORD_GAP * self.stretch.size.max(mark.size);
        // A space that takes no room is none: it is printed where a word is broken.
        let (text, space) = if is_hyphen(text) { ("-", parted) } else { (text, space) };
        let twice = text == self.last_text && mark.left - self.last_left < 0.12 * mark.size;
        if twice {
            return;
        }
        if !self.stretch.text.is_empty() && (space || parted) {
            self.stretch.text.push(' ');
            self.in_first_word = false;
        }
        let start = self.stretch.text.len();
        let size = self.stretch.size.max(mark.size);
        let figure = self.last_text.ends_with(|c: char| c.is_ascii_digit() || c == '%');
        if gap > if figure { WIDE_SPACE } else { WIDEST_SPACE } * size {
            self.stretch.gaps.push(Gap { at: start, from: self.stretch.right, to: mark.left });
        }
        self.stretch.text.push_str(text);
        self.strong(start, mark.look.bold);
        self.stretch.right = self.stretch.right.max(mark.right);
        self.stretch.size = self.stretch.size.max(mark.size);
        if self.in_first_word {
            self.stretch.first_word = self.stretch.right - self.stretch.left;
        }
        (self.last_left, self.last_text) = (mark.left, text.to_owned());
        self.bold += usize::from(mark.look.bold);
        self.italic += usize::from(mark.look.italic);
        self.coloured += usize::from(mark.coloured);
        self.count += 1;
    }

    /// Adds a mark to the first bold words, where it belongs to them.
    fn strong(&mut self, start: usize, bold: bool) {
        let end = self.stretch.text.len();
        let strong = &mut self.stretch.strong;
        if bold && strong.start >= strong.end {
            *strong = start..end;
        } else if bold && self.in_bold {
            strong.end = end;
        }
        self.in_bold = bold && strong.end == end;
    }

    /// Without soft hyphens but at the end, where the word goes on in the next line.
    pub fn close(mut self) -> Option<Stretch> {
        self.stretch.bold = self.bold * 10 >= self.count * 9;
        self.stretch.italic = self.italic == self.count;
        self.stretch.coloured = self.coloured == self.count;
        let text = self.stretch.text.trim();
        if text.contains('\u{ad}') {
            let ends = text.ends_with('\u{ad}');
            self.stretch.text = text.replace('\u{ad}', "");
            self.stretch.strong = 0..0;
            self.stretch.gaps.clear();
            if ends {
                self.stretch.text.push('\u{ad}');
            }
        }
        (!self.stretch.text.trim().is_empty()).then_some(self.stretch)
    }
}

/// A hyphen of Unicode's own, which is in words and at the end of lines only. Programs write it for the
/// plain one that the author typed.
fn is_hyphen(text: &str) -> bool {
    matches!(text, "\u{2010}" | "\u{2011}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emphasis::Look;

    fn mark(left: f64, right: f64) -> Mark {
        let look = Look::default();
        Mark {
            left,
            right,
            baseline: 0.0,
            size: 10.0,
            text: 0..0,
            look,
            coloured: false,
            content: None,
            artifact: false,
            space: false,
        }
    }

    /// Glyphs of five points each, with what stands between them.
    fn words(glyphs: &[(&str, f64, bool)]) -> Option<String> {
        let (first, rest) = glyphs.split_first()?;
        let mut open = Open::new(first.0, &mark(0.0, 5.0), None);
        let mut at = 5.0;
        for (text, gap, space) in rest {
            at += gap;
            open.push(text, &mark(at, at + 5.0), *space);
            at += 5.0;
        }
        open.close().map(|stretch| stretch.text)
    }

    #[test]
    fn hyphens_of_unicode_are_plain_ones_and_a_space_without_room_before_them_is_none() {
        let broken = words(&[("å", 0.0, false), ("r", 0.0, false), ("\u{2010}", 0.0, true)]);
        assert_eq!(broken.as_deref(), Some("år-"));
        let dash = words(&[("å", 0.0, false), ("\u{2010}", 2.5, true), ("r", 2.5, true)]);
        assert_eq!(dash.as_deref(), Some("å - r"));
    }
}
