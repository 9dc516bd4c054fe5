//! Whether an explanation says something, by a little language of phrases, and the sentence that does.
//!
//! A phrase is a few words that stand in this order within one sentence, with at most [`GAP_MAX`] other words
//! between two of them. `a|b` is a choice for one word, `word*` matches any ending, and a hyphen is a space, in
//! phrases as in explanations. Case, punctuation and Markdown do not matter. A word is a run of letters and digits;
//! apostrophes within it are dropped, and `_` and `.` part words as hyphens do.
//!
//! A sentence ends at `.`, `!`, `?` or `…` before white space (not after `e.g.`, `i.e.`, `vs.` or `cf.`), at `。`, at
//! an empty line, and at a new item, heading or fence of Markdown. The time is linear in the length of the
//! explanation for each phrase; there is no backtracking. Must not know which challenge asks.

/// Most other words between two words of a phrase.
pub const GAP_MAX: usize = 6;

/// Characters of a quote; a longer sentence is cut around what was heard.
const QUOTE_MAX: usize = 200;

/// Why a text is no phrase.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Nothing of it is a word.
    #[error("phrase `{0}` has no word in it; write at least one word of letters or digits")]
    Empty(String),
    /// A choice has nothing to choose on one side.
    #[error("phrase `{phrase}`: the choice `{choice}` has an empty side; write words on both sides of `|`")]
    EmptyChoice {
        /// The phrase.
        phrase: String,
        /// The choice.
        choice: String,
    },
}

/// One word of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    word: String,
    any_ending: bool,
}

/// A phrase, parsed: choices in order; each side of a choice is some words in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase(Vec<Vec<Vec<Pattern>>>);

impl Phrase {
    /// Reads a phrase.
    ///
    /// # Errors
    /// [`PhraseError`] when it has no word, or a choice has an empty side.
    pub fn parse(text: &str) -> Result<Self, PhraseError> {
        let mut slots = Vec::new();
        for choice in text.split_whitespace() {
            let sides: Vec<Vec<Pattern>> = choice.split('|').map(patterns).collect();
            if sides.len() > 1 {
                if sides.iter().any(Vec::is_empty) {
                    return Err(PhraseError::EmptyChoice {
                        phrase: text.to_owned(),
                        choice: choice.to_owned(),
                    });
                }
                slots.push(sides);
            } else {
                slots.extend(sides.into_iter().flatten().map(|pattern| vec![vec![pattern]]));
            }
        }
        if slots.is_empty() { Err(PhraseError::Empty(text.to_owned())) } else { Ok(Self(slots)) }
    }

    /// The first and last word of the place where a sentence says the phrase.
    fn find(&self, sentence: &[Word]) -> Option<(usize, usize)> {
        // For each word, where a match so far that ends there began; none yet is written as `None`.
        let mut ends: Option<Vec<Option<usize>>> = None;
        for sides in &self.0 {
            let mut next: Vec<Option<usize>> = vec![None; sentence.len()];
            for side in sides {
                let reached = side
                    .iter()
                    .fold(ends.clone(), |ends, pattern| Some(step(ends.as_deref(), pattern, sentence)));
                for (end, start) in reached.unwrap_or_default().into_iter().enumerate() {
                    // The latest start gives the shortest quote.
                    next[end] = next[end].max(start);
                }
            }
            ends = Some(next);
        }
        let ends = ends?;
        ends.iter().enumerate().find_map(|(end, start)| start.map(|start| (start, end)))
    }
}

/// From the ends of a match so far (none at the start of a phrase) to those one word later.
fn step(ends: Option<&[Option<usize>]>, pattern: &Pattern, sentence: &[Word]) -> Vec<Option<usize>> {
    let mut next = vec![None; sentence.len()];
    for (at, word) in sentence.iter().enumerate() {
        let fits =
            if pattern.any_ending { word.text.starts_with(&pattern.word) } else { word.text == pattern.word };
        if !fits {
            continue;
        }
        next[at] = match ends {
            None => Some(at),
            Some(ends) => ends[at.saturating_sub(GAP_MAX + 1)..at].iter().rev().flatten().next().copied(),
        };
    }
    next
}

