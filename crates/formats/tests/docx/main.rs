//! Documents of Word, one feature each, and what is read of them.

mod emphasis;
mod hostile;
mod package;
mod round_trip;
mod running;
mod tables;
mod text;
