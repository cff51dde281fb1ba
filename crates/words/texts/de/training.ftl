task = Aufgabe
adding = Addieren
adding_knob = Länge
adding_asks = Was ergeben die beiden markierten Zahlen zusammen?
adding_scores = Wer immer 1 rät, hat einen Verlust von { $baseline } (die Varianz der Summe zweier gleichverteilter Zahlen; oft wird 0,1767 genannt).
copy = Kopieren
copy_knob = Leere Stellen
copy_asks = Welche zehn Symbole kamen vor der Pause?
copy_scores = Wer erst leere Stellen und dann irgendein Symbol nennt, hat einen Verlust von { $baseline }.
recall = Erstes Symbol
recall_knob = Länge
recall_asks = Welches Symbol kam zuerst?
recall_about = Alles, was folgt, ist Rauschen.
recall_scores = Wer rät, hat einen Verlust von { $baseline }.
order = Zeitliche Reihenfolge
order_knob = Länge
order_asks = X oder Y, zweimal im Rauschen: Welche kamen, und in welcher Reihenfolge?
order_scores = Wer rät, hat einen Verlust von { $baseline }.
parity = Parität
parity_knob = Länge
parity_asks = Ist die Zahl der Einsen bisher gerade oder ungerade?
parity_about = Gefragt wird nach jedem Bit.
parity_scores = Wer rät, hat einen Verlust von { $baseline }.
brackets = Klammern und Anführungszeichen
brackets_knob = Größte Tiefe
brackets_asks = Was muss als Nächstes schließen: eine Klammer, ein Anführungszeichen oder nichts?
brackets_about = Gefragt wird nach jedem Zeichen. Zwischen Anführungszeichen zählen Klammern nicht. Die Texte sind erzeugt.
brackets_scores = Wer nur nach dem letzten Zeichen geht, hat einen Verlust von { $baseline }.
agreement = Kongruenz
agreement_knob = Abstand
agreement_asks = Was oder were (war oder waren)?
agreement_about = Das Subjekt am Anfang entscheidet; die Nomen dazwischen führen in die Irre. Die Sätze sind erzeugt.
agreement_scores = Wer dem nächsten Nomen folgt oder der Mehrheit der Nomen, hat einen Verlust von { $baseline }.
sentiment = Stimmung
sentiment_knob = Wörter dazwischen
sentiment_asks = Eine gute Kritik oder eine schlechte?
sentiment_about = „but“ (aber) und „though“ (obwohl) sagen, welcher Teilsatz zählt, „not“ (nicht) dreht ihn um. Die Sätze sind erzeugt.
sentiment_scores = Wer gute und schlechte Wörter zählt, hat einen Verlust von { $baseline }.
speech_parts = Wortarten
speech_parts_knob = Längste Kette
speech_parts_asks = Welche Wortart hat jedes Wort?
speech_parts_about = In „they cook and plan and watch“ (sie kochen und planen und beobachten) stehen Verben, in „the cook and plan and watch“ (der Koch und der Plan und die Uhr) Nomen. Die Texte sind erzeugt.
speech_parts_scores = Wer jedem Wort seine häufigste Klasse gibt, hat einen Verlust von { $baseline }.
entities = Eigennamen
entities_knob = Längste Liste
entities_asks = Person, Ort oder Firma?
entities_about = „We met Jordan, Ford and Kent“ (wir trafen …) oder „we left Jordan, Ford and Kent“ (wir verließen …): Nur das Verb verrät es. Die Texte sind erzeugt.
entities_scores = Wer jedem Wort seine häufigste Klasse gibt, hat einen Verlust von { $baseline }.
speech = Sprecher
speech_knob = Gelesene Abschnitte
speech_asks = Wer hat „ae“ gesagt?
speech_about = Neun Menschen sprechen zwei Vokale, erst „a“, dann „e“: echte Aufnahmen, 12 Cepstrum-Koeffizienten je Abschnitt (Kudo, Toyama und Shimbo 1999, Japanese Vowels, UCI Machine Learning Repository, CC BY 4.0; aufgeteilt wie bei den Autoren). Die Aufgabe ist, Sprecher zu unterscheiden, nicht, Gesprochenes in Text zu verwandeln. Bei so kurzen Sequenzen ist das einfache RNN ebenso gut.
speech_scores = Wer rät, hat einen Verlust von { $baseline }.
fetching = die Daten werden geholt …
try_again = Noch einmal versuchen
frames = Wandernder Punkt
frames_knob = Flackernde Pixel
frames_asks = Wohin läuft der Punkt?
frames_about = Zehn Bilder aus 8 × 8 Pixeln, erzeugt; der Punkt verlässt sie an einem Rand und kommt am anderen wieder herein.
frames_scores = Wer rät, hat einen Verlust von { $baseline }.
clicks = Nächster Klick
clicks_knob = Klicks je Besuch
clicks_asks = Welche Seite kommt als Nächstes?
clicks_about = Menschen stöbern, vergleichen oder kaufen und sagen nie, was davon: ein simulierter Strom von Klicks.
clicks_scores = Wer zählt, wie oft jede Seite auf eine andere folgt, hat einen Verlust von { $baseline }.
characters = Nächstes Zeichen
characters_knob = Länge
characters_asks = Welches Zeichen kommt als Nächstes?
characters_about = Gedichte von Shakespeare, Blake, Carroll, Wordsworth, Shelley, Coleridge, Tennyson, Burns, Yeats und Poe (gemeinfrei), 11 598 Zeichen: so wenige, dass ein Netz sie auswendig lernen kann, wie die dünne Linie zeigt. Unigramm: wie häufig jedes Zeichen ist; Bigramm: wie oft jedes auf ein anderes folgt.
characters_scores = { $baseline }
own_text = Eigener Text
own_text_asks = Welches Zeichen deines eigenen Textes kommt als Nächstes?
own_text_about = Er bleibt in diesem Browser.
own_text_scores = { $baseline }
next_word = Nächstes Wort
next_word_knob = Sätze dazwischen
next_word_asks = Welches Wort kommt als Nächstes?
next_word_about = „Anna had a red ball. It was late. She gave the red ball to Ben.“ (Anna hatte einen roten Ball. Es war spät. Sie gab Ben den roten Ball.) Wer, was und welche Farbe: Das alles muss sich das Netz merken. Die Geschichten sind erzeugt. Unigramm: wie häufig jedes Wort ist; Bigramm: wie oft jedes auf ein anderes folgt.
next_word_scores = { $baseline }
written_title = Was es schreibt
written_how = es schreibt allein: Jede Antwort liest es als nächste Eingabe; grau: was es am Anfang bekam
temperature = Temperatur
temperature_tip = 0,1 nimmt fast immer das Wahrscheinlichste; 1 zieht nach den Wahrscheinlichkeiten des Netzes; 2 ist wilder
translation = Übersetzung
translation_knob = Ziffern
translation_asks = Welche Zahl ist das?
translation_about = Aus Zahlwörtern auf Englisch, Französisch, Deutsch und Spanisch werden Ziffern: „vier hundert sieben und zwanzig“ ist 427. Ein Encoder liest die Wörter, ein Decoder beginnt mit dessen letztem Zustand und schreibt Ziffern. Er lernt mit Teacher Forcing: Er liest die Ziffer, die richtig war, nicht die, die er genannt hat. Deutsche Zahlwörter sind in ihre Teile zerlegt. Keine der getesteten Zahlen wurde in irgendeiner Sprache gelernt.
translation_scores = Wer danach rät, wie häufig jede Ziffer an ihrer Stelle ist, hat einen Verlust von { $baseline }.
forced = geführt
by_itself = allein
own_series_label = Deine Tabelle: Jede Zeile ist ein Zeitschritt; vorhergesagt wird die erste Spalte mit Zahlen
own_series_example =
    month,sales
    2020-01,112
    2020-02,118
    …
