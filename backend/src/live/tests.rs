//! Rooms, as the cast meets in them.

mod helpers;
mod hostile;
mod meeting;
mod random;
mod rights;
