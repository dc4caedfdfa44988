//! Contributions: reading, writing, reviewing and adopting the texts of the groups.
//!
//! A text is a row that lists read, and a row a revision that holds what was written. The number of the current
//! revision is also the text's optimistic version: « version 5 » is what people read, and what a form was filled from.
//! Changes of state are guarded by the state they start from.

mod adopt;
mod anchors;
mod authors;
mod autosave;
mod begun;
mod checklist;
pub mod comments;
mod compare;
mod comparison;
mod conflict;
mod consult;
mod correct;
mod create;
mod deadline;
mod dissents;
mod edit;
mod history;
mod images;
mod import;
mod intake;
mod line;
mod list;
mod load;
mod mend;
mod merge;
mod moment;
mod passages;
mod propose;
mod publish;
mod reading;
mod render;
mod reported;
mod review;
mod reviewers;
mod save;
mod send_back;
mod show;
mod standing;
mod submit;
pub mod suggestions;
mod templates;
mod unsign;
mod versions;
mod view;
mod visible;
mod write;
mod written;

pub use adopt::adopt;
pub(crate) use adopt::{adopt_in, to_adopt};
pub use anchors::{Mark, Marked, Paragraph as TextParagraph, marked};
pub use authors::{Author, authors, set_authors};
pub use autosave::{Place, autosave, discard, preview};
pub use begun::{begin_image, begun_image, begun_image_room};
pub use checklist::{Point, check_points};
pub use compare::compare;
pub use comparison::{Block, Change, Comparison, Span};
pub use conflict::{ConflictView, conflict};
pub use consult::{consult, end_consultation};
pub use correct::{CorrectionView, correct, correction_view};
pub use create::create;
pub use deadline::set_deadline;
pub use dissents::{
    DissentDraft, DissentView, dissent, new_dissent, open_dissent, reword_dissent, sign_dissent,
    unsign_dissent,
};
pub use edit::{EditView, NewView, Unsaved, edit_view, new_view};
pub use history::{History, HistoryRow, history};
pub use images::{
    IMAGE_MEGABYTES, Image, ImagesView, Put, add_image, image, image_room, images_view, published_image,
    put_image,
};
pub use import::{
    ImportedAdoption, ImportedContribution, ImportedProgress, ImportedReview, ImportedRevision, import,
};
pub use intake::{
    Arrived, Draft, INTAKE_MEGABYTES, IntakeForm, IntakeView, IntakesView, Loss, Lost, begin_from_file,
    intakes, put_intakes_away, revise_from_file, room_to_begin, room_to_revise,
};
pub use list::{COUNTED, Filter, GroupRef, Row, by_title, list, list_of_group};
pub use load::{Head, head};
pub use mend::{RecordView, mend, record};
pub use passages::{Passage, Passages, Share, passages};
pub use propose::{Proposed, Reminders, propose, propose_anyway, reminders};
pub use publish::publish;
pub use render::passage as passage_html;
pub use review::{Reviewed, review};
pub use reviewers::{
    ReviewerCandidate, ReviewerView, dismiss_reviewer, name_reviewer, reviewer_candidates, reviewers,
};
pub use save::{Saved, save, save_together};
pub use send_back::send_back;
pub use show::show;
pub use standing::{set_standing, standing};
pub use submit::submit;
pub use templates::{TemplateView, change_template, restore_template, template, templates};
pub use versions::{VersionView, name_version, restore, version};
pub use view::{AdoptionView, ConsultationView, ContributionView, ReviewView, RevisionRef, StandingView};

pub use markdown::{Heading, Spot};

pub(crate) use authors::name_again;
pub(crate) use begun::{begun_image_contents, forget_begun_images};
pub(crate) use images::{forget_unheld_images, image_contents};
pub(crate) use list::{number, typeset};
pub(crate) use load::{Loaded, hold};
pub(crate) use merge::{merge, merge_all};
pub(crate) use render::kept;
pub(crate) use render::wikilink;
pub(crate) use render::{apart, comment as rendered};
pub(crate) use reported::reported;
pub(crate) use show::{numbered, unopened};
pub(crate) use unsign::{unname, unsign};
pub(crate) use visible::{consulted, visible_in, visible_to};
pub use written::{Written, written};

#[cfg(test)]
mod tests;
