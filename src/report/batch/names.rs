//! The names of files that are made for one candidate.
//!
//! Must not know what is in them.

use sha2::Digest;

/// Bytes of a name that is made of a candidate's. With the hash, a beginning and an ending it stays below the 255 that
/// Linux allows for a name (`NAME_MAX` of limits.h).
const BYTES_MAX: usize = 200;

/// Digits of the hash that ends the file of a name which is none; enough that nobody finds another name with the same.
const HASH_DIGITS: usize = 16;

/// A candidate's name as a file's, without an ending: letters, digits, `-`, `_`, `.` and `@`. A name with anything else in it gets
/// its hash, and so does a name that looks as if it had one, so that nobody can be called what another's file is called.
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
    let is_hashed = name.rsplit_once('-').is_some_and(|(_, end)| {
        end.len() == HASH_DIGITS && end.bytes().all(|digit| digit.is_ascii_hexdigit())
    });
    let is_same = name == candidate && !name.is_empty() && !name.starts_with('.') && !is_hashed;
    if is_same {
        return name;
    }
    let hash = format!("{:x}", sha2::Sha256::digest(candidate.as_bytes()));
    format!("{}-{}", name.trim_start_matches('.'), &hash[..HASH_DIGITS])
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
        let taken = file_name("a b");
        assert_ne!(file_name(&taken), taken, "nobody is called what another's file is called");
        assert_ne!(file_name(&"a".repeat(300)), file_name(&"a".repeat(301)));
    }

    #[test]
    fn a_name_of_any_letters_fits_into_a_folder() {
        assert!(file_name(&"\u{1d49c}".repeat(120)).len() < 240);
    }
}
