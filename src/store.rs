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

use crate::model::batch::{Standing, Submitted};
use crate::model::grade::Fault;
use crate::model::score::Score;

/// The version of the tables; a file of another is refused.
const VERSION: i64 = 1;

const TABLES: &str = "
create table meta (name text primary key, value text not null) strict;
create table result (
    candidate text not null,
    challenge text not null,
    key text not null,
    standing text not null check (standing in ('graded', 'ungraded', 'bad_challenge', 'refused', 'missing')),
    floor integer,
    ceiling integer,
    earned integer not null,
    possible integer not null,
    because text not null,
    report text not null,
    candidate_report text not null,
    source text not null,
    primary key (candidate, challenge)
) strict;
";

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
    /// The file was made by another version of viva.
    #[error("{} holds results of format {found}, this viva writes {VERSION}: use another --out folder", path.display())]
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
    /// The answer's main file.
    pub source: String,
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
        match found {
            VERSION => return Ok(()),
            0 => {}
            found => return Err(StoreError::Version { path: self.path.clone(), found }),
        }
        sqlx::raw_sql(TABLES).execute(&mut *transaction).await.map_err(failed)?;
        sqlx::raw_sql("pragma user_version = 1").execute(&mut *transaction).await.map_err(failed)?;
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
    /// [`StoreError::Database`], with the older result as it was.
    pub async fn put(&self, one: &Stored) -> Result<(), StoreError> {
        let Submitted { candidate, challenge, standing, earned, possible } = &one.submitted;
        let (name, range, because) = columns(standing);
        sqlx::query(
            "insert or replace into result (candidate, challenge, key, standing, floor, ceiling, earned, possible,
             because, report, candidate_report, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
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
        .bind(&one.source)
        .execute(&self.pool)
        .await
        .map(|_| ())
        .map_err(|error| database(&self.path, error))
    }

    /// Forgets the results of submissions that are no longer among those of the batch.
    ///
    /// # Errors
    /// [`StoreError::Database`].
    pub async fn forget(&self, candidate: &str, challenge: &str) -> Result<(), StoreError> {
        sqlx::query("delete from result where candidate = $1 and challenge = $2")
            .bind(candidate)
            .bind(challenge)
            .execute(&self.pool)
            .await
            .map(|_| ())
            .map_err(|error| database(&self.path, error))
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
            Ok((self.submitted(&row)?, row.get("key")))
        })
    }

    /// Every result in full, by candidate and challenge, one at a time: a batch need not fit into memory.
    pub fn results(&self) -> impl Stream<Item = Result<Stored, StoreError>> + '_ {
        sqlx::query("select * from result order by candidate, challenge").fetch(&self.pool).map(|row| {
            let row = row.map_err(|error| database(&self.path, error))?;
            Ok(Stored {
                submitted: self.submitted(&row)?,
                key: row.get("key"),
                report: row.get("report"),
                candidate_report: row.get("candidate_report"),
                source: row.get("source"),
            })
        })
    }

    fn submitted(&self, row: &SqliteRow) -> Result<Submitted, StoreError> {
        let candidate: String = row.get("candidate");
        let unreadable = || StoreError::Row { path: self.path.clone(), candidate: candidate.clone() };
        let score = |name: &str| {
            let number: Option<i64> = row.get(name);
            number.and_then(|number| u8::try_from(number).ok()).and_then(Score::from_number)
        };
        let number = |name: &str| u32::try_from(row.get::<i64, _>(name)).map_err(|_| unreadable());
        let because: String = row.get("because");
        let standing = match row.get::<String, _>("standing").as_str() {
            "graded" => Standing::Graded {
                floor: score("floor").ok_or_else(unreadable)?,
                ceiling: score("ceiling").ok_or_else(unreadable)?,
            },
            "ungraded" => Standing::Ungraded { because, fault: Fault::Viva },
            "bad_challenge" => Standing::Ungraded { because, fault: Fault::Challenge },
            "refused" => Standing::Refused { because },
            "missing" => Standing::Missing,
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
    }
}

fn database(path: &Path, source: sqlx::Error) -> StoreError {
    StoreError::Database { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests;
