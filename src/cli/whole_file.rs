//! A file that is written whole or not at all: a full disk or a killed run leaves an older one as it was.
//!
//! Must not know what is in it.

use std::fs::{File, Permissions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// How the name of a file begins that is on its way.
const PART: &str = ".viva-part-";

/// A file on its way; what was written so far goes away with it.
#[derive(Debug)]
pub struct WholeFile {
    path: PathBuf,
    to: BufWriter<NamedTempFile>,
}

impl WholeFile {
    /// Begins a file beside the path that it is to have.
    ///
    /// # Errors
    /// What the system says.
    pub fn create(path: &Path) -> io::Result<Self> {
        // As any file is made: readable by whom the umask lets read.
        let mode = Permissions::from_mode(0o666);
        let file = Builder::new().prefix(PART).permissions(mode).tempfile_in(folder_of(path));
        let file = file.map_err(without_path)?;
        Ok(Self { path: path.to_owned(), to: BufWriter::new(file) })
    }

    /// Brings all of it onto the disk, then gives it its path.
    ///
    /// # Errors
    /// What the system says; there is then no new file.
    pub fn finish(self) -> io::Result<()> {
        let file = self.to.into_inner().map_err(io::IntoInnerError::into_error).map_err(without_path)?;
        File::sync_all(file.as_file())?;
        file.persist(&self.path).map_err(|failed| failed.error)?;
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.to.write(bytes).map_err(without_path)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush().map_err(without_path)
    }
}

/// Takes away what a killed run left of files in a folder that nobody else works in.
pub fn clear(folder: &Path) {
    let Ok(names) = std::fs::read_dir(folder) else { return };
    for name in names.flatten().filter(|name| name.file_name().to_string_lossy().starts_with(PART)) {
        // One that stays takes room and does no harm.
        let _ = std::fs::remove_file(name.path());
    }
}

/// The folder a file is to be written into.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The reason alone: the name of a passing file tells a person nothing.
fn without_path(error: io::Error) -> io::Error {
    error.kind().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_stays_until_the_new_one_is_whole() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("report.json");
        std::fs::write(&path, "older").expect("written");
        let mut broken = WholeFile::create(&path).expect("begun");
        broken.write_all(b"half of").expect("written");
        drop(broken);
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "older");
        let mut newer = WholeFile::create(&path).expect("begun");
        newer.write_all(b"newer").expect("written");
        newer.finish().expect("finished");
        assert_eq!(std::fs::read_to_string(&path).expect("read"), "newer");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1, "nothing else is left");
    }
}
