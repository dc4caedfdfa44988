//! What a page shows: pieces of text with their places, in the order they are drawn.

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content, content::Operation};

use super::font::Fonts;

/// Drawings inside one another that are followed.
const DEEPEST: usize = 12;
/// Operations of a page that are followed.
const OPERATIONS: usize = 2_000_000;
/// As many operations as a drawing inside another counts for.
const FORM: usize = 200;

/// A piece of text.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Where it begins and ends along its line, and where its line is, upwards.
    pub from: f32,
    pub to: f32,
    pub line: f32,
    pub size: f32,
    /// How many quarters of a turn it is turned by.
    pub turn: u8,
    pub text: String,
}

/// A change of coordinates.
type Matrix = [f32; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// The pieces of text of a page, then those of its filled fields.
pub(super) fn page<'a>(
    document: &'a Document,
    page: ObjectId,
    fonts: &mut Fonts<'a>,
    most: usize,
) -> Vec<Piece> {
    let Ok(content) = document.get_page_content_with_limit(page, most) else { return Vec::new() };
    let (own, others) = document.get_page_resources(page).unwrap_or_default();
    let others = others.into_iter().filter_map(|id| document.get_dictionary(id).ok());
    let resources: Vec<&Dictionary> = own.into_iter().chain(others).collect();
    let mut canvas = Canvas { document, most, pieces: Vec::new(), left: OPERATIONS };
    canvas.draw(&content, &resources, SAME, 0, fonts);
    for annotation in document.get_page_annotations(page).unwrap_or_default() {
        canvas.annotation(annotation, fonts);
    }
    canvas.pieces
}

/// How text is written.
#[derive(Clone)]
struct Pen<'a> {
    matrix: Matrix,
    font: Option<&'a Dictionary>,
    size: f32,
    between_letters: f32,
    between_words: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

struct Canvas<'a> {
    document: &'a Document,
    most: usize,
    pieces: Vec<Piece>,
    left: usize,
}

impl<'a> Canvas<'a> {
    fn annotation(&mut self, annotation: &'a Dictionary, fonts: &mut Fonts<'a>) {
        let kind = annotation.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        if !matches!(kind, b"Widget" | b"FreeText") {
            return;
        }
        let appearance = annotation.get_deref(b"AP", self.document).and_then(Object::as_dict);
        let normal = appearance.and_then(|appearance| appearance.get_deref(b"N", self.document));
        let corner = annotation.get_deref(b"Rect", self.document).and_then(Object::as_array).ok();
        let number =
            |at: usize| corner.and_then(|c| c.get(at)).and_then(|n| n.as_float().ok()).unwrap_or(0.0);
        if let Ok(normal) = normal {
            self.form(normal, [1.0, 0.0, 0.0, 1.0, number(0), number(1)], &[], 1, fonts);
        }
    }

    fn form(
        &mut self,
        form: &'a Object,
        matrix: Matrix,
        around: &[&'a Dictionary],
        depth: usize,
        fonts: &mut Fonts<'a>,
    ) {
        let Ok(stream) = form.as_stream() else { return };
        self.left = self.left.saturating_sub(FORM);
        if self.left == 0 {
            return;
        }
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or(b"Form");
        let Some(content) =
            (kind == b"Form").then(|| stream.get_plain_content_with_limit(self.most)).and_then(Result::ok)
        else {
            return;
        };
        let own = stream.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let resources = own.map_or_else(|| around.to_vec(), |own| vec![own]);
        let turned = stream.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array).ok();
        let matrix = turned.and_then(|turned| six(turned)).map_or(matrix, |turned| times(turned, matrix));
        self.draw(&content, &resources, matrix, depth, fonts);
    }

