//! Prints what the reader makes of a file: the outline, or with `--json` the reading, or with
//! `--explain` what took each line.
//!
//! `cargo run -p uppsikt-reading --example outline -- FILE [--json|--explain|--tables] [--style STYLE.toml]`

use uppsikt_domain::block::Content;
use uppsikt_domain::document::Document;
use uppsikt_domain::section::Section;
use uppsikt_reading::{HouseStyle, explain, json, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let file = args.first().ok_or("which file?")?;
    let style = match args.iter().position(|arg| arg == "--style").and_then(|at| args.get(at + 1)) {
        Some(path) => HouseStyle::from_toml(&std::fs::read_to_string(path)?)?,
        None => HouseStyle::standard(),
    };
    let document = read(file, &std::fs::read(file)?, &style)?;
    match args.get(1).map(String::as_str) {
        Some("--json") => println!("{}", serde_json::to_string_pretty(&json::reading_json(&document))?),
        Some("--explain") => explain(&document).iter().for_each(|line| {
            println!(
                "{:>5} {:>4?} {:<12} {:<28} {}",
                line.line,
                line.page,
                format!("{:?}", line.role),
                line.by,
                line.text
            );
        }),
        Some("--tables") => tables(&document),
        _ => outline(&document),
    }
    Ok(())
}

fn outline(document: &Document) {
    let body = document.body.as_ref().map(|body| body.text.as_str());
    println!(
        "{:?} {:?} {:?} {:?}",
        document.kind,
        body,
        document.year,
        document.title.as_ref().map(|it| &it.text)
    );
    println!("contents {}", document.contents.len());
    document.sections.iter().for_each(section);
    println!(
        "figures {} references {} unread {}",
        document.figures.len(),
        document.references.len(),
        document.unread.len()
    );
    document.unread.iter().for_each(|unread| println!("  {} {:?}", unread.at.line, unread.text));
}

fn section(found: &Section) {
    let indent = "  ".repeat(usize::from(found.level));
    println!("{:>5}{indent}[{}] {}", found.span.at.line, found.kind.code(), found.name);
    for block in &found.blocks {
        let what = match &block.content {
            Content::Paragraph { text } => format!("p {}", text.chars().take(50).collect::<String>()),
            Content::List { items, .. } => format!("list {}", items.len()),
            Content::Table(table) => {
                format!("table {:?} {}x{}", table.kind, table.rows.len(), table.columns.len())
            }
            Content::Agenda { links, .. } => {
                format!("agenda {:?}", links.iter().map(|link| link.number).collect::<Vec<_>>())
            }
            Content::Note { .. } => "note".to_owned(),
            Content::Diagram { .. } => "diagram".to_owned(),
        };
        println!("     {indent}  · {what}");
    }
    if let Some(assessment) = &found.assessment {
        println!(
            "     {indent}  = {:?} {:?} {:?}",
            assessment.horizon, assessment.status, assessment.wording
        );
    }
    if let Some(assignment) = &found.assignment {
        println!(
            "     {indent}  = {:?} {:?} {:?}",
            assignment.lead, assignment.assignees, assignment.report_back.how
        );
    }
    for indicator in &found.indicators {
        println!(
            "     {indent}  ~ {:?} {:?}→{:?} {}",
            indicator.kind, indicator.baseline, indicator.target, indicator.text
        );
    }
    if let Some(effect) = &found.expected_effect {
        println!("     {indent}  > {}", effect.text);
    }
    found.sections.iter().for_each(section);
}

fn tables(document: &Document) {
    for (_, table) in document.tables() {
        let caption = table.caption.as_ref().map(|caption| caption.text.as_str());
        println!(
            "\n{:?} {:?} {:?} unit {} line {}-{}",
            table.kind,
            caption,
            table.label_heading,
            table.unit.code(),
            table.span.at.line,
            table.span.end_line
        );
        for column in &table.columns {
            println!("  | {:?} {:?} {}", column.heading.text, column.kind, column.unit.code());
        }
        for row in &table.rows {
            let cells: Vec<String> =
                row.cells.iter().map(|cell| cell.printed.clone().unwrap_or("∅".to_owned())).collect();
            println!(
                "  {:<10} {:<14} {} => {}",
                format!("{:?}", row.role),
                row.line.as_deref().unwrap_or(""),
                row.label.text,
                cells.join(" | ")
            );
        }
    }
}
