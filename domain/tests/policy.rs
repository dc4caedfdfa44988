//! `policy_matrix.txt` against the policy: every permission, every person, every state, no cell missing, none left over.

use std::collections::BTreeMap;

use domain::{
    Actor, Person,
    contributions::{CONSULTED, ContributionFacts, State},
    discussions::MessageFacts,
    groups::{GroupFacts, GroupRole, GroupState, Visibility},
    ids::{ContributionId, GroupId, UserId},
    library::{Depositors, DocumentFacts, LibraryFacts},
    moderation::ReportFacts,
    people::CouncilRole,
    policy::{
        CharterAction, ContributionAction, Decision, DocumentAction, GroupAction, LibraryAction,
        MessageAction, Permission, ReportAction, ToolboxAction, TutorialAction, decide,
    },
};

const GROUP: GroupId = GroupId(1);
const ELSEWHERE: GroupId = GroupId(2);

/// What being an author changes.
const OF_AUTHORS: [ContributionAction; 2] = [ContributionAction::Review, ContributionAction::NameReviewers];

/// A text by somebody else, in nobody's hands.
fn facts(group: GroupFacts, state: State) -> ContributionFacts {
    ContributionFacts { id: ContributionId(1), group, state, own: false, named: false, consulted: false }
}

/// The title of a table's block, the row, the person.
type Cell = (String, String, String);

fn persons() -> Vec<(&'static str, Actor)> {
    let person = |administrator, roles: &[CouncilRole], groups: &[(GroupId, GroupRole)]| {
        Actor::Person(Person {
            id: UserId(7),
            name: String::new(),
            administrator,
            roles: roles.to_vec(),
            groups: groups.to_vec(),
            delegated: Vec::new(),
        })
    };
    use CouncilRole::{Chair, Member, Staff};
    vec![
        ("visitor", Actor::Visitor),
        ("other-member", person(false, &[Member], &[(ELSEWHERE, GroupRole::Facilitator)])),
        ("member", person(false, &[Member], &[(GROUP, GroupRole::Member)])),
        ("reviewer", person(false, &[Member], &[(ELSEWHERE, GroupRole::Member), (GROUP, GroupRole::Member)])),
        ("observer", person(false, &[Staff], &[(GROUP, GroupRole::Observer)])),
        ("facilitator", person(false, &[Member], &[(GROUP, GroupRole::Facilitator)])),
        ("chair", person(false, &[Chair], &[(ELSEWHERE, GroupRole::Facilitator)])),
        ("chair-inside", person(false, &[Chair], &[(GROUP, GroupRole::Member)])),
        ("administrator", person(true, &[Staff], &[])),
        ("former-member", person(false, &[], &[])),
        // What a session of a suspended person gives.
        ("suspended", Actor::Visitor),
    ]
}

/// The cells of the file; a cell written twice is an error.
fn expected() -> BTreeMap<Cell, String> {
    let mut cells = BTreeMap::new();
    let mut blocks: Vec<String> = Vec::new();
    let mut columns: Vec<&str> = Vec::new();
    for line in include_str!("policy_matrix.txt").lines() {
        if let Some(title) = line.strip_prefix("# ") {
            blocks = titles(title);
            columns.clear();
        } else if line.trim_start().starts_with("visitor ") && !blocks.is_empty() {
            columns = line.split_whitespace().collect();
        } else if !columns.is_empty() && !line.is_empty() {
            let words: Vec<&str> = line.split_whitespace().collect();
            let (row, answers) = words.split_at(words.len().saturating_sub(columns.len()));
            assert!(!row.is_empty(), "too few answers: {line}");
            for (column, answer) in columns.iter().zip(answers) {
                for block in &blocks {
                    let cell = (block.clone(), row.join(" "), (*column).to_owned());
                    let former = cells.insert(cell.clone(), (*answer).to_owned());
                    assert_eq!(former, None, "{cell:?} is written twice");
                }
            }
        } else if line.is_empty() {
            columns.clear();
        }
    }
    cells
}

/// `text, open group: draft, in_review` is two blocks with the same answers.
fn titles(title: &str) -> Vec<String> {
    match title.split_once(": ") {
        Some((what, states)) => states.split(", ").map(|state| format!("{what}: {state}")).collect(),
        None => vec![title.to_owned()],
    }
}