    fn resource(&self, resources: &[&'a Dictionary], kind: &[u8], name: &[u8]) -> Option<&'a Object> {
        resources.iter().find_map(|all| {
            let kind = all.get_deref(kind, self.document).and_then(Object::as_dict).ok()?;
            kind.get_deref(name, self.document).ok()
        })
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        matrix: Matrix,
        depth: usize,
        fonts: &mut Fonts<'a>,
    ) {
        let mut pen = Pen {
            matrix,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved: Vec<Pen<'a>> = Vec::new();
        let (mut text, mut line) = (SAME, SAME);
        for operation in Content::decode_iter(content) {
            // What comes before something that cannot be read is kept.
            let Ok(operation) = operation else { return };
            self.left = self.left.saturating_sub(1);
            if self.left == 0 {
                return;
            }
            let number =
                |at: usize| operation.operands.get(at).and_then(|n| n.as_float().ok()).unwrap_or(0.0);
            let mut next_line = |line: &mut Matrix, x: f32, y: f32| {
                *line = times([1.0, 0.0, 0.0, 1.0, x, y], *line);
                text = *line;
            };
            match operation.operator.as_str() {
                "q" if saved.len() < 1_000 => saved.push(pen.clone()),
                "Q" => pen = saved.pop().unwrap_or(pen),
                "cm" => {
                    if let Some(change) = six(&operation.operands) {
                        pen.matrix = times(change, pen.matrix);
                    }
                }
                "BT" => (text, line) = (SAME, SAME),
                "Tf" => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    pen.font = name
                        .and_then(|name| self.resource(resources, b"Font", name))
                        .and_then(|font| font.as_dict().ok());
                    pen.size = number(1);
                }
                "Tc" => pen.between_letters = number(0),
                "Tw" => pen.between_words = number(0),
                "Tz" => pen.stretch = number(0) / 100.0,
                "TL" => pen.leading = number(0),
                "Ts" => pen.rise = number(0),
                "Td" => next_line(&mut line, number(0), number(1)),
                "TD" => {
                    pen.leading = -number(1);
                    next_line(&mut line, number(0), number(1));
                }
                "Tm" => {
                    if let Some(place) = six(&operation.operands) {
                        (text, line) = (place, place);
                    }
                }
                "T*" => next_line(&mut line, 0.0, -pen.leading),
                "Tj" | "TJ" => self.write(&operation, &pen, &mut text, fonts),
                "'" | "\"" => {
                    if operation.operator == "\"" {
                        (pen.between_words, pen.between_letters) = (number(0), number(1));
                    }
                    next_line(&mut line, 0.0, -pen.leading);
                    self.write(&operation, &pen, &mut text, fonts);
                }
                "Do" if depth < DEEPEST => {
                    let name = operation.operands.first().and_then(|name| name.as_name().ok());
                    if let Some(form) = name.and_then(|name| self.resource(resources, b"XObject", name)) {
                        self.form(form, pen.matrix, resources, depth + 1, fonts);
                    }
                }
                _ => {}
            }
        }
    }

    /// Writes the texts of an operation, and moves on after them.
    fn write(&mut self, operation: &Operation, pen: &Pen<'a>, text: &mut Matrix, fonts: &mut Fonts<'a>) {
        let Some(font) = pen.font.and_then(|font| fonts.get(font)) else { return };
        let Some(last) = operation.operands.last() else { return };
        let alone = std::slice::from_ref(last);
        for item in last.as_array().map_or(alone, Vec::as_slice) {
            let Object::String(bytes, _) = item else {
                // A number takes back from the line.
                let back = item.as_float().unwrap_or(0.0) / 1_000.0;
                *text = times([1.0, 0.0, 0.0, 1.0, -back * pen.size * pen.stretch, 0.0], *text);
                continue;
            };
            let (mut written, mut along) = (String::new(), 0.0);
            for letter in font.letters(bytes) {
                written.push_str(letter.letters);
                let blank = if letter.blank { pen.between_words } else { 0.0 };
                along += (letter.width / 1_000.0 * pen.size + pen.between_letters + blank) * pen.stretch;
            }
            let start = times([1.0, 0.0, 0.0, 1.0, 0.0, pen.rise], times(*text, pen.matrix));
            *text = times([1.0, 0.0, 0.0, 1.0, along, 0.0], *text);
            let end = times(*text, pen.matrix);
            if !written.is_empty() {
                self.pieces.push(piece(written, start, end, pen.size));
            }
        }
    }
}

/// A text between two places, seen from its own side.
fn piece(text: String, start: Matrix, end: Matrix, size: f32) -> Piece {
    let (along, up) = ((start[0], start[1]), (start[2], start[3]));
    let turn = match () {
        () if along.0.abs() >= along.1.abs() => {
            if along.0 >= 0.0 {
                0
            } else {
                2
            }
        }
        () => {
            if along.1 >= 0.0 {
                1
            } else {
                3
            }
        }
    };
    let seen = |m: Matrix| match turn {
        0 => (m[4], m[5]),
        1 => (m[5], -m[4]),
        2 => (-m[4], -m[5]),
        _ => (-m[5], m[4]),
    };
    let ((from, line), (to, _)) = (seen(start), seen(end));
    Piece { from, to, line, size: (size * up.0.hypot(up.1)).abs(), turn, text }
}

fn six(numbers: &[Object]) -> Option<Matrix> {
    let mut matrix = SAME;
    for (at, place) in matrix.iter_mut().enumerate() {
        *place = numbers.get(at)?.as_float().ok()?;
    }
    Some(matrix)
}
