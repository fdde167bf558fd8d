//! The guide to house styles beside the built-in style.

/// What a municipality may say in its file, and nobody told it that it may, is not there for it.
#[test]
fn the_guide_names_every_part_of_the_built_in_style() {
    let style: toml::Table = toml::from_str(include_str!("../styles/standard.toml")).unwrap();
    let guide = include_str!("../../../docs/husstil.md");
    let rows: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `")).collect();
    let parts: Vec<&String> = style.iter().filter(|(_, it)| it.is_table()).map(|(name, _)| name).collect();
    assert!(parts.len() > 10, "{parts:?}");
    for part in parts {
        assert!(rows.iter().any(|row| row.contains(&format!("`{part}`"))), "docs/husstil.md lacks [{part}]");
    }
}
