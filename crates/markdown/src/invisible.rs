//! Characters a reader cannot see, and which can therefore lie: a text that reads in another
//! order than it is stored, two titles that look the same, a word a search cannot find.
//!
//! They are removed, in code too: nobody pastes a right-to-left override in a code block to show
//! it. Three families stay where they have a meaning: joiners inside an emoji or between letters
//! of a script that spells with them, variation selectors after a visible character, and the
//! tags of a flag.

use std::borrow::Cow;

/// Removes invisible characters. A null becomes U+FFFD, as CommonMark asks, and the line and
/// paragraph separators become spaces.
pub fn strip(text: &str) -> Cow<'_, str> {
    if !text.chars().any(suspect) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    // The last character kept.
    let mut last = '\0';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let kept = match c {
            '\0' => Some('\u{fffd}'),
            '\u{2028}' | '\u{2029}' => Some(' '),
            _ if !suspect(c) => Some(c),
            '\u{200d}' | '\u{200c}' => {
                let next = rest.peek().copied().unwrap_or('\0');
                let emoji = c == '\u{200d}' && in_emoji(last) && pictogram(next);
                (emoji || (joining(last) && joining(next))).then_some(c)
            }
            '\u{fe00}'..='\u{fe0f}' => {
                let visible = !last.is_whitespace()
                    && !last.is_control()
                    && !last.is_ascii_alphabetic()
                    && !suspect(last);
                visible.then_some(c)
            }
            '\u{e0100}'..='\u{e01ef}' => ideograph(last).then_some(c),
            '\u{e0020}'..='\u{e007f}' => {
                (last == '\u{1f3f4}' || ('\u{e0020}'..'\u{e007f}').contains(&last)).then_some(c)
            }
            _ => None,
        };
        if let Some(kept) = kept {
            out.push(kept);
            last = kept;
        }
    }
    Cow::Owned(out)
}

/// Whether a character has to be looked at.
fn suspect(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' => false,
        // The ordinary case first.
        ' '..='~' => false,
        '\0'..='\u{9f}' => true,
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        // Noncharacters, at the end of every plane and in the Arabic block.
        '\u{fdd0}'..='\u{fdef}' => true,
        _ => (c as u32) & 0xfffe == 0xfffe,
    }
}

/// A character that can start a piece of an emoji.
fn pictogram(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2190}'..='\u{2bff}' | '\u{a9}' | '\u{ae}')
}

/// A character that can end a piece of an emoji: also a skin tone, which is a pictogram, and
/// the selector that asks for colours.
fn in_emoji(c: char) -> bool {
    pictogram(c) || c == '\u{fe0f}'
}

/// Letters and signs of the scripts whose spelling uses joiners, from Arabic to Mongolian.
fn joining(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fb50}'..='\u{fdcf}') && !suspect(c)
}

fn ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn removed() {
        for c in [
            '\u{202a}',
            '\u{202b}',
            '\u{202c}',
            '\u{202d}',
            '\u{202e}',
            '\u{2066}',
            '\u{2067}',
            '\u{2068}',
            '\u{2069}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{2060}',
            '\u{feff}',
            '\u{ad}',
            '\u{7}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{3164}',
            '\u{e0041}',
            '\u{fe0f}',
            '\u{e0101}',
            '\u{ffff}',
            '\u{fff9}',
        ] {
            assert_eq!(strip(&format!("a{c}b")), "ab", "{c:?}");
        }
    }

    #[test]
    fn kept() {
        for text in [
            "l’été, à 18 h\n\tœuf\r\n",
            "👩\u{200d}👩\u{200d}👧",
            "🏳\u{fe0f}\u{200d}🌈",
            "👩🏽\u{200d}💻",
            "❤\u{fe0f}",
            "1\u{fe0f}\u{20e3}",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
        ] {
            assert_eq!(strip(text), text);
        }
    }

    #[test]
    fn replaced() {
        assert_eq!(strip("a\0b\u{2028}c"), "a\u{fffd}b c");
    }

    #[test]
    fn hidden_runs_do_not_survive() {
        assert_eq!(strip("x❤\u{fe0f}\u{fe00}\u{fe01}y"), "x❤\u{fe0f}y");
    }
}
