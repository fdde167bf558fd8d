//! Orders below the name of the one who has them: "Uppdrag till parknämnden" above a list, or
//! "Parknämnden" under a heading of orders.

use super::{Outline, said};
use crate::assignments::{is_verb, named_before_order};
use crate::book::{Book, HeadingKind, Known, first_fit, folded, unnumbered};
use crate::joined::Joined;
use crate::pattern::{Field, Folded};
use crate::piece::Heading;
use crate::words::holds_any;
use uppsikt_domain::assignment::{Assignee, AssigneeRole, Assignment};
use uppsikt_domain::document::DocumentKind;
use uppsikt_domain::section::SectionKind;
use uppsikt_text::{format, sentence};

impl Outline<'_> {
    /// Whose orders a heading that has been opened stands over.
    pub(super) fn holder_of_orders(&self, opens: bool, after_orders: bool) -> Option<String> {
        let (top, around) = self.open.split_last()?;
        let named = |text: &str| unnumbered(text).1.trim_end_matches(':').to_owned();
        let name = named(&top.section.name);
        if let Some(body) = body_given(&name, self.book) {
            return Some(body);
        }
        let lists = |name: &str| first_fit(&self.book.order_lists, name).is_some();
        let is_one = |name: &str| self.book.is_body(name) && !is_any(name);
        let within =
            after_orders && top.level.is_none() || around.iter().any(|it| lists(&named(&it.section.name)));
        if within && is_one(&name) {
            return Some(name);
        }
        let above = around.last().map(|open| named(&open.section.name));
        let of_council = self.document == DocumentKind::CouncilBudget;
        above.filter(|above| opens && of_council && is_one(above))
    }

    /// "Parknämnden" on a line of its own between lists of orders stands over those of another one.
    pub(super) fn names_next_holder(&self, words: &Joined) -> bool {
        self.lists_orders
            && self.orders_of.is_some()
            && self.book.is_body(&words.text)
            && !is_any(&words.text)
    }

    /// "Kommunstyrelsen får i uppdrag att:" above a list: whose orders the items are.
    pub(super) fn introduces_orders(&mut self, words: &Joined) {
        let council = self.document == DocumentKind::CouncilBudget;
        if let Some(body) = named_before_order(&words.text).filter(|_| council) {
            (self.orders_of, self.lists_orders) = (Some(body), true);
            let order = self.top().filter(|top| top.section.kind == SectionKind::Assignment);
            if let Some(rank) = order.map(|order| order.rank) {
                self.close_to(rank);
            }
        }
    }

    /// "Plantera träd vid skolorna. Redovisas i …" as an item below the one who has the order: the order, and
    /// what is said of it.
    pub(super) fn given_order(&self, words: &Joined) -> Option<(Heading, Joined)> {
        self.orders_of.as_ref().filter(|_| self.lists_orders)?;
        let text = &words.text;
        let start = if text.starts_with("att ") { "att ".len() } else { 0 };
        let first = text[start..].split(' ').next().unwrap_or_default();
        let worded = || {
            let said = folded(text);
            self.book.style.assignments.openings.iter().any(|word| said.starts_with(word.as_str()))
        };
        if start == 0 && !is_verb(first) && !worded() {
            return None;
        }
        let (order, rest) = parted(text, self.book);
        let known = Known { name: start..order, ..Known::of(SectionKind::Assignment) };
        Some((said(words.slice(0..order), known), words.slice(rest..text.len())))
    }

    /// "Uppdrag 2. Gräv en damm. Parknämnden leder.": a heading of an order without the sentences that follow it.
    pub(super) fn order_alone(&self, heading: Heading) -> (Heading, Joined) {
        let order = heading.meanings.first().filter(|known| {
            known.kind == HeadingKind::Section(SectionKind::Assignment) && known.by.contains("{name}")
        });
        let Some(known) = order else { return (heading, Joined::default()) };
        let text = &heading.words.text;
        let mut sentences = sentence::ranges(&text[known.name.start..]).into_iter().skip(1);
        let Some(next) = sentences.next().filter(|_| text.ends_with('.')) else {
            return (heading, Joined::default());
        };
        let at = known.name.start + next.start;
        let (words, told) =
            (heading.words.slice(0..text[..at].trim_end().len()), heading.words.slice(at..text.len()));
        let name = known.name.start..words.text.len();
        let meanings = vec![Known { name, ..known.clone() }];
        (Heading { words, meanings, ..heading }, told)
    }

    /// Gives the order that was opened last to the one whose orders are listed, until it names others.
    pub(super) fn give_order(&mut self) {
        let Some(holder) = self.orders_of.clone().filter(|_| self.lists_orders) else { return };
        let Some(open) = self.open.last_mut() else { return };
        if open.section.kind == SectionKind::Assignment {
            let assignee = Assignee { name: format::capitalised(&holder), role: AssigneeRole::Lead };
            let (text, span) = (open.section.name.clone(), open.section.span);
            let lead = Some(assignee.name.clone());
            let assignees = vec![assignee];
            open.section.assignment =
                Some(Assignment { text, lead, assignees, report_back: Default::default(), span });
        }
    }
}

/// Where an order ends, and where what is said of how it is reported back begins.
pub(super) fn parted(text: &str, book: &Book<'_>) -> (usize, usize) {
    let ranges = sentence::ranges(text);
    let words = &book.style.assignments.report_words;
    let reports = |range: &&std::ops::Range<usize>| holds_any(&folded(&text[(*range).clone()]), words);
    let told = ranges.iter().skip(1).find(reports);
    told.map_or((text.trim_end().len(), text.len()), |told| (text[..told.start].trim_end().len(), told.start))
}

