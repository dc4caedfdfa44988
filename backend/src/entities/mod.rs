//! One file per table: the schema as a picture. Entities never leave this crate.

pub mod acting;
pub mod admission;
pub mod adoption;
pub mod api_answer;
pub mod api_token;
pub mod backup;
pub mod backup_plan;
pub mod begun_image;
pub mod behalf_mark;
pub mod checked_point;
pub mod code_secret;
pub mod contribution;
pub mod contribution_author;
pub mod contribution_reviewer;
pub mod council;
pub mod delegation;
pub mod email_change;
pub mod event;
pub mod former_edition;
pub mod group;
pub mod handover;
pub mod job;
pub mod journal_seal;
pub mod journal_setting;
pub mod known_device;
pub mod linked_account;
pub mod mail;
pub mod mandate;
pub mod membership;
pub mod one_time_link;
pub mod paper_consent;
pub mod passkey;
pub mod reading;
pub mod recovery_code;
pub mod reminder;
pub mod rendering;
pub mod review;
pub mod revision;
pub mod revision_writer;
pub mod session;
pub mod sign_in_failure;
pub mod snooze;
pub mod unreminded;
pub mod unsaved_text;
pub mod user;
pub mod webhook;
pub mod webhook_message;

pub mod message;
pub mod message_version;
pub mod thread;
pub mod thread_read;
pub mod unsent_message;

pub mod document;
pub mod document_caption;
pub mod document_tag;
pub mod document_version;
pub mod file;
pub mod file_text;
pub mod file_text_part;
pub mod library_entry;
pub mod library_link;
pub mod library_link_use;
pub mod library_setting;
pub mod search_document;
pub mod search_pending;
pub mod search_text;
pub mod search_word;
pub mod upload;

pub mod dossier_element;
pub mod library_tag;

pub mod live_text;
pub mod live_update;

pub mod print;

pub mod acronym;
pub mod comment;
pub mod comment_mention;
pub mod comment_message;
pub mod dissent;
pub mod dissent_signature;
pub mod framing_amendment;
pub mod framing_amendment_support;
pub mod framing_article;
pub mod framing_revision;
pub mod framing_signature;
pub mod framing_text;
pub mod framing_version;
pub mod method;
pub mod method_use;
pub mod poll;
pub mod poll_open_ballot;
pub mod poll_rules;
pub mod poll_secret_ballot;
pub mod poll_voter;
pub mod suggestion;
pub mod text_image;
pub mod text_intake;
pub mod text_template;

pub mod declaration;
pub mod declaration_target;
pub mod report;
pub mod report_case;

pub mod sponsor;
pub mod tutorial;
pub mod tutorial_mark;
pub mod tutorial_opinion;
pub mod tutorial_path;
pub mod tutorial_plea;
pub mod welcome;

pub mod data_export;
pub mod data_setting;
pub mod erasure;
pub mod erasure_request;
pub mod purge;

use sea_orm::{EntityTrait, RelationDef};

/// How two tables are joined, for queries that bring a page in one go.
pub fn join<From: EntityTrait, To: EntityTrait>(from: From::Column, to: To::Column) -> RelationDef {
    From::belongs_to(To::default()).from(from).to(to).into()
}
