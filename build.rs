//! Ties `viva-worker`, and only it, to the very Python it is built against.
//!
//! A run path leads it to that libpython: without one, it could load another of the same minor version. The place
//! of the standard library is handed to the program, which looks for it nowhere else. The same Python compiles the
//! toolbox, so that no start of an interpreter has to.

use std::path::Path;
use std::process::exit;
use std::{env, fs};

use pyo3_build_config::InterpreterConfig;

/// The oldest minor version of Python 3 that can be embedded: the first whose start can be told every path.
const MINOR_MIN: u8 = 11;

fn main() {
    println!("cargo:rerun-if-changed=challenges");
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=src/worker/toolbox");
    let python = pyo3_build_config::get();
    // `Py_3_14` and its like, as pyo3 knows them.
    pyo3_build_config::use_pyo3_cfgs();
    let version = python.version();
    if version.major != 3 || version.minor < MINOR_MIN {
        refuse(&format!(
            "viva embeds CPython 3.{MINOR_MIN} or later, but the Python found is {version}{}; \
             set PYO3_PYTHON to a newer one",
            python.executable().map(|path| format!(" ({path})")).unwrap_or_default()
        ));
    }
    let said = ask(python);
    link(python, &said.libraries);
    compile_toolbox(python);
    println!("cargo:rustc-env=VIVA_PYTHON_VERSION={}.{}", version.major, version.minor);
    println!("cargo:rustc-env=VIVA_PYTHON_FULL_VERSION={}", said.version);
    println!("cargo:rustc-env=VIVA_PYTHON_STDLIB={}", said.stdlib);
    println!("cargo:rustc-env=VIVA_PYTHON_PLATFORM_STDLIB={}", said.platform_stdlib);
}

/// What the linker is told for `viva-worker`.
fn link(python: &InterpreterConfig, libraries: &str) {
    let argument = |argument: &str| println!("cargo:rustc-link-arg-bin=viva-worker={argument}");
    if python.shared() {
        if let Some(directory) = python.lib_dir() {
            argument(&format!("-Wl,-rpath,{directory}"));
        }
    } else {
        // The compiled modules of the standard library find the interpreter's functions in the program itself,
        // and a static libpython does not name the libraries that it needs.
        argument("-rdynamic");
        libraries.split_whitespace().for_each(argument);
    }
}

/// Bytecode of the toolbox, by the names under which Python looks for it: one that has another kind of bytecode finds none,
/// and compiles the source. It is never held against the source's time or hash, since both are in one program.
const COMPILE: &str = r#"
import importlib.util, os, py_compile, sys
sys.pycache_prefix = None
source, compiled = os.environ["VIVA_TOOLBOX"], os.environ["VIVA_BYTECODE"]
for folder, _, names in os.walk(source):
    for name in sorted(names):
        path = os.path.join(folder, name)
        inside = os.path.relpath(path, source)
        if name.endswith(".py"):
            py_compile.compile(
                path,
                cfile=importlib.util.cache_from_source(os.path.join(compiled, inside), optimization=""),
                dfile="/toolbox/" + inside,
                doraise=True,
                optimize=0,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
"#;

/// Compiles the toolbox into a folder that the programs carry; it stays empty where the configuration names no interpreter.
fn compile_toolbox(python: &InterpreterConfig) {
    let folder = |variable| env::var_os(variable).unwrap_or_else(|| refuse("cargo names no folders"));
    let source = Path::new(&folder("CARGO_MANIFEST_DIR")).join("src/worker/toolbox");
    let compiled = Path::new(&folder("OUT_DIR")).join("bytecode");
    // What an earlier build left may be of a file that is gone.
    let emptied = fs::remove_dir_all(&compiled).is_ok() || !compiled.exists();
    if !emptied || fs::create_dir_all(&compiled).is_err() {
        refuse("the folder for the toolbox's bytecode cannot be made anew");
    }
    if python.executable().is_none() {
        return;
    }
    let told = [("VIVA_TOOLBOX", &source), ("VIVA_BYTECODE", &compiled)];
    if let Err(error) = python.run_python_script_with_envs(COMPILE, told) {
        refuse(&format!("the toolbox does not compile: {error}"));
    }
}

/// What the interpreter says of itself.
struct Said {
    /// Its full version, `3.11.7`; of a configuration that names no interpreter only `3.11`.
    version: String,
    /// Where the standard library lies.
    stdlib: String,
    /// Where its compiled parts lie, mostly the same folder.
    platform_stdlib: String,
    /// What a static libpython has to be linked with.
    libraries: String,
}

const QUESTIONS: &str = "
import sys
import sysconfig
print(sys.version.split()[0])
print(sysconfig.get_path('stdlib'))
print(sysconfig.get_path('platstdlib'))
print(*(sysconfig.get_config_var(name) or '' for name in ('MODLIBS', 'LIBS', 'SYSLIBS')))
";

fn ask(python: &InterpreterConfig) -> Said {
    if python.executable().is_none() {
        // A configuration by hand may name none: then the library lies as it does by convention.
        let (version, directory) = (python.version(), python.lib_dir().unwrap_or("/usr/lib"));
        let version = format!("{}.{}", version.major, version.minor);
        let stdlib = format!("{directory}/python{version}");
        return Said { version, platform_stdlib: stdlib.clone(), stdlib, libraries: String::new() };
    }
    let said = python.run_python_script(QUESTIONS);
    let said = said.unwrap_or_else(|error| refuse(&format!("the Python found does not run: {error}")));
    let mut lines = said.lines().map(str::to_owned);
    match (lines.next(), lines.next(), lines.next(), lines.next()) {
        (Some(version), Some(stdlib), Some(platform_stdlib), Some(libraries)) => {
            Said { version, stdlib, platform_stdlib, libraries }
        }
        _ => refuse(&format!("the Python found does not say where its standard library is: {said}")),
    }
}

fn refuse(problem: &str) -> ! {
    println!("cargo::error={problem}");
    exit(1)
}
