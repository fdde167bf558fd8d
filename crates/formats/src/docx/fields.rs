//! Fields: codes that nobody sees, and the results that everybody does.

/// A field that has begun.
#[derive(Debug, Clone, Default)]
struct Field {
    code: String,
    /// Whether its result has begun.
    shown: bool,
}

/// The fields that stand open, the innermost last. A field may hold many paragraphs.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields(Vec<Field>);

impl Fields {
    pub fn begin(&mut self) {
        self.0.push(Field::default());
    }

    /// Begins a field whose code and result are one element.
    pub fn begin_simple(&mut self, code: String) {
        self.0.push(Field { code, shown: true });
    }

    pub fn code(&mut self, code: &str) {
        if let Some(field) = self.0.last_mut().filter(|field| !field.shown) {
            field.code.push_str(code);
        }
    }

    pub fn separate(&mut self) {
        self.0.iter_mut().next_back().into_iter().for_each(|field| field.shown = true);
    }

    /// Ends the innermost field.
    pub fn end(&mut self) {
        self.0.pop();
    }

    /// Whether text here is printed.
    pub fn shows(&self) -> bool {
        self.0.iter().all(|field| field.shown)
    }

    pub fn in_contents(&self) -> bool {
        self.0.iter().any(|field| field.shown && word(&field.code) == "TOC")
    }

    /// Whether the text is a page's number, which every page has its own of.
    pub fn in_page_number(&self) -> bool {
        self.0.iter().any(|field| matches!(word(&field.code), "PAGE" | "NUMPAGES" | "SECTIONPAGES"))
    }

    /// A field whose code does not end in its paragraph is damaged, and hides nothing more.
    pub fn end_paragraph(&mut self) {
        self.0.retain(|field| field.shown);
    }
}

fn word(code: &str) -> &str {
    code.split_whitespace().next().unwrap_or_default()
}
