//! The same without a nightly compiler, and without coverage: changes the kept inputs at
//! random and tries each result. `mutate FORMAT COUNT [SEED]`; the same seed gives the same
//! inputs. Stops at a panic, and names inputs over two seconds; both are left in `fuzz/found`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const LONGEST: Duration = Duration::from_secs(2);

type Target = fn(&[u8]);

fn target(name: &str) -> Option<Target> {
    Some(match name {
        "pdf" => uppsikt_fuzz::pdf,
        "docx" => uppsikt_fuzz::docx,
        "html" => uppsikt_fuzz::html,
        "markdown" => uppsikt_fuzz::markdown,
        "text" => uppsikt_fuzz::text,
        _ => return None,
    })
}

/// SplitMix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

/// One change: a byte, a stretch taken out, said twice, or borrowed from another input.
fn change(bytes: &mut Vec<u8>, other: &[u8], dice: &mut Dice) {
    let at = dice.below(bytes.len());
    let end = (at + 1 + dice.below(200)).min(bytes.len());
    match dice.below(6) {
        0 | 1 if at < bytes.len() => bytes[at] = dice.next() as u8,
        2 if at < bytes.len() => bytes[at] = b"0123456789<>/[]()-| \n\0"[dice.below(22)],
        3 => drop(bytes.drain(at..end)),
        4 => {
            let again = bytes[at..end].repeat(1 + dice.below(20));
            bytes.splice(at..at, again);
        }
        _ => {
            let from = dice.below(other.len());
            let to = (from + dice.below(400)).min(other.len());
            bytes.splice(at..end, other[from..to].iter().copied());
        }
    }
}

fn kept(format: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(format);
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|it| Some(it.ok()?.path())).collect();
    paths.sort();
    paths.iter().filter_map(|path| fs::read(path).ok()).collect()
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (Some(format), Some(count)) = (words.first(), words.get(1).and_then(|it| it.parse::<u64>().ok()))
    else {
        panic!("mutate FORMAT COUNT [SEED]");
    };
    let run = target(format).expect("pdf, docx, html, markdown or text");
    let mut dice = Dice(words.get(2).and_then(|it| it.parse().ok()).unwrap_or(1));
    let inputs = kept(format);
    assert!(!inputs.is_empty(), "no kept inputs");
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("found");
    fs::create_dir_all(&found).expect("a folder");
    let last = found.join(format!("{format}-last"));
    for number in 0..count {
        let mut bytes = inputs[dice.below(inputs.len())].clone();
        let other = &inputs[dice.below(inputs.len())];
        (0..1 + dice.below(8)).for_each(|_| change(&mut bytes, other, &mut dice));
        fs::write(&last, &bytes).expect("written");
        let start = Instant::now();
        run(&bytes);
        if start.elapsed() > LONGEST {
            println!("{format} {number}: {:?}", start.elapsed());
            fs::write(found.join(format!("{format}-slow-{number}")), &bytes).expect("written");
        }
    }
    let _ = fs::remove_file(&last);
    println!("{format}: {count} inputs, nothing panicked");
}
