//! Files, and forms with files.

use axum::{
    body::Body,
    http::{Request, header},
};
use backend::{
    Cx,
    library::{self, Deposited, Place},
};
use bytes::Bytes;
use domain::ids::DocumentId;
use futures::stream;

use super::{Answer, Visit};

/// What parts the fields of a form with files.
pub const BOUNDARY: &str = "----limite";

/// A form with files, as a browser writes it.
pub fn multipart(fields: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, file, content) in fields {
        body.extend_from_slice(
            format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"").as_bytes(),
        );
        if let Some(file) = file {
            body.extend_from_slice(format!("; filename=\"{file}\"\r\nContent-Type: text/html").as_bytes());
        }
        body.extend_from_slice(b"\r\n\r\n");
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Posts a form with files.
pub async fn post(visit: &Visit, path: &str, cookie: Option<&str>, body: Vec<u8>) -> Answer {
    post_for(visit, path, cookie, "text/html", body).await
}

/// The same, for an answer of this kind.
pub async fn post_for(
    visit: &Visit,
    path: &str,
    cookie: Option<&str>,
    accept: &str,
    body: Vec<u8>,
) -> Answer {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "same-origin");
    visit.ask(request, cookie, accept, Body::from(body)).await
}

/// Deposits a file, as somebody who may.
pub async fn deposited(cx: &Cx, place: &Place, name: &str, content: &[u8]) -> DocumentId {
    let room = library::room(cx, place).await.expect("there is room");
    let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::copy_from_slice(content))]);
    let staged = library::receive(cx, room, coming).await.expect("received");
    match library::deposit(cx, place, name, staged).await.expect("deposited") {
        Deposited::New(id) | Deposited::AlreadyThere(id) => id,
    }
}

/// A picture of four dots by four.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x04\x08\x02\0\0\0&\x93\x09)\
    \0\0\0\x10IDATx\xdacPHX\0G\x0c\xc4q\0\xccC\x12\x01X\xb53X\0\0\0\0IEND\xaeB`\x82";

/// A sound, of a tenth of a second of silence.
pub fn wav() -> Vec<u8> {
    let mut wav =
        b"RIFF\x44\x03\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data".to_vec();
    wav.extend(b"\x20\x03\0\0");
    wav.extend([0x80; 800]);
    wav
}

/// A PDF made of these objects, the first of which is its catalogue; `trailer` is added to its end.
pub fn pdf(objects: &[String], trailer: &str) -> Vec<u8> {
    let (mut body, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (number, object) in (1..).zip(objects) {
        places.push_str(&format!("{:010} 00000 n \n", body.len()));
        body.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (size, end) = (objects.len() + 1, body.len());
    body.push_str(&format!("xref\n0 {size}\n0000000000 65535 f \n{places}"));
    body.push_str(&format!("trailer\n<</Root 1 0 R/Size {size}{trailer}>>\nstartxref\n{end}\n%%EOF"));
    body.into_bytes()
}

/// A PDF of one page, drawn with `drawing`; its letters are those of the font `F1`, described by `font`.
pub fn page(drawing: &str, font: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
            .to_owned(),
        format!("<</Type/Font/Subtype/Type1{font}>>"),
        format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len()),
    ];
    pdf(&objects, "")
}
