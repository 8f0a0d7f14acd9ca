import { blockText, notesOf, plainText, sectionTitle, walkBlocks, type IdBlock } from '../brief/walk.ts'
import type { ExportInput } from '../composition/input.ts'
import { fold } from './fold.ts'
import type { Grading } from '../source/grading.ts'
import type { Secret } from './plan.ts'

/** A text of an export's input, and where in the brief or the case that is, in words for its author. */
export interface PlacedText {
  text: string
  place: string
  /** The block of the brief in which it stands; null where it's in none. */
  nodeId: string | null
}

const NAMES: Record<IdBlock['type'], string> = {
  statement: 'statement',
  quoteBlock: 'quote',
  table: 'table',
  figure: 'figure'
}

/** The texts that an export of an input prints or carries, in the order in which they are read. */
export function placedTexts(input: ExportInput): PlacedText[] {
  const { brief } = input
  const bare = (text: string | null | undefined, place: string): PlacedText[] =>
    text == null || text === '' ? [] : [{ text, place, nodeId: null }]
  return [
    ...bare(input.case.title, 'the title of the case'),
    ...bare(brief.title, 'the title of the brief'),
    ...bare(brief.author, 'its author'),
    ...blockTexts(input),
    ...input.quotes.flatMap(({ key, speaker, attribution }) =>
      [speaker, ...attribution].flatMap((name) => bare(name, `the speaker of ${key}`))
    ),
    ...analysisTexts(input, bare),
    ...input.quotes.flatMap(({ key, grading }) => reasonsOf(grading, key, bare)),
    ...input.sources.flatMap((each) => sourceTexts(each, bare))
  ]
}

/** What analyses say: their words stand in print, also of sources whose texts the export doesn't carry. */
function analysisTexts(
  { analysis, sources }: ExportInput,
  bare: (text: string | null | undefined, place: string) => PlacedText[]
): PlacedText[] {
  const keys = new Map(sources.map(({ source }) => [source.id, source.key]))
  const of = ({ sourceId }: { sourceId: string }): string => keys.get(sourceId) ?? 'a source'
  return [
    ...analysis.origins.flatMap(({ number, origins, chains, links, overruled }) => [
      ...[...origins.map(({ name }) => name), ...chains.flatMap(({ chain }) => chain)].flatMap((name) =>
        bare(name, `the origins of statement ${number}`)
      ),
      ...links.flatMap(({ passage }) => bare(passage?.words, `the origins of statement ${number}`)),
      ...overruled.flatMap(({ because }) =>
        bare(because, `the reason why origins of statement ${number} are overruled`)
      )
    ]),
    ...bare(analysis.sourcing.summary, 'the source summary'),
    ...analysis.sourcing.descriptors.flatMap((each) => bare(each.text, `the descriptor of ${of(each)}`)),
    ...analysis.figures.flatMap(({ counts, attribution, passage }) =>
      [counts, passage.words, ...attribution].flatMap((text) => bare(text, `the figures of ${of(passage)}`))
    ),
    ...analysis.events.flatMap(({ passage, event }) =>
      [passage.words, event].flatMap((text) => bare(text, `the dates of ${of(passage)}`))
    ),
    ...analysis.ownEvents.flatMap(({ words }) => bare(words, 'the events that the analyst entered'))
  ]
}

function blockTexts({ brief }: ExportInput): PlacedText[] {
  const found: PlacedText[] = []
  const counts = new Map<string, number>()
  const told = new Set<string>()
  for (const { node, section, sectionNumber } of walkBlocks(brief.doc)) {
    const title = sectionTitle(section).trim()
    const where = sectionNumber === 0 ? '' : `section ${sectionNumber}${title === '' ? '' : ` (“${title}”)`}, `
    if (!told.has(section.attrs.id)) {
      told.add(section.attrs.id)
      found.push(...headings(section, sectionNumber))
    }
    const text = blockText(node)
    if (node.type === 'statement' && text.trim() === '' && notesOf(node).length === 0) continue
    const count = (counts.get(node.type) ?? 0) + 1
    counts.set(node.type, count)
    const place = `${where}${NAMES[node.type]} ${count}`
    const add = (each: string | null, of = ''): void => {
      if (each !== null && each !== '') found.push({ text: each, place: of + place, nodeId: node.attrs.id })
    }
    add(text)
    for (const note of notesOf(node)) add(plainText(note.content), 'a note of ')
    for (const written of attributesOf(node)) add(written, 'what belongs to ')
  }
  for (const section of brief.doc.content) if (!told.has(section.attrs.id)) found.push(...headings(section, 0))
  return found
}

