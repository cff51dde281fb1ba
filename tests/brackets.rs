//! The bracket counter agrees with a stack, with PyTorch and with numpy. `fixtures/brackets.py` made the numbers.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod fixture;

use engine::trace::CellKind;
use engine::train::{Batch, Target};
use fixture::Fixture;
use learn::counter::{Trait, answers, follows_in, read_text, right_on, states};
use learn::task::brackets::{CHARACTERS, classes, opened};
use model::lab::Head;

const WITHIN: f64 = 1e-12;

fn are_near(own: &[f64], torch: &[f64], what: &str) {
    assert_eq!(own.len(), torch.len(), "{what}");
    for (own, torch) in own.iter().zip(torch) {
        assert!((own - torch).abs() <= WITHIN * torch.abs().max(1.0), "{what}: {own}, PyTorch {torch}");
    }
}

/// A table of whole numbers, row by row.
fn whole(torch: &Fixture, name: &str) -> Vec<Vec<usize>> {
    torch.matrix(name).row_iter().map(|row| row.iter().map(|x| *x as usize).collect()).collect()
}

fn head(torch: &Fixture, cell: CellKind) -> Head {
    let rows = torch.matrix(&format!("{}/head", cell.key()));
    Head {
        rows: rows.row_iter().map(|row| row.iter().copied().collect()).collect(),
        bias: torch.vector(&format!("{}/head_bias", cell.key())),
    }
}

#[test]
fn what_closes_next_is_what_a_stack_says() {
    let torch = Fixture::load("brackets");
    let (answers, depth, quoted) = (whole(&torch, "answers"), whole(&torch, "depth"), whole(&torch, "quoted"));
    for (n, text) in whole(&torch, "symbols").iter().enumerate() {
        assert_eq!(classes(text).as_ref(), Some(&answers[n]));
        let opened = opened(text).unwrap();
        assert_eq!(opened.iter().map(|now| now.depth).collect::<Vec<_>>(), depth[n]);
        assert_eq!(opened.iter().map(|now| usize::from(now.quoted)).collect::<Vec<_>>(), quoted[n]);
    }
}

#[test]
fn states_and_answers_are_pytorchs() {
    let torch = Fixture::load("brackets");
    let texts = whole(&torch, "symbols");
    let right = whole(&torch, "answers");
    for cell in CellKind::ALL {
        let (parameters, head) = (torch.parameters(cell, ""), head(&torch, cell));
        let held = torch.matrix(&format!("{}/states", cell.key()));
        let layer = read_text(&parameters, &texts[0]);
        for unit in 0..parameters.hidden() {
            let column: Vec<f64> = held.column(unit).iter().copied().collect();
            are_near(&states(&layer, unit), &column, cell.name());
        }
        let given = whole(&torch, &format!("{}/given", cell.key()));
        for (text, given) in texts.iter().zip(&given) {
            assert_eq!(&answers(&read_text(&parameters, text), &head), given);
        }
        let are_right = given.iter().flatten().zip(right.iter().flatten()).filter(|(given, right)| given == right);
        assert_eq!(right_on(&parameters, &head, &texts), (are_right.count(), texts.concat().len()));
    }
}

#[test]
fn correlations_and_lines_are_numpys() {
    let torch = Fixture::load("brackets");
    let texts = whole(&torch, "symbols");
    let (sequences, steps, inputs) = (texts.len(), texts[0].len(), CHARACTERS.len());
    let mut x = vec![0.0; steps * sequences * inputs];
    for (sequence, text) in texts.iter().enumerate() {
        for (t, character) in text.iter().enumerate() {
            x[(t * sequences + sequence) * inputs + character] = 1.0;
        }
    }
    let batch = Batch { steps, sequences, x, asked: vec![], target: Target::Class(vec![]), ..Batch::default() };
    for cell in CellKind::ALL {
        let found = follows_in(&torch.parameters(cell, ""), &batch);
        let correlation = torch.matrix(&format!("{}/correlation", cell.key()));
        let lines = torch.matrices(&format!("{}/line", cell.key()));
        for (n, (of, follows)) in Trait::ALL.into_iter().zip(&found).enumerate() {
            let what = format!("{} {of:?}", cell.name());
            let own = |of: fn(&learn::counter::Follows) -> f64| follows.iter().map(of).collect::<Vec<_>>();
            are_near(&own(|own| own.r), &correlation.row(n).iter().copied().collect::<Vec<_>>(), &what);
            are_near(&own(|own| own.slope), &lines[n].column(0).iter().copied().collect::<Vec<_>>(), &what);
            are_near(&own(|own| own.at_zero), &lines[n].column(1).iter().copied().collect::<Vec<_>>(), &what);
        }
    }
}
