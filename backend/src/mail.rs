//! Mails: rendered by `app` through [`RenderMail`], sent through a mail server or written to a folder.
//!
//! Without a mail server each mail becomes a file of `outbox/`, and its text is kept so that an administrator can
//! read it in the product. With one, only the fact that it left is kept.

mod outbox;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Language,
    accounts::{LinkPurpose, WayChange, device::Device},
    ids::{MailId, UserId},
    policy::Permission,
};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
};
use sea_orm::{ActiveValue::Set, EntityTrait, PaginatorTrait, QueryOrder, QuerySelect};

use crate::{
    Cx, Error, Found, Page, PageNumber, Result,
    behalf::{Noted, Told},
    council,
    entities::{job, mail, user},
    files::Fingerprint,
    reminders::Reminded,
};

pub use outbox::Outbox;

/// What a mail says, as data.
#[derive(Clone, Debug)]
pub enum Letter {
    /// A one-time link.
    Link {
        /// What it is for.
        purpose: LinkPurpose,
        /// The secret part of its address.
        token: String,
        /// Until when it works.
        expires_at: DateTime<Utc>,
        /// Who asked for it, if somebody else did.
        from: Option<String>,
    },
    /// Their address changed.
    AddressChanged,
    /// Their password changed.
    PasswordChanged,
    /// The ways in which they sign in changed.
    WayChanged(WayChange),
    /// They signed in from a browser never seen before.
    NewDevice {
        /// When.
        at: DateTime<Utc>,
        /// The kind of browser.
        device: Device,
    },
    /// What the council waits for.
    Reminder(Vec<Reminded>),
    /// It was noted that they take part on paper.
    OnPaper(Noted),
    /// What was done on their behalf.
    Acted(Told),
}

/// To whom a mail is written.
#[derive(Clone, Debug)]
pub struct Addressee {
    /// Their name.
    pub name: String,
    /// The language they read.
    pub language: Language,
}

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderedMail {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
}

/// Puts a mail into words. The one place where what lies above is called from below.
pub trait RenderMail: Send + Sync {
    /// In the language of the addressee.
    fn render(&self, council: &council::Council, to: &Addressee, letter: &Letter) -> RenderedMail;
}

/// Hands a mail over.
#[async_trait]
pub trait Transport: Send + Sync {
    /// Delivers, or fails. What comes again under the same name is the same mail, handed over before it was known that it
    /// had been.
    async fn send(&self, name: &str, message: Message) -> Result<()>;

    /// Whether an administrator reads the mails in the product, since nothing leaves.
    fn stays_here(&self) -> bool;

    /// Forgets what stays here since before a moment.
    async fn forget_before(&self, _before: DateTime<Utc>) -> Result<()> {
        Ok(())
    }

    /// Forgets what stays here and says one of these.
    async fn forget_saying(&self, _strings: &[String]) -> Result<()> {
        Ok(())
    }
}

/// Where mails go.
#[derive(Clone)]
pub struct Post {
    transport: Arc<dyn Transport>,
    words: Arc<dyn RenderMail>,
    sender: Mailbox,
}

impl Post {
    /// Mails in `words`, from `sender`, through `transport`.
    pub fn new(transport: Arc<dyn Transport>, words: Arc<dyn RenderMail>, sender: Mailbox) -> Post {
        Post { transport, words, sender }
    }

    /// Whether mails stay here, to be read by an administrator.
    pub fn stays_here(&self) -> bool {
        self.transport.stays_here()
    }

    /// Forgets the mails that stay here since before a moment.
    pub(crate) async fn forget_before(&self, before: DateTime<Utc>) -> Result<()> {
        self.transport.forget_before(before).await
    }

    /// Forgets the mails that stay here and say one of these.
    pub(crate) async fn forget_saying(&self, strings: &[String]) -> Result<()> {
        self.transport.forget_saying(strings).await
    }
}

/// A mail server.
pub struct Smtp(AsyncSmtpTransport<Tokio1Executor>);

impl Smtp {
    /// From an address such as `smtps://user:password@host`.
    ///
    /// # Errors
    /// The address cannot be used.
    pub fn new(url: &str) -> Result<Smtp> {
        Ok(Smtp(AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?.build()))
    }

    /// Whether the server answers.
    ///
    /// # Errors
    /// It cannot be reached.
    pub async fn check(&self) -> Result<bool> {
        Ok(self.0.test_connection().await?)
    }
}

#[async_trait]
impl Transport for Smtp {
    async fn send(&self, _name: &str, message: Message) -> Result<()> {
        self.0.send(message).await?;
        Ok(())
    }

    fn stays_here(&self) -> bool {
        false
    }
}

/// The end of an address that is nobody's (RFC 2606): what the record of somebody without one holds.
const NOBODYS: &str = ".invalid";

