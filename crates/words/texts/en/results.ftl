### The texts of Results: sweeps and papers.

title = Papers redone
intro = What the papers of the field found, beside what small networks do here. Each button runs a small version of the paper’s experiment in your browser: medians of three seeds. Where our result disagrees, we say so, and by how much.
run = Run it here
cancel = Cancel
settings = Open these settings in Train
paper_found = The paper
done_here = Here
agrees = agrees
partly = agrees in part
disagrees = disagrees
recorded = Recorded on our machine. Run it on yours.
kept = Measured here before.
nothing = Not run yet.
waits = Another experiment is running; it has the machine to itself.
progress = Runs
outcome = How its runs ended
recorded_word = recorded
before_word = measured before
here_word = measured here
computed_word = computed as you read
run_column = run
task_column = task
solved_column = solved
steps_column = steps
loss_column = loss
left_column = gradient left
ratio_column = noun / mean
never = never
ablations = What each part is worth
ablations_how = Each cell without one of its parts, on this task with these settings: three seeds, with as many steps as are set above but at most 1 500, until solved. A part that costs nothing to leave out is not needed here; another task may need it.
ablations_cost = cost
ablations_same = about the same
ablations_not = not solved
ablations_better = solved; the whole cell is not
ablations_neither = the whole cell fails, too
matrix = What each part is worth, task by task
matrix_how = Steps until solved without the part, divided by those of the whole cell (medians of three seeds, at most 1 500 steps, recorded). Marked “not”: never solved without it; “–”: the whole cell did not solve it either; “only without”: solved only without it; grey: about the same, since three seeds cannot tell ×0.8 from ×1.25. A part that one task needs costs nothing on another, so papers that chose different tasks disagree. In Train, “What each part is worth” measures it on your machine.
matrix_not = not
matrix_better = only without
whole = whole
relu = ReLU instead of tanh
no_forget = no forget gate
no_input = no input gate
no_output = no output gate
coupled = input coupled to forget
linear_candidate = no tanh of the candidate
linear_output = no tanh of the cell state
no_reset = no reset gate
half_update = no update gate (z ≡ 0.5)
reset_before = reset before the product
tanh_rnn = RNN, tanh
chrono_start = LSTM, chrono
plot_tanh = tanh
plot_identity_fast = ReLU at 0.001
plot_identity = ReLU at 0.0001
plot_bias_0 = LSTM bias 0
plot_bias_1 = LSTM bias 1
plot_chrono = LSTM chrono
plot_whole = whole
plot_no_forget = no forget
plot_no_input = no input
plot_no_output = no output
plot_coupled = coupled
plot_linear = no tanh c
plot_order = temporal order
plot_short = agreement over 4 words
plot_long = temporal order, T = 60
plot_adding = adding
plot_agreement = agreement
bengio_cite = Bengio, Simard and Frasconi 1994, Learning long-term dependencies with gradient descent is difficult
bengio_found = To latch a bit of information safely, a network’s map must contract, and then the gradient shrinks exponentially with the span: “gradient based learning algorithms face an increasingly difficult problem as the duration of the dependencies to be captured increases” (abstract).
bengio_here = A tanh RNN of 16 units has to name the first of T symbols: 1 500 steps of Adam, batches of 32.
hochreiter_cite = Hochreiter and Schmidhuber 1997, Long short-term memory
hochreiter_found = Adding over at least T = 100 steps: an LSTM of 2 blocks of 2 cells, without a forget gate, learned it after 74 000 sequences (Table 7, mean of 10 trials): by then 2 000 in a row were within 0.04 of a target scaled to 0 to 1.
hochreiter_here = An LSTM of 32 units with a forget gate of bias 1, Adam at 0.005, batches of 32; solved when the mean squared error is below 0.01. A tanh RNN runs beside it. The task is in its later form (Le et al. 2015): values from 0 to 1, with their sum as the target. In 1997 the values lay between −1 and 1, and the first marker among the first ten steps.
pascanu_cite = Pascanu, Mikolov and Bengio 2013, On the difficulty of training recurrent neural networks
pascanu_found = If the largest singular value of $W_{ $hh }$ is below 1 (for tanh), gradients must vanish: what is left is at most that value to the power of the number of steps (section 2.1). “As the length of the sequence increases, using clipping becomes more important to achieve a better success rate” (section 4.1.1, temporal order).
pascanu_here = A tanh RNN of 32 units with $W_{ $hh }$ scaled: how much of the gradient is left 49 steps back. Then temporal order: 50 units, gradient descent with momentum at rate 0.03, 3 000 steps, with and without clipping of the norm at 1.
chung_cite = Chung, Gulcehre, Cho and Bengio 2014, Empirical evaluation of gated recurrent neural networks on sequence modeling
chung_found = With equally many parameters, gated units “are indeed better than more traditional recurrent units such as tanh units. Also, we found GRU to be comparable to LSTM” (abstract; polyphonic music and speech).
chung_here = Cells with as many parameters as an LSTM of 24 units, on a short task (agreement over 4 words) and a long one (temporal order, T = 60), with the page’s own start (chrono).
le_cite = Le, Jaitly and Hinton 2015, A simple way to initialize recurrent networks of rectified linear units
le_found = Started at the identity and with ReLU, a plain RNN is “comparable to a standard implementation of LSTMs” on four benchmarks, adding among them (abstract).
le_here = Adding over T = 100, 100 units each, Adam at 0.001 (the ReLU network at 0.0001, too), clipped at 1, at most 4 000 steps. Guessing scores 0.1667.
jozefowicz_cite = Jozefowicz, Zaremba and Sutskever 2015, An empirical exploration of recurrent network architectures
jozefowicz_found = “Adding a bias of 1 to the LSTM’s forget gate closes the gap between the LSTM and the GRU” (abstract).
jozefowicz_here = Temporal order over T = 60, 32 units, PyTorch’s start: the LSTM with forget bias 0 and 1, and the GRU.
greff_cite = Greff, Srivastava, Koutník, Steunebrink and Schmidhuber 2015, LSTM: a search space odyssey
greff_found = Of eight variants, none improves significantly on the standard LSTM; “the forget gate and the output activation function” are “its most critical components” (abstract; speech, handwriting, music).
greff_here = An LSTM of 16 units with a forget bias of 1, without each of its parts in turn, on adding over 50 and agreement over 20. The paper’s LSTM has peepholes; this one has none.
greff_unlike = { " " }Neither is a part that the paper names: which part matters depends on the task and on the start (the matrix below starts with chrono and 32 units).
arjovsky_cite = Arjovsky, Shah and Bengio 2016, Unitary evolution recurrent neural networks
arjovsky_found = Copying 10 symbols, each one of 8, over T blanks: a network that gives blanks and then any symbol scores 10 ln 8 / (T + 20). RNNs and LSTMs get almost exactly that, except in the simplest case.
arjovsky_here = T = 100, 64 units, forget bias 1, Adam at 0.005, 1 500 steps. T = 100 is the paper’s shortest span, the case that it excepts. We do not run longer spans, so our runs agree in part at best.
tallec_cite = Tallec and Ollivier 2018, Can recurrent neural networks warp time?
tallec_found = Started with forget biases drawn as ln U(1, T − 1) (chrono), an LSTM learns adding faster than with bias 1: “7 times faster for T = 750” (Fig. 4).
tallec_here = Adding over T = 200, 32 units, Adam at 0.005.
madsen_cite = Madsen 2019, Visualizing memorization in RNNs
madsen_found = Connectivity is the norm of the gradient of the right answer’s output with respect to each input: how strongly each input moves the prediction. Equal accuracy can hide different connectivity. In autocomplete on text8 the GRU is right 52.0 % of the time and the LSTM 51.4 %, but they react to inputs from very different distances.
madsen_here = Agreement over 12 words, until solved: the gradient’s norm at the noun that decides, divided by its mean over all words.

