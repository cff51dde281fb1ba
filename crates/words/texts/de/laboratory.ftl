cell = Die Zelle
group_look = Ansehen
group_explain = Erklären
group_change = Ändern
unknown = Es gibt kein Bild „{ $found }“; erwartet: eines von { $expected }.
table = Die Zahlen
step = t

press_space = Leertaste
press_shift = Umschalt ← →
press_home = Pos1 Ende
press_undo = Strg Z, Strg Umschalt Z
press_pages = Bild ab, Bild auf
key_space = abspielen, anhalten
key_train = trainieren, anhalten
key_arrows = einen Schritt nach links oder rechts; am rechten Ende weiter in die andere Richtung
key_updown = in einer Spur: die Einheit, das Gate oder der Gradient darüber oder darunter
key_shift = ans Ende des Vorwärts- oder Rückwärtslaufs
key_b = umkehren: Vorwärtslauf oder Rückwärtslauf
key_home = erster Schritt; Ende des Rückwärtslaufs
key_turn = umkehren: lesen oder lernen
key_ends = beim Lesen das erste Wort; das Ende des Rückwegs
key_ways = Satz lesen; Fehler zurückschicken
key_lanes = zu RNN, LSTM, GRU
key_l = Verlust beim Schritt im Fokus lesen
key_m = Zahl der Spuren beim Schritt im Fokus messen
key_p = vorführen
key_undo = Einstellung rückgängig machen, wiederholen
key_pages = in einer Lektion: weiter, zurück; ein Presenter sendet diese Tasten
key_help = diese Tasten
key_d = in zwei Sätzen sagen und zeigen, was gerade zu sehen ist
single_keys = Einzelne Buchstaben, Ziffern und ? wirken als Tasten
seen_left = Vom Gradienten übrig bei { $place }: { $shares }.
seen_back = Der Fehler läuft zurück und ist hier angekommen: { $place }. Im Fokus: { $focus }.
seen_read = Die Netze haben bis hierher gelesen: { $place }. Im Fokus: { $focus }.
now_read_at = Der Verlust wird jetzt hier gelesen: { $step }.
now_measured_at = Die Zahl jeder Spur wird jetzt hier gemessen: { $step }.
sound = Ton beim Rückwärtslauf
sound_tip = Je höher der Ton, desto mehr ist vom Gradienten übrig; eine Oktave tiefer heißt ein Zehntel davon. Du hörst das Netz, das im Fokus ist.
lane_keys = Die Eingabetaste öffnet, was hier berechnet wird. Die Pfeile nach oben und unten gehen von Zeile zu Zeile, die nach links und rechts von Schritt zu Schritt.
table_token = Token
table_reach = übriger Gradient
table_state = ‖h‖
table_input = x
table_how = x: was gelesen wird (bei einem Wort sein Embedding). Übriger Gradient: ‖λₜ‖ / ‖λ‖ beim Verlust. ‖h‖: Länge des verborgenen Zustands. Gates: Mittel über die Einheiten.
table_rows = Eine Zeile je Schritt, für alle drei Zellen
save_csv = Als CSV speichern

chain = Produkt der Schritte
chain_title = Produkt der Schritte: eine Jacobi-Matrix nach der anderen
chain_how = Jeder Schritt zurück multipliziert den Gradienten mit einer weiteren Jacobi-Matrix $J_t = ∂s_t/∂s_{ "{" }t−1{ "}" }$. Durchgezogen: wie stark das Produkt einen Gradienten höchstens streckt, $‖∂s_T/∂s_t‖_2$. Gestrichelt: das geometrische Mittel seiner Singulärwerte, also seine mittlere Wirkung. Dünn und blau: nur der Zellzustand des LSTM, $‖∂c_T/∂c_t‖_2$.
factor_how = Ein Schritt für sich: $‖J_t‖_2$, beim { $cell } kräftig gezeichnet. Über 1 kann der Schritt einen Gradienten strecken, unter 1 muss er ihn schrumpfen lassen.

