//! Names of files and folders: made harmless, shown, put in order.

use crate::refusal::FieldProblem;

/// Characters that a name or a title has at most.
pub const NAME_MAX: u32 = 200;

/// The name of a file as it is kept: the last part of what was sent, without anything that hides or disguises it, and
/// short enough, its ending kept.
///
/// # Errors
/// `Nameless` if nothing is left of it.
pub fn file_name(sent: &str) -> Result<String, FieldProblem> {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = plain(last);
    if name.is_empty() { Err(FieldProblem::Nameless) } else { Ok(shortened(name)) }
}

/// The folders that a file sent with its path is in, from the outermost.
pub fn folders_of(sent: &str) -> Vec<String> {
    let parts: Vec<&str> = sent.split(['/', '\\']).collect();
    let folders = parts.split_last().map(|(_, folders)| folders).unwrap_or_default();
    folders.iter().map(|part| shortened(plain(part))).filter(|name| !name.is_empty()).collect()
}

/// The title of a file that nobody gave one: its name without its ending.
pub fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 && !ending.contains(' ') => stem,
        _ => name,
    }
}

/// What a name is put in order by, once folded: numbers as numbers, « Fiche 2 » before « Fiche 10 ».
pub fn sort_key(folded: &str) -> String {
    let mut key = String::with_capacity(folded.len() + 8);
    let mut digits = String::new();
    let end = |digits: &mut String, key: &mut String| {
        if !digits.is_empty() {
            let significant = digits.trim_start_matches('0');
            key.push_str(&format!("{significant:0>10}"));
            digits.clear();
        }
    };
    for c in folded.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            end(&mut digits, &mut key);
            key.push(c);
        }
    }
    end(&mut digits, &mut key);
    key
}

/// Without control characters, direction marks or invisible ones, blanks joined; neither `.` nor `..`.
fn plain(name: &str) -> String {
    let hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let kept: String = name.chars().map(|c| if hidden(c) { ' ' } else { c }).collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.trim_start_matches(['.', ' ']).trim_end_matches(['.', ' ']).to_owned()
}

fn shortened(name: String) -> String {
    let max = NAME_MAX as usize;
    if name.chars().count() <= max {
        return name;
    }
    let stem = stem(&name);
    let ending = &name[stem.len()..];
    let kept: String = stem.chars().take(max - ending.chars().count()).collect();
    format!("{}{ending}", kept.trim_end())
}
