//! The words that the program understands. Help texts come from the locale files.

use clap::builder::{NonEmptyStringValueParser, PossibleValuesParser};
use clap::{Arg, ArgAction, Command, value_parser};
use std::path::PathBuf;
use uppsikt_messages::{Lang, text};

/// The command line in a language.
pub fn command(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    let root = Command::new("uppsikt")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t("cli-about"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(t("cli-heading-commands"))
        .subcommand_value_name(t("cli-value-command"))
        .subcommands(subcommands(lang));
    let whole = with_common(root, lang, 0)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .help(t("cli-arg-version"))
                .action(ArgAction::Version),
        )
        .disable_version_flag(true);
    with_usage(whole, lang)
}

/// The usage lines with "[OPTIONS]", which clap writes in English only, in the reader's language.
fn with_usage(mut root: Command, lang: Lang) -> Command {
    root.build();
    let said = |command: &Command| {
        let usage = command.clone().help_template("{usage}").render_help().to_string();
        usage.trim().replace("[OPTIONS]", &format!("[{}]", text(lang, "cli-value-options", &[])))
    };
    let names: Vec<String> = root.get_subcommands().map(|it| it.get_name().to_owned()).collect();
    for name in names {
        root = root.mut_subcommand(name, |it| {
            let usage = said(&it);
            it.override_usage(usage)
        });
    }
    let usage = said(&root);
    root.override_usage(usage)
}

fn subcommands(lang: Lang) -> Vec<Command> {
    let all = [
        demo(lang),
        serve(lang),
        migrate(lang),
        read(lang),
        check(lang),
        explain(lang),
        import(lang),
        publish(lang),
    ];
    all.into_iter().map(|command| with_common(command, lang, 1)).collect()
}

/// The flags that every command has, and the words around the help in the right language.
fn with_common(command: Command, lang: Lang, depth: usize) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    let commands = if depth == 0 {
        format!("{}:\n{{subcommands}}\n\n", t("cli-heading-commands"))
    } else {
        String::new()
    };
    let positionals = if command.get_positionals().next().is_some() {
        format!("{}:\n{{positionals}}\n\n", t("cli-heading-arguments"))
    } else {
        String::new()
    };
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{commands}{positionals}{}:\n{{options}}{{after-help}}\n",
        t("cli-heading-usage"),
        t("cli-heading-options")
    );
    command
        .help_template(template)
        .disable_help_flag(true)
        .arg(Arg::new("help").short('h').long("help").help(t("cli-arg-help")).action(ArgAction::Help))
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("sv|en")
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(["sv", "en"]))
                .help(t("cli-arg-lang")),
        )
}

fn demo(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    Command::new("demo")
        .about(t("cli-demo-about"))
        .arg(port(lang))
        .arg(editor(lang))
        .arg(data(lang))
        .arg(database(lang))
}

fn serve(lang: Lang) -> Command {
    Command::new("serve")
        .about(text(lang, "cli-serve-about", &[]))
        .arg(port(lang))
        .arg(editor(lang))
        .arg(data(lang))
        .arg(database(lang))
}

fn migrate(lang: Lang) -> Command {
    Command::new("migrate").about(text(lang, "cli-migrate-about", &[])).arg(data(lang)).arg(database(lang))
}

fn read(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    Command::new("read")
        .about(t("cli-read-about"))
        .arg(path("file", &t("cli-value-file")).required(true).help(t("cli-arg-file")))
        .arg(flag("json", t("cli-arg-json")))
        .arg(flag("explain", t("cli-arg-explain")))
        .arg(style(lang))
}

fn check(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    Command::new("check")
        .about(t("cli-check-about"))
        .arg(path("file", &t("cli-value-file")).num_args(1..).help(t("cli-arg-files")))
        .arg(
            option("against", &t("cli-value-file"), t("cli-arg-against"))
                .value_parser(value_parser!(PathBuf))
                .action(ArgAction::Append),
        )
        .arg(data(lang))
        .arg(database(lang))
        .arg(option("municipality", &t("cli-value-name"), t("cli-arg-which-municipality")))
        .arg(flag("accepted", t("cli-arg-accepted")))
        .arg(
            option("format", "text|json|sarif|html", t("cli-arg-format"))
                .value_parser(PossibleValuesParser::new(["text", "json", "sarif", "html"]))
                .hide_possible_values(true)
                .hide_default_value(true)
                .default_value("text"),
        )
        .arg(rules("only", lang))
        .arg(rules("skip", lang))
        .arg(style(lang))
}

