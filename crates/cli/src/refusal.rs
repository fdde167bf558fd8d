//! Words that the program does not understand, told in the reader's language.

use crate::Outcome;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use uppsikt_messages::{Arg, Lang, text};

/// Prints help, version or the refusal, and says how the program ends.
pub fn tell(refused: &Error, lang: Lang) -> Outcome {
    match refused.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe on the other side is no fault of ours.
            let _ = refused.print();
            Outcome::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            eprint!("{}", refused.render());
            Outcome::Unusable
        }
        kind => {
            eprintln!("{}", text(lang, key(kind, refused), &arguments(refused)));
            eprintln!("{}", text(lang, "cli-refused-help", &[]));
            Outcome::Unusable
        }
    }
}

fn key(kind: ErrorKind, refused: &Error) -> &'static str {
    let listed = refused.get(ContextKind::ValidValue).is_some_and(|value| !words(value).is_empty());
    match kind {
        ErrorKind::InvalidSubcommand => "cli-refused-command",
        ErrorKind::UnknownArgument => "cli-refused-unknown",
        ErrorKind::MissingRequiredArgument => "cli-refused-missing",
        ErrorKind::InvalidValue if listed => "cli-refused-value-possible",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-refused-value",
        _ => "cli-refused-other",
    }
}

fn arguments(refused: &Error) -> Vec<(&'static str, Arg)> {
    let of = |kind| refused.get(kind).map(words).unwrap_or_default();
    let what =
        [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].into_iter().map(of).collect::<String>();
    vec![
        ("what", what.into()),
        ("found", of(ContextKind::InvalidValue).into()),
        ("expected", of(ContextKind::ValidValue).into()),
    ]
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        _ => String::new(),
    }
}
