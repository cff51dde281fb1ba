### The texts of trained weights in the Lab.

before = Untrained
after = Trained
task = Task
none = No weights were trained on this sequence.
fixed = Fixed by training
sequence_example = Example of a task
source_example = An example from the task’s validation set, which no network has learned from.
another = Another example
back = Back to Train
absent = This browser has no such run: these are the weights before training.
caption = Weights before training. L is the network’s answer, without its bias.
leaves_own = A trained network knows only the words of its task, so it reads one of the task’s own examples.
right = right
gap = ___
damaged = The file of trained weights is damaged: these are the weights before training.
other = The file of trained weights belongs to another version of the page: these are the weights before training.

## With numbers or names in them.

trained =
    { $task }: { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    }, after { $step ->
        [one] { $step } step
       *[other] { $step } steps
    } of training.
untrained =
    { $task }: { $units ->
        [one] { $units } hidden unit
       *[other] { $units } hidden units
    }, before training.
train_now = Train it now (about { $seconds })
unfetched = The trained weights could not be fetched ({ $cause }): these are the weights before training.
says = says { $number }
truth = is { $number }
truth_of = { $of } was { $number }
