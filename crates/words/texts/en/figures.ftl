### What stands in charts: headlines, titles of axes, names of lines.

lowest = lowest
highest = highest

left_headline = At “{ $word }” the { $most } keeps { $much } of the gradient, the { $least } { $little }
left_headline_one = At “{ $word }” { $much } of the gradient is left
grown_headline = At “{ $word }” the gradient of the { $most } is { $much } what it was at the loss, that of the { $least } { $little }
grown_headline_one = At “{ $word }” the gradient is { $much } what it was at the loss
left_axis = gradient left, share of that at the loss
step_axis = step
time_axis = time
unit_axis = hidden unit
read_axis = loss read at
back_axis = steps back in time
nowhere = no point is chosen yet: the arrow keys choose one
nothing = nothing here yet
step_named = { $n } “{ $name }”
take_title = Take it along
take_tones = Colours
take_light = light
take_dark = dark
take_sizes = Size of the PNG
take_svg = Picture, SVG
take_png = Picture, PNG
take_csv = Table, CSV
take_how = The file is made here, in your browser. Nothing is uploaded.
take_failed = Your browser made no file. The table above can be copied.
step_looked_at = step { $n } “{ $name }”
value_of = { $value } (at { $place })
loss_here = loss here
measured_here = measured here

sides_left_headline = At “{ $word }” { $first } of the gradient is left with { $a }, { $second } with { $b }
sides_grown_headline = At “{ $word }” the gradient is { $first } what it was at the loss with { $a }, { $second } with { $b }
sides_length_headline = At “{ $word }” the hidden state is { $first } long with { $a }, { $second } with { $b }
length_axis = length of the hidden state, divided by √H

chain_headline = From the loss back to “{ $word }” the steps stretch a gradient by a factor of at most { $most } ({ $cell })
chain_axis = the most that all steps to the loss stretch a gradient
chain_mean = { $cell } mean
chain_mean_name = { $cell }, geometric mean
chain_cell = { $cell } c alone
chain_cell_name = { $cell }, cell state alone

factor_headline = { $n } of { $all } steps of the { $cell } can stretch a gradient
factor_headline_some = One step of the { $cell } stretches a gradient at most { $most } times
factor_axis = the most that one step stretches a gradient
factor_keeps = keeps its length

roads_headline = Going back from “{ $word }”, { $share } of the gradient comes by one road: { $road }
ways_headline = Of the gradient that comes from the loss to “{ $word }”, { $share } came by one road all the way: { $road }
ways_headline_mixed = Of the gradient that comes from the loss to “{ $word }”, { $share } changed roads on the way
roads_axis = share of the gradient
roads_whole = all of it

plane_of = of
plane_real = real part
plane_imaginary = imaginary part
plane_modulus = distance from 0

gates_held_axis = what the unit holds
gates_axis = gate, open at 1
gates_follow_axis = correlation with the noun’s number, sign ignored
gates_rank_axis = units, the best first
gates_untrained = untrained
gates_follow = follows
gates_no = The RNN has no gates: each step replaces the whole state

spectrum_headline = { $lag } steps back, the largest direction keeps { $most } in the { $cell }, the smallest { $least }
spectrum_axis = singular value of all steps to the loss
rank_axis = rank, from the largest
spectrum_keeps = keeps its length

accuracy_headline = With { $n } words in between, right answers: RNN { $rnn }, LSTM { $lstm }, GRU { $gru }
accuracy_headline_none = How far can each reach?
accuracy_axis = right answers when training ends
between_axis = words in between
guessing = guessing

cost_headline = With { $n } units each: RNN { $rnn }, LSTM { $lstm }, GRU { $gru } { $unit }
cost_headline_equal = With about as many parameters as an LSTM of { $n } units: RNN { $rnn }, LSTM { $lstm }, GRU { $gru } { $unit }
cost_headline_none = Not measured yet
units_axis = hidden units

loss_headline = Lowest loss so far: { $loss }, the { $cell } at step { $n }
loss_headline_recorded = Recorded: lowest loss { $loss }, at step { $n }
loss_headline_none = No step yet
loss_axis = loss
seed_line = seed { $n }
training_axis = training steps

cliff_shade = error E at w and b, by its cube root
cliff_w_axis = w, the weight
cliff_b_axis = b, the bias
cliff_plain = as they are
cliff_clipped = clipped
cliff_step = step

