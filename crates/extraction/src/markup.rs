//! Markdown, without its marks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::gather::{Failure, Gather, Pages};

/// Reads a text written in Markdown.
pub(crate) fn read(text: &str, gather: &mut Gather<'_>) -> Result<Pages, Failure> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let mut words = String::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut items, mut heading) = (0_usize, None::<HeadingLevel>);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak => words.push(' '),
            Event::HardBreak => words.push('\n'),
            Event::Start(Tag::Heading { level, .. }) => heading = Some(level),
            Event::Start(Tag::Item) => {
                flush(&mut words, items, gather);
                items += 1;
            }
            Event::End(TagEnd::Item) => {
                flush(&mut words, items, gather);
                items -= 1;
            }
            Event::Start(Tag::Table(_)) => rows.clear(),
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::End(TagEnd::TableCell) => {
                if let Some(row) = rows.last_mut() {
                    row.push(std::mem::take(&mut words));
                }
            }
            Event::End(TagEnd::Table) => gather.table(std::mem::take(&mut rows)),
            Event::End(TagEnd::Heading(_)) => {
                let level = heading.take().map_or(1, |level| level as u8);
                gather.heading(level, &std::mem::take(&mut words));
            }
            Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::BlockQuote(_)) => {
                flush(&mut words, items, gather);
            }
            _ => {}
        }
        if !gather.goes_on() {
            return Ok(None);
        }
    }
    flush(&mut words, items, gather);
    Ok(None)
}

fn flush(words: &mut String, items: usize, gather: &mut Gather<'_>) {
    let words = std::mem::take(words);
    if items > 0 { gather.item(&words) } else { gather.paragraph(&words) }
}
