### The figures of papers redone: what stands along their axes, and what they say.

length = T, the length of the sequence
largest = largest singular value of the recurrent matrix
networks = network
right = right answers at the end of training
left = gradient left 49 steps back, share of that at the loss
steps = training steps until solved
sequences = sequences until solved
loss = loss at the end of training
ratio = gradient at the noun / its mean over all words
how = Dot: the median of three seeds. Rings: the other two.
none = The figure appears when the runs are done.
not_solved = not solved
mean = mean of all words
bound = the bound

## With numbers or names in them.

of_paper = the paper: { $number }
of_formula = its formula: { $number }
of_guessing = guessing: { $number }
of_task = { $task }: { $said }
right_said = At T = { $a }, { $x } of the answers are right; at T = { $b }, { $y }
left_said = With a largest singular value of { $a }, { $x } of the gradient is left; with { $b }, { $y }
steps_said = Solved soonest: { $name }, after { $n } steps
sequences_said = Solved soonest: { $name }, after { $n } sequences
never_said = { $said }; not solved by most runs: { $names }
loss_said = Lowest loss: { $x } ({ $a }); highest: { $y } ({ $b })
diverged_said = { $said }; diverged: { $names }
ratio_said = At the noun the gradient of the { $a } is { $x } times its mean over all words, that of the { $b } { $y } times
