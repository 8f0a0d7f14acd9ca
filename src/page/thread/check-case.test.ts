import { execFileSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWorkspace } from '../../main/workspace.test-helper.ts'
import type { CaseReport } from '../../shared/brief/check.ts'
import type { StoredReport } from '../../shared/case/stored/verify-stored.ts'
import { check } from './check.ts'

let folder: string
let made: string

/** A case of its own for each change: the program mends what it opens. */
async function copyOf(name: string): Promise<string> {
  const path = join(folder, name)
  await cp(made, path, { recursive: true })
  return path
}

async function inPage(path: string): Promise<StoredReport> {
  const zip = join(folder, 'dropped.zip')
  await rm(zip, { force: true })
  execFileSync('zip', ['-qrX', zip, '.'], { cwd: path })
  const task = { name: 'case.zip', bytes: new Uint8Array(await readFile(zip)), signature: null, publicKey: '' }
  const outcome = await check({ ...task, stamps: { tsr: null, ots: null } }, '')
  if (outcome.kind !== 'case') throw new Error(`It was taken for a ${outcome.kind}.`)
  return outcome.report
}

async function byProgram(path: string): Promise<CaseReport> {
  const workspace = testWorkspace(folder)
  try {
    await workspace.handlers['case.open']({ path })
    return await workspace.handlers['case.verify']({})
  } finally {
    await workspace.close()
  }
}

/** The first file of a case whose name fits. */
async function fileOf(path: string, name: RegExp): Promise<string> {
  const names = await readdir(path, { recursive: true })
  return join(
    path,
    names.sort().find((each) => name.test(each))!
  )
}

const edit = async (file: string, change: (text: string) => string): Promise<void> => {
  const before = await readFile(file, 'utf8')
  const after = change(before)
  expect(after).not.toBe(before)
  await writeFile(file, after)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-case-'))
  const workspace = testWorkspace(folder)
  const { path } = await workspace.handlers['case.sample']({})
  await workspace.close()
  made = path
})
afterAll(() => rm(folder, { recursive: true }))

describe('a case in a zip', () => {
  it('is judged as the program judges it, while it is whole', async () => {
    const path = await copyOf('whole')
    const page = await inPage(path)
    const program = await byProgram(path)
    const { ok, quotes, sources, problems } = page
    expect({ ok, quotes, sources, problems }).toEqual({
      ok: program.ok,
      quotes: program.quotes,
      sources: program.sources,
      problems: program.problems
    })
    expect(sources.length).toBeGreaterThan(2)
    expect(page.notices).toEqual(program.notices)
    expect(page.log.breaks).toEqual([])
  })

  it.each<[what: string, file: RegExp, change: (text: string) => string]>([
    ['an original that was changed', /original\.(?:txt|html?)$/, (text) => text.replace(/e/, 'a')],
    ['a log whose entry was changed', /^audit\/[\w-]+\.jsonl$/, (text) => text.replace('Sollen', 'Sallen')],
    ['a log that was cut off', /^audit\/[\w-]+\.jsonl$/, (text) => `${text.split('\n').slice(0, 2).join('\n')}\n`],
    ['the end of a log that was changed', /^audit\/heads\/[\w-]+\.json$/, (text) => text.replace('"n": ', '"n": 1')]
  ])('with %s fails, in the program’s words', async (what, file, change) => {
    const path = await copyOf(what)
    await edit(await fileOf(path, file), change)
    const page = await inPage(path)
    const program = await byProgram(path)
    expect(page.ok).toBe(false)
    expect(program.ok).toBe(false)
    expect(page.sources).toEqual(program.sources)
    // What it mends when it opens a case, and what it logs of that, comes on top.
    const told = [...program.problems, ...program.log.breaks.map(({ message }) => message)].join('\n')
    for (const { message } of page.log.breaks) expect(told).toContain(message)
    // What a log that was cut off tells no more, it tells again from where the opening wrote on.
    if (!what.includes('cut off')) for (const problem of page.problems) expect(told).toContain(problem)
  })

  it('names what is damaged or gone, without mending it', async () => {
    const path = await copyOf('damaged')
    const source = await fileOf(path, /meta\.json$/)
    const text = await fileOf(path, /text\.json$/)
    await edit(source, (each) => each.replace('"title"', '"tatle"'))
    await edit(text, (each) => each.replace(/[a-z]{4} [a-z]/, 'else'))
    const gone = (await readdir(join(path, 'briefs'))).find((name) => name.endsWith('.json'))!
    await rm(join(path, 'briefs', gone))
    const { ok, problems } = await inPage(path)
    expect(ok).toBe(false)
    expect(problems).toContainEqual(expect.stringMatching(/could not be read: sources\/.*its checksum doesn’t fit/))
    expect(problems).toContainEqual(`briefs/${gone} is missing.`)
  })

  it('is refused when it is encrypted', async () => {
    const path = await copyOf('sealed')
    await writeFile(join(path, 'keys.json'), '{}')
    await expect(inPage(path)).rejects.toMatchObject({ code: 'locked' })
  })
})
