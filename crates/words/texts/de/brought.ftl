reading = Deine Daten werden gelesen
stop = Anhalten
stopped = Angehalten. Nichts wurde gelesen; wähle die Datei noch einmal, um von vorn zu beginnen.

row_axis = Zeile
was_read = Was gelesen wurde
first_and_last = Erste und letzte Zeilen
more_rows = …
time = Zeit
columns_title = Gefundene Spalten
column = Spalte
holds = Inhalt
unit = Einheit
used_for = Verwendung
holds_numbers = Zahlen
holds_dates = Zeiten
holds_multiplied = Zahlen mit Buchstaben
holds_text = Wörter
holds_nothing = nichts
use_target = vorhergesagt und gelesen
use_read = nur gelesen
use_time = Zeit
use_not = weggelassen
no_unit = keine gefunden
changed_title = Was wir entschieden, geändert oder weggelassen haben
changed_nothing = Nichts: Jede Zeile und jede Zahl wird benutzt, wie sie dasteht.
save = Tabelle speichern, wie das Netz sie liest (CSV)
save_tip = Die Tabelle oben, nach der Zeit geordnet und mit gefüllten Lücken; in den ersten Zeilen steht, was entschieden wurde
choices_title = Stimmt etwas nicht? Ändere, wie gelesen wird
separator = Zwischen den Zellen
separator_comma = Komma ,
separator_semicolon = Semikolon ;
separator_tab = Tab
separator_bar = Strich |
separator_space = Leerzeichen
head = Erste Zeile
head_names = benennt die Spalten
head_values = enthält Werte
decimal = Dezimalstellen beginnen mit
decimal_point = einem Punkt: 1.5
decimal_comma = einem Komma: 1,5
dates = Schreibweise des Datums
dates_year = Jahr-Monat-Tag
dates_day = Tag-Monat-Jahr
dates_month = Monat-Tag-Jahr
stand_ins = Zahlen wie −999 als fehlend zählen, wenn sie von allen anderen weit entfernt sind
totals = Eine letzte Zeile weglassen, die die Summe der anderen ist
sorted = Zeilen nach der Zeit ordnen
target = Vorhergesagt wird
read_too = „{ $name }“ lesen
never_changes = Sie ändert sich nie, also lässt sich aus ihr nichts lernen.
filled_in = aufgefüllt
anew = Alles zurücknehmen, was ich gewählt habe

month_first = Monat zuerst lesen
day_first = Tag zuerst lesen
one_number = Jede Zeile als eine Zahl lesen
two_cells = Jede Zeile als Zellen mit Kommas dazwischen lesen
keep_numbers = Als Zahl lesen
sep_line = Die erste Zeile sagt nur, was die Zellen trennt; sie gehört also nicht zur Tabelle.
no_head = Keine Zeile benennt die Spalten, darum sind sie nummeriert.
newest_first = Die neueste Zeile stand am Anfang. Die Reihenfolge wurde umgekehrt, damit die Zeit vorwärts läuft.
sorted_told = Die Zeilen standen nicht in zeitlicher Reihenfolge; sie wurden geordnet.
point_chosen = Dezimalstellen beginnen mit einem Punkt, wie du gewählt hast.
comma_chosen = Dezimalstellen beginnen mit einem Komma, wie du gewählt hast.
as_written = Die Zeilen stehen nicht in zeitlicher Reihenfolge; sie bleiben, wie sie sind, wie du gewählt hast.
in_utc = Die Zeiten weichen verschieden weit von UTC ab. Gezeigt werden sie in UTC.
no_times = Keine Spalte enthält Zeiten, darum konnten wir die Reihenfolge nicht prüfen: Die erste Zeile gilt als die älteste.
all_constant = Keine Spalte ändert sich je: Da gibt es nichts zu lernen.
never_whole = Keine Zeile hat in jeder Spalte eine Zahl: Wähle weniger Spalten.
empty = Hier gibt es nichts zu lesen. Füge eine Tabelle mit mindestens 30 Zeilen Zahlen ein oder wähle eine Datei.

