whole = un número entero de { $low } a { $high }
real = un número de { $low } a { $high }
flag = yes (sí) o no
or = { " " }o{ " " }
set = nombres de esta lista, separados por comas: { $names }
keys = claves de la dirección, separadas por comas, como units,gain o task,t_knob
own_text = un texto de al menos una palabra
no_own_text = un texto solo con sequence=words o sequence=characters
own_numbers = de 5 a 500 filas como 1,2;3,4 con sequence=csv
text = un texto
version = { $version }, o ninguna versión
thousands = Pone { $found }; escribe { $readings }. Entre los miles no puede haber ningún signo.
