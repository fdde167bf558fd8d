//! Names of bodies in lists, also by the short forms that the document tells of.

use crate::assignments;
use crate::book::{Book, folded};
use crate::source::Source;
use std::collections::HashMap;
use uppsikt_domain::goal::Directed;
use uppsikt_text::format;

/// A short form has so many letters at most.
const LONGEST_SHORT: usize = 6;
/// The one short form that everybody knows.
const KNOWN: (&str, &str) = ("KS", "Kommunstyrelsen");

/// The short forms of a document: "Parknämnden (PN)", "PN = Parknämnden".
pub(super) struct Names(HashMap<String, String>);

impl Names {
    pub fn of(source: &Source, book: &Book<'_>) -> Names {
        let mut found = HashMap::from([(KNOWN.0.to_owned(), KNOWN.1.to_owned())]);
        for line in 0..source.len() {
            let text = source.text(line);
            for (at, _) in text.match_indices('(') {
                let short = text[at + 1..].split(')').next().unwrap_or_default();
                let name = text[..at].trim_end().rsplit([',', '|', '.', ';']).next().unwrap_or_default();
                add(&mut found, short, name, book);
            }
            for piece in text.split([',', ';', '|', '.']) {
                let told = piece.split_once('=').or_else(|| piece.split_once(':'));
                if let Some((short, name)) = told {
                    add(&mut found, short, name, book);
                }
            }
        }
        Names(found)
    }

    /// The body that a word or a name is.
    pub fn one(&self, name: &str) -> Option<String> {
        let bare = name.trim_matches(['*', '_', ' ', '.', ':', ',']);
        if let Some(whole) = self.0.get(bare) {
            return Some(whole.clone());
        }
        let named = assignments::is_bodies(bare) || Directed::is_all(bare);
        let own = !matches!(folded(bare).as_str(), "nämnden" | "styrelsen" | "nämnder" | "nämnderna");
        (named && own).then(|| format::capitalised(bare.split('(').next().unwrap_or(bare).trim()))
    }

    /// The bodies of a list, where each of its names is one.
    pub fn in_list(&self, list: &str) -> Vec<String> {
        let bare = list.replace('/', ", ").replace(';', ",");
        let pieces = assignments::pieces(bare.trim_matches(['*', '_', ' ', '.']));
        pieces.iter().map(|piece| self.one(piece)).collect::<Option<Vec<_>>>().unwrap_or_default()
    }
}

fn add(found: &mut HashMap<String, String>, short: &str, name: &str, book: &Book<'_>) {
    let (short, name) = (short.trim(), name.trim_matches(['*', '_', ' ', '-', '\u{2022}']));
    let letters = short.chars().filter(|c| c.is_uppercase()).count();
    let sound =
        letters >= 2 && short.chars().count() <= LONGEST_SHORT && short.chars().all(char::is_alphabetic);
    if sound && name.starts_with(char::is_uppercase) && book.is_body(name) && name.split(' ').count() <= 7 {
        found.entry(short.to_owned()).or_insert_with(|| name.to_owned());
    }
}
