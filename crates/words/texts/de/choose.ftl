title = Welche Zelle soll ich nehmen?
intro = Zuerst ein Wegweiser für alle, die es eilig haben, dann sechs Fragen. Der Rat folgt aus einer Tabelle von Regeln, und jeder Grund führt zu einem Versuch, den du laufen lassen kannst.
glance = Auf einen Blick
glance_why = Der übliche Rat ist kürzer: Beginne mit einem GRU. Hier lernt bei manchen Aufgaben das LSTM schneller und bei anderen das GRU, und du kannst vorher nicht wissen, welches bei deiner schneller sein wird. Kannst du nur eines von beiden trainieren, nimm das GRU: Es ist kleiner.
glance_near = was zählt, liegt nur ein paar Schritte zurück
glance_baseline = eine Baseline oder ein erstes Netz, um es zu verstehen
glance_far = etwas, das weit zurückliegt, muss genau behalten werden
glance_fast = ein schneller erster Versuch; es zählen Tempo und Größe
glance_edge = ein Datenstrom auf einem kleinen Gerät
glance_little = nur Hunderte von Sequenzen
glance_unknown = du weißt noch nicht, worauf es ankommt
glance_many = mehrere Wörter entscheiden zusammen, wie bei „not“ (nicht) und „but“ (aber)
glance_line = eine Prognose aus einer kurzen Reihe
glance_text = Text, der geschrieben oder übersetzt werden soll
glance_endless = Tausende von Schritten, und eine GPU
length = Wie lang sind deine Sequenzen?
length_short = bis 20 Schritte
length_medium = 20 bis 200
length_long = 200 bis 2 000
length_endless = länger
data = Wie viele Daten hast du?
data_little = Hunderte von Sequenzen
data_some = Tausende
data_much = eine Million oder mehr
place = Wo soll das Netz laufen?
place_edge = auf einem kleinen Gerät, Schritt für Schritt in einem Datenstrom
place_cpu = auf einem Laptop
place_gpu = auf einer GPU
needs = Wovon hängt eine Antwort ab?
needs_near = von den letzten Schritten
needs_far = von etwas weit zurück, genau behalten
needs_many = von mehreren Dingen zugleich
needs_unknown = ich weiß es nicht
first = Was ist am wichtigsten?
first_accuracy = Genauigkeit
first_speed = Tempo und Größe
first_baseline = Baseline oder Unterricht
task = Was für eine Aufgabe ist es?
task_classify = eine Klasse für jede Sequenz
task_forecast = Zahlen vorhersagen
task_tag = ein Tag für jeden Schritt
task_generate = Text erzeugen
task_translate = Übersetzung
units = Verborgene Einheiten
inputs = Zahlen je Schritt
advice_rnn = Ein einfaches RNN
advice_gru = Ein GRU
advice_lstm = Ein LSTM
advice_both = Probiere beide: GRU und LSTM
advice_line = Noch keines der drei: zuerst ein lineares Modell
advice_transformer = Keines der drei: ein vortrainierter Transformer
advice_parallel = Keines der drei: ein State-Space-Modell oder eine Faltung
because = Warum
try_both = Diese beiden Läufe einstellen
sizes_how = Gewichte, mit den zwei Bias-Werten von PyTorch: Blöcke × H × (I + H + 2). Rechnungen je Schritt (je eine Multiplikation und eine Addition): Blöcke × H × (I + H).
basis = eine Rechnung je Takt auf einem Cortex-M4 mit 80 MHz, vier auf einem Kern eines Raspberry Pi 4 mit 1,5 GHz, acht auf einem Laptop-Kern mit 3 GHz, wenn alle Gewichte in schnellem Speicher liegen.
cost = Kosten
parameters = Gewichte
float = float32
int = int8
products = Rechnungen je Schritt
m4 = Cortex-M4
pi = Raspberry Pi 4
laptop = Laptop-Kern
reason_short = Über eine Handvoll Schritte lernt das einfache RNN so schnell wie die anderen, mit einem Viertel der Gewichte des LSTM. [„Vergleichen“ misst es](#view=compare).
reason_near = Was die Antwort braucht, liegt nah: Der Gradient muss nicht weit, also verschwindet er unterwegs nicht. [Ein Schritt zurück](#lesson=bptt.2).
reason_vanish = Aus dem, was mehr als zehn oder zwanzig Schritte zurückliegt, lernt ein einfaches RNN kaum: Mit 20 Wörtern dazwischen scheitern die meisten seiner Läufe, aber keiner der Zellen mit Gates. [Genauigkeit und Länge](#view=compare).
reason_road = Ein Zellzustand ist ein Weg mit einem Gate darauf: Was genau behalten werden muss, geht an den Gewichten vorbei. [Der Weg zurück, offen und gesperrt](#lesson=lstm.6).
reason_bias = Beginne mit offenem Forget-Gate, sonst vergisst selbst ein LSTM. [Ohne den Forget-Bias](#lesson=lstm.8).
reason_light = Ein GRU hat drei Viertel der Gewichte eines LSTM und muss keinen zweiten Zustand behalten. [Weniger Parameter](#lesson=gru.6).
reason_either = Welches von beiden schneller lernt, hängt von der Aufgabe ab, und vorher kannst du es nicht wissen. [Der Fehler, nicht beide zu probieren](#view=reference&page=mistakes).
reason_gates = Kein Gate ist bei jeder Aufgabe gleich viel wert. [Was jeder Teil wert ist](#view=results).
reason_stream = Ein rekurrenter Schritt kostet immer gleich viel, egal wie lange der Datenstrom läuft, und das Netz behält { "{" }H{ "}" } Zahlen. [Nach dem Transformer](#lesson=transformer.1).
reason_line = Mit so wenigen Daten oder als Baseline ist eine gewichtete Summe der letzten Werte (lineare Autoregression) schwer zu schlagen, und der letzte Wert allein auch. Hier gewinnt oft eines davon. [Wie viel verrät die Vergangenheit?](#lesson=series.6).
reason_fit = Ein paar Hundert Sequenzen lernt ein Netz auswendig. [Überanpassung](#view=reference&page=mistakes).
reason_read = In dieser Größenordnung kann Attention unmittelbar auf jedes Token blicken, und sie trainiert an allen Positionen auf einmal. [Was Attention dafür bringt](#lesson=transformer.5).
reason_pretrained = Ein Modell, das schon sehr viel gelesen hat, braucht wenig von deinen Daten. Kleine Netze, die von Grund auf trainiert werden, kommen dagegen nicht an, hier nicht und auch sonst nirgends. [Was wir nicht behaupten](#lesson=transformer.6).
reason_wait = Ein rekurrentes Netz berechnet einen Schritt nach dem anderen; über Tausende von Schritten ist das Training darum langsam. [Was ein Token kostet](#lesson=transformer.3).
reason_fade = Auch eine Zelle mit Gates verliert, was Tausende von Schritten zurückliegt, es sei denn, sie ist darauf trainiert, es zu behalten. [Übriger Gradient nach 100 Schritten](#view=compare).
reason_teach = Zwei Matrizen und ein tanh: Alles darin kannst du von Hand rechnen. [Der erste Schritt, von Hand](#lesson=recurrence.2).
reason_limit = Und es zeigt, wofür die anderen gemacht wurden. [Verschwindende Gradienten](#lesson=vanishing.1).
reason_many = Wo mehrere Wörter zusammen entscheiden, wie bei „not“ (nicht) und „but“ (aber), kommen LSTM und GRU früher ans Ziel, und bei größeren Lernraten. [Stimmung](#lesson=words.3).
reason_tags = Es zählt nicht, wie lang ein Text ist, sondern wie lange etwas behalten werden muss: Ein RNN taggt lange Sätze ebenso gut wie kurze. [Eine Antwort bei jedem Wort](#lesson=words.4).

wrong = Gefunden: { $found }; erwartet: eine ganze Zahl von 1 bis 1024. Benutzt wird { $default }.
sizes =
    Was es braucht, mit { $units ->
        [one] { $units } verborgenen Einheit
       *[other] { $units } verborgenen Einheiten
    } und { $inputs ->
        [one] { $inputs } Zahl
       *[other] { $inputs } Zahlen
    } je Schritt
estimate = Die Zeiten sind geschätzt, nicht gemessen: { $basis }
formula = { $blocks } × { $units } × ({ $inputs } + { $units } + 2) = { $count }
