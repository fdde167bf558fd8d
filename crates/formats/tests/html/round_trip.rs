//! Markdown written as a page comes back as it was.

use crate::lines;

/// A text of every kind of block, one block a line.
const TEXT: &str = include_str!("../samples/round_trip.md");

/// The page, element by element: (element that holds it, its depth, itself).
fn written(text: &str) -> String {
    let mut page = String::from("<!doctype html>\n<body>\n");
    let mut open: Vec<&str> = Vec::new();
    for line in text.lines() {
        let (holders, element) = block(line);
        let common = open.iter().zip(&holders).take_while(|(one, other)| one == other).count();
        open.drain(common..).rev().for_each(|it| page.push_str(&format!("</{it}>\n")));
        holders.iter().skip(common).for_each(|it| page.push_str(&format!("<{it}>\n")));
        open = holders;
        page.push_str(&element.replace('&', "&amp;"));
        page.push('\n');
    }
    page
}

fn block(line: &str) -> (Vec<&'static str>, String) {
    let hashes = line.bytes().take_while(|b| *b == b'#').count();
    match line.split_once(' ') {
        Some((_, text)) if hashes > 0 => (vec![], format!("<h{hashes}>{text}</h{hashes}>")),
        Some(("|", row)) => {
            let cells: String =
                row.trim_end_matches(" |").split(" | ").map(|it| format!("<td>{it}</td>")).collect();
            (vec!["table"], format!("<tr>{cells}</tr>"))
        }
        Some(("-", text)) => (vec!["ul"], format!("<li>{text}")),
        Some(("", text)) => (vec!["ul", "ul"], format!("<li>{}", text.trim_start_matches([' ', '-']))),
        Some(("1." | "2.", text)) => (vec!["ol"], format!("<li>{text}")),
        _ => (vec![], format!("<p>{line}</p>")),
    }
}

#[test]
fn markdown_written_as_a_page_comes_back() {
    let read: Vec<String> =
        lines(&written(TEXT)).into_iter().filter(|line| !line.starts_with("| ---")).collect();
    assert_eq!(read, TEXT.lines().collect::<Vec<_>>());
}
