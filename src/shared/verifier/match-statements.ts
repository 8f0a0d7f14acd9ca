import type { PdfReport } from '../brief/check.ts'
import type { ProofStatement } from '../proof/proof.ts'
import { comparable } from './match-quotes.ts'
import type { Paragraph } from './paragraphs.ts'

type StatementReport = PdfReport['statements'][number]

/** A paragraph that has fewer words in common with a statement isn't taken for it. */
const LEAST_ALIKE = 0.4

/** The statements that no page shows as the proof has them, in their order, with what stands in their place. */
export function changedStatements(
  statements: readonly ProofStatement[],
  paragraphs: readonly Paragraph[]
): StatementReport[] {
  const wanted = statements.map(({ text }) => comparable(text))
  const found = paragraphs.map(({ text }) => comparable(text))
  const places = inOrder(wanted, found)
  const changed: StatementReport[] = []
  statements.forEach(({ statementNumber, text }, i) => {
    if (places[i] !== null) return
    const after = places.slice(0, i).findLast((place) => place !== null) ?? -1
    const before = places.slice(i + 1).find((place) => place !== null) ?? paragraphs.length
    const near = nearest(text, paragraphs.slice(after + 1, before))
    changed.push({ number: statementNumber, page: near?.page ?? null, text, shown: near?.text.trim() ?? null })
  })
  return changed
}

/**
 * For each wanted text its place among those found, in order; null where it isn't there. A statement of citations alone has no text of its own: it
 * is taken to stand where the one before it does.
 */
function inOrder(wanted: readonly string[], found: readonly string[]): (number | null)[] {
  let at = 0
  return wanted.map((text) => {
    if (text === '') return at
    const place = found.indexOf(text, at)
    if (place < 0) return null
    at = place + 1
    return place
  })
}

function nearest(text: string, paragraphs: readonly Paragraph[]): Paragraph | null {
  let best: Paragraph | null = null
  let most = LEAST_ALIKE
  for (const paragraph of paragraphs) {
    const alike = likeness(text, paragraph.text)
    if (alike > most) [best, most] = [paragraph, alike]
  }
  return best
}

/** The share of words that two texts have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
  const first = a.split(/\s+/).filter(Boolean)
  const left = new Map<string, number>()
  for (const word of b.split(/\s+/).filter(Boolean)) left.set(word, (left.get(word) ?? 0) + 1)
  const size = Math.max(
    first.length,
    [...left.values()].reduce((sum, each) => sum + each, 0)
  )
  let common = 0
  for (const word of first) {
    const rest = left.get(word) ?? 0
    if (rest > 0) common++
    left.set(word, rest - 1)
  }
  return size === 0 ? 0 : common / size
}
