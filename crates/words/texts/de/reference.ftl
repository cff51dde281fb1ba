search = Alle Seiten durchsuchen
hint = Begriffe, Fehler, Antworten, Symbole und Papers.
clear = Leeren
contents = Inhalt
found = Gefunden
none_here = Nichts auf dieser Seite. Die Liste zeigt, was auf den anderen steht.
found_here =
    { $n ->
        [one] { $n } Eintrag
       *[other] { $n } Einträge
    } gefunden, { $here } auf dieser Seite
nothing = Nichts gefunden für „{ $query }“. Tippe weniger Wörter oder den Anfang eines Wortes.
of_page = { $name } ({ $n })
