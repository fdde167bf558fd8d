//! References in running text, with their places: to goals, sections, plans, cases and documents.

mod case_numbers;
mod decided;
mod numbered;
mod plans;

pub(crate) use case_numbers::{cases, hyphened, is_labelled_number, without_class, year_of};

use crate::book::folded;
use crate::goal_words::{GoalWords, number_at};
use crate::headings::code_of;
use crate::joined::Joined;
use crate::source::Source;
use crate::style::ReferenceWords;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use numbered::{numbered, with_year};
use plans::{called_plans, dated_plans, named_plans, plan_before, plan_end, titled_plans, up_to_years};
use std::collections::HashSet;
use std::ops::Range;
use uppsikt_domain::document::{Reference, ReferenceTo};
use uppsikt_text::format;

/// Between a word for a plan and what it is called stand a space and a quotation mark, in bytes.
const MOST_BETWEEN: usize = 4;

/// What a found word opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// The whole name of a goal.
    GoalName,
    /// The code of a goal: "KF 3".
    GoalCode,
    /// "kommunfullmäktigemålet": a goal's name may follow.
    Goal,
    /// "under rubriken": a section's name follows.
    Section,
    /// "Plan för": a plan's name begins.
    Plan,
    /// "programmet": a plan's name ends.
    PlanEnding,
    /// "avfallsplanen": a word that is a plan by itself.
    PlanWord,
    /// "årsanalysen": a year may follow.
    Document,
    /// "Reglemente för": the name of a document that is no plan begins.
    Ruling,
    /// "tabell": a number follows.
    Numbered,
    /// "visionen": its name with a year follows.
    Vision,
}

/// Finds references; made once for a document.
pub(crate) struct Finder {
    marks: Vec<(Mark, usize)>,
    words: Option<AhoCorasick>,
    goals: Vec<String>,
    /// What the goals are about, and their numbers.
    about: GoalWords,
    /// Names of sections, folded, longest first.
    sections: Vec<String>,
    /// Numbers of sections and of orders.
    numbers: HashSet<String>,
    orders: HashSet<String>,
    /// Numbers of what is numbered where it stands: tables, diagrams, appendices.
    tables: HashSet<String>,
}

/// What a document has that its text can refer to.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub goals: Vec<String>,
    /// The headings of the goals.
    pub headings: Vec<String>,
    pub sections: Vec<String>,
    /// The numbers of sections ("3.2"), and of orders.
    pub numbers: HashSet<String>,
    pub orders: HashSet<String>,
    /// The numbers of tables and diagrams.
    pub tables: HashSet<String>,
}

impl Finder {
    pub fn new(named: Named, style: &ReferenceWords) -> Self {
        let about = GoalWords::new(&named.goals, &named.headings, &style.goal);
        let codes: Vec<&str> = named.headings.iter().filter_map(|heading| code_of(heading)).collect();
        let known: Vec<String> = named.goals.iter().filter(|name| name.len() > 12).cloned().collect();
        let goals = known.iter().map(|name| (Mark::GoalName, name.as_str()));
        let opening = style.goal.iter().filter(|marker| marker.len() > 8);
        let lists = [
            (Mark::Section, &style.section),
            (Mark::Plan, &style.plan),
            (Mark::PlanEnding, &style.plan_endings),
            (Mark::PlanWord, &style.plan_words),
            (Mark::Document, &style.document),
            (Mark::Ruling, &style.ruling),
            (Mark::Numbered, &style.numbered),
            (Mark::Vision, &style.vision),
        ];
        let lists = lists.iter().flat_map(|(mark, list)| list.iter().map(|word| (*mark, word.as_str())));
        // "Se Investeringar": a sentence may open with the word.
        let opening_words = [
            (Mark::Section, &style.section),
            (Mark::PlanWord, &style.plan_words),
            (Mark::Document, &style.document),
            (Mark::Numbered, &style.numbered),
            (Mark::Vision, &style.vision),
        ];
        let capital = |(mark, list): &(Mark, &Vec<String>)| -> Vec<(Mark, String)> {
            list.iter().map(|word| (*mark, format::capitalised(word))).collect()
        };
        let capitals: Vec<(Mark, String)> = opening_words.iter().flat_map(capital).collect();
        let lists = lists.chain(capitals.iter().map(|(mark, word)| (*mark, word.as_str())));
        let codes = codes.iter().map(|code| (Mark::GoalCode, *code));
        let all: Vec<(Mark, &str)> =
            goals.chain(codes).chain(opening.map(|word| (Mark::Goal, word.as_str()))).chain(lists).collect();
        let mut sections: Vec<String> = named.sections.iter().map(|name| folded(name)).collect();
        sections.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Finder {
            words: AhoCorasickBuilder::new()
                .kind(Some(AhoCorasickKind::ContiguousNFA))
                .build(all.iter().map(|(_, word)| word))
                .ok(),
            marks: all.into_iter().map(|(mark, word)| (mark, word.len())).collect(),
            sections,
            numbers: named.numbers,
            orders: named.orders,
            tables: named.tables,
            goals: known,
            about,
        }
    }

