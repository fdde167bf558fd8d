//! Markdown written as a page comes back as it was.

use crate::lines;

/// A text of every kind of block, one block a line.
const TEXT: &str = "\
# Nämndsbudget 2031
Parknämnden & friluftsrådet
# Sammanfattning
Nämnden får 184,2 miljoner kronor – 2,9 procent mer än 2030.
- Barn och unga: fler ledare
  - öppet till klockan 22
- Trygg vardag
1. Först taket
2. Sedan golvet
## Målområde - Barn och unga
### Kommunfullmäktigemål - Fler barn läser
| Indikator | Utfall 2029 | Mål 2031 |
| Andel som läser varje dag, % | 31 | 38 |
| Summa | -1 200 | 1 500 m² |
Väntad effekt: Minst 1 500 m² kan lämnas till 2034.
#### Uppdrag
Klart.
";

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