latch_x_axis = h at a step
latch_y_axis = h at the next step
latch_state = h
latch_slope = ∂h/∂h₀
latch_step = step
latch_fixed_points = Fixed points

fork_h_axis = h at rest
fork_slope_axis = slope at rest, w (1 − h²)
fork_slope = slope
fork_stable = stable
fork_unstable = unstable
fork_upper = upper
fork_lower = lower
fork_both = stable
fork_stop = point on the dot’s path
fork_lasts = 1: a gradient lasts

space_h1 = h₁
space_h2 = h₂
space_unstable = Not stable
space_never = Never rests
space_axis_1 = axis 1
space_axis_2 = axis 2
space_of_axes = Told by the axes
space_at_end = The same, at the last step
space_shown = States that are shown

halflives_axis = half-life, steps
halflives_unit = unit
halflives_distance = Distance, steps

moved_axis = solid: how far the last state moves; dashed: gradient left
moved_line = { $cell }: state moved
found_axis = solid: what a probe finds in the last state (R²); dashed: gradient left
found_line = { $cell }: found by the probe
left_line = { $cell }: gradient left

draws_middle = { $cell }: middle draw
draws_own = { $cell }: this draw

after_mingru = minGRU
after_minlstm = minLSTM
after_attention = attention
after_weight = weight
keep_axis = share of the old state that is kept, mean over the units
after_arrives = gradient that arrives through key and value
after_weight_axis = share of the gradient at the head’s mean of values
after_even = equal weights
scan_rounds = rounds
scan_operations = operations
scan_time = time, measured
scan_steps_axis = steps T
scan_cost_axis = scan, as a multiple of step by step
scan_as_much = the same
scan_axis = round
counter_cell_axis = cell state c of the unit
counter_hidden_axis = hidden state h of the unit
counter_awaited = …
counter_guess = last character alone
counter_depth_axis = greatest depth of the text
counter_right_axis = share of right answers
scan_begin = start
scan_a = a
scan_b = b
scan_b_done = b, which is h
scan_span_head = made of steps

## With numbers or names in them.

take_size = { $times }×
take_source = Unrolled, { $address }
take_done = Saved as { $name }.
gates_held_headline = After “{ $noun }” the best unit ends at { $end }, after “{ $other }” at { $swapped }; before training, the best unit ended at { $before } and { $before_swapped }
counter_headline = Unit { $unit } of the { $cell } follows the { $followed } with a correlation of { $r } over { $texts } texts. { $right } of { $all } answers to this text are right
counter_fitted = { $followed }, as a line fits it
counter_unit = unit { $unit } of the { $cell }
counter_label = unit { $unit }
counter_trained = trained to { $depth }
counter_depths = Trained to depth { $trained }. In texts { $deep } deep the LSTM is right at { $lstm } of the characters, the GRU at { $gru }, the RNN at { $rnn }; the last character alone would give { $guess }
gates_mean = { $gate } { $after } (untrained { $before })
gates_headline = How far the gates are open after the noun: { $gates }
gates_follow_headline = { $n } of { $all } units follow the noun’s number; before training, { $before } did
gates_unit = unit { $unit }, “{ $word }”
gates_unit_before = untrained, unit { $unit }, “{ $word }”
gates_gate = { $gate }, trained
gates_gate_before = { $gate }, untrained
bin_axis = value of { $quantity }
cliff_headline = The last error: { $plain } with the gradients as they are, { $clipped } with clipped gradients
latch_headline =
    In { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } h goes from { $first } to { $last }
latch_fixed = 0 and ±{ $h }
fork_two = With w = { $w } and b = { $b } two states are stable, { $low } and { $high }; h rests at { $h }
fork_one = With w = { $w } and b = { $b } one state is stable: h rests at { $h }
fork_jumped = At { $letter } = { $at } the curve ended: h jumped from { $from } to { $to }, and now rests at { $h }
space_pair = ({ $a }, { $b })
space_ends =
    { $n ->
        [one] { $n } stable state
       *[other] { $n } stable states
    }: from { $from } the path ends at { $end }, { $at }
space_goes_on =
    { $n ->
        [one] { $n } stable state
       *[other] { $n } stable states
    }, but from { $from } the path never rests: it comes round in about { $round } steps
