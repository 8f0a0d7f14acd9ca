import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/composition/options.ts'
import { checkBundle } from '../bundle/check-bundle.ts'
import type { Workspace } from '../workspace.ts'
import { testWorkspace } from '../workspace.test-helper.ts'

const PAGE = '<!doctype html><title>Check a briefing</title>'
const SHA256 = createHash('sha256').update(PAGE).digest('hex')

let folder: string
let workspace: Workspace

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verifier-page-'))
  await writeFile(join(folder, 'built.html'), PAGE)
  workspace = testWorkspace(folder, { page: join(folder, 'built.html') })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

async function makeCase(): Promise<string> {
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:CLEAR' })
  await writeFile(join(folder, 'brief.md'), '---\ntitle: The memo\n---\n# Facts\nThe board kept it.\n')
  return (await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })).brief.id
}

describe('the page that checks PDFs', () => {
  it('is written where it is wanted, with its hash, and not into a case', async () => {
    const path = join(folder, 'verify.html')
    expect(await workspace.handlers['verify.page']({ path })).toEqual({ path, bytes: PAGE.length, sha256: SHA256 })
    expect(await readFile(path, 'utf8')).toBe(PAGE)
    await makeCase()
    await expect(workspace.handlers['verify.page']({ path: join(folder, 'case/verify.html') })).rejects.toThrow('case')
  })

  it('says that it isn’t built, and writes nothing', async () => {
    await rm(join(folder, 'built.html'))
    await expect(workspace.handlers['verify.page']({ path: join(folder, 'verify.html') })).rejects.toMatchObject({
      code: 'not-found'
    })
    const briefId = await makeCase()
    const request = { briefId, options: DEFAULT_EXPORT_OPTIONS, acceptFindings: true, path: join(folder, 'memo.pdf') }
    await expect(workspace.handlers['export.pdf']({ ...request, withPage: true })).rejects.toMatchObject({
      code: 'not-found'
    })
    expect((await readdir(folder)).filter((name) => /\.(?:pdf|html)$/.test(name))).toEqual([])
  })

  it('is written beside an export by choice', async () => {
    const briefId = await makeCase()
    const request = { briefId, options: DEFAULT_EXPORT_OPTIONS, acceptFindings: true, path: join(folder, 'memo.pdf') }
    expect(await workspace.handlers['export.pdf'](request)).toMatchObject({ page: null })
    const page = { path: join(folder, 'memo.verify.html'), sha256: SHA256 }
    expect(await workspace.handlers['export.pdf']({ ...request, withPage: true })).toMatchObject({ page })
    expect(await readFile(page.path, 'utf8')).toBe(PAGE)
  })

  it('goes into a bundle by choice, whose manifest has its hash', async () => {
    await makeCase()
    await workspace.handlers['bundle.write']({ path: join(folder, 'without'), maxTlp: null })
    await workspace.handlers['bundle.write']({ path: join(folder, 'with'), maxTlp: null, withPage: true })
    const manifestOf = (name: string): Promise<string> => readFile(join(folder, name, 'manifest-sha256.txt'), 'utf8')
    expect(await manifestOf('without')).not.toContain('verify.html')
    expect(await manifestOf('with')).toContain(`${SHA256}  data/verify.html\n`)
    expect(await readFile(join(folder, 'with/data/README.txt'), 'utf8')).toContain('verify.html')
    expect((await checkBundle(join(folder, 'with'))).ok).toBe(true)
    await workspace.handlers['bundle.open']({ bundle: join(folder, 'with'), path: join(folder, 'taken') })
    expect(workspace.current()?.title ?? (await workspace.handlers['case.current']({}))?.case.title).toBe('Ferry')
  })
})
