//! The copy to read of an open archive: plain pages, without a script, which lead to each other and to the files of the
//! archive by relative addresses, and open from any disk.

#[cfg(feature = "ssr")]
mod council;
#[cfg(feature = "ssr")]
mod library;
#[cfg(feature = "ssr")]
mod local;
#[cfg(feature = "ssr")]
mod own;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod texts;

#[cfg(feature = "ssr")]
pub use self::page::{Copy, FOLDER, README, STYLE, STYLE_FILE, readme};
