title = RNN, LSTM y GRU comparadas
intro = Lo que se suele decir de las tres, junto a lo que medimos aquí. Un botón mide en tu máquina todo lo que hay en la tabla; cada número es la mediana de tres semillas.
claim = Lo que se dice
outcome = Lo que encontramos
usually = se suele decir:{ " " }
not_yet = todavía sin medir
short = Secuencias cortas
short_how = elegir «was» o «were» según un sustantivo que está 4 palabras antes; el entrenamiento para con el 95 % de aciertos
short_claims = puede con ellas|puede con ellas|puede con ellas
long = Dependencias largas
long_how = lo mismo, con un sustantivo que está 40 palabras antes
long_claims = floja|buena|buena
vanishing = Resistencia al desvanecimiento
vanishing_how = parte del gradiente que queda 20, 50 y 100 pasos atrás, antes del entrenamiento; 12 unidades ocultas; los sesgos de la puerta de olvido y de la puerta de actualización son +1; tu navegador acaba de calcular estas partes
vanishing_claims = mala|buena|buena
complexity = Complejidad de un paso
complexity_claims = baja|alta|media
complexity_said = RNN, LSTM y GRU están exactamente en la proporción 1 a 4 a 3, porque tienen 1, 4 y 3 bloques; cada bloque tiene dos matrices, una para la entrada y otra para el estado.
speed = Velocidad de entrenamiento
speed_how = sumar los dos números marcados de una lista de 50: tiempo de un paso de entrenamiento, y pasos de entrenamiento hasta resolver la tarea
speed_claims = rápida|lenta|más rápida que la LSTM
speed_none = tiempo: mídelo aquí
speed_recorded = Los tiempos aparecen cuando los mides aquí. Hasta entonces, el veredicto se basa solo en cuántos pasos de entrenamiento necesitó cada celda cuando grabamos estos entrenamientos.
parameters = Parámetros
parameters_how = de la capa recurrente: bloques × H × (I + H + 2); PyTorch tiene dos sesgos
parameters_claims = la que menos|la que más|tres cuartas partes de la LSTM
memory = Memoria en el entrenamiento
memory_claims = poca|mucha|intermedia
complex = Secuencias complejas
complex_how = ¿es una crítica buena o mala? Con «not» (no), «but» (pero) y «though» (aunque); 800 pasos como mucho
complex_claims = exactitud limitada|exactitud alta|exactitud alta
complex_agrees = La LSTM y la GRU la resuelven; en 800 pasos, la RNN no. Con una tasa de aprendizaje menor y más pasos de entrenamiento sí la resuelve: la lección 8 lo prueba.
best = La mejor para
contest_short = secuencias cortas
contest_long = dependencias largas
contest_adding = suma
contest_complex = secuencias complejas
best_how = menos pasos en cada una de las cuatro tareas de arriba; números de pasos que difieren en menos de una quinta parte cuentan como iguales
best_claims = secuencias cortas, enseñanza|secuencias largas y complejas|lo mismo con menos pesos
best_none = primera en ninguna
best_said = Hay celdas que comparten el primer puesto: si empatan en una tarea, se nombran todas. Prueba la LSTM y la GRU con tu propia tarea antes de elegir.
agrees = coincide
partly = en parte
disagrees = no coincide
length = ¿Hasta dónde llega cada una?
length_how = La proporción de respuestas correctas al terminar el entrenamiento, según el número de palabras entre el sustantivo y el verbo. La línea es la mediana de tres semillas; la banda va de la más baja a la más alta. El entrenamiento termina con el 95 % de aciertos o tras 1 000 pasos.
none_recorded = No hay nada grabado: ejecútalo aquí.
chart_recorded = Grabado antes: se dibuja pálido hasta que lo midas aquí.
units_sweep = ¿Cuánto cuestan más unidades?
units_how = Con el mismo número de unidades ocultas en cada celda: el tiempo de un paso de entrenamiento (T = 50, lotes de 32), los parámetros y la memoria, en escalas logarítmicas.
equal_sweep = ¿Y con el mismo número de parámetros?
equal_how = Las mismas tres magnitudes que arriba, pero aquí la RNN y la GRU reciben más unidades, hasta tener más o menos tantos parámetros como la LSTM.
milliseconds = ms por paso
parameter_count = parámetros
megabytes = MB en el entrenamiento
pros = Ventajas e inconvenientes, cada uno con su experimento

