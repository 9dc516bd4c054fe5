//! One function for each parser of hostile bytes, with what must be true of every input.
//!
//! The fuzzer calls them with what it makes up; `tests/it/corpus.rs` calls them with the inputs that are kept.
//! They use what viva offers in public, and must not know who made the bytes.

use std::io::Read;
use std::path::Path;
use std::sync::OnceLock;

use miette::{GraphicalReportHandler, GraphicalTheme};
use vivavoce::bank::{Bank, manifest, pack};
use vivavoce::judge::escape::{bytes_as_text, is_hostile};
use vivavoce::judge::{compare, diff, equal, message, pretty, show};
use vivavoce::model::challenge::IdiomSpec;
use vivavoce::model::id::EvidenceId;
use vivavoce::model::score::Tier;
use vivavoce::model::value::Value;
use vivavoce::report::json::{Report, to_json};
use vivavoce::report::verify;
use vivavoce::source::archive::Archive;
use vivavoce::source::folder::{Bounds, RawFile};
use vivavoce::source::idioms::{RuleFile, Rules};
use vivavoce::source::intake::{self, Handed, Intake, IntakeError, MAIN, Sources};
use vivavoce::source::submissions::Layout;
use vivavoce::wire::frame::{CaseFrame, Token, parse_stream};
use vivavoce::wire::{codec, job};

/// The token that frames of the corpus carry, so that the fuzzer need not guess one.
pub const TOKEN: Token = *b"0123456789abcdef";

/// Columns of everything that is drawn here.
const WIDTH: usize = 80;

/// What crosses a box's wall. The first byte says what the others are: `f`rames of a step, a `r`un's frame, a
/// `j`ob, a worker's `h`ello, or else one value.
pub fn wire(bytes: &[u8]) {
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    match kind {
        b'f' => frames(bytes, &TOKEN),
        b'r' => run_frame(bytes),
        b'j' => message_of::<job::Job>(bytes, job::JOB_BYTES_MAX),
        b'h' => message_of::<job::Hello>(bytes, job::JOB_BYTES_MAX),
        _ => value(bytes),
    }
}

/// What is taken for a value is written as the same bytes, and can be compared and shown.
fn value(bytes: &[u8]) {
    let Ok(value) = codec::decode(bytes) else { return };
    assert_eq!(codec::encode(&value), bytes, "another spelling was taken");
    shown(&value);
    assert_eq!(equal::same(&value, &value), equal::same(&value, &value.clone()));
}

fn shown(value: &Value) {
    assert_harmless(&show::repr(value, WIDTH));
    for line in pretty::pretty(value, WIDTH, 40) {
        assert_harmless(&line);
    }
}

/// What was heard of a step, said again, is heard the same; an oracle's expectations can be judged and told.
fn frames(bytes: &[u8], token: &Token) {
    let stream = parse_stream(bytes, token);
    assert!(!(stream.complete && stream.fault.is_some()), "complete with a fault");
    let mut again: Vec<u8> = stream.frames.iter().cloned().flat_map(|frame| frame.encode(token)).collect();
    if stream.complete {
        again.extend(CaseFrame::End.encode(token));
    }
    let heard = parse_stream(&again, token);
    assert_eq!((&heard.frames, heard.complete), (&stream.frames, stream.complete));
    for frame in stream.frames {
        told(frame);
    }
}

fn told(frame: CaseFrame) {
    match frame {
        CaseFrame::Recorded { value, .. } => shown(&value),
        CaseFrame::Raised { raised, .. } => {
            assert_harmless(&show::exception_line(&raised.exception, WIDTH));
        }
        CaseFrame::Expected { label, seen, expectation } => {
            let check = compare::check(label, expectation, seen);
            assert_harmless(&message::sentence(&check));
            assert_harmless(&message::expected(&check.expectation, &check.seen, WIDTH));
            assert_harmless(&format!("{:?}", diff::of_check(&check, WIDTH)));
        }
        CaseFrame::Loaded { .. } | CaseFrame::Turned { .. } | CaseFrame::End => {}
    }
}

