//! What was left over when documents were read: words without a meaning, with what the reader
//! would guess, and lines that nobody took.

use crate::city::City;
use crate::uppsikt::own_style_of;
use std::collections::{BTreeMap, BTreeSet};
use uppsikt_domain::document::{Document, Unread};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_domain::style_addition::{Leftover, StyleAddition};
use uppsikt_messages::Message;
use uppsikt_reading::{Proposal, Proposer, StyleError};
use uppsikt_store::ReviewEntry;

/// At most so many places of the same words are shown.
const MOST_PLACES: usize = 3;

/// A document that was read: one that is stored, or one that waits in a review.
#[derive(Debug, Clone, Copy)]
pub enum ReadAs<'a> {
    /// In an open review.
    Waiting(&'a ReviewEntry, &'a Document),
    /// Stored.
    Stored(&'a StoredDocument),
}

impl<'a> ReadAs<'a> {
    /// The tree.
    pub fn document(&self) -> &'a Document {
        match self {
            ReadAs::Waiting(_, document) => document,
            ReadAs::Stored(stored) => &stored.document,
        }
    }
}

/// A place where words were left over.
#[derive(Debug, Clone, Copy)]
pub struct FoundAt<'a> {
    /// The document.
    pub read: ReadAs<'a>,
    /// The line in the document's tree.
    pub at: u32,
    /// The number of the line in the file.
    pub line: u32,
    /// The page, where it is known.
    pub page: Option<u32>,
    /// The line as printed.
    pub text: &'a str,
}

/// Words that were left over, and what the reader would guess.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// What was left over.
    pub of: Leftover,
    /// The words as printed where they were met first.
    pub words: String,
    /// The same as a pattern of the style.
    pub pattern: String,
    /// What they would mean; `None`: no guess.
    pub guess: Option<String>,
    /// Why it is proposed.
    pub reason: Message,
    /// Where they stand, those first that wait.
    pub places: Vec<FoundAt<'a>>,
    /// In how many places.
    pub count: usize,
}

/// Lines of a document that nobody took.
#[derive(Debug, Clone)]
pub struct UnreadIn<'a> {
    /// The document.
    pub read: ReadAs<'a>,
    /// The lines.
    pub lines: Vec<(u32, &'a Unread)>,
}

/// Everything that was left over.
#[derive(Debug, Clone, Default)]
pub struct Leftovers<'a> {
    /// Words to give a meaning, kind by kind, those first that wait in a review.
    pub asked: Vec<Asked<'a>>,
    /// Documents with lines that nobody took.
    pub unread: Vec<UnreadIn<'a>>,
    /// Documents that would be understood better if they were read again.
    pub again: Vec<ReadAs<'a>>,
    /// What words of a kind can mean.
    pub meanings: BTreeMap<Leftover, Vec<String>>,
}

/// What was left over in open reviews and in stored documents, the latest year first.
///
/// # Errors
/// When the stored house style cannot be used.
pub fn leftovers<'a>(
    city: &'a City,
    waiting: &'a [(ReviewEntry, Document)],
) -> Result<Leftovers<'a>, StyleError> {
    let municipality = &city.data.municipality;
    // The style without what was added: words that were added since are proposed by it too,
    // and tell which documents were read without them.
    let style = own_style_of(municipality)?;
    let proposer = Proposer::new(&style);
    let reviewed: BTreeSet<&str> = waiting.iter().map(|(entry, _)| entry.slug.as_str()).collect();
    let meanings = Leftover::ALL.map(|of| (of, style.meanings(of)));
    let mut found = Leftovers { meanings: meanings.into(), ..Leftovers::default() };
    let stored = city.data.documents.iter().rev().map(ReadAs::Stored);
    let waiting = waiting.iter().map(|(entry, document)| ReadAs::Waiting(entry, document));
    for read in waiting.chain(stored) {
        let mut reads_better = false;
        for proposal in proposer.of(read.document()) {
            match said_of(&municipality.additions, &proposal) {
                Some(addition) => reads_better |= addition.has_meaning(),
                None => ask(&mut found.asked, read, proposal),
            }
        }
        let waits = matches!(read, ReadAs::Stored(stored) if reviewed.contains(stored.slug.as_str()));
        found.again.extend((reads_better && !waits).then_some(read));
        found.unread.extend(unread_in(read));
    }
    found.asked.sort_by_key(|asked| asked.of);
    Ok(found)
}

fn said_of<'a>(additions: &'a [StyleAddition], proposal: &Proposal) -> Option<&'a StyleAddition> {
    let folded = |words: &str| words.to_lowercase();
    let pattern = folded(&proposal.pattern);
    additions.iter().find(|addition| addition.of == proposal.of && folded(&addition.words) == pattern)
}

fn ask<'a>(asked: &mut Vec<Asked<'a>>, read: ReadAs<'a>, proposal: Proposal) {
    let place = found_at(read, &proposal);
    let same = |it: &&mut Asked<'_>| it.of == proposal.of && it.pattern == proposal.pattern;
    if let Some(known) = asked.iter_mut().find(same) {
        known.count += 1;
        if known.places.len() < MOST_PLACES {
            known.places.extend(place);
        }
        return;
    }
    asked.push(Asked {
        of: proposal.of,
        words: proposal.words,
        pattern: proposal.pattern,
        guess: proposal.means,
        reason: proposal.reason,
        places: place.into_iter().collect(),
        count: 1,
    });
}

fn found_at<'a>(read: ReadAs<'a>, proposal: &Proposal) -> Option<FoundAt<'a>> {
    let line = read.document().line(proposal.at.line)?;
    Some(FoundAt {
        read,
        at: proposal.at.line,
        line: line.number.unwrap_or(proposal.at.line),
        page: line.page,
        text: line.text.trim(),
    })
}

fn unread_in(read: ReadAs<'_>) -> Option<UnreadIn<'_>> {
    let document = read.document();
    let number = |line: u32| document.line(line).and_then(|it| it.number).unwrap_or(line);
    let lines: Vec<_> = document.unread.iter().map(|unread| (number(unread.at.line), unread)).collect();
    (!lines.is_empty()).then_some(UnreadIn { read, lines })
}
