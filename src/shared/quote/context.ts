import { isDash, isInvisible, isQuoteMark } from './fold-characters.ts'
import type { Range, VerifyHint } from './prepared.ts'

/** Characters of the surroundings that tell a place from others, or all there are. */
const TELLING = 12

/** How many characters next to a place are those that were expected there: white space, marks, dashes and case apart. */
export interface Surroundings {
  before: number
  after: number
  /** True when one side is what was expected, as far as that tells places apart. */
  isExpected: boolean
  /** True when both sides are what was expected from beginning to end. */
  isWhole: boolean
}

/** True when a hint says what stands around the words. */
export function hasContext({ prefix = '', suffix = '' }: VerifyHint): boolean {
  return said(prefix) > 0 || said(suffix) > 0
}

/** Compares what stands around a place with what a hint says. */
export function surroundings(text: string, place: Range, { prefix = '', suffix = '' }: VerifyHint): Surroundings {
  const before = common(text, place.start - 1, prefix, prefix.length - 1, -1)
  const after = common(text, place.end, suffix, 0, 1)
  const wanted = { before: said(prefix), after: said(suffix) }
  const expected = (count: number, most: number): boolean => most > 0 && count >= Math.min(TELLING, most)
  return {
    before,
    after,
    isExpected: expected(before, wanted.before) || expected(after, wanted.after),
    isWhole: before === wanted.before && after === wanted.after
  }
}

function common(text: string, at: number, context: string, from: number, step: 1 | -1): number {
  let count = 0
  for (;;) {
    while (isNothing(text[at])) at += step
    while (isNothing(context[from])) from += step
    const [a, b] = [text[at], context[from]]
    if (a === undefined || b === undefined || (a !== b && a.toLowerCase() !== b.toLowerCase())) return count
    count++
    at += step
    from += step
  }
}

function said(context: string): number {
  let count = 0
  for (let i = 0; i < context.length; i++) if (!isNothing(context[i])) count++
  return count
}

function isNothing(character: string | undefined): boolean {
  return (
    character !== undefined &&
    (/[\s.]/.test(character) || isQuoteMark(character) || isDash(character) || isInvisible(character))
  )
}