roads = Wege zurück
roads_title = Die Wege: wo entlang der Gradient lief
roads_how = Eine Zelle gibt den Gradienten $g$ als Summe zurück, $g = Σ g_k$, mit einem Summanden für jeden Weg. Der Anteil eines Weges ist $⟨g_k, g⟩ / ‖g‖^2$. Ein Anteil unter 0 wirkt den anderen entgegen; alle zusammen ergeben 1.
roads_all_open = alle Wege offen
roads_some_closed = Wege gesperrt
road_recurrent = Wₕₕ und tanh′
road_recurrent_relu = Wₕₕ und relu′
road_carry = Zellzustand, × f
road_update_carry = an h entlang, × z
road_input = Input-Gate
road_forget = Forget-Gate
road_candidate = Kandidat
road_output = Output-Gate
road_new = neuer Zustand
road_update = Update-Gate
road_reset = Reset-Gate
ways_how = Die ganze Strecke vom Verlust zurück: bei jedem Schritt auf demselben Weg oder unterwegs mit einem Wechsel.
roads_open = Noch ist kein Weg gesperrt, darum fallen die beiden Kurven zusammen.
ways_rnn = Das RNN hat nur einen Weg, bei jedem Schritt: { $road }.
way_cell = nur Zellzustand, ∏ f
way_hidden = nur verborgener Zustand
way_update = nur Update-Gate, ∏ z
way_gates = nur neuer Zustand und Gates
way_mixed = gemischt
roads_close = Sperre einen Weg: Nur auf dem Rückweg wird der Zustand, der dort hineingeht, festgehalten (stop-gradient). Gestrichelt: mit allen Wegen offen.
spectrum = Eigenwerte
spectrum_title = Eigenwerte: welche Richtungen sich halten
spectrum_how = Punkte: Eigenwerte der Jacobi-Matrix $J_t$ eines Schritts; Ringe: die der rekurrenten Gewichte. Im Kreis mit Radius 1 schrumpft eine Richtung, wenn sich derselbe Schritt wiederholt. Aber die Schritte sind verschieden, und ein einzelner kann um seinen größten Singulärwert $σ_max$ strecken, der nie kleiner ist als der Spektralradius $ρ$.
spectrum_of = { $cell }, Schritt { $t }
spectrum_headline = { $cell }, Schritt { $t }: { $inside } von { $all } Eigenwerten im Kreis
spectrum_what = Matrix
values_how = Unten: die Singulärwerte des ganzen Produkts $∂s_T/∂s_t$. Blass: die unter $10^{ "{" }−13{ "}" }$ des größten, bei denen eine einfache Zerlegung des Produkts falsch wäre; gefunden mit QR-Akkumulation.
rho = Spektralradius $ρ$
sigma = größter Singulärwert $σ_max$
jacobian = $J_t$
jacobian_plain = Jₜ
recurrent = $W_{ $hh }$
recurrent_plain = Wₕₕ
recurrent_candidate = $W_h$ des Kandidaten
recurrent_candidate_plain = Wₕ des Kandidaten
pascanu_holds = $σ_max(W_{ $hh })$ = { $sigma } liegt unter 1/γ = 1 (γ: die größte Steigung von { $function }): Der Gradient muss verschwinden (Pascanu et al. 2013).
pascanu_open = $σ_max(W_{ $hh })$ = { $sigma } liegt nicht unter 1/γ = 1 (γ: die größte Steigung von { $function }; bei σ ist sie 1/4, dort ist also 1/γ = 4): Die Schranke, unter der ein Gradient sicher verschwindet (Pascanu et al. 2013), sagt hier nichts.
pascanu_gated = Die Schranke von Pascanu et al. (2013), $σ_max(W_{ $hh })$ unter 1/γ, gilt für Netze ohne Gates: siehe das RNN.

saturation = Flache Steigungen
slope_shade = Steigung, als Anteil der größten möglichen
gate_shown = Was gezeigt wird
saturation_title = Flache Steigungen: wo Einheiten gesättigt sind
saturation_how = Jede Einheit (Zeile) bei jedem Schritt (Spalte): die Steigung ihrer Aktivierung, als Anteil der größten möglichen. Eine Einheit, deren Steigung nahe bei 0 liegt, lässt kaum etwas vom Gradienten durch. Darunter: wie oft jeder Wert bei jedem Schritt vorkommt.
saturation_table = Wie viele Einheiten bei jedem Schritt gesättigt oder aus sind
of_steps = gesättigt
of_steps_off = aus

triangle = Welcher Verlust
triangle_title = Welche Verluste bei jedem Zustand ankommen
triangle_how = Angenommen, bei jedem Schritt wird ein Verlust gelesen. Eine Spalte ist ein Zustand, eine Zeile ein Verlust (der erste steht oben), eine Farbe der Anteil dieses Verlusts am ganzen Gradienten des Zustands, $⟨g_s, g⟩ / ‖g‖^2$. Jede Spalte ergibt zusammen 1. Hat nur die Diagonale Farbe, kommt der Gradient jedes Zustands allein von seinem eigenen Verlust.
triangle_shade = Anteil eines Verlusts am Gradienten bei einem Zustand
unit_at = Einheit
loss_at = Verlust bei Schritt

hears = Was y bewegt
hears_title = Welche Token die Ausgabe bewegen
hears_how = Wie stark eine kleine Änderung jedes früheren Tokens die Ausgabe $y_t = v·h_t$ beim Schritt im Fokus bewegt: die Norm des Gradienten der Ausgabe nach der Eingabe dieses Tokens (Connectivity, Madsen 2019). Alle drei haben dieselbe logarithmische Skala. Ein kleiner Gradient heißt nicht, dass ein Token nicht benutzt wird: Eine Einheit, die hält, was sie gelesen hat, kann gesättigt sein, und dann hat sie kaum einen.
hears_at = Ausgabe bei { $token }. Klicke auf ein anderes Token oder wähle eines mit den Pfeiltasten.
hears_table = Wie stark eine kleine Änderung bei jedem Schritt die Ausgabe bei { $token } bewegt
hears_scale = Von { $low } (blass) bis { $high } (kräftig).
hears_relative = Relativ: jede Zeile nach ihrem größten Wert
hears_relative_told = Relativ: Jede Zeile ist durch ihren eigenen größten Wert geteilt, darum lassen sich Zeilen nicht vergleichen.

