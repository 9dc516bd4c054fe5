//! Pages made of grades in many situations: every tag is viva's own, and nothing hostile stands anywhere.

use std::collections::BTreeMap;

use super::candidate::{self, Known};
use super::overview::Overview;
use super::ranking;
use super::site::Site;
use super::tally::Tally;
use super::text::Html;
use crate::judge::escape::is_hostile;
use crate::model::answer::SourceFile;
use crate::model::batch::{Standing, Submitted};
use crate::report::batch::ranking::rank;
use crate::report::fixture;
use crate::report::json::Report;

const EVIL: &str = "</script><img src=x onerror=alert(1)>\u{202e}\x1b[31m\"'`&";

/// A submission of everybody whose grade the fixtures have, and of some who have none.
struct Batch {
    submitted: Vec<Submitted>,
    known: Vec<(Option<Report>, Vec<SourceFile>)>,
}

fn batch(copies: usize) -> Batch {
    let mut batch = Batch { submitted: Vec::new(), known: Vec::new() };
    let mut put =
        |candidate: String, standing: Standing, earned: u32, known: (Option<Report>, Vec<SourceFile>)| {
            batch.submitted.push(Submitted {
                candidate,
                challenge: "once".into(),
                standing,
                earned,
                possible: 10,
            });
            batch.known.push(known);
        };
    for copy in 0..copies {
        for (at, grade) in fixture::all().into_iter().enumerate() {
            let mut files = grade.files.clone();
            files.push(SourceFile {
                path: format!("{EVIL}.py"),
                text: format!("# {EVIL}\n"),
                ..files[0].clone()
            });
            let known = (Some(Report::of(&grade)), files);
            put(format!("person {at}-{copy}"), Standing::of(&grade), grade.points().0, known);
        }
    }
    put(EVIL.to_owned(), Standing::Refused { because: EVIL.to_owned() }, 0, (None, Vec::new()));
    put("Åsa".to_owned(), Standing::Missing, 0, (None, Vec::new()));
    batch
}

/// Every page of a batch, each with its name.
fn pages(copies: usize) -> Vec<(String, String)> {
    let batch = batch(copies);
    let ranked = rank(batch.submitted.clone());
    let titles = BTreeMap::from([("once".to_owned(), EVIL.to_owned())]);
    let site = Site::new(&ranked, titles, 7);
    let (mut tally, mut remarks) = (Tally::default(), vec![String::new(); ranked.len()]);
    let mut pages = Vec::new();
    for (submitted, (report, files)) in batch.submitted.iter().zip(&batch.known) {
        let known = [Known { submitted, report: report.clone(), files }];
        tally.count(submitted, known[0].report.as_ref());
        remarks[site.position(&submitted.candidate).expect("ranked")] = ranking::remark(EVIL);
        let made = if site.is_one_page() { candidate::section } else { candidate::page };
        pages.push((submitted.candidate.clone(), made(&site, &submitted.candidate, &known).expect("made")));
    }
    let shell = Overview::shell(&site);
    let similar = [Html::trusted("<section id=\"similar\"></section>".to_owned())];
    let overview = askama::Template::render(&Overview::of(&site, &tally, &remarks, &similar)).expect("made");
    let mut index = Vec::new();
    ranking::write_index(&site, &remarks, &mut index).expect("written");
    let index = String::from_utf8(index).expect("UTF-8");
    let data = format!("<script type=\"application/json\" id=\"everybody\">{index}</script>");
    pages.push(("overview".to_owned(), shell.head().expect("made") + &overview + &data + &shell.tail()));
    for number in 1..site.ranking_pages() {
        pages.push((format!("ranking {number}"), ranking::page(&site, number, &remarks).expect("made")));
    }
    let by_name: Vec<usize> = (0..ranked.len()).collect();
    for number in 0..site.names_pages() {
        pages.push((format!("names {number}"), ranking::names_page(&site, &by_name, number).expect("made")));
    }
    pages
}

const VOID: [&str; 4] = ["meta", "input", "br", "img"];
const ELEMENTS: &str = "html head meta title style body a header span nav ul li main svg defs symbol rect use section h1 \
     h2 h3 h4 h5 h6 p dl div dt dd strong label input select option table caption thead tbody tr th td small figure \
     figcaption b text line details summary ol article code pre del ins footer script br";
const ATTRIBUTES: &str = "lang charset http-equiv content name class href aria-label aria-labelledby aria-hidden \
     aria-live aria-current id tabindex role focusable viewBox preserveAspectRatio width height rx ry x y x1 x2 y1 y2 \
     hidden type autocomplete spellcheck placeholder value scope colspan rel open";

/// A tag: its name, its attributes, and whether it closes.
type Tag = (String, Vec<(String, String)>, bool);

