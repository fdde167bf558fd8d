//! What stands around every page: masthead, breadcrumbs, years, languages and foot.

use crate::addresses::Addresses;
use crate::assets;
use crate::language::Visit;
use crate::markup::{Html, Linked, escaped, sentence};
use crate::words;
use chrono::NaiveDate;
use std::borrow::Borrow;
use uppsikt_app::ask::origin::{Origin, Sentence};
use uppsikt_app::city::{Amount, City};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::registry::StoredDocument;
use uppsikt_findings::Severity;
use uppsikt_messages::{Arg, Lang, Message, text};

/// The style sheets, in order.
pub const STYLES: [&str; 4] =
    ["vendor/designsystemet.css", "vendor/designsystemet-theme.css", "uppsikt.css", "site.css"];

/// The seven words of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// I blick
    Glance,
    /// Mål
    Goals,
    /// Nämnder
    Committees,
    /// Ekonomi
    Economy,
    /// Uppdrag
    Assignments,
    /// Dokument
    Documents,
    /// Anmärkningar
    Findings,
    /// None of them.
    Nowhere,
}

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words.
    pub text: String,
    /// Where it leads. `None`: the page itself.
    pub href: Option<String>,
    /// Whether it is what is shown now.
    pub current: bool,
}

/// What stands around a page, and the words of its language.
#[derive(Debug, Clone)]
pub struct Shell {
    /// The language.
    pub lang: Lang,
    /// What the page is about, for the window's title.
    pub title: String,
    /// The municipality's name. Empty on pages of no municipality.
    pub name: String,
    /// How addresses of the municipality are written.
    pub to: Addresses,
    /// The year that the page is about, or that its links lead to.
    pub year: i32,
    /// The navigation.
    pub tabs: Vec<Link>,
    /// From the start page down to this one.
    pub crumbs: Vec<Link>,
    /// The same page other years.
    pub years: Vec<Link>,
    /// The same page in other languages, with their tags.
    pub languages: Vec<(&'static str, Link)>,
    /// What the visitor should know first: a year that was not there.
    pub notice: Option<String>,
    /// The page printed.
    pub pdf: Option<String>,
    /// The day that it is seen from, in words.
    pub seen_from: String,
    statuses: [String; 4],
}

impl Shell {
    /// Around a page of a municipality. The year is that of the links in the masthead.
    pub fn new(visit: &Visit, city: &City, tab: Tab, year: i32) -> Shell {
        let municipality = &city.data.municipality;
        let mut shell = Shell::bare(visit);
        shell.name = municipality.name.clone();
        shell.to = Addresses::of(&municipality.slug);
        shell.year = year;
        shell.tabs = shell.navigation(tab);
        shell.crumbs = vec![shell.crumb_to_glance(tab)];
        shell.seen_from = shell.day(city.seen_from);
        shell.statuses = Status::ALL.map(|status| shell.word_of(city, status));
        shell
    }

    /// Around a page of no municipality.
    pub fn bare(visit: &Visit) -> Shell {
        let lang = visit.lang;
        let other = |tag: Lang| Link {
            text: text(tag, "web-language-own-name", &[]),
            href: Some(visit.in_lang(tag)),
            current: tag == lang,
        };
        Shell {
            lang,
            title: text(lang, "web-product", &[]),
            name: String::new(),
            to: Addresses::of(""),
            year: 0,
            tabs: Vec::new(),
            crumbs: Vec::new(),
            years: Vec::new(),
            languages: [Lang::Sv, Lang::En].map(|tag| (tag.tag(), other(tag))).into(),
            notice: None,
            pdf: None,
            seen_from: String::new(),
            statuses: Status::ALL.map(|status| text(lang, status_key(status), &[])),
        }
    }

    /// With the window's title.
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// With one more step on the way here.
    pub fn crumb(mut self, text: impl Into<String>, href: Option<String>) -> Self {
        let current = href.is_none();
        self.crumbs.push(Link { text: text.into(), href, current });
        self
    }

