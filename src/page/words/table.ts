/**
 * Sentences of the verifier as it writes them, and in German, French and Spanish. `{1#}` is a number, `{1*}` words that stay as they are, `{1>}` a phrase
 * that has a line of its own here, `{1,}` several of them. The first that fits counts.
 */
export const SENTENCES: readonly (readonly [en: string, de: string, fr: string, es: string])[] = [
  // The verdict.
  [
    'Verified: {1>}, and the PDF agrees with its proof in all that it shows and holds.',
    'Bestätigt: {1}, und die PDF-Datei stimmt in allem, was sie zeigt und enthält, mit ihrem Nachweis überein.',
    'Vérifié : {1}, et le PDF concorde avec sa preuve en tout ce qu’il montre et contient.',
    'Comprobado: {1}, y el PDF concuerda con su prueba en todo lo que muestra y contiene.'
  ],
  [
    'Verified by an older proof: {1>}, and the pages agree with the proof, which binds less than today’s.',
    'Nach einem älteren Nachweis bestätigt: {1}, und die Seiten stimmen mit dem Nachweis überein, der weniger bindet als ein heutiger.',
    'Vérifié d’après une preuve plus ancienne : {1}, et les pages concordent avec la preuve, qui lie moins que celle d’aujourd’hui.',
    'Comprobado según una prueba más antigua: {1}, y las páginas concuerdan con la prueba, que vincula menos que las de hoy.'
  ],
  [
    'Verified as far as its old proof goes: {1>}. Nothing else on its pages is proven.',
    'Bestätigt, soweit der alte Nachweis reicht: {1}. Nichts anderes auf den Seiten ist nachgewiesen.',
    'Vérifié autant que le permet son ancienne preuve : {1}. Rien d’autre sur ses pages n’est prouvé.',
    'Comprobado hasta donde llega su prueba antigua: {1}. Nada más en sus páginas queda probado.'
  ],
  [
    'Not verified: the proof doesn’t hold.',
    'Nicht bestätigt: Der Nachweis hält nicht.',
    'Non vérifié : la preuve ne tient pas.',
    'No comprobado: la prueba no se sostiene.'
  ],
  ['Not verified: {1,}.', 'Nicht bestätigt: {1}.', 'Non vérifié : {1}.', 'No comprobado: {1}.'],
  ['1 problem', '1 Problem', '1 problème', '1 problema'],
  ['{1#} problems', '{1} Probleme', '{1} problèmes', '{1} problemas'],
  ['1 statement changed', '1 Aussage geändert', '1 énoncé modifié', '1 afirmación cambiada'],
  ['{1#} statements changed', '{1} Aussagen geändert', '{1} énoncés modifiés', '{1} afirmaciones cambiadas'],
  [
    '1 page not as the proof has them',
    '1 Seite nicht wie im Nachweis',
    '1 page autre que dans la preuve',
    '1 página distinta de la prueba'
  ],
  [
    '{1#} pages not as the proof has them',
    '{1} Seiten nicht wie im Nachweis',
    '{1} pages autres que dans la preuve',
    '{1} páginas distintas de la prueba'
  ],
  [
    '{1#} of {2>} altered or missing',
    '{1} von {2} verändert oder fehlend',
    '{1} sur {2} modifiées ou absentes',
    '{1} de {2} alteradas o ausentes'
  ],
  ['the signature doesn’t hold', 'die Signatur hält nicht', 'la signature ne tient pas', 'la firma no se sostiene'],
  ['1 quote', '1 Zitat', '1 citation', '1 cita'],
  ['{1#} quotes', '{1} Zitate', '{1} citations', '{1} citas'],
  [
    'the PDF shows no quotes',
    'die PDF-Datei zeigt keine Zitate',
    'le PDF ne montre aucune citation',
    'el PDF no muestra citas'
  ],
  [
    'the {1>} can’t be checked, since no text of a source is carried',
    '{1} nicht prüfbar, da kein Quellentext mitgeführt wird',
    '{1} non vérifiables, aucun texte de source n’étant transporté',
    '{1} sin posibilidad de comprobación, pues no se incluye ningún texto de las fuentes'
  ],
  [
    '{1>} stands so in the texts that the PDF carries, {2#} can’t be checked, since the text of the source is withheld',
    '{1} steht so in den mitgeführten Texten, {2} nicht prüfbar, da der Text der Quelle zurückgehalten wird',
    '{1} figure telle quelle dans les textes transportés, {2} non vérifiables, le texte de la source étant retenu',
    '{1} está tal cual en los textos incluidos, {2} sin posibilidad de comprobación, pues el texto de la fuente se retiene'
  ],
  [
    '{1>} stand so in the texts that the PDF carries, {2#} can’t be checked, since the text of the source is withheld',
    '{1} stehen so in den mitgeführten Texten, {2} nicht prüfbar, da der Text der Quelle zurückgehalten wird',
    '{1} figurent telles quelles dans les textes transportés, {2} non vérifiables, le texte de la source étant retenu',
    '{1} están tal cual en los textos incluidos, {2} sin posibilidad de comprobación, pues el texto de la fuente se retiene'
  ],
  [
    '{1>} stands so in the texts that the PDF carries',
    '{1} steht so in den mitgeführten Texten',
    '{1} figure telle quelle dans les textes transportés',
    '{1} está tal cual en los textos incluidos'
  ],
  [
    '{1>} stand so in the texts that the PDF carries',
    '{1} stehen so in den mitgeführten Texten',
    '{1} figurent telles quelles dans les textes transportés',
    '{1} están tal cual en los textos incluidos'
  ],

  // What was shown.
  [
    'The PDF shows no quotes.',
    'Die PDF-Datei zeigt keine Zitate.',
    'Le PDF ne montre aucune citation.',
    'El PDF no muestra citas.'
  ],
  [
    'The {1>} can’t be checked, since no text of a source is carried ({2,}).',
    '{1} nicht prüfbar, da kein Quellentext mitgeführt wird ({2}).',
    '{1} non vérifiables, aucun texte de source n’étant transporté ({2}).',
    '{1} sin posibilidad de comprobación, pues no se incluye ningún texto de las fuentes ({2}).'
  ],
  ['{1>} ({2,}).', '{1} ({2}).', '{1} ({2}).', '{1} ({2}).'],
  ['{1#} verbatim', '{1} wörtlich', '{1} littérales', '{1} literales'],
  ['{1#} normalised', '{1} angeglichen', '{1} normalisées', '{1} normalizadas'],
  ['{1#} altered', '{1} verändert', '{1} modifiées', '{1} alteradas'],
  ['{1#} missing', '{1} fehlend', '{1} absentes', '{1} ausentes'],
  [
    'The pages show these quotes.',
    'Die Seiten zeigen diese Zitate.',
    'Les pages montrent ces citations.',
    'Las páginas muestran estas citas.'
  ],
  [
    'The pages show the quotes and statements of its proof.',
    'Die Seiten zeigen die Zitate und Aussagen des Nachweises.',
    'Les pages montrent les citations et les énoncés de la preuve.',
    'Las páginas muestran las citas y afirmaciones de la prueba.'
  ],
  [
    'All that the pages print is what its proof holds: quotes, statements with likelihood and confidence, headings, tables, notes, sources.',
    'Alles, was auf den Seiten gedruckt ist, steht im Nachweis: Zitate, Aussagen mit Wahrscheinlichkeit und Zuverlässigkeit, Überschriften, Tabellen, Anmerkungen, Quellen.',
    'Tout ce que les pages impriment est dans la preuve : citations, énoncés avec probabilité et confiance, titres, tableaux, notes, sources.',
    'Todo lo que imprimen las páginas está en la prueba: citas, afirmaciones con probabilidad y confianza, títulos, tablas, notas, fuentes.'
  ],
  [
    'Pages, fonts, links, bookmarks and structure have the digests of its proof.',
    'Seiten, Schriften, Verweise, Lesezeichen und Struktur haben die Prüfsummen des Nachweises.',
    'Pages, polices, liens, signets et structure ont les sommes de contrôle de la preuve.',
    'Páginas, fuentes tipográficas, enlaces, marcadores y estructura tienen las sumas de control de la prueba.'
  ],
  [
    'Pages, fonts, links, bookmarks, structure, language and properties, all that the file holds, have the digests of its proof.',
    'Seiten, Schriften, Verweise, Lesezeichen, Struktur, Sprache und Eigenschaften, alles, was die Datei enthält, haben die Prüfsummen des Nachweises.',
    'Pages, polices, liens, signets, structure, langue et propriétés, tout ce que le fichier contient, ont les sommes de contrôle de la preuve.',
    'Páginas, fuentes tipográficas, enlaces, marcadores, estructura, idioma y propiedades, todo lo que contiene el archivo, tienen las sumas de control de la prueba.'
  ],
  [
    'The fingerprint of its proof is {1*}.',
    'Der Fingerabdruck des Nachweises ist {1}.',
    'L’empreinte de la preuve est {1}.',
    'La huella de la prueba es {1}.'
  ],

  // What can't be shown.
  [
    'That the carried texts are what was published, and that the PDF is what its author exported, can’t be shown from the PDF alone: whoever writes pages, proof and hashes anew, all to match, isn’t found. Compare the SHA-256 of the originals, ask its author for the fingerprint by another way, or check a signature.',
    'Dass die mitgeführten Texte das sind, was veröffentlicht wurde, und dass die PDF-Datei so aus der Hand ihrer Verfasserin oder ihres Verfassers kam, lässt sich aus der Datei allein nicht zeigen: Wer Seiten, Nachweis und Prüfsummen passend neu schreibt, fällt nicht auf. Vergleichen Sie den SHA-256 der Originale, fragen Sie auf einem anderen Weg nach dem Fingerabdruck, oder prüfen Sie eine Signatur.',
    'Que les textes transportés soient ce qui a été publié, et que le PDF soit celui que son auteur a exporté, le PDF seul ne peut le montrer : qui réécrit pages, preuve et sommes de contrôle pour qu’elles concordent n’est pas découvert. Comparez les SHA-256 des originaux, demandez l’empreinte à l’auteur par une autre voie ou vérifiez une signature.',
    'Que los textos incluidos sean lo publicado, y que el PDF sea el que exportó su autor, no se puede demostrar solo con el PDF: quien reescribe páginas, prueba y sumas de control para que concuerden no es descubierto. Compare el SHA-256 de los originales, pida la huella a su autor por otra vía o compruebe una firma.'
  ],
  [
    'Its proof is of version 1, which binds the quotes alone: statements, headings, tables, notes, figures, links and whatever else the pages show may have been changed since, and this check wouldn’t find it. Ask for a new export.',
    'Der Nachweis hat die Version 1, die nur die Zitate bindet: Aussagen, Überschriften, Tabellen, Anmerkungen, Abbildungen, Verweise und was die Seiten sonst zeigen, kann seither geändert worden sein, ohne dass diese Prüfung es fände. Bitten Sie um einen neuen Export.',
    'La preuve est de la version 1, qui ne lie que les citations : énoncés, titres, tableaux, notes, figures, liens et tout ce que les pages montrent d’autre ont pu être changés depuis sans que cette vérification le trouve. Demandez un nouvel export.',
    'La prueba es de la versión 1, que solo vincula las citas: afirmaciones, títulos, tablas, notas, figuras, enlaces y lo demás que muestran las páginas pueden haberse cambiado desde entonces sin que esta comprobación lo encuentre. Pida una nueva exportación.'
  ],
  [
    'Its proof is of version 2: its fingerprint doesn’t stand for headings, tables, notes, likelihood, confidence and the look of pages, and its digests leave out the language, the properties and what else the file holds besides pages, links, bookmarks and structure. These were compared with what exports of that version hold, and a change that looks like one of them isn’t found. Ask for a new export.',
    'Der Nachweis hat die Version 2: Sein Fingerabdruck steht nicht für Überschriften, Tabellen, Anmerkungen, Wahrscheinlichkeit, Zuverlässigkeit und das Aussehen der Seiten, und seine Prüfsummen lassen die Sprache, die Eigenschaften und anderes in der Datei aus. Dies wurde mit dem verglichen, was Exporte jener Version enthalten; eine Änderung, die wie einer von ihnen aussieht, fällt nicht auf. Bitten Sie um einen neuen Export.',
    'La preuve est de la version 2 : son empreinte ne vaut pas pour les titres, tableaux, notes, probabilité, confiance et l’aspect des pages, et ses sommes de contrôle laissent de côté la langue, les propriétés et d’autres parties du fichier. Celles-ci ont été comparées à ce que contiennent les exports de cette version ; un changement qui ressemble à l’un d’eux n’est pas découvert. Demandez un nouvel export.',
    'La prueba es de la versión 2: su huella no vale para títulos, tablas, notas, probabilidad, confianza y el aspecto de las páginas, y sus sumas de control dejan fuera el idioma, las propiedades y otras partes del archivo. Estas se compararon con lo que contienen las exportaciones de esa versión; un cambio que se parezca a una de ellas no se descubre. Pida una nueva exportación.'
  ],

  // What is wrong.
  [
    'The file isn’t put together as an export is ({1*}): it was damaged or changed, and programs may show it differently. Ask for the PDF as it was exported.',
    'Die Datei ist nicht so aufgebaut wie ein Export ({1}): Sie wurde beschädigt oder verändert, und Programme können sie verschieden anzeigen. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
    'Le fichier n’est pas construit comme un export ({1}) : il a été abîmé ou modifié, et les programmes peuvent l’afficher différemment. Demandez le PDF tel qu’il a été exporté.',
    'El archivo no está construido como una exportación ({1}): fue dañado o cambiado, y los programas pueden mostrarlo de forma distinta. Pida el PDF tal como se exportó.'
  ],
  [
    'Something was added to the file {1*} after it was exported. Ask for the PDF as it was exported.',
    'Der Datei wurde nach dem Export etwas hinzugefügt. Bitten Sie um die PDF-Datei, wie sie exportiert wurde.',
    'Quelque chose a été ajouté au fichier après son export. Demandez le PDF tel qu’il a été exporté.',
    'Se añadió algo al archivo después de exportarlo. Pida el PDF tal como se exportó.'
  ],
  [
    'The words of page {1#} were changed: {2>}.',
    'Die Worte auf Seite {1} wurden geändert: {2}.',
    'Les mots de la page {1} ont été changés : {2}.',
    'Se cambiaron las palabras de la página {1}: {2}.'
  ],
  [
    'it shows “{1*}” where “{2*}” was exported',
    'dort steht „{1}“, exportiert wurde „{2}“',
    'elle montre « {1} » là où « {2} » avait été exporté',
    'muestra «{1}» donde se exportó «{2}»'
  ],
  [
    'it shows “{1*}”, which wasn’t exported',
    'dort steht „{1}“, was nicht exportiert wurde',
    'elle montre « {1} », qui n’avait pas été exporté',
    'muestra «{1}», que no se exportó'
  ],
  ['“{1*}” is missing from it', '„{1}“ fehlt dort', '« {1} » y manque', 'falta «{1}»'],
  [
    'Page {1#} isn’t drawn as it was exported, though its words are the same: something may have been moved, added to it or laid over it.',
    'Seite {1} ist nicht so gezeichnet, wie sie exportiert wurde, obwohl ihre Worte dieselben sind: Etwas kann verschoben, hinzugefügt oder darübergelegt worden sein.',
    'La page {1} n’est pas dessinée comme elle a été exportée, bien que ses mots soient les mêmes : quelque chose a pu y être déplacé, ajouté ou posé par-dessus.',
    'La página {1} no está dibujada como se exportó, aunque sus palabras son las mismas: algo puede haberse movido, añadido o superpuesto.'
  ],
  [
    'Page {1#} isn’t drawn with what it was exported with: its size, fonts or images were changed, so it may look different.',
    'Seite {1} ist nicht mit dem gezeichnet, womit sie exportiert wurde: Größe, Schriften oder Bilder wurden geändert; sie kann anders aussehen.',
    'La page {1} n’est pas dessinée avec ce avec quoi elle a été exportée : taille, polices ou images ont changé ; elle peut avoir un autre aspect.',
    'La página {1} no está dibujada con lo que se exportó: se cambiaron tamaño, tipos o imágenes, y puede verse distinta.'
  ],
  [
    'The links of page {1#}, or notes laid over it, were changed, added or removed: links may lead elsewhere than they say.',
    'Die Verweise auf Seite {1} oder darübergelegte Notizen wurden geändert, hinzugefügt oder entfernt: Verweise können anderswohin führen, als sie sagen.',
    'Les liens de la page {1}, ou des notes posées par-dessus, ont été changés, ajoutés ou retirés : des liens peuvent mener ailleurs qu’ils ne disent.',
    'Se cambiaron, añadieron o quitaron enlaces de la página {1} o notas sobre ella: los enlaces pueden llevar a otro sitio del que dicen.'
  ],
  [
    'Page {1#} was added: it isn’t part of the export.',
    'Seite {1} wurde hinzugefügt: Sie gehört nicht zum Export.',
    'La page {1} a été ajoutée : elle ne fait pas partie de l’export.',
    'La página {1} fue añadida: no es parte de la exportación.'
  ],
  [
    'Page {1#} of the export is missing from the PDF.',
    'Seite {1} des Exports fehlt in der PDF-Datei.',
    'La page {1} de l’export manque dans le PDF.',
    'Falta en el PDF la página {1} de la exportación.'
  ],
  [
    'Page {1#} has annotations on it that can cover its text.',
    'Auf Seite {1} liegen Anmerkungen, die ihren Text verdecken können.',
    'La page {1} porte des annotations qui peuvent couvrir son texte.',
    'La página {1} tiene anotaciones que pueden cubrir su texto.'
  ],
  [
    'Page {1#} shows text that isn’t part of the document: “{2*}”.',
    'Seite {1} zeigt Text, der nicht zum Dokument gehört: „{2}“.',
    'La page {1} montre un texte qui ne fait pas partie du document : « {2} ».',
    'La página {1} muestra un texto que no es parte del documento: «{2}».'
  ],
  [
    'Page {1#} shows “{2*}” in place of statement {3#}, which is “{4*}” in the proof.',
    'Seite {1} zeigt „{2}“ anstelle von Aussage {3}, die im Nachweis „{4}“ lautet.',
    'La page {1} montre « {2} » à la place de l’énoncé {3}, qui est « {4} » dans la preuve.',
    'La página {1} muestra «{2}» en lugar de la afirmación {3}, que en la prueba es «{4}».'
  ],
  [
    'Page {1#} shows “{2*}”, which the proof doesn’t hold.',
    'Seite {1} zeigt „{2}“, was nicht im Nachweis steht.',
    'La page {1} montre « {2} », qui n’est pas dans la preuve.',
    'La página {1} muestra «{2}», que no está en la prueba.'
  ],
  [
    'Page {1#} shows other words than the proof for quote: “{2*}”.',
    'Seite {1} zeigt andere Worte als der Nachweis für das Zitat „{2}“.',
    'La page {1} montre d’autres mots que la preuve pour la citation « {2} ».',
    'La página {1} muestra otras palabras que la prueba para la cita «{2}».'
  ],
  [
    'Page {1#} shows a quote that the proof doesn’t hold: “{2*}”.',
    'Seite {1} zeigt ein Zitat, das nicht im Nachweis steht: „{2}“.',
    'La page {1} montre une citation qui n’est pas dans la preuve : « {2} ».',
    'La página {1} muestra una cita que no está en la prueba: «{2}».'
  ],
  [
    'No page shows statement {1#} as the proof has it: “{2*}”.',
    'Keine Seite zeigt Aussage {1} so wie der Nachweis: „{2}“.',
    'Aucune page ne montre l’énoncé {1} tel que la preuve le donne : « {2} ».',
    'Ninguna página muestra la afirmación {1} tal como la tiene la prueba: «{2}».'
  ],
  [
    'No page shows {1>} “{2*}” as the proof has it.',
    'Keine Seite zeigt {1} „{2}“ so wie der Nachweis.',
    'Aucune page ne montre {1} « {2} » tel que la preuve le donne.',
    'Ninguna página muestra {1} «{2}» tal como lo tiene la prueba.'
  ],
  ['the heading', 'die Überschrift', 'le titre', 'el título'],
  ['the paragraph', 'den Absatz', 'le paragraphe', 'el párrafo'],
  ['the head of a column', 'den Spaltenkopf', 'la tête de colonne', 'el encabezado de columna'],
  ['the table’s cell', 'die Tabellenzelle', 'la cellule du tableau', 'la celda de la tabla'],
  ['the number', 'die Nummer', 'le numéro', 'el número'],
  ['the note', 'die Anmerkung', 'la note', 'la nota'],
  ['the caption', 'die Bildunterschrift', 'la légende', 'el pie de figura'],
  [
    'The text of {1*} was changed: it doesn’t have the SHA-256 that the proof gives for it.',
    'Der Text von {1} wurde geändert: Er hat nicht den SHA-256, den der Nachweis angibt.',
    'Le texte de {1} a été changé : il n’a pas le SHA-256 que la preuve donne.',
    'El texto de {1} fue cambiado: no tiene el SHA-256 que da la prueba.'
  ],
  [
    'The PDF doesn’t carry the text of source {1*}: quotes from there can’t be checked from the PDF alone.',
    'Die PDF-Datei führt den Text von Quelle {1} nicht mit: Zitate von dort lassen sich aus der Datei allein nicht prüfen.',
    'Le PDF ne transporte pas le texte de la source {1} : ses citations ne peuvent être vérifiées à partir du seul PDF.',
    'El PDF no lleva el texto de la fuente {1}: las citas de allí no se pueden comprobar solo con el PDF.'
  ],
  [
    'The proof doesn’t have the fingerprint that page {1#} gives for it: the proof or the PDF was changed since it was exported.',
    'Der Nachweis hat nicht den Fingerabdruck, den Seite {1} angibt: Nachweis oder PDF-Datei wurden seit dem Export geändert.',
    'La preuve n’a pas l’empreinte que donne la page {1} : la preuve ou le PDF a été changé depuis l’export.',
    'La prueba no tiene la huella que da la página {1}: la prueba o el PDF se cambió desde la exportación.'
  ],
  [
    'The proof doesn’t have the fingerprint that the properties of the PDF give for it: the proof or the PDF was changed since it was exported.',
    'Der Nachweis hat nicht den Fingerabdruck, den die Eigenschaften der PDF-Datei angeben: Nachweis oder PDF-Datei wurden seit dem Export geändert.',
    'La preuve n’a pas l’empreinte que donnent les propriétés du PDF : la preuve ou le PDF a été changé depuis l’export.',
    'La prueba no tiene la huella que dan las propiedades del PDF: la prueba o el PDF se cambió desde la exportación.'
  ],
  [
    'Programs find different proofs in this PDF: its attachments were changed.',
    'Programme finden verschiedene Nachweise in dieser PDF-Datei: Ihre Anlagen wurden geändert.',
    'Les programmes trouvent des preuves différentes dans ce PDF : ses pièces jointes ont été changées.',
    'Los programas encuentran pruebas distintas en este PDF: se cambiaron sus adjuntos.'
  ],
  [
    'Programs find different numbers of pages in this PDF: it was changed or damaged.',
    'Programme finden verschieden viele Seiten in dieser PDF-Datei: Sie wurde geändert oder beschädigt.',
    'Les programmes trouvent des nombres de pages différents dans ce PDF : il a été changé ou abîmé.',
    'Los programas encuentran distinto número de páginas en este PDF: fue cambiado o dañado.'
  ],
  [
    'The bookmarks of the PDF were changed: they may say other things or lead elsewhere than when it was exported.',
    'Die Lesezeichen der PDF-Datei wurden geändert: Sie können anderes sagen oder anderswohin führen als beim Export.',
    'Les signets du PDF ont été changés : ils peuvent dire autre chose ou mener ailleurs qu’à l’export.',
    'Se cambiaron los marcadores del PDF: pueden decir otras cosas o llevar a otro sitio que al exportarlo.'
  ],
  [
    'The language of the PDF was changed since it was exported: a screen reader may read it aloud wrongly.',
    'Die Sprache der PDF-Datei wurde seit dem Export geändert: Eine Vorlesehilfe kann sie falsch vorlesen.',
    'La langue du PDF a été changée depuis l’export : un lecteur d’écran peut mal le lire.',
    'Se cambió el idioma del PDF desde la exportación: un lector de pantalla puede leerlo mal.'
  ],
  [
    'The numbers that programs show for the pages were changed since the PDF was exported.',
    'Die Seitenzahlen, die Programme anzeigen, wurden seit dem Export geändert.',
    'Les numéros de page qu’affichent les programmes ont été changés depuis l’export.',
    'Se cambiaron los números de página que muestran los programas desde la exportación.'
  ],
  [
    'The properties of the PDF (its title, author and dates) were changed since it was exported.',
    'Die Eigenschaften der PDF-Datei (Titel, Verfasser, Daten) wurden seit dem Export geändert.',
    'Les propriétés du PDF (titre, auteur, dates) ont été changées depuis l’export.',
    'Se cambiaron las propiedades del PDF (título, autor, fechas) desde la exportación.'
  ],
  [
    'The PDF carries the file “{1*}”, which wasn’t in it when it was exported.',
    'Die PDF-Datei führt die Datei „{1}“ mit, die beim Export nicht darin war.',
    'Le PDF transporte le fichier « {1} », qui n’y était pas à l’export.',
    'El PDF lleva el archivo «{1}», que no estaba al exportarlo.'
  ],
  [
    'The quote has no source in the proof.',
    'Das Zitat hat im Nachweis keine Quelle.',
    'La citation n’a pas de source dans la preuve.',
    'La cita no tiene fuente en la prueba.'
  ],
  [
    'Not checked again: the PDF doesn’t carry the text of its source.',
    'Nicht erneut geprüft: Die PDF-Datei führt den Text der Quelle nicht mit.',
    'Non revérifiée : le PDF ne transporte pas le texte de sa source.',
    'No se volvió a comprobar: el PDF no lleva el texto de su fuente.'
  ],
  [
    'Can’t be checked: the text of its source is withheld.',
    'Nicht prüfbar: Der Text der Quelle wird zurückgehalten.',
    'Non vérifiable : le texte de sa source est retenu.',
    'No se puede comprobar: el texto de su fuente se retiene.'
  ],

  // The signature beside the file.
  [
    'Signed by {1*} on {2*} at {3*} UTC by the signer’s clock; the file is unchanged since.',
    'Signiert von {1} am {2} um {3} UTC nach der Uhr der unterzeichnenden Person; die Datei ist seither unverändert.',
    'Signé par {1} le {2} à {3} UTC selon l’horloge du signataire ; le fichier n’a pas changé depuis.',
    'Firmado por {1} el {2} a las {3} UTC según el reloj de quien firma; el archivo no ha cambiado desde entonces.'
  ]
]
