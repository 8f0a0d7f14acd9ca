import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawZip, zip64Extra, type RawEntry } from '../../../zip/raw-zip.test-helper.ts'
import { named } from '../../reading/document.test-helper.ts'
import type { ContainerFile, Entry } from '../../extracted/extracted.ts'
import { allOf } from '../../container/container.test-helper.ts'
import { unpackZip } from './zip.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dossier-zip-'))
})
afterAll(() => rm(folder, { recursive: true }))

const textOf = ({ bytes }: Entry): string => Buffer.from(bytes).toString()
const unpacked = (file: ContainerFile): Promise<Entry[]> => allOf(unpackZip(file, named('harbour.zip')))
const entriesOf = (entries: readonly RawEntry[]): Promise<Entry[]> => unpacked({ bytes: rawZip(entries) })

describe('a zip archive', () => {
  it('gives its files, from memory and from disk alike', async () => {
    const zip = rawZip([
      { name: 'reports/' },
      { name: 'reports/märz/memo.txt', content: 'Held back.' },
      { name: 'empty.txt' },
      { name: 'inner.zip', content: rawZip([{ name: 'a.txt', content: 'a' }]) }
    ])
    const file = path.join(folder, 'harbour.zip')
    await writeFile(file, zip)
    const entries = await unpacked({ path: file })
    expect(entries).toEqual(await unpacked({ bytes: zip }))
    expect(entries.map((entry) => [entry.path, entry.hint.name, entry.error])).toEqual([
      ['reports/märz/memo.txt', 'memo.txt', null],
      ['empty.txt', 'empty.txt', null],
      ['inner.zip', 'inner.zip', null]
    ])
    expect(textOf(entries[0]!)).toBe('Held back.')
  })

  it('names what systems and browsers put beside people’s files as passed over', async () => {
    const names = [
      'a/Page.html',
      'a/Page_files/ad.html',
      'a/Seite.htm',
      'a/Seite-Dateien/x.html',
      'a/Andere-Dateien/kept.txt',
      'b/Page-Dateien/kept.txt',
      '__MACOSX/a/._Page.html',
      'a/.DS_Store',
      '.hidden/x.txt',
      'a/Thumbs.db',
      'a/notes_files',
      'a/Page_files/logo.png',
      'a/Page_files/deep/annex.pdf',
      'c/court_files/judgment.txt'
    ]
    const entries = await entriesOf(names.map((name) => ({ name, content: 'x' })))
    expect(entries.filter(({ passedOver }) => passedOver === undefined).map((entry) => entry.path)).toEqual([
      'a/Page.html',
      'a/Seite.htm',
      'a/Andere-Dateien/kept.txt',
      'b/Page-Dateien/kept.txt',
      'a/notes_files',
      'a/Page_files/deep/annex.pdf',
      'c/court_files/judgment.txt'
    ])
    expect(entries.flatMap(({ path, passedOver }) => (passedOver === undefined ? [] : [[path, passedOver]]))).toEqual([
      [
        'a/Page_files',
        '“Page_files” was passed over: it holds what the saved page “Page.html” is made of (2 files: 1 .html, 1 .png). Import the folder by itself if you need them.'
      ],
      [
        'a/Seite-Dateien',
        '“Seite-Dateien” was passed over: it holds what the saved page “Seite.htm” is made of (1 file: 1 .html). Import the folder by itself if you need it.'
      ],
      [
        '__MACOSX',
        '“__MACOSX” was passed over: systems put such folders beside people’s own (1 file: 1 .html). Import the folder by itself if you need it.'
      ],
      ['a/.DS_Store', '“.DS_Store” was passed over: systems put such files beside people’s own.'],
      [
        '.hidden',
        '“.hidden” was passed over: it is hidden, since its name begins with a dot (1 file: 1 .txt). Import the folder by itself if you need it.'
      ],
      ['a/Thumbs.db', '“Thumbs.db” was passed over: systems put such files beside people’s own.']
    ])
  })
})

