import { z } from 'zod'
import { Sha256 } from '../source/source.ts'
import { canonical } from './merge/canonical.ts'

/**
 * The chain of custody: an append-only log, one JSON object a line, in which every line holds the SHA-256 of the line before
 * it. Each device that writes the case has a log of its own. What an entry tells of is written after it and holds its
 * place and hash (`Anchor`), so that a log cut off at its end is found too.
 */
export type CustodyAction =
  | 'case-created'
  | 'case-opened'
  | 'case-changed'
  /** Brought up to the present format; the versions of its documents follow. */
  | 'case-migrated'
  | 'case-encrypted'
  | 'case-decrypted'
  | 'passphrase-changed'
  | 'backup-made'
  | 'case-restored'
  | 'case-merged'
  | 'files-put-back'
  /** A damaged or missing document gave way to an older version of itself. */
  | 'document-put-back'
  /** Something was found that opening the case would hide otherwise. */
  | 'damage-found'
  /** What verification had found was accepted by the user, as it is. */
  | 'findings-accepted'
  /** The versions that documents have by now. */
  | 'versions-noted'
  | 'bundle-exported'
  | 'bundle-imported'
  | 'source-imported'
  | 'source-merged'
  /** Its text was recognised on the pictures of its original. */
  | 'text-recognised'
  /** Its recognised text was corrected by the analyst. */
  | 'text-corrected'
  | 'metadata-changed'
  | 'metadata-confirmed'
  /** The Admiralty grade of a source or a quote was set or taken away. */
  | 'source-graded'
  | 'quote-graded'
  | 'edit-undone'
  | 'edit-redone'
  | 'source-deleted'
  | 'source-restored'
  /** Taken out of the trash for good, with its files. */
  | 'source-purged'
  | 'quote-made'
  | 'quote-changed'
  | 'quote-deleted'
  | 'quote-restored'
  | 'brief-created'
  /** From here on it was typed in: a later entry notes the version that came of it. */
  | 'brief-edited'
  | 'brief-deleted'
  | 'brief-restored'
  | 'version-restored'
  /** What its redacted exports leave out was changed. */
  | 'brief-withheld'
  | 'brief-exported'
  | 'integrity-checked'
  /** What the entry in `detail.entry` announced could not be written, or the program ended before it was. */
  | 'not-completed'
  /** What is done to the records of a kind says its own name: `marker-added`. */
  | `${string}-${'added' | 'changed' | 'removed'}`

/**
 * What an entry says of one document of the case. A document's state is known by `stateOf`: the version of what it says, and the entry
 * that made it.
 */
export const RecordTold = z.union([
  /** The entry makes a new version: its SHA-256 (`recordVersion`), null when it removes the document, `open` when it goes on changing
   * until an entry notes its version. `replaces` are the states that it takes the place of. */
  z.object({ name: z.string(), version: z.union([Sha256, z.null(), z.literal('open')]), replaces: z.array(Sha256) }),
  /** The document that the entry with the hash `of` made (empty: one from before there were versions) says this by now. */
  z.object({ name: z.string(), noted: Sha256, of: z.union([Sha256, z.literal('')]) }),
  /** These states are no longer missed: merged into the present one, or given up by the user. */
  z.object({ name: z.string(), settles: z.array(Sha256) })
])
export type RecordTold = z.infer<typeof RecordTold>

/** Where a log ended when somebody looked. `log` is its name: a device, or `merged/<device>-<hash>`. */
export const LogHead = z.object({
  log: z.string().regex(/^(merged\/)?[A-Za-z0-9][A-Za-z0-9-]{0,80}$/),
  n: z.int().positive(),
  sha256: Sha256
})
export type LogHead = z.infer<typeof LogHead>

export const CustodyEntry = z.object({
  /** Place in the device's log, from 1. */
  n: z.int().positive(),
  at: z.iso.datetime(),
  /** One of a newer version is no damage: what it did to documents is told in `records`. */
  action: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  /** Key or id of what it was done to; null for the case itself. */
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** What it says of the case's documents. */
  records: z.array(RecordTold).optional(),
  /** Earlier entries whose effect wasn't on the disk yet when this one was logged. */
  open: z.array(z.int().positive()).optional(),
  /** Where the other logs ended. */
  seen: z.array(LogHead).optional(),
  /** The hashes of the entries that tell of what the user accepted with this one. */
  covers: z.array(Sha256).optional(),
  /** SHA-256 of the line before; of the first line that of `chainStart`. */
  previous: Sha256
})
export type CustodyEntry = z.infer<typeof CustodyEntry>

