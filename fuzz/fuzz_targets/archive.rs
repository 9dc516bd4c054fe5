//! Gives libFuzzer's bytes to `targets::archive`. Must not look at them.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::archive(bytes));
