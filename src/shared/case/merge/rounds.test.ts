import { describe, expect, it } from 'vitest'
import type { CaseContents } from '../case.ts'
import { Chance, firstCase, User } from './edits.test-helper.ts'
import { mergeCases, type MergeInput } from './merge.ts'
import { faults, formFaults } from './oracle.test-helper.ts'

const ROUNDS = Number(process.env['DOSSIER_MERGE_ROUNDS'] ?? 1500)

interface Round extends MergeInput {
  moved: boolean
}

/** Two users at copies of one case; without a base, or at two cases that have files in common. */
function round(seed: number): Round {
  const chance = new Chance(seed)
  const kind = seed % 4
  const base = firstCase(chance)
  const start = kind === 3 ? firstCase(chance, 'case-2') : base
  const a = new User('a', base, chance).work(chance.below(24))
  const b = new User('b', start, chance).work(chance.below(24))
  return { base: kind >= 2 ? null : base, a: a.contents, b: b.contents, moved: a.moved || b.moved }
}

/** A side as the merge hands it back. */
function inKeyOrder(contents: CaseContents): CaseContents {
  const byKey = (x: { key: string }, y: { key: string }): number => Number(x.key.slice(1)) - Number(y.key.slice(1))
  const places = contents.record.briefs
  return {
    record: contents.record,
    sources: contents.sources
      .map((record) => ({ ...record, quotes: [...record.quotes].sort(byKey) }))
      .sort((x, y) => byKey(x.source, y.source)),
    briefs: [...contents.briefs].sort((x, y) => places.indexOf(x.brief.id) - places.indexOf(y.brief.id))
  }
}

function check(seed: number): void {
  const { base, a, b } = round(seed)
  const merged = mergeCases({ base, a, b })
  const { contents, conflicts } = merged
  expect(faults({ base, a, b }, contents)).toEqual([])

  const swapped = mergeCases({ base, a: b, b: a })
  expect(swapped.contents).toEqual(contents)
  expect(swapped.conflicts.map((conflict) => ({ ...conflict, a: conflict.b, b: conflict.a }))).toEqual(conflicts)
  expect(swapped.summary).toEqual({ a: merged.summary.b, b: merged.summary.a })
  const ids = conflicts.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)

  for (const side of [a, b]) {
    expect(mergeCases({ base: side, a: contents, b: side })).toMatchObject({ contents, conflicts: [] })
    if (a.record.id === b.record.id) {
      const forward = mergeCases({ base: a, a, b: side })
      expect(forward.contents).toEqual(inKeyOrder(side))
      expect(forward.conflicts).toEqual([])
    }
    if (base === null) {
      const again = mergeCases({ base, a: contents, b: side })
      expect(again.contents).toEqual(contents)
      expect(again.conflicts.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([])
    }
  }
}

describe('the merge of two copies', () => {
  it(`loses nothing and gives the same either way, in ${ROUNDS} rounds of edits`, () => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      try {
        check(seed)
      } catch (error) {
        throw new Error(`round ${seed}`, { cause: error })
      }
    }
  })

  it('is well formed', () => {
    const { a } = round(1)
    expect(formFaults(inKeyOrder(a))).toEqual([])
  })
})
