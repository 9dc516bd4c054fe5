//! The few facts of an ELF file that say which shared libraries it needs: elf(5), System V ABI chapter 5.
//!
//! Must not know where libraries are found. Reads only 64-bit little-endian files of this machine's kind and
//! takes anything else for no ELF file at all.

use std::fs::File;
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;

/// What an ELF file asks of the dynamic linker.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Needs {
    /// Names of libraries: `libz.so.1`.
    pub libraries: Vec<String>,
    /// Folders to look in first, `$ORIGIN` not yet replaced.
    pub run_path: Vec<String>,
    /// The dynamic linker itself, of an executable.
    pub linker: Option<String>,
}

#[cfg(target_arch = "x86_64")]
const MACHINE: u16 = 62;
#[cfg(target_arch = "aarch64")]
const MACHINE: u16 = 183;

const HEADER_BYTES: usize = 64;
const PROGRAM_HEADER_BYTES: usize = 56;
const DYNAMIC_BYTES: usize = 16;
const PROGRAM_HEADERS_MAX: usize = 128;
const DYNAMIC_BYTES_MAX: u64 = 64 * 1024;
const TEXT_BYTES_MAX: u64 = 4096;

const PT_LOAD: u32 = 1;
const PT_DYNAMIC: u32 = 2;
const PT_INTERP: u32 = 3;
const DT_NEEDED: u64 = 1;
const DT_STRTAB: u64 = 5;
const DT_RPATH: u64 = 15;
const DT_RUNPATH: u64 = 29;

/// A program header: what part of the file stands where in memory.
struct Segment {
    kind: u32,
    offset: u64,
    address: u64,
    file_bytes: u64,
}

/// Reads what a file needs; `None` when it is no ELF file for this machine.
///
/// # Errors
/// When the file cannot be opened or read.
pub fn needs(path: &Path) -> io::Result<Option<Needs>> {
    let file = File::open(path)?;
    match read(&file) {
        Ok(needs) => Ok(needs),
        // A file that ends where its header says it should go on is no ELF file.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(error),
    }
}

fn read(file: &File) -> io::Result<Option<Needs>> {
    let mut header = [0; HEADER_BYTES];
    file.read_exact_at(&mut header, 0)?;
    // Magic, 64 bits, little-endian.
    if header[..6] != *b"\x7fELF\x02\x01" || u16_at(&header, 18) != MACHINE {
        return Ok(None);
    }
    let count = usize::from(u16_at(&header, 56));
    if usize::from(u16_at(&header, 54)) != PROGRAM_HEADER_BYTES || count > PROGRAM_HEADERS_MAX {
        return Ok(None);
    }
    let mut table = vec![0; count * PROGRAM_HEADER_BYTES];
    file.read_exact_at(&mut table, u64_at(&header, 32))?;
    let segments: Vec<Segment> = table.chunks_exact(PROGRAM_HEADER_BYTES).map(segment).collect();

    let mut needs = Needs::default();
    if let Some(interpreter) = segments.iter().find(|segment| segment.kind == PT_INTERP) {
        needs.linker = text_at(file, interpreter.offset)?;
    }
    if let Some(dynamic) = segments.iter().find(|segment| segment.kind == PT_DYNAMIC) {
        read_dynamic(file, &segments, dynamic, &mut needs)?;
    }
    Ok(Some(needs))
}

fn read_dynamic(file: &File, segments: &[Segment], dynamic: &Segment, needs: &mut Needs) -> io::Result<()> {
    let mut bytes = vec![0; usize::try_from(dynamic.file_bytes.min(DYNAMIC_BYTES_MAX)).unwrap_or_default()];
    file.read_exact_at(&mut bytes, dynamic.offset)?;
    let entries: Vec<(u64, u64)> =
        bytes.chunks_exact(DYNAMIC_BYTES).map(|entry| (u64_at(entry, 0), u64_at(entry, 8))).collect();
    let strings = entries.iter().find(|(tag, _)| *tag == DT_STRTAB).and_then(|(_, at)| offset(segments, *at));
    let Some(strings) = strings else { return Ok(()) };
    for (tag, value) in entries {
        if !matches!(tag, DT_NEEDED | DT_RPATH | DT_RUNPATH) {
            continue;
        }
        let Some(text) = text_at(file, strings.saturating_add(value))? else { continue };
        if tag == DT_NEEDED {
            needs.libraries.push(text);
        } else {
            needs.run_path.extend(text.split(':').filter(|folder| !folder.is_empty()).map(str::to_owned));
        }
    }
    Ok(())
}

/// Where an address of memory lies in the file.
fn offset(segments: &[Segment], address: u64) -> Option<u64> {
    let loads = segments.iter().filter(|segment| segment.kind == PT_LOAD);
    loads.filter_map(|load| Some((load, address.checked_sub(load.address)?))).find_map(|(load, distance)| {
        (distance < load.file_bytes).then(|| load.offset.checked_add(distance)).flatten()
    })
}

/// The text up to the next NUL byte; `None` when there is none near or it is not UTF-8.
fn text_at(file: &File, offset: u64) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 64];
    while (bytes.len() as u64) < TEXT_BYTES_MAX {
        let count = file.read_at(&mut chunk, offset.saturating_add(bytes.len() as u64))?;
        match chunk[..count].iter().position(|byte| *byte == 0) {
            Some(end) => {
                bytes.extend_from_slice(&chunk[..end]);
                return Ok(String::from_utf8(bytes).ok());
            }
            None if count == 0 => return Ok(None),
            None => bytes.extend_from_slice(&chunk[..count]),
        }
    }
    Ok(None)
}

fn segment(bytes: &[u8]) -> Segment {
    Segment {
        kind: u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]),
        offset: u64_at(bytes, 8),
        address: u64_at(bytes, 16),
        file_bytes: u64_at(bytes, 32),
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let mut word = [0; 8];
    word.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_program_needs_libc_and_a_linker() {
        let me = std::env::current_exe().expect("a test has a path");
        let needs = needs(&me).expect("it can be read").expect("it is an ELF file");
        assert!(needs.libraries.iter().any(|name| name.starts_with("libc.")), "{needs:?}");
        assert!(needs.linker.expect("it is linked dynamically").contains("ld-"));
    }

    #[test]
    fn what_is_no_elf_file_needs_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        for bytes in [&b""[..], b"\x7fELF", b"import os\n", &[0x7f; 200], b"\x7fELF\x02\x01 torn"] {
            let path = folder.path().join("file");
            std::fs::write(&path, bytes).expect("written");
            assert_eq!(needs(&path).expect("it can be read"), None);
        }
    }
}