binary_office = Das ist eine Arbeitsmappe oder ein Dokument aus einem Office-Programm. Speichere das Blatt als CSV und wähle diese Datei.
binary_archive = Das ist ein Archiv oder eine komprimierte Datei. Entpacke sie und wähle die Tabelle darin.
binary_pdf = Das ist ein PDF. Kopiere die Tabelle heraus und füge sie hier ein, oder speichere sie als CSV.
binary_picture = Das ist ein Bild. Erwartet: eine Tabelle als Text, zum Beispiel CSV.
binary_media = Das ist eine Ton- oder Videodatei. Erwartet: eine Tabelle als Text, zum Beispiel CSV.
binary_data = Das sind Zahlen im eigenen Format eines Programms (zum Beispiel HDF5, NumPy, Parquet, SQLite oder pickle). Speichere sie als CSV.
binary_program = Das ist ein Programm. Erwartet: eine Tabelle als Text, zum Beispiel CSV.
binary_other = Das ist keine Textdatei: Sie enthält Bytes, die in Text nie vorkommen. Speichere sie als CSV oder als reinen Text (UTF-8).

share_read = { $share }
encoding = Die Datei ist in { $name } codiert.
guessed = Die Datei ist nicht in UTF-8 codiert; sie wurde als { $name } gelesen. Sehen Buchstaben falsch aus, speichere sie als UTF-8 und wähle sie noch einmal.
replaced = Zeichen, die sich nicht lesen ließen: { $n }. Jedes wird als � gezeigt. Speichere die Datei als UTF-8, wenn es auf sie ankommt.
one_or_two = Eine Zeile wie „{ $line }“ kann zwei Zahlen enthalten oder eine: Das Zeichen in der Mitte kann zwei Zellen trennen oder zu einer einzigen Zahl gehören. Haben wir sie falsch gelesen, wähle unten, was die Zellen trennt.
commas = Die Zahlen haben Dezimalkommas, wie in „{ $cell }“.
unproved_comma = „{ $cell }“ in „{ $column }“ wird als { $read } gelesen: Wir haben das Komma für das Dezimalzeichen gehalten. Die Datei entscheidet das nicht: Trennt das Komma Tausender, ist die Zahl { $other }. Wähle dann unten den Punkt.
unproved_thousands = „{ $cell }“ in „{ $column }“ wird als { $read } gelesen: Wir haben angenommen, dass das Zeichen Tausender trennt. Die Datei entscheidet das nicht: Ist es ein Dezimalzeichen, ist die Zahl { $other }. Ändere dann unten, womit Dezimalstellen beginnen.
unproved_point = „{ $cell }“ in „{ $column }“ wird als { $read } gelesen: Wir haben den Punkt für das Dezimalzeichen gehalten. Die Datei entscheidet das nicht: Trennt der Punkt Tausender, ist die Zahl { $other }. Wähle dann unten das Komma.
dates_proved = „{ $cell }“ ist { $label }: Nur in dieser Reihenfolge sind alle Datumsangaben gültig.
dates_guessed = „{ $cell }“ wird als { $label } gelesen. Die Datei verrät nicht, welcher Teil der Tag ist und welcher der Monat; haben wir falsch geraten, ändere unten die Reihenfolge.
dates_chosen = „{ $cell }“ wird als { $label } gelesen, wie du gewählt hast.
short_years = Jahre haben zwei Ziffern: „{ $cell }“ wird als { $label } gelesen.
unix = Die Zeiten zählen Sekunden oder Millisekunden seit 1970: „{ $cell }“ ist { $label } in UTC.
days = Die Datumsangaben sind Tage, gezählt wie in einer Tabellenkalkulation: „{ $cell }“ ist { $label }.
no_times_but = „{ $column }“ enthält keine Zeiten, die wir lesen können, darum konnten wir die Reihenfolge nicht prüfen: Die erste Zeile gilt als die älteste.
gaps_one = Zwischen { $from } und { $to } fehlen Zeiten; sonst ist der Abstand der Zeilen: { $step }. Gelesen werden sie, als wären alle Abstände gleich.
gaps_more = An { $places } Stellen fehlen Zeiten, die meisten zwischen { $from } und { $to }; sonst ist der Abstand der Zeilen: { $step }. Gelesen werden sie, als wären alle Abstände gleich.
stand_in_one = { $value } in „{ $column }“ ist von allen anderen Werten weit entfernt und zählt als fehlend (1 Zelle).
stand_in =
    { $value } in „{ $column }“ ist von allen anderen Werten weit entfernt und zählt als fehlend ({ $n ->
        [one] { $n } Zelle
       *[other] { $n } Zellen
    }).
