//! Committees, documents and figures in few words, where many stand beside each other.

use crate::markup::{Html, escaped};
use crate::shell::Shell;
use uppsikt_app::ask::goals::GoalsView;
use uppsikt_domain::assessment::Status;
use uppsikt_domain::municipality::Body;
use uppsikt_domain::quantity::{Quantity, Unit};
use uppsikt_domain::registry::StoredDocument;
use uppsikt_text::{figure, format};

impl Shell {
    /// A committee's short form; its name where it has none.
    pub fn short_name(&self, body: &Body) -> Html {
        if body.abbreviation.is_empty() {
            return Html::trusted(format!("<span>{}</span>", escaped(&body.name)));
        }
        Html::trusted(format!(
            "<abbr title=\"{}\">{}</abbr>",
            escaped(&body.name),
            escaped(&body.abbreviation)
        ))
    }

    /// "5 på väg", with the symbol.
    pub fn status_counted(&self, status: &Status, count: &usize) -> Html {
        self.status_with(status, format!("{count} {}", self.word(status)))
    }

    /// A document in few words, where documents of several committees stand together:
    /// "Delårsrapport KFN".
    pub fn kind_and_body(&self, stored: &StoredDocument, body: &Option<&Body>) -> String {
        let kind = self.kind(stored);
        let name = |body: &Body| {
            if body.abbreviation.is_empty() { body.name.clone() } else { body.abbreviation.clone() }
        };
        body.map_or_else(|| kind.clone(), |body| format!("{kind} {}", name(body)))
    }

    /// "a, b och c".
    pub fn listed(&self, items: &[String]) -> String {
        match items {
            [first @ .., last] if !first.is_empty() => {
                format!("{} {} {last}", first.join(", "), self.t("web-and"))
            }
            _ => items.concat(),
        }
    }

    /// A figure without its unit.
    pub fn value(&self, quantity: &Quantity) -> String {
        format::figure(quantity)
    }

    /// A plain decimal with a comma.
    pub fn decimal(&self, plain: &str) -> String {
        match figure::parse(plain) {
            Some((mantissa, decimals)) => format::figure(&Quantity::new(mantissa, decimals, Unit::None)),
            None => plain.to_owned(),
        }
    }

    /// The key to the short forms that a list of goals uses.
    pub fn short_names(&self, goals: &GoalsView<'_>) -> String {
        let listed = goals.rows.iter().filter(|row| !row.is_crowded()).flat_map(|row| &row.committees);
        let mut bodies: Vec<&Body> = listed.map(|(body, _)| *body).collect();
        bodies.sort_by_key(|body| body.name.as_str());
        bodies.dedup_by_key(|body| body.slug.as_str());
        let told = bodies.iter().filter(|body| !body.abbreviation.is_empty());
        let told: Vec<String> = told.map(|body| format!("{} {}", body.abbreviation, body.name)).collect();
        if told.is_empty() { String::new() } else { format!("{}.", told.join(", ")) }
    }
}