function headings(section: ExportInput['brief']['doc']['content'][number], number: number): PlacedText[] {
  const named = number === 0 ? 'a section' : `section ${number}`
  const title = sectionTitle(section)
  const nodeId = section.attrs.id
  return [
    ...(title === '' ? [] : [{ text: title, place: `the title of ${named}`, nodeId }]),
    ...section.content.flatMap((block) =>
      block.type === 'subheading' ? [{ text: plainText(block.content), place: `a subheading of ${named}`, nodeId }] : []
    )
  ]
}

/** What is written about a block besides its words: labels, alternatives, locators, addresses of links. */
function attributesOf(node: IdBlock): string[] {
  const own = 'label' in node.attrs ? [node.attrs.label, 'alt' in node.attrs ? node.attrs.alt : null] : []
  const inner = JSON.stringify(node.content ?? []).matchAll(/"(?:href|label|locator)":("(?:[^"\\]|\\.)*")/g)
  return [...own, ...Array.from(inner, ([, value]) => JSON.parse(value!) as string)].filter((each) => each !== null)
}

function sourceTexts(
  { source, text, withheld }: ExportInput['sources'][number],
  bare: (text: string | null | undefined, place: string) => PlacedText[]
): PlacedText[] {
  const { metadata, original, container, key } = source
  const files = withheld === 'no' ? [original.name, container?.name, container?.path] : []
  return [
    ...bare(metadata.title.value, `the title of ${key}`),
    ...(metadata.authors.value ?? []).flatMap((name) => bare(name, `an author of ${key}`)),
    ...bare(metadata.publisher.value, `the publisher of ${key}`),
    ...bare(metadata.section.value, `the section of ${key}`),
    ...bare(metadata.edition.value, `the edition of ${key}`),
    ...bare(metadata.page.value, `the page of ${key}`),
    ...bare(metadata.documentId.value, `the document number of ${key}`),
    ...(metadata.agencies.value ?? []).flatMap((name) => bare(name, `an agency of ${key}`)),
    ...[metadata.url.value, metadata.canonicalUrl.value].flatMap((url) => bare(url, `the address of ${key}`)),
    ...reasonsOf(source.grading, key, bare),
    ...files.flatMap((name) => bare(name, `the file name of ${key}`)),
    ...bare(withheld === 'no' ? text.text : null, `the text of ${key}, which the export carries`)
  ]
}

function reasonsOf(
  grading: Grading | null | undefined,
  key: string,
  bare: (text: string | null | undefined, place: string) => PlacedText[]
): PlacedText[] {
  const reasons = [grading?.reliabilityReason, grading?.credibilityReason]
  return reasons.flatMap((reason) => bare(reason, `the reason of a grade of ${key}`))
}

/** Characters that are shown on either side of a place. */
const AROUND = 40

/** The words around a range of a text, on one line. */
export function excerptAt(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  const left = start > AROUND ? `…${before.replace(/^\S*\s/u, '')}` : before
  const right = end + AROUND < text.length ? `${after.replace(/\s\S*$/u, '')}…` : after
  return (left + text.slice(start, end) + right).toWellFormed().replace(/\s+/g, ' ').trim()
}

/**
 * Where in a redacted input something withheld still stands: the first place, with the words around it and a bar for the words
 * themselves; null when it stands nowhere there. `about` names the secret.
 */
export function placeOfSecret(input: ExportInput, secrets: readonly Secret[], about: string): string | null {
  const wanted = secrets.filter((each) => each.kind === 'words' && each.about === about)
  for (const { text, place } of placedTexts(input)) {
    const folded = fold(text)
    for (const secret of wanted) {
      const { letters } = fold(secret.text)
      const at = folded.letters.indexOf(letters)
      if (at < 0) continue
      const start = folded.starts[at]!
      const around = excerptAt(
        text.slice(0, start) + BAR + text.slice(folded.ends[at + letters.length - 1]!),
        start,
        start + 1
      )
      return fold(around).letters.includes(letters) ? place : `${place}: “${around}”`
    }
  }
  return null
}

const BAR = '\u25ac'
