search = Buscar en todas las páginas
hint = Términos, errores, respuestas, símbolos y artículos.
clear = Borrar
contents = Contenido
found = Encontrado
none_here = Nada en esta página. La lista muestra lo que se encontró en las demás.
found_here =
    { $n ->
        [one] { $n } entrada encontrada
       *[other] { $n } entradas encontradas
    }, { $here } en esta página
nothing = No se encontró nada con «{ $query }». Escribe menos palabras, o el comienzo de una.
of_page = { $name } ({ $n })
