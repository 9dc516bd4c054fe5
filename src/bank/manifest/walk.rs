//! Holds a parsed TOML file against a JSON Schema and tells every fault with its place.
//!
//! serde stops at the first fault; an author wants all of them. Only the words of JSON Schema that the
//! manifest's types give are understood; a test holds that there are no others. Must not know manifests.

use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::bank::problem::{Fault, nearest};
use crate::model::id::EvidenceId;

/// A fault and its place.
pub(super) type Placed = (Range<usize>, Fault);

/// Every fault of a document, in order of place; `name` is what the document is called.
pub(super) fn faults(document: &Spanned<DeTable<'_>>, schema: &Value, name: &str) -> Vec<Placed> {
    let mut walk = Walk { root: schema, found: Vec::new() };
    walk.table(document.get_ref(), document.span(), schema, name);
    walk.found.sort_by_key(|(span, _)| span.start);
    walk.found
}

struct Walk<'a> {
    root: &'a Value,
    found: Vec<Placed>,
}

impl<'a> Walk<'a> {
    fn table(&mut self, table: &DeTable<'_>, span: Range<usize>, schema: &'a Value, name: &str) {
        let properties = schema["properties"].as_object();
        for (key, value) in table {
            if let Some(inner) = properties.and_then(|keys| keys.get(key.get_ref().as_ref())) {
                self.value(value, inner, key.get_ref());
                continue;
            }
            // A table of names that an author chooses.
            if schema["additionalProperties"].is_object() {
                self.value(value, &schema["additionalProperties"], key.get_ref());
                continue;
            }
            let valid: Vec<String> = properties.into_iter().flat_map(|keys| keys.keys().cloned()).collect();
            let fault = Fault::UnknownKey {
                key: key.get_ref().to_string(),
                table: name.to_owned(),
                nearest: nearest(key.get_ref(), valid.iter().map(String::as_str)),
                valid,
            };
            self.found.push((key.span(), fault));
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !table.contains_key(key) {
                let inner = properties.and_then(|keys| keys.get(key));
                let meaning = inner.map(|inner| self.meaning(inner)).unwrap_or_default();
                let fault = Fault::MissingKey { key: key.to_owned(), table: name.to_owned(), meaning };
                self.found.push((span.clone(), fault));
            }
        }
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>, schema: &'a Value, key: &str) {
        let schema = self.resolve(schema);
        let found = match (kind(schema), value.get_ref()) {
            ("object", DeValue::Table(table)) => {
                self.table(table, value.span(), schema, &format!("`{key}`"));
                None
            }
            ("array", DeValue::Array(items)) => {
                for item in items {
                    self.value(item, &schema["items"], key);
                }
                length(items.len(), "items", schema, key, "Items")
            }
            ("choice", DeValue::String(text)) => choice(text, schema, key),
            ("string", DeValue::String(text)) => string(text, schema, key),
            ("integer", DeValue::Integer(number)) => {
                range(i64::from_str_radix(number.as_str(), number.radix()).ok(), number.as_str(), schema, key)
            }
            ("boolean", DeValue::Boolean(_)) => None,
            (expected, found) => Some(Fault::WrongType {
                key: key.to_owned(),
                found: described(found).to_owned(),
                expected: expectation(expected, schema),
            }),
        };
        self.found.extend(found.map(|fault| (value.span(), fault)));
    }

    /// Follows references, and takes the one alternative of an optional value that is not null.
    fn resolve(&self, schema: &'a Value) -> &'a Value {
        let mut schema = schema;
        // The types are not recursive, so a few turns are enough.
        for _ in 0..8 {
            let alternative =
                schema["anyOf"].as_array().and_then(|all| all.iter().find(|one| one["type"] != "null"));
            schema = match (schema["$ref"].as_str(), alternative) {
                (Some(pointer), _) => {
                    self.root.pointer(pointer.trim_start_matches('#')).unwrap_or(&Value::Null)
                }
                (None, Some(alternative)) => alternative,
                (None, None) => return schema,
            };
        }
        schema
    }

    fn meaning(&self, schema: &'a Value) -> String {
        let own = schema["description"].as_str();
        own.or_else(|| self.resolve(schema)["description"].as_str()).unwrap_or_default().to_owned()
    }
}

/// What a schema allows, in one word.
fn kind(schema: &Value) -> &str {
    if schema["oneOf"].is_array() || schema["enum"].is_array() {
        return "choice";
    }
    let types = &schema["type"];
    let first = types.as_array().and_then(|types| types.iter().find(|one| *one != "null"));
    first.unwrap_or(types).as_str().unwrap_or("nothing")
}

/// The words of a choice.
fn choices(schema: &Value) -> Vec<String> {
    let plain = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let told = schema["oneOf"].as_array().into_iter().flatten().flat_map(|one| {
        let listed = one["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
        one["const"].as_str().into_iter().chain(listed)
    });
    plain.chain(told).map(str::to_owned).collect()
}

fn choice(text: &str, schema: &Value, key: &str) -> Option<Fault> {
    let choices = choices(schema);
    if choices.iter().any(|choice| choice == text) {
        return None;
    }
    Some(Fault::NotAChoice {
        key: key.to_owned(),
        found: text.to_owned(),
        nearest: nearest(text, choices.iter().map(String::as_str)),
        choices,
    })
}

fn string(text: &str, schema: &Value, key: &str) -> Option<Fault> {
    if schema["format"] == "evidence-id" {
        return EvidenceId::new(text).err().map(Fault::BadId);
    }
    // White space alone says as little as nothing.
    let characters = if text.trim().is_empty() { 0 } else { text.chars().count() };
    length(characters, "characters", schema, key, "Length")
}

fn length(found: usize, unit: &'static str, schema: &Value, key: &str, word: &str) -> Option<Fault> {
    let low = schema[format!("min{word}")].as_u64().unwrap_or(0);
    let high = schema[format!("max{word}")].as_u64().unwrap_or(u64::MAX);
    let fits = (low..=high).contains(&(found as u64));
    (!fits).then(|| Fault::BadLength { key: key.to_owned(), found, unit, low, high })
}

fn range(number: Option<i64>, written: &str, schema: &Value, key: &str) -> Option<Fault> {
    let low = schema["minimum"].as_i64().unwrap_or(i64::MIN);
    let high = schema["maximum"].as_i64().unwrap_or(i64::MAX);
    if number.is_some_and(|number| (low..=high).contains(&number)) {
        return None;
    }
    Some(Fault::OutOfRange { key: key.to_owned(), found: written.to_owned(), low, high })
}

fn described(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn expectation(kind: &str, schema: &Value) -> String {
    match kind {
        "object" => "a table".to_owned(),
        "array" if schema["items"]["type"] == "string" => "a list of texts".to_owned(),
        "array" => "a list of tables, `[[...]]`".to_owned(),
        "integer" => match (schema["minimum"].as_i64(), schema["maximum"].as_i64()) {
            (Some(low), Some(high)) => format!("a whole number from {low} to {high}"),
            _ => "a whole number".to_owned(),
        },
        "boolean" => "true or false".to_owned(),
        "choice" => format!("one of {}", choices(schema).join(", ")),
        _ => "a text".to_owned(),
    }
}
