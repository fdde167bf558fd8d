//! What was left over when documents were read, and what has been said of it: the house style
//! as people add to it.

use super::reviews::around;
use super::{InReview, show};
use crate::refusal::Refusal;
use crate::shell::Shell;
use askama::Template;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use std::hash::{DefaultHasher, Hash, Hasher};
use uppsikt_app::AppError;
use uppsikt_app::style::file::style_file;
use uppsikt_app::style::leftovers::{Asked, FoundAt, Leftovers, ReadAs, leftovers};
use uppsikt_domain::assessment::Status;
use uppsikt_domain::structure::Structure;
use uppsikt_domain::style_addition::{Leftover, StyleAddition};
use uppsikt_messages::{Arg, Message};

/// What came to nothing: the form, and why.
#[derive(Debug, Clone)]
pub struct RefusedSaying {
    /// Which form: the anchor of its words.
    pub anchor: String,
    /// Why.
    pub why: Message,
}

#[derive(Template)]
#[template(path = "style.html")]
struct StylePage<'a> {
    shell: Shell,
    found: Leftovers<'a>,
    additions: &'a [StyleAddition],
    structure: &'a Structure,
    /// What the last form came to.
    told: Option<String>,
    refused: Option<RefusedSaying>,
}

/// `/{m}/inlasning/husstil`
pub async fn style(at: InReview) -> Result<Response, Refusal> {
    page(&at, None).await
}

/// The page; `refused`: what came to nothing.
pub async fn page(
    InReview { at, editing }: &InReview,
    refused: Option<RefusedSaying>,
) -> Result<Response, Refusal> {
    let municipality = &at.city.data.municipality;
    let waiting = editing.app.store().open_reviews(municipality.id).await;
    let waiting = waiting.map_err(|error| Refusal::failed(&error))?;
    let found = leftovers(&at.city, &waiting).map_err(|error| Refusal::failed(&error))?;
    let shell = around(at);
    let (list, to_list, here) = (shell.t("web-review-title"), shell.to.reviews(), shell.t("web-style-title"));
    let shell = shell.titled(here.as_str()).crumb(list, Some(to_list)).here(here);
    let told = again_told(&shell, |name| at.visit.asked(name).and_then(|value| value.parse().ok()));
    let (additions, structure) = (&municipality.additions, &at.city.structure);
    show(&StylePage { shell, found, additions, structure, told, refused })
}

