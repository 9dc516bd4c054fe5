//! Projects: commands are seen alike on both runtimes, packages find what they carry, and their tricks get them nothing.

use std::path::{Path, PathBuf};

use vivavoce::model::value::Value;
use vivavoce::wire::frame::CaseFrame;
use vivavoce::wire::job::{Action, BoxFile, Job};

use crate::common::{needs_boxes, viva_says};
use crate::conformance::{Seen, alike, file, job, step};

fn bank() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python_fixtures/project_bank").display().to_string()
}

/// A job of one command after another, on a package `app`.
fn commands(files: &[(&str, &str)], lines: &[(&str, &[&str])]) -> Job {
    let action = |line: &[&str]| Action::Command {
        arguments: line.iter().map(|word| (*word).to_owned()).collect(),
        stdin: "in 1\nin 2\n".to_owned(),
        files: [("given.txt".to_owned(), "given\n".to_owned())].into(),
    };
    let files: Vec<BoxFile> = files.iter().map(|(path, text)| file(path, text)).collect();
    let steps = std::iter::once(("load", Action::Load));
    let steps = steps.chain(lines.iter().map(|(name, line)| (*name, action(line))));
    Job { modules: vec![("app".to_owned(), true)], ..job(files, steps.collect()) }
}

/// What was recorded under a name.
fn record(seen: &Seen, wanted: &str) -> Value {
    let found = seen.frames.iter().find_map(|frame| match frame {
        CaseFrame::Recorded { name, value } if name == wanted => Some(value.clone()),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no `{wanted}` in {seen:#?}"))
}

fn text(seen: &Seen, wanted: &str) -> String {
    match record(seen, wanted) {
        Value::Str(text) => text.to_display(),
        other => panic!("`{wanted}` is {other:?}"),
    }
}

#[test]
fn the_project_of_the_fixtures_holds_on_both_runtimes() {
    needs_boxes!();
    for runtime in ["warm", "cold"] {
        let said = viva_says(&["check", "--bank", &bank(), "--runtime", runtime, "--seed", "3"]);
        assert_eq!(said.code, 0, "{}{}", said.stdout, said.stderr);
    }
}

#[test]
fn a_command_is_a_program_on_both_runtimes() {
    needs_boxes!();
    let main = "\
import os, sys, threading
from . import parts
from .parts.deep import where
kind = sys.argv[1]
if kind == 'streams':
    print(input(), sys.stdin.readline().strip(), os.read(0, 5), sys.argv[1:], __name__, __package__)
    os.write(1, b'raw\\n'); print('told', file=sys.stderr); sys.stdout.buffer.write(b'\\xff\\n')
elif kind == 'exits':
    sys.exit({'none': None, 'five': 5, 'far': 261, 'text': 'said why', 'true': True}[sys.argv[2]])
elif kind == 'fails':
    parts.fail()
elif kind == 'files':
    print(sorted(os.listdir()), open('given.txt').read().strip(), where(), parts.DATA)
    os.makedirs('new/deep'); open('new/deep/a.txt', 'w').write('a'); open('given.txt', 'a').write('more')
    open('raw.bin', 'wb').write(b'\\xff'); os.symlink('/etc/passwd', 'link')
elif kind == 'thread':
    threading.Timer(0.05, print, ['late']).start()
";
    let parts = "\
import importlib.resources, pkgutil
from pathlib import Path
DATA = Path(__file__).with_name('data.json').read_text(), pkgutil.get_data('app.parts', 'data.json')
DATA += (importlib.resources.files(__name__).joinpath('data.json').read_text(),)
DATA += ([module.name for module in pkgutil.iter_modules(__path__)],)
def fail():
    raise KeyError('why')
";
    let files = [
        ("app/__main__.py", main),
        ("app/parts/__init__.py", parts),
        ("app/parts/data.json", "[1]"),
        ("app/parts/deep.py", "from ..parts import DATA\ndef where():\n    return __name__, len(DATA)\n"),
    ];
    let lines: [(&str, &[&str]); 9] = [
        ("streams", &["-m", "app", "streams", "--top", "3"]),
        ("none", &["-m", "app", "exits", "none"]),
        ("five", &["-m", "app", "exits", "five"]),
        ("far", &["-m", "app", "exits", "far"]),
        ("text", &["-m", "app", "exits", "text"]),
        ("fails", &["-m", "app", "fails"]),
        ("files", &["-m", "app", "files"]),
        ("thread", &["-m", "app", "thread"]),
        ("submodule", &["-m", "app.parts.deep"]),
    ];
    let all = alike(&commands(&files, &lines));
    let exit = |name: &str| record(step(&all, name), "exit");
    let code = |number: i32| Value::Int(number.into());
    // Standard output is a file: what Python prints waits in its buffer, as in a pipe.
    let printed = "raw\n\\xff\nin 1 in 2 b'' ['streams', '--top', '3'] __main__ app\n";
    assert_eq!(text(step(&all, "streams"), "printed"), printed);
    assert_eq!(text(step(&all, "streams"), "stderr"), "told\n");
    assert_eq!([exit("none"), exit("five"), exit("far"), exit("text")], [code(0), code(5), code(5), code(1)]);
    assert_eq!(text(step(&all, "text"), "stderr"), "said why\n");
    assert_eq!(exit("fails"), code(1));
    let said = text(step(&all, "fails"), "stderr");
    assert!(
        said.contains("app/parts/__init__.py\", line 7") && said.ends_with("KeyError: 'why'\n"),
        "{said}"
    );
    assert!(!said.contains("viva"), "only the program's own lines are told: {said}");
    let printed = text(step(&all, "files"), "printed");
    let wanted = "['given.txt'] given ('app.parts.deep', 4) ('[1]', b'[1]', '[1]', ['deep'])\n";
    assert_eq!(printed, wanted);
    let Value::Dict(written) = record(step(&all, "files"), "written") else { panic!("no dict") };
    let names: Vec<String> = written.iter().map(|(name, content)| format!("{name:?} {content:?}")).collect();
    assert_eq!(written.len(), 4, "{names:?}");
    assert!(!format!("{written:?}").contains("root"), "no link is followed: {names:?}");
    assert_eq!(text(step(&all, "thread"), "printed"), "late\n");
    assert!(step(&all, "submodule").complete);
}

#[test]
fn a_package_gets_nothing_by_tricks() {
    needs_boxes!();
    let main = "\
import json, sys, os
kind = sys.argv[1]
if kind == 'shadow':
    print(json.dumps([1]), 'sitecustomize' in sys.modules, 'conftest' in sys.modules)
    import viva
    print(viva.MINE)
elif kind == 'leaves':
    print('3'); os._exit(0)
elif kind == 'frames':
    for number in range(3, 20):
        try: os.write(number, b'R\\x00\\x00\\x00\\x04exitE')
        except OSError: pass
    print('R printed END'); os._exit(0)
elif kind == 'outside':
    for path in ['../../etc/x', '/toolbox/viva/x.py', '/x', '/python/x']:
        try: open(path, 'w')
        except OSError: print('refused')
elif kind == 'patches':
    import builtins, traceback
    builtins.isinstance = lambda *_: True
    builtins.open = os.dup2 = os.scandir = os.lstat = os.dup = None
    sys.stdout.write('bad'); sys.exit(7)
elif kind == 'closes':
    print('told'); sys.stdout.close(); os.close(2)
elif kind == 'recurses':
    def f(): f()
    try: f()
    except RecursionError: sys.exit('too deep')
";
    let files = [
        ("app/__main__.py", main),
        ("json.py", "dumps = lambda value: 'mine'\n"),
        ("sitecustomize.py", "print('custom')\n"),
        ("conftest.py", "print('conftest')\n"),
        ("viva/__init__.py", "MINE = 'mine'\n"),
        ("viva/driver.py", "raise SystemExit(0)\n"),
        ("requirements.txt", "evil @ https://example.org/evil.whl\n"),
    ];
    let lines: [(&str, &[&str]); 7] = [
        ("shadow", &["-m", "app", "shadow"]),
        ("leaves", &["-m", "app", "leaves"]),
        ("frames", &["-m", "app", "frames"]),
        ("outside", &["-m", "app", "outside"]),
        ("patches", &["-m", "app", "patches"]),
        ("closes", &["-m", "app", "closes"]),
        ("recurses", &["-m", "app", "recurses"]),
    ];
    let all = alike(&commands(&files, &lines));
    assert_eq!(text(step(&all, "shadow"), "printed"), "[1] False False\nmine\n");
    assert_eq!(text(step(&all, "outside"), "printed"), "refused\n".repeat(4));
    for name in ["leaves", "frames"] {
        let seen = step(&all, name);
        assert!(
            !seen.complete && !seen.frames.iter().any(|frame| matches!(frame, CaseFrame::Recorded { .. }))
        );
    }
    assert_eq!(record(step(&all, "patches"), "exit"), Value::Int(7.into()));
    assert_eq!(text(step(&all, "closes"), "printed"), "told\n");
    assert_eq!(record(step(&all, "recurses"), "exit"), Value::Int(1.into()));
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, text) in files {
        let path: PathBuf = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it has a parent")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    folder
}

#[test]
fn a_repository_is_handed_in_as_it_is() {
    needs_boxes!();
    let main = "import sys\nprint(len(sys.stdin.read().split()))\n";
    let repository = folder(&[
        ("wc-main/src/wc/__main__.py", main),
        ("wc-main/src/wc/__init__.py", ""),
        ("wc-main/pyproject.toml", "[project]\nname = 'wc'\n"),
        ("wc-main/requirements.txt", "evil @ https://example.org/evil.whl\n"),
        ("wc-main/tests/test_wc.py", "import pytest_that_is_not_here\n"),
        ("wc-main/setup.py", "raise SystemExit('never run')\n"),
    ]);
    let path = repository.path().display().to_string();
    let said =
        viva_says(&["grade", "word-count", &path, "--bank", &bank(), "--format", "json", "--seed", "1"]);
    assert_eq!(said.code, 0, "{}{}", said.stdout, said.stderr);
    let report: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!(report["cases"][0]["outcome"], "met", "{report:#}");
    assert!(said.stdout.contains("requirements.txt was not followed"), "{}", said.stdout);
}

#[test]
fn what_holds_no_module_is_told() {
    let other = folder(&[("one.py", "x = 1\n"), ("two.py", "y = 2\n")]);
    let path = other.path().display().to_string();
    let said = viva_says(&["grade", "word-count", &path, "--bank", &bank()]);
    assert_eq!(said.code, 2, "{}", said.stderr);
    assert!(said.stderr.contains("holds no module `wc`"), "{}", said.stderr);
}
