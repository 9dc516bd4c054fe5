//! The header of an attack: what it tries, what it must get, and the wall that stops it.
//!
//! A line is `# key: value`. `tries`, `wall` and `outcome` are always there. An outcome is one word for every case, a
//! word for each case in their order, or `any of` several where only chance decides and nothing is earned. In a
//! challenge of boxes it is the first case's alone; the others look for what was left and are unmet. `got` is what
//! an attack on a box came back with, as the report shows it; `load` is how the answer failed to load. Any of them may be
//! given for one challenge (`outcome in keep-state`), for one runtime (`got when cold`) or both. `against` names challenges
//! instead of the group's own, and `machine` the architecture that an attack is made for. `limits` are smaller ones than the
//! challenge's, for an attack that only has to run into them: `wall_ms_max 1000, cpu_ms_max 300`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use vivavoce::model::challenge::Challenge;

/// The groups, each with the challenges that its attacks are aimed at.
const GROUPS: [(&str, &[&str]); 9] = [
    ("resources", &["box"]),
    ("files", &["box"]),
    ("kernel", &["box"]),
    ("network", &["box"]),
    ("leaks", &["box"]),
    ("verdict", &ON_A_VERDICT),
    ("published", &ON_A_VERDICT),
    ("projects", &["tally-prints", "tally-writes", "tally-fails", "tally-driven"]),
    ("showing", &["say-error"]),
];

/// Where attacks on a verdict are tried.
const ON_A_VERDICT: [&str; 4] = ["sum-pairs", "count-calls", "keep-state", "say-error"];

/// One attack.
#[derive(Debug)]
pub struct Attack {
    /// Group and name.
    pub name: String,
    /// Its file or folder.
    pub path: PathBuf,
    group: &'static [&'static str],
    keys: BTreeMap<String, String>,
}

impl Attack {
    fn read(group: (&str, &'static [&'static str]), path: PathBuf) -> Self {
        let files = [path.join("answer.py"), path.join("header.txt"), path.clone()];
        let file = files.into_iter().find(|file| file.is_file()).expect("a file with a header");
        let text =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let lines = text.lines().map_while(|line| line.strip_prefix("# ")?.split_once(": "));
        let keys: BTreeMap<String, String> =
            lines.map(|(key, value)| (key.to_owned(), value.trim().to_owned())).collect();
        let name = format!("{}/{}", group.0, path.file_stem().expect("a name").to_string_lossy());
        for needed in ["tries", "wall", "outcome"] {
            assert!(keys.contains_key(needed), "{name} has no `{needed}` in its header");
        }
        Self { name, path, group: group.1, keys }
    }

    /// What its header says under a key.
    pub fn key(&self, key: &str) -> Option<&str> {
        self.keys.get(key).map(String::as_str)
    }

    /// The challenges that it is aimed at.
    pub fn against(&self) -> Vec<String> {
        match self.key("against") {
            Some(named) => named.split(", ").map(str::to_owned).collect(),
            None => self.group.iter().map(|&name| name.to_owned()).collect(),
        }
    }

    /// Whether its numbers of system calls are those of this machine.
    pub fn is_for_this_machine(&self) -> bool {
        self.key("machine").is_none_or(|machine| machine == std::env::consts::ARCH)
    }

    /// A challenge with the limits that the header gives instead of its own.
    pub fn limited(&self, challenge: &Arc<Challenge>) -> Arc<Challenge> {
        let Some(said) = self.key("limits") else { return Arc::clone(challenge) };
        let mut limits = serde_json::to_value(challenge.limits).expect("limits are numbers");
        for (limit, number) in
            said.split(", ").map(|each| each.split_once(' ').expect("a limit and a number"))
        {
            let own = limits.get_mut(limit).unwrap_or_else(|| panic!("{}: no limit {limit}", self.name));
            let smaller: u64 = number.parse().expect("a number");
            assert!(own.as_u64() > Some(smaller), "{}: {limit} is not smaller", self.name);
            *own = smaller.into();
        }
        let limits = serde_json::from_value(limits).expect("limits are numbers");
        Arc::new(Challenge { limits, ..Challenge::clone(challenge) })
    }
}

/// Every attack of the folder, in the order of their names.
pub fn read_all(folder: &Path) -> Vec<Arc<Attack>> {
    let mut attacks = vec![];
    for group in GROUPS {
        let names =
            std::fs::read_dir(folder.join(group.0)).unwrap_or_else(|error| panic!("{}: {error}", group.0));
        let mut paths: Vec<PathBuf> = names.map(|entry| entry.expect("an entry").path()).collect();
        paths.retain(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "py"));
        paths.retain(|path| path.file_name().is_some_and(|name| name != "__pycache__"));
        paths.sort();
        assert!(!paths.is_empty(), "no attacks in {}", group.0);
        attacks.extend(paths.into_iter().map(|path| Arc::new(Attack::read(group, path))));
    }
    let groups = std::fs::read_dir(folder).expect("the folder of attacks").count();
    assert_eq!(groups, GROUPS.len(), "a group that nobody walks");
    attacks
}