own_text_label = Dein Text, mindestens 100 Zeichen
own_text_example = Füge einen Text ein …
own_file = Oder eine Datei
own_try = Beispiel einsetzen
own_series_tip = Fluggäste je Monat, 1949–1960, in Tausend (Box und Jenkins 1976)
own_text_tip = „The Tyger“ (Blake 1794, gemeinfrei)
own_text_sample =
    Tyger Tyger, burning bright,
    In the forests of the night;
    What immortal hand or eye,
    Could frame thy fearful symmetry?
    In what distant deeps or skies,
    Burnt the fire of thine eyes?
    On what wings dare he aspire?
    What the hand, dare seize the fire?
    And what shoulder, & what art,
    Could twist the sinews of thy heart?
    And when thy heart began to beat,
    What dread hand? & what dread feet?
    What the hammer? what the chain,
    In what furnace was thy brain?
    What the anvil? what dread grasp,
    Dare its deadly terrors clasp!
    When the stars threw down their spears
    And water'd heaven with their tears:
    Did he smile his work to see?
    Did he who made the Lamb make thee?
    Tyger Tyger burning bright,
    In the forests of the night:
    What immortal hand or eye,
    Dare frame thy fearful symmetry?
    { "" }
own_reads = Deine Daten werden gelesen.
own_kept = Benutzt werden deine früheren Daten; neue treten an ihre Stelle.
own_empty = Füge eine Tabelle mit mindestens 30 Zeilen Zahlen ein oder wähle eine Datei.
own_text_empty = Füge einen Text aus mindestens 100 Zeichen ein oder wähle eine Datei.
own_text_constant = Der Text besteht aus einem einzigen Zeichen, immer wieder: Da gibt es nichts zu lernen.
ahead = Schritte voraus
window = Fenster
window_tip = Wie viele Schritte vor jeder Prognose gelesen werden
co2 = CO₂
co2_asks = Wie viel CO₂ wird es geben?
co2_about = Mauna Loa, monatlich, 1958–2001, ppm (Keeling und Whorf 2004, CDIAC, gemeinfrei): ein Trend und eine Saison. Fünf Monate, die in der Quelle fehlen (Juni und Oktober 1958, Februar bis April 1964), sind geradlinig aufgefüllt.
co2_scores = { $baseline }
sunspots = Sonnenflecken
sunspots_asks = Wie viele Sonnenflecken wird es im nächsten Jahr geben?
sunspots_about = Jährlich, 1700–2008 (NOAA National Geophysical Data Center, gemeinfrei): ein Zyklus von etwa 11 Jahren.
sunspots_scores = { $baseline }
sst = Meeresoberfläche
sst_asks = Wie warm wird das Meer?
sst_about = Der östliche Pazifik (Niño 1+2), monatlich, 1950–2010, °C (NOAA ERSST.V3B, gemeinfrei): Jeder Monat ähnelt dem vorigen.
sst_scores = { $baseline }
weather = Tägliches Wetter
weather_asks = Wie warm wird es morgen?
weather_about = Seattle, täglich, 2012–2015: höchste und tiefste Temperatur, Regen und Wind (NOAA, gemeinfrei).
weather_scores = { $baseline }
hourly = Stündliche Normalwerte
hourly_asks = Wie warm werden die nächsten Stunden?
hourly_about = Der Tagesgang: die Klima-Normalwerte von Seattle für 1981–2010, ein Jahr in Stunden, °F (NOAA, gemeinfrei). Das hat kein Sensor gemessen, es ist ein Mittel über dreißig Jahre, also viel glatter als jedes Wetter: eine Summe aus ein paar sanften Wellen. Eine gewichtete Summe der letzten Werte (lineare Autoregression) sagt sie fast genau vorher. Die Netze schlagen den letzten Wert und die Saison, aber keines schlägt das lineare Modell: Hier genügt es.
hourly_scores = { $baseline }
employment = Beschäftigung
employment_asks = Wie viele Stellen wird es geben?
employment_about = Stellen in den USA, monatlich, 2006–2015, in Tausend: alle außerhalb der Landwirtschaft, verarbeitendes Gewerbe, Freizeit (Bureau of Labor Statistics, gemeinfrei). Der Einbruch von 2008 liegt im Trainingsteil, die Erholung im Validierungsteil.
employment_scores = { $baseline }
market = Marktpreis
market_asks = Wohin geht der Preis?
market_about = Ein simulierter Preis, ein Random Walk: Die Änderung jedes Tages ist reiner Zufall und geht ebenso wahrscheinlich nach oben wie nach unten, was auch immer davor kam. Darum schlägt nichts den letzten Wert. Ein Netz, das immer weiter lernt, lernt die Zufälle der Vergangenheit: Sein Trainingsverlust fällt, während die Validierung (dünn) steigt.
market_scores = { $baseline }
own_series = Eigene Zeitreihe
own_series_asks = Was kommt in deiner eigenen Tabelle als Nächstes?
own_series_about = Vorhergesagt wird die erste Spalte mit Zahlen, aus allen. Sie bleibt in diesem Browser.
own_series_scores = { $baseline }
forecast_title = Das Ende der Reihe
forecast_how = nicht im Training benutzt. Grau: die Wahrheit; farbig: die Prognose; das Band sollte 95 % enthalten, nach den Fehlern bei der Validierung
ahead_title = Mehrere Schritte voraus, aus den eigenen Prognosen
ahead_how = Vom gewählten Schritt an liest jedes Netz seine eigenen Prognosen, als wären es Werte. Was es früh falsch macht, trägt es also mit sich weiter. Dick: diese Prognosen. Gestrichelt: ein Schritt voraus, aus den wahren Werten. Grau: die Wahrheit.
ahead_keeps = Vorhergesagt wird nur die erste Spalte; die anderen behalten ihre letzten Werte.
ahead_walk = Nichts setzt einen Random Walk besser fort als sein letzter Wert, unverändert. Jede Steigung hier ist aus Zufall gelernt.
ahead_from = Zuletzt gelesener Wert
ahead_axis = Schritte voraus
on_its_own = allein
one_step = ein Schritt
trivial = Baseline
last_value = letzter Wert
seasonal_naive = saisonal naiv
unigram = Unigramm
bigram = Bigramm
units = Verborgene Einheiten
layers = Schichten
rule = Optimierer
rate = Lernrate
clip = Kappen bei
clip_tip = Die größte Norm, die der Gradient haben darf; ein größerer Gradient wird auf sie verkleinert
more = Mehr
dropout = Dropout
batch = Batch
start = Start
bias = Forget-/Update-Bias
seed = Seed
seeds = Seeds
steps = Schritte
until = Bis Verlust unter
until_tip = Der Lauf endet, wenn der mittlere Verlust von hundert Schritten darunter liegt. 0: nie.
schedule = Lernrate im Verlauf
constant = konstant
cosine = Kosinus bis 0
halving = fünfmal halbiert
warmup = Aufwärmen
chunk = Höchstens zurück
parts = Teile eines Batches
parts_tip = Jeden Teil berechnet ein eigener Worker, alle zur selben Zeit: Das ist schneller, wenn die Netze groß sind und der Rechner Kerne übrig hat. Die Summen werden in der Reihenfolge der Teile addiert, darum sind die Verluste auf jedem Rechner dieselben
chunk_tip = Abgeschnittene Backpropagation durch die Zeit: Nach so vielen Schritten wird der Gradient abgeschnitten. 0: nie.
cases = Trainingssequenzen
cases_tip = So viele Sequenzen enthält die Trainingsmenge, in ganzen Batches, und das Netz liest sie immer wieder. 0: Jeder Batch ist neu.
patience = Geduld
patience_tip = Der Lauf endet, wenn die Validierung so viele Prüfungen lang nicht besser geworden ist; alle 20 Schritte gibt es eine. 0: nie.
equal = Gleich viele Parameter
equal_tip = RNN und GRU bekommen mehr verborgene Einheiten, damit sie ungefähr so viele Parameter haben wie das LSTM.
raw = Nicht normalisiert
raw_tip = Das Netz liest die Reihe, wie sie ist. Seine Antworten zählen weiter in typischen Bewegungen.
begin = Trainieren
toggle_tip = Alle drei trainieren oder anhalten (Leertaste)
pause = Pause
step = Schritt
step_tip = Ein Trainingsschritt
stop = Von vorn
stop_tip = Zurück zum Start; die Gewichte werden neu aus dem Seed gezogen
loss_title = Verlust
reach_title = Wie weit der Gradient reicht
all_of_it = alles
ablation = Weglassen
whole = nichts
no_forget = LSTM: Forget-Gate (f ≡ 1)
no_input = LSTM: Input-Gate (i ≡ 1)
no_output = LSTM: Output-Gate (o ≡ 1)
coupled = LSTM: eigenes Input-Gate (i = 1 − f)
linear_candidate = LSTM: tanh des Kandidaten
linear_output = LSTM: tanh des Zellzustands
no_reset = GRU: Reset-Gate (r ≡ 1)
half_update = GRU: Update-Gate (z ≡ 0,5)
reset_before = GRU: Reset vor dem Produkt (Cho 2014)
relu = RNN: tanh (stattdessen ReLU)
example_title = Ein neues Beispiel
example_how = aus der Validierung: was das Netz jetzt antwortet
guessing = nicht besser als die Baseline
learning = besser als die Baseline
ready = noch nicht trainiert
diverged_short = divergiert
too_large_short = zu groß zum Starten
with_clip = Bei 1 kappen
lower_rate = Ein Zehntel der Lernrate
here = kein Worker ließ sich starten, darum trainiert es auf der Seite, in kurzen Stücken
kept_format = eine andere Version dieser Seite hat diesen Lauf in einer Form gespeichert, die diese nicht lesen kann; er beginnt von vorn und ersetzt das Gespeicherte
kept_damaged = was von diesem Lauf gespeichert ist, ist beschädigt; er beginnt von vorn und ersetzt das Gespeicherte
now = jetzt
moment = Zurückblicken
moment_tip = Zurück durch die gespeicherten Stände: Die Beispiele zeigen, was die Netze damals geantwortet haben
lab_untrained = … und untrainiert
lab_padded = Das Labor gibt allen Zellen gleich viele Einheiten; die Einheiten, die eine Zelle nicht hat, tun dort nichts.
lab_not = Das Labor öffnet Netze mit bis zu 128 verborgenen Einheiten.
truth = Wahrheit
answer = Antwort
tags_how = Unter jeder Eingabe: was richtig ist; durchgestrichen: die Antwort des Netzes, wo sie falsch war.
frames_label = Die Bilder, von links nach rechts, Zeile für Zeile
loss = Verlust
loss_how = Bei jedem Trainingsschritt, auf einer logarithmischen Skala; die große Zahl ist das Mittel der letzten 100 Schritte. Striche unten: Schritte, deren Gradient gekappt wurde.
clipped_steps = gekappte Schritte
mark_baseline = Dünn: Validierung. Gelöst: Validierung unter jeder Baseline.
solved_line = gelöst
validation_line = Validierung
recorded_line = aufgezeichnet
recorded_same = Grau: ein Lauf, der mit diesen Einstellungen aufgezeichnet ist; deiner wird darüber gezeichnet.
recorded_other = Grau: ein Lauf, der mit den Voreinstellungen aufgezeichnet ist; deine Einstellungen sind andere.
before_clipping = vor dem Kappen
after_clipping = nach dem Kappen
norm_axis = Norm des Gradienten
norms = Norm des Gradienten und Clipping
reach_how = Wie viel vom Gradienten der letzten Antwort übrig ist. Nach oben: Schritte zurück in der Zeit. Nach rechts: Trainingsschritte.
reach_table = Wie viel vom Gradienten übrig ist, nach Schritten zurück
steps_back = Schritte zurück
reach_shade = Anteil am Gradienten
share_axis = Wahrscheinlichkeit
place_axis = Schritt der Sequenz
value_axis = Zahl
list_name = Zahl
marked_name = markiert
others = andere Antworten
forecast_line = Prognose
far_line = weit daneben
controls = Was trainiert wird
runs = Die drei Läufe
transport = Training
own_heading = Deine eigenen Daten
own_hint = Eine Textdatei; sie bleibt in diesem Browser.
never = 0: nie
has_begun = Das Training läuft.
rests = Das Training hat angehalten.
wrong = falsch
answers_label = Antworten, und was richtig ist
diverged_why = Der Verlust wuchs ohne Grenze. Die Gewichte von davor bleiben.
sentence_gap = ___
asked_label = Ein Beispiel
asked_gap = ?
asked_nothing = ·
asked_left_out = …
not_fetched = Die Daten ({ $file }) ließen sich nicht holen: { $why }.
own_unread = Der Browser konnte die Datei nicht lesen ({ $why }). Wähle sie noch einmal.
own_absent = Dieser Browser hat die Daten nicht, die die Adresse nennt ({ $file }). Füge sie oben noch einmal hinzu.
own_file_of = Eine Datei mit { $bytes }
own_last =
    { $found }: Benutzt { $n ->
        [one] wird die letzte { $n } Zeile
       *[other] werden die letzten { $n } Zeilen
    }.
