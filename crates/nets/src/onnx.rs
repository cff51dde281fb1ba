//! Models of ONNX: a graph of nodes, of which those named RNN, GRU and LSTM are read. The gates stand in the order i, o, f, c
//! (LSTM) and z, r, h (GRU), and every layer has both biases in one row.
//! (<https://onnx.ai/onnx/operators/onnx__LSTM.html>)

use std::collections::HashMap;

use engine::trace::{CellKind, Form, Parameters};
use half::{bf16, f16};
use nalgebra::{DMatrix, DVector};
use prost::Message;

use crate::fault::{Fault, MOST_LAYERS, Unsupported};
use crate::network::{Network, Note};
use crate::tensor::{Float, Tensor};

/// Of a model what is needed.
#[derive(Clone, PartialEq, Message)]
struct Model {
    #[prost(int64, tag = "1")]
    ir_version: i64,
    #[prost(message, optional, tag = "7")]
    graph: Option<Graph>,
}

#[derive(Clone, PartialEq, Message)]
struct Graph {
    #[prost(message, repeated, tag = "1")]
    node: Vec<Node>,
    #[prost(message, repeated, tag = "5")]
    initializer: Vec<Stored>,
}

#[derive(Clone, PartialEq, Message)]
struct Node {
    #[prost(string, repeated, tag = "1")]
    input: Vec<String>,
    #[prost(string, repeated, tag = "2")]
    output: Vec<String>,
    #[prost(string, tag = "3")]
    name: String,
    #[prost(string, tag = "4")]
    op_type: String,
    #[prost(message, repeated, tag = "5")]
    attribute: Vec<Attribute>,
}

#[derive(Clone, PartialEq, Message)]
struct Attribute {
    #[prost(string, tag = "1")]
    name: String,
    #[prost(float, tag = "2")]
    f: f32,
    #[prost(int64, tag = "3")]
    i: i64,
    #[prost(bytes = "vec", tag = "4")]
    s: Vec<u8>,
    #[prost(message, optional, tag = "5")]
    t: Option<Stored>,
    #[prost(bytes = "vec", repeated, tag = "9")]
    strings: Vec<Vec<u8>>,
}

/// A tensor as it is stored.
#[derive(Clone, PartialEq, Message)]
struct Stored {
    #[prost(int64, repeated, tag = "1")]
    dims: Vec<i64>,
    #[prost(int32, tag = "2")]
    data_type: i32,
    #[prost(float, repeated, tag = "4")]
    float_data: Vec<f32>,
    #[prost(int32, repeated, tag = "5")]
    int32_data: Vec<i32>,
    #[prost(string, tag = "8")]
    name: String,
    #[prost(bytes = "vec", tag = "9")]
    raw_data: Vec<u8>,
    #[prost(double, repeated, tag = "10")]
    double_data: Vec<f64>,
    /// 1: the numbers lie in another file.
    #[prost(int32, tag = "14")]
    data_location: i32,
}

/// The kinds of numbers, as ONNX counts them.
const FLOAT: i32 = 1;
const FLOAT16: i32 = 10;
const DOUBLE: i32 = 11;
const BFLOAT16: i32 = 16;

/// Where a node has its inputs.
const W: usize = 1;
const R: usize = 2;
const B: usize = 3;
const INITIAL: [usize; 2] = [5, 6];
const PEEPHOLES: usize = 7;

/// Whether a file may be one: it begins with the version of its form.
pub(crate) fn is(bytes: &[u8]) -> bool {
    matches!(bytes, [0x08, 1..=30, ..])
}

/// Networks, the names of tensors that belong to none, and how wide numbers are.
type Read = (Vec<Network>, Vec<String>, Vec<Float>);

/// Reads the networks of a model.
pub(crate) fn read(bytes: &[u8]) -> Result<Read, Fault> {
    let model = Model::decode(bytes).map_err(|error| Fault::Damaged(error.to_string()))?;
    let graph = model.graph.unwrap_or_default();
    let constants = graph.node.iter().filter(|node| node.op_type == "Constant").filter_map(|node| {
        let value = node.attribute.iter().find(|own| own.name == "value")?.t.as_ref()?;
        Some((node.output.first()?.as_str(), value))
    });
    let stored: HashMap<&str, &Stored> =
        graph.initializer.iter().map(|own| (own.name.as_str(), own)).chain(constants).collect();
    let (mut networks, mut used, mut floats): (Vec<Network>, Vec<&str>, Vec<Float>) = (vec![], vec![], vec![]);
    for node in &graph.node {
        let Some(cell) = cell_of(&node.op_type) else { continue };
        let reader = Reader { node, stored: &stored, cell };
        let (layer, mut notes) = reader.layer(&mut floats)?;
        used.extend(node.input.iter().map(String::as_str));
        let fits = networks.last().and_then(|own| own.layers.last()).is_some_and(|below: &Parameters| {
            below.cell == cell && below.form == layer.form && below.weight_hh.ncols() == layer.weight_ih.ncols()
        });
        match networks.last_mut().filter(|_| fits) {
            Some(network) => {
                network.layers.push(layer);
                notes.retain(|own| !network.notes.contains(own));
                network.notes.extend(notes);
            }
            None => networks.push(Network { name: node.name.clone(), layers: vec![layer], notes }),
        }
    }
    if let Some(layers) = networks.iter().map(|own| own.layers.len()).find(|layers| *layers > MOST_LAYERS) {
        return Err(Fault::Unsupported(Unsupported::Layers(layers)));
    }
    let left = graph.initializer.iter().map(|own| own.name.clone()).filter(|own| !used.contains(&own.as_str()));
    let left = left.collect();
    if networks.is_empty() {
        return Err(Fault::NoNetwork(left));
    }
    Ok((networks, left, floats))
}

