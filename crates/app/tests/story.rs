//! One story, told on every database: a municipality is founded, a budget comes in, comes
//! in again, and comes in with three other figures.
#![allow(clippy::unwrap_used)]

use uppsikt_app::act::ActError;
use uppsikt_app::document::import::{Import, Imported, Outcome, import};
use uppsikt_app::events::{Chain, verify};
use uppsikt_app::municipality::file::MunicipalityFile;
use uppsikt_app::municipality::found::found;
use uppsikt_app::municipality::revise::revise;
use uppsikt_app::outside::Outside;
use uppsikt_app::rights::{Actor, Role};
use uppsikt_domain::document::{CaseHead, Document, DocumentKind};
use uppsikt_domain::lineage::Relation;
use uppsikt_domain::registry::{CityData, Id};
use uppsikt_store::{Loaded, Store, StoreError};
use uppsikt_testkit::budget::BudgetSketch;
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::{counting_ids, fixed_now};
use uppsikt_testkit::pen::bytes_of;
use uppsikt_testkit::town::EKBY;

/// A town on a store, and what acts need.
struct Town {
    store: Store,
    outside: Outside,
    id: Id,
}

impl Town {
    async fn founded(store: &Store) -> Town {
        let outside = Outside::new(fixed_now, counting_ids());
        let file = MunicipalityFile::parse(EKBY).unwrap();
        let founded = found(store, &outside, &Actor::operator(), &file, "style = 1\n").await.unwrap();
        assert_eq!(founded.head.sequence, 1);
        Town { store: store.clone(), outside, id: founded.id }
    }

    async fn import(&self, sketch: &BudgetSketch) -> Result<Imported, ActError> {
        self.import_as(&Actor::operator(), sketch, &sketch.document()).await
    }

    async fn import_as(
        &self,
        actor: &Actor,
        sketch: &BudgetSketch,
        document: &Document,
    ) -> Result<Imported, ActError> {
        let (bytes, structure) = (bytes_of(document), sketch.structure());
        let what = Import { municipality: self.id, document, bytes: &bytes, structure: &structure };
        import(&self.store, &self.outside, actor, what).await
    }

    async fn load(&self) -> Loaded {
        self.store.load(self.id).await.unwrap().unwrap()
    }

    async fn events(&self) -> u32 {
        self.store.head(self.id).await.unwrap().map_or(0, |head| head.sequence)
    }
}

#[tokio::test]
async fn the_story_ends_the_same_on_every_database() {
    let mut ends: Vec<CityData> = Vec::new();
    for database in TestStore::all().await.unwrap() {
        println!("the story on {:?}", database.store.backend());
        ends.push(tell(&database.store).await);
        database.remove().await.unwrap();
    }
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]));
}

async fn tell(store: &Store) -> CityData {
    let town = Town::founded(store).await;
    what_the_file_says_is_kept(&town).await;
    let first = BudgetSketch::small("Fritidsnämnden", 2026);
    a_budget_comes_in(&town, &first).await;
    the_same_bytes_change_nothing(&town, &first).await;
    let newer = three_other_figures(&first);
    exactly_those_three_differ(&town, &newer).await;
    an_older_version_changes_nothing(&town, &first).await;
    what_is_not_allowed_leaves_no_event(&town, &newer).await;
    a_budget_of_an_unknown_body_brings_what_it_names(&town).await;
    the_chain_is_whole(&town).await;
    a_newer_file_changes_what_differs(&town).await;
    town.load().await.data
}

async fn what_the_file_says_is_kept(town: &Town) {
    let data = town.load().await.data;
    assert_eq!(data.municipality.name, "Ekby kommun");
    assert_eq!(data.municipality.style, "style = 1\n");
    assert_eq!(data.municipality.statistical_areas, ["Centrum", "Åsen"]);
    let bodies: Vec<&str> = data.municipality.bodies.iter().map(|body| body.slug.as_str()).collect();
    assert_eq!(bodies, ["kommunfullmaktige", "fritidsnamnden", "skolnamnden"]);
    assert_eq!(data.municipality.bodies[1].deviation_threshold_tkr, Some(300));
    assert_eq!(data.goals.len(), 3);
    assert_eq!(data.goals[0].decision.as_ref(), Some(&data.decisions[0]));
    assert_eq!(data.decisions.len(), 2, "a decision that made two goals is kept once");
    assert_eq!(data.goal_statuses.len(), 1);
    let relations: Vec<Relation> = data.lineage.iter().map(|edge| edge.relation).collect();
    assert_eq!(relations, [Relation::Continues, Relation::Dropped]);
    assert_eq!(data.lineage[1].to, None);
}

