//! People: one record each, the directory, mandates, and what each may do today.

mod actor;
mod administer;
mod create;
mod directory;
mod import;
mod manage;
mod mandates;
mod names;
mod officers;
mod profile;
mod renewal;
mod show;
mod standing;

pub use actor::{SignedIn, actor_of, signed_in};
pub(crate) use actor::{actors_of, all_signed_in, holding_token};
pub use administer::{end_administrator, name_administrator};
pub use create::{create_user, upsert};
pub use directory::{DirectoryChoices, DirectoryFilter, PersonRow, directory, directory_choices};
pub use import::{addresses, make_administrator, who_records};
pub use manage::{ManagedFilter, ManagedPerson, change, managed};
pub use mandates::{MandateView, add_mandate, end_mandate};
pub use officers::Officer;
pub use profile::{OwnProfile, change_own_profile, choose_language, own_profile};
pub use renewal::{Departure, GroupLeft, Seat, departure, end_mandates, prolong_mandates, seats};
pub use show::{GroupOfPerson, PersonAdministration, PersonView, show};

pub(crate) use administer::another_administrator;
pub(crate) use create::insert;
pub(crate) use directory::roles_today;
pub(crate) use mandates::in_force;
pub(crate) use mandates::write as write_mandate;
pub(crate) use names::names;
pub(crate) use officers::officers;
pub(crate) use standing::{holding_mandates, members_among, of_the_council, writing_members};

#[cfg(test)]
mod tests;
