//! What a row may be called where it is told of.

use uppsikt_domain::structure::{StatementLine, Structure};
use uppsikt_domain::table::Row;
use uppsikt_text::case::Lower;
use uppsikt_text::stem::stem;

/// Words of labels that name no row by themselves.
const EMPTY: [&str; 26] = [
    "total",
    "totala",
    "totalt",
    "summa",
    "övriga",
    "övrig",
    "övrigt",
    "kostnad",
    "kostnader",
    "intäkt",
    "intäkter",
    "netto",
    "nettokostnad",
    "nettokostnader",
    "verksamhet",
    "verksamheter",
    "verksamhetens",
    "externa",
    "externt",
    "interna",
    "internt",
    "gemensam",
    "gemensamma",
    "gemensamt",
    "nämnden",
    "med",
];

/// What names are put together with: "personalkostnader" is about staff.
const LAST_PARTS: [&str; 8] =
    ["kostnaderna", "kostnader", "kostnad", "intäkterna", "intäkter", "intäkt", "verksamheten", "verksamhet"];

/// The statement line of a row, and the sums that take it.
fn lines<'a>(row: &'a Row, structure: &'a Structure) -> impl Iterator<Item = &'a StatementLine> {
    structure.statement.iter().filter(|line| {
        row.line
            .as_ref()
            .is_some_and(|key| line.key == *key || line.sum_of.contains(key) && is_sum_of_items(line))
    })
}

/// Whether a sum is one of rows, and not of the whole statement.
fn is_sum_of_items(line: &StatementLine) -> bool {
    line.sum_of.iter().all(|part| !part.starts_with("net") && !part.starts_with("total"))
}

/// What a row may be called.
pub fn names(row: &Row, structure: &Structure) -> Vec<String> {
    let lines = lines(row, structure).flat_map(|line| line.synonyms.iter().chain([&line.label]));
    let mut names: Vec<String> = lines.chain([&row.label.text]).map(|label| without_total(label)).collect();
    names.retain(|name| !name.is_empty());
    names
}

fn without_total(label: &str) -> String {
    let lower = label.lower();
    let bare = ["totala ", "summa "].iter().find_map(|prefix| lower.strip_prefix(prefix));
    bare.map_or_else(|| lower.clone(), str::to_owned)
}

/// Beginnings of words that tell of a row.
pub fn stems(row: &Row, structure: &Structure) -> Vec<String> {
    let label = row.label.text.lower();
    let words = label.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    let own = words.filter(|word| !EMPTY.contains(word)).map(first_stem);
    let told_by = lines(row, structure).flat_map(|line| line.told_by.iter().cloned());
    own.chain(told_by).collect()
}

/// The stem of a word without what it is put together with last.
fn first_stem(word: &str) -> String {
    let bare = LAST_PARTS.iter().find_map(|last| word.strip_suffix(last));
    stem(bare.filter(|it| it.chars().count() >= 3).unwrap_or(word))
}

/// Whether some word of a text begins with a stem, or holds a long one.
pub fn has_stem(text: &str, stems: &[String]) -> bool {
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let long = |stem: &str| stem.chars().count() >= 5;
    stems.iter().any(|stem| {
        text.contains(stem.as_str())
            && words()
                .any(|word| word.starts_with(stem.as_str()) || long(stem) && word.contains(stem.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_and_its_inflections_have_one_stem() {
        for (label, said) in [
            ("personalkostnader", "färre i personalen"),
            ("förskola", "förskolans underskott"),
            ("gator", "gatuskötseln blev dyrare"),
            ("bostadsanpassning", "bidrag till bostadsanpassningar"),
            ("äldreomsorg", "inom äldreomsorgen"),
        ] {
            assert!(has_stem(said, &[first_stem(label)]), "{label}: {} in {said}", first_stem(label));
        }
        assert!(!has_stem("priset på livsmedel", &[first_stem("lokalhyror")]));
    }
}
