//! What a client may say in an update: words of the text, which stand in one order only.
//!
//! Nothing but words is typed in a text: a picture, a style or a list beside it have a length that no word has, and a
//! later change would be counted wrongly.
//!
//! In a Yjs document each passage names its neighbours when it was typed: what stood before it, and what stood after.
//! Nobody types between two places of which the first comes second: such a passage stands elsewhere for whoever
//! receives it with others, and two people would see two texts. A program that lies may send one.

use yrs::{
    Assoc, ID, ReadTxn, StickyIndex, TransactionMut,
    block::{
        BLOCK_GC_REF_NUMBER, BLOCK_SKIP_REF_NUMBER, HAS_ORIGIN, HAS_PARENT_SUB, HAS_RIGHT_ORIGIN, ItemContent,
    },
    encoding::read::{Error, Read},
    updates::decoder::{Decoder, DecoderV1},
};

use super::Closing;

/// The neighbours of a passage when it was typed: what stood before it, and what stood after.
type Neighbours = (ID, ID);

/// Steps through the text for one update, at most: each passage costs a walk from both its neighbours to the beginning.
/// In a text where 200,000 characters were typed, somebody may have written at a thousand places while the connection was
/// down.
const STEPS: u64 = 200_000_000;

/// Whether what `update` said, which `txn` has taken already, is words and stands at one place for everybody. The
/// beginning of the text, which this program wrote under a number from `lives` on, may be told again.
///
/// # Errors
/// It is not, or stands at so many places that looking would keep the others waiting.
pub(super) fn certain(update: &[u8], txn: &TransactionMut, lives: u64, text: &str) -> Result<(), Closing> {
    let mut reader = Reader { decoder: DecoderV1::from(update), lives, text };
    let neighbours = reader.update().ok().flatten().ok_or(Closing::Malformed)?;
    let typed: u64 = txn.state_vector().iter().map(|(_, clock)| u64::from(*clock)).sum();
    if typed.saturating_mul(neighbours.len() as u64) > STEPS {
        return Err(Closing::TooLarge);
    }
    let certain = neighbours.iter().all(|pair| stand_in_order(pair, txn));
    if certain { Ok(()) } else { Err(Closing::Malformed) }
}

fn stand_in_order((before, after): &Neighbours, txn: &TransactionMut) -> bool {
    let end = StickyIndex::from_id(*before, Assoc::Before).get_offset(txn);
    let start = StickyIndex::from_id(*after, Assoc::After).get_offset(txn);
    match (end, start) {
        (Some(end), Some(start)) => before != after && end.branch == start.branch && end.index <= start.index,
        // One of them is no more.
        _ => before != after,
    }
}

/// Reads the first version of the encoding of Yjs as the library does, which keeps to itself what it read.
struct Reader<'a> {
    decoder: DecoderV1<'a>,
    lives: u64,
    text: &'a str,
}

impl Reader<'_> {
    /// The neighbours of all passages; `None` if one of them is no words of the text.
    fn update(&mut self) -> Result<Option<Vec<Neighbours>>, Error> {
        let mut found = Vec::new();
        for _ in 0..self.decoder.read_var::<u32>()? {
            let passages: u32 = self.decoder.read_var()?;
            let ours = self.decoder.read_client()?.get() >= self.lives;
            self.decoder.read_var::<u32>()?;
            for _ in 0..passages {
                let passage = self.passage()?;
                if !passage.is_of_the_text && !ours {
                    return Ok(None);
                }
                found.extend(passage.neighbours);
            }
        }
        Ok(Some(found))
    }

    fn passage(&mut self) -> Result<Passage, Error> {
        let decoder = &mut self.decoder;
        let info = decoder.read_info()?;
        if info == BLOCK_SKIP_REF_NUMBER || info == BLOCK_GC_REF_NUMBER {
            decoder.read_var::<u32>()?;
            return Ok(Passage { neighbours: None, is_of_the_text: true });
        }
        let before = if info & HAS_ORIGIN == 0 { None } else { Some(decoder.read_left_id()?) };
        let after = if info & HAS_RIGHT_ORIGIN == 0 { None } else { Some(decoder.read_right_id()?) };
        let mut is_of_the_text = true;
        // A passage that has no neighbour says what it is in.
        if before.is_none() && after.is_none() {
            if decoder.read_parent_info()? {
                is_of_the_text = decoder.read_string()? == self.text;
            } else {
                decoder.read_left_id()?;
                is_of_the_text = false;
            }
            if info & HAS_PARENT_SUB != 0 {
                decoder.read_string()?;
                is_of_the_text = false;
            }
        }
        // What was typed and removed again has a length only.
        let content = ItemContent::decode(decoder, info)?;
        is_of_the_text &= matches!(content, ItemContent::String(_) | ItemContent::Deleted(_));
        Ok(Passage { neighbours: before.zip(after), is_of_the_text })
    }
}

struct Passage {
    neighbours: Option<Neighbours>,
    is_of_the_text: bool,
}