machine =
    { $browser }, { $threads ->
        [one] { $threads } hilo
       *[other] { $threads } hilos
    }; dos procesos a la vez.
settings =
    Ajustes: { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    }, el optimizador Adam con una tasa de aprendizaje de 0,005, lotes de 32 y sesgos de las puertas a la medida de la longitud de la secuencia (chrono), como en Entrenar.
solved_in =
    resuelta en { $solved }, { $steps ->
        [one] { $steps } paso
       *[other] { $steps } pasos
    }
not_solved = resuelta en { $solved }, { $right } de aciertos
short_same = Las tres la resuelven, y la { $best } es la que menos pasos necesita. Pero los números están demasiado cerca para decir que una celda es mejor: con secuencias cortas basta la RNN simple.
short_first = Las tres resuelven la tarea, así que todas pueden con las secuencias cortas. La { $best } necesita al menos una quinta parte menos de pasos que alguna de las otras.
short_other = Aquí no la resuelven las tres: la RNN lo hace en { $rnn } de tres entrenamientos; la LSTM, en { $lstm }; la GRU, en { $gru }.
long_agrees = La RNN acierta el { $right }, no más que adivinando; la LSTM y la GRU la resuelven.
other = Aquí la RNN la resuelve en { $rnn } de tres entrenamientos; la LSTM, en { $lstm }; la GRU, en { $gru }.
vanishing_said = A lo largo de 100 pasos, la LSTM conserva { $times } veces el gradiente que conserva la RNN. Pero con un sesgo de 0, el valor por defecto de PyTorch, a lo largo de 20 pasos queda el { $lstm } en la LSTM, el { $gru } en la GRU y el { $rnn } en la RNN.
complexity_how = multiplicaciones con suma de un paso temporal de una secuencia: bloques × H × (I + H), con I = { $inputs } entradas y H = { $units } unidades ocultas; cada puerta es un bloque; también lo son el estado nuevo en la RNN y el candidato en la LSTM y la GRU
complexity_cell =
    { $gates ->
        [one] { $gates } puerta
       *[other] { $gates } puertas
    }; { $blocks } × { $units } × ({ $inputs } + { $units }) = { $count }
speed_total =
    { $each } × { $steps ->
        [one] { $steps } paso
       *[other] { $steps } pasos
    } = { $total }
speed_never = { $each } por paso, nunca resuelta
speed_said = Un paso de la GRU tarda el { $step } de lo que tarda uno de la LSTM. Para resolver la suma, la GRU tarda el { $total } del tiempo de la LSTM. Los pasos de la RNN son baratos, pero no llega nunca.
speed_all = Un paso de la GRU tarda el { $step } de lo que tarda uno de la LSTM. Para resolver la suma, la GRU tarda el { $total } del tiempo de la LSTM. Aquí la RNN también la resuelve.
speed_slower = Un paso de la GRU tarda el { $step } de lo que tarda uno de la LSTM. Para resolver la suma, la GRU tarda el { $total } del tiempo de la LSTM: aquí no es claramente más rápida.
speed_step_only = Un paso de la GRU tarda el { $step } de lo que tarda uno de la LSTM. Aquí al menos una de las dos celdas no resuelve la suma, así que los tiempos hasta resolverla no se pueden comparar.
parameters_cell = { $blocks } × { $units } × ({ $inputs } + { $units } + 2) = { $count }
parameters_said =
    Esto se cuenta, no se mide. Para tener tantos parámetros como una LSTM de { $lstm ->
        [one] { $lstm } unidad oculta
       *[other] { $lstm } unidades ocultas
    }, una RNN necesita { $rnn ->
        [one] { $rnn } unidad oculta
       *[other] { $rnn } unidades ocultas
    } y una GRU { $gru }.
memory_how = con T = { $steps } y lotes de { $batch }, en float32: los pesos, las dos medias continuas que Adam guarda por cada peso, lo que la pasada hacia atrás necesita de cada paso, y la suma de las tres cosas
memory_cell = { $weights } + { $adam } + { $states } = { $all }
memory_said = Lo que necesita la pasada hacia atrás es el { $share } de la memoria de la LSTM. Crece con la longitud de la secuencia; los pesos, no.
best_cell = primera en: { $tasks }
best_all = Aquí una sola celda es la primera en las cuatro: { $cell }.
