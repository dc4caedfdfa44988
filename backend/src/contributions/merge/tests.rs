use std::path::Path;

use proptest::prelude::*;

use super::*;

const BASE: &str =
    "Ouvrir un chemin continu.\n\nDeux personnes sur trois viennent seules.\n\nLe pont est étroit.";

#[test]
fn changes_of_different_words_are_put_together() {
    let ours = BASE.replace("continu", "continu et éclairé");
    let theirs = BASE.replace("étroit", "trop étroit").replace("seules", "seules en voiture");
    let merged = merge(BASE, &ours, &theirs).expect("merged");
    assert_eq!(
        merged,
        "Ouvrir un chemin continu et éclairé.\n\nDeux personnes sur trois viennent seules en voiture.\n\nLe pont est trop étroit."
    );
    assert_eq!(merge(BASE, &theirs, &ours), Some(merged), "whoever saves first");
}

#[test]
fn changes_of_the_same_words_are_for_people_to_settle() {
    let ours = BASE.replace("étroit", "large");
    let theirs = BASE.replace("étroit", "fermé");
    assert_eq!(merge(BASE, &ours, &theirs), None);
    // Two sentences written at the same place have no order.
    assert_eq!(merge(BASE, &format!("{BASE} Il faut l’élargir."), &format!("{BASE} Il date de 1904.")), None);
    // What one removes, the other has rewritten.
    let shorter = BASE.replace("Deux personnes sur trois viennent seules.\n\n", "");
    assert_eq!(merge(BASE, &shorter, &BASE.replace("trois", "quatre")), None);
}

#[test]
fn the_same_change_made_twice_is_made_once() {
    let both = BASE.replace("Deux", "Près de deux");
    let ours = both.replace("étroit", "fermé");
    assert_eq!(merge(BASE, &ours, &both), Some(ours.clone()));
    assert_eq!(merge(BASE, &both, &both), Some(both));
}

#[test]
fn two_very_large_texts_are_merged_in_bounded_time() {
    let text = |step: usize| (0..60_000).map(|i| format!("mot{} ", i * step % 7_919)).collect::<String>();
    let start = Instant::now();
    merge(&text(1), &text(3), &text(5));
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

/// The texts of the demonstration, without their heads.
fn real_texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/demo/contributions");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let body = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("a text");
        text.splitn(3, "---\n").nth(2).expect("a body").to_owned()
    };
    paths.iter().map(body).collect()
}

/// Something done to some words: which ones, counted in words of the text, and what is written there.
#[derive(Clone, Debug)]
struct Change {
    at: usize,
    removed: usize,
    written: &'static str,
}

/// What people write: phrases found nowhere in the texts, so that where they end up is beyond doubt.
const WRITTEN: [&str; 6] = [
    "",
    "zébrure",
    "quatorze wagonnets bleus",
    "d’après l’oxymore du bourg",
    "**palimpseste**",
    "kiosque ; yole, jadis :",
];

fn change() -> impl Strategy<Value = Change> {
    (0..100_000_usize, 0..12_usize, prop::sample::select(WRITTEN.to_vec()))
        .prop_filter("something is done", |(_, removed, written)| *removed > 0 || !written.is_empty())
        .prop_map(|(at, removed, written)| Change { at, removed, written })
}

/// The byte ranges of the words of a text.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut words = Vec::new();
    for word in text.tokenize_unicode_words() {
        if word.contains(char::is_alphanumeric) {
            words.push(at..at + word.len());
        }
        at += word.len();
    }
    words
}

/// The bytes that a change replaces.
fn place(change: &Change, words: &[Range<usize>]) -> Range<usize> {
    let at = change.at % words.len();
    let start = words[at].start;
    let last = (at + change.removed).min(words.len());
    if last == at { start..start } else { start..words[last - 1].end }
}

fn written(change: &Change) -> String {
    // Whoever adds words leaves a space after them.
    if change.removed == 0 { format!("{} ", change.written) } else { change.written.to_owned() }
}

