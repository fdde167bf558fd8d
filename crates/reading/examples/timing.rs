use std::time::Instant;
fn main() {
    let style = uppsikt_reading::HouseStyle::standard();
    for file in std::env::args().skip(1) {
        let bytes = std::fs::read(&file).unwrap();
        let start = Instant::now();
        let mut best = u128::MAX;
        for _ in 0..std::env::var("N").map_or(20, |n| n.parse().unwrap()) {
            let start = Instant::now();
            let doc = uppsikt_reading::read(&file, &bytes, &style).unwrap();
            best = best.min(start.elapsed().as_micros());
            std::hint::black_box(doc);
        }
        println!("{file} {best} µs best, {} total", start.elapsed().as_micros());
    }
}
