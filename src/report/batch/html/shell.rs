//! What is around the content of every page: its head with the policy and the styles, the way back, and the end.
//!
//! Must not know what is between them.

use std::sync::LazyLock;

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::Digest;

use super::text::{Html, Text};

const STYLES: &str = include_str!("../../../../templates/html/report.css");
const SCRIPT: &str = include_str!("../../../../templates/html/report.js");

/// What a page may do: use these styles, run this script if it has one, and nothing else. Nothing is ever loaded.
///
/// Source: Content Security Policy Level 3, W3C; the hashes are over the text of the elements.
static POLICY: LazyLock<[String; 2]> = LazyLock::new(|| {
    let hash =
        |text: &str| format!("'sha256-{}'", BASE64_STANDARD.encode(sha2::Sha256::digest(text.as_bytes())));
    let plain =
        format!("default-src 'none'; base-uri 'none'; form-action 'none'; style-src {}", hash(STYLES));
    let with_script = format!("{plain}; script-src {}", hash(SCRIPT));
    [plain, with_script]
});

/// A link of the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// Its address.
    pub href: String,
    /// What it says.
    pub said: Text,
}

impl Crumb {
    /// A link.
    #[must_use]
    pub fn new(href: &str, said: &str) -> Self {
        Self { href: href.to_owned(), said: Text::of(said) }
    }
}

/// What differs between the shells of pages.
#[derive(Debug)]
pub struct Shell {
    title: Text,
    crumbs: Vec<Crumb>,
    has_script: bool,
}

impl Shell {
    /// A page without a script.
    #[must_use]
    pub fn plain(title: &str, crumbs: Vec<Crumb>) -> Self {
        Self { title: Text::of(title), crumbs, has_script: false }
    }

    /// A page that filters and searches.
    #[must_use]
    pub fn searching(title: &str, crumbs: Vec<Crumb>) -> Self {
        Self { title: Text::of(title), crumbs, has_script: true }
    }

    /// All that comes before the content.
    ///
    /// # Errors
    /// [`askama::Error`] when the template fails.
    pub fn head(&self) -> askama::Result<String> {
        let policy = &POLICY[usize::from(self.has_script)];
        Head {
            policy: Html::trusted(policy.clone()),
            title: &self.title,
            styles: Html::trusted(STYLES.to_owned()),
            crumbs: &self.crumbs,
        }
        .render()
    }

    /// All that comes after the content.
    #[must_use]
    pub fn tail(&self) -> String {
        let script = if self.has_script { format!("<script>{SCRIPT}</script>") } else { String::new() };
        format!(
            "</main>\n<footer><p>Scores are suggestions with their evidence. People decide. This page holds hidden cases: it is not for candidates.</p></footer>\n{script}</body>\n</html>\n"
        )
    }
}

#[derive(Template)]
#[template(path = "html/head.html")]
struct Head<'a> {
    policy: Html,
    title: &'a Text,
    styles: Html,
    crumbs: &'a [Crumb],
}

/// A page with a content that is markup.
///
/// # Errors
/// [`askama::Error`] when the template fails.
pub fn whole(shell: &Shell, content: &str) -> askama::Result<String> {
    Ok(format!("{}{content}{}", shell.head()?, shell.tail()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_script_stand_alone_and_end_no_element() {
        for text in [STYLES, SCRIPT] {
            let lower = text.to_lowercase();
            for word in ["</", "<!--", "http:", "https:", "@import", "url(", "eval("] {
                assert!(!lower.contains(word), "{word}");
            }
        }
    }

    #[test]
    fn a_page_without_a_script_may_run_none() {
        let page = whole(&Shell::plain("a <b>", vec![Crumb::new("x.html", "Back")]), "").expect("a page");
        assert!(
            !page.contains("script-src") && !page.contains("<script") && page.contains("a &#60;b&#62;"),
            "{page}"
        );
    }
}
