title = Artículos repetidos
intro = Lo que encontraron los artículos de este campo, junto a lo que hacen aquí unas redes pequeñas. Cada botón ejecuta en tu navegador una versión pequeña del experimento del artículo: medianas de tres semillas. Donde nuestro resultado no coincide, lo decimos, y decimos por cuánto.
run = Ejecutar aquí
cancel = Cancelar
settings = Abrir estos ajustes en Entrenar
paper_found = El artículo
done_here = Aquí
agrees = coincide
partly = coincide en parte
disagrees = no coincide
recorded = Grabado en nuestra máquina. Ejecútalo en la tuya.
kept = Medido aquí antes.
nothing = Todavía sin ejecutar.
waits = Hay otro experimento en marcha, que ocupa él solo la máquina.
progress = Entrenamientos
outcome = Cómo terminaron sus entrenamientos
recorded_word = grabado
before_word = medido antes
here_word = medido aquí
computed_word = calculado mientras lees
run_column = variante
task_column = tarea
solved_column = resuelta
steps_column = pasos
loss_column = pérdida
left_column = gradiente restante
ratio_column = sustantivo / media
never = nunca
ablations = Qué vale cada parte
ablations_how = Cada celda sin una de sus partes, en esta tarea y con estos ajustes: tres semillas, con los pasos que se han puesto arriba pero 1 500 como mucho, hasta resolverla. Una parte que se puede quitar sin que cueste nada no hace falta aquí; otra tarea puede necesitarla.
ablations_cost = lo que cuesta
ablations_same = más o menos lo mismo
ablations_not = sin resolver
ablations_better = resuelta; la celda entera, no
ablations_neither = la celda entera también fracasa
matrix = Qué vale cada parte, tarea por tarea
matrix_how = Pasos hasta resolver la tarea sin la parte, divididos por los de la celda entera (medianas de tres semillas, 1 500 pasos como mucho, grabado). «no»: nunca resuelta sin ella; «–»: tampoco la resolvió la celda entera; «solo sin»: resuelta solo sin ella; gris: más o menos lo mismo, porque tres semillas no bastan para distinguir ×0,8 de ×1,25. Una parte que una tarea necesita se puede quitar en otra sin que cueste nada; por eso no coinciden los artículos que eligieron tareas distintas. En Entrenar, «Qué vale cada parte» lo mide en tu máquina.
matrix_not = no
matrix_better = solo sin
whole = entera
relu = ReLU en vez de tanh
no_forget = sin puerta de olvido
no_input = sin puerta de entrada
no_output = sin puerta de salida
coupled = entrada acoplada al olvido
linear_candidate = candidato sin tanh
linear_output = estado de celda sin tanh
no_reset = sin puerta de reinicio
half_update = sin puerta de actualización (z ≡ 0,5)
reset_before = reinicio antes del producto
tanh_rnn = RNN, tanh
chrono_start = LSTM, chrono
plot_tanh = tanh
plot_identity_fast = ReLU, 0,001
plot_identity = ReLU, 0,0001
plot_bias_0 = LSTM sesgo 0
plot_bias_1 = LSTM sesgo 1
plot_chrono = LSTM chrono
plot_whole = entera
plot_no_forget = sin olvido
plot_no_input = sin entrada
plot_no_output = sin salida
plot_coupled = acoplada
plot_linear = c sin tanh
plot_order = orden temporal
plot_short = concordancia a 4 palabras
plot_long = orden temporal, T = 60
plot_adding = suma
plot_agreement = concordancia
bengio_cite = Bengio, Simard y Frasconi 1994, Learning long-term dependencies with gradient descent is difficult
bengio_found = Para guardar un bit de información de forma segura, la función que aplica una red en cada paso tiene que ser contractiva, y entonces el gradiente se encoge de forma exponencial con la distancia: los algoritmos basados en el gradiente «se enfrentan a un problema cada vez más difícil a medida que aumenta la duración de las dependencias que hay que captar» (resumen).
bengio_here = Una RNN con tanh de 16 unidades tiene que nombrar el primero de T símbolos: 1 500 pasos de Adam, lotes de 32.
hochreiter_cite = Hochreiter y Schmidhuber 1997, Long short-term memory
hochreiter_found = La suma con al menos T = 100 pasos: una LSTM de 2 bloques de 2 celdas, sin puerta de olvido, la aprendió tras 74 000 secuencias (tabla 7, media de 10 intentos): para entonces, 2 000 seguidas se apartaban menos de 0,04 de un objetivo escalado de 0 a 1.
hochreiter_here = Una LSTM de 32 unidades con puerta de olvido y su sesgo en 1, Adam con tasa 0,005, lotes de 32; resuelta cuando el error cuadrático medio es menor que 0,01. A su lado, una RNN con tanh. La tarea tiene su forma posterior (Le et al. 2015): valores de 0 a 1, cuya suma es el objetivo. En 1997, los valores estaban entre −1 y 1, y la primera marca, en los diez primeros pasos.
pascanu_cite = Pascanu, Mikolov y Bengio 2013, On the difficulty of training recurrent neural networks
pascanu_found = Si el mayor valor singular de $W_{ $hh }$ es menor que 1 (con tanh), los gradientes tienen que desvanecerse: lo que queda es, como mucho, ese valor elevado al número de pasos (sección 2.1). «A medida que aumenta la longitud de la secuencia, el recorte se vuelve más importante para lograr una mejor tasa de éxito» (sección 4.1.1, orden temporal).
pascanu_here = Una RNN con tanh de 32 unidades, con $W_{ $hh }$ escalada: cuánto queda del gradiente 49 pasos atrás. Después, el orden temporal: 50 unidades, descenso de gradiente con momento y tasa 0,03, 3 000 pasos, con y sin recorte de la norma en 1.
chung_cite = Chung, Gulcehre, Cho y Bengio 2014, Empirical evaluation of gated recurrent neural networks on sequence modeling
chung_found = Con el mismo número de parámetros, las unidades con puertas «son, en efecto, mejores que unidades recurrentes más tradicionales, como las unidades tanh. También encontramos que la GRU es comparable a la LSTM» (resumen; música polifónica y habla).
chung_here = Celdas con tantos parámetros como una LSTM de 24 unidades, en una tarea corta (concordancia a 4 palabras) y una larga (orden temporal, T = 60), con el comienzo propio de la página (chrono).
le_cite = Le, Jaitly y Hinton 2015, A simple way to initialize recurrent networks of rectified linear units
le_found = Si empieza en la identidad y con ReLU, una RNN simple es «comparable a una implementación estándar de las LSTM» en cuatro pruebas, entre ellas la suma (resumen).
le_here = La suma con T = 100, 100 unidades cada una, Adam con tasa 0,001 (la red con ReLU, también con 0,0001), gradiente recortado en 1, 4 000 pasos como mucho. Adivinando se obtiene 0,1667.
jozefowicz_cite = Jozefowicz, Zaremba y Sutskever 2015, An empirical exploration of recurrent network architectures
jozefowicz_found = «Añadir un sesgo de 1 a la puerta de olvido de la LSTM elimina la diferencia entre la LSTM y la GRU» (resumen).
jozefowicz_here = El orden temporal con T = 60, 32 unidades, el comienzo de PyTorch: la LSTM con sesgo de olvido 0 y 1, y la GRU.
greff_cite = Greff, Srivastava, Koutník, Steunebrink y Schmidhuber 2015, LSTM: a search space odyssey
greff_found = De ocho variantes, ninguna mejora de forma significativa la LSTM estándar; «la puerta de olvido y la función de activación de salida» son «sus componentes más críticos» (resumen; habla, escritura a mano, música).
greff_here = Una LSTM de 16 unidades con sesgo de olvido 1, sin cada una de sus partes por turno, en la suma (50) y la concordancia (20). La LSTM del artículo tiene conexiones de mirilla (peepholes); esta no.
greff_unlike = { " " }Ninguna de las dos es una parte que nombre el artículo: qué parte importa depende de la tarea y del comienzo (la matriz de abajo empieza con chrono y 32 unidades).
arjovsky_cite = Arjovsky, Shah y Bengio 2016, Unitary evolution recurrent neural networks
arjovsky_found = Copiar 10 símbolos, cada uno de 8 posibles, tras T blancos: una red que da blancos y después cualquier símbolo obtiene 10 ln 8 / (T + 20). Las RNN y las LSTM obtienen casi exactamente eso, salvo en el caso más sencillo.
arjovsky_here = T = 100, 64 unidades, sesgo de olvido 1, Adam con tasa 0,005, 1 500 pasos. T = 100 es la distancia más corta del artículo, el caso que exceptúa. No probamos distancias más largas, así que nuestros entrenamientos coinciden como mucho en parte.
tallec_cite = Tallec y Ollivier 2018, Can recurrent neural networks warp time?
tallec_found = Si sus sesgos de olvido se sortean al comienzo como ln U(1, T − 1) (chrono), una LSTM aprende la suma más deprisa que con sesgo 1: «7 veces más deprisa con T = 750» (fig. 4).
tallec_here = La suma con T = 200, 32 unidades, Adam con tasa 0,005.
madsen_cite = Madsen 2019, Visualizing memorization in RNNs
madsen_found = La conectividad es la norma del gradiente de la salida de la respuesta correcta respecto a cada entrada: con cuánta fuerza mueve cada entrada la predicción. Una misma exactitud puede esconder conectividades distintas. En el autocompletado con text8, la GRU acierta el 52,0 % de las veces y la LSTM el 51,4 %, pero reaccionan a entradas de distancias muy distintas.
madsen_here = La concordancia a 12 palabras, hasta resolverla: la norma del gradiente en el sustantivo que decide, dividida por su media sobre todas las palabras.

