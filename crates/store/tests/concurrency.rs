//! Many who read and then write at once.
#![allow(clippy::unwrap_used)]

use uppsikt_domain::municipality::Body;
use uppsikt_domain::registry::{Id, Municipality};
use uppsikt_store::{NewEvent, Store, StoreError, hash_of};
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::fixed_now;

const TASKS: u32 = 8;
const TIMES: u32 = 50;
const TOWN: Id = Id(1);

fn event() -> NewEvent {
    let payload = serde_json::Value::Null;
    NewEvent { act: "test.write", who: "test".to_owned(), recorded_at: fixed_now(), payload }
}

async fn found(store: &Store) -> Result<(), StoreError> {
    let write = store.write(TOWN).await?;
    let municipality = Municipality {
        id: TOWN,
        slug: "ekby".to_owned(),
        name: "Ekby kommun".to_owned(),
        style: String::new(),
        rules: Default::default(),
        additions: Vec::new(),
        statistical_areas: Vec::new(),
        bodies: Vec::new(),
    };
    write.add_municipality(&municipality).await?;
    write.record(event()).await?;
    Ok(())
}

/// Adds a body named for how many there are: two who saw the same number would clash.
async fn read_then_write(store: &Store, id: Id) -> Result<(), StoreError> {
    let write = store.write(TOWN).await?;
    let bodies = write.registry().await?.map_or(0, |registry| registry.bodies.len());
    let body = Body { slug: format!("body-{bodies}"), ..Body::default() };
    write.put_body(id, 1, &body).await?;
    write.record(event()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn eight_who_read_and_then_write_fifty_times_each_all_succeed() {
    for database in TestStore::all().await.unwrap() {
        found(&database.store).await.unwrap();
        // Two programs on the same database: four tasks in each.
        let other = Store::open(&database.url).await.unwrap();
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| {
                let store = if task % 2 == 0 { database.store.clone() } else { other.clone() };
                tokio::spawn(async move {
                    let mut failed = Vec::new();
                    for time in 0..TIMES {
                        let id = Id(u128::from(1000 + task * TIMES + time));
                        failed.extend(read_then_write(&store, id).await.err());
                    }
                    failed
                })
            })
            .collect();
        for task in tasks {
            let failed = task.await.unwrap();
            assert!(failed.is_empty(), "{failed:?}");
        }
        whole_chain(&database.store).await;
        drop(other);
        database.remove().await.unwrap();
    }
}

async fn whole_chain(store: &Store) {
    let events = store.events(TOWN, 0, 1000).await.unwrap();
    assert_eq!(events.len(), (TASKS * TIMES + 1) as usize);
    let mut previous_hash = "";
    for (sequence, event) in (1..).zip(&events) {
        assert_eq!((event.sequence, event.previous_hash.as_str()), (sequence, previous_hash));
        assert_eq!(event.hash, hash_of(TOWN, event));
        previous_hash = &event.hash;
    }
}