async fn a_budget_comes_in(town: &Town, sketch: &BudgetSketch) {
    let imported = town.import(sketch).await.unwrap();
    assert_eq!(imported.slug, "namndsbudget-fritidsnamnden-2026");
    assert_eq!((imported.version, imported.outcome), (1, Outcome::New));
    assert_eq!(imported.goals_added, ["Fler unga är med i en förening"], "the registry has the other one");
    assert_eq!(imported.bodies_added, Vec::<String>::new());
    assert_eq!(imported.diff.same + imported.diff.different.len() + imported.diff.gone.len(), 0);

    let data = town.load().await.data;
    let stored = &data.documents[0];
    assert_eq!(*stored.document, sketch.document());
    assert_eq!(stored.facts.len(), imported.diff.new.len());
    for claim in &stored.claims {
        let printed = stored.document.printed(&claim.span);
        assert!(printed.contains(&claim.wording), "{} is not in {printed}", claim.wording);
    }
    let numbers: Vec<u32> = stored.claims.iter().map(|claim| claim.number).collect();
    let named = stored.facts.iter().flat_map(|fact| fact.claims.iter().chain(&fact.contradicted_by));
    assert!(stored.facts.iter().all(|fact| !fact.claims.is_empty()));
    assert!(named.into_iter().all(|claim| numbers.contains(claim)));
    let added = data.goals.iter().find(|goal| goal.name == imported.goals_added[0]).unwrap();
    assert_eq!((added.from_year, added.to_year, added.agenda_2030.as_slice()), (2026, 2026, &[4_u8][..]));
    assert_eq!(added.area, Some(data.goal_areas[0].area));
}

async fn the_same_bytes_change_nothing(town: &Town, sketch: &BudgetSketch) {
    let (before, events) = (town.load().await, town.events().await);
    let imported = town.import(sketch).await.unwrap();
    assert_eq!((imported.version, imported.outcome), (1, Outcome::Unchanged));
    assert_eq!(town.load().await, before);
    assert_eq!(town.events().await, events);
}

fn three_other_figures(first: &BudgetSketch) -> BudgetSketch {
    let mut newer = first.clone();
    newer.statement[1].3 = -72_800;
    newer.statement[2].3 = -42_100;
    newer.budget_areas[0].1 = -30_500;
    newer
}

async fn exactly_those_three_differ(town: &Town, newer: &BudgetSketch) {
    let facts_before = town.load().await.data.documents[0].facts.len();
    let imported = town.import(newer).await.unwrap();
    assert_eq!((imported.version, imported.outcome), (2, Outcome::NewVersion));
    let changes: Vec<(&str, &str, &str)> = imported
        .diff
        .different
        .iter()
        .map(|changed| (changed.key.of.as_str(), changed.was.as_str(), changed.is.as_str()))
        .collect();
    let expected = [
        ("Bibliotek", "-31000", "-30500"),
        ("total_other", "-42600", "-42100"),
        ("total_staff", "-72300", "-72800"),
    ];
    assert_eq!(changes, expected);
    assert!(imported.diff.new.is_empty() && imported.diff.gone.is_empty());
    assert_eq!(imported.diff.same, facts_before - 3);

    let stored = &town.load().await.data.documents[0];
    assert_eq!((stored.version, stored.facts.len()), (2, facts_before));
    assert_eq!(*stored.document, newer.document());
    let versions = town.store.document_versions(town.id, &imported.slug).await.unwrap();
    assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [1, 2]);
    let source = town.store.source_bytes(town.id, &imported.slug, 2).await.unwrap().unwrap();
    assert_eq!(source.bytes, bytes_of(&newer.document()));
    assert_eq!(source.file, "budget-2026.txt");
}

