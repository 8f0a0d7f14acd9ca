import type { Translations } from './translations.ts'

/** Sentences of how a file isn’t put together, clauses, in English and the other languages. The first that fits counts. */
export const PDF = {
  'The file is empty: it wasn’t stored or sent as a whole. Download it again, or ask for it again.': [
    'Die Datei ist leer: Sie wurde nicht vollständig gespeichert oder gesendet. Laden Sie sie noch einmal herunter, oder bitten Sie noch einmal um sie.',
    'Le fichier est vide : il n’a pas été enregistré ou envoyé en entier. Téléchargez-le de nouveau, ou redemandez-le.',
    'El archivo está vacío: no se guardó o no se envió entero. Descárguelo otra vez, o pídalo otra vez.'
  ],
  'The file isn’t a PDF, whatever its name says: something else may have been stored in its place, such as a web page. Download it again, or ask for it again.':
    [
      'Die Datei ist keine PDF-Datei, wie sie auch heißt: Vielleicht wurde an ihrer Stelle etwas anderes gespeichert, etwa eine Webseite. Laden Sie sie noch einmal herunter, oder bitten Sie noch einmal um sie.',
      'Le fichier n’est pas un PDF, quel que soit son nom : autre chose a pu être enregistré à sa place, une page web par exemple. Téléchargez-le de nouveau, ou redemandez-le.',
      'El archivo no es un PDF, se llame como se llame: quizá se guardó otra cosa en su lugar, como una página web. Descárguelo otra vez, o pídalo otra vez.'
    ],
  'This PDF is protected by a password, so nothing in it can be read. An export of Dossier’s is not: ask for the PDF as it was exported.':
    [
      'Diese PDF-Datei ist durch ein Kennwort geschützt, sodass nichts darin lesbar ist. Ein Export von Dossier ist es nicht: Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'Ce PDF est protégé par un mot de passe : rien ne peut y être lu. Un export de Dossier ne l’est pas : demandez le PDF tel qu’il a été exporté.',
      'Este PDF está protegido por una contraseña, así que no se puede leer nada de él. Una exportación de Dossier no lo está: pida el PDF tal como se exportó.'
    ],
  'The PDF was encrypted after it was exported, to protect it by a password or against changes, so its make can’t be checked. Ask for the PDF as it was exported.':
    [
      'Die PDF-Datei wurde nach dem Export verschlüsselt, um sie durch ein Kennwort oder vor Änderungen zu schützen, darum lässt sich ihr Aufbau nicht prüfen. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'Le PDF a été chiffré après l’export, pour le protéger par un mot de passe ou contre les changements : sa structure ne peut donc être vérifiée. Demandez le PDF tel qu’il a été exporté.',
      'El PDF se cifró después de exportarse, para protegerlo con una contraseña o contra cambios, así que su estructura no se puede comprobar. Pida el PDF tal como se exportó.'
    ],
  'Printing a PDF anew, or saving it in another program, may take it out. If it was made with Dossier, ask for the PDF as it was exported.':
    [
      'Wer eine PDF-Datei neu druckt oder in einem anderen Programm speichert, nimmt ihn vielleicht heraus. Wurde sie mit Dossier gemacht, so bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'Réimprimer un PDF, ou l’enregistrer dans un autre programme, peut l’en retirer. S’il a été fait avec Dossier, demandez le PDF tel qu’il a été exporté.',
      'Imprimir de nuevo un PDF, o guardarlo en otro programa, puede quitarla. Si se hizo con Dossier, pida el PDF tal como se exportó.'
    ],
  'a stream’s filters and their parameters don’t go together': [
    'die Filter eines Datenstroms passen nicht zu ihren Angaben',
    'les filtres d’un flux ne vont pas avec leurs paramètres',
    'los filtros de un flujo no concuerdan con sus parámetros'
  ],
  'a stream’s filter isn’t one': [
    'der Filter eines Datenstroms ist keiner',
    'le filtre d’un flux n’en est pas un',
    'el filtro de un flujo no lo es'
  ],
  'a stream is packed more than once': [
    'ein Datenstrom ist mehrfach gepackt',
    'un flux est compressé plus d’une fois',
    'un flujo está comprimido más de una vez'
  ],
  'a stream’s filter has parameters that aren’t any': [
    'der Filter eines Datenstroms hat Angaben, die keine sind',
    'le filtre d’un flux a des paramètres qui n’en sont pas',
    'el filtro de un flujo tiene parámetros que no lo son'
  ],
  'a stream isn’t hexadecimal': [
    'ein Datenstrom ist nicht hexadezimal',
    'un flux n’est pas en hexadécimal',
    'un flujo no es hexadecimal'
  ],
  'a compressed stream is damaged or too large': [
    'ein gepackter Datenstrom ist beschädigt oder zu groß',
    'un flux compressé est abîmé ou trop grand',
    'un flujo comprimido está dañado o es demasiado grande'
  ],
  'a stream’s rows are cut off': [
    'die Zeilen eines Datenstroms sind abgeschnitten',
    'les lignes d’un flux sont coupées',
    'las filas de un flujo están cortadas'
  ],
  'a stream’s rows name a predictor that there isn’t': [
    'die Zeilen eines Datenstroms nennen einen Prädiktor, den es nicht gibt',
    'les lignes d’un flux nomment un prédicteur qui n’existe pas',
    'las filas de un flujo nombran un predictor que no existe'
  ],
  'a stream’s predictor has a “{1*}” that readers take differently': [
    'der Prädiktor eines Datenstroms hat ein „{1}“, das Programme verschieden auffassen',
    'le prédicteur d’un flux a un « {1} » que les programmes comprennent différemment',
    'el predictor de un flujo tiene un «{1}» que los programas entienden de forma distinta'
  ],
  'a stream’s filter has the parameter “{1*}”': [
    'der Filter eines Datenstroms hat die Angabe „{1}“',
    'le filtre d’un flux a le paramètre « {1} »',
    'el filtro de un flujo tiene el parámetro «{1}»'
  ],
  'a stream stands within an object': [
    'ein Datenstrom steht innerhalb eines Objekts',
    'un flux se trouve dans un objet',
    'hay un flujo dentro de un objeto'
  ],
  'a number can’t be written': [
    'eine Zahl lässt sich nicht schreiben',
    'un nombre ne peut pas être écrit',
    'un número no se puede escribir'
  ],
  'it doesn’t begin as a PDF': [
    'sie beginnt nicht wie eine PDF-Datei',
    'il ne commence pas comme un PDF',
    'no empieza como un PDF'
  ],
  'an object holds nothing of its own': [
    'ein Objekt enthält nichts Eigenes',
    'un objet ne contient rien en propre',
    'un objeto no contiene nada propio'
  ],
  'a reference leads to an object that isn’t there': [
    'ein Bezug führt zu einem Objekt, das es nicht gibt',
    'une référence mène à un objet qui n’existe pas',
    'una referencia lleva a un objeto que no existe'
  ],
  'an object needs itself': [
    'ein Objekt setzt sich selbst voraus',
    'un objet a besoin de lui-même',
    'un objeto se necesita a sí mismo'
  ],
  'an object isn’t where the table says': [
    'ein Objekt steht nicht dort, wo das Verzeichnis sagt',
    'un objet n’est pas là où la table le dit',
    'un objeto no está donde dice la tabla'
  ],
  'a stream of objects doesn’t hold what the table says': [
    'ein Objektstrom enthält nicht, was das Verzeichnis sagt',
    'un flux d’objets ne contient pas ce que dit la table',
    'un flujo de objetos no contiene lo que dice la tabla'
  ],
  'a stream of objects is damaged': [
    'ein Objektstrom ist beschädigt',
    'un flux d’objets est abîmé',
    'un flujo de objetos está dañado'
  ],
  'the content of a page stands in streams that aren’t parted': [
    'der Inhalt einer Seite steht in Datenströmen, die nicht getrennt sind',
    'le contenu d’une page est dans des flux qui ne sont pas séparés',
    'el contenido de una página está en flujos que no están separados'
  ],
  'the content of a page isn’t a stream': [
    'der Inhalt einer Seite ist kein Datenstrom',
    'le contenu d’une page n’est pas un flux',
    'el contenido de una página no es un flujo'
  ],
  'the content of a page is packed in a way that isn’t known here': [
    'der Inhalt einer Seite ist auf unbekannte Weise gepackt',
    'le contenu d’une page est compressé d’une façon inconnue ici',
    'el contenido de una página está comprimido de un modo desconocido aquí'
  ],
  'the content of a page has the entry “{1*}”': [
    'der Inhalt einer Seite hat den Eintrag „{1}“',
    'le contenu d’une page a l’entrée « {1} »',
    'el contenido de una página tiene la entrada «{1}»'
  ],
  'a string of glyphs is cut off': [
    'eine Folge von Schriftzeichen ist abgeschnitten',
    'une chaîne de glyphes est coupée',
    'una cadena de glifos está cortada'
  ],
  'the end of the file is missing': [
    'das Ende der Datei fehlt',
    'la fin du fichier manque',
    'falta el final del archivo'
  ],
  'the table of objects leads in a circle': [
    'das Verzeichnis der Objekte führt im Kreis',
    'la table des objets tourne en rond',
    'la tabla de objetos lleva en círculo'
  ],
  'the table of objects isn’t where the file says': [
    'das Verzeichnis der Objekte steht nicht dort, wo die Datei sagt',
    'la table des objets n’est pas là où le fichier le dit',
    'la tabla de objetos no está donde dice el archivo'
  ],
  'it is encrypted': ['sie ist verschlüsselt', 'il est chiffré', 'está cifrado'],
  'the file has two beginnings': [
    'die Datei hat zwei Anfänge',
    'le fichier a deux débuts',
    'el archivo tiene dos comienzos'
  ],
  'the table of objects has an object twice': [
    'das Verzeichnis der Objekte führt ein Objekt doppelt',
    'la table des objets a un objet deux fois',
    'la tabla de objetos tiene un objeto dos veces'
  ],
  'the table of objects isn’t as large as it says': [
    'das Verzeichnis der Objekte ist nicht so groß, wie es sagt',
    'la table des objets n’a pas la taille qu’elle dit',
    'la tabla de objetos no es tan grande como dice'
  ],
  'the table of objects has no first entry': [
    'dem Verzeichnis der Objekte fehlt der erste Eintrag',
    'la table des objets n’a pas de première entrée',
    'la tabla de objetos no tiene primera entrada'
  ],
  'the table of objects leads nowhere': [
    'das Verzeichnis der Objekte führt ins Leere',
    'la table des objets ne mène nulle part',
    'la tabla de objetos no lleva a ninguna parte'
  ],
  'it has two tables of objects for different readers': [
    'sie hat zwei Verzeichnisse der Objekte für verschiedene Programme',
    'il a deux tables d’objets pour différents programmes',
    'tiene dos tablas de objetos para programas distintos'
  ],
  'the table of objects is damaged': [
    'das Verzeichnis der Objekte ist beschädigt',
    'la table des objets est abîmée',
    'la tabla de objetos está dañada'
  ],
  'the table of objects has no trailer': [
    'dem Verzeichnis der Objekte fehlt der Schluss',
    'la table des objets n’a pas de fin',
    'la tabla de objetos no tiene cierre'
  ],
  'the table of objects names generations': [
    'das Verzeichnis der Objekte nennt Generationen',
    'la table des objets nomme des générations',
    'la tabla de objetos nombra generaciones'
  ],
  'the table of objects has free entries that readers take differently': [
    'das Verzeichnis der Objekte hat freie Einträge, die Programme verschieden auffassen',
    'la table des objets a des entrées libres que les programmes comprennent différemment',
    'la tabla de objetos tiene entradas libres que los programas entienden de forma distinta'
  ],
  'values are nested too deeply': [
    'Werte sind zu tief verschachtelt',
    'des valeurs sont imbriquées trop profondément',
    'hay valores anidados con demasiada profundidad'
  ],
  'a value is missing': ['ein Wert fehlt', 'une valeur manque', 'falta un valor'],
  'the content of a page has comments': [
    'der Inhalt einer Seite hat Kommentare',
    'le contenu d’une page a des commentaires',
    'el contenido de una página tiene comentarios'
  ],
  'a number is written so that readers take it differently': [
    'eine Zahl ist so geschrieben, dass Programme sie verschieden auffassen',
    'un nombre est écrit de sorte que les programmes le comprennent différemment',
    'un número está escrito de modo que los programas lo entienden de forma distinta'
  ],
  'a reference names a generation of its object': [
    'ein Bezug nennt eine Generation seines Objekts',
    'une référence nomme une génération de son objet',
    'una referencia nombra una generación de su objeto'
  ],
  'a name is too long': ['ein Name ist zu lang', 'un nom est trop long', 'un nombre es demasiado largo'],
  'a name isn’t one': ['ein Name ist keiner', 'un nom n’en est pas un', 'un nombre no lo es'],
  'an array doesn’t end': ['eine Liste endet nicht', 'un tableau ne se termine pas', 'una lista no termina'],
  'a dictionary’s key isn’t a name': [
    'der Schlüssel eines Wörterbuchs ist kein Name',
    'la clé d’un dictionnaire n’est pas un nom',
    'la clave de un diccionario no es un nombre'
  ],
  'a string doesn’t end': ['eine Zeichenkette endet nicht', 'une chaîne ne se termine pas', 'una cadena no termina'],
  'a string isn’t hexadecimal': [
    'eine Zeichenkette ist nicht hexadezimal',
    'une chaîne n’est pas en hexadécimal',
    'una cadena no es hexadecimal'
  ],
  'a string holds a carriage return': [
    'eine Zeichenkette enthält einen Wagenrücklauf',
    'une chaîne contient un retour chariot',
    'una cadena contiene un retorno de carro'
  ],
  'a string holds a code that is no byte': [
    'eine Zeichenkette enthält einen Code, der kein Byte ist',
    'une chaîne contient un code qui n’est pas un octet',
    'una cadena contiene un código que no es un byte'
  ],
  'a string holds an escape that isn’t one': [
    'eine Zeichenkette enthält eine Umschreibung, die keine ist',
    'une chaîne contient un échappement qui n’en est pas un',
    'una cadena contiene un escape que no lo es'
  ],
  'a number isn’t one': ['eine Zahl ist keine', 'un nombre n’en est pas un', 'un número no lo es'],
  'a number has too many digits': [
    'eine Zahl hat zu viele Stellen',
    'un nombre a trop de chiffres',
    'un número tiene demasiadas cifras'
  ],
  'a dictionary has “{1*}” twice': [
    'ein Wörterbuch hat „{1}“ doppelt',
    'un dictionnaire a « {1} » deux fois',
    'un diccionario tiene «{1}» dos veces'
  ],
  'a dictionary has “{1*}” without a value': [
    'ein Wörterbuch hat „{1}“ ohne Wert',
    'un dictionnaire a « {1} » sans valeur',
    'un diccionario tiene «{1}» sin valor'
  ],
  'values lead in a circle': [
    'Werte führen im Kreis',
    'des valeurs tournent en rond',
    'hay valores que llevan en círculo'
  ],
  'content refers to an object': [
    'ein Seiteninhalt bezieht sich auf ein Objekt',
    'un contenu renvoie à un objet',
    'un contenido remite a un objeto'
  ],
  'the structure is nested too deeply': [
    'die Struktur ist zu tief verschachtelt',
    'la structure est imbriquée trop profondément',
    'la estructura está anidada con demasiada profundidad'
  ],
  'an object has a generation': [
    'ein Objekt hat eine Generation',
    'un objet a une génération',
    'un objeto tiene una generación'
  ],
  'an object doesn’t end': ['ein Objekt endet nicht', 'un objet ne se termine pas', 'un objeto no termina'],
  'a stream doesn’t begin on a line of its own': [
    'ein Datenstrom beginnt nicht auf einer eigenen Zeile',
    'un flux ne commence pas sur sa propre ligne',
    'un flujo no empieza en una línea propia'
  ],
  'a stream has no length': [
    'ein Datenstrom hat keine Länge',
    'un flux n’a pas de longueur',
    'un flujo no tiene longitud'
  ],
  'a stream doesn’t end where it says': [
    'ein Datenstrom endet nicht, wo er sagt',
    'un flux ne se termine pas là où il le dit',
    'un flujo no termina donde dice'
  ],
  'a stream has “{1*}”': ['ein Datenstrom hat „{1}“', 'un flux a « {1} »', 'un flujo tiene «{1}»'],
  'the tree of pages is damaged': [
    'der Seitenbaum ist beschädigt',
    'l’arbre des pages est abîmé',
    'el árbol de páginas está dañado'
  ],
  'a tree of names is damaged': [
    'ein Namensbaum ist beschädigt',
    'un arbre de noms est abîmé',
    'un árbol de nombres está dañado'
  ],
  'page {1#} is there twice, as page {2#} too': [
    'Seite {1} ist doppelt da, auch als Seite {2}',
    'la page {1} est là deux fois, aussi comme page {2}',
    'la página {1} está dos veces, también como página {2}'
  ],
  'its linearization is none': [
    'ihre Linearisierung ist keine',
    'sa linéarisation n’en est pas une',
    'su linealización no lo es'
  ],
  'the content of a page holds an image': [
    'der Inhalt einer Seite enthält ein Bild',
    'le contenu d’une page contient une image',
    'el contenido de una página contiene una imagen'
  ],
  'the content of a page is cut off': [
    'der Inhalt einer Seite ist abgeschnitten',
    'le contenu d’une page est coupé',
    'el contenido de una página está cortado'
  ],
  'its shortcuts lead to other pages than its table': [
    'ihre Abkürzungen führen zu anderen Seiten als ihr Verzeichnis',
    'ses raccourcis mènent à d’autres pages que sa table',
    'sus atajos llevan a otras páginas que su tabla'
  ],
  'parts of the file lie over each other': [
    'Teile der Datei liegen übereinander',
    'des parties du fichier se recouvrent',
    'hay partes del archivo superpuestas'
  ],
  'something stands between its objects': [
    'zwischen ihren Objekten steht etwas',
    'quelque chose se trouve entre ses objets',
    'hay algo entre sus objetos'
  ],
  'the data of a stream look like objects': [
    'die Daten eines Datenstroms sehen wie Objekte aus',
    'les données d’un flux ressemblent à des objets',
    'los datos de un flujo parecen objetos'
  ],
  'its pages draw too much': [
    'ihre Seiten zeichnen zu viel',
    'ses pages dessinent trop',
    'sus páginas dibujan demasiado'
  ],
  'it asks for more than a reader gives': [
    'sie verlangt mehr, als ein Leseprogramm gibt',
    'il demande plus qu’un lecteur ne donne',
    'pide más de lo que da un lector'
  ],
  'its frame has no font for a signature': [
    'ihr Rahmen hat keine Schrift für eine Signatur',
    'son cadre n’a pas de police pour une signature',
    'su marco no tiene tipo de letra para una firma'
  ],
  'its structure isn’t that of an export': [
    'ihre Struktur ist nicht die eines Exports',
    'sa structure n’est pas celle d’un export',
    'su estructura no es la de una exportación'
  ],
  'something was added to it after it was exported': [
    'ihr wurde nach dem Export etwas hinzugefügt',
    'quelque chose y a été ajouté après l’export',
    'se le añadió algo después de exportarlo'
  ],
  'it has no frame for a visible signature': [
    'sie hat keinen Rahmen für eine sichtbare Signatur',
    'il n’a pas de cadre pour une signature visible',
    'no tiene marco para una firma visible'
  ],
  'it has no pages': ['sie hat keine Seiten', 'il n’a pas de pages', 'no tiene páginas'],
  'it has a form already': ['sie hat schon ein Formular', 'il a déjà un formulaire', 'ya tiene un formulario'],
  'its annotations stand apart': [
    'ihre Anmerkungen stehen gesondert',
    'ses annotations sont à part',
    'sus anotaciones están aparte'
  ],
  'its table of objects isn’t that of an export': [
    'ihr Verzeichnis der Objekte ist nicht das eines Exports',
    'sa table des objets n’est pas celle d’un export',
    'su tabla de objetos no es la de una exportación'
  ]
} as const satisfies Readonly<Record<string, Translations>>
