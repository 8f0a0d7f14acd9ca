import { fromHex, indexOf, latin1, sameBytes } from '../pdf/bytes.ts'
import { PdfObjects } from '../pdf/file.ts'
import { pageTreeOf, type PageObject } from '../pdf/page-tree.ts'
import type { PdfPlatform } from '../pdf/platform.ts'
import { isArray, MalformedPdf, Name, PdfString, Reference, type Dict, type Value } from '../pdf/value.ts'
import { say } from '../wording/say.ts'
import { latin1Bytes, textString, writtenValue } from '../pdf/write-value.ts'
import type { SignatureFields } from './signature-fields.ts'
import { appearanceOf, frameOf, spokenOf, structureWith, type Frame } from './signature-mark.ts'

/** A PDF with the one addition that an export allows: a signature, and what makes readers find it. */
export interface SignedPdf {
  /** The PDF as it was before. */
  original: Uint8Array
  fields: SignatureFields
  /** The page on which it shows itself, from 1; null where it doesn’t. */
  shownOn: number | null
  /** The signature: a SignedData of CMS (RFC 5652) in DER. */
  cms: Uint8Array
  /** What is signed: all of the file but the signature. */
  signed: Uint8Array
}

/** An addition that waits for its signature. */
export interface PreparedUpdate {
  /** The whole file, zeros in the place of the signature. */
  file: Uint8Array
  /** Where the signature’s hexadecimal digits stand. */
  start: number
  end: number
  /** The page on which it shows itself, from 1; null where it doesn’t. */
  shownOn: number | null
}

/** Room for the four numbers of a ByteRange, so that they don’t move what they tell of. */
const RANGE_WIDTH = 44
const FIELD_NAME = 'Signature1'

/**
 * Adds room for a signature of `size` bytes to a PDF, as one incremental update (ISO 32000-1, 7.5.6): the signature (12.8.1, PAdES B-B by ETSI EN 319 142-1), its
 * field, the catalogue and the page that refer to them. The field stands on the last page and shows nothing; one that is visible fills the frame that the export
 * has for it, and becomes a part of the structure. The same input gives the same bytes. Throws `MalformedPdf` for a PDF that was added to before, whose objects
 * stand in streams, or that has no frame where one is needed.
 */
export function prepareUpdate(
  original: Uint8Array,
  fields: SignatureFields,
  size: number,
  platform: PdfPlatform
): PreparedUpdate {
  const objects = PdfObjects.open(original, platform)
  if (objects.updates > 0) throw new MalformedPdf(say('something was added to it after it was exported'))
  const root = objects.trailer.get('Root')
  const catalogue = objects.dict(root)
  const { pages } = pageTreeOf(objects)
  const frame = fields.visible ? frameOf(objects, pages) : null
  if (fields.visible && !frame) throw new MalformedPdf(say('it has no frame for a visible signature'))
  const page = frame ? pages[frame.page] : pages.at(-1)
  if (!(root instanceof Reference) || !catalogue || !page) throw new MalformedPdf(say('it has no pages'))
  if (catalogue.has('AcroForm')) throw new MalformedPdf(say('it has a form already'))
  const annotations = page.node.get('Annots') ?? null
  if (annotations !== null && !isArray(annotations)) throw new MalformedPdf(say('its annotations stand apart'))
  const first = Number(objects.trailer.get('Size'))
  const [signature, field, element, form] = [0, 1, 2, 3].map((i) => new Reference(first + i)) as Quadruple
  const structure = frame && structureWith(objects, catalogue, page, { element, field })
  const changed: [number: number, value: Value][] = [
    [root.number, new Map([...catalogue, ['AcroForm', formOf(field)]])],
    [page.object, new Map([...page.node, ['Annots', [...(annotations ?? []), field]]])],
    [
      field.number,
      fieldOf(signature, page, frame && { ...frame, spoken: spokenOf(fields), key: structure!.key, form })
    ],
    ...(structure?.changed ?? [])
  ]
  const head = original.at(-1) === 10 ? '' : '\n'
  let text = head
  const places = new Map<number, number>()
  const begin = (number: number): void => {
    places.set(number, original.length + text.length)
    text += `${number} 0 obj\n`
  }
  for (const [number, value] of changed) {
    begin(number)
    text += `${writtenValue(value)}\nendobj\n`
  }
  if (frame) {
    const { dict, content } = appearanceOf(objects, page, fields)
    begin(form.number)
    text += `${writtenValue(new Map([...dict, ['Length', content.length]]))}\nstream\n${content}\nendstream\nendobj\n`
  }
  begin(signature.number)
  text += `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached${said(fields)} /ByteRange `
  const range = text.length
  text += `${' '.repeat(RANGE_WIDTH)} /Contents `
  const start = original.length + text.length + 1
  const end = start + size * 2
  text += `<${'0'.repeat(size * 2)}> >>\nendobj\n`
  const table = original.length + text.length
  text += `xref\n${sections(places)}trailer\n${writtenValue(trailerOf(objects.trailer, first + (frame ? 4 : 2), tableOf(original)))}\nstartxref\n${table}\n%%EOF\n`
  const length = original.length + text.length
  const numbers = `[0 ${start - 1} ${end + 1} ${length - end - 1}]`.padEnd(RANGE_WIDTH)
  text = text.slice(0, range) + numbers + text.slice(range + RANGE_WIDTH)
  const file = new Uint8Array(length)
  file.set(original)
  file.set(latin1Bytes(text), original.length)
  return { file, start, end, shownOn: frame && frame.page + 1 }
}

