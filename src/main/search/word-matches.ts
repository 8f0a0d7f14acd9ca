import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { Bits } from './bits.ts'

/** Words are worth more in a title and in metadata than in a text. */
const WEIGHTS = 'bm25(words, 1.0, 10.0, 3.0)'

/** Answers that are kept: while somebody types, most of a query stays, and its pages and scopes ask the same. */
const KEPT = { sets: 64, scores: 4 }

/** What FTS5 says of expressions in its language: in which entries they stand, and how well. */
export class WordMatches {
  readonly #match: StatementSync
  readonly #score: StatementSync
  readonly #sets = new Map<string, Bits>()
  readonly #scores = new Map<string, ReadonlyMap<number, number>>()

  constructor(database: DatabaseSync) {
    // One answer for all rows: a row each takes several times as long.
    this.#match = database.prepare('SELECT json_group_array(rowid) AS found FROM words WHERE words MATCH ?')
    this.#score = database.prepare(`SELECT rowid, ${WEIGHTS} FROM words WHERE words MATCH ?`)
    this.#score.setReturnArrays(true)
  }

  /** The entries in which an expression stands. The set is not the caller’s own. */
  entries(expression: string): Bits {
    return kept(this.#sets, expression, KEPT.sets, () => {
      const { found } = this.#match.get(expression) as { found: string }
      return Bits.of(JSON.parse(found) as number[])
    })
  }

  /** How well an expression stands in each of its entries, the better the higher. */
  scores(expression: string): ReadonlyMap<number, number> {
    return kept(this.#scores, expression, KEPT.scores, () => {
      const scores = new Map<number, number>()
      for (const row of this.#score.all(expression)) {
        const [number, rank] = row as unknown as [number, number]
        scores.set(number, Math.round(-rank * 1e6) / 1e6)
      }
      return scores
    })
  }

  /** Forgets what was kept: the index changes. */
  forget(): void {
    this.#sets.clear()
    this.#scores.clear()
  }
}

/** What is kept for an expression, or is now; what was asked for least lately gives way. */
function kept<T>(answers: Map<string, T>, expression: string, most: number, find: () => T): T {
  const answer = answers.get(expression) ?? find()
  answers.delete(expression)
  answers.set(expression, answer)
  if (answers.size > most) answers.delete(answers.keys().next().value!)
  return answer
}
