import { z } from 'zod'
import { Sha256 } from '../../source/source.ts'
import { mergeSet } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/**
 * What was suggested of a source and declined, so that it isn't suggested again. `passages` are ranges of the text with this hash, as `start-end` in UTF-16
 * units: half-open. A source has one such record; more of them, as a merge may leave, say all that they say.
 */
export const Declined = z.object({
  id: z.string(),
  sourceId: z.string(),
  textSha256: Sha256,
  passages: z.array(z.string().regex(/^\d+-\d+$/))
})
export type Declined = z.infer<typeof Declined>

/** The range that an entry of `passages` stands for. */
export function declinedRange(passage: string): { start: number; end: number } {
  const [start, end] = passage.split('-')
  return { start: Number(start), end: Number(end) }
}

/** `sources/ab/<id>/records/declined/<id>.json`: it belongs to its source, and is handed over and removed with it. */
export const DECLINED = recordKind<Declined>({
  kind: 'declined',
  name: { one: 'list of declined suggestions', many: 'lists of declined suggestions' },
  record: Declined,
  version: 1,
  steps: {},
  owner: ({ sourceId }) => ({ of: 'source', id: sourceId }),
  title: ({ passages }) => (passages.length === 1 ? '1 passage' : `${passages.length} passages`),
  merge: ({ base, a, b }) => ({ ...a, passages: mergeSet({ base: base?.passages, a: a.passages, b: b.passages }) }),
  repoint: (record, { sources }) => ({ ...record, sourceId: sources.get(record.sourceId) ?? record.sourceId }),
  // Offsets alone tell nothing of the words.
  reduce: (record) => record,
  texts: () => []
})
