//! `uppsikt demo`, `serve` and `migrate`.

use crate::{Outcome, database, output};
use clap::ArgMatches;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tracing_subscriber::EnvFilter;
use uppsikt_app::outside::Outside;
use uppsikt_app::{Uppsikt, example};
use uppsikt_messages::{Lang, Message};

/// The example municipality, in a temporary folder unless told otherwise.
pub fn demo(given: &ArgMatches, lang: Lang) -> Outcome {
    log_to_stderr();
    let folder = tempfile::tempdir();
    let address = match (database::address(given), &folder) {
        (Ok(Some(address)), _) => Ok(address),
        (Ok(None), Ok(folder)) => database::embedded(folder.path()),
        (Err(error), _) => Err(error),
        (_, Err(error)) => Err(std::io::Error::from(error.kind())),
    };
    let work = async {
        match address {
            Ok(address) => demo_on(given, &address, lang).await,
            Err(error) => database_failed(&error, lang),
        }
    };
    database::wait(work).unwrap_or(Outcome::Unusable)
}

async fn demo_on(given: &ArgMatches, address: &str, lang: Lang) -> Outcome {
    let listener = match listen(given, lang).await {
        Some(listener) => listener,
        None => return Outcome::Unusable,
    };
    let outside = Outside::new(example::seen_from, {
        let real = Outside::real();
        move || real.new_id()
    });
    let preparing = Message::new("cli-serve-preparing").with("count", example::documents().len());
    output::tell(&preparing, lang);
    let prepared = async {
        let app = Uppsikt::open(address, outside).await?;
        app.take_in_example().await?;
        Ok::<_, uppsikt_app::AppError>(app)
    };
    match prepared.await {
        Ok(app) => run(given, app, listener, lang).await,
        Err(error) => {
            database::tell(&error, lang);
            Outcome::Unusable
        }
    }
}

/// The site on a database.
pub fn serve(given: &ArgMatches, lang: Lang) -> Outcome {
    log_to_stderr();
    let work = async {
        let Some(listener) = listen(given, lang).await else { return Outcome::Unusable };
        match database::open(given, Outside::real(), lang).await {
            Some(app) => run(given, app, listener, lang).await,
            None => Outcome::Unusable,
        }
    };
    database::wait(work).unwrap_or(Outcome::Unusable)
}

/// Brings the schema up to date.
pub fn migrate(given: &ArgMatches, lang: Lang) -> Outcome {
    let work = async { database::open(given, Outside::real(), lang).await };
    match database::wait(work) {
        Ok(Some(_)) => {
            output::tell(&Message::new("cli-migrate-done"), lang);
            Outcome::Done
        }
        _ => Outcome::Unusable,
    }
}

async fn listen(given: &ArgMatches, lang: Lang) -> Option<tokio::net::TcpListener> {
    let port = given.get_one::<u16>("port").copied().unwrap_or(8080);
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    match tokio::net::TcpListener::bind(address).await {
        Ok(listener) => Some(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            output::tell(&Message::new("cli-serve-port-taken").with("port", port.to_string()), lang);
            None
        }
        Err(error) => {
            database_failed(&error, lang);
            None
        }
    }
}

async fn run(given: &ArgMatches, app: Uppsikt, listener: tokio::net::TcpListener, lang: Lang) -> Outcome {
    let port = listener.local_addr().map_or(0, |address| address.port());
    output::tell(&Message::new("cli-serve-ready").with("port", port.to_string()), lang);
    let stop = async {
        // Without a signal to wait for, the server runs until it is ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    let editor = given.get_one::<String>("editor").map(String::as_str);
    match uppsikt_web::serve(listener, Arc::new(app), editor, stop).await {
        Ok(()) => Outcome::Done,
        Err(error) => database_failed(&error, lang),
    }
}

fn database_failed(error: &std::io::Error, lang: Lang) -> Outcome {
    output::tell(&Message::new("cli-database-failed").with("why", error.to_string()), lang);
    Outcome::Unusable
}

fn log_to_stderr() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