/// Writes and hands over a mail to a person, at `address`; nothing for who has none. The job that asks for it is done by
/// that: if the program ends just before it is noted, the mail leaves again under the name it had, by which a mail server
/// knows the second one. A link is drawn anew each time, and makes another mail of it: only the last one opens anything.
pub(crate) async fn send(cx: &Cx, to: &user::Model, address: &str, letter: &Letter) -> Result<()> {
    if address.to_ascii_lowercase().ends_with(NOBODYS) {
        return Ok(());
    }
    let post = cx.backend.mail();
    let council = council::current(cx).await?.found()?;
    let addressee = Addressee {
        name: to.name.clone(),
        language: to.language.as_deref().and_then(Language::from_tag).unwrap_or_default(),
    };
    let rendered = post.words.render(&council, &addressee, letter);
    let sender = Mailbox::new(Some(council.name.clone()), post.sender.email.clone());
    let name = cx.job.as_ref().map_or_else(|| cx.backend.token(), |job| job.name.clone());
    let words = Fingerprint::of(rendered.text.as_bytes());
    let id = format!("<{name}.{}@{}>", &words.as_str()[..16], post.sender.email.domain());
    let message = Message::builder()
        .from(sender)
        .to(Mailbox::new(Some(to.name.clone()), address.parse()?))
        .subject(rendered.subject.clone())
        .message_id(Some(id))
        // Not a bulk mail: no answering machine should write back.
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN)
        .body(rendered.text.clone())?;
    post.transport.send(&name, message).await?;
    let row = mail::ActiveModel {
        user_id: Set(Some(to.id)),
        recipient: Set(address.to_owned()),
        subject: Set(rendered.subject),
        body: Set(if post.stays_here() { rendered.text } else { String::new() }),
        state: Set(if post.stays_here() { "kept" } else { "sent" }.to_owned()),
        at: Set(cx.now),
        ..Default::default()
    };
    let tx = cx.begin().await?;
    mail::Entity::insert(row).exec_without_returning(&tx).await?;
    if let Some(job) = &cx.job {
        job::Entity::delete_by_id(job.id).exec(&tx).await?;
    }
    cx.commit(tx).await
}

pub(crate) async fn tell_address_changed(cx: &Cx, user: UserId, former: &str) -> Result<()> {
    let user = user::Entity::find_by_id(user).one(cx.reader()).await?.found()?;
    send(cx, &user, former, &Letter::AddressChanged).await
}

pub(crate) async fn tell_password_changed(cx: &Cx, user: UserId) -> Result<()> {
    let user = user::Entity::find_by_id(user).one(cx.reader()).await?.found()?;
    send(cx, &user, &user.email, &Letter::PasswordChanged).await
}

pub(crate) async fn tell_way_changed(cx: &Cx, user: UserId, change: WayChange) -> Result<()> {
    let user = user::Entity::find_by_id(user).one(cx.reader()).await?.found()?;
    send(cx, &user, &user.email, &Letter::WayChanged(change)).await
}

pub(crate) async fn tell_new_device(cx: &Cx, user: UserId, at: DateTime<Utc>, device: &str) -> Result<()> {
    let user = user::Entity::find_by_id(user).one(cx.reader()).await?.found()?;
    send(cx, &user, &user.email, &Letter::NewDevice { at, device: Device::from_code(device) }).await
}

/// A mail that was written.
#[derive(Clone, Debug)]
pub struct MailView {
    /// Which one.
    pub id: MailId,
    /// To which address.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text, where mails stay here.
    pub text: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl From<mail::Model> for MailView {
    fn from(row: mail::Model) -> Self {
        MailView { id: row.id, recipient: row.recipient, subject: row.subject, text: row.body, at: row.at }
    }
}

const PAGE: u64 = 30;

/// The mails written, latest first.
///
/// # Errors
/// `Forbidden` but for an administrator.
pub async fn list(cx: &Cx, number: PageNumber) -> Result<Page<MailView>> {
    cx.require(Permission::Administer)?;
    let total = mail::Entity::find().count(cx.reader()).await?;
    let rows = mail::Entity::find()
        .order_by_desc(mail::Column::Id)
        .offset(number.offset(PAGE))
        .limit(PAGE)
        .all(cx.reader())
        .await?;
    Ok(Page { rows: rows.into_iter().map(MailView::from).collect(), number, total, size: PAGE })
}

/// One mail.
///
/// # Errors
/// `Forbidden` but for an administrator; `NotFound`.
pub async fn show(cx: &Cx, id: MailId) -> Result<MailView> {
    cx.require(Permission::Administer)?;
    Ok(mail::Entity::find_by_id(id).one(cx.reader()).await?.found()?.into())
}

/// The header `Auto-Submitted: auto-generated` (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl lettre::message::header::Header for AutoSubmitted {
    fn name() -> lettre::message::header::HeaderName {
        lettre::message::header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> lettre::message::header::HeaderValue {
        lettre::message::header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl From<std::convert::Infallible> for Error {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}
