//! From pieces of text with places to headings and paragraphs.

use super::show::Piece;
use crate::gather::Gather;

/// A line of text.
struct Line {
    text: String,
    from: f32,
    to: f32,
    place: f32,
    size: f32,
    turn: u8,
}

/// Adds what a page says.
pub(super) fn blocks(pieces: Vec<Piece>, gather: &mut Gather<'_>) {
    let lines = lines(pieces);
    let usual = usual_size(&lines);
    let step = usual_step(&lines);
    let mut start = 0;
    for end in 1..=lines.len() {
        if end < lines.len() && goes_on(&lines[start..end], &lines[end], step) {
            continue;
        }
        block(&lines[start..end], usual, gather);
        start = end;
    }
}

/// Puts pieces that follow one another in lines.
fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<Piece> = None;
    for piece in pieces {
        // A text drawn twice at the same place is one, in bold.
        let twice = last.as_ref().is_some_and(|last| {
            last.text == piece.text
                && (last.from - piece.from).abs() < piece.size * 0.2
                && (last.line - piece.line).abs() < piece.size * 0.2
        });
        if twice || !piece.from.is_finite() || !piece.line.is_finite() || !piece.to.is_finite() {
            continue;
        }
        match lines.last_mut().filter(|line| on(line, &piece)) {
            Some(line) => {
                let gap = piece.from - line.to;
                if gap > piece.size.max(line.size) * 0.15
                    && !line.text.ends_with(' ')
                    && !piece.text.starts_with(' ')
                {
                    line.text.push(' ');
                }
                line.text.push_str(&piece.text);
                line.to = line.to.max(piece.to);
                if !piece.text.trim().is_empty() {
                    line.size = line.size.max(piece.size);
                }
            }
            None => {
                let Piece { from, to, line, size, turn, ref text } = piece;
                lines.push(Line { text: text.clone(), from, to, place: line, size, turn });
            }
        }
        last = Some(piece);
    }
    lines.retain(|line| !line.text.trim().is_empty());
    lines
}

/// Whether a piece goes on with a line: as high, raised or lowered a little, and not before its end.
fn on(line: &Line, piece: &Piece) -> bool {
    let size = line.size.max(piece.size);
    let gap = piece.from - line.to;
    line.turn == piece.turn
        && (line.place - piece.line).abs() < size * 0.5
        && gap > -size
        && gap < size * 12.0
}

/// The size most letters have.
fn usual_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(i32, usize)> = Vec::new();
    for line in lines {
        let size = (line.size * 2.0).round() as i32;
        match sizes.iter_mut().find(|(known, _)| *known == size) {
            Some((_, letters)) => *letters += line.text.len(),
            None => sizes.push((size, line.text.len())),
        }
    }
    sizes.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size as f32 / 2.0)
}

/// How far apart lines of a paragraph are, in their size.
fn usual_step(lines: &[Line]) -> f32 {
    let mut steps: Vec<f32> = lines
        .windows(2)
        .map(|pair| (pair[0].place - pair[1].place) / pair[1].size.max(0.1))
        .filter(|step| (0.8..2.5).contains(step))
        .collect();
    steps.sort_by(f32::total_cmp);
    steps.get(steps.len() / 3).copied().unwrap_or(1.2)
}

/// Whether a line goes on with the paragraph of those before it.
fn goes_on(before: &[Line], line: &Line, step: f32) -> bool {
    let (Some(last), Some(first)) = (before.last(), before.first()) else { return false };
    let down = (last.place - line.place) / line.size.max(0.1);
    let near = down > 0.3 && down < step * 1.25;
    let alike = last.turn == line.turn && (last.size - line.size).abs() < line.size * 0.12;
    let widest = before.iter().map(|line| line.to).fold(line.to, f32::max);
    let width = widest - first.from.min(line.from);
    // The last line of a paragraph seldom goes to its end.
    let full = widest - last.to < width * 0.25 || starts_small(&line.text);
    near && alike && full && !is_item(&line.text) && line.from < last.to
}

fn starts_small(text: &str) -> bool {
    text.trim_start().chars().next().is_some_and(char::is_lowercase)
}

/// Marks that begin the items of lists.
const MARKS: [char; 13] = ['•', '◦', '▪', '‣', '●', '○', '■', '□', '–', '—', '-', '\u{f0b7}', '➢'];

fn is_item(text: &str) -> bool {
    let mut chars = text.trim_start().chars();
    chars.next().is_some_and(|c| MARKS.contains(&c)) && chars.next().is_none_or(char::is_whitespace)
}

/// Adds the lines of a block as one text.
fn block(lines: &[Line], usual: f32, gather: &mut Gather<'_>) {
    let mut text = String::new();
    for line in lines {
        join(&mut text, line.text.trim());
    }
    let ratio = lines.first().map_or(1.0, |line| line.size / usual.max(0.1));
    let short = text.chars().count() <= 200 && text.chars().any(char::is_alphabetic);
    if is_item(&text) {
        gather.item(text.trim_start().trim_start_matches(MARKS));
    } else if short && ratio >= 1.15 {
        gather.heading(
            if ratio >= 1.6 {
                1
            } else if ratio >= 1.3 {
                2
            } else {
                3
            },
            &text,
        );
    } else {
        gather.paragraph(&text);
    }
}

/// What follows a hyphen that is part of the word: `celui-ci`, `a-t-il`.
const ATTACHED: [&str; 21] = [
    "ci", "là", "il", "ils", "elle", "elles", "on", "je", "tu", "nous", "vous", "le", "la", "les", "lui",
    "leur", "y", "en", "même", "mêmes", "être",
];

/// Adds a line to a text; a word cut at the end of a line is one again.
fn join(text: &mut String, line: &str) {
    let next: String = line.chars().take_while(|c| c.is_alphabetic()).collect();
    let cut = text.strip_suffix(['-', '\u{ad}', '‐']).filter(|start| start.ends_with(char::is_alphabetic));
    match cut.map(str::len) {
        Some(length) if starts_small(line) && !ATTACHED.contains(&next.as_str()) => text.truncate(length),
        Some(_) => {}
        None if text.is_empty() => {}
        None => text.push(' '),
    }
    text.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_cut_at_the_end_of_a_line_is_one_again() {
        let joined = |lines: &[&str]| {
            let mut text = String::new();
            lines.iter().for_each(|line| join(&mut text, line));
            text
        };
        assert_eq!(
            joined(&["la démo-", "cratie locale", "et celle-", "ci"]),
            "la démocratie locale et celle-ci"
        );
        assert_eq!(joined(&["Saint-", "Étienne", "de 2020 -", "2026"]), "Saint-Étienne de 2020 - 2026");
    }
}
