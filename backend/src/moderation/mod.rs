//! Reports: a member reports what somebody wrote, whoever looks after the group decides, the author appeals to those who
//! preside.
//!
//! Everything reported about one content is one case. Who reported is read by those who decide, never by the author, and
//! the journal does not name them. Hiding is done by `discussions` and `contributions::comments`, in whose transaction
//! the case follows (`settle`), so that what is hidden without a report closes one as well.

mod appeal;
mod articles;
mod asked;
mod case;
mod content;
mod decide;
mod list;
mod load;
mod report;
mod settle;

pub use appeal::{AppealPage, Ruling, appeal, appeal_page, rule};
pub use articles::{ArticleChoice, QuotedArticle};
pub use asked::{Verdict, Waiting, to_decide, to_rule, verdicts};
pub(crate) use asked::{any_to_read, any_waiting};
pub(crate) use case::quoted_in;
pub use case::{CaseRights, CaseView, ReportView, Told, case};
pub(crate) use content::Content;
pub use content::{ContentView, Where};
pub use decide::{act, keep};
pub use list::{CaseRow, MyReport, cases, mine};
pub use report::{ReportPage, report, report_page};
pub(crate) use settle::{Settled, settle};

#[cfg(test)]
mod tests;
