import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExportProgress } from '../../../shared/composition/export-report.ts'
import { EXPORT_FORMATS } from '../../../shared/composition/export-formats.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/composition/options.ts'
import { exportTo } from '../../cli/export-commands.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'
import { OpenCase } from '../open-case.ts'
import { cheapPassphrases } from '../../store/cheap-passphrases.test-helper.ts'

cheapPassphrases()

let folder: string
let workspace: Workspace
let briefId: string
let onProgress: (progress: ExportProgress) => void
/** The threads that exports started, in order; one that is gone has the id -1. */
let threads: Worker[]
const note = (thread: Worker): void => {
  threads.push(thread)
}
const alive = (): number => threads.filter(({ threadId }) => threadId !== -1).length

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'one-job-'))
  onProgress = () => undefined
  workspace = testWorkspace(folder, {
    emit: (name, data) => {
      if (name === 'export.progress') onProgress(data as ExportProgress)
    }
  })
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
  await writeFile(join(folder, 'memo.txt'), 'Harbour board kept memo\n\nThe board held it back, a clerk said.\n')
  await workspace.handlers['import.start']({ paths: [join(folder, 'memo.txt')] })
  await writeFile(
    join(folder, 'brief.md'),
    '---\ntitle: The memo\n---\n# Facts\nThe board kept it from Sollen [@S1].\n'
  )
  briefId = (await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })).brief.id
  const withheld = [{ kind: 'words' as const, id: 'w', terms: ['Sollen'], reason: 'P' as const }]
  await workspace.handlers['brief.withhold']({ briefId, withheld })
  threads = []
  process.on('worker', note)
})
afterEach(async () => {
  process.off('worker', note)
  vi.restoreAllMocks()
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

const options = { ...DEFAULT_EXPORT_OPTIONS, redacted: true }
const pdf = (name: string) => ({
  briefId,
  options: DEFAULT_EXPORT_OPTIONS,
  acceptFindings: true,
  path: join(folder, name)
})
const written = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.startsWith('out'))

describe('an export', () => {
  it('of all formats, redacted and strict, verifies the brief once and starts one thread', async () => {
    const files = EXPORT_FORMATS.map(({ id }) => ({ format: id, path: join(folder, `out.${id}`) }))
    const verified = vi.spyOn(OpenCase.prototype, 'lookupFor')
    const request = { files, options, strict: true, acceptNear: false }
    const { exit, json } = await exportTo(workspace, join(folder, 'case'), '1', request, {
      sign: null,
      withPage: false
    })
    expect(exit).toBe(0)
    expect(json).toHaveLength(files.length)
    expect(verified).toHaveBeenCalledTimes(1)
    expect(threads).toHaveLength(1)
    expect(await written()).toHaveLength(files.length)
  })

  it('leaves nothing when it is cancelled, at any stage, and the next one is made', async () => {
    for (const stage of ['verify', 'layout', 'paint', 'read-back', 'write'] as const) {
      onProgress = (progress) => {
        if (progress.stage === stage) void workspace.handlers['export.cancel']({})
      }
      await expect(workspace.handlers['export.pdf'](pdf('out.pdf')), stage).rejects.toMatchObject({ code: 'cancelled' })
      expect(await written()).toEqual([])
    }
    onProgress = () => undefined
    await workspace.handlers['export.pdf'](pdf('out.pdf'))
    expect(await written()).toEqual(['out.pdf'])
  })
})

describe('the thread that exports', () => {
  it('is kept from the check to the export and beyond, until the dialog is closed', async () => {
    await workspace.handlers['export.check']({ briefId, options })
    await workspace.handlers['export.pdf'](pdf('out-1.pdf'))
    await workspace.handlers['export.pdf'](pdf('out-2.pdf'))
    expect(threads).toHaveLength(1)
    expect(alive()).toBe(1)
    await workspace.handlers['export.close']({})
    expect(alive()).toBe(0)
    await workspace.handlers['export.check']({ briefId, options })
    expect(alive()).toBe(1)
  })

  it('is gone when the case is closed, and when another is opened', async () => {
    await workspace.handlers['export.check']({ briefId, options })
    await workspace.handlers['case.close']({})
    expect(alive()).toBe(0)
    await workspace.handlers['case.open']({ path: join(folder, 'case') })
    await workspace.handlers['export.check']({ briefId, options })
    await workspace.handlers['case.create']({ path: join(folder, 'other'), title: 'Other', tlp: 'TLP:AMBER' })
    expect(alive()).toBe(0)
    expect(threads).toHaveLength(2)
  })

  it('is gone once an encrypted case is locked, with the export that it made', async () => {
    await workspace.handlers['case.encrypt']({ passphrase: 'nine long ferries' })
    await workspace.handlers['export.check']({ briefId, options })
    const laidOut = Promise.withResolvers<undefined>()
    onProgress = ({ stage }) => {
      if (stage === 'layout') laidOut.resolve(undefined)
    }
    const exporting = workspace.handlers['export.pdf'](pdf('out.pdf'))
    const outcome = expect(exporting).rejects.toMatchObject({ code: 'cancelled' })
    await laidOut.promise
    await workspace.lock()
    await outcome
    expect(threads).toHaveLength(1)
    expect(alive()).toBe(0)
    expect(await written()).toEqual([])

    await workspace.handlers['case.open']({ path: join(folder, 'case'), passphrase: 'nine long ferries' })
    await workspace.handlers['export.check']({ briefId, options })
    expect(alive()).toBe(1)
    await workspace.lock()
    expect(alive()).toBe(0)
  })
})
