//! Forms with which a person lives with findings: accepts, undoes, assigns.

use crate::markup::Html;
use crate::shell::Shell;
use askama::Template;
use uppsikt_app::ask::findings::Shown;
use uppsikt_app::city::Standing;

/// Who may judge findings on a page, and where the forms lead back to.
#[derive(Debug, Clone)]
pub struct Acting {
    /// The name that stands in the history.
    pub who: String,
    /// The page to come back to. Empty: the finding on its document's page.
    pub back: String,
    /// Names of people who look at findings already, to choose among.
    pub names: Vec<String>,
    /// What came to nothing.
    pub refused: Option<RefusedForm>,
}

/// A form that came to nothing, with what was written in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedForm {
    /// The print of the finding.
    pub print: String,
    /// Which form.
    pub form: Form,
    /// What was written.
    pub written: String,
    /// Why it came to nothing.
    pub why: String,
}

/// A form beside a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Letting it stand.
    Accept,
    /// Counting it again.
    Reopen,
    /// Saying who looks at it.
    Assign,
}

#[derive(Template)]
#[template(path = "part_finding_forms.html")]
struct FormsPart<'a> {
    shell: &'a Shell,
    shown: &'a Shown<'a>,
    acting: &'a Acting,
    /// What makes ids of the page its own.
    key: String,
    /// Whether the way to the rule stands first.
    names_rule: bool,
}

#[derive(Template)]
#[template(path = "part_finding_aside.html")]
struct AsidePart<'a> {
    shell: &'a Shell,
    shown: &'a Shown<'a>,
    acting: Option<&'a Acting>,
}

#[derive(Template)]
#[template(path = "part_finding_reopen.html")]
struct ReopenPart<'a> {
    shell: &'a Shell,
    shown: &'a Shown<'a>,
    acting: &'a Acting,
}

impl FormsPart<'_> {
    fn refused(&self, form: Form) -> Option<&RefusedForm> {
        let refused = self.acting.refused.as_ref()?;
        (refused.print == self.shown.known.identity.print && refused.form == form).then_some(refused)
    }

    fn accept_refused(&self) -> Option<&RefusedForm> {
        self.refused(Form::Accept)
    }

    fn assign_refused(&self) -> Option<&RefusedForm> {
        self.refused(Form::Assign)
    }

    fn print(&self) -> &str {
        &self.shown.known.identity.print
    }

    /// Who looks at it now.
    fn assignee(&self) -> &str {
        self.shown.known.assignee.as_ref().map_or("", |it| it.assignee.as_str())
    }

    fn action(&self) -> String {
        self.shell.to.judge(&self.shown.stored.slug)
    }
}

impl Shell {
    /// The forms beside a finding that counts, perhaps with the way to its rule.
    pub fn finding_forms(&self, shown: &Shown<'_>, acting: &Acting, names_rule: bool) -> Html {
        let key = format!("{}-{}", shown.stored.slug, shown.anchor);
        Html::trusted(FormsPart { shell: self, shown, acting, key, names_rule }.render().unwrap_or_default())
    }

    /// A finding that is let stand.
    pub fn finding_aside(&self, shown: &Shown<'_>, acting: &Option<Acting>) -> Html {
        let part = AsidePart { shell: self, shown, acting: acting.as_ref() };
        Html::trusted(part.render().unwrap_or_default())
    }

    /// The button that counts a finding again; nothing where no person lets it stand.
    pub fn reopen_form(&self, shown: &Shown<'_>, acting: &Acting) -> Html {
        if !matches!(shown.known.standing, Standing::Accepted(_)) {
            return Html::trusted(String::new());
        }
        Html::trusted(ReopenPart { shell: self, shown, acting }.render().unwrap_or_default())
    }

    /// Why a finding is let stand; nothing for one that counts.
    pub fn why(&self, shown: &Shown<'_>) -> String {
        match &shown.known.standing {
            Standing::Open => String::new(),
            Standing::Accepted(it) => it.why.clone(),
            Standing::InText { why } => why.clone(),
        }
    }

    /// "Godtagen av Kontroll den 24 september 2026".
    pub fn accepted_by(&self, shown: &Shown<'_>) -> String {
        match &shown.known.standing {
            Standing::Open => String::new(),
            Standing::Accepted(it) => {
                let day = self.day(it.accepted_at.date_naive());
                self.told("web-finding-accepted-by", &[("who", it.who.as_str().into()), ("day", day.into())])
            }
            Standing::InText { .. } => self.t("web-finding-accepted-in-text"),
        }
    }
}
