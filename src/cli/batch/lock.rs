//! One command at a time works in a folder of results.
//!
//! The lock is the kernel's (`flock`), so a killed command leaves none behind. Must not know what is done in the folder.

use std::fs::{File, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use crate::cli::exit::{Exit, Failure};

/// The file that is locked.
const NAME: &str = ".viva.lock";

/// A folder of results that is ours until this goes away.
#[derive(Debug)]
pub struct Lock {
    _held: File,
}

impl Lock {
    /// Takes the folder.
    ///
    /// # Errors
    /// A [`Failure`] when another command works in it, or nothing can be written there.
    pub fn take(folder: &Path) -> Result<Self, Failure> {
        let failed = |error: &std::io::Error| Failure {
            exit: Exit::Usage,
            message: format!("cannot work in the folder {}: {}", folder.display(), error.kind()),
            help: "name another with `--out DIR`, or make it writable".to_owned(),
        };
        let path = folder.join(NAME);
        let open = File::options().read(true).write(true).create(true).truncate(false).open(path);
        let mut file = open.map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(taken(folder, &mut file)),
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        // Who holds it is a courtesy to whoever is refused: where there is no room for it, the lock holds as well.
        let _ = file.set_len(0).and_then(|()| write!(file, "{}", std::process::id()));
        Ok(Self { _held: file })
    }
}

fn taken(folder: &Path, file: &mut File) -> Failure {
    let mut holder = String::new();
    let read = file.rewind().and_then(|()| file.take(20).read_to_string(&mut holder));
    let known = read.is_ok() && holder.parse::<u32>().is_ok();
    let who = if known { format!(" (process {holder})") } else { String::new() };
    Failure {
        exit: Exit::Usage,
        message: format!("another viva is working in {}{who}", folder.display()),
        help: "wait until it is done, or use another folder".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_taken_once_and_free_again_afterwards() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let first = Lock::take(folder.path()).expect("it is free");
        let refused = Lock::take(folder.path()).expect_err("it is taken").to_string();
        assert!(refused.contains(&format!("process {}", std::process::id())), "{refused}");
        drop(first);
        Lock::take(folder.path()).expect("it is free again");
    }
}