space_turns = No state is stable: from { $from } the path never rests, and comes round in about { $round } steps
space_eigenvalues = eigenvalues { $a } and { $b }
space_turned = eigenvalues { $real } ± { $imaginary } i
space_stable = { $name }, stable
space_ends_here = { $at }; { $eigenvalues }; { $share } of the plane end here
space_is = { $at }; { $eigenvalues }
space_of_plane = { $share } of the plane
space_axis = axis { $number }, { $share } of the variance
space_all =
    all { $n ->
        [one] { $n } unit
       *[other] { $n } units
    }
space_cut = { $cell }: the cut is right for { $axes } of the states, and for { $end } of the last ones
space_hidden = { $cell }: the cut is right for { $axes } of the states seen here, and one through { $all } for { $by_all }
space_unlearned = { $cell }: the cut is right for { $axes } of the states seen here, and one through { $all } for { $by_all }: not learned
space_line = { $cell }: axis 1 explains { $axes } of the sum so far, at the last step { $end }
space_none = { $cell }: axis 1 explains { $axes } of the sum so far, { $all } { $by_all }: not learned
space_by_all =
    Told by { $n ->
        [one] { $n } unit
       *[other] { $n } units
    }, on other sequences
space_shown_of = { $n } of { $all }
fork_below = At every stable state the slope is below 1: at most { $most }, at { $letter } = { $at }
fork_meets = At every stable state the slope is below 1; it is 1 only at { $letter } = { $at }, where a stable and an unstable state meet
fork_meets_twice = At every stable state the slope is below 1; it is 1 only at { $letter } = { $low } and { $high }, where a stable and an unstable state meet
halflives_row = { $cell }, { $name }
halflives_line =
    { $n ->
        [one] { $n } step
       *[other] { $n } steps
    }
halflives_of =
    { $keep } of { $all ->
        [one] { $all } unit
       *[other] { $all } units
    } of the { $cell }
halflives_and = { $first } and { $keep } of the { $cell }
halflives_trained =
    After training, { $who } keep at least half of what they hold on the { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } from “{ $word }” to the loss; before training, with bias +1, { $before } did
halflives_now =
    Now { $who } keep at least half of what they hold on the { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } from “{ $word }” to the loss; the longest half-life is { $longest } steps
halflives_before = { $first } and { $second }
halflives_before_one = { $first }
halflives_before_none = none
fork_meet = States meet at { $letter }
moved_word = Read “{ $other }” instead of “{ $word }”, and the { $cell }’s last state moves by { $moved } of the most it could; { $left } of the gradient is left there
moved_opposite = Change the sign of the input at “{ $word }”, and the { $cell }’s last state moves by { $moved } of the most it could; { $left } of the gradient is left there
moved_ones = Read 1 instead of 0 at “{ $word }”, and the { $cell }’s last state moves by { $moved } of the most it could; { $left } of the gradient is left there
found_headline = In the { $cell }’s last state a probe finds { $found } of what was read at “{ $word }”; { $left } of the gradient is left there
draws_none = At “{ $word }” this draw of the { $cell } keeps { $own } of the gradient
draws_headline = At “{ $word }” this draw of the { $cell } keeps { $own } of the gradient, { $place }; { $range }
draws_place = which is more than { $below } of { $drawn } draws keep
draws_range = the middle draw keeps { $middle }, nine in ten keep between { $low } and { $high }
keep_headline = At “{ $word }” the minGRU keeps { $mingru } of its old state, the minLSTM { $minlstm }
after_headline = At “{ $word }” { $mingru } of the gradient is left in the minGRU, { $minlstm } in the minLSTM, { $attention } in a head of attention
attended_headline = “{ $word }” has a weight of { $share } in the mean, and gets { $arrives } of the gradient
scan_headline =
    Over { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } a scan takes { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } instead of { $turns } turns, and { $operations } times as many operations
scan_headline_timed =
    Over { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } a scan takes { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } instead of { $turns } turns, and { $operations } times as many operations; on one thread { $time } times as long
scan_done =
    After { $rounds ->
        [one] { $rounds } round
       *[other] { $rounds } rounds
    } all { $n } states are known; step by step, the last one must wait { $waits ->
        [one] { $waits } step
       *[other] { $waits } steps
    }
scan_round = After round { $round } of { $rounds }, { $done } of { $n } states are known
scan_row = round { $round }
scan_span = { $from } to { $to }
scan_holds = { $step }, made of steps { $from } to { $to }
at_plane = { $name }: { $real } { $sign } { $imaginary } i, { $modulus } from 0
