import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sourceEntries } from '../../shared/search/entries.ts'
import { madeSource } from './multilingual.test-helper.ts'
import { numbers } from './numbers.test-helper.ts'
import { SearchIndex } from './search-index.ts'

it('what many changes have left is brought together step by step, and finds the same in less room', () => {
  const folder = mkdtempSync(join(tmpdir(), 'settle-'))
  const random = numbers(5)
  const made = Array.from({ length: 300 }, (_, i) => madeSource(i + 1, random))
  const sizeWith = (settled: boolean): { size: number; found: string[][]; steps: number } => {
    const path = join(folder, `${settled}.sqlite`)
    const index = SearchIndex.open({ path, write: true, bytes: null })
    for (const { source, quotes, text } of made) {
      const put = [{ name: source.id, revision: '1', entries: sourceEntries(source, quotes), text, brief: null }]
      index.change({ put, remove: [] })
      index.commit()
    }
    let steps = 0
    if (settled) for (let isFirst = true; index.settle(isFirst); isFirst = false) steps++
    const found = ['the', 'memo*', '"the board"', '会', 'ferry NEAR/9 board'].map((query) => {
      const asked = { query, typing: false, scope: null, limit: 1_000, offset: 0, facets: false } as const
      return index
        .find({ ...asked, caseTlp: 'TLP:AMBER' })
        .found.map(({ scope, key }) => `${scope} ${key}`)
        .sort()
    })
    index.close()
    return { size: statSync(path).size, found, steps }
  }
  const [loose, settled] = [sizeWith(false), sizeWith(true)]
  expect(settled.steps).toBeGreaterThan(0)
  expect(settled.found).toEqual(loose.found)
  expect(settled.found[0]!.length).toBeGreaterThan(0)
  expect(settled.size).toBeLessThan(loose.size)
  rmSync(folder, { recursive: true, force: true })
})
