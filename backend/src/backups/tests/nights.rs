//! The backups that are made by themselves.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    backups::{BackupState, BackupTrouble, Keep},
    home::AskedKind,
};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::council;
use crate::{
    backups::{Made, backups, begin_night, end_night, make, plan, rehearse, rotate, what_is_wrong},
    entities::job,
    home::asked_of_me,
};

#[tokio::test]
async fn the_backup_of_a_night_is_made_once_tested_and_the_old_ones_go() {
    let (test, cast) = council().await;
    let folder = tempfile::tempdir().expect("a folder");
    let named = |at: DateTime<Utc>| at.format("%Y-%m-%d").to_string();
    plan(&test.backend, true, true).await.expect("planned");
    for _ in 0..12 {
        let night = begin_night(&test.backend, false, named).await.expect("asked").expect("due");
        assert_eq!(
            begin_night(&test.backend, false, named).await.expect("asked"),
            None,
            "once for all nodes"
        );
        let file = folder.path().join(&night.name);
        let made = make(&test.backend, &file, None).await.expect("made");
        let found = rehearse(&file, None, folder.path()).await.expect("restored for a test");
        assert_eq!((found.rows, found.files), (made.rows, made.files));
        end_night(&test.backend, &night, &Ok(made)).await.expect("noted");
        assert_eq!(
            begin_night(&test.backend, false, named).await.expect("asked"),
            None,
            "until the next night"
        );
        let keep = Keep { days: 3, weeks: 0, months: 0 };
        rotate(&test.backend, keep, |name| std::fs::remove_file(folder.path().join(name)))
            .await
            .expect("rotated");
        test.wait(TimeDelta::days(1));
    }
    let left = std::fs::read_dir(folder.path()).expect("listed").count();
    assert_eq!(left, 3, "as many files as are kept, and nothing of the tests");
    let seen = backups(&test.as_user(cast.administrator.id).await).await.expect("read");
    assert_eq!(seen.all.len(), 3);
    assert!(seen.all.iter().all(|backup| backup.state == BackupState::Sound && backup.tested_at.is_some()));
    assert_eq!(seen.wrong, None);
    for person in [cast.member, cast.chair, cast.facilitator] {
        assert!(backups(&test.as_user(person.id).await).await.is_err(), "{}", person.email);
    }
    test.finish().await;
}

#[tokio::test]
async fn a_backup_that_failed_or_is_late_is_asked_of_the_administrator() {
    let (test, cast) = council().await;
    let asked = async |id| {
        let asked = asked_of_me(&test.as_user(id).await).await.expect("read").now;
        asked.iter().any(|ask| ask.kind == AskedKind::Mend)
    };
    let named = |_| "nuit".to_owned();
    assert!(!asked(cast.administrator.id).await, "nobody makes backups here");
    plan(&test.backend, true, true).await.expect("planned");
    assert!(!asked(cast.administrator.id).await, "the first is being prepared");
    let night = begin_night(&test.backend, true, named).await.expect("asked").expect("due");
    end_night(&test.backend, &night, &Err((BackupTrouble::Folder, None))).await.expect("noted");
    assert!(asked(cast.administrator.id).await);
    assert!(!asked(cast.chair.id).await && !asked(cast.member.id).await);
    test.wait(TimeDelta::hours(2));
    let night = begin_night(&test.backend, true, named).await.expect("asked").expect("tried again");
    let made = Made { bytes: 1, rows: 1, files: 0, missing: Vec::new() };
    end_night(&test.backend, &night, &Ok(made)).await.expect("noted");
    assert!(!asked(cast.administrator.id).await);
    test.wait(TimeDelta::hours(37));
    let wrong = what_is_wrong(&test.backend.system()).await.expect("read").expect("late");
    assert_eq!(wrong.0, BackupTrouble::Late);
    assert!(asked(cast.administrator.id).await);
    // The program stops during the next one.
    begin_night(&test.backend, true, named).await.expect("asked").expect("due");
    plan(&test.backend, true, true).await.expect("planned");
    let wrong = what_is_wrong(&test.backend.system()).await.expect("read").expect("stopped");
    assert_eq!(wrong.0, BackupTrouble::Stopped);
    assert!(
        begin_night(&test.backend, true, named).await.expect("asked").is_some(),
        "another is made at once"
    );
    assert_eq!(job::Entity::find().count(test.backend.db().reader()).await.expect("read"), 0);
    test.finish().await;
}
