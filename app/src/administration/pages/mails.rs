//! `/administration/messages`: what was written, and what it said where no mail server is set.

use backend::mail;
use domain::{ids::MailId, policy::Permission};
use leptos::prelude::*;

use super::way_back;
use crate::{
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, Notice, NoticeTone, PageResult, Pager, Place},
};

/// The mails written, latest first.
pub async fn mails(rq: Request) -> PageResult {
    let page = mail::list(&rq.cx, rq.page_number()).await?;
    let w = rq.words.clone();
    let title = w.t("administration-mails");
    let stays_here = rq.cx.backend.mail().stays_here();
    let notice = if stays_here { w.t("administration-mails-here") } else { w.t("administration-mails-sent") };
    let tone = if stays_here { NoticeTone::Warning } else { NoticeTone::Info };
    let (number, pages, total) = (page.number.get(), page.pages(), page.total);
    let rows = page
        .rows
        .into_iter()
        .map(|mail| {
            let subject = if mail.text.is_empty() {
                view! { <span class="row-title">{mail.subject}</span> }.into_any()
            } else {
                let href = paths::administration_mail(mail.id);
                view! { <a class="row-title" href=href>{mail.subject}</a> }.into_any()
            };
            view! {
                <li>
                    {subject}
                    <ul class="facts"><li>{mail.recipient}</li><li>{w.moment(mail.at)}</li></ul>
                </li>
            }
        })
        .collect_view();
    let list = if total == 0 {
        view! { <Empty text=w.t("administration-mails-none")/> }.into_any()
    } else {
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let view = view! {
        {way_back(&rq)}
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <Notice tone=tone><p>{notice}</p></Notice>
        {list}
        <Pager rq=rq.clone() number=number pages=pages/>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// One mail, as it would be received.
pub async fn mail(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let id: MailId = rq.id("id")?;
    let mail = mail::show(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = mail.subject.clone();
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), w.t("menu-administration")),
        (paths::ADMINISTRATION_MAILS.to_owned(), w.t("administration-mails")),
    ];
    let paragraphs = mail
        .text
        .split("\n\n")
        .map(|paragraph| {
            let lines = paragraph.lines().map(|line| view! { {line.to_owned()}<br/> }).collect_view();
            view! { <p>{lines}</p> }
        })
        .collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <article class="mail" aria-label=w.t("administration-mail")>
            <header>
                <dl>
                    <dt>{w.t("administration-mail-to")}</dt>
                    <dd>{mail.recipient}</dd>
                    <dt>{w.t("administration-mail-at")}</dt>
                    <dd>{w.moment(mail.at)}</dd>
                </dl>
            </header>
            <div class="prose small">{paragraphs}</div>
        </article>
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}
