//! `preau user create`: a person, and how they get in.
