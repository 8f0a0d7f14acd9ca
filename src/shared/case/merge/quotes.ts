import type { Quote } from '../../quote/quote.ts'
import { newlyCited, quotePlace, quotesOf, versionsById, type Copies, type Versions } from './align.ts'
import { compareText, same } from './canonical.ts'
import type { Conflicts, Side } from './conflicts.ts'
import {
  isUnset,
  mergeDeletion,
  mergeNote,
  mergeSet,
  otherSide,
  paragraphs,
  settled,
  shown,
  sideByContent,
  tell,
  withParagraph,
  type Teller,
  type Three
} from './fields.ts'
import { mergeGrading } from './grading.ts'
import { mergeKeys, withFormer } from './keys.ts'

/** A quote in the result, its key not yet its own, and as it is in each copy. */
export interface MergedQuote {
  quote: Quote
  versions: Versions<Quote>
}

/** The quotes of the result, and the ids that quotes joined with an equal one had. */
export interface MergedQuotes {
  quotes: MergedQuote[]
  joined: Map<string, string>
}

/** Merges the quotes of aligned copies. `nameOf` says how a quote is called in the end. */
export function mergeQuotes(copies: Copies, conflicts: Conflicts, nameOf: (id: string) => string): MergedQuotes {
  const cited = { a: newlyCited(copies, 'a'), b: newlyCited(copies, 'b') }
  const quotes: MergedQuote[] = []
  const tellerOf = (id: string): Teller => ({ conflicts, about: { of: 'quote', id, name: () => nameOf(id) } })
  for (const [id, versions] of versionsById(copies, quotesOf, (quote) => quote.id)) {
    const quote = mergeVersions(versions, (side) => cited[side].has(id), tellerOf(id))
    if (quote) quotes.push({ quote, versions })
  }
  return joinEqual(quotes, tellerOf)
}

function mergeVersions(versions: Versions<Quote>, isCited: (side: Side) => boolean, teller: Teller): Quote | null {
  const { base, a, b } = versions
  const changed = (side: Side): boolean => isCited(side) || !same(content(versions[side]), content(base))
  if (a && b) {
    const deletedAt = mergeDeletion(
      { base: base && base.deletedAt, a: a.deletedAt, b: b.deletedAt },
      { a: changed('a'), b: changed('b') },
      teller
    )
    return { ...mergeFields({ base, a, b }, teller), deletedAt }
  }
  const side: Side = a ? 'a' : 'b'
  const only = versions[side]
  if (!only || !base) return only ?? null
  if (!changed(side) && same(only.deletedAt, base.deletedAt)) return null
  const words = { [side]: only.target.exact, [otherSide(side)]: 'Removed' } as Record<Side, string>
  teller.conflicts.add(teller.about, {
    kind: 'deletion',
    field: 'Quote',
    base: base.target.exact,
    ...words,
    outcome: 'It is missing from one copy and was changed or newly cited in the other, so it was kept.',
    choices: []
  })
  return only
}

/** What a quote says, apart from its deletion and its keys. */
function content(quote: Quote | undefined): unknown {
  return quote && { ...quote, deletedAt: null, key: '', formerKeys: [] }
}

function mergeFields(three: Three<Quote>, teller: Teller): Quote {
  const { base, a, b } = three
  const field = <K extends keyof Quote>(name: K): Three<Quote[K]> => ({ base: base?.[name], a: a[name], b: b[name] })
  const target = settled(field('target'))?.value ?? (sideByContent(a.target, b.target) === 'a' ? a.target : b.target)
  const created = settled(field('createdAt'))?.value ?? (a.createdAt < b.createdAt ? a.createdAt : b.createdAt)
  const note = mergeNote(field('note'), teller)
  const speaker = mergeNamed(field('speaker'), note, teller, SPEAKER)
  const attribution = mergeNamed(field('attribution'), speaker.note, teller, ATTRIBUTION)
  const grading = mergeGrading(
    { base: base && (base.grading ?? null), a: a.grading ?? null, b: b.grading ?? null },
    teller
  )
  return {
    ...a,
    ...mergeKeys(three, { a: a.createdAt, b: b.createdAt }),
    target,
    createdAt: created,
    speaker: speaker.value,
    attribution: attribution.value,
    note: attribution.note,
    tags: mergeSet(field('tags')),
    // One that neither side graded says what it said before there were grades.
    ...(grading === null && a.grading === undefined && b.grading === undefined ? {} : { grading })
  }
}

