"""Markdown documents as files of Chromium, WeasyPrint, Typst and LibreOffice. Run by tests/pdf/corpus."""

import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import markdown
import typst
import weasyprint

CORPUS = Path("crates/reading/tests/corpus")
EXAMPLES = [
    "kultur-och-fritidsnamnden-delarsrapport-2026",
    "kultur-och-fritidsnamnden-namndsbudget-2026",
]

STYLE = """
@page { size: A4; margin: 2cm; @bottom-right { content: counter(page) } }
body { font: 11pt/1.4 "DejaVu Serif" }
table { border-collapse: collapse; font: 9pt "DejaVu Sans" }
th, td { border-bottom: 1px solid #999; padding: 2px 8px; text-align: left }
"""

OFFICE = """
@page { size: A4; margin: 2cm }
body { font-family: "DejaVu Sans"; font-size: 10pt }
table { border-collapse: collapse }
th, td { border: 1px solid #999; padding: 2px 6px }
"""

PREAMBLE = """
#set page(margin: 2cm, numbering: "1")
#set text(font: "DejaVu Sans", size: 10pt, lang: "sv")
#set table(stroke: (bottom: 0.5pt), align: left)
#show table: set text(size: 8pt, hyphenate: true)
#show table.cell.where(y: 0): set text(weight: "bold")
"""


class Typst(HTMLParser):
    """HTML of Markdown as markup of Typst."""

    def __init__(self):
        super().__init__()
        self.out, self.lists, self.rows = [PREAMBLE], [], None

    def handle_starttag(self, tag, attributes):
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.out.append("\n\n" + "=" * int(tag[1]) + " ")
        elif tag == "p" and not self.lists:
            self.out.append("\n\n")
        elif tag in ("ul", "ol"):
            self.lists.append("-" if tag == "ul" else "+")
        elif tag == "li":
            self.out.append("\n" + "  " * (len(self.lists) - 1) + self.lists[-1] + " ")
        elif tag in ("strong", "em"):
            self.out.append({"strong": "#strong[", "em": "#emph["}[tag])
        elif tag == "table":
            self.rows = []
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self.kept, self.out = self.out, []

    def handle_endtag(self, tag):
        if tag in ("strong", "em"):
            self.out.append("]")
        elif tag in ("ul", "ol"):
            self.lists.pop()
            self.out.append("\n")
        elif tag in ("th", "td"):
            self.rows[-1][-1] = "[" + "".join(self.out).strip() + "]"
            self.out = self.kept
        elif tag == "table":
            head, *body = [", ".join(row) for row in self.rows]
            rows = "".join(f"  {row},\n" for row in body)
            columns = len(self.rows[0])
            self.out.append(f"\n\n#table(columns: {columns},\n  table.header({head}),\n{rows})\n")

    def handle_data(self, data):
        if data.strip() or self.lists or (self.out and self.out[-1].endswith("]")):
            self.out.append("".join("\\" + c if c in "\\#$*_`<>@=-+/~[]'\"" else c for c in data))


def chromium(program, page, file):
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf8") as source:
        source.write(page)
        source.flush()
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        command = [program, *options, f"--print-to-pdf={file}", source.name]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def typeset(html, file):
    parser = Typst()
    parser.feed(html)
    with tempfile.NamedTemporaryFile("w", suffix=".typ", encoding="utf8") as source:
        source.write("".join(parser.out))
        source.flush()
        typst.compile(source.name, output=str(file))


def office(page, target):
    """PDF with tags and without, DOCX and HTML, all of the same ODT."""
    with tempfile.TemporaryDirectory() as folder:
        name = target.stem
        Path(folder, f"{name}.html").write_text(page, encoding="utf8")

        def convert(source, kind, *options):
            command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *options]
            command += ["--convert-to", kind, "--outdir", folder, str(Path(folder, source))]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def keep(made, ending):
            target.with_suffix(ending).write_bytes(Path(folder, made).read_bytes())

        convert(f"{name}.html", "odt", "--infilter=HTML (StarWriter)")
        convert(f"{name}.odt", "docx:MS Word 2007 XML")
        keep(f"{name}.docx", ".libreoffice.docx")
        convert(f"{name}.odt", "html:HTML (StarWriter)")
        keep(f"{name}.html", ".libreoffice.html")
        for tagged, ending in [("true", ".libreoffice-tagged.pdf"), ("false", ".libreoffice.pdf")]:
            option = '{"UseTaggedPDF":{"type":"boolean","value":"%s"}}' % tagged
            convert(f"{name}.docx", f"pdf:writer_pdf_Export:{option}")
            keep(f"{name}.pdf", ending)


def made(program, source, target):
    html = markdown.markdown(source.read_text(encoding="utf8"), extensions=["tables", "sane_lists"])
    page = (
        '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>x</title>'
        f"<style>{STYLE}</style></head><body>{html}</body></html>"
    )
    chromium(program, page, target.with_suffix(".chromium.pdf"))
    weasyprint.HTML(string=page).write_pdf(target.with_suffix(".weasyprint.pdf"))
    typeset(html, target.with_suffix(".typst.pdf"))
    office(page.replace(STYLE, OFFICE), target)


def main(program, name):
    examples = Path("examples/almkoping")
    sources = [(source, source) for source in sorted(CORPUS.glob("*/*.md"))]
    sources += [(examples / f"{it}.md", CORPUS / "almkoping" / f"{it}.md") for it in EXAMPLES]
    for source, target in sources:
        if name in str(source):
            target.parent.mkdir(exist_ok=True)
            made(program, source, target)


main(sys.argv[1], sys.argv[2])
