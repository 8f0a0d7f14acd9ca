import { z } from 'zod'
import type { CountPoints } from '../quote/position.ts'

/** A place in a source's text: half-open in UTF-16 units; `exact` is what stands there. Where it leaves the program it's counted in code points. */
export const Place = z.object({
  /** The source's key. */
  source: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string()
})
export type Place = z.infer<typeof Place>

/** A range of a source's text. */
export interface RangeOf {
  report: { key: string; text: string }
  start: number
  end: number
}

/** A range as a place. */
export function toPlace({ report, start, end }: RangeOf): Place {
  return { source: report.key, start, end, exact: report.text.slice(start, end) }
}

/** The same place in code points of its text (`pointsOf`). */
export function placeInCodePoints(place: Place, points: CountPoints): Place {
  return { ...place, start: points(place.start), end: points(place.end) }
}
