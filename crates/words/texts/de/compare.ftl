title = RNN, LSTM und GRU im Vergleich
intro = Was man meist über die drei sagt, neben dem, was wir hier messen. Ein Knopf misst alles in der Tabelle auf deinem Rechner; jede Zahl ist der Median von drei Seeds.
claim = Die Behauptung
outcome = Was wir finden
usually = Meist heißt es:{ " " }
not_yet = noch nicht gemessen
short = Kurze Sequenzen
short_how = „was“ oder „were“ (war oder waren) wählen, für ein Nomen 4 Wörter davor; das Training endet bei 95 % richtigen Antworten
short_claims = kommt damit zurecht|kommt damit zurecht|kommt damit zurecht
long = Lange Abhängigkeiten
long_how = dasselbe, für ein Nomen 40 Wörter davor
long_claims = schwach|gut|gut
vanishing = Wie gut der Gradient hält
vanishing_how = Anteil des Gradienten, der 20, 50 und 100 Schritte zurück übrig ist, vor dem Training; 12 verborgene Einheiten; die Bias-Werte des Forget-Gates und des Update-Gates sind +1; dein Browser hat diese Anteile gerade berechnet
vanishing_claims = schlecht|gut|gut
complexity = Rechenaufwand eines Schritts
complexity_claims = gering|hoch|mittel
complexity_said = RNN, LSTM und GRU stehen genau im Verhältnis 1 zu 4 zu 3, denn sie haben 1, 4 und 3 Blöcke; jeder Block hat zwei Matrizen, eine für die Eingabe und eine für den Zustand.
speed = Tempo des Trainings
speed_how = die beiden markierten Zahlen in einer Liste von 50 addieren: Zeit für einen Trainingsschritt, und Trainingsschritte, bis die Aufgabe gelöst ist
speed_claims = schnell|langsam|schneller als das LSTM
speed_none = Zeit: hier messen
speed_recorded = Die Zeiten erscheinen, sobald du sie hier misst. Bis dahin stützt sich das Urteil nur darauf, wie viele Trainingsschritte jede Zelle brauchte, als wir diese Läufe aufgezeichnet haben.
parameters = Parameter
parameters_how = in der rekurrenten Schicht: Blöcke × H × (I + H + 2); PyTorch hat zwei Bias-Werte
parameters_claims = am wenigsten|am meisten|drei Viertel von denen des LSTM
memory = Speicher im Training
memory_claims = wenig|viel|mittel
complex = Komplexe Sequenzen
complex_how = Ist eine Kritik gut oder schlecht? Mit „not“ (nicht), „but“ (aber) und „though“ (obwohl); höchstens 800 Schritte
complex_claims = begrenzte Genauigkeit|hohe Genauigkeit|hohe Genauigkeit
complex_agrees = LSTM und GRU lösen die Aufgabe; das RNN löst sie innerhalb von 800 Schritten nicht. Mit einer kleineren Lernrate und mehr Trainingsschritten löst es sie: Lektion 8 probiert das aus.
best = Am besten für
contest_short = kurz
contest_long = lang
contest_adding = Addieren
contest_complex = komplex
best_how = die wenigsten Schritte in jeder der vier Aufgaben oben; Schrittzahlen, die um weniger als ein Fünftel auseinanderliegen, gelten als gleich
best_claims = kurze Sequenzen, Unterricht|lange, komplexe Sequenzen|dasselbe mit weniger Gewichten
best_none = in keiner vorn
best_said = Mehrere Zellen teilen sich den ersten Platz: Sind Zellen in einer Aufgabe gleichauf, wird jede von ihnen genannt. Probiere LSTM und GRU an deiner eigenen Aufgabe aus, bevor du wählst.
agrees = stimmt
partly = stimmt zum Teil
disagrees = stimmt nicht
length = Wie weit reicht jede Zelle?
length_how = Der Anteil richtiger Antworten am Ende des Trainings, nach der Zahl der Wörter zwischen Nomen und Verb. Die Linie ist der Median von drei Seeds; das Band reicht vom niedrigsten bis zum höchsten. Das Training endet bei 95 % richtigen Antworten oder nach 1 000 Schritten.
none_recorded = Nichts ist aufgezeichnet: Führe es hier aus.
chart_recorded = Früher aufgezeichnet: blass gezeichnet, bis du es hier misst.
units_sweep = Was kosten mehr Einheiten?
units_how = Bei gleich vielen verborgenen Einheiten in jeder Zelle: die Zeit eines Trainingsschritts (T = 50, Batches aus 32 Sequenzen), die Parameter und der Speicher, auf logarithmischen Skalen.
equal_sweep = Und bei gleich vielen Parametern?
equal_how = Dieselben drei Kosten wie oben, aber hier bekommen RNN und GRU mehr Einheiten, bis sie ungefähr so viele Parameter haben wie das LSTM.
milliseconds = ms je Schritt
parameter_count = Parameter
megabytes = MB im Training
pros = Für und Wider, jede Zeile mit ihrem Versuch

