//! The arrays of Keras: kernel (I × C·H), recurrent kernel (H × C·H) and bias, in the order of `get_weights()` or by the paths of
//! its files. Its gates stand in the order i, f, c, o (LSTM) and z, r, h (GRU).

use std::collections::BTreeMap;

use engine::trace::{CellKind, Form, Parameters};
use nalgebra::{DMatrix, DVector};

use crate::fault::{Fault, MOST_LAYERS, Unsupported};
use crate::network::{Network, Note};
use crate::tensor::{Tensor, Tensors};

/// How NumPy names arrays that were saved without a name.
const UNNAMED: &str = "arr_";

/// The network whose layers are such arrays, one after another, if they have no names; and the names that were used.
pub(crate) fn unnamed(tensors: &Tensors) -> Result<Option<(Network, Vec<&str>)>, Fault> {
    let number = |name: &str| name.strip_prefix(UNNAMED).and_then(|number| number.parse::<usize>().ok());
    let mut arrays: Vec<(usize, &str, &Tensor)> =
        tensors.all.iter().filter_map(|(name, own)| Some((number(name)?, name.as_str(), own))).collect();
    arrays.sort_by_key(|own| own.0);
    let arrays: Vec<(&str, &Tensor)> = arrays.into_iter().map(|(_, name, own)| (name, own)).collect();
    let is_pair = |at: usize| {
        let sides = |at: usize| arrays.get(at).filter(|(_, own)| own.shape.len() == 2).map(|(_, own)| &own.shape[..]);
        matches!((sides(at), sides(at + 1)), (Some([_, rows]), Some([hidden, own])) if rows == own && cell(*hidden, *rows).is_some())
    };
    let (mut network, mut used, mut at) = (Network::default(), vec![], 0);
    while is_pair(at) {
        let (kernel, recurrent) = (arrays[at], arrays[at + 1]);
        let hidden = recurrent.1.shape[0];
        let is_bias = |own: &&(&str, &Tensor)| match &own.1.shape[..] {
            [rows] | [2, rows] => *rows == recurrent.1.shape[1] && (own.1.shape.len() == 1 || *rows == 3 * hidden),
            _ => false,
        };
        // A kernel of two inputs has the form of two biases; a recurrent kernel would have to follow.
        let bias = arrays.get(at + 2).filter(is_bias).filter(|own| own.1.shape.len() == 1 || !is_pair(at + 2));
        let own = layer(kernel, recurrent, bias.copied(), &mut network.notes)?;
        if let Some(below) = network.layers.last()
            && (own.cell != below.cell || own.weight_ih.ncols() != below.weight_hh.ncols())
        {
            break;
        }
        network.layers.push(own);
        let count = 2 + usize::from(bias.is_some());
        used.extend(arrays[at..at + count].iter().map(|own| own.0));
        at += count;
    }
    match network.layers.len() {
        0 => Ok(None),
        1..=MOST_LAYERS => Ok(Some((network, used))),
        layers => Err(Fault::Unsupported(Unsupported::Layers(layers))),
    }
}

/// What a layer's arrays are called, the older way and, in a cell, the newer: kernel, recurrent kernel, bias.
const NAMED: [&str; 3] = ["kernel", "recurrent_kernel", "bias"];
const NUMBERED: [&str; 3] = ["cell/vars/0", "cell/vars/1", "cell/vars/2"];
/// What the path of a layer that reads in both directions holds.
const BOTH: [&str; 3] = ["bidirectional", "forward_layer", "backward_layer"];

/// The arrays of a layer with their names.
type Arrays<'a> = [Option<(&'a str, &'a Tensor)>; 3];

/// The networks whose layers' arrays have such paths; and the names that were used.
pub(crate) fn networks(tensors: &Tensors) -> Result<(Vec<Network>, Vec<&str>), Fault> {
    let mut layers: BTreeMap<(String, usize, &str), Arrays> = BTreeMap::new();
    for (name, tensor) in &tensors.all {
        let Some((base, place)) = part(name) else { continue };
        let (word, number) = counted(base);
        layers.entry((word, number, base)).or_default()[place] = Some((name, tensor));
    }
    layers.retain(|_, own| own[1].is_some());
    let (mut networks, mut used): (Vec<Network>, Vec<&str>) = (vec![], vec![]);
    let mut before = None;
    for ((word, _, base), own) in &layers {
        let name = base.trim_end_matches(['/', ':']);
        if BOTH.iter().any(|both| base.contains(both)) {
            return Err(Fault::Unsupported(Unsupported::BothDirections(name.to_owned())));
        }
        let Some(recurrent) = own[1] else { continue };
        let kernel = own[0].ok_or_else(|| Fault::Missing(format!("{base}{}", NAMED[0])))?;
        let mut notes = vec![];
        let made = layer(kernel, recurrent, own[2], &mut notes)?;
        used.extend(own.iter().flatten().map(|(name, _)| *name));
        // Layers of one word that fit on each other are one network.
        let fits = networks.last().and_then(|own| own.layers.last()).is_some_and(|below| {
            below.cell == made.cell && below.form == made.form && below.weight_hh.ncols() == made.weight_ih.ncols()
        });
        if !(fits && before == Some(word)) {
            networks.push(Network { name: name.to_owned(), ..Network::default() });
        }
        before = Some(word);
        if let Some(network) = networks.last_mut() {
            network.layers.push(made);
            notes.into_iter().for_each(|own| note(&mut network.notes, own));
        }
    }
    match networks.iter().map(|own| own.layers.len()).find(|layers| *layers > MOST_LAYERS) {
        Some(layers) => Err(Fault::Unsupported(Unsupported::Layers(layers))),
        None => Ok((networks, used)),
    }
}