fn run_frame(bytes: &[u8]) {
    let read = job::read_message::<job::RunFrame>(&mut &*bytes, job::RUN_FRAME_BYTES_MAX);
    if let Ok(job::RunFrame::Case(case)) = read {
        frames(&case.frames, &case.token);
        for text in [case.stdout, case.stderr] {
            bytes_as_text(&text).lines().for_each(|line| assert_harmless(&line.replace('\t', " ")));
        }
    }
    message_of::<job::RunFrame>(bytes, job::RUN_FRAME_BYTES_MAX);
}

/// A message of viva's own programs that is understood is written in a way that is understood the same.
fn message_of<T>(bytes: &[u8], bytes_max: u32)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let Ok(message) = job::read_message::<T>(&mut &*bytes, bytes_max) else { return };
    let written = job::encode(&message, bytes_max).expect("it was within the bound");
    let again = job::read_message::<T>(&mut &*written, bytes_max).expect("our own message");
    assert_eq!(message, again);
}

/// A report that somebody hands to `viva verify`.
pub fn report(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let report = match Report::from_json(text) {
        Ok(report) => report,
        Err(error) => return assert_harmless(&error.to_string()),
    };
    let again = Report::from_json(&to_json(&report)).expect("our own report");
    assert!(verify::verdicts(&report, &again).is_empty());
    assert!(verify::conditions(&report, &again).is_empty());
    let mut other = report.clone();
    other.cases.clear();
    other.evidence.clear();
    other.hint = None;
    other.challenge.id = String::new();
    other.challenge.revision = String::new();
    other.answer.sha256 = String::new();
    other.runtime.python = String::new();
    for (before, after) in [(&report, &other), (&other, &report)] {
        let told = verify::to_text(&verify::verdicts(before, after), &verify::conditions(before, after));
        told.lines().for_each(assert_harmless);
    }
}

/// What a candidate hands in: files in turn, each a byte that chooses its name, two bytes of length, and its bytes.
///
/// The first byte says the way: a `f`older that holds them is read, or else they are assembled in memory; with `i` the
/// answer is also searched for an idiom.
pub fn answer(bytes: &[u8]) {
    let Some((&way, bytes)) = bytes.split_first() else { return };
    let files = files(bytes);
    let read = if way != b'f' {
        intake::assemble(files, "answer", &[], vec![])
    } else {
        let folder = tempfile::tempdir().expect("a folder of our own");
        for file in &files {
            put(folder.path(), file);
        }
        let sources = Sources { answer: Some(folder.path().to_owned()), ..Sources::default() };
        intake::read(&sources, &mut std::io::empty())
    };
    if let (b'i', Ok(Handed::Answer(intake))) = (way, &read) {
        assert_eq!(rules().look(&intake.answer).len(), 1);
    }
    taken(read);
    // The same bytes as one file on standard input.
    taken(intake::read(&Sources::default(), &mut bytes.take(1 << 20)));
}

/// A rule whose pattern binds names and whose neighbour looks upwards, so that the matcher has something to do.
fn rules() -> &'static Rules {
    static RULES: OnceLock<Rules> = OnceLock::new();
    RULES.get_or_init(|| {
        let rule = "id: good\nlanguage: python\nrule:\n  any:\n    - pattern: $A($$$B)\n    - kind: for_statement\n      inside: {kind: function_definition, stopBy: end}\n";
        let id = EvidenceId::new("good").expect("a name");
        let idiom = IdiomSpec { id, title: "Good".into(), say: None, earns: Tier::Yes, rule: rule.into() };
        Rules::compile(&[idiom]).unwrap_or_else(|(_, error)| panic!("{error}"))
    })
}

