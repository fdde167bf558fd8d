//! Markdown as pieces, line by line: also Markdown that came out of a PDF, with bold
//! paragraphs as headings, tabs as tables and paragraphs cut by page breaks.

use crate::agenda;
use crate::book::{Book, HeadingKind, Known};
use crate::chunks::{ends_sentence, wants_more};
use crate::contents::squeezed;
use crate::headings::is_goal;
use crate::joined::Joined;
use crate::markup::{heading_level, is_bold, is_emphasised, item_start, tags, unmarked, without_tags};
use crate::piece::{Heading, Piece};
use crate::plain::opens_goal;
use crate::source::Source;
use crate::tables::grid;
use crate::tables::plain::is_caption;
use crate::verdict;
use std::collections::HashSet;
use uppsikt_domain::document::LineRole;
use uppsikt_domain::section::SectionKind;

/// A caption in emphasis is at most so long, in bytes.
const LONGEST_CAPTION: usize = 160;

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
}

/// Whether a text is Markdown: by the file's ending, else by its headings.
pub(crate) fn is_markdown(file: &str, source: &Source) -> bool {
    let ending = file.rsplit('.').next().unwrap_or_default().to_lowercase();
    if matches!(ending.as_str(), "md" | "markdown" | "mdown") {
        return true;
    }
    ending != "txt"
        && (0..source.len()).filter(|line| heading_level(source.text(*line)).is_some()).count() >= 2
}

