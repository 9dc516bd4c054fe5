//! A poisonous submission is refused on its own row, with a reason, and harms nobody else's.

use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::{arguments, read, submissions};
use crate::common::{needs_boxes, viva_says};

/// A zip of these files, whatever their names.
fn zipped<'a>(path: &Path, files: impl IntoIterator<Item = (String, &'a [u8])>) {
    let mut zip = zip::ZipWriter::new(fs::File::create(path).expect("a file"));
    for (name, bytes) in files {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a name");
        zip.write_all(bytes).expect("bytes");
    }
    zip.finish().expect("an end");
}

/// A tar with a link to the host's passwords, a device and a fifo, all called like answers.
fn tar_of_specials(path: &Path) {
    let mut tar = tar::Builder::new(fs::File::create(path).expect("a file"));
    for (name, kind) in [
        ("answer.py", tar::EntryType::Symlink),
        ("other.py", tar::EntryType::Char),
        ("more.py", tar::EntryType::Fifo),
    ] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        header.set_mode(0o644);
        tar.append_link(&mut header, name, "/etc/passwd").expect("an entry");
    }
    tar.finish().expect("an end");
}

/// One row of `results.csv`.
#[derive(Debug)]
struct Row {
    outcome: String,
    because: String,
}

fn rows(out: &Path) -> std::collections::BTreeMap<String, Row> {
    let table = read(out, "results.csv");
    let mut csv = csv::Reader::from_reader(table.as_bytes());
    csv.records()
        .map(|row| {
            let row = row.expect("a row");
            let cell = |at: usize| row[at].to_owned();
            (cell(1), Row { outcome: cell(3), because: cell(9) })
        })
        .collect()
}

#[test]
fn each_is_refused_on_its_own_row_and_harms_nobody_else() {
    needs_boxes!();
    let (folder, out) = (submissions(2), tempfile::tempdir().expect("a scratch folder"));
    let at = |name: &str| folder.path().join(name);
    let file = |name: &str, bytes: &'static [u8]| vec![(name.to_owned(), bytes)];
    // Archives.
    zipped(&at("bomb.zip"), [("answer.py".to_owned(), &*vec![b'#'; 40 << 20])]);
    zipped(&at("slip.zip"), file("../../answer.py", b"x = 1\n"));
    zipped(&at("crowded.zip"), (0..20_000).map(|index| (format!("f{index}.py"), &b""[..])));
    tar_of_specials(&at("specials.tar"));
    fs::write(at("noise.tar.gz"), [7; 4096]).expect("written");
    fs::File::create(at("huge.zip")).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");
    // Files.
    fs::write(at("nothing.py"), "").expect("written");
    fs::write(at("latin.py"), b"# caf\xe9\nx = 1\n").expect("written");
    fs::File::create(at("sparse.py")).and_then(|file| file.set_len(2 << 30)).expect("a sparse file");
    std::os::unix::fs::symlink("/etc/passwd", at("link.py")).expect("a link");
    std::os::unix::fs::symlink("nowhere", at("dangling.py")).expect("a link");
    nix::unistd::mkfifo(&at("pipe.py"), nix::sys::stat::Mode::S_IRWXU).expect("a fifo");
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.py")).expect("a socket");
    // Folders.
    fs::create_dir(at("crowd")).expect("a folder");
    for index in 0..10_050 {
        fs::write(at("crowd").join(format!("f{index}.txt")), "").expect("written");
    }
    fs::create_dir(at("empty")).expect("a folder");
    fs::create_dir_all(at("linked")).expect("a folder");
    std::os::unix::fs::symlink("/etc/passwd", at("linked/answer.py")).expect("a link");
    fs::create_dir_all((0..40).fold(at("deep"), |path, _| path.join("d"))).expect("folders");

    let said = viva_says(&arguments(folder.path(), out.path()));
    assert_eq!(said.code, 0, "{said:?}");
    let rows = rows(out.path());
    assert_eq!(rows.len(), 2 + 17, "everybody has a row: {rows:#?}");
    for name in ["candidate000", "candidate001"] {
        assert_eq!((rows[name].outcome.as_str(), rows[name].because.as_str()), ("graded", ""), "{name}");
    }
    let refused = [
        ("nothing", "nothing to grade"),
        ("link", "symbolic link"),
        ("dangling", "symbolic link"),
        ("pipe", "neither a file nor a folder"),
        ("socket", "neither a file nor a folder"),
        ("empty", "answer.py"),
        ("linked", "symbolic link"),
        ("specials", "symbolic link"),
        ("bomb", "larger"),
        ("slip", "leads out of it"),
        ("crowded", "more than 10000 names"),
        ("noise", "cannot be read as a tar.gz"),
        ("huge", "2048 MiB"),
        ("latin", "latin.py is not UTF-8"),
        ("sparse", "2048 MiB"),
        ("crowd", "more than 10000 names"),
        ("deep", "folders within folders"),
    ];
    for (name, reason) in refused {
        assert_eq!(rows[name].outcome, "refused", "{name}: {rows:#?}");
        assert!(rows[name].because.contains(reason), "{name}: {rows:#?}");
    }
}

