//! Markdown, which is kept as it is; what it asks of other programs is counted.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{
    Draft,
    losses::{Loss, Losses},
    tree::tidy_lines,
};

/// Reads a text.
pub(super) fn read(text: &str) -> Draft {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (mut title, text) = front(&text);
    let mut body = tidy_lines(text).trim_matches('\n').to_owned();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut lost = Losses::default();
    let mut heads: Vec<(HeadingLevel, std::ops::Range<usize>, String)> = Vec::new();
    let (mut reading, mut raw) = (false, false);
    for (event, range) in Parser::new_ext(&body, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heads.push((level, range, String::new()));
                reading = true;
            }
            Event::End(TagEnd::Heading(_)) => reading = false,
            Event::Text(words) | Event::Code(words) if reading => {
                if let Some((_, _, said)) = heads.last_mut() {
                    said.push_str(&words);
                }
            }
            // Wherever they are, they are not in this file.
            Event::Start(Tag::Image { .. }) => lost.one(Loss::Images),
            Event::Html(_) | Event::InlineHtml(_) if !raw => {
                lost.one(Loss::Markup);
                raw = true;
            }
            Event::End(TagEnd::Paragraph | TagEnd::HtmlBlock) => raw = false,
            _ => {}
        }
    }
    if title.is_empty()
        && let Some((level, range, said)) = heads.first()
    {
        title = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let alone =
            body[..range.start].trim().is_empty() && heads.iter().skip(1).all(|(other, ..)| other > level);
        if alone && !body[range.end..].trim().is_empty() {
            body = body[range.end..].trim_start_matches('\n').to_owned();
        }
    }
    if !body.is_empty() {
        body.push('\n');
    }
    Draft { title, summary: String::new(), body, lost: lost.all(), images: 0 }
}

/// What stands before the text between two lines of dashes: its title, and the rest of the file.
fn front(text: &str) -> (String, &str) {
    let Some(rest) = text.trim_start_matches('\u{feff}').strip_prefix("---\n") else {
        return (String::new(), text);
    };
    let Some(end) = rest.find("\n---\n") else { return (String::new(), text) };
    let head = &rest[..end];
    // A text that begins with a pause is not a list of fields.
    if !head.lines().next().is_some_and(|line| line.contains(':')) {
        return (String::new(), text);
    }
    let title = head.lines().find_map(|line| line.strip_prefix("title:").or(line.strip_prefix("titre:")));
    let title = title.unwrap_or_default().trim().trim_matches(['"', '\'']).to_owned();
    (title, &rest[end + "\n---\n".len()..])
}
