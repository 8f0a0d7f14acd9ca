import type { Translations } from './translations.ts'

/** Sentences of how words stand in their source, in English and the other languages. The first that fits counts. */
export const QUOTES = {
  'The quote is empty.': ['Das Zitat ist leer.', 'La citation est vide.', 'La cita está vacía.'],
  'Nothing like these words stands in the source.': [
    'Nichts, was diesen Worten gleicht, steht in der Quelle.',
    'Rien qui ressemble à ces mots ne se trouve dans la source.',
    'Nada parecido a estas palabras está en la fuente.'
  ],
  'Quote whole words.': ['Zitieren Sie ganze Wörter.', 'Citez des mots entiers.', 'Cite palabras enteras.'],
  'It begins inside the word “{1*}”.': [
    'Es beginnt innerhalb des Wortes „{1}“.',
    'Elle commence à l’intérieur du mot « {1} ».',
    'Empieza dentro de la palabra «{1}».'
  ],
  'It ends inside the word “{1*}”.': [
    'Es endet innerhalb des Wortes „{1}“.',
    'Elle finit à l’intérieur du mot « {1} ».',
    'Termina dentro de la palabra «{1}».'
  ],
  'It begins inside the number “{1*}”.': [
    'Es beginnt innerhalb der Zahl „{1}“.',
    'Elle commence à l’intérieur du nombre « {1} ».',
    'Empieza dentro del número «{1}».'
  ],
  'It ends inside the number “{1*}”.': [
    'Es endet innerhalb der Zahl „{1}“.',
    'Elle finit à l’intérieur du nombre « {1} ».',
    'Termina dentro del número «{1}».'
  ],
  'Only {1,} and {2>} differ.': [
    'Nur {1} und {2} weichen ab.',
    'Seuls diffèrent : {1} et {2}.',
    'Solo difieren {1} y {2}.'
  ],
  'Only {1>} differs.': ['Nur {1} weichen ab.', 'Seuls diffèrent : {1}.', 'Solo difieren {1}.'],
  'Only {1>} differ.': ['Nur {1} weichen ab.', 'Seuls diffèrent : {1}.', 'Solo difieren {1}.'],
  'quote marks': ['Anführungszeichen', 'guillemets', 'comillas'],
  dashes: ['Striche', 'tirets', 'rayas'],
  'white space': ['Leerräume', 'espaces', 'espacios'],
  'the marks of notes': ['Anmerkungszeichen', 'appels de notes', 'llamadas de notas'],
  'invisible characters, ligatures or the encoding of letters': [
    'unsichtbare Zeichen, Ligaturen oder die Kodierung von Buchstaben',
    'caractères invisibles, ligatures ou encodage des lettres',
    'caracteres invisibles, ligaduras o la codificación de letras'
  ],
  'invisible characters': ['unsichtbare Zeichen', 'caractères invisibles', 'caracteres invisibles'],
  'The words differ from the source.': [
    'Die Worte weichen von der Quelle ab.',
    'Les mots diffèrent de la source.',
    'Las palabras difieren de la fuente.'
  ],
  'Most of the words differ.': [
    'Die meisten Worte weichen ab.',
    'La plupart des mots diffèrent.',
    'La mayoría de las palabras difieren.'
  ],
  'One more place differs.': ['Noch eine Stelle weicht ab.', 'Un autre endroit diffère.', 'Otro lugar difiere.'],
  '{1#} more places differ.': [
    '{1} weitere Stellen weichen ab.',
    '{1} autres endroits diffèrent.',
    '{1} lugares más difieren.'
  ],
  'The quote has the sign “{1*}” after “{2*}”; the source doesn’t.': [
    'Das Zitat hat nach „{2}“ das Zeichen „{1}“; die Quelle nicht.',
    'La citation a le signe « {1} » après « {2} » ; la source non.',
    'La cita tiene el signo «{1}» después de «{2}»; la fuente no.'
  ],
  'The quote has the sign “{1*}”; the source doesn’t.': [
    'Das Zitat hat das Zeichen „{1}“; die Quelle nicht.',
    'La citation a le signe « {1} » ; la source non.',
    'La cita tiene el signo «{1}»; la fuente no.'
  ],
  'The source has the sign “{1*}” after “{2*}”; the quote doesn’t.': [
    'Die Quelle hat nach „{2}“ das Zeichen „{1}“; das Zitat nicht.',
    'La source a le signe « {1} » après « {2} » ; la citation non.',
    'La fuente tiene el signo «{1}» después de «{2}»; la cita no.'
  ],
  'The source has the sign “{1*}”; the quote doesn’t.': [
    'Die Quelle hat das Zeichen „{1}“; das Zitat nicht.',
    'La source a le signe « {1} » ; la citation non.',
    'La fuente tiene el signo «{1}»; la cita no.'
  ],
  'The source has the sign “{1*}” where the quote has “{2*}” after “{3*}”.': [
    'Die Quelle hat nach „{3}“ das Zeichen „{1}“, wo das Zitat „{2}“ hat.',
    'La source a le signe « {1} » là où la citation a « {2} », après « {3} ».',
    'La fuente tiene el signo «{1}» donde la cita tiene «{2}», después de «{3}».'
  ],
  'The source has the sign “{1*}” where the quote has “{2*}”.': [
    'Die Quelle hat das Zeichen „{1}“, wo das Zitat „{2}“ hat.',
    'La source a le signe « {1} » là où la citation a « {2} ».',
    'La fuente tiene el signo «{1}» donde la cita tiene «{2}».'
  ],
  'The source ends at “{1*}” there; the quote goes on with “{2*}”.': [
    'Die Quelle endet dort mit „{1}“; das Zitat geht mit „{2}“ weiter.',
    'La source s’arrête là à « {1} » ; la citation continue avec « {2} ».',
    'La fuente termina ahí en «{1}»; la cita sigue con «{2}».'
  ],
  'The quote begins with “{1*}”, which doesn’t stand there in the source.': [
    'Das Zitat beginnt mit „{1}“, was dort nicht in der Quelle steht.',
    'La citation commence par « {1} », qui n’est pas là dans la source.',
    'La cita empieza con «{1}», que no está ahí en la fuente.'
  ],
  'The quote has “{1*}” after “{2*}”; the source doesn’t.': [
    'Das Zitat hat nach „{2}“ die Worte „{1}“; die Quelle nicht.',
    'La citation a « {1} » après « {2} » ; la source non.',
    'La cita tiene «{1}» después de «{2}»; la fuente no.'
  ],
  'The quote has “{1*}”; the source doesn’t.': [
    'Das Zitat hat „{1}“; die Quelle nicht.',
    'La citation a « {1} » ; la source non.',
    'La cita tiene «{1}»; la fuente no.'
  ],
  'The quote leaves out “{1*}” after “{2*}”.': [
    'Das Zitat lässt nach „{2}“ die Worte „{1}“ aus.',
    'La citation omet « {1} » après « {2} ».',
    'La cita omite «{1}» después de «{2}».'
  ],
  'The quote leaves out “{1*}”.': ['Das Zitat lässt „{1}“ aus.', 'La citation omet « {1} ».', 'La cita omite «{1}».'],
  'The source says “{1*}” where the quote says “{2*}”, after “{3*}”.': [
    'Die Quelle sagt nach „{3}“ „{1}“, das Zitat „{2}“.',
    'La source dit « {1} » là où la citation dit « {2} », après « {3} ».',
    'La fuente dice «{1}» donde la cita dice «{2}», después de «{3}».'
  ],
  'The source says “{1*}” where the quote says “{2*}”.': [
    'Die Quelle sagt „{1}“, wo das Zitat „{2}“ sagt.',
    'La source dit « {1} » là où la citation dit « {2} ».',
    'La fuente dice «{1}» donde la cita dice «{2}».'
  ],
  'The quote has the mark of a note “{1*}”; the source has none there.': [
    'Das Zitat hat das Anmerkungszeichen „{1}“; die Quelle hat dort keines.',
    'La citation a l’appel de note « {1} » ; la source n’en a pas là.',
    'La cita tiene la llamada de nota «{1}»; la fuente no tiene ninguna ahí.'
  ],
  'The source has the mark of a note “{1*}” where the quote has “{2*}”.': [
    'Die Quelle hat das Anmerkungszeichen „{1}“, wo das Zitat „{2}“ hat.',
    'La source a l’appel de note « {1} » là où la citation a « {2} ».',
    'La fuente tiene la llamada de nota «{1}» donde la cita tiene «{2}».'
  ],
  'The words “{1*}” were put in by the author and turn the meaning.': [
    'Die Worte „{1}“ sind eingefügt und verkehren den Sinn.',
    'Les mots « {1} » ont été ajoutés par l’auteur et renversent le sens.',
    'Las palabras «{1}» las puso el autor e invierten el sentido.'
  ],
  'Its fragments stand in the source, but not in this order.': [
    'Seine Teile stehen in der Quelle, aber nicht in dieser Reihenfolge.',
    'Ses fragments sont dans la source, mais pas dans cet ordre.',
    'Sus fragmentos están en la fuente, pero no en este orden.'
  ],
  'Its fragments stand too far apart in the source to be one quotation.': [
    'Seine Teile stehen in der Quelle zu weit auseinander, um ein Zitat zu sein.',
    'Ses fragments sont trop éloignés dans la source pour faire une seule citation.',
    'Sus fragmentos están demasiado separados en la fuente para ser una sola cita.'
  ],
  'What it leaves out runs over several paragraphs.': [
    'Was es auslässt, geht über mehrere Absätze.',
    'Ce qu’elle omet s’étend sur plusieurs paragraphes.',
    'Lo que omite abarca varios párrafos.'
  ],
  'It leaves out “{1*}”, which turns the meaning.': [
    'Es lässt „{1}“ aus, was den Sinn verkehrt.',
    'Elle omet « {1} », ce qui renverse le sens.',
    'Omite «{1}», lo que invierte el sentido.'
  ],
  'It is shortened; what it leaves out turns nothing and is shown.': [
    'Es ist gekürzt; was es auslässt, verkehrt nichts und wird gezeigt.',
    'Elle est abrégée ; ce qu’elle omet ne renverse rien et est montré.',
    'Está abreviada; lo que omite no invierte nada y se muestra.'
  ],
  'The words in brackets are the author’s.': [
    'Die Worte in Klammern sind hinzugefügt.',
    'Les mots entre crochets sont de l’auteur.',
    'Las palabras entre corchetes son del autor.'
  ],
  'Only ellipses at its ends, the case of a letter in brackets, quote marks or white space differ.': [
    'Nur Auslassungspunkte an den Enden, ein Groß- oder Kleinbuchstabe in Klammern, Anführungszeichen oder Leerräume weichen ab.',
    'Seuls diffèrent des points de suspension aux bouts, la casse d’une lettre entre crochets, des guillemets ou des espaces.',
    'Solo difieren puntos suspensivos en los extremos, la mayúscula de una letra entre corchetes, comillas o espacios.'
  ],
  'The quote names no source.': [
    'Das Zitat nennt keine Quelle.',
    'La citation ne nomme pas de source.',
    'La cita no nombra fuente.'
  ],
  'The quote names {1*}, which isn’t in this case.': [
    'Das Zitat nennt {1}, das nicht in diesem Fall ist.',
    'La citation nomme {1}, qui n’est pas dans cette affaire.',
    'La cita nombra {1}, que no está en este caso.'
  ],
  'The quote is from {1*}, which is in the trash.': [
    'Das Zitat stammt aus {1}, das im Papierkorb liegt.',
    'La citation vient de {1}, qui est dans la corbeille.',
    'La cita es de {1}, que está en la papelera.'
  ]
} as const satisfies Readonly<Record<string, Translations>>
