//! Many submissions read at once, by threads whose stacks hold what nests deep.
//!
//! Only fingerprints are kept, and only a few sources wait. Must not know where sources come from.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use super::{Prints, STACK_BYTES, Unread, read};

/// Submissions that wait to be read, at most.
const WAITING: usize = 16;

/// The text of a submission's files, and its place.
type Job = (usize, Vec<String>);
/// What was read of each place.
type Done = Vec<(usize, Result<Prints, Unread>)>;

/// Threads that read submissions.
#[derive(Debug)]
pub struct Readers {
    jobs: SyncSender<Job>,
    threads: Vec<JoinHandle<Done>>,
    given: usize,
}

impl Readers {
    /// Starts threads, at least one.
    ///
    /// # Errors
    /// What the system says when it has no thread left.
    pub fn start(threads: usize) -> std::io::Result<Self> {
        let (jobs, waiting) = sync_channel(WAITING);
        let waiting = Arc::new(Mutex::new(waiting));
        let start = |_| {
            let waiting = Arc::clone(&waiting);
            let thread = std::thread::Builder::new().name("similar".to_owned()).stack_size(STACK_BYTES);
            thread.spawn(move || work(&waiting))
        };
        let threads = (0..threads.max(1)).map(start).collect::<std::io::Result<_>>()?;
        Ok(Self { jobs, threads, given: 0 })
    }

    /// Gives the next submission, and waits when many wait already.
    pub fn give(&mut self, files: Vec<String>) {
        // Threads only end when nothing more can come.
        let _ = self.jobs.send((self.given, files));
        self.given += 1;
    }

    /// What was read of each submission, in the order they were given.
    #[must_use]
    pub fn finish(self) -> Vec<Result<Prints, Unread>> {
        drop(self.jobs);
        let mut all: Vec<Result<Prints, Unread>> = Vec::new();
        all.resize_with(self.given, || Err(Unread::Unparsed));
        for (place, read) in self.threads.into_iter().flat_map(|thread| thread.join().unwrap_or_default()) {
            all[place] = read;
        }
        all
    }
}

fn work(waiting: &Mutex<Receiver<Job>>) -> Done {
    let mut done = Done::new();
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((place, files)) = next else { return done };
        // A source that breaks the reading of it must not take the others along.
        let read = catch_unwind(AssertUnwindSafe(|| read(files.iter().map(String::as_str))));
        done.push((place, read.unwrap_or(Err(Unread::Unparsed))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_read_and_stay_in_order() {
        let mut readers = Readers::start(3).expect("threads");
        let source = |n: usize| format!("def f(a, b):\n    return a{}\n", " + b".repeat(n));
        (0..50).for_each(|n| readers.give(vec![source(n)]));
        readers.give(vec!["x\n".repeat(200_000)]);
        let all = readers.finish();
        assert_eq!(all.len(), 51);
        for (n, read) in all[..50].iter().enumerate() {
            assert_eq!(*read, super::read([source(n).as_str()]), "{n}");
        }
        assert_eq!(all[50], Err(Unread::TooLarge));
    }
}
