//! Addresses and beginnings of lines, written so that they open nothing.

/// An address, as it stands after the words of a link.
pub(super) fn destination(address: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.~!*';:@=+$,/?#%".contains(c);
    if address.chars().all(plain) {
        return address.to_owned();
    }
    let mut said = String::from("<");
    for c in address.chars() {
        if matches!(c, '<' | '>' | '\\' | '&') {
            said.push('\\');
        }
        said.push(c);
    }
    said.push('>');
    said
}

/// A line whose beginning opens nothing.
pub(super) fn guarded(line: &str) -> String {
    let bytes = line.as_bytes();
    let blank = |at: usize| matches!(bytes.get(at), None | Some(b' ' | b'\t' | b'\\'));
    let escape = |at: usize| format!("{}\\{}", &line[..at], &line[at..]);
    match bytes.first() {
        Some(b'#') => {
            let marks = bytes.iter().take_while(|b| **b == b'#').count();
            if blank(marks) { escape(0) } else { line.to_owned() }
        }
        Some(b'>' | b'=' | b':') => escape(0),
        Some(mark @ (b'-' | b'+')) if blank(1) || bytes.get(1) == Some(mark) => escape(0),
        Some(b'0'..=b'9') => {
            let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
            let opens = matches!(bytes.get(digits), Some(b'.' | b')')) && blank(digits + 1);
            if opens { escape(digits) } else { line.to_owned() }
        }
        Some(b'[') if line.starts_with("[^") => match line.find("]:") {
            Some(end) if line[2..end].bytes().all(|b| b.is_ascii_digit()) => escape(end + 1),
            _ => line.to_owned(),
        },
        _ => line.to_owned(),
    }
}
