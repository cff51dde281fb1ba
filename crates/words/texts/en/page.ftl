### The texts of the page itself: controls, lanes, inspector, notices.

title = unrolled
skip = Skip to the content
start = Start
learn = Learn
lab = Lab
train = Train
compare = Compare
measured = Measured
choose = Which one for me?
results = Papers redone
views = View
reference = Reference
present = Present
present_end = End presenting
present_tip = Larger type for a projector, controls folded away (P)
share = Share
share_tip = A link to exactly this picture, a code for phones, a frame for a page of yours
copy_failed = The browser did not allow copying. The program is selected: Ctrl+C copies it (on a Mac ⌘C).
language = Language
theme = Theme
theme_tip = Light or dark
numbers = Numbers
numbers_tip = The numbers behind the pictures, as a table
close = Close

unrolled = { $cell }, unrolled
unrolled_of = of the error, at { $word }
unrolled_loss = The error starts at { $word }.
unrolled_later = { $word } comes after the loss.
unrolled_said = { $word }: { $roads }
unrolled_name = { $cell }, unrolled into { $n } cells: how much of the error at { $last } comes back to each, by road
unroll = Unroll
unroll_back = Roll up again
unroll_loop = One cell with the weights W. An arrow leads from its state h back into the cell itself.
unroll_chain = The same cell drawn five times, a copy for each step. Each hands its state on to the next, and all have the same weights W.
road_closed = The road is closed here: 0 %

controls = Sequence and networks
sequence = Sequence
sequence_tip = What the three networks read
sequence_sentence = The book … was excellent
sequence_words = Your own text, by words
sequence_characters = Your own text, by characters
sequence_csv = Your own numbers (CSV)
sequence_impulse = Impulse: a 1, then zeros
sequence_adding = Adding problem
sequence_copy = Copy problem
sequence_co2 = CO₂ at Mauna Loa, monthly
sequence_sunspots = Sunspots, yearly
sequence_sst = Sea-surface temperature, monthly
sequence_weather = Seattle weather, daily, 4 channels
sequence_speech = Speech: “ae”, 12 channels
sequence_clicks = Clicks in a shop, simulated
sequence_frames = Moving dot, 8 × 8 pixels, simulated
own_text = Your text
text_empty = Found no words. Type at least one; until then the last text stays.
text_unspaced = This script puts no spaces between words, so a whole sentence is read as one word. Under “Sequence” in the Lab, choose “Your own text, by characters”.
text_cut = Found { $found }; at most { $most } fit, so the first { $most } are shown.
units_words = words
units_characters = characters
units = Hidden units
gain = Recurrent gain
gain_tip = Multiplies the recurrent weights Wₕₕ. 1 is PyTorch’s default.
bias = Forget/update bias
bias_tip = Added to the bias of the LSTM’s forget gate and of the GRU’s update gate. 0 is PyTorch’s default.
default_of = default { $value }
bias_default = 0 is PyTorch’s default
weights = Weights
layer = Layer { $n } of { $all }.{ " " }
trained = Trained weights. L is the network’s answer, without its bias.
trained_absent = This browser has no such run: these are the weights it would begin with. Train it here first.
untrained = These weights know no English: what you see is how the cells carry a signal.
untrained_numbers = These weights are untrained: what you see is how the cells carry a signal.
more = More
more_tip = Seed, where the loss is read, undo
length = Length
length_unit = steps
normalised = Normalised to mean 0, variance 1
seed = Seed
seed_new = New seed
read_at = Loss read at
mark_at = Number read at
held = Held constant
held_text = Weights from U(−1/√H, 1/√H) as in PyTorch, in 64-bit floating point. The first state is 0. One layer, one direction. All three cells have the same embeddings and the same read-out v.
held_tokens = Each word or character becomes 8 seeded random numbers (variance 1); the same word always has the same numbers.
loss_text = L = v·h at the step where the loss is read; v comes from the seed and is the same for all three. A target would multiply every gradient by the same number, and change no share.
loss_target = L = (v·h − target)² at the step where the loss is read. Target: the next value; for adding, the sum.
source_adding = Generated: each step has a value from U[0, 1) and a marker, which is 1 twice, once in each half. Target: the sum of the two marked values (after Hochreiter and Schmidhuber 1997).
source_copy = Generated: symbols, blanks, “go”, then blanks where the symbols must be recalled (“A?”). Each token is 8 seeded random numbers; there is no target.
source_co2 = Monthly CO₂ in ppm, from 1958 on. Five months missing from the source are filled in along straight lines. Source: Keeling and Whorf 2004, CDIAC; public domain.
source_sunspots = Yearly sunspot activity, from 1700 on. Source: NOAA National Geophysical Data Center; public domain.
source_sst = Pacific sea-surface temperature (Niño 1+2) in °C, monthly, from 1950 on. Source: NOAA ERSST.V3B; public domain.
source_weather = Seattle, daily, from 2012 on: highest and lowest temperature in °C, precipitation in mm, wind in m/s; the highest temperature is forecast. Source: NOAA; public domain.
source_speech = One utterance of /ae/, two vowels in a row, by speaker 1: 12 LPC cepstrum coefficients per frame; the first is forecast. Source: Kudo, Toyama and Shimbo 1999, Japanese Vowels, UCI Machine Learning Repository; CC BY 4.0.
source_clicks = Simulated: a hidden intent, to browse or to buy, decides what is clicked in each visit. Each click becomes 8 seeded random numbers.
source_frames = Simulated: a dot moves over 8 × 8 pixels and bounces off the edges; 64 channels, with a 1 where it is.
source_csv = Your own numbers (square numbers, until you add some); the first column is forecast.
undo = Undo
undo_none = There is nothing to undo.
redo = Redo
redo_none = There is nothing to redo.
reset = Reset

