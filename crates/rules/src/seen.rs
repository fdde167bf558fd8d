//! What rules are given: the picture, and what several of them work out of it, each once.

use crate::archive::Archive;
use crate::goal_lists::GoalLists;
use crate::numbered::{Numbered, numbered};
use crate::prose::{self, Passage, Said};
use crate::relations::{System, systems};
use crate::told::{Context, Told, told};
use std::ops::Deref;
use std::sync::OnceLock;
use uppsikt_domain::document::Document;
use uppsikt_domain::picture::Picture;
use uppsikt_domain::structure::Structure;
use uppsikt_text::lix::Lix;

/// The picture with what is worked out of its documents when a rule first asks for it.
#[derive(Debug)]
pub struct Seen<'a> {
    picture: &'a Picture,
    sheets: Vec<Sheet<'a>>,
    archive: OnceLock<Archive>,
}

/// A document with what is worked out of it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// The document.
    pub document: &'a Document,
    picture: &'a Picture,
    said: OnceLock<Vec<(Passage<'a>, &'a str)>>,
    figures: OnceLock<Vec<Said<'a>>>,
    numbered: OnceLock<Vec<Numbered<'a>>>,
    lix: OnceLock<Vec<Lix>>,
    goal_lists: OnceLock<Option<GoalLists>>,
    systems: OnceLock<Vec<System<'a>>>,
    context: OnceLock<Option<Context<'a>>>,
    told: OnceLock<Vec<Told<'a>>>,
}

impl<'a> Seen<'a> {
    /// A picture of which nothing is worked out yet.
    pub fn of(picture: &'a Picture) -> Self {
        let sheet = |document: &'a Document| Sheet {
            document,
            picture,
            said: OnceLock::new(),
            figures: OnceLock::new(),
            numbered: OnceLock::new(),
            lix: OnceLock::new(),
            goal_lists: OnceLock::new(),
            systems: OnceLock::new(),
            context: OnceLock::new(),
            told: OnceLock::new(),
        };
        let sheets = picture.documents.iter().map(|document| sheet(document)).collect();
        Seen { picture, sheets, archive: OnceLock::new() }
    }

    /// The documents by the bodies, kinds and years that they are of.
    pub(crate) fn archive(&self) -> &Archive {
        let documents = || self.sheets.iter().map(|sheet| sheet.document).collect::<Vec<_>>();
        self.archive.get_or_init(|| Archive::of(&documents()))
    }

    /// The documents, in the picture's order.
    pub fn sheets(&self) -> &[Sheet<'a>] {
        &self.sheets
    }
}

impl Deref for Seen<'_> {
    type Target = Picture;

    fn deref(&self) -> &Picture {
        self.picture
    }
}

impl<'a> Sheet<'a> {
    /// All sentences of the running text with the passages that they stand in.
    pub(crate) fn said(&self) -> &[(Passage<'a>, &'a str)] {
        self.said.get_or_init(|| prose::said(self.document))
    }

    /// Those that have a figure with a unit.
    pub(crate) fn figures(&self) -> &[Said<'a>] {
        self.figures.get_or_init(|| prose::with_figures(self.said()))
    }

    /// Those that have a number.
    pub(crate) fn numbered(&self) -> &[Numbered<'a>] {
        self.numbered.get_or_init(|| numbered(self.said()))
    }

    /// Those with a figure, each with the one right before it in its passage.
    pub(crate) fn figures_in_turn(&self) -> impl Iterator<Item = (&Said<'a>, Option<&Said<'a>>)> {
        let all = self.figures();
        all.iter().enumerate().map(|(at, said)| {
            let before = at.checked_sub(1).map(|before| &all[before]);
            (said, before.filter(|before| before.passage.span == said.passage.span))
        })
    }

    /// What LIX is counted from, sentence by sentence.
    pub(crate) fn lix(&self) -> &[Lix] {
        self.lix.get_or_init(|| self.said().iter().map(|(_, sentence)| Lix::of_sentence(sentence)).collect())
    }

    /// Its goals by their numbers, in headings and lists.
    pub(crate) fn goal_lists(&self) -> Option<&GoalLists> {
        self.goal_lists.get_or_init(|| GoalLists::of(self.document)).as_ref()
    }

    /// The systems of its tables.
    pub(crate) fn systems(&self) -> &[System<'a>] {
        self.systems.get_or_init(|| {
            let mut systems = systems(self.document, &self.picture.structure);
            for system in &mut systems {
                let table = system.figures.table;
                system.told =
                    self.told().iter().flat_map(|told| told.of_table(self.document, table)).collect();
            }
            systems
        })
    }

    /// How the municipality's documents are built.
    pub(crate) fn structure(&self) -> &'a Structure {
        &self.picture.structure
    }

    /// The names of its rows and the parts of its economy. None where no row has a name.
    pub(crate) fn context(&self) -> Option<&Context<'a>> {
        self.context.get_or_init(|| Context::of(self.document, &self.picture.structure)).as_ref()
    }

    /// The amounts that are told of rows of its tables.
    pub(crate) fn told(&self) -> &[Told<'a>] {
        let told = |context| told(context, self.document, self.figures());
        self.told.get_or_init(|| self.context().map(told).unwrap_or_default())
    }
}