/// The words of one side of a choice.
fn patterns(text: &str) -> Vec<Pattern> {
    let mut out: Vec<Pattern> = Vec::new();
    let mut rest = text;
    while let Some((word, after)) = next_word(rest) {
        let any_ending = after.starts_with('*');
        out.push(Pattern { word, any_ending });
        rest = after;
    }
    out
}

/// A word of an explanation and where it stands.
#[derive(Debug)]
struct Word {
    text: String,
    start: usize,
    end: usize,
}

/// The sentence in which an explanation says one of these phrases, as written but on one line; [`None`] when it
/// says none of them. Texts that are no phrases are never heard; the author's check names them.
#[must_use]
pub fn heard(phrases: &[String], explanation: &str) -> Option<String> {
    let phrases: Vec<Phrase> = phrases.iter().filter_map(|phrase| Phrase::parse(phrase).ok()).collect();
    for (start, end) in sentences(explanation) {
        let words = words(&explanation[start..end]);
        for phrase in &phrases {
            if let Some((first, last)) = phrase.find(&words) {
                return Some(quote(&explanation[start..end], &words[first], &words[last]));
            }
        }
    }
    None
}

fn quote(sentence: &str, first: &Word, last: &Word) -> String {
    let whole = one_line(sentence);
    if whole.chars().count() <= QUOTE_MAX {
        return whole;
    }
    let said = one_line(&sentence[first.start..last.end]);
    let said: String = said.chars().take(QUOTE_MAX).collect();
    format!("...{said}...")
}

fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let marks: &[char] = &['-', '*', '#', '>', '+', ' '];
    line.trim_start_matches(marks).trim_end_matches('*').to_owned()
}

/// Where sentences begin and end, in bytes.
fn sentences(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim();
        let fresh = body.is_empty() || starts_block(body);
        if fresh && offset > start {
            out.push((start, offset));
            start = offset;
        }
        for (at, character) in line.char_indices() {
            let after = offset + at + character.len_utf8();
            if ends_sentence(character, &text[start..offset + at], &text[after..]) {
                out.push((start, after));
                start = after;
            }
        }
        offset += line.len();
        if body.starts_with('#') || body.starts_with("```") {
            out.push((start, offset));
            start = offset;
        }
    }
    out.push((start, text.len()));
    out.retain(|(start, end)| !text[*start..*end].trim().is_empty());
    out
}

/// Whether a line of Markdown begins something new: an item, a heading, a quotation or a fence.
fn starts_block(line: &str) -> bool {
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    ["- ", "* ", "+ ", "#", "> ", "```", "|"].iter().any(|mark| line.starts_with(mark))
        || (numbered.len() < line.len() && (numbered.starts_with(". ") || numbered.starts_with(") ")))
}

