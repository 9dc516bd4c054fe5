//! Archives that are right, broken, and made to hurt.

use std::io::Write;

use super::*;

const BOUNDS: Bounds =
    Bounds { file_bytes_max: 1000, total_bytes_max: 2500, files_max: 4, names_max: 20, depth_max: 4 };

fn wanted(path: &str) -> bool {
    path.ends_with(".py") || path == "explanation.md"
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("an end").into_inner()
}

/// A tar whose names and kinds are written as they are given, however odd.
fn tarred(entries: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in entries {
        let mut header = tar::Header::new_ustar();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(*kind);
        header.set_size(bytes.len() as u64);
        header.set_cksum();
        tar.append(&header, *bytes).expect("an entry");
    }
    tar.into_inner().expect("an end")
}

fn read(archive: Archive, bytes: &[u8]) -> Result<Listing, ArchiveError> {
    archive.read(bytes, &BOUNDS, &wanted)
}

fn paths(listing: &Listing) -> Vec<&str> {
    listing.files.iter().map(|file| file.path.as_str()).collect()
}

#[test]
fn a_zip_and_a_tar_give_the_same() {
    let zip = zipped(&[("answer.py", b"x = 1"), ("pkg/more.py", b"y = 2"), ("data.csv", b"1,2")]);
    let file = tar::EntryType::Regular;
    let tar =
        tarred(&[("answer.py", file, b"x = 1"), ("pkg/more.py", file, b"y = 2"), ("data.csv", file, b"1,2")]);
    let from_zip = read(Archive::Zip, &zip).expect("a good zip");
    assert_eq!(paths(&from_zip), ["answer.py", "pkg/more.py"]);
    assert_eq!(from_zip.left, [("data.csv".to_owned(), Left::Unwanted)]);
    assert_eq!(read(Archive::Tar, &tar).expect("a good tar"), from_zip);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(&tar).expect("compressed");
    assert_eq!(read(Archive::TarGz, &gzip.finish().expect("an end")).expect("a good tar.gz"), from_zip);
}

#[test]
fn the_folder_around_everything_is_taken_off() {
    let zip =
        zipped(&[("ada/answer.py", b"x"), ("ada/explanation.md", b"w"), ("__MACOSX/ada/._answer.py", b"?")]);
    assert_eq!(paths(&read(Archive::Zip, &zip).expect("good")), ["answer.py", "explanation.md"]);
}

#[test]
fn a_path_that_leads_out_refuses_all() {
    for name in ["../answer.py", "a/../../answer.py", "/etc/answer.py", "C:\\answer.py", "a\\..\\answer.py"] {
        let file = tar::EntryType::Regular;
        let tar = tarred(&[("answer.py", file, b"x"), (name, file, b"x")]);
        assert!(matches!(read(Archive::Tar, &tar), Err(ArchiveError::LeadsOut { .. })), "{name}");
    }
}

#[test]
fn links_and_devices_are_left_out() {
    let kinds = [
        ("link.py", tar::EntryType::Symlink),
        ("hard.py", tar::EntryType::Link),
        ("dev.py", tar::EntryType::Char),
    ];
    let entries: Vec<_> = kinds.iter().map(|(name, kind)| (*name, *kind, &b""[..])).collect();
    let listing = read(Archive::Tar, &tarred(&entries)).expect("nothing of it is opened");
    assert!(listing.files.is_empty());
    assert_eq!(listing.left.len(), 3);
}

