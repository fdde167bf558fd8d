//! A table as lines of Markdown.

/// The lines of a table: its head, the rule below it, and its rows. Cells hold no line breaks.
pub(crate) fn markdown(rows: &[Vec<String>]) -> Vec<String> {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut lines: Vec<String> = rows.iter().map(|row| line(row, width)).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(width)));
    }
    lines
}

fn line(row: &[String], width: usize) -> String {
    let mut line = String::from("|");
    for column in 0..width {
        let cell = row.get(column).map_or("", String::as_str);
        line.push(' ');
        line.push_str(&cell.trim().replace('\n', " ").replace('|', "\\|"));
        line.push_str(" |");
    }
    line
}
