//! What the council wrote for itself: framing texts, tutorials, sheets of the toolbox.

use backend::open_archive::told::{FramingText, FramingVersion, Sheet, Tutorial, rendered, typeset};
use domain::charter::VersionState;

use super::{
    local::escaped,
    page::{Copy, Page, facts, framing_page, link, rows, sheet_page, tutorial_page},
};

impl Copy {
    /// The framing texts: a list, and a page for each version.
    pub(super) fn framing_pages(&self) -> Vec<Page> {
        const LIST: &str = "chartes.html";
        let w = &self.w;
        let mut body = String::new();
        let mut pages = Vec::new();
        for text in &self.framing {
            let row = |version: &FramingVersion| {
                let name = say!(w, "open-archive-version", number = version.number.to_string());
                let name = link(LIST, &framing_page(&text.slug, version.number), &name);
                format!("{name}<br><span class=\"quiet\">{}</span>", escaped(&self.standing(version)))
            };
            let list: Vec<String> = text.versions.iter().rev().map(row).collect();
            body += &format!("<h2>{}</h2>\n{}", escaped(&typeset(&text.title)), rows(w, &list));
            pages.extend(text.versions.iter().map(|version| self.framing_version(text, version)));
        }
        if self.framing.is_empty() {
            body = rows(w, &[]);
        }
        pages.insert(0, self.document(LIST, &w.t("open-archive-framing"), &body));
        pages
    }

    fn standing(&self, version: &FramingVersion) -> String {
        let w = &self.w;
        match (version.state, version.in_force_on) {
            (VersionState::Abandoned, _) => w.t("open-archive-abandoned"),
            (_, Some(day)) => say!(w, "open-archive-in-force", day = w.day(day)),
            (_, None) => w.t("open-archive-prepared"),
        }
    }

    fn framing_version(&self, text: &FramingText, version: &FramingVersion) -> Page {
        let (w, page) = (&self.w, framing_page(&text.slug, version.number));
        let title = say!(
            w,
            "open-archive-version-of",
            title = typeset(&text.title),
            number = version.number.to_string()
        );
        let mut body = facts(
            w,
            &[
                ("open-archive-kind", escaped(&w.framing_kind(text.kind))),
                ("open-archive-aim", escaped(&typeset(&text.aim))),
                ("open-archive-state", escaped(&self.standing(version))),
                ("open-archive-adopted", version.decided_on.map(|day| w.day(day)).unwrap_or_default()),
                ("open-archive-adopted-by", escaped(&version.decided_by)),
                ("open-archive-number", escaped(&version.decision)),
            ],
        );
        if !version.motives.is_empty() {
            let motives = self.local(&page, &rendered(&version.motives, "motifs-", 1));
            body += &format!("<h2>{}</h2>\n{motives}\n", escaped(&w.t("open-archive-motives")));
        }
        let html = self.local(&page, &rendered(&version.body, "a-", 0));
        body += &format!("<article>\n{html}\n</article>\n");
        self.document(&page, &title, &body)
    }

    /// The tutorials: a list by sequence, and a page for each.
    pub(super) fn tutorial_pages(&self) -> Vec<Page> {
        const LIST: &str = "tutoriels.html";
        let w = &self.w;
        let row = |told: &Tutorial| {
            let title = link(LIST, &tutorial_page(&told.slug), &typeset(&told.form.title));
            let aside =
                if told.set_aside { format!(" ({})", w.t("open-archive-set-aside")) } else { String::new() };
            let summary = typeset(&told.form.summary);
            format!("{title}{}<br><span class=\"quiet\">{}</span>", escaped(&aside), escaped(&summary))
        };
        let of = |path: &str| {
            let mut list: Vec<&Tutorial> =
                self.tutorials.iter().filter(|told| told.form.path == path).collect();
            list.sort_by_key(|told| told.form.rank.parse::<i32>().unwrap_or_default());
            list.into_iter().map(row).collect::<Vec<String>>()
        };
        let mut body = String::new();
        for path in &self.paths {
            let [title, _] = &path.title;
            body += &format!("<h2>{}</h2>\n{}", escaped(&typeset(title)), rows(w, &of(&path.slug)));
        }
        let others = of("");
        if !others.is_empty() || self.paths.is_empty() {
            body += &rows(w, &others);
        }
        let mut pages = vec![self.document(LIST, &w.t("open-archive-tutorials"), &body)];
        for told in &self.tutorials {
            let page = tutorial_page(&told.slug);
            let minutes = told.form.minutes.parse::<i64>().unwrap_or_default();
            let minutes = say!(w, "open-archive-minutes", count = minutes);
            let body = format!(
                "<p>{}</p>\n<p class=\"quiet\">{}</p>\n{}\n",
                escaped(&typeset(&told.form.summary)),
                escaped(&minutes),
                self.local(&page, &rendered(&told.form.body, "etape-", 0))
            );
            pages.push(self.document(&page, &typeset(&told.form.title), &body));
        }
        pages
    }

    /// The sheets: a list, and a page for each.
    pub(super) fn sheet_pages(&self) -> Vec<Page> {
        const LIST: &str = "outils.html";
        let w = &self.w;
        let mut sheets: Vec<&Sheet> = self.sheets.iter().collect();
        sheets.sort_by_cached_key(|sheet| (sheet.form.title.to_lowercase(), sheet.slug.clone()));
        let row = |sheet: &&Sheet| {
            let title = link(LIST, &sheet_page(&sheet.slug), &typeset(&sheet.form.title));
            let aside =
                if sheet.set_aside { format!(" ({})", w.t("open-archive-set-aside")) } else { String::new() };
            format!(
                "{title}{}<br><span class=\"quiet\">{}</span>",
                escaped(&aside),
                escaped(&typeset(&sheet.form.aim))
            )
        };
        let list: Vec<String> = sheets.iter().map(row).collect();
        let mut pages = vec![self.document(LIST, &w.t("open-archive-toolbox"), &rows(w, &list))];
        pages.extend(sheets.into_iter().map(|sheet| self.sheet(sheet)));
        pages
    }

    fn sheet(&self, sheet: &Sheet) -> Page {
        let (w, page, form) = (&self.w, sheet_page(&sheet.slug), &sheet.form);
        let steps: String = form.steps.lines().map(|line| format!("- {line}\n")).collect();
        let mut body = facts(w, &[("open-archive-source", escaped(&typeset(&form.source)))]);
        for (name, title, text) in [
            ("but", w.t("open-archive-aim"), &form.aim),
            ("quand", w.t("open-archive-use-when"), &form.use_when),
            ("salle", w.t("open-archive-room"), &form.room),
            ("deroule", w.t("open-archive-steps"), &steps),
            ("variantes", w.t("open-archive-variants"), &form.variants),
            ("pieges", w.t("open-archive-traps"), &form.traps),
            ("participer", w.t("open-archive-accessibility"), &form.accessibility),
        ] {
            if !text.is_empty() {
                let html = self.local(&page, &rendered(text, &format!("{name}-"), 1));
                body += &format!("<h2>{}</h2>\n{html}\n", escaped(&title));
            }
        }
        self.document(&page, &typeset(&form.title), &body)
    }
}
