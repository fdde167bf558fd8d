//! Assignments: who is given what, with whom, and how it is reported back.

mod done;
mod report_back;

pub(crate) use done::{in_cell as done_in, without_status};
pub(crate) use report_back::report_back_in;

use crate::book::{Book, folded};
use crate::joined::Joined;
use crate::source::Source;
use crate::style::AssignmentWords;
use crate::words::Words;
use report_back::report_back;
use uppsikt_domain::assignment::{Assignee, AssigneeRole, Assignment, ReportBack};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_text::{format, sentence};

/// The assignment of a section that is one.
pub(crate) fn of(section: &Section, words: &Words, source: &Source, book: &Book<'_>) -> Option<Assignment> {
    if section.kind != SectionKind::Assignment {
        return None;
    }
    let style = &book.style.assignments;
    let status = without_status(&section.name, book);
    let text = status.map_or(section.name.trim_end_matches('.'), |(words, _)| words).to_owned();
    // Whom the heading above its list names has an order that names nobody itself.
    let around = section.assignment.as_ref().map(|it| it.assignees.clone()).unwrap_or_default();
    let mut assignees = assignees(&text, style);
    let texts = words.of_section(section);
    let listed = listed(&texts, style);
    // "Pröva får på ängen" names nobody, where another is told to have the order.
    assignees.retain(|it| listed.is_empty() || is_bodies(&it.name));
    assignees.extend(listed);
    coordinate(&texts, &mut assignees);
    if assignees.is_empty() {
        assignees = beside(&texts, style);
    }
    if !around.is_empty() && !assignees.iter().any(|it| is_bodies(&it.name)) {
        let with = with(&text, style);
        assignees = around.into_iter().chain(with).collect();
    }
    let lead = lead(&assignees);
    let span = section.heading.as_ref().map_or(section.span, |heading| heading.span);
    let mut report_back = report_back(&texts, source, book);
    if let Some(heading) = section.heading.clone().filter(|_| status.is_some() && !report_back.done) {
        report_back = ReportBack { done: true, wording: Some(heading), ..report_back };
    }
    Some(Assignment { text, lead, report_back, assignees, span })
}

/// The one who coordinates, else the first named.
pub(crate) fn lead(assignees: &[Assignee]) -> Option<String> {
    let coordinating = assignees.iter().find(|assignee| assignee.role == AssigneeRole::Coordinating);
    let first = || assignees.first().filter(|first| !is_all(&first.name));
    coordinating.or_else(first).map(|assignee| assignee.name.clone())
}

/// "Alla nämnder", of whom none leads.
fn is_all(name: &str) -> bool {
    let name = folded(name);
    ["alla ", "samtliga "].iter().any(|all| name.starts_with(all))
}

/// Those that an order itself names: "Parknämnden ska tillsammans med skolnämnden …".
pub(crate) fn in_order(text: &str, style: &AssignmentWords) -> Vec<Assignee> {
    let mut found = assignees(text, style);
    found.retain(|it| is_bodies(&it.name));
    found
}

/// Those that a cell of a table names; the first leads.
pub(crate) fn in_cell(cell: &str) -> Vec<Assignee> {
    let role = |at: usize, name: &str| match at {
        0 if is_all(name) => AssigneeRole::Joint,
        0 => AssigneeRole::Lead,
        _ => AssigneeRole::Partner,
    };
    let names = bodies(cell.trim().trim_end_matches('.'), true);
    names.iter().enumerate().map(|(at, name)| assignee(name, role(at, name))).collect()
}