own_first =
    { $found }: Benutzt { $n ->
        [one] wird das erste { $n } Zeichen
       *[other] werden die ersten { $n } Zeichen
    }.
own_read_alone =
    { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } gelesen; vorhergesagt wird „{ $target }“.
own_read =
    { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    } gelesen; vorhergesagt wird „{ $target }“, aus { $all }.
own_text_short =
    Gefunden: { $n ->
        [one] { $n } Zeichen
       *[other] { $n } Zeichen
    }; erwartet: mindestens { $least }. Nimm einen längeren Text.
own_text_read =
    { $n ->
        [one] { $n } Zeichen
       *[other] { $n } Zeichen
    } gelesen, davon verschieden: { $kinds }. Ein Buchstabe mit Akzent oder ein ganzes Emoji zählt als ein Zeichen.
number_wrong = Gefunden: { $found }; erwartet: { $low } bis { $high }. Benutzt wird { $used }.
baselines_are = Baselines, nach der Validierung: { $all }.
linear =
    linear, { $n ->
        [one] { $n } Lag
       *[other] { $n } Lags
    }
step_takes = { $time } je Schritt, { $bytes }
solved = gelöst bei Schritt { $n }
beats = besser als jede Baseline seit Schritt { $n }
beat_once = besser als jede Baseline bei Schritt { $n }, aber jetzt nicht mehr; der Test nimmt die Gewichte mit der besten Validierung
right = { $share } richtig
chance = Baseline: { $share } richtig
loss_is = Verlust { $loss }
norm = Norm des Gradienten { $before }
norm_clipped = Norm des Gradienten { $before }, gekappt auf { $after }
validation = Validierungsverlust { $loss }
mark_loss = Gelöst: unter { $mark }.
mark_right = Gelöst: { $mark } richtig.
clip_at = gekappt bei { $clip }
norms_headline = Die Norm des Gradienten war vor dem Kappen höchstens { $most }; gekappt wurde sie in { $share } der Schritte
or_less = { $least } oder weniger
reach_place =
    Trainingsschritt { $step }, { $back ->
        [one] { $back } Schritt
       *[other] { $back } Schritte
    } zurück: { $left }
