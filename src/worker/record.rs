//! The recorder that a step's runner is handed: values out, frames onto the step's channel.
//!
//! It is an object without a module, so no answer can import it. Token and channel stay in Rust: whoever writes
//! to the descriptor itself lacks the token. Each frame is written at once, so a crash leaves what was
//! recorded before it; only of a process of several cases, which counts as a whole, they are held back.
//! Must not know what a step does.

use std::fs::File;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyTuple};
use vivavoce::model::value::Value;
use vivavoce::wire::frame::{FrameKind, Token, frame_bytes};

use super::embed;
use super::known::Known;
use super::left::Untouched;
use super::see::see;

/// Bytes of frames that are held back at most.
const HELD_BYTES_MAX: usize = 256 * 1024;

/// Where the frames of one step go.
pub struct Channel {
    file: File,
    token: Token,
    /// Frames that are held back, where they are: each write wakes whoever watches.
    held: Option<Vec<u8>>,
    /// The step's own process; its children have the channel too, and nothing to say on it.
    process: u32,
}

impl Channel {
    /// The channel of this process.
    pub fn new(file: File, token: Token) -> Self {
        Self { file, token, held: None, process: std::process::id() }
    }

    /// The same, where nothing that is written counts unless all of it is.
    pub fn held(file: File, token: Token) -> Self {
        Self { held: Some(Vec::new()), ..Self::new(file, token) }
    }

    fn write(&mut self, frame: &[u8], is_last: bool) -> io::Result<()> {
        let Some(held) = &mut self.held else { return self.file.write_all(frame) };
        held.extend_from_slice(frame);
        if !is_last && held.len() < HELD_BYTES_MAX {
            return Ok(());
        }
        self.file.write_all(&std::mem::take(held))
    }
}

/// What a runner calls. Its methods raise nothing that an answer could cause.
#[pyclass(frozen, module = "viva")]
pub struct Recorder {
    known: Known,
    /// `viva._codec.decode`.
    decode: Py<PyAny>,
    /// Standard output and error as they were at first.
    streams: [Py<PyAny>; 2],
    channel: Mutex<Option<Channel>>,
    untouched: Mutex<Untouched>,
}

impl Recorder {
    /// A recorder without a channel, made while the interpreter is whole.
    ///
    /// # Errors
    /// The Python exception when the toolbox or the standard library lacks a part.
    pub fn new(py: Python<'_>) -> PyResult<Self> {
        let sys = py.import("sys")?;
        Ok(Self {
            known: Known::take(py)?,
            decode: py.import("viva._codec")?.getattr("decode")?.unbind(),
            streams: [sys.getattr("stdout")?.unbind(), sys.getattr("stderr")?.unbind()],
            channel: Mutex::new(None),
            untouched: Mutex::default(),
        })
    }

    /// Remembers every module that is loaded, for [`Recorder::untouched`].
    ///
    /// # Errors
    /// The Python exception when there is no list of modules.
    pub fn remember_modules(&self, py: Python<'_>) -> PyResult<()> {
        let modules = py.import("sys")?.getattr("modules")?.cast_into::<PyDict>()?;
        let mut untouched = self.untouched.lock().unwrap_or_else(PoisonError::into_inner);
        modules.values().iter().for_each(|module| untouched.remember(&module));
        Ok(())
    }

    /// Frames go here from now on.
    pub fn open(&self, channel: Channel) {
        *self.channel.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
    }

    /// Writes one frame. A channel that fails is given up: without an end frame the step is incomplete.
    fn write(&self, kind: FrameKind, value: &Value) {
        let mut channel = self.channel.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(open) = channel.as_mut().filter(|open| open.process == std::process::id()) else { return };
        let frame = frame_bytes(&open.token, kind, value);
        if open.write(&frame, kind == FrameKind::End).is_err() {
            // The descriptor may be closed or another's by now: it is left alone.
            std::mem::forget(channel.take());
        }
    }

    fn write_parts(&self, kind: FrameKind, parts: &Bound<'_, PyTuple>, seen: bool) {
        let parts = parts.iter().map(|part| see(&part, &self.known, seen));
        self.write(kind, &Value::Tuple(parts.collect()));
    }
}

#[pymethods]
impl Recorder {
    /// Records a value under a name, as it is now.
    fn record(&self, name: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) {
        let parts = vec![see(name, &self.known, false), see(value, &self.known, false)];
        self.write(FrameKind::Recorded, &Value::Tuple(parts));
    }

    /// Says that the answer loaded: a list of (name, kind).
    fn loaded(&self, names: &Bound<'_, PyAny>) {
        self.write(FrameKind::Loaded, &see(names, &self.known, false));
    }

    /// Says that an exception left the step: (exception, file or None, line, column, text, phase).
    #[pyo3(signature = (*parts))]
    fn raised(&self, parts: &Bound<'_, PyTuple>) {
        self.write_parts(FrameKind::Raised, parts, false);
    }

    /// Says that what follows is about this case.
    fn turned(&self, case: &Bound<'_, PyAny>) {
        self.write(FrameKind::Turned, &see(case, &self.known, false));
    }

    /// Whether the names of every module, and of its classes, are bound as they were when this was last asked, or when the
    /// interpreter was made ready.
    fn untouched(&self, py: Python<'_>) -> bool {
        self.untouched.lock().unwrap_or_else(PoisonError::into_inner).hold(py)
    }

    /// Says what an oracle expects: (label, operation, seen, argument, extra).
    #[pyo3(signature = (*parts))]
    fn expected(&self, parts: &Bound<'_, PyTuple>) {
        self.write_parts(FrameKind::Expected, parts, true);
    }

    /// The value of recorded bytes, for an oracle.
    fn decode<'py>(&self, bytes: &Bound<'py, PyBytes>) -> PyResult<Bound<'py, PyAny>> {
        self.decode.bind(bytes.py()).call1((bytes,))
    }

    /// Ends the step and its process: no exit handler, finalizer or other thread runs after it.
    fn end(&self, py: Python<'_>) {
        // What was printed comes first, since only this may let other threads run. A stream that an answer
        // closed or bent has nothing left to flush.
        for stream in &self.streams {
            let _ = stream.call_method0(py, "flush");
        }
        self.write(FrameKind::End, &Value::None);
        embed::exit_now(0);
    }
}
