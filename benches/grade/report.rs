//! The figures as a table, as JSON and as a plot.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use super::contenders::Contender;
use super::jobs::Job;
use super::measure::Sample;

/// One job at one pace.
pub struct Table {
    job: String,
    pace: String,
    rounds: usize,
    rows: Vec<Row>,
    missing: Vec<&'static str>,
}

struct Row {
    name: &'static str,
    wall: [f64; 3],
    cpu: f64,
    foreign: f64,
    /// Time over viva's and over bare Python's within each round, the median of all.
    over_viva: f64,
    over_bare: f64,
}

impl Table {
    /// Everything in one place.
    pub fn of(
        job: &Job,
        pace: &str,
        contenders: &[Contender],
        rounds: &[Vec<Sample>],
        missing: &[&'static str],
    ) -> Self {
        let at = |name: &str| contenders.iter().position(|contender| contender.name == name);
        let (viva, bare) = (at("viva"), at("bare python3 -I -S"));
        let over = |one: usize, other: Option<usize>| {
            other.map_or(f64::NAN, |other| {
                quantile(rounds.iter().map(|round| round[one].wall_ms / round[other].wall_ms), 0.5)
            })
        };
        let row = |(one, contender): (usize, &Contender)| {
            let of = |figure: fn(&Sample) -> f64| rounds.iter().map(move |round| figure(&round[one]));
            let wall = [0.05, 0.5, 0.95].map(|share| quantile(of(|sample| sample.wall_ms), share));
            let mean = |figure: fn(&Sample) -> f64| of(figure).sum::<f64>() / rounds.len().max(1) as f64;
            let (cpu, foreign) = (mean(|sample| sample.cpu_ms), mean(|sample| sample.foreign_ms));
            let foreign = foreign / mean(|sample| sample.wall_ms);
            Row {
                name: contender.name,
                wall,
                cpu,
                foreign,
                over_viva: over(one, viva),
                over_bare: over(one, bare),
            }
        };
        let rows = contenders.iter().enumerate().map(row).collect();
        Self {
            job: job.name.clone(),
            pace: pace.to_owned(),
            rounds: rounds.len(),
            rows,
            missing: missing.to_vec(),
        }
    }

    /// For a terminal.
    pub fn text(&self) -> String {
        let mut text = format!(
            "\n{}, {}, {} rounds\n{:<36} {:>8} {:>8} {:>8} {:>8} {:>7} {:>7} {:>8}\n",
            self.job,
            self.pace,
            self.rounds,
            "milliseconds",
            "p5",
            "median",
            "p95",
            "CPU",
            "/viva",
            "/bare",
            "foreign"
        );
        for row in &self.rows {
            let [p5, median, p95] = row.wall;
            // Writing to a text cannot fail.
            let _ = writeln!(
                text,
                "{:<36} {p5:>8.2} {median:>8.2} {p95:>8.2} {:>8.2} {:>7.2} {:>7.2} {:>8.2}",
                row.name, row.cpu, row.over_viva, row.over_bare, row.foreign
            );
        }
        if !self.missing.is_empty() {
            let _ = writeln!(text, "not installed: {}", self.missing.join("; "));
        }
        text
    }

    fn json(&self) -> Value {
        let row = |row: &Row| {
            json!({
                "name": row.name, "p5_ms": row.wall[0], "median_ms": row.wall[1], "p95_ms": row.wall[2],
                "cpu_ms": row.cpu, "over_viva": row.over_viva, "over_bare": row.over_bare, "foreign_cores": row.foreign,
            })
        };
        json!({
            "job": self.job, "pace": self.pace, "rounds": self.rounds, "missing": self.missing,
            "contenders": self.rows.iter().map(row).collect::<Vec<_>>(),
        })
    }
}

fn quantile(values: impl Iterator<Item = f64>, share: f64) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let last = values.len().saturating_sub(1) as f64;
    values.get((last * share).round() as usize).copied().unwrap_or(f64::NAN)
}

