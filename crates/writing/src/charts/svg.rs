//! Writing SVG.

use std::fmt::Write;

use super::Medium;
use super::scale::Share;
use crate::html::escape;

/// Width of the body column in print, in the drawing's pixels: type of 15 px is then 8.6 pt.
pub const PRINT_WIDTH: u32 = 620;

/// What the classes mean in print. Pages have the same in their style sheet, with
/// colours that follow the reader's choice of light and dark.
const PRINT_STYLE: &str = "text{font-family:'Source Sans 3';font-size:15px;fill:#181b1f}\
.t2{font-size:13px;fill:#4e555b}.halo{paint-order:stroke;stroke:#fff;stroke-width:5px;stroke-linejoin:round}\
.b{font-weight:600}.end{text-anchor:end}.mid{text-anchor:middle}\
.axis{stroke:#181b1f;stroke-width:1}.grid{stroke:#c3c8c5;stroke-width:1}.neg{fill:#3b4d61}\
.pos{fill:#fff;stroke:#3b4d61;stroke-width:1.5}.track{fill:#e9ebe8}.level{stroke:#181b1f;stroke-width:3}\
.join{stroke:#767d82;stroke-width:1;stroke-dasharray:2 3}.line{stroke:#3b4d61;stroke-width:2.25}\
.target{stroke:#181b1f;stroke-width:1.25;stroke-dasharray:5 4}.dot{fill:#3b4d61}\
.dot0{fill:#fff;stroke:#3b4d61;stroke-width:2}";

/// The names of a drawing.
pub struct Names<'a> {
    /// What the ids inside start with.
    pub id: &'a str,
    /// The drawing in a few words.
    pub title: &'a str,
    /// The drawing in sentences.
    pub desc: &'a str,
}

/// A drawing under way.
#[derive(Default)]
pub struct Svg(String);

fn percent(share: Share) -> String {
    format!("{}.{:02}%", share.div_euclid(100), share.rem_euclid(100))
}

impl Svg {
    fn put(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string does not fail.
        let _ = self.0.write_fmt(element);
    }

    /// Words on a base line.
    pub fn text(&mut self, x: Share, y: i64, class: &str, words: &str) {
        let (x, words) = (percent(x), escape(words));
        self.put(format_args!(r#"<text x="{x}" y="{y}" class="{class}">{words}</text>"#));
    }

    /// A straight line with round ends.
    pub fn line(&mut self, from: (Share, i64), to: (Share, i64), class: &str) {
        let ((x1, y1), (x2, y2)) = ((percent(from.0), from.1), (percent(to.0), to.1));
        let cap = if class == "line" { r#" stroke-linecap="round""# } else { "" };
        self.put(format_args!(r#"<line x1="{x1}" x2="{x2}" y1="{y1}" y2="{y2}" class="{class}"{cap}/>"#));
    }

    /// A filled box from one place along x to another.
    pub fn bar(&mut self, from: Share, to: Share, y: i64, height: i64, class: &str) {
        let (x, width) = (percent(from.min(to)), percent((to - from).abs()));
        self.put(format_args!(
            r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" class="{class}"/>"#
        ));
    }

    /// A dot.
    pub fn dot(&mut self, x: Share, y: i64, radius: i64, class: &str) {
        let x = percent(x);
        self.put(format_args!(r#"<circle cx="{x}" cy="{y}" r="{radius}" class="{class}"/>"#));
    }

    /// The whole drawing, `height` pixels high.
    pub fn finish(self, class: &str, height: i64, names: &Names<'_>, medium: Medium) -> String {
        let Names { id, title, desc } = names;
        let head = match medium {
            Medium::Page => format!(
                r#"<svg class="{class}" height="{height}" role="img" aria-labelledby="{id}-t {id}-d">"#
            ),
            Medium::Print => format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="{PRINT_WIDTH}" height="{height}"><style>{PRINT_STYLE}</style>"#
            ),
        };
        let (title, desc) = (escape(title), escape(desc));
        format!(r#"{head}<title id="{id}-t">{title}</title><desc id="{id}-d">{desc}</desc>{}</svg>"#, self.0)
    }
}