fn cell_of(kind: &str) -> Option<CellKind> {
    match kind {
        "RNN" => Some(CellKind::Rnn),
        "GRU" => Some(CellKind::Gru),
        "LSTM" => Some(CellKind::Lstm),
        _ => None,
    }
}

/// One node.
struct Reader<'a> {
    node: &'a Node,
    stored: &'a HashMap<&'a str, &'a Stored>,
    cell: CellKind,
}

impl Reader<'_> {
    fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.node.attribute.iter().find(|own| own.name == name)
    }

    fn has(&self, has: impl Into<String>) -> Fault {
        let node = self.node;
        let layer = if node.name.is_empty() { &node.op_type } else { &node.name };
        Fault::Unsupported(Unsupported::Layer { layer: layer.clone(), has: has.into() })
    }

    /// The name of an input; none where it is left out.
    fn input(&self, place: usize) -> Option<&str> {
        self.node.input.get(place).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// An input's numbers.
    fn tensor(&self, place: usize, floats: &mut Vec<Float>) -> Result<Option<(&str, Tensor)>, Fault> {
        let Some(name) = self.input(place) else { return Ok(None) };
        let stored = self.stored.get(name).ok_or_else(|| Fault::Missing(name.to_owned()))?;
        let tensor = tensor(name, stored)?;
        if !floats.contains(&tensor.float) {
            floats.push(tensor.float);
        }
        Ok(Some((name, tensor)))
    }

    /// What a node asks for that the page's cells do not have is refused.
    fn check(&self) -> Result<Form, Fault> {
        let text = |own: &[u8]| String::from_utf8_lossy(own).into_owned();
        let mut form = Form::default();
        match self.attribute("direction").map(|own| text(&own.s)).as_deref() {
            None | Some("forward") => {}
            Some("bidirectional") => {
                return Err(Fault::Unsupported(Unsupported::BothDirections(self.node.name.clone())));
            }
            Some(other) => return Err(self.has(format!("direction={other}"))),
        }
        let kinds: Vec<String> =
            self.attribute("activations").map_or(vec![], |own| own.strings.iter().map(|own| text(own)).collect());
        let usual: &[&str] = match self.cell {
            CellKind::Rnn => &["Tanh"],
            CellKind::Gru => &["Sigmoid", "Tanh"],
            CellKind::Lstm => &["Sigmoid", "Tanh", "Tanh"],
        };
        match kinds.iter().map(String::as_str).collect::<Vec<_>>() {
            own if own.is_empty() || own == usual => {}
            own if self.cell == CellKind::Rnn && own == ["Relu"] => form = form.with_relu(),
            own => return Err(self.has(format!("activations={}", own.join(",")))),
        }
        if self.attribute("clip").is_some_and(|own| own.f != 0.0) {
            return Err(self.has("clip"));
        }
        if self.attribute("input_forget").is_some_and(|own| own.i != 0) {
            return Err(self.has("input_forget=1"));
        }
        if self.input(PEEPHOLES).is_some() {
            return Err(self.has("peepholes"));
        }
        if self.cell == CellKind::Gru && self.attribute("linear_before_reset").is_none_or(|own| own.i == 0) {
            form = form.with_reset_before();
        }
        Ok(form)
    }

    fn layer(&self, floats: &mut Vec<Float>) -> Result<(Parameters, Vec<Note>), Fault> {
        let form = self.check()?;
        let blocks = self.cell.blocks().len();
        let missing = |place: usize| Fault::Missing(self.input(place).unwrap_or(&self.node.op_type).to_owned());
        let (r_name, r) = self.tensor(R, floats)?.ok_or_else(|| missing(R))?;
        let (w_name, w) = self.tensor(W, floats)?.ok_or_else(|| missing(W))?;
        let no_cell = || Fault::NoCell { tensor: r_name.to_owned(), found: r.shape.clone() };
        let [1, rows, hidden] = r.shape[..] else { return Err(no_cell()) };
        if hidden == 0 || rows != blocks * hidden {
            return Err(no_cell());
        }
        let input = w.shape.last().copied().unwrap_or_default();
        w.expect(w_name, &[1, rows, input])?;
        r.expect(r_name, &[1, rows, hidden])?;
        let mut notes = vec![];
        let (bias_ih, bias_hh) = match self.tensor(B, floats)? {
            Some((name, bias)) => {
                bias.expect(name, &[1, 2 * rows])?;
                let (ih, hh) = bias.values.split_at(rows);
                (DVector::from_column_slice(ih), DVector::from_column_slice(hh))
            }
            None => {
                notes.push(Note::NoBiases);
                (DVector::zeros(rows), DVector::zeros(rows))
            }
        };
        if form.reset_before {
            notes.push(Note::ResetBefore);
        }
        if self.cell != CellKind::Rnn {
            notes.push(Note::GatesReordered);
        }
        // A state before the first step that is no zero would change every number.
        for place in INITIAL {
            let Some(name) = self.input(place) else { continue };
            if !self.stored.contains_key(name) {
                if !notes.contains(&Note::StartAssumed) {
                    notes.push(Note::StartAssumed);
                }
            } else if self.tensor(place, floats)?.is_some_and(|(_, own)| own.values.iter().any(|x| *x != 0.0)) {
                return Err(self.has(name.to_owned()));
            }
        }
        let matrix = |own: &Tensor, columns| DMatrix::from_row_slice(rows, columns, &own.values);
        let turned = |own: DMatrix<f64>| self.in_order(&own, hidden);
        let vector = |own: DVector<f64>| {
            DVector::from_column_slice(turned(DMatrix::from_column_slice(rows, 1, own.as_slice())).as_slice())
        };
        let layer = Parameters {
            form,
            weight_ih: turned(matrix(&w, input)),
            weight_hh: turned(matrix(&r, hidden)),
            bias_ih: vector(bias_ih),
            bias_hh: vector(bias_hh),
            ..Parameters::zeros(self.cell, 0, 0)
        };
        Ok((layer, notes))
    }

    /// The gates' blocks of rows in PyTorch's order: i, f, g, o of i, o, f, c, and r, z, n of z, r, h.
    fn in_order(&self, own: &DMatrix<f64>, hidden: usize) -> DMatrix<f64> {
        let order: &[usize] = match self.cell {
            CellKind::Rnn => &[0],
            CellKind::Gru => &[1, 0, 2],
            CellKind::Lstm => &[0, 2, 3, 1],
        };
        let mut turned = own.clone();
        for (to, from) in order.iter().enumerate() {
            turned.rows_mut(to * hidden, hidden).copy_from(&own.rows(from * hidden, hidden));
        }
        turned
    }
}

