### The texts of Train.

task = Task
adding = Adding
adding_knob = Length
adding_asks = What do the two marked numbers add up to?
adding_scores = Guessing 1 every time has a loss of { $baseline } (the variance of the sum of two uniforms; 0.1767 is often quoted).
copy = Copy
copy_knob = Blanks
copy_asks = Which ten symbols came before the pause?
copy_scores = Giving blanks and then any symbol has a loss of { $baseline }.
recall = First symbol
recall_knob = Length
recall_asks = Which symbol came first?
recall_about = All that follows is noise.
recall_scores = Guessing has a loss of { $baseline }.
order = Temporal order
order_knob = Length
order_asks = X or Y, twice in the noise: which came, and in which order?
order_scores = Guessing has a loss of { $baseline }.
parity = Parity
parity_knob = Length
parity_asks = Is the number of 1s so far even or odd?
parity_about = The question comes after every bit.
parity_scores = Guessing has a loss of { $baseline }.
brackets = Brackets and quotes
brackets_knob = Greatest depth
brackets_asks = What has to close next: a bracket, a quote, or nothing?
brackets_about = The question comes after every character. Between quotes brackets do not count. The texts are generated.
brackets_scores = Going by the last character alone has a loss of { $baseline }.
agreement = Agreement
agreement_knob = Distance
agreement_asks = Was or were?
agreement_about = The subject at the start decides; the nouns in between mislead. The sentences are generated.
agreement_scores = Following the nearest noun, or most of the nouns, has a loss of { $baseline }.
sentiment = Sentiment
sentiment_knob = Words between
sentiment_asks = A good review, or a bad one?
sentiment_about = “but” and “though” say which clause counts, “not” flips it. The sentences are generated.
sentiment_scores = Counting good and bad words has a loss of { $baseline }.
speech_parts = Parts of speech
speech_parts_knob = Longest chain
speech_parts_asks = Which part of speech is each word?
speech_parts_about = “they cook and plan and watch” are verbs, “the cook and plan and watch” nouns. The texts are generated.
speech_parts_scores = Giving each word its most frequent tag has a loss of { $baseline }.
entities = Named entities
entities_knob = Longest list
entities_asks = Person, place or firm?
entities_about = “We met Jordan, Ford and Kent” or “we left Jordan, Ford and Kent”: only the verb tells. The texts are generated.
entities_scores = Giving each word its most frequent tag has a loss of { $baseline }.
speech = Speaker
speech_knob = Frames read
speech_asks = Who said “ae”?
speech_about = Nine speakers say two vowels, “a” then “e”: real recordings, 12 cepstrum coefficients a frame (Kudo, Toyama and Shimbo 1999, Japanese Vowels, UCI Machine Learning Repository, CC BY 4.0; the authors’ split). The task is to tell speakers apart, not to turn speech into text. On sequences this short the plain RNN is as good.
speech_scores = Guessing has a loss of { $baseline }.
fetching = fetching the data…
try_again = Try again
frames = Moving dot
frames_knob = Flickering pixels
frames_asks = Where does the dot go?
frames_about = Ten frames of 8 × 8 pixels, generated; it leaves at one edge and comes in at the other.
frames_scores = Guessing has a loss of { $baseline }.
clicks = Next click
clicks_knob = Clicks a visit
clicks_asks = Which page comes next?
clicks_about = People browse, compare or buy, and never say which: a simulated click-stream.
clicks_scores = Counting how often each page follows another has a loss of { $baseline }.
characters = Next character
characters_knob = Length
characters_asks = Which character comes next?
characters_about = Poems by Shakespeare, Blake, Carroll, Wordsworth, Shelley, Coleridge, Tennyson, Burns, Yeats and Poe (public domain), 11 598 characters: few enough to learn by heart, as the thin line shows. Unigram: how frequent each character is; bigram: how often each follows another.
characters_scores = { $baseline }
own_text = Own text
own_text_asks = Which character of your own text comes next?
own_text_about = It stays in this browser.
own_text_scores = { $baseline }
next_word = Next word
next_word_knob = Sentences between
next_word_asks = Which word comes next?
next_word_about = “Anna had a red ball. It was late. She gave the red ball to Ben.” Who, what and which colour must be remembered. The stories are generated. Unigram: how frequent each word is; bigram: how often each follows another.
next_word_scores = { $baseline }
written_title = What it writes
written_how = it writes alone: each answer is read as the next input; grey: what it was given first
temperature = Temperature
temperature_tip = 0.1 nearly always takes the likeliest; 1 draws by the network’s own probabilities; 2 is wilder
translation = Translation
translation_knob = Digits
translation_asks = Which number is it?
translation_about = Number words in English, French, German and Spanish, to digits: “vier hundert sieben und zwanzig” is 427. An encoder reads the words, a decoder begins with its last state and writes digits. It learns with teacher forcing: it reads the digit that was right, not the one it gave. German compounds are split into words. None of the tested numbers was learned in any language.
translation_scores = Guessing by how frequent each digit is at its place has a loss of { $baseline }.
forced = forced
by_itself = by itself
own_series_label = Your table: each row is a time step; the first column of numbers is forecast
own_series_example =
    month,sales
    2020-01,112
    2020-02,118
    …