/// Those that sentences after an order begin with: "Parknämnden ansvarar. Skolnämnden deltar."
fn beside(texts: &[&Joined], style: &AssignmentWords) -> Vec<Assignee> {
    let mut found: Vec<Assignee> = Vec::new();
    let bare = |text: &'_ str| -> String { text.trim().trim_end_matches('.').to_owned() };
    let sentences = texts
        .iter()
        .flat_map(|text| sentence::ranges(&text.text).into_iter().map(move |range| bare(&text.text[range])));
    for sentence in sentences {
        let rest = folded(&sentence);
        let partner = |label: &String| rest.split(' ').any(|word| word == folded(label));
        let joins = style.partner_labels.iter().any(partner);
        let role = if joins || !found.is_empty() { AssigneeRole::Partner } else { AssigneeRole::Lead };
        found.extend(opening(&sentence).iter().map(|name| assignee(name, role)));
        let with = style.with.iter().find_map(|word| Some(sentence.find(word.as_str())? + word.len()));
        let with = with.map(|at| bodies(&sentence[at..], false)).unwrap_or_default();
        found.extend(with.iter().map(|name| assignee(name, AssigneeRole::Partner)));
    }
    let first = found.first().is_some_and(|first| first.role != AssigneeRole::Partner);
    if first { found } else { Vec::new() }
}

/// The bodies that a sentence begins with.
fn opening(sentence: &str) -> Vec<String> {
    let bare = sentence.trim_end_matches('.');
    if bare.starts_with(char::is_uppercase) { bodies(bare, false) } else { Vec::new() }
}

/// Whether what is said after an order names those who have it.
pub(crate) fn names_bodies(said: &str) -> bool {
    let mut sentences = sentence::ranges(said).into_iter().map(|range| said[range].trim());
    sentences.any(|sentence| !opening(sentence).is_empty())
}

/// Who is named: before the order, or after "ger" and "uppdrag till"; and after
/// "tillsammans med" and the like.
fn assignees(text: &str, style: &AssignmentWords) -> Vec<Assignee> {
    let text = without_number(text);
    let Some((named, rest)) = uppdrar(text).or_else(|| given(text)).or_else(|| addressed(text)) else {
        return in_brackets(text);
    };
    let joint = named.len() > 1 || named.first().is_some_and(|name| is_all(name));
    let role = if joint { AssigneeRole::Joint } else { AssigneeRole::Lead };
    let mut found: Vec<Assignee> = named.into_iter().map(|name| assignee(&name, role)).collect();
    let after = |words: &[String]| -> Vec<String> {
        let at = words.iter().filter_map(|word| rest.find(word.as_str()).map(|at| at + word.len())).min();
        at.map(|at| bodies(&rest[at..], false)).unwrap_or_default()
    };
    let led = after(&style.led_by).into_iter().take(1);
    found.extend(led.map(|name| assignee(&name, AssigneeRole::Coordinating)));
    let with = style.with.iter().filter_map(|word| rest.find(word.as_str()).map(|at| at + word.len())).min();
    let with = with.map(|at| partners(&rest[at..])).unwrap_or_default();
    found.extend(with.into_iter().map(|name| assignee(&name, AssigneeRole::Partner)));
    found
}

/// Those whom an order names after "tillsammans med" and the like.
pub(crate) fn with(text: &str, style: &AssignmentWords) -> Vec<Assignee> {
    let after = |word: &String| text.find(word.as_str()).map(|at| at + word.len());
    let names = style.with.iter().filter_map(after).min().map(|at| partners(&text[at..]));
    names.unwrap_or_default().iter().map(|name| assignee(name, AssigneeRole::Partner)).collect()
}

/// The body of words that end where a list of orders begins: "Kommunstyrelsen får i uppdrag att:".
pub(crate) fn named_before_order(text: &str) -> Option<String> {
    let bare = text.trim_matches(['*', '_', ' ', ':']);
    let bare = bare.strip_suffix(" att").unwrap_or(bare);
    let bare = bare.strip_suffix(" i uppdrag").or_else(|| bare.strip_suffix(" följande uppdrag"))?;
    let opens = text.trim_end_matches(['*', '_', ' ']).ends_with([':', 't', 'g']);
    let (names, _) = given(&format!("{bare} ")).filter(|_| opens)?;
    let [name] = names.as_slice() else { return None };
    is_bodies(name).then(|| name.clone())
}

/// "Utreda", "Utred", "Se": whether an order can begin with a word.
pub(crate) fn is_verb(word: &str) -> bool {
    let word = folded(word.trim_matches(|c: char| !c.is_alphabetic()));
    let verb = word.len() >= 3 && word.ends_with('a');
    verb || matches!(word.as_str(), "se" | "få" | "ge" | "bli" | "gå" | "stå" | "utred" | "inför" | "ta")
}