    /// The references in a text, in order, none inside another.
    pub fn references(&self, text: &Joined, source: &Source) -> Vec<Reference> {
        let words = text.text.as_str();
        let mut found: Vec<(Range<usize>, ReferenceTo)> = Vec::new();
        found.extend(named_plans(words).into_iter().map(|range| (range, ReferenceTo::Plan)));
        let called = called_plans(words);
        found.extend(called.iter().map(|range| (range.clone(), ReferenceTo::Plan)));
        found.extend(dated_plans(words).into_iter().map(|range| (range, ReferenceTo::Plan)));
        found.extend(titled_plans(words).into_iter().map(|range| (range, ReferenceTo::Plan)));
        found.extend(decided::minutes(words).into_iter().map(|range| (range, ReferenceTo::Case)));
        found.extend(decided::laws(words).into_iter().map(|range| (range, ReferenceTo::Document)));
        found.extend(self.about.references(words).into_iter().map(|range| (range, ReferenceTo::Goal)));
        found.extend(self.orders(words).into_iter().map(|range| (range, ReferenceTo::Assignment)));
        found.extend(cases(words).into_iter().map(|range| (range, ReferenceTo::Case)));
        if let Some(finder) = &self.words {
            for hit in finder.find_overlapping_iter(words) {
                let mark = self.marks[hit.pattern().as_usize()].0;
                // "programmet ”Rena dammar”" is one plan.
                let named =
                    |at: usize| called.iter().any(|it| it.start > at && it.start - at <= MOST_BETWEEN);
                if mark != Mark::PlanEnding || !named(hit.end()) {
                    found.extend(self.reference(mark, words, hit.start()..hit.end()));
                }
            }
        }
        let text_at = |(range, to): (Range<usize>, ReferenceTo)| Reference {
            text: words[range.clone()].to_owned(),
            to,
            span: text.span(source, range),
        };
        apart(found).into_iter().map(text_at).collect()
    }

