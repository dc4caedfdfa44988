//! `/accessibilite/criteres`: the criteria of RGAA one by one, what we found of each and how it is known.

use leptos::prelude::*;

use super::rgaa::{self, Check, Criterion, Verdict};
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Icon, PageResult},
    words::Words,
};

/// `/accessibilite/criteres`
pub async fn criteria(rq: Request) -> PageResult {
    let w = rq.words.clone();
    let title = w.t("rgaa-title");
    let [met, absent, unchecked, unmet] = Verdict::ALL.map(|verdict| rgaa::count(rgaa::all(), verdict));
    let checked = met + unmet;
    let lead = say!(w, "rgaa-lead", total = rgaa::all().count());
    let rate = say!(
        w,
        "rgaa-rate",
        checked = checked,
        met = met,
        percent = met * 100 / checked.max(1),
        absent = absent,
        unchecked = unchecked
    );
    let themes = (1..).zip(rgaa::THEMES).map(|(number, theme)| part(&w, number, theme)).collect_view();
    let ancestors = vec![(paths::ACCESSIBILITY.to_owned(), w.t("accessibility-title"))];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <div class="prose">
            <p>{lead.clone()}</p>
            <p>{rate}</p>
            <p><strong>{w.t("rgaa-declared")}</strong></p>
        </div>
        {summary(&w)}
        {checks(&w)}
        {themes}
    };
    Ok(Document::new(title, view).described(lead))
}

/// The numbers, theme after theme; each theme leads to its criteria.
fn summary(w: &Words) -> impl IntoView + use<> {
    let heads = Verdict::ALL
        .into_iter()
        .map(|verdict| view! { <th scope="col" class="num">{w.t(verdict.key())}</th> })
        .collect_view();
    let rows = (1..)
        .zip(rgaa::THEMES)
        .map(|(number, theme)| {
            let href = format!("#{}", anchor(number));
            let name = heading(w, number);
            view! { <tr><th scope="row"><a href=href>{name}</a></th>{numbers(|verdict| rgaa::count(theme, verdict))}</tr> }
        })
        .collect_view();
    let total = numbers(|verdict| rgaa::count(rgaa::all(), verdict));
    view! {
        <section class="part" aria-labelledby="en-resume">
            <header><h2 id="en-resume">{w.t("rgaa-summary")}</h2></header>
            <div class="table data" role="region" aria-labelledby="en-resume-tableau" tabindex="0">
                <table>
                    <caption id="en-resume-tableau" class="vh">{w.t("rgaa-summary-caption")}</caption>
                    <thead><tr><th scope="col">{w.t("rgaa-theme")}</th>{heads}</tr></thead>
                    <tbody>{rows}<tr><th scope="row">{w.t("rgaa-total")}</th>{total}</tr></tbody>
                </table>
            </div>
        </section>
    }
}

/// One cell a verdict.
fn numbers(count: impl Fn(Verdict) -> usize) -> Vec<AnyView> {
    Verdict::ALL
        .into_iter()
        .map(|verdict| view! { <td class="num">{count(verdict).to_string()}</td> }.into_any())
        .collect()
}

/// What the kinds of checks are.
fn checks(w: &Words) -> impl IntoView + use<> {
    let items = Check::ALL
        .into_iter()
        .map(|check| {
            let means = w.t(&format!("{}-means", check.key()));
            view! { <li><strong>{w.t(check.key())}</strong>" "{means}</li> }
        })
        .collect_view();
    view! {
        <section class="part" aria-labelledby="comment">
            <header><h2 id="comment">{w.t("rgaa-checks")}</h2></header>
            <div class="prose"><ul>{items}</ul></div>
        </section>
    }
}

/// The criteria of a theme.
fn part(w: &Words, number: usize, theme: &[Criterion]) -> impl IntoView + use<> {
    let id = anchor(number);
    let table = format!("{id}-tableau");
    let caption = say!(w, "rgaa-caption", theme = name(w, number));
    let rows = (1..).zip(theme).map(|(place, one)| row(w, number, place, one)).collect_view();
    view! {
        <section class="part" aria-labelledby=id.clone()>
            <header><h2 id=id.clone()>{heading(w, number)}</h2></header>
            <div class="table criteria" role="region" aria-labelledby=table.clone() tabindex="0">
                <table>
                    <caption id=table.clone() class="vh">{caption}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{w.t("rgaa-number")}</th>
                            <th scope="col">{w.t("rgaa-asks")}</th>
                            <th scope="col">{w.t("rgaa-verdict")}</th>
                            <th scope="col">{w.t("rgaa-how")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn row(w: &Words, theme: usize, place: usize, one: &Criterion) -> impl IntoView + use<> {
    let asks = w.t(&format!("rgaa-{theme}-{place}"));
    let how = w.t(&format!("rgaa-{theme}-{place}-how"));
    let check = one.check.map(|check| view! { <strong>{w.t(check.key())}</strong>" " });
    let (class, icon) = match one.verdict {
        Verdict::Met => ("state done", "done"),
        Verdict::Absent => ("state closed", "partly"),
        Verdict::Unchecked => ("state watch", "question"),
        Verdict::Unmet => ("state refused", "refused"),
    };
    let verdict = w.t(one.verdict.key());
    view! {
        <tr>
            <th scope="row">{format!("{theme}.{place}")}</th>
            <td>{asks}</td>
            <td><span class=class><Icon name=icon/>" "{verdict}</span></td>
            <td>{check}{how}</td>
        </tr>
    }
}

/// Where the criteria of a theme are on the page.
fn anchor(number: usize) -> String {
    format!("theme-{number}")
}

/// The name of a theme.
fn name(w: &Words, number: usize) -> String {
    w.t(&format!("rgaa-theme-{number}"))
}

/// The name of a theme with its number.
fn heading(w: &Words, number: usize) -> String {
    say!(w, "rgaa-heading", number = number, theme = name(w, number))
}
