//! Documents of Word, one feature each, and what is read of them.

#[path = "../sound/mod.rs"]
mod sound;

mod emphasis;
mod hostile;
mod package;
mod round_trip;
mod running;
mod tables;
mod text;
use sound::is_sound;
