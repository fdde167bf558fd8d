//! Acts on a municipality itself.

pub mod begin;
pub mod file;
mod file_check;
pub mod found;
pub mod revise;
mod settle;