describe('a hostile zip archive', () => {
  it('leads nowhere with its names', async () => {
    const names = [
      '../../etc/passwd',
      '/root/x.txt',
      'C:\\Windows\\x.txt',
      '..\\..\\y.txt',
      'a\u202Efdp.exe',
      'same.txt',
      'same.txt',
      '..'
    ]
    const entries = await entriesOf(names.map((name) => ({ name, content: 'x' })))
    expect(entries.map((entry) => entry.path)).toEqual([
      'etc/passwd',
      'root/x.txt',
      'Windows/x.txt',
      'y.txt',
      'a\uFFFDfdp.exe',
      'same.txt',
      'same (2).txt',
      'unnamed'
    ])
    expect(entries.map((entry) => entry.hint.name)).toEqual([
      'passwd',
      'x.txt',
      'x.txt',
      'y.txt',
      'a_fdp.exe',
      'same.txt',
      'same (2).txt',
      'unnamed'
    ])
  })

  it('has its bombs refused and its other files taken out', async () => {
    const entries = await entriesOf([
      { name: 'ratio.txt', content: Buffer.alloc(20 * 1024 * 1024) },
      { name: 'large.txt', content: 'x', claim: { size: 65 * 1024 * 1024 } },
      { name: 'longer.txt', content: Buffer.alloc(5000, 'x'), claim: { size: 10 } },
      { name: 'secret.txt', content: 'x', flags: 0x801 },
      { name: 'packed.txt', content: 'x', method: 14 },
      { name: 'good.txt', content: 'Held back.' }
    ])
    expect(entries.map((entry) => [entry.path, entry.error?.code, entry.bytes.length])).toEqual([
      ['ratio.txt', 'too-large', 0],
      ['large.txt', 'too-large', 0],
      ['longer.txt', 'unreadable', 0],
      ['secret.txt', 'unsupported', 0],
      ['packed.txt', 'unsupported', 0],
      ['good.txt', undefined, 10]
    ])
    expect(entries[3]!.error?.message).toContain('protected by a password')
  })

  it('has files refused that share their bytes', async () => {
    const entries = await entriesOf([
      { name: 'a.txt', content: 'Held back.' },
      { name: 'b.txt', content: 'Held back.', shares: 0 },
      { name: 'c.txt', content: 'x', claim: { compressed: 5000 } },
      { name: 'd.txt', content: 'Good.' }
    ])
    expect(entries.map((entry) => [entry.path, entry.error?.code])).toEqual([
      ['a.txt', 'unreadable'],
      // Its own header calls it a.txt.
      ['b.txt', 'unreadable'],
      ['c.txt', 'unreadable'],
      ['d.txt', undefined]
    ])
    expect(entries[0]!.error?.message).toContain('shares its bytes')
  })

  it('stops once 4 GB were claimed, and holds 50,000 files at most', async () => {
    // What doesn't pack, so that the claim is in proportion.
    let last = 1
    const noise = Buffer.from(
      Uint8Array.from({ length: 400_000 }, () => (last = (Math.imul(last, 1_664_525) + 1_013_904_223) >>> 0) >>> 24)
    )
    const claims = Array.from({ length: 70 }, (_, i) => ({
      name: `${i}.bin`,
      content: noise,
      claim: { size: 60 * 1024 * 1024 }
    }))
    const taken: Entry[] = []
    const run = async (): Promise<void> => {
      for await (const entry of unpackZip({ bytes: rawZip(claims) }, named('big.zip'))) taken.push(entry)
    }
    await expect(run()).rejects.toMatchObject({ code: 'too-large' })
    expect(taken.length).toBe(68)
    const many = rawZip(Array.from({ length: 50_001 }, (_, i) => ({ name: `${i}`, method: 0 })))
    await expect(unpacked({ bytes: many })).rejects.toMatchObject({ code: 'too-large' })
  })

  it('is refused with a sentence when its directory lies, wherever it is cut', async () => {
    const zip = rawZip([
      { name: 'a.txt', content: 'Held back.' },
      { name: 'b.txt', content: 'x', extra: zip64Extra(1n) }
    ])
    for (let end = 0; end < zip.length; end += 7) {
      const cut = unpacked({ bytes: zip.subarray(0, end) })
      await expect(cut).rejects.toMatchObject({ code: 'unreadable' })
    }
    await expect(unpacked({ bytes: rawZip([{ name: 'a' }], { directory: 0xfffffff }) })).rejects.toMatchObject({
      code: 'unreadable'
    })
    await expect(unpacked({ path: path.join(folder, 'gone.zip') })).rejects.toMatchObject({ code: 'io' })
  })
})
