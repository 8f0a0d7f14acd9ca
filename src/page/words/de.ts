import type { Words } from './en.ts'

export const de: Words = {
  name: 'Deutsch',
  title: 'Ein Briefing prüfen',
  lead: 'Legen Sie eine PDF-Datei ab, die mit Dossier erstellt wurde. Diese Seite prüft, ob ihre Zitate die Worte der mitgegebenen Texte sind und ob seither nichts an ihr geändert wurde. Sie müssen Dossier weder haben noch kennen.',
  offline:
    'Nichts verlässt diesen Rechner: Die Seite liest die Dateien hier, und ihre eigenen Regeln verbieten ihr jede Verbindung.',
  language: 'Sprache',
  drop: 'Dateien hier ablegen',
  choose: 'Dateien auswählen…',
  dropHint:
    'PDF-Dateien; eine Signatur (.minisig) oder ein Zeitstempel (.tsr, .ots) zusammen mit ihrer PDF-Datei; ein Übergabebündel oder der Ordner eines Falls als ZIP. Auch mehrere auf einmal.',
  keyTitle: 'Ich habe den öffentlichen Schlüssel der unterzeichnenden Person',
  key: 'Öffentlicher Schlüssel von minisign',
  keyHint:
    'Eine Zeile, die mit RW beginnt und die Sie auf einem Weg bekommen haben, dem Sie vertrauen. Er gilt für Signaturen, die Sie zusammen mit ihrer PDF-Datei ablegen.',
  keyBad:
    'Das ist kein öffentlicher Schlüssel von minisign. Er besteht aus einer Zeile von 56 Buchstaben und Ziffern, die mit RW beginnt.',
  keyGood: (id) => `Schlüssel ${id}.`,
  results: 'Was geprüft wurde',
  checking: 'Wird geprüft…',
  stop: 'Anhalten',
  remove: (file) => `${file} von der Seite entfernen`,
  removeShort: 'Entfernen',
  stopped: 'Angehalten. Über diese Datei wurde nichts festgestellt. Legen Sie sie noch einmal ab, um sie zu prüfen.',
  crashed:
    'Die Prüfung ist von selbst abgebrochen: Die Datei kann beschädigt, für diesen Browser zu groß oder in böser Absicht gemacht sein. Verlassen Sie sich nicht auf sie. Prüfen Sie sie mit „dossier verify“, oder bitten Sie noch einmal um sie.',
  notChecked: 'Kann nicht geprüft werden',
  good: 'Bestätigt',
  bad: 'Nicht bestätigt',
  goodPlain:
    'Jedes Zitat, das nachgeschlagen werden konnte, steht so in den mitgegebenen Texten, wie es gedruckt ist, und die PDF-Datei ist so, wie sie erstellt wurde.',
  badPlain:
    'Verlassen Sie sich nicht auf diese PDF-Datei. Bitten Sie die Person, die sie geschickt hat, um die Datei, wie sie exportiert wurde.',
  besidePlain:
    'Die PDF-Datei stimmt mit sich selbst überein, aber nicht mit dem, was neben ihr abgelegt wurde. Bitten Sie um beides noch einmal; ist nur das daneben nicht lesbar, lässt sich die PDF-Datei allein prüfen.',
  lessPlain: 'Sie stammt von einem älteren Programm, sodass weniger an ihr geprüft werden kann. Siehe unten.',
  storedPlain:
    'Verlassen Sie sich nicht darauf. Bitten Sie die Person, die es geschickt hat, es noch einmal als Ganzes zu schicken.',
  failedPlain: 'An dieser Datei ließ sich nichts als richtig erweisen. Verlassen Sie sich nicht auf sie.',
  otherPlain: 'Das sagt nichts Gutes oder Schlechtes über den Inhalt.',
  shows: 'Was das zeigt',
  cannot: 'Was es nicht zeigen kann',
  problems: 'Was nicht stimmt',
  fingerprint: 'Fingerabdruck',
  fingerprintHint:
    'Derselbe für jede echte Kopie dieser PDF-Datei und ein anderer, sobald ein Wort abweicht. Fragen Sie auf einem anderen Weg danach, etwa am Telefon, und geben Sie ein, was man Ihnen sagt.',
  told: 'Fingerabdruck, den man Ihnen genannt hat',
  toldSame:
    'Es ist derselbe: Das ist die PDF-Datei, von der ihre Verfasserin oder ihr Verfasser spricht, soweit oben „Bestätigt“ steht.',
  toldSameBad:
    'Es ist der Fingerabdruck der PDF-Datei, von der ihre Verfasserin oder ihr Verfasser spricht, aber diese Datei hat die Prüfung oben nicht bestanden. Lesen Sie dort, warum, und fragen Sie nach.',
  toldFile:
    'Das ist der SHA-256 dieser Datei, der unten steht, und nicht der Fingerabdruck. Von der Verfasserin oder dem Verfasser genannt, meint er genau diese Datei.',
  toldPart: (n) => `Die ersten ${n} Zeichen stimmen überein. Fragen Sie nach allen 64.`,
  toldOther: (n) => `Es ist ein anderer: Zeichen ${n} weicht ab. Das ist nicht die PDF-Datei, von der die Rede ist.`,
  toldBad: 'Ein Fingerabdruck hat nur die Ziffern 0 bis 9 und die Buchstaben a bis f.',
  fileHash: 'SHA-256 der Datei',
  signature: 'Signatur',
  noSignature: 'Mit dieser PDF-Datei wurde keine Signatur abgelegt. Das ist kein Mangel: Wenige sind signiert.',
  times: 'Zeitstempel',
  embeddedStates: {
    valid: 'In der PDF-Datei signiert.',
    wrong: 'Die Signatur in der PDF-Datei hält nicht.',
    unchecked: 'In der PDF-Datei signiert, nicht geprüft.'
  },
  certificateHash: 'SHA-256 des Zertifikats',
  signatureStates: {
    valid: 'Signiert.',
    wrong: 'Die Signatur passt nicht.',
    'unknown-key': 'Mit einem unbekannten Schlüssel signiert.',
    unreadable: 'Die Signatur ist nicht lesbar.'
  },
  quotes: 'Zitate',
  states: { verbatim: 'Wörtlich', normalised: 'Angeglichen', altered: 'Verändert', missing: 'Fehlt' },
  stateMeanings: {
    verbatim: 'Buchstabe für Buchstabe',
    normalised: 'bis auf Leerzeichen, Anführungszeichen und dergleichen',
    altered: 'dort stehen andere Worte',
    missing: 'nicht gefunden'
  },
  unchecked: 'nicht nachgeschlagen',
  page: (n) => `Seite ${n}`,
  noPage: 'auf keiner Seite',
  inText: (n) => `Im Text zeigen: Zitat ${n}`,
  inTextShort: 'Im Text zeigen',
  statements: 'Aussagen, die abweichen',
  shownInstead: 'Stattdessen steht da:',
  notShown: 'Steht nicht so da, wie der Nachweis es hat.',
  pages: 'Seiten, die abweichen',
  texts: 'Die Texte, die die PDF-Datei mitführt',
  textsHint:
    'So, wie sie waren, als die PDF-Datei erstellt wurde; die Zitate sind markiert. Ob sie das sind, was veröffentlicht wurde, müssen Sie vergleichen.',
  source: (n) => `Quelle ${n}`,
  withheld: 'Ihr Text wird nicht weitergegeben.',
  originalHash: 'SHA-256 des Originals',
  moreQuotes: (n) => `${n} weitere zeigen`,
  about: 'Was diese Seite ist',
  aboutText:
    'Sie besteht aus demselben Code wie die Prüfung des Programms. Ob sie selbst ausgetauscht wurde, kann sie nicht wissen: Vergleichen Sie ihren SHA-256 mit dem, den „dossier verifier“ für diese Version ausgibt oder den man Ihnen auf einem anderen Weg nennt.',
  version: (version) => `Dossier ${version}`,
  orphan: (file) => `„${file}“ gehört zu einer Datei, die nicht mit abgelegt wurde. Legen Sie beide zusammen ab.`,
  unknown: (file) => `„${file}“ ist weder eine PDF-Datei noch ein ZIP.`,
  unread: (file) =>
    `„${file}“ ließ sich nicht lesen: Es ist ein Ordner oder eine Datei, die dieser Browser nicht öffnen kann.`,
  case: 'Fall',
  caseSources: 'Quellen, die abweichen',
  caseOriginal: 'Original',
  caseText: 'Text',
  storedStates: { intact: 'unversehrt', altered: 'verändert', missing: 'fehlt' },
  caseCounts: (sources, quotes, entries) =>
    `Quellen: ${sources}; Zitate: ${quotes}; Einträge in den Protokollen: ${entries}.`,
  bundle: 'Bündel',
  bundleGood: 'Jede Datei ist so, wie das Verzeichnis des Bündels sie nennt.',
  bundleBad: 'Nicht jede Datei ist so, wie das Verzeichnis des Bündels sie nennt.',
  bundleOther: 'Es ist ein BagIt-Paket, aber kein Bündel von Dossier.',
  bundleCounts: (files, bytes) => `${files} Dateien mit ${bytes} Byte`,
  bundleCannot:
    'Wer eine Datei neu schreiben kann, kann auch das Verzeichnis neu schreiben. Vergleichen Sie den SHA-256 mit dem, den Ihnen die absendende Person auf einem anderen Weg nennt.',
  notes: 'Gut zu wissen'
}
