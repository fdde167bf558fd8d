//! `uppsikt`: reads, checks, stores, shows and prints the steering documents of municipalities.
//!
//! Results go to standard output, messages to standard error. Exit status 0: done, and
//! `check` found no error; 1: `check` found an error; 2: input or usage that cannot be used.
#![forbid(unsafe_code)]

mod arguments;
mod check;
mod children;
mod database;
mod explain;
mod import;
mod language;
mod output;
mod publish;
mod read;
mod refusal;
mod serve;
mod style;

use std::process::ExitCode;
use uppsikt_app::document::outsider;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Done.
    Done,
    /// Done, and `check` found an error.
    FoundErrors,
    /// Some input could not be used.
    Unusable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::FoundErrors => 1,
            Outcome::Unusable => 2,
        })
    }
}

fn main() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let lang = language::chosen(&words);
    if let [_, command] = words.as_slice()
        && command == outsider::COMMAND
    {
        return children::be_one().into();
    }
    let matches = match arguments::command(lang).try_get_matches_from(words) {
        Ok(matches) => matches,
        Err(refused) => return refusal::tell(&refused, lang).into(),
    };
    let Some((name, given)) = matches.subcommand() else {
        return Outcome::Unusable.into();
    };
    children::allow(name);
    let outcome = match name {
        "read" => read::run(given, lang),
        "check" => check::run(given, lang),
        "explain" => explain::run(given, lang),
        "import" => import::run(given, lang),
        "publish" => publish::run(given, lang),
        "migrate" => serve::migrate(given, lang),
        "serve" => serve::serve(given, lang),
        _ => serve::demo(given, lang),
    };
    outcome.into()
}
