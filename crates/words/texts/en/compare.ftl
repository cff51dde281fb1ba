### The prose of Compare.

title = RNN, LSTM and GRU, compared
intro = What people usually say about the three, beside what we measure here. One button measures everything in the table on your machine; each number is the median of three seeds.
claim = The claim
outcome = What we find
usually = usually said:{ " " }
not_yet = not measured yet
short = Short sequences
short_how = choose “was” or “were” for a noun 4 words earlier; training stops at 95 % right
short_claims = handles them|handles them|handles them
long = Long dependencies
long_how = the same, for a noun 40 words earlier
long_claims = weak|good|good
vanishing = Resistance to vanishing
vanishing_how = share of the gradient left 20, 50 and 100 steps back, before training; 12 hidden units; the biases of the forget gate and the update gate are +1; your browser has just worked these shares out
vanishing_claims = poor|good|good
complexity = Complexity of a step
complexity_claims = low|high|medium
complexity_said = RNN, LSTM and GRU are in the ratio 1 to 4 to 3 exactly, as they have 1, 4 and 3 blocks; each block has two matrices, one for the input and one for the state.
speed = Training speed
speed_how = add the two marked numbers in a list of 50: time of a training step, and training steps until the task is solved
speed_claims = fast|slow|faster than the LSTM
speed_none = time: measure it here
speed_recorded = The times appear once you measure them here. Until then the verdict rests only on how many training steps each cell needed when we recorded these runs.
parameters = Parameters
parameters_how = of the recurrent layer: blocks × H × (I + H + 2); PyTorch has two biases
parameters_claims = fewest|most|three quarters of the LSTM’s
memory = Memory in training
memory_claims = low|high|medium
complex = Complex sequences
complex_how = is a review good or bad? With “not”, “but” and “though”; at most 800 steps
complex_claims = limited accuracy|high accuracy|high accuracy
complex_agrees = The LSTM and the GRU solve it; within 800 steps the RNN does not. With a lower learning rate and more training steps it does: lesson 8 tries that.
best = Best for
contest_short = short
contest_long = long
contest_adding = adding
contest_complex = complex
best_how = fewest steps in each of the four tasks above; numbers of steps that differ by less than a fifth count as equal
best_claims = short sequences, teaching|long, complex sequences|the same with fewer weights
best_none = first in none
best_said = Several cells share first place: if cells are level in a task, each of them is named. Try both the LSTM and the GRU on your own task before you choose.
agrees = agrees
partly = in part
disagrees = disagrees
length = How far can each reach?
length_how = The share of right answers when training ends, by the number of words between noun and verb. The line is the median of three seeds; the band runs from the lowest to the highest. Training ends at 95 % right or after 1 000 steps.
none_recorded = Nothing is recorded: run it here.
chart_recorded = Recorded earlier: drawn pale until you measure it here.
units_sweep = What do more units cost?
units_how = For the same number of hidden units in each cell: the time of a training step (T = 50, batches of 32), parameters and memory, on log scales.
equal_sweep = And with equal numbers of parameters?
equal_how = The same three costs as above, but here the RNN and the GRU get more units, until they have about as many parameters as the LSTM.
milliseconds = ms a step
parameter_count = parameters
megabytes = MB in training
pros = Pros and cons, each with its experiment

## With numbers or names in them.

machine =
    { $browser }, { $threads ->
        [one] { $threads } thread
       *[other] { $threads } threads
    }; two workers at a time.
settings =
    Settings: { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    }, the optimizer Adam with a learning rate of 0.005, batches of 32, and gate biases set for the length of the sequence (chrono), as in Train.
solved_in =
    { $solved } solved, { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    }
not_solved = { $solved } solved, { $right } right
short_same = All three solve it; the { $best } needs the fewest steps. But the numbers are too close for us to call any cell better: on short sequences the plain RNN is enough.
short_first = All three solve the task, so each handles short sequences. The { $best } needs at least a fifth fewer steps than one of the others.
short_other = Not all three solve it here: the RNN does in { $rnn } of three runs, the LSTM in { $lstm }, the GRU in { $gru }.
long_agrees = The RNN gets { $right } right, no better than guessing; the LSTM and the GRU solve it.
other = Here the RNN solves it in { $rnn } of three runs, the LSTM in { $lstm }, the GRU in { $gru }.
vanishing_said = Over 100 steps the LSTM keeps { $times } times as much gradient as the RNN. But with a bias of 0, PyTorch’s default, the LSTM keeps { $lstm } over 20 steps, the GRU { $gru } and the RNN { $rnn }.
complexity_how = multiply-adds for one time step of one sequence: blocks × H × (I + H), with I = { $inputs } inputs and H = { $units } hidden units; each gate is a block; so is the new state in the RNN, and so is the candidate in the LSTM and the GRU
complexity_cell =
    { $gates ->
        [one] { $gates } gate
       *[other] { $gates } gates
    }; { $blocks } × { $units } × ({ $inputs } + { $units }) = { $count }
speed_total =
    { $each } × { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
    } = { $total }
speed_never = { $each } a step, never solved
speed_said = A GRU step takes { $step } of the time of an LSTM step. To solve adding, the GRU takes { $total } of the LSTM’s time. The RNN’s steps are cheap, but it never gets there.
speed_all = A GRU step takes { $step } of the time of an LSTM step. To solve adding, the GRU takes { $total } of the LSTM’s time. The RNN solves it here, too.
speed_slower = A GRU step takes { $step } of the time of an LSTM step. To solve adding, the GRU takes { $total } of the LSTM’s time: here it is not clearly faster.
speed_step_only = A GRU step takes { $step } of the time of an LSTM step. The two cells do not both solve adding here, so their times to a solution cannot be compared.
parameters_cell = { $blocks } × { $units } × ({ $inputs } + { $units } + 2) = { $count }
parameters_said =
    These are counts. To have as many parameters as an LSTM of { $lstm ->
        [one] { $lstm } hidden unit
       *[other] { $lstm } hidden units
    }, an RNN needs { $rnn ->
        [one] { $rnn } hidden unit
       *[other] { $rnn } hidden units
    } and a GRU { $gru }.
memory_how = for T = { $steps }, batches of { $batch }, in float32: weights, the two running means that Adam keeps for each weight, what the backward pass needs from every step, and the sum of the three
memory_cell = { $weights } + { $adam } + { $states } = { $all }
memory_said = What the backward pass needs is { $share } of the LSTM’s memory. It grows with the length of the sequence; the weights do not.
best_cell = first in: { $tasks }
best_all = One cell is first in all four here: { $cell }.