/// The same cells, as the policy answers.
fn decided() -> BTreeMap<Cell, String> {
    let mut cells = BTreeMap::new();
    for (name, actor) in persons() {
        let mut add = |block: &str, row: String, permission: Permission<'_>| {
            let answer = match decide(&actor, permission) {
                Decision::Allow => "allow",
                Decision::Refuse(_) => "refuse",
                Decision::Hide => "hide",
            };
            cells.insert((block.to_owned(), row, name.to_owned()), answer.to_owned());
        };
        for (row, permission) in [
            ("administer", Permission::Administer),
            ("manage-people", Permission::ManagePeople),
            ("invite", Permission::Invite),
            ("create-group", Permission::CreateGroup),
            ("read-directory", Permission::ReadDirectory),
            ("hand-over-chair", Permission::HandOverChair),
            ("read-polls", Permission::ReadPolls),
            ("run-polls", Permission::RunPolls),
            ("vote", Permission::Vote),
            ("act-on-behalf", Permission::ActOnBehalf),
            ("follow-behalf", Permission::FollowBehalf),
        ] {
            add("council", row.to_owned(), permission);
        }
        for action in ToolboxAction::ALL {
            add("toolbox", kebab(action), Permission::Toolbox(action));
        }
        for action in TutorialAction::ALL {
            add("tutorials", kebab(action), Permission::Tutorial(action));
        }
        add("glossary", "keep".to_owned(), Permission::KeepGlossary);
        for action in CharterAction::ALL {
            add("charter", kebab(action), Permission::Charter(action));
        }
        for visibility in Visibility::ALL {
            let group = GroupFacts { id: GROUP, visibility: *visibility, state: GroupState::Active };
            for action in GroupAction::ALL {
                let block = format!("group: {}", visibility.code());
                add(&block, kebab(action), Permission::Group(action, &group));
            }
            for state in State::ALL {
                let block = format!("text, {} group: {}", visibility.code(), state.code());
                let text = facts(group, *state);
                for action in ContributionAction::ALL {
                    add(&block, kebab(action), Permission::Contribution(action, &text));
                }
                let own = ContributionFacts { own: true, ..text };
                for action in OF_AUTHORS {
                    add(&block, format!("{} own", kebab(action)), Permission::Contribution(action, &own));
                }
                let named = ContributionFacts { named: true, ..text };
                let review = ContributionAction::Review;
                add(&block, "review named".to_owned(), Permission::Contribution(review, &named));
                if CONSULTED.contains(state) {
                    let block =
                        format!("text in consultation, {} group: {}", visibility.code(), state.code());
                    let text = ContributionFacts { consulted: true, ..text };
                    for action in ContributionAction::ALL {
                        add(&block, kebab(action), Permission::Contribution(action, &text));
                    }
                }
            }
            let block = format!("message, {} group", visibility.code());
            for (whose, own, by_facilitator) in
                [("", false, false), (" own", true, false), (" of-a-facilitator", false, true)]
            {
                let message = MessageFacts { group, own, by_facilitator };
                for action in MessageAction::ALL {
                    let row = format!("{}{whose}", kebab(action));
                    add(&block, row, Permission::Message(action, &message));
                }
            }
        }
        for (name, library) in libraries() {
            for action in LibraryAction::ALL {
                add(&format!("library: {name}"), kebab(action), Permission::Library(action, &library));
            }
            for (whose, own) in [("", false), (" own", true)] {
                let document = DocumentFacts { library, own };
                for action in DocumentAction::ALL {
                    let row = format!("{}{whose}", kebab(action));
                    add(&format!("document: {name}"), row, Permission::Document(action, &document));
                }
            }
        }
        let groups = Visibility::ALL.iter().map(|visibility| {
            let group = GroupFacts { id: GROUP, visibility: *visibility, state: GroupState::Active };
            (visibility.code(), Some(group))
        });
        for (block, group) in groups.chain([("common", None)]) {
            let block = format!("report: {block}");
            let blank =
                ReportFacts { group, own: false, by_facilitator: false, reported: false, decided: false };
            for action in ReportAction::ALL {
                add(&block, kebab(action), Permission::Report(action, &blank));
                let own = ReportFacts { own: true, ..blank };
                add(&block, format!("{} own", kebab(action)), Permission::Report(action, &own));
            }
            for (row, action, about) in [
                ("decide reported", ReportAction::Decide, ReportFacts { reported: true, ..blank }),
                (
                    "decide of-a-facilitator",
                    ReportAction::Decide,
                    ReportFacts { by_facilitator: true, ..blank },
                ),
                ("rule decided", ReportAction::Rule, ReportFacts { decided: true, ..blank }),
            ] {
                add(&block, row.to_owned(), Permission::Report(action, &about));
            }
        }
    }
    cells
}

/// The common library, for each answer to who deposits in it, and that of a group of each visibility.
fn libraries() -> Vec<(String, LibraryFacts)> {
    let common = Depositors::ALL.iter().map(|d| (format!("common {}", d.code()), LibraryFacts::Common(*d)));
    let groups = Visibility::ALL.iter().map(|visibility| {
        let group = GroupFacts { id: GROUP, visibility: *visibility, state: GroupState::Active };
        (visibility.code().to_owned(), LibraryFacts::Group(group))
    });
    common.chain(groups).collect()
}

/// `SeePeople` is `see-people` in the file.
fn kebab(action: impl std::fmt::Debug) -> String {
    let mut kebab = String::new();
    for c in format!("{action:?}").chars() {
        if c.is_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

#[test]
fn the_policy_answers_as_written() {
    let (expected, decided) = (expected(), decided());
    let missing: Vec<_> = decided.keys().filter(|cell| !expected.contains_key(*cell)).collect();
    assert!(missing.is_empty(), "not in policy_matrix.txt: {missing:#?}");
    let extra: Vec<_> = expected.keys().filter(|cell| !decided.contains_key(*cell)).collect();
    assert!(extra.is_empty(), "in policy_matrix.txt only: {extra:#?}");
    let wrong: Vec<_> = expected.iter().filter(|(cell, answer)| decided.get(*cell) != Some(answer)).collect();
    assert!(wrong.is_empty(), "written, and not what the policy answers: {wrong:#?}");
}

#[test]
fn being_an_author_changes_nothing_but_review_and_its_naming() {
    for (name, actor) in persons() {
        for visibility in Visibility::ALL {
            let group = GroupFacts { id: GROUP, visibility: *visibility, state: GroupState::Active };
            for state in State::ALL {
                let of_others = facts(group, *state);
                let own = ContributionFacts { own: true, ..of_others };
                for action in ContributionAction::ALL {
                    let answers =
                        [&of_others, &own].map(|t| decide(&actor, Permission::Contribution(action, t)));
                    if !OF_AUTHORS.contains(&action) {
                        assert_eq!(answers[0], answers[1], "{name}, {action:?}, {state:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_program_itself_may_do_everything() {
    let group = GroupFacts { id: GROUP, visibility: Visibility::Secret, state: GroupState::Active };
    for action in GroupAction::ALL {
        assert_eq!(decide(&Actor::System, Permission::Group(action, &group)), Decision::Allow);
    }
}
