import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/composition/options.ts'
import { testWorkspace } from '../workspace.test-helper.ts'
import type { Workspace } from '../workspace.ts'
import { exportTo } from './export-commands.ts'
import { withhold, type WithholdFlags } from './withhold-commands.ts'

let folder: string
let workspace: Workspace
let path: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'near-'))
  path = join(folder, 'case')
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path, title: 'Ferry', tlp: 'TLP:AMBER' })
  await writeFile(join(folder, 'brief.md'), 'A. Vell wrote of the Vellfall; Anna Vell left.\n')
  await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })
})
afterAll(async () => {
  await workspace.close()
  await rm(folder, { recursive: true })
})

const run = (flags: Partial<WithholdFlags>) => withhold(workspace, path, '1', { list: false, near: false, ...flags })
const files = [
  { format: 'html' as const, path: '' },
  { format: 'markdown' as const, path: '' }
]
const exported = (acceptNear = false) => {
  const named = files.map((file) => ({ ...file, path: join(folder, `out.${file.format}`) }))
  const options = { ...DEFAULT_EXPORT_OPTIONS, redacted: true }
  return exportTo(
    workspace,
    path,
    '1',
    { files: named, strict: false, acceptNear, options },
    { sign: null, withPage: false }
  )
}

describe('near forms on the command line', () => {
  it('are listed, refuse an export, and are withheld too or left', async () => {
    expect((await run({ words: ['Anna Vell'], reason: 'P' })).exit).toBeUndefined()
    const listed = await run({ near: true })
    expect(listed).toMatchObject({ exit: 1, json: [{ form: 'A. Vell' }, { form: 'Vellfall' }] })
    expect(listed.text).toContain('“A. Vell”: initials of “Anna Vell” in statement 1: ')
    const refused = await exported()
    expect(refused).toMatchObject({ exit: 1, json: { error: { code: 'near-forms' }, near: [{}, {}] } })
    expect((await readdir(folder)).filter((name) => name.startsWith('out.'))).toEqual([])

    await expect(run({ also: ['Nobody'] })).rejects.toMatchObject({ code: 'not-found' })
    expect(await run({ also: ['A. Vell'], leave: ['vellfall'] })).toMatchObject({ json: [] })
    expect((await run({ list: true })).text).toContain('“Anna Vell”, “A. Vell”; left: “Vellfall”')
    const written = await exported()
    expect(written.text).toMatch(/Wrote .*out\.html \(redacted, SHA-256 /)
    expect(written.json).toMatchObject([
      { redacted: true, format: 'html' },
      { redacted: true, format: 'markdown' }
    ])
  })

  it('are let through once, and told of', async () => {
    await run({ words: ['Vellfal'], reason: 'P' })
    expect(await exported()).toMatchObject({ exit: 1, json: { error: { code: 'near-forms' } } })
    expect((await exported(true)).text).toContain('Shown, though like withheld words: “Vellfall”.')
  })

  it('are asked for in one way at a time', async () => {
    await expect(run({ near: true, also: ['x'] })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(run({})).rejects.toMatchObject({ code: 'bad-request' })
  })
})