/// Every tag of a page. Panics where something is no tag.
fn tags(page: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').expect("a tag ends");
        let (inside, after) = (&rest[..end], &rest[end + 1..]);
        rest = after;
        if inside.starts_with('!') {
            continue;
        }
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/').trim_end_matches('/');
        let (name, mut body) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        while !body.trim().is_empty() {
            body = body.trim_start();
            let end = body.find([' ', '=']).unwrap_or(body.len());
            let (key, behind) = body.split_at(end);
            let value = behind.strip_prefix("=\"").map(|value| value.split_once('"').expect("a value ends"));
            attributes.push((key.to_owned(), value.map_or("", |(value, _)| value).to_owned()));
            body = value.map_or(behind, |(_, behind)| behind);
        }
        if !closes && (name == "style" || name == "script") {
            rest = &rest[rest.find(&format!("</{name}>")).expect("it ends")..];
        }
        tags.push((name.to_owned(), attributes, closes));
    }
    tags
}

#[test]
fn every_tag_is_ours_and_closed_and_ids_are_there_once() {
    for copies in [1, 30] {
        for (name, page) in pages(copies) {
            let (mut open, mut ids) = (Vec::new(), std::collections::BTreeSet::new());
            for (tag, attributes, closes) in tags(&page) {
                assert!(ELEMENTS.split_whitespace().any(|known| known == tag), "{name}: <{tag}>");
                for (key, value) in &attributes {
                    assert!(ATTRIBUTES.split_whitespace().any(|known| known == key), "{name}: <{tag} {key}>");
                    let outside = ["http:", "https:", "//", "javascript:", "data:"];
                    let leads_out = key == "href" && outside.iter().any(|start| value.starts_with(start));
                    assert!(!leads_out, "{name}: {value}");
                    assert!(key != "id" || ids.insert(value.clone()), "{name}: {value} is there twice");
                }
                if closes {
                    assert_eq!(open.pop().as_deref(), Some(tag.as_str()), "{name}");
                } else if !VOID.contains(&tag.as_str()) && !["rect", "use", "line"].contains(&tag.as_str()) {
                    open.push(tag);
                }
            }
            assert!(open.is_empty(), "{name}: {open:?}");
        }
    }
}

#[test]
fn nothing_hostile_is_written_raw() {
    for (name, page) in pages(1).into_iter().chain(pages(30)) {
        let raw: Vec<char> = page.chars().filter(|c| *c != '\n' && is_hostile(*c)).collect();
        assert!(raw.is_empty(), "{name}: {raw:?}");
        assert!(!page.contains("<img") && !page.contains("::error file"), "{name}");
    }
}

#[test]
fn every_link_within_the_pages_leads_somewhere() {
    for copies in [1, 30] {
        let pages = pages(copies);
        let mut ids = std::collections::BTreeSet::new();
        let mut links = std::collections::BTreeSet::new();
        for (_, page) in &pages {
            for (_, attributes, _) in tags(page) {
                for (key, value) in attributes {
                    match key.as_str() {
                        "id" => _ = ids.insert(super::text::in_address(&value)),
                        "href" if value.starts_with('#') => _ = links.insert(value[1..].to_owned()),
                        _ => {}
                    }
                }
            }
        }
        let lost: Vec<&String> = links.difference(&ids).collect();
        assert!(lost.is_empty(), "{lost:?}");
    }
}

#[test]
fn a_small_batch_is_one_page_and_a_large_one_has_bounded_pages() {
    let small = pages(1);
    assert_eq!(small.iter().filter(|(_, page)| page.starts_with("<!doctype html>")).count(), 1);
    let large = pages(30);
    assert!(large.iter().all(|(_, page)| page.starts_with("<!doctype html>")));
    let rows = |page: &str| page.matches("<td class=\"rank\">").count();
    let lists: Vec<usize> = large.iter().map(|(_, page)| rows(page)).filter(|rows| *rows > 0).collect();
    assert_eq!(lists, [200, 72], "nobody is in none or in two");
}

#[test]
fn a_candidate_is_told_of_in_this_order() {
    let (_, page) = pages(1).into_iter().find(|(name, _)| name == "person 3-0").expect("the partial answer");
    let text = |html: &str| {
        let mut plain = String::new();
        let mut inside = false;
        for character in html.chars() {
            match character {
                '<' => inside = true,
                '>' => inside = false,
                _ if !inside => plain.push(character),
                _ => {}
            }
        }
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = page.lines().map(text).filter(|line| !line.is_empty()).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn other_sections_have_their_place_before_the_candidates() {
    for copies in [1, 30] {
        let pages = pages(copies);
        let (_, overview) = pages.iter().find(|(name, _)| name == "overview").expect("there is one");
        let at = |text: &str| overview.find(text).unwrap_or_else(|| panic!("{text} is missing"));
        assert!(
            at("id=\"ranking\"") < at("id=\"challenges\"") && at("id=\"challenges\"") < at("id=\"similar\"")
        );
    }
}
