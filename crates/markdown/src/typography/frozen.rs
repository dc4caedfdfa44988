//! Addresses, e-mails and `:short_codes:` in plain text: no rule may touch them.

/// For each character, whether it belongs to one of them.
pub fn frozen(chars: &[char]) -> Vec<bool> {
    let mut mask = vec![false; chars.len()];
    // Everything before has been looked at, which keeps the whole linear.
    let mut seen = 0;
    let mut i = 0;
    while i < chars.len() {
        if let Some(end) = short_code(chars, i) {
            mask[i..end].fill(true);
            seen = end;
            i = end;
            continue;
        }
        let found = match chars[i] {
            ':' if chars[i..].starts_with(&[':', '/', '/']) => url(chars, seen, i),
            'w' if starts_www(chars, i) => Some((i, token_end(chars, i))),
            '@' => email(chars, seen, i),
            _ => None,
        };
        match found {
            Some((start, end)) if end > i => {
                mask[start..trim(chars, i, end)].fill(true);
                seen = end;
                i = end;
            }
            _ => i += 1,
        }
    }
    mask
}

/// Where a short code ends; it never holds a space, and stays short.
fn short_code(chars: &[char], start: usize) -> Option<usize> {
    if chars[start] != ':' || (start > 0 && chars[start - 1].is_alphanumeric()) {
        return None;
    }
    let name = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+');
    let inside = chars[start + 1..].iter().take(40);
    let end = start + 1 + inside.take_while(|c| name(c)).count();
    (end > start + 1 && chars.get(end) == Some(&':')).then_some(end + 1)
}

fn url(chars: &[char], seen: usize, colon: usize) -> Option<(usize, usize)> {
    let start = back(chars, seen, colon, |c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (start < colon).then(|| (start, token_end(chars, colon)))
}

fn starts_www(chars: &[char], i: usize) -> bool {
    chars[i..].starts_with(&['w', 'w', 'w', '.']) && (i == 0 || !chars[i - 1].is_alphanumeric())
}

fn email(chars: &[char], seen: usize, at: usize) -> Option<(usize, usize)> {
    let start = back(chars, seen, at, |c| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-'));
    let domain = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let end = at + 1 + chars[at + 1..].iter().take_while(|c| domain(c)).count();
    (start < at && end > at + 1).then_some((start, end))
}

fn back(chars: &[char], seen: usize, from: usize, part: impl Fn(char) -> bool) -> usize {
    let length = chars[seen..from].iter().rev().take_while(|c| part(**c)).count();
    from - length
}

fn token_end(chars: &[char], from: usize) -> usize {
    let stops = |c: &char| c.is_whitespace() || "<>\"«»“”\u{fffc}".contains(*c);
    from + chars[from..].iter().take_while(|c| !stops(c)).count()
}

/// The punctuation after an address belongs to the sentence.
fn trim(chars: &[char], from: usize, end: usize) -> usize {
    let sentence = |c: &char| ".,;:!?)]}'’…*_".contains(*c);
    let extra = chars[from..end].iter().rev().take_while(|c| sentence(c)).count();
    end - extra
}
