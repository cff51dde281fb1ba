### What is said of a network that a person brings from another library.

open = Open a model…
title = Open a model
about = An RNN, LSTM or GRU that was trained elsewhere steps through the sequence in its lane, beside the page’s two other cells.
file = Choose a file, or drop it here.
hint = safetensors, npz, Keras (.weights.h5, .keras) or ONNX, up to 256 MB. This browser reads it; it is sent nowhere.
reading = Reading the file.
stopped = The part of the page that reads models stopped. Choose the file again; if it stops again, this file brings it down.
show = Show it in the Lab
shown = It is in the Lab
python = In Python:
pickle = This file is a Python pickle: a program that has to run before it can be read. This page never runs one. Save the weights as safetensors, then open that file.
no_biases = It has no biases: they are 0.
tanh_assumed = The file does not say whether its RNN has tanh or ReLU: tanh is taken.
sigmoid_assumed = The file does not say whether its gates are σ or a hard sigmoid: σ is taken.
reset_before = It has one bias, so its reset gate stands before the matrix product, as in the first paper on GRUs.
reset_after_assumed = The file does not say where its GRU has the reset gate: after the matrix product is taken, as PyTorch and Keras have it.
start_assumed = Its first state is worked out by the rest of the model: 0 is taken.
gates_reordered = Its gates stood in another order; they were put into PyTorch’s.
relu = Its activation is ReLU.
half = 16-bit numbers
bfloat = bfloat16 numbers
single = 32-bit numbers
double = 64-bit numbers
run_beside = The x and the h in it, what a network read and its hidden states, are not needed here.
head_unused = A read-out is no part of the recurrent layers: the loss reads the state with the Lab’s own v.
layer = Layer
drop = Back to drawn weights
width_way = Read an impulse
units_way = Set hidden units
train = Train it on
untrain = Begin with drawn weights
gone = This browser does not keep your model, whose weights this run begins with. Open its file again in the Lab, or begin with drawn weights.
locked = This address locks the weights.

## With numbers or names in them.

network =
    { $cell }, { $layers ->
        [one] { $layers } layer
       *[other] { $layers } layers
    }, { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    }, { $inputs ->
        [one] { $inputs } number
       *[other] { $inputs } numbers
    } at each step
named = { $name }: { $network }
found = { $file } is a { $kind } file with { $floats }.
left_out = Not used: { $names }.
left_more = Not used: { $names } and { $more } more.
large =
    It has { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    }, and the Lab shows at most { $most }: it cannot be shown.
file_large = { $file } has { $found }; a file may have up to { $most }. Save the recurrent layers alone.
unread = { $file } could not be read: { $cause }.
unknown = { $file } is no model that this page can read. It reads safetensors, npz, Keras (.weights.h5, .keras) and ONNX; this file begins with the bytes { $begin }.
cut_off = { $file } is cut off: its head promises { $expected }, and { $found } are there. Copy or download it again.
head_long = { $file } says that its head alone has { $said }; the whole file has { $found }. It is no safetensors file, or it is damaged.
damaged = { $file } is damaged: { $cause }. Copy or download it again.
many = { $file } holds { $found } numbers where up to { $most } are read. Save the recurrent layers alone.
none = { $file } has no RNN, LSTM or GRU: it holds { $names }. Expected are names such as weight_ih_l0 (PyTorch), lstm/lstm_cell/kernel (Keras) or a node of the kind LSTM (ONNX).
none_at_all = { $file } holds no tensor.
missing = The tensor { $tensor } is missing beside the others of its layer. Save the whole layer.
shape = The tensor { $tensor } has the shape { $found }; the others of its layer ask for { $expected }.
no_cell = The tensor { $tensor } has the shape { $found }. Of an RNN it has as many rows as columns, of a GRU three times as many, of an LSTM four times.
not_finite = Number { $place } of the tensor { $tensor } is not finite (NaN or infinite): training has diverged. Save an earlier state.
both_directions = { $tensor }: this layer reads the sequence in both directions. The page steps from the first step to the last; save the forward layer alone.
projection = { $tensor }: this LSTM projects its hidden state (proj_size), which the page’s LSTM does not.
layer_has = The layer { $layer } has { $has }, which the page’s cells do not have.
layers = The network has { $found } layers; up to { $most } are shown.
kind = The tensor { $tensor } holds numbers of the kind { $kind }; read are float16, bfloat16, float32 and float64.
in_lab = Your model: { $network }.
standing = { $network }.
learns = The { $cell } learns on from your model ({ $network }); the other two begin with drawn weights.
no_units =
    Your model ({ $network }) does not fit { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    } in { $layers ->
        [one] { $layers } layer
       *[other] { $layers } layers
    }: all three begin with drawn weights.
no_inputs =
    Your model ({ $network }) cannot read this task, which has { $inputs ->
        [one] { $inputs } number
       *[other] { $inputs } numbers
    } at each step: all three begin with drawn weights.
no_decoder = Your model ({ $network }) has no decoder, which this task needs: all three begin with drawn weights.
tasks_that_fit = It can read: { $tasks }.
absent = This browser does not keep your model ({ $network }): open its file again. These weights are drawn here.
narrow =
    Your model ({ $network }) does not fit { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    }: these weights are drawn here.
other_width =
    Your model ({ $network }) cannot read this sequence, which has { $found ->
        [one] { $found } number
       *[other] { $found } numbers
    } at each step: these weights are drawn here.
