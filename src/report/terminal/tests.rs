//! Snapshots of every situation that a person may see, and what must hold for all of them.
//!
//! Must not know how a page is made.

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::report::fixture;

fn screen(width: usize) -> Screen {
    Screen { width, colour: false, answer: "answer.py".to_owned(), ..Screen::default() }
}

macro_rules! pages {
    ($($name:ident, $grade:ident, $width:literal;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(interviewer(&fixture::$grade(), &screen($width)));
        }
    )*};
}

pages! {
    a_perfect_answer, perfect, 80;
    right_code_without_words, unheard, 80;
    only_code_was_asked_for, code_only, 80;
    a_partial_answer, partial, 80;
    a_partial_answer_on_a_narrow_page, partial, 60;
    a_syntax_error, syntax_error, 80;
    an_answer_that_is_too_slow, timed_out, 80;
    an_ungraded_answer, ungraded, 80;
    weaker_isolation_in_a_cold_run, weaker, 80;
    a_hostile_answer, hostile, 80;
}

#[test]
fn a_partial_answer_in_colour() {
    let coloured = Screen { colour: true, ..screen(80) };
    insta::assert_snapshot!(interviewer(&fixture::partial(), &coloured).replace('\u{1b}', "␛"));
}

#[test]
fn the_candidates_page_of_a_partial_answer() {
    insta::assert_snapshot!(candidate(&CandidateReport::of(&fixture::partial()), &screen(80)));
}

#[test]
fn the_candidates_page_of_a_slow_answer() {
    insta::assert_snapshot!(candidate(&CandidateReport::of(&fixture::timed_out()), &screen(80)));
}

#[test]
fn the_candidates_page_of_a_syntax_error() {
    insta::assert_snapshot!(candidate(&CandidateReport::of(&fixture::syntax_error()), &screen(60)));
}

#[test]
fn no_page_is_too_wide_or_hostile() {
    for grade in fixture::all() {
        for width in [40, 60, 80, 100] {
            let pages = [
                interviewer(&grade, &screen(width)),
                candidate(&CandidateReport::of(&grade), &screen(width)),
            ];
            for line in pages.iter().flat_map(|page| page.lines()) {
                assert!(line.width() <= width, "{width}: {line:?}");
                assert!(!line.chars().any(crate::judge::escape::is_hostile), "{line:?}");
            }
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    for grade in fixture::all() {
        let plain = interviewer(&grade, &screen(80));
        let coloured = interviewer(&grade, &Screen { colour: true, ..screen(80) });
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain);
    }
}