machine =
    { $browser }, { $threads ->
        [one] { $threads } Thread
       *[other] { $threads } Threads
    }; zwei Worker zugleich.
settings =
    Einstellungen: { $units ->
        [one] { $units } verborgene Einheit
       *[other] { $units } verborgene Einheiten
    }, der Optimierer Adam mit einer Lernrate von 0,005, Batches aus 32 Sequenzen und Bias-Werte der Gates, die zur Länge der Sequenz passen (Chrono), wie in „Trainieren“.
solved_in =
    { $solved } gelöst, { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    }
not_solved = { $solved } gelöst, { $right } richtig
short_same = Alle drei lösen die Aufgabe; das { $best } braucht die wenigsten Schritte. Aber die Zahlen liegen zu nah beieinander, als dass wir eine Zelle besser nennen könnten: Bei kurzen Sequenzen genügt das einfache RNN.
short_first = Alle drei lösen die Aufgabe, also kommt jede Zelle mit kurzen Sequenzen zurecht. Das { $best } braucht mindestens ein Fünftel weniger Schritte als eine der anderen.
short_other = Hier lösen nicht alle drei die Aufgabe: das RNN in { $rnn } von drei Läufen, das LSTM in { $lstm }, das GRU in { $gru }.
long_agrees = Beim RNN sind { $right } der Antworten richtig, nicht mehr als beim Raten; LSTM und GRU lösen die Aufgabe.
other = Hier löst das RNN die Aufgabe in { $rnn } von drei Läufen, das LSTM in { $lstm }, das GRU in { $gru }.
vanishing_said = Über 100 Schritte behält das LSTM { $times }-mal so viel vom Gradienten wie das RNN. Aber mit einem Bias von 0, der Voreinstellung von PyTorch, behält das LSTM über 20 Schritte { $lstm }, das GRU { $gru } und das RNN { $rnn }.
complexity_how = Rechnungen (je eine Multiplikation und eine Addition) für einen Zeitschritt einer Sequenz: Blöcke × H × (I + H), mit I = { $inputs } Eingaben und H = { $units } verborgenen Einheiten; jedes Gate ist ein Block, ebenso der neue Zustand im RNN und der Kandidat in LSTM und GRU
complexity_cell =
    { $gates ->
        [one] { $gates } Gate
       *[other] { $gates } Gates
    }; { $blocks } × { $units } × ({ $inputs } + { $units }) = { $count }
speed_total =
    { $each } × { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    } = { $total }
speed_never = { $each } je Schritt, nie gelöst
speed_said = Ein Schritt des GRU braucht { $step } der Zeit, die ein Schritt des LSTM braucht. Um das Addieren zu lösen, braucht das GRU { $total } der Zeit des LSTM. Die Schritte des RNN sind billig, aber es kommt nie ans Ziel.
speed_all = Ein Schritt des GRU braucht { $step } der Zeit, die ein Schritt des LSTM braucht. Um das Addieren zu lösen, braucht das GRU { $total } der Zeit des LSTM. Auch das RNN löst es hier.
speed_slower = Ein Schritt des GRU braucht { $step } der Zeit, die ein Schritt des LSTM braucht. Um das Addieren zu lösen, braucht das GRU { $total } der Zeit des LSTM: Hier ist es nicht deutlich schneller.
speed_step_only = Ein Schritt des GRU braucht { $step } der Zeit, die ein Schritt des LSTM braucht. Hier lösen nicht beide Zellen das Addieren, darum lassen sich ihre Zeiten bis zur Lösung nicht vergleichen.
parameters_cell = { $blocks } × { $units } × ({ $inputs } + { $units } + 2) = { $count }
parameters_said =
    Das ist gezählt. Um so viele Parameter zu haben wie ein LSTM mit { $lstm ->
        [one] { $lstm } verborgenen Einheit
       *[other] { $lstm } verborgenen Einheiten
    }, braucht ein RNN { $rnn ->
        [one] { $rnn } verborgene Einheit
       *[other] { $rnn } verborgene Einheiten
    } und ein GRU { $gru }.
memory_how = für T = { $steps }, Batches aus { $batch } Sequenzen, in float32: die Gewichte, die beiden laufenden Mittel, die Adam zu jedem Gewicht behält, was der Rückwärtslauf von jedem Schritt braucht, und die Summe der drei
memory_cell = { $weights } + { $adam } + { $states } = { $all }
memory_said = Was der Rückwärtslauf braucht, macht { $share } vom Speicher des LSTM aus. Es wächst mit der Länge der Sequenz; die Gewichte wachsen nicht.
best_cell = vorn bei: { $tasks }
best_all = Eine Zelle ist hier in allen vier Aufgaben vorn: das { $cell }.
