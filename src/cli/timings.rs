//! Where the time of one command went, from the program's own spans.
//!
//! A span is what `tracing` calls a part of the work with a beginning and an end; one layer notes how long each took. Must
//! not know what any part does.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};
use tracing_subscriber::layer::{Context, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::{Layer, Registry};

/// One part of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    name: String,
    /// From its beginning to its end.
    took: Duration,
    /// How many parts it is within.
    depth: usize,
}

/// What is noted until it is shown.
#[derive(Debug)]
pub struct Timings {
    started: Instant,
    parts: Arc<Mutex<Vec<(Instant, Part)>>>,
}

impl Timings {
    /// Notes every span of this process from now on. It can be done once; a second one notes nothing.
    #[must_use]
    pub fn start() -> Self {
        let parts = Arc::default();
        let noting = Registry::default().with(Noting(Arc::clone(&parts)));
        // Where something else listens already, the table stays empty.
        let _ = tracing::subscriber::set_global_default(noting);
        Self { started: Instant::now(), parts }
    }

    /// A table: each part, within what it is, and how long it took.
    #[must_use]
    pub fn table(&self) -> String {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner).clone();
        parts.sort_by_key(|(began, part)| (*began, part.depth));
        let all = Part { name: "in all".to_owned(), took: self.started.elapsed(), depth: 0 };
        let rows: Vec<Part> = parts.into_iter().map(|(_, part)| part).chain([all]).collect();
        let named = |part: &Part| format!("{}{}", "  ".repeat(part.depth), part.name);
        let width = rows.iter().map(|part| named(part).chars().count()).max().unwrap_or_default();
        let line =
            |part: &Part| format!("{:width$}  {:>9.2} ms\n", named(part), part.took.as_secs_f64() * 1e3);
        format!("where the time went\n{}", rows.iter().map(line).collect::<String>())
    }
}

/// The layer that notes spans, and events that tell of a time that was measured elsewhere.
struct Noting(Arc<Mutex<Vec<(Instant, Part)>>>);

impl Noting {
    fn note(&self, began: Instant, part: Part) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((began, part));
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Noting {
    fn on_new_span(&self, _: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(Instant::now());
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut told = Measured::default();
        event.record(&mut told);
        if let Some(name) = told.name {
            let depth = context.event_scope(event).map_or(0, Iterator::count);
            self.note(Instant::now(), Part { name, took: Duration::from_micros(told.micros), depth });
        }
    }

    fn on_close(&self, id: Id, context: Context<'_, S>) {
        let Some(span) = context.span(&id) else { return };
        let Some(began) = span.extensions().get::<Instant>().copied() else { return };
        let depth = span.scope().count() - 1;
        self.note(began, Part { name: span.name().to_owned(), took: began.elapsed(), depth });
    }
}

/// The fields of an event that tells of a measured time.
#[derive(Default)]
struct Measured {
    name: Option<String>,
    micros: u64,
}

impl Visit for Measured {
    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == "micros" {
            self.micros = value;
        }
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "step" {
            self.name = Some(value.to_owned());
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn std::fmt::Debug) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_within_what_they_are_part_of() {
        let parts: Arc<Mutex<Vec<_>>> = Arc::default();
        let noting = Registry::default().with(Noting(Arc::clone(&parts)));
        tracing::subscriber::with_default(noting, || {
            let outer = tracing::info_span!("a box").entered();
            tracing::info!(step = "case one", micros = 1500_u64);
            drop(tracing::info_span!("within").entered());
            drop(outer);
        });
        let table = Timings { started: Instant::now(), parts }.table();
        let names: Vec<&str> =
            table.lines().map(|line| line.split("   ").next().unwrap_or_default()).collect();
        assert_eq!(names, ["where the time went", "a box", "  case one", "  within", "in all"]);
        assert!(table.contains("1.50 ms"), "{table}");
    }
}
