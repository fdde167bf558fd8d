//! Number words: "tolv", "ett", "fyrtiotvå".

const SMALL: [&str; 20] = [
    "noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv",
    "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
];
const TENS: [&str; 10] =
    ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

/// A word or figure below a hundred as a number: "tolv", "en", "12".
pub fn parse(word: &str) -> Option<u32> {
    let word = word.trim().to_lowercase();
    if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    match word.as_str() {
        "en" => Some(1),
        "inga" | "inget" | "ingen" => Some(0),
        "tjugi" => Some(20),
        _ => spelled(&word),
    }
}

fn spelled(word: &str) -> Option<u32> {
    if let Some(number) = SMALL.iter().position(|small| *small == word) {
        return u32::try_from(number).ok();
    }
    let (tens, stem) = TENS.iter().enumerate().skip(2).find(|(_, stem)| word.starts_with(**stem))?;
    let rest = &word[stem.len()..];
    let ones = match rest {
        "" => 0,
        "en" => 1,
        _ => SMALL[1..10].iter().position(|small| *small == rest)? + 1,
    };
    u32::try_from(tens * 10 + ones).ok()
}

/// The word for a number up to twelve, figures above, as Swedish is written.
pub fn spell(number: usize) -> String {
    if number <= 12 { SMALL[number].to_owned() } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_figures_mean_the_same() {
        let cases = [
            ("tolv", 12),
            ("Ett", 1),
            ("en", 1),
            ("12", 12),
            ("fyrtiotvå", 42),
            ("tjugoen", 21),
            ("nittio", 90),
        ];
        for (word, number) in cases {
            assert_eq!(parse(word), Some(number), "{word}");
        }
        assert_eq!(parse("tolva"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn up_to_twelve_is_spelled() {
        assert_eq!(spell(3), "tre");
        assert_eq!(spell(13), "13");
    }
}
