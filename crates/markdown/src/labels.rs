//! The few words the renderer adds to a text, in the language of the text.

use pulldown_cmark::BlockQuoteKind;

use crate::Typography;

/// The words of one language.
pub struct Labels {
    /// Names the scrolling region around a table.
    pub table: &'static str,
    /// Between the name of a table and its columns.
    pub colon: &'static str,
    /// Names the list of notes.
    pub notes: &'static str,
    /// Names a note, before its number.
    pub note: &'static str,
    /// Names the way back from a note.
    pub back: &'static str,
    /// Tells one way back from another, before its number.
    pub call: &'static str,
    /// Names a recommendation, before its number.
    pub recommendation: &'static str,
    /// Names the link of a recommendation to itself.
    pub its_link: &'static str,
    /// Names a checked box.
    pub done: &'static str,
    /// Names an empty box.
    pub to_do: &'static str,
    alerts: [&'static str; 5],
}

impl Labels {
    /// The words for a language.
    pub fn of(language: Typography) -> &'static Self {
        match language {
            Typography::French => &FRENCH,
            Typography::English | Typography::None => &ENGLISH,
        }
    }

    /// The class and the visible label of an alert.
    pub fn alert(&self, kind: BlockQuoteKind) -> (&'static str, &'static str) {
        let [note, tip, important, warning, caution] = self.alerts;
        match kind {
            BlockQuoteKind::Note => ("note", note),
            BlockQuoteKind::Tip => ("tip", tip),
            BlockQuoteKind::Important => ("important", important),
            BlockQuoteKind::Warning => ("warning", warning),
            BlockQuoteKind::Caution => ("caution", caution),
        }
    }
}

static FRENCH: Labels = Labels {
    table: "Tableau",
    colon: "\u{a0}: ",
    notes: "Notes",
    note: "Note",
    back: "Revenir au texte",
    call: "appel",
    recommendation: "Recommandation",
    its_link: "Lien vers cette recommandation",
    done: "Fait",
    to_do: "À faire",
    alerts: ["Note", "Conseil", "Important", "Attention", "Prudence"],
};

static ENGLISH: Labels = Labels {
    table: "Table",
    colon: ": ",
    notes: "Notes",
    note: "Note",
    back: "Back to the text",
    call: "call",
    recommendation: "Recommendation",
    its_link: "Link to this recommendation",
    done: "Done",
    to_do: "To do",
    alerts: ["Note", "Tip", "Important", "Warning", "Caution"],
};