    /// With the page's own place as the last step.
    pub fn here(self, text: impl Into<String>) -> Self {
        self.crumb(text, None)
    }

    /// With links to the same page other years.
    pub fn years(mut self, years: &[i32], address: impl Fn(i32) -> String) -> Self {
        let link = |year: &i32| Link {
            text: year.to_string(),
            href: Some(address(*year)),
            current: *year == self.year,
        };
        self.years = years.iter().map(link).collect();
        self
    }

    /// With a notice where another year is shown than was asked for.
    pub fn asked_for(mut self, asked: i32) -> Self {
        if asked != self.year {
            let args = [("asked", Arg::from(asked.to_string())), ("year", Arg::from(self.year.to_string()))];
            self.notice = Some(text(self.lang, "web-notice-year", &args));
        }
        self
    }

    /// With a link to the page printed.
    pub fn printed(mut self, pdf: String) -> Self {
        self.pdf = Some(pdf);
        self
    }

    /// The text of a key.
    pub fn t(&self, key: impl AsRef<str>) -> String {
        text(self.lang, key.as_ref(), &[])
    }

    /// The text of a key with one argument.
    pub fn t1(&self, key: impl AsRef<str>, name: &'static str, value: impl Into<Arg>) -> String {
        text(self.lang, key.as_ref(), &[(name, value.into())])
    }

    /// A message in the visitor's language.
    pub fn say(&self, message: &Message) -> String {
        message.in_lang(self.lang)
    }

    /// A sentence whose figures lead home.
    pub fn sentence(&self, said: &Sentence<'_>) -> Html {
        let linked = said.figures.iter().map(|figure| Linked {
            name: figure.name,
            text: figure.text.clone(),
            href: self.to.origin(&figure.origin),
        });
        sentence(self.lang, &said.message, &linked.collect::<Vec<_>>())
    }

    /// A name for a narrow column: its long words may part.
    pub fn soft(&self, name: impl AsRef<str>) -> String {
        words::soft(name.as_ref())
    }

    /// A day in words.
    pub fn day(&self, date: impl Borrow<NaiveDate>) -> String {
        words::day(self.lang, *date.borrow())
    }

    /// A day in words, month shortened, the year only where it is another.
    pub fn day_short(&self, date: impl Borrow<NaiveDate>) -> String {
        words::day_short(self.lang, *date.borrow(), self.year)
    }

    /// The word for a status: the municipality's own in Swedish.
    pub fn word(&self, status: impl Borrow<Status>) -> &str {
        let index = Status::ALL.iter().position(|known| known == status.borrow()).unwrap_or_default();
        &self.statuses[index]
    }

    /// A status: symbol and word.
    pub fn status(&self, status: impl Borrow<Status>) -> Html {
        self.status_with(status.borrow(), self.word(status.borrow()))
    }

    /// A status with other words beside its symbol ("5 på väg").
    pub fn status_with(&self, status: impl Borrow<Status>, words: impl AsRef<str>) -> Html {
        let code = status.borrow().code();
        Html::trusted(format!(
            "<span class=\"up-status\" data-status=\"{code}\">{}<span>{}</span></span>",
            symbol(code, None),
            escaped(words.as_ref())
        ))
    }

    /// A status by its symbol alone, with its word as the accessible name: only where a
    /// legend stands beside it.
    pub fn status_symbol(&self, status: impl Borrow<Status>) -> Html {
        Html::trusted(symbol(status.borrow().code(), Some(self.word(status.borrow()))))
    }

    /// A severity: symbol and word.
    pub fn severity(&self, severity: impl Borrow<Severity>) -> Html {
        let severity = severity.borrow();
        let words = self.say(&severity.word());
        Html::trusted(format!(
            "<span class=\"up-status\">{}<span>{}</span></span>",
            symbol(severity.code(), None),
            escaped(&words)
        ))
    }

