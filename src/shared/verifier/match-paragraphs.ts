import { PAGE_NUMBER } from '../composition/paragraphs.ts'
import { FINGERPRINT_LABEL } from '../composition/summary.ts'
import type { ProofParagraph } from '../proof/proof.ts'
import { comparable } from './match-quotes.ts'
import type { Paragraph } from './paragraphs.ts'
import { excerpt } from './word-difference.ts'
import { say, type Said } from '../wording/say.ts'

/** How far a paragraph that isn't in its place is looked for. */
const AHEAD = 400

/** The numbers of pages in print. */
const PAGES = `(?:${PAGE_NUMBER}|(?:p\\.)?\\d+(?:,(?:p\\.)?\\d+)*)`

/** What kinds of paragraphs are called. */
const NAMES: Readonly<Record<string, Said>> = {
  TH: say('the head of a column'),
  TD: say('the table’s cell'),
  Lbl: say('the number'),
  Note: say('the note'),
  Caption: say('the caption')
}

interface Wanted {
  role: string
  text: string
  matches: (text: string) => boolean
}

/**
 * Compares all that a document prints with the paragraphs of its proof, one to one and in order; the fingerprint and the contents
 * aside, which must repeat headings. Gives a sentence for each that differs, with `page` where there is one.
 */
export function differingParagraphs(
  proof: readonly ProofParagraph[],
  printed: readonly Paragraph[],
  fingerprint: string
): { page: number | null; message: Said }[] {
  const own = new Set(['', comparable(FINGERPRINT_LABEL), fingerprint])
  const found = printed
    .map((each) => ({ ...each, compared: comparable(each.text) }))
    .filter(({ role, compared }) => role !== 'TOCI' && !own.has(compared))
  const wanted = proof.map(wantedOf)
  const differences: { page: number | null; message: Said }[] = []
  let at = 0
  const extra = (to: number): void => {
    for (; at < to; at++) {
      const { page, text } = found[at]!
      differences.push({
        page,
        message: say('Page {1#} shows “{2*}”, which the proof doesn’t hold.', page, excerpt(text))
      })
    }
  }
  for (const { role, text, matches } of wanted) {
    const place = found.slice(at, at + AHEAD).findIndex((each) => each.role === role && matches(each.compared))
    if (place < 0)
      differences.push({
        page: null,
        message: say('No page shows {1>} “{2*}” as the proof has it.', nameOf(role), excerpt(text))
      })
    else {
      extra(at + place)
      at++
    }
  }
  extra(found.length)
  return [...differences, ...contents(wanted, printed)]
}

function nameOf(role: string): Said {
  return /^H\d$/.test(role) ? say('the heading') : (NAMES[role] ?? say('the paragraph'))
}

function wantedOf({ role, text }: ProofParagraph): Wanted {
  const parts = text.split(PAGE_NUMBER).map(comparable)
  if (parts.length === 1) return { role, text, matches: (found) => found === parts[0] }
  const pattern = new RegExp(`^${parts.map(escaped).join(PAGES)}$`)
  return { role, text: text.replaceAll(PAGE_NUMBER, '…'), matches: (found) => pattern.test(found) }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Lines of the contents that repeat no heading. */
function contents(wanted: readonly Wanted[], printed: readonly Paragraph[]): { page: number; message: Said }[] {
  const headings = wanted.filter(({ role }) => /^H\d$/.test(role)).map(({ text }) => comparable(text))
  return printed.flatMap(({ role, page, text }) => {
    if (role !== 'TOCI') return []
    const line = comparable(text)
    if (headings.some((heading) => line.startsWith(heading) && /^\d+$/.test(line.slice(heading.length)))) return []
    return [
      {
        page,
        message: say('The contents on page {1#} list “{2*}”, which is no heading of the proof.', page, excerpt(text))
      }
    ]
  })
}
