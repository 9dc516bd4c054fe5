//! What a jail's root holds, and what Landlock lets a step do with it.
//!
//! Must not know how to mount or how libraries were found.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::{JailPlan, OUTSIDE_FILE, SCRATCH_DIR, SEMAPHORES_DIR, TOOLBOX_DIR};

/// What a mount shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MountKind {
    /// A folder with all that is under it, read-only.
    Folder,
    /// One file, read-only.
    File,
    /// A device node; the only mounts where devices work.
    Device,
}

/// One thing of the host that is seen inside, never writable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mount {
    /// Its path on the host.
    pub host: PathBuf,
    /// Its path inside.
    pub inside: PathBuf,
    /// What it is.
    pub kind: MountKind,
}

/// What a step may do under a path, by Landlock. Everything that is in no rule is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Allowed {
    /// Read files and list folders.
    Read,
    /// Read one file.
    ReadFile,
    /// Read and write one file.
    ReadWriteFile,
    /// Read and execute one file.
    ExecuteFile,
    /// Everything but executing and making devices.
    Write,
}

/// One Landlock rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathRule {
    /// The path inside.
    pub path: PathBuf,
    /// What is allowed there and under it.
    pub allowed: Allowed,
}

/// A shared library that the interpreter or one of its modules needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Library {
    /// The file on the host.
    pub host: PathBuf,
    /// Where the dynamic linker will look for it.
    pub inside: PathBuf,
}

/// The libraries of one interpreter.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Libraries {
    /// Each once.
    pub libraries: Vec<Library>,
    /// The dynamic linker that an executable asks for, at its own path.
    pub linker: Option<PathBuf>,
}

/// A jail's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Layout {
    /// What the host lends.
    pub mounts: Vec<Mount>,
    /// Folders inside lent ones that an empty folder covers: packages of the host's that nobody asked for.
    pub covered: Vec<PathBuf>,
    /// Folders that are always there.
    pub mount_points: Vec<PathBuf>,
    /// Links: where each lies and what it leads to.
    pub links: Vec<(PathBuf, PathBuf)>,
    /// What Landlock allows a step.
    pub rules: Vec<PathRule>,
}

/// The devices of a box.
const DEVICES: [(&str, Allowed); 4] = [
    ("/dev/null", Allowed::ReadWriteFile),
    ("/dev/zero", Allowed::ReadWriteFile),
    ("/dev/random", Allowed::ReadFile),
    ("/dev/urandom", Allowed::ReadFile),
];

impl Layout {
    /// The root of a planned jail with these libraries.
    #[must_use]
    pub fn new(plan: &JailPlan, libraries: &Libraries) -> Self {
        let mut layout = Self {
            mounts: Vec::new(),
            covered: Vec::new(),
            mount_points: vec![SCRATCH_DIR.into(), TOOLBOX_DIR.into()],
            links: vec![(SEMAPHORES_DIR.into(), SCRATCH_DIR.into())],
            rules: vec![
                PathRule { path: SCRATCH_DIR.into(), allowed: Allowed::Write },
                PathRule { path: TOOLBOX_DIR.into(), allowed: Allowed::Read },
            ],
        };
        for (device, allowed) in DEVICES {
            layout.lend(device, device, MountKind::Device, allowed);
        }
        layout.lend_libraries(libraries);
        layout.lend_python(plan);
        layout
    }

    fn lend(&mut self, host: impl AsRef<Path>, inside: impl AsRef<Path>, kind: MountKind, allowed: Allowed) {
        let (host, inside) = (host.as_ref().to_path_buf(), inside.as_ref().to_path_buf());
        self.rules.push(PathRule { path: inside.clone(), allowed });
        self.mounts.push(Mount { host, inside, kind });
    }

    /// Libraries of one folder share one rule: the folder inside holds nothing else.
    fn lend_libraries(&mut self, libraries: &Libraries) {
        for library in &libraries.libraries {
            let (host, inside) = (library.host.clone(), library.inside.clone());
            if let Some(folder) = inside.parent()
                && !self.rules.iter().any(|rule| rule.path == folder)
            {
                self.rules.push(PathRule { path: folder.into(), allowed: Allowed::Read });
            }
            self.mounts.push(Mount { host, inside, kind: MountKind::File });
        }
        if let Some(linker) = &libraries.linker {
            self.lend(linker, linker, MountKind::File, Allowed::ExecuteFile);
        }
    }

    fn lend_python(&mut self, plan: &JailPlan) {
        self.lend_stdlib(&plan.python.stdlib, &plan.stdlib_inside());
        if let (Some(host), Some(inside)) = (&plan.python.platform_stdlib, plan.platform_stdlib_inside()) {
            self.lend_stdlib(host, &inside);
        }
        if let (Some(host), Some(inside)) = (&plan.python.executable, plan.executable_inside()) {
            self.lend(host, &inside, MountKind::File, Allowed::ExecuteFile);
        }
        for (host, inside) in plan.python.packages.iter().zip(plan.packages_inside()) {
            self.lend(host, &inside, MountKind::Folder, Allowed::Read);
        }
    }

    fn lend_stdlib(&mut self, host: &Path, inside: &Path) {
        self.lend(host, inside, MountKind::Folder, Allowed::Read);
        for packages in ["site-packages", "dist-packages"] {
            self.covered.push(inside.join(packages));
        }
    }

    /// The names that the jail's root holds, sorted: what a look at `/` must find and nothing else.
    #[must_use]
    pub fn root_names(&self, plan: &JailPlan) -> Vec<String> {
        let mounts = self.mounts.iter().map(|mount| &mount.inside);
        let files = plan.files.iter().map(|(path, _)| path);
        let outside = PathBuf::from(OUTSIDE_FILE);
        let paths = mounts.chain(&self.mount_points).chain(files).chain([&outside]);
        let mut names: Vec<String> = paths
            .filter_map(|path| path.components().nth(1))
            .map(|name| name.as_os_str().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names.dedup();
        names
    }
}
