import type { PdfReport } from '../brief/check.ts'
import type { Drawn, DrawnPage } from '../proof/drawn.ts'
import { describeDifference, excerpt, sameWords } from './word-difference.ts'
import { say, type Said } from '../wording/say.ts'

/** A page that differs. */
type Altered = Omit<PdfReport['pages'][number], 'message'> & { message: Said }

/** What comparing the pages with the proof found. */
export interface PageFindings {
  pages: Altered[]
  problems: Said[]
}

const BOOKMARKS = say(
  'The bookmarks of the PDF were changed: they may say other things or lead elsewhere than when it was exported.'
)
const STRUCTURE = say(
  'The structure by which the PDF is read aloud was changed since it was exported: a screen reader may say other things than the pages show.'
)
const PROPERTIES = say('The properties of the PDF (its title, author and dates) were changed since it was exported.')

/** What the digests of the document are about: in the second version by names of their own, later by the catalogue's. */
const DOCUMENT_PARTS: Readonly<Record<string, Said>> = {
  outline: BOOKMARKS,
  destinations: say('The places to which links in the PDF lead were changed since it was exported.'),
  structure: STRUCTURE,
  metadata: PROPERTIES,
  Outlines: BOOKMARKS,
  Names: say(
    'The places to which links in the PDF lead, or what is attached to it, were changed since it was exported.'
  ),
  StructTreeRoot: STRUCTURE,
  Metadata: PROPERTIES,
  'trailer Info': PROPERTIES,
  Lang: say('The language of the PDF was changed since it was exported: a screen reader may read it aloud wrongly.'),
  PageLabels: say('The numbers that programs show for the pages were changed since the PDF was exported.'),
  ViewerPreferences: say('How programs are to show the PDF was changed since it was exported.'),
  PageMode: say('How programs are to open the PDF was changed since it was exported.'),
  OutputIntents: say('The colours for which the PDF was made were changed since it was exported.'),
  AF: say('What is attached to the PDF was changed since it was exported.')
}

/** Compares what the pages draw with what the proof says that they drew when they were exported. */
export function comparePages(found: Drawn, exported: Drawn): PageFindings {
  const findings: PageFindings = { pages: [], problems: [] }
  const order = placesOf(found.pages, exported.pages)
  const inPlace = order.every((place, i) => place === i) && found.pages.length === exported.pages.length
  if (found.pages.length !== exported.pages.length) {
    findings.problems.push(
      say('The PDF has {1>}, but it was exported with {2>}.', count(found.pages.length), count(exported.pages.length))
    )
  }
  for (const [i] of exported.pages.entries()) {
    if (!order.includes(i)) findings.problems.push(say('Page {1#} of the export is missing from the PDF.', i + 1))
  }
  found.pages.forEach((page, i) => {
    const place = order[i]!
    if (place === null)
      findings.pages.push(altered(i + 1, 'differ', say('Page {1#} was added: it isn’t part of the export.', i + 1)))
    else comparePage(page, exported.pages[place]!, i + 1, place + 1, findings.pages)
  })
  if (isRewritten(found, exported, findings)) {
    const differ = findings.pages.filter(({ words }) => words === 'differ')
    findings.problems.push(
      differ.length === 0
        ? say(
            'The PDF was written anew by another program, which draws every page in another way. The words are the same as when it was exported, but that nothing covers them can’t be shown from this file. Ask for the PDF as it was exported.'
          )
        : say(
            'The PDF was written anew by another program, which draws every page in another way. Ask for the PDF as it was exported.'
          )
    )
    findings.problems.push(...differ.map(({ message }) => message))
  } else {
    findings.problems.push(...findings.pages.map(({ message }) => message))
    compareFonts(found, exported, findings.problems)
    if (inPlace) compareDocument(found, exported, findings.problems)
  }
  return findings
}

