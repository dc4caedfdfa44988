//! What a client may send, for fuzzing and for the tests that play its inputs again: rooms do the same with it, in the
//! same order, and store what was taken.

use domain::{Version, contributions::BODY_MAX};
use yrs::{StateVector, Update, updates::decoder::Decode};

use super::{
    Closing,
    text::{Applied, LiveDoc, together},
    wire::{self, Said},
};

const BODY: &str = "Les cars du soir sont trop rares.\n\n## Horaires\n\nÀ 18 h 10, puis À 19 h.\n";

/// Frames of one client, each after its length in two bytes, to a text that is being written.
///
/// # Panics
/// A room could be brought down, or what it stores is not what people see.
pub fn run(bytes: &[u8]) {
    let seed = LiveDoc::seeded(Version(1), BODY).state();
    let mut stored: Vec<Vec<u8>> = Vec::new();
    let mut doc = read_again(&seed, &stored);
    let mut told_twice = false;
    for frame in frames(bytes) {
        let Ok(said) = wire::read(frame) else { break };
        for said in said {
            let refused = match said {
                Said::Has(vector) => doc.since(&vector).map(|_| ()),
                Said::Typed(update) => {
                    let again = tells_again(&doc, &update);
                    doc.apply(&update, BODY_MAX).map(|applied| {
                        if applied == Applied::New {
                            told_twice |= again;
                            stored.push(update);
                        }
                    })
                }
                Said::Present(_) | Said::WhoIsThere => Ok(()),
            };
            if let Err(why) = refused {
                assert!(
                    matches!(why, Closing::Malformed | Closing::OtherLife | Closing::TooLarge),
                    "{why:?}"
                );
                // Whoever sent it leaves; the others have the text as it is stored.
                doc = read_again(&seed, &stored);
            }
        }
        assert!(doc.body().chars().count() <= BODY_MAX as usize);
    }
    let again = read_again(&seed, &stored);
    assert_eq!(again.body(), doc.body(), "what is stored is what is seen");
    assert_eq!(again.vector(), doc.vector());
    let updates: Vec<&[u8]> = stored.iter().map(Vec::as_slice).collect();
    if !updates.is_empty() {
        let whole = together(&updates).expect("what was taken can be sent at once");
        let again = read_again(&seed, &[whole]).body();
        assert!(
            told_twice || again == doc.body(),
            "sent at once, it says the same: {again:?}, {:?}",
            doc.body()
        );
    }
    // Saving by a form writes in the same text.
    let form = format!("{}\n\nUn ajout.", doc.body());
    if doc.rewrite(&form).is_ok() {
        assert_eq!(doc.body(), form);
    }
}

/// Whether an update tells again what its client typed before: who lies may tell something else, which is in
/// `docs/SECURITY.md`, “What we do not protect against”.
fn tells_again(doc: &LiveDoc, update: &[u8]) -> bool {
    let known = StateVector::decode_v1(&doc.vector()).expect("a vector");
    let Ok(Ok(update)) = std::panic::catch_unwind(|| Update::decode_v1(update)) else { return false };
    let typed = update.insertions(true);
    typed.iter().any(|(client, ranges)| ranges.iter().any(|range| range.start < known.get(client)))
}

fn read_again(seed: &[u8], stored: &[Vec<u8>]) -> LiveDoc {
    LiveDoc::stored(seed, stored.iter().map(Vec::as_slice)).expect("what was taken can be read again")
}

fn frames(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (length, rest) = bytes.split_at_checked(2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]])).min(rest.len());
        let (frame, rest) = rest.split_at(length);
        bytes = rest;
        Some(frame)
    })
}
