//! Rooms, as the cast meets in them.

mod charter;
mod corpus;
mod helpers;
mod hostile;
mod meeting;
mod nodes;
mod random;
mod rights;
