//! What differs between two wordings, word by word.

/// A stretch of words of two wordings laid side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    /// In both.
    Kept(String),
    /// In the old one only.
    Gone(String),
    /// In the new one only.
    New(String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Kept,
    Gone,
    New,
}

/// Two wordings laid side by side: the longest common words are kept.
pub fn compared(old: &str, new: &str) -> Vec<Stretch> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    let lengths = common_lengths(&old, &new);
    let (mut at, mut sides) = ((0, 0), Vec::new());
    while at.0 < old.len() || at.1 < new.len() {
        let (side, word) = match (old.get(at.0), new.get(at.1)) {
            (Some(a), Some(b)) if a == b => (Side::Kept, *a),
            (Some(a), Some(_)) if lengths[at.0 + 1][at.1] >= lengths[at.0][at.1 + 1] => (Side::Gone, *a),
            (_, Some(b)) => (Side::New, *b),
            (Some(a), None) => (Side::Gone, *a),
            (None, None) => break,
        };
        at = (at.0 + usize::from(side != Side::New), at.1 + usize::from(side != Side::Gone));
        sides.push((side, word));
    }
    joined(&sides)
}

/// For each pair of positions, how many words the rests have in common, in order.
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let mut lengths = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i][j] = match old[i] == new[j] {
                true => lengths[i + 1][j + 1] + 1,
                false => lengths[i + 1][j].max(lengths[i][j + 1]),
            };
        }
    }
    lengths
}

fn joined(words: &[(Side, &str)]) -> Vec<Stretch> {
    let stretches = words.chunk_by(|a, b| a.0 == b.0);
    let joined = stretches.map(|stretch| {
        let text = stretch.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
        match stretch[0].0 {
            Side::Kept => Stretch::Kept(text),
            Side::Gone => Stretch::Gone(text),
            Side::New => Stretch::New(text),
        }
    });
    joined.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_are_kept_and_the_rest_is_told_apart() {
        let (kept, gone, new) = (
            |t: &str| Stretch::Kept(t.into()),
            |t: &str| Stretch::Gone(t.into()),
            |t: &str| Stretch::New(t.into()),
        );
        assert_eq!(
            compared("Barn ska läsa mer", "Fler barn ska läsa"),
            [gone("Barn"), new("Fler barn"), kept("ska läsa"), gone("mer")]
        );
        assert_eq!(compared("", "a b"), [new("a b")]);
        assert_eq!(compared("a", "a"), [kept("a")]);
    }
}
