//! Results of a batch on disk, in SQLite, as they come: a batch that was killed goes on where it was.
//!
//! One row for each candidate and challenge, written whole or not at all. Must not know how results are made or shown.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use futures_util::{Stream, StreamExt};
use sqlx::Row as _;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};

use crate::model::answer::SourceFile;
use crate::model::batch::{Standing, Submitted};
use crate::model::grade::Fault;
use crate::model::score::Score;

/// The version of the tables. Older files are brought to it, newer ones are refused.
const VERSION: i64 = 4;

const WORDS: &str = "create table meta (name text primary key, value text not null) strict;";

const RESULTS: &str = "
create table result (
    candidate text not null,
    challenge text not null,
    key text not null,
    standing text not null check (standing in ('graded', 'ungraded', 'bad_challenge', 'refused', 'missing', 'waiting')),
    floor integer,
    ceiling integer,
    earned integer not null,
    possible integer not null,
    because text not null,
    report text not null,
    candidate_report text not null,
    files text not null,
    primary key (candidate, challenge)
) strict;
";

/// Results as they were before they were graded again, until somebody accepts the new ones.
const PREVIOUS: &str = "
create table previous (
    candidate text not null,
    challenge text not null,
    standing text not null,
    floor integer,
    ceiling integer,
    earned integer not null,
    possible integer not null,
    because text not null,
    report text not null,
    primary key (candidate, challenge)
) strict;
";

/// What a file of version 1 lacks to be one of version 2.
const FROM_1: &str = "alter table result add column path text not null default '';";
/// A file of version 2 holds the main file of each answer, and none of the others.
const FROM_2: &str = "
alter table result add column files text not null default '[]';
update result set files = json_array(json_object('path', 'answer.py', 'at', path, 'text', source)) where source <> '';
alter table result drop column source;
alter table result drop column path;
";
/// A file of version 3 knows no result that waits, and a table's check cannot be changed. This is done before and after
/// [`RESULTS`].
const FROM_3: [&str; 2] = [
    "alter table result rename to result_3;",
    "
insert into result (candidate, challenge, key, standing, floor, ceiling, earned, possible, because, report, candidate_report, files)
select candidate, challenge, key, standing, floor, ceiling, earned, possible, because, report, candidate_report, files from result_3;
drop table result_3;
",
];

/// Why results cannot be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused: a full disk, a file that is none.
    #[error("the results in {} cannot be used", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: sqlx::Error,
    },
    /// There is no room for it.
    #[error("there is no room left on the disk for the results in {}", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// The file was made by a newer viva.
    #[error("{} holds results of format {found}, and this viva knows formats up to {VERSION}: use a newer viva, or another --out folder", path.display())]
    Version {
        /// The file.
        path: PathBuf,
        /// What it says.
        found: i64,
    },
    /// A row that no viva wrote.
    #[error("{} holds a result of {candidate} that cannot be read", path.display())]
    Row {
        /// The file.
        path: PathBuf,
        /// Whose.
        candidate: String,
    },
}

/// One result with all that reports are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// What became of it.
    pub submitted: Submitted,
    /// Everything the result depends on, as one hash; empty where nothing was graded.
    pub key: String,
    /// The interviewer's report as JSON; empty where nothing was graded.
    pub report: String,
    /// The candidate's report as JSON; empty where nothing was graded.
    pub candidate_report: String,
    /// The answer's files, the main one first, each at its path below the folder of submissions, fit to be shown.
    pub files: Vec<SourceFile>,
}

/// One result that was graded again, as it was and as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// What it was.
    pub before: Submitted,
    /// Its report then; empty where nothing was graded.
    pub report_before: String,
    /// What it is.
    pub after: Submitted,
    /// Its report now; empty where nothing was graded.
    pub report_after: String,
}

/// The results of one batch.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    pool: SqlitePool,
}

