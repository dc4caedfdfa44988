//! The tables that tell which letters the codes of a font stand for.

use std::collections::HashMap;

/// Codes that a range may name: a table says no more than a font has glyphs.
const RANGE: u32 = 65_536;

/// What codes stand for.
#[derive(Debug, Default)]
pub(super) struct ToUnicode {
    letters: HashMap<u32, String>,
    /// Whether a code of one byte is named.
    pub one_byte: bool,
    /// Whether a code of two bytes is named.
    pub two_bytes: bool,
}

enum Token<'a> {
    Hex(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl ToUnicode {
    pub fn get(&self, code: u32) -> Option<&str> {
        self.letters.get(&code).map(String::as_str)
    }

    /// Reads a table, and passes over what it does not know.
    pub fn parse(bytes: &[u8]) -> ToUnicode {
        let mut table = ToUnicode::default();
        let mut tokens = Tokens { bytes, at: 0 };
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"begincodespacerange") => {
                    while let Some(Token::Hex(code)) = tokens.next() {
                        table.one_byte |= code.len() == 1;
                        table.two_bytes |= code.len() > 1;
                    }
                }
                Token::Word(b"beginbfchar") => {
                    while let Some(Token::Hex(code)) = tokens.next() {
                        let Some(Token::Hex(letters)) = tokens.next() else { break };
                        table.letters.insert(number(&code), text(&letters));
                    }
                }
                Token::Word(b"beginbfrange") => table.ranges(&mut tokens),
                _ => {}
            }
        }
        table
    }

    fn ranges(&mut self, tokens: &mut Tokens<'_>) {
        while let Some(Token::Hex(from)) = tokens.next() {
            let Some(Token::Hex(to)) = tokens.next() else { return };
            let (from, to) = (number(&from), number(&to));
            let to = to.min(from.saturating_add(RANGE));
            match tokens.next() {
                Some(Token::Hex(mut letters)) => {
                    for code in from..=to {
                        self.letters.insert(code, text(&letters));
                        // Only the last letter changes along a range.
                        for byte in letters.iter_mut().rev().take(2) {
                            *byte = byte.wrapping_add(1);
                            if *byte != 0 {
                                break;
                            }
                        }
                    }
                }
                Some(Token::Open) => {
                    for code in from.. {
                        let Some(Token::Hex(letters)) = tokens.next() else { break };
                        self.letters.insert(code, text(&letters));
                    }
                }
                _ => return,
            }
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn text(bytes: &[u8]) -> String {
    if let [one] = bytes {
        return char::from(*one).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).flatten().filter(|c| *c != '\0').collect()
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let first = *self.bytes.get(self.at)?;
            self.at += 1;
            match first {
                b'<' if self.bytes.get(self.at) == Some(&b'<') => self.at += 1,
                b'<' => return Some(Token::Hex(self.hex())),
                b'[' => return Some(Token::Open),
                b']' => return Some(Token::Close),
                b'%' => {
                    while self.bytes.get(self.at).is_some_and(|b| !matches!(b, b'\n' | b'\r')) {
                        self.at += 1;
                    }
                }
                b if b.is_ascii_alphabetic() => {
                    let start = self.at - 1;
                    while self.bytes.get(self.at).is_some_and(u8::is_ascii_alphanumeric) {
                        self.at += 1;
                    }
                    return Some(Token::Word(&self.bytes[start..self.at]));
                }
                _ => {}
            }
        }
    }

    fn hex(&mut self) -> Vec<u8> {
        let mut digits = Vec::new();
        while let Some(byte) = self.bytes.get(self.at) {
            self.at += 1;
            match char::from(*byte).to_digit(16) {
                Some(digit) => digits.push(digit as u8),
                None if *byte == b'>' => break,
                None => {}
            }
        }
        digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read() {
        let table = ToUnicode::parse(
            b"begincodespacerange <0000> <FFFF> endcodespacerange % a remark\n\
              2 beginbfchar <0003> <0020> <0102> <00660069> endbfchar\n\
              1 beginbfrange <0010> <0012> <00E9> <0020> <0021> [<0041> <D83DDE00>] endbfrange",
        );
        assert_eq!(table.get(3), Some(" "));
        assert_eq!(table.get(0x102), Some("fi"));
        assert_eq!(table.get(0x11), Some("ê"));
        assert_eq!((table.get(0x20), table.get(0x21)), (Some("A"), Some("😀")));
        assert!(table.two_bytes && !table.one_byte);
    }

    #[test]
    fn a_range_without_end_ends() {
        let table = ToUnicode::parse(b"beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert!(table.letters.len() <= RANGE as usize + 1);
    }
}
