//! What a case asks: proposed decisions, who is told, who is to answer, by when and on what.

mod closed;
mod foot;
mod last_day;
pub(crate) mod names;
mod people;
mod phrases;
mod places;
mod points;
mod region;

use crate::book::{Book, first_fit, folded};
use crate::joined::Joined;
use crate::pattern::Pattern;
use crate::references;
use crate::source::Source;
use crate::words::{Words, holds_any};
use phrases::{bare, day_by_day, row_words};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{CaseHead, Document, LineRole};
use uppsikt_domain::section::Section;
use uppsikt_text::{dates, sentence};

/// Reads a case's parts out of its sections.
pub(crate) struct Parts<'a> {
    pub source: &'a Source,
    pub book: &'a Book<'a>,
    pub words: &'a Words,
}

impl Parts<'_> {
    /// Fills in what the case's own head does not tell.
    pub fn fill(&self, document: &mut Document) {
        let Some(mut case) = document.case.take() else { return };
        let book = self.book;
        case.proposed_decisions = self.decisions();
        case.recipients = self.people(document, &book.case_recipients);
        case.questions = self.questions(document);
        case.consultees = self.people(document, &book.case_consultees);
        let titles = (0..self.source.len()).filter(|line| self.source.lines[*line].role == LineRole::Title);
        let titled = titles.map(|line| self.source.text(line)).any(|text| self.refers(text));
        let answers = |text: &String| holds_any(&folded(text), &book.style.case.own_answers);
        let own_title = holds_any(&folded(&case.title), &book.style.case.own_titles);
        let answering = own_title || case.proposed_decisions.iter().any(answers);
        let referral = titled || case.proposed_decisions.iter().any(|text| self.refers(text));
        if titled && !own_title && case.recipients.is_empty() {
            case.recipients = self.labelled_bodies(&book.case_addressees);
        }
        if case.consultees.is_empty() {
            case.consultees = self.consulted_in_tables(document);
        }
        if case.consultees.is_empty() && referral && !answering {
            case.consultees = self.consulted_in_sentences(document, &case);
        }
        if case.consultees.is_empty() && referral && !answering {
            let council = |name: &str| folded(name) == folded(&book.style.case.council);
            let informed = self.people(document, &book.case_informed);
            let told = |name: &&String| self.is_official(name) || council(name) || informed.contains(name);
            case.consultees = case.recipients.iter().filter(|name| !told(name)).cloned().collect();
        }
        let last_day = self.reply_by(document, &mut case);
        case.closed_assignments = self.closed(document, &case);
        case.planned_meetings = self.meetings(document);
        case.related_cases = self.related(document, &case.number);
        case.parts = self.places(document, &case, last_day);
        document.case = Some(case);
    }

    fn refers(&self, text: &str) -> bool {
        holds_any(&folded(text), &self.book.style.case.referral)
    }

    fn under<'d>(&self, document: &'d Document, headings: &[Pattern]) -> Vec<&'d Section> {
        let all = document.all_sections().into_iter();
        all.filter(|section| first_fit(headings, &section.name).is_some()).collect()
    }

    /// The sentences and points that say that an assignment ends with the decision.
    fn closed(&self, document: &Document, case: &CaseHead) -> Vec<String> {
        let closes = |text: &str| {
            let text = folded(text);
            text.contains("uppdrag") && holds_any(&text, &self.book.style.case.closes)
        };
        let decided = case.proposed_decisions.iter().filter(|text| closes(text));
        let mut found: Vec<String> = decided.flat_map(|text| closed::each(text)).collect();
        // "Uppdraget … föreslås vara återrapporterat": in the text above the decisions.
        let blocks = document.all_sections().into_iter().flat_map(|section| &section.blocks);
        for words in blocks.flat_map(|block| self.words.of_block(block)) {
            for sentence in sentence::sentences(&words.text) {
                let proposed = closes(sentence) && folded(sentence).contains("föreslås");
                if proposed && !found.iter().any(|told| sentence.contains(told.as_str())) {
                    found.push(sentence.to_owned());
                }
            }
        }
        found
    }

    /// The meetings that a case is to go to: lines and rows that name a body and a day.
    fn meetings(&self, document: &Document) -> Vec<String> {
        let sections = self.under(document, &self.book.case_meetings);
        let blocks = sections.iter().flat_map(|section| section.all()).flat_map(|section| &section.blocks);
        let told = blocks.flat_map(|block| match &block.content {
            Content::Table(table) => table.rows.iter().map(row_words).collect(),
            content => {
                let listed = matches!(content, Content::List { .. });
                let words = self.words.of_block(block).into_iter();
                words.flat_map(|words| self.lines_of(words, listed)).collect::<Vec<_>>()
            }
        });
        let told = told.chain(self.labelled(&self.book.case_meetings)).flat_map(|text| day_by_day(&text));
        told.filter(|text| dates::first_range(text).is_some()).collect()
    }

    /// What stands after a label in its line: "Remissinstanser: Parknämnden och Skolnämnden".
    fn labelled(&self, labels: &[Pattern]) -> Vec<String> {
        let lines = (0..self.source.len()).filter(|line| !self.source.blank(*line));
        let found = lines.filter_map(|line| {
            let text = bare(self.source.text(line));
            let (label, rest) = text.split_once(':')?;
            let fits = first_fit(labels, label.trim_end_matches('*')).is_some();
            let goes_on = (line + 1..self.source.len())
                .map(|next| self.source.text(next))
                .take_while(|next| next.starts_with(char::is_lowercase) && !next.contains(':'));
            let words = std::iter::once(rest.trim_matches(['*', ' '])).chain(goes_on);
            fits.then(|| words.collect::<Vec<_>>().join(" "))
        });
        found.filter(|text| !text.is_empty()).collect()
    }

    fn labelled_bodies(&self, labels: &[Pattern]) -> Vec<String> {
        let texts = self.labelled(labels);
        texts.iter().flat_map(|text| self.names().of(text)).collect()
    }

    /// An item's words, or a paragraph's lines.
    fn lines_of(&self, words: &Joined, item: bool) -> Vec<String> {
        let cells = |line: &usize| self.source.text(*line).contains("   ");
        if item && !words.source_lines().iter().any(cells) {
            return vec![words.text.clone()];
        }
        let mut found: Vec<String> = Vec::new();
        for line in words.source_lines() {
            let text = self.source.text(line);
            match found.last_mut() {
                // "… kommunfullmäktige 2031-" and "03-22", "parknämnden 2031-02-03," and "kommunstyrelsen …".
                Some(open) if open.ends_with(['-', '\u{2013}']) => open.push_str(text),
                Some(open) if open.ends_with(',') && text.starts_with(char::is_lowercase) => {
                    open.push(' ');
                    open.push_str(text);
                }
                _ => found.push(text.to_owned()),
            }
        }
        found
    }

    fn is_official(&self, name: &str) -> bool {
        let name = folded(name);
        let last = name.split(' ').next_back().unwrap_or_default();
        self.book.style.case.officials.iter().any(|ending| last.ends_with(ending.as_str()))
    }

    /// Other cases, each once, with hyphens.
    fn related(&self, document: &Document, own: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let all = document.all_sections().into_iter();
        let texts = all.flat_map(|section| {
            let blocks = section.blocks.iter().flat_map(|block| self.words.of_block(block));
            std::iter::once(section.name.as_str()).chain(blocks.map(|words| words.text.as_str()))
        });
        for text in texts {
            for range in references::cases(text) {
                let number = references::hyphened(&text[range]);
                if number != own && !found.contains(&number) {
                    found.push(number);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    #[test]
    fn questions_with_letters_in_one_paragraph_are_parted_and_samt_parts_names() {
        let text = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Planen skickas på remiss.\n\nRemissinstanser\n\nVattennämnden, Gatu- och vägnämnden,\nPark AB samt Skolnämnden.\n\nFrågor till remissinstanserna\n\na) Räcker bänkarna?\nb) Vad kan göras inom ramen\n   till och med 2032?\nc) Saknas något?\n\nBeslut skickas till\nSamtliga remissinstanser\nParkchefen\n";
        let case = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap().case.unwrap();
        let questions = ["Räcker bänkarna?", "Vad kan göras inom ramen till och med 2032?", "Saknas något?"];
        assert_eq!(case.questions, questions);
        assert_eq!(case.consultees, ["Vattennämnden", "Gatu- och vägnämnden", "Park AB", "Skolnämnden"]);
        assert_eq!(case.recipients, ["Samtliga remissinstanser", "Parkchefen"]);
    }

    #[test]
    fn a_referral_tells_who_is_to_answer_by_when() {
        let text = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Parknämnden skickar planen på remiss med sista svarsdatum 30 april 2031.\n\nBeslutet skickas till\nSkolnämnden\nPark AB\nParkchefen\n\nÄrendet\nPlanen följer PRK-2029-1.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let case = document.case.unwrap();
        assert_eq!(case.consultees, ["Skolnämnden", "Park AB"]);
        assert_eq!(case.recipients.len(), 3);
        assert_eq!(case.reply_by.unwrap().to_string(), "2031-04-30");
        assert_eq!(case.related_cases, ["PRK-2029-1"]);
        assert_eq!(case.proposed_decisions.len(), 1);
    }

    #[test]
    fn a_referral_is_known_by_labels_before_a_colon() {
        let text = "PRK-2031-7\nPlan för parker\n\nFörslag till beslut\nParknämnden beslutar\natt remittera planen.\n\nRemissfrågor\n1. Räcker bänkarna?\n2. Vad kostar de?\n\nRemissinstanser: Skolnämnden och Lilla nämnden\n\nSista svarsdag: 2031-04-30\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let case = document.case.unwrap();
        assert_eq!(case.title, "Plan för parker");
        assert_eq!(case.consultees, ["Skolnämnden", "Lilla nämnden"]);
        assert_eq!(case.questions, ["Räcker bänkarna?", "Vad kostar de?"]);
        assert_eq!(case.reply_by.unwrap().to_string(), "2031-04-30");
    }

    #[test]
    fn a_letter_of_referral_is_a_case_with_a_number_without_letters() {
        let text = "REMISS\n\nStorby stad                      Dnr 2031/118\nParknämnden                      Sida 1 (2)\n\nYttrande över ny plan\n\nTill: Skolnämnden, Lilla nämnden och Parkrådet i Storby\nSvar senast: 31 mars 2032\n\nBeslutsförslag\nParknämnden föreslår kommunfullmäktige besluta\n1. att anta planen\n\nVi önskar svar på följande:\na) Räcker bänkarna?\n\nTidplan: Parknämnden 12 november 2031, kommunfullmäktige 26 november 2031.\nRelaterade ärenden: PRK 2029/33\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        assert_eq!(document.body.unwrap().text, "Kommunfullmäktige");
        let case = document.case.unwrap();
        assert_eq!((case.number.as_str(), case.title.as_str()), ("2031-118", "Yttrande över ny plan"));
        assert_eq!(case.questions, ["Räcker bänkarna?"]);
        assert_eq!(case.consultees, ["Skolnämnden", "Lilla nämnden", "Parkrådet i Storby"]);
        assert_eq!(case.planned_meetings.len(), 2, "{:?}", case.planned_meetings);
        assert_eq!(case.related_cases, ["PRK-2029-33"]);
        assert_eq!(case.reply_by.unwrap().to_string(), "2032-03-31");
    }

    #[test]
    fn the_end_of_a_line_parts_no_day_of_a_meeting_and_who_gets_a_copy_is_not_asked() {
        let text = "Remiss av plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Planen skickas på remiss till samtliga nämnder.\n\n\
             Ärendets fortsatta gång\nParknämnden 2031-09-29, kommunstyrelsen 2031-10-06, kommunfullmäktige 2032-\n03-22\n\n\
             Beslutet ska skickas till\nVattennämnden\nPark AB\nKommunens revisorer\nKopia till: Parkmuseet\n";
        let case = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap().case.unwrap();
        let meetings =
            ["Parknämnden 2031-09-29", "Kommunstyrelsen 2031-10-06", "Kommunfullmäktige 2032-03-22"];
        assert_eq!(case.planned_meetings, meetings);
        assert_eq!(case.consultees, ["Vattennämnden", "Park AB"]);
        assert_eq!(case.recipients.len(), 4, "{:?}", case.recipients);
    }

    #[test]
    fn meetings_and_copies_are_no_recipients_and_the_label_names_the_title() {
        let text = "Storby kommun\nParkkontoret\nTjänsteskrivelse\n\nÄrendenummer: PRK-2031-7\nÄrende: Ny plan för parker\n\nFörslag till beslut\nParknämnden beslutar\natt remittera planen.\n\nSammanfattning\nSe remissen dnr PRK/2030:7.\n\nRemissinstanser\n- Skolnämnden\nParkdirektören får en kopia för kännedom.\n\nBeslutet skickas till\nSkolnämnden\n\nÄrendet planeras behandlas\nParknämnden 2031-10-12\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let case = document.case.unwrap();
        assert_eq!(case.title, "Ny plan för parker");
        assert_eq!(
            (case.consultees, case.recipients),
            (vec!["Skolnämnden".to_owned()], vec!["Skolnämnden".to_owned()])
        );
        assert_eq!(case.planned_meetings, ["Parknämnden 2031-10-12"]);
        assert_eq!(case.related_cases, ["PRK-2030-7"]);
    }

    #[test]
    fn where_answers_have_come_or_are_given_nobody_is_asked_and_the_informed_never_are() {
        let case = |title: &str, decision: &str, sent: &str| {
            let text = format!(
                "{title}\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. {decision}\n\n\
                 Beslutet skickas till\n{sent}\n\nÄrendet\nPlanen är ny.\n"
            );
            read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap().case.unwrap()
        };
        let sent = "Vattennämnden\nDiariet\nFör kännedom: skolnämnden";
        let plain = case("Remiss av plan för parker", "Planen skickas på remiss.", sent);
        assert_eq!(plain.consultees, ["Vattennämnden"]);
        assert_eq!(plain.recipients, ["Vattennämnden", "Diariet", "Skolnämnden"]);
        for (title, decision) in [
            ("Remissvar - Plan för parker", "Planen antas."),
            ("Remiss från Parkdepartementet - Nya regler", "Parknämnden lämnar svaret."),
            ("Remiss av nya regler", "Parknämnden godkänner förslaget till yttrande."),
        ] {
            assert!(case(title, decision, sent).consultees.is_empty(), "{title}");
        }
    }

    #[test]
    fn a_column_of_consultees_may_have_a_caption_and_sentences_below_it() {
        let text = "Remiss av plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Planen skickas på remiss.\n\n\
             Remissinstanser\n\nTabell 4. Remissinstanser och frågor\n\
             Remissinstans                            Slag        Frågor\n\
             Vattennämnden                            nämnd       samtliga\n\
             Stiftelsen Ekby slott, park och museum   stiftelse   1 och 2\n\n\
             Svaren lämnas till parkkontoret med angivande av numret. Den som inte har synpunkter ombeds meddela det.\n";
        let case = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap().case.unwrap();
        assert_eq!(case.consultees, ["Vattennämnden", "Stiftelsen Ekby slott, park och museum"]);
    }

    #[test]
    fn what_is_asked_below_those_who_are_told_is_no_name() {
        let text = "Remiss av plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Planen skickas på remiss.\n\n\
             Beslutet expedieras till:\nVattennämnden\n\nRemissinstanserna ombeds svara på följande frågor:\na) Delar ni bilden av bänkar?\nb) Vad saknas?\n\n\
             Ärendets planerade gång\nParknämnden 2031-04-02\n";
        let case = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap().case.unwrap();
        assert_eq!(case.consultees, ["Vattennämnden"]);
        assert_eq!(case.planned_meetings, ["Parknämnden 2031-04-02"]);
    }

    #[test]
    fn an_assignment_that_the_text_proposes_to_end_is_closed_by_the_case() {
        let text = "Ny plan för parker\nPRK-2031-7\n\nFörslag till beslut\nParknämnden föreslås besluta\n\n1. Parknämnden skickar planen på remiss.\n\nÄrendet\nUppdraget i budgeten 2029 (PRK-2029-1) föreslås vara återrapporterat när planen har antagits. Uppdraget om bänkar pågår.\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let closed = document.case.unwrap().closed_assignments;
        assert_eq!(closed.len(), 1);
        assert!(closed[0].starts_with("Uppdraget i budgeten 2029"), "{closed:?}");
    }
}
