### The texts of the page without a network: what of it is kept, and that another version has come.

title = Kept for use without a network
awaited = This browser is about to keep the page.
refused = This browser does not keep the page. That takes an address with https and a browser that may keep data for this site.
gone_wrong = This browser could not keep the page. The next visit tries again.
less = Remove data and weights
stop = Stop
more_label = Data and trained weights
is_here = A new version is here.
is_here_training = A new version is here. Loading it stops the training, which goes on from what was saved last.
taken = Another tab has loaded a new version; this one still shows the version before.
load = Load it

## With numbers or names in them.

core = The page opens without a network: this browser keeps its { $bytes }.
some =
    Of data, trained weights and what opens models it keeps what you have used: { $kept } of { $all ->
        [one] { $all } file
       *[other] { $all } files
    }, { $bytes }.
all =
    It keeps all data and trained weights, and what opens models, as well: { $n ->
        [one] { $n } file
       *[other] { $n } files
    }, { $bytes }.
more = Keep everything for offline use ({ $bytes })
progress =
    { $kept } of { $all ->
        [one] { $all } file
       *[other] { $all } files
    }
failed =
    { $n ->
        [one] { $n } file
       *[other] { $n } files
    } could not be had yet ({ $cause }). Press again to go on.
