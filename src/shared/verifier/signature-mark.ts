import { FRAME_DESTINATION, FRAME_FONT, SIGNATURE_FRAME } from '../composition/signature-frame.ts'
import type { PdfObjects } from '../pdf/file.ts'
import { namesOf, type PageObject } from '../pdf/page-tree.ts'
import { characterCodes, glyphWidths } from '../pdf/font-codes.ts'
import { isArray, isDict, MalformedPdf, Name, PdfString, Reference, type Dict, type Value } from '../pdf/value.ts'
import { say } from '../wording/say.ts'
import { textString } from '../pdf/write-value.ts'
import type { SignatureFields } from './signature-fields.ts'

/** The frame in which a signature may show itself: its page, counted from 0, and its left, bottom, right and top. */
export interface Frame {
  page: number
  rect: [number, number, number, number]
}

/** What a signature shows in its frame: a form (ISO 32000-1, 8.10) as its dictionary, without its length, and its operators. */
interface Appearance {
  dict: Dict
  content: string
}

/** Changes of the structure by which a screen reader comes to a signature (ISO 32000-1, 14.7.4.3), by the numbers of objects. */
interface MarkStructure {
  /** The key of the signature’s field in the tree from annotations to elements. */
  key: number
  changed: [number: number, value: Value][]
}

/** How far above the frame its place in the document stands. */
const ABOVE = 12
const MARGIN = 8
const FIRST = { size: 11, leading: 15, most: 2 }
const REST = { size: 8.6, leading: 11.5, most: 2 }

/** The frame that an export has for a signature; null where it has none. Throws `MalformedPdf`. */
export function frameOf(objects: PdfObjects, pages: readonly PageObject[]): Frame | null {
  const names = objects.dict(objects.dict(objects.trailer.get('Root'))?.get('Names'))
  const found = namesOf(objects, names?.get('Dests')).find(
    ([name]) => name instanceof PdfString && name.text === FRAME_DESTINATION
  )
  const place = objects.resolve(found?.[1])
  const [target, , left, top] = isArray(place) ? place : []
  const page = target instanceof Reference ? pages.findIndex(({ object }) => object === target.number) : -1
  if (page < 0 || typeof left !== 'number' || typeof top !== 'number') return null
  const { width, height } = SIGNATURE_FRAME
  const upper = top - ABOVE
  return { page, rect: [left, rounded(upper - height), rounded(left + width), rounded(upper)] }
}

/** What a signature says in its frame, in lines of a text each. */
function saidIn({ name, reason, place, signedAt }: SignatureFields): string[] {
  const given = [reason === '' ? '' : `Reason: ${reason}`, place === '' ? '' : `Place: ${place}`]
  const when = `${signedAt.slice(0, 10)} at ${signedAt.slice(11, 16)} UTC, by the signer’s clock`
  return [name === '' ? 'Signed' : `Signed by ${name}`, when, ...given.filter((each) => each !== '')]
}

/** What a screen reader says of the signature. */
export function spokenOf(fields: SignatureFields): PdfString {
  return textString(`Signature. ${saidIn(fields).join('. ')}.`)
}

/** What a signature shows in its frame, in the font that the export kept ready there. Throws `MalformedPdf` where there is no such font. */
export function appearanceOf(objects: PdfObjects, { dict }: PageObject, fields: SignatureFields): Appearance {
  const fonts = objects.dict(objects.dict(dict.get('Resources'))?.get('Font'))
  const font = fonts?.get(FRAME_FONT)
  if (!(font instanceof Reference)) throw new MalformedPdf(say('its frame has no font for a signature'))
  const codes = characterCodes(objects, objects.dict(font))
  const widths = glyphWidths(objects, objects.dict(font))
  const { width, height } = SIGNATURE_FRAME
  const widthOf = (text: string, size: number): number =>
    [...text].reduce((sum, letter) => sum + ((widths.get(codes.get(letter) ?? 0) ?? 0) * size) / 1000, 0)
  let y = height - MARGIN
  const operators = ['BT', '0.13 g']
  saidIn(fields).forEach((text, i) => {
    const { size, leading, most } = i === 0 ? FIRST : REST
    const fits = (line: string): boolean => widthOf(line, size) <= width - MARGIN * 2
    for (const line of wrapped(shownBy(text, codes), fits, most)) {
      y -= leading
      const hex = [...line].map((letter) => codes.get(letter)!.toString(16).padStart(4, '0')).join('')
      operators.push(`/F ${size} Tf`, `1 0 0 1 ${MARGIN} ${rounded(y + leading - size)} Tm`, `<${hex}> Tj`)
    }
  })
  const form = new Map<string, Value>([
    ['Type', new Name('XObject')],
    ['Subtype', new Name('Form')],
    ['BBox', [0, 0, width, height]],
    ['Resources', new Map([['Font', new Map([['F', font]])]])]
  ])
  return { dict: form, content: [...operators, 'ET'].join('\n') }
}