is_left =
    { $cell }, { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    } zurück: Vor dem Training waren vom Gradienten { $before } übrig, jetzt sind es { $now }
no_reach = { $cell }: wird vom ersten Trainingsschritt an gezeichnet
less_than = weniger als { $least }
progress = Schritt { $n } von { $all }
reached =
    Verlust erreicht nach { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    }
stalled =
    Validierung wurde nicht mehr besser; Ende nach { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    }
diverged = divergiert bei Schritt { $n }
too_large = Das bräuchte etwa { $bytes }, mehr, als ein Browser-Tab benutzen darf. Wähle weniger Einheiten, Schichten, Schritte oder Sequenzen.
time_left = noch etwa { $time }
test = Testverlust { $loss }
again = Der Worker des { $cell } ist ausgefallen{ $cause } und wurde neu gestartet, mit den zuletzt gespeicherten Gewichten
given_up =
    Der Worker des { $cell } ist { $n ->
        [one] { $n } Mal
       *[other] { $n } Mal
    } ausgefallen{ $cause }. Er wird nicht noch einmal gestartet.
no_worker = Der Worker des { $cell } ließ sich nicht starten{ $cause }. Hilft es nicht, es noch einmal zu versuchen oder die Seite neu zu laden, dann blockiert der Browser Worker auf dieser Seite.
awaited = Wir warten auf den Worker des { $cell }: Er ist noch nicht geladen.
kept_farther = nicht gespeichert: Ein anderer Tab ist in diesem Lauf schon bei Schritt { $n }, und der längere Lauf bleibt
near = nahe bei Schritt { $n }
lab = Im Labor öffnen, bei Schritt { $n }
lab_encoder = Encoder im Labor öffnen, bei Schritt { $n }
lab_layer = Schicht { $layer } im Labor, bei Schritt { $n }
sum_is = { $terms } = { $truth }; das { $cell } antwortet { $answer }
choice_is = Wahrheit: { $truth }; das { $cell } antwortet: { $answer }, { $share }
or_is_it = { $name }?
sum_asked = { $terms } =
series_asked = { $last }: { $value }; { $next }:
asked_list =
    Eine Liste: { $n ->
        [one] { $n } Zahl
       *[other] { $n } Zahlen
    }, davon markiert: { $marked }
