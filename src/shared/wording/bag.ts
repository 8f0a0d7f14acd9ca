import type { Translations } from './translations.ts'

/** Sentences of bundles and the names of files in them, in English and the other languages. The first that fits counts. */
export const BAG = {
  '“{1*}” was refused: {2>} Nothing was imported. Ask its sender for a new one.': [
    '„{1}“ wurde abgelehnt: {2} Nichts wurde übernommen. Bitten Sie die absendende Person um ein neues.',
    '« {1} » a été refusé : {2} Rien n’a été importé. Demandez-en un nouveau à l’expéditeur.',
    '«{1}» fue rechazado: {2} No se importó nada. Pida uno nuevo a quien lo envió.'
  ],
  '“{1*}” was refused: {2>} Nothing was imported.': [
    '„{1}“ wurde abgelehnt: {2} Nichts wurde übernommen.',
    '« {1} » a été refusé : {2} Rien n’a été importé.',
    '«{1}» fue rechazado: {2} No se importó nada.'
  ],
  '“{1*}” can’t be checked: {2>} Copy it again, or ask its sender for a new one.': [
    '„{1}“ lässt sich nicht prüfen: {2} Kopieren Sie die Datei noch einmal, oder bitten Sie die absendende Person um eine neue.',
    '« {1} » ne peut pas être vérifié : {2} Copiez-le de nouveau, ou demandez-en un nouveau à l’expéditeur.',
    '«{1}» no se puede comprobar: {2} Cópielo otra vez, o pida uno nuevo a quien lo envió.'
  ],
  '“{1*}” can’t be checked: {2>} Ask its sender for another one.': [
    '„{1}“ lässt sich nicht prüfen: {2} Bitten Sie die absendende Person um eine andere Datei.',
    '« {1} » ne peut pas être vérifié : {2} Demandez-en un autre à l’expéditeur.',
    '«{1}» no se puede comprobar: {2} Pida otro a quien lo envió.'
  ],
  '“{1*}” is a zip, and the PDF “{2*}” is in it. Take the PDF out of the zip and drop it here, with its signature if it has one.':
    [
      '„{1}“ ist ein ZIP, in dem die PDF-Datei „{2}“ liegt. Nehmen Sie die PDF-Datei aus dem ZIP heraus und legen Sie sie hier ab, mit ihrer Signatur, falls sie eine hat.',
      '« {1} » est un ZIP qui contient le PDF « {2} ». Sortez le PDF du ZIP et déposez-le ici, avec sa signature s’il en a une.',
      '«{1}» es un ZIP que contiene el PDF «{2}». Saque el PDF del ZIP y suéltelo aquí, con su firma si la tiene.'
    ],
  '“{1*}” is a zip, and {2#} PDFs are in it. Take them out of the zip and drop them here, with their signatures if they have any.':
    [
      '„{1}“ ist ein ZIP, in dem {2} PDF-Dateien liegen. Nehmen Sie sie aus dem ZIP heraus und legen Sie sie hier ab, mit ihren Signaturen, falls sie welche haben.',
      '« {1} » est un ZIP qui contient {2} PDF. Sortez-les du ZIP et déposez-les ici, avec leurs signatures s’ils en ont.',
      '«{1}» es un ZIP que contiene {2} PDF. Sáquelos del ZIP y suéltelos aquí, con sus firmas si las tienen.'
    ],
  '“{1*}” is neither a PDF nor a hand-over bundle nor the folder of a case, so there is nothing in it that this page can check.':
    [
      '„{1}“ ist weder eine PDF-Datei noch ein Übergabebündel noch der Ordner eines Falls, darum enthält es nichts, was diese Seite prüfen kann.',
      '« {1} » n’est ni un PDF, ni un lot de remise, ni le dossier d’une affaire : il ne contient rien que cette page puisse vérifier.',
      '«{1}» no es un PDF, ni un paquete de entrega, ni la carpeta de un caso, así que no contiene nada que esta página pueda comprobar.'
    ],
  '“{1*}” in it is protected by a password.': [
    '„{1}“ darin ist durch ein Kennwort geschützt.',
    '« {1} » y est protégé par un mot de passe.',
    '«{1}» en él está protegido por una contraseña.'
  ],
  '“{1*}” in it grows out of all proportion when unpacked, as in zips that are made to do harm. Don’t unpack it.': [
    '„{1}“ darin wird beim Entpacken maßlos groß, wie in ZIP-Dateien, die schaden sollen. Entpacken Sie es nicht.',
    '« {1} » y grossit démesurément quand on le décompresse, comme dans les ZIP faits pour nuire. Ne le décompressez pas.',
    '«{1}» en él crece sin medida al descomprimirlo, como en los ZIP hechos para dañar. No lo descomprima.'
  ],
  'it grows out of all proportion when unpacked, as zips do that are made to do harm. Don’t unpack it.': [
    'Es wird beim Entpacken maßlos groß, wie ZIP-Dateien, die schaden sollen. Entpacken Sie es nicht.',
    'il grossit démesurément quand on le décompresse, comme les ZIP faits pour nuire. Ne le décompressez pas.',
    'crece sin medida al descomprimirlo, como los ZIP hechos para dañar. No lo descomprima.'
  ],
  'it holds more than {1*} files.': [
    'Es enthält mehr als {1} Dateien.',
    'il contient plus de {1} fichiers.',
    'contiene más de {1} archivos.'
  ],
  'a file in it {1>}: “{2*}”.': [
    'Eine Datei darin {1}: „{2}“.',
    'un fichier qu’il contient {1} : « {2} ».',
    'un archivo en él {1}: «{2}».'
  ],
  'A file in it {1>}: “{2*}”.': [
    'Eine Datei darin {1}: „{2}“.',
    'Un fichier qu’il contient {1} : « {2} ».',
    'Un archivo en él {1}: «{2}».'
  ],
  '“{1*}” in it is too large.': [
    '„{1}“ darin ist zu groß.',
    '« {1} » y est trop grand.',
    '«{1}» en él es demasiado grande.'
  ],
  'all its files together are too large.': [
    'Alle Dateien zusammen sind zu groß.',
    'tous ses fichiers ensemble sont trop grands.',
    'todos sus archivos juntos son demasiado grandes.'
  ],
  'two files in it have the same name on some systems: “{1*}”.': [
    'Zwei Dateien darin haben auf manchen Systemen denselben Namen: „{1}“.',
    'deux fichiers y ont le même nom sur certains systèmes : « {1} ».',
    'dos archivos en él tienen el mismo nombre en algunos sistemas: «{1}».'
  ],
  'Two files in it have the same name on some systems: “{1*}”.': [
    'Zwei Dateien darin haben auf manchen Systemen denselben Namen: „{1}“.',
    'Deux fichiers y ont le même nom sur certains systèmes : « {1} ».',
    'Dos archivos en él tienen el mismo nombre en algunos sistemas: «{1}».'
  ],
  '“{1*}” is missing in it.': ['„{1}“ fehlt darin.', '« {1} » y manque.', '«{1}» falta en él.'],
  'it holds two files of the same name.': [
    'Es enthält zwei Dateien desselben Namens.',
    'il contient deux fichiers du même nom.',
    'contiene dos archivos del mismo nombre.'
  ],
  '“{1*}” in it {2>}.': ['„{1}“ darin {2}.', '« {1} » {2}.', '«{1}» en él {2}.'],
  'is longer than the zip says': [
    'ist länger, als das ZIP sagt',
    'y est plus long que le ZIP ne le dit',
    'es más largo de lo que dice el ZIP'
  ],
  'is shorter than the zip says': [
    'ist kürzer, als das ZIP sagt',
    'y est plus court que le ZIP ne le dit',
    'es más corto de lo que dice el ZIP'
  ],
  'has another checksum than the zip gives for it': [
    'hat eine andere Prüfsumme, als das ZIP angibt',
    'y a une autre somme de contrôle que celle du ZIP',
    'tiene otra suma de control que la que da el ZIP'
  ],
  'is described in two ways': [
    'ist auf zwei Weisen beschrieben',
    'y est décrit de deux façons',
    'está descrito de dos maneras'
  ],
  'is damaged': ['ist beschädigt', 'y est abîmé', 'está dañado'],
  'it isn’t a whole zip, or of a kind that this page doesn’t read; “dossier check-bundle” may.': [
    'Es ist kein ganzes ZIP oder von einer Art, die diese Seite nicht liest; „dossier check-bundle“ tut es vielleicht.',
    'ce n’est pas un ZIP entier, ou d’une sorte que cette page ne lit pas ; « dossier check-bundle » le peut peut-être.',
    'no es un ZIP completo, o es de un tipo que esta página no lee; «dossier check-bundle» quizá pueda.'
  ],
  'it isn’t a bundle or a case: it doesn’t hold one folder with all the rest.': [
    'Es ist weder ein Bündel noch ein Fall: Es enthält nicht einen Ordner mit allem anderen.',
    'ce n’est ni un lot ni une affaire : il ne contient pas un dossier avec tout le reste.',
    'no es un paquete ni un caso: no contiene una carpeta con todo lo demás.'
  ],
  'its tag files are in the encoding “{1*}”, which Dossier doesn’t know.': [
    'Seine Begleitdateien haben die Kodierung „{1}“, die Dossier nicht kennt.',
    'ses fichiers d’étiquettes ont l’encodage « {1} », que Dossier ne connaît pas.',
    'sus archivos de etiquetas tienen la codificación «{1}», que Dossier no conoce.'
  ],
  '{1*} in it isn’t {2*} text.': [
    '{1} darin ist kein Text in {2}.',
    '{1} n’y est pas un texte en {2}.',
    '{1} en él no es texto en {2}.'
  ],
  '“{1*}” isn’t a bundle: it has no {2*}. Nothing was read.': [
    '„{1}“ ist kein Bündel: {2} fehlt. Nichts wurde gelesen.',
    '« {1} » n’est pas un lot : {2} y manque. Rien n’a été lu.',
    '«{1}» no es un paquete: no tiene {2}. No se leyó nada.'
  ],
  'There is no folder {1*}': ['Es gibt keinen Ordner {1}', 'Il n’y a pas de dossier {1}', 'No hay carpeta {1}'],
  '{1*} has checksums of a kind that Dossier doesn’t know; they weren’t checked.': [
    '{1} hat Prüfsummen einer Art, die Dossier nicht kennt; sie wurden nicht geprüft.',
    '{1} a des sommes de contrôle d’une sorte que Dossier ne connaît pas ; elles n’ont pas été vérifiées.',
    '{1} tiene sumas de control de un tipo que Dossier no conoce; no se comprobaron.'
  ],
  'There is no {1*}, so nothing can be checked.': [
    '{1} fehlt, also lässt sich nichts prüfen.',
    '{1} manque, donc rien ne peut être vérifié.',
    'Falta {1}, así que no se puede comprobar nada.'
  ],
  'There is no {1*}, only checksums of a kind that Dossier doesn’t know ({2*}).': [
    '{1} fehlt, es gibt nur Prüfsummen einer Art, die Dossier nicht kennt ({2}).',
    '{1} manque, il n’y a que des sommes de contrôle d’une sorte que Dossier ne connaît pas ({2}).',
    'Falta {1}, solo hay sumas de control de un tipo que Dossier no conoce ({2}).'
  ],
  '{1*} names “{2*}”, which isn’t in {3*}.': [
    '{1} nennt „{2}“, das nicht in {3} liegt.',
    '{1} nomme « {2} », qui n’est pas dans {3}.',
    '{1} nombra «{2}», que no está en {3}.'
  ],
  '{1*} names “{2*}”; the file is called “{3*}”.': [
    '{1} nennt „{2}“; die Datei heißt „{3}“.',
    '{1} nomme « {2} » ; le fichier s’appelle « {3} ».',
    '{1} nombra «{2}»; el archivo se llama «{3}».'
  ],
  '“{1*}”, a file of the system, is missing.': [
    '„{1}“, eine Datei des Systems, fehlt.',
    '« {1} », un fichier du système, manque.',
    'Falta «{1}», un archivo del sistema.'
  ],
  '“{1*}”, a file of the system, was passed over.': [
    '„{1}“, eine Datei des Systems, wurde übergangen.',
    '« {1} », un fichier du système, a été ignoré.',
    'Se pasó por alto «{1}», un archivo del sistema.'
  ],
  '“{1*}” isn’t in {2*}: it was added.': [
    '„{1}“ steht nicht in {2}: Es wurde hinzugefügt.',
    '« {1} » n’est pas dans {2} : il a été ajouté.',
    '«{1}» no está en {2}: fue añadido.'
  ],
  '{1*} names “{2*}”, which is no tag file of the bag.': [
    '{1} nennt „{2}“, das keine Begleitdatei des Pakets ist.',
    '{1} nomme « {2} », qui n’est pas un fichier d’étiquettes du paquet.',
    '{1} nombra «{2}», que no es un archivo de etiquetas del paquete.'
  ],
  '{1*} names a manifest of the tag files (“{2*}”).': [
    '{1} nennt ein Verzeichnis der Begleitdateien („{2}“).',
    '{1} nomme un manifeste des fichiers d’étiquettes (« {2} »).',
    '{1} nombra un manifiesto de los archivos de etiquetas («{2}»).'
  ],
  '{1*} doesn’t name {2*}.': ['{1} nennt {2} nicht.', '{1} ne nomme pas {2}.', '{1} no nombra {2}.'],
  '“{1*}” is in no manifest of the tag files.': [
    '„{1}“ steht in keinem Verzeichnis der Begleitdateien.',
    '« {1} » n’est dans aucun manifeste des fichiers d’étiquettes.',
    '«{1}» no está en ningún manifiesto de los archivos de etiquetas.'
  ],
  'Its checksums are {1*} only: they show accidents, not that nobody put another file in a file’s place. To be taken in as a case a bundle needs SHA-256 or SHA-512.':
    [
      'Seine Prüfsummen sind nur {1}: Sie zeigen Versehen, nicht, dass niemand eine Datei durch eine andere ersetzt hat. Um als Fall übernommen zu werden, braucht ein Bündel SHA-256 oder SHA-512.',
      'Ses sommes de contrôle ne sont que {1} : elles montrent les accidents, non que personne n’a mis un fichier à la place d’un autre. Pour être repris comme affaire, un lot a besoin de SHA-256 ou SHA-512.',
      'Sus sumas de control son solo {1}: muestran accidentes, no que nadie puso un archivo en lugar de otro. Para tomarse como caso, un paquete necesita SHA-256 o SHA-512.'
    ],
  '{1*} names files that are to be fetched from elsewhere. Dossier fetches nothing.': [
    '{1} nennt Dateien, die von anderswo zu holen sind. Dossier holt nichts.',
    '{1} nomme des fichiers à chercher ailleurs. Dossier ne va rien chercher.',
    '{1} nombra archivos que hay que traer de otro sitio. Dossier no trae nada.'
  ],
  'All of them are there.': ['Alle sind da.', 'Tous sont là.', 'Todos están.'],
  '“{1*}” is missing.': ['„{1}“ fehlt.', '« {1} » manque.', 'Falta «{1}».'],
  '“{1*}” was changed: its hash isn’t the manifest’s.': [
    '„{1}“ wurde geändert: Die Prüfsumme ist nicht die des Verzeichnisses.',
    '« {1} » a été changé : sa somme de contrôle n’est pas celle du manifeste.',
    '«{1}» fue cambiado: su suma de control no es la del manifiesto.'
  ],
  '{1*} has a Payload-Oxum that can’t be read.': [
    '{1} hat eine Payload-Oxum, die nicht lesbar ist.',
    '{1} a un Payload-Oxum illisible.',
    '{1} tiene un Payload-Oxum ilegible.'
  ],
  '{1*} counts {2#} files with {3#} bytes in {4*}; there are {5#} with {6#}.': [
    '{1} zählt {2} Dateien mit {3} Byte in {4}; da sind {5} mit {6}.',
    '{1} compte {2} fichiers de {3} octets dans {4} ; il y en a {5} de {6}.',
    '{1} cuenta {2} archivos con {3} bytes en {4}; hay {5} con {6}.'
  ],
  'There are {1#} more problems.': [
    'Es gibt {1} weitere Probleme.',
    'Il y a {1} autres problèmes.',
    'Hay {1} problemas más.'
  ],
  'There are {1#} more notes.': ['Es gibt {1} weitere Hinweise.', 'Il y a {1} autres remarques.', 'Hay {1} notas más.'],
  '{1*} begins with a byte order mark, which it must not.': [
    '{1} beginnt mit einer Byte-Reihenfolge-Marke, was nicht sein darf.',
    '{1} commence par un indicateur d’ordre des octets, ce qui n’est pas permis.',
    '{1} empieza con una marca de orden de bytes, lo que no está permitido.'
  ],
  '{1*} names no BagIt version: its first line isn’t “BagIt-Version: ” with a number such as 1.0.': [
    '{1} nennt keine BagIt-Version: Die erste Zeile ist nicht „BagIt-Version: “ mit einer Zahl wie 1.0.',
    '{1} ne nomme aucune version de BagIt : sa première ligne n’est pas « BagIt-Version: » avec un nombre comme 1.0.',
    '{1} no nombra versión de BagIt: su primera línea no es «BagIt-Version: » con un número como 1.0.'
  ],
  '{1*} names BagIt version {2*}, which Dossier doesn’t know.': [
    '{1} nennt die BagIt-Version {2}, die Dossier nicht kennt.',
    '{1} nomme la version {2} de BagIt, que Dossier ne connaît pas.',
    '{1} nombra la versión {2} de BagIt, que Dossier no conoce.'
  ],
  '{1*} names no character encoding: its second line isn’t “Tag-File-Character-Encoding: ” with one such as UTF-8.': [
    '{1} nennt keine Zeichenkodierung: Die zweite Zeile ist nicht „Tag-File-Character-Encoding: “ mit einer wie UTF-8.',
    '{1} ne nomme aucun encodage : sa deuxième ligne n’est pas « Tag-File-Character-Encoding: » avec un encodage comme UTF-8.',
    '{1} no nombra codificación: su segunda línea no es «Tag-File-Character-Encoding: » con una como UTF-8.'
  ],
  '{1*} has more than its two lines.': [
    '{1} hat mehr als seine zwei Zeilen.',
    '{1} a plus que ses deux lignes.',
    '{1} tiene más de sus dos líneas.'
  ],
  '{1*} has a line without a label and a colon.': [
    '{1} hat eine Zeile ohne Bezeichnung und Doppelpunkt.',
    '{1} a une ligne sans étiquette ni deux-points.',
    '{1} tiene una línea sin etiqueta ni dos puntos.'
  ],
  '{1*} has a label that begins or ends with a space, or none.': [
    '{1} hat eine Bezeichnung, die mit einem Leerzeichen beginnt oder endet, oder keine.',
    '{1} a une étiquette qui commence ou finit par une espace, ou aucune.',
    '{1} tiene una etiqueta que empieza o termina con un espacio, o ninguna.'
  ],
  '{1*} has more than one Payload-Oxum.': [
    '{1} hat mehr als eine Payload-Oxum.',
    '{1} a plus d’un Payload-Oxum.',
    '{1} tiene más de un Payload-Oxum.'
  ],
  'Line {1#} of {2*} is no {3*} with a file’s name.': [
    'Zeile {1} von {2} ist kein {3} mit dem Namen einer Datei.',
    'La ligne {1} de {2} n’est pas un {3} avec un nom de fichier.',
    'La línea {1} de {2} no es un {3} con un nombre de archivo.'
  ],
  '{1*} marks files with an asterisk, as checksum programs do.': [
    '{1} kennzeichnet Dateien mit einem Stern, wie Prüfsummenprogramme es tun.',
    '{1} marque des fichiers d’un astérisque, comme le font les programmes de sommes de contrôle.',
    '{1} marca archivos con un asterisco, como hacen los programas de sumas de control.'
  ],
  '{1*} has names that begin with “./”.': [
    '{1} hat Namen, die mit „./“ beginnen.',
    '{1} a des noms qui commencent par « ./ ».',
    '{1} tiene nombres que empiezan por «./».'
  ],
  '{1*} names “{2*}” twice.': [
    '{1} nennt „{2}“ doppelt.',
    '{1} nomme « {2} » deux fois.',
    '{1} nombra «{2}» dos veces.'
  ],
  'has a name that is too long': ['hat einen zu langen Namen', 'a un nom trop long', 'tiene un nombre demasiado largo'],
  'has characters in its name that aren’t allowed there': [
    'hat Zeichen im Namen, die dort nicht erlaubt sind',
    'a dans son nom des caractères qui n’y sont pas permis',
    'tiene en su nombre caracteres que no se permiten'
  ],
  'lies too many folders deep': [
    'liegt zu viele Ordner tief',
    'est trop profond dans les dossiers',
    'está a demasiadas carpetas de profundidad'
  ],
  'has a name that ends in a dot or a space': [
    'hat einen Namen, der mit einem Punkt oder Leerzeichen endet',
    'a un nom qui finit par un point ou une espace',
    'tiene un nombre que termina en punto o espacio'
  ],
  'has a name that Windows keeps for devices': [
    'hat einen Namen, den Windows Geräten vorbehält',
    'a un nom que Windows réserve aux périphériques',
    'tiene un nombre que Windows reserva para dispositivos'
  ],
  'This was cancelled. Nothing was kept of it.': [
    'Das wurde abgebrochen. Nichts davon wurde behalten.',
    'Cela a été annulé. Rien n’en a été gardé.',
    'Esto se canceló. No se guardó nada de ello.'
  ],
  'has no name': ['hat keinen Namen', 'n’a pas de nom', 'no tiene nombre'],
  'has a backslash in its name': [
    'hat einen umgekehrten Schrägstrich im Namen',
    'a une barre oblique inverse dans son nom',
    'tiene una barra invertida en su nombre'
  ],
  'has an absolute path': ['hat einen absoluten Pfad', 'a un chemin absolu', 'tiene una ruta absoluta'],
  'has a path that leads out of its folder or nowhere': [
    'hat einen Pfad, der aus seinem Ordner oder ins Leere führt',
    'a un chemin qui mène hors de son dossier ou nulle part',
    'tiene una ruta que lleva fuera de su carpeta o a ninguna parte'
  ]
} as const satisfies Readonly<Record<string, Translations>>
