use domain::{ids::UserId, library::CaptionLanguage};

use super::*;
use crate::search;

const FRENCH: CaptionLanguage = CaptionLanguage::French;
const ENGLISH: CaptionLanguage = CaptionLanguage::English;

/// A sound, of so many silent samples.
fn wav(samples: u8) -> Vec<u8> {
    let length = u32::from(samples);
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + length).to_le_bytes());
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data");
    wav.extend(length.to_le_bytes());
    wav.extend(vec![0x80; samples.into()]);
    wav
}

fn saying(words: &str) -> Vec<Cue> {
    let text = format!("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Odile>{words}\n");
    extraction::captions::read(text.as_bytes()).expect("captions")
}

async fn give(cx: &Cx, id: DocumentId, language: CaptionLanguage, words: &str) -> Result<()> {
    change_captions(cx, id, language, "réunion.srt", &saying(words)).await
}

async fn shown(cx: &Cx, id: DocumentId) -> Vec<(CaptionLanguage, String)> {
    let found = show(cx, id).await.expect("read");
    found.captions.into_iter().map(|one| (one.language, one.spoken[0].words.clone())).collect()
}

async fn found(test: &TestBackend, cx: &Cx, word: &str) -> u64 {
    search::catch_up(&test.backend).await.expect("the index follows");
    let found = search::find(cx, word, &search::Filter::default(), PageNumber::FIRST).await;
    found.expect("found").page.total
}

async fn replace(cx: &Cx, id: DocumentId, content: &[u8]) {
    let room = room_for_version(cx, id).await.expect("there is room");
    let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::copy_from_slice(content))]);
    let staged = receive(cx, room, coming).await.expect("received");
    add_version(cx, id, "", "réunion.wav", staged).await.expect("added");
}

