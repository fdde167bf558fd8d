//! What the nodes of a page are.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

pub(super) type Tree = ego_tree::Tree<Node>;
pub(super) type At<'t> = NodeRef<'t, Node>;

/// Elements of which nobody sees anything as text.
const UNSEEN: [&str; 29] = [
    "script", "style", "template", "noscript", "head", "title", "meta", "link", "svg", "math-ml", "canvas",
    "iframe", "object", "embed", "audio", "video", "map", "select", "button", "input", "textarea",
    "datalist", "progress", "meter", "rp", "rt", "colgroup", "noframes", "param",
];

/// Elements that stand in a line with the words around them. All others stand apart.
const INLINE: [&str; 41] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "ins", "kbd", "label", "mark", "math", "mi", "mn", "mo", "mrow", "nobr", "output", "q", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

pub(super) fn element<'t>(node: At<'t>) -> Option<&'t Element> {
    node.value().as_element()
}

pub(super) fn name<'t>(node: At<'t>) -> &'t str {
    element(node).map_or("", Element::name)
}

pub(super) fn attribute<'t>(node: At<'t>, name: &str) -> Option<&'t str> {
    element(node)?.attr(name)
}

pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

/// Whether nobody sees what an element holds.
pub(super) fn is_unseen(node: At<'_>) -> bool {
    let Some(element) = element(node) else { return false };
    let style: String = element.attr("style").unwrap_or_default().to_lowercase().split_whitespace().collect();
    UNSEEN.contains(&element.name())
        || element.attr("hidden").is_some_and(|value| value != "until-found")
        || (element.name() == "dialog" && element.attr("open").is_none())
        || style.split(';').any(|it| it.starts_with("display:none") || it.starts_with("visibility:hidden"))
}

/// The level of a heading by its name.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// The words of a node with single spaces, hidden ones included.
pub(super) fn plain(node: At<'_>) -> String {
    let texts = node.descendants().filter_map(|node| node.value().as_text().map(|text| &**text));
    texts.collect::<String>().split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the page itself says is its text: the first `main` with words in it, else the whole.
pub(super) fn text_root(tree: &Tree) -> At<'_> {
    let main = |node: &At<'_>| {
        (name(*node) == "main" || attribute(*node, "role") == Some("main"))
            && !node.ancestors().chain([*node]).any(is_unseen)
            && !plain(*node).is_empty()
    };
    tree.root().descendants().find(main).unwrap_or_else(|| tree.root())
}

/// The words of the element "title".
pub(super) fn page_title(tree: &Tree) -> Option<String> {
    let title = tree.root().descendants().find(|node| name(*node) == "title" && in_head(*node))?;
    Some(plain(title))
}

/// A drawing has titles of its own.
fn in_head(node: At<'_>) -> bool {
    node.parent().is_some_and(|parent| name(parent) == "head")
}
