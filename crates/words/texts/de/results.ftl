title = Papers nachgemacht
intro = Was die Papers des Fachs gefunden haben, neben dem, was kleine Netze hier tun. Jeder Knopf führt eine kleine Fassung des Experiments in deinem Browser aus: Mediane von drei Seeds. Wo unser Ergebnis abweicht, sagen wir das, und um wie viel.
run = Hier ausführen
cancel = Abbrechen
settings = Diese Einstellungen in „Trainieren“ öffnen
paper_found = Das Paper
done_here = Hier
agrees = stimmt überein
partly = stimmt zum Teil überein
disagrees = weicht ab
recorded = Auf unserem Rechner aufgezeichnet. Führe es auf deinem aus.
kept = Hier schon einmal gemessen.
nothing = Noch nicht ausgeführt.
waits = Ein anderes Experiment läuft; es hat den Rechner für sich allein.
progress = Läufe
outcome = Wie die Läufe endeten
recorded_word = aufgezeichnet
before_word = früher gemessen
here_word = hier gemessen
computed_word = beim Lesen berechnet
run_column = Lauf
task_column = Aufgabe
solved_column = gelöst
steps_column = Schritte
loss_column = Verlust
left_column = übriger Gradient
ratio_column = Nomen / Mittel
never = nie
ablations = Was jeder Teil wert ist
ablations_how = Jede Zelle ohne einen ihrer Teile, bei dieser Aufgabe mit diesen Einstellungen: drei Seeds, mit so vielen Schritten, wie oben eingestellt sind, aber höchstens 1 500, bis die Aufgabe gelöst ist. Kostet es nichts, einen Teil wegzulassen, wird er hier nicht gebraucht; eine andere Aufgabe braucht ihn vielleicht.
ablations_cost = Kosten
ablations_same = ungefähr gleich
ablations_not = nicht gelöst
ablations_better = gelöst; die ganze Zelle nicht
ablations_neither = auch die ganze Zelle scheitert
matrix = Was jeder Teil wert ist, Aufgabe für Aufgabe
matrix_how = Schritte, bis die Aufgabe ohne den Teil gelöst ist, geteilt durch die der ganzen Zelle (Mediane von drei Seeds, höchstens 1 500 Schritte, aufgezeichnet). Es bedeuten „nicht“: ohne ihn nie gelöst; „–“: auch von der ganzen Zelle nicht gelöst; „nur ohne“: nur ohne ihn gelöst; grau: ungefähr gleich, denn drei Seeds können ×0,8 nicht von ×1,25 unterscheiden. Ein Teil, den eine Aufgabe braucht, kostet bei einer anderen nichts; darum widersprechen sich Papers, die verschiedene Aufgaben gewählt haben. „Was jeder Teil wert ist“ in „Trainieren“ misst es auf deinem Rechner.
matrix_not = nicht
matrix_better = nur ohne
whole = ganz
relu = ReLU statt tanh
no_forget = ohne Forget-Gate
no_input = ohne Input-Gate
no_output = ohne Output-Gate
coupled = Input-Gate an Forget-Gate gekoppelt
linear_candidate = Kandidat ohne tanh
linear_output = Zellzustand ohne tanh
no_reset = ohne Reset-Gate
half_update = ohne Update-Gate (z ≡ 0,5)
reset_before = Reset vor dem Produkt
tanh_rnn = RNN, tanh
chrono_start = LSTM, Chrono
plot_tanh = tanh
plot_identity_fast = ReLU, 0,001
plot_identity = ReLU, 0,0001
plot_bias_0 = LSTM Bias 0
plot_bias_1 = LSTM Bias 1
plot_chrono = LSTM Chrono
plot_whole = ganz
plot_no_forget = ohne Forget
plot_no_input = ohne Input
plot_no_output = ohne Output
plot_coupled = gekoppelt
plot_linear = c ohne tanh
plot_order = zeitliche Reihenfolge
plot_short = Kongruenz über 4 Wörter
plot_long = zeitliche Reihenfolge, T = 60
plot_adding = Addieren
plot_agreement = Kongruenz
bengio_cite = Bengio, Simard und Frasconi 1994, Learning long-term dependencies with gradient descent is difficult
bengio_found = Um ein Bit sicher zu speichern, muss die Abbildung eines Netzes kontrahieren, und dann schrumpft der Gradient exponentiell mit dem Abstand: „Lernverfahren, die auf Gradienten beruhen, stehen vor einem immer schwereren Problem, je länger die Abhängigkeiten dauern, die zu erfassen sind“ (Abstract, übersetzt).
bengio_here = Ein RNN mit tanh und 16 Einheiten muss das erste von T Symbolen nennen: 1 500 Schritte mit Adam, Batches aus 32 Sequenzen.
hochreiter_cite = Hochreiter und Schmidhuber 1997, Long short-term memory
hochreiter_found = Addieren über mindestens T = 100 Schritte: Ein LSTM aus 2 Blöcken mit je 2 Zellen, ohne Forget-Gate, hatte das nach 74 000 Sequenzen gelernt (Tabelle 7, Mittel aus 10 Versuchen): Dann lagen 2 000 hintereinander um weniger als 0,04 neben einem Ziel, das auf 0 bis 1 skaliert ist.
hochreiter_here = Ein LSTM mit 32 Einheiten und einem Forget-Gate mit Bias 1, Adam mit 0,005, Batches aus 32 Sequenzen; gelöst, wenn der mittlere quadratische Fehler unter 0,01 liegt. Daneben läuft ein RNN mit tanh. Die Aufgabe hat ihre spätere Form (Le et al. 2015): Werte von 0 bis 1, und das Ziel ist ihre Summe. 1997 lagen die Werte zwischen −1 und 1, und die erste Markierung stand in den ersten zehn Schritten.
pascanu_cite = Pascanu, Mikolov und Bengio 2013, On the difficulty of training recurrent neural networks
pascanu_found = Liegt der größte Singulärwert von $W_{ $hh }$ unter 1 (bei tanh), müssen Gradienten verschwinden: Übrig ist höchstens dieser Wert, potenziert mit der Zahl der Schritte (Abschnitt 2.1). „Je länger die Sequenz wird, desto wichtiger wird Clipping für eine bessere Erfolgsquote“ (Abschnitt 4.1.1, zeitliche Reihenfolge, übersetzt).
pascanu_here = Ein RNN mit tanh und 32 Einheiten, dessen $W_{ $hh }$ skaliert ist: wie viel vom Gradienten 49 Schritte zurück übrig ist. Dann die zeitliche Reihenfolge: 50 Einheiten, Gradientenabstieg mit Momentum und der Lernrate 0,03, 3 000 Schritte, mit und ohne Kappen der Norm bei 1.
chung_cite = Chung, Gulcehre, Cho und Bengio 2014, Empirical evaluation of gated recurrent neural networks on sequence modeling
chung_found = Bei gleich vielen Parametern sind Einheiten mit Gates „tatsächlich besser als herkömmlichere rekurrente Einheiten wie tanh-Einheiten. Außerdem fanden wir, dass das GRU mit dem LSTM vergleichbar ist“ (Abstract, übersetzt; mehrstimmige Musik und gesprochene Sprache).
chung_here = Zellen mit so vielen Parametern wie ein LSTM mit 24 Einheiten, bei einer kurzen Aufgabe (Kongruenz über 4 Wörter) und einer langen (zeitliche Reihenfolge, T = 60), mit dem Start dieser Seite (Chrono).
le_cite = Le, Jaitly und Hinton 2015, A simple way to initialize recurrent networks of rectified linear units
le_found = Mit der Einheitsmatrix am Start und mit ReLU ist ein einfaches RNN bei vier Benchmarks, darunter das Addieren, „vergleichbar mit einer üblichen Implementierung von LSTMs“ (Abstract, übersetzt).
le_here = Addieren über T = 100, je 100 Einheiten, Adam mit 0,001 (beim Netz mit ReLU auch mit 0,0001), gekappt bei 1, höchstens 4 000 Schritte. Raten erreicht 0,1667.
jozefowicz_cite = Jozefowicz, Zaremba und Sutskever 2015, An empirical exploration of recurrent network architectures
jozefowicz_found = „Ein Bias von 1, zum Forget-Gate des LSTM addiert, schließt die Lücke zwischen LSTM und GRU“ (Abstract, übersetzt).
jozefowicz_here = Zeitliche Reihenfolge über T = 60, 32 Einheiten, der Start von PyTorch: das LSTM mit Forget-Bias 0 und 1, und das GRU.
greff_cite = Greff, Srivastava, Koutník, Steunebrink und Schmidhuber 2015, LSTM: a search space odyssey
greff_found = Von acht Varianten ist keine deutlich besser als das übliche LSTM; „das Forget-Gate und die Aktivierungsfunktion der Ausgabe“ sind „seine wichtigsten Bestandteile“ (Abstract, übersetzt; gesprochene Sprache, Handschrift, Musik).
greff_here = Ein LSTM mit 16 Einheiten und einem Forget-Bias von 1, der Reihe nach ohne jeden seiner Teile, beim Addieren über 50 und bei der Kongruenz über 20. Das LSTM des Papers hat Peepholes; dieses hat keine.
greff_unlike = { " " }Keines von beiden betrifft einen Teil, den das Paper nennt: Auf welchen Teil es ankommt, hängt von der Aufgabe und vom Start ab (die Tabelle unten beginnt mit Chrono und 32 Einheiten).
arjovsky_cite = Arjovsky, Shah und Bengio 2016, Unitary evolution recurrent neural networks
arjovsky_found = 10 Symbole kopieren, jedes eines von 8, über T leere Stellen: Ein Netz, das erst leere Stellen und dann irgendein Symbol nennt, erreicht 10 ln 8 / (T + 20). RNNs und LSTMs erreichen fast genau das, außer im einfachsten Fall.
arjovsky_here = T = 100, 64 Einheiten, Forget-Bias 1, Adam mit 0,005, 1 500 Schritte. T = 100 ist der kürzeste Abstand des Papers, also der Fall, den es ausnimmt. Längere Abstände lassen wir nicht laufen; unsere Läufe stimmen also bestenfalls zum Teil überein.
tallec_cite = Tallec und Ollivier 2018, Can recurrent neural networks warp time?
tallec_found = Wird der Forget-Bias am Start als ln U(1, T − 1) gezogen (Chrono), lernt ein LSTM das Addieren schneller als mit Bias 1: „7-mal schneller bei T = 750“ (Abb. 4, übersetzt).
tallec_here = Addieren über T = 200, 32 Einheiten, Adam mit 0,005.
madsen_cite = Madsen 2019, Visualizing memorization in RNNs
madsen_found = Connectivity ist die Norm des Gradienten der Ausgabe für die richtige Antwort nach jeder Eingabe: wie stark jede Eingabe die Vorhersage bewegt. Gleiche Genauigkeit kann verschiedene Connectivity verbergen. Beim automatischen Vervollständigen von text8 liegt das GRU in 52,0 % der Fälle richtig und das LSTM in 51,4 %, aber sie reagieren auf Eingaben aus sehr verschiedenen Abständen.
madsen_here = Kongruenz über 12 Wörter, bis die Aufgabe gelöst ist: die Norm des Gradienten beim Nomen, das entscheidet, geteilt durch ihr Mittel über alle Wörter.

