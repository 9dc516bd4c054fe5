//! Gives libFuzzer's bytes to `targets::answer`. Must not look at them.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::answer(bytes));
