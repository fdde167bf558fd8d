//! The schema as an ordered list of changes. What has been released never changes here:
//! a correction is another change at the end.

mod budget_areas;
mod documents;
mod events;
mod files;
mod findings;
mod registry;
mod reviews;
mod styles;

use crate::error::StoreError;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{
    Alias, ColumnDef, Expr, ForeignKey, ForeignKeyCreateStatement, Index, IndexCreateStatement, Query, Table,
    TableAlterStatement, TableCreateStatement,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend};

/// A step of a change.
pub enum Step {
    /// A new table.
    Table(Box<TableCreateStatement>),
    /// A new index.
    Index(Box<IndexCreateStatement>),
    /// A new column of a table that is there.
    Column(Box<TableAlterStatement>),
}

/// A change of the schema. Its name is kept in the database when it is done.
pub struct Change {
    /// The name, never reused.
    pub name: &'static str,
    /// Its steps, in order.
    pub steps: fn() -> Vec<Step>,
}

/// All changes, oldest first.
pub const ALL: &[Change] = &[
    Change { name: "0001-registry", steps: registry::steps },
    Change { name: "0002-documents", steps: documents::steps },
    Change { name: "0003-events", steps: events::steps },
    Change { name: "0004-reviews", steps: reviews::steps },
    Change { name: "0005-findings", steps: findings::steps },
    Change { name: "0006-styles", steps: styles::steps },
    Change { name: "0007-files", steps: files::steps },
    Change { name: "0008-budget-areas", steps: budget_areas::steps },
];

/// Any number that no other program locks by on the same database.
const LOCK: i64 = 0x7570_7073_696b_7401;

/// Makes the changes that are missing and names them. Safe when several nodes begin at
/// once: the transaction waits for the others before it looks at what is done.
pub async fn run(tx: &DatabaseTransaction, now: DateTime<Utc>) -> Result<Vec<&'static str>, StoreError> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
    }
    tx.execute(&done_table()).await?;
    let done = done(tx).await?;
    let unknown = done.iter().find(|name| !ALL.iter().any(|change| change.name == name.as_str()));
    if let Some(name) = unknown {
        return Err(StoreError::Newer { name: name.clone() });
    }
    let missing: Vec<&Change> =
        ALL.iter().filter(|change| !done.iter().any(|it| it == change.name)).collect();
    for change in &missing {
        make(tx, change, now).await?;
    }
    Ok(missing.iter().map(|change| change.name).collect())
}

async fn make(tx: &DatabaseTransaction, change: &Change, now: DateTime<Utc>) -> Result<(), StoreError> {
    for step in (change.steps)() {
        match step {
            Step::Table(table) => tx.execute(&*table).await?,
            Step::Index(index) => tx.execute(&*index).await?,
            Step::Column(table) => tx.execute(&*table).await?,
        };
    }
    let mut insert = Query::insert();
    insert.into_table("migration").columns(["name", "made_at"]);
    insert.values_panic([Expr::value(change.name), Expr::value(now)]);
    tx.execute(&insert).await?;
    Ok(())
}

async fn done(tx: &DatabaseTransaction) -> Result<Vec<String>, StoreError> {
    let mut query = Query::select();
    query.column("name").from("migration").order_by("name", sea_orm::Order::Asc);
    let rows = tx.query_all(&query).await?;
    Ok(rows.iter().map(|row| row.try_get("", "name")).collect::<Result<_, _>>()?)
}

fn done_table() -> TableCreateStatement {
    let mut table = Table::create();
    table.table("migration").if_not_exists();
    table.col(text("name").primary_key()).col(moment("made_at"));
    table
}

/// A table of a municipality: its key begins with whose it is, and it goes with it.
fn tenant_table(name: &'static str, key: &[&'static str]) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name).col(identity("municipality"));
    let mut primary = Index::create();
    primary.col("municipality");
    for column in key {
        primary.col(*column);
    }
    table.primary_key(&mut primary);
    table.foreign_key(
        ForeignKey::create()
            .from(Alias::new(name), Alias::new("municipality"))
            .to(Alias::new("municipality"), Alias::new("id")),
    );
    table
}