/// Names that mean something, and some that should not.
const NAMES: [&str; 16] = [
    MAIN,
    intake::PREDICTION,
    intake::EXPLANATION,
    "helper.py",
    "json.py",
    "package/__init__.py",
    "package/answer.py",
    "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/deep.py",
    ".hidden.py",
    "__pycache__/x.pyc",
    "notes.md",
    "na\u{ef}ve \u{202e}.py",
    "esc\u{1b}[31m.py",
    "link.py",
    "fifo.py",
    "UPPER.PY",
];

fn files(mut bytes: &[u8]) -> Vec<RawFile> {
    let mut files: Vec<RawFile> = vec![];
    while let Some((&[name, low, high], rest)) = bytes.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes([low, high])).min(rest.len());
        let path = NAMES[usize::from(name) % NAMES.len()].to_owned();
        if !files.iter().any(|file| file.path == path) {
            files.push(RawFile { at: path.clone(), path, bytes: rest[..length].to_vec() });
        }
        bytes = &rest[length..];
    }
    files
}

fn put(folder: &Path, file: &RawFile) {
    let path = folder.join(&file.path);
    let parent = path.parent().expect("it lies in the folder");
    std::fs::create_dir_all(parent).expect("folders of our own");
    match file.path.as_str() {
        "link.py" => std::os::unix::fs::symlink("/etc/passwd", path).expect("a link of our own"),
        "fifo.py" => drop(std::os::unix::net::UnixListener::bind(path).expect("a socket of our own")),
        _ => std::fs::write(path, &file.bytes).expect("a file of our own"),
    }
}

/// An answer is text without NUL that holds its own hash; whatever is said of it can be shown.
fn taken(read: Result<Handed, IntakeError>) {
    match read {
        Ok(Handed::Answer(Intake { answer, notes })) => {
            assert_eq!(answer.files[0].path, MAIN);
            assert_eq!(answer.sha256.len(), 64);
            assert!(answer.files.iter().all(|file| !file.text.contains('\0')));
            notes.iter().for_each(|note| assert_harmless(note));
        }
        Ok(Handed::Refused { refusal, .. }) => assert_harmless(&refusal.to_string()),
        Err(error) => assert_harmless(&error.to_string()),
    }
}

/// Bounds that small inputs can pass.
const SMALL: Bounds =
    Bounds { file_bytes_max: 2_000, total_bytes_max: 4_000, files_max: 5, names_max: 12, depth_max: 4 };

/// A submission as a `z`ip, a `t`ar or a `g`zipped tar, as the first byte says; or else a layout of submissions in a first
/// line, and names to be found by it in the others.
pub fn archive(bytes: &[u8]) {
    let Some((&kind, bytes)) = bytes.split_first() else { return };
    let archive = match kind {
        b'z' => Archive::Zip,
        b't' => Archive::Tar,
        b'g' => Archive::TarGz,
        _ => return layout(bytes),
    };
    let listing = match archive.read(bytes, &SMALL, &|path| path.ends_with(".py")) {
        Ok(listing) => listing,
        Err(error) => return assert_harmless(&error.to_string()),
    };
    assert!(listing.files.len() <= SMALL.files_max && listing.left.len() <= SMALL.names_max);
    assert!(listing.files.iter().map(|file| file.bytes.len() as u64).sum::<u64>() <= SMALL.total_bytes_max);
    listing.left.iter().for_each(|(path, _)| assert_harmless(path));
    for file in &listing.files {
        assert_harmless(&file.path);
        assert!(is_below(&file.path) && file.path.ends_with(".py"), "{:?}", file.path);
    }
    let mut paths: Vec<&String> = listing.files.iter().map(|file| &file.path).collect();
    paths.dedup();
    assert_eq!(paths.len(), listing.files.len(), "one path twice");
    taken(intake::assemble(listing.files, "answer", &[], vec![]));
}

/// Whether a path leads to a place within its folder.
fn is_below(path: &str) -> bool {
    let normal = |part: std::path::Component<'_>| matches!(part, std::path::Component::Normal(_));
    !path.is_empty() && Path::new(path).components().all(normal)
}

