import { z } from 'zod'
import { NameEntry, NameFormRow, NameKind, NamePassage, NameRow } from '../../analysis/entities/answer.ts'
import { NameRuling } from '../../case/records/name-ruling.ts'
import { Id, Nothing, type RequestDeclaration } from './request.ts'

const Ids = z.object({ ids: z.array(z.string()).min(1) })

/** The people, organisations and places that the sources name, and what the analyst says of them. Offsets are UTF-16 units; those of `names.entries` Unicode code points. */
export const namesRequests = {
  /** The entries of a kind, or of all, those that were dismissed or the others, whose names or forms have all words of `find` in them. While texts are read these are as far as that is. */
  'names.list': {
    does: 'reads',
    input: z.object({
      kind: NameKind.nullable(),
      dismissed: z.boolean(),
      find: z.string().max(1_000),
      sort: z.enum(['name', 'count'])
    }),
    output: z.object({
      /** Texts that were read, and all. */
      read: z.int(),
      total: z.int(),
      /** How many entries of each kind there are, dismissed ones aside, and how many of those. */
      counts: z.object({ person: z.int(), organisation: z.int(), place: z.int(), dismissed: z.int() }),
      entries: z.array(NameRow)
    })
  },
  /** An entry with its forms, its sources, and others that may mean the same. `not-found` when it's no longer in the list. */
  'names.get': {
    does: 'reads',
    input: Id,
    output: z.object({
      entry: NameRow,
      dismissed: z.boolean(),
      forms: z.array(NameFormRow),
      sources: z.array(z.object({ id: z.string(), key: z.string(), title: z.string(), count: z.int() })),
      perhaps: z.array(NameRow)
    })
  },
  /** Passages of an entry, by source and in the order of the text. */
  'names.passages': {
    does: 'reads',
    input: z.object({ id: z.string(), limit: z.int().positive().max(10_000) }),
    output: z.object({ total: z.int(), passages: z.array(NamePassage) })
  },
  /** Makes entries one, that is called as `into` is. Answers its id. */
  'names.merge': { does: 'edits', input: Ids.extend({ into: z.string() }), output: Id },
  /** Parts forms, or what stands in some sources, from an entry, as one of their own: with both, those forms in those sources. Answers its id. */
  'names.divide': {
    does: 'edits',
    input: z.object({
      id: z.string(),
      forms: z.array(z.string()),
      sourceIds: z.array(z.string()),
      name: NameRuling.shape.name
    }),
    output: Id
  },
  /** Calls an entry otherwise, or says that it's of another kind. Answers its id. */
  'names.update': {
    does: 'edits',
    input: z.object({
      id: z.string(),
      name: NameRuling.shape.name.unwrap().optional(),
      kind: NameKind.optional()
    }),
    output: Id
  },
  /** Takes entries out of the list, as being no names that count, or back into it. */
  'names.dismiss': { does: 'edits', input: Ids.extend({ dismissed: z.boolean() }), output: Nothing },
  /** All entries that aren't dismissed, once every text was read. */
  'names.entries': {
    does: 'reads',
    from: 'terminal',
    input: z.object({ kind: NameKind.nullable(), find: z.string(), sort: z.enum(['name', 'count']) }),
    output: z.object({ entries: z.array(NameEntry) })
  }
} as const satisfies Record<string, RequestDeclaration>