#[test]
fn what_may_not_be_read_is_told_on_its_row() {
    needs_boxes!();
    if nix::unistd::geteuid().is_root() {
        return; // Root reads everything; the tests run as an ordinary user, too.
    }
    let (folder, out) = (submissions(1), tempfile::tempdir().expect("a scratch folder"));
    fs::write(folder.path().join("locked.py"), "x = 1\n").expect("written");
    fs::create_dir(folder.path().join("shut")).expect("a folder");
    for name in ["locked.py", "shut"] {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o000)).expect("shut");
    }
    let said = viva_says(&arguments(folder.path(), out.path()));
    fs::set_permissions(folder.path().join("shut"), fs::Permissions::from_mode(0o700)).expect("opened");
    assert_eq!(said.code, 0, "{said:?}");
    let rows = rows(out.path());
    assert_eq!(rows["candidate000"].outcome, "graded");
    for name in ["locked", "shut"] {
        assert!(
            rows[name].outcome == "refused" && rows[name].because.contains("cannot be read"),
            "{rows:#?}"
        );
    }
}

#[test]
fn odd_names_have_rows_and_files_of_their_own() {
    needs_boxes!();
    let (folder, out) = (submissions(1), tempfile::tempdir().expect("a scratch folder"));
    let answer = fs::read(folder.path().join("candidate000.py")).expect("read");
    let names: [&[u8]; 6] = [
        b"caf\xe9.py",
        b"two\nlines.py",
        "\u{202e}yp.reverse.py".as_bytes(),
        b"=cmd()|.py",
        b"<script>.py",
        "\u{1f40d} snake.py".as_bytes(),
    ];
    for name in names {
        fs::write(folder.path().join(std::ffi::OsStr::from_bytes(name)), &answer).expect("written");
    }
    let said = viva_says(&arguments(folder.path(), out.path()));
    assert_eq!(said.code, 0, "{said:?}");
    let rows = rows(out.path());
    assert_eq!(rows.len(), 7, "{rows:#?}");
    assert!(rows.values().all(|row| row.outcome == "graded"), "{rows:#?}");
    let feedback = fs::read_dir(out.path().join("feedback")).expect("a folder").count();
    assert_eq!(feedback, 7, "nobody's page is over another's");
    let table = read(out.path(), "results.csv");
    assert!(!table.contains('\u{202e}') && !table.contains(",=cmd"), "{table}");
}

#[test]
fn exports_and_checkouts_are_read_as_they_come() {
    needs_boxes!();
    let folder = tempfile::tempdir().expect("a folder");
    let golden = submissions(1);
    let answer = fs::read(golden.path().join("candidate000.py")).expect("read");
    let put = |path: &str, bytes: &[u8]| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, bytes).expect("written");
    };
    let graded = |layout: &str, expected: &[&str]| {
        let out = tempfile::tempdir().expect("a folder");
        let said = viva_says(&[arguments(folder.path(), out.path()), vec!["--layout", layout]].concat());
        assert_eq!(said.code, 0, "{said:?}");
        let rows = rows(out.path());
        let who: Vec<&str> = rows.keys().map(String::as_str).collect();
        assert_eq!(who, expected, "{rows:#?}");
        assert!(rows.values().all(|row| row.outcome == "graded" && row.because.is_empty()), "{rows:#?}");
        fs::remove_dir_all(folder.path()).and_then(|()| fs::create_dir(folder.path())).expect("emptied");
    };
    // Moodle: a folder for each candidate with a number in it.
    put("Ada Lovelace_1234_assignsubmission_file/answer.py", &answer);
    put("Bob B_99_assignsubmission_file/solution.py", &answer);
    graded("{candidate}_*_assignsubmission_file", &["Ada Lovelace", "Bob B"]);
    // Canvas: one flat folder.
    put("lovelaceada_1234_5678_answer.py", &answer);
    put("bbob_LATE_1235_5679_answer-1.py", &answer);
    graded("{candidate}_*_answer*.py", &["bbob", "lovelaceada"]);
    // A classroom's checkouts, with all that git and editors leave.
    put("ada/.git/HEAD", b"ref: refs/heads/main\n");
    put("ada/.git/objects/answer.py", b"raise SystemExit\n");
    put("ada/__pycache__/answer.cpython-311.pyc", b"\0\0");
    put("ada/answer.py", &answer);
    put("ada/README.md", b"# mine\n");
    // A zip that a Mac made.
    zipped(
        &folder.path().join("bob.zip"),
        [
            ("task/answer.py".to_owned(), &*answer),
            ("__MACOSX/task/._answer.py".to_owned(), &b"\0\x05\x16\x07"[..]),
            ("task/.DS_Store".to_owned(), &b"\0"[..]),
        ],
    );
    graded("{candidate}", &["ada", "bob"]);
}