/// Every name that is found is below the folder, and belongs to one candidate whose name can be shown.
fn layout(bytes: &[u8]) {
    let mut lines = bytes.split(|byte| *byte == b'\n');
    let text = lines.next().unwrap_or_default();
    let Ok(text) = std::str::from_utf8(text) else { return };
    let Ok(layout) = Layout::parse(text, 1) else { return };
    let folder = tempfile::tempdir().expect("a folder of our own");
    let mut made = 0;
    for name in lines.take(8) {
        use std::os::unix::ffi::OsStrExt;
        let path = Path::new(std::ffi::OsStr::from_bytes(name));
        let is_fit = name.len() < 500 && path.components().all(|part| part.as_os_str().len() < 250);
        if !is_fit
            || name.contains(&0)
            || !path.components().all(|part| matches!(part, std::path::Component::Normal(_)))
        {
            continue;
        }
        let path = folder.path().join(path);
        let is_made = std::fs::create_dir_all(path.parent().expect("it lies in the folder"))
            .and_then(|()| std::fs::File::create_new(&path));
        made += usize::from(is_made.is_ok());
    }
    let found = layout.find(folder.path()).expect("our own folder can be read");
    let paths: Vec<_> = found.found.values().flatten().collect();
    assert!(paths.len() <= made + 8);
    for ((candidate, challenge), paths) in &found.found {
        assert_harmless(candidate);
        challenge.iter().for_each(|name| assert_harmless(name));
        assert!(!candidate.is_empty() && !paths.is_empty());
        assert!(paths.iter().all(|path| path.starts_with(folder.path())));
    }
    found.unmatched.iter().for_each(|path| assert_harmless(path));
}

/// A file of challenges, or after a first byte `f` what one of its challenges has for files: lines of a name, a tab and a text.
pub fn bank(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let text = match text.strip_prefix('f') {
        None => text.to_owned(),
        Some(lines) => with_files(lines),
    };
    match pack::read(&text, &[]) {
        Ok(sound) => assert!(sound.iter().all(|one| is_below(one.id.as_str()))),
        Err(error) => {
            error.to_string().lines().for_each(assert_harmless);
            assert_harmless(&error.remedy());
        }
    }
}

/// A sound file of one challenge, with files put in the place of its own, or beside them. `\\n` begins a new line of a text.
fn with_files(lines: &str) -> String {
    static SOUND: OnceLock<pack::Pack> = OnceLock::new();
    let sound = SOUND.get_or_init(|| {
        pack::Pack::of(&Bank::embedded(), &["flatten".to_owned()], true).expect("the bank's own challenge")
    });
    let mut pack = sound.clone();
    let files = pack.challenges[0].files.get_or_insert_default();
    for line in lines.lines() {
        let (path, text) = line.split_once('\t').unwrap_or((line, ""));
        files.insert(path.to_owned(), text.replace("\\n", "\n"));
    }
    serde_json::to_string(&pack).expect("plain data")
}

/// What a downloaded challenge brings: a manifest, or behind a first byte `y` the YAML of an idiom's rule.
pub fn manifest(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(rule) = text.strip_prefix('y') {
        if let Err(error) = RuleFile::parse("good", rule) {
            assert!(error.line <= rule.lines().count() + 1);
        }
        return;
    }
    for problem in manifest::parse(text, "some/challenge.toml").err().into_iter().flatten() {
        assert_harmless(&problem.to_string());
        let help = problem.fault.remedy().unwrap_or_default();
        help.lines().for_each(assert_harmless);
        assert_eq!(problem.span.is_some(), problem.line_column().is_some());
        let theme = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor());
        let mut drawn = String::new();
        theme.with_width(WIDTH).with_links(false).render_report(&mut drawn, &problem).expect("into a text");
        drawn.lines().for_each(assert_harmless);
    }
}

fn assert_harmless(text: &str) {
    assert!(!text.chars().any(is_hostile), "{text:?} would reach a terminal");
}
