import { blockText, notesOf, plainText, referencesOf, walkBlocks, type IdBlock } from '../../brief/walk.ts'
import type { Quote } from '../../quote/quote.ts'
import type { Source } from '../../source/source.ts'
import type { CaseContents } from '../case.ts'
import { formFaults } from './form.test-helper.ts'

/**
 * What must hold of a merge, found without the merge's own code: things are known by what they are (a file's hash, a place in
 * it, a block's words), never by what the merge calls them.
 */
export interface Copies {
  base: CaseContents | null
  a: CaseContents
  b: CaseContents
}

const text = (value: unknown): string => JSON.stringify(value)

/** A side's view, with everything by what it is. */
class View {
  readonly sources = new Map<string, Source[]>()
  readonly quotes = new Map<string, Quote[]>()
  readonly quoteById = new Map<string, Quote>()
  readonly places = new Map<string, string>()

  constructor(contents: CaseContents) {
    for (const { source, quotes } of contents.sources) {
      const file = `${source.original.sha256.slice(0, 16)} ${source.text.sha256}`
      this.sources.set(file, [...(this.sources.get(file) ?? []), source])
      this.places.set(source.id, file)
      for (const quote of quotes) {
        const place = `${file} ${quote.target.start}-${quote.target.end}`
        this.places.set(quote.id, place)
        this.quotes.set(place, [...(this.quotes.get(place) ?? []), quote])
        this.quoteById.set(quote.id, quote)
      }
    }
  }

  /** A block's words with the places that it points to: what must not change unseen. */
  words(node: IdBlock): string {
    const places = referencesOf(node).map(({ quoteId, sourceId }) => this.places.get(quoteId ?? sourceId ?? '') ?? null)
    const notes = notesOf(node).map(({ content }) => plainText(content))
    return text([node.type, [blockText(node), ...notes].join(' '), places])
  }

  blocks(brief: CaseContents['briefs'][number] | undefined): Map<string, string> {
    return new Map(brief ? [...walkBlocks(brief.brief.doc)].map(({ node }) => [node.attrs.id, this.words(node)]) : [])
  }

  wholeBlocks(brief: CaseContents['briefs'][number] | undefined): Map<string, string> {
    return new Map(brief ? [...walkBlocks(brief.brief.doc)].map(({ node }) => [node.attrs.id, text(node)]) : [])
  }
}

/** Everything wrong with a result, a sentence each. */
export function faults(copies: Copies, result: CaseContents): string[] {
  const found = [...formFaults(result), ...keyFaults(copies, result)]
  for (const side of ['a', 'b'] as const) {
    const [own, other] = side === 'a' ? [copies.a, copies.b] : [copies.b, copies.a]
    const lost = [...lostRecords(copies.base, own, other, result), ...lostBlocks(copies.base, own, other, result)]
    found.push(...lost.map((fault) => `${side}: ${fault}`))
  }
  return [...found, ...returned(copies, result), ...twice(copies, result)]
}

function keyFaults({ base, a, b }: Copies, result: CaseContents): string[] {
  const after = new View(result)
  const all = [...(base ? [base] : []), a, b].map((contents) => new View(contents))
  const found: string[] = []
  const used = new Set(all.flatMap((view) => [...keysOf(view)].flatMap(({ key, formerKeys }) => [key, ...formerKeys])))
  const highest = (letter: string): number =>
    Math.max(0, ...[...used].filter((key) => key.startsWith(letter)).map((key) => Number(key.slice(1))))
  for (const { key } of keysOf(after)) {
    if (!used.has(key) && Number(key.slice(1)) <= highest(key[0]!)) found.push(`${key} was used before`)
  }
  for (const view of all.slice(-2)) {
    for (const [file, sources] of view.sources) {
      const now = after.sources.get(file)?.flatMap(({ key, formerKeys }) => [key, ...formerKeys])
      for (const { key } of now ? sources.filter(({ id }) => !gone(id, base, a, b)) : []) {
        if (!now?.includes(key)) found.push(`key ${key} is forgotten`)
      }
    }
    for (const [place, quotes] of view.quotes) {
      const now = after.quotes.get(place)?.flatMap(({ key, formerKeys }) => [key, ...formerKeys])
      for (const { key } of now ? quotes.filter(({ id }) => !gone(id, base, a, b)) : []) {
        if (!now?.includes(key)) found.push(`key ${key} is forgotten`)
      }
    }
  }
  for (const [id, quote] of all[0]!.quoteById) {
    const [, inA, inB] = all.map((view) => view.quoteById.get(id)?.key)
    const now = after.quoteById.get(id)
    if (base && now && inA === quote.key && inB === quote.key && now.key !== quote.key)
      found.push(`${quote.key} lost its key`)
  }
  return found
}

