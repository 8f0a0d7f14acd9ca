import { z } from 'zod'
import { mergeNote, mergeSet, mergeValue } from '../merge/fields.ts'
import { recordKind } from './kind.ts'

/** A colour as `#1f6f8b`, in small letters. */
export const TagColour = z.string().regex(/^#[0-9a-f]{6}$/)

export const TagName = z.string().trim().min(1).max(200)

/**
 * A tag of the codebook. `parent` is another's id; null, or one that leads nowhere, at the top. `formerIds` are the tags that were merged into it, so that what was
 * tagged with one of them, here or in another copy of the case, is tagged with this one; `formerNames` are names by which it, or one of those, was known.
 */
export const Tag = z.object({
  id: z.string(),
  name: TagName,
  colour: TagColour.nullable(),
  description: z.string().max(100_000),
  parent: z.string().nullable(),
  formerIds: z.array(z.string()),
  formerNames: z.array(z.string()),
  /** ISO 8601, in UTC. */
  createdAt: z.string()
})
export type Tag = z.infer<typeof Tag>

/** `records/tag/<id>.json`: the codebook belongs to the case. */
export const TAG = recordKind<Tag>({
  kind: 'tag',
  name: { one: 'tag', many: 'tags' },
  record: Tag,
  version: 1,
  steps: {},
  owner: () => ({ of: 'case' }),
  title: ({ name }) => name,
  merge: ({ base, a, b }, teller) => ({
    ...a,
    name: mergeValue({ base: base?.name, a: a.name, b: b.name }, teller, 'record', 'Name'),
    colour: mergeValue({ base: base?.colour, a: a.colour, b: b.colour }, teller, 'record', 'Colour'),
    description: mergeNote({ base: base?.description, a: a.description, b: b.description }, teller),
    parent: mergeValue({ base: base?.parent, a: a.parent, b: b.parent }, teller, 'record', 'Parent'),
    formerIds: mergeSet({ base: base?.formerIds, a: a.formerIds, b: b.formerIds }),
    formerNames: mergeSet({ base: base?.formerNames, a: a.formerNames, b: b.formerNames })
  }),
  repoint: (record) => record,
  // A tag with which nothing is tagged that is handed over may name what is withheld, and so may what was said of one.
  reduce: (record, { tags }) =>
    tags.ids.has(record.id)
      ? {
          ...record,
          description: '',
          parent: record.parent !== null && tags.ids.has(record.parent) ? record.parent : null,
          formerNames: []
        }
      : null,
  texts: ({ name, description }) => [name, description]
})
