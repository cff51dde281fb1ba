//! Components that show what is told, and those that open over it.

use kit::{
    Button, ButtonKind, Card, ColourBar, Column, ColumnKind, Dialog, Disclosure, Entry, Hue, Icon, Legend, Level, Mark,
    Message, Popover, Progress, ProgressLine, SkipLink, Status, Table, Toast, VisuallyHidden,
};
use leptos::prelude::*;

/// Doors, and a card that only stands there.
pub fn cards() -> AnyView {
    view! {
        <div class="states columns">
            <Card title="Start lesson 1 →" level=Level::Third href="#lesson">"11 short lessons, each with a question. 5 minutes each."</Card>
            <Card title="Open the Lab" level=Level::Third href="#lab">"Every state, gate and gradient of this picture, with its equation."</Card>
            <Card title="Why it lasts" level=Level::Third>
                "Going back one step, this unit keeps 94 % of its gradient along the cell state."
            </Card>
        </div>
    }
    .into_any()
}

/// Closed and open.
pub fn disclosures() -> AnyView {
    view! {
        <div class="states whole">
            <Disclosure label="The equation with its numbers" tip="Of the number in focus" open=RwSignal::new(false)>"Folded until it is wanted."</Disclosure>
            <Disclosure label="What is held constant" open=RwSignal::new(true)>
                "The three cells read the same sequence, have the same number of units, and start from the same seed."
            </Disclosure>
        </div>
    }
    .into_any()
}

/// Not known, under way, over, and stopped.
pub fn progress() -> AnyView {
    view! {
        <div class="states columns">
            <ProgressLine label="Fetching the data" progress=Progress::Unknown shown="under way" />
            <ProgressLine label="Training" progress=Progress::Part(0.38) shown="step 1 520 of 4 000" />
            <ProgressLine label="Training" progress=Progress::Done shown="4 000 steps" />
            <ProgressLine label="Training" progress=Progress::Failed(0.6) shown="diverged at step 2 400" />
        </div>
    }
    .into_any()
}

/// A toast that stands there, and one that comes.
pub fn toasts() -> AnyView {
    let message = RwSignal::new(Some(Message { text: "Forget bias set back to 0.".to_owned(), undo: true }));
    let told = RwSignal::new(None::<Message>);
    view! {
        <div class="states whole">
            <Toast message=message undo_label="Undo" close_label="Close" undo=|()| {} />
            <div class="states">
                <Button
                    label="Copy the link"
                    press=move |()| told.set(Some(Message { text: "The link is in the clipboard.".to_owned(), undo: false }))
                />
            </div>
            <Toast message=told undo_label="Undo" close_label="Close" undo=|()| {} />
        </div>
    }
    .into_any()
}

/// Words in a text.
pub fn popovers() -> AnyView {
    view! {
        <p class="prose">
            "The " <Popover word="forget gate">
                <b>"Forget gate. "</b>
                "How much of the cell state goes on to the next step, from 0 to 1 for each unit."
            </Popover> " is the valve of the LSTM. What flows back through it is its share of the " <Popover word="gradient">
                <b>"Gradient. "</b>
                "How much the loss would change if this number changed a little."
            </Popover> "."
        </p>
    }
    .into_any()
}

/// One that opens.
pub fn dialogs() -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <div class="states">
            <Button label="All numbers of this step …" press=move |()| open.set(true) />
        </div>
        <Dialog title="Start over?" close_label="Close" open=open>
            <p>"The weights that training left are put away. The run's curve stays in the list of runs."</p>
            <div class="kit-actions">
                <Button label="Keep them" press=move |()| open.set(false) />
                <Button label="Start over" kind=ButtonKind::Primary icon=Icon::Again press=move |()| open.set(false) />
            </div>
        </Dialog>
    }
    .into_any()
}

/// From -1 to +1.
const SIGNED: &[Hue] = &[
    Hue("--signed-0"),
    Hue("--signed-1"),
    Hue("--signed-2"),
    Hue("--signed-3"),
    Hue("--signed-4"),
    Hue("--signed-5"),
    Hue("--signed-6"),
    Hue("--signed-7"),
    Hue("--signed-8"),
];
/// What goes backward, fading to the paper.
const BACKWARD: &[Hue] = &[Hue("--card"), Hue("--backward")];

/// Lines and planes, and the colours of two maps.
pub fn legends() -> AnyView {
    let entry = |name: &str, hue: &'static str, mark: Mark| Entry { name: name.to_owned(), hue: Hue(hue), mark };
    let entries = vec![
        entry("RNN", "--rnn", Mark::Dotted),
        entry("LSTM", "--lstm", Mark::Line),
        entry("GRU", "--gru", Mark::Dashed),
        entry("error", "--backward", Mark::Plane),
        entry("covered until you guess", "--ink-2", Mark::Hatched),
    ];
    let ticks = |all: &[&str]| all.iter().map(|&tick| tick.to_owned()).collect::<Vec<_>>();
    view! {
        <Legend label="Lines of the chart" entries=entries />
        <div class="states columns">
            <ColourBar label="State of a unit" hues=SIGNED ticks=ticks(&["−1", "0", "+1"]) />
            <ColourBar label="Gradient that is left" hues=BACKWARD ticks=ticks(&["10⁻⁶", "10⁻⁴", "10⁻²", "1"]) />
        </div>
    }
    .into_any()
}

/// A table that is longer than its place.
pub fn tables() -> AnyView {
    let words = |head: &str| Column { head: head.to_owned(), kind: ColumnKind::Words };
    let numbers = |head: &str| Column { head: head.to_owned(), kind: ColumnKind::Numbers };
    let columns =
        vec![words("Cell"), numbers("Parameters"), numbers("Left at “book” (%)"), numbers("One in"), words("Gates")];
    let row = |cells: [&str; 5]| cells.map(str::to_owned).to_vec();
    let rows = vec![
        row(["RNN", "264", "0.017", "5 900", "none"]),
        row(["RNN, ReLU", "264", "0.031", "3 200", "none"]),
        row(["LSTM", "1 056", "1.8", "56", "input, forget, output"]),
        row(["LSTM, coupled", "792", "2.1", "48", "forget, output"]),
        row(["GRU", "792", "7.2", "14", "update, reset"]),
        row(["GRU, reset before", "792", "6.9", "14", "update, reset"]),
    ];
    view! { <Table caption="What is left of the gradient, eleven steps back" columns=columns rows=rows /> }.into_any()
}

/// What is only said, and the link past what stands before.
pub fn unseen() -> AnyView {
    let status = expect_context::<Status>();
    view! {
        <div class="states">
            <SkipLink label="Skip to the figure" to="gallery" />
            <Button label="Say a sentence" press=move |()| status.say("The RNN has been trained for 400 steps.") />
            <p class="aside">"Before this stands a link that shows while it has the focus."<VisuallyHidden>" And this is only said."</VisuallyHidden></p>
        </div>
    }
    .into_any()
}
