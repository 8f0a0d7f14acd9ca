import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../../shared/composition/export-formats.ts'
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/composition/options.ts'
import { exportRequest, withExportOptions, type ExportFlags } from '../../cli/export-flags.ts'
import { exportDialog } from '../../electron/dialogs.ts'
import { COLOPHON, PLAIN } from '../../exports/plain.test-helper.ts'
import { ExportWorker } from '../../export-worker/export-worker.ts'
import { KeyRing } from '../../sign/key-ring.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'
import type { ExportedFiles } from '../../../shared/api/contract.ts'
import { exportFiles } from './files.ts'

const formats = [...EXPORT_FORMATS, PLAIN]
const worker = new ExportWorker(new URL('../../export-worker/plain-worker.test-helper.ts', import.meta.url))

let folder: string
let workspace: Workspace
let briefId: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plain-'))
  workspace = testWorkspace(folder)
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
  await writeFile(join(folder, 'memo.txt'), 'Harbour board kept memo\n\nThe board held it back, a clerk said.\n')
  await workspace.handlers['import.start']({ paths: [join(folder, 'memo.txt')] })
  await writeFile(join(folder, 'brief.md'), '---\ntitle: The memo\n---\n# Facts\nThe board kept it [@S1].\n')
  briefId = (await workspace.handlers['brief.importMarkdown']({ path: join(folder, 'brief.md') })).brief.id
})
afterEach(async () => {
  await worker.end()
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

function exported(files: { format: string; path: string }[], redacted = false): Promise<ExportedFiles> {
  const options = { ...DEFAULT_EXPORT_OPTIONS, redacted }
  const request = { briefId, options, acceptFindings: true, files }
  return exportFiles(workspace.opened(), request, {
    worker,
    generator: 'Dossier test',
    page: '',
    ring: new KeyRing(folder),
    now: () => new Date('2031-03-12T09:00:00Z'),
    newId: () => 'version-1',
    onProgress: () => undefined,
    signal: new AbortController().signal,
    formats
  })
}

describe('a format that is described and registered', () => {
  it('is exported beside the others, and told by the log', async () => {
    const files = [
      { format: 'plain', path: join(folder, 'out.txt') },
      { format: 'markdown', path: join(folder, 'out.md') }
    ]
    const reports = [{ format: 'plain' }, { format: 'markdown' }]
    expect(await exported(files)).toMatchObject({ stopped: false, reports })
    const text = await readFile(files[0]!.path, 'utf8')
    expect(text).toContain('The board kept it ')
    expect(text).toContain(COLOPHON)
    const entries = (await workspace.opened().store.custody()).flatMap(({ entries: own }) => own)
    expect(entries.filter(({ action }) => action === 'brief-exported').map(({ detail }) => detail)).toMatchObject([
      { format: 'plain' },
      { format: 'markdown' }
    ])
  })

  it('is searched for what is withheld, and refused', async () => {
    const withheld = [{ kind: 'words' as const, id: 'w', terms: [COLOPHON], reason: 'P' as const }]
    await workspace.handlers['brief.withhold']({ briefId, withheld })
    await expect(exported([{ format: 'plain', path: join(folder, 'redacted.txt') }], true)).rejects.toMatchObject({
      code: 'leak',
      message: expect.stringMatching(/^The redacted text file still holds .*Nothing was written/) as string
    })
    expect(await readdir(folder)).not.toContain('redacted.txt')
  })

  it('is offered by the command line and by the dialog that asks for a place', () => {
    expect(withExportOptions(new Command('export'), formats).helpInformation()).toMatch(
      /--plain <file> +write plain text/
    )
    const command = withExportOptions(new Command('export'), formats).parse(['--plain', 'out.txt'], { from: 'user' })
    const refuse = (message: string): never => {
      throw new Error(message)
    }
    const { files } = exportRequest(command.opts<ExportFlags>(), refuse, formats)
    expect(files).toMatchObject([{ format: 'plain', path: expect.stringMatching(/out\.txt$/) as string }])
    expect(() => exportRequest({ ...command.opts<ExportFlags>(), plain: undefined }, refuse, formats)).toThrow(
      '--annotations or --plain'
    )
    expect(exportDialog(PLAIN)).toMatchObject({
      title: 'Export the briefing as plain text',
      filters: [{ name: 'Plain text', extensions: ['txt'] }]
    })
  })

  it('is refused where it is not registered', async () => {
    await expect(
      workspace.handlers['export.files']({
        briefId,
        options: DEFAULT_EXPORT_OPTIONS,
        acceptFindings: true,
        files: [{ format: 'plain', path: join(folder, 'out.txt') }]
      })
    ).rejects.toMatchObject({ code: 'bad-request' })
  })
})
