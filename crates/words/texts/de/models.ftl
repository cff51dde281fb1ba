open = Modell öffnen …
title = Ein Modell öffnen
about = Ein RNN, LSTM oder GRU, das anderswo trainiert wurde, geht in seiner Spur durch die Sequenz, neben den beiden anderen Zellen der Seite.
file = Wähle eine Datei, oder zieh sie hierher.
hint = safetensors, npz, Keras (.weights.h5, .keras) oder ONNX, bis 256 MB. Dieser Browser liest sie; sie wird nirgendwohin gesendet.
reading = Die Datei wird gelesen.
stopped = Der Teil der Seite, der Modelle liest, ist stehen geblieben. Wähle die Datei noch einmal; bleibt er wieder stehen, liegt es an dieser Datei.
show = Im Labor zeigen
shown = Es ist im Labor
python = In Python:
pickle = Diese Datei ist ein Python-Pickle: ein Programm, das laufen muss, bevor man sie lesen kann. Diese Seite führt so etwas nie aus. Speichere die Gewichte als safetensors und öffne dann diese Datei.
no_biases = Es hat keine Bias-Werte: Sie sind 0.
tanh_assumed = Die Datei sagt nicht, ob ihr RNN tanh hat oder ReLU: Angenommen ist tanh.
sigmoid_assumed = Die Datei sagt nicht, ob ihre Gates σ haben oder eine harte Sigmoidfunktion: Angenommen ist σ.
reset_before = Es hat nur einen Bias, darum steht sein Reset-Gate vor dem Matrixprodukt, wie im ersten Paper über GRUs.
reset_after_assumed = Die Datei sagt nicht, wo ihr GRU das Reset-Gate hat: Angenommen ist nach dem Matrixprodukt, wie bei PyTorch und Keras.
start_assumed = Seinen ersten Zustand berechnet der Rest des Modells: Angenommen ist 0.
gates_reordered = Seine Gates standen in einer anderen Reihenfolge; sie wurden in die von PyTorch gebracht.
relu = Seine Aktivierung ist ReLU.
half = 16-Bit-Zahlen
bfloat = bfloat16-Zahlen
single = 32-Bit-Zahlen
double = 64-Bit-Zahlen
run_beside = x und h darin, also was ein Netz gelesen hat und seine verborgenen Zustände, werden hier nicht gebraucht.
head_unused = Eine Ausgabeschicht gehört nicht zu den rekurrenten Schichten: Der Verlust liest den Zustand mit dem eigenen v des Labors.
layer = Schicht
drop = Zurück zu zufälligen Gewichten
width_way = Einen Impuls lesen
units_way = Einheiten anpassen
train = Weitertrainieren
untrain = Mit zufälligen Gewichten beginnen
gone = Dieser Browser bewahrt dein Modell nicht auf, mit dessen Gewichten dieser Lauf beginnt. Öffne seine Datei im Labor noch einmal oder beginne mit zufälligen Gewichten.
locked = Diese Adresse sperrt die Gewichte.

network =
    { $cell }, { $layers ->
        [one] { $layers } Schicht
       *[other] { $layers } Schichten
    }, { $units ->
        [one] { $units } verborgene Einheit
       *[other] { $units } verborgene Einheiten
    }, { $inputs ->
        [one] { $inputs } Zahl
       *[other] { $inputs } Zahlen
    } bei jedem Schritt
named = { $name }: { $network }
found = { $file } ist eine Datei der Art { $kind } mit { $floats }.
left_out = Nicht benutzt: { $names }.
left_more = Nicht benutzt: { $names } und { $more } weitere.
large =
    Es hat { $units ->
        [one] { $units } verborgene Einheit
       *[other] { $units } verborgene Einheiten
    }, und das Labor zeigt höchstens { $most }: Es lässt sich nicht zeigen.
