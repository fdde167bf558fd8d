//! What an address says before the page itself: the municipality and the year.

use crate::cities::{Editing, Site};
use crate::language::Visit;
use crate::refusal::Refusal;
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use std::sync::Arc;
use uppsikt_app::city::City;

/// A page of a municipality: `/{m}/…`.
pub struct InCity {
    /// Who visits.
    pub visit: Visit,
    /// The municipality.
    pub city: Arc<City>,
    /// Who may change things, where somebody may.
    pub editing: Option<Editing>,
}

/// A page of a municipality and a year: `/{m}/{year}/…`.
pub struct InYear {
    /// Who visits.
    pub visit: Visit,
    /// The municipality.
    pub city: Arc<City>,
    /// The nearest year that there is to the one that was asked for.
    pub year: i32,
    /// The year that was asked for.
    pub asked: i32,
    /// Who may change things, where somebody may.
    pub editing: Option<Editing>,
}

/// A page on which something is changed. Only where there is an editor.
pub struct InReview {
    /// Who visits, and the municipality.
    pub at: InCity,
    /// Who may change things.
    pub editing: Editing,
}

async fn param(parts: &mut Parts, site: &Site, name: &str) -> Result<String, Refusal> {
    let params = RawPathParams::from_request_parts(parts, site).await.map_err(|_| Refusal::NotFound)?;
    let found = params.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| value.to_owned()).ok_or(Refusal::NotFound)
}

impl FromRequestParts<Site> for InCity {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Refusal> {
        let slug = param(parts, site, "m").await?;
        let city = site.city(&slug).await?;
        let visit = match Visit::from_request_parts(parts, site).await {
            Ok(visit) => visit,
            Err(never) => match never {},
        };
        Ok(InCity { visit, city, editing: site.editing().cloned() })
    }
}

impl FromRequestParts<Site> for InYear {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Refusal> {
        let asked = param(parts, site, "year").await?.parse().map_err(|_| Refusal::NotFound)?;
        let InCity { visit, city, editing } = InCity::from_request_parts(parts, site).await?;
        let year = city.nearest_year(asked).ok_or(Refusal::NotFound)?;
        Ok(InYear { visit, city, year, asked, editing })
    }
}

impl FromRequestParts<Site> for InReview {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Refusal> {
        let at = InCity::from_request_parts(parts, site).await?;
        let editing = at.editing.clone().ok_or(Refusal::NotEditing)?;
        Ok(InReview { at, editing })
    }
}
