before = Sin entrenar
after = Entrenados
task = Tarea
none = Con esta secuencia no se han entrenado pesos.
fixed = Fijado por el entrenamiento
sequence_example = Ejemplo de una tarea
source_example = Un ejemplo del conjunto de validación de la tarea, del que ninguna red ha aprendido.
another = Otro ejemplo
back = Volver a Entrenar
absent = En este navegador no está ese entrenamiento: estos son los pesos de antes de entrenar.
caption = Pesos de antes de entrenar. L es la respuesta de la red, sin su sesgo.
leaves_own = Una red entrenada solo conoce las palabras de su tarea, así que lee uno de los ejemplos de la tarea.
right = correcto
gap = ___
damaged = El archivo de pesos entrenados está dañado: estos son los pesos de antes de entrenar.
other = El archivo de pesos entrenados es de otra versión de la página: estos son los pesos de antes de entrenar.
trained =
    { $task }: { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    }, después de { $step ->
        [one] { $step } paso
       *[other] { $step } pasos
    } de entrenamiento.
untrained =
    { $task }: { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    }, antes de entrenar.
train_now = Entrenarla ahora (unos { $seconds })
unfetched = No se pudieron obtener los pesos entrenados ({ $cause }): estos son los pesos de antes de entrenar.
says = dice { $number }
truth = es { $number }
truth_of = { $of }: era { $number }
