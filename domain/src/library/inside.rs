//! What is known of the text inside a file.

use crate::columns::coded_enum;

coded_enum! {
    /// What came of reading the text inside a file.
    pub enum FileTextState {
        /// It is being read.
        Waiting = "waiting",
        /// It is here.
        Read = "read",
        /// There is none: pictures of pages, or nothing at all.
        Empty = "empty",
        /// A password is needed.
        Encrypted = "encrypted",
        /// The file is damaged.
        Damaged = "damaged",
        /// The file is larger than what is read.
        TooLarge = "too_large",
        /// A kind of file that is not read.
        Unsupported = "unsupported",
    }
}

coded_enum! {
    /// Why only the beginning of a text is here.
    pub enum FileTextCut {
        /// There are more pages.
        Pages = "pages",
        /// There is more text.
        Text = "text",
        /// Reading took too long.
        Time = "time",
    }
}

coded_enum! {
    /// What a part of a file is.
    pub enum FilePart {
        /// A page.
        Page = "page",
        /// A slide.
        Slide = "slide",
        /// A sheet of a workbook.
        Sheet = "sheet",
        /// A file without pages.
        Whole = "whole",
    }
}
