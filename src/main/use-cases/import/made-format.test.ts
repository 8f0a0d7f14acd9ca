import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IMPORT_FORMATS } from '../../../shared/source/import-formats.ts'
import { FORMATS } from '../../import/formats/formats.ts'
import { testWorkspace } from '../../workspace.test-helper.ts'
import type { Workspace } from '../../workspace.ts'

let folder: string
let workspace: Workspace
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'made-format-'))
  const worker = new URL('../../import/worker/made-format-worker.test-helper.ts', import.meta.url)
  const pdf = new URL('../../export-worker/worker.ts', import.meta.url)
  const search = new URL('../../search/worker.ts', import.meta.url)
  workspace = testWorkspace(folder, { workers: { import: worker, pdf, search } })
  await workspace.handlers['case.create']({ path: join(folder, 'case'), title: 'Ferry', tlp: 'TLP:AMBER' })
})
afterEach(async () => {
  await workspace.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a format that is put into the list', () => {
  it('has its files told and imported, packed ones and those of other formats as before', async () => {
    const log = 'SHIPLOG 1\nLeft Sollen at dawn.\nThe hull held.\n'
    const files: [string, string | Buffer][] = [
      ['a.shiplog', log],
      ['b.txt', log.replace('dawn', 'noon')],
      ['c.shiplog.gz', gzipSync(log.replace('dawn', 'dusk'))],
      ['d.txt', 'The harbour board waits.\n\nNobody answered.\n']
    ]
    for (const [name, content] of files) await writeFile(join(folder, name), content)
    const paths = files.map(([name]) => join(folder, name))
    const { items } = await workspace.handlers['import.start']({ paths })
    expect(items.map(({ status }) => status)).toEqual(files.map(() => 'imported'))
    const sources = []
    for (const { id } of items) sources.push(await workspace.handlers['source.get']({ id: id! }))
    expect(sources.map(({ source }) => source.text.extractor)).toEqual(['log/1', 'log/1', 'log/1', 'text/1'])
    expect(sources[0]!.text.text).toBe('Left Sollen at dawn.\nThe hull held.')
    expect(sources.map(({ source }) => source.original.mediaType)).toEqual([
      'text/x-log',
      'text/x-log',
      'application/gzip',
      'text/plain'
    ])
  })

  it('is one of those that are described, each once', () => {
    const ids = FORMATS.flatMap((format) => ('id' in format ? [format.id] : []))
    expect(ids.toSorted()).toEqual(IMPORT_FORMATS.map(({ id }) => id).toSorted())
  })
})