/** What is to be logged. */
export type CustodyNote = Pick<CustodyEntry, 'subject' | 'detail' | 'records' | 'seen' | 'covers'> & {
  action: CustodyAction
}

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
const ChainBreak = z.object({
  device: z.string(),
  /** The line concerned, from 1. */
  line: z.int(),
  message: z.string()
})
export type ChainBreak = z.infer<typeof ChainBreak>

/** A place where a device's clock ran backwards: told, and no proof of anything. */
const ClockStep = z.object({
  device: z.string(),
  /** The entry that is dated before the one in front of it. */
  n: z.int(),
  message: z.string()
})
export type ClockStep = z.infer<typeof ClockStep>

/** A device's log read and checked. */
export const CheckedChain = z.object({
  device: z.string(),
  entries: z.array(CustodyEntry),
  /** SHA-256 of each entry's line. */
  hashes: z.array(z.string()),
  breaks: z.array(ChainBreak),
  clock: z.array(ClockStep),
  /** True for the log of another case, which came with a merge: it tells nothing of this one's documents. */
  foreign: z.boolean()
})
export type CheckedChain = z.infer<typeof CheckedChain>

/** Clocks are corrected by as much now and then without anybody setting them. */
const JITTER_MS = 60_000

/** The state of a document: `version` is what it says, `entry` the hash of the entry that made it (empty when none did). */
export function stateOf(version: string, entry: string, sha256: (text: string) => string): string {
  return sha256(`${version}\n${entry}`)
}

/** Members of a document that say where it stands, not what it says. */
const PLACES = new Set(['schema', 'custody', 'anchored', 'checksum'])

/** Fields of a source's metadata that came with version 6 of the format, after logs had told the versions of older sources. */
export const FIELDS_SINCE_6 = ['edition', 'page', 'wordCount', 'documentId'] as const

/**
 * SHA-256 of what a document says: of its JSON with the keys in order, without its format's version and its place in the log, and without those fields that
 * came with versions 6 and 7 and hold nothing: a source that has none says what it said before there were any.
 */
export function recordVersion(record: object, sha256: (text: string) => string): string {
  const told = Object.entries(record).filter(([key]) => !PLACES.has(key))
  return sha256(
    canonical(Object.fromEntries(told.map(([key, value]) => [key, key === 'source' ? withoutNothing(value) : value])))
  )
}

const Source = z.looseObject({ metadata: z.looseObject({}) })
const NOTHING = z.strictObject({
  value: z.null(),
  evidence: z.null(),
  confidence: z.literal(0),
  alternatives: z.tuple([])
})

function withoutNothing(value: unknown): unknown {
  const source = Source.safeParse(value).data
  if (!source) return value
  const fields: readonly string[] = FIELDS_SINCE_6
  const metadata = Object.entries(source.metadata).filter(
    ([name, found]) => !fields.includes(name) || !NOTHING.safeParse(found).success
  )
  const { deletedAt, ...rest } = source
  return { ...rest, ...(deletedAt == null ? {} : { deletedAt }), metadata: Object.fromEntries(metadata) }
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
  const others = anchors.every((anchor) => anchor.device !== device)
  let foreign = false
  const lines = content.split('\n')
  const tail = lines.pop()
  const entries: CustodyEntry[] = []
  const breaks: ChainBreak[] = []
  const report = (line: number, message: string): void => {
    breaks.push({ device, line, message })
  }
  const hashes = new Map<number, string>()
  const lineHashes: string[] = []
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
    } else if (number === 1 && others && entry.previous !== previous) {
      // Nothing of this case refers to it.
      foreign = true
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
    lineHashes.push(previous)
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
  const distinct = [...new Map(breaks.map((found) => [found.message, found])).values()]
  return { device, entries, hashes: lineHashes, breaks: distinct, clock: clockSteps(device, entries), foreign }
}

/** Where entries are dated before the one in front of them. */
function clockSteps(device: string, entries: readonly CustodyEntry[]): ClockStep[] {
  return entries.flatMap((entry, i): ClockStep[] => {
    const before = entries[i - 1]
    if (!before || Date.parse(entry.at) >= Date.parse(before.at) - JITTER_MS) return []
    const message = `Entry ${entry.n} of the log is dated ${entry.at}, before entry ${before.n} of ${before.at}: the clock of that device was set back, or was wrong before.`
    return [{ device, n: entry.n, message }]
  })
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
