//! Where templates and roles come from: the binary, a folder of one's own, a file.
//!
//! A folder may be a stranger's: its files are bounded, only data, and no link in them leads out. Must not draw.

use std::path::{Path, PathBuf};

use miette::Diagnostic;

use super::mix::{self, Role, Roles};
use super::template::{self, Template};
use crate::bank::Problem;
use crate::bank::problem::nearest_few;
use crate::source::folder::{self, Bounds, FolderError, Place};
use crate::source::shown::one_line;

const EMBEDDED: [(&str, &str); 2] = [
    ("screen-30", include_str!("../../templates/screen-30.toml")),
    ("technical-60", include_str!("../../templates/technical-60.toml")),
];
const ROLES: &str = include_str!("../../templates/roles.toml");

/// Bounds of a folder of templates.
const FOLDER: Bounds = Bounds {
    file_bytes_max: 256 * 1024,
    total_bytes_max: 4 * 1024 * 1024,
    files_max: 200,
    names_max: 1_000,
    depth_max: 4,
};

/// Why no template or role could be had.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// Nothing of that name.
    #[error("there is no {what} `{}`", one_line(name))]
    NoSuch {
        /// `template` or `role`.
        what: &'static str,
        /// The name.
        name: String,
        /// The nearest names, nearest first.
        nearest: Vec<String>,
        /// All names.
        all: Vec<String>,
    },
    /// A file that is wrong; all that could be found in one go.
    #[error("{} {} wrong with {}", problems.len(), if problems.len() == 1 { "thing is" } else { "things are" }, one_line(file))]
    Faulty {
        /// The file.
        file: String,
        /// What is wrong with it, in order of place.
        problems: Vec<Problem>,
    },
    /// A file that is no text.
    #[error("{} is not UTF-8", one_line(file))]
    NotText {
        /// The file.
        file: String,
    },
    /// A file or the folder cannot be read.
    #[error(transparent)]
    Unreadable(#[from] FolderError),
}

impl Diagnostic for FindError {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        let Self::NoSuch { what, nearest, all, .. } = self else { return None };
        let path = if *what == "template" { "; a path ends in `.toml` or holds a `/`" } else { "" };
        let there = format!("there are {}{path}", all.join(", "));
        Some(Box::new(match &nearest[..] {
            [] => there,
            names => format!("did you mean {}? {there}", names.join(" or ")),
        }))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let Self::Faulty { problems, .. } = self else { return None };
        Some(Box::new(problems.iter().map(|problem| problem as &dyn Diagnostic)))
    }
}

/// The templates and roles at hand; one's own come before built-in ones of the same name.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Name, text, and what to call the file.
    templates: Vec<(String, String, String)>,
    roles: Vec<(String, String)>,
}

impl Shelf {
    /// What the binary carries, and what stands in a folder, if one is given: `NAME.toml` and `roles.toml`.
    ///
    /// # Errors
    /// [`FindError`] when the folder cannot be read. What its templates hold is looked at when they are asked for.
    pub fn open(own: Option<&Path>) -> Result<Self, FindError> {
        let mut shelf = Self::default();
        for file in own.map_or(Ok(Vec::new()), own_files)? {
            let shown = own.unwrap_or(Path::new("")).join(&file.path).display().to_string();
            let text =
                String::from_utf8(file.bytes).map_err(|_| FindError::NotText { file: shown.clone() })?;
            if file.path == mix::FILE {
                shelf.roles.push((text, shown));
            } else {
                let name = file.path.trim_end_matches(".toml").to_owned();
                shelf.templates.push((name, text, shown));
            }
        }
        for (name, text) in EMBEDDED {
            if shelf.templates.iter().all(|(known, ..)| known != name) {
                shelf.templates.push((name.to_owned(), text.to_owned(), format!("templates/{name}.toml")));
            }
        }
        shelf.roles.push((ROLES.to_owned(), format!("templates/{}", mix::FILE)));
        Ok(shelf)
    }