/// Of an array's name the part before what it is called, and its place among a layer's arrays.
fn part(name: &str) -> Option<(&str, usize)> {
    let plain = name.strip_suffix(":0").unwrap_or(name);
    let numbered = || NUMBERED.iter().enumerate().find_map(|(place, own)| Some((plain.strip_suffix(own)?, place)));
    let named = || {
        let (base, last) = plain.rsplit_once('/')?;
        NAMED.iter().position(|own| *own == last).map(|place| (&plain[..=base.len()], place))
    };
    numbered().or_else(named)
}

/// The path of a layer without the number of its last counted part, and that number: of `layers/lstm_10/` 10, so that it comes
/// after `layers/lstm_2/`.
fn counted(base: &str) -> (String, usize) {
    let mut number = 0;
    let mut words = vec![];
    for word in base.split('/') {
        match word.rsplit_once('_').and_then(|(word, number)| Some((word, number.parse().ok()?))) {
            Some((word, own)) => {
                number = own;
                words.push(word);
            }
            None => words.push(word),
        }
    }
    (words.join("/"), number)
}

/// The cell whose recurrent kernel is H × C·H.
fn cell(hidden: usize, rows: usize) -> Option<CellKind> {
    CellKind::ALL.into_iter().find(|cell| hidden > 0 && cell.blocks().len() * hidden == rows)
}

/// A layer in PyTorch's order and layout.
pub(crate) fn layer(
    (kernel_name, kernel): (&str, &Tensor),
    (recurrent_name, recurrent): (&str, &Tensor),
    bias: Option<(&str, &Tensor)>,
    notes: &mut Vec<Note>,
) -> Result<Parameters, Fault> {
    let no_cell = || Fault::NoCell { tensor: recurrent_name.to_owned(), found: recurrent.shape.clone() };
    let [hidden, rows] = recurrent.shape[..] else { return Err(no_cell()) };
    let cell = cell(hidden, rows).ok_or_else(no_cell)?;
    let input = kernel.shape.first().copied().unwrap_or_default();
    let (ih, hh) = (kernel.matrix(kernel_name, input, rows)?, recurrent.matrix(recurrent_name, hidden, rows)?);
    let mut form = Form::default();
    let zeros = DVector::zeros(rows);
    let (bias_ih, bias_hh) = match (bias, cell) {
        (None, _) => {
            note(notes, Note::NoBiases);
            if cell == CellKind::Gru {
                note(notes, Note::ResetAfterAssumed);
            }
            (zeros.clone(), zeros)
        }
        (Some((name, bias)), CellKind::Gru) if bias.shape.len() == 2 => {
            let both = bias.matrix(name, 2, rows)?;
            (both.row(0).transpose(), both.row(1).transpose())
        }
        (Some((name, bias)), _) => {
            if cell == CellKind::Gru {
                form = form.with_reset_before();
                note(notes, Note::ResetBefore);
            }
            (bias.vector(name, rows)?, zeros)
        }
    };
    let turned = |own: &DMatrix<f64>| in_order(&own.transpose(), cell, hidden);
    let vector = |own: DVector<f64>| {
        let own = in_order(&DMatrix::from_column_slice(rows, 1, own.as_slice()), cell, hidden);
        DVector::from_column_slice(own.as_slice())
    };
    match cell {
        CellKind::Rnn => note(notes, Note::TanhAssumed),
        CellKind::Lstm => note(notes, Note::SigmoidAssumed),
        CellKind::Gru => [Note::GatesReordered, Note::SigmoidAssumed].into_iter().for_each(|own| note(notes, own)),
    }
    Ok(Parameters {
        form,
        weight_ih: turned(&ih),
        weight_hh: turned(&hh),
        bias_ih: vector(bias_ih),
        bias_hh: vector(bias_hh),
        ..Parameters::zeros(cell, 0, 0)
    })
}

/// A note is made once.
fn note(notes: &mut Vec<Note>, own: Note) {
    if !notes.contains(&own) {
        notes.push(own);
    }
}

/// The gates' blocks of rows in PyTorch's order: r, z, n of z, r, h. That of an LSTM is the same.
fn in_order(own: &DMatrix<f64>, cell: CellKind, hidden: usize) -> DMatrix<f64> {
    let order: &[usize] = if cell == CellKind::Gru { &[1, 0, 2] } else { &[0, 1, 2, 3][..cell.blocks().len()] };
    let mut turned = own.clone();
    for (to, from) in order.iter().enumerate() {
        turned.rows_mut(to * hidden, hidden).copy_from(&own.rows(from * hidden, hidden));
    }
    turned
}
