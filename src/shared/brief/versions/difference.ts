import { z } from 'zod'
import { difference } from '../../quote/difference.ts'
import { DifferencePart } from '../../quote/quote.ts'
import type { BriefDocument, BriefFields } from '../brief.ts'
import type { Reference } from '../walk.ts'
import { COMPARED, comparedBlocks, type ComparedBlock } from './blocks.ts'

/** Something that was said before and is said after; an empty string is nothing. */
const Said = z.object({ name: z.string(), before: z.string(), after: z.string() })

/**
 * What became of a part of a brief's text. `section` is the title of that in which it stands after, `number` its statement's number there; of what was removed
 * as it was before. `movedFrom` is the title of the section from which it was moved, also within it; null when it wasn't.
 */
export const BriefChange = z.object({
  id: z.string(),
  type: z.enum(COMPARED),
  change: z.enum(['added', 'removed', 'changed']),
  section: z.string(),
  number: z.number().nullable(),
  /** Its words after; of what was removed those before. */
  text: z.string(),
  /** How the words differ, `source` being those before and `quoted` those after; null when they don't, or it was added or removed. */
  words: z.array(DifferencePart).nullable(),
  movedFrom: z.string().nullable(),
  /** What is cited otherwise: its key with how. */
  cited: z.array(Said),
  /** What is said of it otherwise: kind, likelihood, confidence. */
  said: z.array(Said),
  /** True when it differs in nothing else but how it's set: bold words, links, its list, the order of its citations. */
  set: z.boolean()
})
export type BriefChange = z.infer<typeof BriefChange>

/** How a brief differs from what it was. `changes` are in reading order; what was removed stands where it was. */
export const BriefDifference = z.object({
  /** What stands above the text. */
  fields: z.array(Said),
  changes: z.array(BriefChange),
  /** How many of its parts are the same. */
  same: z.number()
})
export type BriefDifference = z.infer<typeof BriefDifference>

/** A brief as it is compared. */
export interface BriefState {
  fields: BriefFields
  doc: BriefDocument
}

/** Tells how a brief differs from what it was, part by part: by their ids, else by their words. `nameOf` names what is cited, such as `Q3`. */
export function briefDifference(
  before: BriefState,
  after: BriefState,
  nameOf: (reference: Reference) => string
): BriefDifference {
  const [old, now] = [comparedBlocks(before.doc, nameOf), comparedBlocks(after.doc, nameOf)]
  const partners = pairs(old, now)
  const wasOf = new Map([...partners].map(([was, is]) => [is, was]))
  const moved = movedBlocks(old, now, wasOf)
  const changes: BriefChange[] = []
  let same = 0
  const removedAfter = removedByPlace(old, partners)
  const tellRemoved = (place: ComparedBlock | null): void => {
    for (const was of removedAfter.get(place) ?? []) changes.push(whole(was, 'removed'))
  }
  tellRemoved(null)
  for (const is of now) {
    const was = wasOf.get(is)
    const change = was ? changed(was, is, moved.has(is)) : whole(is, 'added')
    if (change) changes.push(change)
    else same++
    if (was) tellRemoved(was)
  }
  const names = ['title', 'author', 'date', 'language', 'tlp'] as const
  const fields = names
    .map((name) => ({ name, before: before.fields[name], after: after.fields[name] }))
    .filter((field) => field.before !== field.after)
  return { fields, changes, same }
}

/** True when nothing differs. */
export function isSame({ fields, changes }: BriefDifference): boolean {
  return fields.length === 0 && changes.length === 0
}

/** Which block became which: those of one id, then those that are left and have the same words. */
function pairs(old: readonly ComparedBlock[], now: readonly ComparedBlock[]): Map<ComparedBlock, ComparedBlock> {
  const found = new Map<ComparedBlock, ComparedBlock>()
  const taken = new Set<ComparedBlock>()
  const pair = (keyOf: (block: ComparedBlock) => string | null): void => {
    const free = new Map<string, ComparedBlock[]>()
    for (const block of now) {
      const key = taken.has(block) ? null : keyOf(block)
      if (key !== null) free.set(key, [...(free.get(key) ?? []), block])
    }
    for (const block of old) {
      const key = found.has(block) ? null : keyOf(block)
      const partner = key === null ? undefined : free.get(key)?.shift()
      if (!partner) continue
      found.set(block, partner)
      taken.add(partner)
    }
  }
  pair(({ type, id }) => `${type} ${id}`)
  pair(({ type, words }) => (words.trim() === '' ? null : `${type} ${words}`))
  return found
}

