### What is said of what a person brings: what was read, decided, left out or filled, and what is wrong.

reading = Reading your data
stop = Stop
stopped = Stopped. Nothing was read; choose the file again to start over.

row_axis = row
was_read = What was read
first_and_last = First and last rows
more_rows = …
time = time
columns_title = Columns found
column = column
holds = holds
unit = unit
used_for = how it is used
holds_numbers = numbers
holds_dates = times
holds_multiplied = numbers with letters
holds_text = words
holds_nothing = nothing
use_target = forecast and read
use_read = read only
use_time = time
use_not = left out
no_unit = none found
changed_title = What we decided, changed or left out
changed_nothing = Nothing: every row and every number is used as it stands.
save = Save the table as the network reads it (CSV)
save_tip = The table above, in order of time and with gaps filled; its first lines say what was decided
choices_title = Is something wrong? Change how it is read
separator = Between cells
separator_comma = comma ,
separator_semicolon = semicolon ;
separator_tab = tab
separator_bar = bar |
separator_space = spaces
head = First row
head_names = names the columns
head_values = holds values
decimal = Decimals begin with
decimal_point = a point: 1.5
decimal_comma = a comma: 1,5
dates = Dates are written
dates_year = year-month-day
dates_day = day-month-year
dates_month = month-day-year
stand_ins = Count numbers such as −999 as missing if they are far from all others
totals = Leave out a last row that is the sum of the others
sorted = Put the rows in order of time
target = Forecast
read_too = Read “{ $name }”
never_changes = It never changes, so there is nothing to learn from it.
filled_in = filled in
anew = Undo all my choices

month_first = Read the month first
day_first = Read the day first
one_number = Read each line as one number
two_cells = Read each line as cells with commas between them
keep_numbers = Read it as a number
sep_line = The first line only says what separates the cells, so it is not part of the table.
no_head = No row names the columns, so they are numbered.
newest_first = The newest row came first. The order was reversed, so that time runs forward.
sorted_told = The rows were not in time order; they have been sorted.
point_chosen = Decimals begin with a point, as you chose.
comma_chosen = Decimals begin with a comma, as you chose.
as_written = The rows are not in order of time; they stay as they are, as you chose.
in_utc = The times have different offsets from UTC. They are shown in UTC.
no_times = No column holds times, so we could not check the order: the first row is taken as the oldest.
all_constant = No column ever changes: there is nothing to learn.
never_whole = No row has a number in every column: choose fewer columns.
empty = There is nothing to read here. Paste a table of at least 30 rows of numbers, or choose a file.

binary_office = This is a workbook or a document from an office program. Save the sheet as CSV, and choose that file.
binary_archive = This is an archive or a compressed file. Unpack it, and choose the table inside.
binary_pdf = This is a PDF. Copy the table from it and paste it here, or save it as CSV.
binary_picture = This is a picture. Expected: a table as text, such as CSV.
binary_media = This is sound or video. Expected: a table as text, such as CSV.
binary_data = These are numbers in a program’s own format (such as HDF5, NumPy, Parquet, SQLite or pickle). Save them as CSV.
binary_program = This is a program. Expected: a table as text, such as CSV.
binary_other = This is not a text file: it contains bytes that never occur in text. Save it as CSV or as plain text (UTF-8).

## With numbers or names in them.

share_read = { $share }
encoding = The file is encoded in { $name }.
guessed = The file is not in UTF-8; it was read as { $name }. If letters look wrong, save it as UTF-8 and choose it again.
replaced = Characters that could not be read: { $n }. Each is shown as �. Save the file as UTF-8 if they matter.
one_or_two = A line such as “{ $line }” may hold two numbers or one: the mark in the middle may separate two cells or belong to a single number. If we read it the wrong way, choose below what separates the cells.
commas = The numbers have decimal commas, as in “{ $cell }”.
unproved_comma = “{ $cell }” in “{ $column }” is read as { $read }: we took its comma as the decimal mark. The file does not settle this: if the comma separates thousands, the number is { $other }. In that case, choose the point below.
unproved_thousands = “{ $cell }” in “{ $column }” is read as { $read }: we took its mark as separating thousands. The file does not settle this: if it is a decimal mark, the number is { $other }. In that case, change below how decimals begin.
unproved_point = “{ $cell }” in “{ $column }” is read as { $read }: we took its point as the decimal mark. The file does not settle this: if the point separates thousands, the number is { $other }. In that case, choose the comma below.
dates_proved = “{ $cell }” is { $label }: only in this order are all the dates valid.
dates_guessed = “{ $cell }” is read as { $label }. The file does not show which part is the day and which the month; if we guessed wrong, change the order below.
dates_chosen = “{ $cell }” is read as { $label }, as you chose.
short_years = Years have two digits: “{ $cell }” is read as { $label }.
unix = The times count seconds or milliseconds since 1970: “{ $cell }” is { $label } in UTC.
days = The dates are numbers of days, as spreadsheets count them: “{ $cell }” is { $label }.
no_times_but = “{ $column }” holds no times that we can read, so we could not check the order: the first row is taken as the oldest.
gaps_one = Times are missing between { $from } and { $to }; elsewhere the step is { $step }. The rows are read as if they were evenly spaced.
gaps_more = Times are missing in { $places } places, most between { $from } and { $to }; elsewhere the step is { $step }. The rows are read as if they were evenly spaced.
stand_in_one = { $value } in “{ $column }” is far from all other values: it counts as missing (1 cell).
stand_in =
    { $value } in “{ $column }” is far from all other values: it counts as missing ({ $n ->
        [one] { $n } cell
       *[other] { $n } cells
    }).