/// How long what stands before the one who is given an order is: "U1 ", "**Uppdrag 1:** ".
pub(crate) fn mark(text: &str, style: &AssignmentWords) -> usize {
    let bare = text.trim_start_matches(['*', '_']);
    let marked = style.item_marks.iter().find_map(|mark| bare.strip_prefix(mark.as_str())?.strip_prefix(' '));
    let code = bare.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let code = if bare.len() - code.len() <= 3 { code.trim_start_matches('-') } else { bare };
    let number = marked.unwrap_or(code);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let order = rest.trim_start_matches(['.', ':', ')', '*', '_', ' ', '\u{2013}', '-']);
    let sound =
        rest.len() < number.len() && order.len() < rest.len() && order.starts_with(char::is_uppercase);
    if sound { text.len() - order.len() } else { 0 }
}

/// The order without its own number before it: "Uppdrag 2031:2. Parknämnden ges …", "Uppdrag 2031:2 Parknämnden …".
fn without_number(text: &str) -> &str {
    let mut words = text.splitn(3, ' ');
    if let (Some(_), Some(number), Some(rest)) = (words.next(), words.next(), words.next())
        && number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '-'))
        && rest.starts_with(char::is_uppercase)
    {
        return rest;
    }
    let Some((label, rest)) = text.split_once(". ") else { return text };
    let numbered = label.ends_with(|c: char| c.is_ascii_digit()) && label.split(' ').count() <= 3;
    if numbered && rest.trim_start().starts_with(char::is_uppercase) { rest.trim_start() } else { text }
}

/// "… dammar till 2031. (PN, KS)": those in brackets after the order; the first leads.
fn in_brackets(text: &str) -> Vec<Assignee> {
    let inner = text.trim_end_matches(['.', ' ']).strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let Some((_, inner)) = inner else { return Vec::new() };
    let short = |name: &str| name.chars().filter(|c| c.is_uppercase()).count() >= 2 && name.len() <= 6;
    let names: Vec<String> = pieces(inner).iter().map(|name| name.trim().to_owned()).collect();
    let named = |name: &String| short(name) || is_bodies(name) || folded(name).starts_with("alla");
    if !names.first().is_some_and(named) {
        return Vec::new();
    }
    let role = |at: usize| if at == 0 { AssigneeRole::Lead } else { AssigneeRole::Partner };
    names.iter().enumerate().map(|(at, name)| assignee(name, role(at))).collect()
}

/// "Parknämnden ges …": those before the verb, and what follows.
fn given(text: &str) -> Option<(Vec<String>, &str)> {
    let verbs = [" ges", " får", " fick", " gavs", " uppdras", " har", " ska"];
    let places = verbs
        .iter()
        .filter_map(|verb| text.find(&format!("{verb} ")).or_else(|| text.find(&format!("{verb},"))));
    let end = places.min()?;
    Some((bodies(&text[..end], true), &text[end..]))
}

/// "Kommunfullmäktige uppdrar åt parknämnden att …": those after the one who gives the order.
fn uppdrar(text: &str) -> Option<(Vec<String>, &str)> {
    let words = [" uppdrar åt ", " uppdrar till ", " har gett ", " har uppdragit åt "];
    let (giver, start) = words.iter().find_map(|it| text.find(it).map(|at| (at, at + it.len())))?;
    let council = folded(&text[..giver]).ends_with("fullmäktige") || is_bodies(&text[..giver]);
    let named = bodies(&text[start..], false);
    (council && !named.is_empty()).then(|| (named, &text[start..]))
}

/// "Kommunfullmäktige ger parknämnden i uppdrag", "Uppdrag till parknämnden att …".
fn addressed(text: &str) -> Option<(Vec<String>, &str)> {
    let start =
        [" ger ", "ppdrag till ", "ppdras åt "].iter().find_map(|it| Some(text.find(it)? + it.len()))?;
    Some((bodies(&text[start..], false), &text[start..]))
}

