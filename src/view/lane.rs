//! One cell's lane: its name and number on the left; states, gates and gradient ribbon over time.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use engine::trace::{CellKind, Pass, Quantity};
use figures::{Band, LaneLayout, LogScale, Palette, Rgb, Strip, Stroke, lane_pixels, record, state_pixels};
use model::lab::{Lane as LaneRun, Run};
use model::lit::{Mark, marks};
use model::playback::Playhead;
use model::sentences;
use model::settings::{Focus, Part};
use words::format::{self, Digits, Group, Measure, Unit};
use words::{fill, page::words, quantities};

use super::canvas;
use super::describe;
use super::figure::on_paper_along;
use super::live::{flag, part, shows, text};
use super::stage::Stage;
use super::store::{Shared, Store, pass_of};
use super::theme::reduced_motion;
use super::weights::Answer;

/// Where a cell's colour stands in the palette.
fn color(palette: &Palette, cell: CellKind) -> Rgb {
    match cell {
        CellKind::Rnn => palette.cells[0],
        CellKind::Lstm => palette.cells[1],
        CellKind::Gru => palette.cells[2],
    }
}

/// The lane of one cell.
#[component]
pub fn Lane(cell: CellKind) -> impl IntoView {
    let store: Store = expect_context();
    let stage: Stage = expect_context();
    let node = NodeRef::<html::Canvas>::new();
    let layout = Memo::new(move |_| LaneLayout::new(cell, stage.rows.get(), stage.scale.get()));
    let told_from = Memo::new(move |_| store.left_told_from(cell));
    let pictures = Rc::new(RefCell::new(Pictures::default()));
    let painter = store.frame.add_moving(move || {
        let Some(node) = node.get_untracked() else { return };
        let layout = layout.get_untracked();
        let zoom = canvas::fit(&node, stage.width.get_untracked(), layout.height, 1.0);
        let Some(context) = canvas::context(&node) else { return };
        let (run, palette) = (store.run.get_untracked(), stage.theme.palette.get_untracked());
        let playhead = store.playhead.get_untracked();
        let shown = store.shown.get_untracked();
        let picture = Picture {
            context: &context,
            width: stage.width.get_untracked(),
            lane: run.lane(cell),
            layout: &layout,
            palette: &palette,
            playhead,
            zoom: stage.zoom.get_untracked(),
            phase: if store.frame.phase() < 1.0 && !reduced_motion() { store.frame.phase() } else { 1.0 },
            scale: LogScale::RIBBON,
            told_from: told_from.get_untracked(),
        };
        pictures.borrow_mut().refresh(&run, &picture, zoom);
        picture.draw(zoom, &pictures.borrow());
        let form = &picture.lane.trace.top().parameters.form;
        if stage.theme.printing.get_untracked() {
            picture.put_on_paper(&node, shown);
        }
        picture.draw_focus(shown, cell, &marks(cell, form, shown, store.pointed.get_untracked(), picture.steps()));
    });
    on_cleanup(move || store.frame.remove(painter));
    Effect::new(move |_| {
        node.track();
        told_from.track();
        store.run.track();
        store.playhead.track();
        store.shown.track();
        store.pointed.track();
        stage.theme.palette.track();
        stage.width.track();
        layout.track();
        store.frame.request(painter);
    });

    let focus_at = move |event: &MouseEvent| {
        let layout = layout.get_untracked();
        let (part, down) = layout.hit(f64::from(event.offset_y()));
        let old = store.focus.get_untracked();
        let units = store.settings.with_untracked(|s| s.units);
        let unit = if matches!(part, Part::State(_)) { (down * units as f64) as usize } else { old.unit };
        let step = stage.step_at(store, f64::from(event.offset_x()));
        Focus { cell, step, unit, part, pass: pass_of(part, old.pass) }
    };
    // The number only where the keyboard is; of the other lanes just the name.
    let label = move || {
        let focus = store.focus.get();
        if focus.cell == cell { describe::focus(store, focus) } else { cell.name().to_owned() }
    };

    let height = move || format!("{}px", layout.get().height);
    let whole = view! {
        <canvas
            node_ref=node
            class="plot"
            id=format!("lane-{}", cell.key())
            tabindex="0"
            role="application"
            aria-label=text(label)
            style:height=text(height)
            on:pointermove=move |event| {
                if event.pointer_type() != "touch" && !store.playing.get_untracked() {
                    store.hover.set(Some(focus_at(&event)));
                }
            }
            on:pointerleave=move |_| store.hover.set(None)
            on:click=move |event| {
                store.inspect(focus_at(&event), Some(&event));
            }
            on:focus=move |_| {
                if store.focus.get_untracked().cell != cell {
                    store.focus_lane(cell);
                }
            }
        ></canvas>
    };

    view! {
        <section class="lane" data-cell=cell.key() aria-label=cell.name()>
            <Who cell />
            <div class="rows" aria-hidden="true">
                {part(move || layout.get().bands.into_iter().map(row_label).collect_view())}
            </div>
            {whole}
            <Answer cell />
        </section>
    }
}