file_large = { $file } hat { $found }; eine Datei darf höchstens { $most } haben. Speichere nur die rekurrenten Schichten.
unread = { $file } ließ sich nicht lesen: { $cause }.
unknown = { $file } ist kein Modell, das diese Seite lesen kann. Sie liest safetensors, npz, Keras (.weights.h5, .keras) und ONNX; diese Datei beginnt mit den Bytes { $begin }.
cut_off = { $file } ist abgeschnitten: Nach dem Kopf der Datei müssten es { $expected } sein, da sind { $found }. Kopiere sie noch einmal oder lade sie noch einmal herunter.
head_long = { $file } gibt an, dass allein der Kopf { $said } hat; die ganze Datei hat { $found }. Sie ist keine safetensors-Datei, oder sie ist beschädigt.
damaged = { $file } ist beschädigt: { $cause }. Kopiere die Datei noch einmal oder lade sie noch einmal herunter.
many = { $file } enthält { $found } Zahlen; gelesen werden höchstens { $most }. Speichere nur die rekurrenten Schichten.
none = { $file } hat kein RNN, LSTM oder GRU: Darin sind { $names }. Erwartet sind Namen wie weight_ih_l0 (PyTorch), lstm/lstm_cell/kernel (Keras) oder ein Knoten der Art LSTM (ONNX).
none_at_all = { $file } enthält keinen Tensor.
missing = Der Tensor { $tensor } fehlt neben den anderen seiner Schicht. Speichere die ganze Schicht.
shape = Der Tensor { $tensor } hat die Form { $found }; die anderen seiner Schicht verlangen { $expected }.
no_cell = Der Tensor { $tensor } hat die Form { $found }. Bei einem RNN hat er so viele Zeilen wie Spalten, bei einem GRU dreimal so viele, bei einem LSTM viermal so viele.
not_finite = Zahl { $place } des Tensors { $tensor } ist nicht endlich (NaN oder unendlich): Das Training ist divergiert. Speichere einen früheren Stand.
both_directions = { $tensor }: Diese Schicht liest die Sequenz in beiden Richtungen. Die Seite geht vom ersten Schritt zum letzten; speichere nur die Schicht, die vorwärts liest.
projection = { $tensor }: Dieses LSTM projiziert seinen verborgenen Zustand (proj_size); das LSTM der Seite tut das nicht.
layer_has = Die Schicht { $layer } hat { $has }; die Zellen der Seite haben das nicht.
layers = Das Netz hat { $found } Schichten; gezeigt werden höchstens { $most }.
kind = Der Tensor { $tensor } enthält Zahlen der Art { $kind }; gelesen werden float16, bfloat16, float32 und float64.
in_lab = Dein Modell: { $network }.
standing = { $network }.
learns = Das { $cell } lernt von deinem Modell aus weiter ({ $network }); die beiden anderen beginnen mit zufälligen Gewichten.
no_units =
    Dein Modell ({ $network }) passt nicht zu { $units ->
        [one] { $units } verborgenen Einheit
       *[other] { $units } verborgenen Einheiten
    } in { $layers ->
        [one] { $layers } Schicht
       *[other] { $layers } Schichten
    }: Alle drei beginnen mit zufälligen Gewichten.
no_inputs =
    Dein Modell ({ $network }) kann diese Aufgabe nicht lesen; sie hat { $inputs ->
        [one] { $inputs } Zahl
       *[other] { $inputs } Zahlen
    } bei jedem Schritt: Alle drei beginnen mit zufälligen Gewichten.
no_decoder = Dein Modell ({ $network }) hat keinen Decoder, und den braucht diese Aufgabe: Alle drei beginnen mit zufälligen Gewichten.
tasks_that_fit = Lesen kann es: { $tasks }.
absent = Dieser Browser bewahrt dein Modell ({ $network }) nicht auf: Öffne seine Datei noch einmal. Die Gewichte hier sind zufällig gezogen.
narrow =
    Dein Modell ({ $network }) passt nicht zu { $units ->
        [one] { $units } verborgenen Einheit
       *[other] { $units } verborgenen Einheiten
    }: Die Gewichte hier sind zufällig gezogen.
other_width =
    Dein Modell ({ $network }) kann diese Sequenz nicht lesen; sie hat { $found ->
        [one] { $found } Zahl
       *[other] { $found } Zahlen
    } bei jedem Schritt: Die Gewichte hier sind zufällig gezogen.
