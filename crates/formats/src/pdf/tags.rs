//! The structure that a tagged file gives its content: which element holds which glyphs.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier};
use hayro_interpret::hayro_syntax::xref::XRef;
use std::collections::{HashMap, HashSet};

/// Elements read at most.
const MOST_ELEMENTS: usize = 500_000;

/// What an element is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading(u8),
    Paragraph,
    /// What a table or a drawing shows.
    Caption,
    /// Words of a drawing that stand in no paragraph.
    Drawn,
    /// Words that stand in no paragraph: each line for itself may be one.
    Loose,
    /// An item of a list, as deep as it stands.
    Item(u8),
    /// An entry of a table of contents.
    Entry,
    /// A cell and its table, its row and how far it spans.
    Cell(Cell),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub table: usize,
    pub row: usize,
    pub columns: usize,
    pub rows: usize,
    pub is_head: bool,
}

/// The elements that hold text, in reading order, and what they hold.
#[derive(Debug, Default)]
pub(super) struct Tags {
    pub kinds: Vec<Kind>,
    owners: HashMap<(u32, i32), usize>,
    pages: HashMap<ObjectIdentifier, u32>,
    roles: HashMap<String, String>,
    /// The element and the group of the last loose words.
    open: (usize, usize),
    count: usize,
    tables: usize,
    rows: usize,
}

/// Where in the tree an element stands.
#[derive(Debug, Clone, Copy, Default)]
struct Within {
    page: Option<u32>,
    owner: Option<usize>,
    in_cell: bool,
    in_item: bool,
    /// Within a heading or a paragraph.
    in_text: bool,
    /// Within a drawing.
    in_figure: bool,
    lists: u8,
    table: usize,
    row: usize,
    depth: usize,
    group: usize,
}

/// What keeps a walk through the tree from going in circles.
struct Walk<'a> {
    xref: &'a XRef,
    seen: HashSet<ObjectIdentifier>,
    most_depth: usize,
}

impl<'a> Walk<'a> {
    /// The object itself; `None` for one that has been met before.
    fn resolve(&mut self, kid: MaybeRef<Object<'a>>) -> Option<Object<'a>> {
        match kid {
            MaybeRef::NotRef(kid) => Some(kid),
            MaybeRef::Ref(id) => {
                let id = ObjectIdentifier::from(id);
                self.seen.insert(id).then(|| self.xref.get::<Object<'a>>(id))?
            }
        }
    }
}

impl Tags {
    /// The structure of a file; none where it has none.
    pub fn read(pdf: &Pdf, most_depth: usize) -> Tags {
        let mut tags = Tags::default();
        for (page, number) in pdf.pages().iter().zip(1..) {
            tags.pages.extend(page.raw().obj_id().map(|id| (id, number)));
        }
        let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
        let Some(tree) = root.and_then(|root| root.get::<Dict<'_>>("StructTreeRoot")) else { return tags };
        tags.read_roles(&tree);
        let mut walk = Walk { xref: pdf.xref(), seen: HashSet::new(), most_depth };
        tags.kids(&tree, Within::default(), &mut walk);
        tags
    }

    /// The element that holds a page's marked content.
    pub fn owner(&self, page: u32, content: Option<i32>) -> Option<usize> {
        self.owners.get(&(page, content?)).copied()
    }

    pub fn kind(&self, owner: Option<usize>) -> Option<Kind> {
        self.kinds.get(owner?).copied()
    }

    pub fn has_headings(&self) -> bool {
        self.kinds.iter().any(|kind| matches!(kind, Kind::Heading(_)))
    }

    fn read_roles(&mut self, tree: &Dict<'_>) {
        let Some(map) = tree.get::<Dict<'_>>("RoleMap") else { return };
        for key in map.keys() {
            if let Some(role) = map.get::<Name<'_>>(key.as_ref()) {
                self.roles.insert(key.as_str().to_owned(), role.as_str().to_owned());
            }
        }
    }

    fn role(&self, element: &Dict<'_>) -> String {
        let mut role = element.get::<Name<'_>>("S").map_or(String::new(), |it| it.as_str().to_owned());
        for _ in 0..8 {
            match self.roles.get(&role) {
                Some(known) if *known != role => role.clone_from(known),
                _ => break,
            }
        }
        role
    }

    fn kids<'a>(&mut self, of: &Dict<'a>, within: Within, walk: &mut Walk<'a>) {
        if within.depth >= walk.most_depth {
            return;
        }
        match of.get_raw::<Object<'a>>("K").and_then(|kid| walk.resolve(kid)) {
            Some(Object::Array(kids)) => {
                for kid in kids.raw_iter() {
                    if let Some(kid) = walk.resolve(kid) {
                        self.kid(kid, within, walk);
                    }
                }
            }
            Some(kid) => self.kid(kid, within, walk),
            None => {}
        }
    }

