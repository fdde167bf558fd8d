//! Local.
use uppsikt_reading::{HouseStyle, Ready, json::reading_json};
fn main() {
    let style = HouseStyle::standard();
    let ready = Ready::new(&style);
    let file = std::env::args().nth(1).unwrap();
    let document = ready.read_text(&file, &std::fs::read(&file).unwrap()).unwrap();
    println!("{}", reading_json(&document));
}
