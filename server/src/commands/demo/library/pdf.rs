//! A text as a PDF, with the fonts that every reader has.

/// Letters a line, lines a page.
const WIDTH: usize = 88;
const HEIGHT: usize = 42;

/// A title and paragraphs.
pub fn written(title: &str, text: &str) -> Vec<u8> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        lines.extend(wrapped(paragraph));
        lines.push(String::new());
    }
    let pages: Vec<&[String]> = lines.chunks(HEIGHT).collect();
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 6 + 2 * page)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>".to_owned(),
        format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
        format!("<< /Title <{}> >>", wide(title)),
    ];
    for (number, lines) in pages.iter().enumerate() {
        let content = content(if number == 0 { title } else { "" }, lines);
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            7 + 2 * number
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    assembled(&objects)
}

fn font(name: &str) -> String {
    format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
}

fn content(title: &str, lines: &[String]) -> String {
    let mut content = "BT\n70 770 Td\n".to_owned();
    if !title.is_empty() {
        content.push_str(&format!("/F2 17 Tf\n{} Tj\n0 -34 Td\n", literal(title)));
    }
    content.push_str("/F1 11 Tf\n16 TL\n");
    for line in lines {
        content.push_str(&format!("{} Tj\nT*\n", literal(line)));
    }
    content.push_str("ET");
    content
}

fn assembled(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}

fn wrapped(paragraph: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split(' ') {
        if !line.is_empty() && line.chars().count() + word.chars().count() >= WIDTH {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// A text in the encoding of the font, all in plain letters.
fn literal(text: &str) -> String {
    let code = |c: char| match c {
        '’' => 0x92,
        '‘' => 0x91,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        '—' => 0x97,
        '…' => 0x85,
        'œ' => 0x9c,
        'Œ' => 0x8c,
        '€' => 0x80,
        c if (c as u32) < 256 => c as u32,
        _ => u32::from(b'?'),
    };
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '(' | ')' | '\\' => format!("\\{c}"),
            c if c.is_ascii() => c.to_string(),
            c => format!("\\{:03o}", code(c)),
        })
        .collect();
    format!("({escaped})")
}

/// A text as UTF-16, in hexadecimal.
fn wide(text: &str) -> String {
    std::iter::once(0xfeff).chain(text.encode_utf16()).map(|unit| format!("{unit:04X}")).collect()
}
