//! The locale files, read once.

use crate::{Arg, Lang, number_words};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::sync::LazyLock;

const SV: &[&str] = &[
    include_str!("../locales/sv/app.ftl"),
    include_str!("../locales/sv/cli.ftl"),
    include_str!("../locales/sv/findings.ftl"),
    include_str!("../locales/sv/reading.ftl"),
    include_str!("../locales/sv/review.ftl"),
    include_str!("../locales/sv/rules.ftl"),
    include_str!("../locales/sv/style.ftl"),
    include_str!("../locales/sv/web.ftl"),
    include_str!("../locales/sv/writing.ftl"),
];
const EN: &[&str] = &[
    include_str!("../locales/en/app.ftl"),
    include_str!("../locales/en/cli.ftl"),
    include_str!("../locales/en/findings.ftl"),
    include_str!("../locales/en/reading.ftl"),
    include_str!("../locales/en/review.ftl"),
    include_str!("../locales/en/rules.ftl"),
    include_str!("../locales/en/style.ftl"),
    include_str!("../locales/en/web.ftl"),
    include_str!("../locales/en/writing.ftl"),
];

static SWEDISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::Sv, SV));
static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Lang::En, EN));

fn bundle(lang: Lang, files: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(lang.tag().parse().into_iter().collect());
    bundle.set_use_isolating(false);
    // Fails only for a name that is taken, and the bundle is new.
    let _ = bundle.add_function("WORD", move |given, named| number_words::word(lang, given, named));
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(read, _)| read);
        // A key that stands twice keeps its first text; `no_key_stands_twice` tells.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The text of a key in a language. An unknown key gives the key itself.
pub fn text(lang: Lang, key: &str, args: &[(&'static str, Arg)]) -> String {
    let own = match lang {
        Lang::Sv => None,
        Lang::En => format(&ENGLISH, key, args),
    };
    own.or_else(|| format(&SWEDISH, key, args)).unwrap_or_else(|| key.to_owned())
}

fn format(bundle: &FluentBundle<FluentResource>, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut given = FluentArgs::new();
    for (name, value) in args {
        match value {
            Arg::Text(words) => given.set(*name, words.as_str()),
            Arg::Count(count) => given.set(*name, *count),
        }
    }
    Some(bundle.format_pattern(pattern, Some(&given), &mut Vec::new()).into_owned())
}

/// All keys of a language, sorted.
pub fn keys(lang: Lang) -> Vec<String> {
    let files = if lang == Lang::Sv { SV } else { EN };
    let lines = files.iter().flat_map(|file| file.lines());
    let named = lines.filter_map(|line| line.split_once(" =").map(|(key, _)| key));
    let mut keys: Vec<String> = named.filter(|key| is_key(key)).map(str::to_owned).collect();
    keys.sort();
    keys
}

fn is_key(word: &str) -> bool {
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    word.starts_with(|c: char| c.is_ascii_lowercase()) && word.chars().all(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys() {
        assert_eq!(keys(Lang::Sv), keys(Lang::En));
    }

    #[test]
    fn no_key_stands_twice() {
        let all = keys(Lang::Sv);
        let mut once = all.clone();
        once.dedup();
        assert_eq!(all, once);
    }

    #[test]
    fn every_file_is_sound_fluent() {
        for file in SV.iter().chain(EN) {
            assert!(FluentResource::try_new((*file).to_owned()).is_ok(), "{}", &file[..file.len().min(200)]);
        }
    }

    #[test]
    fn an_unknown_key_gives_the_key_itself() {
        assert_eq!(text(Lang::En, "no-such-key", &[]), "no-such-key");
    }
}
