task = Tarea
adding = Suma
adding_knob = Longitud
adding_asks = ¿Cuánto suman los dos números marcados?
adding_scores = Responder siempre 1 da una pérdida de { $baseline } (la varianza de la suma de dos uniformes; a menudo se cita 0,1767).
copy = Copia
copy_knob = Blancos
copy_asks = ¿Qué diez símbolos vinieron antes de la pausa?
copy_scores = Dar blancos y después cualquier símbolo da una pérdida de { $baseline }.
recall = Primer símbolo
recall_knob = Longitud
recall_asks = ¿Qué símbolo vino primero?
recall_about = Todo lo que sigue es ruido.
recall_scores = Adivinar da una pérdida de { $baseline }.
order = Orden temporal
order_knob = Longitud
order_asks = X o Y, dos veces entre el ruido: ¿cuáles vinieron, y en qué orden?
order_scores = Adivinar da una pérdida de { $baseline }.
parity = Paridad
parity_knob = Longitud
parity_asks = ¿El número de unos hasta ahora es par o impar?
parity_about = Se pregunta después de cada bit.
parity_scores = Adivinar da una pérdida de { $baseline }.
brackets = Paréntesis y comillas
brackets_knob = Profundidad máxima
brackets_asks = ¿Qué tiene que cerrarse a continuación: un paréntesis, unas comillas o nada?
brackets_about = Se pregunta después de cada carácter. Dentro de las comillas, los paréntesis no cuentan. Los textos son generados.
brackets_scores = Guiarse solo por el último carácter da una pérdida de { $baseline }.
agreement = Concordancia
agreement_knob = Distancia
agreement_asks = ¿«Was» o «were», «era» o «eran»?
agreement_about = Decide el sujeto, que está al principio; los sustantivos de en medio despistan. Las frases son generadas.
agreement_scores = Seguir al sustantivo más cercano, o a la mayoría de los sustantivos, da una pérdida de { $baseline }.
sentiment = Sentimiento
sentiment_knob = Palabras en medio
sentiment_asks = ¿Es una crítica buena o mala?
sentiment_about = «But» (pero) y «though» (aunque) dicen qué parte cuenta; «not» (no) la invierte. Las frases son generadas.
sentiment_scores = Contar las palabras buenas y las malas da una pérdida de { $baseline }.
speech_parts = Categorías gramaticales
speech_parts_knob = Cadena más larga
speech_parts_asks = ¿A qué categoría gramatical pertenece cada palabra?
speech_parts_about = En «they cook and plan and watch» (ellos cocinan y planean y miran) hay verbos; en «the cook and plan and watch» (el cocinero y el plan y el reloj), sustantivos. Los textos son generados.
speech_parts_scores = Dar a cada palabra su etiqueta más frecuente da una pérdida de { $baseline }.
entities = Entidades nombradas
entities_knob = Lista más larga
entities_asks = ¿Persona, lugar o empresa?
entities_about = «We met Jordan, Ford and Kent» (conocimos a…) o «we left Jordan, Ford and Kent» (nos fuimos de…): solo el verbo lo dice. Los textos son generados.
entities_scores = Dar a cada palabra su etiqueta más frecuente da una pérdida de { $baseline }.
speech = Hablante
speech_knob = Tramos leídos
speech_asks = ¿Quién dijo «ae»?
speech_about = Nueve hablantes dicen dos vocales, «a» y después «e»: grabaciones reales, 12 coeficientes cepstrales por tramo (Kudo, Toyama y Shimbo 1999, Japanese Vowels, UCI Machine Learning Repository, CC BY 4.0; repartidas como lo hicieron los autores). La tarea es distinguir a los hablantes, no convertir el habla en texto. Con secuencias tan cortas, la RNN simple es igual de buena.
speech_scores = Adivinar da una pérdida de { $baseline }.
fetching = obteniendo los datos…
try_again = Volver a intentarlo
frames = Punto en movimiento
frames_knob = Píxeles que parpadean
frames_asks = ¿Adónde va el punto?
frames_about = Diez imágenes de 8 × 8 píxeles, generadas; el punto sale por un borde y entra por el opuesto.
frames_scores = Adivinar da una pérdida de { $baseline }.
clicks = Clic siguiente
clicks_knob = Clics por visita
clicks_asks = ¿Qué página viene a continuación?
clicks_about = La gente mira, compara o compra, y nunca dice cuál de las tres cosas hace: un registro de clics simulado.
clicks_scores = Contar con qué frecuencia sigue cada página a otra da una pérdida de { $baseline }.
characters = Carácter siguiente
characters_knob = Longitud
characters_asks = ¿Qué carácter viene a continuación?
characters_about = Poemas de Shakespeare, Blake, Carroll, Wordsworth, Shelley, Coleridge, Tennyson, Burns, Yeats y Poe (dominio público), 11 598 caracteres: tan pocos que se pueden aprender de memoria, como muestra la línea fina. Unigrama: lo frecuente que es cada carácter; bigrama: lo frecuente que es que uno siga a otro.
characters_scores = { $baseline }
own_text = Texto propio
own_text_asks = ¿Qué carácter de tu propio texto viene a continuación?
own_text_about = Se queda en este navegador.
own_text_scores = { $baseline }
next_word = Palabra siguiente
next_word_knob = Frases en medio
next_word_asks = ¿Qué palabra viene a continuación?
next_word_about = «Anna had a red ball. It was late. She gave the red ball to Ben.» (Anna tenía una pelota roja. Era tarde. Le dio la pelota roja a Ben.) Hay que recordar quién, qué y de qué color. Las historias son generadas. Unigrama: lo frecuente que es cada palabra; bigrama: lo frecuente que es que una siga a otra.
next_word_scores = { $baseline }
written_title = Lo que escribe
written_how = escribe sola: cada respuesta se lee como la entrada siguiente; en gris, lo que se le dio al principio
temperature = Temperatura
temperature_tip = Con 0,1 se toma casi siempre lo más probable; con 1 se sortea según las probabilidades de la propia red; con 2 el texto es más disparatado
translation = Traducción
translation_knob = Cifras
translation_asks = ¿Qué número es?
translation_about = Palabras de números en inglés, francés, alemán y español, que se convierten en cifras: «vier hundert sieben und zwanzig» es 427. Un codificador lee las palabras; un decodificador empieza con su último estado y escribe las cifras. Aprende con teacher forcing: lee la cifra correcta, no la que él dio. Las palabras compuestas del alemán se separan. Ninguno de los números de la prueba se aprendió en ninguna lengua.
translation_scores = Adivinar según lo frecuente que es cada cifra en su lugar da una pérdida de { $baseline }.
forced = forzado
by_itself = por sí solo
own_series_label = Tu tabla: cada fila es un paso temporal; se pronostica la primera columna de números
own_series_example =
    mes,ventas
    2020-01,112
    2020-02,118
    …
