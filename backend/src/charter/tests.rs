//! The life of a framing text, played by the cast.
