/** A format that can't be imported: what the file is, as a noun, and what its user can do. */
export interface Unsupported {
  kind: string
  advice: string
}

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

/** Tells formats that can't be imported by their first bytes; null when it's none that is known. */
export function knownUnsupported(bytes: Uint8Array, head: string): Unsupported | null {
  if (head.startsWith('\xD0\xCF\x11\xE0')) return oldOffice(bytes)
  const found = SIGNATURES.find(([signature]) => signature.test(head))
  return found ? { kind: found[1], advice: found[2] } : null
}

/** The streams of a compound file (MS-CFB) tell its kind; their names stand in its directory in UTF-16. */
function oldOffice(bytes: Uint8Array): Unsupported {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = OLD_OFFICE.find(([stream]) => buffer.includes(stream, 0, 'utf16le'))
  return found
    ? { kind: found[1], advice: found[2] }
    : { kind: 'an old Office document (.doc, .xls or .msg)', advice: SAVE }
}

/** Kinds of zips and texts that can't be imported. */
export const UNSUPPORTED = {
  excel: { kind: 'an Excel workbook', advice: SAVE },
  powerPoint: { kind: 'a PowerPoint presentation', advice: 'Save it as PDF and import that.' },
  office: { kind: 'an Office document of another kind than Word’s', advice: 'Save it as PDF and import that.' },
  openDocument: { kind: 'an OpenDocument file that is no text', advice: 'Save it as PDF and import that.' },
  iWork: { kind: 'a Pages, Numbers or Keynote document', advice: 'Export it as Word or PDF and import that.' },
  program: { kind: 'a program', advice: NONE },
  gzip: { kind: 'a compressed archive', advice: UNPACK },
  xml: { kind: 'an XML file', advice: SAVE },
  json: { kind: 'a JSON file', advice: SAVE },
  drawing: { kind: 'an image', advice: RECOGNISE }
} as const satisfies Record<string, Unsupported>
