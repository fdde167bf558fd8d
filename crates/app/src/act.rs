//! What all acts have in common: why one can come to nothing.

use thiserror::Error;
use uppsikt_messages::{Lang, Message};
use uppsikt_store::StoreError;

/// Why an act changed nothing.
#[derive(Debug, Error)]
pub enum ActError {
    /// It may not be done, or something that must hold does not.
    #[error("{}", .0.in_lang(Lang::En))]
    Refused(Message),
    /// Storage failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A refusal with a message without arguments.
pub(crate) fn refused(key: &'static str) -> ActError {
    ActError::Refused(Message::new(key))
}