/// A foreign key inside one municipality.
fn points_to(
    from: &'static str,
    columns: &[&'static str],
    to: &'static str,
    key: &[&'static str],
) -> ForeignKeyCreateStatement {
    let mut foreign = ForeignKey::create();
    foreign.from_tbl(from).from_col("municipality").to_tbl(to).to_col("municipality");
    columns.iter().for_each(|column| {
        foreign.from_col(*column);
    });
    key.iter().for_each(|column| {
        foreign.to_col(*column);
    });
    foreign
}

/// An index inside one municipality.
fn index(name: &'static str, table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(name).table(table).col("municipality");
    columns.iter().for_each(|column| {
        index.col(*column);
    });
    index
}

fn identity(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.uuid().not_null();
    column
}

fn text(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.text().not_null();
    column
}

fn year(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.integer().not_null();
    column
}

fn count(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.big_integer().not_null();
    column
}

fn moment(name: &'static str) -> ColumnDef {
    let mut column = ColumnDef::new(name);
    column.timestamp_with_time_zone().not_null();
    column
}

/// The same column, allowed to be empty.
fn maybe(mut column: ColumnDef) -> ColumnDef {
    column.null();
    column
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::sea_query::SqliteQueryBuilder;
    use sea_orm::{Database, TransactionTrait};
    use std::path::Path;

    fn tables() -> Vec<TableCreateStatement> {
        let steps = ALL.iter().flat_map(|change| (change.steps)());
        steps.filter_map(|step| if let Step::Table(table) = step { Some(*table) } else { None }).collect()
    }

    fn first_columns(table: &TableCreateStatement) -> Vec<String> {
        let keys =
            table.get_indexes().iter().map(|index| index.get_index_spec().get_column_names()[0].clone());
        let foreign = table.get_foreign_key_create_stmts().iter();
        keys.chain(foreign.map(|key| key.get_foreign_key().get_columns()[0].clone())).collect()
    }

    #[test]
    fn every_key_of_every_table_begins_with_its_municipality() {
        let mut seen = 0;
        for table in tables() {
            let sql = table.to_string(SqliteQueryBuilder);
            if sql.starts_with("CREATE TABLE \"municipality\"") {
                continue;
            }
            let firsts = first_columns(&table);
            assert!(firsts.len() >= 2, "a key and a foreign key: {sql}");
            assert!(firsts.iter().all(|column| column == "municipality"), "{sql}");
            seen += 1;
        }
        assert_eq!(seen, 23);
    }

    #[test]
    fn every_index_begins_with_its_municipality() {
        for step in ALL.iter().flat_map(|change| (change.steps)()) {
            let Step::Index(index) = step else { continue };
            let columns = index.get_index_spec().get_column_names();
            let of_tenants = index.to_string(SqliteQueryBuilder).contains("ON \"municipality\"");
            assert!(of_tenants || columns[0] == "municipality", "{columns:?}");
        }
    }

    #[test]
    fn no_column_is_a_decimal_or_a_float() {
        use sea_orm::ColumnType::{Decimal, Double, Float, Money};
        for table in tables() {
            for column in table.get_columns() {
                let inexact =
                    matches!(column.get_column_type(), Some(Decimal(_) | Double | Float | Money(_)));
                assert!(!inexact, "{}", column.get_column_name());
            }
        }
    }

    #[test]
    fn queries_reach_the_tables_only_through_their_municipality() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut doors = Vec::new();
        read_all(&source, &mut |path, text| {
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for word in [
                "::find()",
                "find_by_id",
                "update_many(",
                "delete_many(",
                "find_with",
                "insert_many(",
                "from_sql",
            ] {
                let times = text.matches(word).count();
                doors.extend((times > 0).then(|| format!("{} {word} {times}", path.display())));
            }
        });
        doors.sort();
        // `store.rs` lists the municipalities themselves; rows that are inserted carry theirs in their type.
        let expected = [
            "insert.rs insert_many( 2",
            "store.rs ::find() 1",
            "tenant.rs ::find() 1",
            "tenant.rs delete_many( 1",
            "tenant.rs update_many( 1",
        ];
        assert_eq!(doors, expected);
    }

    #[test]
    fn plain_sql_stands_only_where_no_builder_can_say_it() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = Vec::new();
        read_all(&source, &mut |path, text| {
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            if ["execute_unprepared", "execute_raw", "query_all_raw", "query_one_raw"]
                .iter()
                .any(|word| text.contains(word))
            {
                files.push(path.display().to_string());
            }
        });
        files.sort();
        assert_eq!(files, ["migrations/mod.rs", "scratch.rs"]);
    }

    fn read_all(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read_all(&path, see);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                see(path.strip_prefix(&source).unwrap(), &text);
            }
        }
    }

    #[tokio::test]
    async fn a_database_of_a_newer_program_is_refused() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        let tx = db.begin().await.unwrap();
        assert_eq!(run(&tx, DateTime::UNIX_EPOCH).await.unwrap().len(), ALL.len());
        tx.execute_unprepared("INSERT INTO migration VALUES ('9999-later', '2030-01-01')").await.unwrap();
        let refused = run(&tx, DateTime::UNIX_EPOCH).await;
        assert!(matches!(refused, Err(StoreError::Newer { name }) if name == "9999-later"));
    }
}
