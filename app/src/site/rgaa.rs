//! The 106 criteria of RGAA 4.1: what we found of each, by what kind of check, and the file that shows it.
//!
//! What each asks and how it is known are sentences of `rgaa.ftl`, by theme and place: `rgaa-1-1`, `rgaa-1-1-how`.
//! Nothing is said to be met without a file of this repository that a reader of the sources can look into.

/// What we found of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is met everywhere.
    Met,
    /// It concerns nothing of this site.
    Absent,
    /// Nobody has looked closely enough to tell.
    Unchecked,
    /// It is not met somewhere.
    Unmet,
}

impl Verdict {
    /// All of them, as they are shown.
    pub const ALL: [Verdict; 4] = [Verdict::Met, Verdict::Absent, Verdict::Unchecked, Verdict::Unmet];

    /// The key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Verdict::Met => "rgaa-met",
            Verdict::Absent => "rgaa-absent",
            Verdict::Unchecked => "rgaa-unchecked",
            Verdict::Unmet => "rgaa-unmet",
        }
    }
}

/// How it is known that a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// An automatic tool looks at every type of page.
    Tool,
    /// A journey in a browser would fail otherwise.
    Journey,
    /// The one place where it is written makes it so everywhere.
    Making,
}

impl Check {
    /// All of them, as they are explained.
    pub const ALL: [Check; 3] = [Check::Tool, Check::Journey, Check::Making];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Check::Tool => "rgaa-tool",
            Check::Journey => "rgaa-journey",
            Check::Making => "rgaa-making",
        }
    }
}

/// One criterion; its number is its place in [`THEMES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// What we found.
    pub verdict: Verdict,
    /// How it is known to be met.
    pub check: Option<Check>,
    /// The file that shows what we found, from the root of the repository. Not shown to readers.
    pub proof: Option<&'static str>,
}

/// Every criterion, theme after theme.
pub fn all() -> impl Iterator<Item = &'static Criterion> {
    THEMES.iter().flat_map(|theme| theme.iter())
}

/// How many of these criteria have this verdict.
pub fn count<'c>(criteria: impl IntoIterator<Item = &'c Criterion>, verdict: Verdict) -> usize {
    criteria.into_iter().filter(|one| one.verdict == verdict).count()
}

const fn met(check: Check, proof: &'static str) -> Criterion {
    Criterion { verdict: Verdict::Met, check: Some(check), proof: Some(proof) }
}

const fn absent(proof: &'static str) -> Criterion {
    Criterion { verdict: Verdict::Absent, check: None, proof: Some(proof) }
}

const fn unmet(proof: &'static str) -> Criterion {
    Criterion { verdict: Verdict::Unmet, check: None, proof: Some(proof) }
}

const UNCHECKED: Criterion = Criterion { verdict: Verdict::Unchecked, check: None, proof: None };

/// Every type of page under the rules that a machine can check.
const AXE: &str = "end2end/tests/axe.spec.mjs";
/// Every type of page without script, at the width of a phone, with its main part.
const PAGES: &str = "end2end/tests/pages.spec.mjs";
const GROUP_LIFE: &str = "end2end/tests/group-life.spec.mjs";
const LIBRARY: &str = "end2end/tests/library.spec.mjs";
const MARKS: &str = "end2end/tests/marks.spec.mjs";
const SEARCH: &str = "end2end/tests/search.spec.mjs";
const SHELL_TEST: &str = "end2end/tests/shell.spec.mjs";
const TOOLBOX: &str = "end2end/tests/toolbox.spec.mjs";
const WRITING: &str = "end2end/tests/writing.spec.mjs";
/// The head of every page, and what browsers are forbidden.
const DOCUMENT: &str = "app/src/ui/document.rs";
const FIELD: &str = "app/src/ui/field.rs";
const ICON: &str = "app/src/ui/icon.rs";
const LISTS: &str = "app/src/ui/list.rs";
const SHELL: &str = "app/src/ui/shell.rs";
const PREVIEW: &str = "app/src/library/pages/preview.rs";
const QUOTE: &str = "app/src/discussions/pages/piece.rs";
const SIGN_IN: &str = "app/src/accounts/pages/sign_in.rs";
/// The key that leads to the search.
const SLASH: &str = "app/src/search/islands.rs";
const LINKS: &str = "crates/markdown/src/render/links.rs";
const TABLE: &str = "crates/markdown/src/render/table.rs";
const BASE: &str = "style/base.css";
const LAYOUT: &str = "style/layout.css";
const TOOLBAR: &str = "style/editor/toolbar.js";
/// The explanation that opens for a pointer where the browser does not do it by itself.
const ACRONYMS: &str = "style/features/toolbox.css";

