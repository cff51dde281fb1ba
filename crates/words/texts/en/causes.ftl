### Why something could not be done, as the page tells it beside what it was.

no_place = this browser stores no files here
full = the storage for files is full
other_share = the share is another network’s
no_text = an error without a message

## With numbers or names in them.

unread = { $file } could not be read: { $why }
server = the server says { $status }
make = found make { $found }, expected { $expected }
