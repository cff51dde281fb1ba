//! The words that messages count.

use crate::format::Forms;

pub(crate) const ROW: Forms = Forms::new("row", "rows");
pub(crate) const COLUMN: Forms = Forms::new("column", "columns");
pub(crate) const CELL: Forms = Forms::new("cell", "cells");
pub(crate) const NUMBER: Forms = Forms::new("number", "numbers");
pub(crate) const STEP: Forms = Forms::new("step", "steps");
pub(crate) const UNIT: Forms = Forms::new("unit", "units");
pub(crate) const LAYER: Forms = Forms::new("layer", "layers");
pub(crate) const HIDDEN_UNIT: Forms = Forms::new("hidden unit", "hidden units");
pub(crate) const IS: Forms = Forms::new("is", "are");
pub(crate) const CHARACTER: Forms = Forms::new("character", "characters");
pub(crate) const LAG: Forms = Forms::new("lag", "lags");
pub(crate) const PARAMETER: Forms = Forms::new("parameter", "parameters");
pub(crate) const TIME: Forms = Forms::new("time", "times");
pub(crate) const VALUE: Forms = Forms::new("value", "values");
pub(crate) const THREAD: Forms = Forms::new("thread", "threads");
pub(crate) const GATE: Forms = Forms::new("gate", "gates");
pub(crate) const RUN: Forms = Forms::new("run", "runs");
pub(crate) const STABLE_STATE: Forms = Forms::new("stable state", "stable states");
pub(crate) const ROUND: Forms = Forms::new("round", "rounds");
pub(crate) const FILE: Forms = Forms::new("file", "files");
