//! Agenda 2030: the seventeen goals and their Swedish short names.
//!
//! Source: Globala målen (UNDP Sweden) and Regeringskansliet, Swedish short names.

use crate::place::Span;
use serde::{Deserialize, Serialize};

/// The Swedish short names, in order; goal 1 is first.
pub const NAMES: [&str; 17] = [
    "Ingen fattigdom",
    "Ingen hunger",
    "God hälsa och välbefinnande",
    "God utbildning för alla",
    "Jämställdhet",
    "Rent vatten och sanitet för alla",
    "Hållbar energi för alla",
    "Anständiga arbetsvillkor och ekonomisk tillväxt",
    "Hållbar industri, innovationer och infrastruktur",
    "Minskad ojämlikhet",
    "Hållbara städer och samhällen",
    "Hållbar konsumtion och produktion",
    "Bekämpa klimatförändringarna",
    "Hav och marina resurser",
    "Ekosystem och biologisk mångfald",
    "Fredliga och inkluderande samhällen",
    "Genomförande och globalt partnerskap",
];

/// The short name of a goal, 1 to 17.
pub fn name(number: u8) -> Option<&'static str> {
    NAMES.get(usize::from(number).checked_sub(1)?).copied()
}

/// A goal's link to Agenda 2030 as it is printed: number and name may disagree.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AgendaLink {
    /// The printed number, 1 to 17, or what was printed instead.
    pub number: u8,
    /// The printed name. Empty where only the number is printed.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl AgendaLink {
    /// The printed name, else the goal's own.
    pub fn shown(&self) -> &str {
        if self.name.is_empty() { name(self.number).unwrap_or_default() } else { &self.name }
    }

    /// What is printed: the name, else the number.
    pub fn printed(&self) -> String {
        if self.name.is_empty() { self.number.to_string() } else { self.name.clone() }
    }
}
