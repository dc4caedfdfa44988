//! What a media type means to a reader.

/// The family of a media type: its icon, its name, how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// Pages.
    Pdf,
    /// A picture that browsers show.
    Image,
    /// A recording.
    Audio,
    /// A film.
    Video,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A table in text: CSV.
    Csv,
    /// A text of an office program.
    Document,
    /// A spreadsheet.
    Sheet,
    /// Slides.
    Slides,
    /// Several files in one.
    Archive,
    /// Anything else.
    Other,
}

impl Media {
    /// Of a media type.
    pub fn of(media_type: &str) -> Media {
        match media_type {
            "application/pdf" => Media::Pdf,
            "image/png" | "image/jpeg" | "image/webp" | "image/gif" => Media::Image,
            "text/plain" => Media::Text,
            "text/markdown" => Media::Markdown,
            "text/csv" => Media::Csv,
            "application/zip" | "application/gzip" | "application/x-7z-compressed" | "application/x-tar" => {
                Media::Archive
            }
            "application/msword"
            | "application/rtf"
            | "application/vnd.oasis.opendocument.text"
            | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Media::Document,
            "application/vnd.ms-excel"
            | "application/vnd.oasis.opendocument.spreadsheet"
            | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Media::Sheet,
            "application/vnd.ms-powerpoint"
            | "application/vnd.oasis.opendocument.presentation"
            | "application/vnd.openxmlformats-officedocument.presentationml.presentation" => Media::Slides,
            other if other.starts_with("audio/") => Media::Audio,
            other if other.starts_with("video/") => Media::Video,
            _ => Media::Other,
        }
    }

    /// Whether a browser may show it in place: nothing in it runs.
    pub fn is_safe_to_show(self) -> bool {
        matches!(
            self,
            Media::Pdf
                | Media::Image
                | Media::Audio
                | Media::Video
                | Media::Text
                | Media::Markdown
                | Media::Csv
        )
    }

    /// Whether one listens to it: it may have captions.
    pub fn is_heard(self) -> bool {
        matches!(self, Media::Audio | Media::Video)
    }

    /// The code of its name in the locale files.
    pub fn code(self) -> &'static str {
        match self {
            Media::Pdf => "pdf",
            Media::Image => "image",
            Media::Audio => "audio",
            Media::Video => "video",
            Media::Text => "text",
            Media::Markdown => "markdown",
            Media::Csv => "csv",
            Media::Document => "document",
            Media::Sheet => "sheet",
            Media::Slides => "slides",
            Media::Archive => "archive",
            Media::Other => "other",
        }
    }
}
