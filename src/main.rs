//! The `viva` command. No Python is in this program; see ARCHITECTURE.md.

use std::process::ExitCode;

fn main() -> ExitCode {
    vivavoce::cli::run()
}
