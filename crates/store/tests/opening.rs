//! Opening and migrating, on every database.
#![allow(clippy::unwrap_used)]

use uppsikt_store::{Store, StoreError};
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::fixed_now;

#[tokio::test]
async fn migrating_twice_makes_nothing_the_second_time() {
    for database in TestStore::all().await.unwrap() {
        assert_eq!(database.store.migrate(fixed_now()).await.unwrap(), Vec::<&str>::new());
        database.remove().await.unwrap();
    }
}

#[tokio::test]
async fn nodes_that_begin_at_once_migrate_once() {
    for database in TestStore::all_empty().await.unwrap() {
        let tasks: Vec<_> = (0..4)
            .map(|_| {
                let url = database.url.clone();
                tokio::spawn(async move { Store::open(&url).await?.migrate(fixed_now()).await })
            })
            .collect();
        let mut made = Vec::new();
        for task in tasks {
            made.push(task.await.unwrap().unwrap().len());
        }
        made.sort_unstable();
        assert_eq!(made, [0, 0, 0, 8]);
        database.remove().await.unwrap();
    }
}

#[tokio::test]
async fn an_address_of_neither_kind_is_refused() {
    assert!(matches!(Store::open("mysql://host/db").await, Err(StoreError::Address)));
    let nowhere = Store::open("sqlite:///nowhere/at/all.db").await;
    assert!(matches!(nowhere, Err(StoreError::Unreachable { .. })), "{nowhere:?}");
}
