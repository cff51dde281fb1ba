no_place = dieser Browser kann hier keine Dateien speichern
full = der Speicher für Dateien ist voll
other_share = der Anteil gehört zu einem anderen Netz
no_text = ein Fehler ohne Meldung
unread = { $file } ließ sich nicht lesen: { $why }
server = der Server meldet { $status }
make = gefunden: Fassung { $found }, erwartet: Fassung { $expected }
