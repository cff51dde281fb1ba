//! One cell's lane: its name and number on the left; states, gates and gradient ribbon over time.

mod drawn;
mod who;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use engine::trace::CellKind;
use figures::{Band, LaneLayout, LogScale};
use model::lit::marks;
use model::settings::{Focus, Part};
use words::page::words;
use words::{laboratory, quantities};

use super::canvas;
use super::describe;
use super::live::{part, text};
use super::stage::Stage;
use super::store::{Store, pass_of};
use super::theme::reduced_motion;
use super::weights::Answer;
use drawn::{Picture, Pictures};
use who::Who;

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
            aria-description=laboratory::words().lane_keys
            style:height=text(height)
            on:pointermove=move |event| store.look_at(&event, || focus_at(&event))
            on:pointerleave=move |_| store.hover.set(None)
            on:click=move |event| {
                store.inspect(focus_at(&event), Some(&event));
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
