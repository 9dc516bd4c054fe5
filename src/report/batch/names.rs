//! The names of files that are made for one candidate.
//!
//! Must not know what is in them.

use sha2::Digest;

/// Bytes of a name that is made of a candidate's. With the hash, a beginning and an ending it stays below the 255 that
/// Linux allows for a name (`NAME_MAX` of limits.h).
const BYTES_MAX: usize = 200;

/// A candidate's name as a file's, without an ending: letters, digits, `-`, `_`, `.` and `@`; two names that would be
/// one get their hash.
#[must_use]
pub fn file_name(candidate: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() || "-_.@".contains(c) { c } else { '_' };
    let mut name = String::new();
    for character in candidate.chars().map(plain) {
        if name.len() + character.len_utf8() > BYTES_MAX {
            break;
        }
        name.push(character);
    }
    let is_same = name == candidate && !name.is_empty() && !name.starts_with('.');
    if is_same {
        return name;
    }
    let hash = format!("{:x}", sha2::Sha256::digest(candidate.as_bytes()));
    format!("{}-{}", name.trim_start_matches('.'), &hash[..8])
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn no_name_leaves_its_folder_and_no_two_are_one() {
        assert_eq!(file_name("ada.lovelace"), "ada.lovelace");
        for name in ["../x", ".hidden", "a/b", "a b", "..", ""] {
            let file = file_name(name);
            assert!(!file.contains('/') && !file.starts_with('.') && !file.is_empty(), "{name}: {file}");
        }
        assert_ne!(file_name("a/b"), file_name("a b"));
        assert_ne!(file_name(&"a".repeat(300)), file_name(&"a".repeat(301)));
    }

    #[test]
    fn a_name_of_any_letters_fits_into_a_folder() {
        assert!(file_name(&"\u{1d49c}".repeat(120)).len() < 240);
    }
}
