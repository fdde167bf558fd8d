//! Clocks that stand still or tick, and identities that count.

use chrono::{DateTime, TimeZone, Utc};
use std::sync::atomic::{AtomicU64, Ordering};
use uppsikt_domain::registry::Id;

/// The day of all tests: 24 September 2026, ten o'clock.
pub fn fixed_now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 9, 24, 10, 0, 0).single().unwrap_or_default()
}

/// A source of identities 1, 2, 3 …
pub fn counting_ids() -> impl Fn() -> Id + Send + Sync + 'static {
    let next = AtomicU64::new(1);
    move || Id(u128::from(next.fetch_add(1, Ordering::Relaxed)))
}

/// A clock that goes a minute on each time somebody looks at it.
pub fn ticking() -> impl Fn() -> DateTime<Utc> + Send + Sync + 'static {
    let minutes = AtomicU64::new(0);
    move || {
        let passed = minutes.fetch_add(1, Ordering::Relaxed);
        fixed_now() + chrono::Duration::minutes(i64::try_from(passed).unwrap_or_default())
    }
}
