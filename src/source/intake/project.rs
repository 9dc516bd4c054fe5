//! From the files of a project to its modules: where its packages lie, and which of its files stands first.
//!
//! People hand in a package, a repository around it, a `src` folder, or one file. Must not read anything.

use super::{EXPLANATION, MAIN, PREDICTION};
use crate::source::folder::RawFile;
use crate::source::shown::one_line;

/// Ends of names of files that a package carries beside its Python.
const DATA: [&str; 14] =
    ["json", "jsonl", "txt", "csv", "tsv", "toml", "ini", "cfg", "yaml", "yml", "sql", "xml", "html", "tmpl"];
/// Folders and files at the top of a project that are no part of the program.
const NOT_RUN: [&str; 5] = ["tests", "test", "setup.py", "conftest.py", "noxfile.py"];

/// Whether a file of a project's folder is read: Python, words, and what lies in a package beside it.
pub(super) fn is_part(path: &str, modules: &[String]) -> bool {
    let inside = || path.split('/').rev().skip(1).any(|part| modules.iter().any(|module| module == part));
    let is_data = || DATA.iter().any(|end| path.rsplit_once('.').is_some_and(|(_, found)| found == *end));
    path.ends_with(".py") || words(path).is_some() || (is_data() && inside())
}

/// The name of a file of words, in whatever folder it lies.
fn words(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    [PREDICTION, EXPLANATION].into_iter().find(|known| *known == name)
}

/// Puts the modules at the top and leaves out what is beside them; [`None`] when the project holds none of them.
///
/// The file that the first module is run or imported by is the first of them, and data comes last.
pub(super) fn arrange(
    files: Vec<RawFile>,
    modules: &[String],
    notes: &mut Vec<String>,
) -> Option<Vec<RawFile>> {
    let first = modules.first()?;
    let (mut spoken, code): (Vec<RawFile>, Vec<RawFile>) =
        files.into_iter().partition(|file| words(&file.path).is_some());
    // The words nearest to the top are the candidate's; a package may carry others.
    spoken.sort_by_key(|file| (file.path.matches('/').count(), file.path.clone()));
    let mut kept: Vec<RawFile> = Vec::new();
    for file in spoken {
        let path = words(&file.path)?.to_owned();
        if !kept.iter().any(|known| known.path == path) {
            kept.push(RawFile { path, ..file });
        }
    }
    let (code, root) = match root(&code, modules) {
        Some(root) => (code, root),
        None => (as_one_module(code, first, notes)?, String::new()),
    };
    let (inside, beside): (Vec<RawFile>, Vec<RawFile>) = code.into_iter().partition(|file| {
        let top = file.path.strip_prefix(&root).map(|rest| rest.split('/').next().unwrap_or(rest));
        top.is_some_and(|top| !NOT_RUN.contains(&top) || modules.iter().any(|module| module == top))
    });
    remark(&beside, notes);
    kept.extend(inside.into_iter().filter_map(|file| text_of(file, &root, notes)));
    let main = [format!("{first}/__main__.py"), format!("{first}/__init__.py"), format!("{first}.py")];
    kept.sort_by_key(|file| {
        let place = main.iter().position(|path| *path == file.path).unwrap_or(main.len());
        (place, !file.path.ends_with(".py"), file.path.clone())
    });
    Some(kept)
}

/// A file below the root; data that is no text is left out with a note, since it is no mistake of anybody's.
fn text_of(file: RawFile, root: &str, notes: &mut Vec<String>) -> Option<RawFile> {
    let path = file.path.strip_prefix(root)?.to_owned();
    let is_text = std::str::from_utf8(&file.bytes).is_ok_and(|text| !text.contains('\0'));
    if !is_text && !path.ends_with(".py") {
        notes.push(format!("{} is no UTF-8 text and was left out.", one_line(&path)));
        return None;
    }
    Some(RawFile { path, ..file })
}

