//! What pages are made of. Each piece writes the skeleton that `style/README.md` describes under the same name.

mod days;
pub mod document;
pub mod editor;
pub mod error_page;
pub mod field;
pub mod form;
pub mod icon;
pub mod list;
pub mod meanwhile;
pub mod page;
mod shell;

pub use days::days;
pub use document::{Document, Place};
pub use field::{Choice, Choices, Select, TextArea, TextField, in_textarea, typed_day};
pub use form::{ErrorSummary, Form, FormView};
pub use icon::Icon;
pub use list::{Breadcrumb, Empty, Facts, Fold, Notice, NoticeTone, Pager, State};
pub use meanwhile::{Both, Meanwhile};
pub(crate) use page::set_header;
pub use page::{PageResult, page};
