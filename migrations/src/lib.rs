//! The schema of the database: forward only, one change a file.
//!
//! Nothing of ours is imported here, so the meaning of a migration cannot drift. `schema/` holds the resulting
//! schemas, which a test compares with a database migrated from empty, on both engines.

use sea_orm_migration::prelude::*;

mod columns;

mod m20261122_01_council;
mod m20261122_02_people;
mod m20261122_03_accounts;
mod m20261122_04_groups;
mod m20261122_05_contributions;
mod m20261122_06_adoptions;
mod m20261122_07_journal;
mod m20261122_08_jobs_and_mails;
mod m20261122_09_people_search;
mod m20261122_10_groups_found;
mod m20261122_11_texts_found_and_compared;
mod m20261122_20_reviewers;
mod m20261122_21_after_publication;
mod m20261122_22_consultations_and_readings;
mod m20261122_30_group_life;
mod m20261122_31_admissions;
mod m20261122_32_handovers;
mod m20261122_33_people_shown;
mod m20261122_40_discussions;
mod m20261122_50_snoozes;
mod m20261122_60_library;
mod m20261122_61_uploads;
mod m20261122_62_links_outside;
mod m20261122_70_search;
mod m20261122_71_file_texts;
mod m20261122_79_documents_found;
mod m20261122_80_journal_by_day;
mod m20261122_81_inside_found;
mod m20261122_85_dossiers;
mod m20261122_86_keywords;

mod m20261122_100_live_texts;
mod m20261122_101_versions;
mod m20261122_105_text_templates;
mod m20261122_106_dissents;
mod m20261122_90_portraits;
mod m20261123_210_amendments;
mod m20261123_256_begun_images;
mod m20261123_260_api_tokens;
mod m20261123_261_webhooks;
mod m20261123_266_reminders;
mod m20261123_267_poll_rules;
mod m20261123_270_linked_accounts;
mod m20261123_271_delegations;
mod m20261123_276_sheets_in_english;
mod m20261123_277_acronyms_in_english;
mod m20261123_280_behalf;
mod m20261123_290_live_subjects;

mod m20261122_102_suggestions;

mod m20261122_110_captions;
mod m20261122_120_prints;

mod m20261122_130_glossary;
mod m20261122_131_toolbox;
mod m20261122_132_toolbox_found;
mod m20261122_150_polls;
mod m20261122_160_comments;
mod m20261122_161_comments_found;
mod m20261122_165_text_intakes;
mod m20261122_166_text_images;
mod m20261122_170_charter;
mod m20261122_171_polls_on_framing_texts;
mod m20261122_172_framing_signatures;
mod m20261122_173_articles_found;
mod m20261122_180_tutorials;
mod m20261122_181_tutorials_followed;
mod m20261122_182_tutorials_found;
mod m20261122_183_welcomes;
mod m20261122_200_records_mended;

mod m20261122_190_backups;

mod m20261123_220_erasures;
mod m20261123_221_keeping;
mod m20261123_222_data_exports;
mod m20261123_230_second_factor;
mod m20261123_231_known_devices;
mod m20261123_232_passkeys;
mod m20261123_240_reports;
mod m20261123_241_journal_chain;
mod m20261123_250_declarations;

