lowest = mínimo
highest = máximo
left_headline = En «{ $word }» la { $most } conserva el { $much } del gradiente; la { $least }, el { $little }
left_headline_one = En «{ $word }» queda el { $much } del gradiente
grown_headline = En «{ $word }» el gradiente de la { $most } es { $much } el que era en la pérdida; el de la { $least }, { $little }
grown_headline_one = En «{ $word }» el gradiente es { $much } el que era en la pérdida
left_axis = gradiente restante, respecto al de la pérdida
step_axis = paso
time_axis = tiempo
unit_axis = unidad oculta
read_axis = pérdida leída en
back_axis = pasos hacia atrás en el tiempo
nowhere = todavía no hay ningún punto elegido: con las flechas del teclado se elige uno
nothing = aquí no hay nada todavía
step_named = { $n } «{ $name }»
take_title = Guardar la figura
take_tones = Colores
take_light = claros
take_dark = oscuros
take_sizes = Tamaño del PNG
take_svg = Imagen, SVG
take_png = Imagen, PNG
take_csv = Tabla, CSV
take_how = El archivo se hace aquí, en tu navegador. No se sube nada.
take_failed = Tu navegador no hizo ningún archivo. La tabla de arriba se puede copiar.
step_looked_at = paso { $n } «{ $name }»
value_of = { $value } (en { $place })
loss_here = pérdida, aquí
measured_here = medido aquí
sides_left_headline = En «{ $word }» queda el { $first } del gradiente con { $a } y el { $second } con { $b }
sides_grown_headline = En «{ $word }» el gradiente es { $first } el que era en la pérdida con { $a }, y { $second } con { $b }
sides_length_headline = En «{ $word }» la longitud del estado oculto es { $first } con { $a } y { $second } con { $b }
length_axis = longitud del estado oculto, dividida por √H
chain_headline = De la pérdida hasta «{ $word }», los pasos estiran un gradiente por un factor de { $most } como mucho ({ $cell })
chain_axis = lo máximo que todos los pasos hasta la pérdida estiran un gradiente
chain_mean = { $cell }, media
chain_mean_name = { $cell }, media geométrica
chain_cell = { $cell }, solo c
chain_cell_name = { $cell }, solo el estado de celda
factor_headline = Pasos de la { $cell } que pueden estirar un gradiente: { $n } de { $all }
factor_headline_some = Un paso de la { $cell } estira un gradiente por un factor de { $most } como mucho
factor_axis = lo máximo que un paso estira un gradiente
factor_keeps = conserva su longitud
roads_headline = Hacia atrás desde «{ $word }», el { $share } del gradiente viene por un solo camino: { $road }
ways_headline = Del gradiente que llega de la pérdida a «{ $word }», el { $share } vino por un solo camino de principio a fin: { $road }
ways_headline_mixed = Del gradiente que llega de la pérdida a «{ $word }», el { $share } cambió de camino en el trayecto
roads_axis = parte del gradiente
roads_whole = el gradiente entero
plane_of = de
plane_real = parte real
plane_imaginary = parte imaginaria
plane_modulus = distancia al 0
gates_held_axis = lo que guarda la unidad
gates_axis = puerta, abierta en 1
gates_follow_axis = correlación con el número del sustantivo, sin el signo
gates_rank_axis = unidades, la mejor primero
gates_untrained = sin entrenar
gates_follow = lo sigue
gates_no = La RNN no tiene puertas: cada paso sustituye el estado entero
spectrum_headline = A { $lag } pasos de distancia, la dirección mayor conserva { $most } en la { $cell }; la menor, { $least }
spectrum_axis = valor singular de todos los pasos hasta la pérdida
rank_axis = puesto, empezando por el mayor
spectrum_keeps = conserva su longitud
accuracy_headline = Con { $n } palabras en medio, respuestas correctas: RNN { $rnn }, LSTM { $lstm }, GRU { $gru }
accuracy_headline_none = ¿Hasta dónde llega cada una?
accuracy_axis = respuestas correctas al terminar el entrenamiento
between_axis = palabras en medio
guessing = adivinando
cost_headline = Con { $n } unidades en cada una: RNN { $rnn }, LSTM { $lstm }, GRU { $gru } { $unit }
cost_headline_equal = Con casi tantos parámetros como una LSTM de { $n } unidades: RNN { $rnn }, LSTM { $lstm }, GRU { $gru } { $unit }
cost_headline_none = Todavía sin medir
units_axis = unidades ocultas
loss_headline = Pérdida más baja hasta ahora: { $loss }, la de la { $cell } en el paso { $n }
loss_headline_recorded = Entrenamiento grabado: pérdida más baja { $loss }, en el paso { $n }
loss_headline_none = Todavía ningún paso
loss_axis = pérdida
seed_line = semilla { $n }
training_axis = pasos de entrenamiento
cliff_shade = error E en w y b, por su raíz cúbica
cliff_w_axis = w, el peso
cliff_b_axis = b, el sesgo
cliff_plain = tal como son
cliff_clipped = recortados
cliff_step = paso
latch_x_axis = h en un paso
latch_y_axis = h en el paso siguiente
latch_state = h
latch_slope = ∂h/∂h₀
latch_step = paso
latch_fixed_points = Puntos fijos
fork_h_axis = h en reposo
fork_slope_axis = pendiente en reposo, w (1 − h²)
fork_slope = pendiente
fork_stable = estable
fork_unstable = inestable
fork_upper = superior
fork_lower = inferior
fork_both = estable
fork_stop = lugar en el recorrido del punto
fork_lasts = 1: un gradiente dura
space_h1 = h₁
space_h2 = h₂
space_unstable = Inestable
space_never = Nunca en reposo
space_axis_1 = eje 1
space_axis_2 = eje 2
space_of_axes = Lo que dicen los ejes
space_at_end = Lo mismo, en el último paso
space_shown = Estados que se muestran
halflives_axis = semivida, en pasos
halflives_unit = unidad
halflives_distance = Distancia, en pasos
moved_axis = continua: cuánto se mueve el último estado; discontinua: gradiente restante
moved_line = { $cell }: movimiento del estado
found_axis = continua: lo que una sonda encuentra en el último estado (R²); discontinua: gradiente restante
found_line = { $cell }: lo que encuentra la sonda
left_line = { $cell }: gradiente restante
draws_middle = { $cell }: sorteo del medio
draws_own = { $cell }: este sorteo
after_mingru = minGRU
after_minlstm = minLSTM
after_attention = atención
after_weight = peso
keep_axis = parte del estado anterior que se conserva, media de las unidades
after_arrives = gradiente que llega por la clave y el valor
after_weight_axis = parte del gradiente que hay en la media de valores de la cabeza
after_even = pesos iguales
scan_rounds = rondas
scan_operations = operaciones
scan_time = tiempo, medido
scan_steps_axis = pasos T
scan_cost_axis = barrido, como múltiplo de ir paso a paso
scan_as_much = lo mismo
scan_axis = ronda
counter_cell_axis = estado de celda c de la unidad
counter_hidden_axis = estado oculto h de la unidad
counter_awaited = …
counter_guess = solo el último carácter
counter_depth_axis = profundidad máxima del texto
counter_right_axis = proporción de respuestas correctas
scan_begin = inicio
scan_a = a
scan_b = b
scan_b_done = b, que es h
scan_span_head = une los pasos
take_size = { $times }×
take_source = Unrolled, { $address }
take_done = Guardado como { $name }.
gates_held_headline = Tras «{ $noun }» la mejor unidad termina en { $end }; tras «{ $other }», en { $swapped }; antes del entrenamiento, la mejor unidad terminaba en { $before } y { $before_swapped }
counter_headline = La unidad { $unit } de la { $cell } sigue esto: { $followed }, con una correlación de { $r } en { $texts } textos. En este texto son correctas { $right } de { $all } respuestas
counter_fitted = { $followed }, según la recta que mejor se ajusta
counter_unit = unidad { $unit } de la { $cell }
counter_label = unidad { $unit }
counter_trained = entrenadas hasta { $depth }
counter_depths = Entrenadas hasta la profundidad { $trained }. En textos de profundidad { $deep }, la LSTM acierta en el { $lstm } de los caracteres, la GRU en el { $gru } y la RNN en el { $rnn }; con solo el último carácter se acertaría en el { $guess }
gates_mean = { $gate }, { $after } (sin entrenar, { $before })
gates_headline = Cuánto están abiertas las puertas después del sustantivo: { $gates }
gates_follow_headline = Unidades que siguen el número del sustantivo: { $n } de { $all }; antes del entrenamiento, { $before }
gates_unit = unidad { $unit }, «{ $word }»
gates_unit_before = sin entrenar, unidad { $unit }, «{ $word }»
gates_gate = { $gate }, entrenada
gates_gate_before = { $gate }, sin entrenar
bin_axis = valor: { $quantity }
cliff_headline = El último error: { $plain } con los gradientes tal como son, { $clipped } con los gradientes recortados
latch_headline =
    En { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }, h va de { $first } a { $last }