counted = { $word }: { $n }
of_runs = { $n } von { $all }
run_time = Hier ausführen (etwa { $seconds })
measured = Hier gemessen, in { $seconds }.
under_way =
    { $n } von { $all ->
        [one] { $all } Lauf
       *[other] { $all } Läufen
    } fertig · noch etwa { $left }
under_way_first =
    { $n } von { $all ->
        [one] { $all } Lauf
       *[other] { $all } Läufen
    } fertig
failed = Das ließ sich nicht ausführen ({ $why }). Führe es noch einmal aus oder lade die Seite neu.
seconds = { $n } s
minutes = { $n } min
ablations_times = { $n }-mal so viele Schritte
identity_rnn = RNN, ReLU, Einheitsmatrix, Lernrate { $rate ->
        [0.001] 0,001
        [0.0001] 0,0001
       *[other] { $rate }
    }
with_bias = LSTM, Forget-Bias { $bias }
with_largest = Singulärwert { $largest }
clipped_at = T = { $length }, gekappt bei 1
not_clipped = T = { $length }, nicht gekappt
plot_clip = T = { $length }, gekappt
plot_no_clip = T = { $length }, frei
short_task = Kongruenz über 4: { $cell }
long_task = Reihenfolge, T = 60: { $cell }
on_adding = Addieren: { $name }
on_agreement = Kongruenz: { $name }
bengio_said = Bei T = 5 in { $first } Läufen gelöst, bei T = 80 in { $last }.
hochreiter_said = Unser LSTM braucht { $n } Sequenzen (Median), bis es seine Marke erreicht. Das LSTM des Papers brauchte 74 000 bis zu einer anderen Marke; ihr Verhältnis sagt also nichts. Adam, Batches und das Forget-Gate kamen später. Das RNN löst die Aufgabe in { $rnn } Läufen.
pascanu_said = Die Schranke hält in jedem Lauf: Bei einem Singulärwert von 0,5 erlaubt sie { $bound }, und { $left } sind übrig. Zeitliche Reihenfolge bei T = { $length }: mit Kappen in { $with } Läufen gelöst, ohne in { $without }.
chung_said = Das RNN löst die lange Aufgabe in { $rnn } Läufen, das LSTM in { $lstm } (Schritte: { $l }), das GRU in { $gru } (Schritte: { $g }).
le_said = Verlust am Ende: RNN mit ReLU und Einheitsmatrix { $identity } (gelöst in { $solved } Läufen), RNN mit tanh { $tanh }, LSTM { $lstm }. Mit der zehnfachen Lernrate divergiert das Netz mit ReLU in { $diverged } Läufen.
jozefowicz_said = Schritte bis zur Lösung (Median): Bias 0 { $without }, Bias 1 { $with }, GRU { $gru }.
greff_said = Am meisten schadet beim Addieren „{ $adding }“ und bei der Kongruenz „{ $agreement }“. Ist das Input-Gate an das Forget-Gate gekoppelt, braucht das Addieren { $ratio }-mal so viele Schritte wie mit der ganzen Zelle.
arjovsky_said = Die Formel ergibt { $baseline }; nach 1 500 Schritten erreicht das RNN { $rnn } ({ $off } daneben), das LSTM { $lstm }, das GRU { $gru }.
tallec_said = Bei T = 200 löst Chrono die Aufgabe { $ratio }-mal schneller als ein Bias von 1.
tallec_never = Bei T = 200 löst ein Bias von 1 die Aufgabe in { $plain } Läufen, Chrono in { $chrono }.
madsen_said = Alle drei hören bei 95 % richtigen Antworten auf. Beim Nomen, das entscheidet, ist die Norm des Gradienten so viel Mal so groß wie ihr Mittel über alle Wörter: { $rnn } (RNN), { $lstm } (LSTM) und { $gru } (GRU). Gleiche Genauigkeit, verschiedene Connectivity.
