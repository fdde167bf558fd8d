//! Which pattern took which line: the data of `read --explain`.

use uppsikt_domain::document::{Document, LineRole};

/// A line of the source and what took it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained<'a> {
    /// The line's number, one-based, as the file itself counts and as [`crate::json`] does.
    pub line: u32,
    /// Its page, where it is known.
    pub page: Option<u32>,
    /// What it was taken as.
    pub role: LineRole,
    /// The pattern of the style or the rule that took it. Empty for blank lines.
    pub by: &'a str,
    /// The line as printed.
    pub text: &'a str,
}

/// Every line of the document's source, in order. Empty lines between the blocks of a file that numbers
/// those itself are none.
pub fn explain(document: &Document) -> Vec<Explained<'_>> {
    let numbered = document.lines.iter().any(|line| line.number.is_some());
    let lines = (1..).zip(&document.lines);
    lines
        .filter(|(_, source)| !numbered || source.number.is_some())
        .map(|(line, source)| Explained {
            line: source.number.unwrap_or(line),
            page: source.page,
            role: source.role,
            by: &source.by,
            text: &source.text,
        })
        .collect()
}

/// How many lines a pattern of the style or a rule took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken<'a> {
    /// What it took them as.
    pub role: LineRole,
    /// The pattern or the rule.
    pub by: &'a str,
    /// How many.
    pub lines: usize,
}

/// What took the lines, those that took most first.
pub fn taken_by(document: &Document) -> Vec<Taken<'_>> {
    let mut found: Vec<Taken<'_>> = Vec::new();
    for line in document.lines.iter().filter(|line| line.role != LineRole::Blank) {
        match found.iter_mut().find(|it| it.role == line.role && it.by == line.by) {
            Some(taken) => taken.lines += 1,
            None => found.push(Taken { role: line.role, by: &line.by, lines: 1 }),
        }
    }
    found.sort_by(|a, b| b.lines.cmp(&a.lines).then(a.by.cmp(b.by)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{HouseStyle, read};

    #[test]
    fn lines_are_numbered_as_the_reading_numbers_them() {
        let page =
            "<body><h1>Nämndsbudget 2031</h1><p>Parknämnden</p><h2>Sammanfattning</h2><p>Året.</p></body>";
        let document = read("a.html", page.as_bytes(), &HouseStyle::standard()).unwrap();
        let told: Vec<(u32, &str)> = explain(&document).iter().map(|it| (it.line, it.text)).collect();
        assert_eq!(told[2], (3, "## Sammanfattning"));
        assert_eq!(told.len(), 4);
        let reading = crate::json::reading_json(&document);
        assert_eq!(reading["sections"][0]["at"]["line"], 3);
    }

    #[test]
    fn lines_are_counted_by_what_took_them() {
        let text = "Nämndsbudget 2031\n\nSammanfattning\n\nEtt.\n\nTvå.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let taken = taken_by(&document);
        assert_eq!((taken[0].by, taken[0].lines), ("text", 2));
        assert!(taken.iter().any(|it| it.by == "Sammanfattning" && it.role == LineRole::Heading));
    }
}
