//! The identity of a training run: a text that lists everything that determines its result. A saved run belongs to a
//! setup only if their identities are equal. Saved files hold the text and are named by its hash, so no part of it may
//! change.

use std::fmt::Write;

use super::setup::Setup;
use engine::cure::Scheme;
use engine::hash::fnv1a;
use engine::trace::{CellKind, Form, Quantity, Road};
use engine::train::{Rule, Schedule};

impl Setup {
    /// The identity of this setup's run with a cell: `name=value;` for everything that determines the run.
    #[must_use]
    pub fn identity(&self, cell: CellKind) -> String {
        let Self {
            level,
            units,
            layers,
            rule,
            rate,
            schedule,
            clip,
            dropout,
            sequences,
            parts,
            scheme,
            bias,
            seed,
            seeds,
            steps,
            until,
            chunk,
            equal,
            patience,
            cases,
            forms,
        } = self;
        let rule = match rule {
            Rule::Sgd => "sgd".to_owned(),
            Rule::Momentum => "momentum".to_owned(),
            Rule::RmsProp => "rmsprop".to_owned(),
            Rule::Adam => "adam".to_owned(),
            Rule::AdamW(decay) => format!("adamw {decay}"),
        };
        let schedule = match schedule {
            Schedule::Constant => "constant".to_owned(),
            Schedule::Cosine => "cosine".to_owned(),
            Schedule::Halving { every } => format!("halving {every}"),
            Schedule::Warmup { steps } => format!("warmup {steps}"),
        };
        let scheme = Scheme::ALL.iter().find(|(own, _)| own == scheme).map_or("", |(_, key)| key);
        let form = form(forms[cell as usize], cell);
        let fields: [(&str, String); 24] = [
            ("cell", cell.key().into()),
            ("task", level.task.key.into()),
            ("knob", level.knob.to_string()),
            ("window", level.window.to_string()),
            ("own", level.own.clone()),
            ("raw", level.raw.to_string()),
            ("units", units.to_string()),
            ("layers", layers.to_string()),
            ("rule", rule),
            ("rate", rate.to_string()),
            ("schedule", schedule),
            ("clip", clip.to_string()),
            ("dropout", dropout.to_string()),
            ("sequences", sequences.to_string()),
            ("parts", parts.to_string()),
            ("scheme", scheme.into()),
            ("bias", bias.to_string()),
            ("seed", seed.to_string()),
            ("seeds", seeds.to_string()),
            ("steps", steps.to_string()),
            ("until", until.to_string()),
            ("chunk", chunk.to_string()),
            ("equal", equal.to_string()),
            ("patience", patience.to_string()),
        ];
        // Runs that were saved before a set could be small have no such field.
        let cases = (*cases > 0).then(|| cases.to_string());
        let cases = cases.iter().map(|cases| ("cases", &**cases));
        // Nor those from before a network of a person's own could learn on.
        let net = self.begins_with(cell).map(|net| net.to_string());
        let net = net.iter().map(|net| ("net", &**net));
        let mut text = String::new();
        for (name, value) in
            fields.iter().map(|(name, value)| (*name, value.as_str())).chain(cases).chain(net).chain([("form", &*form)])
        {
            // Writing to a String cannot fail.
            let _ = write!(text, "{name}={value};");
        }
        text
    }

    /// The name of the browser's file that holds the saved run of a cell: [`RUN`], the FNV-1a hash of its identity in
    /// 16 hexadecimal digits, and the cell.
    #[must_use]
    pub fn file(&self, cell: CellKind) -> String {
        format!("{RUN}{:016x}-{}", fnv1a(self.identity(cell).as_bytes()), cell.key())
    }
}

/// The prefix of the names of saved runs' files.
pub const RUN: &str = "run-";

