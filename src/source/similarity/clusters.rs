//! Who hangs together: submissions that are linked, over others or directly.
//!
//! Must not know what a link stands for.

/// Sets that are joined one pair at a time.
#[derive(Debug, Clone)]
pub struct Joined {
    parents: Vec<u32>,
}

impl Joined {
    /// As many sets as there are places, each alone.
    #[must_use]
    pub fn alone(places: usize) -> Self {
        Self { parents: (0..places as u32).collect() }
    }

    /// The place that stands for a set: its least.
    pub fn of(&mut self, place: usize) -> usize {
        let mut root = place;
        while self.parents[root] as usize != root {
            root = self.parents[root] as usize;
        }
        let mut at = place;
        while self.parents[at] as usize != root {
            at = std::mem::replace(&mut self.parents[at], root as u32) as usize;
        }
        root
    }

    /// Joins two sets; whether they were two.
    pub fn join(&mut self, one: usize, other: usize) -> bool {
        let (one, other) = (self.of(one), self.of(other));
        self.parents[one.max(other)] = one.min(other) as u32;
        one != other
    }
}
