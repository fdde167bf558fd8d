#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| uppsikt_fuzz::markdown(bytes));