/// A body with its role; "parknämnden (samordnande)" coordinates.
fn assignee(name: &str, role: AssigneeRole) -> Assignee {
    let (bare, aside) = name.split_once('(').unwrap_or((name, ""));
    const LEADING: [&str; 4] = ["samordn", "sammankall", "huvudansvar", "ansvarig"];
    let leads = LEADING.iter().any(|word| folded(aside).starts_with(word));
    Assignee { name: bare.trim().to_owned(), role: if leads { AssigneeRole::Coordinating } else { role } }
}

/// Who is named in a list under the assignment, or in a line of it: "Leds av: …", "Ansvarig: A. Medverkar: B."
fn listed(texts: &[&Joined], style: &AssignmentWords) -> Vec<Assignee> {
    let mut found = Vec::new();
    for (label, names) in texts.iter().flat_map(|text| labelled(&text.text)) {
        let role = match () {
            () if is_label(label, &style.lead_labels) => AssigneeRole::Lead,
            () if is_label(label, &style.partner_labels) => AssigneeRole::Partner,
            () => continue,
        };
        let (first, others) = parted(names.trim_matches(['*', '_', ' ', '.']), style);
        let named = |names: &str| {
            let all = bodies(names, true).into_iter();
            all.filter(|name| !matches!(folded(name).as_str(), "inga" | "ingen" | "-")).collect::<Vec<_>>()
        };
        let own = |name: &str| if is_all(name) { AssigneeRole::Joint } else { role };
        found.extend(named(first).iter().map(|name| assignee(name, own(name))));
        found.extend(named(others).iter().map(|name| assignee(name, AssigneeRole::Partner)));
    }
    found
}

/// "Parknämnden tillsammans med skolnämnden": who has an order, and with whom.
fn parted<'n>(names: &'n str, style: &AssignmentWords) -> (&'n str, &'n str) {
    let joint = style.with.iter().find_map(|word| Some((names.find(word.as_str())?, word.len())));
    joint.filter(|(at, _)| *at > 0).map_or((names, ""), |(at, length)| (&names[..at], &names[at + length..]))
}

/// Whether a text begins with the label of the one who has an order: "Ansvarig: parknämnden".
pub(crate) fn tells_lead(text: &str, style: &AssignmentWords) -> bool {
    labelled(text).first().is_some_and(|(label, _)| is_label(label, &style.lead_labels))
}

/// Whether a line is a label of an order and what stands after it: "Ansvarig: parknämnden",
/// "Återrapportering: separat ärende".
pub(crate) fn tells_of_order(text: &str, style: &AssignmentWords) -> bool {
    let Some((label, _)) = text.split_once(": ") else { return false };
    let labels = [&style.lead_labels, &style.partner_labels];
    let reports = style.report_words.iter().any(|word| folded(label).starts_with(word.as_str()));
    reports || labels.into_iter().any(|own| is_label(label, own))
}

fn is_label(label: &str, own: &[String]) -> bool {
    let label = folded(label.trim_matches(['*', '_', ' ']));
    own.iter().any(|own| folded(own) == label)
}

/// The labels before colons in a text and what stands after each: "Ansvarig: parknämnden. Övriga: inga."
fn labelled(text: &str) -> Vec<(&str, &str)> {
    let ranges = sentence::ranges(text).into_iter();
    ranges.filter_map(|range| text[range].trim().split_once(':')).collect()
}

/// The bodies that a list begins with; `all`: every piece is one.
fn bodies(list: &str, all: bool) -> Vec<String> {
    let mut found = Vec::new();
    for piece in pieces(list) {
        let name = piece.trim();
        if all && !name.is_empty() {
            found.push(format::capitalised(name));
            continue;
        }
        let Some(body) = body_before(name) else { break };
        found.push(format::capitalised(body));
        if body.len() < name.len() {
            break;
        }
    }
    found
}

/// Those that stand after "tillsammans med": bodies and others by name ("Parkering Storby se över …").
/// Others without a name ("fastighetsägare") are none, and end nothing.
fn partners(list: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in pieces(list) {
        let name = piece.trim();
        let named = body_before(name).or_else(|| Some(capitals(name)).filter(|name| !name.is_empty()));
        match named {
            Some(own) => {
                found.push(format::capitalised(own));
                if own.len() < name.len() {
                    break;
                }
            }
            None if name.contains(' ') => break,
            None => {}
        }
    }
    found
}

