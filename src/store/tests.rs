//! What is stored comes back, whole, in order, and once.

use super::*;

fn file(path: &str, at: &str) -> SourceFile {
    let text = "x = '\u{1f40d}'\n".to_owned();
    SourceFile { path: path.to_owned(), at: at.to_owned(), text }
}

fn stored(candidate: &str, standing: Standing) -> Stored {
    Stored {
        submitted: Submitted {
            candidate: candidate.to_owned(),
            challenge: "once".to_owned(),
            standing,
            earned: 3,
            possible: 9,
        },
        key: format!("key of {candidate}"),
        report: "{}".to_owned(),
        candidate_report: "{}".to_owned(),
        files: vec![
            file("answer.py", &format!("{candidate}.py")),
            file("parts/b.py", &format!("{candidate}/b.py")),
        ],
    }
}

fn every_standing() -> Vec<Stored> {
    let because = "it is empty".to_owned();
    vec![
        stored("ada", Standing::Graded { floor: Score::No, ceiling: Score::Yes }),
        stored("bob", Standing::Ungraded { because: because.clone(), fault: Fault::Viva }),
        stored("cyd", Standing::Ungraded { because: because.clone(), fault: Fault::Challenge }),
        stored("dee", Standing::Refused { because }),
        stored("eve", Standing::Missing),
        stored("fay", Standing::Waiting),
    ]
}

async fn all(store: &Store) -> Vec<Stored> {
    store.results().map(|row| row.expect("a row")).collect().await
}

#[tokio::test]
async fn every_standing_comes_back_after_the_file_was_closed() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path().join("viva.db");
    let store = Store::open(&path).await.expect("a new store");
    for one in every_standing().iter().rev() {
        store.put(one).await.expect("stored");
    }
    store.close().await;
    let store = Store::open(&path).await.expect("the same store");
    assert_eq!(all(&store).await, every_standing());
    assert_eq!(store.known().await.expect("keys").len(), 6);
}

#[tokio::test]
async fn a_result_stands_once_and_the_newest_holds() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let store = Store::open(&folder.path().join("viva.db")).await.expect("a new store");
    store.put(&stored("ada", Standing::Missing)).await.expect("stored");
    let newer = stored("ada", Standing::Graded { floor: Score::Yes, ceiling: Score::Yes });
    store.put(&newer).await.expect("stored");
    assert_eq!(all(&store).await, [newer]);
    store.forget("ada", "once").await.expect("forgotten");
    assert_eq!(all(&store).await, []);
}

#[tokio::test]
async fn words_are_kept() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let store = Store::open(&folder.path().join("viva.db")).await.expect("a new store");
    assert_eq!(store.word("seed").await.expect("read"), None);
    store.keep_word("seed", "1").await.expect("kept");
    store.keep_word("seed", "2").await.expect("kept");
    assert_eq!(store.word("seed").await.expect("read").as_deref(), Some("2"));
}

#[tokio::test]
async fn a_file_that_is_no_store_is_refused_as_it_is() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let path = folder.path().join("viva.db");
    let text = "no database at all, and longer than a header of one hundred bytes is, so that nothing about it is in doubt";
    std::fs::write(&path, text).expect("written");
    assert!(matches!(Store::open(&path).await, Err(StoreError::Database { .. })));
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), text);
}

#[tokio::test]
async fn what_was_before_is_kept_until_it_is_accepted() {
    let folder = tempfile::tempdir().expect("a scratch folder");
    let store = Store::open(&folder.path().join("viva.db")).await.expect("a new store");
    let grade = |score| stored("ada", Standing::Graded { floor: score, ceiling: score });
    store.put(&grade(Score::No)).await.expect("stored");
    store.put_again(&grade(Score::Maybe)).await.expect("stored");
    store.put_again(&grade(Score::Yes)).await.expect("stored");
    let compared: Vec<_> = store.compared().map(|row| row.expect("a row")).collect().await;
    assert_eq!(compared.len(), 1);
    assert_eq!(compared[0].before.standing, grade(Score::No).submitted.standing, "the earliest stays");
    assert_eq!(compared[0].after.standing, grade(Score::Yes).submitted.standing);
    assert_eq!(store.accept().await.expect("accepted"), 1);
    assert_eq!(store.compared().count().await, 0);
}

#[tokio::test]
async fn files_of_earlier_versions_are_brought_up_and_a_newer_one_is_refused() {
    let to_2 = [
        "alter table result add column source text not null default ''",
        "alter table result add column path text not null default ''",
        "update result set source = files ->> 0 ->> 'text', path = files ->> 0 ->> 'at'",
        "alter table result drop column files",
    ];
    let to_1 = ["drop table previous", "alter table result drop column path"];
    for version in [1, 2, 3] {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("viva.db");
        let store = Store::open(&path).await.expect("a new store");
        let known = Stored { files: vec![file("answer.py", "ada.py")], ..every_standing()[0].clone() };
        store.put(&known).await.expect("stored");
        let back = match version {
            1 => [&to_2[..], &to_1[..]].concat(),
            2 => to_2.to_vec(),
            // Its check is another; the rest is the same.
            _ => Vec::new(),
        };
        for sql in back.into_iter().map(str::to_owned).chain([format!("pragma user_version = {version}")]) {
            let sql = sqlx::AssertSqlSafe(sql);
            sqlx::raw_sql(sql).execute(&store.pool).await.expect("as that version was");
        }
        store.close().await;
        let store = Store::open(&path).await.expect("an older store");
        let at = if version == 1 { "" } else { "ada.py" };
        let older = Stored { files: vec![file("answer.py", at)], ..known };
        assert_eq!(all(&store).await, std::slice::from_ref(&older), "{version}");
        store.put_again(&older).await.expect("stored");
        assert_eq!(store.compared().count().await, 1);
        store.put_all(&every_standing()).await.expect("a newer table takes every standing");
        assert_eq!(all(&store).await, every_standing());
        sqlx::raw_sql("pragma user_version = 5")
            .execute(&store.pool)
            .await
            .expect("as a later version may be");
        store.close().await;
        assert!(matches!(Store::open(&path).await, Err(StoreError::Version { found: 5, .. })));
    }
}