/** What a prepared update signs: all but the signature with its brackets. */
export function signedPart({ file, start, end }: Pick<PreparedUpdate, 'file' | 'start' | 'end'>): Uint8Array {
  const part = new Uint8Array(file.length - (end - start) - 2)
  part.set(file.subarray(0, start - 1))
  part.set(file.subarray(end + 1), start - 1)
  return part
}

const CONTENTS = ' /Contents <'
const BEFORE_LAST = '%%EOF'

/**
 * Reads a PDF whose end is an addition as `prepareUpdate` makes it, to the byte; null where it isn’t one. Whatever else was added is none, so that nothing can
 * hide beside a signature. Throws nothing: what is wrong with the PDF itself is for its verifier to say.
 */
export function readSigned(file: Uint8Array, platform: PdfPlatform): SignedPdf | null {
  const tail = indexOf(file, CONTENTS, 0) < 0 ? -1 : lastOriginalEnd(file)
  if (tail < 0) return null
  const original = file.subarray(0, tail)
  const added = latin1(file, tail)
  const found = /(<< \/Type \/Sig [^]*?) \/ByteRange [^]*? \/Contents <([0-9a-f]+)> >>\nendobj\n/.exec(added)
  if (!found || found[2]!.length % 2 !== 0) return null
  try {
    const said = readFields(found[1]!)
    if (!said) return null
    // Whether it really is so shows when the addition is made again.
    const fields = { ...said, visible: added.includes(' /AP ') }
    const size = found[2]!.length / 2
    const again = prepareUpdate(original, fields, size, platform)
    if (again.file.length !== file.length) return null
    const cms = fromHex(found[2]!)
    again.file.set(latin1Bytes(found[2]!), again.start)
    const { shownOn } = again
    return sameBytes(again.file, file) ? { original, fields, shownOn, cms, signed: signedPart(again) } : null
  } catch (error) {
    if (error instanceof MalformedPdf || error instanceof RangeError) return null
    throw error
  }
}

/** Whether a PDF has a signature anywhere, sound or not: its dictionary (ISO 32000-1, 12.8.1) stands in no stream. */
export function holdsSignature(file: Uint8Array): boolean {
  return indexOf(file, '/ByteRange', 0) >= 0 && indexOf(file, '/Contents <', 0) >= 0
}

