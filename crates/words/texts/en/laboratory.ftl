### The texts of the laboratory's pictures, in the form of [`rich`](crate::rich).

cell = The cell
group_look = Look
group_explain = Explain
group_change = Change
unknown = There is no picture “{ $found }”; expected one of: { $expected }.
table = The numbers
step = t

press_space = Space
press_shift = Shift ← →
press_home = Home End
press_undo = Ctrl Z, Ctrl Shift Z
press_pages = Page Down, Page Up
key_space = play, pause
key_train = train, pause
key_arrows = one step left or right; at the right end, on into the other pass
key_updown = in a lane: the unit, gate or gradient above or below
key_shift = to the end of the pass
key_b = turn: forward or backward pass
key_home = first step; end of the backward pass
key_turn = turn: read, or learn
key_ends = the first word when reading; the end of the way back
key_ways = read the sentence; send the error back
key_lanes = to RNN, LSTM, GRU
key_l = read the loss at the step in focus
key_m = measure the lanes’ number at the step in focus
key_p = present
key_undo = undo, redo a setting
key_pages = in a lesson: next, back; a clicker sends these keys
key_help = these keys
key_d = say and show what can be seen now, in two sentences
single_keys = Single letters, digits and ? act as keys
seen_left = At { $place }, this is left of the gradient: { $shares }.
seen_back = The error goes back and has come to { $place }. In focus is { $focus }.
seen_read = The networks have read up to { $place }. In focus is { $focus }.
now_read_at = The loss is now read at { $step }.
now_measured_at = The number of each lane is now measured at { $step }.
sound = Sound of the backward pass
sound_tip = The higher the tone, the more is left of the gradient; an octave lower is a tenth of it. You hear the network in focus.
lane_keys = Enter opens what is computed here. Up and down go from row to row, left and right from step to step.
table_token = token
table_reach = gradient left
table_state = ‖h‖
table_input = x
table_how = x: what is read (for a word, its embedding). Gradient left: ‖λₜ‖ / ‖λ‖ at the loss. ‖h‖: length of the hidden state. Gates: mean over the units.
table_rows = One row per step, for all three cells
save_csv = Save as CSV

chain = Product of steps
chain_title = Product of steps: one Jacobian after another
chain_how = Each step back multiplies the gradient by one more Jacobian $J_t = ∂s_t/∂s_{ "{" }t−1{ "}" }$. Solid: the most that the product can stretch a gradient, $‖∂s_T/∂s_t‖_2$. Dashed: the geometric mean of its singular values, its average effect. Thin blue: the LSTM’s cell state alone, $‖∂c_T/∂c_t‖_2$.
factor_how = One step alone: $‖J_t‖_2$, the { $cell }’s drawn strong. Above 1 the step can stretch a gradient, below 1 it must shrink it.

