//! What a municipality says of words that its style file lacks: a style with it, and the file
//! with it written in.

use crate::error::{StyleError, StyleFault};
use crate::style::HouseStyle;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TableLike, Value, value};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::style_addition::{Leftover, StyleAddition};
use uppsikt_messages::{Lang, Message};

/// Kinds of tables that words of a caption can tell.
const TABLES: [&str; 6] = ["statement", "split", "budget_areas", "investments", "ledger", "net_cost"];

impl HouseStyle {
    /// What words that were left over can mean in this style, in order.
    pub fn meanings(&self, of: Leftover) -> Vec<String> {
        match of {
            Leftover::Heading => self.headings.keys().map(|kind| kind.code().to_owned()).collect(),
            Leftover::Status => Status::ALL.iter().map(|status| status.code().to_owned()).collect(),
            Leftover::Line => self.structure.statement.iter().map(|line| line.key.clone()).collect(),
            Leftover::Table => TABLES.map(str::to_owned).to_vec(),
            Leftover::Title => self.documents.keys().map(|kind| kind.code().to_owned()).collect(),
        }
    }

    /// The style with what has been said of words that it lacks.
    pub fn with_additions(mut self, additions: &[StyleAddition]) -> Self {
        for addition in additions {
            if let Some(list) = self.list_of(addition.of, &addition.means) {
                list.insert(0, addition.words.clone());
            }
        }
        self
    }

    /// The list of the style that words of a meaning stand in.
    fn list_of(&mut self, of: Leftover, means: &str) -> Option<&mut Vec<String>> {
        match of {
            Leftover::Heading => {
                self.headings.iter_mut().find(|(kind, _)| kind.code() == means).map(|(_, list)| list)
            }
            Leftover::Status => self.status_list(means),
            Leftover::Line => {
                let line = self.structure.statement.iter_mut().find(|line| line.key == means)?;
                Some(&mut line.synonyms)
            }
            Leftover::Table => self.table_list(means),
            Leftover::Title => {
                self.documents.iter_mut().find(|(kind, _)| kind.code() == means).map(|(_, list)| list)
            }
        }
    }

    fn status_list(&mut self, means: &str) -> Option<&mut Vec<String>> {
        let words = &mut self.status;
        match Status::ALL.into_iter().find(|status| status.code() == means)? {
            Status::OnTrack => Some(&mut words.on_track),
            Status::PartlyOnTrack => Some(&mut words.partly_on_track),
            Status::OffTrack => Some(&mut words.off_track),
            Status::NotStated => Some(&mut words.not_stated),
        }
    }

    fn table_list(&mut self, means: &str) -> Option<&mut Vec<String>> {
        let words = &mut self.tables;
        match means {
            "statement" => Some(&mut words.statement),
            "split" => Some(&mut words.split),
            "budget_areas" => Some(&mut words.budget_areas),
            "investments" => Some(&mut words.investments),
            "ledger" => Some(&mut words.ledger),
            "net_cost" => Some(&mut words.net_cost),
            _ => None,
        }
    }
}

/// A municipality's style file with what has been said of words that it lacks, each with a
/// comment that tells who said so, when, and where the words were found.
///
/// # Errors
/// When the file is no TOML, or holds something else where a list is to stand.
pub fn style_file(
    own: &str,
    name: &str,
    additions: &[StyleAddition],
    lang: Lang,
) -> Result<String, StyleError> {
    let mut file: DocumentMut = own.parse().map_err(|_| StyleError::of(StyleFault::Syntax))?;
    if own.trim().is_empty() {
        file["name"] = value(name);
        let about = Message::new("reading-style-file").in_lang(lang);
        file.decor_mut().set_prefix(format!("# {}\n\n", about.replace('\n', "\n# ")));
    }
    for addition in additions.iter().filter(|addition| addition.has_meaning()) {
        add(&mut file, addition, lang).ok_or_else(|| StyleError::of(StyleFault::Value))?;
    }
    Ok(file.to_string())
}

/// Writes an addition in its list. `None`: something else stands there.
fn add(file: &mut DocumentMut, addition: &StyleAddition, lang: Lang) -> Option<()> {
    let table = match addition.of {
        Leftover::Heading => "headings",
        Leftover::Status => "status",
        Leftover::Table => "tables",
        Leftover::Title => "documents",
        Leftover::Line => return add_line(file, addition, lang),
    };
    put(
        file.entry(table).or_insert(Item::Table(Table::new())).as_table_like_mut()?,
        &addition.means,
        addition,
        lang,
    )
}

