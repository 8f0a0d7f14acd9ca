import { z } from 'zod'
import { LogHead } from '../custody.ts'
import { HEADS } from '../records/places.ts'
import { documentText, parseJson, type Sha256 } from './document-text.ts'

const ENDING = '.json'

/**
 * Where a device's log ended when the device last said so, and where it saw the others end: a log that was cut off is found by it, also when
 * every document that referred to the lines was put back. It is kept without a previous version, which could stand in its place.
 */
const HeadDocument = z.object({
  format: z.literal('dossier log head 1'),
  caseId: z.string(),
  own: LogHead,
  others: z.array(LogHead)
})
export type HeadDocument = z.infer<typeof HeadDocument>

/** What stands where the end of a device's log should: the document, or why it can't be used. */
export type FoundHead = { head: HeadDocument } | { head: null; problem: string }

export function headName(device: string): string {
  return `${HEADS}/${device}${ENDING}`
}

/** The device whose log's end a file tells, by the file's name within its folder; null for other files. */
export function deviceOfHead(file: string): string | null {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,63}\.json$/.test(file) ? file.slice(0, -ENDING.length) : null
}

/** Reads a device's document of its log's end; `text` is null where it couldn't be read at all. */
export function headIn(text: string | null, device: string, sha256: Sha256): FoundHead {
  const head = text === null ? undefined : HeadDocument.safeParse(parseJson(text)).data
  if (!head || head.own.log !== device || documentText(head, 1, sha256) !== text)
    return { head: null, problem: `${headName(device)} is damaged: it isn’t what Dossier wrote there.` }
  return { head }
}

/**
 * What is wrong with the documents of the logs' ends: damaged, missing or older than the case's record says they are. Nothing is wrong with one
 * that a device hasn't written yet.
 */
export function headProblems(
  found: ReadonlyMap<string, FoundHead>,
  anchored: Readonly<Record<string, number>>,
  caseId: string
): string[] {
  const problems = [...found.values()].flatMap((each) => (each.head === null ? [each.problem] : []))
  for (const [device, { head }] of found) {
    if (head && head.caseId !== caseId) problems.push(`${headName(device)} belongs to another case.`)
  }
  for (const [device, n] of Object.entries(anchored)) {
    const there = found.get(device)
    if (!there) problems.push(`${headName(device)} is missing: it kept where the log of this device ended.`)
    else if (there.head && there.head.own.n < n)
      problems.push(
        `${headName(device)} is an older version: it ends at entry ${there.head.own.n}, and was at ${n} already. It was put back.`
      )
  }
  return problems
}

/** All ends of logs that these documents tell of. */
export function headsOf(found: ReadonlyMap<string, FoundHead>): LogHead[] {
  return [...found.values()].flatMap(({ head }) => (head ? [head.own, ...head.others] : []))
}

/** How far each log was surely in effect: numbers of entries by log. */
export function anchoredBy(found: ReadonlyMap<string, FoundHead>): Map<string, number> {
  return new Map([...found].flatMap(([device, { head }]) => (head ? [[device, head.own.n] as const] : [])))
}
