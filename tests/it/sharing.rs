//! Cases of a plain answer share a process first, those of others never do, and no report says anything else for it.

use std::sync::Arc;

use vivavoce::bank::Bank;
use vivavoce::boxes::plan::JailOptions;
use vivavoce::boxes::toolbox;
use vivavoce::engine::{Engine, Request};
use vivavoce::model::evidence::Asked;
use vivavoce::model::grade::{Grade, Outcome};
use vivavoce::model::observation::Measured;
use vivavoce::runtime::{Launch, Pool};
use vivavoce::source::intake::{self, Sources};

use crate::common::{needs_boxes, viva, wait};

/// A challenge whose driver needs no process of its own.
const CHALLENGE: &str = "late-binding-closures";

fn engine(one_by_one: bool) -> Arc<Engine> {
    let options = JailOptions { one_by_one, ..JailOptions::default() };
    let launch = Launch::warm(viva(), options).expect("the worker lies beside viva");
    let pool = wait(async move { Pool::start(launch, 1).await });
    let pool = pool.unwrap_or_else(|error| panic!("no worker: {error}"));
    Arc::new(Engine::new(pool, toolbox::sha256()))
}

/// A grade without what was measured, and how many of its cases shared a process.
fn grade(engine: &Arc<Engine>, answer: &str) -> (Grade, usize) {
    let challenge = Bank::embedded().get(CHALLENGE).expect("built in");
    let handed = intake::read(&Sources::default(), &mut answer.as_bytes()).expect("the answer is read");
    let request = Request { challenge, handed, seed: 5, asked: Asked::Code };
    let engine = Arc::clone(engine);
    let mut grade = wait(async move { engine.grade(request).await });
    let shared = grade.cases.iter().filter(|case| case.measured.shared).count();
    grade.cases.iter_mut().for_each(|case| case.measured = Measured::default());
    (grade, shared)
}

fn right() -> String {
    let golden = Bank::embedded().goldens(CHALLENGE).expect("they load").into_iter();
    golden.max_by_key(|golden| golden.floor).expect("there are some").answer.main().to_owned()
}

/// What passes for plain and leaves something that a later case could meet: the first case is the only one that shares.
const LEAVES_SOMETHING: &[(&str, &str)] = &[
    ("a patched function of a module", "import re\nre.compile = None\n"),
    ("a patched class", "import collections\ncollections.Counter.most_common = None\n"),
    ("a new name in a module", "import math\nmath.left = 1\n"),
];

/// What is not plain, or prints: nothing is shared.
const SHARES_NOTHING: &[(&str, &str)] = &[
    ("a thread", "import threading\nthreading.Thread(target=print).start()\n"),
    ("a patched built-in", "import builtins\nbuiltins.sorted = lambda *a, **k: []\n"),
    ("a file", "open('left', 'w').close()\n"),
    ("an exit handler", "import atexit\natexit.register(print)\n"),
    ("an environment", "import os\nos.environ['LEFT'] = '1'\n"),
    ("a print", "print('loading')\n"),
];

#[test]
fn cases_of_a_plain_answer_share_a_process_and_say_the_same() {
    needs_boxes!();
    let (together, apart) = (engine(false), engine(true));
    let (one, shared) = grade(&together, &right());
    let (other, none) = grade(&apart, &right());
    assert_eq!((shared, none), (one.cases.len(), 0));
    assert!(one.cases.iter().all(|case| case.outcome == Outcome::Met));
    assert_eq!(one, other);
}

#[test]
fn what_an_answer_leaves_behind_ends_the_sharing() {
    needs_boxes!();
    let (together, apart) = (engine(false), engine(true));
    let most = |most: usize| move |(what, line): &(&'static str, &'static str)| (*what, *line, most);
    for (what, line, most) in LEAVES_SOMETHING.iter().map(most(1)).chain(SHARES_NOTHING.iter().map(most(0))) {
        let answer = format!("{}\n{line}", right());
        let (one, shared) = grade(&together, &answer);
        let (other, _) = grade(&apart, &answer);
        assert!(shared <= most, "{what}: {shared} cases shared a process");
        assert!(one.cases.iter().any(|case| case.outcome == Outcome::Met), "{what}");
        assert_eq!(one, other, "{what}");
    }
}

#[test]
fn a_case_that_is_not_met_together_is_settled_alone() {
    needs_boxes!();
    let late = "def create_multipliers(n=5):\n    return [lambda x: x * i for i in range(n)]\n";
    let (together, apart) = (engine(false), engine(true));
    let (one, shared) = grade(&together, late);
    let (other, _) = grade(&apart, late);
    let met = one.cases.iter().filter(|case| case.outcome == Outcome::Met).count();
    assert!(0 < met && met < one.cases.len());
    assert_eq!(shared, met);
    assert_eq!(one, other);
}
