//! What an examination of hundreds of amendments costs: as many queries as that of a few, and little time.

use std::{collections::BTreeMap, time::Instant};

use domain::charter::{ArticleNumber, Articles};

use super::*;

const ARTICLES: usize = 40;
const AMENDMENTS: usize = 300;

/// Forty articles of a hundred and twenty words.
fn long() -> String {
    let article = |number: usize| {
        let words: Vec<String> = (0..120).map(|word| format!("mot{number}x{word}")).collect();
        let paragraphs: Vec<String> = words.chunks(40).map(|words| words.join(" ")).collect();
        format!("## Article {number}. Sujet {number}\n\n{}", paragraphs.join("\n\n"))
    };
    (1..=ARTICLES).map(article).collect::<Vec<_>>().join("\n\n")
}

/// One word of an article for others.
fn one(body: &str, at: usize) -> AmendmentForm {
    let number = 1 + at % ARTICLES;
    let articles = Articles::read(body);
    let article = articles.get(ArticleNumber::plain(u32::try_from(number).expect("small"))).expect("there");
    let word = format!("mot{number}x{}", (at / ARTICLES) * 9 + 2);
    AmendmentForm {
        kind: "change".into(),
        article: number.to_string(),
        title: article.title.clone(),
        body: article.body.replacen(&format!("{word} "), &format!("proposé{at} et{at} "), 1),
        reasons: format!("Motif {at}, en une phrase."),
    }
}

#[tokio::test]
async fn three_hundred_amendments_cost_as_many_queries_as_three_and_are_put_together_right() {
    let (test, cast) = TestBackend::with_cast().await;
    let body = long();
    open_with(&test, &cast, &body).await;
    let (member, chair) = (test.as_user(cast.member.id).await, test.as_user(cast.chair.id).await);
    let version = head(&member).await.version;
    let all: Vec<AmendmentForm> = (0..AMENDMENTS).map(|at| one(&body, at)).collect();
    let pages = async || {
        let (page, session_reads) =
            test.reads(&chair, async |cx| session(&cx, "charte", 1, Turn::First).await.expect("read")).await;
        let filter = AmendmentFilter::default();
        let list =
            async |cx: Cx| amendments(&cx, "charte", 1, filter, PageNumber::FIRST).await.expect("read");
        let (list, list_reads) = test.reads(&chair, list).await;
        (page, session_reads, list, list_reads)
    };
    for form in &all[..3] {
        propose(&member, "charte", 1, version, None, form).await.expect("proposed");
    }
    examined(&chair).await;
    let (_, few, _, few_listed) = pages().await;
    charter::resume(&chair, "charte", 1, head(&chair).await.version).await.expect("resumed");
    let until = chair.today().to_string();
    let days = Amendable { from: String::new(), until };
    let resumed = head(&chair).await.version;
    charter::open_amendments(&chair, "charte", 1, resumed, &days).await.expect("opened again");
    let version = head(&member).await.version;
    for form in &all[3..] {
        propose(&member, "charte", 1, version, None, form).await.expect("proposed");
    }
    examined(&chair).await;
    let start = Instant::now();
    let (page, many, list, many_listed) = pages().await;
    println!("examination and list of {AMENDMENTS} amendments, read: {:?}", start.elapsed());
    assert_eq!((many, many_listed), (few, few_listed), "as many queries for three hundred as for three");
    assert!(many < 16, "{many} queries");
    assert_eq!((page.total, page.waiting, page.articles.len()), (AMENDMENTS, AMENDMENTS, ARTICLES));
    assert_eq!(list.page.rows.iter().map(|group| group.amendments.len()).sum::<usize>(), 20);
    for number in 1..=i32::try_from(AMENDMENTS).expect("small") {
        settle(&chair, "charte", 1, number, Version(1), &answer("adopted")).await.expect("settled");
    }
    let start = Instant::now();
    integrate(&chair, "charte", 1, head(&chair).await.version).await.expect("put in");
    println!("{AMENDMENTS} amendments put in: {:?}", start.elapsed());
    // Each word that was amended, and no other, as was proposed.
    let mut expected = body.clone();
    let mut changed = BTreeMap::new();
    for at in 0..AMENDMENTS {
        let word = format!("mot{}x{} ", 1 + at % ARTICLES, (at / ARTICLES) * 9 + 2);
        assert!(changed.insert(word.clone(), at).is_none() && expected.contains(&word));
        expected = expected.replacen(&word, &format!("proposé{at} et{at} "), 1);
    }
    assert_eq!(source(&chair).await, expected);
    test.finish().await;
}
