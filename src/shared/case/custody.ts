import { z } from 'zod'
import { Sha256 } from '../source/source.ts'

/**
 * The chain of custody: an append-only log, one JSON object a line, in which every line holds the SHA-256 of the line before
 * it. Each device that writes the case has a log of its own. What an entry tells of is written after it and holds its
 * place and hash (`Anchor`), so that a log cut off at its end is found too.
 */
export const CUSTODY_ACTIONS = [
  'case-created',
  'case-opened',
  'case-changed',
  'case-encrypted',
  'case-decrypted',
  'passphrase-changed',
  'backup-made',
  'case-restored',
  'case-merged',
  'files-put-back',
  'bundle-exported',
  'bundle-imported',
  'source-imported',
  'source-merged',
  'metadata-changed',
  'metadata-confirmed',
  'quote-made',
  'quote-changed',
  'quote-deleted',
  'quote-restored',
  'brief-created',
  'brief-deleted',
  'brief-restored',
  /** What its redacted exports leave out was changed. */
  'brief-withheld',
  'brief-exported',
  'integrity-checked',
  /** What the entry in `detail.entry` announced could not be written, or the program ended before it was. */
  'not-completed'
] as const

export type CustodyAction = (typeof CUSTODY_ACTIONS)[number]

export const CustodyEntry = z.object({
  /** Place in the device's log, from 1. */
  n: z.int().positive(),
  at: z.iso.datetime(),
  action: z.enum(CUSTODY_ACTIONS),
  /** Key or id of what it was done to; null for the case itself. */
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** SHA-256 of the line before; of the first line that of `chainStart`. */
  previous: Sha256
})
export type CustodyEntry = z.infer<typeof CustodyEntry>

/** What is to be logged. */
export type CustodyNote = Pick<CustodyEntry, 'action' | 'subject' | 'detail'>

/** Place and hash of an entry, kept in what it tells of. */
export const Anchor = z.object({
  /** Stands in names of files. */
  device: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/),
  n: z.int().positive(),
  sha256: Sha256
})
export type Anchor = z.infer<typeof Anchor>

/** What the first line of a device's log refers to as the line before it. */
export function chainStart(caseId: string, device: string): string {
  return `dossier custody log 1 ${caseId} ${device}`
}

/** A break in a chain, named for people. */
export interface ChainBreak {
  device: string
  /** The line concerned, from 1. */
  line: number
  message: string
}

/** A device's log read and checked. */
export interface CheckedChain {
  device: string
  entries: CustodyEntry[]
  breaks: ChainBreak[]
}

/**
 * Checks one device's log. `content` is the file's text; `sha256` hashes a string in UTF-8; `anchors` are those that the
 * case's documents hold, of whatever device.
 *
 * A changed line is found by the hash in the line after it, the last one by its anchor; removed, added and moved lines by
 * their numbers and hashes; a log that was cut off at its end by an anchor beyond it.
 */
export function checkChain(
  log: { caseId: string; device: string; content: string },
  anchors: readonly Anchor[],
  sha256: (text: string) => string
): CheckedChain {
  const { caseId, device, content } = log
  const lines = content.split('\n')
  const tail = lines.pop()
  const entries: CustodyEntry[] = []
  const breaks: ChainBreak[] = []
  const report = (line: number, message: string): void => {
    breaks.push({ device, line, message })
  }
  const hashes = new Map<number, string>()
  // Null after a line that can't be read: what came before the next one isn't known then.
  let previous: string | null = sha256(chainStart(caseId, device))
  let expected = 1
  for (const [i, line] of lines.entries()) {
    const entry = parseEntry(line)
    const number = i + 1
    if (!entry) {
      report(number, `Line ${number} of the log isn’t an entry: it was changed.`)
      previous = null
      expected++
      continue
    }
    if (entry.n !== expected) {
      report(
        number,
        entry.n > expected
          ? `Entries ${expected} to ${entry.n - 1} of the log were removed.`
          : `Entry ${entry.n} of the log was moved or repeated.`
      )
    } else if (previous !== null && entry.previous !== previous) {
      report(
        number - 1 || 1,
        number === 1
          ? 'The first entry of the log was changed, or belongs to another case.'
          : `Entry ${entry.n - 1} of the log was changed.`
      )
    }
    entries.push(entry)
    previous = sha256(line)
    hashes.set(entry.n, previous)
    expected = entry.n + 1
  }
  if (tail !== '')
    report(lines.length + 1, `The last line of the log is incomplete: it was cut off or something was added.`)
  const broken = new Set(breaks.map(({ line: number }) => number))
  let missing = Infinity
  for (const anchor of anchors) {
    if (anchor.device !== device || broken.has(anchor.n)) continue
    const hash = hashes.get(anchor.n)
    if (hash === undefined) missing = Math.min(missing, anchor.n)
    else if (hash !== anchor.sha256) {
      broken.add(anchor.n)
      report(anchor.n, `Entry ${anchor.n} of the log was changed.`)
    }
  }
  if (missing < Infinity)
    report(missing, `Entry ${missing} of the log is missing, though the case refers to it: the log was cut off.`)
  return { device, entries, breaks: [...new Map(breaks.map((found) => [found.message, found])).values()] }
}

function parseEntry(line: string): CustodyEntry | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  return CustodyEntry.safeParse(value).data ?? null
}