fn row_label(band: Band) -> impl IntoView {
    let text = match band.part {
        Part::State(quantity) | Part::Gate(quantity) => quantity.symbol().0,
        Part::Gradient => words().row_gradient,
        Part::Token => "",
    };
    let title = match band.part {
        Part::State(quantity) | Part::Gate(quantity) => quantities::name(quantity),
        _ => words().reach_title,
    };
    view! {
        <span title=title style:top=format!("{}px", band.top) style:height=format!("{}px", band.height) prop:textContent=text></span>
    }
}

/// The cell's name, what it is, and the sentence with its number.
#[component]
fn Who(cell: CellKind) -> impl IntoView {
    let store: Store = expect_context();
    let about = match cell {
        CellKind::Rnn => words().rnn_about,
        CellKind::Lstm => words().lstm_about,
        CellKind::Gru => words().gru_about,
    };
    let parameters = move || {
        if store.veils_size(cell) {
            return words::lesson::words().veil.to_owned();
        }
        let n = store.run.with(|run| run.lane(cell).trace.top().parameters.count());
        fill(words().parameters, &[("n", &format::count(n))])
    };
    let changes = Memo::new(move |_| store.settings.with(|settings| describe::changes(settings, cell)));
    let about = move || Some(changes.get()).filter(|changes| !changes.is_empty()).unwrap_or_else(|| about.to_owned());
    let at = move || number_step(store);
    let share = move || store.run.with(|run| run.lane(cell).reach[at()]);
    // The three stand one below the other, and have one unit.
    let group = move || {
        let at = at();
        // What is veiled does not choose it.
        let told = CellKind::ALL.map(|cell| store.left_told_from(cell).is_none_or(|from| at >= from).then_some(cell));
        Group::new(
            Measure::Share,
            store.run.with(|run| told.map(|cell| cell.map(|cell| run.lane(cell).reach[at]))).into_iter().flatten(),
        )
    };
    let shown = move || group().write(share(), Digits::Headline);
    let sentence = move || {
        let is_multiple = group().unit() == Unit::Times;
        let left = store.run.with(|run| sentences::left(run.lane(cell), at(), is_multiple));
        fill(left, &[("token", &describe::token(store, at()))])
    };
    let veiled = Memo::new(move |_| store.left_told_from(cell).is_some_and(|from| at() < from));
    let has_gradient = Memo::new(move |_| store.level().has_gradient());
    let number = move || {
        view! {
            <p class="number" id=format!("number-{}", cell.key())>
                <strong
                    class:veil=veiled
                    data-value=text(move || if veiled.get() { String::new() } else { format!("{:e}", share()) })
                    title=text(move || if veiled.get() { words::lesson::words().covered.to_owned() } else { format::exact(share()) })
                    use:shows=text(move || if veiled.get() { words::lesson::words().veil.to_owned() } else { shown() })
                ></strong>
                " "
                <span use:shows=text(sentence)></span>
            </p>
        }
    };
    view! {
        <div class="who">
            <h2>{cell.name()} " " <small class:veil=flag(move || store.veils_size(cell)) use:shows=text(parameters)></small></h2>
            <p class="about" class:changed=flag(move || !changes.get().is_empty()) use:shows=text(about)></p>
            {part(move || has_gradient.get().then(number))}
        </div>
    }
}

/// The step whose share the lanes' numbers tell: on its way back the playhead's, until it has passed
/// the marked step.
fn number_step(store: Store) -> usize {
    let playhead = store.playhead.get();
    let mark = store.settings.with(|s| s.mark_step());
    if playhead.pass == Pass::Backward { playhead.step.max(mark) } else { mark }
}