own_text_label = Tu texto, de 100 caracteres como mínimo
own_text_example = Pega un texto…
own_file = O un archivo
own_try = Rellenar con un ejemplo
own_series_tip = Pasajeros de avión por mes, 1949–1960, en miles (Box y Jenkins 1976)
own_text_tip = «The Tyger» (Blake 1794, dominio público)
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
own_reads = Se están leyendo tus datos.
own_kept = Se usan tus datos anteriores; los nuevos los sustituyen.
own_empty = Pega una tabla de al menos 30 filas de números o elige un archivo.
own_text_empty = Pega un texto de al menos 100 caracteres o elige un archivo.
own_text_constant = El texto es un mismo carácter una y otra vez: no hay nada que aprender.
ahead = Pasos de antelación
window = Ventana
window_tip = Cuántos pasos se leen antes de cada pronóstico
co2 = CO₂
co2_asks = ¿Cuánto CO₂ habrá?
co2_about = Mauna Loa, mes a mes, 1958–2001, ppm (Keeling y Whorf 2004, CDIAC, dominio público): una tendencia y una estacionalidad. Cinco meses que faltan en la fuente (junio y octubre de 1958, de febrero a abril de 1964) se rellenan en línea recta.
co2_scores = { $baseline }
sunspots = Manchas solares
sunspots_asks = ¿Cuántas manchas solares habrá el año que viene?
sunspots_about = Año a año, 1700–2008 (NOAA National Geophysical Data Center, dominio público): un ciclo de unos 11 años.
sunspots_scores = { $baseline }
sst = Superficie del mar
sst_asks = ¿Qué temperatura tendrá el mar?
sst_about = El Pacífico oriental (Niño 1+2), mes a mes, 1950–2010, °C (NOAA ERSST.V3B, dominio público): cada mes se parece al anterior.
sst_scores = { $baseline }
weather = Tiempo diario
weather_asks = ¿Qué temperatura hará mañana?
weather_about = Seattle, día a día, 2012–2015: temperatura máxima y mínima, lluvia y viento (NOAA, dominio público).
weather_scores = { $baseline }
hourly = Normales horarias
hourly_asks = ¿Qué temperatura hará en las próximas horas?
hourly_about = El ciclo diario: las normales climáticas de Seattle de 1981–2010, un año de horas, °F (NOAA, dominio público). No es el registro de un sensor, sino una media de treinta años, así que es mucho más limpia que el tiempo que hace de verdad: una suma de unas pocas ondas suaves, que una suma ponderada de los últimos valores (autorregresión lineal) predice casi con exactitud. Las redes superan al último valor y a la estacionalidad, pero ninguna supera al modelo lineal: aquí basta con él.
hourly_scores = { $baseline }
employment = Empleo
employment_asks = ¿Cuántos empleos habrá?
employment_about = Empleos en Estados Unidos, mes a mes, 2006–2015, en miles: todos los no agrícolas, industria, ocio (Bureau of Labor Statistics, dominio público). El desplome de 2008 está en la parte de entrenamiento; la recuperación, en la de validación.
employment_scores = { $baseline }
market = Precio de mercado
market_asks = ¿Hacia dónde va el precio?
market_about = Un precio simulado, un paseo aleatorio: el cambio de cada día es puro azar, tan probable hacia arriba como hacia abajo, sea lo que sea lo anterior. Así que nada supera al último valor. Una red que sigue aprendiendo aprende las casualidades del pasado: su pérdida de entrenamiento baja mientras la de validación (línea fina) sube.
market_scores = { $baseline }
own_series = Serie propia
own_series_asks = ¿Qué viene a continuación en tu propia tabla?
own_series_about = Se pronostica la primera columna de números, a partir de todas. La tabla se queda en este navegador.
own_series_scores = { $baseline }
forecast_title = El final de la serie
forecast_how = quedó fuera del entrenamiento. Gris: los valores verdaderos; color: el pronóstico; la banda debería contener el 95 %, según los errores en la validación
ahead_title = Varios pasos de antelación, a partir de sus propios pronósticos
ahead_how = Desde el paso elegido, cada red lee sus propios pronósticos como si fueran valores, así que arrastra lo que falla al principio. Línea gruesa: estos pronósticos. Discontinua: un paso de antelación, a partir de los valores verdaderos. Gris: los valores verdaderos.
ahead_keeps = Solo se pronostica la primera columna; las demás conservan su último valor.
ahead_walk = Nada continúa un paseo aleatorio mejor que su último valor, mantenido. Cualquier pendiente de aquí se aprendió del azar.
ahead_from = Último valor leído
ahead_axis = pasos de antelación
on_its_own = por sí sola
one_step = un paso
trivial = referencia
last_value = último valor
seasonal_naive = ingenuo estacional
unigram = unigrama
bigram = bigrama
units = Unidades ocultas
layers = Capas
rule = Optimizador
rate = Tasa
clip = Recortar en
clip_tip = La mayor norma que puede tener el gradiente; uno mayor se reduce hasta ella
more = Más
dropout = Dropout
batch = Lote
start = Comienzo
bias = Sesgo de olvido/actualización
seed = Semilla
seeds = Semillas
steps = Pasos
until = Hasta pérdida menor que
until_tip = El entrenamiento termina cuando la pérdida media de cien pasos es menor que este número. 0: nunca.
schedule = Evolución de la tasa
constant = constante
cosine = coseno hasta 0
halving = a la mitad cinco veces
warmup = calentamiento
chunk = Retroceder como máximo
parts = Partes de un lote
parts_tip = Cada parte la calcula un proceso propio, todas a la vez: va más rápido si las redes son grandes y a la máquina le sobran núcleos. Las sumas se hacen en el orden de las partes, así que las pérdidas son las mismas en todas las máquinas
chunk_tip = Retropropagación truncada a través del tiempo: el gradiente se corta después de este número de pasos. 0: nunca.
cases = Secuencias de entrenamiento
cases_tip = El conjunto de entrenamiento tiene este número de secuencias, en lotes completos, y la red las lee una y otra vez. 0: cada lote es nuevo.
patience = Paciencia
patience_tip = El entrenamiento termina cuando la validación lleva este número de comprobaciones sin mejorar, una cada 20 pasos. 0: nunca.
equal = Igual número de parámetros
equal_tip = La RNN y la GRU reciben más unidades ocultas, para tener más o menos tantos parámetros como la LSTM.
raw = Sin normalizar
raw_tip = La red lee la serie tal como es. Sus respuestas siguen estando en unidades del movimiento típico.
begin = Entrenar
toggle_tip = Entrenar las tres o ponerlas en pausa (espacio)
pause = Pausa
step = Paso
step_tip = Un paso de entrenamiento
stop = Empezar de nuevo
stop_tip = Vuelve al comienzo; los pesos se sortean otra vez con la semilla
loss_title = Pérdida
reach_title = Hasta dónde llega el gradiente
all_of_it = entero
ablation = Quitar
whole = nada
no_forget = LSTM: puerta de olvido (f ≡ 1)
no_input = LSTM: puerta de entrada (i ≡ 1)
no_output = LSTM: puerta de salida (o ≡ 1)
coupled = LSTM: puerta de entrada propia (i = 1 − f)
linear_candidate = LSTM: tanh del candidato
linear_output = LSTM: tanh del estado de celda
no_reset = GRU: puerta de reinicio (r ≡ 1)
half_update = GRU: puerta de actualización (z ≡ 0,5)
reset_before = GRU: reinicio antes del producto (Cho 2014)
relu = RNN: tanh (ReLU en su lugar)
example_title = Un ejemplo nuevo
example_how = de la validación: lo que la red responde ahora
guessing = no mejor que la referencia
learning = mejor que la referencia
ready = todavía sin entrenar
diverged_short = divergió
too_large_short = demasiado grande para empezar
with_clip = Recortar en 1
lower_rate = Una décima parte de la tasa
here = no se pudo iniciar ningún proceso en segundo plano, así que entrena en la página, en intervalos cortos
kept_format = otra versión de esta página guardó este entrenamiento en una forma que esta no puede leer; empieza de nuevo y sustituye lo guardado
kept_damaged = lo que se guardó de este entrenamiento está dañado; empieza de nuevo y sustituye lo guardado
now = ahora
moment = Mirar atrás
moment_tip = Hacia atrás por los puntos guardados: los ejemplos muestran lo que las redes respondían entonces
lab_untrained = … y sin entrenar
lab_padded = El Laboratorio da a todas las celdas el mismo número de unidades; las unidades que una celda no tiene no hacen nada ahí.
lab_not = El Laboratorio abre redes de hasta 128 unidades ocultas.
truth = verdadero
answer = respuesta
tags_how = Debajo de cada entrada: lo correcto; tachado: la respuesta de la red, donde se equivocó.
frames_label = Las imágenes, de izquierda a derecha, fila por fila
loss = pérdida
loss_how = En cada paso de entrenamiento, en escala logarítmica; el número grande es la media de los últimos 100 pasos. Las marcas de abajo son pasos en los que se recortó el gradiente.
clipped_steps = pasos recortados
mark_baseline = Línea fina: validación. Resuelta: la validación está por debajo de todas las referencias.
solved_line = resuelta
validation_line = validación
recorded_line = grabado
recorded_same = Gris: un entrenamiento grabado con estos ajustes; el tuyo se dibuja encima.
recorded_other = Gris: un entrenamiento grabado con los ajustes por defecto; los tuyos son otros.
before_clipping = antes del recorte
after_clipping = después del recorte
norm_axis = norma del gradiente
norms = Norma del gradiente y recorte
reach_how = Cuánto queda del gradiente de la última respuesta. Hacia arriba: pasos hacia atrás en el tiempo. Hacia la derecha: pasos de entrenamiento.
reach_table = Cuánto queda del gradiente, por pasos hacia atrás
steps_back = pasos hacia atrás
reach_shade = parte del gradiente
share_axis = probabilidad
place_axis = paso de la secuencia
value_axis = número
list_name = número
marked_name = marcado
others = otras respuestas
forecast_line = pronóstico
far_line = muy lejos
controls = Lo que se entrena
runs = Los tres entrenamientos
transport = Entrenamiento
own_heading = Tus propios datos
own_hint = Un archivo de texto; se queda en este navegador.
never = 0: nunca
has_begun = El entrenamiento está en marcha.
rests = El entrenamiento se ha detenido.
wrong = incorrecto
answers_label = Las respuestas, y lo correcto
diverged_why = La pérdida creció sin límite. Se conservan los pesos de antes.
sentence_gap = ___
asked_label = Un ejemplo
asked_gap = ?
asked_nothing = ·
asked_left_out = …
not_fetched = No se pudieron obtener los datos ({ $file }): { $why }.
own_unread = El navegador no pudo leer el archivo ({ $why }). Elígelo otra vez.
own_absent = Este navegador no tiene los datos que nombra la dirección ({ $file }). Ponlos otra vez, arriba.
own_file_of = Un archivo de { $bytes }
own_last =
    { $found }: { $n ->
        [one] se usa la última fila
       *[other] se usan las últimas { $n } filas
    }.