/// The model of the CPU, how many there are, the kernel and the day.
fn machine() -> [String; 4] {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split(':').nth(1));
    let kernel = std::fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    // Only the version proper: what follows may name a machine.
    let kernel = kernel.split('-').next().unwrap_or_default().trim().to_owned();
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let day = std::process::Command::new("date").arg("+%Y-%m-%d").output();
    let day = day.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    [model.unwrap_or("a CPU").trim().to_owned(), format!("{cores} cores"), format!("Linux {kernel}"), day]
}

/// Writes what was asked for.
///
/// # Errors
/// When a file cannot be written.
pub fn write(tables: &[Table], json: Option<&Path>, svg: Option<&Path>) -> std::io::Result<()> {
    if let Some(path) = json {
        let all =
            json!({ "machine": machine(), "tables": tables.iter().map(Table::json).collect::<Vec<_>>() });
        std::fs::write(path, format!("{all:#}\n"))?;
    }
    match (svg, tables.first()) {
        (Some(path), Some(table)) => std::fs::write(path, plot(table)),
        _ => Ok(()),
    }
}

const WIDTH: f64 = 760.0;
const LEFT: f64 = 250.0;
const ROW: f64 = 24.0;
const TOP: f64 = 46.0;

/// Bars from p5 to p95 with the median marked, on a logarithmic scale, the fastest first.
fn plot(table: &Table) -> String {
    let mut rows: Vec<&Row> = table.rows.iter().collect();
    rows.sort_by(|one, other| one.wall[1].total_cmp(&other.wall[1]));
    let low = rows.iter().map(|row| row.wall[0]).fold(f64::MAX, f64::min).log10().floor();
    let high = rows.iter().map(|row| row.wall[2]).fold(0.0, f64::max).log10().ceil();
    let x = |ms: f64| LEFT + (ms.log10() - low) / (high - low) * (WIDTH - LEFT - 70.0);
    let height = TOP + ROW * rows.len() as f64 + 34.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>\n\
         <text x=\"12\" y=\"14\" font-size=\"14\" fill=\"#222\">Milliseconds to grade one answer ({}, {}): p5 to p95, median</text>\n",
        table.job, table.pace
    );
    for exponent in low as i32..=high as i32 {
        let (ms, at) = (10_f64.powi(exponent), x(10_f64.powi(exponent)));
        let bottom = height - 30.0;
        let _ = writeln!(
            svg,
            "<line x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{:.0}\" y2=\"{bottom:.0}\" stroke=\"#ddd\"/>\
             <text x=\"{at:.1}\" y=\"{:.0}\" text-anchor=\"middle\" fill=\"#666\">{ms}</text>",
            TOP - 14.0,
            TOP - 6.0 - 10.0
        );
    }
    for (number, row) in rows.iter().enumerate() {
        let y = TOP + ROW * number as f64;
        let [p5, median, p95] = row.wall.map(x);
        let colour = if row.name.starts_with("viva") { "#2a6f97" } else { "#b0b7bf" };
        let _ = writeln!(
            svg,
            "<text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"#222\">{}</text>\
             <rect x=\"{p5:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"12\" fill=\"{colour}\"/>\
             <line x1=\"{median:.1}\" x2=\"{median:.1}\" y1=\"{:.1}\" y2=\"{:.1}\" stroke=\"#111\" stroke-width=\"2\"/>\
             <text x=\"{:.1}\" y=\"{:.1}\" fill=\"#222\">{:.1}</text>",
            LEFT - 10.0,
            y + 14.0,
            row.name,
            y + 4.0,
            (p95 - p5).max(2.0),
            y + 2.0,
            y + 18.0,
            p95 + 6.0,
            y + 14.0,
            row.wall[1]
        );
    }
    let [model, cores, kernel, day] = machine();
    let _ = writeln!(
        svg,
        "<text x=\"12\" y=\"{:.0}\" fill=\"#666\">{model}, {cores}, {kernel}; {} rounds, {day}</text>\n</svg>",
        height - 10.0,
        table.rounds
    );
    svg
}