own_model = your model
rnn_about = one tanh, no gates
lstm_about = cell state and 3 gates
gru_about = 2 gates, no cell state
form_relu = ReLU for tanh
form_candidate = no tanh on g
form_output = no tanh on c
form_coupled = i = 1 − f
form_before = reset before the product
form_closed = closed to the gradient: { $roads }
form_start = { $start } start
form_edits = set by hand: { $n }
parameters = { $n } parameters
left_at = of the gradient is left at { $token }
grown_at = as much gradient arrives at { $token }
underflowed_at = left at { $token }: below 5·10⁻³²⁴, the smallest number of f64
dead_at = left at { $token }: exactly 0. On the way back every unit was off at one step, and a ReLU that is off has slope 0
flat_at = left at { $token }: exactly 0. On the way back every unit was at ±1 at one step, where the slope of tanh rounds to 0
closed_at = of the gradient is left at { $token }: no open road leads back there
overflowed_at = at { $token }: beyond 1.8·10³⁰⁸, the largest number of f64
nan_at = at { $token }: infinities met (∞ − ∞ or 0 · ∞)
row_gradient = ∂L
embedding = { $n } random numbers a word
embedding_sign = x
embedding_tip = This is its embedding. Blue is −3, red is +3.
embedding_of = Embedding of “{ $word }”: { $numbers }
flag_read = loss
flag_read_tip = The loss is read here. Drag it to another step.
flag_mark = measured
flag_mark_tip = The lanes’ numbers are measured here. Drag it to another step.
input_label = What is read at each of { $steps } steps.
legend_state = state
legend_state_tip = A unit’s state as a colour; beyond −1 and +1 the colour no longer changes.
legend_low = −1
legend_high = +1
legend_gate = gate: mean 0 to 1
legend_gate_tip = The mean of a gate over all units, drawn as the height of a bar.
legend_gradient = gradient left
legend_gradient_tip = How much of the gradient is left, drawn as width and colour on a logarithmic scale.
legend_all = 100 %
legend_least = 10⁻⁶

reach_title = What still reaches back
reach_how = λₜ: how the loss changes with the state at step t. The curves show ‖λₜ‖ / ‖λ‖ at the loss, on a log scale.
reach_state = The state is h; for the LSTM it is h and c together, treated as independent.
about = what this is

forward = Forward pass
backward = Backward pass
pass = Which way (B)
pass_read = Read →
pass_learn = ← Learn
play_read = Read the sequence
play_send = Send the error back
pause = Pause
home = To the first step (Home)
end = To the end of the backward pass (End)
left = One step left (←)
right = One step right (→)
speed = Speed
speed_tip = How fast the playhead runs
scrubber = Step
losses = L = v·h: { $losses }
losses_target = L = (v·h − target)²: { $losses }
step_of = { $step } · T = { $steps }
play_tip = Play or pause (Space)
keys_line = Keys (?)

