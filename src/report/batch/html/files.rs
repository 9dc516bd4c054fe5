//! The files of an answer on a page, one below the other, and the links to their lines.
//!
//! Must not know what is said at a line, nor read anything but texts.

use std::collections::BTreeMap;

use super::source::{self, Notes};
use super::text::{Html, code, in_address, push_code};
use crate::judge::escape::clean;
use crate::judge::locate::counted;
use crate::model::answer::SourceFile;

/// Lines of one submission that are shown, over all its files.
const LINES_MAX: usize = 6_000;

/// What is said about the lines of each file, by the file's place.
pub type NotesOfAll = BTreeMap<usize, Notes>;

/// The files of one answer, the main one first.
#[derive(Debug)]
pub struct Files<'a> {
    /// What the names of noted lines begin with.
    prefix: &'a str,
    files: Vec<File<'a>>,
}

/// One file.
#[derive(Debug)]
struct File<'a> {
    /// Its path as a report names it.
    path: String,
    text: &'a str,
    lines: usize,
    /// How many of them are shown, from the first on.
    shown: usize,
}

impl<'a> Files<'a> {
    /// The files of an answer as they are shown: all of the Python, as far as there is room.
    #[must_use]
    pub fn of(prefix: &'a str, files: &'a [SourceFile]) -> Self {
        let mut room = LINES_MAX;
        let file = |file: &'a SourceFile| {
            let lines = file.text.lines().count();
            let is_source = file.path.ends_with(".py");
            let shown = if is_source { lines.min(room).min(source::LINES_MAX) } else { 0 };
            room -= shown;
            File { path: clean(&file.path), text: &file.text, lines, shown }
        };
        Self { prefix, files: files.iter().map(file).collect() }
    }

    /// The path of the main file.
    #[must_use]
    pub fn main(&self) -> &str {
        self.files.first().map_or("", |file| &file.path)
    }

    /// The place of a file, where the answer has it.
    #[must_use]
    pub fn place(&self, path: &str) -> Option<usize> {
        self.files.iter().position(|file| file.path == path)
    }

    /// Whether the page shows a line.
    #[must_use]
    pub fn shows(&self, path: &str, line: u32) -> bool {
        let file = self.files.iter().find(|file| file.path == path);
        file.is_some_and(|file| (1..=file.shown).contains(&(line as usize)))
    }

    /// A line in words: `line 3`, and where there are several files `stock.py line 3`.
    #[must_use]
    pub fn words(&self, path: &str, line: u32) -> String {
        if self.is_one() { format!("line {line}") } else { format!("{path} line {line}") }
    }

    /// The address of a line within the page; empty where the page does not show it.
    #[must_use]
    pub fn address(&self, path: &str, line: u32) -> String {
        match self.place(path).filter(|_| self.shows(path, line)) {
            Some(place) => in_address(&source::line_id(&self.prefix_of(place), line)),
            None => String::new(),
        }
    }

    /// The one file's name, or how many there are.
    #[must_use]
    pub fn title(&self) -> String {
        if self.is_one() {
            return self.main().to_owned();
        }
        let lines = self.files.iter().map(|file| file.lines).sum();
        format!("{}, {}", counted(self.files.len(), "file"), counted(lines, "line"))
    }

    /// Links to the files where there are several; empty for one.
    #[must_use]
    pub fn contents(&self) -> Html {
        if self.is_one() {
            return Html::default();
        }
        let mut out = String::from("<ul class=\"files\">");
        for (place, file) in self.files.iter().enumerate() {
            let why = match (file.lines, file.shown) {
                (0, _) => "empty".to_owned(),
                (lines, 0) => format!("{}, not shown", counted(lines, "line")),
                (lines, _) => counted(lines, "line"),
            };
            let name = code(&file.path);
            if file.shown == 0 {
                out.push_str(&format!("<li><code>{name}</code> <small>{why}</small></li>"));
            } else {
                let address = in_address(&self.prefix_of(place));
                out.push_str(&format!(
                    "<li><a href=\"#{address}%3Afile\"><code>{name}</code></a> <small>{why}</small></li>"
                ));
            }
        }
        out.push_str("</ul>");
        Html::trusted(out)
    }

    /// The files with what is said at their lines, each under a heading of this level where there are several.
    #[must_use]
    pub fn drawn(&self, notes: &NotesOfAll, level: u8) -> Html {
        let nothing = Notes::new();
        let mut out = String::new();
        for (place, file) in self.files.iter().enumerate().filter(|(_, file)| file.shown > 0) {
            let prefix = self.prefix_of(place);
            if !self.is_one() {
                out.push_str(&format!("<h{level} class=\"file\" id=\""));
                push_code(&mut out, &prefix);
                out.push_str(&format!(":file\">{}</h{level}>", code(&file.path)));
            }
            let notes = notes.get(&place).unwrap_or(&nothing);
            out.push_str(source::of(file.text, notes, &prefix, file.shown).as_str());
        }
        Html::trusted(out)
    }

    fn is_one(&self) -> bool {
        self.files.len() <= 1
    }

    /// What the names of a file's lines begin with; no candidate's name has a colon in it there.
    fn prefix_of(&self, place: usize) -> String {
        if place == 0 { self.prefix.to_owned() } else { format!("{}:{}", self.prefix, place + 1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, lines: usize) -> SourceFile {
        SourceFile { path: path.to_owned(), at: path.to_owned(), text: "x = 1\n".repeat(lines) }
    }

    #[test]
    fn every_file_of_python_is_shown_under_its_name_and_has_lines_of_its_own() {
        let files =
            [file("a/__main__.py", 3), file("a/<b>.py", 2), file("a/__init__.py", 0), file("a/d.json", 4)];
        let files = Files::of("c", &files);
        let note = source::Note { state: "unmet", said: code("wrong"), column: 0 };
        let notes = NotesOfAll::from([(1, Notes::from([(2, vec![note])]))]);
        let html = files.drawn(&notes, 4).to_string();
        assert_eq!(html.matches("class=\"no\"").count(), 5, "{html}");
        assert!(html.contains("<h4 class=\"file\" id=\"c:2:file\">a/&lt;b&gt;.py</h4>"), "{html}");
        assert!(html.contains("<div class=\"ln unmet\" id=\"c:2-L2\">"), "{html}");
        assert_eq!(files.address("a/<b>.py", 2), "c%3A2-L2");
        assert_eq!(files.words("a/<b>.py", 2), "a/<b>.py line 2");
        assert_eq!([files.address("a/d.json", 1), files.address("a/<b>.py", 3)], ["", ""]);
        let contents = files.contents().to_string();
        assert_eq!(contents.matches("<a href").count(), 2, "{contents}");
        assert!(contents.contains("4 lines, not shown") && contents.contains("empty"), "{contents}");
        assert_eq!(files.title(), "4 files, 9 lines");
    }

    #[test]
    fn one_file_is_shown_without_a_heading_and_many_long_ones_are_cut() {
        let one = [file("answer.py", 2)];
        let one = Files::of("c", &one);
        assert!(!one.drawn(&NotesOfAll::new(), 3).as_str().contains("<h3"));
        assert_eq!((one.title().as_str(), one.words("answer.py", 2).as_str()), ("answer.py", "line 2"));
        assert!(one.contents().as_str().is_empty());
        let many: Vec<SourceFile> = (0..6).map(|number| file(&format!("{number}.py"), 2_000)).collect();
        let many = Files::of("c", &many);
        let html = many.drawn(&NotesOfAll::new(), 3).to_string();
        assert_eq!(html.matches("class=\"no\"").count(), LINES_MAX, "{}", html.len());
        assert_eq!(html.matches("500 more lines are left out here").count(), 4);
        assert!(many.contents().as_str().contains("<code>5.py</code> <small>2000 lines, not shown"));
    }
}
