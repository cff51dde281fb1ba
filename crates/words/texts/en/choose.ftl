### The prose of Choose.

title = Which cell should I use?
intro = First a guide for readers in a hurry, then six questions. The advice follows from a table of rules, and each reason leads to an experiment that you can run.
glance = At a glance
glance_why = The usual advice is shorter: start with a GRU. Here the LSTM learns faster on some tasks and the GRU on others, and you cannot tell beforehand which will be faster on yours. If you can train only one of them, take the GRU: it is smaller.
glance_near = what counts lies a few steps back
glance_baseline = a baseline, or a first network to understand
glance_far = something far back must be kept exactly
glance_fast = a quick first try; speed and size count
glance_edge = a stream on a small device
glance_little = only hundreds of sequences
glance_unknown = you do not know yet what counts
glance_many = several words decide together, as with “not” and “but”
glance_line = a forecast from a short series
glance_text = text to write or to translate
glance_endless = thousands of steps, and a GPU
length = How long are your sequences?
length_short = up to 20 steps
length_medium = 20 to 200
length_long = 200 to 2 000
length_endless = longer
data = How much data do you have?
data_little = hundreds of sequences
data_some = thousands
data_much = a million or more
place = Where will it run?
place_edge = on a small device, step by step in a stream
place_cpu = on a laptop
place_gpu = on a GPU
needs = What does an answer depend on?
needs_near = the last few steps
needs_far = something far back, kept exactly
needs_many = several things at once
needs_unknown = I do not know
first = What matters most?
first_accuracy = accuracy
first_speed = speed and size
first_baseline = a baseline, or teaching
task = What kind of task is it?
task_classify = a class for each sequence
task_forecast = numbers to forecast
task_tag = a tag for each step
task_generate = text to generate
task_translate = translation
units = Hidden units
inputs = Numbers per step
advice_rnn = A plain RNN
advice_gru = A GRU
advice_lstm = An LSTM
advice_both = Try both: GRU and LSTM
advice_line = None of the three yet: a linear model first
advice_transformer = None of the three: a pretrained transformer
advice_parallel = None of the three: a state-space model or a convolution
because = Why
try_both = Set up these two runs
sizes_how = Weights, with PyTorch’s two biases: blocks × H × (I + H + 2). Multiply-adds per step: blocks × H × (I + H).
basis = one multiply-add per cycle on a Cortex-M4 at 80 MHz, four on a core of a Raspberry Pi 4 at 1.5 GHz, eight on a laptop core at 3 GHz, with all weights in fast memory.
cost = cost
parameters = weights
float = float32
int = int8
products = multiply-adds a step
m4 = Cortex-M4
pi = Raspberry Pi 4
laptop = laptop core
reason_short = Over a handful of steps the plain RNN learns as fast as the others, with a quarter of the LSTM’s weights. [Compare measures it](#view=compare).
reason_near = What the answer needs is close by: the gradient does not have far to go, so it does not vanish on the way. [One step back](#lesson=bptt.2).
reason_vanish = A plain RNN hardly learns from what lies more than ten or twenty steps back: with 20 words between, most of its runs fail, and none of the gated cells’ do. [Accuracy against length](#view=compare).
reason_road = A cell state is a road with a gate on it: what must be kept exactly bypasses the weights. [The road back, and the road closed](#lesson=lstm.6).
reason_bias = Start with the forget gate open, or even an LSTM will forget. [Without the forget bias](#lesson=lstm.8).
reason_light = A GRU has three quarters of an LSTM’s weights and no second state to keep. [Fewer parameters](#lesson=gru.6).
reason_either = Which of the two learns faster depends on the task, and you cannot know that in advance. [The mistake of not trying](#view=reference&page=mistakes).
reason_gates = No gate is worth the same on every task. [What each part is worth](#view=results).
reason_stream = A recurrent step costs the same however long the stream runs, and keeps { "{" }H{ "}" } numbers. [After the transformer](#lesson=transformer.1).
reason_line = With so little data, or as a baseline, a weighted sum of the last values (linear autoregression) is hard to beat, and so is the last value alone. Here one of them often wins. [How much does the past tell?](#lesson=series.6).
reason_fit = A network learns a few hundred sequences by heart. [Overfitting](#view=reference&page=mistakes).
reason_read = At this scale attention can look at every token directly, and it trains on all positions at once. [What attention buys](#lesson=transformer.5).
reason_pretrained = A model that has already read a great deal needs little of your data. Small networks trained from scratch cannot rival it, here or anywhere. [What is not claimed](#lesson=transformer.6).
reason_wait = A recurrent network computes one step after another, so over thousands of steps training is slow. [What a token costs](#lesson=transformer.3).
reason_fade = Even a gated cell loses what lies thousands of steps back, unless it is trained to keep it. [Gradient left at 100 steps](#view=compare).
reason_teach = Two matrices and one tanh: you can work out everything in it by hand. [The first step, by hand](#lesson=recurrence.2).
reason_limit = And it shows what the others were made for. [Vanishing gradients](#lesson=vanishing.1).
reason_many = Where several words decide together, as with “not” and “but”, the LSTM and the GRU get there sooner, and at larger learning rates. [Sentiment](#lesson=words.3).
reason_tags = What counts is not how long a text is, but how long something must be kept: an RNN tags long sentences just as well as short ones. [An answer at every word](#lesson=words.4).

## With numbers or names in them.

wrong = Found { $found }; expected a whole number from 1 to 1024. { $default } is used.
sizes =
    What it takes, with { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    } and { $inputs ->
        [one] { $inputs } number
       *[other] { $inputs } numbers
    } per step
estimate = The times are estimates, not measurements: { $basis }
formula = { $blocks } × { $units } × ({ $inputs } + { $units } + 2) = { $count }
