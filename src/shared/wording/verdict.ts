import type { Translations } from './translations.ts'

/** Sentences of the verdict, of what was shown and of what can’t be, in English and the other languages. The first that fits counts. */
export const VERDICT = {
  'Verified: {1>}, and the PDF agrees with its proof in all that it shows and holds.': [
    'Bestätigt: {1}, und die PDF-Datei stimmt in allem, was sie zeigt und enthält, mit ihrem Nachweis überein.',
    'Vérifié : {1}, et le PDF concorde avec sa preuve en tout ce qu’il montre et contient.',
    'Comprobado: {1}, y el PDF concuerda con su prueba en todo lo que muestra y contiene.'
  ],
  'Verified by an older proof: {1>}, and the pages agree with the proof, which binds less than today’s.': [
    'Nach einem älteren Nachweis bestätigt: {1}, und die Seiten stimmen mit dem Nachweis überein, der weniger bindet als ein heutiger.',
    'Vérifié d’après une preuve plus ancienne : {1}, et les pages concordent avec la preuve, qui lie moins que celle d’aujourd’hui.',
    'Comprobado según una prueba más antigua: {1}, y las páginas concuerdan con la prueba, que vincula menos que las de hoy.'
  ],
  'Verified as far as its old proof goes: {1>}. Nothing else on its pages is proven.': [
    'Bestätigt, soweit der alte Nachweis reicht: {1}. Nichts anderes auf den Seiten ist nachgewiesen.',
    'Vérifié autant que le permet son ancienne preuve : {1}. Rien d’autre sur ses pages n’est prouvé.',
    'Comprobado hasta donde llega su prueba antigua: {1}. Nada más en sus páginas queda probado.'
  ],
  'Not verified: the proof doesn’t hold.': [
    'Nicht bestätigt: Der Nachweis hält nicht.',
    'Non vérifié : la preuve ne tient pas.',
    'No comprobado: la prueba no se sostiene.'
  ],
  'Not verified: {1,}.': ['Nicht bestätigt: {1}.', 'Non vérifié : {1}.', 'No comprobado: {1}.'],
  '1 problem': ['1 Problem', '1 problème', '1 problema'],
  '{1#} problems': ['{1} Probleme', '{1} problèmes', '{1} problemas'],
  '1 statement changed': ['1 Aussage geändert', '1 énoncé modifié', '1 afirmación cambiada'],
  '{1#} statements changed': ['{1} Aussagen geändert', '{1} énoncés modifiés', '{1} afirmaciones cambiadas'],
  '1 page not as the proof has them': [
    '1 Seite nicht wie im Nachweis',
    '1 page autre que dans la preuve',
    '1 página distinta de la prueba'
  ],
  '{1#} pages not as the proof has them': [
    '{1} Seiten nicht wie im Nachweis',
    '{1} pages autres que dans la preuve',
    '{1} páginas distintas de la prueba'
  ],
  '{1#} of {2>} altered or missing': [
    '{1} von {2} verändert oder fehlend',
    '{1} sur {2} modifiées ou absentes',
    '{1} de {2} alteradas o ausentes'
  ],
  'the signature doesn’t hold': ['die Signatur hält nicht', 'la signature ne tient pas', 'la firma no se sostiene'],
  '1 quote': ['1 Zitat', '1 citation', '1 cita'],
  '{1#} quotes': ['{1} Zitate', '{1} citations', '{1} citas'],
  'the PDF shows no quotes': [
    'die PDF-Datei zeigt keine Zitate',
    'le PDF ne montre aucune citation',
    'el PDF no muestra citas'
  ],
  'the {1>} can’t be checked, since no text of a source is carried': [
    '{1} nicht prüfbar, da kein Quellentext mitgeführt wird',
    '{1} non vérifiables, aucun texte de source n’étant transporté',
    '{1} sin posibilidad de comprobación, pues no se incluye ningún texto de las fuentes'
  ],
  '{1>} stands so in the texts that the PDF carries, {2#} can’t be checked, since the text of the source is withheld': [
    '{1} steht so in den mitgeführten Texten, {2} nicht prüfbar, da der Text der Quelle zurückgehalten wird',
    '{1} figure telle quelle dans les textes transportés, {2} non vérifiables, le texte de la source étant retenu',
    '{1} está tal cual en los textos incluidos, {2} sin posibilidad de comprobación, pues el texto de la fuente se retiene'
  ],
  '{1>} stand so in the texts that the PDF carries, {2#} can’t be checked, since the text of the source is withheld': [
    '{1} stehen so in den mitgeführten Texten, {2} nicht prüfbar, da der Text der Quelle zurückgehalten wird',
    '{1} figurent telles quelles dans les textes transportés, {2} non vérifiables, le texte de la source étant retenu',
    '{1} están tal cual en los textos incluidos, {2} sin posibilidad de comprobación, pues el texto de la fuente se retiene'
  ],
  '{1>} stands so in the texts that the PDF carries': [
    '{1} steht so in den mitgeführten Texten',
    '{1} figure telle quelle dans les textes transportés',
    '{1} está tal cual en los textos incluidos'
  ],
  '{1>} stand so in the texts that the PDF carries': [
    '{1} stehen so in den mitgeführten Texten',
    '{1} figurent telles quelles dans les textes transportés',
    '{1} están tal cual en los textos incluidos'
  ],
  'The PDF shows no quotes.': [
    'Die PDF-Datei zeigt keine Zitate.',
    'Le PDF ne montre aucune citation.',
    'El PDF no muestra citas.'
  ],
  '{1>} ({2,}).': ['{1} ({2}).', '{1} ({2}).', '{1} ({2}).'],
  '{1#} verbatim': ['{1} wörtlich', '{1} littérales', '{1} literales'],
  '{1#} normalised': ['{1} angeglichen', '{1} normalisées', '{1} normalizadas'],
  '{1#} altered': ['{1} verändert', '{1} modifiées', '{1} alteradas'],
  '{1#} missing': ['{1} fehlend', '{1} absentes', '{1} ausentes'],
  'The pages show these quotes.': [
    'Die Seiten zeigen diese Zitate.',
    'Les pages montrent ces citations.',
    'Las páginas muestran estas citas.'
  ],
  'The pages show the quotes and statements of its proof.': [
    'Die Seiten zeigen die Zitate und Aussagen des Nachweises.',
    'Les pages montrent les citations et les énoncés de la preuve.',
    'Las páginas muestran las citas y afirmaciones de la prueba.'
  ],
  'All that the pages print is what its proof holds: quotes, statements with likelihood and confidence, headings, tables, notes, sources.':
    [
      'Alles, was auf den Seiten gedruckt ist, steht im Nachweis: Zitate, Aussagen mit Wahrscheinlichkeit und Zuverlässigkeit, Überschriften, Tabellen, Anmerkungen, Quellen.',
      'Tout ce que les pages impriment est dans la preuve : citations, énoncés avec probabilité et confiance, titres, tableaux, notes, sources.',
      'Todo lo que imprimen las páginas está en la prueba: citas, afirmaciones con probabilidad y confianza, títulos, tablas, notas, fuentes.'
    ],
  'Pages, fonts, links, bookmarks and structure have the digests of its proof.': [
    'Seiten, Schriften, Verweise, Lesezeichen und Struktur haben die Prüfsummen des Nachweises.',
    'Pages, polices, liens, signets et structure ont les sommes de contrôle de la preuve.',
    'Páginas, fuentes tipográficas, enlaces, marcadores y estructura tienen las sumas de control de la prueba.'
  ],
  'Pages, fonts, links, bookmarks, structure, language and properties, all that the file holds, have the digests of its proof.':
    [
      'Seiten, Schriften, Verweise, Lesezeichen, Struktur, Sprache und Eigenschaften, alles, was die Datei enthält, haben die Prüfsummen des Nachweises.',
      'Pages, polices, liens, signets, structure, langue et propriétés, tout ce que le fichier contient, ont les sommes de contrôle de la preuve.',
      'Páginas, fuentes tipográficas, enlaces, marcadores, estructura, idioma y propiedades, todo lo que contiene el archivo, tienen las sumas de control de la prueba.'
    ],
  'The fingerprint of its proof is {1*}.': [
    'Der Fingerabdruck des Nachweises ist {1}.',
    'L’empreinte de la preuve est {1}.',
    'La huella de la prueba es {1}.'
  ],
  'That the carried texts are what was published, and that the PDF is what its author exported, can’t be shown from the PDF alone: whoever writes pages, proof and hashes anew, all to match, isn’t found. Compare the SHA-256 of the originals, ask its author for the fingerprint by another way, or check a signature.':
    [
      'Dass die mitgeführten Texte das sind, was veröffentlicht wurde, und dass die PDF-Datei so aus der Hand ihrer Verfasserin oder ihres Verfassers kam, lässt sich aus der Datei allein nicht zeigen: Wer Seiten, Nachweis und Prüfsummen passend neu schreibt, fällt nicht auf. Vergleichen Sie den SHA-256 der Originale, fragen Sie auf einem anderen Weg nach dem Fingerabdruck, oder prüfen Sie eine Signatur.',
      'Que les textes transportés soient ce qui a été publié, et que le PDF soit celui que son auteur a exporté, le PDF seul ne peut le montrer : qui réécrit pages, preuve et sommes de contrôle pour qu’elles concordent n’est pas découvert. Comparez les SHA-256 des originaux, demandez l’empreinte à l’auteur par une autre voie ou vérifiez une signature.',
      'Que los textos incluidos sean lo publicado, y que el PDF sea el que exportó su autor, no se puede demostrar solo con el PDF: quien reescribe páginas, prueba y sumas de control para que concuerden no es descubierto. Compare el SHA-256 de los originales, pida la huella a su autor por otra vía o compruebe una firma.'
    ],
  'Its proof is of version 1, which binds the quotes alone: statements, headings, tables, notes, figures, links and whatever else the pages show may have been changed since, and this check wouldn’t find it. Ask for a new export.':
    [
      'Der Nachweis hat die Version 1, die nur die Zitate bindet: Aussagen, Überschriften, Tabellen, Anmerkungen, Abbildungen, Verweise und was die Seiten sonst zeigen, kann seither geändert worden sein, ohne dass diese Prüfung es fände. Bitten Sie um einen neuen Export.',
      'La preuve est de la version 1, qui ne lie que les citations : énoncés, titres, tableaux, notes, figures, liens et tout ce que les pages montrent d’autre ont pu être changés depuis sans que cette vérification le trouve. Demandez un nouvel export.',
      'La prueba es de la versión 1, que solo vincula las citas: afirmaciones, títulos, tablas, notas, figuras, enlaces y lo demás que muestran las páginas pueden haberse cambiado desde entonces sin que esta comprobación lo encuentre. Pida una nueva exportación.'
    ],
  'Its proof is of version 2: its fingerprint doesn’t stand for headings, tables, notes, likelihood, confidence and the look of pages, and its digests leave out the language, the properties and what else the file holds besides pages, links, bookmarks and structure. These were compared with what exports of that version hold, and a change that looks like one of them isn’t found. Ask for a new export.':
    [
      'Der Nachweis hat die Version 2: Sein Fingerabdruck steht nicht für Überschriften, Tabellen, Anmerkungen, Wahrscheinlichkeit, Zuverlässigkeit und das Aussehen der Seiten, und seine Prüfsummen lassen die Sprache, die Eigenschaften und anderes in der Datei aus. Dies wurde mit dem verglichen, was Exporte jener Version enthalten; eine Änderung, die wie einer von ihnen aussieht, fällt nicht auf. Bitten Sie um einen neuen Export.',
      'La preuve est de la version 2 : son empreinte ne vaut pas pour les titres, tableaux, notes, probabilité, confiance et l’aspect des pages, et ses sommes de contrôle laissent de côté la langue, les propriétés et d’autres parties du fichier. Celles-ci ont été comparées à ce que contiennent les exports de cette version ; un changement qui ressemble à l’un d’eux n’est pas découvert. Demandez un nouvel export.',
      'La prueba es de la versión 2: su huella no vale para títulos, tablas, notas, probabilidad, confianza y el aspecto de las páginas, y sus sumas de control dejan fuera el idioma, las propiedades y otras partes del archivo. Estas se compararon con lo que contienen las exportaciones de esa versión; un cambio que se parezca a una de ellas no se descubre. Pida una nueva exportación.'
    ],
  'The {1>} can’t be checked, since no text of a source is carried': [
    '{1} nicht prüfbar, da kein Quellentext mitgeführt wird',
    '{1} non vérifiables, aucun texte de source n’étant transporté',
    '{1} sin posibilidad de comprobación, pues no se incluye ningún texto de las fuentes'
  ],
  'Every quote, every original and the log are as they should be.': [
    'Jedes Zitat, jedes Original und das Protokoll sind, wie sie sein sollen.',
    'Chaque citation, chaque original et le journal sont comme il faut.',
    'Cada cita, cada original y el registro están como deben estar.'
  ],
  'A whole case folder that was put back to an earlier state, with its log, looks as it did then. A noted head of the log (dossier verify --head), or a bundle, an export or a backup (dossier verify --against), shows it.':
    [
      'Ein ganzer Ordner eines Falls, der mit seinem Protokoll auf einen früheren Stand gebracht wurde, sieht aus wie damals. Ein notiertes Ende des Protokolls (dossier verify --head) oder ein Bündel, ein Export oder eine Sicherung (dossier verify --against) zeigt es.',
      'Un dossier d’affaire entier remis avec son journal dans un état antérieur paraît tel qu’il était alors. Une fin du journal que l’on a notée (dossier verify --head), ou un lot, un export ou une sauvegarde (dossier verify --against), le montre.',
      'Una carpeta de caso entera devuelta con su registro a un estado anterior se ve como entonces. Un final del registro que se anotó (dossier verify --head), o un paquete, una exportación o una copia de seguridad (dossier verify --against), lo muestra.'
    ],
  'Not everything is as it should be.': [
    'Nicht alles ist, wie es sein soll.',
    'Tout n’est pas comme il faut.',
    'No todo está como debe estar.'
  ]
} as const satisfies Readonly<Record<string, Translations>>
