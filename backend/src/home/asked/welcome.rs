//! What is asked of a new member, of who accompanies one, and of those who help people stuck in a tutorial.

use domain::{
    home::AskedKind,
    policy::{Permission, TutorialAction},
};

use super::{Asked, Subject, signs::Signs};
use crate::{Cx, Result, tutorials, welcome};

/// A few queries for each of these that there may be.
pub(super) async fn waiting(cx: &Cx, signs: &Signs) -> Result<Vec<Asked>> {
    let mut asked = Vec::new();
    if (signs.welcome || signs.offered) && cx.actor.is_council_member() {
        let steps = welcome::welcome(cx).await?;
        let left = steps.steps.iter().filter(|(_, taken)| !taken).count();
        if signs.offered || (signs.welcome && left > 0) {
            asked.push(Asked {
                since: steps.begun_at,
                count: left,
                ..Asked::one(AskedKind::Welcome, Subject::FirstSteps)
            });
        }
    }
    if signs.to_meet {
        let newcomer = |one: welcome::Newcomer| Asked {
            title: one.name,
            since: Some(one.since),
            ..Asked::one(AskedKind::Accompany, Subject::Person(one.id))
        };
        asked.extend(welcome::newcomers(cx).await?.into_iter().map(newcomer));
    }
    if signs.stuck && cx.may(Permission::Tutorial(TutorialAction::Help)) {
        let waiting = tutorials::waiting(cx).await?;
        if let Some(first) = waiting.first() {
            asked.push(Asked {
                since: Some(first.at),
                count: waiting.len(),
                ..Asked::one(AskedKind::Help, Subject::Tutorials)
            });
        }
    }
    Ok(asked)
}
