//! Types that are told apart by identity, taken before any answer could touch them.
//!
//! Must not know what a value of them looks like on the wire.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyType};

/// Standard types that the interpreter itself does not export, and what is needed to look into them.
pub struct Known {
    pub decimal: Py<PyType>,
    pub fraction: Py<PyType>,
    /// Slots of a fraction, which is a class written in Python: an answer may replace its properties.
    pub numerator: Py<PyAny>,
    pub denominator: Py<PyAny>,
    pub date: Py<PyType>,
    pub datetime: Py<PyType>,
    pub timedelta: Py<PyType>,
    pub timezone: Py<PyType>,
    pub counter: Py<PyType>,
    pub defaultdict: Py<PyType>,
    pub ordered_dict: Py<PyType>,
    pub deque: Py<PyType>,
    pub function: Py<PyType>,
    pub builtin_function: Py<PyType>,
    pub seen: SeenTypes,
    /// `type.__dict__["__dict__"]`: the names of a class without asking its metaclass.
    names_of: Py<PyAny>,
    /// The builtins as they were.
    builtins: Py<PyDict>,
}

/// The classes of `viva.seen`, which stand in an oracle for values without a plain Python object.
pub struct SeenTypes {
    pub opaque: Py<PyType>,
    pub marked: Py<PyType>,
    pub missing: Py<PyType>,
    pub exception: Py<PyType>,
    pub class: Py<PyType>,
}

impl Known {
    /// Takes everything from the modules as they are now.
    ///
    /// # Errors
    /// The Python exception when a module of the standard library or of the toolbox cannot be imported.
    pub fn take(py: Python<'_>) -> PyResult<Self> {
        let fraction = class(py, "fractions", "Fraction")?;
        let slots = fraction.bind(py).getattr("__dict__")?;
        let names_of = py.get_type::<PyType>().getattr("__dict__")?.get_item("__dict__")?;
        Ok(Self {
            decimal: class(py, "decimal", "Decimal")?,
            numerator: slots.get_item("_numerator")?.unbind(),
            denominator: slots.get_item("_denominator")?.unbind(),
            fraction,
            date: class(py, "datetime", "date")?,
            datetime: class(py, "datetime", "datetime")?,
            timedelta: class(py, "datetime", "timedelta")?,
            timezone: class(py, "datetime", "timezone")?,
            counter: class(py, "collections", "Counter")?,
            defaultdict: class(py, "collections", "defaultdict")?,
            ordered_dict: class(py, "collections", "OrderedDict")?,
            deque: class(py, "collections", "deque")?,
            function: class(py, "types", "FunctionType")?,
            builtin_function: class(py, "types", "BuiltinFunctionType")?,
            seen: SeenTypes::take(py)?,
            names_of: names_of.unbind(),
            builtins: py.import("builtins")?.dict().copy()?.unbind(),
        })
    }

    /// The name of a class: bare for a built-in one, else with its module. Lone surrogates are escaped.
    pub fn type_name(&self, class: &Bound<'_, PyType>) -> String {
        let py = class.py();
        let Ok(name) = class.name() else { return "?".to_owned() };
        let builtin = self.builtins.bind(py).get_item(&name).ok().flatten();
        let name = escaped(&name);
        if builtin.is_some_and(|builtin| builtin.is(class)) {
            return name;
        }
        // Never bare: that would be the name of a built-in class.
        format!("{}.{name}", self.module_name(class).unwrap_or_else(|| "?".to_owned()))
    }

    /// The module a class says it is of, where that is a text.
    fn module_name(&self, class: &Bound<'_, PyType>) -> Option<String> {
        let names = self.names_of.bind(class.py()).call_method1("__get__", (class,)).ok()?;
        let module = names.get_item("__module__").ok()?;
        module.cast_exact::<PyString>().ok().map(escaped)
    }
}

impl SeenTypes {
    fn take(py: Python<'_>) -> PyResult<Self> {
        Ok(Self {
            opaque: class(py, "viva.seen", "Opaque")?,
            marked: class(py, "viva.seen", "Marked")?,
            missing: class(py, "viva.seen", "Missing")?,
            exception: class(py, "viva.seen", "SeenException")?,
            class: class(py, "viva.seen", "SeenType")?,
        })
    }
}

fn class(py: Python<'_>, module: &str, name: &str) -> PyResult<Py<PyType>> {
    Ok(py.import(module)?.getattr(name)?.cast_into::<PyType>()?.unbind())
}

/// A text as UTF-8; what Rust's own texts cannot hold is escaped as Python's `backslashreplace` does.
fn escaped(text: &Bound<'_, PyString>) -> String {
    match text.to_str() {
        Ok(text) => text.to_owned(),
        Err(_) => super::see::text_of(text).map_or_else(|| "?".to_owned(), |text| text.to_display()),
    }
}
