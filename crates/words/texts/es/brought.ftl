reading = Leyendo tus datos
stop = Detener
stopped = Detenido. No se ha leído nada; elige otra vez el archivo para empezar de nuevo.

row_axis = fila
was_read = Lo que se ha leído
first_and_last = Primeras y últimas filas
more_rows = …
time = tiempo
columns_title = Columnas encontradas
column = columna
holds = contiene
unit = unidad
used_for = cómo se usa
holds_numbers = números
holds_dates = horas o fechas
holds_multiplied = números con letras
holds_text = palabras
holds_nothing = nada
use_target = se pronostica y se lee
use_read = solo se lee
use_time = tiempo
use_not = queda fuera
no_unit = ninguna
changed_title = Lo que hemos decidido, cambiado o dejado fuera
changed_nothing = Nada: todas las filas y todos los números se usan tal como están.
save = Guardar la tabla como la lee la red (CSV)
save_tip = La tabla de arriba, en orden temporal y con los huecos rellenados; las primeras líneas dicen lo que se decidió
choices_title = ¿Hay algo mal? Cambia cómo se lee
separator = Entre las celdas
separator_comma = coma ,
separator_semicolon = punto y coma ;
separator_tab = tabulador
separator_bar = barra |
separator_space = espacios
head = Primera fila
head_names = nombra las columnas
head_values = contiene valores
decimal = Los decimales empiezan con
decimal_point = un punto: 1.5
decimal_comma = una coma: 1,5
dates = Las fechas se escriben
dates_year = año-mes-día
dates_day = día-mes-año
dates_month = mes-día-año
stand_ins = Contar como datos que faltan los números como −999, si están lejos de todos los demás
totals = Dejar fuera una última fila que es la suma de las demás
sorted = Poner las filas en orden temporal
target = Pronosticar
read_too = Leer «{ $name }»
never_changes = No cambia nunca, así que no hay nada que aprender de ella.
filled_in = rellenado
anew = Deshacer todo lo que he elegido

month_first = Leer primero el mes
day_first = Leer primero el día
one_number = Leer cada línea como un número
two_cells = Leer cada línea como celdas separadas por comas
keep_numbers = Leerlo como un número
sep_line = La primera línea solo dice qué separa las celdas, así que no forma parte de la tabla.
no_head = Ninguna fila nombra las columnas, así que llevan números.
newest_first = La fila más reciente venía primero. Se ha invertido el orden, para que el tiempo avance.
sorted_told = Las filas no estaban en orden temporal; se han ordenado.
point_chosen = Los decimales empiezan con un punto, como has elegido.
comma_chosen = Los decimales empiezan con una coma, como has elegido.
as_written = Las filas no están en orden temporal; se quedan como están, como has elegido.
in_utc = Las horas tienen diferencias distintas con UTC. Se muestran en UTC.
no_times = Ninguna columna contiene horas o fechas, así que no hemos podido comprobar el orden: se supone que la primera fila es la más antigua.
all_constant = Ninguna columna cambia nunca: no hay nada que aprender.
never_whole = Ninguna fila tiene un número en todas las columnas: elige menos columnas.
empty = Aquí no hay nada que leer. Pega una tabla de al menos 30 filas de números o elige un archivo.

binary_office = Esto es un libro o un documento de un programa de oficina. Guarda la hoja como CSV y elige ese archivo.
binary_archive = Esto es un archivo comprimido. Descomprímelo y elige la tabla que hay dentro.
binary_pdf = Esto es un PDF. Copia la tabla y pégala aquí, o guárdala como CSV.
binary_picture = Esto es una imagen. Se esperaba una tabla en forma de texto, como CSV.
binary_media = Esto es sonido o video. Se esperaba una tabla en forma de texto, como CSV.
binary_data = Estos son números en el formato propio de un programa (como HDF5, NumPy, Parquet, SQLite o pickle). Guárdalos como CSV.
binary_program = Esto es un programa. Se esperaba una tabla en forma de texto, como CSV.
binary_other = Esto no es un archivo de texto: contiene bytes que no aparecen nunca en un texto. Guárdalo como CSV o como texto sin formato (UTF-8).

