open = Abrir un modelo…
title = Abrir un modelo
about = Una RNN, LSTM o GRU entrenada en otro sitio recorre la secuencia en su carril, junto a las otras dos celdas de la página.
file = Elige un archivo, o suéltalo aquí.
hint = safetensors, npz, Keras (.weights.h5, .keras) u ONNX, hasta 256 MB. Lo lee este navegador; no se envía a ninguna parte.
reading = Leyendo el archivo.
stopped = La parte de la página que lee modelos se ha detenido. Elige otra vez el archivo; si se detiene de nuevo, la culpa es de este archivo.
show = Mostrar en el Laboratorio
shown = Está en el Laboratorio
python = En Python:
pickle = Este archivo es un pickle de Python: un programa que hay que ejecutar antes de poder leerlo. Esta página no ejecuta nunca ninguno. Guarda los pesos como safetensors y abre ese archivo.
no_biases = No tiene sesgos: son 0.
tanh_assumed = El archivo no dice si su RNN tiene tanh o ReLU: se supone tanh.
sigmoid_assumed = El archivo no dice si sus puertas son σ o una sigmoide dura (hard sigmoid): se supone σ.
reset_before = Tiene un solo sesgo, así que su puerta de reinicio va antes del producto de matrices, como en el primer artículo sobre la GRU.
reset_after_assumed = El archivo no dice dónde tiene su GRU la puerta de reinicio: se supone que después del producto de matrices, como en PyTorch y Keras.
start_assumed = Su primer estado lo calcula el resto del modelo: se supone 0.
gates_reordered = Sus puertas estaban en otro orden; se han puesto en el de PyTorch.
relu = Su activación es ReLU.
half = números de 16 bits
bfloat = números bfloat16
single = números de 32 bits
double = números de 64 bits
run_beside = La x y la h que contiene, es decir, lo que leyó una red y sus estados ocultos, no hacen falta aquí.
head_unused = Una capa de salida no forma parte de las capas recurrentes: la pérdida lee el estado con la v del propio Laboratorio.
layer = Capa
drop = Volver a los pesos sorteados
width_way = Leer un impulso
units_way = Ajustar las unidades ocultas
train = Seguir entrenándolo
untrain = Empezar con pesos sorteados
gone = Este navegador no conserva tu modelo, con cuyos pesos empieza este entrenamiento. Vuelve a abrir su archivo en el Laboratorio, o empieza con pesos sorteados.
locked = Esta dirección bloquea los pesos.

network =
    { $cell }, { $layers ->
        [one] { $layers } capa
       *[other] { $layers } capas
    }, { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    }, { $inputs ->
        [one] { $inputs } número
       *[other] { $inputs } números
    } por paso
named = { $name }: { $network }
found = { $file } es un archivo { $kind } con { $floats }.
left_out = No se usa: { $names }.
left_more = No se usa: { $names } y { $more } más.
large =
    Tiene { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    }, y el Laboratorio muestra { $most } como mucho: no se puede mostrar.
file_large = { $file } ocupa { $found }; un archivo puede ocupar hasta { $most }. Guarda solo las capas recurrentes.
unread = No se pudo leer { $file }: { $cause }.
unknown = { $file } no es un modelo que esta página sepa leer. Lee safetensors, npz, Keras (.weights.h5, .keras) y ONNX; este archivo empieza con los bytes { $begin }.
cut_off = { $file } está cortado: su encabezado promete { $expected }, y hay { $found }. Cópialo o descárgalo otra vez.
head_long = { $file } dice que solo su encabezado ocupa { $said }; el archivo entero ocupa { $found }. No es un archivo safetensors, o está dañado.
damaged = { $file } está dañado: { $cause }. Cópialo o descárgalo otra vez.
many = { $file } contiene { $found } números, y se leen { $most } como mucho. Guarda solo las capas recurrentes.
none = { $file } no tiene ninguna RNN, LSTM ni GRU; contiene: { $names }. Se esperaban nombres como weight_ih_l0 (PyTorch), lstm/lstm_cell/kernel (Keras) o un nodo de tipo LSTM (ONNX).
none_at_all = { $file } no contiene ningún tensor.
missing = Falta el tensor { $tensor } junto a los demás de su capa. Guarda la capa entera.
shape = El tensor { $tensor } tiene la forma { $found }; los demás de su capa piden { $expected }.
no_cell = El tensor { $tensor } tiene la forma { $found }. El de una RNN tiene tantas filas como columnas; el de una GRU, el triple; el de una LSTM, el cuádruple.
not_finite = El número { $place } del tensor { $tensor } no es finito (NaN o infinito): el entrenamiento divergió. Guarda un estado anterior.
both_directions = { $tensor }: esta capa lee la secuencia en las dos direcciones. La página va del primer paso al último; guarda solo la capa que va hacia delante.
projection = { $tensor }: esta LSTM proyecta su estado oculto (proj_size), y la de la página no lo hace.
layer_has = La capa { $layer } tiene algo que las celdas de la página no tienen: { $has }.
layers = La red tiene { $found } capas; se muestran { $most } como mucho.
kind = El tensor { $tensor } contiene números de tipo { $kind }; se leen float16, bfloat16, float32 y float64.
in_lab = Tu modelo: { $network }.
standing = { $network }.
learns = La { $cell } sigue aprendiendo a partir de tu modelo ({ $network }); las otras dos empiezan con pesos sorteados.
no_units =
    Tu modelo ({ $network }) no encaja con { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    } en { $layers ->
        [one] { $layers } capa
       *[other] { $layers } capas
    }: las tres empiezan con pesos sorteados.
no_inputs =
    Tu modelo ({ $network }) no puede leer esta tarea, que tiene { $inputs ->
        [one] { $inputs } número
       *[other] { $inputs } números
    } por paso: las tres empiezan con pesos sorteados.
no_decoder = Tu modelo ({ $network }) no tiene decodificador, y esta tarea lo necesita: las tres empiezan con pesos sorteados.
tasks_that_fit = Puede leer estas tareas: { $tasks }.
absent = Este navegador no conserva tu modelo ({ $network }): vuelve a abrir su archivo. Estos pesos se sortean aquí.
narrow =
    Tu modelo ({ $network }) no encaja con { $units ->
        [one] { $units } unidad oculta
       *[other] { $units } unidades ocultas
    }: estos pesos se sortean aquí.
other_width =
    Tu modelo ({ $network }) no puede leer esta secuencia, que tiene { $found ->
        [one] { $found } número
       *[other] { $found } números
    } por paso: estos pesos se sortean aquí.
