//! Markdown as pieces, line by line: also Markdown that came out of a PDF, with bold
//! paragraphs as headings, tabs as tables and paragraphs cut by page breaks.

mod goals;
mod headings;
mod links;
mod strips;
mod tables;

use crate::book::Book;
use crate::breaks::is_label;
use crate::chunks::{ends_sentence, wants_more};
use crate::headings::mark_codes;
use crate::joined::Joined;
use crate::markup::{heading_level, is_emphasised, item_start, tags, without_tags};
use crate::piece::Piece;
use crate::source::Source;
use std::collections::HashSet;
use uppsikt_domain::document::LineRole;

struct Reader<'a> {
    source: &'a mut Source,
    book: &'a Book<'a>,
    titles: &'a HashSet<String>,
    pieces: Vec<Piece>,
    /// Whether an empty line has ended what came before.
    ended: bool,
    fenced: bool,
    /// The caption of the table that follows.
    caption: Option<Joined>,
    /// The style's own word for what the next heading is, printed above it.
    label: Option<String>,
    marked_goals: goals::Marked,
}

/// Headings of lower levels in a file of plain text: so many show that it is Markdown all the same.
const HEADINGS_IN_TEXT: usize = 3;

/// Whether a text is Markdown: by the file's ending, else by its headings.
pub(crate) fn is_markdown(file: &str, source: &Source) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    if matches!(ending.as_str(), "md" | "markdown" | "mdown") {
        return true;
    }
    let levels = || (0..source.len()).filter_map(|line| heading_level(source.text(line)));
    if ending == "txt" {
        levels().filter(|level| *level >= 2).count() >= HEADINGS_IN_TEXT
    } else {
        levels().count() >= 2
    }
}

/// Reads the free lines of Markdown.
pub(crate) fn read(source: &mut Source, book: &Book<'_>, titles: &HashSet<String>) -> Vec<Piece> {
    let marked_goals = goals::marked(source, book);
    let mut reader = Reader {
        source,
        book,
        titles,
        pieces: Vec::new(),
        ended: true,
        fenced: false,
        caption: None,
        label: None,
        marked_goals,
    };
    let mut line = 0;
    while line < reader.source.len() {
        line += reader.line(line).max(1);
    }
    mark_codes(&mut reader.pieces, book);
    reader.pieces
}