latch_fixed = 0 y ±{ $h }
fork_two = Con w = { $w } y b = { $b } hay dos estados estables, { $low } y { $high }; h reposa en { $h }
fork_one = Con w = { $w } y b = { $b } hay un estado estable: h reposa en { $h }
fork_jumped = En { $letter } = { $at } terminó la curva: h saltó de { $from } a { $to }, y ahora reposa en { $h }
space_pair = ({ $a }; { $b })
space_ends =
    { $n ->
        [one] { $n } estado estable
       *[other] { $n } estados estables
    }: desde { $from } el camino termina en { $end }, { $at }
space_goes_on =
    { $n ->
        [one] { $n } estado estable
       *[other] { $n } estados estables
    }, pero desde { $from } el camino no llega nunca al reposo: da una vuelta en unos { $round } pasos
space_turns = Ningún estado es estable: desde { $from } el camino no llega nunca al reposo, y da una vuelta en unos { $round } pasos
space_eigenvalues = valores propios { $a } y { $b }
space_turned = valores propios { $real } ± { $imaginary } i
space_stable = { $name }, estable
space_ends_here = { $at }; { $eigenvalues }; aquí termina el { $share } del plano
space_is = { $at }; { $eigenvalues }
space_of_plane = { $share } del plano
space_axis = eje { $number }, { $share } de la varianza
space_all =
    { $n ->
        [one] { $n } unidad
       *[other] las { $n } unidades
    }
