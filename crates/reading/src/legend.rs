//! Signs of a document's own whose meaning a line of it tells: "★ målet nås, ☆ målet nås delvis".

use crate::book::Book;
use crate::source::Source;
use crate::verdict;
use std::collections::HashMap;
use uppsikt_domain::assessment::{Assessment, Status};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::Section;

/// What a sign means is told in so many bytes at most.
const LONGEST: usize = 80;

/// Gives assessments that are a sign which the style does not know the status that the document tells.
pub(crate) fn settle(source: &Source, book: &Book<'_>, sections: &mut [Section]) {
    let mut signs: HashMap<char, Option<Status>> = HashMap::new();
    each(sections, &mut |assessment| {
        if let Some(sign) = unknown_sign(assessment, book) {
            signs.entry(sign).or_default();
        }
    });
    if signs.is_empty() {
        return;
    }
    for (sign, status) in &mut signs {
        *status = meaning(source, book, *sign);
    }
    each(sections, &mut |assessment| {
        let told = unknown_sign(assessment, book).and_then(|sign| *signs.get(&sign)?);
        assessment.status = told.unwrap_or(assessment.status);
    });
}

/// Does something with every assessment, those in tables too.
fn each(sections: &mut [Section], act: &mut dyn FnMut(&mut Assessment)) {
    for section in sections {
        section.assessment.iter_mut().for_each(&mut *act);
        for block in &mut section.blocks {
            if let Content::Table(table) = &mut block.content {
                each(&mut table.goals, act);
            }
        }
        each(&mut section.sections, act);
    }
}

/// The sign that an assessment is and nothing else, where the style does not know it.
fn unknown_sign(assessment: &Assessment, book: &Book<'_>) -> Option<char> {
    let mut signs = assessment.wording.chars().filter(|c| !c.is_whitespace() && *c != '\u{fe0f}');
    let sign = signs.next().filter(|sign| !sign.is_alphanumeric() && !sign.is_ascii_punctuation())?;
    let known =
        matches!(sign, '\u{2013}' | '\u{2014}' | '\u{2212}') || book.cell_status(&sign.to_string()).is_some();
    (assessment.status == Status::NotStated && signs.next().is_none() && !known).then_some(sign)
}

/// What the words after a sign in a line of text say that it means.
fn meaning(source: &Source, book: &Book<'_>, sign: char) -> Option<Status> {
    let lines = (0..source.len()).filter(|line| source.lines[*line].role != LineRole::Table);
    let told = lines.map(|line| source.text(line)).filter_map(|text| text.split_once(sign));
    told.map(|(_, after)| words(after)).find_map(|words| {
        let stated = verdict::first_status(words, book).map(|(status, _)| status);
        stated.or_else(|| book.cell_status(words))
    })
}

/// The words right after a sign, up to the next sign or the end of their part.
fn words(after: &str) -> &str {
    let rest = after.trim_start_matches(['\u{fe0f}', ' ', '=', ':', '-', '\u{2013}', '(']);
    let ends = |c: char| matches!(c, ',' | ';' | '|' | '.' | ')') || !(c.is_alphanumeric() || c == ' ');
    let end = rest.find(ends).unwrap_or(rest.len());
    let end = rest[..end].find("   ").unwrap_or(end);
    if end <= LONGEST { rest[..end].trim_end() } else { "" }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::assessment::{Horizon, Status};

    #[test]
    fn the_document_tells_what_its_signs_mean() {
        let text = "# Delårsrapport 2031\n\nParknämnden\n\n## Måluppfyllelse\n\n\
                    Tecken: ★ målet nås, ☆ målet nås delvis, ○ målet nås inte\n\n\
                    | Nämndmål | Helår | Mandatperiod |\n|---|---|---|\n| Alla har nära till en park | ★ | ☆ |\n\
                    | Alla dammar är rena | ○ | ◇ |\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let areas = document.goal_areas();
        let status = |at: usize, horizon| areas[0].goals[at].assessment(horizon).map(|it| it.status);
        assert_eq!(status(0, Horizon::Period), Some(Status::OnTrack));
        assert_eq!(status(0, Horizon::Term), Some(Status::PartlyOnTrack));
        assert_eq!(status(1, Horizon::Period), Some(Status::OffTrack));
        assert_eq!(status(1, Horizon::Term), Some(Status::NotStated));
    }
}
