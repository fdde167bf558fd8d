//! An own schema on a PostgreSQL server that is dropped again, for tests.

use crate::error::StoreError;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use std::time::Duration;

/// A server that is there answers sooner.
const PATIENCE: Duration = Duration::from_secs(2);

/// An own schema on a PostgreSQL server.
#[derive(Debug)]
pub struct ScratchSchema {
    db: DatabaseConnection,
    name: String,
    url: String,
}

impl ScratchSchema {
    /// Makes a schema on a server. The name is letters, digits and underscores only.
    pub async fn create(server: &str, name: &str) -> Result<Self, StoreError> {
        let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
        let mut options = ConnectOptions::new(server);
        options.max_connections(1).acquire_timeout(PATIENCE).connect_timeout(PATIENCE);
        let db = Database::connect(options).await.map_err(StoreError::unreachable)?;
        db.execute_unprepared(&format!("CREATE SCHEMA \"{name}\"")).await?;
        let mark = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{mark}options[search_path]={name}");
        Ok(ScratchSchema { db, name, url })
    }

    /// The address of a store in the schema.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Drops the schema with everything in it.
    pub async fn remove(self) -> Result<(), StoreError> {
        self.db.execute_unprepared(&format!("DROP SCHEMA \"{}\" CASCADE", self.name)).await?;
        Ok(())
    }
}
