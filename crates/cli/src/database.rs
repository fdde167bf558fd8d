//! Which database: `--data DIR`, else `--database-url` or `DATABASE_URL`.

use crate::output;
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::path::{Path, PathBuf};
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

/// Tells why the application has no answer.
pub fn tell(error: &AppError, lang: Lang) {
    error.messages(lang).iter().for_each(|message| eprintln!("{message}"));
}

/// Runs work that waits for a database or the network.
pub fn wait<T>(work: impl Future<Output = T>) -> std::io::Result<T> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work))
}
