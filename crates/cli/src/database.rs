//! Which database: `--data DIR`, else `--database-url` or `DATABASE_URL`.

use crate::output;
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use uppsikt_app::city::City;
use uppsikt_app::outside::Outside;
use uppsikt_app::{AppError, Uppsikt};
use uppsikt_messages::{Lang, Message};

/// The embedded database in its folder.
const FILE: &str = "uppsikt.sqlite";

/// The address of the database that the words name. A folder that is named wins over
/// `DATABASE_URL` from the environment; both on the command line: the address wins.
pub fn address(given: &ArgMatches) -> std::io::Result<Option<String>> {
    let typed = given.value_source("database-url") == Some(ValueSource::CommandLine);
    let url = given.get_one::<String>("database-url").filter(|url| !url.is_empty());
    match (given.get_one::<PathBuf>("data"), url) {
        (_, Some(url)) if typed => Ok(Some(url.clone())),
        (Some(folder), _) => embedded(folder).map(Some),
        (None, url) => Ok(url.cloned()),
    }
}

/// Whether the words or the environment name a database.
pub fn is_named(given: &ArgMatches) -> bool {
    let url = given.get_one::<String>("database-url").is_some_and(|url| !url.is_empty());
    url || given.get_one::<PathBuf>("data").is_some()
}

/// The address of the embedded database in a folder, which is made if it is missing.
pub fn embedded(folder: &Path) -> std::io::Result<String> {
    std::fs::create_dir_all(folder)?;
    Ok(format!("sqlite://{}?mode=rwc", folder.join(FILE).display()))
}

/// Opens the named database, which must be there: to print from, not to begin.
pub async fn open_existing(given: &ArgMatches, outside: Outside, lang: Lang) -> Option<Uppsikt> {
    let folder = given
        .get_one::<PathBuf>("data")
        .filter(|_| given.value_source("database-url") != Some(ValueSource::CommandLine));
    if folder.is_some_and(|folder| !folder.join(FILE).exists()) {
        None
    } else {
        open(given, outside, lang).await
    }
}

/// Opens the named database. `None`: it cannot be opened, and that is told.
pub async fn open(given: &ArgMatches, outside: Outside, lang: Lang) -> Option<Uppsikt> {
    let address = match address(given) {
        Ok(Some(address)) => address,
        Ok(None) => {
            output::tell(&Message::new("cli-import-no-place"), lang);
            return None;
        }
        Err(error) => {
            let path = given.get_one::<PathBuf>("data").map(|path| path.display().to_string());
            let message = Message::new("cli-write-failed")
                .with("path", path.unwrap_or_default())
                .with("why", error.to_string());
            output::tell(&message, lang);
            return None;
        }
    };
    Uppsikt::open(&address, outside).await.map_err(|error| tell(&error, lang)).ok()
}

/// The named municipality; without a name the only one that there is.
pub async fn city(app: &Uppsikt, wanted: Option<&String>, lang: Lang) -> Result<Arc<City>, Message> {
    let told =
        |error: AppError| Message::new("cli-database-failed").with("why", error.messages(lang).join(" "));
    let mut all = app.municipalities().await.map_err(told)?;
    if let Some(name) = wanted {
        all.retain(|entry| entry.name == *name || entry.slug == *name);
    }
    let [only] = all.as_slice() else {
        let names: Vec<&str> = all.iter().map(|entry| entry.name.as_str()).collect();
        let which = || Message::new("cli-publish-which").with("municipalities", names.join(", "));
        return Err(if all.is_empty() { Message::new("cli-publish-empty") } else { which() });
    };
    app.city(&only.slug).await.map_err(told)?.ok_or_else(|| Message::new("cli-publish-empty"))
}

/// Tells why the application has no answer.
pub fn tell(error: &AppError, lang: Lang) {
    error.messages(lang).iter().for_each(|message| eprintln!("{message}"));
}

/// Runs work that waits for a database or the network.
pub fn wait<T>(work: impl Future<Output = T>) -> std::io::Result<T> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work))
}
