//! Whether a municipality file holds together.

use super::file::{EdgeEntry, GoalVersionEntry, MunicipalityFile};
use std::collections::BTreeSet;
use uppsikt_domain::agenda;
use uppsikt_domain::lineage::{Lasting, Relation};
use uppsikt_messages::Message;
use uppsikt_text::format::slug;

/// Everything that is wrong with a file, in its order.
pub fn problems(file: &MunicipalityFile) -> Vec<Message> {
    let mut found = Vec::new();
    if file.name.trim().is_empty() {
        found.push(Message::new("municipality-file-nameless"));
    }
    found.extend(bad_slug("slug", &file.slug));
    found.extend(slugs("body", file.bodies.iter().map(|body| body.slug.as_str())));
    found.extend(slugs("goal_area", file.goal_areas.iter().map(|area| area.slug.as_str())));
    found.extend(slugs("goal", file.goals.iter().map(|goal| goal.slug.as_str())));
    for area in &file.goal_areas {
        let years = area.versions.iter().map(|version| (version.from_year, version.to_year));
        found.extend(years_off("goal_area", &area.slug, years.collect()));
    }
    found.extend(goals(file));
    found.extend(statuses(file));
    found.extend(file.lineage.iter().filter_map(|edge| edge_off(file, edge)));
    found.extend(uppsikt_rules::settings::problems(&file.rules));
    found
}

fn bad_slug(of: &str, word: &str) -> Option<Message> {
    let sound = !word.is_empty() && slug(word) == word;
    (!sound).then(|| Message::new("municipality-file-slug").with("of", of).with("slug", word))
}

fn slugs<'a>(of: &str, words: impl Iterator<Item = &'a str>) -> Vec<Message> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for word in words {
        found.extend(bad_slug(of, word));
        if !seen.insert(word) {
            found.push(Message::new("municipality-file-twice").with("of", of).with("slug", word));
        }
    }
    found
}

fn years_off(of: &str, word: &str, mut years: Vec<(i32, i32)>) -> Vec<Message> {
    years.sort_unstable();
    let message = |key| Message::new(key).with("of", of).with("slug", word);
    let mut found = Vec::new();
    if years.is_empty() {
        found.push(message("municipality-file-no-version"));
    }
    if years.iter().any(|(from, to)| from > to) {
        found.push(message("municipality-file-years-reversed"));
    }
    if years.windows(2).any(|pair| pair[1].0 <= pair[0].1) {
        found.push(message("municipality-file-years-overlap"));
    }
    found
}

fn goals(file: &MunicipalityFile) -> Vec<Message> {
    let mut found = Vec::new();
    for goal in &file.goals {
        let years = goal.versions.iter().map(|version| (version.from_year, version.to_year));
        found.extend(years_off("goal", &goal.slug, years.collect()));
        let versions = goal.versions.iter();
        found.extend(versions.flat_map(|version| version_off(file, &goal.slug, version)));
    }
    found
}

fn version_off(file: &MunicipalityFile, goal: &str, version: &GoalVersionEntry) -> Vec<Message> {
    let mut found = Vec::new();
    let unknown_area = version.area.iter().filter(|area| !has_area(file, area));
    found.extend(unknown_area.map(|area| unknown("goal", goal, "goal_area", area)));
    let bodies = version.directed_to.iter();
    let unknown_bodies = bodies.filter(|slug| !file.bodies.iter().any(|body| body.slug == **slug));
    found.extend(unknown_bodies.map(|body| unknown("goal", goal, "body", body)));
    let numbers = version.agenda_2030.iter().filter(|number| agenda::name(**number).is_none());
    found.extend(numbers.map(|number| {
        Message::new("municipality-file-agenda").with("goal", goal).with("number", i64::from(*number))
    }));
    found
}

fn statuses(file: &MunicipalityFile) -> Vec<Message> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for status in &file.goal_statuses {
        let message =
            |key| Message::new(key).with("goal", status.goal.as_str()).with("year", i64::from(status.year));
        if !has_goal(file, &status.goal) {
            found.push(unknown("goal_status", &status.year.to_string(), "goal", &status.goal));
        }
        if !status.report.is_report() {
            found.push(message("municipality-file-no-report"));
        }
        if !seen.insert((&status.goal, status.year, status.report)) {
            found.push(message("municipality-file-status-twice"));
        }
    }
    found
}

fn edge_off(file: &MunicipalityFile, edge: &EdgeEntry) -> Option<Message> {
    let (of, known): (_, fn(&MunicipalityFile, &str) -> bool) = match edge.kind {
        Lasting::Goal => ("goal", has_goal),
        Lasting::GoalArea => ("goal_area", has_area),
        Lasting::Body | Lasting::BudgetArea => {
            return Some(Message::new("municipality-file-lineage-kind").with("from", edge.from.as_str()));
        }
    };
    let ends = std::iter::once(&edge.from).chain(&edge.to);
    if let Some(end) = ends.into_iter().find(|end| !known(file, end)) {
        return Some(unknown("lineage", &edge.from, of, end));
    }
    let dropped = edge.relation == Relation::Dropped;
    let off = dropped == edge.to.is_some();
    off.then(|| Message::new("municipality-file-lineage-end").with("from", edge.from.as_str()))
}

fn unknown(of: &str, word: &str, what: &str, missing: &str) -> Message {
    let message = Message::new("municipality-file-unknown").with("of", of).with("slug", word);
    message.with("what", what).with("missing", missing)
}

