//! Small files made by hand.

/// A file of one page or more with the given content streams, in Helvetica (F) and its bold (B).
pub fn made(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    objects
        .push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned());
    for (at, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents {} 0 R \
             /Resources << /Font << /F 3 0 R /B << /Type /Font /Subtype /Type1 \
             /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >> >> >>",
            5 + 2 * at
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    let mut file = String::from("%PDF-1.4\n");
    for (at, object) in objects.iter().enumerate() {
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    file.push_str("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    file.into_bytes()
}

/// Lines of text as a content stream: size, place, words.
pub fn page(lines: &[(u32, u32, u32, &str)]) -> String {
    let line = |(size, x, y, words): &(u32, u32, u32, &str)| {
        format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n")
    };
    lines.iter().map(line).collect()
}

/// As `page`, in bold.
pub fn bold(lines: &[(u32, u32, u32, &str)]) -> String {
    page(lines).replace("/F ", "/B ")
}

/// Lines of text as marked content, numbered from 0.
pub fn marked(lines: &[(u32, u32, u32, &str)]) -> String {
    let line = |(number, line): (usize, &(u32, u32, u32, &str))| {
        format!("/P << /MCID {number} >> BDC\n{}EMC\n", page(&[*line]))
    };
    lines.iter().enumerate().map(line).collect()
}

/// A file of one page with a structure: its elements, as a PDF writes them.
pub fn tagged(content: &str, elements: &str) -> Vec<u8> {
    let file = String::from_utf8(made(&[content])).unwrap_or_default();
    let tree = format!(
        "/StructTreeRoot << /Type /StructTreeRoot /K << /S /Document /Pg 4 0 R /K [{elements}] >> >> /Pages"
    );
    file.replacen("/Pages", &tree, 1).into_bytes()
}