async fn an_older_version_changes_nothing(town: &Town, first: &BudgetSketch) {
    let before = town.load().await;
    let imported = town.import(first).await.unwrap();
    assert_eq!((imported.version, imported.outcome), (1, Outcome::Unchanged));
    assert_eq!(town.load().await, before);
}

async fn what_is_not_allowed_leaves_no_event(town: &Town, sketch: &BudgetSketch) {
    let before = town.load().await;
    let reader = Actor { name: "Läsaren".to_owned(), role: Role::Reader };
    let other = BudgetSketch { year: 2025, ..sketch.clone() };
    assert_eq!(refusal(town.import_as(&reader, &other, &other.document()).await), "act-not-allowed");
    let unknown = Document { kind: DocumentKind::Unknown, ..other.document() };
    let operator = Actor::operator();
    assert_eq!(refusal(town.import_as(&operator, &other, &unknown).await), "act-import-unknown-kind");
    let nobodys = Document { body: None, ..other.document() };
    assert_eq!(refusal(town.import_as(&operator, &other, &nobodys).await), "act-import-no-body");
    let yearless = Document { year: None, body: Some(Default::default()), ..other.document() };
    assert_eq!(refusal(town.import_as(&operator, &other, &yearless).await), "act-import-no-year");
    let file = MunicipalityFile::parse(EKBY).unwrap();
    assert_eq!(
        refusal(found(&town.store, &town.outside, &operator, &file, "").await),
        "act-municipality-exists"
    );
    assert_eq!(town.load().await, before);
}

fn refusal<T: std::fmt::Debug>(result: Result<T, ActError>) -> &'static str {
    match result {
        Err(ActError::Refused(message)) => message.key,
        other => panic!("not refused: {other:?}"),
    }
}

async fn a_budget_of_an_unknown_body_brings_what_it_names(town: &Town) {
    let mut sketch = BudgetSketch::small("Hamnnämnden", 2027);
    sketch.areas.push(("Hav".to_owned(), vec!["Bokbussen når hela kommunen".to_owned()]));
    let imported = town.import(&sketch).await.unwrap();
    assert_eq!(imported.bodies_added, ["Hamnnämnden"]);
    assert_eq!(imported.goal_areas_added, ["Hav"]);
    assert_eq!(imported.goals_added, ["Bokbussen når hela kommunen"]);
    let data = town.load().await.data;
    let hold_on = data.goals.iter().filter(|goal| goal.to_year == 2027).map(|goal| goal.name.as_str());
    let expected = ["Fler barn läser", "Fler unga är med i en förening", "Bokbussen når hela kommunen"];
    assert_eq!(hold_on.collect::<Vec<_>>(), expected);
    let again: Vec<_> = data.goals.iter().filter(|goal| goal.slug == "bokbussen").collect();
    assert_eq!(again.len(), 2, "the same goal in another year is the same identity");
    assert_eq!(again[0].goal, again[1].goal);
    assert_eq!(data.municipality.bodies.last().unwrap().slug, "hamnnamnden");
}

async fn the_chain_is_whole(town: &Town) {
    assert_eq!(verify(&town.store, town.id).await.unwrap(), Chain { sound: 4, broken_at: None });
    let events = town.store.events(town.id, 0, 10).await.unwrap();
    let acts: Vec<&str> = events.iter().map(|event| event.act.as_str()).collect();
    assert_eq!(acts, ["municipality.found", "document.import", "document.import", "document.import"]);
    let payload: serde_json::Value = serde_json::from_str(&events[2].payload).unwrap();
    assert_eq!(payload["facts"]["different"], 3);
    assert_eq!(payload["document"], "namndsbudget-fritidsnamnden-2026");
    assert!(events.iter().all(|event| event.who == "operator" && event.recorded_at == fixed_now()));
}

async fn revised(town: &Town, text: &str) -> Vec<String> {
    let file = MunicipalityFile::parse(text).unwrap();
    let style = "style = 1\n";
    revise(&town.store, &town.outside, &Actor::operator(), town.id, &file, style).await.unwrap()
}

