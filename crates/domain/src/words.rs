//! The words by which rules know what a text tells: data, since another municipality may have others.

use serde::{Deserialize, Serialize};

/// Words that rules look for, each list from the house style's `[structure.words]`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Words {
    /// What else the sum of investments is called.
    pub investments: Vec<String>,
    /// What the result is told as.
    pub results: Vec<String>,
    /// Words for what a budget gives: "avsatts till".
    pub given: Vec<String>,
    /// "Uppdraget är avslutat."
    pub closed: Vec<String>,
    /// What shows that an assignment was told to the one who gave it, or decided.
    pub reported: Vec<String>,
    /// What says that a goal is surely not reached.
    pub missed: Vec<String>,
    /// What says that none of a goal's indicators is where it should be.
    pub none_reached: Vec<String>,
    /// What says that a goal is reached.
    pub reached: Vec<String>,
    /// What makes either unsure.
    pub unsure: Vec<String>,
    /// Verbs of what is to be done: "ska".
    pub planned: Vec<String>,
    /// Words that open a clause about something else: "som", "jämfört".
    pub aside_words: Vec<String>,
    /// What is owed by a day: "klart", "redovisas".
    pub owed: Vec<String>,
    /// What is moved to a later year: "skjuts upp till".
    pub moved: Vec<String>,
    /// How a forecast is said to be of a year.
    pub forecasts: Vec<String>,
    /// What shows that a sentence compares or looks back.
    pub looks_back: Vec<String>,
    /// That a document is decided.
    pub decided: Vec<String>,
    /// What shows that the day is of something else.
    pub decided_otherwise: Vec<String>,
    /// What is numbered where it stands: "Tabell".
    pub numbered: Vec<String>,
    /// What a reference with a number may lead to: "tabell", "uppdrag".
    pub referred: Vec<String>,
    /// What is a committee's own: "kommunbidrag".
    pub own_things: Vec<String>,
    /// People who are counted.
    pub people: Vec<String>,
    /// Who has them.
    pub holders: Vec<String>,
    /// Goals that are not the municipality's own.
    pub other_goals: Vec<String>,
    /// What stands before the colon of a line that is to have an answer on the scale.
    pub answer_labels: Vec<String>,
    /// Headings over a timetable.
    pub timetables: Vec<String>,
    /// The tax rate.
    pub tax_rate: Vec<String>,
    /// What shows that a rate is another than the one that holds.
    pub other_rates: Vec<String>,
    /// That a day is the last one to answer.
    pub answer_by: Vec<String>,
    /// Headings of columns with first days.
    pub starts: Vec<String>,
    /// Headings of columns with last days.
    pub ends: Vec<String>,
    /// Beginnings of what a template says in brackets to who fills it in.
    pub instructions: Vec<String>,
    /// The same inside round brackets, where more is said by people.
    pub asides: Vec<String>,
    /// Words that stand for a figure or a name to come.
    pub blanks: Vec<String>,
    /// What a lone X stands for the number of, when it follows: "bilaga X".
    pub before_blank: Vec<String>,
    /// What a lone X stands for a figure of, when it goes before: "X mnkr".
    pub after_blank: Vec<String>,
    /// What is left behind where it is all that a line, an item or a cell says.
    pub alone: Vec<String>,
    /// Phrases that a template leaves behind.
    pub leftovers: Vec<String>,
}