counted = { $word }: { $n }
of_runs = { $n } de { $all }
run_time = Ejecutar aquí (unos { $seconds })
measured = Medido aquí, en { $seconds }.
under_way =
    { $n } de { $all ->
        [one] { $all } entrenamiento hecho
       *[other] { $all } entrenamientos hechos
    } · faltan unos { $left }
under_way_first =
    { $n } de { $all ->
        [one] { $all } entrenamiento hecho
       *[other] { $all } entrenamientos hechos
    }
failed = No se pudo ejecutar ({ $why }). Ejecútalo otra vez o vuelve a cargar la página.
seconds = { $n } s
minutes = { $n } min
ablations_times = { $n } veces los pasos
identity_rnn = RNN, ReLU, identidad, tasa { $rate }
with_bias = LSTM, sesgo de olvido { $bias }
with_largest = valor singular { $largest }
clipped_at = T = { $length }, recortado en 1
not_clipped = T = { $length }, sin recortar
plot_clip = T = { $length }, recorte
plot_no_clip = T = { $length }, sin recorte
short_task = concordancia a 4: { $cell }
long_task = orden, T = 60: { $cell }
on_adding = suma: { $name }
on_agreement = concordancia: { $name }
bengio_said = Con T = 5 la resuelven { $first } entrenamientos; con T = 80, { $last }.
hochreiter_said = Nuestra LSTM necesita { $n } secuencias (mediana) para llegar a su meta. La del artículo necesitó 74 000 para llegar a otra, así que el cociente no significa nada. Adam, los lotes y la puerta de olvido vinieron después. La RNN la resuelve en { $rnn } entrenamientos.
pascanu_said = La cota se cumple en todos los entrenamientos: con un valor singular de 0,5 permite { $bound }, y queda { $left }. Orden temporal con T = { $length }: lo resuelven con recorte { $with } entrenamientos, y sin recorte { $without }.
chung_said = La RNN resuelve la tarea larga en { $rnn } entrenamientos; la LSTM, en { $lstm } (pasos: { $l }); la GRU, en { $gru } (pasos: { $g }).
le_said = Pérdida al final: RNN con ReLU e identidad, { $identity } (resuelta en { $solved } entrenamientos); RNN con tanh, { $tanh }; LSTM, { $lstm }. Con una tasa diez veces mayor, la red con ReLU diverge en { $diverged } entrenamientos.
jozefowicz_said = Pasos hasta resolverla (mediana): sesgo 0, { $without }; sesgo 1, { $with }; GRU, { $gru }.
greff_said = Lo que más perjudica es «{ $adding }» en la suma y «{ $agreement }» en la concordancia. Con la puerta de entrada acoplada a la de olvido, los pasos que necesita la suma son { $ratio } veces los de la celda entera.
arjovsky_said = La fórmula da { $baseline }; tras 1 500 pasos, la RNN obtiene { $rnn } (se aparta el { $off }); la LSTM, { $lstm }; la GRU, { $gru }.
tallec_said = Con T = 200, chrono la resuelve { $ratio } veces más deprisa que un sesgo de 1.
tallec_never = Con T = 200, la resuelven con un sesgo de 1 { $plain } entrenamientos, y con chrono { $chrono }.
madsen_said = Las tres paran con el 95 % de aciertos. En el sustantivo que decide, la norma del gradiente es { $rnn } (RNN), { $lstm } (LSTM) y { $gru } (GRU) veces su media sobre todas las palabras: la misma exactitud, distinta conectividad.