/// Reads the free lines of Markdown.
pub(crate) fn read(source: &mut Source, book: &Book<'_>, titles: &HashSet<String>) -> Vec<Piece> {
    let mut reader = Reader {
        source,
        book,
        titles,
        pieces: Vec::new(),
        ended: true,
        fenced: false,
        caption: None,
        label: None,
    };
    let mut line = 0;
    while line < reader.source.len() {
        line += reader.line(line).max(1);
    }
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
            .or_else(|| self.bold_heading(line, &text))
            .or_else(|| self.emphasised_caption(line, &text))
            .or_else(|| self.item(line))
            .or_else(|| self.heading_label(line, &text))
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

    /// Turns the paragraph above a line of "===" or "---" into a heading.
    fn underline(&mut self, text: &str) -> bool {
        match self.pieces.pop() {
            Some(Piece::Paragraph(words)) if words.source_lines().len() == 1 => {
                let level = if text.starts_with('=') { 1 } else { 2 };
                let heading = self.headed(words, Some(level));
                self.pieces.push(Piece::Heading(heading));
                true
            }
            Some(other) => {
                self.pieces.push(other);
                false
            }
            None => false,
        }
    }

    fn headed(&self, words: Joined, level: Option<u8>) -> Heading {
        let meanings = self.book.headings(&words.text);
        let listed = self.titles.contains(&squeezed(&words.text));
        Heading { words, level, listed, fresh_page: false, labelled: false, meanings }
    }

    fn heading(&mut self, line: usize, text: &str) -> Option<usize> {
        let level = heading_level(text).filter(|_| !self.fenced)?;
        let raw = self.source.raw(line);
        let hashes = raw.find('#').unwrap_or(0) + usize::from(level);
        let range = unmarked(raw, hashes..raw.trim_end().trim_end_matches('#').len().max(hashes));
        let mut words = Joined::default();
        words.push(self.source, line, range);
        if words.is_empty() {
            self.take(line, LineRole::Markup, "empty-heading");
            return Some(1);
        }
        let mut heading = self.headed(words, Some(level));
        if let Some(label) = self.label.take() {
            let told = self.book.labelled_headings(&label, &heading.words.text);
            heading.meanings.extend(told);
        }
        let by = heading.meanings.first().map_or("markdown-heading", |known| known.by.as_str()).to_owned();
        self.take(line, LineRole::Heading, &by);
        self.pieces.push(Piece::Heading(heading));
        Some(1)
    }

    fn table(&mut self, line: usize) -> Option<usize> {
        let pipe = grid::is_pipe_row(self.source.text(line));
        let bare = !pipe && grid::is_rule(self.source.text(line + 1)) && self.source.text(line).contains('|');
        let same = |source: &Source, at: usize| {
            if !source.free(at) {
                return false;
            }
            if bare {
                source.text(at).contains('|')
            } else if pipe {
                grid::is_pipe_row(source.text(at))
            } else {
                grid::is_tab_row(source.raw(at))
            }
        };
        let (lines, count) = self.table_lines(line, &same);
        if lines.len() < if pipe { 1 } else { 2 } {
            return None;
        }
        let mut laid = grid::lay(self.source, &lines);
        if let Some(caption) = self.caption.take() {
            let caption = caption.all_at(self.source);
            laid.span = caption.span.to(laid.span);
            laid.caption = Some(caption);
        }
        (line..line + count).for_each(|line| self.source.take(line, LineRole::Table, "table-row"));
        self.pieces.push(Piece::Table(Box::new(laid)));
        Some(count)
    }

    /// The rows of a table, also after the head of a page and with the table's own head printed again,
    /// and how many lines they and what stands between take.
    fn table_lines(&self, line: usize, same: &dyn Fn(&Source, usize) -> bool) -> (Vec<usize>, usize) {
        let rows = |from: usize| (from..self.source.len()).take_while(|at| same(self.source, *at));
        let mut lines: Vec<usize> = rows(line).collect();
        let mut end = line + lines.len();
        while !lines.is_empty() {
            let passed =
                |at: &usize| self.source.blank(*at) || self.source.lines[*at].role == LineRole::RunningHead;
            let between = (end..self.source.len()).take_while(passed).count();
            let paged = (end..end + between).any(|at| !self.source.blank(at));
            let again = |from: usize| {
                let head = || lines.iter().map(|at| self.source.text(*at)).take(2);
                head().zip(rows(from)).take_while(|(own, at)| *own == self.source.text(*at)).count()
            };
            let next: Vec<usize> = rows(end + between).collect();
            let headed = next.get(1).is_some_and(|at| grid::is_rule(self.source.text(*at)));
            let repeated = again(end + between);
            let marks = |at: usize| self.source.text(at).matches(['|', '\t']).count();
            let fits = next.first().is_some_and(|at| marks(*at) == marks(line));
            if !paged || !fits || (headed && repeated < 2) {
                break;
            }
            end += between + next.len();
            lines.extend(next.into_iter().skip(repeated));
        }
        let count = end - line;
        (lines, count)
    }

    fn agenda(&mut self, line: usize, text: &str) -> Option<usize> {
        let marked = item_start(self.source.raw(line));
        let start = marked.map_or(0, |(start, _)| start);
        let after = matches!(self.pieces.last(), Some(Piece::AgendaIntro(_) | Piece::AgendaLink(_)));
        let mut words = Joined::default();
        let range = unmarked(self.source.raw(line), start..self.source.raw(line).len());
        words.push(self.source, line, range);
        if let Some(count) = self.agenda_sentence(line, &words) {
            return Some(count);
        }
        let below =
            || matches!(self.pieces.last(), Some(Piece::Heading(heading)) if is_goal(&heading.meanings));
        if (after && agenda::is_link(&words.text)) || (agenda::is_own(&words.text) && (after || below())) {
            let count = self.wrapped_name(line);
            (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
            (line..line + count).for_each(|at| self.source.take(at, LineRole::Agenda, "agenda-link"));
            self.pieces.push(Piece::AgendaLink(words));
            return Some(count);
        }
        let named = || below() && agenda::are_own_after_colon(self.source, &words);
        if !text.contains(':') || !(self.book.is_agenda_intro(&words.text) || named()) {
            return None;
        }
        let mut count = 1;
        if !words.text.trim_end_matches(['*', '_', ' ']).ends_with(':') {
            count = self.wrapped(line);
            (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
            if agenda::links_after_colon(self.source, &words).is_empty() {
                return None;
            }
        }
        (line..line + count).for_each(|at| self.source.take(at, LineRole::Agenda, "agenda-intro"));
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }

    /// A paragraph of a goal that is one sentence and names its links: "Målet bidrar till Agenda
    /// 2030-målen 3 God hälsa och välbefinnande och 5 Jämställdhet."
    fn agenda_sentence(&mut self, line: usize, first: &Joined) -> Option<usize> {
        if !self.ended || first.text.contains(':') || !opens_goal(&self.pieces) {
            return None;
        }
        let count = self.wrapped(line);
        let mut words = first.clone();
        (line + 1..line + count).for_each(|more| words.push_line(self.source, more));
        let told = words.text.ends_with('.') && self.book.is_agenda_intro(&words.text);
        if !told || agenda::own_links_in_sentence(self.source, &words).is_empty() {
            return None;
        }
        (line..line + count).for_each(|at| self.source.take(at, LineRole::Agenda, "agenda-sentence"));
        self.pieces.push(Piece::AgendaIntro(words));
        Some(count)
    }

    /// How many lines a link's name is printed on: the further ones begin with a small letter.
    fn wrapped_name(&self, line: usize) -> usize {
        let lines = self.wrapped(line);
        let small = |at: &usize| self.source.text(*at).starts_with(char::is_lowercase);
        1 + (line + 1..line + lines).take_while(small).count()
    }

    /// How many lines a paragraph is printed on.
    fn wrapped(&self, line: usize) -> usize {
        let goes_on = |at: &usize| {
            let text = self.source.text(*at);
            self.source.free(*at)
                && heading_level(text).is_none()
                && item_start(self.source.raw(*at)).is_none()
                && !grid::is_pipe_row(text)
        };
        1 + (line + 1..self.source.len()).take_while(goes_on).count()
    }

    /// A paragraph that is bold from end to end is a heading.
    fn bold_heading(&mut self, line: usize, text: &str) -> Option<usize> {
        if !self.ended || !is_bold(text) || text.trim_end_matches(['*', '_']).ends_with(':') {
            return None;
        }
        if self.is_stated(text) {
            return None;
        }
        if self.source.free(line + 1) {
            return None;
        }
        let raw = self.source.raw(line);
        let mut words = Joined::default();
        words.push(self.source, line, unmarked(raw, 0..raw.len()));
        if self.table_follows(line) && !self.book.is_plain_heading(&words.text) {
            self.take(line, LineRole::Table, "table-caption");
            self.caption = Some(words);
            return Some(1);
        }
        let heading = self.headed(words, None);
        let by = heading.meanings.first().map_or("bold-paragraph", |known| known.by.as_str()).to_owned();
        self.take(line, LineRole::Heading, &by);
        self.pieces.push(Piece::Heading(heading));
        Some(1)
    }

    /// "**Uppfyllt.**" right below the heading of an assessment is what it says.
    fn is_stated(&self, text: &str) -> bool {
        use SectionKind::{AssessmentPeriod, AssessmentTerm};
        let assessing =
            |known: &Known| matches!(known.kind, HeadingKind::Section(AssessmentPeriod | AssessmentTerm));
        let below = matches!(self.pieces.last(), Some(Piece::Heading(heading)) if heading.meanings.first().is_some_and(assessing));
        below && verdict::is_status(text.trim_matches(['*', '_', '.', ' ']), self.book)
    }

    /// A short emphasised line right above a table is its caption.
    fn emphasised_caption(&mut self, line: usize, text: &str) -> Option<usize> {
        let after_table = matches!(self.pieces.last(), Some(Piece::Table(_)));
        let caption = |words: &str| is_caption(words, self.book) || (!after_table && !ends_sentence(words));
        if !self.ended || !is_emphasised(text) || is_bold(text) || self.source.free(line + 1) {
            return None;
        }
        let raw = self.source.raw(line);
        let mut words = Joined::default();
        words.push(self.source, line, unmarked(raw, 0..raw.len()));
        if words.text.len() > LONGEST_CAPTION || !self.table_follows(line) || !caption(&words.text) {
            return None;
        }
        self.take(line, LineRole::Table, "table-caption");
        self.caption = Some(words);
        Some(1)
    }

    /// A short line right above a heading with the style's own word for goal, area or
    /// assignment says what the heading is.
    fn heading_label(&mut self, line: usize, text: &str) -> Option<usize> {
        let next = (line + 1..self.source.len()).find(|at| !self.source.blank(*at))?;
        let name = self.source.text(next);
        let alone = self.ended && next > line + 1 && self.source.free(next) && !self.fenced;
        if !alone || heading_level(name).is_none() {
            return None;
        }
        let name = name.trim_start_matches('#').trim().to_owned();
        if self.book.labelled_headings(text, &name).is_empty() {
            return None;
        }
        self.take(line, LineRole::Markup, "heading-label");
        self.label = Some(text.to_owned());
        Some(1)
    }

    /// Whether the next line with words is a row of a table, running heads aside.
    fn table_follows(&self, line: usize) -> bool {
        let next = (line + 1..self.source.len()).find(|at| self.source.free(*at));
        next.is_some_and(|at| {
            grid::is_pipe_row(self.source.text(at))
                || grid::is_rule(self.source.text(at + 1))
                || (grid::is_tab_row(self.source.raw(at)) && grid::is_tab_row(self.source.raw(at + 1)))
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
        let note = self.ended
            && is_emphasised(text)
            && matches!(self.pieces.last(), Some(Piece::Table(_) | Piece::Note(_)));
        match self.pieces.last_mut() {
            Some(Piece::Paragraph(open) | Piece::Item { words: open, .. } | Piece::Note(open))
                if !self.ended || ((lower || wants_more(&open.text)) && !ends_sentence(&open.text)) =>
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
    fn underlined_headings_tables_and_notes_are_known() {
        let text = "Ekonomi\n=======\n\n| a | b |\n|---|---|\n| c | 1 |\n\n*Tabellen visar allt.*\n";
        assert_eq!(read_all(text), ["Some(1) Ekonomi", "t 1", "n *Tabellen visar allt.*"]);
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
