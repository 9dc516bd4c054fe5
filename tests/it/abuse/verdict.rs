//! What is wrong with the grade of an attack, if anything: its outcome, a point, a leak, a text that is not harmless.

use vivavoce::judge::escape::is_hostile;
use vivavoce::judge::show::repr;
use vivavoce::model::challenge::Challenge;
use vivavoce::model::grade::{Grade, Outcome, RuntimeKind, Verdict};
use vivavoce::report::candidate::CandidateReport;
use vivavoce::report::json::{self, Report};
use vivavoce::report::terminal::{self, Screen};

use super::SEED;
use super::header::Attack;

/// Everything in which a grade differs from what the attack must get.
pub fn faults(attack: &Attack, challenge: &Challenge, kind: RuntimeKind, grade: &Grade) -> Vec<String> {
    if let Verdict::Ungraded { because, .. } = &grade.verdict {
        return vec![format!("was not graded: {because}")];
    }
    let says = |key| says(attack, key, challenge, kind);
    let mut faults = vec![];
    let (earned, _) = grade.points();
    if earned > 0 {
        faults.push(format!("earned {earned}"));
    }
    let wanted = says("outcome").expect("every header has an outcome");
    let came: Vec<&str> = grade.cases.iter().map(|case| name(case.outcome)).collect();
    if !is_wanted(wanted, &came, challenge.id.as_str().starts_with("box")) {
        let said: Vec<&str> = grade.cases.iter().map(|case| case.message.as_str()).collect();
        faults.push(format!("outcomes {came:?} and not `{wanted}`: {said:?}"));
    }
    let load = grade.load_failure.as_ref().map(|failure| name(failure.outcome));
    if load != says("load") && !wanted.starts_with("any of") {
        faults.push(format!("loading: {load:?} and not {:?}", says("load")));
    }
    if let Some(got) = says("got") {
        let seen = grade.cases[0].checks.first().map(|check| repr(&check.seen, 200));
        if seen.as_deref() != Some(got) {
            faults.push(format!("got {seen:?} and not `{got}`: {}", grade.cases[0].message));
        }
    }
    faults.extend(texts(grade));
    faults
}

/// What a key of the header says for a challenge and a runtime: the most exact line wins.
fn says<'a>(attack: &'a Attack, key: &str, challenge: &Challenge, kind: RuntimeKind) -> Option<&'a str> {
    let (id, when) = (&challenge.id, if kind == RuntimeKind::Warm { "warm" } else { "cold" });
    let keys = [format!("{key} in {id} when {when}"), format!("{key} in {id}"), format!("{key} when {when}")];
    keys.iter().find_map(|key| attack.key(key)).or_else(|| attack.key(key))
}

fn is_wanted(wanted: &str, came: &[&str], is_box: bool) -> bool {
    if let Some(any) = wanted.strip_prefix("any of ") {
        return came.iter().all(|outcome| any.split(", ").any(|wanted| wanted == *outcome));
    }
    let each: Vec<&str> = wanted.split(", ").collect();
    match each[..] {
        // The other cases look for what the first one left.
        [first] if is_box && first != "not_run" => {
            came[0] == first && came[1..].iter().all(|&other| other == "unmet")
        }
        [all] => came.iter().all(|&outcome| outcome == all),
        _ => each == came,
    }
}

/// What the words of a report may not hold, whoever reads them.
fn texts(grade: &Grade) -> Vec<String> {
    let screen = Screen { width: 60, colour: false, answer: "answer.py".to_owned(), ..Screen::default() };
    let candidate = CandidateReport::of(grade);
    let pages = [
        ("the interviewer's page", terminal::interviewer(grade, &screen)),
        ("the candidate's page", terminal::candidate(&candidate, &screen)),
        ("the report", json::to_json(&Report::of(grade))),
        ("the candidate's report", json::to_json(&candidate)),
    ];
    let mut faults = vec![];
    for (what, text) in &pages {
        if let Some(hostile) = text.chars().find(|&each| each != '\n' && is_hostile(each)) {
            faults.push(format!("{what} holds {hostile:?}"));
        }
        let commands = text.lines().find(|line| {
            line.trim_start().starts_with("::error") || line.contains("##vso[") || line.contains("##[")
        });
        if let Some(line) = commands {
            faults.push(format!("{what} gives a command: {line}"));
        }
    }
    for (what, text) in pages.iter().filter(|(what, _)| what.starts_with("the candidate's")) {
        for hidden in [&SEED.to_string(), "wall_ms", "cpu_ms"] {
            if text.contains(hidden) {
                faults.push(format!("{what} holds {hidden}"));
            }
        }
    }
    faults
}

fn name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Met => "met",
        Outcome::Unmet => "unmet",
        Outcome::Raised => "raised",
        Outcome::TimedOut => "timed_out",
        Outcome::OutOfMemory => "out_of_memory",
        Outcome::TooMuchOutput => "too_much_output",
        Outcome::Crashed => "crashed",
        Outcome::Incomplete => "incomplete",
        Outcome::Denied => "denied",
        Outcome::NotRun => "not_run",
    }
}