own_first =
    { $found }: { $n ->
        [one] se usa el primer carácter
       *[other] se usan los primeros { $n } caracteres
    }.
own_read_alone =
    { $n ->
        [one] Se ha leído { $n } fila
       *[other] Se han leído { $n } filas
    }; se pronostica «{ $target }».
own_read =
    { $n ->
        [one] Se ha leído { $n } fila
       *[other] Se han leído { $n } filas
    }; se pronostica «{ $target }», a partir de { $all }.
own_text_short =
    { $n ->
        [one] Hay { $n } carácter
       *[other] Hay { $n } caracteres
    }; hacen falta al menos { $least }. Usa un texto más largo.
own_text_read =
    { $n ->
        [one] Se ha leído { $n } carácter
       *[other] Se han leído { $n } caracteres
    }, { $kinds } de ellos distintos. Una letra con acento o un emoji entero cuentan como uno.
number_wrong = Pone { $found }; tiene que estar entre { $low } y { $high }. Se usa { $used }.
baselines_are = Referencias, según la validación: { $all }.
linear =
    lineal, { $n ->
        [one] { $n } retardo
       *[other] { $n } retardos
    }
step_takes = { $time } por paso, { $bytes }
solved = resuelta en el paso { $n }
beats = mejor que todas las referencias desde el paso { $n }
beat_once = mejor que todas las referencias en el paso { $n }, pero ya no; la prueba toma los pesos con la mejor validación
right = { $share } de aciertos
chance = referencia: { $share } de aciertos
loss_is = pérdida { $loss }
norm = norma del gradiente { $before }
norm_clipped = norma del gradiente { $before }, recortada a { $after }
validation = pérdida de validación { $loss }
mark_loss = Resuelta: por debajo de { $mark }.
mark_right = Resuelta: { $mark } de aciertos.
clip_at = recortado en { $clip }
norms_headline = La norma del gradiente fue { $most } como mucho antes del recorte; se recortó en el { $share } de los pasos
or_less = { $least } o menos
reach_place =
    Paso de entrenamiento { $step }, { $back ->
        [one] { $back } paso
       *[other] { $back } pasos
    } hacia atrás: { $left }
