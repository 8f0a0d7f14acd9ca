import type { Translations } from './translations.ts'

/** Sentences of signatures and time stamps, in English and the other languages. The first that fits counts. */
export const SIGNATURES = {
  'The PDF has a signature within it, which can’t be checked here: this browser has no cryptography for it. Check it in another one, or with “dossier verify”.':
    [
      'In der PDF-Datei steht eine Signatur, die sich hier nicht prüfen lässt: Diesem Browser fehlt die Kryptografie dafür. Prüfen Sie sie in einem anderen oder mit „dossier verify“.',
      'Le PDF contient une signature qui ne peut pas être vérifiée ici : ce navigateur n’a pas la cryptographie nécessaire. Vérifiez-la dans un autre, ou avec « dossier verify ».',
      'El PDF contiene una firma que no se puede comprobar aquí: este navegador no tiene la criptografía necesaria. Compruébela en otro, o con «dossier verify».'
    ],
  'There is a signature within the PDF, but more stands behind what was signed, or it was changed since. Ask for the PDF as it was signed.':
    [
      'In der PDF-Datei steht eine Signatur, aber hinter dem Signierten steht mehr, oder es wurde seither geändert. Bitten Sie um die PDF-Datei, wie sie signiert wurde.',
      'Le PDF contient une signature, mais il y a autre chose derrière ce qui a été signé, ou cela a été changé depuis. Demandez le PDF tel qu’il a été signé.',
      'El PDF contiene una firma, pero hay algo más detrás de lo firmado, o se cambió desde entonces. Pida el PDF tal como se firmó.'
    ],
  'The signature within the PDF can’t be read: it was damaged or changed. Ask for the PDF as it was signed.': [
    'Die Signatur in der PDF-Datei ist nicht lesbar: Sie wurde beschädigt oder geändert. Bitten Sie um die PDF-Datei, wie sie signiert wurde.',
    'La signature dans le PDF est illisible : elle a été abîmée ou changée. Demandez le PDF tel qu’il a été signé.',
    'La firma dentro del PDF no se puede leer: fue dañada o cambiada. Pida el PDF tal como se firmó.'
  ],
  'The signature within the PDF doesn’t hold: the PDF or the signature was changed after “{1*}” signed it. Ask for the PDF as it was signed.':
    [
      'Die Signatur in der PDF-Datei hält nicht: Datei oder Signatur wurde geändert, nachdem „{1}“ sie signiert hatte. Bitten Sie um die PDF-Datei, wie sie signiert wurde.',
      'La signature dans le PDF ne tient pas : le PDF ou la signature a été changé après que « {1} » l’a signé. Demandez le PDF tel qu’il a été signé.',
      'La firma dentro del PDF no se sostiene: el PDF o la firma se cambió después de que «{1}» lo firmara. Pida el PDF tal como se firmó.'
    ],
  'The signature within the PDF with the certificate of “{1*}” was made in a way that isn’t checked here, or was changed since. Those by RSA or the curves P-256, P-384 and P-521 with SHA-256, SHA-384 or SHA-512 are checked. Ask for one of these.':
    [
      'Die Signatur in der PDF-Datei mit dem Zertifikat von „{1}“ wurde auf eine Weise gemacht, die hier nicht geprüft wird, oder seither geändert. Geprüft werden solche mit RSA oder den Kurven P-256, P-384 und P-521 und mit SHA-256, SHA-384 oder SHA-512. Bitten Sie um eine davon.',
      'La signature dans le PDF avec le certificat de « {1} » a été faite d’une façon qui n’est pas vérifiée ici, ou a été changée depuis. Sont vérifiées celles par RSA ou les courbes P-256, P-384 et P-521 avec SHA-256, SHA-384 ou SHA-512. Demandez-en une de ces sortes.',
      'La firma dentro del PDF con el certificado de «{1}» se hizo de una manera que aquí no se comprueba, o se cambió desde entonces. Se comprueban las de RSA o las curvas P-256, P-384 y P-521 con SHA-256, SHA-384 o SHA-512. Pida una de estas.'
    ],
  'Signed within the PDF with the certificate of “{1*}” on {2*} at {3*} UTC by the signer’s clock; the PDF is unchanged since.':
    [
      'In der PDF-Datei signiert mit dem Zertifikat von „{1}“ am {2} um {3} UTC nach der Uhr der unterzeichnenden Person; die Datei ist seither unverändert.',
      'Signé dans le PDF avec le certificat de « {1} » le {2} à {3} UTC selon l’horloge du signataire ; le PDF n’a pas changé depuis.',
      'Firmado dentro del PDF con el certificado de «{1}» el {2} a las {3} UTC según el reloj de quien firma; el PDF no ha cambiado desde entonces.'
    ],
  'The signer’s name, in the signer’s words: “{1*}”.': [
    'Name der unterzeichnenden Person, in ihren Worten: „{1}“.',
    'Nom du signataire, selon ses propres mots : « {1} ».',
    'Nombre de quien firma, en sus palabras: «{1}».'
  ],
  'The reason, in the signer’s words: “{1*}”.': [
    'Grund, in den Worten der unterzeichnenden Person: „{1}“.',
    'Motif, selon les mots du signataire : « {1} ».',
    'Motivo, en palabras de quien firma: «{1}».'
  ],
  'The place, in the signer’s words: “{1*}”.': [
    'Ort, in den Worten der unterzeichnenden Person: „{1}“.',
    'Lieu, selon les mots du signataire : « {1} ».',
    'Lugar, en palabras de quien firma: «{1}».'
  ],
  'The signature shows itself in its frame on page {1#}.': [
    'Die Signatur zeigt sich in ihrem Rahmen auf Seite {1}.',
    'La signature se montre dans son cadre à la page {1}.',
    'La firma se muestra en su marco en la página {1}.'
  ],
  'The certificate is signed by itself: nobody else says whose it is. Compare its SHA-256 with what its owner tells you by another way.':
    [
      'Das Zertifikat ist von sich selbst signiert: Niemand sonst sagt, wem es gehört. Vergleichen Sie seinen SHA-256 mit dem, den man Ihnen auf einem anderen Weg nennt.',
      'Le certificat est signé par lui-même : personne d’autre ne dit à qui il appartient. Comparez son SHA-256 avec ce que son propriétaire vous dit par une autre voie.',
      'El certificado está firmado por sí mismo: nadie más dice de quién es. Compare su SHA-256 con lo que su dueño le diga por otra vía.'
    ],
  'The certificate was issued by “{1*}”: whether that is to be trusted, and whether it was revoked, wasn’t asked of anybody.':
    [
      'Das Zertifikat wurde von „{1}“ ausgestellt: Ob dem zu trauen ist und ob es widerrufen wurde, wurde niemand gefragt.',
      'Le certificat a été délivré par « {1} » : s’il faut s’y fier, et s’il a été révoqué, n’a été demandé à personne.',
      'El certificado fue emitido por «{1}»: si es de fiar, y si fue revocado, no se preguntó a nadie.'
    ],
  'It is valid from {1*} to {2*}, which the time of signing isn’t within, and isn’t valid now.': [
    'Es gilt vom {1} bis zum {2}; die Zeit der Signatur liegt nicht darin, und jetzt gilt es nicht.',
    'Il est valable du {1} au {2}, ce qui ne comprend pas le moment de la signature, et ne l’est pas maintenant.',
    'Es válido del {1} al {2}, lo que no incluye el momento de la firma, y ahora no es válido.'
  ],
  'It is valid from {1*} to {2*}, which the time of signing isn’t within.': [
    'Es gilt vom {1} bis zum {2}; die Zeit der Signatur liegt nicht darin.',
    'Il est valable du {1} au {2}, ce qui ne comprend pas le moment de la signature.',
    'Es válido del {1} al {2}, lo que no incluye el momento de la firma.'
  ],
  'It is valid from {1*} to {2*}, and isn’t valid now.': [
    'Es gilt vom {1} bis zum {2} und ist jetzt nicht gültig.',
    'Il est valable du {1} au {2}, et ne l’est pas maintenant.',
    'Es válido del {1} al {2}, y ahora no es válido.'
  ],
  'It is valid from {1*} to {2*}.': [
    'Es gilt vom {1} bis zum {2}.',
    'Il est valable du {1} au {2}.',
    'Es válido del {1} al {2}.'
  ],
  'There is no signature by {1>} beside the PDF, though one is required. Ask {2>} for it.': [
    'Neben der PDF-Datei liegt keine Signatur von {1}, obwohl eine verlangt ist. Bitten Sie {2} darum.',
    'Il n’y a pas de signature de {1} à côté du PDF, alors qu’elle est exigée. Demandez-la à {2}.',
    'No hay firma de {1} junto al PDF, aunque se exige. Pídasela a {2}.'
  ],
  'the key {1*}': ['dem Schlüssel {1}', 'la clé {1}', 'la clave {1}'],
  '“{1*}” (key {2*})': ['„{1}“ (Schlüssel {2})', '« {1} » (clé {2})', '«{1}» (clave {2})'],
  '“{1*}”': ['„{1}“', '« {1} »', '«{1}»'],
  '“{1*}” isn’t a signature of minisign: it is damaged. Ask for it again.': [
    '„{1}“ ist keine Signatur von minisign: Sie ist beschädigt. Bitten Sie noch einmal darum.',
    '« {1} » n’est pas une signature de minisign : elle est abîmée. Redemandez-la.',
    '«{1}» no es una firma de minisign: está dañada. Pídala de nuevo.'
  ],
  'There is a signature by the key {1*}, which isn’t known here, so it wasn’t checked. Ask the signer for the public key, a line that begins with RW, over a way you trust, and add it.':
    [
      'Es gibt eine Signatur mit dem Schlüssel {1}, der hier nicht bekannt ist; sie wurde nicht geprüft. Bitten Sie die unterzeichnende Person auf einem vertrauenswürdigen Weg um den öffentlichen Schlüssel, eine Zeile, die mit RW beginnt, und fügen Sie ihn hinzu.',
      'Il y a une signature par la clé {1}, qui n’est pas connue ici ; elle n’a pas été vérifiée. Demandez au signataire la clé publique, une ligne qui commence par RW, par une voie sûre, et ajoutez-la.',
      'Hay una firma con la clave {1}, que aquí no se conoce; no se comprobó. Pida a quien firma la clave pública, una línea que empieza por RW, por una vía de confianza, y añádala.'
    ],
  'The signature doesn’t fit this file: the file was changed after {1>} signed it, the signature belongs to another file, or the public key isn’t as the signer gave it. Compare the key, and ask for the file and its signature again.':
    [
      'Die Signatur passt nicht zu dieser Datei: Die Datei wurde nach der Signatur mit {1} geändert, die Signatur gehört zu einer anderen Datei, oder der öffentliche Schlüssel ist nicht so, wie man ihn Ihnen gab. Vergleichen Sie den Schlüssel, und bitten Sie noch einmal um Datei und Signatur.',
      'La signature ne correspond pas à ce fichier : il a été changé après que {1} l’a signé, la signature appartient à un autre fichier, ou la clé publique n’est pas telle que le signataire l’a donnée. Comparez la clé, et redemandez le fichier et sa signature.',
      'La firma no corresponde a este archivo: se cambió después de que {1} lo firmara, la firma es de otro archivo, o la clave pública no es como la dio quien firma. Compare la clave y pida de nuevo el archivo y su firma.'
    ],
  'Signed by {1>} on {2*} at {3*} UTC by the signer’s clock; the file is unchanged since.': [
    'Signiert mit {1} am {2} um {3} UTC nach der Uhr der unterzeichnenden Person; die Datei ist seither unverändert.',
    'Signé par {1} le {2} à {3} UTC selon l’horloge du signataire ; le fichier n’a pas changé depuis.',
    'Firmado por {1} el {2} a las {3} UTC según el reloj de quien firma; el archivo no ha cambiado desde entonces.'
  ],
  'Signed by {1>}; the file is unchanged since.': [
    'Signiert mit {1}; die Datei ist seither unverändert.',
    'Signé par {1} ; le fichier n’a pas changé depuis.',
    'Firmado por {1}; el archivo no ha cambiado desde entonces.'
  ],
  'The proof of OpenTimestamps belongs to other bytes: the file was changed since, or the stamp is another file’s.': [
    'Der Beleg von OpenTimestamps gehört zu anderen Bytes: Die Datei wurde seither geändert, oder der Stempel ist der einer anderen Datei.',
    'La preuve d’OpenTimestamps appartient à d’autres octets : le fichier a été changé depuis, ou l’horodatage est celui d’un autre fichier.',
    'La prueba de OpenTimestamps pertenece a otros bytes: el archivo se cambió desde entonces, o el sello es de otro archivo.'
  ],
  'The proof of OpenTimestamps is of this file.': [
    'Der Beleg von OpenTimestamps gilt dieser Datei.',
    'La preuve d’OpenTimestamps est celle de ce fichier.',
    'La prueba de OpenTimestamps es de este archivo.'
  ],
  'It says that the file was there before block {1#} of Bitcoin. That can’t be checked without a network: look the block up, and compare its Merkle root with {2*}.':
    [
      'Er sagt, dass es die Datei vor dem Bitcoin-Block {1} gab. Das lässt sich ohne Netz nicht prüfen: Schlagen Sie den Block nach und vergleichen Sie seine Merkle-Wurzel mit {2}.',
      'Elle dit que le fichier existait avant le bloc {1} de Bitcoin. Cela ne peut être vérifié sans réseau : cherchez le bloc et comparez sa racine de Merkle à {2}.',
      'Dice que el archivo existía antes del bloque {1} de Bitcoin. No se puede comprobar sin red: busque el bloque y compare su raíz de Merkle con {2}.'
    ],
  'It is waiting for a block of Bitcoin, which {1*} has promised, and shows no time yet.': [
    'Er wartet auf einen Bitcoin-Block, den {1} zugesagt hat, und zeigt noch keine Zeit.',
    'Elle attend un bloc de Bitcoin, promis par {1}, et ne montre pas encore d’heure.',
    'Espera un bloque de Bitcoin, prometido por {1}, y aún no muestra hora.'
  ],
  'It names a witness of a kind that isn’t known here.': [
    'Er nennt einen Zeugen von unbekannter Art.',
    'Elle nomme un témoin d’une sorte inconnue ici.',
    'Nombra un testigo de un tipo desconocido aquí.'
  ],
  'The time stamp belongs to other bytes: the file was changed since, or the stamp is another file’s.': [
    'Der Zeitstempel gehört zu anderen Bytes: Die Datei wurde seither geändert, oder der Stempel ist der einer anderen Datei.',
    'L’horodatage appartient à d’autres octets : le fichier a été changé depuis, ou l’horodatage est celui d’un autre fichier.',
    'El sello de tiempo pertenece a otros bytes: el archivo se cambió desde entonces, o el sello es de otro archivo.'
  ],
  'The time stamp is of this file, and says that it was there on {1*} at {2*} UTC. Its signature can’t be checked: there is no cryptography for it here.':
    [
      'Der Zeitstempel gilt dieser Datei und sagt, dass es sie am {1} um {2} UTC gab. Seine Signatur lässt sich nicht prüfen: Hier fehlt die Kryptografie dafür.',
      'L’horodatage est celui de ce fichier et dit qu’il existait le {1} à {2} UTC. Sa signature ne peut être vérifiée : la cryptographie nécessaire manque ici.',
      'El sello de tiempo es de este archivo y dice que existía el {1} a las {2} UTC. Su firma no se puede comprobar: aquí falta la criptografía necesaria.'
    ],
  'The time stamp is of this file, and says that it was there on {1*} at {2*} UTC. Its signature can’t be checked: it doesn’t carry the authority’s certificate.':
    [
      'Der Zeitstempel gilt dieser Datei und sagt, dass es sie am {1} um {2} UTC gab. Seine Signatur lässt sich nicht prüfen: Er enthält das Zertifikat der Stelle nicht.',
      'L’horodatage est celui de ce fichier et dit qu’il existait le {1} à {2} UTC. Sa signature ne peut être vérifiée : il ne transporte pas le certificat de l’autorité.',
      'El sello de tiempo es de este archivo y dice que existía el {1} a las {2} UTC. Su firma no se puede comprobar: no lleva el certificado de la autoridad.'
    ],
  'The time stamp ({1*}) is an empty file: it wasn’t stored or sent as a whole. Get it again, or check the PDF without it.':
    [
      'Der Zeitstempel ({1}) ist eine leere Datei: Er wurde nicht vollständig gespeichert oder gesendet. Besorgen Sie ihn noch einmal, oder prüfen Sie die PDF-Datei ohne ihn.',
      'L’horodatage ({1}) est un fichier vide : il n’a pas été enregistré ou envoyé en entier. Procurez-vous-le de nouveau, ou vérifiez le PDF sans lui.',
      'El sello de tiempo ({1}) es un archivo vacío: no se guardó o no se envió entero. Consígalo otra vez, o compruebe el PDF sin él.'
    ],
  'The time stamp ({1*}) can’t be read: it was damaged, isn’t whole, or is a file of another kind. Get it again, or check the PDF without it.':
    [
      'Der Zeitstempel ({1}) ist nicht lesbar: Er wurde beschädigt, ist unvollständig oder eine Datei anderer Art. Besorgen Sie ihn noch einmal, oder prüfen Sie die PDF-Datei ohne ihn.',
      'L’horodatage ({1}) est illisible : il a été abîmé, n’est pas entier ou est un fichier d’une autre sorte. Procurez-vous-le de nouveau, ou vérifiez le PDF sans lui.',
      'El sello de tiempo ({1}) no se puede leer: fue dañado, no está entero o es un archivo de otro tipo. Consígalo otra vez, o compruebe el PDF sin él.'
    ],
  'The authority gave no time stamp, and this is only its refusal (.tsr). Ask for another one, or check the PDF without it.':
    [
      'Die Stelle gab keinen Zeitstempel, und dies ist nur ihre Ablehnung (.tsr). Bitten Sie um einen anderen, oder prüfen Sie die PDF-Datei ohne ihn.',
      'L’autorité n’a pas donné d’horodatage, et ceci n’est que son refus (.tsr). Demandez-en un autre, ou vérifiez le PDF sans lui.',
      'La autoridad no dio ningún sello de tiempo, y esto es solo su negativa (.tsr). Pida otro, o compruebe el PDF sin él.'
    ],
  'The time stamp’s signature doesn’t hold: it was changed.': [
    'Die Signatur des Zeitstempels hält nicht: Er wurde geändert.',
    'La signature de l’horodatage ne tient pas : il a été changé.',
    'La firma del sello de tiempo no se sostiene: fue cambiado.'
  ],
  '“{1*}” stamped this file on {2*} at {3*} UTC: it was there by then, and is unchanged since. Whether that authority is to be trusted wasn’t asked of anybody; the SHA-256 of its certificate is {4*}.':
    [
      '„{1}“ hat diese Datei am {2} um {3} UTC gestempelt: Es gab sie zu dieser Zeit, und sie ist seither unverändert. Ob dieser Stelle zu trauen ist, wurde niemand gefragt; der SHA-256 ihres Zertifikats ist {4}.',
      '« {1} » a horodaté ce fichier le {2} à {3} UTC : il existait alors et n’a pas changé depuis. S’il faut se fier à cette autorité n’a été demandé à personne ; le SHA-256 de son certificat est {4}.',
      '«{1}» selló este archivo el {2} a las {3} UTC: existía entonces y no ha cambiado desde entonces. Si esa autoridad es de fiar no se preguntó a nadie; el SHA-256 de su certificado es {4}.'
    ]
} as const satisfies Readonly<Record<string, Translations>>