/** For each page the place that it had in the export; null when it had none. */
function placesOf(found: readonly DrawnPage[], exported: readonly DrawnPage[]): (number | null)[] {
  const taken = new Set<number>()
  const places = found.map((page, i): number | null => {
    const same = (place: number): boolean => exported[place]?.content === page.content && !taken.has(place)
    const place = same(i) ? i : exported.findIndex((_, k) => same(k) && found[k]?.content !== page.content)
    if (place < 0) return null
    taken.add(place)
    return place
  })
  // A page that was changed is taken for the one whose place it has, else for the next that is missing.
  const changed = places.flatMap((place, i) => (place === null ? [i] : []))
  for (const i of changed) {
    if (i < exported.length && !taken.has(i)) {
      places[i] = i
      taken.add(i)
    }
  }
  for (const i of changed) {
    if (places[i] !== null) continue
    const free = exported.findIndex((each, k) => !taken.has(k) && sameWords(each.text, found[i]!.text))
    if (free < 0) continue
    places[i] = free
    taken.add(free)
  }
  return places
}

function comparePage(page: DrawnPage, exported: DrawnPage, number: number, place: number, pages: Altered[]): void {
  if (number !== place) {
    pages.push(
      altered(
        number,
        'differ',
        say('Page {1#} shows what was exported as page {2#}: pages were moved, removed or added.', number, place)
      )
    )
  }
  if (!sameWords(page.text, exported.text)) {
    const message =
      page.content === exported.content && page.drawing === exported.drawing
        ? say(
            'The words that the proof gives for page {1#} aren’t those of the page: {2>}.',
            number,
            describeDifference(page.text, exported.text)
          )
        : say('The words of page {1#} were changed: {2>}.', number, describeDifference(page.text, exported.text))
    pages.push(altered(number, 'differ', message))
  } else if (page.content !== exported.content) {
    const message = say(
      'Page {1#} isn’t drawn as it was exported, though its words are the same: something may have been moved, added to it or laid over it.',
      number
    )
    pages.push(altered(number, 'same', message))
  } else if (page.drawing !== exported.drawing) {
    const message = say(
      'Page {1#} isn’t drawn with what it was exported with: its size, fonts or images were changed, so it may look different.',
      number
    )
    pages.push(altered(number, 'same', message))
  }
  if (page.links !== exported.links) {
    const message = say(
      'The links of page {1#}, or notes laid over it, were changed, added or removed: links may lead elsewhere than they say.',
      number
    )
    pages.push(altered(number, 'same', message))
  }
}

function altered(page: number, words: 'same' | 'differ', message: Said): Altered {
  return { page, words, message }
}

/** Whether no page is drawn as it was, which nobody brings about by hand. */
function isRewritten(found: Drawn, exported: Drawn, findings: PageFindings): boolean {
  return (
    found.pages.length === exported.pages.length &&
    found.pages.length > 1 &&
    found.pages.every(({ content }, i) => content !== exported.pages[i]!.content) &&
    findings.pages.some(({ words }) => words === 'same')
  )
}

function compareFonts(found: Drawn, exported: Drawn, problems: Said[]): void {
  const known = new Set(exported.fonts.map(({ sha256 }) => sha256))
  const foundToo = new Set(found.fonts.map(({ sha256 }) => sha256))
  for (const { name, sha256 } of found.fonts) {
    if (known.has(sha256)) continue
    problems.push(
      say(
        'The font {1*} isn’t the one that was exported: its letters may look like others, or be read as others.',
        name
      )
    )
  }
  for (const { name, sha256 } of exported.fonts) {
    if (foundToo.has(sha256) || found.fonts.some((font) => font.name === name)) continue
    problems.push(say('The font {1*}, with which the PDF was exported, is missing from it.', name))
  }
}

function compareDocument(found: Drawn, exported: Drawn, problems: Said[]): void {
  for (const key of new Set([...Object.keys(exported.document), ...Object.keys(found.document)])) {
    if (found.document[key] === exported.document[key]) continue
    const name = excerpt(key.replace(/^trailer /, ''))
    const message =
      exported.document[key] === undefined
        ? say(
            'The PDF holds “{1*}”, which it didn’t when it was exported: it was added, and may change what is shown or done when it is opened.',
            name
          )
        : found.document[key] === undefined
          ? say('The PDF lacks “{1*}”, with which it was exported.', name)
          : (DOCUMENT_PARTS[key] ?? say('“{1*}” in the PDF was changed since it was exported.', name))
    problems.push(message)
  }
}

function count(pages: number): Said {
  return pages === 1 ? say('1 page') : say('{1#} pages', pages)
}