/**
 * What makes a signature’s field a part of the structure, behind all else. `element` is the object of its element, `field` that of the field itself. Throws
 * `MalformedPdf` where the structure isn’t that of an export.
 */
export function structureWith(
  objects: PdfObjects,
  catalogue: Dict,
  page: PageObject,
  { element, field }: { element: Reference; field: Reference }
): MarkStructure {
  const foreign = new MalformedPdf(say('its structure isn’t that of an export'))
  const root = catalogue.get('StructTreeRoot')
  const tree = objects.dict(root)
  const [top] = isArray(tree?.get('K')) ? (tree.get('K') as readonly Value[]) : []
  const document = objects.dict(top)
  const kids = document?.get('K')
  const back = tree?.get('ParentTree')
  const entries = isDict(back) ? back.get('Nums') : undefined
  const key = tree?.get('ParentTreeNextKey')
  if (!(root instanceof Reference) || !(top instanceof Reference) || !tree || !document) throw foreign
  if (!isArray(kids) || !isDict(back) || !isArray(entries) || typeof key !== 'number') throw foreign
  const form = new Map<string, Value>([
    ['Type', new Name('StructElem')],
    ['S', new Name('Form')],
    ['P', top],
    ['Lang', textString('en')],
    ['Pg', new Reference(page.object)],
    [
      'K',
      [
        new Map<string, Value>([
          ['Type', new Name('OBJR')],
          ['Obj', field],
          ['Pg', new Reference(page.object)]
        ])
      ]
    ]
  ])
  return {
    key,
    changed: [
      [
        root.number,
        new Map<string, Value>([
          ...tree,
          ['ParentTree', new Map<string, Value>([...back, ['Nums', [...entries, key, element]]])],
          ['ParentTreeNextKey', key + 1]
        ])
      ],
      [top.number, new Map<string, Value>([...document, ['K', [...kids, element]]])],
      [element.number, form]
    ]
  }
}

/** A text on one line in letters that a font has: others are told by their codes, as in the rest of an export. */
function shownBy(text: string, codes: ReadonlyMap<string, number>): string {
  const known = (letter: string): string =>
    codes.has(letter) ? letter : `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
  return [
    ...text
      .normalize('NFC')
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim()
  ]
    .map(known)
    .join('')
}

/** A text in at most so many lines that fit; what is left over is cut off behind an ellipsis. */
function wrapped(text: string, fits: (line: string) => boolean, most: number): string[] {
  const lines: string[] = []
  let rest = text
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1
    const line = lineOf(rest, fits)
    const isCut = isLast && line.length < rest.length
    lines.push(isCut ? `${lineOf(rest, (each) => fits(`${each}…`))}…` : line)
    rest = rest.slice(line.length).trimStart()
  }
  return lines
}

/** As many words of a text as fit, or letters of a word that doesn’t. */
function lineOf(text: string, fits: (line: string) => boolean): string {
  if (fits(text)) return text
  const letters = [...text]
  let end = letters.length
  while (end > 1 && !fits(letters.slice(0, end).join(''))) end--
  const most = letters.slice(0, end).join('')
  const space = letters[end] === ' ' ? most.length : most.lastIndexOf(' ')
  return space > 0 ? most.slice(0, space) : most
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