#[tokio::test]
async fn captions_are_given_replaced_found_and_taken_away() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = sent(&cx, &group("mobilites"), "réunion.wav", &wav(80)).await;
    assert_eq!(captions_room(&cx, id).await.expect("there is room").file, 1_000_000);
    give(&cx, id, ENGLISH, "The footbridge").await.expect("given");
    give(&cx, id, FRENCH, "La passerelle").await.expect("given");
    assert_eq!(found(&test, &cx, "passerelle").await, 1);
    give(&cx, id, FRENCH, "Le belvédère & <b>lui</b>").await.expect("replaced");
    assert_eq!(found(&test, &cx, "passerelle").await, 0);
    assert_eq!((found(&test, &cx, "belvédère").await, found(&test, &cx, "footbridge").await), (1, 1));
    assert_eq!(
        shown(&cx, id).await,
        [(FRENCH, "Le belvédère & lui".to_owned()), (ENGLISH, "The footbridge".to_owned())]
    );
    let view = show(&cx, id).await.expect("read").captions.remove(0);
    assert_eq!((view.file_name.as_str(), view.by.is_some()), ("réunion.srt", true));
    let (name, text) = captions(&cx, id, FRENCH).await.expect("given out");
    assert_eq!(name, "réunion.fr.vtt");
    assert_eq!(
        text,
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Odile>Le belvédère &amp; </v><v Odile><b>lui</b></v>\n"
    );
    remove_captions(&cx, id, FRENCH).await.expect("taken away");
    assert_eq!(refused(remove_captions(&cx, id, FRENCH).await), Refusal::NotFound);
    assert_eq!(refused(captions(&cx, id, FRENCH).await), Refusal::NotFound);
    assert_eq!(found(&test, &cx, "belvédère").await, 0);
    let journal = test.journal().await;
    let told = |code: &str| journal.iter().filter(|kind| *kind == code).count();
    assert_eq!((told("library.captions_changed"), told("library.captions_removed")), (3, 1));
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn captions_follow_their_recording() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let id = sent(&cx, &group("mobilites"), "réunion.wav", &wav(80)).await;
    give(&cx, id, FRENCH, "La passerelle").await.expect("given");
    assert_eq!(refused(take_up_captions(&cx, id).await), Refusal::NotFound, "there is none before");
    replace(&cx, id, &wav(90)).await;
    let now = show(&cx, id).await.expect("read");
    assert!(now.captions.is_empty() && now.former_captions);
    assert_eq!(found(&test, &cx, "passerelle").await, 0, "nobody says it any more");
    // The version before finds its own again.
    restore_version(&cx, id, 1).await.expect("brought back");
    assert_eq!(shown(&cx, id).await, [(FRENCH, "La passerelle".to_owned())]);
    assert_eq!(found(&test, &cx, "passerelle").await, 1);
    replace(&cx, id, &wav(100)).await;
    take_up_captions(&cx, id).await.expect("taken up");
    let now = show(&cx, id).await.expect("read");
    assert!(now.captions.len() == 1 && !now.former_captions);
    assert_eq!(refused(take_up_captions(&cx, id).await), Refusal::NotFound);
    give(&cx, id, FRENCH, "Le belvédère").await.expect("replaced");
    restore_version(&cx, id, 1).await.expect("brought back");
    assert_eq!(shown(&cx, id).await, [(FRENCH, "La passerelle".to_owned())], "each its own");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_copy_and_a_zip_take_the_captions_of_the_recording() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    let id = sent(&cx, &place, "réunion.wav", &wav(80)).await;
    give(&cx, id, FRENCH, "La passerelle").await.expect("given");
    copy_to(&cx, named(&cx, &place, "réunion").await, &place).await.expect("copied");
    assert_eq!(found(&test, &cx, "passerelle").await, 2);
    let (_, pieces) = pieces(&cx, &place).await.expect("taken");
    let mut paths: Vec<&str> = pieces.iter().map(|piece| piece.path.as_str()).collect();
    paths.sort_unstable();
    assert_eq!(paths, ["réunion (2).fr.vtt", "réunion (2).wav", "réunion.fr.vtt", "réunion.wav"]);
    let written = pieces.iter().find(|piece| piece.path == "réunion.fr.vtt").expect("there");
    assert!(matches!(&written.inside, Inside::Text(text) if text.starts_with("WEBVTT\n")));
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn who_changes_a_sound_changes_its_captions_and_who_reads_it_reads_them() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let place = group("mobilites");
    let id = sent(&member, &place, "réunion.wav", &wav(80)).await;
    let text = sent(&member, &place, "Lettre.txt", b"Bonjour.").await;
    assert_eq!(refused(captions_room(&member, text).await), Refusal::NotFound, "nobody listens to it");
    assert_eq!(refused(give(&member, text, FRENCH, "Mot").await), Refusal::NotFound);
    give(&member, id, FRENCH, "La passerelle").await.expect("given");
    let before = test.journal().await.len();
    let as_user = async |id: UserId| test.as_user(id).await;
    for (person, reads) in [(cast.other, false), (cast.chair, true), (cast.observer, true)] {
        let cx = as_user(person.id).await;
        assert_eq!(captions(&cx, id, FRENCH).await.is_ok(), reads, "{}", person.email);
        assert_eq!(found(&test, &cx, "passerelle").await, u64::from(reads), "{}", person.email);
        for answer in [
            give(&cx, id, FRENCH, "Autre").await,
            remove_captions(&cx, id, FRENCH).await,
            take_up_captions(&cx, id).await,
            captions_room(&cx, id).await.map(|_| ()),
        ] {
            let refusal = refused(answer);
            let hidden = refusal == Refusal::NotFound;
            assert!(hidden != reads && (hidden || matches!(refusal, Refusal::Forbidden(_))), "{refusal:?}");
        }
    }
    assert_eq!(refused(captions(&test.visitor(), id, FRENCH).await), Refusal::NotFound);
    assert_eq!(test.journal().await.len(), before);
    test.do_jobs().await;
    test.finish().await;
}
