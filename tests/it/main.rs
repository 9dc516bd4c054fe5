//! The tests of viva as a whole, in one program: they share both runtimes and are linked once.

mod abuse;
mod bad_input;
mod bank_file;
mod batch;
mod commands;
mod common;
mod conformance;
mod corpus;
mod determinism;
mod env;
mod floors;
mod leaks;
mod lost_workers;
mod mutants;
mod pages;
mod plans;
mod projects;
mod sharing;
mod showing;
mod similar;
mod walls;
mod worker;
