cell = La celda
group_look = Mirar
group_explain = Explicar
group_change = Cambiar
unknown = No hay ninguna imagen «{ $found }»; se esperaba una de estas: { $expected }.
table = Los números
step = t

press_space = Espacio
press_shift = Mayús ← →
press_home = Inicio Fin
press_undo = Ctrl Z, Ctrl Mayús Z
press_pages = Av Pág, Re Pág
key_space = reproducir, pausa
key_train = entrenar, pausa
key_arrows = un paso a la izquierda o a la derecha; desde el extremo derecho se sigue en la otra pasada
key_updown = en un carril: la unidad, la puerta o el gradiente de arriba o de abajo
key_shift = hasta el final de la pasada
key_b = cambiar: pasada hacia delante o hacia atrás
key_home = primer paso; final de la pasada hacia atrás
key_turn = cambiar: leer o aprender
key_ends = la primera palabra, al leer; el final del camino de vuelta
key_ways = leer la frase; enviar el error hacia atrás
key_lanes = ir a la RNN, la LSTM, la GRU
key_l = leer la pérdida en el paso señalado
key_m = medir el número de los carriles en el paso señalado
key_p = presentar
key_undo = deshacer o rehacer un ajuste
key_pages = en una lección: siguiente, atrás; un mando de presentaciones envía estas teclas
key_help = estas teclas
key_d = decir y mostrar en dos frases lo que se ve ahora
single_keys = Usar letras, cifras y ? como teclas
seen_left = En el { $place }, esto queda del gradiente: { $shares }.
seen_back = El error vuelve hacia atrás y ha llegado al { $place }. Señalado: { $focus }.
seen_read = Las redes han leído hasta el { $place }. Señalado: { $focus }.
now_read_at = La pérdida se lee ahora en el { $step }.
now_measured_at = El número de cada carril se mide ahora en el { $step }.
sound = Sonido de la pasada hacia atrás
sound_tip = Cuanto más agudo es el tono, más queda del gradiente; una octava más grave es una décima parte. Se oye la red señalada.
lane_keys = Intro abre lo que se calcula aquí. Con arriba y abajo se va de fila en fila; con izquierda y derecha, de paso en paso.
table_token = token
table_reach = gradiente restante
table_state = ‖h‖
table_input = x
table_how = x: lo que se lee (de una palabra, su embedding). Gradiente restante: ‖λₜ‖ dividida por ‖λ‖ en la pérdida. ‖h‖: longitud del estado oculto. Puertas: media de las unidades.
table_rows = Una fila por paso, para las tres celdas
save_csv = Guardar como CSV

chain = Producto de pasos
chain_title = Producto de pasos: una jacobiana tras otra
chain_how = Cada paso atrás multiplica el gradiente por una jacobiana más, $J_t = ∂s_t/∂s_{ "{" }t−1{ "}" }$. Línea continua: lo máximo que el producto puede estirar un gradiente, $‖∂s_T/∂s_t‖_2$. Discontinua: la media geométrica de sus valores singulares, es decir, su efecto medio. Azul fina: solo el estado de celda de la LSTM, $‖∂c_T/∂c_t‖_2$.
factor_how = Un solo paso: $‖J_t‖_2$; el de la { $cell }, con trazo fuerte. Por encima de 1, el paso puede estirar un gradiente; por debajo de 1, tiene que encogerlo.