/// The words with a capital that a text begins with.
fn capitals(text: &str) -> &str {
    let mut end = 0;
    for word in text.split_inclusive(' ') {
        if !word.starts_with(char::is_uppercase) {
            break;
        }
        end += word.len();
    }
    text[..end].trim_end()
}

/// The body whose name a text begins with: "vattennämnden" of "vattennämnden gräva dammar".
fn body_before(text: &str) -> Option<&str> {
    let mut ends = text.match_indices(' ').map(|(at, _)| at).chain([text.len()]).take(7);
    let end = ends.find(|end| is_bodies(&text[..*end]))?;
    let rest = &text[end..];
    let aside = rest.starts_with(" (").then(|| rest.find(')').map(|at| at + 1)).flatten();
    let scope = rest.strip_prefix(" för ").map(|of| " för ".len() + of.find(' ').unwrap_or(of.len()));
    Some(&text[..end + aside.or(scope).unwrap_or(0)])
}

/// A list cut at commas and "och"/"samt", but not inside "arbetsmarknads- och socialnämnden".
pub(crate) fn pieces(list: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in list.split_whitespace() {
        let joins = matches!(word, "och" | "samt");
        let open = found.last().is_some_and(|piece| piece.trim_end_matches(',').ends_with('-'));
        if joins && !open {
            found.push(String::new());
            continue;
        }
        if let Some(piece) = found.last_mut() {
            if !piece.is_empty() {
                piece.push(' ');
            }
            let ends = word.ends_with(',') && !word.ends_with("-,");
            piece.push_str(if ends { word.trim_end_matches(',') } else { word });
            if ends {
                found.push(String::new());
            }
        }
    }
    found.retain(|piece| !piece.is_empty());
    found
}

pub(crate) fn is_bodies(name: &str) -> bool {
    let name = name.split('(').next().unwrap_or_default().trim();
    let last = folded(name.rsplit(' ').next().unwrap_or_default());
    const ENDINGS: &str = "nämnd nämnden nämnder nämnderna styrelse styrelsen styrelser bolag bolagen förbund förbunden \
        förbundet stiftelser stiftelsen förvaltningar förvaltningen kontoret utskottet beredningen ab aktörer";
    // "Planen antogs av nämnden" names nobody who has the order.
    let told = name.split(' ').any(|word| matches!(word, "av" | "till" | "från" | "som" | "att"));
    !told && name.split(' ').count() <= 7 && ENDINGS.split_whitespace().any(|ending| last.ends_with(ending))
}

