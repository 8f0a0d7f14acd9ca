import { globSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const project = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(project, 'ARCHITECTURE.md'), 'utf8')

/** What stands as code in the first cells of the table that follows a heading. */
function namedBelow(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!
  const rows = section.split('\n').filter((line) => line.startsWith('|'))
  return rows.flatMap((row) => Array.from(row.split('|')[1]!.matchAll(/`([^`]+)`/g), (match) => match[1]!))
}

/** A name with braces as each that it stands for: `a/{b,c}` as `a/b` and `a/c`. */
function spelledOut(name: string): string[] {
  const [, before, inside, after] = /^(.*)\{(.*)\}(.*)$/.exec(name) ?? []
  return inside === undefined ? [name] : inside.split(',').map((each) => `${before}${each}${after}`)
}

describe('the page about the architecture', () => {
  it('has every file of the store, and no other', () => {
    const files = globSync('src/main/store/*.ts', { cwd: project })
      .map((file) => basename(file, '.ts'))
      .filter((name) => !/\.test(-helper)?$/.test(name))
    expect(namedBelow('On disk').toSorted()).toEqual(files.toSorted())
  })

  it('has every folder of the code', () => {
    const named = namedBelow('Code map').flatMap(spelledOut)
    const folders = globSync('src/{main,shared}/*/', { cwd: project }).map((path) => path.replace(/\/$/, ''))
    expect(folders.filter((folder) => !named.includes(folder))).toEqual([])
    const there = named.filter((name) => name.includes('/'))
    expect(there.filter((name) => globSync(name, { cwd: project }).length === 0)).toEqual([])
  })
})