roads = Roads back
roads_title = The roads: which way the gradient went
roads_how = A cell hands the gradient $g$ back as a sum, $g = Σ g_k$: one term for each road. A road’s share is $⟨g_k, g⟩ / ‖g‖^2$. Below 0 a share works against the rest; all add up to 1.
roads_all_open = all roads open
roads_some_closed = roads closed
road_recurrent = Wₕₕ and tanh′
road_recurrent_relu = Wₕₕ and relu′
road_carry = cell state, × f
road_update_carry = along h, × z
road_input = input gate
road_forget = forget gate
road_candidate = candidate
road_output = output gate
road_new = new state
road_update = update gate
road_reset = reset gate
ways_how = The whole way back from the loss: by the same road at every step, or changing roads on the way.
roads_open = No road is closed yet, so the two curves coincide.
ways_rnn = The RNN has one road: through { $road } at every step.
way_cell = pure cell road, ∏ f
way_hidden = pure hidden road
way_update = pure update road, ∏ z
way_gates = new state and gates only
way_mixed = mixed
roads_close = Close a road: on the way back only, the state that enters there is held fixed (stop-gradient). Dashed: with every road open.
spectrum = Eigenvalues
spectrum_title = Eigenvalues: which directions last
spectrum_how = Dots: eigenvalues of one step’s Jacobian $J_t$; rings: those of the recurrent weights. Inside the circle of radius 1 a direction shrinks when the same step is repeated. But the steps differ, and one step can stretch by its largest singular value $σ_max$, never below the spectral radius $ρ$.
spectrum_of = { $cell }, step { $t }
spectrum_headline = { $cell }, step { $t }: { $inside } of { $all } eigenvalues inside the circle
spectrum_what = matrix
values_how = Below: the singular values of the whole product $∂s_T/∂s_t$. Pale: those below $10^{ "{" }−13{ "}" }$ of the largest, where a plain decomposition of the product would be wrong; found by QR accumulation.
rho = spectral radius $ρ$
sigma = largest singular value $σ_max$
jacobian = $J_t$
jacobian_plain = Jₜ
recurrent = $W_{ $hh }$
recurrent_plain = Wₕₕ
recurrent_candidate = $W_h$ of the candidate
recurrent_candidate_plain = Wₕ of the candidate
pascanu_holds = $σ_max(W_{ $hh })$ = { $sigma } is below 1/γ = 1 (γ: the largest slope of { $function }): the gradient must vanish (Pascanu et al. 2013).
pascanu_open = $σ_max(W_{ $hh })$ = { $sigma } is not below 1/γ = 1 (γ: the largest slope of { $function }; 1/4 for σ, so 1/γ = 4 there): the sufficient bound for vanishing (Pascanu et al. 2013) says nothing here.
pascanu_gated = The bound of Pascanu et al. (2013), $σ_max(W_{ $hh })$ below 1/γ, is for networks without gates: see the RNN.

saturation = Flat slopes
slope_shade = slope, as a share of the largest possible
gate_shown = What is shown
saturation_title = Flat slopes: where units are saturated
saturation_how = Every unit (row) at every step (column): the slope of its non-linearity, as a share of the largest possible. A unit whose slope is near 0 passes hardly any gradient on. Below: how often each value occurs at each step.
saturation_table = How many units are saturated or off, at every step
of_steps = saturated
of_steps_off = off

triangle = Which loss
triangle_title = Which losses reach each state
triangle_how = Suppose a loss is read at every step. A column is a state, a row a loss (first at the top), a colour that loss’s share of the state’s whole gradient, $⟨g_s, g⟩ / ‖g‖^2$. Each column adds up to 1. If only the diagonal has colour, each state’s gradient comes from its own loss alone.
triangle_shade = a loss’s share of the gradient at a state
unit_at = unit
loss_at = loss at step

hears = What moves y
hears_title = Which tokens move the output
hears_how = How much a small change of each earlier token moves the output $y_t = v·h_t$ at the step in focus: the norm of the output’s gradient with respect to that token’s input (connectivity, Madsen 2019). One logarithmic scale for all three. A small gradient does not mean that a token is not used: a unit that holds what it read may be saturated, and then has hardly any.
hears_at = Output at { $token }. Click another token, or choose one with the arrow keys.
hears_table = How much a small change at each step moves the output at { $token }
hears_scale = From { $low } (pale) to { $high } (strong).
hears_relative = Relative: each row by its own largest
hears_relative_told = Relative: each row is divided by its own largest, so rows cannot be compared.

cures = Other starts
cures_title = Other starts: what they do to the gradient
cures_how = Two networks that differ in one thing, on this sequence and seed; each has its own gain and bias. Dashed: the first. Solid: the second. Curve: what is left of the gradient, as in the lanes.
cure_pairs = Pair
cure_own = two of your own
cure_against = First
cure_shown = Second
cure_size = H = { $units }, { $count } parameters
cure_is_in = The { $cell }’s lane shows the second
cure_put_in = Show the second in the { $cell }’s lane
cure_equal = As many parameters as the page’s LSTM
unknown_cure = There is no setup “{ $found }”; expected one of: { $expected }.
cure_rnn = RNN
cure_rnn_half = RNN, gain 0.5
cure_rnn_two = RNN, gain 2
cure_rnn_relu = RNN with ReLU
cure_rnn_xavier = RNN, Xavier
cure_rnn_orthogonal = RNN, orthogonal
cure_rnn_identity = RNN, identity with tanh
cure_irnn = IRNN: identity with ReLU
cure_nonnormal = RNN, non-normal, ρ = 0.7
cure_lstm = LSTM, forget bias 0
cure_lstm_one = LSTM, forget bias 1
cure_lstm_three = LSTM, forget bias 3
cure_lstm_chrono = LSTM, chrono
cure_lstm_orthogonal = LSTM, orthogonal
cure_gru = GRU
cure_gru_three = GRU, update bias 3
cure_gru_chrono = GRU, chrono
cure_gru_before = GRU, reset before the product