/// "… samordnas av X", "X är sammankallande": X coordinates.
fn coordinate(texts: &[&Joined], assignees: &mut [Assignee]) {
    let all: String = texts.iter().map(|text| folded(&text.text)).collect::<Vec<_>>().join(" ");
    for assignee in assignees.iter_mut() {
        let name = folded(&assignee.name);
        let said = [
            format!("samordnas av {name}"),
            format!("{name} samordnar uppdraget"),
            format!("{name} är sammankallande"),
            format!("{name} är samordnande"),
            format!("{name} ansvarar för samordningen av uppdraget"),
        ];
        if said.iter().any(|said| all.contains(said.as_str())) {
            assignee.role = AssigneeRole::Coordinating;
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::HouseStyle;

    fn names(text: &str) -> Vec<(String, AssigneeRole)> {
        let style = HouseStyle::standard().assignments;
        assignees(text, &style).into_iter().map(|assignee| (assignee.name, assignee.role)).collect()
    }

    #[test]
    fn lead_and_partners_are_read_out_of_the_order() {
        let text = "Parknämnden ges, i samarbete med arbetsmarknads- och skolnämnden, vattennämnden och andra berörda nämnder och bolag, i uppdrag att plantera";
        let expected = [
            ("Parknämnden", AssigneeRole::Lead),
            ("Arbetsmarknads- och skolnämnden", AssigneeRole::Partner),
            ("Vattennämnden", AssigneeRole::Partner),
            ("Andra berörda nämnder", AssigneeRole::Partner),
            ("Bolag", AssigneeRole::Partner),
        ];
        assert_eq!(names(text), expected.map(|(name, role)| (name.to_owned(), role)));
    }

    #[test]
    fn an_orders_own_number_is_no_part_of_who_has_it() {
        for mark in ["Uppdrag 2031:2.", "Uppdrag 2031:2"] {
            let text = format!("{mark} Parknämnden ges i uppdrag att gräva dammar");
            assert_eq!(names(&text), [("Parknämnden".to_owned(), AssigneeRole::Lead)]);
        }
    }

    #[test]
    fn partners_are_named_without_commas_too() {
        let text = "Parknämnden ges i uppdrag att tillsammans med tekniska nämnden och skolnämnden föreslå nya parker";
        let expected = [
            ("Parknämnden", AssigneeRole::Lead),
            ("Tekniska nämnden", AssigneeRole::Partner),
            ("Skolnämnden", AssigneeRole::Partner),
        ];
        assert_eq!(names(text), expected.map(|(name, role)| (name.to_owned(), role)));
        let text = "Parknämnden får i uppdrag att i samverkan med Vatten AB gräva dammar";
        assert_eq!(names(text)[1], ("Vatten AB".to_owned(), AssigneeRole::Partner));
        let given = names("Kommunfullmäktige ger parknämnden i uppdrag att så ängar");
        assert_eq!(given, [("Parknämnden".to_owned(), AssigneeRole::Lead)]);
        let led = names("Parknämnden ges i uppdrag att under ledning av kommunstyrelsen rita parker");
        assert_eq!(led[1], ("Kommunstyrelsen".to_owned(), AssigneeRole::Coordinating));
    }

    #[test]
    fn who_coordinates_may_stand_beside_the_name() {
        let both = names("Parknämnden (samordnande) och skolnämnden ges i uppdrag att så ängar");
        let roles = [("Parknämnden", AssigneeRole::Coordinating), ("Skolnämnden", AssigneeRole::Joint)];
        assert_eq!(both, roles.map(|(name, role)| (name.to_owned(), role)));
        let with = names("Parknämnden ska tillsammans med vattennämnden (samordningsansvarig) gräva dammar");
        assert_eq!(with[1], ("Vattennämnden".to_owned(), AssigneeRole::Coordinating));
    }

    #[test]
    fn partners_may_stand_after_the_label_of_the_one_who_leads() {
        let style = HouseStyle::standard().assignments;
        let source = Source::new("Ansvarig: Parknämnden tillsammans med tekniska nämnden");
        let found = listed(&[&Joined::line(&source, 0)], &style);
        let told: Vec<(&str, AssigneeRole)> = found.iter().map(|it| (it.name.as_str(), it.role)).collect();
        assert_eq!(told, [("Parknämnden", AssigneeRole::Lead), ("Tekniska nämnden", AssigneeRole::Partner)]);
    }

    #[test]
    fn of_all_committees_none_leads() {
        let style = HouseStyle::standard().assignments;
        for text in ["Alla nämnder ska pröva sina avgifter", "Samtliga nämnder får i uppdrag att spara"] {
            let found = assignees(text, &style);
            assert_eq!((found[0].role, lead(&found)), (AssigneeRole::Joint, None), "{text}");
        }
    }

    #[test]
    fn partners_may_be_named_without_being_committees() {
        let text = "Parknämnden får i uppdrag att tillsammans med markägare, skolnämnden och Parkering Storby se över dammen";
        let found = names(text);
        let partners: Vec<&str> = found[1..].iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(partners, ["Skolnämnden", "Parkering Storby"]);
    }

    #[test]
    fn several_on_equal_terms_are_joint() {
        let text = "Parknämnden och skolnämnden ges i uppdrag att ta fram en plan för träd och buskar";
        assert_eq!(names(text).iter().map(|(_, role)| *role).collect::<Vec<_>>(), [AssigneeRole::Joint; 2]);
    }
}
