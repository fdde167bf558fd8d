//! Addresses, pages and HTTP errors; no decisions.
//!
//! A handler asks a question of `uppsikt_app::ask` and gives the answer to a template.
//! Everything works without scripts, and nothing is asked for outside the server.
//!
//! - [`router`]: all addresses and what lies around every answer
//! - [`Site`], [`Cities`]: where pages get their municipality from
//! - [`addresses`]: how every address is written
#![forbid(unsafe_code)]

mod acting;
pub mod addresses;
mod assets;
mod cities;
mod headers;
mod inline;
mod language;
mod markup;
mod pages;
mod parts;
mod refusal;
mod router;
mod serve;
mod shell;
mod short;
mod words;

pub use cities::{Answer, Cities, CityName, Editing, FixedCities, Site};
pub use refusal::Refusal;
pub use router::router;
pub use serve::serve;
