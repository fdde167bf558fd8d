//! The rooms of the house: arrows point downwards, and the map is true.
#![allow(clippy::unwrap_used)]

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use std::path::Path;

/// Rooms from the top; those in one row do not know each other.
const ROWS: &[&[&str]] = &[
    &["cli"],
    &["web"],
    &["app"],
    &["rules", "reading", "writing", "store"],
    &["findings", "formats"],
    &["messages"],
    &["text"],
    &["domain"],
];

fn metadata() -> Metadata {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.toml");
    MetadataCommand::new().manifest_path(manifest).no_deps().exec().unwrap()
}

fn room(package: &Package) -> String {
    package.name.trim_start_matches("uppsikt-").to_owned()
}

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|rooms| rooms.contains(&room))
}

#[test]
fn arrows_point_downwards_only() {
    let mut wrong = Vec::new();
    for package in &metadata().packages {
        let from = room(package);
        let Some(own) = row(&from) else { continue };
        for dependency in package.dependencies.iter().filter(|it| it.kind == DependencyKind::Normal) {
            let to = dependency.name.trim_start_matches("uppsikt-");
            if dependency.name.starts_with("uppsikt-") && row(to).is_none_or(|row| row <= own) {
                wrong.push(format!("{from} → {to}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_room_stands_on_the_map_and_nothing_else() {
    let map = include_str!("../../../ARCHITECTURE.md");
    let mut on_map: Vec<&str> =
        map.lines().filter_map(|line| line.strip_prefix("| `crates/")?.split('`').next()).collect();
    on_map.sort_unstable();
    // `xtask` is a tool shed beside the house.
    let mut rooms: Vec<String> = metadata().packages.iter().map(room).filter(|it| it != "xtask").collect();
    rooms.sort_unstable();
    assert_eq!(on_map, rooms);
}

#[test]
fn domain_knows_nothing_of_files_databases_or_http() {
    let metadata = metadata();
    let domain = metadata.packages.iter().find(|package| room(package) == "domain").unwrap();
    let names: Vec<&str> = domain
        .dependencies
        .iter()
        .filter(|it| it.kind == DependencyKind::Normal)
        .map(|it| it.name.as_str())
        .collect();
    assert!(names.iter().all(|name| ["chrono", "serde", "thiserror"].contains(name)), "{names:?}");
}

#[test]
fn no_query_language_outside_the_store() {
    let metadata = metadata();
    for package in metadata.packages.iter().filter(|package| room(package) != "store") {
        let knows = package.dependencies.iter().any(|it| it.name.starts_with("sea-") || it.name == "sqlx");
        assert!(!knows, "{}", package.name);
    }
}
