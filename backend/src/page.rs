//! Pages of a list.

use std::num::NonZeroU64;

/// Which page of a list is asked for, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber(NonZeroU64);

impl PageNumber {
    /// The first page.
    pub const FIRST: PageNumber = PageNumber(NonZeroU64::MIN);

    /// Reads `?page=`: anything that is not a page is the first one.
    pub fn parse(text: Option<&str>) -> PageNumber {
        text.and_then(|t| t.parse().ok()).map_or(PageNumber::FIRST, PageNumber)
    }

    /// The page of a row that has so many before it, with `size` rows a page.
    pub fn holding(before: u64, size: NonZeroU64) -> PageNumber {
        PageNumber(NonZeroU64::MIN.saturating_add(before / size))
    }

    /// From 1.
    pub fn get(self) -> u64 {
        self.0.get()
    }

    /// Rows to skip, with `size` rows a page.
    pub fn offset(self, size: u64) -> u64 {
        (self.get() - 1).saturating_mul(size)
    }
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// Which page it is.
    pub number: PageNumber,
    /// How many rows there are in all.
    pub total: u64,
    /// Rows a page.
    pub size: u64,
}

impl<T> Page<T> {
    /// How many pages there are, at least one.
    pub fn pages(&self) -> u64 {
        self.total.div_ceil(self.size).max(1)
    }
}