asked_series =
    { $n ->
        [one] { $n } Wert
       *[other] { $n } Werte
    }, von { $first } bis { $last }
signal_label =
    { $n ->
        [one] { $n } Zahl
       *[other] { $n } Zahlen
    } je Schritt, über { $long ->
        [one] { $long } Schritt
       *[other] { $long } Schritte
    }
frame = Bild { $n }
forecast_is = Das { $cell } liegt typischerweise um { $error } daneben
forecast_guesses = Zum Vergleich: { $guesses }. Das Band enthält { $within }.
ahead_best = Jedes Netz hat die Gewichte, die bei der Validierung am besten waren, wie im Test: { $all }.
ahead_weights = Die Gewichte sind von hier: { $all }.
ahead_step = { $cell } Schritt { $n }
ahead_apart = Ein Netz, das einen späteren Schritt vorhersagt, überspringt die Schritte dazwischen; seine eigenen Prognosen kann es darum nicht lesen. Stelle „{ $knob }“ auf 1 und trainiere.
ahead_is =
    Nach { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    } allein liegt das { $cell } um { $error } daneben
ahead_errors =
    Typischer Fehler, { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritte
    } voraus: { $all }
ahead_over = Die Wurzel aus dem mittleren Quadrat der Fehler. Zahl der Startpunkte in der Testmenge: { $n }.
written_at = Temperatur { $temperature }.
said_of = { $cell }: { $what }
counted_rows =
    { $n ->
        [one] { $n } Zeile
       *[other] { $n } Zeilen
    }
