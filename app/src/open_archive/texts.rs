//! Texts: the lists, a page for each with its last words, a page for each of its earlier versions.

use backend::open_archive::told::{Text, TextHead, TextVersion, rendered, rendered_line, typeset};

use super::{
    local::escaped,
    page::{Copy, Page, facts, file_address, group_page, link, rows, text_page, version_page},
};
use crate::contributions::parts::state_word;

impl Copy {
    /// The texts that were made public.
    pub(super) fn published(&self) -> impl Iterator<Item = &TextHead> {
        self.texts
            .iter()
            .filter(|text| text.adopted.as_ref().is_some_and(|adopted| adopted.published_on.is_some()))
    }

    /// A text in a list.
    pub(super) fn text_row(&self, page: &str, text: &TextHead) -> String {
        let w = &self.w;
        let mut said = vec![w.kind(text.kind), state_word(w, text.state)];
        if let Some(adopted) = &text.adopted {
            said.push(adopted.number.clone());
        }
        if let Some(group) = self.groups.get(&text.group) {
            said.push(group.name.clone());
        }
        let title = link(page, &text_page(text.id), &typeset(&text.title));
        format!("{title}<br><span class=\"quiet\">{}</span>", escaped(&said.join(", ")))
    }

    /// All texts, and those that are public.
    pub(super) fn text_lists(&self) -> Vec<Page> {
        let w = &self.w;
        let all: Vec<String> = self.texts.iter().map(|text| self.text_row("textes.html", text)).collect();
        let mut public: Vec<&TextHead> = self.published().collect();
        public.sort_by_key(|text| text.adopted.as_ref().map(|adopted| adopted.number.clone()));
        let public: Vec<String> =
            public.into_iter().map(|text| self.text_row("publications.html", text)).collect();
        vec![
            self.document("textes.html", &w.t("open-archive-texts"), &rows(w, &all)),
            self.document("publications.html", &w.t("open-archive-publications"), &rows(w, &public)),
        ]
    }

    /// The pages of a text: its last words, then each of its earlier versions.
    pub fn text(&self, head: &TextHead, text: &Text) -> Vec<Page> {
        let (w, page) = (&self.w, text_page(head.id));
        let group = self.groups.get(&head.group);
        let group = group.map(|group| link(&page, &group_page(&group.slug), &group.name));
        let mut said = vec![
            ("open-archive-kind", escaped(&w.kind(head.kind))),
            ("open-archive-state", escaped(&state_word(w, head.state))),
            ("open-archive-group", group.unwrap_or_default()),
            ("open-archive-authors", escaped(&w.list(&head.byline))),
            ("open-archive-begun", w.day(head.created_on)),
            ("open-archive-due", head.due_on.map(|day| w.day(day)).unwrap_or_default()),
        ];
        if let Some(adopted) = &head.adopted {
            let frozen = format!("files/{}", adopted.fingerprint);
            let fingerprint = format!("<code>{}</code>", escaped(&adopted.fingerprint));
            let frozen = if self.files.contains(&frozen) {
                let words = escaped(&w.t("open-archive-frozen"));
                format!("{fingerprint}<br><a href=\"{}\">{words}</a>", file_address(&page, &frozen))
            } else {
                fingerprint
            };
            said.extend([
                ("open-archive-number", escaped(&adopted.number)),
                ("open-archive-adopted", w.day(adopted.on)),
                ("open-archive-adopted-by", escaped(&adopted.body)),
                ("open-archive-votes", escaped(&self.votes(adopted.votes))),
                ("open-archive-published", adopted.published_on.map(|day| w.day(day)).unwrap_or_default()),
                ("open-archive-fingerprint", frozen),
            ]);
        }
        let mut body = facts(w, &said);
        let mut pages = Vec::new();
        if let Some((last, earlier)) = text.versions.split_last() {
            body += &self.words_of(&page, head, text, last);
            body += &format!(
                "<h2>{}</h2>\n{}",
                escaped(&w.t("open-archive-versions")),
                self.versions(&page, head, text)
            );
            pages.extend(earlier.iter().map(|version| self.version(head, text, version)));
        }
        pages.insert(0, self.document(&page, &typeset(&head.title), &body));
        pages
    }

    /// What a version says.
    fn words_of(&self, page: &str, head: &TextHead, text: &Text, version: &TextVersion) -> String {
        let w = &self.w;
        let images = Some((head.id, &text.images));
        let brief = match version.summary.as_str() {
            "" => String::new(),
            summary => format!(
                "<div class=\"brief\"><p><strong>{}</strong></p><p>{}</p></div>\n",
                escaped(&w.t("open-archive-brief")),
                self.local_with(page, &rendered_line(summary), images)
            ),
        };
        let html = rendered(&version.body, &format!("t{}-", head.id), 0);
        format!("{brief}<article>\n{}\n</article>\n", self.local_with(page, &html, images))
    }

    fn versions(&self, page: &str, head: &TextHead, text: &Text) -> String {
        let w = &self.w;
        let last = text.versions.last().map(|version| version.number);
        let row = |version: &TextVersion| {
            let name = say!(w, "open-archive-version", number = version.number.to_string());
            let name = match Some(version.number) == last {
                true => format!("{} ({})", escaped(&name), escaped(&w.t("open-archive-present"))),
                false => link(page, &version_page(head.id, version.number), &name),
            };
            let said =
                say!(w, "open-archive-version-said", day = w.day(version.on), name = self.name(version.by));
            let reason = match version.reason.as_str() {
                "" => String::new(),
                reason => format!("<br>{}", escaped(&typeset(reason))),
            };
            format!("{name}<br><span class=\"quiet\">{}</span>{reason}", escaped(&said))
        };
        let list: Vec<String> = text.versions.iter().rev().map(row).collect();
        rows(w, &list)
    }

    fn version(&self, head: &TextHead, text: &Text, version: &TextVersion) -> Page {
        let (w, page) = (&self.w, version_page(head.id, version.number));
        let title = say!(
            w,
            "open-archive-version-of",
            title = typeset(&version.title),
            number = version.number.to_string()
        );
        let said =
            say!(w, "open-archive-version-said", day = w.day(version.on), name = self.name(version.by));
        let body = format!(
            "<p>{}<br><span class=\"quiet\">{}</span></p>\n{}",
            link(&page, &text_page(head.id), &w.t("open-archive-present")),
            escaped(&said),
            self.words_of(&page, head, text, version)
        );
        self.document(&page, &title, &body)
    }
}