is_left =
    { $cell }, { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    } hacia atrás: antes del entrenamiento quedaba el { $before } del gradiente; ahora queda el { $now }
no_reach = { $cell }: se dibuja desde el primer paso de entrenamiento
less_than = menos de { $least }
progress = paso { $n } de { $all }
reached =
    pérdida alcanzada tras { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }
stalled =
    la validación dejó de mejorar; terminó tras { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }
diverged = divergió en el paso { $n }
too_large = Esto ocuparía unos { $bytes }, más de lo que puede usar una pestaña del navegador. Elige menos unidades, capas, pasos o secuencias.
time_left = faltan unos { $time }
test = pérdida de prueba { $loss }
again = El proceso de la { $cell } falló{ $cause } y se inició otra vez, desde los últimos pesos guardados
given_up =
    El proceso de la { $cell } falló { $n ->
        [one] { $n } vez
       *[other] { $n } veces
    }{ $cause }. No se iniciará otra vez.
no_worker = No se pudo iniciar el proceso de la { $cell }{ $cause }. Si no sirve volver a intentarlo ni volver a cargar la página, el navegador bloquea en esta página los procesos en segundo plano (workers).
awaited = A la espera del proceso de la { $cell }, que todavía no se ha cargado.
kept_farther = sin guardar: otra pestaña ya ha llevado este entrenamiento hasta el paso { $n }, y se conserva el más largo
near = cerca del paso { $n }
lab = Abrir en el Laboratorio, en el paso { $n }
lab_encoder = Abrir el codificador en el Laboratorio, en el paso { $n }
lab_layer = La capa { $layer } en el Laboratorio, en el paso { $n }
sum_is = { $terms } = { $truth }; la { $cell } responde { $answer }
choice_is = verdadero: { $truth }; la { $cell } responde: { $answer }, { $share }
or_is_it = ¿{ $name }?
sum_asked = { $terms } =
series_asked = { $last }: { $value }; { $next }:
asked_list =
    Una lista de { $n ->
        [one] { $n } número
       *[other] { $n } números
    }; marcados: { $marked }
