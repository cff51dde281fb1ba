title = ¿Qué celda debería usar?
intro = Primero, una guía para quien tiene prisa; después, seis preguntas. El consejo sale de una tabla de reglas, y cada razón lleva a un experimento que puedes hacer.
glance = De un vistazo
glance_why = El consejo habitual es más corto: empieza con una GRU. Aquí la LSTM aprende más deprisa en unas tareas y la GRU en otras, y no se puede saber de antemano cuál será más rápida en la tuya. Si solo puedes entrenar una de las dos, toma la GRU: es más pequeña.
glance_near = lo que cuenta está unos pocos pasos atrás
glance_baseline = una referencia, o una primera red para entender
glance_far = hay que conservar con exactitud algo de muy atrás
glance_fast = un primer intento rápido; cuentan la velocidad y el tamaño
glance_edge = un flujo de datos en un dispositivo pequeño
glance_little = solo cientos de secuencias
glance_unknown = todavía no sabes qué cuenta
glance_many = varias palabras deciden juntas, como con «not» (no) y «but» (pero)
glance_line = un pronóstico a partir de una serie corta
glance_text = escribir o traducir texto
glance_endless = miles de pasos, y una GPU
length = ¿Qué longitud tienen tus secuencias?
length_short = hasta 20 pasos
length_medium = de 20 a 200
length_long = de 200 a 2 000
length_endless = más
data = ¿Cuántos datos tienes?
data_little = cientos de secuencias
data_some = miles
data_much = un millón o más
place = ¿Dónde va a funcionar?
place_edge = en un dispositivo pequeño, paso a paso, con un flujo de datos
place_cpu = en un portátil
place_gpu = en una GPU
needs = ¿De qué depende una respuesta?
needs_near = de los últimos pasos
needs_far = de algo de muy atrás, conservado con exactitud
needs_many = de varias cosas a la vez
needs_unknown = no lo sé
first = ¿Qué es lo que más importa?
first_accuracy = la exactitud
first_speed = la velocidad y el tamaño
first_baseline = tener una referencia, o enseñar
task = ¿Qué tipo de tarea es?
task_classify = una clase para cada secuencia
task_forecast = números que pronosticar
task_tag = una etiqueta para cada paso
task_generate = texto que generar
task_translate = traducción
units = Unidades ocultas
inputs = Números por paso
advice_rnn = Una RNN simple
advice_gru = Una GRU
advice_lstm = Una LSTM
advice_both = Prueba las dos: GRU y LSTM
advice_line = Todavía ninguna de las tres: primero, un modelo lineal
advice_transformer = Ninguna de las tres: un transformer preentrenado
advice_parallel = Ninguna de las tres: un modelo de espacio de estados o una convolución
because = Por qué
try_both = Preparar estos dos entrenamientos
sizes_how = Pesos, con los dos sesgos de PyTorch: bloques × H × (I + H + 2). Multiplicaciones con suma por paso: bloques × H × (I + H).
basis = una multiplicación con suma por ciclo en un Cortex-M4 a 80 MHz, cuatro en un núcleo de una Raspberry Pi 4 a 1,5 GHz y ocho en un núcleo de portátil a 3 GHz, con todos los pesos en memoria rápida.
cost = lo que cuesta
parameters = pesos
float = float32
int = int8
products = multiplicaciones con suma por paso
m4 = Cortex-M4
pi = Raspberry Pi 4
laptop = núcleo de portátil
reason_short = Con unos pocos pasos, la RNN simple aprende tan deprisa como las otras, y tiene la cuarta parte de los pesos de la LSTM. [Comparar lo mide](#view=compare).
reason_near = Lo que la respuesta necesita está cerca: el gradiente no tiene que ir lejos, así que no se desvanece por el camino. [Un paso atrás](#lesson=bptt.2).
reason_vanish = Una RNN simple apenas aprende de lo que está más de diez o veinte pasos atrás: con 20 palabras en medio fracasa la mayoría de sus entrenamientos, y ninguno de los de las celdas con puertas. [Aciertos según la distancia](#view=compare).
reason_road = Un estado de celda es un camino con una puerta: lo que hay que conservar con exactitud no pasa por los pesos. [El camino de vuelta, y el camino cerrado](#lesson=lstm.6).
reason_bias = Empieza con la puerta de olvido abierta; si no, hasta una LSTM olvida. [Sin el sesgo de olvido](#lesson=lstm.8).
reason_light = Una GRU tiene tres cuartas partes de los pesos de una LSTM, y no tiene que guardar un segundo estado. [Menos parámetros](#lesson=gru.6).
reason_either = Cuál de las dos aprende más deprisa depende de la tarea, y no se puede saber de antemano. [El error de no probar](#view=reference&page=mistakes).
reason_gates = Ninguna puerta vale lo mismo en todas las tareas. [Qué vale cada parte](#view=results).
reason_stream = Un paso recurrente cuesta lo mismo por largo que sea el flujo de datos, y guarda { "{" }H{ "}" } números. [Después del transformer](#lesson=transformer.1).
reason_line = Con tan pocos datos, o como referencia, una suma ponderada de los últimos valores (autorregresión lineal) es difícil de superar, y también el último valor solo. Aquí gana a menudo uno de los dos. [¿Cuánto dice el pasado?](#lesson=series.6).
reason_fit = Una red se aprende de memoria unos cientos de secuencias. [Sobreajuste](#view=reference&page=mistakes).
reason_read = A esta escala, la atención puede mirar directamente cada token, y se entrena en todas las posiciones a la vez. [Qué se gana con la atención](#lesson=transformer.5).
reason_pretrained = Un modelo que ya ha leído muchísimo necesita pocos datos tuyos. Las redes pequeñas entrenadas desde cero no pueden competir con él, ni aquí ni en ningún otro sitio. [Lo que no se afirma](#lesson=transformer.6).
reason_wait = Una red recurrente calcula un paso detrás de otro, así que con miles de pasos el entrenamiento es lento. [Cuánto cuesta un token](#lesson=transformer.3).
reason_fade = Incluso una celda con puertas pierde lo que está miles de pasos atrás, si no se entrena para conservarlo. [Gradiente restante a 100 pasos](#view=compare).
reason_teach = Dos matrices y una tanh: se puede calcular todo a mano. [El primer paso, a mano](#lesson=recurrence.2).
reason_limit = Y muestra para qué se crearon las otras. [Gradientes que se desvanecen](#lesson=vanishing.1).
reason_many = Donde varias palabras deciden juntas, como con «not» (no) y «but» (pero), la LSTM y la GRU lo consiguen antes, y con tasas de aprendizaje mayores. [Sentimiento](#lesson=words.3).
reason_tags = Lo que cuenta no es lo largo que es un texto, sino cuánto tiempo hay que conservar algo: una RNN etiqueta las frases largas tan bien como las cortas. [Una respuesta en cada palabra](#lesson=words.4).

wrong = Pone { $found }; se esperaba un número entero de 1 a 1024. Se usa { $default }.
sizes =
    Lo que hace falta, con { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    } y { $inputs ->
        [one] { $inputs } número
       *[other] { $inputs } números
    } por paso
estimate = Los tiempos son estimaciones, no mediciones: { $basis }
formula = { $blocks } × { $units } × ({ $inputs } + { $units } + 2) = { $count }
