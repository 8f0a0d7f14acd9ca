import type { Piece } from '../blocks.ts'
import type { Candidate } from '../found.ts'
import { afterByline, isLikelyPerson, readNames } from '../names.ts'
import { normaliseForMatch } from '../wording.ts'
import { isSiteName, mainHeading, textOf, type Page } from './page.ts'

/** Behind a report stands who wrote it, at times: `Tove Lind`, `(Arne Moll)`, `Text: Tove Lind`, `© 2031 Arne Moll`. */
export function signatureCandidates(body: readonly Piece[], page: Page): Candidate<string[]>[] {
  const titles = normaliseForMatch(`${textOf(page.document.querySelector('title'))} ${textOf(mainHeading(page))}`)
  for (const [index, { type, text }] of [...body.entries()]
    .slice(Math.max(FEWEST_BEFORE, body.length - LAST))
    .reverse()) {
    if (type !== 'paragraph' || text.length > LONGEST_SIGNATURE) continue
    const line = text.replace(/^[\s(–—-]+|[\s)]+$/gu, '').replace(/^(?:©|\(c\))\s*(?:\d{4}\s+)?/iu, '')
    const named = afterByline(line)
    const { people } = readNames(named ?? line, true)
    const isMarked = named !== null || line !== text.trim()
    const isAlone = named !== null || people.join(' ').length + SLACK >= line.length
    if (people.length === 0 || !isAlone || (!isMarked && index < body.length - 1)) continue
    if (!people.every(isLikelyPerson)) continue
    if (people.some((name) => isSiteName(name, page) || titles.includes(normaliseForMatch(name)))) continue
    return [{ value: people.slice(0, MOST_SIGNED), from: 'text', detail: text, confidence: 0.46 }]
  }
  return []
}
const FEWEST_BEFORE = 2
const LAST = 4
const LONGEST_SIGNATURE = 90
/** Between names stands “and”. */
const SLACK = 6
const MOST_SIGNED = 8
