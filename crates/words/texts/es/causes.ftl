no_place = este navegador no guarda archivos aquí
full = el espacio para archivos está lleno
other_share = la parte es de otra red
no_text = un error sin mensaje
unread = no se pudo leer { $file }: { $why }
server = el servidor responde { $status }
make = se encontró la versión { $found }, se esperaba la { $expected }