inspector = Inspector
at = at { $step }
step = step { $t }
unit_of = unit { $unit } of { $units }
point = point at anything to read it here
tap = tap anything to read it here
equations_folded = The equations with these numbers
equations_forward = Forward
equations_backward = Backward
read_here = Read the loss here (L)
measure_here = Measure here (M)
see = What do I see?
reads_english = The networks of this page learn English, so what they read stays English.
quoted = “{ $word }”
gradient_of = gradient w.r.t. the { $name }
input_token = embedding of { $token }, 8 numbers
input_number = input
read_out = Read-out y = v·h = { $y }; the loss would be { $loss } if it were read here.
totals = Totals over everything later, as PyTorch’s retain_grad reports them.
after_read = Nothing after the step where the loss is read can change it: these gradients are 0.
why_rnn = Going back one step, this unit’s gradient is multiplied by tanh′ = { $slope } and then by the whole matrix Wₕₕ, and so again at every step.
why_relu = Going back one step, this unit’s gradient is multiplied by relu′ = { $slope } and then by the whole matrix Wₕₕ, and so again at every step.
why_lstm = Going back one step, this unit keeps { $kept } of its gradient along the cell state: just the forget gate, no weight matrix and no tanh in between. The RNN multiplies by both.
why_gru = Going back one step, this unit keeps { $kept } of its gradient along h: just the update gate z. The rest comes through the new state and the gates’ matrices.
read_by_gates = Every gate reads the whole of x and h, through weights of its own.
read_by_gru = z and r read the whole of x and h, u the whole of h, n the whole of x.
read_by_gru_before = z and r read the whole of x and h, u the whole of h times r, n the whole of x.
read_by_rnn = The sum reads the whole of x and h, through weights of their own.
bar_forget = forget gate
bar_input = input gate
bar_candidate = candidate
bar_output = output gate
bar_update = update gate
bar_reset = reset gate
bar_hidden_part = hidden part
bar_new_state = new state
back_through_gates = Through every gate’s weights the gradient also goes back to the whole of x and h.
slope_tanh = the slope of tanh at this unit
slope_relu = the slope of ReLU at this unit
rnn_slope_back = One step back multiplies the gradient by this slope, and by the whole of W.
why_lstm_closed = The road along the cell state is closed here: 0 % of this unit’s gradient goes back by it.
why_gru_closed = The road along h is closed here: 0 % of this unit’s gradient goes back by it.
why_title = One step back.
all_units = all units together
lambda = ‖λₜ‖ = { $here }, ‖λ‖ at the loss (step { $t }) = { $there }. λₜ = ∂L/∂hₜ, all units.
lambda_lstm = ‖λₜ‖ = { $here }, ‖λ‖ at the loss (step { $t }) = { $there }. λₜ = [∂L/∂hₜ ; fₜ₊₁ ⊙ ∂L/∂cₜ₊₁], all units.
tab_tip = Equations of this pass, with their numbers

table_title = The numbers behind the pictures

pictures = Laboratory
awaited = Waiting for the part of the page that works in the background: it has not loaded yet.
not_loaded = The part of the page that works in the background could not be loaded ({ $cause }).
stopped = The part of the page that works in the background has stopped ({ $cause }). The address keeps the picture.
lesson_not_loaded = The text of the lesson cannot be shown: the part of the page that writes it could not be loaded. The figure works without it.
lesson_stopped = The text of the lesson cannot be shown: the part of the page that writes it has stopped. The figure works without it.
view_not_loaded = What belongs here cannot be shown: the part of the page that makes it could not be loaded. The Lab works without it.
view_stopped = What belongs here cannot be shown: the part of the page that makes it has stopped. The Lab works without it.
part_not_loaded = A part of the page could not be loaded: lessons, pictures and the other views are missing. The Lab works without it.
no_cause = the browser does not say why
keeps_nothing = This browser keeps nothing for this page ({ $cause }): runs, lessons and your own data last only as long as the page is open.
try_again = Try again

keys_title = Keys

problem_unknown = The address held { $key }={ $found }; there is no such setting.
problem_newer = The address was made by a newer version of this page: its version is { $found }, this page knows { $expected }. Parts that this version does not know are left out. Reload the page to get the newest.
problem_version = The address held { $key }={ $found }; expected { $expected }. It is read as one of version 1.
locked = The address locks this.
problem_names = The address held { $key }={ $found }; expected { $expected }. The other names are used.
problem = The address held { $key }={ $found }; expected { $expected }. The default is used instead.
dismiss = Dismiss
slides = What is shown of this view
slide = { $n } of { $all }
no_slide = There are no more that way.
crashed = Unrolled has stopped because of an error in the page.
reload = Reload this picture from its address