/// Off-screen pictures, made again when the numbers, the colours or the layout change: the state
/// maps, or where steps lie side by side the whole lane.
#[derive(Default)]
struct Pictures {
    of: Option<(Shared<Run>, Palette, LaneLayout, bool)>,
    maps: Vec<(Quantity, HtmlCanvasElement)>,
    whole: Option<HtmlCanvasElement>,
}

impl Pictures {
    fn refresh(&mut self, run: &Shared<Run>, picture: &Picture, zoom: f64) {
        let dense = picture.gap() == 0.0;
        let (palette, layout) = (picture.palette, picture.layout);
        if self.of.as_ref().is_some_and(|(r, p, l, d)| r == run && p == palette && l == layout && *d == dense) {
            return;
        }
        let layer = picture.lane.trace.top();
        if dense {
            let reach = &picture.lane.reach[..=picture.lane.trace.read];
            let pixels = lane_pixels(layer, reach, picture.scale, layout, palette, zoom);
            self.whole = canvas::picture(self.whole.take(), &pixels.rgba, pixels.steps, pixels.height).ok();
        } else {
            let mut old = std::mem::take(&mut self.maps).into_iter().map(|(_, picture)| picture);
            let map = |&quantity: &Quantity| {
                let pixels = state_pixels(layer, quantity, palette);
                Some((quantity, canvas::picture(old.next(), &pixels, layer.steps(), layer.hidden()).ok()?))
            };
            self.maps = model::settings::states(layer.cell()).iter().filter_map(map).collect();
            self.whole = None;
        }
        self.of = Some((run.clone(), palette.clone(), layout.clone(), dense));
    }
}

/// All that one drawing of a lane needs.
struct Picture<'a> {
    context: &'a CanvasRenderingContext2d,
    width: f64,
    lane: &'a LaneRun,
    layout: &'a LaneLayout,
    palette: &'a Palette,
    playhead: Playhead,
    /// How much larger than designed what is written is.
    zoom: f64,
    phase: f64,
    scale: LogScale,
    /// The first step at which it is told how much of the gradient is left, where a question veils those before.
    told_from: Option<usize>,
}

/// How strong what is not yet known is drawn.
const FAINT: f64 = 0.16;
/// From this many CSS pixels a step on, steps stand apart.
const APART: f64 = 9.0;
/// From this many CSS pixels a step on, the ribbon's edge is drawn between the steps too.
const SMOOTH: f64 = 9.0;

