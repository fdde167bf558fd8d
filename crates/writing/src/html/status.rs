//! Statuses: four symbols that colour blindness and grey print leave apart, always with
//! their word.

use super::{Page, escape};
use crate::model::{Assessments, Status};

impl Page<'_> {
    /// Symbol and word. `word` is the municipality's own, where it has one.
    pub fn status(&self, status: Status, word: Option<&str>) -> String {
        let (code, key, symbol) = match status {
            Status::OnTrack => ("on_track", "writing-status-on-track", ON),
            Status::PartlyOnTrack => ("partly_on_track", "writing-status-partly-on-track", PARTLY),
            Status::OffTrack => ("off_track", "writing-status-off-track", OFF),
            Status::NotStated => ("not_stated", "writing-status-not-stated", NONE),
        };
        let word = word.map(escape).unwrap_or_else(|| self.label(key));
        format!(
            "<span class=\"status\" data-status=\"{code}\"><svg viewBox=\"0 0 16 16\" width=\"16\" \
             height=\"16\" aria-hidden=\"true\">{symbol}</svg> <span>{word}</span></span>"
        )
    }

    pub fn assessments(&mut self, assessments: &Assessments) {
        self.put("<dl class=\"assessed\">\n");
        for item in &assessments.items {
            let status = self.status(item.status, item.word.as_deref());
            let label = escape(&item.label);
            self.put_args(format_args!("<div><dt>{label}</dt><dd>{status}</dd></div>\n"));
        }
        self.put("</dl>\n");
        if let Some(source) = &assessments.source {
            self.put_args(format_args!("<p class=\"remark\">{}</p>\n", escape(source)));
        }
    }
}

const ON: &str = "<circle cx=\"8\" cy=\"8\" r=\"7.5\" fill=\"currentColor\"/>\
    <path class=\"ks\" d=\"M4.4 8.3l2.5 2.5 4.8-5.2\" fill=\"none\" stroke-width=\"1.9\"/>";
const PARTLY: &str = "<circle cx=\"8\" cy=\"8\" r=\"6.8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>\
    <path d=\"M8 1.2a6.8 6.8 0 0 1 0 13.6z\" fill=\"currentColor\"/>";
const OFF: &str = "<path d=\"M1 1h14v14H1z\" fill=\"currentColor\"/>\
    <path class=\"ks\" d=\"M4.6 4.6l6.8 6.8M11.4 4.6l-6.8 6.8\" fill=\"none\" stroke-width=\"1.9\"/>";
const NONE: &str = "<circle cx=\"8\" cy=\"8\" r=\"6.8\" fill=\"none\" stroke=\"currentColor\" \
    stroke-width=\"1.5\" stroke-dasharray=\"2.4 2.4\"/>";
