//! Stores to run a story on: SQLite in a file, and PostgreSQL where it answers.

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};
use tempfile::TempDir;
use uppsikt_store::scratch::ScratchSchema;
use uppsikt_store::{Store, StoreError};

/// Where PostgreSQL is looked for when `DATABASE_URL` says nothing.
const LOCAL_POSTGRES: &str = "postgres://postgres@127.0.0.1:5432/postgres";

/// Makes a missing part a failure.
const REQUIRE_ALL: &str = "UPPSIKT_REQUIRE_ALL";

/// A migrated store of a test's own, removed with it.
#[derive(Debug)]
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// Its address, to open it again.
    pub url: String,
    folder: Option<TempDir>,
    schema: Option<ScratchSchema>,
}

impl TestStore {
    /// SQLite in a file.
    pub async fn sqlite() -> Result<TestStore, StoreError> {
        TestStore::sqlite_empty().await?.migrated().await
    }

    /// SQLite in a file, not migrated.
    pub async fn sqlite_empty() -> Result<TestStore, StoreError> {
        let unreachable = |error: std::io::Error| StoreError::Unreachable { why: error.to_string() };
        let folder = TempDir::new().map_err(unreachable)?;
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("uppsikt.db").display());
        let store = Store::open(&url).await?;
        Ok(TestStore { store, url, folder: Some(folder), schema: None })
    }

    /// An own schema on PostgreSQL. `None`, said on standard error, when there is none;
    /// with `UPPSIKT_REQUIRE_ALL=1` that is a failure.
    pub async fn postgres() -> Result<Option<TestStore>, StoreError> {
        match TestStore::postgres_empty().await? {
            Some(store) => Ok(Some(store.migrated().await?)),
            None => Ok(None),
        }
    }

    async fn postgres_empty() -> Result<Option<TestStore>, StoreError> {
        let server = std::env::var("DATABASE_URL").ok().filter(|url| url.starts_with("postgres"));
        let server = server.unwrap_or_else(|| LOCAL_POSTGRES.to_owned());
        let schema = match ScratchSchema::create(&server, &own_name()).await {
            Ok(schema) => schema,
            Err(error) if std::env::var_os(REQUIRE_ALL).is_some_and(|value| value == "1") => {
                return Err(error);
            }
            Err(error) => {
                say_skipped(&error);
                return Ok(None);
            }
        };
        let url = schema.url().to_owned();
        let store = Store::open(&url).await?;
        Ok(Some(TestStore { store, url, folder: None, schema: Some(schema) }))
    }

    /// Both, as far as they are there; SQLite first.
    pub async fn all() -> Result<Vec<TestStore>, StoreError> {
        let mut stores = vec![TestStore::sqlite().await?];
        stores.extend(TestStore::postgres().await?);
        Ok(stores)
    }

    /// Both without any tables, as far as they are there.
    pub async fn all_empty() -> Result<Vec<TestStore>, StoreError> {
        let mut stores = vec![TestStore::sqlite_empty().await?];
        stores.extend(TestStore::postgres_empty().await?);
        Ok(stores)
    }

    async fn migrated(self) -> Result<TestStore, StoreError> {
        self.store.migrate(crate::outside::fixed_now()).await?;
        Ok(self)
    }

    /// Removes what the test left.
    pub async fn remove(self) -> Result<(), StoreError> {
        drop(self.store);
        drop(self.folder);
        match self.schema {
            Some(schema) => schema.remove().await,
            None => Ok(()),
        }
    }
}

/// Said past the test harness, which keeps what a passing test prints to itself.
fn say_skipped(error: &StoreError) {
    let told = format!("skipped: PostgreSQL does not answer ({error}). Set DATABASE_URL to run this part.\n");
    // Whoever closed standard error does not want to know.
    let _ = std::io::stderr().write_all(told.as_bytes());
}

/// A name that no other test run has.
fn own_name() -> String {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    format!("uppsikt_test_{}_{since}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}
