### The texts of a figure in another page's frame, and of the sheet from which it is taken there.

open = Unrolled
open_tip = Opens this picture in a page of its own
opens = , opens in a new tab

title = Share and take along
how = The address holds the whole picture. All that stands here is made in this browser; nothing is uploaded.
link = Link
copy_link = Copy link
copy_snippet = Copy snippet
copy_notebook = Copy lines
copied = Copied.
refused = The browser did not allow copying. The text is selected: Ctrl+C copies it (on a Mac ⌘C).
code = Code for a phone
code_name = QR code of the address of this picture
code_save = Save the code as SVG
code_not_saved = The browser did not make the file.
snippet = This picture in a page of yours
snippet_how = The figure alone, in a frame that grows with it. The project’s docs/embedding.md says how your page plays and sets it.
notebook = This picture in a Jupyter notebook
figure_start = how three networks read a sentence
figure_lab = RNN, LSTM and GRU read the same sequence
figure_lesson = a step of a lesson

number = the number { $value }
flag = { $value }
nothing = nothing
version = the number { $version }
a_text = a text
a_step = a whole number from 1 to { $last }
a_pass = forward or backward
an_id = a text of at most { $most } characters, or a number
a_value = a text, a number, true or false
key = a key of the address, such as units
what = state
no_lock = a message that leaves { $key } as it is
a_playhead = Start, the Lab or a lesson in the frame
an_origin = ?embed={ $origin } in the frame’s address
and = { " " }and{ " " }

## With numbers or names in them.

titled = Unrolled: { $figure }
too_long = This address has { $length } characters. A code that can be read from the back row holds at most { $most }: take a shorter text, or share the link.
file = unrolled-{ $name }.svg
refused_version = Found unrolled: { $found }, expected { $expected }. Send the version of the messages that this page knows.
refused_size = Found { $found }, expected { $expected }. Send less at a time.
refused_do = Found do: { $found }, expected one of { $expected }. Send a message with one of these.
refused_field = Found { $found }, expected { $expected }. Send the message with these fields alone.
refused_value = Found { $found }, expected { $expected }. Send a value that can be used; the figure stays as it is.
refused_locked = Found { $found }, which the address locks; expected { $expected }. Take it out of lock= in the frame’s address, if it is yours.
refused_view = Found { $found } in the frame, expected { $expected }. Open one of these first.
refused_origin = Found a message from { $found }, expected { $expected }. Name the origin that may speak to the frame there.
foreign = Unrolled heard a message from { $found } and left it unanswered: the frame’s address names { $expected }.
no_origin = Unrolled: found embed={ $found }, expected an origin such as https://example.org. The frame hears nobody.
fields = at most { $most } fields
letters = texts of at most { $most } bytes
found_fields = { $count } fields
found_letters = a text of { $length } bytes
named = { $name }: { $value }