roads = Caminos de vuelta
roads_title = Los caminos: por dónde fue el gradiente
roads_how = Una celda entrega el gradiente $g$ hacia atrás como una suma, $g = Σ g_k$, con un término por camino. La parte de un camino es $⟨g_k, g⟩ / ‖g‖^2$. Una parte menor que 0 va en contra de las demás; todas suman 1.
roads_all_open = todos los caminos abiertos
roads_some_closed = caminos cerrados
road_recurrent = Wₕₕ y tanh′
road_recurrent_relu = Wₕₕ y relu′
road_carry = estado de celda, × f
road_update_carry = a lo largo de h, × z
road_input = puerta de entrada
road_forget = puerta de olvido
road_candidate = candidato
road_output = puerta de salida
road_new = estado nuevo
road_update = puerta de actualización
road_reset = puerta de reinicio
ways_how = Todo el trayecto de vuelta desde la pérdida: por el mismo camino en todos los pasos, o cambiando de camino sobre la marcha.
roads_open = Todavía no hay ningún camino cerrado, así que las dos curvas coinciden.
ways_rnn = La RNN tiene un solo camino: en cada paso, { $road }.
way_cell = solo la celda, ∏ f
way_hidden = solo el estado oculto
way_update = solo la actualización, ∏ z
way_gates = solo el estado nuevo y las puertas
way_mixed = mezclado
roads_close = Cerrar un camino: solo en la vuelta, el estado que entra por ahí se deja fijo (stop-gradient). Discontinua: con todos los caminos abiertos.
spectrum = Valores propios
spectrum_title = Valores propios: qué direcciones perduran
spectrum_how = Puntos: valores propios de la jacobiana $J_t$ de un paso; anillos: los de los pesos recurrentes. Dentro del círculo de radio 1, una dirección se encoge cuando se repite el mismo paso. Pero los pasos son distintos, y uno solo puede estirar tanto como su mayor valor singular $σ_max$, que nunca es menor que el radio espectral $ρ$.
spectrum_of = { $cell }, paso { $t }
spectrum_headline = { $cell }, paso { $t }: valores propios dentro del círculo, { $inside } de { $all }
spectrum_what = matriz
values_how = Abajo: los valores singulares de todo el producto, $∂s_T/∂s_t$. Pálidos: los que son menores que $10^{ "{" }−13{ "}" }$ veces el mayor; ahí, descomponer el producto sin más daría números falsos, así que se hallan acumulando descomposiciones QR.
rho = radio espectral $ρ$
sigma = mayor valor singular $σ_max$
jacobian = $J_t$
jacobian_plain = Jₜ
recurrent = $W_{ $hh }$
recurrent_plain = Wₕₕ
recurrent_candidate = $W_h$ del candidato
recurrent_candidate_plain = Wₕ del candidato
pascanu_holds = $σ_max(W_{ $hh })$ = { $sigma } es menor que 1/γ = 1 (γ: la mayor pendiente de { $function }): el gradiente tiene que desvanecerse (Pascanu et al. 2013).
pascanu_open = $σ_max(W_{ $hh })$ = { $sigma } no es menor que 1/γ = 1 (γ: la mayor pendiente de { $function }; la de σ es 1/4, así que ahí 1/γ = 4): la condición suficiente para que se desvanezca (Pascanu et al. 2013) no dice nada aquí.
pascanu_gated = La cota de Pascanu et al. (2013), $σ_max(W_{ $hh })$ menor que 1/γ, vale para redes sin puertas: mira la RNN.

saturation = Pendientes planas
slope_shade = pendiente, como parte de la máxima posible
gate_shown = Lo que se muestra
saturation_title = Pendientes planas: dónde hay unidades saturadas
saturation_how = Cada unidad (fila) en cada paso (columna): la pendiente de su no linealidad, como parte de la máxima posible. Una unidad con una pendiente cercana a 0 apenas deja pasar gradiente. Abajo: cuántas veces aparece cada valor en cada paso.
saturation_table = Cuántas unidades están saturadas o apagadas en cada paso
of_steps = saturadas
of_steps_off = apagadas

triangle = Qué pérdida
triangle_title = Qué pérdidas llegan a cada estado
triangle_how = Imagina que se lee una pérdida en cada paso. Una columna es un estado; una fila, una pérdida (la primera, arriba); el color, la parte de esa pérdida en todo el gradiente del estado, $⟨g_s, g⟩ / ‖g‖^2$. Cada columna suma 1. Si solo tiene color la diagonal, el gradiente de cada estado viene solo de su propia pérdida.
triangle_shade = parte de una pérdida en el gradiente de un estado
unit_at = unidad
loss_at = pérdida en el paso

hears = Qué mueve la salida
hears_title = Qué tokens mueven la salida
hears_how = Cuánto mueve un cambio pequeño de cada token anterior la salida $y_t = v·h_t$ en el paso señalado: la norma del gradiente de la salida respecto a la entrada de ese token (conectividad, Madsen 2019). Una sola escala logarítmica para las tres. Un gradiente pequeño no significa que un token no se use: una unidad que guarda lo que leyó puede estar saturada, y entonces apenas tiene gradiente.
hears_at = Salida en { $token }. Pulsa otro token o elige uno con las flechas del teclado.
hears_table = Cuánto mueve la salida en { $token } un cambio pequeño en cada paso
hears_scale = De { $low } (pálido) a { $high } (fuerte).
hears_relative = Relativo: cada fila, según su propio máximo
hears_relative_told = Relativo: cada fila se divide por su propio máximo, así que las filas no se pueden comparar.