space_cut = { $cell }: el corte acierta en el { $axes } de los estados, y en el { $end } de los últimos
space_hidden = { $cell }: el corte acierta en el { $axes } de los estados que se ven aquí; uno a través de { $all }, en el { $by_all }
space_unlearned = { $cell }: el corte acierta en el { $axes } de los estados que se ven aquí; uno a través de { $all }, en el { $by_all }: no se ha aprendido
space_line = { $cell }: el eje 1 explica el { $axes } de la suma hasta ahí; en el último paso, el { $end }
space_none = { $cell }: el eje 1 explica el { $axes } de la suma hasta ahí; { $all }, el { $by_all }: no se ha aprendido
space_by_all =
    Lo que { $n ->
        [one] dice { $n } unidad
       *[other] dicen { $n } unidades
    }, en otras secuencias
space_shown_of = { $n } de { $all }
fork_below = En todos los estados estables la pendiente es menor que 1: como mucho { $most }, en { $letter } = { $at }
fork_meets = En todos los estados estables la pendiente es menor que 1; solo es 1 en { $letter } = { $at }, donde se encuentran un estado estable y uno inestable
fork_meets_twice = En todos los estados estables la pendiente es menor que 1; solo es 1 en { $letter } = { $low } y { $high }, donde se encuentran un estado estable y uno inestable
halflives_row = { $cell }, { $name }
halflives_line =
    { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }
