//! Children that take files from outside apart.

use crate::Outcome;
use std::ffi::OsStr;
use uppsikt_app::document::outsider::{self, ChildLimits};

/// Lets children of this program take files apart, within the limits of the settings.
pub fn allow() {
    if let Ok(program) = std::env::current_exe() {
        outsider::use_children(program, limits());
    }
}

/// `UPPSIKT_MAX_SECONDS`, `UPPSIKT_MAX_MEMORY_MB`, `UPPSIKT_MAX_PAGES`.
fn limits() -> ChildLimits {
    let mut limits = ChildLimits::default();
    let number = |name: &str| std::env::var(name).ok()?.parse::<u32>().ok();
    if let Some(seconds) = number("UPPSIKT_MAX_SECONDS") {
        limits.seconds = u64::from(seconds);
    }
    if let Some(megabytes) = number("UPPSIKT_MAX_MEMORY_MB") {
        limits.megabytes = u64::from(megabytes);
    }
    if let Some(pages) = number("UPPSIKT_MAX_PAGES") {
        limits.limits.pages = pages;
    }
    limits
}

/// Is such a child.
pub fn be_one(limits: &OsStr) -> Outcome {
    match outsider::be_child(&limits.to_string_lossy()) {
        Ok(()) => Outcome::Done,
        Err(_) => Outcome::Unusable,
    }
}
