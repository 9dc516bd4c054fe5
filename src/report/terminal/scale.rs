//! The suggested range drawn on the five-point scale, and how much of each tier holds.
//!
//! Must not decide the range.

use super::page::{Line, Page, Role};
use crate::model::evidence::Hint;
use crate::model::score::{Score, Tier};

/// Draws `Strong No · No · [ Maybe ─── Yes ] · Strong Yes`.
pub fn draw(page: &mut Page, hint: &Hint) {
    let mut line = Line::new();
    for score in Score::ALL {
        let inside = (hint.floor..=hint.ceiling).contains(&score);
        if score > Score::StrongNo {
            let between = if inside && score > hint.floor { " ─── " } else { " · " };
            let role = if inside && score > hint.floor { role_of(hint) } else { Role::Faint };
            line = line.push(role, between);
        }
        if score == hint.floor {
            line = line.push(role_of(hint), "[ ");
        }
        line = line.push(if inside { role_of(hint) } else { Role::Faint }, score.name());
        if score == hint.ceiling {
            line = line.push(role_of(hint), " ]");
        }
    }
    page.blank();
    page.put(line.right(Role::Strong, &numbers(hint)));
}

fn numbers(hint: &Hint) -> String {
    if hint.floor == hint.ceiling {
        format!("suggests {}", hint.floor.number())
    } else {
        format!("suggests {} to {}", hint.floor.number(), hint.ceiling.number())
    }
}

fn role_of(hint: &Hint) -> Role {
    if hint.floor >= Score::Yes {
        Role::Good
    } else if hint.ceiling <= Score::No {
        Role::Bad
    } else {
        Role::Open
    }
}

/// Writes `Core 4/4 · Solid 2/3 · Deep 1/2` and the points.
pub fn tallies(page: &mut Page, tallies: &[(Tier, usize, usize)], points: (u32, u32)) {
    let mut line = Line::new();
    for (at, (tier, met, all)) in tallies.iter().enumerate() {
        if at > 0 {
            line = line.push(Role::Faint, " · ");
        }
        let role = if met == all { Role::Good } else { Role::Plain };
        line = line.push(role, &format!("{} {met}/{all}", tier_name(*tier)));
    }
    page.put(line.right(Role::Faint, &format!("{} of {} points", points.0, points.1)));
}

/// `Core`, `Solid` or `Deep`.
pub fn tier_name(tier: Tier) -> &'static str {
    match tier {
        Tier::Maybe => "Core",
        Tier::Yes => "Solid",
        Tier::StrongYes => "Deep",
    }
}
