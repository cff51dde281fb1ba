//! The prose of Choose.

use crate::format;
use crate::nouns::{HIDDEN_UNIT, NUMBER};

prose! {
    title: "Which cell?",
    intro: "A table for the hurried, then six questions. The advice follows from a table of rules, each reason from an experiment that you can run.",
    glance: "At a glance",
    glance_why: "The usual advice is shorter: start with a GRU. Here LSTM and GRU each learn faster on some tasks, and you cannot tell beforehand on which. If you can train only one of them, take the GRU: it is smaller.",
    glance_near: "what counts lies a few steps back",
    glance_baseline: "a baseline, or a first network to understand",
    glance_far: "something far back must be kept exactly",
    glance_fast: "a quick first try; speed and size count",
    glance_edge: "a stream on a small device",
    glance_little: "only hundreds of sequences",
    glance_unknown: "you do not know yet what counts",
    glance_many: "several words decide together, as with “not” and “but”",
    glance_line: "a forecast from a short series",
    glance_text: "text to write or to translate",
    glance_endless: "thousands of steps, and a GPU",
    length: "How long are your sequences?",
    length_short: "up to 20 steps",
    length_medium: "20 to 200",
    length_long: "200 to 2 000",
    length_endless: "longer",
    data: "How much data is there?",
    data_little: "hundreds of sequences",
    data_some: "thousands",
    data_much: "a million or more",
    place: "Where does it run?",
    place_edge: "on a small device, step by step in a stream",
    place_cpu: "on a laptop",
    place_gpu: "on a GPU",
    needs: "What does an answer depend on?",
    needs_near: "the last few steps",
    needs_far: "something far back, kept exactly",
    needs_many: "several things at once",
    needs_unknown: "not known",
    first: "What comes first?",
    first_accuracy: "accuracy",
    first_speed: "speed and size",
    first_baseline: "a baseline, or teaching",
    task: "Which kind of task?",
    task_classify: "a class for each sequence",
    task_forecast: "numbers, forecast",
    task_tag: "a tag for each step",
    task_generate: "text, generated",
    task_translate: "translation",
    units: "Hidden units",
    inputs: "Numbers a step",
    advice_rnn: "A plain RNN",
    advice_gru: "A GRU",
    advice_lstm: "An LSTM",
    advice_both: "Try both: GRU and LSTM",
    advice_line: "None of the three yet: a linear model first",
    advice_transformer: "None of the three: a pretrained transformer",
    advice_parallel: "None of the three: a state-space model or a convolution",
    because: "Why",
    try_both: "Here is the pair of runs",
    sizes_how: "Weights, with PyTorch’s two biases: blocks × H × (I + H + 2). Multiply-adds a step: blocks × H × (I + H).",
    basis: "one multiply-add a cycle on a Cortex-M4 at 80 MHz, four on a core of a Raspberry Pi 4 at 1.5 GHz, eight on a laptop’s at 3 GHz, all weights near at hand.",
    cost: "of one step",
    parameters: "weights",
    float: "float32",
    int: "int8",
    products: "multiply-adds a step",
    m4: "Cortex-M4",
    pi: "Raspberry Pi 4",
    laptop: "laptop core",
    reason_short: "Over a handful of steps the plain RNN learns as fast as the others, with a quarter of the LSTM’s weights. [Compare measures it](#view=compare).",
    reason_near: "What is needed lies near: the gradient has not far to go, so it does not vanish on the way. [One step back](#lesson=bptt.2).",
    reason_vanish: "A plain RNN hardly learns from what lies more than ten or twenty steps back: with 20 words between, most of its runs fail, and none of the others’. [Accuracy against length](#view=compare).",
    reason_road: "A cell state is a road with a gate on it: what must be kept exactly goes past the weights. [The road back, and the road closed](#lesson=lstm.6).",
    reason_bias: "Start the forget gate open, or an LSTM forgets as well. [Without the forget bias](#lesson=lstm.8).",
    reason_light: "A GRU has three quarters of an LSTM’s weights and no second state to keep. [Fewer parameters](#lesson=gru.6).",
    reason_either: "Which of the two learns faster depends on the task: you cannot tell beforehand. [The mistake of not trying](#view=reference&page=mistakes).",
    reason_gates: "No gate is worth the same on every task. [What each part is worth](#view=results).",
    reason_stream: "A recurrent step costs the same however long the stream runs, and keeps {H} numbers. [After the transformer](#lesson=transformer.1).",
    reason_line: "With so little data, or as a baseline, a weighted sum of the last values (linear autoregression), or the last value itself, is hard to beat; here one of them often wins. [How much does the past tell?](#lesson=series.6).",
    reason_fit: "A network learns a few hundred sequences by heart. [Overfitting](#view=reference&page=mistakes).",
    reason_read: "At this scale attention has every token at hand and trains on all positions at once. [What attention buys](#lesson=transformer.5).",
    reason_pretrained: "A model that has read much already needs little of your data. Small networks from scratch do not rival it, here or anywhere. [What is not claimed](#lesson=transformer.6).",
    reason_wait: "Step after step cannot be computed at once, and over thousands of steps training waits. [What a token costs](#lesson=transformer.3).",
    reason_fade: "Even a gated cell loses what is thousands of steps back, unless it is trained for that. [Gradient left at 100 steps](#view=compare).",
    reason_teach: "One matrix and one tanh: everything in it can be worked out by hand. [The first step, by hand](#lesson=recurrence.2).",
    reason_limit: "And it shows what the others were made for. [Vanishing gradients](#lesson=vanishing.1).",
    reason_many: "Where several words decide together, with “not” and “but”, LSTM and GRU get there sooner and at larger learning rates. [Sentiment](#lesson=words.3).",
    reason_tags: "What counts is not how long a text is, but how long something must be kept: an RNN tags long sentences as well as short ones. [An answer at every word](#lesson=words.4).",
}

messages! {
    wrong(found: &str, default: usize): "Found {found}; expected a whole number from 1 to 1024. {default} is used.";
    sizes(units: usize => units_of, inputs: usize => numbers_of): "What it takes, at {units} and {inputs} a step";
    estimate(basis: &str): "The times are estimates, not measurements: {basis}";
    formula(blocks: usize, units: usize, inputs: usize, count: usize => format::count): "{blocks} × {units} × ({inputs} + {units} + 2) = {count}";
}

fn units_of(n: usize) -> String {
    HIDDEN_UNIT.counted(n)
}

fn numbers_of(n: usize) -> String {
    NUMBER.counted(n)
}
