lowest = kleinster Wert
highest = größter Wert
left_headline = Bei „{ $word }“ behält das { $most } { $much } vom Gradienten, das { $least } { $little }
left_headline_one = Bei „{ $word }“ ist vom Gradienten übrig: { $much }
grown_headline = Bei „{ $word }“ ist der Gradient im { $most } { $much } so groß wie beim Verlust, im { $least } { $little }
grown_headline_one = Bei „{ $word }“ ist der Gradient { $much } so groß wie beim Verlust
left_axis = übriger Gradient, als Anteil von dem beim Verlust
step_axis = Schritt
time_axis = Zeit
unit_axis = verborgene Einheit
read_axis = Verlust gelesen bei
back_axis = Schritte zurück in der Zeit
nowhere = noch ist kein Punkt gewählt: Die Pfeiltasten wählen einen
nothing = hier ist noch nichts
step_named = { $n } „{ $name }“
take_title = Mitnehmen
take_tones = Farben
take_light = hell
take_dark = dunkel
take_sizes = Größe des PNG
take_svg = Bild, SVG
take_png = Bild, PNG
take_csv = Tabelle, CSV
take_how = Die Datei entsteht hier, in deinem Browser. Nichts wird hochgeladen.
take_failed = Dein Browser hat keine Datei erzeugt. Die Tabelle oben kannst du kopieren.
step_looked_at = Schritt { $n } „{ $name }“
value_of = { $value } (bei { $place })
loss_here = hier der Verlust
measured_here = hier gemessen
sides_left_headline = Bei „{ $word }“ ist vom Gradienten übrig: { $first } ({ $a }), { $second } ({ $b })
sides_grown_headline = Bei „{ $word }“, verglichen mit dem Verlust, ist der Gradient { $first } so groß ({ $a }) und { $second } so groß ({ $b })
sides_length_headline = Bei „{ $word }“ ist der verborgene Zustand so lang: { $first } ({ $a }), { $second } ({ $b })
length_axis = Länge des verborgenen Zustands, geteilt durch √H
chain_headline = Vom Verlust zurück bis „{ $word }“ strecken die Schritte einen Gradienten höchstens um den Faktor { $most } ({ $cell })
chain_axis = wie stark alle Schritte bis zum Verlust einen Gradienten höchstens strecken
chain_mean = { $cell }, Mittel
chain_mean_name = { $cell }, geometrisches Mittel
chain_cell = { $cell }, nur c
chain_cell_name = { $cell }, nur der Zellzustand
factor_headline = Schritte des { $cell }, die einen Gradienten strecken können: { $n } von { $all }
factor_headline_some = Ein Schritt des { $cell } streckt einen Gradienten höchstens um den Faktor { $most }
factor_axis = wie stark ein Schritt einen Gradienten höchstens streckt
factor_keeps = Länge bleibt
roads_headline = Von „{ $word }“ aus zurück kommen { $share } vom Gradienten auf einem einzigen Weg: { $road }
ways_headline = Vom Gradienten, der vom Verlust bis „{ $word }“ kommt, kamen { $share } die ganze Strecke auf einem einzigen Weg: { $road }
ways_headline_mixed = Vom Gradienten, der vom Verlust bis „{ $word }“ kommt, haben { $share } unterwegs den Weg gewechselt
roads_axis = Anteil am Gradienten
roads_whole = alles
plane_of = von
plane_real = Realteil
plane_imaginary = Imaginärteil
plane_modulus = Abstand von 0
gates_held_axis = was die Einheit hält
gates_axis = Gate, bei 1 offen
gates_follow_axis = Korrelation mit dem Numerus des Nomens, ohne Vorzeichen
gates_rank_axis = Einheiten, die beste zuerst
gates_untrained = untrainiert
gates_follow = folgt
gates_no = Das RNN hat keine Gates: Jeder Schritt ersetzt den ganzen Zustand
spectrum_headline = { $lag ->
        [1] Einen Schritt
       *[other] { $lag } Schritte
    } zurück behält im { $cell } die größte Richtung { $most }, die kleinste { $least }