fn explain(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    Command::new("explain")
        .about(t("cli-explain-about"))
        .arg(Arg::new("rule").value_name(t("cli-value-rule")).help(t("cli-arg-rule")))
}

fn import(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    Command::new("import")
        .about(t("cli-import-about"))
        .arg(path("path", &t("cli-value-path")).required(true).num_args(1..).help(t("cli-arg-paths")))
        .arg(data(lang))
        .arg(database(lang))
        .arg(option("municipality", &t("cli-value-name"), t("cli-arg-municipality")))
        .arg(style(lang))
}

fn publish(lang: Lang) -> Command {
    let t = |key: &str| text(lang, key, &[]);
    let kinds = ["committee-budget", "interim-report", "annual-analysis"];
    Command::new("publish")
        .about(t("cli-publish-about"))
        .arg(data(lang))
        .arg(database(lang))
        .arg(option("municipality", &t("cli-value-name"), t("cli-arg-which-municipality")))
        .arg(option("committee", &t("cli-value-name"), t("cli-arg-committee")).required(true))
        .arg(
            option("year", &t("cli-value-year"), t("cli-arg-year"))
                .required(true)
                .value_parser(value_parser!(i32).range(1900..2200)),
        )
        .arg(
            option("document", "committee-budget|interim-report|annual-analysis", t("cli-arg-document"))
                .required(true)
                .hide_possible_values(true)
                .value_parser(PossibleValuesParser::new(kinds)),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name(t("cli-value-file"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(t("cli-arg-output")),
        )
}

fn path(id: &'static str, value: &str) -> Arg {
    Arg::new(id).value_name(value.to_owned()).value_parser(value_parser!(PathBuf))
}

fn option(id: &'static str, value: &str, help: String) -> Arg {
    Arg::new(id).long(id).value_name(value.to_owned()).help(help)
}

fn flag(id: &'static str, help: String) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

fn rules(id: &'static str, lang: Lang) -> Arg {
    let help = text(lang, if id == "only" { "cli-arg-only" } else { "cli-arg-skip" }, &[]);
    option(id, &text(lang, "cli-value-rules", &[]), help).value_delimiter(',').action(ArgAction::Append)
}

fn style(lang: Lang) -> Arg {
    let value = text(lang, "cli-value-style", &[]);
    option("style", &value, text(lang, "cli-arg-style", &[])).value_parser(value_parser!(PathBuf))
}

fn port(lang: Lang) -> Arg {
    option("port", "N", text(lang, "cli-arg-port", &[]))
        .value_parser(value_parser!(u16))
        .default_value("8080")
        .hide_default_value(true)
}

fn editor(lang: Lang) -> Arg {
    option("editor", &text(lang, "cli-value-name", &[]), text(lang, "cli-arg-editor", &[]))
        .value_parser(NonEmptyStringValueParser::new())
}

fn data(lang: Lang) -> Arg {
    let value = text(lang, "cli-value-folder", &[]);
    option("data", &value, text(lang, "cli-arg-data", &[])).value_parser(value_parser!(PathBuf))
}

fn database(lang: Lang) -> Arg {
    option("database-url", "URL", text(lang, "cli-arg-database", &[]))
        .env("DATABASE_URL")
        .hide_env_values(true)
        .hide_env(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_sound_in_both_languages() {
        command(Lang::Sv).debug_assert();
        command(Lang::En).debug_assert();
    }

    #[test]
    fn every_help_text_is_translated() {
        for lang in [Lang::Sv, Lang::En] {
            let whole = command(lang);
            let all = std::iter::once(whole.clone()).chain(whole.get_subcommands().cloned());
            for mut each in all {
                let help = each.render_long_help().to_string();
                assert!(!help.contains("cli-"), "{help}");
                assert_eq!(help.contains("[OPTIONS]"), lang == Lang::En, "{help}");
                let usage = if each.get_name() == "uppsikt" { "uppsikt [" } else { "uppsikt " };
                assert!(help.contains(&format!(": {usage}")), "{help}");
            }
        }
    }
}
