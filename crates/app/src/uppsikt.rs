//! The application: one store, and the cities that are built from it.

use crate::act::ActError;
use crate::city::City;
use crate::finding;
use crate::outside::Outside;
use crate::review;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use thiserror::Error;
use uppsikt_domain::registry::{Id, Municipality};
use uppsikt_domain::structure::Structure;
use uppsikt_messages::{Lang, Message};
use uppsikt_reading::{HouseStyle, StyleError};
use uppsikt_store::{Head, MunicipalityEntry, Store, StoreError};

/// Why the application has no answer.
#[derive(Debug, Error)]
pub enum AppError {
    /// Storage failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The house style that is stored cannot be used.
    #[error(transparent)]
    Style(#[from] StyleError),
    /// The file that describes a municipality does not hold together: everything that is wrong.
    #[error("kommun.toml does not hold together")]
    MunicipalityFile(Vec<Message>),
    /// An act came to nothing.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl AppError {
    /// The messages for a user.
    pub fn messages(&self, lang: Lang) -> Vec<String> {
        match self {
            AppError::MunicipalityFile(all) => all.iter().map(|message| message.in_lang(lang)).collect(),
            AppError::Act(ActError::Refused(message)) => vec![message.in_lang(lang)],
            AppError::Style(error) => vec![error.message().in_lang(lang)],
            AppError::Store(error) | AppError::Act(ActError::Store(error)) => {
                vec![Message::new("cli-database-failed").with("why", error.to_string()).in_lang(lang)]
            }
        }
    }
}

/// More events than this, and the city is built anew.
const EVENTS_LOOKED_THROUGH: u32 = 64;

/// A city and the event that dates it.
type Dated = (Option<Head>, Arc<City>);

/// The application. Keeps nothing that is true: cities are copies, dated by an event.
#[derive(Debug)]
pub struct Uppsikt {
    store: Store,
    outside: Outside,
    cities: Mutex<HashMap<Id, Dated>>,
}

impl Uppsikt {
    /// Opens a database and brings its schema up to date.
    ///
    /// # Errors
    /// When the database cannot be reached or its schema cannot be brought up to date.
    pub async fn open(url: &str, outside: Outside) -> Result<Uppsikt, AppError> {
        Uppsikt::over(Store::open(url).await?, outside).await
    }

    /// Over a store that is open; its schema is brought up to date.
    ///
    /// # Errors
    /// When the schema cannot be brought up to date.
    pub async fn over(store: Store, outside: Outside) -> Result<Uppsikt, AppError> {
        store.migrate(outside.now()).await?;
        Ok(Uppsikt { store, outside, cities: Mutex::default() })
    }

    /// The store, for acts.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The time and new identities.
    pub fn outside(&self) -> &Outside {
        &self.outside
    }

    /// All municipalities, by name.
    ///
    /// # Errors
    /// When storage fails.
    pub async fn municipalities(&self) -> Result<Vec<MunicipalityEntry>, AppError> {
        Ok(self.store.municipalities().await?)
    }

    /// A municipality as it stands. `None`: there is no such municipality.
    ///
    /// # Errors
    /// When storage fails or the stored house style cannot be used.
    pub async fn city(&self, slug: &str) -> Result<Option<Arc<City>>, AppError> {
        let Some(entry) = self.store.municipality(slug).await? else { return Ok(None) };
        let head = self.store.head(entry.id).await?;
        match self.known(entry.id, head.as_ref()) {
            Some(city) => Ok(Some(city)),
            None => match self.still_so(entry.id, head.as_ref()).await? {
                Some(city) => Ok(Some(city)),
                None => self.build(entry.id).await,
            },
        }
    }

    fn known(&self, id: Id, head: Option<&Head>) -> Option<Arc<City>> {
        let cities = self.cities.lock().unwrap_or_else(PoisonError::into_inner);
        let (dated, city) = cities.get(&id)?;
        let fresh = dated.as_ref() == head && city.seen_from == self.today();
        fresh.then(|| Arc::clone(city))
    }

