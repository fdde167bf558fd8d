//! Where pages get their municipality from.

use crate::refusal::Refusal;
use std::fmt::Display;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use uppsikt_app::Uppsikt;
use uppsikt_app::city::City;
use uppsikt_app::finding::compare::VersionEntry;
use uppsikt_app::rights::{Actor, Role};
use uppsikt_domain::document::Document;
use uppsikt_domain::registry::Id;

/// What a source of municipalities answers, some day: the error is for the log.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Box<dyn Display + Send + Sync>>> + Send + 'a>>;

/// A municipality in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityName {
    /// The stable word in addresses.
    pub slug: String,
    /// The name.
    pub name: String,
}

/// A source of municipalities as they stand.
pub trait Cities: Send + Sync + 'static {
    /// The municipality with a stable word, where there is one.
    fn city<'a>(&'a self, slug: &'a str) -> Answer<'a, Option<Arc<City>>>;

    /// All municipalities, by name.
    fn names(&self) -> Answer<'_, Vec<CityName>>;

    /// The versions of a document, oldest first.
    fn versions<'a>(&'a self, of: Id, document: &'a str) -> Answer<'a, Vec<VersionEntry>>;

    /// A version of a document as it was read, where there is one.
    fn version<'a>(&'a self, of: Id, document: &'a str, number: u32) -> Answer<'a, Option<Document>>;
}

/// Municipalities that do not change: for tests and for a site from files alone.
#[derive(Debug, Clone, Default)]
pub struct FixedCities(pub Vec<Arc<City>>);

impl Cities for FixedCities {
    fn city<'a>(&'a self, slug: &'a str) -> Answer<'a, Option<Arc<City>>> {
        let found = self.0.iter().find(|city| city.data.municipality.slug == slug).cloned();
        Box::pin(async move { Ok(found) })
    }

    fn names(&self) -> Answer<'_, Vec<CityName>> {
        let name = |city: &Arc<City>| {
            let municipality = &city.data.municipality;
            CityName { slug: municipality.slug.clone(), name: municipality.name.clone() }
        };
        let names = self.0.iter().map(name).collect();
        Box::pin(async move { Ok(names) })
    }

    fn versions<'a>(&'a self, _: Id, _: &'a str) -> Answer<'a, Vec<VersionEntry>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn version<'a>(&'a self, _: Id, _: &'a str, _: u32) -> Answer<'a, Option<Document>> {
        Box::pin(async { Ok(None) })
    }
}

/// Who may change things through the pages, and what they are changed with.
#[derive(Debug, Clone)]
pub struct Editing {
    /// The application.
    pub app: Arc<Uppsikt>,
    /// The one whose name stands in events.
    pub actor: Actor,
}

/// What every handler knows.
#[derive(Clone)]
pub struct Site {
    cities: Arc<dyn Cities>,
    editing: Option<Editing>,
}

impl Site {
    /// A site over a source of municipalities.
    pub fn new(cities: impl Cities) -> Self {
        Site { cities: Arc::new(cities), editing: None }
    }

    /// The same site, on which imports are reviewed by somebody with a name.
    pub fn with_editor(self, app: Arc<Uppsikt>, name: &str) -> Self {
        let actor = Actor { name: name.to_owned(), role: Role::Controller };
        Site { editing: Some(Editing { app, actor }), ..self }
    }

    /// Who may change things. Nobody: the site is only read.
    pub(crate) fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// The municipality with a stable word.
    pub(crate) async fn city(&self, slug: &str) -> Result<Arc<City>, Refusal> {
        let found = self.cities.city(slug).await.map_err(|error| Refusal::failed(&*error))?;
        found.ok_or(Refusal::NotFound)
    }

    /// The versions of a document, oldest first.
    pub(crate) async fn versions(&self, of: Id, document: &str) -> Result<Vec<VersionEntry>, Refusal> {
        self.cities.versions(of, document).await.map_err(|error| Refusal::failed(&*error))
    }

    /// A version of a document as it was read.
    pub(crate) async fn version(&self, of: Id, document: &str, number: u32) -> Result<Document, Refusal> {
        let found = self.cities.version(of, document, number).await;
        found.map_err(|error| Refusal::failed(&*error))?.ok_or(Refusal::NotFound)
    }

    /// All municipalities, by name.
    pub(crate) async fn names(&self) -> Result<Vec<CityName>, Refusal> {
        self.cities.names().await.map_err(|error| Refusal::failed(&*error))
    }
}