strange_one = 1 cell of “{ $column }” holds no usable number (“{ $first }” at { $when }): it counts as missing.
strange =
    { $n ->
        [one] { $n } cell
       *[other] { $n } cells
    } of “{ $column }” hold no usable number (the first is “{ $first }” at { $when }): they count as missing.
not_numbers = Left out, since too few cells are numbers: { $names }.
read_instead = Read “{ $cell }” as { $other }
multiplied = “{ $column }” is left out: in “{ $cell }” a letter stands for a factor, such as a thousand. Write the numbers in full to use it.
derived = “{ $column }” is left out: it only says by how many per cent “{ $of }” changed.
constant = Left out, since they never change: { $names }.
unwanted = Left out, as you chose: { $names }.
wide =
    { $n ->
        [one] { $n } column
       *[other] { $n } columns
    } of numbers; { $most } are used, the first ones unless you choose others.
dropped = Rows left out at the beginning or end of the table, where values are missing: { $n }.
filled_one = 1 missing value of “{ $column }”, at { $when }, is filled in along a straight line between its neighbours.
filled = { $n } missing values of “{ $column }” are filled in along straight lines, the first at { $when }.
read_anyway = Read “{ $column }” all the same
columns_full = At most { $most } columns can be read. Leave out another one first.
left_above =
    Left out above the table: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } (line { $line }: “{ $begin }”).
left_ragged =
    Left out, since they do not have { $width ->
        [one] { $width } cell
       *[other] { $width } cells
    }: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } (line { $line }: “{ $begin }”).
left_no_number =
    Left out, since there is no number in them: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } (line { $line }: “{ $begin }”).
left_no_time =
    Left out, since they have no valid time: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } (line { $line }: “{ $begin }”).
left_total =
    Left out, since it is the sum of the rows before: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } (“{ $begin }”).
left_mean =
    Left out, since it is the mean of the rows before: { $n ->
        [one] { $n } row
       *[other] { $n } rows
    } (“{ $begin }”).
short =
    Found { $n ->
        [one] { $n } row
       *[other] { $n } rows
    }; expected at least { $least } rows of numbers. Use a longer series.
no_numbers = Found no column of numbers (the first line is “{ $found }”); expected at least one. In a column of numbers, at least four in every five cells must be numbers.
no_table = This is a web page or data for a program (it begins with “{ $found }”), not a table. Save the table as CSV.
comma_rows =
    The header has { $head ->
        [one] { $head } cell
       *[other] { $head } cells
    }, but the rows have { $row ->
        [one] { $row } cell
       *[other] { $row } cells
    } (“{ $begin }”). The mark that separates cells must not appear inside numbers as well: save the file with semicolons or tabs between the cells.
negative = “{ $cell }” is read as { $read }: parentheses around a number, or a minus sign after it, make it negative.
years =
    { $n ->
        [one] one year
       *[other] { $n } years
    }
months =
    { $n ->
        [one] one month
       *[other] { $n } months
    }
days_of =
    { $n ->
        [one] one day
       *[other] { $n } days
    }
hours =
    { $n ->
        [one] one hour
       *[other] { $n } hours
    }
minutes =
    { $n ->
        [one] one minute
       *[other] { $n } minutes
    }
seconds =
    { $n ->
        [one] one second
       *[other] { $n } seconds
    }
