//! Goal areas, goals and assignments.

use super::{Page, escape};
use crate::model::{Area, Assignment, Goal, Station};

impl Page<'_> {
    fn kicker(&mut self, words: &str) {
        if !words.is_empty() {
            self.put_args(format_args!("<p class=\"kicker\">{}</p>\n", escape(words)));
        }
    }

    pub fn area(&mut self, area: &Area) {
        self.put("<section class=\"area\">\n");
        self.kicker(&area.kicker);
        self.heading(area.level, area.id.as_deref(), &area.head);
        self.blocks(&area.blocks);
        self.blocks(&area.items);
        self.put("</section>\n");
    }

    pub fn goal(&mut self, goal: &Goal) {
        self.put("<section class=\"goal\">\n");
        self.kicker(&goal.kicker);
        self.heading(goal.level, Some(&goal.id), &goal.head);
        if let Some(assessments) = &goal.assessments {
            self.assessments(assessments);
        }
        self.links(goal);
        goal.stations.iter().for_each(|station| self.station(station));
        self.put("</section>\n");
    }

    fn links(&mut self, goal: &Goal) {
        if goal.agenda.is_empty() {
            return;
        }
        let head = match goal.agenda_head.as_str() {
            "" => self.label("writing-agenda"),
            words => escape(words),
        };
        self.put_args(format_args!("<div class=\"agenda\">\n<p>{head}</p>\n<ul>\n"));
        for link in &goal.agenda {
            let (n, name) = (link.n, escape(&link.name));
            self.put_args(format_args!("<li><b>{n}</b> {name}</li>\n"));
        }
        self.put("</ul>\n</div>\n");
    }

    fn station(&mut self, station: &Station) {
        let class = if station.here { "station here" } else { "station" };
        self.put_args(format_args!("<div class=\"{class}\">\n"));
        for over in &station.over {
            self.heading(over.level, None, &over.head);
        }
        self.heading(station.level, None, &station.head);
        self.paragraph("remark", &station.note);
        self.blocks(&station.blocks);
        self.put("</div>\n");
    }

    pub fn assignment(&mut self, assignment: &Assignment) {
        self.put("<section class=\"assignment\">\n");
        match assignment.kicker.as_str() {
            "" => {
                let kicker = self.label("writing-assignment-kicker");
                self.put_args(format_args!("<p class=\"kicker\">{kicker}</p>\n"));
            }
            words => self.kicker(words),
        }
        self.heading(assignment.level, Some(&assignment.id), &assignment.head);
        self.facts(&assignment.facts);
        self.blocks(&assignment.blocks);
        self.put("</section>\n");
    }
}
