//! What is shown says what was measured, holds no markup of a candidate's, and follows its schema.

use super::*;
use crate::report::json::to_json;
use crate::report::terminal::Screen;
use crate::source::similarity::side::by_side;

#[test]
fn the_page() {
    let again = "viva similar lru-cache submissions/";
    insta::assert_snapshot!(text::page(&[fixture::busy()], again, &Screen::default()));
}

#[test]
fn the_page_where_nothing_stands_out() {
    insta::assert_snapshot!(text::page(
        &[fixture::quiet()],
        "viva similar --out results",
        &Screen::default()
    ));
}

#[test]
fn the_page_fits_a_terminal_of_80_columns() {
    let page =
        text::page(&[fixture::busy(), fixture::quiet()], "viva similar --out results", &Screen::default());
    for line in page.lines() {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[test]
fn the_picture() {
    insta::assert_snapshot!(svg::picture(&fixture::busy(), true).expect("somebody hangs together"));
    assert_eq!(svg::picture(&fixture::quiet(), true), None);
}

#[test]
fn no_name_is_markup() {
    let busy = fixture::busy();
    for text in [html::page(std::slice::from_ref(&busy)), svg::picture(&busy, false).expect("a picture")] {
        assert!(!text.contains("<script"), "{text}");
        assert!(text.contains("&lt;script&gt;"), "{text}");
        assert!(!text.contains("a \"quoted\""), "{text}");
    }
}

#[test]
fn names_lead_to_what_the_page_tells_of_them() {
    let busy = fixture::busy();
    let pair = &busy.pairs[0];
    let section = html::section(&busy, &|name| (name == pair.one).then(|| "#c-\"one\"".to_owned()));
    let link = format!("<td><a href=\"#c-&quot;one&quot;\">{}</a></td>", svg::escaped(&pair.one));
    assert!(section.contains(&link), "{section}");
    assert!(
        section.contains(&format!("<td>{}</td>", svg::escaped(&pair.other))),
        "nobody without a place has a link"
    );
    assert!(!html::page(&[busy]).contains("<a "));
}

#[test]
fn a_report_follows_its_own_schema() {
    let report = SimilarReport::of(vec![fixture::busy(), fixture::quiet()]);
    let schema = jsonschema::validator_for(&schema()).expect("a valid schema");
    let value: serde_json::Value = serde_json::from_str(&to_json(&report)).expect("JSON");
    assert!(schema.is_valid(&value), "{value}");
    let back: SimilarReport = serde_json::from_value(value).expect("our own report");
    assert_eq!(back, report);
}

#[test]
fn the_two_sides() {
    let one = "def total(items):\n    result = 0\n    for item in items:\n        result += item.price\n    return result\n";
    let other = "# mine\ndef sum_up(xs):\n    r = 0\n    for x in xs:\n        r += x.price\n    print(\"a line that is far too long for its column\", r)\n    return r\n";
    let side = by_side(one, other).expect("within bounds");
    insta::assert_snapshot!(side::page(["ada", "bob"], &side, &Screen::default()));
}

#[test]
fn nobody_is_accused() {
    let page = text::page(&[fixture::busy()], "viva similar", &Screen::default()).to_lowercase();
    for word in ["plagiar", "cheat", "guilty", "stole", "copied"] {
        assert!(!page.contains(word), "{word}: {page}");
    }
}