strange_one = 1 Zelle von „{ $column }“ enthält keine brauchbare Zahl („{ $first }“ bei { $when }) und zählt als fehlend.
strange =
    { $n ->
        [one] { $n } Zelle von „{ $column }“ enthält keine brauchbare Zahl („{ $first }“ bei { $when }) und zählt als fehlend.
       *[other] { $n } Zellen von „{ $column }“ enthalten keine brauchbare Zahl (die erste ist „{ $first }“ bei { $when }) und zählen als fehlend.
    }
not_numbers = Weggelassen, weil zu wenige Zellen Zahlen sind: { $names }.
read_instead = „{ $cell }“ als { $other } lesen
multiplied = „{ $column }“ ist weggelassen: In „{ $cell }“ steht ein Buchstabe für einen Faktor, zum Beispiel tausend. Schreibe die Zahlen aus, um die Spalte zu benutzen.
derived = „{ $column }“ ist weggelassen: Die Spalte sagt nur, um wie viel Prozent sich „{ $of }“ geändert hat.
constant = Weggelassen, weil sich dort nie etwas ändert: { $names }.
unwanted = Weggelassen, wie du gewählt hast: { $names }.
wide =
    { $n ->
        [one] { $n } Spalte
       *[other] { $n } Spalten
    } mit Zahlen; benutzt werden { $most }, und zwar die ersten, wenn du keine anderen wählst.
dropped = Weggelassene Zeilen am Anfang oder Ende der Tabelle, in denen Werte fehlen: { $n }.
filled_one = In „{ $column }“ fehlt 1 Wert, bei { $when }. Er ist geradlinig zwischen seinen Nachbarn aufgefüllt.
filled = In „{ $column }“ fehlen { $n } Werte, der erste bei { $when }. Sie sind geradlinig aufgefüllt.
read_anyway = „{ $column }“ trotzdem lesen
columns_full = Höchstens { $most } Spalten lassen sich lesen. Lass zuerst eine andere weg.
left_above =
    Oberhalb der Tabelle weggelassen: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } (Zeile { $line }: „{ $begin }“).
left_ragged =
    Weggelassen, weil es dort nicht { $width ->
        [one] { $width } Zelle ist
       *[other] { $width } Zellen sind
    }: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } (Zeile { $line }: „{ $begin }“).
left_no_number =
    Weggelassen, weil keine Zahl darin steht: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } (Zeile { $line }: „{ $begin }“).
left_no_time =
    Weggelassen, weil dort keine gültige Zeit steht: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } (Zeile { $line }: „{ $begin }“).
left_total =
    Weggelassen, weil dort nur die Summe der Zeilen davor steht: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } („{ $begin }“).
left_mean =
    Weggelassen, weil dort nur das Mittel der Zeilen davor steht: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } („{ $begin }“).
short =
    Gefunden: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    }; erwartet: mindestens { $least } Zeilen mit Zahlen. Nimm eine längere Reihe.
no_numbers = Keine Spalte mit Zahlen gefunden (die erste Zeile ist „{ $found }“); erwartet: mindestens eine. In einer Spalte mit Zahlen müssen mindestens vier von fünf Zellen Zahlen sein.
no_table = Das ist eine Webseite, oder es sind Daten für ein Programm (der Anfang ist „{ $found }“), aber keine Tabelle. Speichere die Tabelle als CSV.
comma_rows =
    Die Kopfzeile hat { $head ->
        [one] { $head } Zelle
       *[other] { $head } Zellen
    }, aber die Zeilen haben { $row ->
        [one] { $row } Zelle
       *[other] { $row } Zellen
    } („{ $begin }“). Das Zeichen, das Zellen trennt, darf nicht auch in Zahlen vorkommen: Speichere die Datei mit Semikolons oder Tabs zwischen den Zellen.
negative = „{ $cell }“ wird als { $read } gelesen: Klammern um eine Zahl oder ein Minuszeichen dahinter machen sie negativ.
years =
    { $n ->
        [one] ein Jahr
       *[other] { $n } Jahre
    }
months =
    { $n ->
        [one] ein Monat
       *[other] { $n } Monate
    }
days_of =
    { $n ->
        [one] ein Tag
       *[other] { $n } Tage
    }
hours =
    { $n ->
        [one] eine Stunde
       *[other] { $n } Stunden
    }
minutes =
    { $n ->
        [one] eine Minute
       *[other] { $n } Minuten
    }
seconds =
    { $n ->
        [one] eine Sekunde
       *[other] { $n } Sekunden
    }
