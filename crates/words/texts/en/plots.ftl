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