    fn reference(&self, mark: Mark, text: &str, hit: Range<usize>) -> Option<(Range<usize>, ReferenceTo)> {
        match mark {
            Mark::GoalName => Some((hit, ReferenceTo::Goal)),
            Mark::GoalCode => {
                let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                (free && ends_number(&text[hit.end..])).then_some((hit, ReferenceTo::Goal))
            }
            Mark::Goal => {
                let name = goal_after(text, hit.end)?;
                let known = self.goals.iter().any(|goal| text[name.start..].starts_with(goal));
                (!known).then_some((name, ReferenceTo::Goal))
            }
            Mark::Section => {
                let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let opens =
                    text[hit.clone()].starts_with(char::is_lowercase) || opens_sentence(text, hit.start);
                let chapter =
                    || numbered(text, hit.clone(), &self.numbers).filter(|_| is_chapter(&text[hit.clone()]));
                let name = (free && opens).then(|| chapter().or_else(|| self.section_after(text, hit.end)));
                Some((name.flatten()?, ReferenceTo::Section))
            }
            Mark::Plan => {
                let free = text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                let end = up_to_years(text, hit.start + plan_end(&text[hit.start..], hit.len()));
                free.then_some((hit.start..end, ReferenceTo::Plan))
            }
            Mark::PlanEnding => Some((plan_before(text, hit)?, ReferenceTo::Plan)),
            Mark::PlanWord => {
                let free =
                    text[..hit.start].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '-');
                let ended = text[hit.end..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '-');
                (free && ended).then_some((hit, ReferenceTo::Plan))
            }
            Mark::Document => Some((with_year(text, hit)?, ReferenceTo::Document)),
            Mark::Ruling => {
                let (range, _) = self.reference(Mark::Plan, text, hit)?;
                Some((range, ReferenceTo::Document))
            }
            Mark::Numbered => Some((numbered(text, hit, &self.tables)?, ReferenceTo::Section)),
            Mark::Vision => Some((plans::with_last_year(text, hit)?, ReferenceTo::Document)),
        }
    }

    /// "uppdrag 3", where an order has that number.
    fn orders(&self, text: &str) -> Vec<Range<usize>> {
        if self.orders.is_empty() {
            return Vec::new();
        }
        let at = |(at, word): (usize, &str)| {
            let opens = text[..at].ends_with(['U', 'u']).then(|| at - 1)?;
            let free = text[..opens].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let number =
                whole_number_at(&text[at + word.len()..]).filter(|number| self.orders.contains(*number))?;
            free.then(|| opens..at + word.len() + number.len())
        };
        text.match_indices("ppdrag ").filter_map(at).collect()
    }

    /// The known section that is named right after a place.
    fn section_after(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let rest = text[at..].trim_start_matches([' ', '*', '"', '\u{201d}', '\u{201c}']);
        let start = text.len() - rest.len();
        if !rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            return None;
        }
        let opening: String = rest.chars().take(160).map(crate::pattern::fold).collect();
        let name = self.sections.iter().find(|name| opening.starts_with(name.as_str()))?;
        let length = rest.char_indices().nth(name.chars().count()).map_or(rest.len(), |(at, _)| at);
        let ended = rest[length..].chars().next().is_none_or(|c| !c.is_alphanumeric());
        (start > at && ended).then_some(start..start + length)
    }
}

/// Whether a word stands before the number of a section.
fn is_chapter(word: &str) -> bool {
    matches!(folded(word).as_str(), "avsnitt" | "kapitel")
}

/// The number that a text begins with, where no letter or further number goes on with it.
fn whole_number_at(text: &str) -> Option<&str> {
    number_at(text).filter(|number| ends_number(&text[number.len()..]))
}

/// Whether a number ends before a text: "KF 3" is not "KF 30" nor "KF 3.1".
fn ends_number(text: &str) -> bool {
    let mut next = text.chars();
    match next.next() {
        Some('.' | ':') => next.next().is_none_or(|c| !c.is_ascii_digit()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

/// Whether a word is the first of a sentence.
fn opens_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end();
    before.is_empty() || before.ends_with(['.', '!', '?', ':'])
}

/// In order, the longer before the shorter, none inside another.
fn apart(mut found: Vec<(Range<usize>, ReferenceTo)>) -> Vec<(Range<usize>, ReferenceTo)> {
    found.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|(range, _)| {
        let apart = range.start >= end && !range.is_empty();
        if apart {
            end = range.end;
        }
        apart
    });
    found
}

/// A goal's name, known or not, right after the word that announces it.
fn goal_after(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].trim_start_matches([' ', ':', '*', '"', '\u{201d}']);
    let start = text.len() - rest.len();
    (start > at && rest.starts_with(char::is_uppercase)).then(|| start..start + clause(rest))
}

