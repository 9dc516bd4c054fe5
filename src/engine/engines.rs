//! The engines of a run over several challenges: one for each set of packages that answers may import.
//!
//! A box holds the packages of one environment, so challenges that name different ones have workers of their own. Must
//! not know how an environment is found.

use std::collections::HashMap;
use std::sync::Arc;

use super::Engine;
use crate::model::challenge::Challenge;

/// Engines by the packages of a challenge.
#[derive(Debug, Clone)]
pub struct Engines {
    first: Arc<Engine>,
    others: HashMap<String, Arc<Engine>>,
}

impl Engines {
    /// One engine, which grades whatever no other is named for.
    #[must_use]
    pub fn of(first: Engine) -> Self {
        Self { first: Arc::new(first), others: HashMap::new() }
    }

    /// Adds the engine for another list of packages.
    pub fn add(&mut self, requirements: &str, engine: Engine) {
        self.others.insert(requirements.to_owned(), Arc::new(engine));
    }

    /// The engine that grades answers to a challenge.
    #[must_use]
    pub fn engine(&self, challenge: &Challenge) -> &Arc<Engine> {
        self.others.get(&challenge.requirements).unwrap_or(&self.first)
    }
}
