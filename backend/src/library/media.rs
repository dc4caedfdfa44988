//! Of which type a file is: by what it holds, and by its name only where contents look alike.

/// The type of a file that begins with `head`; `None` for a program, which is not kept.
pub(super) fn recognise(head: &[u8], name: &str) -> Option<&'static str> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let found = infer::get(head);
    if found.as_ref().is_some_and(|found| found.matcher_type() == infer::MatcherType::App) {
        return None;
    }
    match found.map(|found| found.mime_type()) {
        // Office files are zips, or share a container: what tells them apart may come later in the file.
        Some("application/zip" | "application/x-ole-storage") => Some(office(&ending)),
        Some("text/html" | "text/xml") | None if is_text(head) => Some(text(&ending, head)),
        Some(known) => Some(known),
        None => Some("application/octet-stream"),
    }
}

/// What content made only of bytes is; `None` for what is told by a name, and for programs.
pub(crate) fn recognised(head: &[u8]) -> Option<&'static str> {
    recognise(head, "")
}

fn office(ending: &str) -> &'static str {
    match ending {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx" => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt" => "application/vnd.oasis.opendocument.text",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        "odp" => "application/vnd.oasis.opendocument.presentation",
        "epub" => "application/epub+zip",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "ppt" => "application/vnd.ms-powerpoint",
        _ => "application/zip",
    }
}

/// What could run in a browser keeps the type that keeps it from being shown.
fn text(ending: &str, head: &[u8]) -> &'static str {
    let start = String::from_utf8_lossy(&head[..head.len().min(1024)]).trim_start().to_lowercase();
    let marked =
        ["<!doctype html", "<html", "<script", "<body", "<head"].iter().any(|tag| start.starts_with(tag));
    match ending {
        _ if marked => "text/html",
        "svg" => "image/svg+xml",
        _ if start.starts_with("<svg") => "image/svg+xml",
        "html" | "htm" | "xhtml" => "text/html",
        _ if start.starts_with("<?xml") => "text/xml",
        "csv" | "tsv" => "text/csv",
        "md" | "markdown" => "text/markdown",
        "vtt" => "text/vtt",
        _ => "text/plain",
    }
}

/// No byte that a text does not hold; the encoding may be any usual one.
fn is_text(head: &[u8]) -> bool {
    let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    wide || !head.iter().any(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31 | 127))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_holds_whatever_its_name() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
        assert_eq!(recognise(png, "photo.png"), Some("image/png"));
        assert_eq!(recognise(png, "facture.pdf"), Some("image/png"));
        assert_eq!(recognise(b"%PDF-1.7\n", "sans nom"), Some("application/pdf"));
        assert_eq!(recognise(b"MZ\x90\0\x03\0\0\0\x04\0\0\0", "photo.png"), None);
        let elf = [b"\x7fELF\x02\x01\x01\0".as_slice(), &[0; 60]].concat();
        assert_eq!(recognise(&elf, "notes.txt"), None);
    }

    #[test]
    fn texts_are_told_apart_by_their_name_unless_they_could_run() {
        assert_eq!(recognise("Été;3\n".as_bytes(), "trajets.CSV"), Some("text/csv"));
        assert_eq!(recognise(b"\xc9t\xe9 en latin", "lettre.txt"), Some("text/plain"));
        assert_eq!(recognise(b"# Titre", "lisez-moi.md"), Some("text/markdown"));
        for hidden in ["<script>alert(1)</script>", " <!DOCTYPE html><p>", "<html>"] {
            assert_eq!(recognise(hidden.as_bytes(), "photo.txt"), Some("text/html"), "{hidden}");
        }
        let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
        assert_eq!(recognise(svg, "plan.txt"), Some("image/svg+xml"));
        assert_eq!(recognise(&[0, 1, 2, 3], "donnees.csv"), Some("application/octet-stream"));
    }

    #[test]
    fn office_files_are_known_by_their_ending() {
        let zip = b"PK\x03\x04\x14\0\0\0\x08\0";
        assert_eq!(recognise(zip, "budget.ods"), Some("application/vnd.oasis.opendocument.spreadsheet"));
        assert_eq!(recognise(zip, "photos.zip"), Some("application/zip"));
    }
}