impl Reader<'_> {
    fn take(&mut self, line: usize, role: LineRole, by: &str) {
        self.source.take(line, role, by);
    }

    /// Takes the line and those that belong to it; gives their number.
    fn line(&mut self, line: usize) -> usize {
        if !self.source.free(line) {
            self.ended |= self.source.blank(line);
            return 1;
        }
        let text = self.source.text(line).to_owned();
        let count = self
            .markup(line, &text)
            .or_else(|| self.heading(line, &text))
            .or_else(|| self.table(line))
            .or_else(|| self.agenda(line, &text))
            .or_else(|| self.diagram(line, &text))
            .or_else(|| self.bold_heading(line, &text))
            .or_else(|| self.caption(line, &text))
            .or_else(|| self.item(line))
            .or_else(|| self.heading_label(line, &text))
            .or_else(|| self.goal_paragraph(line))
            .unwrap_or_else(|| self.paragraph(line, &text));
        self.ended = false;
        count
    }

    fn markup(&mut self, line: usize, text: &str) -> Option<usize> {
        if text.starts_with("```") || text.starts_with("~~~") {
            self.fenced = !self.fenced;
            self.take(line, LineRole::Markup, "fence");
            return Some(1);
        }
        let rule = text.len() >= 3 && text.chars().all(|c| matches!(c, '-' | '*' | '_' | ' ' | '='));
        let comment = text.starts_with("<!--") && text.ends_with("-->");
        let tag = text.starts_with('<') && text.ends_with('>') && without_tags(text).trim().is_empty();
        if rule || comment || tag {
            let setext = rule && !self.ended && text.starts_with(['=', '-']) && self.underline(text);
            self.take(line, LineRole::Markup, if setext { "heading-underline" } else { "markup" });
            self.ended = true;
            return Some(1);
        }
        let noise = !text.chars().any(char::is_alphanumeric);
        noise.then(|| {
            self.take(line, LineRole::Unread, "noise");
            1
        })
    }

    fn item(&mut self, line: usize) -> Option<usize> {
        let (start, ordered) = item_start(self.source.raw(line))?;
        let mut words = Joined::default();
        words.push(self.source, line, start..self.source.raw(line).len());
        self.take(line, LineRole::Text, "list-item");
        self.pieces.push(Piece::Item { ordered, words });
        Some(1)
    }

    fn paragraph(&mut self, line: usize, text: &str) -> usize {
        let words = self.paragraph_words(line);
        self.take(line, LineRole::Text, "text");
        let lower = words
            .text
            .trim_start_matches(['*', '_', '"'])
            .starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == '(');
        // "Bedömning för mandatperioden: …" right below another judgement is one of its own.
        let judges = !self.ended && is_label(self.book, text);
        let note = self.ended
            && is_emphasised(text)
            && matches!(self.pieces.last(), Some(Piece::Table(_) | Piece::Note(_)));
        match self.pieces.last_mut() {
            Some(Piece::Paragraph(open) | Piece::Item { words: open, .. } | Piece::Note(open))
                if (!self.ended && !judges)
                    || ((lower || wants_more(&open.text)) && !ends_sentence(&open.text)) =>
            {
                open.append(&words);
            }
            _ if note => self.pieces.push(Piece::Note(words)),
            _ => self.pieces.push(Piece::Paragraph(words)),
        }
        1
    }

    fn paragraph_words(&self, line: usize) -> Joined {
        let raw = self.source.raw(line);
        let mut words = Joined::default();
        let mut from = 0;
        for tag in tags(raw) {
            words.push(self.source, line, from..tag.start);
            from = tag.end;
        }
        words.push(self.source, line, from..raw.len());
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read_all(text: &str) -> Vec<String> {
        let style = HouseStyle::standard();
        let mut source = Source::new(text);
        let pieces = read(&mut source, &Book::new(&style), &HashSet::new());
        pieces
            .into_iter()
            .map(|piece| match piece {
                Piece::Heading(heading) => format!("{:?} {}", heading.level, heading.words.text),
                Piece::Paragraph(words) => format!("p {}", words.text),
                Piece::Item { ordered, words } => {
                    format!("{} {}", if ordered { "1." } else { "-" }, words.text)
                }
                Piece::AgendaIntro(words) => format!("a {}", words.text),
                Piece::AgendaLink(words) => format!("l {}", words.text),
                Piece::Table(laid) => format!("t {}", laid.rows.len()),
                Piece::Note(words) => format!("n {}", words.text),
                Piece::Diagram { caption, .. } => format!("d {}", caption.text),
            })
            .collect()
    }

    #[test]
    fn marks_are_taken_off_headings_and_paragraphs_cut_by_pages_are_joined() {
        let text = "# **Planering för 2031** #\n\nArbetet görs på uppdrag\n\nav nämnden.\n\nNy text.\n";
        assert_eq!(
            read_all(text),
            ["Some(1) Planering för 2031", "p Arbetet görs på uppdrag av nämnden.", "p Ny text."]
        );
    }

    #[test]
    fn a_bold_paragraph_is_a_heading_but_not_one_that_ends_in_a_colon() {
        let text = "**Uppdraget**\n\n**Målet bidrar till följande Agenda 2030-mål:**\n\n-  5 Jämställdhet\n\n- Annat\n";
        let expected = [
            "None Uppdraget",
            "a Målet bidrar till följande Agenda 2030-mål:",
            "l 5 Jämställdhet",
            "- Annat",
        ];
        assert_eq!(read_all(text), expected);
    }

    #[test]
    fn a_judgement_right_below_another_and_bold_words_right_below_a_goal_stand_alone() {
        let text = "# Mål – Fler träd\n**Uppföljning och bedömning**\n\nTräden är 12.\n\nMåluppfyllelse 2031: Ej uppfyllt\nBedömning för mandatperioden: Målet nås\n";
        let expected = [
            "Some(1) Mål – Fler träd",
            "None Uppföljning och bedömning",
            "p Träden är 12.",
            "p Måluppfyllelse 2031: Ej uppfyllt",
            "p Bedömning för mandatperioden: Målet nås",
        ];
        assert_eq!(read_all(text), expected);
    }

    #[test]
    fn underlined_headings_tables_and_notes_are_known() {
        let text = "Ekonomi\n=======\n\n| a | b |\n|---|---|\n| c | 1 |\n\n*Tabellen visar allt.*\n";
        assert_eq!(read_all(text), ["Some(1) Ekonomi", "t 1", "n *Tabellen visar allt.*"]);
    }

    #[test]
    fn words_right_above_a_table_are_its_caption_and_sentences_are_not() {
        let table = "\n\n| a | b |\n|---|---|\n| c | 1 |\n";
        let caption = |above: &str| {
            let text = format!("{above}{table}");
            let document = crate::read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
            document.tables().first().and_then(|(_, table)| Some(table.caption.as_ref()?.text.clone()))
        };
        for above in ["Tabell 2. Trädens ålder", "Förändring av ramen, mnkr", "Mått", "Mått för mål 1.2"]
        {
            assert_eq!(caption(above).as_deref(), Some(above));
        }
        for above in ["Ramen ökar med två träd.", "Så fördelas ramen:", "Vi har fem träd"] {
            assert_eq!(caption(above), None, "{above}");
        }
    }

    #[test]
    fn charts_have_a_caption_and_a_source_and_are_no_sections() {
        let text = "**Diagram 1. Träd per år**\n\nKälla: Parkförvaltningen\n\nFigur 2 Gräs i hela\nstaden Källa: SCB\n\nDiagram 3 visar trädens ålder.\n";
        let document = crate::read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let told = crate::json::reading_json(&document);
        let told = |at: usize| {
            let diagram = &told["diagrams"][at];
            (diagram["caption"].clone(), diagram["source"].clone())
        };
        assert_eq!(told(0), ("Diagram 1. Träd per år".into(), "Källa: Parkförvaltningen".into()));
        assert_eq!(told(1), ("Figur 2 Gräs i hela staden".into(), "Källa: SCB".into()));
        assert!(told(2).0.is_null());
    }

    #[test]
    fn a_chapter_after_priorities_is_no_priority() {
        let text = "# Plan 2031\n\n## Nämndens prioriteringar\n\n### Träd\n\nFler träd.\n\n### Gräs\n\nMer gräs.\n\n## Trivsel i parken\n\nBänkar.\n";
        let document = crate::read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let told = crate::json::reading_json(&document);
        assert_eq!(told["priorities"].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn a_table_goes_on_after_the_head_of_a_page_and_with_its_own_head_again() {
        let page = |page: u32| format!("\nDelårsrapport 2031, Parknämnden {page}(4)\n\n");
        let head = "| Tkr | Budget | Prognos |\n|---|---|---|\n";
        let rows = ["| Träd | 1 | 2 |\n", "| Gräs | 3 | 4 |\n", "| Damm | 5 | 6 |\n"];
        let other = "| Mål | Läge | Ord |\n|---|---|---|\n| Fler | På väg | Ja |\n";
        let text = format!(
            "{head}{}{}{}{}{head}{}{}{other}",
            rows[0],
            page(2).trim_start(),
            rows[1],
            page(3),
            rows[2],
            page(4)
        );
        let style = HouseStyle::standard();
        let document = crate::read("a.md", text.as_bytes(), &style).unwrap();
        let labels = |at: usize| -> Vec<String> {
            document.tables()[at].1.rows.iter().map(|row| row.label.text.clone()).collect()
        };
        assert_eq!(
            (document.tables().len(), labels(0)),
            (2, vec!["Träd".into(), "Gräs".into(), "Damm".into()])
        );
        assert_eq!(labels(1), ["Fler"]);
    }
}