/// A line of the statement gets another name.
fn add_line(file: &mut DocumentMut, addition: &StyleAddition, lang: Lang) -> Option<()> {
    let structure = file.entry("structure").or_insert_with(|| {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    });
    let lines = structure.as_table_like_mut()?.entry("statement");
    let lines = lines.or_insert(Item::ArrayOfTables(ArrayOfTables::new())).as_array_of_tables_mut()?;
    let is_it = |line: &Table| line.get("key").and_then(Item::as_str) == Some(&addition.means);
    if !lines.iter().any(is_it) {
        let mut line = Table::new();
        line["key"] = value(&addition.means);
        lines.push(line);
    }
    let line = lines.iter_mut().find(|line| is_it(line))?;
    put(line, "synonyms", addition, lang)
}

/// Puts words first in a list, on a line of their own under a comment.
fn put(table: &mut dyn TableLike, key: &str, addition: &StyleAddition, lang: Lang) -> Option<()> {
    let list = table.entry(key).or_insert(value(Array::new())).as_array_mut()?;
    if let Some(first) = list.get_mut(0) {
        let prefix = first.decor().prefix().and_then(|prefix| prefix.as_str()).unwrap_or_default();
        if !prefix.contains('\n') {
            first.decor_mut().set_prefix("\n  ");
        }
    } else {
        list.set_trailing("\n");
    }
    let mut words = Value::from(addition.words.as_str());
    words.decor_mut().set_prefix(format!("\n  # {}\n  ", comment(addition, lang)));
    list.insert_formatted(0, words);
    list.set_trailing_comma(true);
    Some(())
}

/// Who said it, when, and where the words were found, on one line.
fn comment(addition: &StyleAddition, lang: Lang) -> String {
    let told = Message::new("reading-style-addition")
        .with("who", addition.who.as_str())
        .with("day", addition.added_at.format("%Y-%m-%d").to_string())
        .with("file", addition.found_in.as_str());
    told.in_lang(lang).chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_domain::section::SectionKind;

    fn addition(of: Leftover, words: &str, means: &str) -> StyleAddition {
        StyleAddition {
            of,
            words: words.to_owned(),
            means: means.to_owned(),
            found_in: "rapport.md".to_owned(),
            who: "Eva\nEk".to_owned(),
            added_at: Default::default(),
        }
    }

    fn all() -> Vec<StyleAddition> {
        vec![
            addition(Leftover::Heading, "Så \"här\" gick det {year}", "report"),
            addition(Leftover::Heading, "Kort och gott", "summary"),
            addition(Leftover::Status, "trögt men stadigt", "partly_on_track"),
            addition(Leftover::Line, "Statligt stöd", "grants"),
            addition(Leftover::Table, "*parkernas pengar*", "budget_areas"),
            addition(Leftover::Title, "Uppdragsplan {year} för {body}", "committee_budget"),
            addition(Leftover::Heading, "Lämnad", ""),
        ]
    }

    #[test]
    fn the_file_reads_as_the_style_with_its_additions() {
        let own = "# Vår stil\nname = \"Ekby\"\n[headings]\nsummary = [\"Inledning\"] # kort\n\n\
                   [[structure.statement]]\nkey = \"grants\"\nsynonyms = [\"Stöd\"]\n";
        for own in ["", own] {
            let style = HouseStyle::from_toml(own).unwrap().with_additions(&all());
            let file = style_file(own, "Ekby", &all(), Lang::Sv).unwrap();
            let read = HouseStyle::from_toml(&file).unwrap();
            assert_eq!(HouseStyle { name: "Ekby".into(), ..style }, read, "{file}");
            assert_eq!(read.headings[&SectionKind::Report][0], "Så \"här\" gick det {year}");
            assert!(file.contains("# Eva Ek, 1970-01-01, ur rapport.md\n"), "{file}");
            assert!(!file.contains("Lämnad"));
        }
        let file = style_file(own, "Ekby", &all(), Lang::Sv).unwrap();
        assert!(file.starts_with("# Vår stil\n") && file.contains("# kort"), "{file}");
    }

    #[test]
    fn every_meaning_has_its_list() {
        let mut style = HouseStyle::standard();
        for of in Leftover::ALL {
            for means in style.meanings(of) {
                assert!(style.list_of(of, &means).is_some(), "{means}");
            }
            assert!(style.list_of(of, "").is_none());
        }
    }

    #[test]
    fn a_file_that_holds_something_else_is_told() {
        let own = "headings = 3\n";
        assert!(style_file(own, "Ekby", &all(), Lang::Sv).is_err());
        assert!(style_file("= =", "Ekby", &[], Lang::Sv).is_err());
    }
}
