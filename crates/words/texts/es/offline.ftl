title = La página sin conexión
awaited = Este navegador está a punto de conservar la página.
refused = Este navegador no conserva la página. Para eso hacen falta una dirección con https y un navegador que pueda guardar datos de este sitio.
gone_wrong = Este navegador no pudo conservar la página. En la próxima visita lo volverá a intentar.
less = Quitar datos y pesos
stop = Detener
more_label = Datos y pesos entrenados
is_here = Hay una versión nueva.
is_here_training = Hay una versión nueva. Cargarla detiene el entrenamiento, que después sigue desde lo último que se guardó.
taken = Otra pestaña ha cargado una versión nueva; esta muestra todavía la anterior.
load = Cargarla
core = La página se abre sin conexión: este navegador conserva sus { $bytes }.
some =
    De los datos, los pesos entrenados y lo que abre modelos conserva lo que has usado: { $kept } de { $all ->
        [one] { $all } archivo
       *[other] { $all } archivos
    }, { $bytes }.
all =
    Conserva también todos los datos y pesos entrenados, y lo que abre modelos: { $n ->
        [one] { $n } archivo
       *[other] { $n } archivos
    }, { $bytes }.
more = Conservarlo todo para usarlo sin conexión ({ $bytes })
progress =
    { $kept } de { $all ->
        [one] { $all } archivo
       *[other] { $all } archivos
    }
failed =
    { $n ->
        [one] Todavía no se pudo obtener { $n } archivo
       *[other] Todavía no se pudieron obtener { $n } archivos
    } ({ $cause }). Pulsa otra vez para seguir.
