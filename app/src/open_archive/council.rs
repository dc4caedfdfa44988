//! The council, its people, its groups, its decisions, its glossary.

use backend::open_archive::told::{Group, Person, rendered, typeset};
use domain::groups::{GroupState, Visibility};

use super::{
    local::escaped,
    page::{Copy, Page, facts, group_page, link, rows, text_page},
};

impl Copy {
    /// The page to begin with.
    pub(super) fn index(&self) -> Page {
        const PAGE: &str = "index.html";
        let w = &self.w;
        let title = say!(w, "open-archive-copy-of", council = self.council.name.clone());
        let parts = [
            ("membres.html", w.t("open-archive-people"), self.people.len()),
            ("groupes.html", w.t("open-archive-groups"), self.groups.len()),
            ("textes.html", w.t("open-archive-texts"), self.texts.len()),
            ("publications.html", w.t("open-archive-publications"), self.published().count()),
            ("decisions.html", w.t("open-archive-decisions"), self.decisions.len()),
            ("bibliotheques.html", w.t("open-archive-library"), self.documents.len()),
            ("chartes.html", w.t("open-archive-framing"), self.framing.len()),
            ("tutoriels.html", w.t("open-archive-tutorials"), self.tutorials.len()),
            ("outils.html", w.t("open-archive-toolbox"), self.sheets.len()),
            ("glossaire.html", w.t("open-archive-glossary"), self.acronyms.len()),
        ];
        let part = |(page, name, count): &(&str, String, usize)| {
            let count = say!(w, "open-archive-count", count = *count);
            format!("{} <span class=\"quiet\">{}</span>", link(PAGE, page, name), escaped(&count))
        };
        let parts: Vec<String> = parts.iter().map(part).collect();
        let mut body = format!(
            "<p>{}</p>\n<p><strong>{}</strong></p>\n",
            escaped(&w.t("open-archive-copy-what")),
            escaped(&w.t("open-archive-everything"))
        );
        body += &facts(w, &[("open-archive-territory", escaped(&self.council.territory))]);
        body += &format!(
            "<nav aria-label=\"{}\">\n{}</nav>\n",
            escaped(&w.t("open-archive-home")),
            rows(w, &parts)
        );
        for (key, text, prefix) in [
            ("open-archive-presentation", &self.council.presentation, "conseil-"),
            ("open-archive-joining", &self.council.joining, "venir-"),
        ] {
            if !text.is_empty() {
                let html = self.local(PAGE, &rendered(text, prefix, 1));
                body += &format!("<h2>{}</h2>\n{html}\n", escaped(&w.t(key)));
            }
        }
        self.document(PAGE, &title, &body)
    }

