//! What comes from outside: the time and new identities. Nothing else in the program
//! reads a clock or makes random numbers.

use chrono::{DateTime, Utc};
use std::fmt;
use uppsikt_domain::registry::Id;
use uuid::Uuid;

type Source<T> = Box<dyn Fn() -> T + Send + Sync>;

/// The time and new identities.
pub struct Outside {
    now: Source<DateTime<Utc>>,
    new_id: Source<Id>,
}

impl Outside {
    /// The machine's clock, and identities that are ordered by time (UUID version 7).
    pub fn real() -> Self {
        Outside::new(Utc::now, || Id(Uuid::now_v7().as_u128()))
    }

    /// Any clock and any source of identities, for tests and for the example.
    pub fn new(
        now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static,
        new_id: impl Fn() -> Id + Send + Sync + 'static,
    ) -> Self {
        Outside { now: Box::new(now), new_id: Box::new(new_id) }
    }

    /// The time.
    pub fn now(&self) -> DateTime<Utc> {
        (self.now)()
    }

    /// An identity that nothing has yet, later than those before it.
    pub fn new_id(&self) -> Id {
        (self.new_id)()
    }
}

impl fmt::Debug for Outside {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Outside")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_ordered_by_time() {
        let outside = Outside::real();
        let ids: Vec<Id> = (0..100).map(|_| outside.new_id()).collect();
        assert!(ids.is_sorted());
    }
}