fn has_goal(file: &MunicipalityFile, word: &str) -> bool {
    file.goals.iter().any(|goal| goal.slug == word)
}

fn has_area(file: &MunicipalityFile, word: &str) -> bool {
    file.goal_areas.iter().any(|area| area.slug == word)
}

#[cfg(test)]
mod tests {
    use crate::municipality::file::MunicipalityFile;

    fn keys(text: &str) -> Vec<&'static str> {
        match MunicipalityFile::parse(text) {
            Ok(_) => Vec::new(),
            Err(problems) => problems.into_iter().map(|problem| problem.key).collect(),
        }
    }

    const HEAD: &str = "name = \"Ekby kommun\"\nslug = \"ekby\"\n";

    #[test]
    fn a_name_and_a_slug_are_enough() {
        assert_eq!(keys(HEAD), Vec::<&str>::new());
        assert_eq!(
            keys("name = \" \"\nslug = \"Ek by\""),
            ["municipality-file-nameless", "municipality-file-slug"]
        );
    }

    #[test]
    fn a_misspelt_field_is_named_with_its_line() {
        let problems = MunicipalityFile::parse(&format!("{HEAD}statistic_areas = []\n")).unwrap_err();
        assert_eq!(problems.len(), 1);
        let told = problems[0].in_lang(uppsikt_messages::Lang::En);
        assert!(told.contains("line 3") && told.contains("statistic_areas"), "{told}");
    }

    #[test]
    fn slugs_that_point_nowhere_are_all_named() {
        let text = format!(
            "{HEAD}[[goal]]\nslug = \"bad\"\n[[goal.version]]\nname = \"Bad\"\narea = \"vatten\"\nfrom_year = 2025\n\
             to_year = 2024\nposition = 1\nagenda_2030 = [6, 18]\ndirected_to = [\"fritid\"]\n\
             [[lineage]]\nkind = \"goal\"\nfrom = \"bad\"\nto = \"sim\"\nrelation = \"continues\"\nyear = 2025\nsaid_by = \"KF\"\n"
        );
        let expected = [
            "municipality-file-years-reversed",
            "municipality-file-unknown",
            "municipality-file-unknown",
            "municipality-file-agenda",
            "municipality-file-unknown",
        ];
        assert_eq!(keys(&text), expected);
    }

    #[test]
    fn a_rule_that_does_not_exist_is_told_with_the_nearest() {
        assert_eq!(
            keys(&format!("{HEAD}[rules]\nSPR-002 = {{ most_words = 45, severity = \"warning\" }}\n")),
            Vec::<&str>::new()
        );
        let problems = MunicipalityFile::parse(&format!("{HEAD}[rules]\noff = [\"SPR-00\"]\n")).unwrap_err();
        assert_eq!(problems[0].key, "rules-unknown");
        assert!(problems[0].in_lang(uppsikt_messages::Lang::Sv).contains("SPR-001"));
    }

    #[test]
    fn versions_of_a_goal_may_not_hold_in_the_same_year() {
        let version = |from: i32, to: i32| {
            format!("[[goal.version]]\nname = \"Bad\"\nfrom_year = {from}\nto_year = {to}\nposition = 1\n")
        };
        let text = format!("{HEAD}[[goal]]\nslug = \"bad\"\n{}{}", version(2025, 2026), version(2023, 2025));
        assert_eq!(keys(&text), ["municipality-file-years-overlap"]);
    }

    #[test]
    fn a_day_may_be_a_date_or_text() {
        for day in ["2024-11-18", "\"2024-11-18\""] {
            let text = format!(
                "{HEAD}[[goal]]\nslug = \"bad\"\n[[goal.version]]\nname = \"Bad\"\nfrom_year = 2025\nto_year = 2025\n\
                 position = 1\ndecision = {{ body = \"KF\", decided_on = {day}, what = \"Budget\" }}\n"
            );
            let file = MunicipalityFile::parse(&text).unwrap();
            let decision = file.goals[0].versions[0].decision.as_ref().unwrap();
            assert_eq!(decision.decided_on.to_string(), "2024-11-18");
        }
        let wrong = format!(
            "{HEAD}[[goal]]\nslug = \"bad\"\n[[goal.version]]\nname = \"Bad\"\nfrom_year = 2025\nto_year = 2025\n\
             position = 1\ndecision = {{ body = \"KF\", decided_on = \"i höstas\", what = \"Budget\" }}\n"
        );
        assert_eq!(keys(&wrong), ["municipality-file-unreadable"]);
    }

    #[test]
    fn what_was_dropped_has_no_other_end_and_the_rest_has_one() {
        let goal = "[[goal]]\nslug = \"bad\"\n[[goal.version]]\nname = \"Bad\"\nfrom_year = 2023\nto_year = 2024\nposition = 1\n";
        let edge = |rest: &str| {
            format!(
                "{HEAD}{goal}[[lineage]]\nkind = \"goal\"\nfrom = \"bad\"\n{rest}\nyear = 2025\nsaid_by = \"KF\"\n"
            )
        };
        assert_eq!(keys(&edge("relation = \"dropped\"")), Vec::<&str>::new());
        assert_eq!(keys(&edge("relation = \"replaced\"")), ["municipality-file-lineage-end"]);
        assert_eq!(keys(&edge("relation = \"dropped\"\nto = \"bad\"")), ["municipality-file-lineage-end"]);
    }
}
