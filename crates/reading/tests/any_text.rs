//! Any text is read: without a fault, without a line dropped, in time that grows with its length.
#![allow(clippy::unwrap_used)]

mod support;

use proptest::prelude::*;
use uppsikt_domain::document::DocumentKind;
use uppsikt_messages::Lang;
use uppsikt_reading::{HouseStyle, ReadingError, not_recognised_message, read};

const FIXTURES: [(&str, &str); 5] = [
    ("budget.txt", include_str!("fixtures/first/budget.txt")),
    ("interim.txt", include_str!("fixtures/first/interim.txt")),
    ("plan.md", include_str!("fixtures/second/plan.md")),
    ("report.txt", include_str!("fixtures/second/report.txt")),
    ("budget.md", include_str!("fixtures/first/budget.txt")),
];

fn is_read(name: &str, text: &str, style: &HouseStyle) -> Result<(), TestCaseError> {
    match read(name, text.as_bytes(), style) {
        Ok(document) => {
            support::assert_tree_is_sound(&document);
            support::assert_origins_are_true(&document);
            let told = document
                .lines
                .iter()
                .all(|line| !line.text.contains(char::is_alphanumeric) || !line.by.is_empty());
            prop_assert!(told, "a line that nothing took");
            Ok(())
        }
        Err(ReadingError::Empty { .. } | ReadingError::Binary { .. } | ReadingError::Unsupported { .. }) => {
            Ok(())
        }
        Err(other) => Err(TestCaseError::fail(other.to_string())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string_is_read_or_refused(text in "(?s).{0,300}") {
        let style = HouseStyle::standard();
        is_read("a.txt", &text, &style)?;
        is_read("a.md", &text, &style)?;
    }

    #[test]
    fn text_of_the_pieces_that_documents_are_made_of_is_read(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "Kommunfullmäktigemål - ", "Målområde - x", "Tkr Budget 2031 Avvikelse", "Bidrag 1 200 -30", " - ", "\n", "\n\n", "\u{c}", " ",
            "| a | 1 |", "|---|---|", "**", "# ", "### ", "- 3 God hälsa", "Agenda 2030-\nmål:", "12(58)", "......5", "\t", "ges i uppdrag att",
            "Bedömning: ", "på väg", "000 000 000", "- - -", "5 000 5 000 0", "%", "är. ", "Summa", "”", "\u{f0b7}", "å", "<b>", "</b>", "2031", "(", "Tabell - ", "Innehåll",
        ]), 0..60)
    ) {
        let text = pieces.concat();
        let style = HouseStyle::standard();
        is_read("a.txt", &text, &style)?;
        is_read("a.md", &text, &style)?;
    }

    #[test]
    fn documents_cut_anywhere_are_read(which in 0..FIXTURES.len(), share in 0..1000_usize, from in 0..1000_usize) {
        let (name, text) = FIXTURES[which];
        let at = |share: usize| (text.len() * share / 1000..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (start, end) = (at(share.min(from)), at(share.max(from)));
        let cut = &text[start..end];
        is_read(name, cut, &HouseStyle::standard())?;
    }
}

#[test]
fn text_in_which_nothing_is_recognised_is_unknown_and_kept() {
    let text = "En saga om en räv.\n\nRäven gick i skogen och fann en sko. Den passade inte.\n";
    let style = HouseStyle::standard();
    let document = read("saga.txt", text.as_bytes(), &style).unwrap();
    assert_eq!((document.kind, document.body.is_none(), document.year), (DocumentKind::Unknown, true, None));
    support::assert_sound(&document);
    let message = not_recognised_message(&style);
    assert!(message.in_lang(Lang::Sv).contains("Nämndsbudget"));
    assert!(message.in_lang(Lang::En).contains("Nämndsbudget"));
}

#[test]
fn errors_say_what_where_and_what_to_do_in_both_languages() {
    let style = HouseStyle::standard();
    for bytes in [b"".as_slice(), b"a\0b", b"%PDF-1.7 "] {
        let message = read("mapp/plan.txt", bytes, &style).unwrap_err().message();
        for lang in [Lang::Sv, Lang::En] {
            assert!(message.in_lang(lang).starts_with("plan.txt "), "{}", message.in_lang(lang));
        }
    }
}

/// Long lines of figures or letters are no trap: each is read to its end. How long it takes
/// stands in the benches.
#[test]
fn long_lines_are_read_to_their_end() {
    let style = HouseStyle::standard();
    for line in ["1 000 ", "a", "Ab ", "- ", "| 1 ", "(", "x\t1\n", "Rad 1\n\n"] {
        let text = line.repeat(10_000);
        let document = read("a.txt", text.as_bytes(), &style).unwrap();
        assert_eq!(document.lines.len(), text.lines().count(), "{line:?}");
    }
}

/// Where each line was held against all lines after it, such a text took minutes.
#[test]
fn a_paragraph_without_end_is_read() {
    let style = HouseStyle::standard();
    for (line, count) in [("a", 20_000), ("   1 000   2 000   3 000", 2_000)] {
        let text = format!("{line}\n").repeat(count);
        let document = read("a.txt", text.as_bytes(), &style).unwrap();
        assert_eq!(document.lines.len(), count, "{line}");
    }
}
