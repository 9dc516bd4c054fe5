//! Whether a case has bound a name anew in a module, or in a class of one, that was there before it.
//!
//! CPython numbers the changes of each dict, so that hundreds of modules are looked at in microseconds; only of one that was
//! changed the names are compared. Must not know what becomes of an answer that does it.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyModule, PyType};

use super::embed;

/// Dicts as they were.
#[derive(Default)]
pub struct Untouched {
    dicts: Vec<Kept>,
    known: HashSet<usize>,
}

struct Kept {
    dict: Py<PyDict>,
    version: Option<u64>,
    bound: u64,
}

impl Untouched {
    /// Remembers what the names of a module and of its classes are bound to.
    pub fn remember(&mut self, module: &Bound<'_, PyAny>) {
        let Ok(module) = module.cast::<PyModule>() else { return };
        let names = module.dict();
        for value in names.values() {
            if let Ok(class) = value.cast::<PyType>()
                && let Some(names) = embed::names(class)
            {
                self.keep(&names);
            }
        }
        self.keep(&names);
    }

    fn keep(&mut self, dict: &Bound<'_, PyDict>) {
        if self.known.insert(dict.as_ptr() as usize) {
            let (version, bound) = (embed::version(dict), bound(dict));
            self.dicts.push(Kept { dict: dict.clone().unbind(), version, bound });
        }
    }

    /// Whether all of them are as they were when this was last asked; remembers what they are now.
    pub fn hold(&mut self, py: Python<'_>) -> bool {
        let mut hold = true;
        for kept in &mut self.dicts {
            let dict = kept.dict.bind(py);
            let version = embed::version(dict);
            if version.is_none() || version != kept.version {
                let bound = bound(dict);
                hold &= bound == kept.bound;
                (kept.version, kept.bound) = (version, bound);
            }
        }
        hold
    }
}

/// Which objects the names of a dict are bound to, as one number, whatever their order is.
fn bound(dict: &Bound<'_, PyDict>) -> u64 {
    let mut sum: u64 = 0;
    embed::addresses(dict, |name, value| {
        let mut hasher = DefaultHasher::new();
        (name, value).hash(&mut hasher);
        sum = sum.wrapping_add(hasher.finish());
    });
    sum
}