/// Applies the migrations in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_01_council::Migration),
            Box::new(m20261122_02_people::Migration),
            Box::new(m20261122_03_accounts::Migration),
            Box::new(m20261122_04_groups::Migration),
            Box::new(m20261122_05_contributions::Migration),
            Box::new(m20261122_06_adoptions::Migration),
            Box::new(m20261122_07_journal::Migration),
            Box::new(m20261122_08_jobs_and_mails::Migration),
            Box::new(m20261122_09_people_search::Migration),
            Box::new(m20261122_10_groups_found::Migration),
            Box::new(m20261122_11_texts_found_and_compared::Migration),
            Box::new(m20261122_20_reviewers::Migration),
            Box::new(m20261122_21_after_publication::Migration),
            Box::new(m20261122_22_consultations_and_readings::Migration),
            Box::new(m20261122_30_group_life::Migration),
            Box::new(m20261122_31_admissions::Migration),
            Box::new(m20261122_32_handovers::Migration),
            Box::new(m20261122_33_people_shown::Migration),
            Box::new(m20261122_40_discussions::Migration),
            Box::new(m20261122_50_snoozes::Migration),
            Box::new(m20261122_60_library::Migration),
            Box::new(m20261122_61_uploads::Migration),
            Box::new(m20261122_62_links_outside::Migration),
            Box::new(m20261122_70_search::Migration),
            Box::new(m20261122_71_file_texts::Migration),
            Box::new(m20261122_79_documents_found::Migration),
            Box::new(m20261122_80_journal_by_day::Migration),
            Box::new(m20261122_81_inside_found::Migration),
            Box::new(m20261122_85_dossiers::Migration),
            Box::new(m20261122_86_keywords::Migration),
            Box::new(m20261122_90_portraits::Migration),
            Box::new(m20261122_100_live_texts::Migration),
            Box::new(m20261122_101_versions::Migration),
            Box::new(m20261122_102_suggestions::Migration),
            Box::new(m20261122_105_text_templates::Migration),
            Box::new(m20261122_106_dissents::Migration),
            Box::new(m20261122_110_captions::Migration),
            Box::new(m20261122_120_prints::Migration),
            Box::new(m20261122_130_glossary::Migration),
            Box::new(m20261122_131_toolbox::Migration),
            Box::new(m20261122_132_toolbox_found::Migration),
            Box::new(m20261122_150_polls::Migration),
            Box::new(m20261122_160_comments::Migration),
            Box::new(m20261122_161_comments_found::Migration),
            Box::new(m20261122_165_text_intakes::Migration),
            Box::new(m20261122_166_text_images::Migration),
            Box::new(m20261122_170_charter::Migration),
            Box::new(m20261122_171_polls_on_framing_texts::Migration),
            Box::new(m20261122_172_framing_signatures::Migration),
            Box::new(m20261122_173_articles_found::Migration),
            Box::new(m20261122_180_tutorials::Migration),
            Box::new(m20261122_181_tutorials_followed::Migration),
            Box::new(m20261122_182_tutorials_found::Migration),
            Box::new(m20261122_183_welcomes::Migration),
            Box::new(m20261122_190_backups::Migration),
            Box::new(m20261122_200_records_mended::Migration),
            Box::new(m20261123_210_amendments::Migration),
            Box::new(m20261123_220_erasures::Migration),
            Box::new(m20261123_221_keeping::Migration),
            Box::new(m20261123_222_data_exports::Migration),
            Box::new(m20261123_230_second_factor::Migration),
            Box::new(m20261123_231_known_devices::Migration),
            Box::new(m20261123_232_passkeys::Migration),
            Box::new(m20261123_240_reports::Migration),
            Box::new(m20261123_241_journal_chain::Migration),
            Box::new(m20261123_250_declarations::Migration),
            Box::new(m20261123_256_begun_images::Migration),
            Box::new(m20261123_260_api_tokens::Migration),
            Box::new(m20261123_261_webhooks::Migration),
            Box::new(m20261123_266_reminders::Migration),
            Box::new(m20261123_267_poll_rules::Migration),
            Box::new(m20261123_270_linked_accounts::Migration),
            Box::new(m20261123_271_delegations::Migration),
            Box::new(m20261123_276_sheets_in_english::Migration),
            Box::new(m20261123_277_acronyms_in_english::Migration),
            Box::new(m20261123_280_behalf::Migration),
            Box::new(m20261123_290_live_subjects::Migration),
        ]
    }
}

/// Some of the migrations: those of an earlier program, for a backup made by it. What the others do comes after its rows.
#[derive(Clone, Debug)]
pub struct Only(pub std::collections::BTreeSet<String>);

impl sea_orm_migration::MigratorTraitSelf for Only {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let all = <Migrator as MigratorTrait>::migrations().into_iter();
        all.filter(|migration| self.0.contains(migration.name())).collect()
    }
}

/// The names of all the migrations, in their order.
pub fn names() -> Vec<String> {
    <Migrator as MigratorTrait>::migrations().iter().map(|migration| migration.name().to_owned()).collect()
}