/** The blocks that were moved: sections among each other, others within their section or to another one that was there before. */
function movedBlocks(
  old: readonly ComparedBlock[],
  now: readonly ComparedBlock[],
  wasOf: ReadonlyMap<ComparedBlock, ComparedBlock>
): Set<ComparedBlock> {
  const places = new Map(old.map((block, place) => [block, place]))
  const sections = new Map(
    now.flatMap((is) => (is.type === 'section' && wasOf.has(is) ? [[is.id, wasOf.get(is)!.id] as const] : []))
  )
  const moved = new Set<ComparedBlock>()
  const groups = new Map<string, ComparedBlock[]>()
  for (const is of now) {
    const was = wasOf.get(is)
    if (!was) continue
    const section = sections.get(is.sectionId)
    const group = is.type === 'section' ? '' : is.sectionId
    if (is.type !== 'section' && section !== was.sectionId) moved.add(is)
    else groups.set(group, [...(groups.get(group) ?? []), is])
  }
  for (const group of groups.values()) {
    const order = group.map((is) => places.get(wasOf.get(is)!)!)
    const rising = longestRising(order)
    group.forEach((is, i) => {
      if (!rising.has(i)) moved.add(is)
    })
  }
  return moved
}

/** The places of a longest rising row among numbers: what stands in it counts as left where it was. */
function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  numbers.forEach((number, i) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? ends[low - 1]! : -1
    ends[low] = i
  })
  const rising = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) rising.add(i)
  return rising
}

/** What was removed, by what stood before it and is still there; null at the start. */
function removedByPlace(
  old: readonly ComparedBlock[],
  partners: ReadonlyMap<ComparedBlock, ComparedBlock>
): Map<ComparedBlock | null, ComparedBlock[]> {
  const removed = new Map<ComparedBlock | null, ComparedBlock[]>()
  let place: ComparedBlock | null = null
  for (const block of old) {
    if (partners.has(block)) place = block
    else removed.set(place, [...(removed.get(place) ?? []), block])
  }
  return removed
}

function whole(
  { id, type, section, number, words, cited, said }: ComparedBlock,
  change: 'added' | 'removed'
): BriefChange {
  const told = (name: string, value: string) =>
    change === 'added' ? { name, before: '', after: value } : { name, before: value, after: '' }
  return {
    ...{ id, type, change, section, number, text: words, words: null, movedFrom: null, set: false },
    cited: [...cited].map(([name, how]) => told(name, how)),
    said: Object.entries(said).flatMap(([name, value]) => (value === '' ? [] : [told(name, value)]))
  }
}

/** What became of a block that is there before and after; null when nothing did. */
function changed(was: ComparedBlock, is: ComparedBlock, isMoved: boolean): BriefChange | null {
  const { id, type, section, number, words: text } = is
  const words = was.words === text ? null : difference(text, was.words)
  const names = [...new Set([...was.cited.keys(), ...is.cited.keys()])]
  const cited = names
    .map((name) => ({ name, before: was.cited.get(name) ?? '', after: is.cited.get(name) ?? '' }))
    .filter(({ before, after }) => before !== after)
  const said = Object.entries(is.said)
    .map(([name, after]) => ({ name, before: was.said[name] ?? '', after }))
    .filter(({ before, after }) => before !== after)
  const differs = words !== null || cited.length + said.length > 0
  const set = !differs && was.look !== is.look
  if (!differs && !set && !isMoved) return null
  const movedFrom = isMoved ? was.section : null
  return { id, type, change: 'changed', section, number, text, words, movedFrom, cited, said, set }
}
