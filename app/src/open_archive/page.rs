//! What every page of the copy has, and where it leads.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    sync::Arc,
};

use backend::{
    council::Council,
    open_archive::told::{
        Acronym, Decision, Document, FramingText, Groups, Path, People, Sheet, TextHead, Tutorial,
    },
};
use domain::{
    Language,
    ids::{ContributionId, UserId},
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::local::{Addresses, escaped, rewritten};
use crate::{paths, words::Words};

/// The folder of the copy, in the archive.
pub const FOLDER: &str = "lecture/";
/// What tells what the archive is, at its root.
pub const README: &str = "LISEZ-MOI.txt";
/// The style of the pages, in their folder.
pub const STYLE_FILE: &str = "style.css";
/// What the style says.
pub const STYLE: &str = include_str!("reading.css");

/// What stays as it is in an address.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// What an archive is, in plain words, for whoever opens its folder.
pub fn readme(council: &str) -> String {
    let w = Words::new(Language::French, None);
    let said = [
        w.t("open-archive-readme-what"),
        w.t("open-archive-readme-everything"),
        w.t("open-archive-readme-doors"),
        w.t("open-archive-readme-copy"),
        w.t("open-archive-readme-edited"),
        w.t("open-archive-readme-rows"),
        w.t("open-archive-readme-files"),
        w.t("open-archive-readme-back"),
    ];
    format!("{council}\n\n{}\n", said.join("\n\n"))
}

/// A page: where it is in the folder of the copy, and what it holds.
pub type Page = (String, String);

/// The council of an archive, to be told in pages.
pub struct Copy {
    pub(super) w: Words,
    pub(super) council: Council,
    /// Everybody.
    pub people: People,
    /// Every group.
    pub groups: Groups,
    /// Every text.
    pub texts: Vec<TextHead>,
    /// Every document.
    pub documents: Vec<Document>,
    /// The framing texts.
    pub framing: Vec<FramingText>,
    /// The sheets of the toolbox.
    pub sheets: Vec<Sheet>,
    /// The sequences of tutorials.
    pub paths: Vec<Path>,
    /// The tutorials.
    pub tutorials: Vec<Tutorial>,
    /// The acronyms.
    pub acronyms: Vec<Acronym>,
    /// The register of decisions.
    pub decisions: Vec<Decision>,
    /// The files that the archive has.
    pub files: BTreeSet<String>,
    links: BTreeMap<String, String>,
}

impl std::fmt::Debug for Copy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Copy").field("links", &self.links.len()).finish_non_exhaustive()
    }
}

impl Copy {
    /// With nothing in it yet, in the words of the council.
    pub fn of(council: Council) -> Copy {
        let w = Words::new(Language::French, Some(Arc::new(council.clone())));
        Copy {
            w,
            council,
            people: People::new(),
            groups: Groups::new(),
            texts: Vec::new(),
            documents: Vec::new(),
            framing: Vec::new(),
            sheets: Vec::new(),
            paths: Vec::new(),
            tutorials: Vec::new(),
            acronyms: Vec::new(),
            decisions: Vec::new(),
            files: BTreeSet::new(),
            links: BTreeMap::new(),
        }
    }

    /// Every page but those of the texts, of which [`Copy::text`] gives one at a time.
    pub fn pages(&mut self) -> Vec<Page> {
        self.links = self.all_links();
        let mut pages = vec![self.index(), self.members(), self.decided(), self.glossary(), self.libraries()];
        pages.extend(self.group_pages());
        pages.extend(self.text_lists());
        pages.extend(self.framing_pages());
        pages.extend(self.tutorial_pages());
        pages.extend(self.sheet_pages());
        pages
    }

    /// Where the addresses of the site lead in the copy.
    fn all_links(&self) -> BTreeMap<String, String> {
        let mut links: BTreeMap<String, String> = [
            (paths::HOME, "index.html"),
            (paths::MEMBERS, "membres.html"),
            (paths::GROUPS, "groupes.html"),
            (paths::TEXTS, "textes.html"),
            (paths::PUBLICATIONS, "publications.html"),
            (paths::LIBRARY, "bibliotheques.html"),
            (paths::RESOLUTIONS, "decisions.html"),
            (paths::CHARTER, "chartes.html"),
            (paths::TUTORIALS, "tutoriels.html"),
            (paths::TOOLBOX, "outils.html"),
            (paths::GLOSSARY, "glossaire.html"),
        ]
        .map(|(from, to)| (from.to_owned(), to.to_owned()))
        .into();
        for group in self.groups.values() {
            links.insert(paths::group(&group.slug), group_page(&group.slug));
        }
        for text in &self.texts {
            let page = text_page(text.id);
            links.insert(format!("/textes/nomme/{}", text.title), page.clone());
            if let Some(adopted) = &text.adopted {
                links.insert(format!("{}/{}", paths::PUBLICATIONS, adopted.number), page.clone());
            }
            links.insert(paths::contribution(text.id), page);
        }
        for document in &self.documents {
            let page = format!("bibliotheques.html#document-{}", document.id);
            links.insert(paths::document(document.id), page);
        }
        for text in &self.framing {
            if let Some(version) = text.versions.last() {
                links.insert(paths::framing(&text.slug), framing_page(&text.slug, version.number));
            }
        }
        for told in &self.tutorials {
            links.insert(paths::tutorial(&told.slug), tutorial_page(&told.slug));
        }
        for sheet in &self.sheets {
            links.insert(paths::method(&sheet.slug), sheet_page(&sheet.slug));
        }
        links
    }

