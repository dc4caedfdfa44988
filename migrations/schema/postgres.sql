-- columns
acronyms.id bigint NOT NULL
acronyms.slug text NOT NULL
acronyms.term text NOT NULL
acronyms.expansion text NOT NULL
acronyms.explanation text NOT NULL
acronyms.source text NOT NULL
acronyms.shipped text NOT NULL
acronyms.edited boolean NOT NULL
acronyms.set_aside boolean NOT NULL
acronyms.version integer NOT NULL
acronyms.changed_at timestamp with time zone NOT NULL
acronyms.changed_by bigint
acronyms.explanation_en text NOT NULL
actings.id bigint NOT NULL
actings.for_id bigint NOT NULL
actings.by_id bigint NOT NULL
actings.begun_at timestamp with time zone NOT NULL
actings.until_at timestamp with time zone NOT NULL
actings.ended_at timestamp with time zone
actings.ended_how text
admissions.id bigint NOT NULL
admissions.group_id bigint NOT NULL
admissions.user_id bigint NOT NULL
admissions.kind text NOT NULL
admissions.state text NOT NULL
admissions.role text NOT NULL
admissions.by_id bigint NOT NULL
admissions.message text NOT NULL
admissions.at timestamp with time zone NOT NULL
admissions.answered_by bigint
admissions.answer text NOT NULL
admissions.answered_at timestamp with time zone
adoptions.contribution_id bigint NOT NULL
adoptions.revision_id bigint NOT NULL
adoptions.body text NOT NULL
adoptions.adopted_on date NOT NULL
adoptions.votes_for integer NOT NULL
adoptions.votes_against integer NOT NULL
adoptions.votes_abstaining integer NOT NULL
adoptions.year integer NOT NULL
adoptions.sequence integer NOT NULL
adoptions.fingerprint text NOT NULL
adoptions.recorded_by bigint NOT NULL
adoptions.recorded_at timestamp with time zone NOT NULL
adoptions.published_at timestamp with time zone
adoptions.published_by bigint
adoptions.edition integer NOT NULL
adoptions.corrected_at timestamp with time zone
adoptions.correction text NOT NULL
adoptions.standing text NOT NULL
adoptions.standing_at timestamp with time zone
adoptions.standing_reason text NOT NULL
adoptions.replaced_by text
adoptions.updated_at timestamp with time zone
adoptions.by_poll boolean NOT NULL
adoptions.mended_at timestamp with time zone
adoptions.mending text NOT NULL
api_answers.token_id bigint NOT NULL
api_answers.request_key text NOT NULL
api_answers.fingerprint text NOT NULL
api_answers.at timestamp with time zone NOT NULL
api_answers.status integer NOT NULL
api_answers.headers text NOT NULL
api_answers.body text NOT NULL
api_tokens.id bigint NOT NULL
api_tokens.user_id bigint NOT NULL
api_tokens.name text NOT NULL
api_tokens.token_hash text NOT NULL
api_tokens.shown text NOT NULL
api_tokens.scopes text NOT NULL
api_tokens.created_at timestamp with time zone NOT NULL
api_tokens.expires_at timestamp with time zone NOT NULL
api_tokens.used_on date
api_tokens.revoked_at timestamp with time zone
api_tokens.minute bigint NOT NULL
api_tokens.requests integer NOT NULL
backup_plan.id bigint NOT NULL
backup_plan.held_until timestamp with time zone
backup_plan.due_at timestamp with time zone
backups.id bigint NOT NULL
backups.name text NOT NULL
backups.state text NOT NULL
backups.started_at timestamp with time zone NOT NULL
backups.ended_at timestamp with time zone
backups.tested_at timestamp with time zone
backups.bytes bigint NOT NULL
backups.rows bigint NOT NULL
backups.files bigint NOT NULL
backups.missing bigint NOT NULL
backups.encrypted boolean NOT NULL
backups.trouble text
begun_images.user_id bigint NOT NULL
begun_images.name text NOT NULL
begun_images.sha256 text NOT NULL
begun_images.at timestamp with time zone NOT NULL
behalf_marks.id bigint NOT NULL
behalf_marks.acting_id bigint NOT NULL
behalf_marks.kind text NOT NULL
behalf_marks.subject bigint NOT NULL
checked_points.contribution_id bigint NOT NULL
checked_points.point text NOT NULL
checked_points.user_id bigint NOT NULL
checked_points.at timestamp with time zone NOT NULL
code_secrets.id bigint NOT NULL
code_secrets.user_id bigint NOT NULL
code_secrets.secret text NOT NULL
code_secrets.last_step bigint NOT NULL
code_secrets.created_at timestamp with time zone NOT NULL
code_secrets.confirmed_at timestamp with time zone
comment_mentions.message_id bigint NOT NULL
comment_mentions.user_id bigint NOT NULL
comment_mentions.seen boolean NOT NULL
comment_messages.id bigint NOT NULL
comment_messages.comment_id bigint NOT NULL
comment_messages.position integer NOT NULL
comment_messages.author_id bigint NOT NULL
comment_messages.state text NOT NULL
comment_messages.body text NOT NULL
comment_messages.html text NOT NULL
comment_messages.excerpt text NOT NULL
comment_messages.pipeline integer NOT NULL
comment_messages.at timestamp with time zone NOT NULL
comment_messages.edited_at timestamp with time zone
comment_messages.version integer NOT NULL
comment_messages.reason text NOT NULL
comment_messages.judged_by bigint
comment_messages.judged_at timestamp with time zone
comments.id bigint NOT NULL
comments.contribution_id bigint NOT NULL
comments.author_id bigint NOT NULL
comments.at timestamp with time zone NOT NULL
comments.made_on integer NOT NULL
comments.place text NOT NULL
comments.starts integer NOT NULL
comments.ends integer NOT NULL
comments.quoted text NOT NULL
comments.state text NOT NULL
comments.settled_by bigint
comments.settled_at timestamp with time zone
comments.messages integer NOT NULL
comments.last_at timestamp with time zone NOT NULL
comments.last_by bigint NOT NULL
contribution_authors.contribution_id bigint NOT NULL
contribution_authors.user_id bigint NOT NULL
contribution_authors.position integer NOT NULL
contribution_reviewers.contribution_id bigint NOT NULL
contribution_reviewers.user_id bigint NOT NULL
contribution_reviewers.due_on date
contribution_reviewers.named_by bigint NOT NULL
contribution_reviewers.named_at timestamp with time zone NOT NULL
contributions.id bigint NOT NULL
contributions.group_id bigint NOT NULL
contributions.kind text NOT NULL
contributions.state text NOT NULL
contributions.title text NOT NULL
contributions.summary text NOT NULL
contributions.byline text NOT NULL
contributions.revision_id bigint
contributions.created_by bigint NOT NULL
contributions.created_at timestamp with time zone NOT NULL
contributions.updated_at timestamp with time zone NOT NULL
contributions.state_since timestamp with time zone NOT NULL
contributions.version integer NOT NULL
contributions.title_folded text NOT NULL
contributions.due_on date
contributions.consulted_until date
contributions.consultation text NOT NULL
contributions.consulted_at timestamp with time zone
contributions.suggestions integer NOT NULL
contributions.comments integer NOT NULL
council.id bigint NOT NULL
council.name text NOT NULL
council.territory text NOT NULL
council.presentation text NOT NULL
council.joining text NOT NULL
council.contact_email text NOT NULL
council.colleges text NOT NULL
council.words text NOT NULL
council.created_at timestamp with time zone NOT NULL
council.version integer NOT NULL
council.checklist text NOT NULL
council.codes_required boolean NOT NULL
data_exports.id bigint NOT NULL
data_exports.user_id bigint NOT NULL
data_exports.at timestamp with time zone NOT NULL
data_settings.id bigint NOT NULL
data_settings.responsible text NOT NULL
data_settings.contact text NOT NULL
data_settings.officer text NOT NULL
data_settings.officer_contact text NOT NULL
data_settings.keeping text NOT NULL
data_settings.version integer NOT NULL
declaration_targets.declaration_id bigint NOT NULL
declaration_targets.kind text NOT NULL
declaration_targets.target_id bigint NOT NULL
declarations.id bigint NOT NULL
declarations.user_id bigint NOT NULL
declarations.kind text NOT NULL
declarations.subject text NOT NULL
declarations.words text NOT NULL
declarations.starts_on date NOT NULL
declarations.ends_on date
declarations.declared_at timestamp with time zone NOT NULL
declarations.ended_at timestamp with time zone
delegations.id bigint NOT NULL
delegations.from_id bigint NOT NULL
delegations.to_id bigint NOT NULL
delegations.role text
delegations.group_id bigint
delegations.starts_on date NOT NULL
delegations.ends_on date NOT NULL
delegations.reason text NOT NULL
delegations.state text NOT NULL
delegations.at timestamp with time zone NOT NULL
delegations.answered_at timestamp with time zone
delegations.ended_at timestamp with time zone
delegations.ended_by bigint
dissent_signatures.dissent_id bigint NOT NULL
dissent_signatures.user_id bigint NOT NULL
dissent_signatures.name text NOT NULL
dissent_signatures.at timestamp with time zone NOT NULL
dissents.id bigint NOT NULL
dissents.contribution_id bigint NOT NULL
dissents.title text NOT NULL
dissents.body text NOT NULL
dissents.html text NOT NULL
dissents.version integer NOT NULL
dissents.created_at timestamp with time zone NOT NULL
dissents.updated_at timestamp with time zone NOT NULL
document_captions.document_id bigint NOT NULL
document_captions.sha256 text NOT NULL
document_captions.language text NOT NULL
document_captions.file_name text NOT NULL
document_captions.cues text NOT NULL
document_captions.at timestamp with time zone NOT NULL
document_captions.by_id bigint
document_tags.document_id bigint NOT NULL
document_tags.folded text NOT NULL
document_tags.tag text NOT NULL
document_tags.position integer NOT NULL
document_versions.document_id bigint NOT NULL
document_versions.number integer NOT NULL
document_versions.sha256 text
document_versions.file_name text NOT NULL
document_versions.media_type text NOT NULL
document_versions.bytes bigint NOT NULL
document_versions.address text NOT NULL
document_versions.body text NOT NULL
document_versions.reason text NOT NULL
document_versions.restores integer
document_versions.at timestamp with time zone NOT NULL
document_versions.by_id bigint
documents.id bigint NOT NULL
documents.group_id bigint
documents.kind text NOT NULL
documents.title text NOT NULL
documents.description text NOT NULL
documents.source text NOT NULL
documents.author text NOT NULL
documents.licence text NOT NULL
documents.dated_on date
documents.latest integer NOT NULL
documents.sha256 text
documents.file_name text NOT NULL
documents.media_type text NOT NULL
documents.bytes bigint NOT NULL
documents.address text NOT NULL
documents.created_at timestamp with time zone NOT NULL
documents.created_by bigint
documents.changed_at timestamp with time zone NOT NULL
documents.changed_by bigint
documents.version integer NOT NULL
documents.audience text NOT NULL
dossier_elements.id bigint NOT NULL
dossier_elements.dossier_id bigint NOT NULL
dossier_elements.position integer NOT NULL
dossier_elements.kind text NOT NULL
dossier_elements.document_id bigint
dossier_elements.contribution_id bigint
dossier_elements.title text NOT NULL
dossier_elements.address text NOT NULL
dossier_elements.comment text NOT NULL
dossier_elements.added_at timestamp with time zone NOT NULL
dossier_elements.added_by bigint
email_changes.id bigint NOT NULL
email_changes.user_id bigint NOT NULL
email_changes.new_email text NOT NULL
email_changes.asked_at timestamp with time zone NOT NULL
email_changes.present_confirmed_at timestamp with time zone
email_changes.new_confirmed_at timestamp with time zone
email_changes.done_at timestamp with time zone
erasure_requests.user_id bigint NOT NULL
erasure_requests.words text NOT NULL
erasure_requests.at timestamp with time zone NOT NULL
erasures.user_id bigint NOT NULL
erasures.mark text NOT NULL
erasures.at timestamp with time zone NOT NULL
erasures.by_id bigint
events.id bigint NOT NULL
events.at timestamp with time zone NOT NULL
events.actor_id bigint
events.kind text NOT NULL
events.group_id bigint
events.contribution_id bigint
events.user_id bigint
events.data text NOT NULL
events.origin text
events.acting_id bigint
file_text_parts.sha256 text NOT NULL
file_text_parts.number integer NOT NULL
file_text_parts.kind text NOT NULL
file_text_parts.page integer NOT NULL
file_text_parts.name text NOT NULL
file_text_parts.blocks text NOT NULL
file_texts.sha256 text NOT NULL
file_texts.state text NOT NULL
file_texts.cut text
file_texts.pages integer
file_texts.recognised boolean NOT NULL
file_texts.characters bigint NOT NULL
file_texts.media_type text NOT NULL
file_texts.name text NOT NULL
file_texts.attempts integer NOT NULL
file_texts.asked_at timestamp with time zone NOT NULL
file_texts.claimed_at timestamp with time zone
file_texts.read_at timestamp with time zone
files.sha256 text NOT NULL
files.bytes bigint NOT NULL
files.media_type text NOT NULL
files.created_at timestamp with time zone NOT NULL
former_editions.contribution_id bigint NOT NULL
former_editions.position integer NOT NULL
former_editions.revision_id bigint NOT NULL
former_editions.fingerprint text NOT NULL
former_editions.reason text NOT NULL
former_editions.at timestamp with time zone NOT NULL
former_editions.replaced_at timestamp with time zone NOT NULL
former_editions.replaced_by bigint NOT NULL
framing_amendment_supports.amendment_id bigint NOT NULL
framing_amendment_supports.user_id bigint NOT NULL
framing_amendment_supports.at timestamp with time zone NOT NULL
framing_amendments.id bigint NOT NULL
framing_amendments.version_id bigint NOT NULL
framing_amendments.number integer NOT NULL
framing_amendments.parent_id bigint
framing_amendments.kind text NOT NULL
framing_amendments.article text NOT NULL
framing_amendments.base_title text NOT NULL
framing_amendments.base_body text NOT NULL
framing_amendments.title text NOT NULL
framing_amendments.body text NOT NULL
framing_amendments.reasons text NOT NULL
framing_amendments.author_id bigint NOT NULL
framing_amendments.at timestamp with time zone NOT NULL
framing_amendments.state text NOT NULL
framing_amendments.version integer NOT NULL
framing_amendments.settled_at timestamp with time zone
framing_amendments.settled_by bigint
framing_amendments.note text NOT NULL
framing_amendments.adopted_as integer
framing_amendments.in_favour integer
framing_amendments.against integer
framing_amendments.abstained integer
framing_amendments.fell_for bigint
framing_amendments.settled_title text
framing_amendments.settled_body text
framing_amendments.met_title text NOT NULL
framing_amendments.met_body text NOT NULL
framing_amendments.integrated_in integer
framing_amendments.became text NOT NULL
framing_articles.id bigint NOT NULL
framing_articles.version_id bigint NOT NULL
framing_articles.place integer NOT NULL
framing_articles.number text NOT NULL
framing_articles.title text NOT NULL
framing_articles.body text NOT NULL
framing_revisions.version_id bigint NOT NULL
framing_revisions.number integer NOT NULL
framing_revisions.motives text NOT NULL
framing_revisions.body text NOT NULL
framing_revisions.saved_at timestamp with time zone NOT NULL
framing_revisions.saved_by bigint
framing_revisions.starts_on date
framing_signatures.version_id bigint NOT NULL
framing_signatures.user_id bigint NOT NULL
framing_signatures.name text NOT NULL
framing_signatures.signed_on date NOT NULL
framing_signatures.fingerprint text NOT NULL
framing_signatures.scan text
framing_signatures.recorded_at timestamp with time zone NOT NULL
framing_signatures.recorded_by bigint
framing_texts.id bigint NOT NULL
framing_texts.slug text NOT NULL
framing_texts.kind text NOT NULL
framing_texts.title text NOT NULL
framing_texts.aim text NOT NULL
framing_texts.to_sign boolean NOT NULL
framing_texts.version integer NOT NULL
framing_texts.changed_at timestamp with time zone NOT NULL
framing_texts.changed_by bigint
framing_versions.id bigint NOT NULL
framing_versions.text_id bigint NOT NULL
framing_versions.number integer NOT NULL
framing_versions.state text NOT NULL
framing_versions.motives text NOT NULL
framing_versions.body text NOT NULL
framing_versions.amendable_from date
framing_versions.amendable_until date
framing_versions.starts_on date
framing_versions.in_force_on date
framing_versions.decision text NOT NULL
framing_versions.decided_by text NOT NULL
framing_versions.decided_on date
framing_versions.fingerprint text NOT NULL
framing_versions.version integer NOT NULL
framing_versions.begun_at timestamp with time zone NOT NULL
framing_versions.begun_by bigint
framing_versions.state_at timestamp with time zone
framing_versions.state_by bigint
groups.id bigint NOT NULL
groups.slug text NOT NULL
groups.name text NOT NULL
groups.kind text NOT NULL
groups.visibility text NOT NULL
groups.state text NOT NULL
groups.mandate text NOT NULL
groups.created_at timestamp with time zone NOT NULL
groups.closed_at timestamp with time zone
groups.version integer NOT NULL
groups.name_folded text NOT NULL
groups.asked_by text NOT NULL
groups.due_on date
groups.deliverable text NOT NULL
groups.handed_in_id bigint
groups.handed_in text NOT NULL
groups.closing_note text NOT NULL
groups.reopening_reason text NOT NULL
groups.portrait text
handovers.id bigint NOT NULL
handovers.group_id bigint
handovers.from_id bigint NOT NULL
handovers.to_id bigint NOT NULL
handovers.state text NOT NULL
handovers.note text NOT NULL
handovers.at timestamp with time zone NOT NULL
handovers.answered_at timestamp with time zone
jobs.id bigint NOT NULL
jobs.kind text NOT NULL
jobs.payload text NOT NULL
jobs.run_at timestamp with time zone NOT NULL
jobs.claimed_at timestamp with time zone
jobs.attempts integer NOT NULL
jobs.last_error text NOT NULL
journal_seals.sequence bigint NOT NULL
journal_seals.event_id bigint NOT NULL
journal_seals.previous text NOT NULL
journal_seals.hash text NOT NULL
journal_seals.data_digest text NOT NULL
journal_seals.origin_digest text
journal_seals.origin_salt text
journal_seals.sealed_at timestamp with time zone NOT NULL
journal_settings.id bigint NOT NULL
journal_settings.kept_years integer
journal_settings.origin_months integer NOT NULL
journal_settings.version integer NOT NULL
known_devices.id bigint NOT NULL
known_devices.user_id bigint NOT NULL
known_devices.token_hash text NOT NULL
known_devices.first_seen_at timestamp with time zone NOT NULL
known_devices.last_seen_at timestamp with time zone NOT NULL
library_entries.id bigint NOT NULL
library_entries.group_id bigint
library_entries.parent_id bigint
library_entries.path text NOT NULL
library_entries.shelf text NOT NULL
library_entries.rank integer NOT NULL
library_entries.name text NOT NULL
library_entries.sorted text NOT NULL
library_entries.document_id bigint
library_entries.created_at timestamp with time zone NOT NULL
library_entries.created_by bigint
library_entries.version integer NOT NULL
library_entries.binned_at timestamp with time zone
library_entries.binned_by bigint
library_entries.binned_with bigint
library_link_uses.id bigint NOT NULL
library_link_uses.link_id bigint NOT NULL
library_link_uses.act text NOT NULL
library_link_uses.at timestamp with time zone NOT NULL
library_links.id bigint NOT NULL
library_links.entry_id bigint NOT NULL
library_links.kind text NOT NULL
library_links.name text NOT NULL
library_links.token_hash text NOT NULL
library_links.password_hash text
library_links.files integer NOT NULL
library_links.received integer NOT NULL
library_links.created_at timestamp with time zone NOT NULL
library_links.created_by bigint NOT NULL
library_links.expires_at timestamp with time zone NOT NULL
library_links.closed_at timestamp with time zone
library_settings.id bigint NOT NULL
library_settings.depositors text NOT NULL
library_settings.version integer NOT NULL
library_tags.id bigint NOT NULL
library_tags.folded text NOT NULL
library_tags.name text NOT NULL
library_tags.version integer NOT NULL
library_tags.created_at timestamp with time zone NOT NULL
library_tags.created_by bigint
linked_accounts.id bigint NOT NULL
linked_accounts.user_id bigint NOT NULL
linked_accounts.issuer text NOT NULL
linked_accounts.subject text NOT NULL
linked_accounts.created_at timestamp with time zone NOT NULL
linked_accounts.used_at timestamp with time zone
live_texts.id bigint NOT NULL
live_texts.contribution_id bigint
live_texts.framing_version_id bigint
live_texts.state bytea NOT NULL
live_texts.folded_seq bigint NOT NULL
live_texts.seq bigint NOT NULL
live_texts.named_seq bigint NOT NULL
live_texts.named_version integer NOT NULL
live_texts.typed_by text NOT NULL
live_texts.touched_at timestamp with time zone NOT NULL
live_texts.unnamed_since timestamp with time zone
live_updates.live_text_id bigint NOT NULL
live_updates.seq bigint NOT NULL
live_updates.bytes bytea NOT NULL
live_updates.at timestamp with time zone NOT NULL
mails.id bigint NOT NULL
mails.user_id bigint
mails.recipient text NOT NULL
mails.subject text NOT NULL
mails.body text NOT NULL
mails.state text NOT NULL
mails.at timestamp with time zone NOT NULL
mandates.id bigint NOT NULL
mandates.user_id bigint NOT NULL
mandates.role text NOT NULL
mandates.starts_on date NOT NULL
mandates.ends_on date
memberships.id bigint NOT NULL
memberships.group_id bigint NOT NULL
memberships.user_id bigint NOT NULL
memberships.role text NOT NULL
memberships.since timestamp with time zone NOT NULL
message_versions.message_id bigint NOT NULL
message_versions.version integer NOT NULL
message_versions.subject text NOT NULL
message_versions.body text NOT NULL
message_versions.at timestamp with time zone NOT NULL
messages.id bigint NOT NULL
messages.thread_id bigint NOT NULL
messages.position integer NOT NULL
messages.author_id bigint NOT NULL
messages.answers_id bigint
messages.state text NOT NULL
messages.body text NOT NULL
messages.html text NOT NULL
messages.excerpt text NOT NULL
messages.pipeline integer NOT NULL
messages.at timestamp with time zone NOT NULL
messages.edited_at timestamp with time zone
messages.version integer NOT NULL
messages.reason text NOT NULL
messages.plea text NOT NULL
messages.answer text NOT NULL
messages.asked_at timestamp with time zone
messages.judged_by bigint
messages.judged_at timestamp with time zone
method_uses.id bigint NOT NULL
method_uses.method_id bigint NOT NULL
method_uses.held_on date NOT NULL
method_uses.group_id bigint
method_uses.worked text NOT NULL
method_uses.otherwise text NOT NULL
method_uses.told_by bigint NOT NULL
method_uses.told_at timestamp with time zone NOT NULL
methods.id bigint NOT NULL
methods.slug text NOT NULL
methods.title text NOT NULL
methods.aim text NOT NULL
methods.needs text NOT NULL
methods.people_min integer NOT NULL
methods.people_max integer NOT NULL
methods.minutes integer NOT NULL
methods.steps text NOT NULL
methods.use_when text NOT NULL
methods.room text NOT NULL
methods.variants text NOT NULL
methods.traps text NOT NULL
methods.accessibility text NOT NULL
methods.source text NOT NULL
methods.shipped text NOT NULL
methods.edited boolean NOT NULL
methods.set_aside boolean NOT NULL
methods.version integer NOT NULL
methods.changed_at timestamp with time zone NOT NULL
methods.changed_by bigint
methods.english text NOT NULL
one_time_links.id bigint NOT NULL
one_time_links.user_id bigint NOT NULL
one_time_links.purpose text NOT NULL
one_time_links.token_hash text NOT NULL
one_time_links.email_change_id bigint
one_time_links.created_by bigint
one_time_links.created_at timestamp with time zone NOT NULL
one_time_links.expires_at timestamp with time zone NOT NULL
one_time_links.used_at timestamp with time zone
paper_consents.id bigint NOT NULL
paper_consents.user_id bigint NOT NULL
paper_consents.asked_on date NOT NULL
paper_consents.asked_by text NOT NULL
paper_consents.note text NOT NULL
paper_consents.at timestamp with time zone NOT NULL
paper_consents.recorded_by bigint NOT NULL
paper_consents.ended_at timestamp with time zone
paper_consents.ended_by bigint
passkeys.id bigint NOT NULL
passkeys.user_id bigint NOT NULL
passkeys.handle text NOT NULL
passkeys.credential text NOT NULL
passkeys.name text NOT NULL
passkeys.data text NOT NULL
passkeys.created_at timestamp with time zone NOT NULL
passkeys.used_at timestamp with time zone
poll_open_ballots.poll_id bigint NOT NULL
poll_open_ballots.user_id bigint NOT NULL
poll_open_ballots.choice text NOT NULL
poll_open_ballots.manner text NOT NULL
poll_open_ballots.cast_by bigint NOT NULL
poll_open_ballots.cast_at timestamp with time zone NOT NULL
poll_rules.id bigint NOT NULL
poll_rules.body text NOT NULL
poll_rules.secrecy text NOT NULL
poll_rules.quorum text NOT NULL
poll_rules.majority text NOT NULL
poll_rules.proxies integer NOT NULL
poll_rules.changed_at timestamp with time zone NOT NULL
poll_rules.changed_by bigint
poll_rules.version integer NOT NULL
poll_secret_ballots.poll_id bigint NOT NULL
poll_secret_ballots.receipt text NOT NULL
poll_secret_ballots.choice text NOT NULL
poll_voters.poll_id bigint NOT NULL
poll_voters.user_id bigint NOT NULL
poll_voters.has_voted boolean NOT NULL
poll_voters.manner text NOT NULL
poll_voters.proxy_id bigint
poll_voters.proxy_by bigint
polls.id bigint NOT NULL
polls.question text NOT NULL
polls.details text NOT NULL
polls.body text NOT NULL
polls.secrecy text NOT NULL
polls.quorum text NOT NULL
polls.majority text NOT NULL
polls.proxies integer NOT NULL
polls.opens_at timestamp with time zone NOT NULL
polls.closes_at timestamp with time zone NOT NULL
polls.contribution_id bigint
polls.contribution_version integer NOT NULL
polls.created_by bigint NOT NULL
polls.created_at timestamp with time zone NOT NULL
polls.has_electorate boolean NOT NULL
polls.paper_for integer NOT NULL
polls.paper_against integer NOT NULL
polls.paper_abstaining integer NOT NULL
polls.proclaimed_at timestamp with time zone
polls.proclaimed_by bigint
polls.entitled integer NOT NULL
polls.votes_for integer NOT NULL
polls.votes_against integer NOT NULL
polls.votes_abstaining integer NOT NULL
polls.carried boolean NOT NULL
polls.year integer
polls.sequence integer
polls.cancelled_at timestamp with time zone
polls.cancelled_reason text NOT NULL
polls.version integer NOT NULL
polls.framing_version_id bigint
prints.id bigint NOT NULL
prints.contribution_id bigint NOT NULL
prints.version integer NOT NULL
prints.format text NOT NULL
prints.mark text NOT NULL
prints.proof text NOT NULL
prints.lasting boolean NOT NULL
prints.state text NOT NULL
prints.shortfall text
prints.sha256 text
prints.bytes bigint NOT NULL
prints.attempts integer NOT NULL
prints.asked_at timestamp with time zone NOT NULL
prints.claimed_at timestamp with time zone
prints.made_at timestamp with time zone
purges.day date NOT NULL
purges.kind text NOT NULL
purges.removed bigint NOT NULL
readings.user_id bigint NOT NULL
readings.contribution_id bigint NOT NULL
readings.version integer NOT NULL
readings.at timestamp with time zone NOT NULL
recovery_codes.id bigint NOT NULL
recovery_codes.user_id bigint NOT NULL
recovery_codes.code_hash text NOT NULL
recovery_codes.created_at timestamp with time zone NOT NULL
recovery_codes.used_at timestamp with time zone
reminders.user_id bigint NOT NULL
reminders.kind text NOT NULL
reminders.subject bigint NOT NULL
reminders.times integer NOT NULL
reminders.at timestamp with time zone NOT NULL
renderings.revision_id bigint NOT NULL
renderings.html text NOT NULL
renderings.summary_html text NOT NULL
renderings.headings text NOT NULL
renderings.words integer NOT NULL
renderings.pipeline integer NOT NULL
report_cases.id bigint NOT NULL
report_cases.kind text NOT NULL
report_cases.subject_id bigint NOT NULL
report_cases.group_id bigint
report_cases.author_id bigint
report_cases.title text NOT NULL
report_cases.state text NOT NULL
report_cases.opened_at timestamp with time zone NOT NULL
report_cases.decided_by bigint
report_cases.decided_at timestamp with time zone
report_cases.reason text NOT NULL
report_cases.article_id bigint
report_cases.appealed_at timestamp with time zone
report_cases.appeal text NOT NULL
report_cases.ruled_by bigint
report_cases.ruled_at timestamp with time zone
report_cases.ruling text NOT NULL
report_cases.author_told boolean NOT NULL
report_cases.version integer NOT NULL
reports.id bigint NOT NULL
reports.case_id bigint NOT NULL
reports.user_id bigint NOT NULL
reports.at timestamp with time zone NOT NULL
reports.ground text NOT NULL
reports.words text NOT NULL
reports.article_id bigint
reports.told boolean NOT NULL
reviews.id bigint NOT NULL
reviews.contribution_id bigint NOT NULL
reviews.revision_id bigint NOT NULL
reviews.reviewer_id bigint NOT NULL
reviews.verdict text NOT NULL
reviews.comment text NOT NULL
reviews.at timestamp with time zone NOT NULL
reviews.comment_html text NOT NULL
revision_writers.revision_id bigint NOT NULL
revision_writers.user_id bigint NOT NULL
revisions.id bigint NOT NULL
revisions.contribution_id bigint NOT NULL
revisions.position integer NOT NULL
revisions.title text NOT NULL
revisions.summary text NOT NULL
revisions.body text NOT NULL
revisions.reason text NOT NULL
revisions.author_id bigint NOT NULL
revisions.at timestamp with time zone NOT NULL
revisions.words_added integer NOT NULL
revisions.words_removed integer NOT NULL
revisions.merged_from integer
revisions.name text
search_documents.id bigint NOT NULL
search_documents.kind text NOT NULL
search_documents.subject_id bigint NOT NULL
search_documents.group_id bigint
search_documents.contribution_id bigint
search_documents.authors text NOT NULL
search_documents.at timestamp with time zone NOT NULL
search_documents.analyser integer NOT NULL
search_index.rowid bigint NOT NULL
search_index.words tsvector NOT NULL
search_pending.id bigint NOT NULL
search_pending.kind text NOT NULL
search_pending.subject_id bigint NOT NULL
search_texts.document_id bigint NOT NULL
search_texts.title text NOT NULL
search_texts.body text NOT NULL
search_words.word text NOT NULL
sessions.id text NOT NULL
sessions.user_id bigint
sessions.data text NOT NULL
sessions.device text NOT NULL
sessions.created_at timestamp with time zone NOT NULL
sessions.last_seen_at timestamp with time zone NOT NULL
sessions.expires_at timestamp with time zone NOT NULL
sessions.acting_id bigint
sign_in_failures.id bigint NOT NULL
sign_in_failures.account text NOT NULL
sign_in_failures.address text NOT NULL
sign_in_failures.at timestamp with time zone NOT NULL
snoozes.user_id bigint NOT NULL
snoozes.kind text NOT NULL
snoozes.subject bigint NOT NULL
snoozes.until date NOT NULL
sponsors.id bigint NOT NULL
sponsors.user_id bigint NOT NULL
sponsors.sponsor_id bigint NOT NULL
sponsors.state text NOT NULL
sponsors.at timestamp with time zone NOT NULL
sponsors.met_at timestamp with time zone
suggestions.id bigint NOT NULL
suggestions.contribution_id bigint NOT NULL
suggestions.author_id bigint NOT NULL
suggestions.at timestamp with time zone NOT NULL
suggestions.made_on integer NOT NULL
suggestions.place text NOT NULL
suggestions.starts integer NOT NULL
suggestions.ends integer NOT NULL
suggestions.quoted text NOT NULL
suggestions.proposed text NOT NULL
suggestions.reason text NOT NULL
suggestions.answers_id bigint
suggestions.state text NOT NULL
suggestions.version integer NOT NULL
suggestions.settled_by bigint
suggestions.settled_at timestamp with time zone
suggestions.answer text NOT NULL
suggestions.settled_in integer
suggestions.told boolean NOT NULL
text_images.contribution_id bigint NOT NULL
text_images.name text NOT NULL
text_images.sha256 text NOT NULL
text_images.at timestamp with time zone NOT NULL
text_images.by_id bigint NOT NULL
text_intakes.id bigint NOT NULL
text_intakes.contribution_id bigint NOT NULL
text_intakes.file_name text NOT NULL
text_intakes.lost text NOT NULL
text_intakes.at timestamp with time zone NOT NULL
text_intakes.by_id bigint NOT NULL
text_intakes.put_away_at timestamp with time zone
text_templates.kind text NOT NULL
text_templates.body text
text_templates.version integer NOT NULL
text_templates.changed_by bigint NOT NULL
text_templates.changed_at timestamp with time zone NOT NULL
thread_reads.user_id bigint NOT NULL
thread_reads.thread_id bigint NOT NULL
thread_reads.position integer NOT NULL
thread_reads.at timestamp with time zone NOT NULL
threads.id bigint NOT NULL
threads.group_id bigint NOT NULL
threads.contribution_id bigint
threads.subject text NOT NULL
threads.author_id bigint NOT NULL
threads.created_at timestamp with time zone NOT NULL
threads.messages integer NOT NULL
threads.answers integer NOT NULL
threads.last_at timestamp with time zone NOT NULL
threads.last_by bigint NOT NULL
threads.closed_at timestamp with time zone
threads.closed_by bigint
threads.closing_word text NOT NULL
tutorial_marks.id bigint NOT NULL
tutorial_marks.tutorial_id bigint NOT NULL
tutorial_marks.user_id bigint NOT NULL
tutorial_marks.step integer NOT NULL
tutorial_marks.at timestamp with time zone NOT NULL
tutorial_opinions.id bigint NOT NULL
tutorial_opinions.tutorial_id bigint NOT NULL
tutorial_opinions.user_id bigint NOT NULL
tutorial_opinions.useful boolean NOT NULL
tutorial_opinions.words text NOT NULL
tutorial_opinions.at timestamp with time zone NOT NULL
tutorial_paths.id bigint NOT NULL
tutorial_paths.slug text NOT NULL
tutorial_paths.title text NOT NULL
tutorial_paths.summary text NOT NULL
tutorial_paths.title_en text NOT NULL
tutorial_paths.summary_en text NOT NULL
tutorial_paths.shipped text NOT NULL
tutorial_pleas.id bigint NOT NULL
tutorial_pleas.tutorial_id bigint NOT NULL
tutorial_pleas.user_id bigint NOT NULL
tutorial_pleas.step integer NOT NULL
tutorial_pleas.words text NOT NULL
tutorial_pleas.at timestamp with time zone NOT NULL
tutorial_pleas.settled_at timestamp with time zone
tutorial_pleas.settled_by bigint
tutorials.id bigint NOT NULL
tutorials.slug text NOT NULL
tutorials.title text NOT NULL
tutorials.summary text NOT NULL
tutorials.body text NOT NULL
tutorials.title_en text NOT NULL
tutorials.summary_en text NOT NULL
tutorials.body_en text NOT NULL
tutorials.audiences text NOT NULL
tutorials.minutes integer NOT NULL
tutorials.steps integer NOT NULL
tutorials.path_id bigint
tutorials.rank integer NOT NULL
tutorials.help text NOT NULL
tutorials.shipped text NOT NULL
tutorials.edited boolean NOT NULL
tutorials.set_aside boolean NOT NULL
tutorials.version integer NOT NULL
tutorials.changed_at timestamp with time zone NOT NULL
tutorials.changed_by bigint
unreminded.user_id bigint NOT NULL
unreminded.at timestamp with time zone NOT NULL
unsaved_texts.id bigint NOT NULL
unsaved_texts.user_id bigint NOT NULL
unsaved_texts.group_id bigint NOT NULL
unsaved_texts.contribution_id bigint
unsaved_texts.base_version integer NOT NULL
unsaved_texts.title text NOT NULL
unsaved_texts.kind text NOT NULL
unsaved_texts.summary text NOT NULL
unsaved_texts.body text NOT NULL
unsaved_texts.at timestamp with time zone NOT NULL
unsaved_texts.reason text NOT NULL
unsent_messages.id bigint NOT NULL
unsent_messages.user_id bigint NOT NULL
unsent_messages.group_id bigint NOT NULL
unsent_messages.thread_id bigint
unsent_messages.message_id bigint
unsent_messages.subject text NOT NULL
unsent_messages.body text NOT NULL
unsent_messages.about text NOT NULL
unsent_messages.at timestamp with time zone NOT NULL
uploads.id text NOT NULL
uploads.user_id bigint NOT NULL
uploads.place text NOT NULL
uploads.name text NOT NULL
uploads.bytes bigint NOT NULL
uploads.received bigint NOT NULL
uploads.at timestamp with time zone NOT NULL
users.id bigint NOT NULL
users.email text NOT NULL
users.name text NOT NULL
users.is_administrator boolean NOT NULL
users.password_hash text
users.college text NOT NULL
users.organisation text NOT NULL
users.commune text NOT NULL
users.language text
users.created_at timestamp with time zone NOT NULL
users.suspended_at timestamp with time zone
users.last_visit_at timestamp with time zone
users.previous_visit_at timestamp with time zone
users.version integer NOT NULL
users.folded text NOT NULL
users.about text NOT NULL
users.phone text NOT NULL
users.email_shown_to text NOT NULL
users.phone_shown_to text NOT NULL
users.portrait text
users.erased_at timestamp with time zone
webhook_messages.id bigint NOT NULL
webhook_messages.webhook_id bigint NOT NULL
webhook_messages.message_id text NOT NULL
webhook_messages.kind text NOT NULL
webhook_messages.body text NOT NULL
webhook_messages.at timestamp with time zone NOT NULL
webhook_messages.attempts integer NOT NULL
webhook_messages.tried_at timestamp with time zone
webhook_messages.outcome text NOT NULL
webhook_messages.trouble text NOT NULL
webhook_messages.status integer NOT NULL
webhooks.id bigint NOT NULL
webhooks.name text NOT NULL
webhooks.address text NOT NULL
webhooks.kinds text NOT NULL
webhooks.secret text NOT NULL
webhooks.created_at timestamp with time zone NOT NULL
webhooks.created_by bigint NOT NULL
webhooks.stopped_at timestamp with time zone
webhooks.stopped_why text NOT NULL
webhooks.failing_since timestamp with time zone
welcomes.user_id bigint NOT NULL
welcomes.begun_at timestamp with time zone NOT NULL
welcomes.put_away_at timestamp with time zone
-- constraints
acronyms FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
acronyms PRIMARY KEY (id)
actings FOREIGN KEY (for_id) REFERENCES users(id) ON DELETE CASCADE
actings PRIMARY KEY (id)
admissions FOREIGN KEY (by_id) REFERENCES users(id) ON DELETE CASCADE
admissions FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
admissions FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
admissions PRIMARY KEY (id)
adoptions FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
adoptions FOREIGN KEY (published_by) REFERENCES users(id) ON DELETE RESTRICT
adoptions FOREIGN KEY (recorded_by) REFERENCES users(id) ON DELETE RESTRICT
adoptions FOREIGN KEY (revision_id) REFERENCES revisions(id) ON DELETE RESTRICT
adoptions PRIMARY KEY (contribution_id)
api_answers FOREIGN KEY (token_id) REFERENCES api_tokens(id) ON DELETE CASCADE
api_answers PRIMARY KEY (token_id, request_key)
api_tokens FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
api_tokens PRIMARY KEY (id)
api_tokens UNIQUE (token_hash)
backup_plan PRIMARY KEY (id)
backups PRIMARY KEY (id)
begun_images FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
begun_images PRIMARY KEY (user_id, name)
behalf_marks FOREIGN KEY (acting_id) REFERENCES actings(id) ON DELETE CASCADE
behalf_marks PRIMARY KEY (id)
checked_points FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
checked_points FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
checked_points PRIMARY KEY (contribution_id, point)
code_secrets FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
code_secrets PRIMARY KEY (id)
code_secrets UNIQUE (user_id)
comment_mentions FOREIGN KEY (message_id) REFERENCES comment_messages(id) ON DELETE CASCADE
comment_mentions FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
comment_mentions PRIMARY KEY (message_id, user_id)
comment_messages FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
comment_messages FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE
comment_messages FOREIGN KEY (judged_by) REFERENCES users(id) ON DELETE RESTRICT
comment_messages PRIMARY KEY (id)
comments FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
comments FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
comments FOREIGN KEY (last_by) REFERENCES users(id) ON DELETE RESTRICT
comments FOREIGN KEY (settled_by) REFERENCES users(id) ON DELETE RESTRICT
comments PRIMARY KEY (id)
contribution_authors FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
contribution_authors FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
contribution_authors PRIMARY KEY (contribution_id, user_id)
contribution_reviewers FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
contribution_reviewers FOREIGN KEY (named_by) REFERENCES users(id) ON DELETE RESTRICT
contribution_reviewers FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
contribution_reviewers PRIMARY KEY (contribution_id, user_id)
contributions FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
contributions FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE RESTRICT
contributions PRIMARY KEY (id)
council PRIMARY KEY (id)
data_exports FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
data_exports PRIMARY KEY (id)
data_settings PRIMARY KEY (id)
declaration_targets FOREIGN KEY (declaration_id) REFERENCES declarations(id) ON DELETE CASCADE
declaration_targets PRIMARY KEY (declaration_id, kind, target_id)
declarations FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
declarations PRIMARY KEY (id)
delegations FOREIGN KEY (from_id) REFERENCES users(id) ON DELETE CASCADE
delegations FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
delegations FOREIGN KEY (to_id) REFERENCES users(id) ON DELETE CASCADE
delegations PRIMARY KEY (id)
dissent_signatures FOREIGN KEY (dissent_id) REFERENCES dissents(id) ON DELETE CASCADE
dissent_signatures FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
dissent_signatures PRIMARY KEY (dissent_id, user_id)
dissents FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
dissents PRIMARY KEY (id)
document_captions FOREIGN KEY (by_id) REFERENCES users(id) ON DELETE RESTRICT
document_captions FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
document_captions PRIMARY KEY (document_id, sha256, language)
document_tags FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
document_tags PRIMARY KEY (document_id, folded)
document_versions FOREIGN KEY (by_id) REFERENCES users(id) ON DELETE RESTRICT
document_versions FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
document_versions FOREIGN KEY (sha256) REFERENCES files(sha256) ON DELETE RESTRICT
document_versions PRIMARY KEY (document_id, number)
documents FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
documents FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
documents FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
documents FOREIGN KEY (sha256) REFERENCES files(sha256) ON DELETE RESTRICT
documents PRIMARY KEY (id)
dossier_elements FOREIGN KEY (added_by) REFERENCES users(id) ON DELETE RESTRICT
dossier_elements FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE SET NULL
dossier_elements FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE SET NULL
dossier_elements FOREIGN KEY (dossier_id) REFERENCES documents(id) ON DELETE CASCADE
dossier_elements PRIMARY KEY (id)
email_changes FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
email_changes PRIMARY KEY (id)
erasure_requests FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
erasure_requests PRIMARY KEY (user_id)
erasures PRIMARY KEY (user_id)
events PRIMARY KEY (id)
file_text_parts FOREIGN KEY (sha256) REFERENCES file_texts(sha256) ON DELETE CASCADE
file_text_parts PRIMARY KEY (sha256, number)
file_texts FOREIGN KEY (sha256) REFERENCES files(sha256) ON DELETE CASCADE
file_texts PRIMARY KEY (sha256)
files PRIMARY KEY (sha256)
former_editions FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
former_editions FOREIGN KEY (replaced_by) REFERENCES users(id) ON DELETE RESTRICT
former_editions FOREIGN KEY (revision_id) REFERENCES revisions(id) ON DELETE RESTRICT
former_editions PRIMARY KEY (contribution_id, "position")
framing_amendment_supports FOREIGN KEY (amendment_id) REFERENCES framing_amendments(id) ON DELETE CASCADE
framing_amendment_supports FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
framing_amendment_supports PRIMARY KEY (amendment_id, user_id)
framing_amendments FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
framing_amendments FOREIGN KEY (fell_for) REFERENCES framing_amendments(id) ON DELETE RESTRICT
framing_amendments FOREIGN KEY (parent_id) REFERENCES framing_amendments(id) ON DELETE RESTRICT
framing_amendments FOREIGN KEY (settled_by) REFERENCES users(id) ON DELETE RESTRICT
framing_amendments FOREIGN KEY (version_id) REFERENCES framing_versions(id) ON DELETE CASCADE
framing_amendments PRIMARY KEY (id)
framing_articles FOREIGN KEY (version_id) REFERENCES framing_versions(id) ON DELETE CASCADE
framing_articles PRIMARY KEY (id)
framing_revisions FOREIGN KEY (saved_by) REFERENCES users(id) ON DELETE RESTRICT
framing_revisions FOREIGN KEY (version_id) REFERENCES framing_versions(id) ON DELETE CASCADE
framing_revisions PRIMARY KEY (version_id, number)
framing_signatures FOREIGN KEY (recorded_by) REFERENCES users(id) ON DELETE RESTRICT
framing_signatures FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
framing_signatures FOREIGN KEY (version_id) REFERENCES framing_versions(id) ON DELETE CASCADE
framing_signatures PRIMARY KEY (version_id, user_id)
framing_texts FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
framing_texts PRIMARY KEY (id)
framing_versions FOREIGN KEY (begun_by) REFERENCES users(id) ON DELETE RESTRICT
framing_versions FOREIGN KEY (state_by) REFERENCES users(id) ON DELETE RESTRICT
framing_versions FOREIGN KEY (text_id) REFERENCES framing_texts(id) ON DELETE CASCADE
framing_versions PRIMARY KEY (id)
groups PRIMARY KEY (id)
groups UNIQUE (slug)
handovers FOREIGN KEY (from_id) REFERENCES users(id) ON DELETE CASCADE
handovers FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
handovers FOREIGN KEY (to_id) REFERENCES users(id) ON DELETE CASCADE
handovers PRIMARY KEY (id)
jobs PRIMARY KEY (id)
journal_seals PRIMARY KEY (sequence)
journal_settings PRIMARY KEY (id)
known_devices FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
known_devices PRIMARY KEY (id)
library_entries FOREIGN KEY (binned_by) REFERENCES users(id) ON DELETE RESTRICT
library_entries FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
library_entries FOREIGN KEY (document_id) REFERENCES documents(id) ON DELETE CASCADE
library_entries FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
library_entries FOREIGN KEY (parent_id) REFERENCES library_entries(id) ON DELETE CASCADE
library_entries PRIMARY KEY (id)
library_link_uses FOREIGN KEY (link_id) REFERENCES library_links(id) ON DELETE CASCADE
library_link_uses PRIMARY KEY (id)
library_links FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
library_links FOREIGN KEY (entry_id) REFERENCES library_entries(id) ON DELETE CASCADE
library_links PRIMARY KEY (id)
library_settings PRIMARY KEY (id)
library_tags FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
library_tags PRIMARY KEY (id)
linked_accounts FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
linked_accounts PRIMARY KEY (id)
live_texts FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
live_texts FOREIGN KEY (framing_version_id) REFERENCES framing_versions(id) ON DELETE CASCADE
live_texts PRIMARY KEY (id)
live_updates FOREIGN KEY (live_text_id) REFERENCES live_texts(id) ON DELETE CASCADE
live_updates PRIMARY KEY (live_text_id, seq)
mails FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
mails PRIMARY KEY (id)
mandates FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
mandates PRIMARY KEY (id)
memberships FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
memberships FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
memberships PRIMARY KEY (id)
message_versions FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
message_versions PRIMARY KEY (message_id, version)
messages FOREIGN KEY (answers_id) REFERENCES messages(id) ON DELETE CASCADE
messages FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
messages FOREIGN KEY (judged_by) REFERENCES users(id) ON DELETE RESTRICT
messages FOREIGN KEY (thread_id) REFERENCES threads(id) ON DELETE CASCADE
messages PRIMARY KEY (id)
method_uses FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE RESTRICT
method_uses FOREIGN KEY (method_id) REFERENCES methods(id) ON DELETE CASCADE
method_uses FOREIGN KEY (told_by) REFERENCES users(id) ON DELETE RESTRICT
method_uses PRIMARY KEY (id)
methods FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
methods PRIMARY KEY (id)
one_time_links FOREIGN KEY (email_change_id) REFERENCES email_changes(id) ON DELETE CASCADE
one_time_links FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
one_time_links PRIMARY KEY (id)
paper_consents FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
paper_consents PRIMARY KEY (id)
passkeys FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
passkeys PRIMARY KEY (id)
passkeys UNIQUE (credential)
poll_open_ballots FOREIGN KEY (cast_by) REFERENCES users(id) ON DELETE RESTRICT
poll_open_ballots FOREIGN KEY (poll_id) REFERENCES polls(id) ON DELETE CASCADE
poll_open_ballots FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
poll_open_ballots PRIMARY KEY (poll_id, user_id)
poll_rules FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
poll_rules PRIMARY KEY (id)
poll_secret_ballots FOREIGN KEY (poll_id) REFERENCES polls(id) ON DELETE CASCADE
poll_secret_ballots PRIMARY KEY (poll_id, receipt)
poll_voters FOREIGN KEY (poll_id) REFERENCES polls(id) ON DELETE CASCADE
poll_voters FOREIGN KEY (proxy_by) REFERENCES users(id) ON DELETE RESTRICT
poll_voters FOREIGN KEY (proxy_id) REFERENCES users(id) ON DELETE RESTRICT
poll_voters FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
poll_voters PRIMARY KEY (poll_id, user_id)
polls FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
polls FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
polls FOREIGN KEY (proclaimed_by) REFERENCES users(id) ON DELETE RESTRICT
polls PRIMARY KEY (id)
prints FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
prints PRIMARY KEY (id)
purges PRIMARY KEY (day, kind)
readings FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
readings FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
readings PRIMARY KEY (user_id, contribution_id)
recovery_codes FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
recovery_codes PRIMARY KEY (id)
reminders FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
reminders PRIMARY KEY (user_id, kind, subject)
renderings FOREIGN KEY (revision_id) REFERENCES revisions(id) ON DELETE CASCADE
renderings PRIMARY KEY (revision_id)
report_cases FOREIGN KEY (article_id) REFERENCES framing_articles(id) ON DELETE RESTRICT
report_cases FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
report_cases FOREIGN KEY (decided_by) REFERENCES users(id) ON DELETE RESTRICT
report_cases FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
report_cases FOREIGN KEY (ruled_by) REFERENCES users(id) ON DELETE RESTRICT
report_cases PRIMARY KEY (id)
reports FOREIGN KEY (article_id) REFERENCES framing_articles(id) ON DELETE RESTRICT
reports FOREIGN KEY (case_id) REFERENCES report_cases(id) ON DELETE CASCADE
reports FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
reports PRIMARY KEY (id)
reviews FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
reviews FOREIGN KEY (reviewer_id) REFERENCES users(id) ON DELETE RESTRICT
reviews FOREIGN KEY (revision_id) REFERENCES revisions(id) ON DELETE RESTRICT
reviews PRIMARY KEY (id)
revision_writers FOREIGN KEY (revision_id) REFERENCES revisions(id) ON DELETE CASCADE
revision_writers FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
revision_writers PRIMARY KEY (revision_id, user_id)
revisions FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
revisions FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
revisions PRIMARY KEY (id)
search_documents PRIMARY KEY (id)
search_index PRIMARY KEY (rowid)
search_pending PRIMARY KEY (id)
search_texts PRIMARY KEY (document_id)
search_words PRIMARY KEY (word)
sessions FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
sessions PRIMARY KEY (id)
sign_in_failures PRIMARY KEY (id)
snoozes FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
snoozes PRIMARY KEY (user_id, kind, subject)
sponsors FOREIGN KEY (sponsor_id) REFERENCES users(id) ON DELETE RESTRICT
sponsors FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
sponsors PRIMARY KEY (id)
suggestions FOREIGN KEY (answers_id) REFERENCES suggestions(id) ON DELETE CASCADE
suggestions FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
suggestions FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
suggestions FOREIGN KEY (settled_by) REFERENCES users(id) ON DELETE RESTRICT
suggestions PRIMARY KEY (id)
text_images FOREIGN KEY (by_id) REFERENCES users(id) ON DELETE RESTRICT
text_images FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
text_images PRIMARY KEY (contribution_id, name)
text_intakes FOREIGN KEY (by_id) REFERENCES users(id) ON DELETE RESTRICT
text_intakes FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
text_intakes PRIMARY KEY (id)
text_templates FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
text_templates PRIMARY KEY (kind)
thread_reads FOREIGN KEY (thread_id) REFERENCES threads(id) ON DELETE CASCADE
thread_reads FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
thread_reads PRIMARY KEY (user_id, thread_id)
threads FOREIGN KEY (author_id) REFERENCES users(id) ON DELETE RESTRICT
threads FOREIGN KEY (closed_by) REFERENCES users(id) ON DELETE RESTRICT
threads FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE SET NULL
threads FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
threads FOREIGN KEY (last_by) REFERENCES users(id) ON DELETE RESTRICT
threads PRIMARY KEY (id)
tutorial_marks FOREIGN KEY (tutorial_id) REFERENCES tutorials(id) ON DELETE CASCADE
tutorial_marks FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
tutorial_marks PRIMARY KEY (id)
tutorial_opinions FOREIGN KEY (tutorial_id) REFERENCES tutorials(id) ON DELETE CASCADE
tutorial_opinions FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
tutorial_opinions PRIMARY KEY (id)
tutorial_paths PRIMARY KEY (id)
tutorial_pleas FOREIGN KEY (settled_by) REFERENCES users(id) ON DELETE RESTRICT
tutorial_pleas FOREIGN KEY (tutorial_id) REFERENCES tutorials(id) ON DELETE CASCADE
tutorial_pleas FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
tutorial_pleas PRIMARY KEY (id)
tutorials FOREIGN KEY (changed_by) REFERENCES users(id) ON DELETE RESTRICT
tutorials FOREIGN KEY (path_id) REFERENCES tutorial_paths(id) ON DELETE RESTRICT
tutorials PRIMARY KEY (id)
unreminded FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
unreminded PRIMARY KEY (user_id)
unsaved_texts FOREIGN KEY (contribution_id) REFERENCES contributions(id) ON DELETE CASCADE
unsaved_texts FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
unsaved_texts FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
unsaved_texts PRIMARY KEY (id)
unsent_messages FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE
unsent_messages FOREIGN KEY (message_id) REFERENCES messages(id) ON DELETE CASCADE
unsent_messages FOREIGN KEY (thread_id) REFERENCES threads(id) ON DELETE CASCADE
unsent_messages FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
unsent_messages PRIMARY KEY (id)
uploads FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
uploads PRIMARY KEY (id)
users PRIMARY KEY (id)
users UNIQUE (email)
webhook_messages FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE
webhook_messages PRIMARY KEY (id)
webhooks FOREIGN KEY (created_by) REFERENCES users(id) ON DELETE RESTRICT
webhooks PRIMARY KEY (id)
welcomes FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE RESTRICT
welcomes PRIMARY KEY (user_id)
-- indexes
CREATE INDEX actings_ended_at_idx ON actings USING btree (ended_at)
CREATE INDEX actings_for_id_idx ON actings USING btree (for_id)
CREATE INDEX admissions_user_id_state_idx ON admissions USING btree (user_id, state)
CREATE INDEX adoptions_published_at_idx ON adoptions USING btree (published_at)
CREATE INDEX adoptions_updated_at_idx ON adoptions USING btree (updated_at)
CREATE INDEX api_answers_at_idx ON api_answers USING btree (at)
CREATE INDEX api_tokens_user_id_idx ON api_tokens USING btree (user_id)
CREATE INDEX backups_started_at_idx ON backups USING btree (started_at)
CREATE INDEX behalf_marks_acting_id_idx ON behalf_marks USING btree (acting_id)
CREATE INDEX comment_mentions_user_id_seen_idx ON comment_mentions USING btree (user_id, seen)
CREATE INDEX comments_contribution_id_state_idx ON comments USING btree (contribution_id, state)
CREATE INDEX contribution_authors_user_id_idx ON contribution_authors USING btree (user_id)
CREATE INDEX contribution_reviewers_user_id_idx ON contribution_reviewers USING btree (user_id)
CREATE INDEX contributions_consulted_until_idx ON contributions USING btree (consulted_until)
CREATE INDEX contributions_group_id_state_idx ON contributions USING btree (group_id, state)
CREATE INDEX contributions_group_id_updated_at_idx ON contributions USING btree (group_id, updated_at)
CREATE INDEX contributions_state_updated_at_idx ON contributions USING btree (state, updated_at)
CREATE INDEX contributions_title_folded_idx ON contributions USING btree (title_folded)
CREATE INDEX contributions_updated_at_idx ON contributions USING btree (updated_at)
CREATE INDEX data_exports_user_id_at_idx ON data_exports USING btree (user_id, at)
CREATE INDEX declarations_ends_on_idx ON declarations USING btree (ends_on)
CREATE INDEX declarations_user_id_idx ON declarations USING btree (user_id)
CREATE INDEX delegations_from_id_state_idx ON delegations USING btree (from_id, state)
CREATE INDEX delegations_to_id_state_idx ON delegations USING btree (to_id, state)
CREATE INDEX dissent_signatures_user_id_idx ON dissent_signatures USING btree (user_id)
CREATE INDEX dissents_contribution_id_idx ON dissents USING btree (contribution_id)
CREATE INDEX document_tags_folded_document_id_idx ON document_tags USING btree (folded, document_id)
CREATE INDEX document_versions_sha256_idx ON document_versions USING btree (sha256)
CREATE INDEX documents_file_name_idx ON documents USING btree (file_name)
CREATE INDEX documents_group_id_created_at_idx ON documents USING btree (group_id, created_at)
CREATE INDEX documents_sha256_idx ON documents USING btree (sha256)
CREATE INDEX dossier_elements_contribution_id_idx ON dossier_elements USING btree (contribution_id)
CREATE INDEX dossier_elements_document_id_idx ON dossier_elements USING btree (document_id)
CREATE INDEX dossier_elements_dossier_id_position_idx ON dossier_elements USING btree (dossier_id, "position")
CREATE INDEX email_changes_user_id_idx ON email_changes USING btree (user_id)
CREATE INDEX events_acting_id_id_idx ON events USING btree (acting_id, id)
CREATE INDEX events_actor_id_id_idx ON events USING btree (actor_id, id)
CREATE INDEX events_at_id_idx ON events USING btree (at, id) WHERE (actor_id IS NOT NULL)
CREATE INDEX events_by_people_group_id_id_idx ON events USING btree (group_id, id) WHERE (actor_id IS NOT NULL)
CREATE INDEX events_contribution_id_id_idx ON events USING btree (contribution_id, id)
CREATE INDEX events_group_id_id_idx ON events USING btree (group_id, id)
CREATE INDEX events_user_id_id_idx ON events USING btree (user_id, id)
CREATE INDEX file_texts_state_asked_at_idx ON file_texts USING btree (state, asked_at)
CREATE INDEX files_created_at_idx ON files USING btree (created_at)
CREATE INDEX framing_amendment_supports_user_id_idx ON framing_amendment_supports USING btree (user_id)
CREATE INDEX framing_amendments_state_integrated_in_idx ON framing_amendments USING btree (state, integrated_in)
CREATE INDEX framing_signatures_scan_idx ON framing_signatures USING btree (scan)
CREATE INDEX framing_signatures_user_id_idx ON framing_signatures USING btree (user_id)
CREATE INDEX framing_versions_in_force_on_idx ON framing_versions USING btree (in_force_on)
CREATE INDEX groups_name_folded_idx ON groups USING btree (name_folded)
CREATE INDEX handovers_from_id_state_idx ON handovers USING btree (from_id, state)
CREATE INDEX handovers_to_id_state_idx ON handovers USING btree (to_id, state)
CREATE INDEX jobs_run_at_idx ON jobs USING btree (run_at)
CREATE INDEX known_devices_last_seen_at_idx ON known_devices USING btree (last_seen_at)
CREATE INDEX library_entries_binned_with_idx ON library_entries USING btree (binned_with)
CREATE INDEX library_entries_document_id_idx ON library_entries USING btree (document_id)
CREATE INDEX library_entries_group_id_binned_at_idx ON library_entries USING btree (group_id, binned_at)
CREATE INDEX library_entries_parent_id_idx ON library_entries USING btree (parent_id)
CREATE INDEX library_entries_shelf_rank_sorted_id_idx ON library_entries USING btree (shelf, rank, sorted, id)
CREATE INDEX library_link_uses_link_id_id_idx ON library_link_uses USING btree (link_id, id)
CREATE INDEX library_links_entry_id_id_idx ON library_links USING btree (entry_id, id)
CREATE INDEX library_links_expires_at_idx ON library_links USING btree (expires_at)
CREATE INDEX live_texts_unnamed_since_idx ON live_texts USING btree (unnamed_since)
CREATE INDEX mails_at_idx ON mails USING btree (at)
CREATE INDEX mandates_ends_on_idx ON mandates USING btree (ends_on)
CREATE INDEX mandates_user_id_starts_on_idx ON mandates USING btree (user_id, starts_on)
CREATE INDEX memberships_user_id_idx ON memberships USING btree (user_id)
CREATE INDEX messages_answers_id_idx ON messages USING btree (answers_id)
CREATE INDEX messages_author_id_state_idx ON messages USING btree (author_id, state)
CREATE INDEX messages_state_thread_id_idx ON messages USING btree (state, thread_id)
CREATE INDEX method_uses_method_id_held_on_idx ON method_uses USING btree (method_id, held_on)
CREATE INDEX one_time_links_token_hash_idx ON one_time_links USING btree (token_hash)
CREATE INDEX one_time_links_user_id_idx ON one_time_links USING btree (user_id)
CREATE INDEX paper_consents_user_id_idx ON paper_consents USING btree (user_id)
CREATE INDEX passkeys_user_id_idx ON passkeys USING btree (user_id)
CREATE INDEX poll_voters_user_id_has_voted_idx ON poll_voters USING btree (user_id, has_voted)
CREATE INDEX polls_closes_at_idx ON polls USING btree (closes_at)
CREATE INDEX polls_contribution_id_idx ON polls USING btree (contribution_id)
CREATE INDEX polls_framing_version_id_idx ON polls USING btree (framing_version_id)
CREATE INDEX prints_sha256_idx ON prints USING btree (sha256)
CREATE INDEX prints_state_asked_at_idx ON prints USING btree (state, asked_at)
CREATE INDEX readings_contribution_id_idx ON readings USING btree (contribution_id)
CREATE INDEX recovery_codes_user_id_idx ON recovery_codes USING btree (user_id)
CREATE INDEX report_cases_author_id_author_told_idx ON report_cases USING btree (author_id, author_told)
CREATE INDEX report_cases_state_group_id_idx ON report_cases USING btree (state, group_id)
CREATE INDEX reports_user_id_at_idx ON reports USING btree (user_id, at)
CREATE INDEX reports_user_id_told_idx ON reports USING btree (user_id, told)
CREATE INDEX reviews_contribution_id_at_idx ON reviews USING btree (contribution_id, at)
CREATE INDEX search_index_words_idx ON search_index USING gin (words)
CREATE INDEX sessions_expires_at_idx ON sessions USING btree (expires_at)
CREATE INDEX sessions_user_id_idx ON sessions USING btree (user_id)
CREATE INDEX sign_in_failures_account_at_idx ON sign_in_failures USING btree (account, at)
CREATE INDEX sign_in_failures_address_at_idx ON sign_in_failures USING btree (address, at)
CREATE INDEX sponsors_sponsor_id_idx ON sponsors USING btree (sponsor_id)
CREATE INDEX suggestions_answers_id_idx ON suggestions USING btree (answers_id)
CREATE INDEX suggestions_author_id_told_idx ON suggestions USING btree (author_id, told)
CREATE INDEX suggestions_contribution_id_state_idx ON suggestions USING btree (contribution_id, state)
CREATE INDEX text_intakes_contribution_id_idx ON text_intakes USING btree (contribution_id)
CREATE INDEX thread_reads_thread_id_idx ON thread_reads USING btree (thread_id)
CREATE INDEX threads_contribution_id_idx ON threads USING btree (contribution_id)
CREATE INDEX threads_group_id_answers_idx ON threads USING btree (group_id, answers)
CREATE INDEX threads_group_id_last_at_idx ON threads USING btree (group_id, last_at)
CREATE INDEX unsaved_texts_user_id_contribution_id_idx ON unsaved_texts USING btree (user_id, contribution_id)
CREATE INDEX unsent_messages_user_id_group_id_idx ON unsent_messages USING btree (user_id, group_id)
CREATE INDEX uploads_at_idx ON uploads USING btree (at)
CREATE INDEX uploads_user_id_at_idx ON uploads USING btree (user_id, at)
CREATE INDEX webhook_messages_at_idx ON webhook_messages USING btree (at)
CREATE INDEX webhook_messages_webhook_id_idx ON webhook_messages USING btree (webhook_id)
CREATE UNIQUE INDEX acronyms_pkey ON acronyms USING btree (id)
CREATE UNIQUE INDEX acronyms_slug_idx ON acronyms USING btree (slug)
CREATE UNIQUE INDEX actings_pkey ON actings USING btree (id)
CREATE UNIQUE INDEX admissions_group_id_user_id_idx ON admissions USING btree (group_id, user_id)
CREATE UNIQUE INDEX admissions_pkey ON admissions USING btree (id)
CREATE UNIQUE INDEX adoptions_pkey ON adoptions USING btree (contribution_id)
CREATE UNIQUE INDEX adoptions_year_sequence_idx ON adoptions USING btree (year, sequence)
CREATE UNIQUE INDEX api_answers_pkey ON api_answers USING btree (token_id, request_key)
CREATE UNIQUE INDEX api_tokens_pkey ON api_tokens USING btree (id)
CREATE UNIQUE INDEX api_tokens_token_hash_key ON api_tokens USING btree (token_hash)
CREATE UNIQUE INDEX backup_plan_pkey ON backup_plan USING btree (id)
CREATE UNIQUE INDEX backups_pkey ON backups USING btree (id)
CREATE UNIQUE INDEX begun_images_pkey ON begun_images USING btree (user_id, name)
CREATE UNIQUE INDEX behalf_marks_kind_subject_idx ON behalf_marks USING btree (kind, subject)
CREATE UNIQUE INDEX behalf_marks_pkey ON behalf_marks USING btree (id)
CREATE UNIQUE INDEX checked_points_pkey ON checked_points USING btree (contribution_id, point)
CREATE UNIQUE INDEX code_secrets_pkey ON code_secrets USING btree (id)
CREATE UNIQUE INDEX code_secrets_user_id_key ON code_secrets USING btree (user_id)
CREATE UNIQUE INDEX comment_mentions_pkey ON comment_mentions USING btree (message_id, user_id)
CREATE UNIQUE INDEX comment_messages_comment_id_position_idx ON comment_messages USING btree (comment_id, "position")
CREATE UNIQUE INDEX comment_messages_pkey ON comment_messages USING btree (id)
CREATE UNIQUE INDEX comments_pkey ON comments USING btree (id)
CREATE UNIQUE INDEX contribution_authors_pkey ON contribution_authors USING btree (contribution_id, user_id)
CREATE UNIQUE INDEX contribution_reviewers_pkey ON contribution_reviewers USING btree (contribution_id, user_id)
CREATE UNIQUE INDEX contributions_pkey ON contributions USING btree (id)
CREATE UNIQUE INDEX council_pkey ON council USING btree (id)
CREATE UNIQUE INDEX data_exports_pkey ON data_exports USING btree (id)
CREATE UNIQUE INDEX data_settings_pkey ON data_settings USING btree (id)
CREATE UNIQUE INDEX declaration_targets_pkey ON declaration_targets USING btree (declaration_id, kind, target_id)
CREATE UNIQUE INDEX declarations_pkey ON declarations USING btree (id)
CREATE UNIQUE INDEX delegations_pkey ON delegations USING btree (id)
CREATE UNIQUE INDEX dissent_signatures_pkey ON dissent_signatures USING btree (dissent_id, user_id)
CREATE UNIQUE INDEX dissents_pkey ON dissents USING btree (id)
CREATE UNIQUE INDEX document_captions_pkey ON document_captions USING btree (document_id, sha256, language)
CREATE UNIQUE INDEX document_tags_pkey ON document_tags USING btree (document_id, folded)
CREATE UNIQUE INDEX document_versions_pkey ON document_versions USING btree (document_id, number)
CREATE UNIQUE INDEX documents_pkey ON documents USING btree (id)
CREATE UNIQUE INDEX dossier_elements_dossier_id_contribution_id_idx ON dossier_elements USING btree (dossier_id, contribution_id)
CREATE UNIQUE INDEX dossier_elements_dossier_id_document_id_idx ON dossier_elements USING btree (dossier_id, document_id)
CREATE UNIQUE INDEX dossier_elements_pkey ON dossier_elements USING btree (id)
CREATE UNIQUE INDEX email_changes_pkey ON email_changes USING btree (id)
CREATE UNIQUE INDEX erasure_requests_pkey ON erasure_requests USING btree (user_id)
CREATE UNIQUE INDEX erasures_pkey ON erasures USING btree (user_id)
CREATE UNIQUE INDEX events_pkey ON events USING btree (id)
CREATE UNIQUE INDEX file_text_parts_pkey ON file_text_parts USING btree (sha256, number)
CREATE UNIQUE INDEX file_texts_pkey ON file_texts USING btree (sha256)
CREATE UNIQUE INDEX files_pkey ON files USING btree (sha256)
CREATE UNIQUE INDEX former_editions_pkey ON former_editions USING btree (contribution_id, "position")
CREATE UNIQUE INDEX framing_amendment_supports_pkey ON framing_amendment_supports USING btree (amendment_id, user_id)
CREATE UNIQUE INDEX framing_amendments_pkey ON framing_amendments USING btree (id)
CREATE UNIQUE INDEX framing_amendments_version_id_number_idx ON framing_amendments USING btree (version_id, number)
CREATE UNIQUE INDEX framing_articles_pkey ON framing_articles USING btree (id)
CREATE UNIQUE INDEX framing_articles_version_id_place_idx ON framing_articles USING btree (version_id, place)
CREATE UNIQUE INDEX framing_revisions_pkey ON framing_revisions USING btree (version_id, number)
CREATE UNIQUE INDEX framing_signatures_pkey ON framing_signatures USING btree (version_id, user_id)
CREATE UNIQUE INDEX framing_texts_pkey ON framing_texts USING btree (id)
CREATE UNIQUE INDEX framing_texts_slug_idx ON framing_texts USING btree (slug)
CREATE UNIQUE INDEX framing_versions_pkey ON framing_versions USING btree (id)
CREATE UNIQUE INDEX framing_versions_text_id_number_idx ON framing_versions USING btree (text_id, number)
CREATE UNIQUE INDEX groups_pkey ON groups USING btree (id)
CREATE UNIQUE INDEX groups_slug_key ON groups USING btree (slug)
CREATE UNIQUE INDEX handovers_pkey ON handovers USING btree (id)
CREATE UNIQUE INDEX jobs_pkey ON jobs USING btree (id)
CREATE UNIQUE INDEX journal_seals_event_id_idx ON journal_seals USING btree (event_id)
CREATE UNIQUE INDEX journal_seals_pkey ON journal_seals USING btree (sequence)
CREATE UNIQUE INDEX journal_settings_pkey ON journal_settings USING btree (id)
CREATE UNIQUE INDEX known_devices_pkey ON known_devices USING btree (id)
CREATE UNIQUE INDEX known_devices_user_id_token_hash_idx ON known_devices USING btree (user_id, token_hash)
CREATE UNIQUE INDEX library_entries_pkey ON library_entries USING btree (id)
CREATE UNIQUE INDEX library_link_uses_pkey ON library_link_uses USING btree (id)
CREATE UNIQUE INDEX library_links_pkey ON library_links USING btree (id)
CREATE UNIQUE INDEX library_links_token_hash_idx ON library_links USING btree (token_hash)
CREATE UNIQUE INDEX library_settings_pkey ON library_settings USING btree (id)
CREATE UNIQUE INDEX library_tags_folded_idx ON library_tags USING btree (folded)
CREATE UNIQUE INDEX library_tags_pkey ON library_tags USING btree (id)
CREATE UNIQUE INDEX linked_accounts_issuer_subject_idx ON linked_accounts USING btree (issuer, subject)
CREATE UNIQUE INDEX linked_accounts_pkey ON linked_accounts USING btree (id)
CREATE UNIQUE INDEX linked_accounts_user_id_issuer_idx ON linked_accounts USING btree (user_id, issuer)
CREATE UNIQUE INDEX live_texts_contribution_id_idx ON live_texts USING btree (contribution_id)
CREATE UNIQUE INDEX live_texts_framing_version_id_idx ON live_texts USING btree (framing_version_id)
CREATE UNIQUE INDEX live_texts_pkey ON live_texts USING btree (id)
CREATE UNIQUE INDEX live_updates_pkey ON live_updates USING btree (live_text_id, seq)
CREATE UNIQUE INDEX mails_pkey ON mails USING btree (id)
CREATE UNIQUE INDEX mandates_pkey ON mandates USING btree (id)
CREATE UNIQUE INDEX memberships_group_id_user_id_idx ON memberships USING btree (group_id, user_id)
CREATE UNIQUE INDEX memberships_pkey ON memberships USING btree (id)
CREATE UNIQUE INDEX message_versions_pkey ON message_versions USING btree (message_id, version)
CREATE UNIQUE INDEX messages_pkey ON messages USING btree (id)
CREATE UNIQUE INDEX messages_thread_id_position_idx ON messages USING btree (thread_id, "position")
CREATE UNIQUE INDEX method_uses_pkey ON method_uses USING btree (id)
CREATE UNIQUE INDEX methods_pkey ON methods USING btree (id)
CREATE UNIQUE INDEX methods_slug_idx ON methods USING btree (slug)
CREATE UNIQUE INDEX one_time_links_pkey ON one_time_links USING btree (id)
CREATE UNIQUE INDEX paper_consents_pkey ON paper_consents USING btree (id)
CREATE UNIQUE INDEX passkeys_credential_key ON passkeys USING btree (credential)
CREATE UNIQUE INDEX passkeys_pkey ON passkeys USING btree (id)
CREATE UNIQUE INDEX poll_open_ballots_pkey ON poll_open_ballots USING btree (poll_id, user_id)
CREATE UNIQUE INDEX poll_rules_pkey ON poll_rules USING btree (id)
CREATE UNIQUE INDEX poll_secret_ballots_pkey ON poll_secret_ballots USING btree (poll_id, receipt)
CREATE UNIQUE INDEX poll_voters_pkey ON poll_voters USING btree (poll_id, user_id)
CREATE UNIQUE INDEX polls_pkey ON polls USING btree (id)
CREATE UNIQUE INDEX polls_year_sequence_idx ON polls USING btree (year, sequence)
CREATE UNIQUE INDEX prints_contribution_id_version_format_mark_idx ON prints USING btree (contribution_id, version, format, mark)
CREATE UNIQUE INDEX prints_pkey ON prints USING btree (id)
CREATE UNIQUE INDEX purges_pkey ON purges USING btree (day, kind)
CREATE UNIQUE INDEX readings_pkey ON readings USING btree (user_id, contribution_id)
CREATE UNIQUE INDEX recovery_codes_pkey ON recovery_codes USING btree (id)
CREATE UNIQUE INDEX reminders_pkey ON reminders USING btree (user_id, kind, subject)
CREATE UNIQUE INDEX renderings_pkey ON renderings USING btree (revision_id)
CREATE UNIQUE INDEX report_cases_kind_subject_id_idx ON report_cases USING btree (kind, subject_id)
CREATE UNIQUE INDEX report_cases_pkey ON report_cases USING btree (id)
CREATE UNIQUE INDEX reports_case_id_user_id_idx ON reports USING btree (case_id, user_id)
CREATE UNIQUE INDEX reports_pkey ON reports USING btree (id)
CREATE UNIQUE INDEX reviews_pkey ON reviews USING btree (id)
CREATE UNIQUE INDEX revision_writers_pkey ON revision_writers USING btree (revision_id, user_id)
CREATE UNIQUE INDEX revisions_contribution_id_position_idx ON revisions USING btree (contribution_id, "position")
CREATE UNIQUE INDEX revisions_pkey ON revisions USING btree (id)
CREATE UNIQUE INDEX search_documents_kind_subject_id_idx ON search_documents USING btree (kind, subject_id)
CREATE UNIQUE INDEX search_documents_pkey ON search_documents USING btree (id)
CREATE UNIQUE INDEX search_index_pkey ON search_index USING btree (rowid)
CREATE UNIQUE INDEX search_pending_pkey ON search_pending USING btree (id)
CREATE UNIQUE INDEX search_texts_pkey ON search_texts USING btree (document_id)
CREATE UNIQUE INDEX search_words_pkey ON search_words USING btree (word)
CREATE UNIQUE INDEX sessions_pkey ON sessions USING btree (id)
CREATE UNIQUE INDEX sign_in_failures_pkey ON sign_in_failures USING btree (id)
CREATE UNIQUE INDEX snoozes_pkey ON snoozes USING btree (user_id, kind, subject)
CREATE UNIQUE INDEX sponsors_pkey ON sponsors USING btree (id)
CREATE UNIQUE INDEX sponsors_user_id_sponsor_id_idx ON sponsors USING btree (user_id, sponsor_id)
CREATE UNIQUE INDEX suggestions_pkey ON suggestions USING btree (id)
CREATE UNIQUE INDEX text_images_pkey ON text_images USING btree (contribution_id, name)
CREATE UNIQUE INDEX text_intakes_pkey ON text_intakes USING btree (id)
CREATE UNIQUE INDEX text_templates_pkey ON text_templates USING btree (kind)
CREATE UNIQUE INDEX thread_reads_pkey ON thread_reads USING btree (user_id, thread_id)
CREATE UNIQUE INDEX threads_pkey ON threads USING btree (id)
CREATE UNIQUE INDEX tutorial_marks_pkey ON tutorial_marks USING btree (id)
CREATE UNIQUE INDEX tutorial_marks_user_id_tutorial_id_step_idx ON tutorial_marks USING btree (user_id, tutorial_id, step)
CREATE UNIQUE INDEX tutorial_opinions_pkey ON tutorial_opinions USING btree (id)
CREATE UNIQUE INDEX tutorial_opinions_tutorial_id_user_id_idx ON tutorial_opinions USING btree (tutorial_id, user_id)
CREATE UNIQUE INDEX tutorial_paths_pkey ON tutorial_paths USING btree (id)
CREATE UNIQUE INDEX tutorial_paths_slug_idx ON tutorial_paths USING btree (slug)
CREATE UNIQUE INDEX tutorial_pleas_pkey ON tutorial_pleas USING btree (id)
CREATE UNIQUE INDEX tutorial_pleas_tutorial_id_user_id_idx ON tutorial_pleas USING btree (tutorial_id, user_id)
CREATE UNIQUE INDEX tutorials_pkey ON tutorials USING btree (id)
CREATE UNIQUE INDEX tutorials_slug_idx ON tutorials USING btree (slug)
CREATE UNIQUE INDEX unreminded_pkey ON unreminded USING btree (user_id)
CREATE UNIQUE INDEX unsaved_texts_pkey ON unsaved_texts USING btree (id)
CREATE UNIQUE INDEX unsent_messages_pkey ON unsent_messages USING btree (id)
CREATE UNIQUE INDEX uploads_pkey ON uploads USING btree (id)
CREATE UNIQUE INDEX users_email_key ON users USING btree (email)
CREATE UNIQUE INDEX users_pkey ON users USING btree (id)
CREATE UNIQUE INDEX webhook_messages_pkey ON webhook_messages USING btree (id)
CREATE UNIQUE INDEX webhooks_pkey ON webhooks USING btree (id)
CREATE UNIQUE INDEX welcomes_pkey ON welcomes USING btree (user_id)
