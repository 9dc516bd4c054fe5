//! Ties `viva-worker`, and only it, to the very Python it is built against.
//!
//! A run path leads it to that libpython: without one, it could load another of the same minor version. The place
//! of the standard library is handed to the program, which looks for it nowhere else.

use std::process::exit;

use pyo3_build_config::InterpreterConfig;

/// The oldest minor version of Python 3 that can be embedded: the first whose start can be told every path.
const MINOR_MIN: u8 = 11;

fn main() {
    println!("cargo:rerun-if-changed=challenges");
    println!("cargo:rerun-if-changed=templates");
    println!("cargo:rerun-if-changed=src/worker/toolbox");
    let python = pyo3_build_config::get();
    let version = python.version();
    if version.major != 3 || version.minor < MINOR_MIN {
        refuse(&format!(
            "viva embeds CPython 3.{MINOR_MIN} or later, but the Python found is {version}{}; \
             set PYO3_PYTHON to a newer one",
            python.executable().map(|path| format!(" ({path})")).unwrap_or_default()
        ));
    }
    link(python);
    let (stdlib, platform) = stdlib(python);
    println!("cargo:rustc-env=VIVA_PYTHON_VERSION={}.{}", version.major, version.minor);
    println!("cargo:rustc-env=VIVA_PYTHON_STDLIB={stdlib}");
    println!("cargo:rustc-env=VIVA_PYTHON_PLATFORM_STDLIB={platform}");
}

/// What the linker is told for `viva-worker`.
fn link(python: &InterpreterConfig) {
    let argument = |argument: &str| println!("cargo:rustc-link-arg-bin=viva-worker={argument}");
    match python.lib_dir() {
        Some(directory) if python.shared() => argument(&format!("-Wl,-rpath,{directory}")),
        _ => {}
    }
    if !python.shared() {
        // The compiled modules of the standard library find the interpreter's functions in the program itself.
        argument("-rdynamic");
    }
}

/// Where the standard library and its compiled parts lie.
fn stdlib(python: &InterpreterConfig) -> (String, String) {
    let script =
        "import sysconfig\nprint(sysconfig.get_path('stdlib'))\nprint(sysconfig.get_path('platstdlib'))";
    let said = python.executable().map(|_| python.run_python_script(script));
    let fallback = || {
        let version = python.version();
        let directory = python.lib_dir().unwrap_or("/usr/lib");
        format!("{directory}/python{}.{}", version.major, version.minor)
    };
    match said {
        Some(Ok(said)) => {
            let mut lines = said.lines().map(str::to_owned);
            let stdlib = lines.next().unwrap_or_else(fallback);
            (stdlib.clone(), lines.next().unwrap_or(stdlib))
        }
        Some(Err(error)) => refuse(&format!("Python does not say where its standard library is: {error}")),
        None => (fallback(), fallback()),
    }
}

fn refuse(problem: &str) -> ! {
    println!("cargo::error={problem}");
    exit(1)
}