function keysOf(view: View): { key: string; formerKeys: string[] }[] {
  return [...[...view.sources.values()].flat(), ...view.quoteById.values()]
}

/** Removed on one side as a record, not merely marked as deleted. */
function gone(id: string, base: CaseContents | null, ...sides: CaseContents[]): boolean {
  const has = (contents: CaseContents): boolean => new View(contents).places.has(id)
  return base !== null && has(base) && !sides.every(has)
}

function lostRecords(
  base: CaseContents | null,
  own: CaseContents,
  other: CaseContents,
  result: CaseContents
): string[] {
  const [before, mine, theirs, after] = [base ?? { ...own, sources: [] }, own, other, result].map(
    (c) => new View(c)
  ) as [View, View, View, View]
  const found: string[] = []
  for (const [file, source] of [...mine.sources].flatMap(([place, all]) => all.map((one) => [place, one] as const))) {
    const known = [...before.sources.values()].flat().find(({ id }) => id === source.id)
    // After a merge a copy knows a file under the id that it had in the other one.
    const old = known ?? before.sources.get(file)?.[0]
    const now = after.sources.get(file)
    const untouched = old && quotesUnchanged(before, mine, file) && text(plain(old)) === text(plain(source))
    if (!now) {
      if (!untouched || theirs.places.has(source.id)) found.push(`source ${file} is lost`)
      continue
    }
    if (untouched && !theirs.places.has(source.id)) continue
    const fields = now.map((candidate) => lostFields(old, source, candidate))
    if (fields.every(({ length }) => length > 0)) found.push(`source ${file}: ${fields.flat().join(', ')}`)
  }
  for (const [id, quote] of mine.quoteById) {
    const place = mine.places.get(id)!
    const old = before.quoteById.get(id) ?? before.quotes.get(place)?.[0]
    const their = theirs.quoteById.get(id) ?? theirs.quotes.get(place)?.[0]
    const now = after.quotes.get(place) ?? []
    const untouched = old !== undefined && text(plain(old)) === text(plain(quote))
    if (now.length === 0) {
      if (!untouched || their) found.push(`quote ${place} is lost`)
      continue
    }
    const live = now.filter(({ deletedAt }) => deletedAt === null)
    const deletedThere = old?.deletedAt === null && (!their || their.deletedAt !== null)
    if (quote.deletedAt === null && live.length === 0 && !(untouched && deletedThere))
      found.push(`quote ${place} is deleted`)
    if (untouched && !their) continue
    const notes = now.map(({ note }) => note).join('\n\n')
    const fields = now.map((candidate) => lostFields(old, quote, { ...candidate, note: notes }))
    if (fields.every((faultsOfOne) => faultsOfOne.length > 0)) found.push(`quote ${place}: ${fields.flat().join(', ')}`)
    const isNamed = (value: string): boolean =>
      now.some(({ speaker }) => speaker === value) || notes.includes(`: ${value}.`)
    if (quote.speaker !== null && quote.speaker !== old?.speaker && !isNamed(quote.speaker))
      found.push(`speaker of ${place}`)
    const chain = quote.attribution.join(' → ')
    const isGiven = now.some(({ attribution }) => attribution.join(' → ') === chain) || notes.includes(`: ${chain}.`)
    if (chain !== '' && text(quote.attribution) !== text(old?.attribution) && !isGiven)
      found.push(`attribution of ${place}`)
  }
  return found
}

/** What people made of a record: without what a merge with another copy may have changed before. */
function plain(record: Source | Quote): unknown {
  const ids = 'sourceId' in record ? { sourceId: '', createdAt: '' } : { importedAt: '' }
  return { ...record, ...ids, id: '', key: '', formerKeys: [], deletedAt: null }
}

function quotesUnchanged(before: View, mine: View, file: string): boolean {
  const of = (view: View): Quote[] =>
    [...view.quoteById.values()].filter(({ id }) => view.places.get(id)?.startsWith(file))
  return text(of(before).map(plain)) === text(of(mine).map(plain))
}

/** Notes, tags and metadata that a side set and that aren't in the result. */
function lostFields(old: Source | Quote | undefined, mine: Source | Quote, now: Source | Quote): string[] {
  const found: string[] = []
  const noted = now.note.split('\n\n')
  if (mine.note !== old?.note) {
    for (const paragraph of mine.note.split('\n\n'))
      if (!noted.includes(paragraph) && paragraph !== '') found.push(`note ${paragraph}`)
  }
  for (const tag of mine.tags) if (!old?.tags.includes(tag) && !now.tags.includes(tag)) found.push(`tag ${tag}`)
  if (!('metadata' in mine) || !('metadata' in now)) return found
  for (const field of ['title', 'publisher', 'published', 'url'] as const) {
    const { value } = mine.metadata[field]
    const before = old && 'metadata' in old ? old.metadata[field] : undefined
    const values = [now.metadata[field], ...now.metadata[field].alternatives].map((candidate) => candidate.value)
    if (value !== null && text(mine.metadata[field]) !== text(before) && !values.includes(value))
      found.push(`${field} ${value}`)
  }
  return found
}