spectrum_axis = Singulärwert aller Schritte bis zum Verlust
rank_axis = Rang, der größte zuerst
spectrum_keeps = Länge bleibt
accuracy_headline = Zahl der Wörter dazwischen: { $n }. Richtige Antworten: RNN { $rnn }, LSTM { $lstm }, GRU { $gru }
accuracy_headline_none = Wie weit reicht jedes der Netze?
accuracy_axis = richtige Antworten am Ende des Trainings
between_axis = Wörter dazwischen
guessing = Raten
cost_headline = Mit je { $n } Einheiten: RNN { $rnn }, LSTM { $lstm }, GRU { $gru } { $unit }
cost_headline_equal = Mit ungefähr so vielen Parametern wie ein LSTM mit { $n } Einheiten: RNN { $rnn }, LSTM { $lstm }, GRU { $gru } { $unit }
cost_headline_none = Noch nicht gemessen
units_axis = verborgene Einheiten
loss_headline = Niedrigster Verlust bisher: { $loss }, das { $cell } bei Schritt { $n }
loss_headline_recorded = Aufgezeichnet: niedrigster Verlust { $loss }, bei Schritt { $n }
loss_headline_none = Noch kein Schritt
loss_axis = Verlust
seed_line = Seed { $n }
training_axis = Trainingsschritte
cliff_shade = Fehler E bei w und b, nach seiner Kubikwurzel
cliff_w_axis = w, das Gewicht
cliff_b_axis = b, der Bias
cliff_plain = so wie sie sind
cliff_clipped = gekappt
cliff_step = Schritt
latch_x_axis = h bei einem Schritt
latch_y_axis = h beim nächsten Schritt
latch_state = h
latch_slope = ∂h/∂h₀
latch_step = Schritt
latch_fixed_points = Fixpunkte
fork_h_axis = h in Ruhe
fork_slope_axis = Steigung in Ruhe, w (1 − h²)
fork_slope = Steigung
fork_stable = stabil
fork_unstable = instabil
fork_upper = oben
fork_lower = unten
fork_both = stabil
fork_stop = Punkt auf dem Pfad
fork_lasts = 1: ein Gradient hält
space_h1 = h₁
space_h2 = h₂
space_unstable = Nicht stabil
space_never = Kommt nie zur Ruhe
space_axis_1 = Achse 1
space_axis_2 = Achse 2
space_of_axes = An den Achsen abzulesen
space_at_end = Dasselbe, beim letzten Schritt
space_shown = Gezeigte Zustände
halflives_axis = Halbwertszeit, in Schritten
halflives_unit = Einheit
halflives_distance = Strecke, in Schritten
moved_axis = durchgezogen: wie weit sich der letzte Zustand bewegt; gestrichelt: übriger Gradient
moved_line = { $cell }: Zustand bewegt sich
found_axis = durchgezogen: was eine Sonde im letzten Zustand findet (R²); gestrichelt: übriger Gradient
found_line = { $cell }: von der Sonde gefunden
left_line = { $cell }: übriger Gradient
draws_middle = { $cell }: mittlere Ziehung
draws_own = { $cell }: diese Ziehung
after_mingru = minGRU
after_minlstm = minLSTM
after_attention = Attention
after_weight = Gewicht
keep_axis = Anteil des alten Zustands, der bleibt, im Mittel über die Einheiten
after_arrives = Gradient, der durch Key und Value ankommt
after_weight_axis = Anteil am Gradienten beim Mittel der Values
after_even = gleiche Gewichte
scan_rounds = Runden
scan_operations = Operationen
scan_time = Zeit, gemessen
scan_steps_axis = Schritte T
scan_cost_axis = Scan, als Vielfaches von Schritt für Schritt
scan_as_much = gleich viel
scan_axis = Runde
counter_cell_axis = Zellzustand c der Einheit
counter_hidden_axis = verborgener Zustand h der Einheit
counter_awaited = …
counter_guess = nur das letzte Zeichen
counter_depth_axis = größte Tiefe des Textes
counter_right_axis = Anteil richtiger Antworten
scan_begin = Start
scan_a = a
scan_b = b
scan_b_done = b, und das ist h
scan_span_head = gebildet aus Schritten
take_size = { $times }×
take_source = Unrolled, { $address }
take_done = Gespeichert als { $name }.
gates_held_headline = Nach „{ $noun }“ endet die beste Einheit bei { $end }, nach „{ $other }“ bei { $swapped }; vor dem Training endete die beste Einheit bei { $before } und { $before_swapped }
counter_headline = { $followed } und Einheit { $unit } des { $cell }: Korrelation { $r }, über { $texts } Texte. { $right } von { $all } Antworten zu diesem Text sind richtig
counter_fitted = { $followed }, als Gerade angepasst
counter_unit = Einheit { $unit } des { $cell }
counter_label = Einheit { $unit }
counter_trained = trainiert bis { $depth }
counter_depths = Trainiert bis Tiefe { $trained }. In Texten, die { $deep } tief sind, richtig beantwortete Zeichen: LSTM { $lstm }, GRU { $gru }, RNN { $rnn }; das letzte Zeichen allein ergäbe { $guess }
gates_mean = { $gate } { $after } (untrainiert { $before })
gates_headline = Wie weit die Gates nach dem Nomen offen sind: { $gates }
gates_follow_headline = { $n } von { $all } Einheiten { $n ->
        [one] folgt
       *[other] folgen
    } dem Numerus des Nomens; Zahl vor dem Training: { $before }
