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