const SPEAKER = { kind: 'speaker', field: 'Speaker', sentence: 'Also named as the speaker' } as const
const ATTRIBUTION = { kind: 'attribution', field: 'Attribution', sentence: 'Also given as the attribution' } as const

/** Merges who said it, or through whom. Of two different ones the first by content stands, and the note names the other. */
function mergeNamed<T extends string | string[] | null>(
  three: Three<T>,
  note: string,
  teller: Teller,
  { kind, field, sentence }: typeof SPEAKER | typeof ATTRIBUTION
): { value: T; note: string } {
  const agreed = settled(three)
  if (agreed) return { value: agreed.value, note }
  const inNote = (value: T): string => `${sentence}: ${shown(value)}.`
  const noted = paragraphs(note)
  const known = (['a', 'b'] as const).filter((side) => noted.includes(inNote(three[side])))
  if (known.length === 1) return { value: three[otherSide(known[0]!)], note }
  const side = sideByContent(three.a, three.b)
  const loser = three[otherSide(side)]
  const decided = tell(teller, three, {
    kind,
    field,
    outcome: isUnset(loser)
      ? `“${shown(three[side])}” stands, though the other copy removed it.`
      : `“${shown(three[side])}” stands, the note names “${shown(loser)}”.`,
    choices: isUnset(loser) ? ['a', 'b'] : ['a', 'b', 'both']
  })
  if (decided === 'a' || decided === 'b') return { value: three[decided], note }
  return { value: three[side], note: isUnset(loser) ? note : withParagraph(note, inNote(loser)) }
}

/**
 * Joins two quotes in use that were made of the same words at the same place, one on either side. The one that both sides know
 * stays, else the earlier. Two that one side has in use itself, or that both sides know, stay as they are.
 */
function joinEqual(quotes: MergedQuote[], tellerOf: (id: string) => Teller): MergedQuotes {
  const joined = new Map<string, string>()
  const results: MergedQuote[] = []
  const inUse = quotes.filter(({ quote }) => quote.deletedAt === null)
  for (const equals of Map.groupBy(inUse, ({ quote }) => quotePlace(quote)).values()) {
    const [first, second] = equals.sort((x, y) => Number(isInUse(y, 'a')) - Number(isInUse(x, 'a')))
    if (!first || !second || equals.length > 2) continue
    if (isInUse(first, 'b') || isInUse(second, 'a') || !isInUse(second, 'b') || !isInUse(first, 'a')) continue
    const [stays, goes] = [first, second].sort(byAge) as [MergedQuote, MergedQuote]
    if (isKnownToBoth(goes)) continue
    joined.set(goes.quote.id, stays.quote.id)
    results.push(join(first, second, stays, tellerOf(stays.quote.id)))
  }
  const touched = new Set([...joined].flat())
  return { quotes: [...quotes.filter(({ quote }) => !touched.has(quote.id)), ...results], joined }
}

function join(ofA: MergedQuote, ofB: MergedQuote, stays: MergedQuote, teller: Teller): MergedQuote {
  const { id, key } = stays.quote
  const fields = mergeFields({ base: undefined, a: ofA.quote, b: ofB.quote }, teller)
  const formerKeys = fields.formerKeys.filter((former) => former !== key)
  return {
    quote: { ...fields, id, key, formerKeys: withFormer(formerKeys, key, [ofA.quote.key, ofB.quote.key]) },
    versions: { base: stays.versions.base, a: ofA.versions.a, b: ofB.versions.b }
  }
}

function isInUse({ versions }: MergedQuote, side: Side): boolean {
  return versions[side]?.deletedAt === null
}

function isKnownToBoth({ versions: { a, b } }: MergedQuote): boolean {
  return a !== undefined && b !== undefined
}

function byAge(x: MergedQuote, y: MergedQuote): number {
  return (
    Number(isKnownToBoth(y)) - Number(isKnownToBoth(x)) ||
    compareText(x.quote.createdAt, y.quote.createdAt) ||
    compareText(x.quote.id, y.quote.id)
  )
}
