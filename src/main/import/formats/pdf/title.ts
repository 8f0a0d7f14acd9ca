import type { Candidate } from '../../metadata/found.ts'
import { joinLines, type WordEvidence } from './hyphens.ts'
import type { Line } from './line.ts'
import { namesNoWork } from './part-names.ts'
import type { Measures } from './paragraphs.ts'

/** The title stands in the upper part of the first page, in letters larger than the text's. */
const UPPER = 0.62
const LARGER = 1.14
const SAME_SIZE = 0.06
const LONGEST = 250
const FEWEST_LETTERS = 4
const MOSTLY = 0.55
/** A row of more is a table's head. */
const MOST_BESIDE = 2
/** Words, and no formula. */
function isWording(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0
  return letters >= FEWEST_LETTERS && letters >= text.length * MOSTLY
}

/** The title that a first page shows: the largest letters of its upper part, their lines joined. Null where none stand out. */
export function findTitle(
  lines: readonly Line[],
  height: number,
  { size }: Measures,
  evidence: WordEvidence
): Candidate<string> | null {
  const candidates = lines.filter(
    (line) =>
      line.base < height * UPPER && line.size >= size * LARGER && isWording(line.text) && !namesNoWork(line.text)
  )
  const largest = Math.max(...candidates.map((line) => line.size))
  const first = candidates.findIndex((line) => line.size >= largest * (1 - SAME_SIZE))
  if (first === -1) return null
  const together: Line[] = []
  for (const line of candidates.slice(first)) {
    const above = together.at(-1)
    const isSame = line.size >= largest * (1 - SAME_SIZE)
    const isNear = !above || (line.base - above.base > -above.size * 0.4 && line.base - above.base < above.size * 2)
    if (!isSame || !isNear) break
    together.push(line)
  }
  if (together.filter((line) => Math.abs(line.base - together[0]!.base) < line.size * 0.4).length > MOST_BESIDE)
    return null
  const value = joinLines(
    together.map(({ text }) => text),
    evidence
  )
  if (value.length > LONGEST) return null
  return { value, from: 'heading', detail: value, confidence: 0.85 }
}
