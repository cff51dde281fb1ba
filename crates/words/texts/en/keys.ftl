### Error texts for a value that cannot be used: each says what was expected.

whole = a whole number from { $low } to { $high }
real = a number from { $low } to { $high }
flag = yes or no
or = { " " }or{ " " }
set = names from this list, with commas between: { $names }
keys = keys of the address, with commas between, such as units,gain or task,t_knob
own_text = a text of at least one word
no_own_text = a text only with sequence=words or sequence=characters
own_numbers = 5 to 500 rows such as 1,2;3,4 with sequence=csv
text = a text
version = { $version }, or no version
thousands = Found { $found }; write { $readings }. No mark may stand between thousands.