ablation = Leave out a part
ablation_title = Leave out a part: which one matters
ablation_how = An ablation: freeze a gate at one number for all units and steps (1 removes it), or take a non-linearity away. Dashed: the cell as it is. Solid: without. Greff et al. (2015) and Jozefowicz et al. (2015) both found the forget gate to matter most. Jozefowicz et al. found the output gate to matter least; Greff et al. found the output activation to matter as much as the forget gate.
ablate_whole = the whole cell
ablate_changed = the changed cell
ablate_none = Nothing is changed in this cell yet, so the two curves coincide.
ablate_free = free
ablate_bad = Found { $found }; expected a number from 0 to 1. The gate stays as it is.
ablate_relu = ReLU instead of tanh
ablate_candidate = no tanh on the candidate
ablate_output = no tanh on the cell state
ablate_coupled = input gate coupled, i = 1 − f
ablate_before = reset before the matrix product

brackets = Bracket counter
brackets_title = The bracket counter
brackets_how = Each character is coloured by what one unit holds after reading it; the solid line shows the same. The dashed line is the depth (the brackets that are open, not counting those inside quotes), or the quotes or the position, scaled to fit. Below each character is the network’s answer: what has to close next, a bracket, a quote, or nothing (–). It was trained for these answers alone. A wrong one has a frame, with the right one below it.
brackets_none = This picture reads a text with networks that have learned to close brackets and quotes.
brackets_open = Open the trained networks
brackets_text = A text of letters, brackets and quotes
brackets_ready = Texts to begin with
brackets_by = Compare the unit with the
brackets_both = Brackets and quotes
brackets_inside = Brackets in quotes
brackets_deep = 12 deep
brackets_label = The text, each character with the answer below it
brackets_scale = state of the unit
brackets_wrong = wrong, right is
brackets_depth = depth
brackets_depth_title = Depth
brackets_quotes_title = Inside quotes
brackets_position_title = Position
brackets_quotes = quotes
brackets_position = position
brackets_unit = Unit
brackets_best = the closest
brackets_empty = Type a text of letters, brackets and quotes.
brackets_deeper = Deeper than trained
brackets_deeper_how = Each text goes to its depth once and back to 0, with letters and quotes in between. To the right of the mark texts are deeper than any that the networks learned from.
brackets_about = The state is $c_t$ in the LSTM and $h_t$ in the others. A $tanh$ keeps $h$ between −1 and 1; $c$ has no such limit, so it can go on counting ([Weiss, Goldberg and Yahav 2018](https://doi.org/10.18653/v1/P18-2117)). Correlations are over all characters of 60 validation texts; the dashed line is their least-squares line. The tests are 40 texts a depth.
gates = Gates at work
gates_title = The gates at work
gates_how = A network has learned to choose between “was” and “were”. We look at the unit that best follows the first noun’s number, singular or plural, over 100 sentences. Solid: this sentence. Dashed: the same sentence with that noun’s number changed. Grey: the best unit before training. Below are the unit’s gates; there the solid line is the gate that keeps the state.
gates_none = This picture needs a network that has learned to make the verb agree with its noun.
gates_open = Read one with the trained networks
unit = One unit’s cliff
unit_title = One unit: the cliff
unit_how = A network of one unit, $h_t = σ(w h_{ "{" }t−1{ "}" } + b)$, 50 steps from $h_0$ = ½; the error is $E = (h_50 − 0.7)^2$. A cliff stands between two plains: there the gradient explodes (Pascanu et al. 2013).
unit_start_w = start: w
unit_start_b = start: b
unit_rate = learning rate
unit_clip = clip at
latch_title = A latch keeps a bit
latch_how = One unit, $h_t = tanh(w h_{ "{" }t−1{ "}" })$, step by step: up to the curve, across to the diagonal. Dots stay put; the ring repels. Above w = 1 there are two basins, below 0 and above it, and the sign is kept (Bengio et al. 1994).
latch_w = w
latch_h = start: h₀
latch_n = steps

fork = One unit at rest
fork_title = One unit at rest: where states fork
fork_how = The curves show where one unit can rest, $h_t = tanh(w h_{ "{" }t−1{ "}" } + b)$. On a solid curve it comes back after a small push; from a dashed one it runs away. Below, the slope $w (1 − h^2)$ at each of these states is the factor by which one step multiplies a gradient. Drag w or b: the dot follows its curve until the curve ends, and then jumps.
fork_along = Horizontal axis
fork_along_w = the weight w
fork_along_b = the bias b
fork_w = weight w
fork_b = bias b

space = State space
space_title = State space: where states lead
space_how = A state is a place, and a step leads to another place: what a network remembers is where it is.
space_units_how = Two units without input, $h_t = tanh(W h_{ "{" }t−1{ "}" } + b)$. An arrow points towards where one step leads. Every path that begins in a tint ends at the dot of that tint, a stable state. A small open ring is a state at rest, too, but the smallest push leads away from it. Drag the large ring to begin elsewhere.
space_part = What is shown
space_units = Two units
space_trained = Trained networks
space_worlds = Examples
space_now = Yours
space_one = One state
space_two = Two
space_four = Four
space_turn = A cycle
space_own = weight to itself
space_cross = weight to the other
space_turns = the first reads the second with the opposite sign
space_b1 = bias of unit 1
space_b2 = bias of unit 2
space_start = Where the path begins
space_trained_how = Each dot is the hidden state of a trained network after a step of one of many sequences, seen along the two directions in which its states differ most. The colour is what the network should remember there. The thin line is the Lab’s own sequence, and the large dot its present step: play it below.
space_none = This part shows networks that have learned parity, agreement or adding.
space_task = Task
space_parity = Parity
space_agreement = Agreement
space_adding = Adding
space_even = an even number of ones so far
space_odd = an odd number
space_singular = singular
space_plural = plural
space_sum = the sum so far: the larger and darker, the more
space_cut_key = the straight cut that divides them best
space_about = States of 60 sequences of the validation set, less their mean, on the two directions of largest variance (of one axis is said how much of the variance lies along it). An axis points to where what is to be held grows. The cut is a least-squares fit of −1 and 1; of sums $R^2$ is told, the squared correlation with axis 1. “All units” is fitted to half of the sequences and counted on the others, by ridge regression of strength 10⁻⁴.

halflives = Half-lives
halflives_title = Half-lives: how long each unit keeps what it holds
halflives_how = Each mark is a unit, placed by its half-life: the number of steps in which its forget gate f (LSTM) or update gate z (GRU) halves what the unit holds. It is an average over the way from “measured” to “loss” (ln 2 over the mean of −ln f), along the state alone, not along the paths through the gates. Units to the right of the line keep at least half over the whole way. “Chrono” sets the gates’ biases at random, to suit the length of the sequence. Drag the flags “measured” and “loss” above the words to move the line.
halflives_plain = bias 0
halflives_one = bias +1
halflives_chrono = chrono
halflives_lanes = now
halflives_trained = trained

edit = Edit numbers
edit_title = Edit numbers: set any by hand
edit_how = The numbers behind the unit and the step in focus. Drag one with the slider that opens beside it, or type a new one and press Enter: lanes, gradients and every picture follow. An empty field brings the original number back; undo works, too. Point at another unit or step to edit there.
edit_bad = Found { $found }; expected a number from −10⁶ to 10⁶. The number stays as it is.
edit_none = No number is set by hand.
edit_table = Numbers set by hand
edit_gate = Gate
edit_reset = Back to the original numbers
edit_input = Input at step { $step }
edit_input_shared = Input at step { $step }, read by all three networks
edit_bias = Biases of unit { $unit }, { $gate }
edit_from_x = $W_{ $ih }$: from the input to unit { $unit }, { $gate }
edit_from_h = $W_{ $hh }$: from the hidden state to unit { $unit }, { $gate }
why = Why this number
why_title = Why this number?
why_how = The number in focus, and what it is made of. Press one of its parts to follow it, back in time if need be; your path so far stays above the number. Point at another unit, gate or gradient to begin there.
why_press = Press a part to see what it is made of:
why_way = Your path so far
why_of = made of
why_number = its number
why_brings = brings
why_bias = bias
why_above = from the layers above
top_layer_only = This picture begins at the loss, which depends directly on the top layer alone. Open that layer to see it.
trained_absent = This browser has no such run: these are the weights it would begin with. Train it here first.
why_loss = the loss, read at this step: v ∂L/∂y
why_held = held fixed
why_outside = nothing: outside the sequence

edit_place = place (rows and columns from 0)
edit_number = number

data = Own data
data_title = Own data: your table as the sequence
data_how = Paste rows of numbers, or choose a file: a row is a step, a column a channel, 5 to 500 rows and 1 to 160 columns. Commas, semicolons, tabs or spaces between cells; decimal points or commas. A header row is recognised. The first column is forecast, and the loss is (v·h − its next value)². Nothing leaves this page; what you use is kept in its address, nowhere else.
data_label = Table (CSV)
data_file = Or choose a file, or drop it here
data_file_hint = CSV or plain text; the first 64 KB are read. It stays in this browser.
data_row = row
data_table = All rows that are read
data_preview = What is read
data_example =
    temperature,rain
    12.8,0
    10.6,10.9
    11.7,0.8
    12.2,20.3
    8.9,1.3
data_empty = Paste at least 5 rows of numbers above, or choose a file.

data_cut = Only the first 64 KB are read, and their last line is left out.
data_use = Use as the sequence

kept = Kept or learnable
kept_title = Kept or learnable: change one input
kept_how = At one step, and then at each other step in turn, we change what the network reads. The solid line is how far this moves the state at the loss; the dashed line is the gradient left at that step. Where the solid line stays high while the dashed one falls, the network keeps what it can no longer learn from.
kept_about = A word is swapped for another of the sequence’s words, or of the task’s symbols: the one that moves the state furthest. A number changes its sign; a 0 becomes 1. The move is $‖h′ − h‖ / (‖h′‖ + ‖h‖)$: 0 if nothing changes, 100 % if the state turns to its opposite.
kept_none = Nothing can be swapped here: the sequence uses only one word.
probe_title = A probe: what can be read out of the state
probe_how = A linear map is fitted from the last state to what was read at each step, over hundreds of random sequences of the same inputs: the solid line is the share of it that the map gets right on new ones.
probe_about = Ridge regression of strength 10⁻⁴ on centred states; the share is $R^2 = 1 − Σ‖x − x̂‖^2 / Σ‖x − x̄‖^2$ on sequences it was not fitted to. Below 0, worse than the mean, counts as 0. A state of few numbers cannot hold many words, whatever their gradients.
draws = Many draws
draws_title = Many draws: is this one typical?
draws_how = We keep the settings and draw other random weights, 200 times. The band holds nine in ten of the draws, the dashed line is the middle draw (half lie above it, half below), and the solid line is the draw that the page shows.
draws_about = Seeds 1 to 200 draw the weights, the output weights and the embeddings; the sequence stays the same. The edges of the band are the 5th and 95th percentiles at each step.
probe_done = all worked out
work_progress = Progress
work_stop = Stop
work_go_on = Go on
after = What came after
after_title = What came after: gates that read the input alone, and attention
after_how = At each word the chart shows how much of the gradient is left. In minGRU (thick line) and minLSTM (dashed) the gates read $x_t$ alone, and what is left is exactly the product of the gates between the word and the loss. In a head of attention (rings) it is about the weight that the word has there.
after_part = What is shown
after_left = Gradient
after_states = States
after_states_how = The two cells as lanes. A column is a step, a row a unit, a colour its state $h_t$. A state can pass ±1, since the candidate has no tanh; the colours end there. Below, how much of the old state each step keeps. In minGRU and minLSTM this follows from the word alone; in LSTM and GRU the state before has a say as well.
after_state_shade = state h
after_state_table = State and gate of every unit at one step
after_state = state
after_gate = gate
after_attention = Attention
after_scan = Scan
after_drawn = minGRU: $h_t = z_t ⊙ h_{ "{" }t−1{ "}" } + (1 − z_t) ⊙ n_t$, where z is the share of the old state that is kept, as in the GRU. minLSTM: the same, with $f/(f + i)$ for $z_t$ and $i/(f + i)$ for $1 − z_t$. The candidate $n_t$ is linear in $x_t$. Units, seed, bias and loss are those of the lanes; the gain does nothing, as there are no recurrent weights to multiply. A ring is the gradient that reaches a word’s key and value, as a share of the gradient at the head’s mean of values.
after_attention_how = The word at the loss makes the query. What it gets is $m = Σ_t w_t v_t$, a mean of all values, with weights from a softmax. Bars: the weights $w_t$, which add up to 1. Through its value a word gets exactly that share of the gradient; the ring adds what comes through its key. The head does not know where in the sentence a word stands.
scan_pairs = A step holds a pair $(a, b)$, which stands for $h → a h + b$. When a step joins its pair to the pair $(a′, b′)$ of an earlier step, its own pair becomes $(a a′, a b′ + b)$.
scan_back = One round back
scan_next = Next round
scan_play = Play the rounds
scan_stop = Stop
scan_at_start = No round has been done yet.
scan_at_end = All states have been computed.
scan_cost_title = What it costs
scan_cost_how = The rounds must follow one another, but the operations within a round need not. A single thread still does those one after the other, so here the scan can only lose. It gains on hardware that does a whole round at once.
scan_rounds = rounds
scan_operations = operations
scan_time = time
scan_table_how = Before the arrow: step by step. After it: the scan. Operations are those of one unit.

## With numbers or names in them.

after_lane =
    { $cell }: { $n ->
        [one] { $n } unit
       *[other] { $n } units
    }, states from { $low } to { $high } at step { $step }, “{ $word }”
after_lane_at = Unit { $unit }, step { $step } “{ $word }”: state { $state }; { $gate } of the old state is kept
brackets_unknown = The networks do not know “{ $found }”: they read the letters a to z, ( ) and double quotes.
brackets_unopened = Character { $place } closes a bracket, but none is open.
brackets_long = { $found } characters; { $most } have room.
brackets_going = { $n } of { $all } tests
brackets_ranked = unit { $unit }: { $r }
brackets_goes_with = { $followed }: the units whose correlation with it is largest
kept_answer = The { $cell }’s answer v·h goes from { $before } to { $after }.
probe_going = { $share } worked out
probe_stopped = Stopped at { $share }
draws_going = { $n } of { $all } draws
triangle_reach =
    At step { $t }, { $own } of the gradient comes from the loss at that very step; half of it comes from losses up to { $later ->
        [one] { $later } step
       *[other] { $later } steps
    } later.
triangle_share = Step { $t } “{ $state }”: { $share } of the gradient comes from the loss at step { $s } “{ $loss }”
triangle_later = The loss at step { $s } “{ $loss }” comes before step { $t } “{ $state }” and does not depend on it
values_zero = { $n } of { $all } are 0: the step is singular.
off = { $share } of all units and steps are off: the slope of ReLU is 0 where its input is not above 0, and 1 elsewhere.
saturated = { $share } of all units and steps are saturated: slope below 36 % of the largest (a gate below 0.1 or above 0.9; a tanh beyond ±0.8).
slope_at = Unit { $unit }, step { $t } “{ $word }”: slope { $slope } of the largest
triangle_table = What each loss adds to the gradient at step { $t }
slope_table = The slope of every unit at step { $t }
bins_table = How many units have each value at step { $t }
slope_column = slope at step { $t }, of the largest
units_column = units at step { $t }
range = { $from } to { $to }
most_units =
    { $name }: at step { $t } “{ $word }” the most common values are from { $from } to { $to } ({ $count ->
        [one] { $count } unit
       *[other] { $count } units
    })
histogram_shade = { $name }: how many units have each value
unit_told = 40 gradient steps from w = { $w }, b = { $b }, at rate { $rate }. Dashed: gradients as they are; the longest is { $steepest }, and the last error is { $plain }. Solid: any gradient longer than { $clip } is shortened to that; the last error is { $clipped }.
latch_keeps =
    w = { $w }: after { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } h = { $h }, near ±{ $fixed }. ∂h/∂h₀ = { $slope }: the sign of h₀ is kept, and a small change of h₀ no longer reaches h.
latch_forgets =
    w = { $w }: after { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } h = { $h }. Everything falls to 0; ∂h/∂h₀ = { $slope }.
space_arrows = Arrows are drawn at 1/{ $n } of the length of a step.
space_at = h₁ = { $h1 }, h₂ = { $h2 }
fork_keeps = Where h rests, one step keeps { $slope } of a gradient, and ten steps keep { $ten }.
edit_count = Set by hand: { $n }.
edit_by_hand = { $name } (by hand)
edit_drag = Drag { $name }
why_place = { $name } at step { $t }, unit { $unit }
why_gradient = gradient w.r.t. the { $name }
why_of_unit = unit { $unit }
why_is = { $name }: { $number }
why_weighted = × weight { $weight }
why_rest =
    the other { $n ->
        [one] { $n } unit
       *[other] { $n } units
    } together
why_input = The path ends here: this is what the network reads, “{ $token }”.
data_one_cell = Found only one cell, “{ $found }”; expected at least 5 rows of numbers. Write one row per line, with commas, semicolons or tabs between cells.
data_wide =
    Line { $line }: found { $n ->
        [one] { $n } column
       *[other] { $n } columns
    }, expected at most { $most }. Leave some out.
data_blank = Line { $line }, column { $column }: found nothing, expected a number. Fill the cell, or remove the row.
data_infinite = Line { $line }, column { $column }: found “{ $found }”, expected a finite number. Fill in a number, or remove the row.
data_large = Line { $line }, column { $column }: found “{ $found }”, expected a number between −10¹⁵ and 10¹⁵. Use a larger unit.
data_comma = Line { $line }, column { $column }: found “{ $found }”, expected a number with a decimal point, such as 3.14. Replace the decimal commas with points.
data_text = Line { $line }, column { $column }: found “{ $found }”, expected a number such as 3.14. Correct the cell, or remove the column if it holds names or dates.
data_taken = { $name } ({ $encoding })
data_unproved = “{ $cell }” is read as { $read }. The table does not prove it: it might also be { $other }. Write the numbers without marks between thousands to be sure.
data_one_or_two = A line such as “{ $line }” may hold two numbers or one with a decimal comma. Put a semicolon or a tab between cells, or write a head row, to be sure.
data_long = Found { $n } rows: the first { $most } are used.
scan_how = The states of the minGRU’s unit { $unit }, $h_t = a_t h_{ "{" }t−1{ "}" } + b_t$ with $a_t = z_t$ and $b_t = (1 − z_t) n_t$. In each round every step joins what it holds to what an earlier step holds: one step back in the first round, then 2, 4, 8. Filled: the state is known. Thick lines: everything that goes into the chosen step.
scan_length =
    { $n ->
        [one] { $n } step
       *[other] { $n } steps
    }
units_at =
    Step { $t } “{ $word }”: { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } from { $from } to { $to }
data_ragged =
    Line { $line }: found { $n ->
        [one] { $n } column
       *[other] { $n } columns
    }, expected { $expected }, as in the first line. Add the missing cells or remove the extra ones; all rows need the same delimiter.
data_short =
    Found { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } of numbers, expected at least { $least }. Add rows.
data_rounded =
    { $n ->
        [one] { $n } number is
       *[other] { $n } numbers are
    } kept to 15 digits, not exactly.
data_read =
    { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    } → { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }: the last row is only predicted.
share_at = share at step { $t }
share_at_unit = share at step { $t }, { $unit }
column_of = { $cell }: { $what }
column_of_unit = { $cell }: { $what }, { $unit }
column_named = { $number } (“{ $name }”)
in_turn_and_scan = { $in_turn } → { $scan }
