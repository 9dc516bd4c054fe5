//! Every file that a batch writes, and every format of one grade, whatever formats there are: looked through for bytes of a stranger that
//! a terminal, a page, a table or the log of a CI would obey.
//!
//! The formats are taken from the help of the commands, so that a new one is looked through as soon as it can be asked for.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{LOADS_NOT, NAMES_IT_OTHERWISE, RAISES, RETURNS, answer, assert_harmless, without_colours};
use crate::common::{Said, needs_boxes, viva_says};

/// What a page would run, a text would link and a table would compute, in everything that an answer says and is called.
const MARKUP: [&str; 5] = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "\" onmouseover=\"alert(1)",
    "[x](javascript:alert)",
    "]]><b>",
];

/// Names of candidates that a layout takes; `/` cannot be in one.
const CANDIDATES: [&str; 8] = [
    "=HYPERLINK(\"http:x\",\"y\")",
    "@SUM(A1);=1+1",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "::error file=x::y",
    "##vso[task.complete result=Failed;]x",
    "[x](javascript:alert)",
    "]]><b>%0A::warning::z",
];

/// The values that an option takes, from the command's own help.
fn values_of(command: &str, option: &str) -> Vec<String> {
    let help = viva_says(&[command, "--help"]).stdout;
    let (_, of_option) = help.split_once(option).unwrap_or_else(|| panic!("no {option} in {help}"));
    let (_, listed) = of_option.split_once("Possible values:").expect("its values are listed");
    let lines = listed.lines().map(str::trim).skip(1).map_while(|line| line.strip_prefix("- "));
    lines.filter_map(|line| line.split_once(':')).map(|(name, _)| name.to_owned()).collect()
}

/// A folder with one hostile submission for each name, and some whose names no layout takes.
fn submissions() -> TempDir {
    let folder = TempDir::new().expect("a folder of our own");
    let markup = MARKUP.concat().replace('\'', "");
    let sources = [
        RAISES.to_owned(),
        RETURNS.to_owned(),
        LOADS_NOT.to_owned(),
        NAMES_IT_OTHERWISE.to_owned(),
        format!("def create_multipliers(n=5):\n    raise ValueError({markup:?})  # {markup}\n"),
        format!("def create_multipliers(n=5):\n    return [{markup:?}] * n  # {markup}\n"),
    ];
    for (index, name) in CANDIDATES.iter().enumerate() {
        let own = folder.path().join(name);
        fs::create_dir(&own).expect("a folder of our own");
        answer(&own, &sources[index % sources.len()]);
        let words = fs::read_to_string(own.join("explanation.md")).expect("just written");
        fs::write(own.join("explanation.md"), words + &markup).expect("a file of our own");
    }
    fs::write(folder.path().join("\u{1b}]52;c;aGk=\u{7}\u{202e}.py"), "x = 1\n").expect("a file of our own");
    fs::write(folder.path().join("=empty.py"), "").expect("a file of our own");
    folder
}

/// Every file below a folder but the store, which is no text.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("viva.db")) {
            found.push(path);
        }
    }
    found
}

/// Says all that is wrong with one text, whatever its format is.
fn faults(name: &str, text: &str) -> Vec<String> {
    let mut faults = vec![];
    let ending = name.rsplit('.').next().unwrap_or_default();
    for line in without_colours(text).split('\n') {
        let plain = line.replace('\t', " ");
        let hostile: Vec<char> = plain.chars().filter(|&c| vivavoce::judge::escape::is_hostile(c)).collect();
        if !hostile.is_empty() {
            faults.push(format!("{name} holds {hostile:?}: {line:?}"));
        }
        // What begins so is what the answers and names here say; viva's own annotations begin otherwise.
        let obeyed = ["::error file=x::", "::set-output", "::stop-commands::x", "::warning::z"];
        let is_obeyed = obeyed.iter().any(|command| line.trim_start().starts_with(command))
            || ["##[", "##vso[", "##teamcity["].iter().any(|command| line.contains(command));
        // Nobody prints a page into a log.
        if is_obeyed && ending != "html" {
            faults.push(format!("{name} gives a command: {line:?}"));
        }
    }
    // What each format would take for more than a text.
    let alive: &[usize] = match ending {
        "html" => &[0, 1, 2],
        "md" => &[0, 1, 2, 3],
        "xml" => &[0, 1, 4],
        _ => &[],
    };
    let held = alive.iter().map(|&index| MARKUP[index]).filter(|markup| text.contains(markup));
    faults.extend(held.map(|markup| format!("{name} holds {markup}")));
    if ending == "csv" {
        faults.extend(formulas(name, text));
    }
    faults
}

