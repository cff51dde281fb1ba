//! The texts around lessons. The lessons themselves stand in `course`.

/// What a guess may count, and its form for one.
const COUNTED: [(&str, &str); 7] = [
    ("run", "runs"),
    ("step", "steps"),
    ("word", "words"),
    ("parameter", "parameters"),
    ("number", "numbers"),
    ("token", "tokens"),
    ("time", "times"),
];

/// What is counted, in the form of its number: “runs” of 1 is “run”. What nobody counts, such as %, stays.
#[must_use]
pub fn counted(unit: &str, number: f64) -> &str {
    let is_one = (number - 1.0).abs() < 1e-9;
    COUNTED.iter().find(|own| is_one && own.1 == unit).map_or(unit, |own| own.0)
}

/// How a choice that is right is told after one that is not: a sentence stays one.
#[must_use]
pub fn right_choice(option: &str) -> String {
    if option.starts_with("It ") { format!("{option}.") } else { crate::fill(words().no_guess, &[("answer", option)]) }
}

prose! {
    place: "Lesson {n} · step {step} of {all}",
    place_first: "{place} · about {minutes} minutes",
    unknown: "There is no lesson step “{found}”. Choose one from the list.",
    lessons: "Lessons",
    back: "Back",
    next: "Next",
    reveal: "Show the answer",
    run_and_reveal: "Run it, and show the answer",
    next_lesson: "Next lesson: {name}",
    again: "From the beginning",
    keys: "Page Down: next. Page Up: back.",
    touched: "You have changed something.",
    restore: "Back to the lesson",
    ratio_how: "Drag to your guess; one mark is a factor of ten. The figure computes the answer when you ask.",
    number_how: "Drag to your guess. The answer is worked out when you ask.",
    choice_how: "Choose one. The answer is worked out when you ask.",
    guess: "Your guess",
    guess_unit: "{n} {unit}",
    no_guess: "The answer: {answer}.",
    right: "Right.",
    near: "Near: you said {guess}; it is {answer}.",
    factor: "You said {guess}; it is {answer}: {times} times apart.",
    off: "You said {guess}; it is {answer}: {distance} apart.",
    chosen: "You chose “{guess}”. {answer}",
    tick_guess: "your guess",
    tick_truth: "the answer",
    not_run: "The answer appears when the runs are finished.",
    try_it: "Try",
    summary: "In one sentence",
    reading: "Further reading",
    covered: "covered until the answer is shown",
    veil: "?",
    code_sheet: "The program is in the step itself, at lesson={step}, where you can save it.",
    code_copy: "Copy",
    code_copied: "Copied.",
    code_covered: "What it prints is covered until the answer is shown.",
    runs_in_train: "Set it up in Train",
    runs_to_come: "Its three runs will be drawn here.",
    runs_under_way: "Under way.",
    runs_on_page: "No run has been made yet: the axes are empty. The runs are made on the page.",
    runs_without_curves: "The page keeps the results of earlier runs, which the table shows, but not their curves.",
    runs_came_to_loss: "{n} of {all} solved it; the loss ends at {loss}.",
    run: "run",
    solved: "solved",
    steps: "steps",
    loss: "loss",
    right_share: "right",
    micro: "µs a token",
    of_runs: "{n} of {all}",
    print: "Printable worksheet",
    sheet: "Name: ______________________   Date: ____________",
    progress: "Copy a link with my progress",
    progress_tip: "The link opens this page with what you have done. Send it to yourself.",
    progress_copied: "Link copied",
    progress_in_bar: "The browser did not allow copying. The link is in its address bar.",
    forget: "Forget my progress",
    forgotten: "Your progress is forgotten.",
    remember: "Bring it back",
    other_version: "The progress in the address comes from another version of the page; it was left out.",
    glossary: "All words",
    done: "done",
    step_seen: "step {n}, seen",
    step_unseen: "step {n}",
    live: "See it live",
    pages: "Pages",
    code_pytorch: "PyTorch",
    code_keras: "Keras",
    code_scratch: "plain Python",
    code_gradient: "The gradient, in PyTorch",
    code_save: "Save as {file}",
    code_prints: "It prints, in the engine’s numbers:",
    code_printed: "It printed, with PyTorch 2.15 on one core:",
    code_order: ", the gates in its order: {gates}",
    code_state: "the state is [h; c]",
    code_target: "the next value",
    code_unknown: "There is no program “{code}”.",
    code_number: "a number",
    code_numbers: "{n} numbers",
    code_form: "This framework has no layer for the variant in the figure. Choose the plain cell.",
    code_large: "The figure has {found} numbers; up to {most} are written into a program. Choose fewer units, or a shorter sequence.",
}