#[test]
fn bombs_are_cut_where_they_begin_to_hurt() {
    let big = zipped(&[("answer.py", &vec![b' '; 1001])]);
    assert!(matches!(read(Archive::Zip, &big), Err(ArchiveError::FileTooLarge { .. })));
    let sum = zipped(&[("a.py", &[b' '; 900]), ("b.py", &[b' '; 900]), ("c.py", &[b' '; 900])]);
    assert!(matches!(read(Archive::Zip, &sum), Err(ArchiveError::TooLarge { .. })));
    let names: Vec<String> = (0..21).map(|number| format!("f{number}.txt")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert!(matches!(read(Archive::Zip, &zipped(&many)), Err(ArchiveError::TooMany { what: "names", .. })));
    assert!(matches!(
        read(Archive::Zip, &zipped(&[("a/b/c/d/e.py", b"x")])),
        Err(ArchiveError::TooMany { .. })
    ));
}

#[test]
fn two_files_of_one_name_refuse_all() {
    let file = tar::EntryType::Regular;
    let twice = tarred(&[("answer.py", file, b"x"), ("./answer.py", file, b"y")]);
    assert!(matches!(read(Archive::Tar, &twice), Err(ArchiveError::Twice { .. })));
}

#[test]
fn a_zip_that_lists_a_name_twice_is_refused() {
    // The library would take the last and say nothing; whoever looks with another program may see the first.
    let mut zip = zipped(&[("answer.py", b"x = 1"), ("answer.pz", b"x = 2")]);
    while let Some(at) = memchr::memmem::find(&zip, b"answer.pz") {
        zip[at..at + 9].copy_from_slice(b"answer.py");
    }
    assert_eq!(read(Archive::Zip, &zip), Err(ArchiveError::Twice { path: "answer.py".to_owned() }));
}

#[test]
fn a_zip_that_lists_much_is_refused_before_its_list_is_read() {
    let count = 100_000;
    let mut list = vec![];
    for _ in 0..count {
        let mut entry = [0; ZIP_ENTRY_HEAD];
        entry[..4].copy_from_slice(ZIP_ENTRY);
        list.extend(entry);
    }
    let length = u32::try_from(list.len()).expect("a short list");
    // The end of the list, as APPNOTE.TXT, 4.3.16 has it.
    list.extend(b"PK\x05\x06\0\0\0\0\xff\xff\xff\xff");
    list.extend(length.to_le_bytes());
    list.extend([0; 6]);
    assert_eq!(read(Archive::Zip, &list), Err(ArchiveError::TooMany { what: "names", count_max: 20 }));
}

/// A tar with a long name as GNU or pax say it, and a file behind it.
fn named(kind: tar::EntryType, said: &[u8]) -> Vec<u8> {
    tarred(&[("said", kind, said), ("short.py", tar::EntryType::Regular, b"x = 1")])
}

#[test]
fn long_names_are_read_as_others_read_them() {
    let long = format!("{}/answer.py", "a".repeat(120));
    let gnu = named(tar::EntryType::GNULongName, format!("{long}\0").as_bytes());
    assert_eq!(paths(&read(Archive::Tar, &gnu).expect("good")), ["answer.py"]);
    let pax = named(tar::EntryType::XHeader, format!("140 path={long}\n").as_bytes());
    assert_eq!(paths(&read(Archive::Tar, &pax).expect("good")), ["answer.py"]);
    let global = named(tar::EntryType::XGlobalHeader, b"19 path=global.py\n\n");
    assert_eq!(paths(&read(Archive::Tar, &global).expect("good")), ["short.py"]);
}

#[test]
fn long_names_that_lie_are_refused() {
    let lies: [(tar::EntryType, &[u8]); 2] = [
        (tar::EntryType::GNULongName, b"../answer.py\0"),
        (tar::EntryType::XHeader, b"23 path=/etc/answer.py\n"),
    ];
    for (kind, said) in lies {
        assert!(matches!(read(Archive::Tar, &named(kind, said)), Err(ArchiveError::LeadsOut { .. })));
    }
    let twice = named(tar::EntryType::XHeader, b"10 size=2\n");
    assert!(matches!(read(Archive::Tar, &twice), Err(ArchiveError::Broken { .. })));
    let noise = named(tar::EntryType::XHeader, b"path=answer.py\n");
    assert!(matches!(read(Archive::Tar, &noise), Err(ArchiveError::Broken { .. })));
}

#[test]
fn a_name_of_hundreds_of_megabytes_is_never_held() {
    // A few hundred kilobytes as gzip; the library would hold all of it as one name.
    let size = 300 << 20;
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(size);
    header.set_cksum();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(header.as_bytes()).expect("compressed");
    gzip.write_all(&vec![b'a'; 1 << 20]).expect("compressed");
    // What follows of the name is missing: who reads on finds a torn archive, who does not says what is wrong.
    let Err(ArchiveError::Broken { reason, .. }) = read(Archive::TarGz, &gzip.finish().expect("an end"))
    else {
        panic!("it is refused");
    };
    assert!(reason.contains("longer than 65536 bytes"), "{reason}");
}

#[test]
fn what_claims_two_gigabytes_is_refused() {
    let mut header = tar::Header::new_gnu();
    header.set_path("answer.py").expect("a short name");
    header.set_size(2 << 30);
    header.set_cksum();
    let mut tar = header.as_bytes().to_vec();
    tar.extend([b'#'; 4096]);
    assert!(matches!(read(Archive::Tar, &tar), Err(ArchiveError::FileTooLarge { .. })));
    header.set_path("notes.txt").expect("a short name");
    header.set_cksum();
    tar.splice(..512, header.as_bytes().iter().copied());
    assert!(read(Archive::Tar, &tar).is_err(), "what is not wanted is not believed either");
}

#[test]
fn noise_is_broken_and_never_panics() {
    let zip = zipped(&[("answer.py", b"x = 1")]);
    for archive in [Archive::Zip, Archive::Tar, Archive::TarGz] {
        assert!(matches!(
            read(archive, b"no archive at all, whatever it is called"),
            Err(ArchiveError::Broken { .. })
        ));
        for cut in 0..zip.len() {
            let _ = read(archive, &zip[..cut]);
        }
    }
}

#[test]
fn names_announce_kinds() {
    assert_eq!(Archive::of_name("Ada.ZIP"), Some(Archive::Zip));
    assert_eq!(Archive::of_name("ada.tar.gz"), Some(Archive::TarGz));
    assert_eq!(Archive::of_name("ada.py"), None);
    assert_eq!(Archive::stem("ada.tar.gz"), "ada");
}
