whole = eine ganze Zahl von { $low } bis { $high }
real = eine Zahl von { $low } bis { $high }
flag = yes oder no
or = { " " }oder{ " " }
set = Namen aus dieser Liste, mit Kommas dazwischen: { $names }
keys = Schlüssel der Adresse, mit Kommas dazwischen, zum Beispiel units,gain oder task,t_knob
own_text = ein Text aus mindestens einem Wort
no_own_text = ein Text nur mit sequence=words oder sequence=characters
own_numbers = 5 bis 500 Zeilen wie 1,2;3,4 mit sequence=csv
text = ein Text
version = { $version } oder keine Version
thousands = Gefunden: { $found }; schreibe { $readings }. Zwischen Tausendern darf kein Zeichen stehen.
