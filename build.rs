//! Gives `viva-worker`, and only it, a run path to the very libpython it was built against.
//!
//! Without it a worker built against one CPython could load another of the same minor version.

fn main() {
    let python = pyo3_build_config::get();
    if let Some(directory) = python.lib_dir() {
        println!("cargo:rustc-link-arg-bin=viva-worker=-Wl,-rpath,{directory}");
    }
    println!("cargo:rerun-if-changed=challenges");
    println!("cargo:rerun-if-changed=templates");
}
