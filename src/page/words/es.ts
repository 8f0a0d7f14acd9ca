import type { Words } from './en.ts'

export const es: Words = {
  name: 'Español',
  title: 'Comprobar un informe',
  lead: 'Suelte un PDF hecho con Dossier. Esta página comprueba que sus citas son las palabras de los textos que lleva consigo y que nada se ha cambiado en él desde entonces. No hace falta tener Dossier ni conocerlo.',
  offline: 'Nada sale de este equipo: la página lee los archivos aquí, y sus propias reglas le prohíben toda conexión.',
  language: 'Idioma',
  drop: 'Suelte archivos aquí',
  choose: 'Elegir archivos…',
  dropHint:
    'PDF; una firma (.minisig) o un sello de tiempo (.tsr, .ots) junto con su PDF; un paquete de entrega o la carpeta de un caso en ZIP. Pueden ser varios a la vez.',
  keyTitle: 'Tengo la clave pública de quien firma',
  key: 'Clave pública de minisign',
  keyHint:
    'Una línea que empieza por RW y que recibió de quien firma por una vía de confianza. Se usa para las firmas que suelte junto con sus PDF.',
  keyBad: 'Esto no es una clave pública de minisign. Es una línea de 56 letras y cifras que empieza por RW.',
  keyGood: (id) => `Clave ${id}.`,
  results: 'Qué se ha comprobado',
  checking: 'Comprobando…',
  stop: 'Detener',
  remove: (file) => `Quitar ${file} de la página`,
  removeShort: 'Quitar',
  stopped: 'Detenido. No se ha averiguado nada sobre este archivo. Suéltelo otra vez para comprobarlo.',
  crashed:
    'La comprobación se interrumpió sola: el archivo puede estar dañado, ser demasiado grande para este navegador o estar hecho para causar daño. No se fíe de él. Compruébelo con «dossier verify» o pídalo de nuevo.',
  notChecked: 'No se puede comprobar',
  good: 'Comprobado',
  bad: 'No comprobado',
  goodPlain:
    'Cada cita que se pudo buscar está en los textos incluidos tal como está impresa, y el PDF está como cuando se hizo.',
  badPlain: 'No se fíe de este PDF tal como está. Pida a quien lo envió el PDF tal como se exportó.',
  besidePlain:
    'El PDF concuerda consigo mismo, pero no con lo que se soltó junto a él. Pida otra vez ambas cosas a quien las envió; si solo lo que está al lado no se puede leer, el PDF puede comprobarse solo.',
  lessPlain: 'Lo hizo un programa más antiguo, de modo que se puede comprobar menos. Véase más abajo.',
  storedPlain: 'No se fíe de esto tal como está. Pida a quien lo envió que lo envíe otra vez entero.',
  failedPlain: 'No se pudo demostrar que nada de este archivo sea correcto. No se fíe de él.',
  otherPlain: 'Eso no dice nada bueno ni malo sobre su contenido.',
  shows: 'Qué demuestra esto',
  cannot: 'Qué no puede demostrar',
  problems: 'Qué está mal',
  fingerprint: 'Huella',
  fingerprintHint:
    'La misma en cada copia fiel de este PDF, y otra en cuanto difiere una palabra. Pídala a su autor por otra vía, por teléfono por ejemplo, y escriba lo que le digan.',
  told: 'Huella que le han dicho',
  toldSame: 'Es la misma: este es el PDF del que habla su autor, siempre que arriba diga «Comprobado».',
  toldSameBad:
    'Es la huella del PDF del que habla su autor, pero este archivo no superó la comprobación de arriba. Lea allí por qué y pregunte a su autor.',
  toldFile:
    'Es el SHA-256 de este archivo, que figura abajo, y no la huella. Dicho por su autor, se refiere a este mismo archivo.',
  toldPart: (n) => `Los primeros ${n} caracteres coinciden. Pida los 64.`,
  toldOther: (n) => `Es otra: el carácter ${n} difiere. Este no es el PDF del que habla su autor.`,
  toldBad: 'Una huella solo tiene las cifras del 0 al 9 y las letras de la a a la f.',
  fileHash: 'SHA-256 del archivo',
  signature: 'Firma',
  noSignature: 'No se soltó ninguna firma con este PDF. No es un defecto: pocos están firmados.',
  times: 'Sellos de tiempo',
  embeddedStates: {
    valid: 'Firmado dentro del PDF.',
    wrong: 'La firma dentro del PDF no se sostiene.',
    unchecked: 'Firmado dentro del PDF, sin comprobar.'
  },
  certificateHash: 'SHA-256 del certificado',
  signatureStates: {
    valid: 'Firmado.',
    wrong: 'La firma no corresponde.',
    'unknown-key': 'Firmado con una clave desconocida.',
    unreadable: 'La firma no se puede leer.'
  },
  quotes: 'Citas',
  states: { verbatim: 'Literal', normalised: 'Normalizada', altered: 'Alterada', missing: 'Falta' },
  stateMeanings: {
    verbatim: 'letra por letra',
    normalised: 'salvo espacios, comillas y signos parecidos',
    altered: 'allí hay otras palabras',
    missing: 'no se encontró'
  },
  unchecked: 'no se buscó',
  page: (n) => `página ${n}`,
  noPage: 'en ninguna página',
  inText: (n) => `Mostrar en su texto: cita ${n}`,
  inTextShort: 'Mostrar en su texto',
  statements: 'Afirmaciones que difieren',
  shownInstead: 'En su lugar aparece:',
  notShown: 'No aparece tal como la tiene la prueba.',
  pages: 'Páginas que difieren',
  texts: 'Los textos que lleva el PDF',
  textsHint:
    'Tal como eran cuando se hizo el PDF, con sus citas marcadas. Que sean lo que se publicó le toca a usted compararlo.',
  source: (n) => `Fuente ${n}`,
  withheld: 'Su texto no se entrega.',
  originalHash: 'SHA-256 del original',
  moreQuotes: (n) => `Mostrar ${n} más`,
  about: 'Qué es esta página',
  aboutText:
    'Está hecha del mismo código que la comprobación del programa. No puede saber si ella misma fue cambiada: compare su SHA-256 con el que muestra «dossier verifier» para esta versión, o con el que le digan por otra vía.',
  version: (version) => `Dossier ${version}`,
  orphan: (file) => `«${file}» pertenece a un archivo que no se soltó con él. Suelte los dos juntos.`,
  unknown: (file) => `«${file}» no es ni un PDF ni un ZIP.`,
  unread: (file) => `«${file}» no se pudo leer: es una carpeta o un archivo que este navegador no puede abrir.`,
  case: 'Caso',
  caseSources: 'Fuentes que difieren',
  caseOriginal: 'original',
  caseText: 'texto',
  storedStates: { intact: 'intacto', altered: 'alterado', missing: 'ausente' },
  caseCounts: (sources, quotes, entries) =>
    `Fuentes: ${sources}; citas: ${quotes}; entradas en los registros: ${entries}.`,
  bundle: 'Paquete',
  bundleGood: 'Cada archivo está como lo da el manifiesto del paquete.',
  bundleBad: 'No todos los archivos están como los da el manifiesto del paquete.',
  bundleOther: 'Es un paquete BagIt, pero no uno de Dossier.',
  bundleCounts: (files, bytes) => `${files} archivos con ${bytes} bytes`,
  bundleCannot:
    'Quien puede reescribir un archivo puede reescribir el manifiesto. Compare el SHA-256 con el que le diga quien lo envía por otra vía.',
  notes: 'Conviene saberlo'
}
