import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject
} from '@cantoo/pdf-lib'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { APART } from '../../shared/redaction/nodes.ts'
import type { Part } from './search.ts'

/** Filters of images: what they hold isn't text, and the bytes themselves are searched with the whole file. */
const IMAGE_FILTERS = ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']

/** All that a PDF holds, as two readers that have nothing to do with each other see it. Throws when either can't read it. */
export async function* pdfParts(bytes: Uint8Array): AsyncGenerator<Part> {
  yield { place: 'the file', reading: 'noise', content: bytes }
  yield* objects(bytes)
  yield* pages(bytes)
}

/** Every object: strings and names, by their place, and streams as they are once decoded. */
async function* objects(bytes: Uint8Array): AsyncGenerator<Part> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  const all = pdf.context.enumerateIndirectObjects()
  const fonts = new Set(all.flatMap(([, object]) => (object instanceof PDFDict ? fontFiles(object) : [])))
  const strings = new Strings()
  for (const value of Object.values(pdf.context.trailerInfo)) {
    if (value !== undefined) strings.take(value as PDFObject, 'the file')
  }
  for (const [ref, object] of all) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    const place = placeOf(dict)
    strings.take(dict, place)
    if (!(object instanceof PDFRawStream) || isImage(object.dict)) continue
    const noise = fonts.has(ref.toString()) || has(object.dict, 'Length1') || has(object.dict, 'N')
    const content = decodePDFRawStream(object).decode()
    yield { place, reading: noise ? 'noise' : 'data', content }
    // What is attached is meant to be read; so are the metadata.
    if (/^(EmbeddedFile|Metadata)$/.test(nameOf(object.dict, 'Type'))) {
      yield { place, reading: 'text', content: Buffer.from(content).toString('utf8') }
    }
  }
  yield* strings.parts()
}

/** The streams that hold a font's program. */
function fontFiles(dict: PDFDict): string[] {
  return ['FontFile', 'FontFile2', 'FontFile3'].flatMap((key) => {
    const value = dict.get(PDFName.of(key))
    return value instanceof PDFRef ? [value.toString()] : []
  })
}

/** Strings and names, gathered by their place: each alone would be searched too slowly. */
class Strings {
  private readonly texts = new Map<string, string[]>()
  private readonly names = new Set<string>()

  take(object: PDFObject, place: string): void {
    if (object instanceof PDFString || object instanceof PDFHexString) {
      const known = this.texts.get(place)
      if (known) known.push(object.decodeText())
      else this.texts.set(place, [object.decodeText()])
      this.names.add(Buffer.from(object.asBytes()).toString('latin1'))
    } else if (object instanceof PDFName) this.names.add(object.decodeText())
    else if (object instanceof PDFArray) for (const each of object.asArray()) this.take(each, place)
    else if (object instanceof PDFDict) {
      for (const [key, value] of object.entries()) {
        this.take(key, place)
        const inner = placeOf(value)
        if (!(value instanceof PDFRef)) this.take(value, inner === 'the file' ? place : inner)
      }
    }
  }

  *parts(): Generator<Part> {
    for (const [place, texts] of this.texts) yield { place, reading: 'text', content: texts.join(APART) }
    yield { place: 'the file', reading: 'data', content: Buffer.from([...this.names].join(APART)) }
  }
}

function placeOf(object: PDFObject): string {
  if (!(object instanceof PDFDict)) return 'the file'
  const type = nameOf(object, 'Type')
  if (type === 'EmbeddedFile' || type === 'Filespec') return 'an attachment'
  if (type === 'Metadata' || has(object, 'Producer')) return 'the metadata'
  if (type === 'StructElem' || has(object, 'S')) return 'the structure'
  if (nameOf(object, 'Subtype') === 'Link') return 'a link'
  if (has(object, 'Title')) return 'the bookmarks'
  return 'the file'
}

function has(dict: PDFDict, key: string): boolean {
  return dict.has(PDFName.of(key))
}

function nameOf(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : ''
}

function isImage(dict: PDFDict): boolean {
  const filter = dict.lookup(PDFName.of('Filter'))
  const filters = filter instanceof PDFArray ? filter.asArray() : [filter]
  const packed = filters.some((each) => each instanceof PDFName && IMAGE_FILTERS.includes(each.decodeText()))
  return packed || nameOf(dict, 'Subtype') === 'Image'
}

/** What the pages show, as pdf.js reads it. */
async function* pages(bytes: Uint8Array): AsyncGenerator<Part> {
  const task = getDocument({
    // pdf.js takes the buffer away.
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    stopAtErrors: true
  })
  try {
    const document = await task.promise
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      yield { place: `page ${number}`, reading: 'text', content: text }
      page.cleanup()
    }
  } finally {
    await task.destroy()
  }
}
