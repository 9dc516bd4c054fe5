//! `requirements.txt` of a project: packages that its answers may import, each at one version and by its hashes.
//!
//! A pack may be a stranger's, so nothing but names, versions and hashes is let through: no address, no option, no path.
//! Must not install anything.

/// Packages of one list.
const PACKAGES_MAX: usize = 200;

/// Every fault with its line, from 1.
pub(super) fn faults(text: &str) -> Vec<(usize, &'static str)> {
    let lines = logical_lines(text);
    let mut found: Vec<(usize, &'static str)> =
        lines.iter().filter_map(|(number, line)| fault(line).map(|what| (*number, what))).collect();
    if lines.is_empty() {
        found.push((1, "it names no package; without packages leave the file out"));
    } else if lines.len() > PACKAGES_MAX {
        found.push((lines[PACKAGES_MAX].0, "it names more than 200 packages"));
    }
    found
}

/// Lines without comments, with those joined that end in a backslash; each with the number of its first line.
fn logical_lines(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (index, line) in text.lines().enumerate() {
        let line = match line.find('#') {
            Some(0) => "",
            Some(at) if line[..at].ends_with(char::is_whitespace) => &line[..at],
            _ => line,
        };
        let (part, goes_on) =
            line.trim().strip_suffix('\\').map_or((line.trim(), false), |part| (part.trim(), true));
        match lines.last_mut().filter(|_| open) {
            Some((_, last)) => {
                last.push(' ');
                last.push_str(part);
            }
            None if !part.is_empty() => lines.push((index + 1, part.to_owned())),
            None => {}
        }
        open = goes_on;
    }
    lines
}

fn fault(line: &str) -> Option<&'static str> {
    let line = line.split_once(';').map_or(line.to_owned(), |(package, rest)| {
        // A marker such as `python_version < "3.11"` stands between the version and the hashes.
        let hashes = rest.find("--hash").map_or("", |at| &rest[at..]);
        format!("{package} {hashes}")
    });
    let mut words = line.split_whitespace();
    let package = words.next().unwrap_or_default();
    let Some((name, version)) = package.split_once("==") else {
        return Some("each line is `name==version --hash=sha256:...`, with no option, address or path");
    };
    let plain = |text: &str, more: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    if !plain(name, "._-[],") || !plain(version, "._-+!") {
        return Some("each line is `name==version --hash=sha256:...`, with no option, address or path");
    }
    let is_hash = |word: &str| {
        let digits = word.strip_prefix("--hash=sha256:");
        digits.is_some_and(|digits| digits.len() == 64 && digits.chars().all(|c| c.is_ascii_hexdigit()))
    };
    let rest: Vec<&str> = words.collect();
    if rest.is_empty() {
        return Some("a package has no hash; `pip-compile --generate-hashes` writes them");
    }
    (!rest.iter().all(|word| is_hash(word)))
        .then_some("behind the version stand hashes, `--hash=sha256:` and 64 digits, and nothing else")
}

#[cfg(test)]
mod tests {
    use super::faults;

    #[test]
    fn names_versions_and_hashes_are_all_there_may_be() {
        let hash = format!("--hash=sha256:{}", "0a".repeat(32));
        let right = format!(
            "# by pip-compile\nattrs==24.2.0 \\\n    {hash} \\\n    {hash}\n    # via us\nsix==1.16.0 ; python_version < \"3.12\" {hash}\n"
        );
        assert_eq!(faults(&right), []);
        let wrong = [
            "attrs".to_owned(),
            "attrs==24.2.0".to_owned(),
            format!("attrs>=24 {hash}"),
            format!("--index-url https://example.org/simple\nattrs==1 {hash}"),
            format!("attrs @ https://example.org/attrs.whl {hash}"),
            format!("./attrs.whl {hash}"),
            format!("-e git+https://example.org {hash}"),
            format!("attrs==1 {hash} --extra-index-url=https://example.org"),
            "attrs==1 --hash=md5:00".to_owned(),
            String::new(),
        ];
        for text in wrong {
            assert_eq!(faults(&text).len(), 1, "{text}: {:?}", faults(&text));
        }
    }
}
