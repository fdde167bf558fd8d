//! What a reading shows, as programs see it.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use uppsikt_reading::{HouseStyle, json, read};

/// A document in the standard style, sound, as JSON.
pub fn reading(name: &str, text: &str) -> Value {
    let document = read(name, text.as_bytes(), &HouseStyle::standard()).unwrap();
    crate::support::assert_sound(&document);
    json::reading_json(&document)
}

/// What a list holds.
pub fn all<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    value[key].as_array().unwrap().iter().collect()
}

/// The goals of all areas.
pub fn goals(reading: &Value) -> Vec<&Value> {
    all(reading, "goal_areas").into_iter().flat_map(|area| all(area, "goals")).collect()
}

/// A field of each.
pub fn texts(list: &[&Value], key: &str) -> Vec<String> {
    list.iter().map(|it| it[key].as_str().unwrap_or_default().to_owned()).collect()
}