halflives_of =
    { $keep } de { $all ->
        [one] { $all } unidad
       *[other] { $all } unidades
    } de la { $cell }
halflives_and = { $first } y { $keep } de la { $cell }
halflives_trained =
    Después del entrenamiento conservan al menos la mitad de lo que guardan, { $n ->
        [one] en { $n } paso
       *[other] a lo largo de los { $n } pasos
    } de «{ $word }» a la pérdida, { $who }; antes del entrenamiento, con sesgo +1, { $before }
halflives_now =
    Ahora conservan al menos la mitad de lo que guardan, { $n ->
        [one] en { $n } paso
       *[other] a lo largo de los { $n } pasos
    } de «{ $word }» a la pérdida, { $who }; la semivida más larga es de { $longest } pasos
halflives_before = { $first } y { $second }
halflives_before_one = { $first }
halflives_before_none = ninguna
fork_meet = Los estados se encuentran en { $letter }
moved_word = Si se lee «{ $other }» en vez de «{ $word }», el último estado de la { $cell } se mueve el { $moved } de lo máximo que podría; ahí queda el { $left } del gradiente
moved_opposite = Si se cambia el signo de la entrada en «{ $word }», el último estado de la { $cell } se mueve el { $moved } de lo máximo que podría; ahí queda el { $left } del gradiente
moved_ones = Si se lee 1 en vez de 0 en «{ $word }», el último estado de la { $cell } se mueve el { $moved } de lo máximo que podría; ahí queda el { $left } del gradiente
found_headline = En el último estado de la { $cell }, una sonda encuentra el { $found } de lo que se leyó en «{ $word }»; ahí queda el { $left } del gradiente
draws_none = En «{ $word }», este sorteo de la { $cell } conserva el { $own } del gradiente
draws_headline = En «{ $word }», este sorteo de la { $cell } conserva el { $own } del gradiente, { $place }; { $range }
draws_place = más que { $below } de { $drawn } sorteos
draws_range = el sorteo del medio conserva el { $middle }; nueve de cada diez, entre el { $low } y el { $high }
keep_headline = En «{ $word }» la minGRU conserva el { $mingru } de su estado anterior; la minLSTM, el { $minlstm }
after_headline = En «{ $word }» queda el { $mingru } del gradiente en la minGRU, el { $minlstm } en la minLSTM y el { $attention } en una cabeza de atención
attended_headline = «{ $word }» tiene un peso de { $share } en la media, y le llega el { $arrives } del gradiente
scan_headline =
    Con { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }, un barrido necesita { $rounds ->
        [one] { $rounds } ronda
       *[other] { $rounds } rondas
    } en vez de { $turns } turnos, y { $operations } veces las operaciones
scan_headline_timed =
    Con { $n ->
        [one] { $n } paso
       *[other] { $n } pasos
    }, un barrido necesita { $rounds ->
        [one] { $rounds } ronda
       *[other] { $rounds } rondas
    } en vez de { $turns } turnos, y { $operations } veces las operaciones; en un solo hilo, { $time } veces el tiempo
scan_done =
    Después de { $rounds ->
        [one] { $rounds } ronda
       *[other] { $rounds } rondas
    } se conocen los { $n } estados; paso a paso, el último tiene que esperar { $waits ->
        [one] { $waits } paso
       *[other] { $waits } pasos
    }
scan_round = Después de la ronda { $round } de { $rounds } se conocen { $done } de { $n } estados
scan_row = ronda { $round }
scan_span = { $from } a { $to }
scan_holds = { $step }, une los pasos { $from } a { $to }
at_plane = { $name }: { $real } { $sign } { $imaginary } i, a { $modulus } del 0
