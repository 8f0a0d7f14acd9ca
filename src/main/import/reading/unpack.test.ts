import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawZip } from '../../zip/raw-zip.test-helper.ts'
import { allOf } from '../container/container.test-helper.ts'
import { rawPage, rawResponse, rawWarc, rawWarcGz } from '../formats/warc/warc.test-helper.ts'
import { named } from './document.test-helper.ts'
import type { Entry } from '../extracted/extracted.ts'
import { createImportWorker } from '../worker/import-worker.ts'
import { unpack } from './unpack.ts'

const page = { url: 'https://courier.example/memo', block: rawResponse(rawPage('Memo')) }
const containers: [string, Buffer, string][] = [
  ['harbour.zip', rawZip([{ name: 'a/memo.txt', content: 'Held back.' }]), 'a/memo.txt'],
  ['harbour.warc', rawWarc([page]), page.url],
  ['harbour.warc.gz', rawWarcGz([page]), page.url],
  [
    'harbour.wacz',
    rawZip([
      { name: 'datapackage.json', content: '{}' },
      { name: 'archive/data.warc.gz', content: rawWarcGz([page]), method: 0 }
    ]),
    page.url
  ],
  [
    'harbour',
    Buffer.from('From t@courier.example Tue Mar  4 09:05:00 2031\nFrom: t@courier.example\nSubject: Memo\n\nHeld.'),
    'message 1: Memo'
  ]
]

describe('unpacking', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dossier-unpack-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each(containers)('takes items out of %s, in memory and on disk', async (name, bytes, item) => {
    const file = path.join(folder, name)
    await writeFile(file, bytes)
    const entries = await allOf(unpack({ path: file }, named(name)))
    expect(entries.map((entry) => [entry.path, entry.error])).toEqual([[item, null]])
    expect(await allOf(unpack({ bytes }, named(name)))).toEqual(entries)
  })

  it('goes through the import worker', async () => {
    const worker = createImportWorker(new URL('../worker/worker.ts', import.meta.url))
    try {
      const entries: Entry[] = []
      for await (const entry of worker.unpack({ bytes: containers[0]![1] }, named('harbour.zip'))) entries.push(entry)
      expect(entries.map((entry) => Buffer.from(entry.bytes).toString())).toEqual(['Held back.'])
    } finally {
      await worker.close()
    }
  })

  it.each([
    ['a text', Buffer.from('From here on, silence.').subarray(5)],
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('\x89PNG\r\n', 'latin1')]
  ])('refuses %s', async (_, bytes) => {
    await expect(allOf(unpack({ bytes }, named('x')))).rejects.toMatchObject({ code: 'unsupported' })
  })

  it('refuses what it can’t open, with a sentence', async () => {
    const cut = { bytes: Buffer.from('PK\x03\x04') }
    await expect(allOf(unpack(cut, named('cut.zip')))).rejects.toMatchObject({ code: 'unreadable' })
    const gone = { path: path.join(folder, 'gone.zip') }
    await expect(allOf(unpack(gone, named('gone.zip')))).rejects.toMatchObject({ code: 'io' })
  })
})
