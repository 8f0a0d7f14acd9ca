import type { BriefRecord, CaseRecord, SourceRecord } from '../case/case.ts'
import type { SourceText } from '../source/source.ts'
import { isSafeId } from './entry-names.ts'

/** What was found of a source's files, to be compared with what its record says. Hashes are SHA-256. */
export interface FoundSource {
  text: SourceText
  /** Of `text.text` in UTF-8. */
  textSha256: string
  original: { bytes: number; sha256: string }
}

/** Why a source's record, text and original don't belong together or can't be kept safely, as a sentence; else null. */
export function sourceProblem(record: SourceRecord, found: FoundSource): string | null {
  const { source, quotes } = record
  const { key } = source
  if (!isSafeId(source.id)) return `The id of ${key} isn’t one that Dossier gives.`
  if (!isFileName(source.original.name)) return `The file name in the record of ${key} isn’t a file’s name.`
  if (found.original.sha256 !== source.original.sha256 || found.original.bytes !== source.original.bytes) {
    return `The original of ${key} isn’t the one that its record describes.`
  }
  if (found.textSha256 !== found.text.sha256 || found.text.sha256 !== source.text.sha256) {
    return `The text of ${key} isn’t the one that its record describes.`
  }
  const { length } = found.text.text
  let end = 0
  for (const block of found.text.blocks) {
    if (block.start < end || block.end < block.start || block.end > length) {
      return `The blocks of the text of ${key} don’t fit the text.`
    }
    end = block.end
  }
  for (const quote of quotes) {
    if (!isSafeId(quote.id)) return `The id of ${quote.key} isn’t one that Dossier gives.`
    if (quote.sourceId !== source.id) return `${quote.key} stands in the record of ${key} but names another source.`
    const { target } = quote
    if (target.textSha256 === source.text.sha256 && (target.start >= target.end || target.end > length)) {
      return `${quote.key} points outside the text of ${key}.`
    }
  }
  return null
}

/** Why a case's record can't be kept safely, as a sentence; else null. */
export function caseProblem(record: CaseRecord): string | null {
  return record.briefs.every(isSafeId) ? null : 'The case lists a brief whose id isn’t one that Dossier gives.'
}

/** Why a brief's record can't be kept safely, as a sentence; else null. */
export function briefProblem({ brief }: BriefRecord): string | null {
  return isSafeId(brief.id) ? null : `The id of the brief “${brief.title}” isn’t one that Dossier gives.`
}

function isFileName(name: string): boolean {
  return !/[/\0]/.test(name) && name !== '.' && name !== '..'
}

/** Finds ids and keys that are given twice, over all sources of a case. */
export class DistinctSources {
  readonly #ids = new DistinctNames()
  readonly #keys = new DistinctNames()
  readonly #quoteIds = new DistinctNames()
  readonly #quoteKeys = new DistinctNames()

  /** Why a source and its quotes can't stand beside those before, as a sentence; else null. */
  problem({ source, quotes }: SourceRecord): string | null {
    const twice =
      this.#ids.add([source.id]) ??
      this.#keys.add([source.key]) ??
      this.#quoteIds.add(quotes.map(({ id }) => id)) ??
      this.#quoteKeys.add(quotes.map(({ key }) => key))
    return twice === undefined ? null : `Two sources or quotes have the id or key ${twice}.`
  }
}

/** Names are the same when a system that doesn't tell upper from lower case would take them for the same file's. */
class DistinctNames {
  readonly #seen = new Set<string>()

  /** The first name that was there before; undefined when all are new. */
  add(names: readonly string[]): string | undefined {
    for (const name of names) {
      const folded = name.toLowerCase()
      if (this.#seen.has(folded)) return name
      this.#seen.add(folded)
    }
    return undefined
  }
}
