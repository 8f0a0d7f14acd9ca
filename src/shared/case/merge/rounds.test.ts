import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { times } from '../../../../scripts/long.mjs'
import type { CaseContents } from '../case.ts'
import type { Decisions } from './conflicts.ts'
import type { Conflict, Decision } from './conflict.ts'
import { Chance } from './chance.test-helper.ts'
import { firstCase, User } from './edits.test-helper.ts'
import { formFaults, inventory, orderFaults } from './form.test-helper.ts'
import { mergeCases, type MergeInput } from './merge.ts'
import { faults, repeatedBlocks } from './oracle.test-helper.ts'

const ROUNDS = times(250, 1000)

interface Round extends MergeInput {
  chance: Chance
  moved: boolean
}

/** Two users at copies of one case; without a base, or at two cases that have files in common. */
function round(seed: number): Round {
  const chance = new Chance(seed)
  const kind = seed % 4
  const base = firstCase(chance)
  const start = kind === 3 ? firstCase(chance, 'case-2') : base
  const a = new User('a', base, chance, 40).work(chance.below(24))
  const b = new User('b', start, chance, 40).work(chance.below(24))
  return { chance, base: kind >= 2 ? null : base, a: a.contents, b: b.contents, moved: a.moved || b.moved }
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

/** Runs `check` on every round and names the one that fails. */
function inRounds(count: number, check: (round: Round) => void): void {
  for (let seed = 1; seed <= count; seed++) {
    try {
      check(round(seed))
    } catch (error) {
      throw new Error(`round ${seed}: ${error instanceof Error ? error.message : ''}`, { cause: error })
    }
  }
}

/** As `toEqual`, and quick on what is equal. */
function expectEqual(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

function idsOf(conflicts: readonly Conflict[]): string[] {
  return conflicts.map(({ id }) => id)
}

/** Nothing is lost, nothing comes back, and it is the same either way. */
function checkMerge({ base, a, b }: MergeInput): CaseContents {
  const merged = mergeCases({ base, a, b })
  expect(faults({ base, a, b }, merged.contents)).toEqual([])
  const swapped = mergeCases({ base, a: b, b: a })
  expectEqual(swapped.contents, merged.contents)
  expect(swapped.conflicts.map((conflict) => ({ ...conflict, a: conflict.b, b: conflict.a }))).toEqual(merged.conflicts)
  expect(swapped.summary).toEqual({ a: merged.summary.b, b: merged.summary.a })
  expect(new Set(idsOf(merged.conflicts)).size).toBe(merged.conflicts.length)
  for (const { id, from, fromId } of merged.sources) {
    const now = merged.contents.sources.find(({ source }) => source.id === id)?.source
    const files = (from === 'a' ? a : b).sources.find(({ source }) => source.id === fromId)?.source
    expect([now?.original, now?.text]).toEqual([files?.original, files?.text])
  }
  return merged.contents
}

describe('the merge of two copies', () => {
  it('loses nothing and gives the same either way', () => {
    inRounds(ROUNDS, ({ base, a, b, moved }) => {
      const contents = checkMerge({ base, a, b })
      expect(repeatedBlocks({ base, a, b }, contents)).toEqual([])
      if (!moved) expect([a, b].flatMap((side) => orderFaults(side, contents))).toEqual([])
    })
  })

  it('stays as it is when it is merged again with either side', () => {
    inRounds(ROUNDS / 4, ({ base, a, b }) => {
      const { contents, conflicts } = mergeCases({ base, a, b })
      for (const side of [a, b]) {
        const after = mergeCases({ base: side, a: contents, b: side })
        expectEqual(after.contents, contents)
        expect(after.conflicts).toEqual([])
        if (base !== null) continue
        const again = mergeCases({ base, a: contents, b: side })
        expectEqual(again.contents, contents)
        expect(idsOf(conflicts)).toEqual(expect.arrayContaining(idsOf(again.conflicts)))
      }
    })
  })

  it('is the other side when one has changed nothing', () => {
    inRounds(ROUNDS / 4, ({ a, b }) => {
      if (a.record.id !== b.record.id) return
      const forward = mergeCases({ base: a, a, b })
      expectEqual(forward.contents, inKeyOrder(b))
      expect(forward.conflicts).toEqual([])
      expectEqual(mergeCases({ base: null, a, b: a }).contents, inKeyOrder(a))
    })
  })

  it('goes on: what was merged is edited and merged with what the other user did meanwhile', () => {
    inRounds(ROUNDS / 8, ({ chance, base, a, b }) => {
      const merged = mergeCases({ base, a, b }).contents
      const c = new User('c', merged, chance, 80).work(chance.below(12)).contents
      const d = new User('d', b, chance, 80).work(chance.below(12)).contents
      const next = { base: b, a: c, b: d }
      expect(repeatedBlocks(next, checkMerge(next))).toEqual([])
      // With the older base, which knows nothing of the first merge, a block may stand twice, but none is lost.
      if (base !== null) checkMerge({ ...next, base })
    })
  })

  it('follows decisions, which lose nothing but what they refuse', () => {
    inRounds(ROUNDS / 12, ({ base, a, b }) => {
      const { contents, conflicts } = mergeCases({ base, a, b })
      const before = inventory(contents)
      for (const conflict of conflicts) {
        for (const choice of conflict.choices) {
          const decided = mergeCases({ base, a, b }, { [conflict.id]: choice })
          expect(formFaults(decided.contents)).toEqual([])
          const after = inventory(decided.contents)
          const refused = choice === 'both' ? null : conflict[choice === 'a' ? 'b' : 'a']
          const lost = [...before].filter((words) => !after.has(words))
          const isRefused = (words: string): boolean =>
            conflict.subject.endsWith(words) ||
            (refused !== null && (refused.includes(words) || words.includes(refused) || words.startsWith('Also ')))
          expect(lost.filter((words) => !isRefused(words))).toEqual([])
        }
      }
      const all = (pick: (conflict: Conflict) => Decision | undefined): Decisions =>
        Object.fromEntries(
          conflicts.flatMap((conflict) => {
            const decision = pick(conflict)
            return decision === undefined ? [] : [[conflict.id, decision] as const]
          })
        )
      const others: Record<Decision, Decision> = { a: 'b', b: 'a', both: 'both' }
      const one = mergeCases(
        { base, a, b },
        all(({ choices }) => choices.at(-1))
      )
      const two = mergeCases(
        { base, a: b, b: a },
        all(({ choices }) => (choices.length > 0 ? others[choices.at(-1)!] : undefined))
      )
      expectEqual(two.contents, one.contents)
    })
  })

  it('is made from cases that are well formed', () => {
    inRounds(20, ({ a }) => expect(formFaults(inKeyOrder(a))).toEqual([]))
  })
})