impl Store {
    /// Opens the results in a file, made where there is none.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be used.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // A result that was told as stored is there after a loss of power, too.
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(std::time::Duration::from_secs(30));
        let pool = SqlitePoolOptions::new().max_connections(2).connect_with(options).await;
        let store = Self { path: path.to_owned(), pool: pool.map_err(|error| database(path, error))? };
        store.prepare().await?;
        Ok(store)
    }

    async fn prepare(&self) -> Result<(), StoreError> {
        let failed = |error| database(&self.path, error);
        let mut transaction = self.pool.begin_with("begin immediate").await.map_err(failed)?;
        let found: i64 =
            sqlx::query_scalar("pragma user_version").fetch_one(&mut *transaction).await.map_err(failed)?;
        let missing: &[&str] = match found {
            VERSION => return Ok(()),
            0 => &[WORDS, RESULTS, PREVIOUS],
            1 => &[FROM_1, PREVIOUS, FROM_2, FROM_3[0], RESULTS, FROM_3[1]],
            2 => &[FROM_2, FROM_3[0], RESULTS, FROM_3[1]],
            3 => &[FROM_3[0], RESULTS, FROM_3[1]],
            found => return Err(StoreError::Version { path: self.path.clone(), found }),
        };
        for sql in missing.iter().chain(&["pragma user_version = 4"]) {
            sqlx::raw_sql(*sql).execute(&mut *transaction).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)
    }

    /// A word that was kept with the results, such as the seed of the batch.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn word(&self, name: &str) -> Result<Option<String>, StoreError> {
        sqlx::query_scalar("select value from meta where name = $1")
            .bind(name)
            .fetch_optional(&self.pool)
            .await
            .map_err(|error| database(&self.path, error))
    }

    /// Keeps a word with the results.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn keep_word(&self, name: &str, value: &str) -> Result<(), StoreError> {
        sqlx::query(
            "insert into meta values ($1, $2) on conflict (name) do update set value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(&self.pool)
        .await
        .map(|_| ())
        .map_err(|error| database(&self.path, error))
    }

    /// The key and the standing of every result, by candidate and challenge.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn known(&self) -> Result<HashMap<(String, String), (String, Standing)>, StoreError> {
        let mut known = HashMap::new();
        let mut rows = self.summaries();
        while let Some(row) = rows.next().await {
            let (submitted, key) = row?;
            known.insert((submitted.candidate, submitted.challenge), (key, submitted.standing));
        }
        Ok(known)
    }

    /// Writes one result, in the place of an older one.
    ///
    /// # Errors
    /// [`StoreError`], with the older result as it was.
    pub async fn put(&self, one: &Stored) -> Result<(), StoreError> {
        insert(one).execute(&self.pool).await.map(|_| ()).map_err(|error| database(&self.path, error))
    }

    /// Writes several results, all of them or none.
    ///
    /// # Errors
    /// [`StoreError`], with everything as it was.
    pub async fn put_all(&self, all: &[Stored]) -> Result<(), StoreError> {
        let failed = |error| database(&self.path, error);
        let mut transaction = self.pool.begin_with("begin immediate").await.map_err(failed)?;
        for one in all {
            insert(one).execute(&mut *transaction).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)
    }

    /// Forgets what every result depends on, so that none is taken for known; the results stand until others take their place.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget_keys(&self) -> Result<(), StoreError> {
        let done = sqlx::query("update result set key = ''").execute(&self.pool).await;
        done.map(|_| ()).map_err(|error| database(&self.path, error))
    }

    /// Writes one result and keeps the one in its place as the previous one, unless an earlier one is kept already.
    ///
    /// # Errors
    /// [`StoreError`], with everything as it was.
    pub async fn put_again(&self, one: &Stored) -> Result<(), StoreError> {
        let failed = |error| database(&self.path, error);
        let mut transaction = self.pool.begin_with("begin immediate").await.map_err(failed)?;
        sqlx::query(
            "insert into previous select candidate, challenge, standing, floor, ceiling, earned, possible, because,
             report from result where candidate = $1 and challenge = $2 on conflict do nothing",
        )
        .bind(&one.submitted.candidate)
        .bind(&one.submitted.challenge)
        .execute(&mut *transaction)
        .await
        .map_err(failed)?;
        insert(one).execute(&mut *transaction).await.map_err(failed)?;
        transaction.commit().await.map_err(failed)
    }

    /// The interviewer's report of one result; empty where there is none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn report(&self, candidate: &str, challenge: &str) -> Result<String, StoreError> {
        let found = sqlx::query_scalar("select report from result where candidate = $1 and challenge = $2")
            .bind(candidate)
            .bind(challenge)
            .fetch_optional(&self.pool)
            .await;
        found.map(Option::unwrap_or_default).map_err(|error| database(&self.path, error))
    }

    /// Every result that was graded again, by candidate and challenge, one at a time.
    pub fn compared(&self) -> impl Stream<Item = Result<Compared, StoreError>> + '_ {
        // Both tables have the same names, so each is read on its own row.
        let before =
            "select p.*, r.report as report_after, r.standing as standing_after, r.floor as floor_after,
             r.ceiling as ceiling_after, r.earned as earned_after, r.possible as possible_after,
             r.because as because_after from previous p join result r using (candidate, challenge)
             order by p.candidate, p.challenge";
        sqlx::query(before).fetch(&self.pool).map(|row| {
            let row = row.map_err(|error| database(&self.path, error))?;
            Ok(Compared {
                before: self.submitted(&row, "")?,
                report_before: row.get("report"),
                after: self.submitted(&row, "_after")?,
                report_after: row.get("report_after"),
            })
        })
    }

    /// Forgets what results were before they were graded again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn accept(&self) -> Result<u64, StoreError> {
        let done = sqlx::query("delete from previous").execute(&self.pool).await;
        done.map(|done| done.rows_affected()).map_err(|error| database(&self.path, error))
    }

    /// Forgets the results of submissions that are no longer among those of the batch.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn forget(&self, candidate: &str, challenge: &str) -> Result<(), StoreError> {
        let failed = |error| database(&self.path, error);
        let mut transaction = self.pool.begin_with("begin immediate").await.map_err(failed)?;
        for sql in [
            "delete from result where candidate = $1 and challenge = $2",
            "delete from previous where candidate = $1 and challenge = $2",
        ] {
            let query = sqlx::query(sql).bind(candidate).bind(challenge);
            query.execute(&mut *transaction).await.map_err(failed)?;
        }
        transaction.commit().await.map_err(failed)
    }

    /// Every result without its reports, by candidate and challenge, with its key.
    pub fn summaries(&self) -> impl Stream<Item = Result<(Submitted, String), StoreError>> + '_ {
        sqlx::query(
            "select candidate, challenge, key, standing, floor, ceiling, earned, possible, because from result
             order by candidate, challenge",
        )
        .fetch(&self.pool)
        .map(|row| {
            let row = row.map_err(|error| database(&self.path, error))?;
            Ok((self.submitted(&row, "")?, row.get("key")))
        })
    }

    /// Every result in full, by candidate and challenge, one at a time: a batch need not fit into memory.
    pub fn results(&self) -> impl Stream<Item = Result<Stored, StoreError>> + '_ {
        sqlx::query("select * from result order by candidate, challenge").fetch(&self.pool).map(|row| {
            let row = row.map_err(|error| database(&self.path, error))?;
            Ok(Stored {
                submitted: self.submitted(&row, "")?,
                key: row.get("key"),
                report: row.get("report"),
                candidate_report: row.get("candidate_report"),
                files: self.files(&row)?,
            })
        })
    }

    /// The challenges that there are results of.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn challenges(&self) -> Result<Vec<String>, StoreError> {
        sqlx::query_scalar("select distinct challenge from result order by challenge")
            .fetch_all(&self.pool)
            .await
            .map_err(|error| database(&self.path, error))
    }

    /// Who handed in which files for one challenge, by candidate, where there are any; without the reports.
    pub fn sources<'a>(
        &'a self,
        challenge: &'a str,
    ) -> impl Stream<Item = Result<(String, Vec<SourceFile>), StoreError>> + 'a {
        sqlx::query(
            "select candidate, files from result where challenge = $1 and files <> '[]' order by candidate",
        )
        .bind(challenge)
        .fetch(&self.pool)
        .map(|row| {
            let row = row.map_err(|error| database(&self.path, error))?;
            Ok((row.get("candidate"), self.files(&row)?))
        })
    }

    fn files(&self, row: &SqliteRow) -> Result<Vec<SourceFile>, StoreError> {
        serde_json::from_str(row.get("files"))
            .map_err(|_| StoreError::Row { path: self.path.clone(), candidate: row.get("candidate") })
    }

    /// What became of a submission, from columns whose names end so.
    fn submitted(&self, row: &SqliteRow, end: &str) -> Result<Submitted, StoreError> {
        let candidate: String = row.get("candidate");
        let unreadable = || StoreError::Row { path: self.path.clone(), candidate: candidate.clone() };
        let column = |name: &str| format!("{name}{end}");
        let score = |name: &str| {
            let number: Option<i64> = row.get(column(name).as_str());
            number.and_then(|number| u8::try_from(number).ok()).and_then(Score::from_number)
        };
        let number =
            |name: &str| u32::try_from(row.get::<i64, _>(column(name).as_str())).map_err(|_| unreadable());
        let because: String = row.get(column("because").as_str());
        let standing = match row.get::<String, _>(column("standing").as_str()).as_str() {
            "graded" => Standing::Graded {
                floor: score("floor").ok_or_else(unreadable)?,
                ceiling: score("ceiling").ok_or_else(unreadable)?,
            },
            "ungraded" => Standing::Ungraded { because, fault: Fault::Viva },
            "bad_challenge" => Standing::Ungraded { because, fault: Fault::Challenge },
            "refused" => Standing::Refused { because },
            "missing" => Standing::Missing,
            "waiting" => Standing::Waiting,
            _ => return Err(unreadable()),
        };
        let (earned, possible) = (number("earned")?, number("possible")?);
        Ok(Submitted { challenge: row.get("challenge"), standing, earned, possible, candidate })
    }

    /// Closes the file; what is in its journal is brought into it.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