counted_characters =
    { $n ->
        [one] { $n } Zeichen
       *[other] { $n } Zeichen
    }
left_then = übrig bei Trainingsschritt { $step }
left_then_unit = übrig bei Trainingsschritt { $step }, { $unit }
error_axis = typischer Fehler
error_axis_unit = typischer Fehler, { $unit }
for_cause = { " " }(„{ $cause }“)
count_of_parameters =
    { $n ->
        [one] { $n } Parameter
       *[other] { $n } Parameter
    }
done =
    { $n ->
        [one] der einzige Schritt ist gemacht
       *[other] alle { $n } Schritte gemacht
    }
far_off =
    { $n ->
        [0] Nichts liegt mehr als 3 typische Fehler daneben.
        [one] Ringe: { $n } Wert, der mehr als 3 typische Fehler danebenliegt ({ $names }).
       *[other] Ringe: { $n } Werte, die mehr als 3 typische Fehler danebenliegen ({ $names }).
    }
own_repeated =
    { $n ->
        [one] 1 Zeile hat dieselbe Zeit wie die Zeile davor ({ $first }): Benutzt werden beide. Soll jede Zeit nur einmal vorkommen, nimm nur eine Reihe auf einmal.
       *[other] { $n } Zeilen haben dieselbe Zeit wie die Zeile davor (zuerst { $first }): Benutzt werden alle. Soll jede Zeit nur einmal vorkommen, nimm nur eine Reihe auf einmal.
    }
