//! Items and links to Agenda 2030 as blocks of what is open.

use super::Outline;
use crate::agenda;
use crate::joined::Joined;
use uppsikt_domain::block::Content;
use uppsikt_domain::place::{Span, TextAt};

impl Outline<'_> {
    pub(super) fn item(&mut self, is_ordered: bool, item: TextAt) {
        let span = item.span;
        if let Some(block) = self.last_block()
            && let Content::List { ordered, items } = &mut block.content
            && *ordered == is_ordered
        {
            items.push(item);
            block.span = block.span.to(span);
            let all = block.span;
            if let Some(open) = self.open.last_mut() {
                open.section.span = open.section.span.to(all);
            }
            return;
        }
        self.push(span, Content::List { ordered: is_ordered, items: vec![item] });
    }

    pub(super) fn agenda(&mut self, intro: &Joined, links: &[Joined]) {
        let inline = match intro.text.contains(':') {
            true => agenda::links_after_colon(self.source, intro),
            false => agenda::links_in_sentence(self.source, intro),
        };
        let colon = agenda::intro_end(&intro.text);
        let span = links
            .last()
            .map_or(intro.whole(self.source), |last| intro.whole(self.source).to(last.whole(self.source)));
        let listed = links.iter().filter_map(|words| agenda::link(self.source, words));
        let intro = intro.text_at(self.source, 0..if inline.is_empty() { intro.text.len() } else { colon });
        let links = inline.into_iter().chain(listed).collect();
        self.push(span, Content::Agenda { intro: Some(intro), links });
    }

    /// Links with no words before them.
    pub(super) fn bare_links(&mut self, listed: Vec<Joined>) {
        let spans = listed.iter().map(|words| words.whole(self.source));
        let Some(span) = spans.reduce(Span::to) else { return };
        let links = listed.iter().filter_map(|words| agenda::link(self.source, words)).collect();
        self.push(span, Content::Agenda { intro: None, links });
    }
}
