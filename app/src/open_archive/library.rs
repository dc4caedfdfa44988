//! The libraries: each document with what is said of it, and where its file is.

use std::collections::BTreeMap;

use backend::open_archive::told::{Document, rendered, typeset};
use domain::ids::GroupId;

use super::{
    local::escaped,
    page::{Copy, Page, facts, file_address, rows},
};

const PAGE: &str = "bibliotheques.html";

impl Copy {
    /// Every library on one page.
    pub(super) fn libraries(&self) -> Page {
        let w = &self.w;
        let mut by_library: BTreeMap<Option<GroupId>, Vec<&Document>> = BTreeMap::new();
        for document in &self.documents {
            by_library.entry(document.group).or_default().push(document);
        }
        let mut body = String::new();
        for (library, documents) in &by_library {
            let title = match library.and_then(|id| self.groups.get(&id)) {
                Some(group) => say!(w, "open-archive-library-of", group = group.name.clone()),
                None => w.t("open-archive-library-common"),
            };
            let list: Vec<String> = documents.iter().map(|document| self.row(document)).collect();
            body += &format!("<h2>{}</h2>\n{}", escaped(&title), rows(w, &list));
        }
        if by_library.is_empty() {
            body = rows(w, &[]);
        }
        self.document(PAGE, &w.t("open-archive-library"), &body)
    }

    fn row(&self, document: &Document) -> String {
        let w = &self.w;
        let title = escaped(&typeset(&document.title));
        let file = document.path.as_ref().filter(|path| self.files.contains(*path));
        let name = match (file, document.address.as_str()) {
            (Some(path), _) => format!("<a href=\"{}\">{title}</a>", file_address(PAGE, path)),
            (None, address) if address.starts_with("https://") || address.starts_with("http://") => {
                format!("<a href=\"{}\">{title}</a>", escaped(address))
            }
            (None, _) if document.sha256.is_some() => {
                format!("{title} ({})", escaped(&w.t("open-archive-missing")))
            }
            (None, _) => title,
        };
        let name = format!("<h3 id=\"document-{}\">{name}</h3>\n", document.id);
        let by = document.by.map(|id| self.name(id));
        let deposited = match by {
            Some(name) => say!(w, "open-archive-document-said", day = w.day(document.on), name = name),
            None => w.day(document.on),
        };
        let place: String = document.folders.iter().map(|folder| format!("{folder} / ")).collect();
        let tags = document.tags.join(", ");
        let quiet: Vec<String> = [place.trim_end_matches(" / ").to_owned(), deposited, tags]
            .into_iter()
            .filter(|said| !said.is_empty())
            .map(|said| escaped(&said))
            .collect();
        let mut row = format!("{name}<p class=\"quiet\">{}</p>\n", quiet.join("<br>"));
        for text in [&document.description, &document.body] {
            if !text.is_empty() {
                let prefix = format!("d{}-", document.id);
                row += &self.local(PAGE, &rendered(text, &prefix, 3));
            }
        }
        row + &facts(
            w,
            &[
                ("open-archive-day", document.dated_on.map(|day| w.day(day)).unwrap_or_default()),
                ("open-archive-source", escaped(&document.source)),
                ("open-archive-author", escaped(&document.author)),
                ("open-archive-licence", escaped(&document.licence)),
            ],
        )
    }
}
