import type { Words } from './en.ts'

export const fr: Words = {
  name: 'Français',
  title: 'Vérifier une note',
  lead: 'Déposez un PDF produit avec Dossier. Cette page vérifie que ses citations sont bien les mots des textes qu’il transporte et que rien n’y a été changé depuis. Vous n’avez besoin ni de posséder Dossier ni de le connaître.',
  offline:
    'Rien ne quitte cet ordinateur : la page lit les fichiers ici, et ses propres règles lui interdisent toute connexion.',
  language: 'Langue',
  drop: 'Déposez des fichiers ici',
  choose: 'Choisir des fichiers…',
  dropHint:
    'Des PDF ; une signature (.minisig) ou un horodatage (.tsr, .ots) avec son PDF ; un lot de transmission ou le dossier d’une affaire en ZIP. Plusieurs à la fois, si vous voulez.',
  keyTitle: 'J’ai la clé publique du signataire',
  key: 'Clé publique de minisign',
  keyHint:
    'Une ligne qui commence par RW, reçue du signataire par une voie sûre. Elle sert aux signatures déposées avec leur PDF.',
  keyBad: 'Ce n’est pas une clé publique de minisign. C’est une ligne de 56 lettres et chiffres qui commence par RW.',
  keyGood: (id) => `Clé ${id}.`,
  results: 'Ce qui a été vérifié',
  checking: 'Vérification…',
  stop: 'Arrêter',
  remove: (file) => `Retirer ${file} de la page`,
  removeShort: 'Retirer',
  stopped: 'Arrêté. Rien n’a été établi sur ce fichier. Déposez-le de nouveau pour le vérifier.',
  crashed:
    'La vérification s’est interrompue d’elle-même : le fichier est peut-être abîmé, trop grand pour ce navigateur ou fait pour nuire. Ne vous y fiez pas. Vérifiez-le avec « dossier verify » ou redemandez-le.',
  notChecked: 'Ne peut pas être vérifié',
  good: 'Vérifié',
  bad: 'Non vérifié',
  goodPlain:
    'Chaque citation qui a pu être recherchée figure dans les textes transportés telle qu’elle est imprimée, et le PDF est tel qu’il a été produit.',
  badPlain:
    'Ne vous fiez pas à ce PDF en l’état. Demandez à la personne qui l’a envoyé le PDF tel qu’il a été exporté.',
  besidePlain:
    'Le PDF s’accorde avec lui-même, mais pas avec ce qui a été déposé à côté. Redemandez les deux à l’expéditeur ; si seul ce qui est à côté est illisible, le PDF peut être vérifié seul.',
  lessPlain:
    'Il vient d’un programme plus ancien, si bien que moins de choses peuvent y être vérifiées. Voir plus bas.',
  storedPlain: 'Ne vous y fiez pas en l’état. Demandez à la personne qui l’a envoyé de le renvoyer en entier.',
  failedPlain: 'Rien dans ce fichier n’a pu être établi comme juste. Ne vous y fiez pas.',
  otherPlain: 'Cela ne dit rien de bon ou de mauvais sur son contenu.',
  shows: 'Ce que cela montre',
  cannot: 'Ce que cela ne peut pas montrer',
  problems: 'Ce qui ne va pas',
  fingerprint: 'Empreinte',
  fingerprintHint:
    'La même pour chaque copie fidèle de ce PDF, une autre dès qu’un mot diffère. Demandez-la à l’auteur par une autre voie, par téléphone par exemple, et saisissez ce qu’on vous dit.',
  told: 'Empreinte qu’on vous a dite',
  toldSame: 'C’est la même : c’est bien le PDF dont parle son auteur, si « Vérifié » figure ci-dessus.',
  toldSameBad:
    'C’est l’empreinte du PDF dont parle son auteur, mais ce fichier n’a pas passé la vérification ci-dessus. Lisez-y pourquoi, et demandez à son auteur.',
  toldFile:
    'C’est le SHA-256 de ce fichier, qui figure ci-dessous, et non l’empreinte. Dit par son auteur, il désigne ce fichier même.',
  toldPart: (n) => `Les ${n} premiers caractères sont les mêmes. Demandez les 64.`,
  toldOther: (n) => `C’en est une autre : le caractère ${n} diffère. Ce n’est pas le PDF dont parle son auteur.`,
  toldBad: 'Une empreinte n’a que les chiffres de 0 à 9 et les lettres de a à f.',
  fileHash: 'SHA-256 du fichier',
  signature: 'Signature',
  noSignature: 'Aucune signature n’a été déposée avec ce PDF. Ce n’est pas un défaut : peu sont signés.',
  times: 'Horodatage',
  embeddedStates: {
    valid: 'Signé dans le PDF.',
    wrong: 'La signature dans le PDF ne tient pas.',
    unchecked: 'Signé dans le PDF, non vérifié.'
  },
  certificateHash: 'SHA-256 du certificat',
  signatureStates: {
    valid: 'Signé.',
    wrong: 'La signature ne correspond pas.',
    'unknown-key': 'Signé avec une clé inconnue.',
    unreadable: 'La signature est illisible.'
  },
  quotes: 'Citations',
  states: { verbatim: 'Littérale', normalised: 'Normalisée', altered: 'Modifiée', missing: 'Absente' },
  stateMeanings: {
    verbatim: 'à la lettre',
    normalised: 'aux espaces, guillemets et signes semblables près',
    altered: 'd’autres mots s’y trouvent',
    missing: 'introuvable'
  },
  unchecked: 'non recherchée',
  page: (n) => `page ${n}`,
  noPage: 'sur aucune page',
  inText: (n) => `Montrer dans son texte : citation ${n}`,
  inTextShort: 'Montrer dans son texte',
  statements: 'Énoncés qui diffèrent',
  shownInstead: 'À la place figure :',
  notShown: 'Ne figure pas tel que la preuve le donne.',
  pages: 'Pages qui diffèrent',
  texts: 'Les textes que le PDF transporte',
  textsHint:
    'Tels qu’ils étaient quand le PDF a été produit, avec ses citations marquées. Qu’ils soient ce qui a été publié, c’est à vous de le comparer.',
  source: (n) => `Source ${n}`,
  withheld: 'Son texte n’est pas transmis.',
  originalHash: 'SHA-256 de l’original',
  moreQuotes: (n) => `En montrer ${n} de plus`,
  about: 'Ce qu’est cette page',
  aboutText:
    'Elle est faite du même code que la vérification du programme. Elle ne peut pas savoir si elle a elle-même été échangée : comparez son SHA-256 avec celui que « dossier verifier » affiche pour cette version, ou qu’on vous donne par une autre voie.',
  version: (version) => `Dossier ${version}`,
  orphan: (file) => `« ${file} » appartient à un fichier qui n’a pas été déposé avec lui. Déposez les deux ensemble.`,
  unknown: (file) => `« ${file} » n’est ni un PDF ni un ZIP.`,
  unread: (file) =>
    `« ${file} » n’a pas pu être lu\u00a0: c’est un dossier, ou un fichier que ce navigateur ne peut pas ouvrir.`,
  case: 'Affaire',
  caseSources: 'Sources qui diffèrent',
  caseOriginal: 'original',
  caseText: 'texte',
  storedStates: { intact: 'intact', altered: 'modifié', missing: 'absent' },
  caseCounts: (sources, quotes, entries) =>
    `Sources : ${sources} ; citations : ${quotes} ; entrées dans les journaux : ${entries}.`,
  bundle: 'Lot',
  bundleGood: 'Chaque fichier est tel que le manifeste du lot le donne.',
  bundleBad: 'Certains fichiers ne sont pas tels que le manifeste du lot les donne.',
  bundleOther: 'C’est un lot BagIt, mais pas un lot de Dossier.',
  bundleCounts: (files, bytes) => `${files} fichiers, ${bytes} octets`,
  bundleCannot:
    'Qui peut réécrire un fichier peut réécrire le manifeste. Comparez le SHA-256 avec celui que l’expéditeur vous donne par une autre voie.',
  notes: 'Bon à savoir'
}
