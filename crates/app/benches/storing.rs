//! Storing and loading a budget of 58 pages, on SQLite in a file.
#![allow(clippy::unwrap_used)]

use divan::Bencher;
use std::sync::atomic::{AtomicI32, Ordering};
use tokio::runtime::Runtime;
use uppsikt_app::document::import::{Import, Imported, import};
use uppsikt_app::municipality::file::MunicipalityFile;
use uppsikt_app::municipality::found::found;
use uppsikt_app::outside::Outside;
use uppsikt_app::rights::Actor;
use uppsikt_domain::registry::Id;
use uppsikt_testkit::budget::BudgetSketch;
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::pen::bytes_of;
use uppsikt_testkit::town::EKBY;

fn main() {
    divan::main();
}

struct Town {
    runtime: Runtime,
    database: TestStore,
    outside: Outside,
    id: Id,
}

impl Town {
    fn founded() -> Town {
        let runtime = Runtime::new().expect("a runtime");
        let outside = Outside::real();
        let file = MunicipalityFile::parse(EKBY).expect("the town's file holds together");
        let (database, id) = runtime.block_on(async {
            let database = TestStore::sqlite().await.expect("a database");
            let founded = found(&database.store, &outside, &Actor::operator(), &file, "").await;
            (database, founded.expect("a town").id)
        });
        Town { runtime, database, outside, id }
    }

    fn import(&self, sketch: &BudgetSketch) -> Imported {
        let (document, structure) = (sketch.document(), sketch.structure());
        let bytes = bytes_of(&document);
        let what =
            Import { municipality: self.id, document: &document, bytes: &bytes, structure: &structure };
        let actor = Actor::operator();
        let imported = import(&self.database.store, &self.outside, &actor, what);
        self.runtime.block_on(imported).expect("imported")
    }
}

fn large(year: i32) -> BudgetSketch {
    BudgetSketch::large("Fritidsnämnden", year)
}

#[divan::bench(sample_count = 20)]
fn import_58_pages(bencher: Bencher) {
    let town = Town::founded();
    let year = AtomicI32::new(2026);
    bencher.bench_local(|| town.import(&large(year.fetch_add(1, Ordering::Relaxed))));
}

#[divan::bench(sample_count = 20)]
fn import_58_pages_again(bencher: Bencher) {
    let town = Town::founded();
    town.import(&large(2026));
    bencher.bench_local(|| town.import(&large(2026)));
}

#[divan::bench(sample_count = 20)]
fn import_58_pages_with_one_other_figure(bencher: Bencher) {
    let town = Town::founded();
    let mut sketch = large(2026);
    town.import(&sketch);
    bencher.bench_local(|| {
        sketch.budget_areas[0].1 += 1;
        town.import(&sketch)
    });
}

#[divan::bench(sample_count = 20, args = [1, 10])]
fn load(bencher: Bencher, documents: i32) {
    let town = Town::founded();
    (0..documents).for_each(|year| {
        town.import(&large(2020 + year));
    });
    bencher.bench_local(|| town.runtime.block_on(town.database.store.load(town.id)).expect("loaded"));
}

#[divan::bench]
fn head(bencher: Bencher) {
    let town = Town::founded();
    bencher.bench_local(|| town.runtime.block_on(town.database.store.head(town.id)).expect("a head"));
}
