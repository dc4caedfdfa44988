//! Keeping the index: what changed is read again a moment later, a batch at a time, each in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use domain::{ids::SearchDocumentId, search::SubjectKind};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{self, Alias, Expr, ExprTrait, OnConflict},
};

use super::{
    engine::{Engine, Kept},
    subjects::{self, Readable},
};
use crate::{
    Backend, Result,
    entities::{search_document, search_pending, search_text, search_word},
};

/// Changes read in one transaction when nobody waits, and while the site is served.
const BATCH: u64 = 50;
const FEW: u64 = 8;
/// Documents among them: each may hold a mebibyte of text, and a transaction keeps others waiting.
const DOCUMENTS: usize = 2;
/// Words of something that are read: what comes after is not found.
const WORDS: usize = 150_000;
/// Letters of all its different words: PostgreSQL keeps a mebibyte of a document with the places of words, and both
/// engines find the same. Only a text of numbers and codes comes to this.
const LETTERS: usize = 900_000;
/// Lines written by one statement.
const ROWS: usize = 400;
/// Letters of a word that somebody may mistype.
const MISTYPED: std::ops::RangeInclusive<usize> = 4..=30;

/// Reads again all that changed, and gives how many changes there were.
///
/// # Errors
/// The database failed; what was not read stays to be read.
pub async fn catch_up(backend: &Backend) -> Result<u64> {
    let mut done = 0;
    loop {
        match batch(backend, BATCH).await? {
            0 => return Ok(done),
            read => done += read,
        }
    }
}

/// Has everything read again, the oldest first; `told` hears how much remains.
///
/// # Errors
/// The database failed; what was not read stays to be read.
pub async fn reindex(backend: &Backend, mut told: impl FnMut(u64)) -> Result<()> {
    let tx = backend.db().begin().await?;
    let mut everything = Vec::new();
    for family in subjects::FAMILIES {
        let kind = family[0];
        everything.extend(subjects::all(&tx, kind).await?.into_iter().map(|(id, at)| (at, kind, id)));
    }
    everything.sort_unstable();
    search_pending::Entity::delete_many().exec(&tx).await?;
    search_word::Entity::delete_many().exec(&tx).await?;
    // What is gone is read first, and found to be gone.
    let kept: Vec<(SubjectKind, i64)> = search_document::Entity::find()
        .select_only()
        .columns([search_document::Column::Kind, search_document::Column::SubjectId])
        .into_tuple()
        .all(&tx)
        .await?;
    let there: BTreeSet<(SubjectKind, i64)> = everything.iter().map(|(_, kind, id)| (*kind, *id)).collect();
    let gone = kept.into_iter().filter(|(kind, id)| !there.contains(&(subjects::family(*kind)[0], *id)));
    let all: Vec<(SubjectKind, i64)> =
        gone.chain(everything.iter().map(|(_, kind, id)| (*kind, *id))).collect();
    put_down(&tx, &all).await?;
    tx.commit().await?;
    loop {
        told(search_pending::Entity::find().count(backend.db().reader()).await?);
        if batch(backend, BATCH).await? == 0 {
            break;
        }
    }
    Engine::of(backend.db().writer()).settle(backend.db().writer()).await
}

/// Has read again what an earlier analyser read.
///
/// # Errors
/// The database failed.
pub async fn renew(backend: &Backend) -> Result<()> {
    let outdated: Vec<(SubjectKind, i64)> = search_document::Entity::find()
        .select_only()
        .columns([search_document::Column::Kind, search_document::Column::SubjectId])
        .filter(search_document::Column::Analyser.ne(lexis::VERSION))
        .order_by_asc(search_document::Column::Id)
        .into_tuple()
        .all(backend.db().reader())
        .await?;
    if outdated.is_empty() {
        return Ok(());
    }
    let tx = backend.db().begin().await?;
    put_down(&tx, &outdated).await?;
    tx.commit().await
}