/// The criteria by theme, in the order of RGAA.
pub static THEMES: [&[Criterion]; 13] = [
    // 1. Images.
    &[
        met(Check::Tool, AXE),
        met(Check::Making, ICON),
        UNCHECKED,
        absent(SIGN_IN),
        absent(SIGN_IN),
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
    ],
    // 2. Frames.
    &[absent(DOCUMENT), absent(DOCUMENT)],
    // 3. Colours.
    &[met(Check::Making, LISTS), met(Check::Tool, AXE), UNCHECKED],
    // 4. Sounds and films.
    &[
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        met(Check::Making, PREVIEW),
        absent(PREVIEW),
        absent(PREVIEW),
        absent(PREVIEW),
        met(Check::Making, PREVIEW),
        absent(PREVIEW),
        met(Check::Making, PREVIEW),
    ],
    // 5. Tables.
    &[
        absent(TABLE),
        absent(TABLE),
        absent(TABLE),
        UNCHECKED,
        UNCHECKED,
        met(Check::Making, TABLE),
        met(Check::Tool, AXE),
        absent(TABLE),
    ],
    // 6. Links.
    &[UNCHECKED, UNCHECKED],
    // 7. Scripts.
    &[
        UNCHECKED,
        met(Check::Journey, PAGES),
        met(Check::Journey, WRITING),
        met(Check::Journey, MARKS),
        met(Check::Journey, WRITING),
    ],
    // 8. What is compulsory in a page.
    &[
        met(Check::Making, DOCUMENT),
        UNCHECKED,
        met(Check::Tool, AXE),
        met(Check::Tool, AXE),
        met(Check::Tool, AXE),
        met(Check::Making, DOCUMENT),
        UNCHECKED,
        met(Check::Tool, AXE),
        UNCHECKED,
        UNCHECKED,
    ],
    // 9. Structure.
    &[
        met(Check::Tool, AXE),
        met(Check::Journey, PAGES),
        met(Check::Making, LISTS),
        met(Check::Making, QUOTE),
    ],
    // 10. Presentation.
    &[
        met(Check::Making, DOCUMENT),
        UNCHECKED,
        UNCHECKED,
        met(Check::Journey, PAGES),
        met(Check::Making, BASE),
        met(Check::Tool, AXE),
        met(Check::Making, BASE),
        met(Check::Tool, AXE),
        UNCHECKED,
        UNCHECKED,
        met(Check::Journey, PAGES),
        UNCHECKED,
        unmet(ACRONYMS),
        met(Check::Journey, TOOLBOX),
    ],
    // 11. Forms.
    &[
        met(Check::Tool, AXE),
        UNCHECKED,
        UNCHECKED,
        met(Check::Making, FIELD),
        UNCHECKED,
        met(Check::Making, FIELD),
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        met(Check::Journey, GROUP_LIFE),
        UNCHECKED,
        met(Check::Tool, AXE),
    ],
    // 12. Navigation.
    &[
        met(Check::Making, SHELL),
        met(Check::Making, SHELL),
        absent(SHELL),
        absent(SHELL),
        met(Check::Journey, SEARCH),
        met(Check::Tool, AXE),
        met(Check::Journey, SHELL_TEST),
        UNCHECKED,
        met(Check::Journey, WRITING),
        unmet(SLASH),
        met(Check::Journey, TOOLBOX),
    ],
    // 13. Consultation.
    &[
        UNCHECKED,
        met(Check::Making, LINKS),
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        UNCHECKED,
        met(Check::Making, LAYOUT),
        met(Check::Journey, LIBRARY),
        met(Check::Making, TOOLBAR),
        absent(LAYOUT),
    ],
];

#[cfg(test)]
mod tests {
    use domain::Language;

    use super::*;
    use crate::words::{Values, Words};

    #[test]
    fn each_theme_has_its_official_number_of_criteria() {
        let sizes = THEMES.map(|theme| theme.len());
        assert_eq!(sizes, [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]);
        assert_eq!(all().count(), 106);
        assert_eq!(Verdict::ALL.map(|verdict| count(all(), verdict)).iter().sum::<usize>(), 106);
    }

    #[test]
    fn each_criterion_is_told_in_both_languages() {
        let [french, english] =
            [Language::French, Language::English].map(|language| Words::new(language, None));
        let said = |words: &Words, key: &str| words.find(key, &Values::new()).unwrap_or_default();
        for (theme, criteria) in (1..).zip(THEMES) {
            let mut keys = vec![format!("rgaa-theme-{theme}")];
            for place in 1..=criteria.len() {
                keys.extend([format!("rgaa-{theme}-{place}"), format!("rgaa-{theme}-{place}-how")]);
            }
            for key in keys {
                let (here, there) = (said(&french, &key), said(&english, &key));
                assert!(!here.is_empty() && !there.is_empty(), "{key} is not told");
                // What is not written in English is said in French. « Images » is both.
                assert!(here != there || key == "rgaa-theme-1", "{key} is told in one language");
            }
        }
    }

    #[test]
    fn what_is_said_of_a_criterion_rests_on_a_file_that_exists() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for one in all() {
            assert_eq!(one.proof.is_none(), one.verdict == Verdict::Unchecked, "{one:?}");
            assert_eq!(one.check.is_some(), one.verdict == Verdict::Met, "{one:?}");
            if let Some(proof) = one.proof {
                assert!(root.join(proof).is_file(), "{proof} does not exist");
                let played = proof.starts_with("end2end/tests/");
                assert_eq!(played, matches!(one.check, Some(Check::Tool | Check::Journey)), "{one:?}");
            }
        }
    }
}
