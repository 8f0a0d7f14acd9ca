import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const WINDOW = join(import.meta.dirname, '../renderer')

/** The names of classes for which a sheet has a rule that asks for nothing else. */
function namesOf(css: string): Set<string> {
  const selectors = [...css.matchAll(/^([^{}@/\s][^{}]*)\{/gm)].flatMap(([, list]) => list!.split(','))
  return new Set(selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []))
}

test('what a class looks like stands in one sheet, since all sheets hold in all of the window', () => {
  const sheets = new Map<string, string[]>()
  for (const sheet of globSync('**/*.css', { cwd: WINDOW })) {
    for (const name of namesOf(readFileSync(join(WINDOW, sheet), 'utf8'))) {
      sheets.set(name, [...(sheets.get(name) ?? []), sheet])
    }
  }
  expect(sheets.size).toBeGreaterThan(100)
  expect([...sheets].filter(([, where]) => where.length > 1)).toEqual([])
})
