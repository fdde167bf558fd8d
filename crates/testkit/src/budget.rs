//! Committee budgets built by hand.

use crate::pen::{Pen, RowSketch};
use uppsikt_domain::agenda::{self, AgendaLink};
use uppsikt_domain::block::Content;
use uppsikt_domain::document::{Document, DocumentKind, LineRole, Source};
use uppsikt_domain::section::{Section, SectionKind};
use uppsikt_domain::structure::{StatementLine, Structure};
use uppsikt_domain::table::{ColumnKind, TableKind};

/// What a committee's budget says. Change its fields and build it again for a newer version.
#[derive(Debug, Clone)]
pub struct BudgetSketch {
    /// The committee, as it is printed.
    pub body: String,
    /// The year.
    pub year: i32,
    /// Goal areas with the wordings of their goals.
    pub areas: Vec<(String, Vec<String>)>,
    /// The statement: key, label, forecast of the year before and budget, in tkr.
    pub statement: Vec<(String, String, i64, i64)>,
    /// Budget areas: label and amount, in tkr.
    pub budget_areas: Vec<(String, i64)>,
    /// Paragraphs of text under the summary.
    pub paragraphs: usize,
}

impl BudgetSketch {
    /// A small budget: one area with two goals, five lines, three budget areas.
    pub fn small(body: &str, year: i32) -> Self {
        let line = |key: &str, label: &str, forecast, budget| (key.into(), label.into(), forecast, budget);
        BudgetSketch {
            body: body.to_owned(),
            year,
            areas: vec![(
                "Barn och unga".to_owned(),
                vec!["Fler barn läser".to_owned(), "Fler unga är med i en förening".to_owned()],
            )],
            statement: vec![
                line("total_income", "Totala intäkter", 12_000, 12_400),
                line("total_staff", "Totala personalkostnader", -70_100, -72_300),
                line("total_other", "Totala övriga kostnader", -41_900, -42_600),
                line("appropriation", "Kommunbidrag", 100_000, 102_500),
                line("result", "Resultat", 0, 0),
            ],
            budget_areas: vec![
                ("Bibliotek".to_owned(), -31_000),
                ("Idrott".to_owned(), -52_500),
                ("Ungdomsgårdar".to_owned(), -19_000),
            ],
            paragraphs: 3,
        }
    }

    /// As large as a budget of 58 pages: 12 goals, 39 tables, some 2,900 lines.
    pub fn large(body: &str, year: i32) -> Self {
        let goals = |area: usize| (1..=3).map(|goal| format!("Mål {goal} i område {area} nås")).collect();
        let small = BudgetSketch::small(body, year);
        BudgetSketch {
            areas: (1..=4).map(|area| (format!("Målområde {area}"), goals(area))).collect(),
            statement: (0..18)
                .map(|row| {
                    (
                        format!("line_{row}"),
                        format!("Rad {row}"),
                        i64::from(row) * 1_017,
                        -i64::from(row) * 913,
                    )
                })
                .collect(),
            budget_areas: (0..37 * 18).map(|row| (format!("Budgetområde {row}"), -31_000 - row)).collect(),
            paragraphs: 950,
            ..small
        }
    }

    /// The document, with true places.
    pub fn document(&self) -> Document {
        let mut pen = Pen::default();
        let title = pen.text(LineRole::Title, &format!("Nämndsbudget {}", self.year));
        let body = pen.text(LineRole::Title, &self.body);
        let summary = pen.section(SectionKind::Summary, 1, "", "Sammanfattning", |pen, section| {
            let text = |number| format!("Stycke {number} om hur verksamheten utvecklas under året.");
            section.blocks = (1..=self.paragraphs).map(|number| pen.paragraph(&text(number))).collect();
        });
        let goals = pen.section(SectionKind::Goals, 1, "", "Plan för målen", |pen, section| {
            section.sections = self.areas.iter().map(|area| goal_area(pen, area)).collect();
        });
        let economy = self.economy(&mut pen);
        let document = Document {
            source: Source {
                file: format!("budget-{}.txt", self.year),
                media_type: "text/plain".to_owned(),
                ..Source::default()
            },
            kind: DocumentKind::CommitteeBudget,
            body: Some(body),
            year: Some(self.year),
            title: Some(title),
            sections: vec![summary, goals, economy],
            ..Document::default()
        };
        pen.into_document(document)
    }

    fn economy(&self, pen: &mut Pen) -> Section {
        let forecast =
            (format!("Prognos {}", self.year - 1), ColumnKind::Forecast { year: Some(self.year - 1) });
        let budget = (format!("Budget {}", self.year), ColumnKind::Budget { year: Some(self.year) });
        let columns = [(forecast.0.as_str(), forecast.1), (budget.0.as_str(), budget.1)];
        let rows: Vec<RowSketch> = self.statement.iter().map(statement_row).collect();
        let areas: Vec<RowSketch> = self.budget_areas.iter().map(area_row).collect();
        pen.section(SectionKind::Economy, 1, "", "Plan för ekonomin", |pen, section| {
            section.blocks.push(pen.table(TableKind::Statement, "Resultaträkning", &columns, &rows));
            for some in areas.chunks(18) {
                let columns = &columns[1..];
                section.blocks.push(pen.table(TableKind::BudgetAreas, "Budgetområden", columns, some));
            }
        })
    }

    /// The structure in which the lines of the statement are known.
    pub fn structure(&self) -> Structure {
        let line = |(key, label, ..): &(String, String, i64, i64)| StatementLine {
            key: key.clone(),
            label: label.clone(),
            synonyms: Vec::new(),
            sum_of: Vec::new(),
            told_by: Vec::new(),
        };
        Structure { statement: self.statement.iter().map(line).collect(), ..Structure::default() }
    }
}

fn statement_row((key, label, forecast, budget): &(String, String, i64, i64)) -> RowSketch {
    RowSketch { label: label.clone(), line: Some(key.clone()), tkr: vec![*forecast, *budget] }
}

fn area_row((label, tkr): &(String, i64)) -> RowSketch {
    RowSketch { label: label.clone(), line: None, tkr: vec![*tkr] }
}

fn goal_area(pen: &mut Pen, (name, goals): &(String, Vec<String>)) -> Section {
    pen.section(SectionKind::GoalArea, 2, "Målområde - ", name, |pen, section| {
        section.sections = goals.iter().map(|name| goal(pen, name)).collect();
    })
}

fn goal(pen: &mut Pen, name: &str) -> Section {
    pen.section(SectionKind::Goal, 3, "Kommunfullmäktigemål - ", name, |pen, section| {
        let printed = agenda::NAMES[3];
        let span = pen.line(LineRole::Agenda, printed);
        let links = vec![AgendaLink { number: 4, name: printed.to_owned(), span }];
        section.blocks.push(pen.block(span, Content::Agenda { intro: None, links }));
        section.sections.push(pen.section(
            SectionKind::YearPlan,
            4,
            "",
            "Planering för året",
            |pen, plan| {
                plan.blocks.push(pen.paragraph("Nämnden öppnar en filial och ordnar läsgrupper."));
            },
        ));
    })
}
