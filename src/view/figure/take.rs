//! What it takes to take a figure along. How it is done, the later part of the page knows.

use leptos::prelude::*;

use figures::{Drawn, Palette, Table};

/// A size in CSS pixels, and what is drawn on it.
pub type Marks = ((f64, f64), Vec<Drawn>);

/// A figure with a legend beside its title is at least so wide, in CSS pixels.
const LEGEND: f64 = 560.0;

/// A size that has room for what the colours of a map mean.
pub fn with_legend((width, height): (f64, f64)) -> (f64, f64) {
    (width.max(LEGEND), height)
}

/// What a figure draws in the colours of a palette; none where it cannot be drawn.
pub type Draws = Callback<Palette, Option<Marks>>;

/// A figure that can be taken along.
#[derive(Clone, Copy)]
pub struct TakeOf {
    /// What it shows, in a sentence.
    pub title: Signal<String>,
    /// What it draws; none where there is only a table.
    pub draws: Option<Draws>,
    /// Its numbers; none where they are taken along by other means.
    pub table: Option<Signal<Table>>,
}

/// Makes the controls with which a figure is taken along.
#[derive(Clone, Copy)]
pub struct Takes(pub Callback<TakeOf, AnyView>);