/// The text with these changes, which do not overlap.
fn changed(text: &str, changes: &[(Range<usize>, String)]) -> String {
    let mut changes = changes.to_vec();
    changes.sort_by_key(|(place, _)| std::cmp::Reverse(place.start));
    let mut changed = text.to_owned();
    for (place, words) in changes {
        changed.replace_range(place, &words);
    }
    changed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn edits_of_real_texts_are_merged_as_expected_or_not_at_all(
        text in prop::sample::select(real_texts()),
        mine in change(),
        theirs in change(),
    ) {
        let words = words(&text);
        let (mine, theirs) =
            ((place(&mine, &words), written(&mine)), (place(&theirs, &words), written(&theirs)));
        let ours = changed(&text, std::slice::from_ref(&mine));
        let other = changed(&text, std::slice::from_ref(&theirs));
        let merged = merge(&text, &ours, &other);
        let apart = mine.0.end + 40 < theirs.0.start || theirs.0.end + 40 < mine.0.start;
        if apart {
            prop_assert_eq!(merged, Some(changed(&text, &[mine, theirs])));
        } else if let Some(merged) = merged {
            // Close to each other, or the same: what was merged holds all that both typed.
            for typed in [&mine.1, &theirs.1] {
                prop_assert!(merged.contains(typed.trim()), "{typed:?} is lost");
            }
        }
    }
}

#[test]
fn several_changes_are_put_together_and_those_that_meet_are_named() {
    let one = BASE.replace("continu", "continu et éclairé");
    let two = BASE.replace("seules", "seules en voiture");
    let three = BASE.replace("étroit", "trop étroit");
    let merged = merge_all(BASE, &[&one, &two, &three]).expect("merged");
    assert_eq!(
        merged,
        "Ouvrir un chemin continu et éclairé.\n\nDeux personnes sur trois viennent seules en voiture.\n\nLe pont est trop étroit."
    );
    assert_eq!(
        merge_all(BASE, &[&three, &one, &two, &one]).as_ref(),
        Ok(&merged),
        "the same twice, and in any order"
    );
    let four = BASE.replace("étroit", "fermé");
    assert_eq!(merge_all(BASE, &[&one, &three, &four, ""]), Err(vec![(0, 3), (1, 2), (1, 3), (2, 3)]));
    assert_eq!(merge_all(BASE, &[]).as_deref(), Ok(BASE));
}

/// Words that are all different, some of which each change replaces.
fn with_changes(words: usize, changes: &[(usize, Vec<usize>)]) -> (String, Vec<String>) {
    let base: Vec<String> = (0..words).map(|n| format!("mot{n}")).collect();
    let changed = |(who, places): &(usize, Vec<usize>)| {
        let mut text = base.clone();
        for place in places {
            text[*place] = format!("autre{place}par{who}");
        }
        text.join(" ")
    };
    (base.join(" "), changes.iter().map(changed).collect())
}

proptest! {
    #[test]
    fn changes_apart_give_the_same_text_in_any_order_and_none_is_lost(
        owners in prop::collection::vec(prop::option::of(0_usize..5), 4..40),
        order in Just(vec![0_usize, 1, 2, 3, 4]).prop_shuffle(),
    ) {
        let places = |who: usize| owners.iter().enumerate().filter(|(_, owner)| **owner == Some(who)).map(|(at, _)| at).collect();
        let changes: Vec<(usize, Vec<usize>)> = (0..5).map(|who| (who, places(who))).collect();
        let (base, texts) = with_changes(owners.len(), &changes);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let shuffled: Vec<&str> = order.iter().map(|at| texts[*at]).collect();
        let expected: Vec<String> = owners.iter().enumerate().map(|(at, owner)| match owner {
            Some(who) => format!("autre{at}par{who}"),
            None => format!("mot{at}"),
        }).collect();
        prop_assert_eq!(merge_all(&base, &texts), Ok(expected.join(" ")));
        prop_assert_eq!(merge_all(&base, &shuffled), Ok(expected.join(" ")));
    }

    #[test]
    fn two_changes_of_one_word_are_never_put_together_silently(
        owners in prop::collection::vec(prop::option::of(0_usize..4), 4..40),
        place in any::<prop::sample::Index>(),
        who in 0_usize..4,
        by in 1_usize..4,
    ) {
        let place = place.index(owners.len());
        let other = (who + by) % 4;
        let places = |one: usize| {
            let here = one == who || one == other;
            owners.iter().enumerate().filter(|(at, owner)| if *at == place { here } else { **owner == Some(one) }).map(|(at, _)| at).collect()
        };
        let changes: Vec<(usize, Vec<usize>)> = (0..4).map(|one| (one, places(one))).collect();
        let (base, texts) = with_changes(owners.len(), &changes);
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let met = merge_all(&base, &texts).expect_err("they meet");
        prop_assert!(met.contains(&(who.min(other), who.max(other))), "{:?}", met);
    }
}
