/** Where a figure stands: half-open in UTF-16 units of its source's text. With another value there, it isn't the figure that was meant. */
interface FigurePlace {
  sourceId: string
  start: number
  end: number
  value: number
}

/**
 * What is said against how figures were read, with the reason. `none`: it is no figure. `series`: it counts what the other does; where there is no other, what none does.
 * `agrees`: the two neither conflict nor replace each other.
 */
export interface FigureOverrule {
  kind: 'none' | 'series' | 'agrees'
  figure: FigurePlace
  other: FigurePlace | null
  because: string
}

/** A figure as far as overrulings know it again. */
interface Placed {
  source: { id: string }
  draft: { start: number; end: number; value: number }
}

/** True for the figure that is meant. */
export function isAt({ sourceId, start, end, value }: FigurePlace, { source, draft }: Placed): boolean {
  return source.id === sourceId && draft.start === start && draft.end === end && draft.value === value
}

/** The figures without those that are said to be none. */
export function withoutNone<T extends Placed>(figures: readonly T[], overrules: readonly FigureOverrule[]): T[] {
  const none = overrules.filter(({ kind }) => kind === 'none')
  return figures.filter((figure) => !none.some((each) => isAt(each.figure, figure)))
}

/** The number of each figure's series, with what is said otherwise; the later saying stands. Whoever is put into a series leaves the others of its own where they are. */
export function regrouped(
  groups: readonly number[],
  figures: readonly Placed[],
  overrules: readonly FigureOverrule[]
): number[] {
  const result = [...groups]
  let free = Math.max(-1, ...groups) + 1
  for (const { kind, figure, other } of overrules) {
    if (kind !== 'series') continue
    const place = figures.findIndex((each) => isAt(figure, each))
    if (place < 0) continue
    if (other === null) {
      result[place] = free++
      continue
    }
    const to = figures.findIndex((each) => isAt(other, each))
    if (to >= 0) result[place] = result[to]!
  }
  return result
}

/** What is said of two figures that the rules relate otherwise; undefined when nothing is. */
export function saidOfPair(a: Placed, b: Placed, overrules: readonly FigureOverrule[]): FigureOverrule | undefined {
  return overrules.findLast(
    ({ kind, figure, other }) =>
      kind === 'agrees' &&
      other !== null &&
      ((isAt(figure, a) && isAt(other, b)) || (isAt(figure, b) && isAt(other, a)))
  )
}
