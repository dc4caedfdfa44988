//! Writing XML: what is opened is closed, what is said is escaped.

/// A piece of XML being written.
#[derive(Default)]
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

/// The names of attributes with what they say.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// A whole document.
    pub fn document() -> Xml {
        Xml { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), open: Vec::new() }
    }

    pub fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element with nothing but words.
    pub fn said(&mut self, name: &'static str, attributes: Attributes<'_>, words: &str) {
        self.open(name, attributes);
        self.text(words);
        self.close();
    }

    pub fn text(&mut self, words: &str) {
        escape(&mut self.out, words);
    }

    /// Something written here already.
    pub fn raw(&mut self, xml: &str) {
        self.out.push_str(xml);
    }

    /// How many bytes were written.
    pub fn length(&self) -> usize {
        self.out.len()
    }

    /// What was written, everything closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(&mut self.out, value);
            self.out.push('"');
        }
    }
}

fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            // XML has no way to say these.
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}
