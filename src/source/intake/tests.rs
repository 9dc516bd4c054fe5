//! What each kind of handed-in thing must become.

use std::os::unix::fs::symlink;

use super::*;

fn one(bytes: &[u8]) -> Result<Handed, IntakeError> {
    read(&Sources::default(), &mut &bytes[..])
}

fn answer(bytes: &[u8]) -> Intake {
    match one(bytes).expect("it can be read") {
        Handed::Answer(intake) => intake,
        Handed::Refused { refusal, .. } => panic!("refused: {refusal}"),
    }
}

fn refusal(bytes: &[u8]) -> String {
    match one(bytes).expect("it can be read") {
        Handed::Refused { refusal, .. } => refusal.to_string(),
        Handed::Answer(_) => panic!("taken as an answer"),
    }
}

fn from(path: &Path) -> Result<Handed, IntakeError> {
    read(&Sources { answer: Some(path.to_owned()), ..Sources::default() }, &mut std::io::empty())
}

fn taken(path: &Path) -> Intake {
    match from(path).expect("it can be read") {
        Handed::Answer(intake) => intake,
        Handed::Refused { refusal, .. } => panic!("refused: {refusal}"),
    }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

#[test]
fn plain_text_is_taken_as_it_is() {
    let intake = answer(b"def f():\n    return 1\n");
    assert_eq!(intake.answer.main(), "def f():\n    return 1\n");
    assert_eq!(intake.answer.files[0].path, "answer.py");
    assert!(intake.notes.is_empty());
    assert_eq!(intake.answer.sha256.len(), 64);
}

#[test]
fn mark_and_line_ends_are_cleaned_with_a_note_and_hashed_as_they_came() {
    let intake = answer(b"\xef\xbb\xbfa = 1\r\nb = 2\rc = 3\n");
    assert_eq!(intake.answer.main(), "a = 1\nb = 2\nc = 3\n");
    assert_eq!(intake.notes.len(), 2, "{:?}", intake.notes);
    assert_ne!(intake.answer.sha256, answer(b"a = 1\nb = 2\nc = 3\n").answer.sha256);
}

#[test]
fn bytes_that_are_not_utf8_are_named_by_offset_and_line() {
    assert_eq!(
        refusal(b"a = 1\nb = '\xe9'\n"),
        "standard input is not UTF-8: byte 11, on line 2, fits no character; save it as UTF-8"
    );
    assert_eq!(
        refusal(b"# -*- coding: latin-1 -*-\r\rb = '\xe9'\n"),
        "standard input is not UTF-8: byte 32, on line 3, fits no character (its first lines say `coding: latin-1`, but only UTF-8 is read); save it as UTF-8"
    );
}

#[test]
fn a_declared_encoding_counts_only_where_python_would_read_another_text() {
    assert!(answer(b"# coding: latin-1\na = 1\n").notes.is_empty());
    assert!(
        answer(b"#!/usr/bin/python3\n# vim: set fileencoding=utf-8 :\na = '\xc3\xa9'\n").notes.is_empty()
    );
    assert!(answer(b"a = 1\n# coding: utf-7\n").notes.is_empty(), "below code it is only a comment");
    assert!(refusal(b"# coding: utf-7\na = 1\n").contains("declares `coding: utf-7` on line 1"));
    assert!(refusal(b"\n# coding=unicode_escape\na = 1\n").contains("on line 2"));
    assert!(refusal(b"# coding: latin-1\na = '\xc3\xa9'\n").contains("latin-1"));
}

#[test]
fn a_file_is_called_as_it_was_handed_in() {
    let latin = b"b = '\xe9'\n";
    let folder = folder(&[("of/ada/notes.txt", "")]);
    let (file, only) = (folder.path().join("bob smith.py"), folder.path().join("of/ada"));
    std::fs::write(&file, latin).expect("a file");
    std::fs::write(only.join("app.py"), latin).expect("a file");
    for (path, name) in [(&file, "bob smith.py"), (&only, "app.py")] {
        let Ok(Handed::Refused { refusal, .. }) = from(path) else { panic!("not refused") };
        assert!(refusal.to_string().starts_with(&format!("{name} is not UTF-8")), "{refusal}");
    }
}

#[test]
fn nul_bytes_are_refused() {
    assert_eq!(
        refusal(b"a = 1\n\0"),
        "standard input holds a NUL byte at offset 6, on line 2; Python source may hold none"
    );
}

#[test]
fn nothing_to_grade_is_an_error_of_its_own() {
    for bytes in [&b""[..], b" \n\t\n", b"# only a remark\n\n", b"\xef\xbb\xbf"] {
        assert!(matches!(one(bytes), Err(IntakeError::NothingToGrade { .. })), "{bytes:?}");
    }
    assert_eq!(
        one(b"").expect_err("nothing").to_string(),
        "standard input holds nothing, so there is nothing to grade"
    );
}

#[test]
fn a_large_file_is_refused_by_its_size_and_not_read() {
    let folder = folder(&[]);
    let path = folder.path().join("big.py");
    // A sparse file: had it been read, its NUL bytes would be what is complained of.
    std::fs::File::create(&path).and_then(|file| file.set_len(50 * 1024 * 1024)).expect("a sparse file");
    let Ok(Handed::Refused { refusal, sha256: None }) = from(&path) else { panic!("not refused") };
    assert!(refusal.to_string().ends_with("big.py is 50 MiB large; an answer's file may have at most 1 MiB"));
}

#[test]
fn endless_input_ends_at_the_bound() {
    let handed = read(&Sources::default(), &mut std::io::repeat(b'#')).expect("it can be read");
    assert!(matches!(handed, Handed::Refused { refusal: Refusal::TooLarge { .. }, sha256: None }));
}

#[test]
fn a_folder_gives_sources_and_words() {
    let folder = folder(&[
        ("answer.py", "import helper\n"),
        ("helper.py", "x = 1\n"),
        ("pkg/__init__.py", ""),
        ("prediction.txt", "[1]\r\n"),
        ("explanation.md", "Because."),
        ("data.csv", "1,2"),
        (".git/config", "junk"),
        ("__pycache__/answer.pyc", "junk"),
        (".venv/lib/x.py", "junk"),
    ]);
    let intake = taken(folder.path());
    let paths: Vec<&str> = intake.answer.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["answer.py", "helper.py", "pkg/__init__.py"]);
    assert_eq!(intake.answer.prediction.as_deref(), Some("[1]\n"));
    assert_eq!(intake.answer.explanation.as_deref(), Some("Because."));
    assert!(
        intake.notes.contains(&"data.csv is no Python and was left out.".to_owned()),
        "{:?}",
        intake.notes
    );
}