cures = Otros comienzos
cures_title = Otros comienzos: qué le hacen al gradiente
cures_how = Dos redes que se diferencian en una sola cosa, con esta secuencia y esta semilla; cada una tiene su propia ganancia y su propio sesgo. Discontinua: la primera. Continua: la segunda. Curva: lo que queda del gradiente, como en los carriles.
cure_pairs = Pareja
cure_own = dos a tu elección
cure_against = Primera
cure_shown = Segunda
cure_size = H = { $units }, { $count } parámetros
cure_is_in = El carril de la { $cell } muestra la segunda
cure_put_in = Mostrar la segunda en el carril de la { $cell }
cure_equal = Tantos parámetros como la LSTM de la página
unknown_cure = No hay ninguna red «{ $found }»; se esperaba una de estas: { $expected }.
cure_rnn = RNN
cure_rnn_half = RNN, ganancia 0,5
cure_rnn_two = RNN, ganancia 2
cure_rnn_relu = RNN con ReLU
cure_rnn_xavier = RNN, Xavier
cure_rnn_orthogonal = RNN, ortogonal
cure_rnn_identity = RNN, identidad con tanh
cure_irnn = IRNN: identidad con ReLU
cure_nonnormal = RNN, no normal, ρ = 0,7
cure_lstm = LSTM, sesgo de olvido 0
cure_lstm_one = LSTM, sesgo de olvido 1
cure_lstm_three = LSTM, sesgo de olvido 3
cure_lstm_chrono = LSTM, chrono
cure_lstm_orthogonal = LSTM, ortogonal
cure_gru = GRU
cure_gru_three = GRU, sesgo de actualización 3
cure_gru_chrono = GRU, chrono
cure_gru_before = GRU, reinicio antes del producto

ablation = Quitar una parte
ablation_title = Quitar una parte: cuál es la que importa
ablation_how = Una ablación: fija una puerta en un mismo número para todas las unidades y todos los pasos (1 la quita), o elimina una no linealidad. Discontinua: la celda tal como es. Continua: sin la parte. Greff et al. (2015) y Jozefowicz et al. (2015) encontraron que la puerta de olvido es la parte que más importa. Según Jozefowicz et al., la puerta de salida es la que menos importa; según Greff et al., la activación de salida importa tanto como la puerta de olvido.
ablate_whole = la celda entera
ablate_changed = la celda cambiada
ablate_none = En esta celda todavía no se ha cambiado nada, así que las dos curvas coinciden.
ablate_free = libre
ablate_bad = Pone { $found }; se esperaba un número de 0 a 1. La puerta se queda como está.
ablate_relu = ReLU en vez de tanh
ablate_candidate = candidato sin tanh
ablate_output = estado de celda sin tanh
ablate_coupled = puerta de entrada acoplada, i = 1 − f
ablate_before = reinicio antes del producto de matrices

