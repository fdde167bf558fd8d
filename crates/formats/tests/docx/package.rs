//! Small documents, part by part.

use std::io::{Cursor, Write};
use uppsikt_formats::{Extract, Format, FormatError, Limits, extract};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The parts of a package.
#[derive(Default)]
pub struct Package {
    parts: Vec<(String, String)>,
    rels: String,
}

const ROOT: &str = r#"xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:m="m""#;

/// Styles as a Swedish Word names them: ids in Swedish, names in English.
const STYLES: &str = r#"
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik3"><w:name w:val="heading 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Kommunens rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Innehllsrubrik"><w:name w:val="TOC Heading"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Innehll2"><w:name w:val="toc 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Beskrivning"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Punktlista"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:rPr><w:vanish/></w:rPr></w:style>
"#;

const NUMBERING: &str = r#"
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"#;

impl Package {
    /// A document with this body, styles and lists.
    pub fn new(body: &str) -> Self {
        Package::default().part("document", body, "document").part("styles", STYLES, "styles").part(
            "numbering",
            NUMBERING,
            "numbering",
        )
    }

    /// Adds a part under `word/`, its root element named.
    pub fn part(mut self, name: &str, inside: &str, root: &str) -> Self {
        let inside =
            if root == "document" { format!("<w:body>{inside}</w:body>") } else { inside.to_owned() };
        let text = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {ROOT}>{inside}</w:{root}>");
        self.parts.push((format!("word/{name}.xml"), text));
        self
    }

    /// Adds a header or a footer that the body refers to by its name.
    pub fn running(mut self, name: &str, kind: &str, inside: &str) -> Self {
        self.rels.push_str(&format!("<Relationship Id=\"{name}\" Type=\"x/{kind}\" Target=\"{name}.xml\"/>"));
        self.part(name, inside, "hdr")
    }

    /// The file.
    pub fn bytes(self) -> Vec<u8> {
        let rels = format!("<Relationships>{}</Relationships>", self.rels);
        let parts = self.parts.into_iter().chain([("word/_rels/document.xml.rels".to_owned(), rels)]);
        zip(parts.collect())
    }

    /// What is read of it.
    pub fn read(self) -> Extract {
        extract(Format::Docx, &self.bytes(), &Limits::default()).expect("readable")
    }
}

/// A ZIP of these parts.
pub fn zip(parts: Vec<(String, String)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("its bytes");
    }
    zip.finish().expect("a file").into_inner()
}

/// The lines with words of a document with this body.
pub fn lines(body: &str) -> Vec<String> {
    words(&Package::new(body).read())
}

/// The lines with words.
pub fn words(extract: &Extract) -> Vec<String> {
    extract.lines.iter().filter(|line| !line.text.is_empty()).map(|line| line.text.clone()).collect()
}

/// Why a document with this body cannot be read.
pub fn refused(body: &str, limits: &Limits) -> FormatError {
    extract(Format::Docx, &Package::new(body).bytes(), limits).expect_err("refused")
}

/// A paragraph of a style.
pub fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(text))
}

/// A paragraph.
pub fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

/// A run.
pub fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph in a list.
pub fn item(list: u8, level: u8, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>",
        run(text)
    )
}

/// A table of cells without properties.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}