/// "Uppdrag till parknämnden", "Parknämndens uppdrag": who is named.
fn body_given(heading: &str, book: &Book<'_>) -> Option<String> {
    let text = Folded::new(heading);
    let body = book.order_holders.iter().find_map(|pattern| pattern.fits_folded(&text)?.get(Field::Body))?;
    let name = &heading[body];
    (book.is_body(name) && !is_any(name)).then(|| name.to_owned())
}

/// "nämnden", "alla nämnder": no committee of its own.
fn is_any(name: &str) -> bool {
    let last = folded(name);
    let last = last.rsplit(' ').next().unwrap_or_default();
    let whole = folded(name);
    matches!(whole.as_str(), "nämnden" | "nämnd" | "styrelsen" | "styrelse")
        || last.ends_with("nämnder")
        || last.ends_with("nämnderna")
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use uppsikt_domain::assignment::{AssigneeRole, Assignment};
    use uppsikt_domain::document::Document;

    fn orders(text: &str) -> Vec<Assignment> {
        let document: Document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        document.all_sections().into_iter().filter_map(|section| section.assignment.clone()).collect()
    }

    #[test]
    fn an_order_of_the_council_and_one_with_sentences_after_it_begin_orders_of_their_own() {
        let found = orders(
            "Nämndsbudget 2031\nParknämnden\n\nMålområde - Gröna stråk\n\n\
             Parknämnden ges i uppdrag att kartlägga dammarna\n\nKartan ritas under våren.\n\n\
             Kommunfullmäktige uppdrar åt parknämnden att utreda en ny brygga\n\n\
             Utredningen redovisas för kommunfullmäktige den 15 oktober 2031.\n\n\
             Parknämnden och skolnämnden ges i uppdrag att ta fram ett förslag till skulpturer. Parknämnden är sammankallande.\n",
        );
        let texts: Vec<&str> = found.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts.len(), 3, "{texts:?}");
        assert_eq!((found[0].report_back.year, found[1].report_back.year), (None, Some(2031)));
        assert_eq!(found[0].assignees[0].role, AssigneeRole::Lead);
        assert_eq!(found[1].lead.as_deref(), Some("Parknämnden"));
        assert_eq!(found[2].assignees[0].role, AssigneeRole::Coordinating);
    }

    #[test]
    fn an_order_in_a_list_may_open_with_what_is_to_be_made() {
        let found = orders(
            "Kommunfullmäktiges budget 2031\n\nUppdrag till parknämnden\n\n• Plantera träd vid skolorna.\n\
             • En plan för trädvård tas fram under året.\n• Översyn av avgifter för båtplatser.\n\
             • Parken är öppen hela året.\n\n",
        );
        let texts: Vec<&str> = found.iter().map(|it| it.text.as_str()).collect();
        let expected = [
            "Plantera träd vid skolorna",
            "En plan för trädvård tas fram under året",
            "Översyn av avgifter för båtplatser",
        ];
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_sentence_right_below_an_order_is_no_part_of_it() {
        let found = orders(
            "Nämndsbudget 2031\nParknämnden\n\nMålområde - Gröna stråk\n\n\
             Parknämnden ges i uppdrag att, tillsammans med skolnämnden och\n\
             vattennämnden, utreda hur skoldammar kan användas efter skoltid\n\
             Parkförvaltningen leder utredningen, som genomförs under första halvåret.\n\
             Uppdraget återrapporteras i delårsrapporten 2031.\n",
        );
        assert!(found[0].text.ends_with("efter skoltid"), "{}", found[0].text);
        assert_eq!(found[0].report_back.year, Some(2031));
    }

    #[test]
    fn numbered_orders_name_their_bodies_in_the_sentences_after_them() {
        let found = orders(
            "Verksamhetsplan och budget 2031\nParknämnden\n\nUppdrag från kommunfullmäktige\n\
             Uppdrag 1. Utreda en damm för unga. Parknämnden (samordnande) tillsammans med skolnämnden. Redovisas i årsredovisningen 2031.\n",
        );
        assert_eq!(found[0].text, "Utreda en damm för unga");
        let named: Vec<_> = found[0].assignees.iter().map(|it| (it.name.as_str(), it.role)).collect();
        assert_eq!(
            named,
            [("Parknämnden", AssigneeRole::Coordinating), ("Skolnämnden", AssigneeRole::Partner)]
        );
        assert_eq!(found[0].report_back.year, Some(2031));
    }

    #[test]
    fn a_list_of_orders_may_tell_of_them_in_the_past() {
        let found = orders(
            "Årsanalys 2031\nParknämnden\n\nUppdrag från kommunfullmäktige\n\n\
             – Parknämnden fick i uppdrag att ta fram en plan mot slam. Uppdraget redovisades i oktober 2031 och är avslutat.\n\
             – Parknämnden och skolnämnden fick i uppdrag att räkna grodor. Arbetet pågår och återrapporteras i delårsrapporten 2032.\n",
        );
        assert_eq!(found.len(), 2);
        assert!(found[0].report_back.done && !found[1].report_back.done);
        assert_eq!(found[1].report_back.year, Some(2032));
    }

    #[test]
    fn orders_between_two_areas_stay_in_the_first() {
        let text = "Kommunfullmäktiges budget 2031\nStorby stad\n\nMålområde - Gröna stråk\n\n\
             Kommunfullmäktigemål - Alla dammar är rena\n\nBudgetuppdrag\n\
             Parknämnden ges i uppdrag att utreda ett gemensamt förråd. Återrapporteras i årsanalysen 2031.\n\n\
             Målområde - Blå stråk\n\nKommunfullmäktigemål - Alla åar är rena\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let all = document.all_sections();
        let area = all.iter().find(|section| section.name == "Gröna stråk").unwrap();
        assert!(area.all().iter().any(|section| section.assignment.is_some()));
    }
}