gates_unit = Einheit { $unit }, „{ $word }“
gates_unit_before = untrainiert, Einheit { $unit }, „{ $word }“
gates_gate = { $gate }, trainiert
gates_gate_before = { $gate }, untrainiert
bin_axis = Wert: { $quantity }
cliff_headline = Der letzte Fehler: { $plain } mit den Gradienten, wie sie sind, { $clipped } mit gekappten Gradienten
latch_headline =
    In { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    } geht h von { $first } nach { $last }
latch_fixed = 0 und ±{ $h }
fork_two = Mit w = { $w } und b = { $b } sind zwei Zustände stabil, { $low } und { $high }; h ruht bei { $h }
fork_one = Mit w = { $w } und b = { $b } ist ein Zustand stabil: h ruht bei { $h }
fork_jumped = Bei { $letter } = { $at } endete die Kurve: h sprang von { $from } nach { $to } und ruht jetzt bei { $h }
space_pair = ({ $a }; { $b })
space_ends =
    { $n ->
        [one] { $n } stabiler Zustand
       *[other] { $n } stabile Zustände
    }: Von { $from } aus endet der Pfad bei { $end }, { $at }
space_goes_on =
    { $n ->
        [one] { $n } stabiler Zustand
       *[other] { $n } stabile Zustände
    }, aber von { $from } aus kommt der Pfad nie zur Ruhe: Ein Umlauf dauert etwa { $round } Schritte
space_turns = Kein Zustand ist stabil: Von { $from } aus kommt der Pfad nie zur Ruhe, und ein Umlauf dauert etwa { $round } Schritte
space_eigenvalues = Eigenwerte { $a } und { $b }
space_turned = Eigenwerte { $real } ± { $imaginary } i
space_stable = { $name }, stabil
space_ends_here = { $at }; { $eigenvalues }; { $share } der Ebene enden hier
space_is = { $at }; { $eigenvalues }
space_of_plane = { $share } der Ebene
space_axis = Achse { $number }, { $share } der Varianz
space_all =
    { $n ->
        [one] die { $n } Einheit
       *[other] alle { $n } Einheiten
    }
space_cut = { $cell }: Der Schnitt stimmt für { $axes } der Zustände und für { $end } der letzten
space_hidden = { $cell }: Der Schnitt stimmt für { $axes } der Zustände hier, und einer durch { $all } für { $by_all }
space_unlearned = { $cell }: Der Schnitt stimmt für { $axes } der Zustände hier, und einer durch { $all } für { $by_all }: nicht gelernt
space_line = { $cell }: Achse 1 erklärt { $axes } der bisherigen Summe, beim letzten Schritt { $end }
space_none = { $cell }: Achse 1 erklärt { $axes } der bisherigen Summe, durch { $all } sind { $by_all } erklärt: nicht gelernt
space_by_all =
    An { $n ->
        [one] { $n } Einheit
       *[other] { $n } Einheiten
    } abzulesen, bei anderen Sequenzen