/// The folder that the modules lie in, ending in `/` or empty: a whole package before a mere folder of that name, then
/// the nearest to the top.
fn root(files: &[RawFile], modules: &[String]) -> Option<String> {
    let mut found: Vec<(bool, usize, usize, String)> = Vec::new();
    for file in files.iter().filter(|file| file.path.ends_with(".py")) {
        let parts: Vec<&str> = file.path.split('/').collect();
        for (depth, part) in parts.iter().enumerate() {
            let is_file = depth + 1 == parts.len();
            let name = if is_file { part.strip_suffix(".py").unwrap_or(part) } else { part };
            let Some(rank) = modules.iter().position(|module| module == name) else { continue };
            let whole = is_file || matches!(parts[depth + 1..], ["__init__.py" | "__main__.py"]);
            let prefix: String = parts[..depth].iter().map(|part| format!("{part}/")).collect();
            found.push((!whole, depth, rank, prefix));
        }
    }
    found.into_iter().min().map(|(_, _, _, prefix)| prefix)
}

/// One file is a module as good as any, under whatever name it was handed in.
fn as_one_module(mut files: Vec<RawFile>, module: &str, notes: &mut Vec<String>) -> Option<Vec<RawFile>> {
    let python: Vec<usize> = (0..files.len()).filter(|index| files[*index].path.ends_with(".py")).collect();
    let only = match python[..] {
        [only] if !files[only].path.contains('/') => only,
        _ => files.iter().position(|file| file.path == MAIN)?,
    };
    let path = format!("{module}.py");
    if files[only].path != MAIN {
        notes.push(format!("{} was taken as {path}.", one_line(&files[only].path)));
    }
    files[only].path = path;
    Some(files)
}

fn remark(beside: &[RawFile], notes: &mut Vec<String>) {
    match beside {
        [] => {}
        [one] => notes.push(format!("{} is no part of the program and was left out.", one_line(&one.path))),
        [one, rest @ ..] => notes.push(format!(
            "{} is no part of the program and was left out, like {} more.",
            one_line(&one.path),
            rest.len()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arranged(paths: &[&str]) -> Option<Vec<String>> {
        let files = paths.iter().map(|path| RawFile {
            path: (*path).to_owned(),
            at: String::new(),
            bytes: b"x = 1\n".to_vec(),
        });
        let modules = ["shop".to_owned()];
        let files = files.filter(|file| is_part(&file.path, &modules)).collect();
        arrange(files, &modules, &mut Vec::new())
            .map(|files| files.into_iter().map(|file| file.path).collect())
    }

    #[test]
    fn a_package_is_found_however_it_is_wrapped() {
        let whole = ["shop/__main__.py", "shop/__init__.py", "shop/parts/one.py", "shop/data/rates.json"];
        for prefix in ["", "src/", "shop/", "shop-main/", "shop-main/src/", "a/b/shop/src/"] {
            let paths: Vec<String> = whole.iter().map(|path| format!("{prefix}{path}")).collect();
            let mut paths: Vec<&str> = paths.iter().map(String::as_str).collect();
            paths.extend(["setup.py", "README.md", "big.json", "tests/test_shop.py", "tests/shop/deep.py"]);
            let found = arranged(&paths).expect("it is there");
            assert_eq!(found[..4], whole, "{prefix}: {found:?}");
            assert!(!found.iter().any(|path| path.contains("test") || path == "big.json"), "{found:?}");
        }
    }

    #[test]
    fn one_file_is_the_module_whatever_it_is_called() {
        for name in ["shop.py", "answer.py", "solution.py"] {
            assert_eq!(arranged(&[name, "notes.txt"]), Some(vec!["shop.py".to_owned()]));
        }
        assert_eq!(arranged(&["answer.py", "helper.py"]), Some(vec!["shop.py".into(), "helper.py".into()]));
        assert_eq!(arranged(&["one.py", "two.py"]), None);
        assert_eq!(arranged(&["explanation.md"]), None);
    }

    #[test]
    fn words_are_found_beside_the_package() {
        let found = arranged(&["x/shop/__init__.py", "x/explanation.md", "x/shop/explanation.md"]);
        assert_eq!(found, Some(vec!["shop/__init__.py".to_owned(), EXPLANATION.to_owned()]));
    }
}