/// How a cell differs from PyTorch's, as it stands in the identity; empty where it does not. Roads closed in the
/// backward pass only are left out: [`Setup::new`] opens them.
fn form(form: Form, cell: CellKind) -> String {
    let flags = [
        ("relu", form.relu),
        ("reset_before", form.reset_before),
        ("linear_candidate", form.linear_candidate),
        ("linear_output", form.linear_output),
        ("coupled", form.coupled),
    ];
    let flags = flags.into_iter().filter(|(_, on)| *on).map(|(name, _)| name.to_owned());
    let held = |gate: &Quantity| form.frozen(*gate).map(|at| format!("{}={at}", gate.key()));
    let shut = |road: &&Road| form.closed(**road);
    let shut = cell.roads().iter().filter(shut).map(|road| format!("closed {}", road.key()));
    flags.chain(cell.gates().iter().filter_map(held)).chain(shut).collect::<Vec<_>>().join(",")
}

/// The content of a file with a header that reveals an interrupted write: `count` (8 bytes, little-endian), the
/// content's FNV-1a hash (8 bytes, little-endian), the content. `count` tells which of two copies is newer.
#[must_use]
pub fn framed(count: u64, bytes: &[u8]) -> Vec<u8> {
    let mut framed = count.to_le_bytes().to_vec();
    framed.extend(fnv1a(bytes).to_le_bytes());
    framed.extend(bytes);
    framed
}

/// Count and content of what [`framed`] wrote; `None` if it is too short or its hash does not match.
#[must_use]
pub fn unframed(framed: &[u8]) -> Option<(u64, Vec<u8>)> {
    let (head, bytes) = framed.split_at_checked(16)?;
    let number = |at: usize| head[at..at + 8].try_into().map(u64::from_le_bytes).ok();
    (number(8)? == fnv1a(bytes)).then_some((number(0)?, bytes.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::Sets;
    use model::settings::State;

    fn setup(fragment: &str) -> Setup {
        Setup::new(&State::from_fragment(fragment).0.settings, &Sets::default()).0
    }

    #[test]
    fn whatever_a_run_follows_from_changes_its_identity() {
        let changes = [
            "",
            "task=copy",
            "t_knob=11",
            "task=co2&t_window=30",
            "task=co2",
            "task=co2&t_raw=yes",
            "t_units=9",
            "t_layers=2",
            "t_rule=sgd",
            "t_rule=adamw",
            "t_rate=0.02",
            "t_schedule=cosine",
            "t_schedule=halving",
            "t_schedule=warmup",
            "t_clip=2",
            "t_dropout=0.1",
            "t_batch=8",
            "t_parts=2",
            "t_start=pytorch",
            "t_bias=2",
            "t_seed=4",
            "t_seeds=2",
            "t_steps=77",
            "t_until=0.5",
            "t_chunk=5",
            "t_equal=yes",
            "t_patience=3",
            "t_cases=64",
            "forget=1",
            "coupled=yes",
            "linear_output=yes",
            "linear_candidate=yes",
            "task=own_series&t_own=own-series-01",
            "task=own_series",
        ];
        let mut all: Vec<String> = changes.iter().map(|change| setup(change).identity(CellKind::Lstm)).collect();
        all.extend([CellKind::Rnn, CellKind::Gru].map(|cell| setup("").identity(cell)));
        all.extend(["relu=yes"].map(|form| setup(form).identity(CellKind::Rnn)));
        all.extend(["reset_before=yes", "update=0.5", "reset=1"].map(|form| setup(form).identity(CellKind::Gru)));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count, "each is another");
    }

    #[test]
    fn what_concerns_another_cell_or_the_lab_changes_nothing() {
        let own = setup("").file(CellKind::Lstm);
        for other in
            ["relu=yes", "reset_before=yes", "gain=2", "picture=chain", "units=5", "closed=lstm.carry", "trained=7"]
        {
            assert_eq!(setup(other).file(CellKind::Lstm), own, "{other}");
        }
    }

    #[test]
    fn a_torn_copy_is_not_read() {
        let copy = framed(7, b"weights");
        assert_eq!(unframed(&copy), Some((7, b"weights".to_vec())));
        assert_eq!(unframed(&copy[..copy.len() - 1]), None);
        assert_eq!(unframed(&copy[..9]), None);
        assert_eq!(unframed(&framed(1, b"")), Some((1, vec![])));
    }
}
