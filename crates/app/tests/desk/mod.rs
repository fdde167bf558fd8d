//! What the tests of reviews have in common.
#![allow(dead_code)]

pub mod harbour;

use std::sync::Arc;
use uppsikt_app::act::ActError;
use uppsikt_app::archive::{self, InputFile};
use uppsikt_app::city::City;
use uppsikt_app::document::import::Import;
use uppsikt_app::outside::Outside;
use uppsikt_app::review::Verdict;
use uppsikt_app::review::decide::{Decision, Which, decide};
use uppsikt_app::review::finish::{Finished, finish};
use uppsikt_app::review::open::open;
use uppsikt_app::review::rows::Row;
use uppsikt_app::review::view::{ReviewView, review_view};
use uppsikt_app::rights::{Actor, Role};
use uppsikt_app::{Uppsikt, example, structure_of, style_of};
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::{Municipality, StoredDocument};
use uppsikt_domain::structure::Structure;
use uppsikt_reading::HouseStyle;
use uppsikt_testkit::databases::TestStore;
use uppsikt_testkit::outside::{counting_ids, ticking};

/// Somebody at work with reviews.
pub struct Desk {
    pub app: Uppsikt,
    pub municipality: Municipality,
    pub structure: Structure,
    pub style: HouseStyle,
    pub editor: Actor,
}

impl Desk {
    /// In the example municipality, of which no documents are stored yet.
    pub async fn on(store: &TestStore) -> Desk {
        Desk::of(store, Some(example::municipality_file())).await
    }

    /// In a municipality of which nothing but what documents tell is known, without a file.
    pub async fn of(store: &TestStore, file: Option<&str>) -> Desk {
        let outside = Outside::new(ticking(), counting_ids());
        let app = Uppsikt::over(store.store.clone(), outside).await.unwrap();
        let municipality = app.municipality_for(file, None, None, "Almköping").await.unwrap();
        let structure = structure_of(&municipality).unwrap();
        let style = style_of(&municipality).unwrap();
        let editor = Actor { name: "Kontroll".into(), role: Role::Controller };
        Desk { app, municipality, structure, style, editor }
    }

    pub fn read(&self, file: &InputFile) -> Document {
        archive::read(file, &self.style).unwrap()
    }

    pub async fn open_as(&self, actor: &Actor, file: &InputFile) -> Result<u32, ActError> {
        let document = self.read(file);
        let what = Import {
            municipality: self.municipality.id,
            document: &document,
            bytes: &file.bytes,
            structure: &self.structure,
        };
        open(self.app.store(), self.app.outside(), actor, what).await
    }

    pub async fn open(&self, file: &InputFile) -> u32 {
        self.open_as(&self.editor, file).await.unwrap()
    }

    pub async fn view(&self, number: u32) -> ReviewView {
        let found = self.app.store().reviewing(self.municipality.id, number).await.unwrap().unwrap();
        review_view(&found, found.review.document.as_ref(), &*self.city().await)
    }

    pub async fn decide(
        &self,
        number: u32,
        which: Which,
        verdict: Option<Verdict>,
    ) -> Result<usize, ActError> {
        let which = Decision { which, verdict };
        let city = self.city().await;
        decide(self.app.store(), self.app.outside(), &self.editor, (&city, number), &which).await
    }

    pub async fn accept_all(&self, number: u32) -> usize {
        self.decide(number, Which::All, Some(Verdict::Accepted)).await.unwrap()
    }

    pub async fn finish(&self, number: u32) -> Result<Finished, ActError> {
        let city = self.city().await;
        finish(self.app.store(), self.app.outside(), &self.editor, (&city, number)).await
    }

    /// The municipality as it stands.
    pub async fn city(&self) -> Arc<City> {
        self.app.city(&self.municipality.slug).await.unwrap().unwrap()
    }

    /// The rent of 2026 as pages of money show it.
    pub async fn rent(&self) -> Option<i64> {
        let city = self.app.city("almkoping").await.unwrap().unwrap();
        let money = city.money("kultur-och-fritidsnamnden", 2026);
        let plan = money.plan.unwrap();
        let key = plan.items().find(|(_, row)| row.label.text == "Lokal- och markhyror").unwrap().0;
        plan.budget(key).map(|amount| amount.tkr)
    }

    pub async fn document(&self) -> StoredDocument {
        let city = self.app.city("almkoping").await.unwrap().unwrap();
        city.document("namndsbudget-kultur-och-fritidsnamnden-2026").unwrap().clone()
    }

    pub async fn events(&self) -> Vec<String> {
        let all = self.app.store().events(self.municipality.id, 0, 100).await.unwrap();
        all.into_iter().map(|event| format!("{} {}", event.act, event.who)).collect()
    }
}

/// The example's budget of culture and leisure.
pub fn budget(year: i32) -> InputFile {
    example_file(&format!("kultur-och-fritidsnamnden-namndsbudget-{year}.md"))
}

/// A document of the example.
pub fn example_file(name: &str) -> InputFile {
    example::documents().into_iter().find(|file| file.name == name).unwrap()
}

/// All proposals in sections.
pub fn rows(view: &ReviewView) -> Vec<&Row> {
    view.groups.iter().flat_map(|group| &group.rows).collect()
}

/// Why an act came to nothing.
pub fn refusal<T: std::fmt::Debug>(result: Result<T, ActError>) -> &'static str {
    match result {
        Err(ActError::Refused(message)) => message.key,
        other => panic!("not refused: {other:?}"),
    }
}
