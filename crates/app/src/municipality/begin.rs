//! Founding the first municipality of an installation, of which no more than the name is known.

use super::file::MunicipalityFile;
use super::found::make;
use crate::act::{ActError, refused};
use crate::outside::Outside;
use crate::rights::{Actor, Verb, require};
use uppsikt_store::Store;

/// A longer name is none.
const LONGEST: usize = 100;

/// Founds the first municipality by its name and gives its slug; the rest comes with its documents.
///
/// Refused where there is a municipality already, without a name, and to those who may not import.
pub async fn begin(store: &Store, outside: &Outside, actor: &Actor, name: &str) -> Result<String, ActError> {
    require(actor, Verb::ImportDocument)?;
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let file = MunicipalityFile::named(&name);
    if file.slug.is_empty() || name.chars().count() > LONGEST {
        return Err(refused("act-municipality-nameless"));
    }
    if !store.municipalities().await?.is_empty() {
        return Err(refused("act-municipality-begun"));
    }
    make(store, outside, actor, &file, "").await?;
    Ok(file.slug)
}