brackets = Contador de paréntesis
brackets_title = El contador de paréntesis
brackets_how = El color de cada carácter es lo que guarda una unidad después de leerlo; la línea continua muestra lo mismo. La línea discontinua es la profundidad (los paréntesis abiertos, sin contar los que están entre comillas), o bien las comillas o la posición, a la escala que mejor se ajusta. Debajo de cada carácter está la respuesta de la red: qué tiene que cerrarse a continuación, un paréntesis, unas comillas o nada (–). Solo se la entrenó para dar estas respuestas. Una respuesta incorrecta lleva un marco, y debajo la correcta.
brackets_none = En esta imagen, unas redes que han aprendido a cerrar paréntesis y comillas leen un texto.
brackets_open = Abrir las redes entrenadas
brackets_text = Un texto de letras, paréntesis y comillas
brackets_ready = Textos para empezar
brackets_by = Comparar la unidad con
brackets_both = Paréntesis y comillas
brackets_inside = Paréntesis entre comillas
brackets_deep = Profundidad 12
brackets_label = El texto, cada carácter con la respuesta debajo
brackets_scale = estado de la unidad
brackets_wrong = incorrecta; lo correcto es
brackets_depth = profundidad
brackets_depth_title = Profundidad
brackets_quotes_title = Entre comillas
brackets_position_title = Posición
brackets_quotes = comillas
brackets_position = posición
brackets_unit = Unidad
brackets_best = la que mejor lo sigue
brackets_empty = Escribe un texto de letras, paréntesis y comillas.
brackets_deeper = Más profundo que en el entrenamiento
brackets_deeper_how = Cada texto baja una vez hasta su profundidad y vuelve a 0, con letras y comillas en medio. A la derecha de la marca, los textos son más profundos que todos aquellos de los que aprendieron las redes.
brackets_about = El estado es $c_t$ en la LSTM y $h_t$ en las otras. Una $tanh$ mantiene $h$ entre −1 y 1; $c$ no tiene ese límite, así que puede seguir contando ([Weiss, Goldberg y Yahav 2018](https://doi.org/10.18653/v1/P18-2117)). Las correlaciones se calculan con todos los caracteres de 60 textos de validación; la línea discontinua es la recta de mínimos cuadrados correspondiente. Las pruebas son 40 textos por profundidad.
gates = Puertas en acción
gates_title = Las puertas en acción
gates_how = Una red ha aprendido a elegir entre «was» y «were» («era» y «eran»). Miramos la unidad que mejor sigue el número del primer sustantivo, singular o plural, en 100 frases. Continua: esta frase. Discontinua: la misma frase con el otro número en ese sustantivo. Gris: la mejor unidad antes del entrenamiento. Abajo están las puertas de la unidad; ahí la línea continua es la puerta que conserva el estado.
gates_none = Esta imagen necesita una red que haya aprendido a hacer concordar el verbo con su sustantivo.
gates_open = Leer una frase con las redes entrenadas
unit = Acantilado de una unidad
unit_title = Una unidad: el acantilado
unit_how = Una red de una sola unidad, $h_t = σ(w h_{ "{" }t−1{ "}" } + b)$, 50 pasos desde $h_0$ = ½; el error es $E = (h_50 − 0.7)^2$. Entre dos llanuras hay un acantilado: ahí el gradiente explota (Pascanu et al. 2013).
unit_start_w = inicio: w
unit_start_b = inicio: b
unit_rate = tasa de aprendizaje
unit_clip = recortar en
latch_title = Un cerrojo conserva un bit
latch_how = Una unidad, $h_t = tanh(w h_{ "{" }t−1{ "}" })$, paso a paso: en vertical hasta la curva, en horizontal hasta la diagonal. En los puntos, el estado se queda; del anillo se aleja. Si w es mayor que 1, hay dos cuencas, una por debajo de 0 y otra por encima, y el signo se conserva (Bengio et al. 1994).
latch_w = w
latch_h = inicio: h₀
latch_n = pasos

fork = Una unidad en reposo
fork_title = Una unidad en reposo: dónde se bifurcan los estados
fork_how = Las curvas muestran dónde puede reposar una unidad, $h_t = tanh(w h_{ "{" }t−1{ "}" } + b)$. A una curva continua vuelve después de un empujón pequeño; de una discontinua se aleja. Abajo, la pendiente $w (1 − h^2)$ en cada uno de estos estados es el factor por el que un paso multiplica un gradiente. Arrastra w o b: el punto sigue su curva hasta que la curva termina, y entonces salta.
fork_along = Eje horizontal
fork_along_w = el peso w
fork_along_b = el sesgo b
fork_w = peso w
fork_b = sesgo b

space = Espacio de estados
space_title = Espacio de estados: adónde llevan los estados
space_how = Un estado es un lugar, y un paso lleva a otro lugar: lo que recuerda una red es dónde está.
space_units_how = Dos unidades sin entrada, $h_t = tanh(W h_{ "{" }t−1{ "}" } + b)$. Una flecha apunta adonde lleva un paso. Todos los recorridos que empiezan en un mismo tono terminan en el punto de ese tono, un estado estable. Un anillo pequeño también es un estado en reposo, pero el menor empujón lo aleja de ahí. Arrastra el anillo grande para empezar en otro lugar.
space_part = Lo que se muestra
space_units = Dos unidades
space_trained = Redes entrenadas
space_worlds = Ejemplos
space_now = El tuyo
space_one = Un estado
space_two = Dos
space_four = Cuatro
space_turn = Un ciclo
space_own = peso hacia sí misma
space_cross = peso hacia la otra
space_turns = la primera lee a la segunda con el signo contrario
space_b1 = sesgo de la unidad 1
space_b2 = sesgo de la unidad 2
space_start = Dónde empieza el recorrido
space_trained_how = Cada punto es el estado oculto de una red entrenada después de un paso de una de muchas secuencias, visto en las dos direcciones en las que más se diferencian sus estados. El color es lo que la red debería recordar ahí. La línea fina es la secuencia del propio Laboratorio, y el punto grande, su paso actual: reprodúcela abajo.
space_none = Esta parte muestra redes que han aprendido la paridad, la concordancia o la suma.
space_task = Tarea
space_parity = Paridad
space_agreement = Concordancia
space_adding = Suma
space_even = hasta ahí, un número par de unos
space_odd = un número impar
space_singular = singular
space_plural = plural
space_sum = la suma hasta ahí: cuanto más grande y más oscuro, mayor
space_cut_key = el corte recto que mejor los divide
space_about = Estados de 60 secuencias del conjunto de validación, menos su media, en las dos direcciones de mayor varianza (de cada eje se dice cuánta varianza hay a lo largo de él). Un eje apunta hacia donde crece lo que hay que guardar. El corte es un ajuste de −1 y 1 por mínimos cuadrados; de las sumas se da $R^2$, el cuadrado de la correlación con el eje 1. El ajuste con todas las unidades se hace con la mitad de las secuencias y se cuenta en las otras, por regresión de cresta (ridge) de intensidad 10⁻⁴.

halflives = Semividas
halflives_title = Semividas: cuánto tiempo conserva cada unidad lo que guarda
halflives_how = Cada marca es una unidad, situada según su semivida: el número de pasos en los que su puerta de olvido f (LSTM) o de actualización z (GRU) reduce a la mitad lo que guarda la unidad. Es una media en el camino de «medido» a «pérdida» (ln 2 dividido por la media de −ln f), solo a lo largo del estado, no por los caminos que atraviesan las puertas. Las unidades a la derecha de la línea conservan al menos la mitad en todo el camino. «chrono» sortea los sesgos de las puertas a la medida de la longitud de la secuencia. Para mover la línea, arrastra las banderas «medido» y «pérdida», encima de las palabras.
halflives_plain = sesgo 0
halflives_one = sesgo +1
halflives_chrono = chrono
halflives_lanes = ahora
halflives_trained = entrenada

edit = Editar números
edit_title = Editar números: pon a mano el que quieras
edit_how = Los números que hay detrás de la unidad y el paso señalados. Arrastra uno con el control deslizante que se abre al lado, o escribe otro y pulsa Intro: los carriles, los gradientes y todas las imágenes cambian con él. Un campo vacío recupera el número original; también sirve Deshacer. Señala otra unidad u otro paso para editar ahí.
edit_bad = Pone { $found }; se esperaba un número de −10⁶ a 10⁶. El número se queda como está.
edit_none = No hay ningún número puesto a mano.
edit_table = Números puestos a mano
edit_gate = Puerta
edit_reset = Volver a los números originales
edit_input = Entrada en el paso { $step }
edit_input_shared = Entrada en el paso { $step }, que leen las tres redes
edit_bias = Sesgos de la unidad { $unit }, { $gate }
edit_from_x = $W_{ $ih }$: de la entrada a la unidad { $unit }, { $gate }
edit_from_h = $W_{ $hh }$: del estado oculto a la unidad { $unit }, { $gate }
why = Por qué este número
why_title = ¿Por qué este número?
why_how = El número señalado, y de qué está hecho. Pulsa una de sus partes para seguirla, también hacia atrás en el tiempo; el recorrido hasta ahí queda encima del número. Para empezar en otro lugar, señala otra unidad, otra puerta u otro gradiente.
why_press = Pulsa una parte para ver de qué está hecha:
why_way = Tu recorrido hasta aquí
why_of = hecho de
why_number = su número
why_brings = aporta
why_bias = sesgo
why_above = de las capas superiores
top_layer_only = Esta imagen empieza en la pérdida, que solo depende directamente de la capa superior. Abre esa capa para verla.
trained_absent = En este navegador no está ese entrenamiento: estos son los pesos con los que empezaría. Entrena antes la red aquí.
why_loss = la pérdida, leída en este paso: v ∂L/∂y
why_held = se deja fijo
why_outside = nada: está fuera de la secuencia

edit_place = lugar (filas y columnas, desde 0)
edit_number = número

data = Tus datos
data_title = Tus datos: tu tabla como secuencia
data_how = Pega filas de números o elige un archivo: una fila es un paso y una columna, un canal; de 5 a 500 filas y de 1 a 160 columnas. Entre las celdas, comas, puntos y coma, tabuladores o espacios; los decimales, con punto o con coma. Una fila de encabezado se reconoce. Se pronostica la primera columna, y la pérdida es (v·h − su valor siguiente)². Nada sale de esta página; lo que uses se guarda en la dirección, y en ningún otro sitio.
data_label = Tabla (CSV)
data_file = O elige un archivo, o suéltalo aquí
data_file_hint = CSV o texto sin formato; se leen los primeros 64 KB. Se queda en este navegador.
data_row = fila
data_table = Todas las filas leídas
data_preview = Lo que se lee
data_example =
    temperatura,lluvia
    12.8,0
    10.6,10.9
    11.7,0.8
    12.2,20.3
    8.9,1.3
data_empty = Pega arriba al menos 5 filas de números o elige un archivo.

data_cut = Solo se leen los primeros 64 KB, y su última línea queda fuera.
data_use = Usar como secuencia

kept = Recordar o aprender
kept_title = Recordar o poder aprender: cambia una entrada
kept_how = En un paso, y después en cada uno de los demás, cambiamos lo que lee la red. La línea continua es cuánto mueve eso el estado en la pérdida; la discontinua, el gradiente restante en ese paso. Donde la continua sigue alta mientras la discontinua baja, la red conserva aquello de lo que ya no puede aprender.
kept_about = Una palabra se cambia por otra de las palabras de la secuencia, o de los símbolos de la tarea: la que más mueve el estado. Un número cambia de signo; un 0 pasa a ser 1. El movimiento es $‖h′ − h‖ / (‖h′‖ + ‖h‖)$: 0 si nada cambia, 100 % si el estado pasa a ser su opuesto.
kept_none = Aquí no se puede cambiar nada: la secuencia usa una sola palabra.
probe_title = Una sonda: qué se puede leer en el estado
probe_how = Con cientos de secuencias al azar de las mismas entradas se ajusta una función lineal que saca del último estado lo que se leyó en cada paso: la línea continua es la parte que acierta en secuencias nuevas.
probe_about = Regresión de cresta (ridge) de intensidad 10⁻⁴ sobre estados centrados; la parte es $R^2 = 1 − Σ‖x − x̂‖^2 / Σ‖x − x̄‖^2$ en secuencias con las que no se ajustó. Por debajo de 0, es decir, peor que la media, cuenta como 0. Un estado de pocos números no puede contener muchas palabras, sean cuales sean sus gradientes.
draws = Muchos sorteos
draws_title = Muchos sorteos: ¿es este uno típico?
draws_how = Dejamos los ajustes como están y sorteamos otros pesos al azar, 200 veces. La banda contiene nueve de cada diez sorteos; la línea discontinua es el sorteo del medio (la mitad queda por encima y la otra mitad por debajo), y la continua, el sorteo que muestra la página.
draws_about = Con las semillas 1 a 200 se sortean los pesos, los pesos de salida y los embeddings; la secuencia es siempre la misma. Los bordes de la banda son los percentiles 5 y 95 en cada paso.
probe_done = todo calculado
work_progress = Progreso
work_stop = Detener
work_go_on = Seguir
after = Lo que vino después
after_title = Lo que vino después: puertas que solo leen la entrada, y atención
after_how = La gráfica muestra, en cada palabra, cuánto queda del gradiente. En la minGRU (línea gruesa) y la minLSTM (discontinua), las puertas solo leen $x_t$, y lo que queda es exactamente el producto de las puertas entre la palabra y la pérdida. En una cabeza de atención (anillos) es más o menos el peso que tiene allí la palabra.
after_part = Lo que se muestra
after_left = Gradiente
after_states = Estados
after_states_how = Las dos celdas como carriles. Una columna es un paso; una fila, una unidad; el color, su estado $h_t$. Un estado puede pasar de ±1, porque el candidato no tiene tanh; ahí terminan los colores. Abajo, cuánto del estado anterior conserva cada paso. En la minGRU y la minLSTM depende solo de la palabra; en la LSTM y la GRU cuenta también el estado anterior.
after_state_shade = estado h
after_state_table = Estado y puerta de cada unidad en un paso
after_state = estado
after_gate = puerta
after_attention = Atención
after_scan = Barrido
after_drawn = minGRU: $h_t = z_t ⊙ h_{ "{" }t−1{ "}" } + (1 − z_t) ⊙ n_t$, donde z es la parte del estado anterior que se conserva, como en la GRU. minLSTM: lo mismo, con $f/(f + i)$ en lugar de $z_t$ e $i/(f + i)$ en lugar de $1 − z_t$. El candidato $n_t$ es lineal en $x_t$. Las unidades, la semilla, el sesgo y la pérdida son los de los carriles; la ganancia no hace nada, porque no hay pesos recurrentes que multiplicar. Un anillo es el gradiente que llega a la clave y al valor de una palabra, como parte del gradiente en la media de valores de la cabeza.
after_attention_how = La palabra de la pérdida hace la consulta. Lo que obtiene es $m = Σ_t w_t v_t$, una media de todos los valores, con pesos que da una softmax. Barras: los pesos $w_t$, que suman 1. Por su valor, a una palabra le llega exactamente esa parte del gradiente; el anillo añade lo que le llega por su clave. La cabeza no sabe en qué lugar de la frase está una palabra.
scan_pairs = Un paso tiene un par $(a, b)$, que representa $h → a h + b$. Cuando un paso une su par con el par $(a′, b′)$ de un paso anterior, su propio par pasa a ser $(a a′, a b′ + b)$.
scan_back = Ronda anterior
scan_next = Ronda siguiente
scan_play = Reproducir las rondas
scan_stop = Detener
scan_at_start = Todavía no se ha hecho ninguna ronda.
scan_at_end = Se han calculado todos los estados.
scan_cost_title = Cuánto cuesta
scan_cost_how = Las rondas tienen que ir una tras otra; las operaciones de una misma ronda, no. Un solo hilo las hace de todos modos una tras otra, así que aquí el barrido solo puede perder. Gana en las máquinas que hacen una ronda entera de una vez.
scan_rounds = rondas
scan_operations = operaciones
scan_time = tiempo
scan_table_how = Antes de la flecha: paso a paso. Después: el barrido. Las operaciones son las de una unidad.

after_lane =
    { $cell }: { $n ->
        [one] { $n } unidad
       *[other] { $n } unidades
    }, estados de { $low } a { $high } en el paso { $step }, «{ $word }»
after_lane_at = Unidad { $unit }, paso { $step } «{ $word }»: estado { $state }; se conserva el { $gate } del estado anterior
brackets_unknown = Las redes no conocen «{ $found }»: leen las letras de la a a la z, ( ) y comillas dobles.
brackets_unopened = El carácter { $place } cierra un paréntesis, pero no hay ninguno abierto.
brackets_long = Hay { $found } caracteres; caben { $most }.
brackets_going = { $n } de { $all } pruebas
brackets_ranked = unidad { $unit }: { $r }
brackets_goes_with = { $followed }: las unidades con mayor correlación
kept_answer = La respuesta v·h de la { $cell } pasa de { $before } a { $after }.
probe_going = { $share } calculado
probe_stopped = Detenido en el { $share }
draws_going = { $n } de { $all } sorteos
triangle_reach =
    En el paso { $t }, el { $own } del gradiente viene de la pérdida de ese mismo paso; la mitad viene de pérdidas que se leen como mucho { $later ->
        [one] { $later } paso
       *[other] { $later } pasos
    } después.
triangle_share = Paso { $t } «{ $state }»: el { $share } del gradiente viene de la pérdida en el paso { $s } «{ $loss }»
triangle_later = La pérdida en el paso { $s } «{ $loss }» viene antes del paso { $t } «{ $state }» y no depende de él
values_zero = { $n } de { $all } son 0: el paso es singular.
off = De todas las unidades, en todos los pasos, está apagado el { $share }: la pendiente de ReLU es 0 donde su entrada no es mayor que 0, y 1 en lo demás.
saturated = De todas las unidades, en todos los pasos, está saturado el { $share }: la pendiente es menor que el 36 % de la máxima (una puerta por debajo de 0,1 o por encima de 0,9; una tanh más allá de ±0,8).
slope_at = Unidad { $unit }, paso { $t } «{ $word }»: pendiente, { $slope } de la máxima
triangle_table = Lo que añade cada pérdida al gradiente en el paso { $t }
slope_table = La pendiente de cada unidad en el paso { $t }
bins_table = Cuántas unidades tienen cada valor en el paso { $t }
slope_column = pendiente en el paso { $t }, respecto a la máxima
units_column = unidades en el paso { $t }
range = de { $from } a { $to }
most_units =
    { $name }: en el paso { $t } «{ $word }», los valores más frecuentes van de { $from } a { $to } ({ $count ->
        [one] { $count } unidad
       *[other] { $count } unidades
    })
histogram_shade = { $name }: cuántas unidades tienen cada valor
unit_told = 40 pasos de descenso de gradiente desde w = { $w }, b = { $b }, con tasa { $rate }. Discontinua: los gradientes tal como son; el más largo mide { $steepest }, y el último error es { $plain }. Continua: cualquier gradiente más largo que { $clip } se acorta hasta ahí; el último error es { $clipped }.
latch_keeps =
    w = { $w }: después de { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }, h = { $h }, cerca de ±{ $fixed }. ∂h/∂h₀ = { $slope }: el signo de h₀ se conserva, y un cambio pequeño de h₀ ya no llega a h.
latch_forgets =
    w = { $w }: después de { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }, h = { $h }. Todo cae a 0; ∂h/∂h₀ = { $slope }.
space_arrows = Las flechas se dibujan a 1/{ $n } de la longitud de un paso.
space_at = h₁ = { $h1 }; h₂ = { $h2 }
fork_keeps = Donde h reposa, un paso conserva el { $slope } de un gradiente, y diez pasos, el { $ten }.
edit_count = Puestos a mano: { $n }.
edit_by_hand = { $name } (a mano)
edit_drag = Arrastrar { $name }
why_place = { $name } en el paso { $t }, unidad { $unit }
why_gradient = gradiente respecto a: { $name }
why_of_unit = unidad { $unit }
why_is = { $name }: { $number }
why_weighted = × peso { $weight }
why_rest =
    { $n ->
        [one] la otra unidad
       *[other] las otras { $n } unidades, juntas
    }
why_input = El recorrido termina aquí: esto es lo que lee la red, «{ $token }».
data_one_cell = Hay una sola celda, «{ $found }»; se esperaban al menos 5 filas de números. Escribe una fila por línea, con comas, puntos y coma o tabuladores entre las celdas.
data_wide =
    Línea { $line }: hay { $n ->
        [one] { $n } columna
       *[other] { $n } columnas
    }; se esperaban { $most } como mucho. Quita algunas.
data_blank = Línea { $line }, columna { $column }: no hay nada; se esperaba un número. Rellena la celda o quita la fila.
data_infinite = Línea { $line }, columna { $column }: pone «{ $found }»; se esperaba un número finito. Escribe un número o quita la fila.
data_large = Línea { $line }, columna { $column }: pone «{ $found }»; se esperaba un número entre −10¹⁵ y 10¹⁵. Usa una unidad mayor.
data_comma = Línea { $line }, columna { $column }: pone «{ $found }»; se esperaba un número con punto decimal, como 3.14. Cambia las comas decimales por puntos.
data_text = Línea { $line }, columna { $column }: pone «{ $found }»; se esperaba un número como 3.14. Corrige la celda, o quita la columna si contiene nombres o fechas.
data_taken = { $name } ({ $encoding })
data_unproved = «{ $cell }» se lee como { $read }. La tabla no lo demuestra: también podría ser { $other }. Para estar seguro, escribe los números sin separar los miles.
data_one_or_two = Una línea como «{ $line }» puede contener dos números, o uno con coma decimal. Para estar seguro, pon un punto y coma o un tabulador entre las celdas, o escribe una fila de encabezado.
data_long = Hay { $n } filas: se usan las primeras { $most }.
scan_how = Los estados de la unidad { $unit } de la minGRU, $h_t = a_t h_{ "{" }t−1{ "}" } + b_t$ con $a_t = z_t$ y $b_t = (1 − z_t) n_t$. En cada ronda, cada paso une lo que tiene con lo que tiene un paso anterior: un paso atrás en la primera ronda; después, 2, 4, 8. Relleno: el estado ya se conoce. Líneas gruesas: todo lo que entra en el paso elegido.
scan_length =
    { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }
units_at =
    Paso { $t } «{ $word }»: { $count ->
        [one] { $count } unidad
       *[other] { $count } unidades
    } de { $from } a { $to }
data_ragged =
    Línea { $line }: hay { $n ->
        [one] { $n } columna
       *[other] { $n } columnas
    }; se esperaban { $expected }, como en la primera línea. Añade las celdas que faltan o quita las que sobran; todas las filas necesitan el mismo separador.
data_short =
    { $n ->
        [one] Hay { $n } fila
       *[other] Hay { $n } filas
    } de números; se esperaban al menos { $least }. Añade filas.
data_rounded =
    { $n ->
        [one] { $n } número se guarda
       *[other] { $n } números se guardan
    } con 15 cifras, no con exactitud.
data_read =
    { $rows ->
        [one] { $rows } fila
       *[other] { $rows } filas
    }, { $columns ->
        [one] { $columns } columna
       *[other] { $columns } columnas
    } → { $steps ->
        [one] { $steps } paso
       *[other] { $steps } pasos
    }: la última fila solo se pronostica.
share_at = parte en el paso { $t }
share_at_unit = parte en el paso { $t }, { $unit }
column_of = { $cell }: { $what }
column_of_unit = { $cell }: { $what }, { $unit }
column_named = { $number } («{ $name }»)
in_turn_and_scan = { $in_turn } → { $scan }
