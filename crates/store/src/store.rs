//! The door to the database: opening, migrating, and the two kinds of transaction.

use crate::error::StoreError;
use crate::migrations;
use crate::tables::municipality;
use crate::tenant::rows_of;
use crate::write::Write;
use chrono::{DateTime, Utc};
use log::LevelFilter;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ColumnTrait, Condition, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, EntityTrait,
    IsolationLevel, QueryFilter, QueryOrder, QuerySelect, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};
use uppsikt_domain::registry::Id;

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// A file of the program's own.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// Storage. Cheap to clone; all clones share their connections.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) db: DatabaseConnection,
    backend: Backend,
    /// SQLite has one writer at a time: the next one waits here and not in the database,
    /// where waiting is unfair and takes a connection from the readers.
    turn: Arc<Mutex<()>>,
}

/// A municipality in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MunicipalityEntry {
    /// The identity.
    pub id: Id,
    /// The stable word in addresses.
    pub slug: String,
    /// The name.
    pub name: String,
}

impl Store {
    /// Opens `sqlite://path?mode=rwc` or `postgres://…`. The schema is left as it is.
    pub async fn open(url: &str) -> Result<Store, StoreError> {
        let (backend, options) = if url.starts_with("sqlite:") {
            (Backend::Sqlite, sqlite(url))
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            (Backend::Postgres, postgres(url))
        } else {
            return Err(StoreError::Address);
        };
        let db = Database::connect(options).await.map_err(StoreError::unreachable)?;
        Ok(Store { db, backend, turn: Arc::new(Mutex::new(())) })
    }

    /// Which database it is.
    pub fn backend(&self) -> Backend {
        self.backend
    }

    /// Brings the schema up to date and names the changes that were made. Safe when
    /// several nodes begin at once.
    pub async fn migrate(&self, now: DateTime<Utc>) -> Result<Vec<&'static str>, StoreError> {
        let _turn = self.turn.lock().await;
        let tx = self.begin(Some(SqliteTransactionMode::Immediate)).await?;
        let made = migrations::run(&tx, now).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// All municipalities, by name.
    pub async fn municipalities(&self) -> Result<Vec<MunicipalityEntry>, StoreError> {
        self.entries(Condition::all()).await
    }

    /// The municipality with a stable word.
    pub async fn municipality(&self, slug: &str) -> Result<Option<MunicipalityEntry>, StoreError> {
        let fits = Condition::all().add(municipality::Column::Slug.eq(slug));
        Ok(self.entries(fits).await?.pop())
    }

    async fn entries(&self, fits: Condition) -> Result<Vec<MunicipalityEntry>, StoreError> {
        use municipality::Column;
        // The one question that is about all municipalities.
        let rows: Vec<(uuid::Uuid, String, String)> = municipality::Entity::find()
            .filter(fits)
            .select_only()
            .columns([Column::Id, Column::Slug, Column::Name])
            .order_by_asc(Column::Name)
            .order_by_asc(Column::Slug)
            .into_tuple()
            .all(&self.db)
            .await?;
        let entry = |(id, slug, name)| MunicipalityEntry { id: crate::tenant::id(id), slug, name };
        Ok(rows.into_iter().map(entry).collect())
    }

    /// Begins a change of one municipality. Changes of one municipality come one after
    /// the other, so what is read inside stays true until [`Write::record`]. Dropping it
    /// without that undoes everything.
    pub async fn write(&self, municipality: Id) -> Result<Write, StoreError> {
        let turn = self.turn().await;
        let tx = self.begin(Some(SqliteTransactionMode::Immediate)).await?;
        // PostgreSQL: other changes of the same municipality wait here. SQLite has no such lock and needs none.
        rows_of::<municipality::Entity>(municipality).lock_exclusive().one(&tx).await?;
        Ok(Write::new(tx, municipality, turn))
    }

    /// Waits until no other change is under way, where the database has one writer at a time.
    pub(crate) async fn turn(&self) -> Option<OwnedMutexGuard<()>> {
        match self.backend {
            Backend::Sqlite => Some(Arc::clone(&self.turn).lock_owned().await),
            Backend::Postgres => None,
        }
    }

    /// A transaction in which all queries see the same moment.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, StoreError> {
        match self.backend {
            Backend::Sqlite => self.begin(None).await,
            Backend::Postgres => {
                Ok(self.db.begin_with_config(Some(IsolationLevel::RepeatableRead), None).await?)
            }
        }
    }

    pub(crate) async fn begin(
        &self,
        sqlite: Option<SqliteTransactionMode>,
    ) -> Result<DatabaseTransaction, StoreError> {
        let options = TransactionOptions { sqlite_transaction_mode: sqlite, ..Default::default() };
        Ok(self.db.begin_with_options(options).await?)
    }
}

/// Rows come from a thread of SQLite's own; with the usual 50 it is woken too often when a
/// city of many thousand claims is loaded.
const ROWS_AHEAD: usize = 8192;

fn sqlite(url: &str) -> ConnectOptions {
    let mut options = quiet(url);
    let in_memory = url.contains(":memory:") || url.contains("mode=memory");
    options.max_connections(if in_memory { 1 } else { 8 });
    options.map_sqlx_sqlite_opts(|options| {
        options
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(30))
            .row_buffer_size(ROWS_AHEAD)
    });
    options
}

fn postgres(url: &str) -> ConnectOptions {
    let mut options = quiet(url);
    options.max_connections(10).acquire_timeout(Duration::from_secs(10));
    options
}

fn quiet(url: &str) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging_level(LevelFilter::Debug);
    options.sqlx_slow_statements_logging_settings(LevelFilter::Warn, Duration::from_secs(2));
    options
}
