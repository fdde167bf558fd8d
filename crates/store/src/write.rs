//! One change of one municipality.

use sea_orm::DatabaseTransaction;
use tokio::sync::OwnedMutexGuard;
use uppsikt_domain::registry::Id;

/// A change of one municipality that is under way. Nothing lasts before
/// [`Write::record`], which also writes the event: a change without one cannot be made,
/// and one that is dropped leaves nothing.
#[derive(Debug)]
pub struct Write {
    pub(crate) tx: DatabaseTransaction,
    pub(crate) municipality: Id,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Write {
    pub(crate) fn new(tx: DatabaseTransaction, municipality: Id, turn: Option<OwnedMutexGuard<()>>) -> Self {
        Write { tx, municipality, _turn: turn }
    }

    /// Whose change it is.
    pub fn municipality(&self) -> Id {
        self.municipality
    }
}
