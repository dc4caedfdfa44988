//! Who may be named in a comment, while a name is being typed: those who read what is said of the text, and no others.

use std::collections::HashMap;

use chrono::TimeDelta;
use domain::{
    Refusal,
    ids::{ContributionId, UserId},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::{load::text_to_comment, mentions::follows};
use crate::{Cx, Result, entities::user, fold::fold, people::actors_of};

/// Names offered at once.
const OFFERED: usize = 8;
/// People of whom one asks at once what they may read.
const AT_ONCE: usize = 100;
/// Characters of a name.
const LONGEST: usize = 60;
/// Times that somebody may ask in a minute: far more than one types.
const ASKED: u32 = 120;

/// The names that may be meant by these letters: those of which a word begins so, whatever their accents. A name that
/// several people bear means nobody, and is not offered.
///
/// # Errors
/// `NotFound`, `Forbidden`; `Transition` once nothing is said of the text any more; `TooMany`.
pub async fn nameable(cx: &Cx, id: ContributionId, typed: &str) -> Result<Vec<String>> {
    let me = cx.person()?.id;
    let text = text_to_comment(cx, id).await?;
    let wait = cx.backend.asked_for_names().count(me, cx.now.timestamp());
    if let Some(retry_after_seconds) = wait {
        return Err(Refusal::TooMany { retry_after_seconds }.into());
    }
    let typed = fold(typed.trim());
    if typed.is_empty() || typed.chars().count() > LONGEST {
        return Ok(Vec::new());
    }
    let people: Vec<(UserId, String)> = user::Entity::find()
        .select_only()
        .columns([user::Column::Id, user::Column::Name])
        .filter(user::Column::SuspendedAt.is_null())
        .into_tuple()
        .all(cx.reader())
        .await?;
    let candidates = candidates(&people, &typed, me);
    let mut offered = Vec::new();
    for some in candidates.chunks(AT_ONCE) {
        let ids: Vec<UserId> = some.iter().map(|(id, _)| *id).collect();
        let actors = actors_of(cx, &ids).await?;
        let read = some.iter().filter(|(id, _)| actors.get(id).is_some_and(|actor| follows(actor, &text)));
        offered.extend(read.map(|(_, name)| (*name).to_owned()).take(OFFERED - offered.len()));
        if offered.len() == OFFERED {
            break;
        }
    }
    Ok(offered)
}

/// First those whose name begins so, then those of whom another word does, each in the order of their names.
fn candidates<'a>(people: &'a [(UserId, String)], typed: &str, me: UserId) -> Vec<(UserId, &'a str)> {
    let mut bearers: HashMap<String, u32> = HashMap::new();
    let folded: Vec<(UserId, &str, String)> =
        people.iter().map(|(id, name)| (*id, name.as_str(), fold(name))).collect();
    for (.., name) in &folded {
        *bearers.entry(name.clone()).or_default() += 1;
    }
    let mut found: Vec<(bool, &str, UserId, &str)> = folded
        .iter()
        .filter(|(id, _, name)| *id != me && bearers.get(name) == Some(&1))
        .filter_map(|(id, shown, name)| {
            let begins = name.starts_with(typed);
            (begins || begins_a_word(name, typed)).then_some((!begins, name.as_str(), *id, *shown))
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., id, shown)| (id, shown)).collect()
}

fn begins_a_word(name: &str, typed: &str) -> bool {
    name.match_indices(typed).any(|(at, _)| !name[..at].ends_with(char::is_alphanumeric))
}

/// How often each person asked in this minute. In memory: another program counts for itself.
#[derive(Debug, Default)]
pub(crate) struct Asking(std::sync::Mutex<(i64, HashMap<UserId, u32>)>);

impl Asking {
    /// Counts one more; seconds to wait if there are too many.
    fn count(&self, me: UserId, now: i64) -> Option<u32> {
        let mut asked = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let minute = now.div_euclid(TimeDelta::minutes(1).num_seconds());
        if asked.0 != minute {
            *asked = (minute, HashMap::new());
        }
        let count = asked.1.entry(me).or_default();
        *count += 1;
        (*count > ASKED).then(|| u32::try_from(60 - now.rem_euclid(60)).unwrap_or(60))
    }
}

#[cfg(test)]
mod tests {
    use domain::contributions::ContributionForm;

    use super::*;
    use crate::{Error, contributions::create, testing::TestBackend};

    #[tokio::test]
    async fn only_those_who_read_the_text_are_offered_and_only_to_them() {
        let (test, cast) = TestBackend::with_cast().await;
        let form = ContributionForm {
            title: "Rejoindre la gare".into(),
            kind: "opinion".into(),
            body: "Ouvrir un chemin.".into(),
            ..ContributionForm::default()
        };
        let id = create(&test.as_user(cast.member.id).await, "mobilites", &form).await.expect("begun");
        let name = async |id| user::Entity::find_by_id(id).one(test.backend.db().reader()).await;
        let facilitator = test.as_user(cast.facilitator.id).await;
        for (person, expected) in [
            (cast.member, true),
            (cast.reviewer, true),
            (cast.observer, true),
            (cast.chair, true),
            (cast.other, false),
            (cast.administrator, false),
            (cast.former, false),
            (cast.suspended, false),
        ] {
            let name = name(person.id).await.expect("read").expect("somebody").name;
            let last = name.rsplit(' ').next().expect("a word");
            let offered = nameable(&facilitator, id, &last.to_uppercase()).await.expect("read");
            assert_eq!(offered.contains(&name), expected, "{name}: {offered:?}");
        }
        assert!(nameable(&facilitator, id, " ").await.expect("read").is_empty());
        let other = test.as_user(cast.other.id).await;
        assert!(matches!(nameable(&other, id, "a").await, Err(Error::Refused(Refusal::NotFound))));
        test.finish().await;
    }

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_words() {
        let people = ["Élodie Marchand", "Karim Benali", "Jean-Marc Élie", "Zoé Petit", "Zoe Petit"];
        let people: Vec<(UserId, String)> =
            people.into_iter().zip(1..).map(|(name, id)| (UserId(id), name.to_owned())).collect();
        let found = |typed: &str| -> Vec<String> {
            let found = candidates(&people, &fold(typed), UserId(2));
            found.into_iter().map(|(_, name)| name.to_owned()).collect()
        };
        assert_eq!(found("el"), ["Élodie Marchand", "Jean-Marc Élie"]);
        assert_eq!(found("ÉLODIE MAR"), ["Élodie Marchand"]);
        assert_eq!(found("marc"), ["Élodie Marchand", "Jean-Marc Élie"]);
        assert!(found("odie").is_empty(), "the middle of a word is not its beginning");
        assert!(found("zoe").is_empty(), "two people bear this name");
        assert!(found("karim").is_empty(), "one does not name oneself");
    }

    #[test]
    fn who_asks_too_often_waits_for_the_next_minute() {
        let asking = Asking::default();
        assert!((0..ASKED).all(|_| asking.count(UserId(1), 600).is_none()));
        assert_eq!(asking.count(UserId(1), 615), Some(45));
        assert_eq!(asking.count(UserId(2), 615), None);
        assert_eq!(asking.count(UserId(1), 660), None);
    }
}