async fn put_down(tx: &impl ConnectionTrait, subjects: &[(SubjectKind, i64)]) -> Result<()> {
    for some in subjects.chunks(ROWS) {
        let rows = some.iter().map(|(kind, id)| search_pending::ActiveModel {
            kind: Set(*kind),
            subject_id: Set(*id),
            ..Default::default()
        });
        search_pending::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Reads some of the oldest changes and leaves the others for a moment later: gives how many there were. Whoever saves
/// a text does not wait for more than these.
///
/// # Errors
/// The database failed; what was not read stays to be read.
pub(crate) async fn follow(backend: &Backend) -> Result<u64> {
    batch(backend, FEW).await
}

/// Reads again the oldest changes, and gives how many there were. What is long is done before the transaction.
async fn batch(backend: &Backend, size: u64) -> Result<u64> {
    let db = backend.db();
    let rows = search_pending::Entity::find()
        .order_by_asc(search_pending::Column::Id)
        .limit(size)
        .all(db.reader())
        .await?;
    let rows = with_few_documents(rows);
    if rows.is_empty() {
        return Ok(0);
    }
    let mut changed: BTreeMap<SubjectKind, BTreeSet<i64>> = BTreeMap::new();
    for row in &rows {
        let kind = subjects::family(row.kind).first().copied().unwrap_or(row.kind);
        changed.entry(kind).or_default().insert(row.subject_id);
    }
    let mut read = Vec::new();
    for (kind, ids) in &changed {
        let found = subjects::read(db.reader(), *kind, ids.iter().copied().collect()).await?;
        read.extend(
            tokio::task::spawn_blocking(|| found.into_iter().map(analysed).collect::<Vec<_>>()).await?,
        );
    }
    let tx = db.begin().await?;
    let ours = search_pending::Entity::delete_many()
        .filter(search_pending::Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(&tx)
        .await?;
    if ours.rows_affected < rows.len() as u64 {
        // Another process has just read them.
        tx.rollback().await?;
        return Ok(rows.len() as u64);
    }
    for (kind, ids) in changed {
        let ids: Vec<i64> = ids.into_iter().collect();
        forget(&tx, kind, &ids).await?;
        for readable in subjects::read(&tx, kind, ids).await? {
            // What was changed meanwhile is analysed again: nothing older is ever kept over something newer.
            let same = read.iter().position(|(before, _)| *before == readable).map(|at| read.swap_remove(at));
            let (readable, kept) = same.unwrap_or_else(|| analysed(readable));
            keep(&tx, readable, &kept).await?;
        }
    }
    tx.commit().await?;
    Ok(rows.len() as u64)
}

/// The first of these changes, up to a few documents.
fn with_few_documents(rows: Vec<search_pending::Model>) -> Vec<search_pending::Model> {
    let mut documents = BTreeSet::new();
    let few = |row: &search_pending::Model| {
        if row.kind == SubjectKind::Document {
            documents.insert(row.subject_id);
        }
        documents.len() <= DOCUMENTS
    };
    rows.into_iter().take_while(few).collect()
}

fn analysed(readable: Readable) -> (Readable, Kept) {
    let title = lexis::analyse(&readable.title, WORDS);
    let mut body = lexis::analyse(&readable.body, WORDS);
    keep_few_letters(&mut body);
    (readable, Kept { title, body })
}

fn keep_few_letters(body: &mut lexis::Analysed) {
    if body.running.iter().chain(&body.beside).map(String::len).sum::<usize>() <= LETTERS {
        return;
    }
    let (mut different, mut letters) = (BTreeSet::new(), 0);
    for words in [&mut body.running, &mut body.beside] {
        words.retain(|word| {
            if different.contains(word) {
                return true;
            }
            letters += word.len();
            letters <= LETTERS && different.insert(word.clone())
        });
    }
}

/// Leaves nothing of these things in the index.
async fn forget(tx: &impl ConnectionTrait, kind: SubjectKind, ids: &[i64]) -> Result<()> {
    let known: Vec<SearchDocumentId> = search_document::Entity::find()
        .select_only()
        .column(search_document::Column::Id)
        .filter(search_document::Column::Kind.is_in(subjects::family(kind).iter().copied()))
        .filter(search_document::Column::SubjectId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(tx)
        .await?;
    if known.is_empty() {
        return Ok(());
    }
    let mut words = sea_query::Query::delete();
    words
        .from_table(Alias::new("search_index"))
        .and_where(Expr::col(Alias::new("rowid")).is_in(known.iter().map(|id| id.0)));
    tx.execute(&words).await?;
    search_text::Entity::delete_many()
        .filter(search_text::Column::DocumentId.is_in(known.iter().copied()))
        .exec(tx)
        .await?;
    search_document::Entity::delete_many().filter(search_document::Column::Id.is_in(known)).exec(tx).await?;
    Ok(())
}

async fn keep(tx: &impl ConnectionTrait, readable: Readable, kept: &Kept) -> Result<()> {
    let Readable { kind, id, group, contribution, authors, at, title, body } = readable;
    let row = search_document::ActiveModel {
        kind: Set(kind),
        subject_id: Set(id),
        group_id: Set(group),
        contribution_id: Set(contribution),
        authors: Set(authors.iter().map(|author| format!(" {author} ")).collect()),
        at: Set(at),
        analyser: Set(lexis::VERSION),
        ..Default::default()
    };
    let document = search_document::Entity::insert(row).exec(tx).await?.last_insert_id;
    let text = search_text::ActiveModel { document_id: Set(document), title: Set(title), body: Set(body) };
    search_text::Entity::insert(text).exec_without_returning(tx).await?;
    Engine::of(tx).insert(tx, document, kept).await?;
    note_words(tx, kept).await
}

/// Forgets the words of these that nothing says any more, and has the index keep none of what it removed.
///
/// # Errors
/// The database failed.
pub(crate) async fn forget_words(backend: &Backend, said: &[String]) -> Result<()> {
    let db = backend.db().writer();
    let engine = Engine::of(db);
    let words: BTreeSet<String> = said.iter().flat_map(|said| lexis::analyse(said, WORDS).running).collect();
    for word in words {
        let one = lexis::Wording { stems: vec![word.clone()], open: false };
        let query = lexis::Query { wanted: vec![lexis::Term { ways: vec![one] }], unwanted: Vec::new() };
        let mut still = sea_query::Query::select();
        still
            .expr_as(Expr::value(1), "said")
            .from(Alias::new("search_index"))
            .and_where(engine.matches(&query))
            .limit(1);
        if db.query_one(&still).await?.is_none() {
            search_word::Entity::delete_by_id(word).exec(db).await?;
        }
    }
    engine.settle(db).await
}

/// Keeps every word that was ever met, for those who mistype it.
async fn note_words(tx: &impl ConnectionTrait, kept: &Kept) -> Result<()> {
    let words: BTreeSet<&str> = [&kept.title.running, &kept.body.running]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|word| MISTYPED.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()))
        .collect();
    let words: Vec<&str> = words.into_iter().collect();
    for some in words.chunks(ROWS) {
        let rows = some.iter().map(|word| search_word::ActiveModel { word: Set((*word).to_owned()) });
        search_word::Entity::insert_many(rows)
            .on_conflict(OnConflict::column(search_word::Column::Word).do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
