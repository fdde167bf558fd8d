//! Children that read files from outside.

use crate::Outcome;
use uppsikt_app::document::outsider::{self, ChildLimits, Children, Much};

/// Lets children of this program read files, within the limits of the settings. A command that
/// ends as soon as it has told what it read may read small texts itself.
pub fn allow(command: &str) {
    if let Ok(program) = std::env::current_exe() {
        let short_lived = matches!(command, "read" | "check");
        outsider::use_children(Children { program, limits: limits(), short_lived });
    }
}

/// The limits, each with its setting.
fn limits() -> ChildLimits {
    let usual = ChildLimits::default();
    let number = |what: Much| std::env::var(what.setting()).ok()?.parse::<u32>().ok();
    let large = |what, usual| number(what).map_or(usual, u64::from);
    let count = |what, usual| number(what).and_then(|it| usize::try_from(it).ok()).unwrap_or(usual);
    let bytes = |what, usual| number(what).map_or(usual, |megabytes| u64::from(megabytes) * 1024 * 1024);
    let mut limits = usual.limits;
    limits.pages = number(Much::Pages).unwrap_or(limits.pages);
    limits.unpacked_bytes = bytes(Much::Bytes, limits.unpacked_bytes);
    limits.drawn_bytes = bytes(Much::Drawn, limits.drawn_bytes);
    limits.elements = count(Much::Elements, limits.elements);
    limits.lines = count(Much::Lines, limits.lines);
    limits.depth = count(Much::Depth, limits.depth);
    ChildLimits {
        seconds: large(Much::Seconds, usual.seconds),
        megabytes: large(Much::Megabytes, usual.megabytes),
        limits,
    }
}

/// Is such a child.
pub fn be_one() -> Outcome {
    match outsider::be_child() {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::Unusable,
    }
}