impl Picture<'_> {
    fn steps(&self) -> usize {
        self.lane.trace.steps()
    }

    fn column(&self) -> f64 {
        self.width / self.steps() as f64
    }

    fn gap(&self) -> f64 {
        if self.column() >= APART { 1.0 } else { 0.0 }
    }

    /// The right edge of what the forward pass has reached.
    fn states_until(&self) -> f64 {
        match self.playhead.pass {
            Pass::Forward => (self.playhead.step as f64 + self.phase) * self.column(),
            Pass::Backward => self.width,
        }
    }

    /// The left edge of what the backward pass has reached.
    fn gradient_from(&self) -> f64 {
        match self.playhead.pass {
            Pass::Forward => self.width,
            Pass::Backward => (self.playhead.step as f64 + 1.0 - self.phase) * self.column(),
        }
    }

    fn draw(&self, zoom: f64, pictures: &Pictures) {
        // The transform is a valid one, and drawing an own canvas cannot fail.
        let _ = self.context.set_transform(zoom, 0.0, 0.0, zoom, 0.0, 0.0);
        self.context.clear_rect(0.0, 0.0, self.width, self.layout.height);
        self.context.set_image_smoothing_enabled(false);
        for band in &self.layout.bands {
            let veiled_to = self.told_from.map_or(0.0, |step| step as f64 * self.column());
            let known = if band.part == Part::Gradient {
                (self.gradient_from().max(veiled_to), self.width)
            } else {
                (0.0, self.states_until())
            };
            // What is known lies between the two; what is not, on at most one side of it. What is veiled is not drawn at all.
            let from = if band.part == Part::Gradient { veiled_to } else { 0.0 };
            let unknown = if known.0 > 0.0 { (from, known.0) } else { (known.1, self.width) };
            if let Some(whole) = &pictures.whole {
                self.slice(whole, band, unknown, FAINT);
                self.slice(whole, band, known, 1.0);
                continue;
            }
            self.clipped(band, unknown, FAINT, pictures);
            self.clipped(band, known, 1.0, pictures);
        }
    }

    /// The same as shapes, where they are not too many.
    fn put_on_paper(&self, node: &HtmlCanvasElement, shown: Focus) {
        let veiled =
            |(step, share): (usize, &f64)| if step < self.told_from.unwrap_or_default() { f64::NAN } else { *share };
        let reach: Vec<f64> = self.lane.reach[..=self.lane.trace.read].iter().enumerate().map(veiled).collect();
        let strip = Strip { layer: self.lane.trace.top(), reach: &reach };
        if !strip.is_drawn() {
            return;
        }
        let (size, column) = ((self.width, self.layout.height), self.column());
        let x = shown.step as f64 * column;
        let frame = [(x, 0.0), (x + column, 0.0), (x + column, size.1), (x, size.1), (x, 0.0)];
        let marks = record(size, |drawing| {
            strip.draw(drawing, self.layout, (0.0, 0.0), self.width, self.palette)?;
            drawing.path(&frame, Stroke::new(self.palette.ink, 1.5))
        });
        on_paper_along(node, size, &marks);
    }

    /// Draws one band between two x, more or less strongly.
    fn clipped(&self, band: &Band, (from, to): (f64, f64), alpha: f64, pictures: &Pictures) {
        if to <= from {
            return;
        }
        self.context.save();
        self.context.begin_path();
        self.context.rect(from, band.top, to - from, band.height);
        self.context.clip();
        self.context.set_global_alpha(alpha);
        match band.part {
            Part::State(quantity) => self.draw_state(band, quantity, pictures),
            Part::Gate(quantity) => self.draw_gate(band, quantity),
            Part::Gradient => self.draw_ribbon(band),
            Part::Token => {}
        }
        self.context.restore();
    }

    /// Draws one band between two x out of the whole lane's picture.
    fn slice(&self, whole: &HtmlCanvasElement, band: &Band, (from, to): (f64, f64), alpha: f64) {
        if to <= from {
            return;
        }
        let across = f64::from(whole.width()) / self.width;
        let down = f64::from(whole.height()) / self.layout.height;
        self.context.set_global_alpha(alpha);
        let (x, y, w, h) =
            (from * across, (band.top * down).round(), (to - from) * across, (band.height * down).round());
        // An own canvas of this size cannot fail to be drawn.
        let _ = self.context.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            whole,
            x,
            y,
            w,
            h,
            from,
            band.top,
            to - from,
            band.height,
        );
        self.context.set_global_alpha(1.0);
    }

    fn draw_state(&self, band: &Band, quantity: Quantity, pictures: &Pictures) {
        let Some((_, picture)) = pictures.maps.iter().find(|(q, _)| *q == quantity) else { return };
        let _ = self.context.draw_image_with_html_canvas_element_and_dw_and_dh(
            picture,
            0.0,
            band.top,
            self.width,
            band.height,
        );
        canvas::fill(self.context, self.palette.paper);
        self.context.set_global_alpha(1.0);
        let units = self.lane.trace.top().hidden();
        let row = band.height / units as f64;
        if row >= 5.0 {
            for unit in 1..units {
                self.context.fill_rect(0.0, band.top + unit as f64 * row - 0.35, self.width, 0.7);
            }
        }
        if self.gap() > 0.0 {
            for t in 1..self.steps() {
                self.context.fill_rect(t as f64 * self.column() - self.gap(), band.top, 2.0 * self.gap(), band.height);
            }
        }
    }

    /// A gate's mean over the units as a bar in each step: full height is 1.
    fn draw_gate(&self, band: &Band, quantity: Quantity) {
        let layer = self.lane.trace.top();
        let color = color(self.palette, layer.cell());
        let width = self.column() - 2.0 * self.gap();
        let left = |t: usize| t as f64 * self.column() + self.gap();
        // Rectangles one by one: a browser without a GPU fills one long path far more slowly.
        canvas::fill(self.context, self.palette.line);
        if self.gap() > 0.0 {
            (0..self.steps()).for_each(|t| self.context.fill_rect(left(t), band.top, width, band.height));
        } else {
            self.context.fill_rect(0.0, band.top, self.width, band.height);
        }
        canvas::fill(self.context, color);
        for t in 0..self.steps() {
            let gate = layer.value(quantity, t);
            let mean = gate.iter().sum::<f64>() / gate.len() as f64;
            if mean.is_finite() {
                let height = mean * band.height;
                self.context.fill_rect(left(t), band.top + band.height - height, width, height);
            }
        }
    }

    /// The gradient ribbon: width and colour of each step on the common log scale.
    fn draw_ribbon(&self, band: &Band) {
        let reach = &self.lane.reach[..=self.lane.trace.read];
        let level = |t: usize| self.scale.level(reach[t]);
        let middle = band.top + band.height / 2.0;
        let half = |level: f64| (level * band.height / 2.0).max(0.4);
        let mut last = None;
        for t in 0..reach.len() {
            let (x, here) = (t as f64 * self.column(), level(t));
            if !reach[t].is_finite() {
                self.draw_alarm(band, t);
                last = None;
                continue;
            }
            let color = self.palette.gradient.at(here);
            if last != Some(color) {
                canvas::fill(self.context, color);
                last = Some(color);
            }
            if self.column() < SMOOTH {
                self.context.fill_rect(x, middle - half(here), self.column() + 0.3, 2.0 * half(here));
                continue;
            }
            let beside = |other: Option<usize>| {
                let other = other.filter(|&o| o < reach.len()).map(level).filter(|l| l.is_finite());
                half(other.map_or(here, |other| (here + other) / 2.0))
            };
            let (left, right) = (beside(t.checked_sub(1)), beside(Some(t + 1)));
            self.context.begin_path();
            self.context.move_to(x, middle - left);
            self.context.line_to(x + self.column() / 2.0, middle - half(here));
            // A hair wider, so that no seam shows between steps.
            self.context.line_to(x + self.column() + 0.3, middle - right);
            self.context.line_to(x + self.column() + 0.3, middle + right);
            self.context.line_to(x + self.column() / 2.0, middle + half(here));
            self.context.line_to(x, middle + left);
            self.context.fill();
        }
    }

    /// What is not finite is drawn in a colour of its own, with its name, never as zero.
    fn draw_alarm(&self, band: &Band, t: usize) {
        let x = t as f64 * self.column();
        canvas::fill(self.context, self.palette.alarm);
        self.context.fill_rect(x, band.top, self.column() + 0.3, band.height);
        if self.column() >= 26.0 * self.zoom {
            canvas::fill(self.context, self.palette.paper);
            self.context.set_font(&format!("{}px sans-serif", 12.0 * self.zoom));
            // Text on a canvas of one's own cannot fail.
            let _ =
                self.context.fill_text(&format::share(self.lane.reach[t]), x + 4.0, band.top + band.height / 2.0 + 4.0);
        }
    }

    /// The column in focus, what is in focus in it, and what that is made of.
    fn draw_focus(&self, shown: Focus, cell: CellKind, marks: &[Mark]) {
        let context = self.context;
        let x = shown.step as f64 * self.column();
        canvas::stroke(context, self.palette.ink, 1.5);
        context.stroke_rect(x + 0.75, 0.75, (self.column() - 1.5).max(1.0), self.layout.height - 1.5);
        for mark in marks {
            self.outline(*mark, 1.2, 2.5);
        }
        if shown.cell == cell {
            self.outline(Mark { part: shown.part, step: shown.step, unit: Some(shown.unit) }, 2.2, 0.0);
        }
    }

    /// A frame around one place: paper inside, ink outside, so that it shows on any colour.
    fn outline(&self, mark: Mark, weight: f64, dash: f64) {
        let Some(band) = self.layout.band(mark.part) else { return };
        let units = self.lane.trace.top().hidden() as f64;
        let (top, height) = match (mark.part, mark.unit) {
            (Part::State(_), Some(unit)) => (band.top + unit as f64 * band.height / units, band.height / units),
            _ => (band.top, band.height),
        };
        let (x, width) = (mark.step as f64 * self.column(), self.column());
        let mut dashes = js_sys::Array::new();
        if dash > 0.0 {
            dashes.extend([dash, dash * 0.8].map(wasm_bindgen::JsValue::from));
        }
        for (color, grow, weight) in [(self.palette.paper, 0.0, weight + 2.0), (self.palette.ink, 0.0, weight)] {
            canvas::stroke(self.context, color, weight);
            if color == self.palette.ink {
                let _ = self.context.set_line_dash(&dashes);
            }
            self.context.stroke_rect(x + 1.0 - grow, top + grow, (width - 2.0).max(1.0), height.max(2.0));
        }
        let _ = self.context.set_line_dash(&js_sys::Array::new());
    }
}
