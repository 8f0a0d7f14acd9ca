import { z } from 'zod'
import { QuoteTarget } from '../../quote/quote.ts'
import { mergeNote, mergeSet, mergeValue } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/** The colours of marks, in the order of the keys that give them. */
export const MARK_COLOURS = ['green', 'blue', 'violet', 'pink', 'teal', 'grey'] as const
export type MarkColour = (typeof MARK_COLOURS)[number]

/**
 * A passage of a source that somebody marked: the same W3C selectors as a quote's (offsets are UTF-16 units), a colour, a note in Markdown and tags. Unlike a
 * quote it has no key and can't be cited. `tags` are ids of the codebook's; one that leads nowhere is kept and counts for nothing.
 */
export const Mark = z.object({
  id: z.string(),
  sourceId: z.string(),
  target: QuoteTarget,
  colour: z.enum(MARK_COLOURS),
  note: z.string().max(100_000),
  tags: z.array(z.string()),
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type Mark = z.infer<typeof Mark>

/** Characters of a mark's words by which it's named. */
const SHOWN = 60

/** The first words of a mark, in one line. */
export function markTitle({ target }: Pick<Mark, 'target'>): string {
  const words = target.exact.replace(/\s+/gu, ' ').trim()
  const shown = [...words].slice(0, SHOWN).join('')
  return shown === words ? words : `${shown.trimEnd()}…`
}

/** `sources/ab/<id>/records/mark/<id>.json`: marks belong to their source, and are handed over, withheld and removed with it. */
export const MARK = recordKind<Mark>({
  kind: 'mark',
  name: { one: 'mark', many: 'marks' },
  record: Mark,
  version: 1,
  steps: {},
  owner: ({ sourceId }) => ({ of: 'source', id: sourceId }),
  title: markTitle,
  // Its passage never changes.
  merge: ({ base, a, b }, teller) => ({
    ...a,
    colour: mergeValue({ base: base?.colour, a: a.colour, b: b.colour }, teller, 'record', 'Colour'),
    note: mergeNote({ base: base?.note, a: a.note, b: b.note }, teller),
    tags: mergeSet({ base: base?.tags, a: a.tags, b: b.tags })
  }),
  repoint: (record, { sources }) => ({ ...record, sourceId: sources.get(record.sourceId) ?? record.sourceId }),
  // A note may tell of what a reduced bundle withholds, as a description of a tag may.
  reduce: (record, { tags }) => ({ ...record, note: '', tags: record.tags.filter((id) => tags.ids.has(id)) }),
  texts: ({ note }) => [note]
})