    /// Who belongs to the council.
    pub(super) fn members(&self) -> Page {
        let w = &self.w;
        let mut people: Vec<&Person> = self.people.values().collect();
        people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.email.clone()));
        let row = |person: &&Person| {
            let mandate = person.mandate.as_ref();
            let period = mandate.map(|mandate| match mandate.to {
                Some(to) => say!(w, "open-archive-from-to", from = w.day(mandate.from), to = w.day(to)),
                None => say!(w, "open-archive-from", day = w.day(mandate.from)),
            });
            let role = mandate.map(|mandate| w.council_role(mandate.role)).unwrap_or_default();
            let suspended = if person.suspended { w.t("open-archive-suspended") } else { String::new() };
            let role: Vec<String> = [role, suspended].into_iter().filter(|said| !said.is_empty()).collect();
            let cells = [
                role.join(", "),
                period.unwrap_or_default(),
                person.college.clone(),
                person.organisation.clone(),
                person.commune.clone(),
            ];
            let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", escaped(cell))).collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>\n", escaped(&person.name))
        };
        let title = w.t("open-archive-people");
        let table: String = people.iter().map(row).collect();
        let heads = [
            w.t("open-archive-name"),
            w.t("open-archive-role"),
            w.t("open-archive-mandate"),
            w.t("open-archive-college"),
            w.t("open-archive-organisation"),
            w.t("open-archive-commune"),
        ];
        self.document("membres.html", &title, &tabled(&title, &heads, &table))
    }

    /// The groups: a list, and a page for each.
    pub(super) fn group_pages(&self) -> Vec<Page> {
        const LIST: &str = "groupes.html";
        let w = &self.w;
        let row = |group: &Group| {
            let said =
                format!("{}, {}", w.group_kind(group.kind), self.seen(group.visibility).to_lowercase());
            let name = link(LIST, &group_page(&group.slug), &group.name);
            format!("{name}<br><span class=\"quiet\">{}</span>", escaped(&said))
        };
        let list: Vec<String> = self.groups.values().map(row).collect();
        let mut pages = vec![self.document(LIST, &w.t("open-archive-groups"), &rows(w, &list))];
        for (id, group) in &self.groups {
            let page = group_page(&group.slug);
            let state = match group.state {
                GroupState::SettingUp => w.t("groups-state-setting-up"),
                GroupState::Active => w.t("open-archive-state-active"),
                GroupState::Closed => w.t("groups-state-closed"),
            };
            let mut body = facts(
                w,
                &[
                    ("open-archive-kind", escaped(&w.group_kind(group.kind))),
                    ("open-archive-visibility", escaped(&self.seen(group.visibility))),
                    ("open-archive-state", escaped(&state)),
                    ("open-archive-asked-by", escaped(&group.asked_by)),
                    ("open-archive-due", group.due_on.map(|day| w.day(day)).unwrap_or_default()),
                    ("open-archive-deliverable", escaped(&group.deliverable)),
                    ("open-archive-closing", escaped(&group.closing_note)),
                ],
            );
            if !group.mandate.is_empty() {
                let mission = self.local(&page, &rendered(&group.mandate, "mission-", 1));
                body += &format!("<h2>{}</h2>\n{mission}\n", escaped(&w.t("open-archive-mission")));
            }
            let person = |(id, role): &(_, _)| {
                let role = w.group_role(*role);
                format!("{} <span class=\"quiet\">{}</span>", escaped(&self.name(*id)), escaped(&role))
            };
            let people: Vec<String> = group.people.iter().map(person).collect();
            body += &format!("<h2>{}</h2>\n{}", escaped(&w.t("open-archive-people")), rows(w, &people));
            let texts = self.texts.iter().filter(|text| text.group == *id);
            let texts: Vec<String> = texts.map(|text| self.text_row(&page, text)).collect();
            body += &format!("<h2>{}</h2>\n{}", escaped(&w.t("open-archive-texts")), rows(w, &texts));
            pages.push(self.document(&page, &group.name, &body));
        }
        pages
    }

    fn seen(&self, visibility: Visibility) -> String {
        match visibility {
            Visibility::Open => self.w.t("groups-visibility-open"),
            Visibility::Closed => self.w.t("groups-visibility-closed"),
            Visibility::Secret => self.w.t("groups-visibility-secret"),
        }
    }

    /// What was decided.
    pub(super) fn decided(&self) -> Page {
        const PAGE: &str = "decisions.html";
        let w = &self.w;
        let mut table = String::new();
        for decision in &self.decisions {
            let about = decision.text.and_then(|id| self.texts.iter().find(|text| text.id == id));
            let about =
                about.map(|text| format!("<br>{}", link(PAGE, &text_page(text.id), &typeset(&text.title))));
            let result =
                if decision.carried { w.t("open-archive-carried") } else { w.t("open-archive-rejected") };
            table += &format!(
                "<tr><th scope=\"row\">{}</th><td>{}{}</td><td>{}</td><td>{}<br>{}</td></tr>\n",
                escaped(&decision.number),
                escaped(&typeset(&decision.question)),
                about.unwrap_or_default(),
                w.day(decision.on),
                escaped(&result),
                escaped(&self.votes(decision.votes)),
            );
        }
        let title = w.t("open-archive-decisions");
        let heads = [
            w.t("open-archive-number"),
            w.t("open-archive-question"),
            w.t("open-archive-day"),
            w.t("open-archive-result"),
        ];
        let body = if self.decisions.is_empty() { rows(w, &[]) } else { tabled(&title, &heads, &table) };
        self.document(PAGE, &title, &body)
    }

    /// Ballots in words.
    pub(super) fn votes(&self, [votes_for, against, abstaining]: [i32; 3]) -> String {
        let w = &self.w;
        say!(w, "open-archive-votes-said", for = votes_for, against = against, abstaining = abstaining)
    }

    /// The acronyms.
    pub(super) fn glossary(&self) -> Page {
        let w = &self.w;
        let mut acronyms: Vec<_> = self.acronyms.iter().collect();
        acronyms.sort_by_cached_key(|acronym| acronym.term.to_lowercase());
        let mut list = String::new();
        for acronym in acronyms {
            let source = match acronym.source.as_str() {
                "" => String::new(),
                source => format!("<br><span class=\"quiet\">{}</span>", escaped(&typeset(source))),
            };
            list += &format!(
                "<dt>{}</dt><dd><strong>{}</strong><br>{}{source}</dd>\n",
                escaped(&acronym.term),
                escaped(&typeset(&acronym.expansion)),
                escaped(&typeset(&acronym.explanation)),
            );
        }
        let body = if list.is_empty() { rows(w, &[]) } else { format!("<dl>\n{list}</dl>\n") };
        self.document("glossaire.html", &w.t("open-archive-glossary"), &body)
    }
}

/// A table that has room to slide.
fn tabled(caption: &str, heads: &[String], rows: &str) -> String {
    let heads: String =
        heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head))).collect();
    format!(
        "<div role=\"region\" aria-label=\"{}\" tabindex=\"0\"><table>\n\
         <thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n",
        escaped(caption)
    )
}