fn formulas(name: &str, text: &str) -> Vec<String> {
    let mut table = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    assert!(rows.len() > CANDIDATES.len(), "{name}: {text}");
    let cells = rows.iter().flat_map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>());
    let parts = cells.flat_map(|cell| cell.split(';').map(str::to_owned).collect::<Vec<_>>());
    let formulas = parts.filter(|part| part.trim_start().starts_with(['=', '+', '-', '@']));
    formulas.map(|part| format!("{name} has a formula: {part}")).collect()
}

#[test]
fn every_file_of_a_batch_is_harmless() {
    needs_boxes!();
    let (folder, out) = (submissions(), TempDir::new().expect("a folder of our own"));
    let formats = values_of("batch", "--format").join(",");
    let path = |folder: &TempDir| folder.path().to_str().expect("UTF-8").to_owned();
    let (from, to) = (path(&folder), path(&out));
    let arguments = ["batch", "late-binding-closures", &from, "--out", &to, "--seed", "1", "--asked", "all"];
    let said = viva_says(&[&arguments[..], &["--format", &formats]].concat());
    assert_eq!(said.code, 0, "{said:?}");
    let written = files(out.path());
    assert!(written.len() > CANDIDATES.len() + formats.split(',').count(), "{written:?}");
    let mut found = vec![];
    for file in &written {
        let name = file.strip_prefix(out.path()).expect("below").to_string_lossy().into_owned();
        let text = String::from_utf8(fs::read(file).expect("a file"))
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        found.extend(faults(&name, &text));
        found.extend(faults("the name of a file", &name.replace('.', "")));
    }
    found.extend(faults("standard output.text", &said.stdout));
    found.extend(faults("standard error.text", &said.stderr));
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_format_of_one_grade_is_harmless() {
    needs_boxes!();
    let folder = TempDir::new().expect("a folder of our own");
    let path = answer(folder.path(), RAISES);
    for format in values_of("grade", "--format") {
        let said = viva_says(&[
            "grade",
            "late-binding-closures",
            &path,
            "--format",
            &format,
            "--seed",
            "1",
            "--color",
            "never",
        ]);
        assert_eq!(said.code, 0, "{said:?}");
        let found = faults(&format!("grade.{format}"), &said.stdout);
        assert!(found.is_empty(), "{}", found.join("\n"));
        assert_harmless(&Said { stdout: String::new(), ..said }, &format);
    }
}

#[test]
fn what_is_looked_for_is_found() {
    let found = |name: &str, text: &str| !faults(name, text).is_empty();
    assert!(found("a.json", "\u{1b}]52;c;aGk=\u{7}") && found("a.md", "gpj.\u{202e}exe"));
    assert!(found("a.txt", " ::set-output name=a::b") && found("a.json", "x ##vso[task.complete]"));
    assert!(found("a.html", "<p><img src=x onerror=alert(1)></p>") && found("a.xml", "<![CDATA[]]><b>"));
    assert!(!found("a.html", "<p>&lt;img src=x onerror=alert(1)&gt;</p>"));
    let row = |cell: &str| format!("a,b\n{}{cell},1\n", "x,1\n".repeat(9));
    assert!(found("a.csv", &row("=1+1")) && found("a.csv", &row("a;=1")) && !found("a.csv", &row("'=1+1")));
}
