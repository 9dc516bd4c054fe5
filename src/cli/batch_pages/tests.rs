//! Reports in files, of a small batch and a large one; a real browser opens both where there is one.

use std::path::Path;
use std::process::Command;

use super::*;
use crate::model::batch::{Standing, Submitted};
use crate::model::grade::Grade;
use crate::report::batch::ranking::rank;
use crate::report::fixture;
use crate::report::json::to_json;

const EVIL: &str = "<img src=x onerror=alert(1)>\u{202e}";

fn stored(candidate: &str, grade: Option<&Grade>, standing: Standing) -> Stored {
    let (earned, possible) = grade.map_or((0, 6), Grade::points);
    Stored {
        submitted: Submitted {
            candidate: candidate.to_owned(),
            challenge: "retry-decorator".to_owned(),
            standing,
            earned,
            possible,
        },
        key: String::new(),
        report: grade.map(|grade| to_json(&Report::of(grade))).unwrap_or_default(),
        candidate_report: String::new(),
        files: grade.map(|grade| grade.files.clone()).unwrap_or_default(),
    }
}

/// Pairs of people who are not in the batch, but for one.
fn similar() -> Similar {
    let mut similar = crate::report::similar::fixture::busy();
    "Candidate 0 0".clone_into(&mut similar.pairs[0].one);
    similar
}

/// The report of everybody whose grade the fixtures have, so many times, and of a few others.
async fn report(out: &Path, copies: usize) {
    report_of(out, copies, None).await;
}

async fn report_of(out: &Path, copies: usize, unfinished: Option<&Unfinished>) {
    let store = Store::open(&out.join("viva.db")).await.expect("a store");
    let graded = fixture::all();
    let mut all = Vec::new();
    for copy in 0..copies {
        for (at, grade) in graded.iter().enumerate() {
            all.push(stored(&format!("Candidate {at} {copy}"), Some(grade), Standing::of(grade)));
        }
    }
    all.push(stored("Maybe Partial", Some(&fixture::partial()), Standing::of(&fixture::partial())));
    all.push(stored(EVIL, None, Standing::Refused { because: EVIL.to_owned() }));
    all.push(stored("Åsa Öberg", None, Standing::Missing));
    all.push(stored("Last Of All", None, Standing::Missing));
    if unfinished.is_some() {
        all.push(stored("Not Yet", None, Standing::Waiting));
    }
    for one in &all {
        store.put(one).await.expect("stored");
    }
    let ranked = rank(all.into_iter().map(|one| one.submitted));
    write(&store, out, &ranked, 7, unfinished, &[similar()])
        .await
        .unwrap_or_else(|failure| panic!("{}", failure.message));
    store.close().await;
}

/// The names in a folder, but for the journal of the database: a thread of it may still be closing its file.
fn files(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten();
    let names = names.map(|entry| entry.expect("a name").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with("viva.db-")).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_batch_that_grew_or_shrank_leaves_no_older_page() {
    let out = tempfile::tempdir().expect("a scratch folder");
    report(out.path(), 1).await;
    assert_eq!(files(out.path()), ["report.html", "viva.db"]);

    fs::create_dir(out.path().join(FOLDER_PART)).expect("as a killed run leaves it");
    fs::write(out.path().join(FOLDER_PART).join("c-older.html"), "older").expect("written");
    report(out.path(), 30).await;
    assert_eq!(files(out.path()), [FOLDER, "report.html", "viva.db"]);
    let pages = files(&out.path().join(FOLDER));
    assert!(
        pages.contains(&"ranking-2.html".to_owned()) && pages.contains(&"names-1.html".to_owned()),
        "{pages:?}"
    );
    assert_eq!(pages.iter().filter(|name| name.starts_with("c-")).count(), 30 * fixture::all().len() + 4);
    assert!(!pages.contains(&"c-older.html".to_owned()));

    for name in ["viva.db", "viva.db-wal", "viva.db-shm"] {
        let removed = fs::remove_file(out.path().join(name));
        assert!(removed.is_ok() || name != "viva.db", "a new batch");
    }
    report(out.path(), 1).await;
    assert_eq!(files(out.path()), ["report.html", "viva.db"]);
}

#[tokio::test]
async fn a_batch_that_was_stopped_says_what_it_has_not_come_to_and_how_to_go_on() {
    let out = tempfile::tempdir().expect("a scratch folder");
    let command = "viva batch retry-decorator 'to do'".to_owned();
    for (copies, waiting, said) in
        [(1, 1, "1 submission is not graded yet"), (30, 1, "1 submission"), (1, 0, "an earlier run")]
    {
        report_of(out.path(), copies, Some(&Unfinished { waiting, command: command.clone() })).await;
        let page = fs::read_to_string(out.path().join(OVERVIEW)).expect("a report");
        assert!(page.contains("This batch is not complete") && page.contains(said), "{said}");
        assert!(page.contains("<code>viva batch retry-decorator &#39;to do&#39;</code>"));
        assert!(page.contains("<option>not graded yet</option>"));
        assert!(page.contains("1 not graded yet</p>"));
        let (place, link) = match copies {
            1 => (OVERVIEW.to_owned(), "<td><a href=\"#c-Candidate_0_0"),
            _ => {
                let further = format!("{FOLDER}/ranking-2.html");
                let further = fs::read_to_string(out.path().join(further)).expect("a page");
                assert!(further.contains("This batch is not complete"));
                (
                    format!("{FOLDER}/{}", Site::candidate_file("Not Yet")),
                    "<td><a href=\"report-pages/c-Candidate_0_0",
                )
            }
        };
        let told = fs::read_to_string(out.path().join(place)).expect("a page");
        assert!(told.contains("No rank yet, as not everything is graded"));
        assert!(told.contains(">not graded yet</span>"));
        assert_eq!(page.matches(link).count(), 1, "who is alike is linked, and who is not there is not");
    }
    report(out.path(), 1).await;
    let page = fs::read_to_string(out.path().join(OVERVIEW)).expect("a report");
    assert!(!page.contains("not complete") && !page.contains("not graded yet</option>"));
}

#[tokio::test]
async fn candidates_stand_in_the_order_of_the_ranking() {
    let out = tempfile::tempdir().expect("a scratch folder");
    report(out.path(), 1).await;
    let page = fs::read_to_string(out.path().join(OVERVIEW)).expect("a report");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is missing"));
    assert!(at("id=\"c-Candidate_0_0") < at("id=\"c-Maybe_Partial"));
    assert!(at("id=\"c-Maybe_Partial") < at("id=\"c-Last_Of_All"));
}

#[tokio::test]
async fn a_browser_shows_it_searches_it_and_finds_no_barrier() {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    if !scripts.join("node_modules").is_dir() {
        let must = std::env::var_os("VIVA_BROWSER_MUST_RUN").is_some();
        assert!(!must, "run `npm ci` in tests/browser");
        eprintln!("SKIPPED: no browser driver; run `npm ci` in tests/browser");
        return;
    }
    let (small, large) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    report(small.path(), 2).await;
    report(large.path(), 40).await;
    let ran = Command::new("node")
        .arg(scripts.join("report.mjs"))
        .args([small.path(), large.path()])
        .output()
        .expect("node starts");
    let (said, wrong) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{said}\n{wrong}");
}