cures = Andere Starts
cures_title = Andere Starts: was sie mit dem Gradienten machen
cures_how = Zwei Netze, die sich in einem einzigen Punkt unterscheiden, mit dieser Sequenz und diesem Seed; jedes hat seine eigene Verstärkung und seinen eigenen Bias. Gestrichelt: das erste. Durchgezogen: das zweite. Die Kurve: was vom Gradienten übrig ist, wie in den Spuren.
cure_pairs = Paar
cure_own = zwei selbst gewählte
cure_against = Erstes
cure_shown = Zweites
cure_size = H = { $units }, { $count } Parameter
cure_is_in = Die Spur des { $cell } zeigt das zweite
cure_put_in = Das zweite in der Spur des { $cell } zeigen
cure_equal = So viele Parameter wie das LSTM der Seite
unknown_cure = Es gibt keinen Aufbau „{ $found }“; erwartet: einer von { $expected }.
cure_rnn = RNN
cure_rnn_half = RNN, Verstärkung 0,5
cure_rnn_two = RNN, Verstärkung 2
cure_rnn_relu = RNN mit ReLU
cure_rnn_xavier = RNN, Xavier
cure_rnn_orthogonal = RNN, orthogonal
cure_rnn_identity = RNN, Einheitsmatrix mit tanh
cure_irnn = IRNN: Einheitsmatrix mit ReLU
cure_nonnormal = RNN, nicht normal, ρ = 0,7
cure_lstm = LSTM, Forget-Bias 0
cure_lstm_one = LSTM, Forget-Bias 1
cure_lstm_three = LSTM, Forget-Bias 3
cure_lstm_chrono = LSTM, Chrono
cure_lstm_orthogonal = LSTM, orthogonal
cure_gru = GRU
cure_gru_three = GRU, Update-Bias 3
cure_gru_chrono = GRU, Chrono
cure_gru_before = GRU, Reset vor dem Produkt

ablation = Teil weglassen
ablation_title = Einen Teil weglassen: auf welchen es ankommt
ablation_how = Eine Ablation: Friere ein Gate für alle Einheiten und Schritte bei einer Zahl ein (1 nimmt es heraus) oder nimm eine Aktivierung weg. Gestrichelt: die Zelle, wie sie ist. Durchgezogen: die Zelle ohne diesen Teil. Greff et al. (2015) und Jozefowicz et al. (2015) fanden beide, dass es auf das Forget-Gate am meisten ankommt. Jozefowicz et al. fanden, dass es auf das Output-Gate am wenigsten ankommt; Greff et al. fanden, dass es auf die Aktivierung der Ausgabe ebenso ankommt wie auf das Forget-Gate.
ablate_whole = die ganze Zelle
ablate_changed = die geänderte Zelle
ablate_none = An dieser Zelle ist noch nichts geändert, darum fallen die beiden Kurven zusammen.
ablate_free = frei
ablate_bad = Gefunden: { $found }; erwartet: eine Zahl von 0 bis 1. Das Gate bleibt, wie es ist.
ablate_relu = ReLU statt tanh
ablate_candidate = kein tanh auf dem Kandidaten
ablate_output = kein tanh auf dem Zellzustand
ablate_coupled = Input-Gate gekoppelt, i = 1 − f
ablate_before = Reset vor dem Matrixprodukt

