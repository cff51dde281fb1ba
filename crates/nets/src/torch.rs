//! The names of PyTorch: `weight_ih_l0` and so on of a module, `weight_ih` and so on of a cell, after any prefix.

use std::collections::BTreeMap;

use engine::trace::{CellKind, Parameters};
use nalgebra::DVector;

use crate::fault::{Fault, MOST_LAYERS, Unsupported};
use crate::network::{Network, Note};
use crate::tensor::{Tensor, Tensors};

/// What a layer is made of, in the order of [`Layer::parts`].
const PARTS: [&str; 4] = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"];
/// The weights of a projection.
const PROJECTION: &str = "weight_hr";
/// How the names of the other direction end.
const REVERSE: &str = "_reverse";

/// A tensor's name, taken apart.
struct Name<'a> {
    prefix: &'a str,
    part: &'static str,
    layer: usize,
    is_reverse: bool,
}

impl<'a> Name<'a> {
    /// Of `encoder.lstm.weight_ih_l0_reverse` the prefix `encoder.lstm.`, the part `weight_ih`, layer 0, the other direction.
    fn of(name: &'a str) -> Option<Self> {
        let (part, at) =
            PARTS.into_iter().chain([PROJECTION]).find_map(|part| name.rfind(part).map(|at| (part, at)))?;
        let (prefix, rest) = (&name[..at], &name[at + part.len()..]);
        let (rest, is_reverse) = rest.strip_suffix(REVERSE).map_or((rest, false), |rest| (rest, true));
        let layer = match rest.strip_prefix("_l") {
            Some(number) => number.parse().ok()?,
            None if rest.is_empty() => 0,
            None => return None,
        };
        Some(Self { prefix, part, layer, is_reverse })
    }
}

/// The tensors of a layer, with their names in the file.
#[derive(Default)]
struct Layer<'a> {
    parts: [Option<(&'a str, &'a Tensor)>; 4],
}

/// The networks whose tensors have such names, in the order of their prefixes; and the names that were used.
pub(crate) fn networks(tensors: &Tensors) -> Result<(Vec<Network>, Vec<&str>), Fault> {
    let mut stacks: BTreeMap<&str, BTreeMap<usize, Layer>> = BTreeMap::new();
    let mut used = vec![];
    for (name, kind) in &tensors.others {
        if Name::of(name).is_some() {
            let kind = Unsupported::Kind { tensor: name.clone(), kind: kind.clone() };
            return Err(Fault::Unsupported(kind));
        }
    }
    for (name, tensor) in &tensors.all {
        let Some(Name { prefix, part, layer, is_reverse }) = Name::of(name) else { continue };
        if is_reverse {
            return Err(Fault::Unsupported(Unsupported::BothDirections(name.clone())));
        }
        let Some(place) = PARTS.iter().position(|own| *own == part) else {
            return Err(Fault::Unsupported(Unsupported::Projection(name.clone())));
        };
        stacks.entry(prefix).or_default().entry(layer).or_default().parts[place] = Some((name, tensor));
        used.push(name.as_str());
    }
    let networks = stacks.into_iter().map(|(prefix, layers)| network(prefix, &layers));
    Ok((networks.collect::<Result<_, _>>()?, used))
}

fn network(prefix: &str, layers: &BTreeMap<usize, Layer>) -> Result<Network, Fault> {
    if layers.len() > MOST_LAYERS {
        return Err(Fault::Unsupported(Unsupported::Layers(layers.len())));
    }
    let mut network = Network { name: prefix.trim_end_matches('.').to_owned(), layers: vec![], notes: vec![] };
    for place in 0..layers.len() {
        let missing = || Fault::Missing(format!("{prefix}{}_l{place}", PARTS[0]));
        let layer = layers.get(&place).ok_or_else(missing)?;
        let below = network.layers.last().map(|own: &Parameters| (own.cell, own.weight_hh.ncols()));
        let own = layer.parameters(prefix, place, below)?;
        if layer.parts[2].is_none() && !network.notes.contains(&Note::NoBiases) {
            network.notes.push(Note::NoBiases);
        }
        network.layers.push(own);
    }
    if network.layers[0].cell == CellKind::Rnn {
        network.notes.push(Note::TanhAssumed);
    }
    Ok(network)
}

impl Layer<'_> {
    /// The weights, each held to the shape that the others ask for. `below` is the cell and the units of the layer below.
    fn parameters(&self, prefix: &str, place: usize, below: Option<(CellKind, usize)>) -> Result<Parameters, Fault> {
        let ending = |part: &str| {
            let is_cell = self.parts.iter().flatten().any(|(name, _)| PARTS.iter().any(|own| name.ends_with(own)));
            if is_cell { format!("{prefix}{part}") } else { format!("{prefix}{part}_l{place}") }
        };
        let part = |at: usize| self.parts[at].ok_or_else(|| Fault::Missing(ending(PARTS[at])));
        let ((ih_name, ih), (hh_name, hh)) = (part(0)?, part(1)?);
        let (cell, hidden) = cell_of(hh_name, &hh.shape, below)?;
        let rows = cell.blocks().len() * hidden;
        let input = match (below, &ih.shape[..]) {
            (Some((_, units)), _) => units,
            (None, [_, input]) => *input,
            (None, _) => 0,
        };
        let bias = |at: usize| match self.parts[at] {
            Some((name, tensor)) => tensor.vector(name, rows),
            None => Ok(DVector::zeros(rows)),
        };
        if self.parts[2].is_some() != self.parts[3].is_some() {
            part(2).and(part(3))?;
        }
        Ok(Parameters {
            weight_ih: ih.matrix(ih_name, rows, input)?,
            weight_hh: hh.matrix(hh_name, rows, hidden)?,
            bias_ih: bias(2)?,
            bias_hh: bias(3)?,
            ..Parameters::zeros(cell, 0, 0)
        })
    }
}

/// The cell and its units, from the shape of the recurrent weights: C·H × H.
fn cell_of(name: &str, shape: &[usize], below: Option<(CellKind, usize)>) -> Result<(CellKind, usize), Fault> {
    let no_cell = || Fault::NoCell { tensor: name.to_owned(), found: shape.to_vec() };
    let [rows, hidden] = shape else { return Err(no_cell()) };
    let cell = CellKind::ALL.into_iter().find(|cell| *hidden > 0 && cell.blocks().len() * hidden == *rows);
    let cell = cell.ok_or_else(no_cell)?;
    match below {
        Some((own, _)) if own != cell => Err(Fault::Shape {
            tensor: name.to_owned(),
            found: shape.to_vec(),
            expected: vec![own.blocks().len() * hidden, *hidden],
        }),
        _ => Ok((cell, *hidden)),
    }
}
