import type { Translations } from './translations.ts'

/** Sentences of what is wrong with a PDF, in English and the other languages. The first that fits counts. */
export const PROBLEMS = {
  'The words of page {1#} were changed: {2>}.': [
    'Die Worte auf Seite {1} wurden geändert: {2}.',
    'Les mots de la page {1} ont été changés : {2}.',
    'Se cambiaron las palabras de la página {1}: {2}.'
  ],
  'it shows “{1*}” where “{2*}” was exported': [
    'dort steht „{1}“, exportiert wurde „{2}“',
    'elle montre « {1} » là où « {2} » avait été exporté',
    'muestra «{1}» donde se exportó «{2}»'
  ],
  'it shows “{1*}”, which wasn’t exported': [
    'dort steht „{1}“, was nicht exportiert wurde',
    'elle montre « {1} », qui n’avait pas été exporté',
    'muestra «{1}», que no se exportó'
  ],
  '“{1*}” is missing from it': ['„{1}“ fehlt dort', '« {1} » y manque', 'falta «{1}»'],
  'Page {1#} isn’t drawn as it was exported, though its words are the same: something may have been moved, added to it or laid over it.':
    [
      'Seite {1} ist nicht so gezeichnet, wie sie exportiert wurde, obwohl ihre Worte dieselben sind: Etwas kann verschoben, hinzugefügt oder darübergelegt worden sein.',
      'La page {1} n’est pas dessinée comme elle a été exportée, bien que ses mots soient les mêmes : quelque chose a pu y être déplacé, ajouté ou posé par-dessus.',
      'La página {1} no está dibujada como se exportó, aunque sus palabras son las mismas: algo puede haberse movido, añadido o superpuesto.'
    ],
  'Page {1#} isn’t drawn with what it was exported with: its size, fonts or images were changed, so it may look different.':
    [
      'Seite {1} ist nicht mit dem gezeichnet, womit sie exportiert wurde: Größe, Schriften oder Bilder wurden geändert; sie kann anders aussehen.',
      'La page {1} n’est pas dessinée avec ce avec quoi elle a été exportée : taille, polices ou images ont changé ; elle peut avoir un autre aspect.',
      'La página {1} no está dibujada con lo que se exportó: se cambiaron tamaño, tipos o imágenes, y puede verse distinta.'
    ],
  'The links of page {1#}, or notes laid over it, were changed, added or removed: links may lead elsewhere than they say.':
    [
      'Die Verweise auf Seite {1} oder darübergelegte Notizen wurden geändert, hinzugefügt oder entfernt: Verweise können anderswohin führen, als sie sagen.',
      'Les liens de la page {1}, ou des notes posées par-dessus, ont été changés, ajoutés ou retirés : des liens peuvent mener ailleurs qu’ils ne disent.',
      'Se cambiaron, añadieron o quitaron enlaces de la página {1} o notas sobre ella: los enlaces pueden llevar a otro sitio del que dicen.'
    ],
  'Page {1#} was added: it isn’t part of the export.': [
    'Seite {1} wurde hinzugefügt: Sie gehört nicht zum Export.',
    'La page {1} a été ajoutée : elle ne fait pas partie de l’export.',
    'La página {1} fue añadida: no es parte de la exportación.'
  ],
  'Page {1#} of the export is missing from the PDF.': [
    'Seite {1} des Exports fehlt in der PDF-Datei.',
    'La page {1} de l’export manque dans le PDF.',
    'Falta en el PDF la página {1} de la exportación.'
  ],
  'Page {1#} has annotations on it that can cover its text.': [
    'Auf Seite {1} liegen Anmerkungen, die ihren Text verdecken können.',
    'La page {1} porte des annotations qui peuvent couvrir son texte.',
    'La página {1} tiene anotaciones que pueden cubrir su texto.'
  ],
  'Page {1#} shows text that isn’t part of the document: “{2*}”.': [
    'Seite {1} zeigt Text, der nicht zum Dokument gehört: „{2}“.',
    'La page {1} montre un texte qui ne fait pas partie du document : « {2} ».',
    'La página {1} muestra un texto que no es parte del documento: «{2}».'
  ],
  'Page {1#} shows “{2*}” in place of statement {3#}, which is “{4*}” in the proof.': [
    'Seite {1} zeigt „{2}“ anstelle von Aussage {3}, die im Nachweis „{4}“ lautet.',
    'La page {1} montre « {2} » à la place de l’énoncé {3}, qui est « {4} » dans la preuve.',
    'La página {1} muestra «{2}» en lugar de la afirmación {3}, que en la prueba es «{4}».'
  ],
  'Page {1#} shows “{2*}”, which the proof doesn’t hold.': [
    'Seite {1} zeigt „{2}“, was nicht im Nachweis steht.',
    'La page {1} montre « {2} », qui n’est pas dans la preuve.',
    'La página {1} muestra «{2}», que no está en la prueba.'
  ],
  'Page {1#} shows other words than the proof for quote: “{2*}”.': [
    'Seite {1} zeigt andere Worte als der Nachweis für das Zitat „{2}“.',
    'La page {1} montre d’autres mots que la preuve pour la citation « {2} ».',
    'La página {1} muestra otras palabras que la prueba para la cita «{2}».'
  ],
  'Page {1#} shows a quote that the proof doesn’t hold: “{2*}”.': [
    'Seite {1} zeigt ein Zitat, das nicht im Nachweis steht: „{2}“.',
    'La page {1} montre une citation qui n’est pas dans la preuve : « {2} ».',
    'La página {1} muestra una cita que no está en la prueba: «{2}».'
  ],
  'No page shows statement {1#} as the proof has it: “{2*}”.': [
    'Keine Seite zeigt Aussage {1} so wie der Nachweis: „{2}“.',
    'Aucune page ne montre l’énoncé {1} tel que la preuve le donne : « {2} ».',
    'Ninguna página muestra la afirmación {1} tal como la tiene la prueba: «{2}».'
  ],
  'No page shows {1>} “{2*}” as the proof has it.': [
    'Keine Seite zeigt {1} „{2}“ so wie der Nachweis.',
    'Aucune page ne montre {1} « {2} » tel que la preuve le donne.',
    'Ninguna página muestra {1} «{2}» tal como lo tiene la prueba.'
  ],
  'the heading': ['die Überschrift', 'le titre', 'el título'],
  'the paragraph': ['den Absatz', 'le paragraphe', 'el párrafo'],
  'the head of a column': ['den Spaltenkopf', 'la tête de colonne', 'el encabezado de columna'],
  'the table’s cell': ['die Tabellenzelle', 'la cellule du tableau', 'la celda de la tabla'],
  'the number': ['die Nummer', 'le numéro', 'el número'],
  'the note': ['die Anmerkung', 'la note', 'la nota'],
  'the caption': ['die Bildunterschrift', 'la légende', 'el pie de figura'],
  'The PDF doesn’t carry the text of source {1*}: quotes from there can’t be checked from the PDF alone.': [
    'Die PDF-Datei führt den Text von Quelle {1} nicht mit: Zitate von dort lassen sich aus der Datei allein nicht prüfen.',
    'Le PDF ne transporte pas le texte de la source {1} : ses citations ne peuvent être vérifiées à partir du seul PDF.',
    'El PDF no lleva el texto de la fuente {1}: las citas de allí no se pueden comprobar solo con el PDF.'
  ],
  'The proof doesn’t have the fingerprint that page {1#} gives for it: the proof or the PDF was changed since it was exported.':
    [
      'Der Nachweis hat nicht den Fingerabdruck, den Seite {1} angibt: Nachweis oder PDF-Datei wurden seit dem Export geändert.',
      'La preuve n’a pas l’empreinte que donne la page {1} : la preuve ou le PDF a été changé depuis l’export.',
      'La prueba no tiene la huella que da la página {1}: la prueba o el PDF se cambió desde la exportación.'
    ],
  'The proof doesn’t have the fingerprint that the properties of the PDF give for it: the proof or the PDF was changed since it was exported.':
    [
      'Der Nachweis hat nicht den Fingerabdruck, den die Eigenschaften der PDF-Datei angeben: Nachweis oder PDF-Datei wurden seit dem Export geändert.',
      'La preuve n’a pas l’empreinte que donnent les propriétés du PDF : la preuve ou le PDF a été changé depuis l’export.',
      'La prueba no tiene la huella que dan las propiedades del PDF: la prueba o el PDF se cambió desde la exportación.'
    ],
  'Programs find different proofs in this PDF: its attachments were changed.': [
    'Programme finden verschiedene Nachweise in dieser PDF-Datei: Ihre Anlagen wurden geändert.',
    'Les programmes trouvent des preuves différentes dans ce PDF : ses pièces jointes ont été changées.',
    'Los programas encuentran pruebas distintas en este PDF: se cambiaron sus adjuntos.'
  ],
  'Programs find different numbers of pages in this PDF: it was changed or damaged.': [
    'Programme finden verschieden viele Seiten in dieser PDF-Datei: Sie wurde geändert oder beschädigt.',
    'Les programmes trouvent des nombres de pages différents dans ce PDF : il a été changé ou abîmé.',
    'Los programas encuentran distinto número de páginas en este PDF: fue cambiado o dañado.'
  ],
  'The bookmarks of the PDF were changed: they may say other things or lead elsewhere than when it was exported.': [
    'Die Lesezeichen der PDF-Datei wurden geändert: Sie können anderes sagen oder anderswohin führen als beim Export.',
    'Les signets du PDF ont été changés : ils peuvent dire autre chose ou mener ailleurs qu’à l’export.',
    'Se cambiaron los marcadores del PDF: pueden decir otras cosas o llevar a otro sitio que al exportarlo.'
  ],
  'The language of the PDF was changed since it was exported: a screen reader may read it aloud wrongly.': [
    'Die Sprache der PDF-Datei wurde seit dem Export geändert: Eine Vorlesehilfe kann sie falsch vorlesen.',
    'La langue du PDF a été changée depuis l’export : un lecteur d’écran peut mal le lire.',
    'Se cambió el idioma del PDF desde la exportación: un lector de pantalla puede leerlo mal.'
  ],
  'The numbers that programs show for the pages were changed since the PDF was exported.': [
    'Die Seitenzahlen, die Programme anzeigen, wurden seit dem Export geändert.',
    'Les numéros de page qu’affichent les programmes ont été changés depuis l’export.',
    'Se cambiaron los números de página que muestran los programas desde la exportación.'
  ],
  'The properties of the PDF (its title, author and dates) were changed since it was exported.': [
    'Die Eigenschaften der PDF-Datei (Titel, Verfasser, Daten) wurden seit dem Export geändert.',
    'Les propriétés du PDF (titre, auteur, dates) ont été changées depuis l’export.',
    'Se cambiaron las propiedades del PDF (título, autor, fechas) desde la exportación.'
  ],
  'The PDF carries the file “{1*}”, which wasn’t in it when it was exported.': [
    'Die PDF-Datei führt die Datei „{1}“ mit, die beim Export nicht darin war.',
    'Le PDF transporte le fichier « {1} », qui n’y était pas à l’export.',
    'El PDF lleva el archivo «{1}», que no estaba al exportarlo.'
  ],
  'The quote has no source in the proof.': [
    'Das Zitat hat im Nachweis keine Quelle.',
    'La citation n’a pas de source dans la preuve.',
    'La cita no tiene fuente en la prueba.'
  ],
  'Not checked again: the PDF doesn’t carry the text of its source.': [
    'Nicht erneut geprüft: Die PDF-Datei führt den Text der Quelle nicht mit.',
    'Non revérifiée : le PDF ne transporte pas le texte de sa source.',
    'No se volvió a comprobar: el PDF no lleva el texto de su fuente.'
  ],
  'Can’t be checked: the text of its source is withheld.': [
    'Nicht prüfbar: Der Text der Quelle wird zurückgehalten.',
    'Non vérifiable : le texte de sa source est retenu.',
    'No se puede comprobar: el texto de su fuente se retiene.'
  ],
  'The file isn’t put together as an export is ({1>}): it was damaged or changed, and programs may show it differently. Ask for the PDF as it was exported.':
    [
      'Die Datei ist nicht so aufgebaut wie ein Export ({1}): Sie wurde beschädigt oder verändert, und Programme können sie verschieden anzeigen. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'Le fichier n’est pas construit comme un export ({1}) : il a été abîmé ou modifié, et les programmes peuvent l’afficher différemment. Demandez le PDF tel qu’il a été exporté.',
      'El archivo no está construido como una exportación ({1}): fue dañado o cambiado, y los programas pueden mostrarlo de forma distinta. Pida el PDF tal como se exportó.'
    ],
  'Something was added to the file once after it was exported. Ask for the PDF as it was exported.': [
    'Der Datei wurde nach dem Export einmal etwas hinzugefügt. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
    'Quelque chose a été ajouté une fois au fichier après son export. Demandez le PDF tel qu’il a été exporté.',
    'Se añadió algo al archivo una vez después de exportarlo. Pida el PDF tal como se exportó.'
  ],
  'Something was added to the file {1#} times after it was exported. Ask for the PDF as it was exported.': [
    'Der Datei wurde nach dem Export {1}-mal etwas hinzugefügt. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
    'Quelque chose a été ajouté {1} fois au fichier après son export. Demandez le PDF tel qu’il a été exporté.',
    'Se añadió algo al archivo {1} veces después de exportarlo. Pida el PDF tal como se exportó.'
  ],
  'The attached proof tells other things of itself than an export does: it was changed.': [
    'Der angehängte Nachweis sagt von sich anderes als ein Export: Er wurde geändert.',
    'La preuve jointe dit d’elle-même autre chose qu’un export : elle a été changée.',
    'La prueba adjunta dice de sí misma otra cosa que una exportación: fue cambiada.'
  ],
  'The attached proof gives other dates than its brief: it was changed.': [
    'Der angehängte Nachweis nennt andere Daten als sein Briefing: Er wurde geändert.',
    'La preuve jointe donne d’autres dates que son briefing : elle a été changée.',
    'La prueba adjunta da otras fechas que su informe: fue cambiada.'
  ],
  'The proof says that it holds {1#} quotes, but it holds {2#}.': [
    'Der Nachweis sagt, dass er {1} Zitate enthält, enthält aber {2}.',
    'La preuve dit contenir {1} citations, mais elle en contient {2}.',
    'La prueba dice que contiene {1} citas, pero contiene {2}.'
  ],
  'The quotes of the proof aren’t numbered in order: one was taken out, added or moved.': [
    'Die Zitate des Nachweises sind nicht der Reihe nach nummeriert: Eines wurde entfernt, hinzugefügt oder verschoben.',
    'Les citations de la preuve ne sont pas numérotées dans l’ordre : l’une a été retirée, ajoutée ou déplacée.',
    'Las citas de la prueba no están numeradas en orden: una fue quitada, añadida o movida.'
  ],
  'The PDF carries {1#} proofs, though an export has one; the first was checked.': [
    'Die PDF-Datei enthält {1} Nachweise, ein Export aber einen; der erste wurde geprüft.',
    'Le PDF transporte {1} preuves, alors qu’un export en a une ; la première a été vérifiée.',
    'El PDF lleva {1} pruebas, aunque una exportación tiene una; se comprobó la primera.'
  ],
  'The proof calls itself version {1#}, but the PDF was exported with a later one: it was changed, so that less of the PDF is checked. Ask for the PDF as it was exported.':
    [
      'Der Nachweis nennt sich Version {1}, die PDF-Datei wurde aber mit einer späteren exportiert: Er wurde geändert, damit weniger an der Datei geprüft wird. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'La preuve se dit de version {1}, mais le PDF a été exporté avec une version ultérieure : elle a été changée pour que moins soit vérifié. Demandez le PDF tel qu’il a été exporté.',
      'La prueba se llama versión {1}, pero el PDF se exportó con una posterior: fue cambiada para que se compruebe menos. Pida el PDF tal como se exportó.'
    ],
  'The proof calls itself version 1, but the pages aren’t drawn as exports of that version are: the PDF was changed, so that less of it is checked. Ask for the PDF as it was exported.':
    [
      'Der Nachweis nennt sich Version 1, die Seiten sind aber nicht gezeichnet wie Exporte jener Version: Die PDF-Datei wurde geändert, damit weniger an ihr geprüft wird. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'La preuve se dit de version 1, mais les pages ne sont pas dessinées comme les exports de cette version : le PDF a été changé pour que moins soit vérifié. Demandez le PDF tel qu’il a été exporté.',
      'La prueba se llama versión 1, pero las páginas no están dibujadas como las exportaciones de esa versión: el PDF fue cambiado para que se compruebe menos. Pida el PDF tal como se exportó.'
    ],
  'The properties of the PDF don’t give the version of its proof: they were changed.': [
    'Die Eigenschaften der PDF-Datei nennen die Version ihres Nachweises nicht: Sie wurden geändert.',
    'Les propriétés du PDF ne donnent pas la version de sa preuve : elles ont été changées.',
    'Las propiedades del PDF no dan la versión de su prueba: fueron cambiadas.'
  ],
  'A page of the PDF draws forms or patterns, which no export does.': [
    'Eine Seite der PDF-Datei zeichnet Formulare oder Muster, was kein Export tut.',
    'Une page du PDF dessine des formulaires ou des motifs, ce qu’aucun export ne fait.',
    'Una página del PDF dibuja formularios o patrones, lo que ninguna exportación hace.'
  ],
  'The PDF holds “{1*}”, which no export does: it was added, and may change what is shown or done when it is opened.': [
    'Die PDF-Datei enthält „{1}“, was kein Export enthält: Es wurde hinzugefügt und kann ändern, was beim Öffnen gezeigt wird oder geschieht.',
    'Le PDF contient « {1} », ce qu’aucun export ne contient : cela a été ajouté et peut changer ce qui est montré ou fait à l’ouverture.',
    'El PDF contiene «{1}», lo que ninguna exportación contiene: se añadió y puede cambiar lo que se muestra o se hace al abrirlo.'
  ],
  '“{1*}” in the PDF isn’t as exports of its time have it: it was changed.': [
    '„{1}“ in der PDF-Datei ist nicht so wie in Exporten seiner Zeit: Es wurde geändert.',
    '« {1} » dans le PDF n’est pas comme dans les exports de son époque : cela a été changé.',
    '«{1}» en el PDF no es como en las exportaciones de su época: fue cambiado.'
  ],
  'The PDF holds “{1*}”, which it didn’t when it was exported: it was added, and may change what is shown or done when it is opened.':
    [
      'Die PDF-Datei enthält „{1}“, was sie beim Export nicht enthielt: Es wurde hinzugefügt und kann ändern, was beim Öffnen gezeigt wird oder geschieht.',
      'Le PDF contient « {1} », qu’il ne contenait pas à l’export : cela a été ajouté et peut changer ce qui est montré ou fait à l’ouverture.',
      'El PDF contiene «{1}», que no contenía al exportarse: se añadió y puede cambiar lo que se muestra o se hace al abrirlo.'
    ],
  'The PDF lacks “{1*}”, with which it was exported.': [
    'Der PDF-Datei fehlt „{1}“, womit sie exportiert wurde.',
    'Il manque au PDF « {1} », avec quoi il a été exporté.',
    'Al PDF le falta «{1}», con lo que se exportó.'
  ],
  '“{1*}” in the PDF was changed since it was exported.': [
    '„{1}“ in der PDF-Datei wurde seit dem Export geändert.',
    '« {1} » dans le PDF a été changé depuis l’export.',
    '«{1}» en el PDF se cambió desde la exportación.'
  ],
  'No page shows the fingerprint of the proof, though one did when the PDF was exported.': [
    'Keine Seite zeigt den Fingerabdruck des Nachweises, obwohl beim Export eine ihn zeigte.',
    'Aucune page ne montre l’empreinte de la preuve, alors que l’une le faisait à l’export.',
    'Ninguna página muestra la huella de la prueba, aunque una lo hacía al exportarse.'
  ],
  'No page shows the {1>} that the proof gives for source {2#}: “{3*}”.': [
    'Keine Seite zeigt {1} von Quelle {2} so wie der Nachweis: „{3}“.',
    'Aucune page ne montre {1} que la preuve donne pour la source {2} : « {3} ».',
    'Ninguna página muestra {1} que la prueba da para la fuente {2}: «{3}».'
  ],
  title: ['den Titel', 'le titre', 'el título'],
  publisher: ['die herausgebende Stelle', 'l’éditeur', 'la editorial'],
  address: ['die Adresse', 'l’adresse', 'la dirección'],
  author: ['die Verfasser', 'l’auteur', 'el autor'],
  'The PDF is called “{1*}” in its properties, but was exported as “{2*}”.': [
    'Die PDF-Datei heißt in ihren Eigenschaften „{1}“, wurde aber als „{2}“ exportiert.',
    'Le PDF s’appelle « {1} » dans ses propriétés, mais a été exporté comme « {2} ».',
    'El PDF se llama «{1}» en sus propiedades, pero se exportó como «{2}».'
  ],
  'The PDF names “{1*}” as its author in its properties, but was exported with “{2*}”.': [
    'Die PDF-Datei nennt in ihren Eigenschaften „{1}“ als Verfasser, wurde aber mit „{2}“ exportiert.',
    'Le PDF nomme « {1} » comme auteur dans ses propriétés, mais a été exporté avec « {2} ».',
    'El PDF nombra a «{1}» como autor en sus propiedades, pero se exportó con «{2}».'
  ],
  'The PDF describes a figure with “{1*}”, which the proof doesn’t hold there.': [
    'Die PDF-Datei beschreibt eine Abbildung mit „{1}“, was dort nicht im Nachweis steht.',
    'Le PDF décrit une figure par « {1} », que la preuve ne contient pas à cet endroit.',
    'El PDF describe una figura con «{1}», que la prueba no contiene ahí.'
  ],
  'A figure of the proof isn’t in the PDF.': [
    'Eine Abbildung des Nachweises fehlt in der PDF-Datei.',
    'Une figure de la preuve n’est pas dans le PDF.',
    'Una figura de la prueba no está en el PDF.'
  ],
  'The contents on page {1#} list “{2*}”, which is no heading of the proof.': [
    'Das Inhaltsverzeichnis auf Seite {1} führt „{2}“ auf, das keine Überschrift des Nachweises ist.',
    'La table des matières de la page {1} mentionne « {2} », qui n’est pas un titre de la preuve.',
    'El índice de la página {1} menciona «{2}», que no es un título de la prueba.'
  ],
  'The structure by which the PDF is read aloud was changed since it was exported: a screen reader may say other things than the pages show.':
    [
      'Die Struktur, nach der die PDF-Datei vorgelesen wird, wurde seit dem Export geändert: Eine Vorlesehilfe kann anderes sagen, als die Seiten zeigen.',
      'La structure selon laquelle le PDF est lu à voix haute a été changée depuis l’export : un lecteur d’écran peut dire autre chose que ce que montrent les pages.',
      'La estructura según la cual se lee el PDF en voz alta se cambió desde la exportación: un lector de pantalla puede decir otras cosas que las que muestran las páginas.'
    ],
  'The places to which links in the PDF lead were changed since it was exported.': [
    'Die Ziele der Verweise in der PDF-Datei wurden seit dem Export geändert.',
    'Les endroits où mènent les liens du PDF ont été changés depuis l’export.',
    'Se cambiaron los lugares a los que llevan los enlaces del PDF desde la exportación.'
  ],
  'The places to which links in the PDF lead, or what is attached to it, were changed since it was exported.': [
    'Die Ziele der Verweise in der PDF-Datei oder ihre Anlagen wurden seit dem Export geändert.',
    'Les endroits où mènent les liens du PDF, ou ses pièces jointes, ont été changés depuis l’export.',
    'Se cambiaron los lugares a los que llevan los enlaces del PDF, o sus adjuntos, desde la exportación.'
  ],
  'How programs are to show the PDF was changed since it was exported.': [
    'Wie Programme die PDF-Datei zeigen sollen, wurde seit dem Export geändert.',
    'La façon dont les programmes doivent montrer le PDF a été changée depuis l’export.',
    'Se cambió cómo deben mostrar el PDF los programas desde la exportación.'
  ],
  'How programs are to open the PDF was changed since it was exported.': [
    'Wie Programme die PDF-Datei öffnen sollen, wurde seit dem Export geändert.',
    'La façon dont les programmes doivent ouvrir le PDF a été changée depuis l’export.',
    'Se cambió cómo deben abrir el PDF los programas desde la exportación.'
  ],
  'The colours for which the PDF was made were changed since it was exported.': [
    'Die Farben, für die die PDF-Datei gemacht ist, wurden seit dem Export geändert.',
    'Les couleurs pour lesquelles le PDF est fait ont été changées depuis l’export.',
    'Se cambiaron los colores para los que se hizo el PDF desde la exportación.'
  ],
  'What is attached to the PDF was changed since it was exported.': [
    'Was der PDF-Datei beigefügt ist, wurde seit dem Export geändert.',
    'Ce qui est joint au PDF a été changé depuis l’export.',
    'Se cambió lo que va adjunto al PDF desde la exportación.'
  ],
  'The PDF has {1>}, but it was exported with {2>}.': [
    'Die PDF-Datei hat {1}, wurde aber mit {2} exportiert.',
    'Le PDF a {1}, mais a été exporté avec {2}.',
    'El PDF tiene {1}, pero se exportó con {2}.'
  ],
  '1 page': ['1 Seite', '1 page', '1 página'],
  '{1#} pages': ['{1} Seiten', '{1} pages', '{1} páginas'],
  'The PDF was written anew by another program, which draws every page in another way. The words are the same as when it was exported, but that nothing covers them can’t be shown from this file. Ask for the PDF as it was exported.':
    [
      'Die PDF-Datei wurde von einem anderen Programm neu geschrieben, das jede Seite anders zeichnet. Die Worte sind dieselben wie beim Export, aber dass nichts sie verdeckt, lässt sich aus dieser Datei nicht zeigen. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'Le PDF a été réécrit par un autre programme, qui dessine chaque page autrement. Les mots sont les mêmes qu’à l’export, mais que rien ne les couvre, ce fichier ne peut le montrer. Demandez le PDF tel qu’il a été exporté.',
      'El PDF fue reescrito por otro programa, que dibuja cada página de otra manera. Las palabras son las mismas que al exportarse, pero que nada las cubre no se puede demostrar con este archivo. Pida el PDF tal como se exportó.'
    ],
  'The PDF was written anew by another program, which draws every page in another way. Ask for the PDF as it was exported.':
    [
      'Die PDF-Datei wurde von einem anderen Programm neu geschrieben, das jede Seite anders zeichnet. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
      'Le PDF a été réécrit par un autre programme, qui dessine chaque page autrement. Demandez le PDF tel qu’il a été exporté.',
      'El PDF fue reescrito por otro programa, que dibuja cada página de otra manera. Pida el PDF tal como se exportó.'
    ],
  'Page {1#} shows what was exported as page {2#}: pages were moved, removed or added.': [
    'Seite {1} zeigt, was als Seite {2} exportiert wurde: Seiten wurden verschoben, entfernt oder hinzugefügt.',
    'La page {1} montre ce qui a été exporté comme page {2} : des pages ont été déplacées, retirées ou ajoutées.',
    'La página {1} muestra lo que se exportó como página {2}: se movieron, quitaron o añadieron páginas.'
  ],
  'The words that the proof gives for page {1#} aren’t those of the page: {2>}.': [
    'Die Worte, die der Nachweis für Seite {1} angibt, sind nicht die der Seite: {2}.',
    'Les mots que la preuve donne pour la page {1} ne sont pas ceux de la page : {2}.',
    'Las palabras que la prueba da para la página {1} no son las de la página: {2}.'
  ],
  'The font {1*} isn’t the one that was exported: its letters may look like others, or be read as others.': [
    'Die Schrift {1} ist nicht die, die exportiert wurde: Ihre Buchstaben können wie andere aussehen oder als andere gelesen werden.',
    'La police {1} n’est pas celle qui a été exportée : ses lettres peuvent ressembler à d’autres, ou être lues comme d’autres.',
    'El tipo de letra {1} no es el que se exportó: sus letras pueden parecer otras, o leerse como otras.'
  ],
  'The font {1*}, with which the PDF was exported, is missing from it.': [
    'Die Schrift {1}, mit der die PDF-Datei exportiert wurde, fehlt in ihr.',
    'La police {1}, avec laquelle le PDF a été exporté, y manque.',
    'Falta el tipo de letra {1}, con el que se exportó el PDF.'
  ],
  'source {1#} (“{2*}”)': ['Quelle {1} („{2}“)', 'la source {1} (« {2} »)', 'la fuente {1} («{2}»)'],
  'source {1#}': ['Quelle {1}', 'la source {1}', 'la fuente {1}'],
  'The proof holds {1>} twice.': [
    'Der Nachweis führt {1} doppelt.',
    'La preuve contient {1} deux fois.',
    'La prueba contiene {1} dos veces.'
  ],
  'The text of {1>} was changed: it doesn’t have the SHA-256 that the proof gives for it.': [
    'Der Text von {1} wurde geändert: Er hat nicht den SHA-256, den der Nachweis angibt.',
    'Le texte de {1} a été changé : il n’a pas le SHA-256 que la preuve donne.',
    'El texto de {1} fue cambiado: no tiene el SHA-256 que da la prueba.'
  ],
  'The proof gives no SHA-256 for {1>}, though nothing of it is withheld.': [
    'Der Nachweis gibt für {1} keinen SHA-256 an, obwohl nichts davon zurückgehalten wird.',
    'La preuve ne donne pas de SHA-256 pour {1}, bien que rien n’en soit retenu.',
    'La prueba no da SHA-256 para {1}, aunque nada se retiene de ella.'
  ],
  'The list of sources doesn’t show the SHA-256 that the proof gives for {1>}.': [
    'Das Quellenverzeichnis zeigt nicht den SHA-256, den der Nachweis für {1} angibt.',
    'La liste des sources ne montre pas le SHA-256 que la preuve donne pour {1}.',
    'La lista de fuentes no muestra el SHA-256 que la prueba da para {1}.'
  ],
  'The stored original of {1>} was altered when the PDF was made.': [
    'Das gespeicherte Original von {1} war verändert, als die PDF-Datei erstellt wurde.',
    'L’original conservé de {1} était modifié quand le PDF a été fait.',
    'El original guardado de {1} estaba alterado cuando se hizo el PDF.'
  ],
  'The stored original of {1>} was missing when the PDF was made.': [
    'Das gespeicherte Original von {1} fehlte, als die PDF-Datei erstellt wurde.',
    'L’original conservé de {1} manquait quand le PDF a été fait.',
    'El original guardado de {1} faltaba cuando se hizo el PDF.'
  ],
  'Quote {1#} (“{2*}”)': ['Zitat {1} („{2}“)', 'La citation {1} (« {2} »)', 'La cita {1} («{2}»)'],
  '{1>} names a source that the proof doesn’t hold.': [
    '{1} nennt eine Quelle, die nicht im Nachweis steht.',
    '{1} nomme une source que la preuve ne contient pas.',
    '{1} nombra una fuente que la prueba no contiene.'
  ],
  '{1>} gives another SHA-256 for its source than the source itself.': [
    '{1} gibt für seine Quelle einen anderen SHA-256 an als die Quelle selbst.',
    '{1} donne pour sa source un autre SHA-256 que la source elle-même.',
    '{1} da para su fuente otro SHA-256 que la fuente misma.'
  ],
  '{1>} is {2>}, though the proof claims {3>}.': [
    '{1} ist {2}, obwohl der Nachweis {3} behauptet.',
    '{1} est {2}, alors que la preuve affirme {3}.',
    '{1} está {2}, aunque la prueba afirma {3}.'
  ],
  '{1>} doesn’t stand in its source where the proof says.': [
    '{1} steht in seiner Quelle nicht dort, wo der Nachweis sagt.',
    '{1} n’est pas dans sa source là où la preuve le dit.',
    '{1} no está en su fuente donde dice la prueba.'
  ],
  '{1>} is in the proof, but no page shows it.': [
    '{1} steht im Nachweis, aber keine Seite zeigt es.',
    '{1} est dans la preuve, mais aucune page ne la montre.',
    '{1} está en la prueba, pero ninguna página la muestra.'
  ],
  'The proof claims {1>}, but found is {2>}.': [
    'Der Nachweis behauptet „{1}“, gefunden wurde „{2}“.',
    'La preuve affirme « {1} », mais l’on trouve « {2} ».',
    'La prueba afirma «{1}», pero se encontró «{2}».'
  ],
  Verbatim: ['Wörtlich', 'Littérale', 'Literal'],
  Normalised: ['Angeglichen', 'Normalisée', 'Normalizada'],
  Altered: ['Verändert', 'Modifiée', 'Alterada'],
  Missing: ['Fehlt', 'Absente', 'Ausente'],
  verbatim: ['wörtlich', 'littérale', 'literal'],
  normalised: ['angeglichen', 'normalisée', 'normalizada'],
  altered: ['verändert', 'modifiée', 'alterada'],
  missing: ['nicht zu finden', 'absente', 'ausente'],
  'No page shows this quote.': [
    'Keine Seite zeigt dieses Zitat.',
    'Aucune page ne montre cette citation.',
    'Ninguna página muestra esta cita.'
  ],
  'The page shows other words: “{1*}”.': [
    'Die Seite zeigt andere Worte: „{1}“.',
    'La page montre d’autres mots : « {1} ».',
    'La página muestra otras palabras: «{1}».'
  ],
  'Nothing like these words stood where they were looked for.': [
    'Nichts, was diesen Worten gleicht, stand dort, wo sie gesucht wurden.',
    'Rien qui ressemble à ces mots ne se trouvait là où on les a cherchés.',
    'Nada parecido a estas palabras estaba donde se buscaron.'
  ],
  'Other words stand where these were looked for.': [
    'Andere Worte stehen dort, wo diese gesucht wurden.',
    'D’autres mots se trouvent là où l’on cherchait ceux-ci.',
    'Otras palabras están donde se buscaron estas.'
  ],
  'This file can’t be read as a PDF ({1*}). Check that it is complete and not protected by a password.': [
    'Diese Datei lässt sich nicht als PDF lesen ({1}). Prüfen Sie, ob sie vollständig und nicht durch ein Passwort geschützt ist.',
    'Ce fichier ne peut pas être lu comme PDF ({1}). Vérifiez qu’il est complet et non protégé par un mot de passe.',
    'Este archivo no se puede leer como PDF ({1}). Compruebe que está completo y no protegido por contraseña.'
  ],
  'This file can’t be read as a PDF. Check that it is complete and not protected by a password.': [
    'Diese Datei lässt sich nicht als PDF lesen. Prüfen Sie, ob sie vollständig und nicht durch ein Passwort geschützt ist.',
    'Ce fichier ne peut pas être lu comme PDF. Vérifiez qu’il est complet et non protégé par un mot de passe.',
    'Este archivo no se puede leer como PDF. Compruebe que está completo y no protegido por contraseña.'
  ],
  'This PDF carries no proof of its quotes: it wasn’t exported by Dossier, or the proof was taken out of it.': [
    'Diese PDF-Datei enthält keinen Nachweis ihrer Zitate: Sie wurde nicht von Dossier exportiert, oder der Nachweis wurde entfernt.',
    'Ce PDF ne transporte pas de preuve de ses citations : il n’a pas été exporté par Dossier, ou la preuve en a été retirée.',
    'Este PDF no lleva prueba de sus citas: no lo exportó Dossier, o se le quitó la prueba.'
  ],
  'This PDF was made by a newer Dossier. Update Dossier to verify it.': [
    'Diese PDF-Datei stammt von einem neueren Dossier. Aktualisieren Sie Dossier, um sie zu prüfen.',
    'Ce PDF a été fait par un Dossier plus récent. Mettez Dossier à jour pour le vérifier.',
    'Este PDF fue hecho por un Dossier más nuevo. Actualice Dossier para comprobarlo.'
  ],
  'The proof in this PDF is damaged: {1>}. Ask for the PDF again from whoever exported it.': [
    'Der Nachweis in dieser PDF-Datei ist beschädigt: {1}. Bitten Sie diejenigen, die sie exportiert haben, noch einmal um sie.',
    'La preuve dans ce PDF est abîmée : {1}. Redemandez le PDF à qui l’a exporté.',
    'La prueba de este PDF está dañada: {1}. Pida el PDF de nuevo a quien lo exportó.'
  ],
  'it isn’t written as an export writes it': [
    'er ist nicht so geschrieben, wie ein Export ihn schreibt',
    'elle n’est pas écrite comme un export l’écrit',
    'no está escrita como la escribe una exportación'
  ],
  'it is cut off or overwritten': [
    'er ist abgeschnitten oder überschrieben',
    'elle est coupée ou écrasée',
    'está cortada o sobrescrita'
  ],
  'it isn’t a proof of Dossier': [
    'er ist kein Nachweis von Dossier',
    'ce n’est pas une preuve de Dossier',
    'no es una prueba de Dossier'
  ],
  '“{1*}” isn’t as it should be': [
    '„{1}“ ist nicht, wie es sein soll',
    '« {1} » n’est pas comme il faut',
    '«{1}» no es como debe ser'
  ],
  'The text of source {1*} is withheld in this redacted export': [
    'Der Text von Quelle {1} wird in diesem geschwärzten Export zurückgehalten',
    'Le texte de la source {1} est retenu dans cet export caviardé',
    'El texto de la fuente {1} se retiene en esta exportación expurgada'
  ],
  'The text of sources {1*} is withheld in this redacted export': [
    'Der Text der Quellen {1} wird in diesem geschwärzten Export zurückgehalten',
    'Le texte des sources {1} est retenu dans cet export caviardé',
    'El texto de las fuentes {1} se retiene en esta exportación expurgada'
  ],
  '{1>}: the quote from there can’t be checked from the PDF. Their states are those found when it was exported.': [
    '{1}: Das Zitat von dort lässt sich aus der PDF-Datei nicht prüfen. Sein Zustand ist der beim Export gefundene.',
    '{1} : la citation qui en vient ne peut être vérifiée à partir du PDF. Son état est celui trouvé à l’export.',
    '{1}: la cita de allí no se puede comprobar con el PDF. Su estado es el hallado al exportar.'
  ],
  '{1>}: the {2#} quotes from there can’t be checked from the PDF. Their states are those found when it was exported.':
    [
      '{1}: Die {2} Zitate von dort lassen sich aus der PDF-Datei nicht prüfen. Ihre Zustände sind die beim Export gefundenen.',
      '{1} : les {2} citations qui en viennent ne peuvent être vérifiées à partir du PDF. Leurs états sont ceux trouvés à l’export.',
      '{1}: las {2} citas de allí no se pueden comprobar con el PDF. Sus estados son los hallados al exportar.'
    ],
  '{1>}.': ['{1}.', '{1}.', '{1}.']
} as const satisfies Readonly<Record<string, Translations>>