    /// How many findings of each severity: "2 fel, 2 varningar, 1 notis"; "" where none.
    pub fn severities(&self, counts: &[usize; 3]) -> String {
        let told = Severity::ALL.iter().zip(counts).filter(|(_, count)| **count > 0);
        told.map(|(severity, count)| self.say(&severity.counted(*count))).collect::<Vec<_>>().join(", ")
    }

    /// A figure with a dotted link to where it is printed.
    pub fn figure(&self, text: impl AsRef<str>, origin: &Origin<'_>) -> Html {
        let figure = crate::markup::figure(text.as_ref(), &self.to.origin(origin));
        Html::trusted(format!("{figure}{}", self.kept(origin)))
    }

    /// That what is shown holds from an earlier version, where the latest one says otherwise.
    pub fn kept(&self, origin: &Origin<'_>) -> Html {
        let Some(version) = origin.holds_from else { return Html::default() };
        let (tag, told) = (self.lang.tag(), self.t1("web-kept", "version", version.to_string()));
        let told = Html::text(&told);
        Html::trusted(format!(" <small class=\"up-read up-kept\" lang=\"{tag}\">{told}</small>"))
    }

    /// An amount in thousands, "−4 812", with a dotted link to where it is printed.
    pub fn amount<'a>(&self, amount: impl Borrow<Amount<'a>>) -> Html {
        let amount = *amount.borrow();
        let text = uppsikt_text::format::grouped(amount.tkr);
        self.figure(&text, &Origin::of(amount.stored, amount.span))
    }

    /// A document's kind in words ("Nämndsbudget").
    pub fn kind(&self, stored: &StoredDocument) -> String {
        self.t(format!("web-kind-{}", stored.document.kind.code().replace('_', "-")))
    }

    /// The address of a file in the binary.
    pub fn asset(&self, file: &str) -> String {
        assets::address(file)
    }

    /// The style sheets' addresses.
    pub fn styles(&self) -> Vec<String> {
        STYLES.iter().map(|file| assets::address(file)).collect()
    }

    fn word_of(&self, city: &City, status: Status) -> String {
        let own = city.structure.word(status).filter(|_| self.lang == Lang::Sv);
        own.map_or_else(|| self.t(status_key(status)), uncapitalised)
    }

    fn crumb_to_glance(&self, tab: Tab) -> Link {
        let current = tab == Tab::Glance;
        Link { text: self.t("web-nav-glance"), href: (!current).then(|| self.to.glance(self.year)), current }
    }

    fn navigation(&self, at: Tab) -> Vec<Link> {
        let (to, year) = (&self.to, self.year);
        let tabs = [
            (Tab::Glance, "web-nav-glance", to.glance(year)),
            (Tab::Goals, "web-nav-goals", to.goals(year)),
            (Tab::Committees, "web-nav-committees", to.committees(year)),
            (Tab::Economy, "web-nav-economy", to.economy(year)),
            (Tab::Assignments, "web-nav-assignments", to.assignments(year)),
            (Tab::Documents, "web-nav-documents", to.documents(year)),
            (Tab::Findings, "web-nav-findings", to.findings_of_year(year)),
        ];
        tabs.map(|(tab, key, href)| Link { text: self.t(key), href: Some(href), current: tab == at }).into()
    }
}

/// Scales are printed with a capital; on pages the word stands inside sentences and lists.
fn uncapitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn status_key(status: Status) -> &'static str {
    match status {
        Status::OnTrack => "web-status-on-track",
        Status::PartlyOnTrack => "web-status-partly-on-track",
        Status::OffTrack => "web-status-off-track",
        Status::NotStated => "web-status-not-stated",
    }
}

/// A symbol; with a name it is a picture of its own, else it only repeats the word beside it.
pub(crate) fn symbol(code: &str, name: Option<&str>) -> String {
    let access = match name {
        Some(name) => format!("role=\"img\" aria-label=\"{}\"", escaped(name)),
        None => "aria-hidden=\"true\"".to_owned(),
    };
    format!(
        "<svg class=\"up-sym\" data-status=\"{code}\" {access} width=\"16\" height=\"16\"><use href=\"#s-{code}\"/></svg>"
    )
}