function lostBlocks(base: CaseContents | null, own: CaseContents, other: CaseContents, result: CaseContents): string[] {
  const views = { base: base && new View(base), own: new View(own), other: new View(other), result: new View(result) }
  const found: string[] = []
  for (const brief of own.briefs) {
    const same = ({ brief: { id } }: CaseContents['briefs'][number]): boolean => id === brief.brief.id
    const old = views.base && views.base.blocks(base?.briefs.find(same))
    const theirs = views.other.blocks(other.briefs.find(same))
    const now = [...views.result.blocks(result.briefs.find(same)).values()]
    const asBefore = views.own.wholeBlocks(base?.briefs.find(same))
    const asNow = views.own.wholeBlocks(brief)
    for (const [id, words] of views.own.blocks(brief)) {
      const untouched = old?.get(id) === words || asBefore.get(id) === asNow.get(id)
      if (!untouched && !now.includes(words) && !JSON.parse(words)[2].includes(null) && JSON.parse(words)[1] !== '')
        found.push(`block ${words}`)
      if (untouched && theirs.get(id) === words && !now.includes(words) && !words.includes('null'))
        found.push(`untouched block ${words}`)
    }
  }
  return found
}

/** Blocks that stand more often than in either copy. */
export function repeatedBlocks({ a, b }: Copies, result: CaseContents): string[] {
  const count = (contents: CaseContents): Map<string, number> => {
    const view = new View(contents)
    const counts = new Map<string, number>()
    for (const brief of contents.briefs) {
      for (const words of view.blocks(brief).values()) {
        if (JSON.parse(words)[1] === '') continue
        const known = `${brief.brief.id} ${words}`
        counts.set(known, (counts.get(known) ?? 0) + 1)
      }
    }
    return counts
  }
  const [inA, inB] = [count(a), count(b)]
  return [...count(result)]
    .filter(
      ([words, times]) =>
        times > Math.max(inA.get(words) ?? 0, inB.get(words) ?? 0) && (inA.has(words) || inB.has(words))
    )
    .map(([words]) => `stands too often: ${words}`)
}

/** What both deleted, or one deleted and the other left as it was, must not come back. */
function returned({ base, a, b }: Copies, result: CaseContents): string[] {
  if (!base) return []
  const [before, ofA, ofB, after] = [base, a, b, result].map((contents) => new View(contents)) as [
    View,
    View,
    View,
    View
  ]
  const found: string[] = []
  for (const [id, old] of before.quoteById) {
    const [inA, inB, now] = [ofA, ofB, after].map((view) => view.quoteById.get(id)) as (Quote | undefined)[]
    if (now && !inA && !inB) found.push(`quote ${id} came back`)
    if (now?.deletedAt === null && inA?.deletedAt && inB?.deletedAt && old.deletedAt === null)
      found.push(`${id} came back`)
  }
  const isShared = (id: string): boolean => [a, b].every(({ briefs }) => briefs.some(({ brief }) => brief.id === id))
  for (const { brief } of base.briefs.filter(({ brief: { id } }) => isShared(id))) {
    const of = (view: View, contents: CaseContents): Map<string, string> =>
      view.wholeBlocks(contents.briefs.find((other) => other.brief.id === brief.id))
    const [old, inA, inB, now] = [of(before, base), of(ofA, a), of(ofB, b), of(after, result)]
    for (const [id, words] of old) {
      const removed = (!inA.has(id) && inB.get(id) === words) || (!inB.has(id) && inA.get(id) === words)
      if (removed && now.get(id) === words) found.push(`block ${id} came back`)
    }
  }
  return found
}

/** Places that are quoted twice, though each side has one quote of them and made it itself. */
function twice({ a, b }: Copies, result: CaseContents): string[] {
  const [ofA, ofB] = [new View(a), new View(b)]
  const inUse = (quotes: Quote[] | undefined): Quote[] => (quotes ?? []).filter(({ deletedAt }) => deletedAt === null)
  return [...new View(result).quotes].flatMap(([place, quotes]) => {
    const isKnown = inUse(quotes).every(({ id }) => ofA.quoteById.has(id) && ofB.quoteById.has(id))
    const isOwn = [ofA, ofB].some((view) => inUse(view.quotes.get(place)).length > 1)
    return inUse(quotes).length > 1 && !isKnown && !isOwn ? [`${place} is quoted twice`] : []
  })
}
