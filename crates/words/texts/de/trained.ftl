before = Untrainiert
after = Trainiert
task = Aufgabe
none = Auf dieser Sequenz wurden keine Gewichte trainiert.
fixed = Durch das Training festgelegt
sequence_example = Beispiel einer Aufgabe
source_example = Ein Beispiel aus der Validierungsmenge der Aufgabe, aus der kein Netz gelernt hat.
another = Ein anderes Beispiel
back = Zurück zu „Trainieren“
absent = Dieser Browser hat keinen solchen Lauf: Das hier sind die Gewichte vor dem Training.
caption = Gewichte vor dem Training. L ist die Antwort des Netzes, ohne ihren Bias.
leaves_own = Ein trainiertes Netz kennt nur die Wörter seiner Aufgabe, darum liest es ein Beispiel aus seiner Aufgabe.
right = richtig
gap = ___
damaged = Die Datei mit den trainierten Gewichten ist beschädigt: Das hier sind die Gewichte vor dem Training.
other = Die Datei mit den trainierten Gewichten gehört zu einer anderen Version der Seite: Das hier sind die Gewichte vor dem Training.
trained =
    { $task }: { $units ->
        [one] { $units } verborgene Einheit
       *[other] { $units } verborgene Einheiten
    }, nach { $step ->
        [one] { $step } Trainingsschritt
       *[other] { $step } Trainingsschritten
    }.
untrained =
    { $task }: { $units ->
        [one] { $units } verborgene Einheit
       *[other] { $units } verborgene Einheiten
    }, vor dem Training.
train_now = Jetzt trainieren (etwa { $seconds })
unfetched = Die trainierten Gewichte ließen sich nicht holen ({ $cause }): Das hier sind die Gewichte vor dem Training.
says = sagt { $number }
truth = ist { $number }
truth_of = { $of } war { $number }