asked_series =
    { $n ->
        [one] { $n } valor
       *[other] { $n } valores
    }, de { $first } a { $last }
signal_label =
    { $n ->
        [one] { $n } número
       *[other] { $n } números
    } por paso, a lo largo de { $long ->
        [one] { $long } paso
       *[other] { $long } pasos
    }
frame = imagen { $n }
forecast_is = El error típico de la { $cell } es { $error }
forecast_guesses = Para comparar: { $guesses }. La banda contiene el { $within }.
ahead_best = Cada red tiene los pesos que mejor resultado dieron en la validación, como en la prueba: { $all }.
ahead_weights = Los pesos son los de { $all }.
ahead_step = { $cell } paso { $n }
ahead_apart = Una red que pronostica un paso posterior se salta los de en medio, así que no puede leer sus propios pronósticos. Pon «{ $knob }» en 1 y entrena.
ahead_is =
    Después de { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    } por sí sola, el error de la { $cell } es { $error }
ahead_errors =
    Error típico con { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    } de antelación: { $all }
ahead_over = La raíz de la media de los cuadrados de los errores, desde { $n } puntos de partida del conjunto de prueba.
written_at = Temperatura { $temperature }.
said_of = { $cell }: { $what }
counted_rows =
    { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    }
counted_characters =
    { $n ->
        [one] { $n } carácter
       *[other] { $n } caracteres
    }
left_then = restante en el paso de entrenamiento { $step }
left_then_unit = restante en el paso de entrenamiento { $step }, { $unit }
error_axis = error típico
error_axis_unit = error típico, { $unit }
for_cause = { " " }(«{ $cause }»)
count_of_parameters =
    { $n ->
        [one] { $n } parámetro
       *[other] { $n } parámetros
    }
done =
    { $n ->
        [one] hecho el único paso
       *[other] hechos los { $n } pasos
    }
far_off =
    { $n ->
        [0] Nada se aleja más de 3 errores típicos.
        [one] Círculos: { $n } valor que se aleja más de 3 errores típicos ({ $names }).
       *[other] Círculos: { $n } valores que se alejan más de 3 errores típicos ({ $names }).
    }
own_repeated =
    { $n ->
        [one] 1 fila tiene la misma hora o fecha que la anterior ({ $first }): se usan las dos. Si cada una debe aparecer una sola vez, usa las series de una en una.
       *[other] { $n } filas tienen la misma hora o fecha que la anterior ({ $first } es la primera): se usan todas. Si cada una debe aparecer una sola vez, usa las series de una en una.
    }
