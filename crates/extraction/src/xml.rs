//! XML as it is read, an element after the other.

use std::io::BufRead;

use quick_xml::{
    Reader,
    escape::resolve_xml_entity,
    events::{BytesRef, BytesStart, Event},
};

use crate::gather::Failure;

/// What one meets in a document; names are without their prefix.
pub(crate) enum Node<'a> {
    /// An element begins.
    Open(&'a [u8], Attributes<'a>),
    /// An element ends.
    Close(&'a [u8]),
    /// Words.
    Words(&'a str),
}

/// The attributes of an element.
pub(crate) struct Attributes<'a>(&'a BytesStart<'a>);

impl Attributes<'_> {
    /// The value of an attribute, by its name without its prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        self.find(|key| key.local_name().as_ref() == name.as_bytes())
    }

    /// The value of an attribute, by its whole name.
    pub fn whole(&self, name: &str) -> Option<String> {
        self.find(|key| key.as_ref() == name.as_bytes())
    }

    fn find(&self, wanted: impl Fn(quick_xml::name::QName<'_>) -> bool) -> Option<String> {
        let attribute = self.0.attributes().with_checks(false).flatten().find(|one| wanted(one.key))?;
        let value = String::from_utf8_lossy(&attribute.value).into_owned();
        Some(match quick_xml::escape::unescape(&value) {
            Ok(known) => known.into_owned(),
            Err(_) => value,
        })
    }

    /// The value of an attribute that is a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Elements inside one another that are followed.
const DEEPEST: usize = 2_000;

/// Reads a document; `visit` tells whether to go on.
pub(crate) fn walk(source: impl BufRead, mut visit: impl FnMut(Node<'_>) -> bool) -> Result<(), Failure> {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let (mut buffer, mut depth) = (Vec::new(), 0_usize);
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| failure(&error))?;
        let goes_on = match &event {
            Event::Eof if depth > 0 => return Err(Failure::Damaged),
            Event::Eof => return Ok(()),
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Failure::Damaged);
                }
                visit(Node::Open(element.local_name().as_ref(), Attributes(element)))
            }
            Event::Empty(element) => {
                visit(Node::Open(element.local_name().as_ref(), Attributes(element)))
                    && visit(Node::Close(element.local_name().as_ref()))
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                visit(Node::Close(element.local_name().as_ref()))
            }
            Event::Text(text) => visit(Node::Words(&String::from_utf8_lossy(text))),
            Event::CData(text) => visit(Node::Words(&String::from_utf8_lossy(text))),
            Event::GeneralRef(reference) => known(reference).is_none_or(|words| visit(Node::Words(&words))),
            _ => true,
        };
        if !goes_on {
            return Ok(());
        }
    }
}

/// What a reference stands for. One that the document defines is left out: it may stand for the whole world.
fn known(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c.to_string());
    }
    resolve_xml_entity(&reference.decode().ok()?).map(str::to_owned)
}

/// A part that unpacks to too much says so by an error of reading.
fn failure(error: &quick_xml::Error) -> Failure {
    match error {
        quick_xml::Error::Io(error) if error.kind() == std::io::ErrorKind::FileTooLarge => Failure::TooLarge,
        _ => Failure::Damaged,
    }
}
