import { canonical, digest } from './canonical.ts'
import type { Conflict, Decision } from './conflict.ts'

export type Side = 'a' | 'b'
/** What the user decided, by the id of the conflict. */
export type Decisions = Readonly<Record<string, Decision>>

/** What a conflict is about: a stable id for programs, and a name for people that may be known only later. */
export interface Subject {
  /** The kind of the document: `case`, `source`, `brief` or a kind of records; or `quote`. */
  of: string
  id: string
  name: () => string
}

type Told = Omit<Conflict, 'id' | 'subject'>

/** Records come last. */
const ORDER = ['case', 'source', 'quote', 'brief']

/** Collects the conflicts of one merge and answers what was decided on each. */
export class Conflicts {
  readonly #found: { about: Subject; conflict: Told & { id: string } }[] = []
  readonly #decisions: Decisions

  constructor(decisions: Decisions) {
    this.#decisions = decisions
  }

  /**
   * Notes a conflict. Returns what was decided on it, or undefined.
   * @throws RangeError when the decision isn't one of its choices
   */
  add(about: Subject, told: Told): Decision | undefined {
    const id = digest(canonical([told.kind, about.of, about.id, told.field, [told.a, told.b].sort()]))
    const decided = this.#decisions[id]
    if (decided !== undefined && !told.choices.includes(decided)) {
      throw new RangeError(`The conflict ${id} can’t be decided as “${decided}”.`)
    }
    const outcome =
      decided === undefined || decided === 'both' ? told.outcome : `“${told[decided]}” stands, as you decided.`
    this.#found.push({ about, conflict: { ...told, id, outcome } })
    return decided
  }

  /** The conflicts: the case's, then those of sources and quotes in the order of their keys, then the briefs' and the records'. */
  list(): Conflict[] {
    return this.#found
      .map(({ about, conflict }) => ({
        rank: ORDER.includes(about.of) ? ORDER.indexOf(about.of) : ORDER.length,
        conflict: { ...conflict, subject: about.name() }
      }))
      .sort((x, y) => x.rank - y.rank || (x.rank === 1 || x.rank === 2 ? keyOf(x) - keyOf(y) : 0))
      .map(({ conflict }) => conflict)
  }
}

function keyOf({ conflict }: { conflict: Conflict }): number {
  return Number(conflict.subject.slice(1))
}