/// A tensor's numbers, held to its shape.
fn tensor(name: &str, stored: &Stored) -> Result<Tensor, Fault> {
    let kind = |kind: String| Fault::Unsupported(Unsupported::Kind { tensor: name.to_owned(), kind });
    if stored.data_location != 0 {
        return Err(kind("external_data".to_owned()));
    }
    let sides = stored.dims.iter().map(|side| u64::try_from(*side).unwrap_or(u64::MAX)).collect::<Vec<_>>();
    let expected = sides.iter().try_fold(1u64, |count, side| count.checked_mul(*side)).unwrap_or(u64::MAX);
    let raw = &stored.raw_data;
    let (float, values): (Float, Vec<f64>) = match stored.data_type {
        FLOAT if raw.is_empty() => (Float::F32, stored.float_data.iter().map(|own| f64::from(*own)).collect()),
        FLOAT => (Float::F32, raw.as_chunks().0.iter().map(|own| f32::from_le_bytes(*own).into()).collect()),
        DOUBLE if raw.is_empty() => (Float::F64, stored.double_data.clone()),
        DOUBLE => (Float::F64, raw.as_chunks().0.iter().map(|own| f64::from_le_bytes(*own)).collect()),
        FLOAT16 | BFLOAT16 => {
            let bits: Vec<u16> = if raw.is_empty() {
                stored.int32_data.iter().map(|own| *own as u16).collect()
            } else {
                raw.as_chunks().0.iter().map(|own| u16::from_le_bytes(*own)).collect()
            };
            match stored.data_type {
                FLOAT16 => (Float::F16, bits.into_iter().map(|own| f16::from_bits(own).into()).collect()),
                _ => (Float::Bf16, bits.into_iter().map(|own| bf16::from_bits(own).into()).collect()),
            }
        }
        other => return Err(kind(other.to_string())),
    };
    if values.len() as u64 != expected {
        return Err(Fault::CutOff { expected, found: values.len() as u64 });
    }
    Ok(Tensor { shape: sides.into_iter().map(|side| side as usize).collect(), float, values })
}