fn ends_sentence(character: char, before: &str, after: &str) -> bool {
    match character {
        '。' | '！' | '？' => true,
        '.' | '!' | '?' | '…' => {
            let closing: &[char] = &['"', '\'', ')', ']', '*', '_', '`', '”', '’', '»'];
            let rest = after.trim_start_matches(closing);
            // Only a few characters are looked at, so that time stays linear.
            let tail: String = before.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect();
            let tail = tail.to_lowercase();
            let short = ["e.g", "i.e"].contains(&tail.as_str())
                || [" vs", " cf", "(vs", "(cf"].contains(&tail.as_str());
            (rest.is_empty() || rest.starts_with(char::is_whitespace)) && !(character == '.' && short)
        }
        _ => false,
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((word, after)) = next_word(rest) {
        let end = text.len() - after.len();
        let start = text.len() - rest.len() + (rest.len() - rest.trim_start_matches(|c| !is_letter(c)).len());
        out.push(Word { text: word, start, end });
        rest = after;
    }
    out
}

fn is_letter(character: char) -> bool {
    character.is_alphanumeric()
}

/// The next word in lower case, without apostrophes, and what follows it.
fn next_word(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches(|c| !is_letter(c));
    let mut word = String::new();
    let mut characters = text.char_indices().peekable();
    let mut end = 0;
    while let Some((at, character)) = characters.next() {
        if is_letter(character) {
            word.extend(character.to_lowercase());
            end = at + character.len_utf8();
        } else if !(matches!(character, '\'' | '’')
            && characters.peek().is_some_and(|(_, next)| is_letter(*next)))
        {
            break;
        }
    }
    (!word.is_empty()).then(|| (word, &text[end..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn says(phrase: &str, explanation: &str) -> bool {
        heard(&[phrase.to_owned()], explanation).is_some()
    }

    #[test]
    fn words_stand_in_order_within_one_sentence() {
        assert!(says("evaluated once", "Defaults are evaluated only once, at definition."));
        assert!(!says("once evaluated", "Defaults are evaluated only once."));
        assert!(!says("evaluated once", "They are evaluated. Only once."));
        assert!(says("evaluated once", "They are evaluated\nonly once."));
        assert!(!says("evaluated once", "They are evaluated\n\nonly once."));
        assert!(!says("evaluated once", "- They are evaluated\n- only once"));
    }

    #[test]
    fn at_most_six_words_stand_between() {
        assert!(says("a b", "a 1 2 3 4 5 6 b"));
        assert!(!says("a b", "a 1 2 3 4 5 6 7 b"));
        assert!(says("a b", "a 1 2 3 4 5 6 7 a b"));
    }

    #[test]
    fn choices_endings_and_hyphens() {
        for said in ["Use back-off.", "Use back off!", "a backoff", "add JITTER"] {
            assert!(says("back-off|backoff|jitter", said), "{said}");
        }
        assert!(says("exponential* delay|wait*", "exponentially growing waits"));
        assert!(!says("exponential delay", "exponentially growing delay"));
        assert!(says("thread safe", "It is thread-safe."));
        assert!(says("thread-safe", "It is thread safe."));
        assert!(!says("jitter", "jittery"));
    }

    #[test]
    fn markdown_and_punctuation_do_not_matter() {
        assert!(says("weak references", "Use **weak** `references`"));
        assert!(says("isnt shared", "It isn’t _really_ shared"));
        assert!(says("iadd", "`list.__iadd__` runs"));
        assert!(says("functools wraps", "`functools.wraps` keeps it"));
        assert!(says("einfach über", "Ganz EINFACH: ÜBER"));
    }

    #[test]
    fn full_stops_within_words_and_after_short_forms_end_nothing() {
        assert!(says("python list", "In Python 3.11, e.g. with a list."));
        assert!(says("processes threads", "Think of processes vs. threads."));
    }

    #[test]
    fn the_sentence_is_quoted_as_written() {
        let explanation = "# Retry\n\nIt calls again. With *jitter*,\n  waits   differ. The end.";
        let quote = heard(&["jitter waits".to_owned()], explanation);
        assert_eq!(quote.as_deref(), Some("With *jitter*, waits differ."));
        let long = format!("{} jitter {}", "word ".repeat(80), "word ".repeat(80));
        assert_eq!(heard(&["jitter".to_owned()], &long).as_deref(), Some("...jitter..."));
    }

    #[test]
    fn texts_without_words_are_no_phrases() {
        assert_eq!(Phrase::parse(" * "), Err(PhraseError::Empty(" * ".to_owned())));
        assert!(matches!(Phrase::parse("a b|"), Err(PhraseError::EmptyChoice { .. })));
        assert!(!says("", "anything"));
    }

    #[test]
    fn long_explanations_take_linear_time() {
        let explanation = "a ".repeat(200_000);
        assert!(!says("a a a a a a a a b", &explanation));
        assert!(!says("x", &". ".repeat(200_000)));
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic(phrase in ".{0,30}", explanation in any::<String>()) {
            let _ = says(&phrase, &explanation);
        }

        #[test]
        fn a_plain_text_says_itself(words in proptest::collection::vec("[a-z]{1,5}", 1..6)) {
            let text = words.join(" ");
            prop_assert!(says(&text, &text));
        }
    }
}
