import { structuralFaults } from './structure-check.test-helper.ts'
import { PROOF_NAME } from '../../../shared/composition/summary.ts'
import { PdfFile, tool } from './tools.test-helper.ts'
import { verifyPdf } from '../reader/verify.ts'

/** What a briefing must show, as its input has it. */
export interface Expected {
  title: string
  tlp: string
  pages: number
}

/**
 * Everything that other programs find wrong with a briefing: the file (qpdf), its tags (pdfinfo and a walk of the structure),
 * destinations of links, bookmarks (mutool), the attachment, the marking on each page, what stands where on the pages
 * (pdftotext), and the quotes (our own `verifyPdf`, `sound` when it should pass). veraPDF judges the same briefs at once, as
 * each start of it takes long.
 */
export async function faults(bytes: Uint8Array, expected: Expected, sound: boolean): Promise<string[]> {
  using file = new PdfFile(bytes)
  const found = [
    ...fileFaults(file),
    ...infoFaults(file, expected),
    ...(await structuralFaults(bytes)),
    ...linkFaults(file),
    ...outlineFaults(file),
    ...markingFaults(file.pages(), expected),
    ...placeFaults(wordsOf(file))
  ]
  return [...found, ...(await proofFaults(bytes, sound))]
}

async function proofFaults(bytes: Uint8Array, sound: boolean): Promise<string[]> {
  try {
    const { ok, problems } = await verifyPdf(bytes)
    return ok === sound ? [] : [`it does ${ok ? '' : 'not '}verify: ${problems.join(' ')}`]
  } catch (error) {
    return [`it can’t be verified: ${String(error)}`]
  }
}

function fileFaults(file: PdfFile): string[] {
  const found: string[] = []
  // qpdf ends with 2 for an error and 3 for a warning, which `tool` throws on.
  try {
    file.run('qpdf', '--check')
  } catch (error) {
    found.push(`qpdf: ${String(error)}`)
  }
  try {
    JSON.parse(file.attachment(PROOF_NAME))
  } catch {
    found.push('the proof can’t be taken out')
  }
  return found
}

function infoFaults(file: PdfFile, { title, pages }: Expected): string[] {
  const info = file.run('pdfinfo')
  const found: string[] = []
  if (!/^Tagged: +yes$/m.test(info)) found.push('it isn’t tagged')
  if (!info.includes(`Title:           ${title}`)) found.push('the title isn’t its title')
  if (!new RegExp(`^Pages: +${pages}$`, 'm').test(info)) found.push('the count of pages is wrong')
  return found
}

function linkFaults(file: PdfFile): string[] {
  const named = new Set(Array.from(file.run('pdfinfo', '-dests').matchAll(/"([^"]+)"/g), ([, name]) => name))
  const plain = tool('qpdf', ['--qdf', '--object-streams=disable', file.path, '-'])
  const lost = Array.from(plain.matchAll(/\/D \((\S+)\)/g), ([, name]) => name).filter((name) => !named.has(name))
  return lost.slice(0, 3).map((name) => `a link leads to “${name}”, which isn’t there`)
}

function outlineFaults(file: PdfFile): string[] {
  const outline = tool('mutool', ['show', file.path, 'outline'])
  return outline.trim() === '' ? ['there are no bookmarks'] : []
}

function markingFaults(pages: readonly string[], { tlp, pages: total }: Expected): string[] {
  return pages.flatMap((text, i) => {
    const found: string[] = []
    if (text.split(tlp).length - 1 < 2) found.push(`page ${i + 1} doesn’t show ${tlp} twice`)
    if (!text.includes(`Page ${i + 1} of ${total}`)) found.push(`page ${i + 1} doesn’t show its number`)
    return found
  })
}

interface Word {
  text: string
  left: number
  top: number
  right: number
  bottom: number
}

interface PlacedPage {
  width: number
  height: number
  words: Word[]
}

function wordsOf(file: PdfFile): PlacedPage[] {
  const boxes = tool('pdftotext', ['-bbox', file.path, '-'])
  return boxes
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page)!
      const words = page.matchAll(/xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g)
      return {
        width: Number(width),
        height: Number(height),
        words: Array.from(words, ([, left, top, right, bottom, text]) => {
          return { text: text!, left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) }
        })
      }
    })
}

/** Nothing stands nearer to the paper's edge than this, in points. */
const EDGE = 28
/** The part of a word's box that another may cover: boxes are as high as the font, lines are closer. */
const MOST_COVERED = 0.3

/** Words outside the paper's margins, and words over other words. */
function placeFaults(pages: readonly PlacedPage[]): string[] {
  const found: string[] = []
  pages.forEach(({ width, height, words }, i) => {
    const page = `on page ${i + 1}`
    const outside = words.find(
      ({ left, top, right, bottom }) =>
        left < EDGE || top < EDGE - 4 || right > width - EDGE || bottom > height - EDGE + 4
    )
    if (outside) found.push(`“${outside.text}” stands outside the margins ${page}`)
    const over = overlap(words)
    if (over) found.push(`“${over[0].text}” and “${over[1].text}” stand over each other ${page}`)
    if (words.length === 0) found.push(`page ${i + 1} is empty`)
  })
  return found
}

/** pdftotext gives a variation selector, whose glyph has no width, that of the glyph before: the word's box is too wide. */
const WIDENED = /\ufe0f/

function overlap(words: readonly Word[]): [Word, Word] | null {
  const order = words.filter((word) => area(word) > 0 && !WIDENED.test(word.text)).sort((a, b) => a.top - b.top)
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length && order[j]!.top < order[i]!.bottom; j++) {
      const [a, b] = [order[i]!, order[j]!]
      const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      if (width > 0 && height > 0 && width * height > MOST_COVERED * Math.min(area(a), area(b))) return [a, b]
    }
  }
  return null
}

function area({ left, top, right, bottom }: Word): number {
  return (right - left) * (bottom - top)
}