brackets = Klammerzähler
brackets_title = Der Klammerzähler
brackets_how = Die Farbe jedes Zeichens zeigt, was eine Einheit hält, nachdem das Netz es gelesen hat; die durchgezogene Linie zeigt dasselbe. Die gestrichelte Linie ist die Tiefe (die Zahl der offenen Klammern, ohne die zwischen Anführungszeichen), oder sie zeigt die Anführungszeichen oder die Position, passend skaliert. Unter jedem Zeichen steht die Antwort des Netzes, was als Nächstes schließen muss: eine Klammer, ein Anführungszeichen oder nichts (–). Nur für diese Antworten wurde es trainiert. Eine falsche hat einen Rahmen, und die richtige steht darunter.
brackets_none = In diesem Bild lesen Netze einen Text, die gelernt haben, Klammern und Anführungszeichen zu schließen.
brackets_open = Die trainierten Netze öffnen
brackets_text = Ein Text aus Buchstaben, Klammern und Anführungszeichen
brackets_ready = Texte für den Anfang
brackets_by = Einheit vergleichen mit
brackets_both = Klammern und Anführungszeichen
brackets_inside = Klammern in Anführungszeichen
brackets_deep = 12 tief
brackets_label = Der Text, jedes Zeichen mit der Antwort darunter
brackets_scale = Zustand der Einheit
brackets_wrong = falsch, richtig ist
brackets_depth = Tiefe
brackets_depth_title = Tiefe
brackets_quotes_title = In Anführungszeichen
brackets_position_title = Position
brackets_quotes = Anführungszeichen
brackets_position = Position
brackets_unit = Einheit
brackets_best = die beste
brackets_empty = Tippe einen Text aus Buchstaben, Klammern und Anführungszeichen.
brackets_deeper = Tiefer als trainiert
brackets_deeper_how = Jeder Text geht einmal bis zu seiner Tiefe und zurück auf 0, mit Buchstaben und Anführungszeichen dazwischen. Rechts von der Marke sind die Texte tiefer als alle, aus denen die Netze gelernt haben.
brackets_about = Der Zustand ist im LSTM $c_t$, in den anderen $h_t$. Ein $tanh$ hält $h$ zwischen −1 und 1; $c$ hat keine solche Grenze und kann darum weiterzählen ([Weiss, Goldberg und Yahav 2018](https://doi.org/10.18653/v1/P18-2117)). Die Korrelationen gehen über alle Zeichen von 60 Validierungstexten; die gestrichelte Linie ist daran mit kleinsten Quadraten angepasst. Getestet wird mit 40 Texten je Tiefe.
gates = Gates bei der Arbeit
gates_title = Die Gates bei der Arbeit
gates_how = Ein Netz hat gelernt, zwischen „was“ und „were“ (war oder waren) zu wählen. Wir sehen uns die Einheit an, die über 100 Sätze am besten dem Numerus des ersten Nomens folgt, Singular oder Plural. Durchgezogen: dieser Satz. Gestrichelt: derselbe Satz, nur steht dieses Nomen im anderen Numerus. Grau: die beste Einheit vor dem Training. Darunter stehen die Gates der Einheit; dort ist die durchgezogene Linie das Gate, das den Zustand behält.
gates_none = Dieses Bild braucht ein Netz, das gelernt hat, das Verb nach seinem Nomen zu richten.
gates_open = Einen Satz mit den trainierten Netzen lesen
unit = Klippe einer Einheit
unit_title = Eine Einheit: die Klippe
unit_how = Ein Netz mit einer Einheit, $h_t = σ(w h_{ "{" }t−1{ "}" } + b)$, 50 Schritte ab $h_0$ = ½; der Fehler ist $E = (h_50 − 0.7)^2$. Eine Klippe steht zwischen zwei Ebenen: Dort explodiert der Gradient (Pascanu et al. 2013).
unit_start_w = Start: w
unit_start_b = Start: b
unit_rate = Lernrate
unit_clip = kappen bei
latch_title = Ein Latch behält ein Bit
latch_how = Eine Einheit, $h_t = tanh(w h_{ "{" }t−1{ "}" })$, Schritt für Schritt: hinauf zur Kurve, hinüber zur Diagonale. Punkte bleiben, wo sie sind; der Ring stößt ab. Über w = 1 gibt es zwei Becken, eines unter 0 und eines darüber, und das Vorzeichen bleibt erhalten (Bengio et al. 1994).
latch_w = w
latch_h = Start: h₀
latch_n = Schritte

fork = Einheit in Ruhe
fork_title = Eine Einheit in Ruhe: wo sich Zustände gabeln
fork_how = Die Kurven zeigen, wo eine Einheit ruhen kann, $h_t = tanh(w h_{ "{" }t−1{ "}" } + b)$. Auf einer durchgezogenen Kurve kehrt sie nach einem kleinen Stoß zurück; von einer gestrichelten läuft sie weg. Darunter ist die Steigung $w (1 − h^2)$ bei jedem dieser Zustände der Faktor, mit dem ein Schritt einen Gradienten multipliziert. Ziehe an w oder b: Der Punkt folgt seiner Kurve, bis sie endet, und springt dann.
fork_along = Waagerechte Achse
fork_along_w = das Gewicht w
fork_along_b = der Bias b
fork_w = Gewicht w
fork_b = Bias b

space = Zustandsraum
space_title = Zustandsraum: wohin Zustände führen
space_how = Ein Zustand ist ein Ort, und ein Schritt führt zu einem anderen Ort: Woran sich ein Netz erinnert, ist, wo es gerade ist.
space_units_how = Zwei Einheiten ohne Eingabe, $h_t = tanh(W h_{ "{" }t−1{ "}" } + b)$. Ein Pfeil zeigt dorthin, wohin ein Schritt führt. Jeder Pfad, der in einem Farbton beginnt, endet bei dem Punkt dieses Farbtons, einem stabilen Zustand. Ein kleiner offener Ring ist auch ein ruhender Zustand, aber der kleinste Stoß führt von ihm weg. Zieh den großen Ring, um anderswo zu beginnen.
space_part = Was gezeigt wird
space_units = Zwei Einheiten
space_trained = Trainierte Netze
space_worlds = Beispiele
space_now = Eigenes
space_one = Ein Zustand
space_two = Zwei
space_four = Vier
space_turn = Ein Kreislauf
space_own = Gewicht zu sich selbst
space_cross = Gewicht zur anderen Einheit
space_turns = Die erste liest die zweite mit umgekehrtem Vorzeichen
space_b1 = Bias von Einheit 1
space_b2 = Bias von Einheit 2
space_start = Wo der Pfad beginnt
space_trained_how = Jeder Punkt ist der verborgene Zustand eines trainierten Netzes nach einem Schritt in einer von vielen Sequenzen, gesehen in den beiden Richtungen, in denen sich seine Zustände am meisten unterscheiden. Die Farbe ist das, was das Netz dort wissen sollte. Die dünne Linie ist die Sequenz des Labors, und der große Punkt ist der Schritt, bei dem sie gerade steht: Spiele sie unten ab.
space_none = Dieser Teil zeigt Netze, die Parität, Kongruenz oder Addieren gelernt haben.
space_task = Aufgabe
space_parity = Parität
space_agreement = Kongruenz
space_adding = Addieren
space_even = bisher eine gerade Zahl von Einsen
space_odd = eine ungerade Zahl
space_singular = Singular
space_plural = Plural
space_sum = die bisherige Summe: je größer und dunkler, desto mehr
space_cut_key = der gerade Schnitt, der sie am besten trennt
space_about = Zustände aus 60 Sequenzen der Validierungsmenge, abzüglich ihres Mittels, in den beiden Richtungen der größten Varianz (an einer Achse steht, wie viel der Varianz auf sie entfällt). Eine Achse zeigt dorthin, wo das wächst, was behalten werden soll. Der Schnitt ist mit kleinsten Quadraten an −1 und 1 angepasst; bei Summen steht dort $R^2$, das Quadrat der Korrelation mit Achse 1. „Alle Einheiten“ ist an der einen Hälfte der Sequenzen angepasst und an der anderen gezählt, mit Ridge-Regression der Stärke 10⁻⁴.

halflives = Halbwertszeiten
halflives_title = Halbwertszeiten: wie lange jede Einheit behält, was sie hält
halflives_how = Jede Marke ist eine Einheit an der Stelle ihrer Halbwertszeit: der Zahl der Schritte, in denen ihr Forget-Gate f (LSTM) oder ihr Update-Gate z (GRU) halbiert, was die Einheit hält. Sie ist ein Mittel über die Strecke von „gemessen“ bis „Verlust“ (ln 2, geteilt durch das Mittel von −ln f), nur am Zustand entlang, nicht auf den Wegen durch die Gates. Einheiten rechts von der Linie behalten über die ganze Strecke mindestens die Hälfte. „Chrono“ setzt die Bias-Werte der Gates zufällig, passend zur Länge der Sequenz. Zieh die Fahnen „gemessen“ und „Verlust“ über den Wörtern, um die Linie zu verschieben.
halflives_plain = Bias 0
halflives_one = Bias +1
halflives_chrono = Chrono
halflives_lanes = jetzt
halflives_trained = trainiert

edit = Zahlen ändern
edit_title = Zahlen ändern: jede von Hand setzen
edit_how = Die Zahlen hinter der Einheit und dem Schritt im Fokus. Zieh eine mit dem Regler, der sich daneben öffnet, oder tippe eine neue und drücke die Eingabetaste: Spuren, Gradienten und alle Bilder folgen. Ein leeres Feld bringt die ursprüngliche Zahl zurück; „Rückgängig“ geht auch. Zeige auf eine andere Einheit oder einen anderen Schritt, um dort zu ändern.
edit_bad = Gefunden: { $found }; erwartet: eine Zahl von −10⁶ bis 10⁶. Die Zahl bleibt, wie sie ist.
edit_none = Keine Zahl ist von Hand gesetzt.
edit_table = Von Hand gesetzte Zahlen
edit_gate = Gate
edit_reset = Zurück zu den ursprünglichen Zahlen
edit_input = Eingabe bei Schritt { $step }
edit_input_shared = Eingabe bei Schritt { $step }, alle drei Netze lesen sie
edit_bias = Bias-Werte von Einheit { $unit }, { $gate }
edit_from_x = $W_{ $ih }$: von der Eingabe zu Einheit { $unit }, { $gate }
edit_from_h = $W_{ $hh }$: vom verborgenen Zustand zu Einheit { $unit }, { $gate }
why = Warum diese Zahl
why_title = Warum diese Zahl?
why_how = Die Zahl im Fokus und woraus sie besteht. Drücke auf einen ihrer Teile, um ihm nachzugehen, wenn nötig zurück in der Zeit; dein bisheriger Weg bleibt über der Zahl stehen. Zeige auf eine andere Einheit, ein anderes Gate oder einen anderen Gradienten, um dort zu beginnen.
why_press = Drücke auf einen Teil, um zu sehen, woraus er besteht:
why_way = Dein bisheriger Weg
why_of = besteht aus
why_number = Zahl
why_brings = trägt bei
why_bias = Bias
why_above = aus den Schichten darüber
top_layer_only = Dieses Bild beginnt beim Verlust, und der hängt nur von der obersten Schicht unmittelbar ab. Öffne diese Schicht, um es zu sehen.
trained_absent = Dieser Browser hat keinen solchen Lauf: Das hier sind die Gewichte, mit denen das Netz beginnen würde. Trainiere es zuerst hier.
why_loss = der Verlust, bei diesem Schritt gelesen: v ∂L/∂y
why_held = festgehalten
why_outside = nichts: außerhalb der Sequenz

edit_place = Stelle (Zeilen und Spalten ab 0)
edit_number = Zahl

data = Eigene Daten
data_title = Eigene Daten: deine Tabelle als Sequenz
data_how = Füge Zeilen mit Zahlen ein oder wähle eine Datei: Eine Zeile ist ein Schritt, eine Spalte ein Kanal, 5 bis 500 Zeilen und 1 bis 160 Spalten. Zwischen den Zellen stehen Kommas, Semikolons, Tabs oder Leerzeichen; Zahlen haben Dezimalpunkte oder Dezimalkommas. Eine Kopfzeile wird erkannt. Vorhergesagt wird die erste Spalte, und der Verlust ist (v·h − ihr nächster Wert)². Nichts verlässt diese Seite; was du benutzt, steht in ihrer Adresse und sonst nirgends.
data_label = Tabelle (CSV)
data_file = Oder wähle eine Datei, oder zieh sie hierher
data_file_hint = CSV oder reiner Text; gelesen werden die ersten 64 KB. Sie bleibt in diesem Browser.
data_row = Zeile
data_table = Alle Zeilen, die gelesen werden
data_preview = Was gelesen wird
data_example =
    Temperatur;Regen
    12,8;0
    10,6;10,9
    11,7;0,8
    12,2;20,3
    8,9;1,3
data_empty = Füge oben mindestens 5 Zeilen mit Zahlen ein oder wähle eine Datei.

data_cut = Gelesen werden nur die ersten 64 KB, ohne deren letzte Zeile.
data_use = Als Sequenz benutzen

kept = Behalten oder lernbar
kept_title = Behalten oder lernbar: eine Eingabe ändern
kept_how = Bei einem Schritt und dann der Reihe nach bei jedem anderen ändern wir, was das Netz liest. Die durchgezogene Linie zeigt, wie weit das den Zustand beim Verlust bewegt; die gestrichelte Linie ist der Gradient, der bei diesem Schritt übrig ist. Wo die durchgezogene Linie hoch bleibt, während die gestrichelte fällt, behält das Netz etwas, woraus es nicht mehr lernen kann.
kept_about = Ein Wort wird gegen ein anderes Wort der Sequenz oder ein anderes Symbol der Aufgabe getauscht: gegen das, das den Zustand am weitesten bewegt. Eine Zahl wechselt ihr Vorzeichen; aus einer 0 wird eine 1. Die Bewegung ist $‖h′ − h‖ / (‖h′‖ + ‖h‖)$: 0, wenn sich nichts ändert, 100 %, wenn der Zustand in sein Gegenteil umschlägt.
kept_none = Hier lässt sich nichts tauschen: Die Sequenz besteht aus einem einzigen Wort.
probe_title = Eine Sonde: was sich am Zustand ablesen lässt
probe_how = Eine lineare Abbildung wird angepasst, vom letzten Zustand auf das, was bei jedem Schritt gelesen wurde, über Hunderte von zufälligen Sequenzen aus denselben Eingaben: Die durchgezogene Linie zeigt, welchen Anteil davon die Abbildung bei neuen Sequenzen trifft.
probe_about = Ridge-Regression der Stärke 10⁻⁴ auf zentrierten Zuständen; der Anteil ist $R^2 = 1 − Σ‖x − x̂‖^2 / Σ‖x − x̄‖^2$ auf Sequenzen, an die sie nicht angepasst wurde. Unter 0, also schlechter als das Mittel, zählt als 0. Ein Zustand aus wenigen Zahlen kann nicht viele Wörter enthalten, egal wie groß ihre Gradienten sind.
draws = Viele Ziehungen
draws_title = Viele Ziehungen: Ist diese hier typisch?
draws_how = Wir behalten die Einstellungen bei und ziehen 200-mal andere zufällige Gewichte. Das Band enthält neun von zehn Ziehungen, die gestrichelte Linie ist die mittlere Ziehung (die Hälfte liegt darüber, die Hälfte darunter), und die durchgezogene Linie ist die Ziehung, die die Seite zeigt.
draws_about = Aus den Seeds 1 bis 200 werden die Gewichte, die Gewichte der Ausgabe und die Embeddings gezogen; die Sequenz bleibt dieselbe. Die Ränder des Bandes sind bei jedem Schritt das 5. und das 95. Perzentil.
probe_done = alles berechnet
work_progress = Fortschritt
work_stop = Anhalten
work_go_on = Weiter
after = Was danach kam
after_title = Was danach kam: Gates, die nur die Eingabe lesen, und Attention
after_how = Bei jedem Wort zeigt das Diagramm, wie viel vom Gradienten übrig ist. Im minGRU (dicke Linie) und im minLSTM (gestrichelt) lesen die Gates nur $x_t$, und übrig ist genau das Produkt der Gates zwischen dem Wort und dem Verlust. In einem Attention-Head (Ringe) ist es ungefähr das Gewicht, das das Wort dort hat.
after_part = Was gezeigt wird
after_left = Gradient
after_states = Zustände
after_states_how = Die beiden Zellen als Spuren. Eine Spalte ist ein Schritt, eine Zeile eine Einheit, eine Farbe ihr Zustand $h_t$. Ein Zustand kann über ±1 hinausgehen, weil der Kandidat keinen tanh hat; die Farben enden dort. Darunter: wie viel vom alten Zustand jeder Schritt behält. Im minGRU und im minLSTM folgt das allein aus dem Wort; im LSTM und im GRU redet auch der Zustand davor mit.
after_state_shade = Zustand h
after_state_table = Zustand und Gate jeder Einheit bei einem Schritt
after_state = Zustand
after_gate = Gate
after_attention = Attention
after_scan = Scan
after_drawn = minGRU: $h_t = z_t ⊙ h_{ "{" }t−1{ "}" } + (1 − z_t) ⊙ n_t$, wobei z der Anteil des alten Zustands ist, der bleibt, wie im GRU. minLSTM: dasselbe, mit $f/(f + i)$ statt $z_t$ und $i/(f + i)$ statt $1 − z_t$. Der Kandidat $n_t$ ist linear in $x_t$. Einheiten, Seed, Bias und Verlust sind die der Spuren; die Verstärkung bewirkt nichts, denn es gibt keine rekurrenten Gewichte, die sie multiplizieren könnte. Ein Ring ist der Gradient, der Key und Value eines Wortes erreicht, als Anteil des Gradienten beim Mittel der Values im Head.
after_attention_how = Das Wort beim Verlust bildet die Query. Was es bekommt, ist $m = Σ_t w_t v_t$, ein Mittel aller Values, mit Gewichten aus einem Softmax. Balken: die Gewichte $w_t$, die zusammen 1 ergeben. Durch seinen Value bekommt ein Wort genau diesen Anteil des Gradienten; beim Ring kommt dazu, was durch seinen Key kommt. Der Head weiß nicht, wo im Satz ein Wort steht.
scan_pairs = Ein Schritt hält ein Paar $(a, b)$; es steht für $h → a h + b$. Verbindet ein Schritt sein Paar mit dem Paar $(a′, b′)$ eines früheren Schritts, wird aus seinem eigenen Paar $(a a′, a b′ + b)$.
scan_back = Eine Runde zurück
scan_next = Nächste Runde
scan_play = Runden abspielen
scan_stop = Anhalten
scan_at_start = Noch ist keine Runde gemacht.
scan_at_end = Alle Zustände sind berechnet.
scan_cost_title = Was er kostet
scan_cost_how = Die Runden müssen aufeinander folgen, die Operationen innerhalb einer Runde nicht. Ein einzelner Thread macht auch sie nacheinander, darum kann der Scan hier nur verlieren. Er gewinnt auf Hardware, die eine ganze Runde auf einmal erledigt.
scan_rounds = Runden
scan_operations = Operationen
scan_time = Zeit
scan_table_how = Vor dem Pfeil: Schritt für Schritt. Danach: der Scan. Die Operationen sind die einer Einheit.

after_lane =
    { $cell }: { $n ->
        [one] { $n } Einheit
       *[other] { $n } Einheiten
    }, Zustände von { $low } bis { $high } bei Schritt { $step }, „{ $word }“
after_lane_at = Einheit { $unit }, Schritt { $step } „{ $word }“: Zustand { $state }; vom alten Zustand bleiben { $gate }
brackets_unknown = Die Netze kennen „{ $found }“ nicht: Sie lesen die Buchstaben a bis z, ( ) und doppelte Anführungszeichen.
brackets_unopened = Zeichen { $place } schließt eine Klammer, aber es ist keine offen.
brackets_long = Gefunden: { $found } Zeichen; Platz haben { $most }.
brackets_going = { $n } von { $all } Tests
brackets_ranked = Einheit { $unit }: { $r }
brackets_goes_with = { $followed }: die Einheiten mit der größten Korrelation
kept_answer = Die Antwort v·h des { $cell } geht von { $before } auf { $after }.
probe_going = { $share } berechnet
probe_stopped = Angehalten bei { $share }
draws_going = { $n } von { $all } Ziehungen
triangle_reach =
    Bei Schritt { $t } kommen { $own } des Gradienten vom Verlust bei genau diesem Schritt; die Hälfte kommt von Verlusten, die höchstens { $later ->
        [one] { $later } Schritt
       *[other] { $later } Schritte
    } später liegen.
triangle_share = Schritt { $t } „{ $state }“: { $share } des Gradienten kommen vom Verlust bei Schritt { $s } „{ $loss }“
triangle_later = Der Verlust bei Schritt { $s } „{ $loss }“ kommt vor Schritt { $t } „{ $state }“ und hängt nicht von ihm ab
values_zero = { $n } von { $all } sind 0: Der Schritt ist singulär.
off = In { $share } aller Fälle (Einheiten mal Schritte) ist eine Einheit aus: Die Steigung von ReLU ist 0, wo ihre Eingabe nicht über 0 liegt, und sonst 1.
saturated = In { $share } aller Fälle (Einheiten mal Schritte) ist eine Einheit gesättigt: Steigung unter 36 % der größten (ein Gate unter 0,1 oder über 0,9; ein tanh jenseits von ±0,8).
slope_at = Einheit { $unit }, Schritt { $t } „{ $word }“: das { $slope }-Fache der größten Steigung
triangle_table = Was jeder Verlust zum Gradienten bei Schritt { $t } beiträgt
slope_table = Die Steigung jeder Einheit bei Schritt { $t }
bins_table = Wie viele Einheiten bei Schritt { $t } jeden Wert haben
slope_column = Steigung bei Schritt { $t }, Anteil der größten
units_column = Einheiten bei Schritt { $t }
range = { $from } bis { $to }
most_units =
    { $name }: Bei Schritt { $t } „{ $word }“ liegen die häufigsten Werte zwischen { $from } und { $to } ({ $count ->
        [one] { $count } Einheit
       *[other] { $count } Einheiten
    })
histogram_shade = { $name }: wie viele Einheiten jeden Wert haben
unit_told = 40 Schritte mit dem Gradienten ab w = { $w }, b = { $b }, mit der Lernrate { $rate }. Gestrichelt: die Gradienten, wie sie sind; der längste ist { $steepest }, und der letzte Fehler ist { $plain }. Durchgezogen: Jeder Gradient, der länger ist als { $clip }, wird auf diese Länge gekürzt; der letzte Fehler ist { $clipped }.
latch_keeps =
    w = { $w }: Nach { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    } ist h = { $h }, nahe ±{ $fixed }. ∂h/∂h₀ = { $slope }: Das Vorzeichen von h₀ bleibt erhalten, und eine kleine Änderung von h₀ kommt bei h nicht mehr an.
latch_forgets =
    w = { $w }: Nach { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    } ist h = { $h }. Alles fällt auf 0; ∂h/∂h₀ = { $slope }.
space_arrows = Die Pfeile haben 1/{ $n } der Länge eines Schritts.
space_at = h₁ = { $h1 }, h₂ = { $h2 }
fork_keeps = Wo h ruht, behält ein Schritt { $slope } eines Gradienten, zehn Schritte behalten { $ten }.
edit_count = Von Hand gesetzt: { $n }.
edit_by_hand = { $name } (von Hand)
edit_drag = { $name } ziehen
why_place = { $name } bei Schritt { $t }, Einheit { $unit }
why_gradient = Gradient ({ $name })
why_of_unit = Einheit { $unit }
why_is = { $name }: { $number }
why_weighted = × Gewicht { $weight }
why_rest =
    { $n ->
        [one] die andere Einheit ({ $n })
       *[other] die anderen { $n } Einheiten zusammen
    }
why_input = Hier endet der Weg: Das ist, was das Netz liest, „{ $token }“.
data_one_cell = Gefunden: nur eine Zelle, „{ $found }“; erwartet: mindestens 5 Zeilen mit Zahlen. Schreibe jede Zeile der Tabelle in eine eigene Zeile, mit Kommas, Semikolons oder Tabs zwischen den Zellen.
data_wide =
    Zeile { $line }: gefunden { $n ->
        [one] { $n } Spalte
       *[other] { $n } Spalten
    }, erwartet höchstens { $most }. Lass einige weg.
data_blank = Zeile { $line }, Spalte { $column }: gefunden nichts, erwartet eine Zahl. Fülle die Zelle aus oder entferne die Zeile.
data_infinite = Zeile { $line }, Spalte { $column }: gefunden „{ $found }“, erwartet eine endliche Zahl. Trag eine Zahl ein oder entferne die Zeile.
data_large = Zeile { $line }, Spalte { $column }: gefunden „{ $found }“, erwartet eine Zahl zwischen −10¹⁵ und 10¹⁵. Nimm eine größere Maßeinheit.
data_comma = Zeile { $line }, Spalte { $column }: gefunden „{ $found }“, erwartet eine Zahl mit Dezimalpunkt, zum Beispiel 3.14. Ersetze die Dezimalkommas durch Punkte.
data_text = Zeile { $line }, Spalte { $column }: gefunden „{ $found }“, erwartet eine Zahl, zum Beispiel 3.14. Berichtige die Zelle, oder entferne die Spalte, wenn sie Namen oder Datumsangaben enthält.
data_taken = { $name } ({ $encoding })
data_unproved = „{ $cell }“ wird als { $read } gelesen. Die Tabelle beweist das nicht: Es könnte auch { $other } sein. Schreibe die Zahlen ohne Zeichen zwischen den Tausendern, um sicherzugehen.
data_one_or_two = Eine Zeile wie „{ $line }“ kann zwei Zahlen enthalten oder eine mit Dezimalkomma. Setze ein Semikolon oder einen Tab zwischen die Zellen oder schreibe eine Kopfzeile, um sicherzugehen.
data_long = Gefunden: { $n } Zeilen; benutzt werden die ersten { $most }.
scan_how = Die Zustände von Einheit { $unit } des minGRU, $h_t = a_t h_{ "{" }t−1{ "}" } + b_t$ mit $a_t = z_t$ und $b_t = (1 − z_t) n_t$. In jeder Runde verbindet jeder Schritt, was er hält, mit dem, was ein früherer Schritt hält: in der ersten Runde einen Schritt zurück, dann 2, 4, 8. Gefüllt: Der Zustand ist bekannt. Dicke Linien: alles, was in den gewählten Schritt eingeht.
scan_length =
    { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    }
units_at =
    Schritt { $t } „{ $word }“: { $count ->
        [one] { $count } Einheit
       *[other] { $count } Einheiten
    } von { $from } bis { $to }
data_ragged =
    Zeile { $line }: gefunden { $n ->
        [one] { $n } Spalte
       *[other] { $n } Spalten
    }, erwartet { $expected }, wie in der ersten Zeile. Ergänze die fehlenden Zellen oder entferne die überzähligen; alle Zeilen brauchen dasselbe Trennzeichen.
data_short =
    Gefunden: { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } mit Zahlen; erwartet: mindestens { $least }. Füge Zeilen hinzu.
data_rounded =
    { $n ->
        [one] { $n } Zahl wird auf 15 Stellen behalten, nicht genau.
       *[other] { $n } Zahlen werden auf 15 Stellen behalten, nicht genau.
    }
data_read =
    { $rows ->
        [one] { $rows } Zeile
       *[other] { $rows } Zeilen
    }, { $columns ->
        [one] { $columns } Spalte
       *[other] { $columns } Spalten
    } → { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
    }: Die letzte Zeile wird nur vorhergesagt.
share_at = Anteil bei Schritt { $t }
share_at_unit = Anteil bei Schritt { $t }, { $unit }
column_of = { $cell }: { $what }
column_of_unit = { $cell }: { $what }, { $unit }
column_named = { $number } („{ $name }“)
in_turn_and_scan = { $in_turn } → { $scan }