async fn a_newer_file_changes_what_differs(town: &Town) {
    let (before, events) = (town.load().await, town.events().await);
    assert_eq!(revised(town, EKBY).await, Vec::<String>::new());
    assert_eq!(town.load().await, before, "what documents have added stays");
    assert_eq!(town.events().await, events);

    let newer = EKBY
        .replace("Ekby kommun", "Ekby stad")
        .replace("agenda_2030 = [4, 10]", "agenda_2030 = [4, 5]")
        .replace("name = \"Skolnämnden\"", "name = \"Utbildningsnämnden\"");
    assert_eq!(revised(town, &newer).await, ["name", "body skolnamnden", "goal lasning 2025"]);
    assert_eq!(revised(town, &newer).await, Vec::<String>::new());
    let data = town.load().await.data;
    assert_eq!(data.municipality.name, "Ekby stad");
    assert_eq!(data.municipality.bodies[2].name, "Utbildningsnämnden");
    let reading = data.goals.iter().find(|goal| goal.from_year == 2025).unwrap();
    assert_eq!((reading.agenda_2030.as_slice(), reading.to_year), (&[4_u8, 5][..], 2027));
    assert_eq!(data.goals.len(), before.data.goals.len());
    assert_eq!(town.events().await, events + 1);
}

#[tokio::test]
async fn a_file_that_comes_after_the_documents_takes_over_what_they_named() {
    for database in TestStore::all().await.unwrap() {
        let outside = Outside::new(fixed_now, counting_ids());
        let named = MunicipalityFile::named("Ekby");
        let founded = found(&database.store, &outside, &Actor::operator(), &named, "").await.unwrap();
        let town = Town { store: database.store.clone(), outside, id: founded.id };
        town.import(&BudgetSketch::small("Fritidsnämnden", 2026)).await.unwrap();
        let before = town.load().await.data;
        revised(&town, EKBY).await;
        let data = town.load().await.data;
        let slugs: Vec<&str> = data.municipality.bodies.iter().map(|body| body.slug.as_str()).collect();
        assert_eq!(slugs, ["kommunfullmaktige", "fritidsnamnden", "skolnamnden"]);
        let reading: Vec<_> = data.goals.iter().filter(|goal| goal.slug == "lasning").collect();
        assert_eq!(reading.len(), 2);
        assert_eq!(reading[0].goal, before.goals[0].goal, "the identity lasts");
        assert_eq!(data.goals.iter().filter(|goal| goal.name == "Fler barn läser").count(), 1);
        assert_eq!(
            town.import(&BudgetSketch::small("FN", 2025)).await.unwrap().slug,
            "namndsbudget-fritidsnamnden-2025"
        );
        drop(town);
        database.remove().await.unwrap();
    }
}

#[tokio::test]
async fn a_change_that_is_dropped_leaves_nothing() {
    for database in TestStore::all().await.unwrap() {
        let town = Town::founded(&database.store).await;
        let before = town.load().await;
        let write = town.store.write(town.id).await.unwrap();
        write.put_body(Id(900), 9, &Default::default()).await.unwrap();
        drop(write);
        assert_eq!(town.load().await, before);
        database.remove().await.unwrap();
    }
}

#[tokio::test]
async fn another_municipalitys_rows_can_neither_be_pointed_to_nor_seen() {
    for database in TestStore::all().await.unwrap() {
        let ekby = Town::founded(&database.store).await;
        let area = ekby.load().await.data.goal_areas[0].clone();
        let outside = Outside::new(fixed_now, || Id(7_000));
        let file = MunicipalityFile::named("Åby kommun");
        let aby = found(&database.store, &outside, &Actor::operator(), &file, "").await.unwrap();
        let write = database.store.write(aby.id).await.unwrap();
        let pointed = write.put_goal_area_version(&area).await;
        assert!(matches!(pointed, Err(StoreError::Dangling { .. })), "{pointed:?}");
        drop(write);
        let data = database.store.load(aby.id).await.unwrap().unwrap().data;
        assert_eq!((data.goals.len(), data.goal_areas.len(), data.municipality.bodies.len()), (0, 0, 0));
        assert_eq!(database.store.municipalities().await.unwrap().len(), 2);
        database.remove().await.unwrap();
    }
}

