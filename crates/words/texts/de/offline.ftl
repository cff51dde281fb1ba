title = Ohne Internet
awaited = Dieser Browser speichert die Seite gleich.
refused = Dieser Browser speichert die Seite nicht. Dafür braucht es eine Adresse mit https und einen Browser, der für diese Website Daten speichern darf.
gone_wrong = Dieser Browser konnte die Seite nicht speichern. Beim nächsten Besuch versucht er es wieder.
less = Daten und Gewichte entfernen
stop = Anhalten
more_label = Daten und trainierte Gewichte
is_here = Eine neue Version ist da.
is_here_training = Eine neue Version ist da. Wenn du sie lädst, hält das Training an; danach geht es beim zuletzt gespeicherten Stand weiter.
taken = Ein anderer Tab hat eine neue Version geladen; dieser zeigt noch die vorige.
load = Neue Version laden
core = Die Seite öffnet sich auch ohne Internet: Dieser Browser hat ihre { $bytes } gespeichert.
some =
    Von Daten, trainierten Gewichten und dem, was Modelle öffnet, behält er, was du benutzt hast: { $kept } von { $all ->
        [one] { $all } Datei
       *[other] { $all } Dateien
    }, { $bytes }.
all =
    Er behält auch alle Daten, alle trainierten Gewichte und das, was Modelle öffnet: { $n ->
        [one] { $n } Datei
       *[other] { $n } Dateien
    }, { $bytes }.
more = Alles für später ohne Internet speichern ({ $bytes })
progress =
    { $kept } von { $all ->
        [one] { $all } Datei
       *[other] { $all } Dateien
    }
failed =
    { $n ->
        [one] { $n } Datei ließ
       *[other] { $n } Dateien ließen
    } sich noch nicht holen ({ $cause }). Drücke noch einmal, um weiterzumachen.