    /// The known city, when all that has been done since is the deciding of reviews, which
    /// changes nothing that pages show, or judging findings, for which no rule is asked again.
    async fn still_so(&self, id: Id, head: Option<&Head>) -> Result<Option<Arc<City>>, AppError> {
        let Some(head) = head else { return Ok(None) };
        let dated = self.cities.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        let Some((Some(before), city)) = dated else { return Ok(None) };
        let since = head.sequence.saturating_sub(before.sequence);
        if city.seen_from != self.today() || since > EVENTS_LOOKED_THROUGH {
            return Ok(None);
        }
        let events = self.store.events(id, before.sequence, since).await?;
        let chained = events.first().is_some_and(|event| event.previous_hash == before.hash)
            && events.last().is_some_and(|event| event.hash == head.hash);
        let marking = |act: &str| finding::MARKS.contains(&act);
        let leaving = |act: &str| marking(act) || review::LEAVES_THE_CITY.contains(&act);
        if !chained || !events.iter().all(|event| leaving(&event.act)) {
            return Ok(None);
        }
        let marked = events.iter().any(|event| marking(&event.act));
        let city = if marked { self.marked(id, &city).await? } else { city };
        let mut cities = self.cities.lock().unwrap_or_else(PoisonError::into_inner);
        cities.insert(id, (Some(head.clone()), Arc::clone(&city)));
        Ok(Some(city))
    }

    /// The same city with what people say of its findings now. It may be newer than the event
    /// that the city is dated by; then the next look brings nothing else.
    async fn marked(&self, id: Id, city: &City) -> Result<Arc<City>, AppError> {
        Ok(Arc::new(city.with_marks(self.store.finding_marks(id).await?)))
    }

    async fn build(&self, id: Id) -> Result<Option<Arc<City>>, AppError> {
        let Some(loaded) = self.store.load(id).await? else { return Ok(None) };
        let structure = structure_of(&loaded.data.municipality)?;
        let city = Arc::new(City::new(loaded.data, structure, self.today()).with_marks(loaded.marks));
        let mut cities = self.cities.lock().unwrap_or_else(PoisonError::into_inner);
        cities.insert(id, (loaded.head, Arc::clone(&city)));
        Ok(Some(city))
    }

    fn today(&self) -> chrono::NaiveDate {
        // Swedish summer time ends and begins at night: a day's length from UTC is never
        // more than two hours off, and documents are dated by days.
        (self.outside.now() + chrono::Duration::hours(1)).date_naive()
    }
}

/// The municipality's house style, with what people have added to it.
///
/// # Errors
/// When the stored text is no style.
pub fn style_of(municipality: &Municipality) -> Result<HouseStyle, StyleError> {
    Ok(own_style_of(municipality)?.with_additions(&municipality.additions))
}

/// The house style of the municipality's file; the standard one where it has none of its own.
pub(crate) fn own_style_of(municipality: &Municipality) -> Result<HouseStyle, StyleError> {
    if municipality.style.trim().is_empty() {
        return Ok(HouseStyle::standard());
    }
    HouseStyle::from_toml(&municipality.style)
}

/// A house style that a person hands in: what names no rule or limit is told before it is used.
///
/// # Errors
/// Everything that is wrong with it.
pub fn usable_style(text: &str) -> Result<HouseStyle, Vec<Message>> {
    let style = HouseStyle::from_toml(text).map_err(|error| vec![error.message()])?;
    let problems = uppsikt_rules::settings::problems(&style.rules);
    if problems.is_empty() { Ok(style) } else { Err(problems) }
}

/// The municipality's scale, statement, limits and rules, those of its bodies too.
///
/// # Errors
/// When the stored text is no style.
pub fn structure_of(municipality: &Municipality) -> Result<Structure, StyleError> {
    let own = municipality
        .bodies
        .iter()
        .filter_map(|body| Some((body.name.clone(), body.deviation_threshold_tkr?)));
    let mut structure = style_of(municipality)?.structure();
    structure.deviation_thresholds_tkr.extend(own);
    structure.rules = municipality.rules.clone().over(&structure.rules);
    Ok(structure)
}
