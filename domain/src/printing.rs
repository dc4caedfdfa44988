//! Documents made of a text, to be kept, printed or opened elsewhere.

use crate::columns::coded_enum;

coded_enum! {
    /// A kind of document.
    pub enum PrintFormat {
        /// To read and print anywhere as it is.
        Pdf = "pdf",
        /// For Word.
        Docx = "docx",
        /// For LibreOffice.
        Odt = "odt",
        /// For reading devices.
        Epub = "epub",
        /// A web page in one file.
        Html = "html",
    }
}

impl PrintFormat {
    /// Its type, as browsers name it.
    pub fn media_type(self) -> &'static str {
        match self {
            PrintFormat::Pdf => "application/pdf",
            PrintFormat::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            PrintFormat::Odt => "application/vnd.oasis.opendocument.text",
            PrintFormat::Epub => "application/epub+zip",
            PrintFormat::Html => "text/html; charset=utf-8",
        }
    }

    /// What is asked for by a name such as `2026-04.pdf`, and what stands before.
    pub fn of_name(name: &str) -> Option<(&str, PrintFormat)> {
        let (stem, code) = name.rsplit_once('.')?;
        let format = PrintFormat::ALL.iter().find(|format| format.code() == code)?;
        Some((stem, *format))
    }
}

coded_enum! {
    /// What became of a document that was asked for.
    pub enum PrintState {
        /// It is being made.
        Waiting = "waiting",
        /// It is here.
        Made = "made",
        /// It cannot be made.
        Failed = "failed",
    }
}

coded_enum! {
    /// Why a PDF is less accessible than it should be.
    pub enum PrintShortfall {
        /// Some signs are in none of the fonts.
        Signs = "signs",
        /// The letters of some words cannot all be told apart.
        Script = "script",
        /// Something else.
        Structure = "structure",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_asked_for_by_the_end_of_its_name() {
        assert_eq!(PrintFormat::of_name("2026-04.pdf"), Some(("2026-04", PrintFormat::Pdf)));
        assert_eq!(PrintFormat::of_name("3.epub"), Some(("3", PrintFormat::Epub)));
        for other in ["2026-04", "2026-04.md", "2026-04.PDF", "2026-04.pdf ", ".exe"] {
            assert_eq!(PrintFormat::of_name(other), None, "{other}");
        }
    }
}