own_text_label = Your text, at least 100 characters
own_text_example = Paste a text…
own_file = Or a file
own_try = Fill in an example
own_series_tip = Airline passengers by month, 1949–1960, in thousands (Box and Jenkins 1976)
own_text_tip = “The Tyger” (Blake 1794, public domain)
own_text_sample =
    Tyger Tyger, burning bright,
    In the forests of the night;
    What immortal hand or eye,
    Could frame thy fearful symmetry?

    In what distant deeps or skies,
    Burnt the fire of thine eyes?
    On what wings dare he aspire?
    What the hand, dare seize the fire?

    And what shoulder, & what art,
    Could twist the sinews of thy heart?
    And when thy heart began to beat,
    What dread hand? & what dread feet?

    What the hammer? what the chain,
    In what furnace was thy brain?
    What the anvil? what dread grasp,
    Dare its deadly terrors clasp!

    When the stars threw down their spears
    And water'd heaven with their tears:
    Did he smile his work to see?
    Did he who made the Lamb make thee?

    Tyger Tyger burning bright,
    In the forests of the night:
    What immortal hand or eye,
    Dare frame thy fearful symmetry?
    { "" }
own_reads = Your data is being read.
own_kept = Your earlier data is used; new data takes its place.
own_empty = Paste a table of at least 30 rows of numbers, or choose a file.
own_text_empty = Paste a text of at least 100 characters, or choose a file.
own_text_constant = The text is one character over and over: there is nothing to learn.
ahead = Steps ahead
window = Window
window_tip = How many steps are read before each forecast
co2 = CO₂
co2_asks = How much CO₂ will there be?
co2_about = Mauna Loa, monthly, 1958–2001, ppm (Keeling and Whorf 2004, CDIAC, public domain): a trend and a season. Five months missing from the source (June and October 1958, February to April 1964) are filled in along straight lines.
co2_scores = { $baseline }
sunspots = Sunspots
sunspots_asks = How many sunspots next year?
sunspots_about = Yearly, 1700–2008 (NOAA National Geophysical Data Center, public domain): a cycle of about 11 years.
sunspots_scores = { $baseline }
sst = Sea surface
sst_asks = How warm will the sea be?
sst_about = The eastern Pacific (Niño 1+2), monthly, 1950–2010, °C (NOAA ERSST.V3B, public domain): each month resembles the one before.
sst_scores = { $baseline }
weather = Daily weather
weather_asks = How warm tomorrow?
weather_about = Seattle, daily, 2012–2015: highest and lowest temperature, rain and wind (NOAA, public domain).
weather_scores = { $baseline }
hourly = Hourly normals
hourly_asks = How warm will the next hours be?
hourly_about = The daily cycle: Seattle’s climate normals of 1981–2010, a year of hours, °F (NOAA, public domain). This is no sensor’s record but a mean over thirty years, so it is far cleaner than any weather: a sum of a few smooth waves, which a weighted sum of the last values (linear autoregression) predicts almost exactly. The networks beat the last value and the season, but none beats the linear model: here it is enough.
hourly_scores = { $baseline }
employment = Employment
employment_asks = How many jobs will there be?
employment_about = Jobs in the US, monthly, 2006–2015, thousands: all nonfarm, manufacturing, leisure (Bureau of Labor Statistics, public domain). The crash of 2008 is in the training part, the recovery in the validation part.
employment_scores = { $baseline }
market = Market price
market_asks = Where does the price go?
market_about = A simulated price, a random walk: each day’s change is pure chance, as likely up as down, whatever came before. So nothing beats the last value. A network that keeps learning learns the accidents of the past: its training loss falls while validation (thin) rises.
market_scores = { $baseline }
own_series = Own series
own_series_asks = What comes next in your own table?
own_series_about = The first column of numbers is forecast, from all of them. It stays in this browser.
own_series_scores = { $baseline }
forecast_title = The end of the series
forecast_how = kept out of training. Grey: the truth; colour: the forecast; the band should hold 95 %, going by the errors on validation
ahead_title = Several steps ahead, from its own forecasts
ahead_how = From the chosen step on, each network reads its own forecasts as if they were values, so what it gets wrong early it carries along. Thick: these forecasts. Dashed: one step ahead, from the true values. Grey: the truth.
ahead_keeps = Only the first column is forecast; the others keep their last values.
ahead_walk = Nothing continues a random walk better than its last value, held. Any slope here was learned from chance.
ahead_from = Last value read
ahead_axis = steps ahead
on_its_own = on its own
one_step = one step
trivial = baseline
last_value = last value
seasonal_naive = seasonal naive
unigram = unigram
bigram = bigram
units = Hidden units
layers = Layers
rule = Optimizer
rate = Rate
clip = Clip at
clip_tip = The largest norm that the gradient may have; a larger gradient is scaled down to it
more = More
dropout = Dropout
batch = Batch
start = Start
bias = Forget/update bias
seed = Seed
seeds = Seeds
steps = Steps
until = Until loss below
until_tip = The run ends when the mean loss of a hundred steps is below this. 0: never.
schedule = Rate over time
constant = constant
cosine = cosine to 0
halving = halved five times
warmup = warm-up
chunk = Back at most
parts = Parts of a batch
parts_tip = Each part is computed by its own worker, at the same time: faster if the networks are large and the machine has cores to spare. The sums are added in the order of the parts, so the losses are the same on every machine
chunk_tip = Truncated backpropagation through time: the gradient is cut after this many steps. 0: never.
cases = Training sequences
cases_tip = The training set holds so many sequences, in whole batches, and the network reads them again and again. 0: every batch is new.
patience = Patience
patience_tip = The run ends when validation has not improved for this many checks, one every 20 steps. 0: never.
equal = Equal parameters
equal_tip = The RNN and the GRU get more hidden units, to have about as many parameters as the LSTM.
raw = Not normalised
raw_tip = The network reads the series as it is. Its answers are still in units of the typical move.
begin = Train
toggle_tip = Train or pause all three (space)
pause = Pause
step = Step
step_tip = One training step
stop = Start over
stop_tip = Back to the start; the weights are drawn again from the seed
loss_title = Loss
reach_title = How far the gradient reaches
all_of_it = all of it
ablation = Leave out
whole = nothing
no_forget = LSTM: forget gate (f ≡ 1)
no_input = LSTM: input gate (i ≡ 1)
no_output = LSTM: output gate (o ≡ 1)
coupled = LSTM: own input gate (i = 1 − f)
linear_candidate = LSTM: tanh of the candidate
linear_output = LSTM: tanh of the cell state
no_reset = GRU: reset gate (r ≡ 1)
half_update = GRU: update gate (z ≡ 0.5)
reset_before = GRU: reset before the product (Cho 2014)
relu = RNN: tanh (ReLU instead)
example_title = A fresh example
example_how = from validation: what the network answers now
guessing = no better than the baseline
learning = better than the baseline
ready = not yet trained
diverged_short = diverged
too_large_short = too large to start
with_clip = Clip at 1
lower_rate = A tenth of the rate
here = no worker could be started, so it trains on the page, in short slices
kept_format = another version of this page saved this run in a form that this one cannot read; it starts over, and replaces what was saved
kept_damaged = what was saved of this run is damaged; it starts over, and replaces what was saved
now = now
moment = Look back
moment_tip = Back through the checkpoints: the examples show what the networks answered then
lab_untrained = … and untrained
lab_padded = The Lab gives all cells the same number of units; the units that a cell does not have do nothing there.
lab_not = The Lab opens networks of up to 128 hidden units.
truth = truth
answer = answer
tags_how = Under each input: what is right; struck out: the network’s answer, where it was wrong.
frames_label = The frames, from left to right, row by row
loss = loss
loss_how = At each training step, on a log scale; the large number is the mean of the last 100 steps. Ticks at the foot: steps whose gradient was clipped.
clipped_steps = steps clipped
mark_baseline = Thin: validation. Solved: validation below every baseline.
solved_line = solved
validation_line = validation
recorded_line = recorded
recorded_same = Grey: a run recorded with these settings; yours is drawn over it.
recorded_other = Grey: a run recorded with the default settings; yours differ.
before_clipping = before clipping
after_clipping = after clipping
norm_axis = gradient’s norm
norms = Gradient’s norm and clipping
reach_how = How much of the last answer’s gradient is left. Upwards: steps back in time. To the right: training steps.
reach_table = How much of the gradient is left, by steps back
steps_back = steps back
reach_shade = share of the gradient
share_axis = probability
place_axis = step of the sequence
value_axis = number
list_name = number
marked_name = marked
others = other answers
forecast_line = forecast
far_line = far off
controls = What is trained
runs = The three runs
transport = Training
own_heading = Your own data
own_hint = A text file; it stays in this browser.
never = 0: never
has_begun = Training.
rests = Training has stopped.
wrong = wrong
answers_label = Answers, and what is right
diverged_why = The loss grew without bound. The weights from before are kept.
sentence_gap = ___
asked_label = An example
asked_gap = ?
asked_nothing = ·
asked_left_out = …

