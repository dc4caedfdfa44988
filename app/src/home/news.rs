//! News in words, as the feed says them.

use backend::feed::Line;
use leptos::prelude::*;

use crate::{
    feed::line::{icon, sentence},
    ui::Icon,
    words::Words,
};

/// One line of news.
pub(super) fn line(words: &Words, news: &Line) -> impl IntoView + use<> {
    view! {
        <li>
            <Icon name=icon(news.kind)/>
            " "
            <span>{sentence(words, news)}</span>
        </li>
    }
}
