//! Gives libFuzzer's bytes to `targets::bank`. Must not look at them.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::bank(bytes));