## With numbers or names in them.

not_fetched = The data ({ $file }) could not be fetched: { $why }.
own_unread = The browser could not read the file ({ $why }). Choose it again.
own_absent = This browser does not have the data that the address names ({ $file }). Add it again, above.
own_file_of = A file of { $bytes }
own_last =
    { $found }: the last { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } are used.
own_first =
    { $found }: the first { $n ->
        [one] { $n } character
       *[other] { $n } characters
    } are used.
own_read_alone =
    Read { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }; “{ $target }” is forecast.
own_read =
    Read { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }; “{ $target }” is forecast, from { $all }.
own_text_short =
    Found { $n ->
        [one] { $n } character
       *[other] { $n } characters
    }; expected at least { $least }. Use a longer text.
own_text_read =
    Read { $n ->
        [one] { $n } character
       *[other] { $n } characters
    }, { $kinds } of them different. An accented letter or a whole emoji counts as one.
number_wrong = Found { $found }; expected { $low } to { $high }. { $used } is used.
baselines_are = Baselines, by validation: { $all }.
linear =
    linear, { $n ->
        [one] { $n } lag
       *[other] { $n } lags
    }
step_takes = { $time } a step, { $bytes }
solved = solved at step { $n }
beats = better than every baseline since step { $n }
beat_once = better than every baseline at step { $n }, but no longer; the test takes the weights with the best validation
right = { $share } right
chance = baseline: { $share } right
loss_is = loss { $loss }
norm = gradient’s norm { $before }
norm_clipped = gradient’s norm { $before }, clipped to { $after }
validation = validation loss { $loss }
mark_loss = Solved: below { $mark }.
mark_right = Solved: { $mark } right.
clip_at = clipped at { $clip }
norms_headline = The gradient’s norm was at most { $most } before clipping; it was clipped in { $share } of the steps
or_less = { $least } or less
reach_place =
    Training step { $step }, { $back ->
        [one] { $back } step
       *[other] { $back } steps
    } back: { $left }
