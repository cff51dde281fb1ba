### What is said of what a person takes along from the Lab.

title = Files of this run
own = The address names your model but does not hold it: who opens it elsewhere needs the file of the model, too.
cell = Network
weights = Weights
weights_how = In PyTorch’s names, with what the network reads (x) and its hidden states (h).
safetensors_64 = safetensors, 64 bits
safetensors_32 = safetensors, 32 bits
npz_64 = npz, 64 bits
npz_32 = npz, 32 bits
save_weights = Save weights
program = Program
program_how = It loads the weights that you saved in safetensors, 64 bits, prints the hidden states, and compares them with those of the page.
pytorch = PyTorch
keras = Keras 3
jax = JAX (Flax)
candle = candle (Rust)
burn = burn (Rust)
notebook = Jupyter notebook (PyTorch)
save_program = Save program
run = The run
run_how = Every state, gate and gradient of the three cells, a row a number.
run_csv = Save as CSV
run_json = Save as JSON
figures = Every figure of the page has its own picture and table, under “The numbers” below it. No file leaves this browser.
pictures = Pictures of the Lab
picture = Picture
lanes = The three lanes
reach = What still reaches back
cell_picture = The cell at this step
embeddings = What each word becomes
start = Picture of Start
lanes_title = RNN, LSTM and GRU: states, gates and what is left of the gradient
beside = Save the weights in safetensors, 64 bits, into the same folder.
failed = This browser could not make the file.
working = Making the file.
lack_reset_before = the reset gate before the matrix product
lack_linear_candidate = a candidate without tanh
lack_linear_output = a cell state read without tanh
lack_coupled = coupled gates

## With numbers or names in them.

embeddings_title = The embedding of each word: { $numbers } random numbers, from −3 (blue) to +3 (red)
cell_title = { $cell } at step { $step }, { $word }, unit { $unit }
form = The { $cell } of { $library } does not have this: { $lacks }. Take the plain form of the cell, or save the weights.
lack_frozen = the { $gate } held at { $at }
lack_units = layers of different sizes ({ $units })
saved = Saved as { $name }.
stopped = The file could not be made ({ $cause }). Try it again.