#[tokio::test]
async fn a_contradicted_figure_keeps_both_claims() {
    let database = TestStore::sqlite().await.unwrap();
    let town = Town::founded(&database.store).await;
    let mut sketch = BudgetSketch::small("Fritidsnämnden", 2026);
    sketch.budget_areas.push(("Bibliotek".to_owned(), -29_999));
    town.import(&sketch).await.unwrap();
    let data = town.load().await.data;
    let facts = &data.documents[0].facts;
    let library = facts.iter().find(|fact| fact.key.of == "Bibliotek").unwrap();
    assert_eq!(
        (library.value.as_str(), library.claims.len(), library.contradicted_by.len()),
        ("-31000", 1, 1)
    );
    database.remove().await.unwrap();
}

#[tokio::test]
async fn a_case_brings_no_body_with_it() {
    let database = TestStore::sqlite().await.unwrap();
    let town = Town::founded(&database.store).await;
    let sketch = BudgetSketch::small("Fritidsnämndens arbetsutskott", 2026);
    let head =
        CaseHead { number: "FN-2026-12".to_owned(), title: "Ny läktare".to_owned(), ..CaseHead::default() };
    let case = Document { kind: DocumentKind::Case, case: Some(head), year: None, ..sketch.document() };
    let imported = town.import_as(&Actor::operator(), &sketch, &case).await.unwrap();
    assert_eq!(imported.slug, "arende-fn-2026-12");
    assert_eq!(imported.bodies_added, Vec::<String>::new());
    let data = town.load().await.data;
    assert_eq!((data.municipality.bodies.len(), data.documents.len()), (3, 1));
    database.remove().await.unwrap();
}

#[tokio::test]
async fn bytes_that_are_read_better_give_a_new_version() {
    let database = TestStore::sqlite().await.unwrap();
    let town = Town::founded(&database.store).await;
    let sketch = BudgetSketch::small("Fritidsnämnden", 2026);
    town.import(&sketch).await.unwrap();
    let mut better = sketch.document();
    better.lines[0].by = "a better pattern".to_owned();
    let imported = town.import_as(&Actor::operator(), &sketch, &better).await.unwrap();
    assert_eq!((imported.version, imported.outcome), (2, Outcome::NewVersion));
    assert!(imported.diff.different.is_empty() && imported.diff.new.is_empty());
    database.remove().await.unwrap();
}

#[tokio::test]
async fn two_programs_may_import_at_once() {
    for database in TestStore::all().await.unwrap() {
        let town = std::sync::Arc::new(Town::founded(&database.store).await);
        let years = 2020..2028;
        let tasks: Vec<_> = years
            .map(|year| {
                let town = std::sync::Arc::clone(&town);
                tokio::spawn(async move { town.import(&BudgetSketch::small("Fritidsnämnden", year)).await })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.unwrap().unwrap().outcome, Outcome::New);
        }
        assert_eq!(verify(&town.store, town.id).await.unwrap(), Chain { sound: 9, broken_at: None });
        assert_eq!(town.load().await.data.documents.len(), 8);
        drop(town);
        database.remove().await.unwrap();
    }
}

#[tokio::test]
async fn the_example_municipality_is_founded_whole() {
    let database = TestStore::sqlite().await.unwrap();
    let outside = Outside::new(fixed_now, counting_ids());
    let text = include_str!("../../../examples/almkoping/kommun.toml");
    let file = MunicipalityFile::parse(text).unwrap();
    let founded = found(&database.store, &outside, &Actor::operator(), &file, "").await.unwrap();
    let data = database.store.load(founded.id).await.unwrap().unwrap().data;
    assert_eq!(data.municipality.bodies, file.bodies);
    assert_eq!(data.municipality.statistical_areas.len(), 14);
    assert_eq!(data.goals.iter().filter(|goal| goal.from_year == 2023).count(), 8);
    assert_eq!(data.goals.iter().filter(|goal| (goal.from_year..=goal.to_year).contains(&2026)).count(), 10);
    assert_eq!(data.lineage.len(), file.lineage.len());
    assert_eq!(data.goal_statuses.len(), file.goal_statuses.len());
    database.remove().await.unwrap();
}