## With numbers or names in them.

counted = { $word }: { $n }
of_runs = { $n } of { $all }
run_time = Run it here (about { $seconds })
measured = Measured here, in { $seconds }.
under_way =
    { $n } of { $all ->
        [one] { $all } run
       *[other] { $all } runs
    } done · about { $left } left
under_way_first =
    { $n } of { $all ->
        [one] { $all } run
       *[other] { $all } runs
    } done
failed = This could not be run ({ $why }). Run it again, or reload the page.
seconds = { $n } s
minutes = { $n } min
ablations_times = { $n } times the steps
identity_rnn = RNN, ReLU, identity, rate { $rate }
with_bias = LSTM, forget bias { $bias }
with_largest = singular value { $largest }
clipped_at = T = { $length }, clipped at 1
not_clipped = T = { $length }, not clipped
plot_clip = T = { $length }, clip
plot_no_clip = T = { $length }, no clip
short_task = agreement over 4: { $cell }
long_task = order, T = 60: { $cell }
on_adding = adding: { $name }
on_agreement = agreement: { $name }
bengio_said = Solved at T = 5 in { $first } runs, at T = 80 in { $last }.
hochreiter_said = Our LSTM takes { $n } sequences (median) to reach its mark. The paper’s took 74 000 to reach another one, so their ratio means nothing. Adam, batches and the forget gate came later. The RNN solves it in { $rnn } runs.
pascanu_said = The bound holds in every run: with a singular value of 0.5 it allows { $bound }, and { $left } is left. Temporal order at T = { $length }: solved in { $with } runs with clipping, and in { $without } without.
chung_said = The RNN solves the long task in { $rnn } runs, the LSTM in { $lstm } (steps: { $l }), the GRU in { $gru } (steps: { $g }).
le_said = Loss at the end: RNN with ReLU and identity { $identity } (solved in { $solved } runs), tanh RNN { $tanh }, LSTM { $lstm }. At ten times the rate the ReLU network diverges in { $diverged } runs.
jozefowicz_said = Steps to solve it (median): bias 0 { $without }, bias 1 { $with }, GRU { $gru }.
greff_said = What hurts most is “{ $adding }” on adding and “{ $agreement }” on agreement. With the input gate coupled to the forget gate, adding takes { $ratio } times as many steps as with the whole cell.
arjovsky_said = The formula gives { $baseline }; after 1 500 steps the RNN scores { $rnn } ({ $off } off), the LSTM { $lstm }, the GRU { $gru }.
tallec_said = At T = 200, chrono solves it { $ratio } times faster than a bias of 1.
tallec_never = At T = 200, a bias of 1 solves it in { $plain } runs and chrono in { $chrono }.
madsen_said = All three stop at 95 % right. At the noun that decides, the gradient’s norm is { $rnn } (RNN), { $lstm } (LSTM) and { $gru } (GRU) times its mean over all words: equal accuracy, different connectivity.
