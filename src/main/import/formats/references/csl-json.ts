import { z } from 'zod'
import { DossierError } from '../../../../shared/errors/errors.ts'
import type { ReferenceItem } from '../../extracted/extracted.ts'
import { plainWords } from './plain.ts'
import { partialDate, referenceDate, toReference } from './reference.ts'

/** A value that is none of its kind says nothing. */
const optional = <T extends z.ZodType>(type: T): z.ZodCatch<z.ZodOptional<T>> => type.optional().catch(undefined)
/** Crossref's JSON has lists where CSL has strings. */
const Text = optional(z.union([z.string(), z.array(z.string()).transform(([first]) => first)]))
const Part = z.union([z.string(), z.number()]).transform(String)
const Parts = z.array(Part.catch(''))
const When = optional(
  z.union([
    z.string().transform((raw) => ({ raw })),
    z.object({
      'date-parts': optional(z.union([z.array(Part).transform((parts) => [parts]), z.array(Parts.catch([]))])),
      year: optional(Part),
      month: optional(Part),
      day: optional(Part),
      raw: Text,
      literal: Text
    })
  ])
)
const Person = z.object({
  family: Text,
  given: Text,
  literal: Text,
  name: Text,
  suffix: Text,
  'non-dropping-particle': Text,
  'dropping-particle': Text
})
const Name = z.union([z.string().transform((literal) => Person.parse({ literal })), Person]).catch({})
/** The part of an item of CSL-JSON (Citation Style Language 1.0.2) that is used; `attachments` and `file` are additions of exporters, `subtitle` is Crossref's. */
const Item = z.object({
  type: Text,
  title: Text,
  subtitle: Text,
  author: optional(z.union([z.array(Name), z.string().transform((literal) => [Person.parse({ literal })])])),
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
const List = z.union([
  z.array(z.unknown()),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
  z.object({ message: z.object({ items: z.array(z.unknown()) }) }).transform(({ message }) => message.items),
  z.object({ message: z.looseObject({ title: z.unknown() }) }).transform(({ message }) => [message]),
  z.looseObject({ type: z.string() }).transform((item) => [item])
])

/** Reads CSL-JSON: a list of items, an object that holds one in `items`, or one item; and what Crossref answers. Throws `unreadable` for what isn't JSON. */
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
      `“${list}” isn’t whole JSON: it is damaged or was cut short. No references were read from it; the file is unchanged. Export it again from your reference manager.`,
      { cause: error }
    )
  }
}

function toItem(item: z.infer<typeof Item>, list: string): ReferenceItem | null {
  const isBook = /^(?:book|chapter|report|thesis)$/.test(item.type ?? '')
  const container = item['container-title']
  return toReference(
    {
      title: item.subtitle === undefined || item.title === undefined ? item.title : `${item.title}: ${item.subtitle}`,
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
  return plainWords(name.literal ?? name.name ?? parts.filter((part) => part !== undefined && part !== '').join(' '))
}

function dateOf(when: z.infer<typeof When>): string | null {
  if (when === undefined) return null
  if (!('literal' in when || 'date-parts' in when || 'year' in when)) return referenceDate(when.raw)
  const [year, month, day] = when['date-parts']?.[0] ?? [when.year, when.month, when.day]
  return partialDate(year, month, day) ?? referenceDate(when.raw ?? when.literal)
}