#[test]
fn words_beside_a_single_file_make_the_same_answer_as_a_folder() {
    let folder = folder(&[("answer.py", "a = 1\n"), ("prediction.txt", "1\n"), ("explanation.md", "So.")]);
    let sources = Sources {
        no_link: false,
        answer: Some(folder.path().join("answer.py")),
        prediction: Some(folder.path().join("prediction.txt")),
        explanation: Some(folder.path().join("explanation.md")),
        ..Sources::default()
    };
    let Ok(Handed::Answer(mut by_file)) = read(&sources, &mut std::io::empty()) else { panic!("not read") };
    // Where it lay is all that differs.
    by_file.answer.files[0].at = MAIN.to_owned();
    assert_eq!(by_file.answer, taken(folder.path()).answer);
}

#[test]
fn the_only_python_file_of_a_folder_is_the_answer() {
    let folder = folder(&[("solution.py", "a = 1\n"), ("README.md", "hello")]);
    let intake = taken(folder.path());
    assert_eq!(intake.answer.files[0].path, "answer.py");
    assert!(intake.notes[0].contains("solution.py"), "{:?}", intake.notes);
}

#[test]
fn a_folder_without_answer_says_what_it_holds() {
    let folder = folder(&[("a.py", "a = 1\n"), ("b.py", "b = 1\n")]);
    let message = from(folder.path()).expect_err("no main file").to_string();
    assert!(message.contains("holds no answer.py; it holds a.py, b.py."), "{message}");
    let empty = self::folder(&[]);
    let message = from(empty.path()).expect_err("no file").to_string();
    assert!(message.ends_with("holds no answer.py, nor any other Python file"), "{message}");
}

#[test]
fn no_link_is_followed_out_of_its_folder() {
    let outside = folder(&[("secret.py", "password = 1\n")]);
    let inside = folder(&[("answer.py", "a = 1\n"), ("real.py", "b = 1\n")]);
    symlink(outside.path().join("secret.py"), inside.path().join("stolen.py")).expect("a link");
    symlink(outside.path(), inside.path().join("pkg")).expect("a link");
    let intake = taken(inside.path());
    assert_eq!(intake.answer.files.len(), 2);
    assert!(intake.notes.iter().any(|note| note.contains("symbolic link")), "{:?}", intake.notes);

    let message = from(&inside.path().join("stolen.py")).expect_err("it leads out").to_string();
    assert!(message.contains("is a symbolic link to") && message.contains("secret.py"), "{message}");
    symlink("real.py", inside.path().join("near.py")).expect("a link");
    assert_eq!(taken(&inside.path().join("near.py")).answer.main(), "b = 1\n");
}

#[test]
fn fifos_and_devices_are_not_opened() {
    let folder = folder(&[("answer.py", "a = 1\n")]);
    nix::unistd::mkfifo(&folder.path().join("pipe.py"), nix::sys::stat::Mode::S_IRWXU).expect("a fifo");
    let intake = taken(folder.path());
    assert!(intake.notes.contains(&"pipe.py is no regular file and was left out.".to_owned()));
    assert!(matches!(
        from(&folder.path().join("pipe.py")),
        Err(IntakeError::Folder(FolderError::Special { .. }))
    ));
    assert!(matches!(from(Path::new("/dev/zero")), Err(IntakeError::Folder(FolderError::Special { .. }))));
    assert!(matches!(
        from(Path::new("/nowhere/at/all")),
        Err(IntakeError::Folder(FolderError::NotFound { .. }))
    ));
}

#[test]
fn too_many_files_are_refused() {
    let folder = folder(&[("answer.py", "a = 1\n")]);
    for index in 0..bounds::FILES_MAX {
        std::fs::write(folder.path().join(format!("m{index}.py")), "x = 1\n").expect("a file");
    }
    let Ok(Handed::Refused { refusal, .. }) = from(folder.path()) else { panic!("not refused") };
    assert_eq!(refusal.to_string(), "there are more than 256 files; an answer may have at most that many");
}

#[test]
fn files_called_like_standard_modules_are_remarked_on() {
    let folder = folder(&[("answer.py", "import json\n"), ("json.py", "x = 1\n"), ("mine.py", "x = 1\n")]);
    assert_eq!(
        taken(folder.path()).notes,
        ["json.py is called like the standard module `json`; `import json` gives the standard one."]
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn arbitrary_bytes_never_panic_and_come_out_clean(bytes: Vec<u8>) {
        if let Ok(Handed::Answer(intake)) = one(&bytes) {
            proptest::prop_assert!(!intake.answer.main().contains(['\r', '\0']));
        }
    }
}