/** Where the file ended before its last addition; -1 where nothing was added. */
function lastOriginalEnd(file: Uint8Array): number {
  let last = -1
  let before = -1
  for (let at = indexOf(file, BEFORE_LAST, 0); at >= 0; at = indexOf(file, BEFORE_LAST, at + 1)) {
    before = last
    last = at
  }
  if (before < 0) return -1
  const end = before + BEFORE_LAST.length
  return file[end] === 13 && file[end + 1] === 10 ? end + 2 : file[end] === 10 || file[end] === 13 ? end + 1 : end
}

function formOf(field: Reference): Dict {
  return new Map<string, Value>([
    ['Fields', [field]],
    ['SigFlags', 3]
  ])
}

/** References to the signature, its field, the field’s element in the structure, and what it shows. */
type Quadruple = [Reference, Reference, Reference, Reference]

/** How a field shows itself: where, what is read aloud of it, its key in the structure, the form that is drawn. */
interface Shown extends Frame {
  spoken: PdfString
  key: number
  form: Reference
}

/** A field and its widget in one (12.5.6.19), printed and locked. Without a frame it is of no size, so that it covers nothing. */
function fieldOf(signature: Reference, page: PageObject, shown: Shown | null): Dict {
  return new Map<string, Value>([
    ['Type', new Name('Annot')],
    ['Subtype', new Name('Widget')],
    ['FT', new Name('Sig')],
    ['T', textString(FIELD_NAME)],
    ['V', signature],
    ['P', new Reference(page.object)],
    ['Rect', shown?.rect ?? [0, 0, 0, 0]],
    ['F', 132],
    ...(shown ? entriesOf(shown) : [])
  ])
}

function entriesOf({ spoken, key, form }: Shown): [string, Value][] {
  return [
    ['TU', spoken],
    ['StructParent', key],
    ['AP', new Map([['N', form]])]
  ]
}

const KEYS = { Name: 'name', Reason: 'reason', Location: 'place' } as const

function said(fields: SignatureFields): string {
  const date = `D:${fields.signedAt.replace(/[-:T]|\.\d+/g, '')}`
  const texts = Object.entries(KEYS).map(([key, field]) =>
    fields[field] === '' ? '' : ` /${key} ${writtenValue(textString(fields[field]))}`
  )
  return ` /M ${writtenValue(new PdfString(latin1Bytes(date)))}${texts.join('')}`
}

function readFields(dict: string): Omit<SignatureFields, 'visible'> | null {
  const given = (key: string): string => {
    const digits = new RegExp(` /${key} <([0-9a-f]*)>`).exec(dict)?.[1]
    return digits === undefined ? '' : new PdfString(fromHex(digits)).text
  }
  const date = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(given('M'))
  if (!date) return null
  const [, year, month, day, hour, minute, second] = date
  const signedAt = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`
  if (Number.isNaN(Date.parse(signedAt))) return null
  return { signedAt, name: given('Name'), reason: given('Reason'), place: given('Location') }
}

/** The sections of a table of objects (7.5.4). */
function sections(places: ReadonlyMap<number, number>): string {
  const numbers = [...places.keys()].sort((a, b) => a - b)
  let text = '0 1\n0000000000 65535 f \n'
  for (let i = 0; i < numbers.length;) {
    let end = i + 1
    while (end < numbers.length && numbers[end] === numbers[end - 1]! + 1) end++
    text += `${numbers[i]} ${end - i}\n`
    for (; i < end; i++) text += `${String(places.get(numbers[i]!)).padStart(10, '0')} 00000 n \n`
  }
  return text
}

const OF_TRAILER = new Set(['Size', 'Root', 'Info', 'ID'])

function trailerOf(trailer: Dict, size: number, previous: number): Dict {
  for (const key of trailer.keys())
    if (!OF_TRAILER.has(key)) throw new MalformedPdf(say('its table of objects isn’t that of an export'))
  return new Map<string, Value>([...trailer, ['Size', size], ['Prev', previous]])
}

/** Where the table of a whole file stands. */
function tableOf(file: Uint8Array): number {
  return Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(file, Math.max(0, file.length - 64)))?.[1])
}
