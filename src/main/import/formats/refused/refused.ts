import { isBinary, type FileStart } from '../../sniff/file-start.ts'
import { SURE, sureIf, type RefusedFormat } from '../../sniff/import-format.ts'

const SAVE = 'Save or copy its text as .docx, .txt or .html and import that.'
const UNPACK = 'Unpack it with another program and import what it holds.'
const RECOGNISE =
  'Save it as PNG or JPEG and import that to show it, or run text recognition (OCR) over it and import the text.'
const TRANSCRIBE = 'Import a transcript of it as .txt or .docx.'
const NONE = 'Dossier imports texts and documents only.'

/* eslint-disable no-control-regex -- the first bytes of binary formats are control characters */
/** First bytes, as Latin-1, of formats that can't be imported. */
const SIGNATURES: readonly (readonly [RegExp, string, string])[] = [
  [
    /^GIF8|^BM[\s\S]{4}\0\0\0\0|^II\*\0|^MM\0\*|^RIFF[\s\S]{4}WEBP|^\0\0\0[\s\S]ftyp(?:heic|heix|mif1|avif)|^8BPS|^\xD7\xCD\xC6\x9A/,
    'an image',
    RECOGNISE
  ],
  [/^\0\0\0[\s\S]ftyp|^\x1A\x45\xDF\xA3|^RIFF[\s\S]{4}AVI|^\0\0\x01[\xBA\xB3]/, 'a video', TRANSCRIBE],
  [/^ID3|^OggS|^fLaC|^RIFF[\s\S]{4}WAVE|^\xFF[\xFB\xF3\xF2][\s\S]{2}/, 'a sound recording', TRANSCRIBE],
  [/^BZh|^\xFD7zXZ|^7z\xBC\xAF|^Rar!|^\x28\xB5\x2F\xFD|^[\s\S]{257}ustar/, 'a compressed archive', UNPACK],
  [/^%!PS/, 'a PostScript file', 'Convert it to PDF and import that.'],
  [/^AT&TFORM/, 'a DjVu document', 'Convert it to PDF and import that.'],
  [/^[\s\S]{60}BOOKMOBI/, 'an e-book (MOBI)', 'Convert it to EPUB and import that.'],
  [/^SQLite format 3/, 'a database', 'Save what you need of it as .txt and import that.'],
  [/^!BDN/, 'an Outlook data file (.pst)', 'Save the mails that you need as .eml and import them.'],
  [/^\x7FELF|^MZ[\s\S]{58}|^\xCF\xFA\xED\xFE|^\xCA\xFE\xBA\xBE|^\0asm/, 'a program', NONE],
  [/^wOF[F2]|^OTTO|^\0\x01\0\0\0/, 'a font', NONE]
]
/* eslint-enable no-control-regex */

const OLD_OFFICE: readonly (readonly [stream: string, kind: string, advice: string])[] = [
  [
    'EncryptedPackage',
    'an Office document protected by a password',
    'Open it with its password, save a copy without one and import that.'
  ],
  ['WordDocument', 'an old Word document (.doc)', 'Open it in a word processor, save it as .docx and import that.'],
  [
    '__properties_version1.0',
    'an Outlook message (.msg)',
    'Save it as .eml in a mail program, or copy its text, and import that.'
  ],
  ['Workbook', 'an old Excel workbook (.xls)', SAVE],
  ['PowerPoint Document', 'an old PowerPoint presentation (.ppt)', 'Save it as PDF and import that.']
]

/** Formats that are told by their first bytes. */
export const REFUSED_SIGNATURES: readonly RefusedFormat[] = [
  ...OLD_OFFICE.map(([stream, kind, advice]) => ({
    kind,
    advice,
    sniff: (file: FileStart) => sureIf(isOldOffice(file) && holdsStream(file, stream), SURE.certain)
  })),
  {
    kind: 'an old Office document (.doc, .xls or .msg)',
    advice: SAVE,
    sniff: (file) => sureIf(isOldOffice(file), SURE.certain)
  },
  ...SIGNATURES.map(([signature, kind, advice]) => ({
    kind,
    advice,
    sniff: ({ head }: FileStart) => sureIf(signature.test(head), SURE.certain)
  }))
]

function isOldOffice({ head }: FileStart): boolean {
  return head.startsWith('\xD0\xCF\x11\xE0')
}

/** The streams of a compound file (MS-CFB) tell its kind; their names stand in its directory in UTF-16. */
function holdsStream({ bytes }: FileStart, stream: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le')
}

/** Zips of other programs: told behind the documents that can be imported, before the zip that is an archive of files. */
export const REFUSED_ZIPS: readonly RefusedFormat[] = [
  {
    kind: 'an OpenDocument file that is no text',
    advice: 'Save it as PDF and import that.',
    sniff: async (file) => {
      const zip = await file.zip()
      const declared = (await zip?.text('mimetype')) ?? ''
      return sureIf(declared.trim().startsWith('application/vnd.oasis.opendocument'), SURE.certain)
    }
  },
  office('an Excel workbook', SAVE, /spreadsheetml|ms-excel/),
  office('a PowerPoint presentation', 'Save it as PDF and import that.', /presentationml|ms-powerpoint/),
  office('an Office document of another kind than Word’s', 'Save it as PDF and import that.', /^/),
  {
    kind: 'a Pages, Numbers or Keynote document',
    advice: 'Export it as Word or PDF and import that.',
    sniff: async (file) => {
      const zip = await file.zip()
      return sureIf(zip !== null && (zip.some(/^Index\/.*\.iwa$/) || zip.has('Index.zip')), SURE.certain)
    }
  },
  {
    kind: 'a program',
    advice: NONE,
    sniff: async (file) => {
      const zip = await file.zip()
      return sureIf(zip !== null && zip.has('META-INF/MANIFEST.MF') && zip.some(/\.(?:class|dex)$/), SURE.certain)
    }
  }
]

/** An Office document (ECMA-376), told by the types that it declares of its parts. */
function office(kind: string, advice: string, types: RegExp): RefusedFormat {
  return {
    kind,
    advice,
    sniff: async (file) => {
      const zip = await file.zip()
      const declares = zip?.has('[Content_Types].xml') === true
      return sureIf(declares && types.test(await zip.text('[Content_Types].xml')), SURE.certain)
    }
  }
}

/** Compressed files in which no single text stands. */
export const REFUSED_GZIP: RefusedFormat = {
  kind: 'a compressed archive',
  advice: UNPACK,
  sniff: ({ head, unpacked }) =>
    sureIf(
      head.startsWith('\x1F\x8B') && (unpacked === null || unpacked.length === 0 || isBinary(unpacked)),
      SURE.certain
    )
}

/** Texts that are no prose. */
export const REFUSED_TEXTS: readonly RefusedFormat[] = [
  {
    kind: 'an XML file',
    advice: SAVE,
    sniff: ({ text }) =>
      sureIf(
        text !== null && /^\s*<\?xml[^>]*>\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?!html|!doctype html)/i.test(text),
        SURE.likely
      )
  },
  {
    kind: 'an image',
    advice: RECOGNISE,
    sniff: ({ text }) => sureIf(text !== null && /^\s*<svg[\s>]/i.test(text), SURE.likely)
  },
  {
    kind: 'a JSON file',
    advice: SAVE,
    sniff: ({ text, extension }) => sureIf(text !== null && extension === 'json' && /^\s*[{[]/.test(text), SURE.likely)
  }
]
