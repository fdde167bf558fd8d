//! Who may do what: one table, and what it does not name is denied.

use crate::act::ActError;
use uppsikt_messages::Message;

/// What somebody is in a municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Runs the program on its machine.
    Operator,
    /// The council's or the board's office, which runs the year.
    CouncilOffice,
    /// Writes a body's texts.
    Editor,
    /// Releases a body's texts to the meeting.
    Releaser,
    /// Records decisions.
    Secretary,
    /// Answers for the figures.
    Controller,
    /// The executive board's oversight.
    Overseer,
    /// Answers for a company.
    Company,
    /// Audits, reads everything that is not secret.
    Auditor,
    /// Reads what is public.
    Reader,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Founding a municipality from its file.
    FoundMunicipality,
    /// Bringing a municipality in line with its file.
    ReviseMunicipality,
    /// Storing a document that has been read.
    ImportDocument,
    /// Letting a finding stand, or counting it again.
    JudgeFinding,
    /// Saying who looks at a finding.
    AssignFinding,
    /// Giving words a meaning that the house style lacks.
    ChangeStyle,
}

const ALLOWED: &[(Role, Verb)] = &[
    (Role::Operator, Verb::FoundMunicipality),
    (Role::Operator, Verb::ReviseMunicipality),
    (Role::Operator, Verb::ImportDocument),
    (Role::CouncilOffice, Verb::ImportDocument),
    (Role::Controller, Verb::ImportDocument),
    (Role::Operator, Verb::JudgeFinding),
    (Role::CouncilOffice, Verb::JudgeFinding),
    (Role::Controller, Verb::JudgeFinding),
    (Role::Operator, Verb::AssignFinding),
    (Role::CouncilOffice, Verb::AssignFinding),
    (Role::Controller, Verb::AssignFinding),
    (Role::Editor, Verb::AssignFinding),
    (Role::Operator, Verb::ChangeStyle),
    (Role::CouncilOffice, Verb::ChangeStyle),
    (Role::Controller, Verb::ChangeStyle),
];

/// Who does something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// As it is written in events.
    pub name: String,
    /// In what role.
    pub role: Role,
}

impl Actor {
    /// The one who runs the program on its machine.
    pub fn operator() -> Self {
        Actor { name: "operator".to_owned(), role: Role::Operator }
    }
}

/// Whether a role may do something.
pub fn may(role: Role, verb: Verb) -> bool {
    ALLOWED.contains(&(role, verb))
}

/// Nothing, or the refusal.
pub(crate) fn require(actor: &Actor, verb: Verb) -> Result<(), ActError> {
    if may(actor.role, verb) {
        return Ok(());
    }
    Err(ActError::Refused(Message::new("act-not-allowed").with("who", actor.name.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_table_does_not_name_is_denied() {
        for role in [Role::Reader, Role::Auditor, Role::Editor, Role::Company, Role::Overseer] {
            assert!(!may(role, Verb::ImportDocument) && !may(role, Verb::FoundMunicipality));
            assert!(!may(role, Verb::ChangeStyle));
            assert!(!may(role, Verb::JudgeFinding), "nobody lets stand what is said of their own text");
        }
        assert!(may(Role::Operator, Verb::FoundMunicipality));
        assert!(!may(Role::CouncilOffice, Verb::FoundMunicipality));
    }
}
