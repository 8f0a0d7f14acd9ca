import { locatorOf } from '../source/locator.ts'
import type { Block } from '../source/source.ts'
import type { Verification } from './quote.ts'

/** The locator of what a verification has found, as it is shown; null where it has found nothing. */
export function locatorOfFound(
  blocks: readonly Block[],
  { start, end }: Pick<Verification, 'start' | 'end'>
): string | null {
  return start === null ? null : locatorOf(blocks, { start, end: end ?? start })
}