/// How reading again came out, as the address tells it.
fn again_told(shell: &Shell, asked: impl Fn(&str) -> Option<u16>) -> Option<String> {
    let count = |name: &str| i64::from(asked(name).unwrap_or_default());
    let (read, other, failed) = (count("last"), count("annorlunda"), count("fel"));
    let done = |key, args: &[(&'static str, Arg)]| shell.told(key, args).replace('\n', " ");
    let mut told = Vec::new();
    if read > 0 {
        told.push(done("web-style-again-done", &[("count", read.into()), ("other", other.into())]));
    }
    if failed > 0 {
        told.push(done("web-style-again-failed", &[("count", failed.into())]));
    }
    (!told.is_empty()).then(|| told.join(" "))
}

/// `/{m}/inlasning/husstil.toml`: the style file with what was added.
pub async fn download(InReview { at, .. }: InReview) -> Result<Response, Refusal> {
    let municipality = &at.city.data.municipality;
    let failed = |error| Refusal::failed(&AppError::Style(error));
    let file = style_file(municipality, at.visit.lang).map_err(failed)?;
    let name = format!("attachment; filename=\"{}-husstil.toml\"", municipality.slug);
    let headers = [
        (header::CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file).into_response())
}

/// A kind of document by its code.
pub fn kind_named(shell: &Shell, code: &str) -> String {
    shell.t(format!("web-kind-{}", code.replace('_', "-")))
}

/// Where words stand on the page.
pub fn anchor(of: Leftover, words: &str) -> String {
    let mut hasher = DefaultHasher::new();
    (of, words).hash(&mut hasher);
    format!("ord-{:016x}", hasher.finish())
}

impl<'a> StylePage<'a> {
    fn title(&self) -> String {
        let count = self.found.asked.len();
        let args = [("count", Arg::from(count)), ("words", self.shell.number_first(&count).into())];
        self.shell.told("web-style-heading", &args)
    }

    /// What is asked, kind by kind.
    fn kinds(&self) -> Vec<(Leftover, Vec<&Asked<'a>>)> {
        let of = |kind| self.found.asked.iter().filter(|asked| asked.of == kind).collect::<Vec<_>>();
        let kinds = Leftover::ALL.map(|kind| (kind, of(kind)));
        kinds.into_iter().filter(|(_, asked)| !asked.is_empty()).collect()
    }

    fn of(&self, what: &str, kind: &Leftover) -> String {
        self.shell.t(format!("web-style-{what}-{}", kind.code()))
    }

    fn anchor(&self, asked: &Asked<'_>) -> String {
        anchor(asked.of, &asked.pattern)
    }

    fn anchor_of(&self, addition: &StyleAddition) -> String {
        anchor(addition.of, &addition.words)
    }

    fn refused(&self, asked: &Asked<'_>) -> Option<String> {
        let refused = self.refused.as_ref().filter(|refused| refused.anchor == self.anchor(asked))?;
        Some(self.shell.say(&refused.why))
    }

    /// What came to nothing and stands at no form.
    fn refused_elsewhere(&self) -> Option<String> {
        let refused = self.refused.as_ref()?;
        let shown = self.found.asked.iter().any(|asked| self.anchor(asked) == refused.anchor);
        (!shown).then(|| self.shell.say(&refused.why))
    }

    /// What words can mean: code, name, whether the reader guesses it.
    fn meanings(&self, asked: &Asked<'_>) -> Vec<(&str, String, bool)> {
        let codes = self.found.meanings.get(&asked.of).map_or(&[][..], Vec::as_slice);
        let guessed = |code: &str| asked.guess.as_deref() == Some(code);
        let mut all: Vec<_> =
            codes.iter().map(|code| (code.as_str(), self.meaning(asked.of, code), guessed(code))).collect();
        if asked.of == Leftover::Heading {
            all.sort_by(|a, b| a.1.cmp(&b.1));
        }
        all
    }

    fn meaning(&self, of: Leftover, code: &str) -> String {
        match of {
            Leftover::Heading | Leftover::Table => {
                self.shell.t(format!("web-style-{}-{}", of.code(), code.replace('_', "-")))
            }
            Leftover::Title => kind_named(&self.shell, code),
            Leftover::Status => Status::ALL
                .into_iter()
                .find(|status| status.code() == code)
                .map_or_else(|| code.to_owned(), |status| self.shell.word(status).to_owned()),
            Leftover::Line => {
                let line = self.structure.statement_line(code);
                line.map_or_else(|| code.to_owned(), |line| line.label.clone())
            }
        }
    }

    fn means(&self, addition: &StyleAddition) -> String {
        if !addition.has_meaning() {
            return self.shell.t("web-style-left");
        }
        self.meaning(addition.of, &addition.means)
    }

    fn reason(&self, asked: &Asked<'_>) -> String {
        self.shell.raise(&self.shell.say(&asked.reason))
    }

    fn places(&self, asked: &Asked<'_>) -> String {
        self.shell.count("web-style-places", asked.count)
    }

    fn first_file(&self, asked: &Asked<'a>) -> &'a str {
        asked.places.first().map_or("", |place| place.read.document().source.file.as_str())
    }

    fn file(&self, read: &ReadAs<'a>) -> &'a str {
        &read.document().source.file
    }

    /// Where a line is shown in its document: the source, or the review that it waits in.
    fn to_line(&self, place: &FoundAt<'_>) -> String {
        match place.read {
            ReadAs::Waiting(entry, _) => self.shell.to.review(entry.number),
            ReadAs::Stored(stored) => {
                let source = self.shell.to.source(&stored.slug);
                format!("{source}?fran={0}&till={0}#rad-{0}", place.line)
            }
        }
    }

    fn to_document(&self, read: &ReadAs<'_>) -> String {
        match read {
            ReadAs::Waiting(entry, _) => self.shell.to.review(entry.number),
            ReadAs::Stored(stored) => self.shell.to.source(&stored.slug),
        }
    }

    /// The file, and the review that it waits in.
    fn place(&self, place: &FoundAt<'_>) -> String {
        let file = place.read.document().source.file.as_str();
        match place.read {
            ReadAs::Waiting(entry, _) => format!("{file}, {}", self.waiting(entry.number)),
            ReadAs::Stored(_) => file.to_owned(),
        }
    }

    fn line_at(&self, place: &FoundAt<'_>) -> String {
        let args = [("line", Arg::from(place.line.to_string())), ("file", self.place(place).into())];
        self.shell.told("web-style-line-at", &args)
    }

    fn waiting(&self, number: u32) -> String {
        self.shell.t1("web-style-waiting", "number", number.to_string())
    }

    fn how(&self, read: &ReadAs<'_>) -> String {
        match read {
            ReadAs::Waiting(entry, _) => {
                self.shell.t1("web-style-again-review", "number", entry.number.to_string())
            }
            ReadAs::Stored(stored) => {
                self.shell.t1("web-style-again-stored", "version", stored.version.to_string())
            }
        }
    }

    /// The name and the value of the button that reads a document again.
    fn button(&self, read: &ReadAs<'_>) -> (&'static str, String) {
        match read {
            ReadAs::Waiting(entry, _) => ("granskning", entry.number.to_string()),
            ReadAs::Stored(stored) => ("dokument", stored.slug.clone()),
        }
    }

    fn said_by(&self, addition: &StyleAddition) -> String {
        let args = [
            ("who", Arg::from(addition.who.as_str())),
            ("day", self.shell.day(addition.added_at.date_naive()).into()),
            ("file", addition.found_in.as_str().into()),
        ];
        self.shell.told("web-style-from", &args)
    }
}
