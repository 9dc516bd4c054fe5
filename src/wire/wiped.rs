//! Bytes that are overwritten before their memory is given back, when they grow as well.
//!
//! Pid 1 of a run forks its steps: what it has freed is memory of theirs. Must not know what the bytes mean.

/// Bytes as [`Vec`] has them, of which no copy is left in freed memory.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wiped(Vec<u8>);

impl Wiped {
    /// So many zeros.
    #[must_use]
    pub fn zeros(count: usize) -> Self {
        Self(vec![0; count])
    }

    /// Appends bytes.
    pub fn append(&mut self, bytes: &[u8]) {
        self.make_room(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// The bytes themselves, which from now on are the caller's to wipe.
    #[must_use]
    pub fn into_inner(mut self) -> Vec<u8> {
        std::mem::take(&mut self.0)
    }

    /// Makes room for so many more, by hand: a vector that grows by itself leaves its bytes where they were.
    fn make_room(&mut self, more: usize) {
        if self.0.capacity() - self.0.len() < more {
            let mut larger = Vec::with_capacity((2 * self.0.capacity()).max(self.0.len() + more));
            larger.extend_from_slice(&self.0);
            wipe(&mut std::mem::replace(&mut self.0, larger));
        }
    }
}

impl Extend<u8> for Wiped {
    fn extend<T: IntoIterator<Item = u8>>(&mut self, bytes: T) {
        let bytes = bytes.into_iter();
        self.make_room(bytes.size_hint().0);
        for byte in bytes {
            self.make_room(1);
            self.0.push(byte);
        }
    }
}

impl std::ops::Deref for Wiped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl std::ops::DerefMut for Wiped {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }
}

impl Drop for Wiped {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

/// Overwrites bytes, and what lies behind them in the same piece of memory, with zeros.
pub fn wipe(bytes: &mut Vec<u8>) {
    bytes.clear();
    bytes.resize(bytes.capacity(), 0);
    // They are freed next, and a compiler may leave out writes that nobody reads.
    std::hint::black_box(&*bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_as_a_vector_has_them() {
        let mut bytes = Wiped::zeros(1);
        bytes.append(b"ab");
        bytes.extend(b"cd".repeat(100));
        assert_eq!((&bytes[..5], bytes.len()), (&b"\0abcd"[..], 203));
        assert_eq!(bytes.into_inner().len(), 203);
    }

    #[test]
    fn all_of_the_memory_is_overwritten_the_spare_part_too() {
        let mut bytes = b"secret".repeat(20);
        let (capacity, at) = (bytes.capacity(), bytes.as_ptr());
        bytes.truncate(6);
        wipe(&mut bytes);
        assert_eq!((bytes.as_ptr(), bytes.len()), (at, capacity), "the same piece of memory");
        assert!(bytes.iter().all(|byte| *byte == 0));
    }
}
