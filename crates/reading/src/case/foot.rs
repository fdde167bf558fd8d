//! What stands at the foot of a letter: addresses, telephones, numbers of organisations; and who signs.

use crate::book::Book;

/// Words before an address or a number at the foot of a page.
const LABELS: [&str; 16] = [
    "postadress",
    "besöksadress",
    "besök",
    "telefon",
    "tel",
    "tfn",
    "växel",
    "fax",
    "webb",
    "webbplats",
    "hemsida",
    "e-post",
    "epost",
    "org",
    "organisationsnummer",
    "bankgiro",
];
/// Endings of the names of streets.
const STREETS: [&str; 9] =
    ["gatan", "vägen", "torget", "torg", "gränd", "plan", "platsen", "allén", "gränden"];

/// Whether words are an address, a telephone number, a web page or the number of an organisation.
pub(super) fn is_contact(text: &str) -> bool {
    let lower = text.to_lowercase();
    let word = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_owned();
    let words: Vec<String> = lower.split_whitespace().map(word).collect();
    let Some(first) = words.first() else { return false };
    let digits = |word: &String, many: usize| word.len() == many && word.bytes().all(|b| b.is_ascii_digit());
    let pairs = || words.windows(2);
    let postal = pairs().any(|it| digits(&it[0], 3) && digits(&it[1], 2));
    let boxed = pairs().any(|it| it[0] == "box" && it[1].bytes().all(|b| b.is_ascii_digit()));
    let street = pairs().any(|it| {
        STREETS.iter().any(|ending| it[0].ends_with(ending))
            && it[1].starts_with(|c: char| c.is_ascii_digit())
    });
    let web = lower.contains("www.") || lower.contains("http") || (words.len() == 1 && first.contains('@'));
    postal
        || boxed
        || street
        || web
        || LABELS.contains(&first.as_str())
        || words.iter().any(|it| is_number(it))
}

/// "0123-450": a telephone number, "212000-1234": that of an organisation.
fn is_number(word: &str) -> bool {
    word.split_once('-').is_some_and(|(area, rest)| {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let telephone = area.starts_with('0') && (2..=4).contains(&area.len());
        digits(area) && digits(rest) && (telephone || (area.len() == 6 && rest.len() == 4))
    })
}

/// Where the foot begins in the lines of a paragraph: at the first address, or at the name of the sender
/// right above it.
pub(super) fn foot_start(book: &Book<'_>, lines: &[&str], first: bool) -> Option<usize> {
    let contact = lines.iter().position(|line| is_contact(line))?;
    if !first {
        return Some(0);
    }
    let sender = contact > 0 && book.is_municipality(lines[contact - 1].trim());
    Some(contact - usize::from(sender))
}

/// Whether lines are names with the titles of those who sign below them.
pub(super) fn is_signature(book: &Book<'_>, lines: &[&str]) -> bool {
    let cells = |line: &str| -> Vec<String> {
        line.split("  ").map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect()
    };
    let person = |cell: &String| {
        let words: Vec<&str> = cell.split(' ').collect();
        (2..=4).contains(&words.len())
            && words.iter().all(|it| it.starts_with(char::is_uppercase))
            && !book.is_official(cell)
            && !book.is_body(cell)
    };
    lines.windows(2).any(|pair| {
        let (names, titles) = (cells(pair[0]), cells(pair[1]));
        names.iter().all(person) && titles.iter().all(|title| book.is_official(title))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::HouseStyle;

    #[test]
    fn addresses_and_numbers_are_no_names() {
        for text in [
            "Parkgatan 4",
            "123 45 Ekby",
            "Box 12",
            "Tel. 0123-45 67 00",
            "www.ekby.example",
            "Org.nr 212000-1234",
        ] {
            assert!(is_contact(text), "{text}");
        }
        for text in
            ["Parknämnden", "Vatten AB", "Enheten för gator", "Anna Ek, anna.ek@ekby.example", "Region Väst"]
        {
            assert!(!is_contact(text), "{text}");
        }
    }

    #[test]
    fn those_who_sign_are_known_by_their_titles() {
        let style = HouseStyle::standard();
        let book = Book::new(&style);
        assert!(is_signature(&book, &["Eva Sund            Per Ask", "Parkdirektör        Utredare"]));
        assert!(!is_signature(&book, &["Parknämnden", "Parkchefen"]));
    }
}
