//! Table `polls`.

use domain::{
    Version,
    ids::{ContributionId, FramingVersionId, PollId, UserId},
    polls::{Count, Majority, Quorum, ResolutionNumber, Rules, Secrecy, Times},
};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "polls")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: PollId,
    pub question: String,
    pub details: String,
    pub body: String,
    pub secrecy: Secrecy,
    pub quorum: Quorum,
    pub majority: Majority,
    /// How many people one person may represent.
    pub proxies: i32,
    pub opens_at: DateTimeUtc,
    pub closes_at: DateTimeUtc,
    /// The text to be adopted, if it is about one, and the version that is put to the vote.
    pub contribution_id: Option<ContributionId>,
    pub contribution_version: i32,
    pub created_by: UserId,
    pub created_at: DateTimeUtc,
    /// Whether those who may vote are settled, which they are when it begins.
    pub has_electorate: bool,
    /// What was counted on paper, for a secret poll.
    pub paper_for: i32,
    pub paper_against: i32,
    pub paper_abstaining: i32,
    pub proclaimed_at: Option<DateTimeUtc>,
    pub proclaimed_by: Option<UserId>,
    /// The result, once it is proclaimed.
    pub entitled: i32,
    pub votes_for: i32,
    pub votes_against: i32,
    pub votes_abstaining: i32,
    pub carried: bool,
    pub year: Option<i32>,
    pub sequence: Option<i32>,
    pub cancelled_at: Option<DateTimeUtc>,
    pub cancelled_reason: String,
    pub version: Version,
    /// The version of a framing text to be adopted, if it is about one.
    pub framing_version_id: Option<FramingVersionId>,
}

impl Model {
    /// When it began, ends and ended.
    pub fn times(&self) -> Times {
        Times {
            opens_at: self.opens_at,
            closes_at: self.closes_at,
            proclaimed_at: self.proclaimed_at,
            cancelled_at: self.cancelled_at,
        }
    }

    /// How it is counted.
    pub fn rules(&self) -> Rules {
        let proxies = u32::try_from(self.proxies).unwrap_or_default();
        Rules { quorum: self.quorum, majority: self.majority, proxies }
    }

    /// What was counted on paper.
    pub fn paper(&self) -> Count {
        count([self.paper_for, self.paper_against, self.paper_abstaining])
    }

    /// All the ballots, once the result is proclaimed.
    pub fn proclaimed(&self) -> Count {
        count([self.votes_for, self.votes_against, self.votes_abstaining])
    }

    /// The number of the decision, once the result is proclaimed.
    pub fn number(&self) -> Option<ResolutionNumber> {
        let sequence = u32::try_from(self.sequence?).ok()?;
        Some(ResolutionNumber { year: self.year?, sequence })
    }
}

fn count(stored: [i32; 3]) -> Count {
    let [votes_for, votes_against, votes_abstaining] = stored.map(|n| u32::try_from(n).unwrap_or_default());
    Count { votes_for, votes_against, votes_abstaining }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