    fn kid<'a>(&mut self, kid: Object<'a>, within: Within, walk: &mut Walk<'a>) {
        self.count += 1;
        if self.count > MOST_ELEMENTS {
            return;
        }
        match kid {
            Object::Number(number) => self.hold(within.page, number.as_i64(), within),
            Object::Dict(dict) if dict.contains_key("MCID") => {
                let page = self.page_of(&dict).or(within.page);
                self.hold(page, dict.get::<i32>("MCID").map_or(-1, i64::from), within);
            }
            Object::Dict(dict) if dict.contains_key("S") => {
                let inner = self.enter(&dict, within);
                self.kids(&dict, inner, walk);
            }
            _ => {}
        }
    }

    fn page_of(&self, dict: &Dict<'_>) -> Option<u32> {
        let page = dict.get_ref("Pg")?;
        self.pages.get(&ObjectIdentifier::from(page)).copied()
    }

    fn hold(&mut self, page: Option<u32>, content: i64, within: Within) {
        let kind = if within.in_figure { Kind::Drawn } else { Kind::Loose };
        let owner = within.owner.or_else(|| self.loose(within.group, kind));
        if let (Some(page), Some(owner), Ok(content)) = (page, owner, i32::try_from(content)) {
            self.owners.insert((page, content), owner);
        }
    }

    /// The element of loose words: the open one, unless another has come in between.
    fn loose(&mut self, group: usize, kind: Kind) -> Option<usize> {
        if self.kinds.is_empty() || self.open != (self.kinds.len(), group) {
            self.own(kind);
            self.open = (self.kinds.len(), group);
        }
        Some(self.kinds.len() - 1)
    }

    fn own(&mut self, kind: Kind) -> Option<usize> {
        self.kinds.push(kind);
        Some(self.kinds.len() - 1)
    }

    /// Notes an element; says how its kids stand.
    fn enter(&mut self, element: &Dict<'_>, within: Within) -> Within {
        let mut inner = Within { depth: within.depth + 1, ..within };
        inner.page = self.page_of(element).or(within.page);
        let role = self.role(element);
        match role.as_str() {
            "Table" if !within.in_cell => {
                self.tables += 1;
                (inner.table, inner.owner) = (self.tables, None);
            }
            "TR" if !within.in_cell => {
                self.rows += 1;
                inner.row = self.rows;
            }
            "TH" | "TD" if !within.in_cell => {
                let (columns, rows) = (span(element, "ColSpan"), span(element, "RowSpan"));
                let is_head = role == "TH" && !is_row_head(element);
                let cell = Cell { table: within.table, row: inner.row, columns, rows, is_head };
                (inner.owner, inner.in_cell) = (self.own(Kind::Cell(cell)), true);
            }
            _ if within.in_cell => {}
            "L" => inner.lists += 1,
            "LI" => {
                inner.owner = self.own(Kind::Item(within.lists.max(1)));
                (inner.in_item, inner.in_text) = (true, false);
            }
            "TOCI" => (inner.owner, inner.in_item) = (self.own(Kind::Entry), true),
            _ => self.enter_text(&role, &mut inner, within),
        }
        inner
    }

    fn enter_text(&mut self, role: &str, inner: &mut Within, within: Within) {
        match heading(role) {
            Some(level) => (inner.owner, inner.in_text) = (self.own(Kind::Heading(level)), true),
            None if within.in_item || within.in_text => {}
            None if is_inline(role) => {}
            None if role == "Caption" => (inner.owner, inner.in_text) = (self.own(Kind::Caption), true),
            None if role == "Figure" => {
                (inner.owner, inner.group, inner.in_figure) = (None, self.count, true);
            }
            None if within.in_figure && !is_paragraph(role) => inner.owner = None,
            None if is_paragraph(role) => (inner.owner, inner.in_text) = (self.own(Kind::Paragraph), true),
            None => (inner.owner, inner.group) = (None, self.count),
        }
    }
}

/// The level of "H1" to "H6"; deeper ones as 6, "Title" and "H" as 1.
fn heading(role: &str) -> Option<u8> {
    match role {
        "H" | "Title" => Some(1),
        _ => role.strip_prefix('H')?.parse::<u8>().ok().filter(|it| *it > 0).map(|it| it.min(6)),
    }
}

fn is_paragraph(role: &str) -> bool {
    matches!(role, "P" | "Note" | "FENote" | "BlockQuote" | "Formula")
}

fn is_inline(role: &str) -> bool {
    matches!(
        role,
        "Span" | "Link" | "Reference" | "Em" | "Strong" | "Quote" | "Code" | "Lbl" | "Annot" | "Sub" | "Ruby"
    )
}

fn span(element: &Dict<'_>, key: &str) -> usize {
    let read = |dict: Dict<'_>| dict.get::<i32>(key);
    let own = element.get::<Dict<'_>>("A").and_then(read);
    let among = || element.get::<Array<'_>>("A").and_then(|all| all.iter::<Dict<'_>>().find_map(read));
    let found = own.or_else(among).unwrap_or(1);
    usize::try_from(found).unwrap_or(1).clamp(1, 200)
}

fn is_row_head(element: &Dict<'_>) -> bool {
    let read = |dict: Dict<'_>| dict.get::<Name<'_>>("Scope").map(|it| it.as_str() == "Row");
    let own = element.get::<Dict<'_>>("A").and_then(read);
    let among = || element.get::<Array<'_>>("A").and_then(|all| all.iter::<Dict<'_>>().find_map(read));
    own.or_else(among).unwrap_or(false)
}