/// To the end of the sentence or the quotation.
fn clause(text: &str) -> usize {
    let end = text.find(". ").or_else(|| text.strip_suffix('.').map(str::len)).unwrap_or(text.len());
    text[..end].find(['"', '\u{201d}', '*', '(', ';']).unwrap_or(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn read(text: &str, goals: &[&str], sections: &[&str]) -> Vec<(String, ReferenceTo)> {
        let source = Source::new(text);
        let joined = Joined::line(&source, 0);
        let owned = |list: &[&str]| -> Vec<String> { list.iter().map(|name| (*name).to_owned()).collect() };
        let named = Named {
            goals: owned(goals),
            headings: goals.iter().map(|goal| format!("KF 4 {goal}")).collect(),
            sections: owned(sections),
            numbers: owned(&["6", "5.1"]).into_iter().collect(),
            orders: owned(&["3"]).into_iter().collect(),
            tables: owned(&["2"]).into_iter().collect(),
        };
        let finder = Finder::new(named, &HouseStyle::standard().references);
        finder.references(&joined, &source).into_iter().map(|found| (found.text, found.to)).collect()
    }

    #[test]
    fn cases_are_known_with_hyphens_or_spaces() {
        let found = read("Ärendena PRK-2031-95 och PRK 2031 1132 samt UTF-8 och EU 2030.", &[], &[]);
        assert_eq!(
            found,
            [("PRK-2031-95".into(), ReferenceTo::Case), ("PRK 2031 1132".into(), ReferenceTo::Case)]
        );
    }

    #[test]
    fn goals_sections_plans_and_documents_are_known() {
        let text = "Arbetet beskrivs under kommunfullmäktigemålet Fler läser mer på fritiden och under målområdet En trygg stad, i Plan för läsning, och följs i årsanalysen 2031.";
        let found = read(text, &["Fler läser mer på fritiden"], &["En trygg stad"]);
        let expected = [
            ("Fler läser mer på fritiden", ReferenceTo::Goal),
            ("En trygg stad", ReferenceTo::Section),
            ("Plan för läsning", ReferenceTo::Plan),
            ("årsanalysen 2031", ReferenceTo::Document),
        ];
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn plans_end_where_the_next_begins_or_with_their_years() {
        let text = "Arbetet följer Strategi för gröna tak och Riktlinjer för dammar, Plan mot torka i stadens parker 2031–2034, \
                    Trädplanen 2030-2036 och Plan för bad i alla åar.";
        let plans: Vec<String> = read(text, &[], &[]).into_iter().map(|it| it.0).collect();
        let expected = [
            "Strategi för gröna tak",
            "Riktlinjer för dammar",
            "Plan mot torka i stadens parker 2031–2034",
            "Trädplanen 2030-2036",
            "Plan för bad",
        ];
        assert_eq!(plans, expected);
        assert!(
            read("Det står i Verksamhetsplanen 2030–2036 under året.", &[], &[])
                .iter()
                .all(|it| it.1 != ReferenceTo::Plan)
        );
        let found = read("Det står under rubrik Anslag till nämnden.", &[], &["Anslag till nämnden"]);
        assert_eq!(found, [("Anslag till nämnden".to_owned(), ReferenceTo::Section)]);
    }

    #[test]
    fn sections_orders_and_goals_are_known_by_their_numbers_and_codes() {
        let text = "Se avsnitt 6 och kapitel 5.1, inte avsnitt 7. Uppdrag 3 hör till KF 4 men inte till KF 41 eller uppdrag 30.";
        let expected = [
            ("avsnitt 6", ReferenceTo::Section),
            ("kapitel 5.1", ReferenceTo::Section),
            ("Uppdrag 3", ReferenceTo::Assignment),
            ("KF 4", ReferenceTo::Goal),
        ];
        let found = read(text, &["Fler läser mer på fritiden"], &[]);
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn tables_and_documents_of_a_year_are_known_by_their_numbers() {
        let text = "Enligt tabell 2 och tabell 4 samt 2030 års delårsrapport. Tabell 2 följer Styrmodell för Ekby stad, som bygger på visionen Ekby 2045 och den delårsrapport som kom.";
        let expected = [
            ("tabell 2", ReferenceTo::Section),
            ("2030 års delårsrapport", ReferenceTo::Document),
            ("Tabell 2", ReferenceTo::Section),
            ("Styrmodell för Ekby stad", ReferenceTo::Document),
            ("Ekby 2045", ReferenceTo::Document),
        ];
        assert_eq!(read(text, &[], &[]), expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn plans_are_known_by_what_they_are_called() {
        for (text, name) in [
            ("Nämndens omställningsplan Närmare vattnet beskriver hur.", "Närmare vattnet"),
            ("Handlingsprogrammet ”Rena dammar nu” antogs i maj.", "Rena dammar nu"),
            (
                "Fullmäktiges program för mandatperioden, Ekby växer lugnt 2031–2034, styr.",
                "Ekby växer lugnt 2031–2034",
            ),
            ("Lamporna ingår i Belysningsplan för stadens parker.", "Belysningsplan för stadens parker"),
        ] {
            assert_eq!(read(text, &[], &[]), [(name.to_owned(), ReferenceTo::Plan)], "{text}");
        }
        for text in [
            "Nämndens verksamhetsplan Parknämnden antog i maj.",
            "En handlingsplan Parknämnden själv tog fram.",
            "Belysningsplan för parker saknas.",
        ] {
            assert!(read(text, &[], &[]).is_empty(), "{text}");
        }
    }

    #[test]
    fn plans_end_before_the_verb_and_known_words_and_years_are_enough() {
        let text = "Policy för gröna resor gäller. Riktlinjer för dammar reviderades, liksom grönplanen och stadens \
                    handlingsplan mot buller 2030–2033. Den nya strategin RUS 2030 och Mål och budget 2031 följs.";
        let expected = [
            ("Policy för gröna resor", ReferenceTo::Plan),
            ("Riktlinjer för dammar", ReferenceTo::Plan),
            ("grönplanen", ReferenceTo::Plan),
            ("handlingsplan mot buller 2030–2033", ReferenceTo::Plan),
            ("RUS 2030", ReferenceTo::Plan),
            ("Mål och budget 2031", ReferenceTo::Document),
        ];
        assert_eq!(read(text, &[], &[]), expected.map(|(text, to)| (text.to_owned(), to)));
        assert!(read("Nämndens verksamhetsplan för 2031 och en plan för dammar.", &[], &[]).is_empty());
    }

    #[test]
    fn plans_are_known_with_their_years() {
        let found =
            read("Arbetet följer Klimat- och miljöprogram 2025–2030 och Kulturplan 2024-2027.", &[], &[]);
        let expected = [
            ("Klimat- och miljöprogram 2025–2030", ReferenceTo::Plan),
            ("Kulturplan 2024-2027", ReferenceTo::Plan),
        ];
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }

    #[test]
    fn what_the_municipality_is_and_the_years_belong_to_a_plan_s_name() {
        let text = "Arbetet följer Miljöprogram för Storby stad 2021–2030, Skyfallsplan för Ekby kommun och trygghetsprogrammet för Storby stad 2025–2031. Se Näringslivsstrategi för Ekby 2030 och Kulturplan för Storby.";
        let found: Vec<String> = read(text, &[], &[]).into_iter().map(|it| it.0).collect();
        let expected = [
            "Miljöprogram för Storby stad 2021–2030",
            "Skyfallsplan för Ekby kommun",
            "trygghetsprogrammet för Storby stad 2025–2031",
            "Näringslivsstrategi för Ekby 2030",
            "Kulturplan för Storby",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn sections_follow_a_word_that_may_open_the_sentence_and_plans_have_compound_names() {
        let text = "Se Investeringar för mer. Se även Öppna dammar. Arbetet redovisas under Nämndens mål, enligt Skyfallsplan för Ekby och nämndens Verksamhetsplan för Ekby.";
        let found = read(text, &[], &["Investeringar", "Öppna dammar", "Nämndens mål"]);
        let expected = [
            ("Investeringar", ReferenceTo::Section),
            ("Öppna dammar", ReferenceTo::Section),
            ("Nämndens mål", ReferenceTo::Section),
            ("Skyfallsplan för Ekby", ReferenceTo::Plan),
        ];
        assert_eq!(found, expected.map(|(text, to)| (text.to_owned(), to)));
    }
}