    /// The names of all templates.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.templates.iter().map(|(name, ..)| name.clone()).collect()
    }

    /// A template by its name, or by its path where that ends in `.toml` or holds a `/`; with the name to show.
    ///
    /// # Errors
    /// [`FindError`] when there is none, or it is wrong.
    pub fn template(&self, name: &str) -> Result<Template, FindError> {
        if name.contains('/') || name.ends_with(".toml") {
            return read(name, &file_text(Path::new(name))?);
        }
        let known = self.templates.iter().find(|(known, ..)| known == name);
        let (_, text, shown) = known.ok_or_else(|| no_such("template", name, self.names()))?;
        read(shown, text)
    }

    /// All roles; one's own before built-in ones, which they replace by name.
    ///
    /// # Errors
    /// [`FindError::Faulty`] when a file of roles is wrong.
    pub fn roles(&self) -> Result<Vec<Role>, FindError> {
        let mut all: Vec<Role> = Vec::new();
        for (text, shown) in &self.roles {
            let faulty = |problems| FindError::Faulty { file: shown.clone(), problems };
            let Roles { role } = mix::parse(text, shown).map_err(faulty)?;
            all.extend(role);
        }
        let mut seen = Vec::new();
        all.retain(|role| {
            let fresh = !seen.contains(&role.name);
            seen.push(role.name.clone());
            fresh
        });
        Ok(all)
    }

    /// A role by its name.
    ///
    /// # Errors
    /// [`FindError`] when there is none, or a file of roles is wrong.
    pub fn role(&self, name: &str) -> Result<Role, FindError> {
        let roles = self.roles()?;
        let names = roles.iter().map(|role| role.name.clone()).collect();
        roles.into_iter().find(|role| role.name == name).ok_or_else(|| no_such("role", name, names))
    }
}

fn own_files(folder: &Path) -> Result<Vec<folder::RawFile>, FindError> {
    let path = match folder::place(folder)? {
        Place::Folder(path) => path,
        Place::File(path) => {
            let source = std::io::Error::from(std::io::ErrorKind::NotADirectory);
            return Err(FolderError::Io { path, source }.into());
        }
    };
    let wanted = |path: &str| path.ends_with(".toml") && !path.contains('/');
    Ok(folder::read_folder(&path, &FOLDER, &wanted)?.files)
}

fn file_text(path: &Path) -> Result<String, FindError> {
    let real: PathBuf = match folder::place(path)? {
        Place::File(path) => path,
        Place::Folder(path) => {
            let source = std::io::Error::from(std::io::ErrorKind::IsADirectory);
            return Err(FolderError::Io { path, source }.into());
        }
    };
    let bytes = folder::read_file(&real, FOLDER.file_bytes_max)?;
    String::from_utf8(bytes).map_err(|_| FindError::NotText { file: path.display().to_string() })
}

fn read(shown: &str, text: &str) -> Result<Template, FindError> {
    template::parse(text, shown).map_err(|problems| FindError::Faulty { file: shown.to_owned(), problems })
}

fn no_such(what: &'static str, name: &str, all: Vec<String>) -> FindError {
    let nearest = nearest_few(name, all.iter().map(String::as_str), 2);
    FindError::NoSuch { what, name: name.to_owned(), nearest, all }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_binary_carries_is_right() {
        let shelf = Shelf::open(None).expect("nothing is read");
        assert_eq!(shelf.names(), ["screen-30", "technical-60"]);
        let minutes = |name: &str| shelf.template(name).expect("it is right").minutes();
        assert_eq!(["screen-30", "technical-60"].map(minutes), [30, 60]);
        assert!(shelf.roles().expect("they are right").iter().any(|role| role.name == "backend"));
    }

    #[test]
    fn a_name_that_is_none_tells_the_nearest() {
        let shelf = Shelf::open(None).expect("nothing is read");
        let told = |error: FindError| format!("{error}: {}", error.help().expect("a help"));
        let error = shelf.template("screen-3").expect_err("there is none");
        assert!(told(error).contains("did you mean screen-30?"));
        let error = shelf.role("backnd").expect_err("there is none");
        assert!(told(error).contains("did you mean backend?"));
    }

    #[test]
    fn a_folder_of_ones_own_comes_first() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let mine = "title = \"Mine\"\nlevel = \"senior\"\n\n[[slot]]\ntitle = \"All\"\nminutes = 9\n";
        std::fs::write(folder.path().join("screen-30.toml"), mine).expect("written");
        let roles = "[[role]]\nname = \"backend\"\ntitle = \"Ours\"\n";
        std::fs::write(folder.path().join("roles.toml"), roles).expect("written");
        let shelf = Shelf::open(Some(folder.path())).expect("it can be read");
        assert_eq!(shelf.names(), ["screen-30", "technical-60"]);
        assert_eq!(shelf.template("screen-30").expect("it is right").minutes(), 9);
        assert_eq!(shelf.role("backend").expect("it is there").title, "Ours");
        assert!(shelf.role("data").is_ok());
        let path = folder.path().join("screen-30.toml").display().to_string();
        assert_eq!(shelf.template(&path).expect("by its path").title, "Mine");
        assert!(matches!(shelf.template("/no/such.toml"), Err(FindError::Unreadable(_))));
        assert!(Shelf::open(Some(Path::new("/no/such/folder"))).is_err());
    }
}