is_left =
    { $cell }, { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } back: { $before } of the gradient was left before training, { $now } is left now
no_reach = { $cell }: drawn from the first training step on
less_than = less than { $least }
progress = step { $n } of { $all }
reached =
    loss reached after { $n ->
        [one] { $n } step
       *[other] { $n } steps
    }
stalled =
    validation stopped improving; ended after { $n ->
        [one] { $n } step
       *[other] { $n } steps
    }
diverged = diverged at step { $n }
too_large = This would take about { $bytes }, more than a browser tab may use. Choose fewer units, layers, steps or sequences.
time_left = about { $time } left
test = test loss { $loss }
again = The { $cell }’s worker failed{ $cause } and was started again, from the last weights saved
given_up =
    The { $cell }’s worker failed { $n ->
        [one] { $n } time
       *[other] { $n } times
    }{ $cause }. It will not be started again.
no_worker = The { $cell }’s worker could not be started{ $cause }. If trying again and reloading the page do not help, the browser blocks workers on this page.
awaited = Waiting for the { $cell }’s worker, which has not loaded yet.
kept_farther = not saved: another tab has already taken this run to step { $n }, and the longer run stays
near = near step { $n }
lab = Open in the Lab, at step { $n }
lab_encoder = Open the encoder in the Lab, at step { $n }
lab_layer = Layer { $layer } in the Lab, at step { $n }
sum_is = { $terms } = { $truth }; the { $cell } answers { $answer }
choice_is = truth: { $truth }; the { $cell } answers: { $answer }, { $share }
or_is_it = { $name }?
sum_asked = { $terms } =
series_asked = { $last }: { $value }; { $next }:
asked_list =
    A list of { $n ->
        [one] { $n } number
       *[other] { $n } numbers
    }, { $marked } of them marked
