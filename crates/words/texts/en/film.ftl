### What is said of films: of the two passes, and of a training run.

passes = A film of both passes
course = A film of this training run
size = Size
make = Make the film
stop = Stop
progress = Frames
how = It shows step after step what the page shows, and is made here, in your browser.
live = This browser gives pages no encoder. The film is recorded while it plays: keep this tab in front.
none = This browser can make no film. The pictures can be taken along instead.
nothing = There is nothing to film yet.
stopped = The film was stopped. Nothing was saved.
passes_title = RNN, LSTM and GRU: forward pass and backward pass
passes_before = The three cells read the sequence from left to right.
ribbon = ∂L
reach = What is left of the gradient, as training goes on
curves = Every loss of this run, a row a number.
curves_csv = Save training curves as CSV

## With numbers or names in them.

size_of = { $width } × { $height }
far = { $n } of { $all }
done = Saved as { $name }: { $seconds } s.
forward = Forward pass, step { $n } of { $all }: { $word }
backward = Backward pass, back to { $word }. Of the gradient is left: RNN { $rnn }, LSTM { $lstm }, GRU { $gru }
course_title = RNN, LSTM and GRU learn: { $task }
at_step = { $loss } (at step { $step })
trained = Training step { $step }. Loss: RNN { $rnn }, LSTM { $lstm }, GRU { $gru }
