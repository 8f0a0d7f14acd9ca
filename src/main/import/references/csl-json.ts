import { z } from 'zod'
import { DossierError } from '../../../shared/api/errors.ts'
import type { ReferenceItem } from '../extracted.ts'
import { partialDate, referenceDate, toReference } from './reference.ts'

/** A value that is none of its kind says nothing. */
const optional = <T extends z.ZodType>(type: T): z.ZodCatch<z.ZodOptional<T>> => type.optional().catch(undefined)
const Text = optional(z.string())
const Part = z.union([z.string(), z.number()]).transform(String)
const When = optional(z.object({ 'date-parts': optional(z.array(z.array(Part).catch([]))), raw: Text, literal: Text }))
const Name = z
  .object({
    family: Text,
    given: Text,
    literal: Text,
    suffix: Text,
    'non-dropping-particle': Text,
    'dropping-particle': Text
  })
  .catch({})
/** The part of an item of CSL-JSON (Citation Style Language 1.0.2) that is used; `attachments` and `file` are additions of exporters. */
const Item = z.object({
  type: Text,
  title: Text,
  author: optional(z.array(Name)),
  'container-title': Text,
  publisher: Text,
  issued: When,
  accessed: When,
  URL: Text,
  DOI: Text,
  language: Text,
  section: Text,
  file: Text,
  attachments: optional(z.array(z.object({ path: Text }).catch({})))
})
const List = z.union([z.array(z.unknown()), z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items)])

/** Reads CSL-JSON: a list of items, or an object that holds one in `items`. Throws `unreadable` for what isn't JSON. */
export function readCslJson(text: string, list: string): ReferenceItem[] {
  return (List.safeParse(parsed(text, list)).data ?? []).flatMap((entry) => {
    const item = Item.safeParse(entry).data
    return (item && toItem(item, list)) ?? []
  })
}

function parsed(text: string, list: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof RangeError)) throw error
    throw new DossierError(
      'unreadable',
      `“${list}” isn’t whole JSON (${error.message.slice(0, 120)}). No references were read from it; the file is unchanged. Export it again from your reference manager.`,
      { cause: error }
    )
  }
}

function toItem(item: z.infer<typeof Item>, list: string): ReferenceItem | null {
  const isBook = /^(?:book|chapter|report|thesis)$/.test(item.type ?? '')
  const container = item['container-title']
  return toReference(
    {
      title: item.title,
      authors: item.author?.map(nameOf),
      publisher: isBook ? (item.publisher ?? container) : (container ?? item.publisher),
      published: dateOf(item.issued),
      retrieved: dateOf(item.accessed),
      urls: [item.URL],
      doi: item.DOI,
      language: item.language,
      section: item.section,
      files: [item.file ?? '', ...(item.attachments ?? []).map(({ path }) => path ?? '')]
    },
    list
  )
}

function nameOf(name: z.infer<typeof Name>): string {
  const parts = [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix]
  return name.literal ?? parts.filter((part) => part !== undefined && part !== '').join(' ')
}

function dateOf(when: z.infer<typeof When>): string | null {
  const [year, month, day] = when?.['date-parts']?.[0] ?? []
  return partialDate(year, month, day) ?? referenceDate(when?.raw ?? when?.literal)
}