fn columns(standing: &Standing) -> (&'static str, Option<(Score, Score)>, &str) {
    match standing {
        Standing::Graded { floor, ceiling } => ("graded", Some((*floor, *ceiling)), ""),
        Standing::Ungraded { because, fault: Fault::Viva } => ("ungraded", None, because),
        Standing::Ungraded { because, fault: Fault::Challenge } => ("bad_challenge", None, because),
        Standing::Refused { because } => ("refused", None, because),
        Standing::Missing => ("missing", None, ""),
        Standing::Waiting => ("waiting", None, ""),
    }
}

/// The statement that writes one result.
fn insert(one: &Stored) -> sqlx::query::Query<'_, sqlx::Sqlite, sqlx::sqlite::SqliteArguments> {
    let Submitted { candidate, challenge, standing, earned, possible } = &one.submitted;
    let (name, range, because) = columns(standing);
    sqlx::query(
        "insert or replace into result (candidate, challenge, key, standing, floor, ceiling, earned, possible,
         because, report, candidate_report, files) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    )
    .bind(candidate)
    .bind(challenge)
    .bind(&one.key)
    .bind(name)
    .bind(range.map(|(floor, _)| i64::from(floor.number())))
    .bind(range.map(|(_, ceiling)| i64::from(ceiling.number())))
    .bind(i64::from(*earned))
    .bind(i64::from(*possible))
    .bind(because)
    .bind(&one.report)
    .bind(&one.candidate_report)
    .bind(serde_json::to_string(&one.files).expect("files are texts, which JSON can hold"))
}

fn database(path: &Path, source: sqlx::Error) -> StoreError {
    // 13 is SQLITE_FULL.
    if source.as_database_error().and_then(|error| error.code()).as_deref() == Some("13") {
        return StoreError::Full { path: path.to_owned() };
    }
    StoreError::Database { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests;