    /// A whole page.
    pub(super) fn document(&self, path: &str, title: &str, body: &str) -> Page {
        let (w, up) = (&self.w, up(path));
        let council = escaped(&self.council.name);
        let home = match path {
            "index.html" => String::new(),
            _ => format!(
                "<nav aria-label=\"{0}\"><a href=\"{up}index.html\">{0}</a></nav>\n",
                escaped(&w.t("open-archive-home"))
            ),
        };
        let page = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title} – {council}</title>\n<link rel=\"stylesheet\" href=\"{up}{STYLE_FILE}\">\n</head>\n\
             <body>\n{home}<main>\n<h1>{title}</h1>\n{body}</main>\n</body>\n</html>\n",
            w.language.tag(),
            title = escaped(title),
        );
        (path.to_owned(), page)
    }

    /// What was rendered from Markdown, put in a page: its addresses lead to the copy.
    pub(super) fn local(&self, path: &str, html: &str) -> String {
        self.local_with(path, html, None)
    }

    /// The same for a text, with its images.
    pub(super) fn local_with(
        &self,
        path: &str,
        html: &str,
        text: Option<(ContributionId, &BTreeMap<String, String>)>,
    ) -> String {
        rewritten(&self.w, html, &Around { copy: self, up: up(path), text })
    }

    /// The name of somebody.
    pub(super) fn name(&self, id: UserId) -> String {
        let known = self.people.get(&id).map(|person| person.name.clone());
        known.unwrap_or_else(|| self.w.t("open-archive-somebody"))
    }
}

/// Where a page leads.
struct Around<'a> {
    copy: &'a Copy,
    up: &'static str,
    text: Option<(ContributionId, &'a BTreeMap<String, String>)>,
}

impl Addresses for Around<'_> {
    fn link(&self, address: &str) -> Option<String> {
        let address = address.split(['#', '?']).next().unwrap_or_default();
        let read = percent_decode_str(address).decode_utf8().ok()?;
        let page = self.copy.links.get(read.as_ref())?;
        Some(format!("{}{page}", self.up))
    }

    fn image(&self, address: &str) -> Option<String> {
        let (id, images) = self.text?;
        let name = address.rsplit('/').next()?;
        let own = domain::contributions::image_address(id, name) == address;
        let file = format!("files/{}", images.get(name).filter(|_| own)?);
        self.copy.files.contains(&file).then(|| format!("{}../{file}", self.up))
    }
}

/// The way back to the folder of the copy.
pub(super) fn up(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "" }
}

/// The address of a file of the archive, from a page of the copy.
pub(super) fn file_address(page: &str, path: &str) -> String {
    format!("{}../{}", up(page), utf8_percent_encode(path, PLAIN))
}

pub(super) fn group_page(slug: &str) -> String {
    format!("groupes/{slug}.html")
}

pub(super) fn text_page(id: ContributionId) -> String {
    format!("textes/{id}.html")
}

pub(super) fn version_page(id: ContributionId, number: i32) -> String {
    format!("textes/{id}-version-{number}.html")
}

pub(super) fn framing_page(slug: &str, number: i32) -> String {
    format!("chartes/{slug}-{number}.html")
}

pub(super) fn tutorial_page(slug: &str) -> String {
    format!("tutoriels/{slug}.html")
}

pub(super) fn sheet_page(slug: &str) -> String {
    format!("outils/{slug}.html")
}

/// A list of facts, without those that have nothing to say; what is said is HTML.
pub(super) fn facts(w: &Words, said: &[(&str, String)]) -> String {
    let mut list = String::new();
    for (key, said) in said.iter().filter(|(_, said)| !said.is_empty()) {
        let _ = writeln!(list, "<dt>{}</dt><dd>{said}</dd>", escaped(&w.t(key)));
    }
    if list.is_empty() { list } else { format!("<dl>\n{list}</dl>\n") }
}

/// A list of rows, each in HTML; a sentence if there is none.
pub(super) fn rows(w: &Words, rows: &[String]) -> String {
    if rows.is_empty() {
        return format!("<p>{}</p>\n", escaped(&w.t("open-archive-nothing")));
    }
    let rows: String = rows.iter().map(|row| format!("<li>{row}</li>\n")).collect();
    format!("<ul class=\"rows\">\n{rows}</ul>\n")
}

/// A link, from a page to another.
pub(super) fn link(from: &str, to: &str, said: &str) -> String {
    format!("<a href=\"{}{to}\">{}</a>", up(from), escaped(said))
}