asked_series =
    { $n ->
        [one] { $n } value
       *[other] { $n } values
    }, from { $first } to { $last }
signal_label =
    { $n ->
        [one] { $n } number
       *[other] { $n } numbers
    } a step, over { $long ->
        [one] { $long } step
       *[other] { $long } steps
    }
frame = frame { $n }
forecast_is = The { $cell } is typically { $error } off
forecast_guesses = Beside it: { $guesses }. The band holds { $within }.
ahead_best = Each network has the weights that did best on validation, as in the test: { $all }.
ahead_weights = The weights are those of { $all }.
ahead_step = { $cell } step { $n }
ahead_apart = A network that forecasts a later step skips those in between, so it cannot read its own forecasts. Set “{ $knob }” to 1 and train.
ahead_is =
    After { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } on its own the { $cell } is { $error } off
ahead_errors =
    Typical error { $n ->
        [one] { $n } step
       *[other] { $n } steps
    } ahead: { $all }
ahead_over = The root mean square of the errors, from { $n } starting points in the test set.
written_at = Temperature { $temperature }.
said_of = { $cell }: { $what }
counted_rows =
    { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }
counted_characters =
    { $n ->
        [one] { $n } character
       *[other] { $n } characters
    }
left_then = left at training step { $step }
left_then_unit = left at training step { $step }, { $unit }
error_axis = typical error
error_axis_unit = typical error, { $unit }
for_cause = { " " }(“{ $cause }”)
count_of_parameters =
    { $n ->
        [one] { $n } parameter
       *[other] { $n } parameters
    }
done =
    { $n ->
        [one] the only step is done
       *[other] all { $n } steps done
    }
far_off =
    { $n ->
        [0] Nothing is more than 3 typical errors off.
        [one] Rings: { $n } value, more than 3 typical errors off ({ $names }).
       *[other] Rings: { $n } values, more than 3 typical errors off ({ $names }).
    }
own_repeated =
    { $n ->
        [one] 1 row has the same time as the row before it ({ $first }): both are used. If each time should come only once, use one series at a time.
       *[other] { $n } rows have the same time as the row before them ({ $first } first): all are used. If each time should come only once, use one series at a time.
    }