share_read = { $share }
encoding = La codificación del archivo es { $name }.
guessed = El archivo no está en UTF-8; se ha leído como { $name }. Si hay letras que no parecen correctas, guárdalo como UTF-8 y elígelo otra vez.
replaced = Caracteres que no se pudieron leer: { $n }. Cada uno se muestra como �. Si importan, guarda el archivo como UTF-8.
one_or_two = Una línea como «{ $line }» puede contener dos números o uno solo: el signo del medio puede separar dos celdas o formar parte de un número. Si no la hemos leído bien, elige abajo qué separa las celdas.
commas = Los números tienen coma decimal, como en «{ $cell }».
unproved_comma = «{ $cell }», en «{ $column }», se lee como { $read }: hemos tomado la coma como signo decimal. El archivo no permite decidirlo: si la coma separa los miles, el número es { $other }. En ese caso, elige abajo el punto.
unproved_thousands = «{ $cell }», en «{ $column }», se lee como { $read }: hemos supuesto que el signo separa los miles. El archivo no permite decidirlo: si es un signo decimal, el número es { $other }. En ese caso, cambia abajo con qué empiezan los decimales.
unproved_point = «{ $cell }», en «{ $column }», se lee como { $read }: hemos tomado el punto como signo decimal. El archivo no permite decidirlo: si el punto separa los miles, el número es { $other }. En ese caso, elige abajo la coma.
dates_proved = «{ $cell }» es { $label }: solo en este orden son válidas todas las fechas.
dates_guessed = «{ $cell }» se lee como { $label }. El archivo no muestra qué parte es el día y cuál el mes; si no hemos acertado, cambia abajo el orden.
dates_chosen = «{ $cell }» se lee como { $label }, como has elegido.
short_years = Los años tienen dos cifras: «{ $cell }» se lee como { $label }.
unix = Las horas cuentan segundos o milisegundos desde 1970: «{ $cell }» es { $label } en UTC.
days = Las fechas son números de días, como los cuentan las hojas de cálculo: «{ $cell }» es { $label }.
no_times_but = «{ $column }» no contiene horas o fechas que sepamos leer, así que no hemos podido comprobar el orden: se supone que la primera fila es la más antigua.
gaps_one = Entre { $from } y { $to } faltan filas; en el resto, de una a la siguiente hay { $step }. Las filas se leen como si estuvieran a intervalos iguales.
gaps_more = En { $places } lugares faltan filas (donde más, entre { $from } y { $to }); en el resto, de una a la siguiente hay { $step }. Las filas se leen como si estuvieran a intervalos iguales.
stand_in_one = { $value }, en «{ $column }», está lejos de todos los demás valores: cuenta como dato que falta (1 celda).
stand_in =
    { $value }, en «{ $column }», está lejos de todos los demás valores: cuenta como dato que falta ({ $n ->
        [one] { $n } celda
       *[other] { $n } celdas
    }).
strange_one = 1 celda de «{ $column }» no contiene ningún número utilizable (pone «{ $first }», en { $when }): cuenta como dato que falta.
strange =
    { $n ->
        [one] { $n } celda
       *[other] { $n } celdas
    } de «{ $column }» sin ningún número utilizable (la primera pone «{ $first }», en { $when }): cuentan como datos que faltan.
not_numbers = Queda fuera, porque muy pocas celdas son números: { $names }.
read_instead = Leer «{ $cell }» como { $other }
multiplied = «{ $column }» queda fuera: en «{ $cell }», una letra representa un factor, como mil. Para usarla, escribe los números completos.
derived = «{ $column }» queda fuera: solo dice en qué porcentaje ha cambiado «{ $of }».
constant = Queda fuera, porque no cambia nunca: { $names }.
unwanted = Queda fuera, como has elegido: { $names }.
wide =
    { $n ->
        [one] { $n } columna
       *[other] { $n } columnas
    } de números; se usan { $most }: las primeras, si no eliges otras.
dropped = Filas que quedan fuera al principio o al final de la tabla, donde faltan valores: { $n }.
filled_one = 1 valor que falta en «{ $column }», en { $when }, se rellena con la línea recta que une los valores vecinos.
filled = { $n } valores que faltan en «{ $column }» se rellenan con líneas rectas; el primero está en { $when }.
read_anyway = Leer «{ $column }» de todos modos
columns_full = Se pueden leer { $most } columnas como mucho. Antes, deja fuera otra.
left_above =
    Queda fuera, por estar encima de la tabla: { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    } (línea { $line }: «{ $begin }»).
left_ragged =
    Queda fuera, por no tener { $width ->
        [one] { $width } celda
       *[other] { $width } celdas
    }: { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    } (línea { $line }: «{ $begin }»).
left_no_number =
    Queda fuera, por no contener ningún número: { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    } (línea { $line }: «{ $begin }»).
left_no_time =
    Queda fuera, por no tener una hora o fecha válida: { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    } (línea { $line }: «{ $begin }»).
left_total =
    Queda fuera, por ser la suma de las filas anteriores: { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    } («{ $begin }»).
left_mean =
    Queda fuera, por ser la media de las filas anteriores: { $n ->
        [one] { $n } fila
       *[other] { $n } filas
    } («{ $begin }»).
short =
    { $n ->
        [one] Hay { $n } fila
       *[other] Hay { $n } filas
    }; se esperaban al menos { $least } filas de números. Usa una serie más larga.
no_numbers = No hay ninguna columna de números (la primera línea es «{ $found }»); se esperaba al menos una. En una columna de números, al menos cuatro de cada cinco celdas tienen que ser números.
no_table = Esto es una página web o datos para un programa (empieza con «{ $found }»), no una tabla. Guarda la tabla como CSV.
comma_rows =
    El encabezado tiene { $head ->
        [one] { $head } celda
       *[other] { $head } celdas
    }, pero las filas tienen { $row ->
        [one] { $row } celda
       *[other] { $row } celdas
    } («{ $begin }»). El signo que separa las celdas no puede aparecer también dentro de los números: guarda el archivo con puntos y coma o con tabuladores entre las celdas.
negative = «{ $cell }» se lee como { $read }: con paréntesis alrededor, o con un signo menos detrás, un número es negativo.
years =
    { $n ->
        [one] un año
       *[other] { $n } años
    }
months =
    { $n ->
        [one] un mes
       *[other] { $n } meses
    }
days_of =
    { $n ->
        [one] un día
       *[other] { $n } días
    }
hours =
    { $n ->
        [one] una hora
       *[other] { $n } horas
    }
minutes =
    { $n ->
        [one] un minuto
       *[other] { $n } minutos
    }
seconds =
    { $n ->
        [one] un segundo
       *[other] { $n } segundos
    }