space_shown_of = { $n } von { $all }
fork_below = Bei jedem stabilen Zustand liegt die Steigung unter 1: Sie ist höchstens { $most }, bei { $letter } = { $at }
fork_meets = Bei jedem stabilen Zustand liegt die Steigung unter 1; 1 ist sie nur bei { $letter } = { $at }, wo ein stabiler und ein instabiler Zustand zusammentreffen
fork_meets_twice = Bei jedem stabilen Zustand liegt die Steigung unter 1; 1 ist sie nur bei { $letter } = { $low } und { $high }, wo ein stabiler und ein instabiler Zustand zusammentreffen
halflives_row = { $cell }, { $name }
halflives_line =
    { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    }
halflives_of =
    { $keep } von { $all ->
        [one] { $all } Einheit
       *[other] { $all } Einheiten
    } im { $cell }
halflives_and = { $first } und { $keep } im { $cell }
halflives_trained =
    Einheiten, die nach dem Training über { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    } von „{ $word }“ bis zum Verlust mindestens die Hälfte behalten: { $who }; vor dem Training, mit Bias +1: { $before }
halflives_now =
    Einheiten, die jetzt über { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    } von „{ $word }“ bis zum Verlust mindestens die Hälfte behalten: { $who }; die längste Halbwertszeit sind { $longest } Schritte
halflives_before = { $first } und { $second }
halflives_before_one = { $first }
halflives_before_none = keine
fork_meet = Zustände treffen zusammen bei { $letter }
moved_word = Lies „{ $other }“ statt „{ $word }“: Der letzte Zustand des { $cell } bewegt sich um { $moved } von dem, was höchstens möglich ist; vom Gradienten sind dort { $left } übrig
moved_opposite = Kehre bei „{ $word }“ das Vorzeichen der Eingabe um: Der letzte Zustand des { $cell } bewegt sich um { $moved } von dem, was höchstens möglich ist; vom Gradienten sind dort { $left } übrig
moved_ones = Lies bei „{ $word }“ eine 1 statt einer 0: Der letzte Zustand des { $cell } bewegt sich um { $moved } von dem, was höchstens möglich ist; vom Gradienten sind dort { $left } übrig
found_headline = Im letzten Zustand des { $cell } findet eine Sonde { $found } von dem wieder, was bei „{ $word }“ gelesen wurde; vom Gradienten sind dort { $left } übrig
draws_none = Bei „{ $word }“ behält diese Ziehung des { $cell } { $own } vom Gradienten
draws_headline = Bei „{ $word }“ behält diese Ziehung des { $cell } { $own } vom Gradienten, { $place }; { $range }
draws_place = mehr als { $below } von { $drawn } Ziehungen
draws_range = die mittlere Ziehung behält { $middle }, neun von zehn behalten zwischen { $low } und { $high }
keep_headline = Bei „{ $word }“ behält das minGRU { $mingru } von seinem alten Zustand, das minLSTM { $minlstm }
after_headline = Bei „{ $word }“ sind vom Gradienten im minGRU { $mingru } übrig, im minLSTM { $minlstm }, in einem Attention-Head { $attention }
attended_headline = „{ $word }“ hat im Mittel ein Gewicht von { $share } und bekommt { $arrives } vom Gradienten
scan_headline =
    Über { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    } braucht ein Scan { $rounds ->
        [one] { $rounds } Runde
       *[other] { $rounds } Runden
    } statt { $turns ->
        [one] { $turns } Zug
       *[other] { $turns } Zügen
    } und { $operations }-mal so viele Operationen
scan_headline_timed =
    Über { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    } braucht ein Scan { $rounds ->
        [one] { $rounds } Runde
       *[other] { $rounds } Runden
    } statt { $turns ->
        [one] { $turns } Zug
       *[other] { $turns } Zügen
    } und { $operations }-mal so viele Operationen; auf einem Thread dauert er { $time }-mal so lange
scan_done =
    Nach { $rounds ->
        [one] { $rounds } Runde
       *[other] { $rounds } Runden
    } sind alle { $n } Zustände bekannt; Schritt für Schritt muss der letzte { $waits ->
        [one] { $waits } Schritt
       *[other] { $waits } Schritte
    } warten
scan_round = Nach Runde { $round } von { $rounds } { $done ->
        [one] ist
       *[other] sind
    } { $done } von { $n } Zuständen bekannt
scan_row = Runde { $round }
scan_span = { $from } bis { $to }
scan_holds = { $step }, gebildet aus den Schritten { $from } bis { $to }
at_plane = { $name }: { $real } { $sign } { $imaginary } i, { $modulus } von 0 entfernt
