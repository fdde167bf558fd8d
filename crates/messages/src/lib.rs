//! Messages by key with arguments, in Swedish and English, from the first page.
//!
//! The texts stand in `locales/<lang>/<area>.ftl` (Fluent). A key that a language lacks
//! falls back to Swedish; a key that Swedish lacks is a fault that a test finds. Counts are
//! printed as words by `WORD($count)`.
#![forbid(unsafe_code)]

mod catalog;
mod number_words;

pub use catalog::{keys, text};

/// A language that Uppsikt speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Swedish, the first.
    #[default]
    Sv,
    /// English.
    En,
}

impl Lang {
    /// From a language tag ("sv", "en-GB").
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_']).next()? {
            "sv" => Some(Lang::Sv),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Sv => "sv",
            Lang::En => "en",
        }
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Arg {
    /// Words, put in as they are.
    Text(String),
    /// A count, which chooses between singular and plural. Printed without grouping.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl<T: Clone + Into<Arg>> From<&T> for Arg {
    fn from(value: &T) -> Self {
        value.clone().into()
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Arg::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A message that is told later, in a language chosen then.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Message {
    /// Key in the locale files.
    pub key: &'static str,
    /// Arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments.
    pub fn new(key: &'static str) -> Self {
        Message { key, args: Vec::new() }
    }

    /// With one more argument.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The message in a language.
    pub fn in_lang(&self, lang: Lang) -> String {
        text(lang, self.key, &self.args)
    }
}
