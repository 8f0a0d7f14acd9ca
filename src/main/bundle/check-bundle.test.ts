import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bagOf } from './bundle.test-helper.ts'
import type { BundleCheck } from '../../shared/bag/check-bag.ts'
import { checkBundle } from './check-bundle.ts'
import { readBundle } from './read-bundle.ts'
import { rawZip, type RawEntry } from '../zip/raw-zip.test-helper.ts'

let folder: string
let bag: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-bundle-'))
  bag = join(folder, 'bag')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Content = string | Buffer

/** A bag by its parts: what isn't given is made as a correct bag has it. */
interface Made {
  declaration?: Content
  files?: Record<string, Content>
  /** Manifests by kind; null for none. Default: that of `files`. */
  manifests?: Record<string, Content | null>
  /** Other tag files, in no manifest. */
  tags?: Record<string, Content>
}

const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
const OLD = DECLARATION.replace('1.0', '0.97')
const FILES = { 'data/a.txt': 'Quay', 'data/b/c.txt': 'Harbour' }

function sum(kind: string, content: Content): string {
  return createHash(kind).update(content).digest('hex')
}

function manifest(kind: string, files: Record<string, Content>): string {
  return Object.entries(files)
    .map(([path, content]) => `${sum(kind, content)}  ${path}\n`)
    .join('')
}

async function check(made: Made): Promise<BundleCheck> {
  const { declaration = DECLARATION, files = FILES, tags = {} } = made
  const manifests = made.manifests ?? { sha256: manifest('sha256', files) }
  const all: Record<string, Content> = { 'bagit.txt': declaration, ...files, ...tags }
  for (const [kind, content] of Object.entries(manifests)) if (content !== null) all[`manifest-${kind}.txt`] = content
  await rm(bag, { recursive: true, force: true })
  await mkdir(join(bag, 'data'), { recursive: true })
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(bag, path)), { recursive: true })
    await writeFile(join(bag, path), content)
  }
  return checkBundle(bag)
}

describe('a valid bag', () => {
  const sha256 = manifest('sha256', FILES)
  it.each<[string, Made]>([
    ['with an empty payload', { files: {} }],
    ['in the drafts’ versions', { declaration: OLD }],
    ['with lines that end as on Windows', { declaration: DECLARATION.replaceAll('\n', '\r\n') }],
    ['without an end of its last line', { declaration: DECLARATION.trimEnd() }],
    ['with SHA-512 only', { manifests: { sha512: manifest('sha512', FILES) } }],
    ['with two manifests', { manifests: { sha256, sha512: manifest('sha512', FILES) } }],
    [
      'in ISO-8859-1',
      {
        declaration: DECLARATION.replace('UTF-8', 'ISO-8859-1'),
        files: { 'data/Kai Grüne.txt': 'Quay' },
        manifests: { sha256: Buffer.from(manifest('sha256', { 'data/Kai Grüne.txt': 'Quay' }), 'latin1') }
      }
    ],
    [
      'in UTF-16',
      {
        declaration: DECLARATION.replace('UTF-8', 'UTF-16'),
        manifests: { sha256: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sha256, 'utf16le')]) }
      }
    ],
    [
      'with names that a draft didn’t encode',
      {
        declaration: OLD,
        files: { 'data/100%25.txt': 'a', 'data/%7Eb': 'b' }
      }
    ],
    ['with a file of the system in its manifest', { files: { ...FILES, 'data/.DS_Store': 'x' } }],
    [
      'with a line folded in bag-info.txt',
      { tags: { 'bag-info.txt': 'Contact-Name: H.\n  Harrow\nPayload-Oxum: 11.2\n' } }
    ],
    ['whose files to fetch are there', { tags: { 'fetch.txt': 'https://harrow.example/a - data/a.txt\n' } }],
    ['with a bag in it', { files: { 'data/bag/bagit.txt': DECLARATION, 'data/bag/manifest-md5.txt': '' } }]
  ])('%s is whole', async (_, made) => {
    expect(await check(made)).toMatchObject({ ok: true, problems: [], dossier: false })
  })

  it.each<[string, Made, string]>([
    ['MD5 only', { manifests: { md5: manifest('md5', FILES) } }, 'Its checksums are MD5 only'],
    [
      'SHA-1 and MD5',
      { manifests: { md5: manifest('md5', FILES), sha1: manifest('sha1', FILES) } },
      'SHA-1 and MD5 only'
    ],
    ['asterisks', { manifests: { sha256: sha256.replaceAll('  ', ' *') } }, 'with an asterisk'],
    ['./ before names', { manifests: { sha256: sha256.replaceAll('  data', '  ./data') } }, 'begin with “./”'],
    ['a file twice with one hash, in a draft', { declaration: OLD, manifests: { sha256: sha256 + sha256 } }, 'twice'],
    [
      'a name in another composition',
      {
        files: { ['data/Núñez'.normalize('NFD')]: 'a' },
        manifests: { sha256: manifest('sha256', { ['data/Núñez'.normalize('NFC')]: 'a' }) }
      },
      'the file is called'
    ],
    [
      'a name that differs in case from another one with the same bytes',
      {
        files: { 'data/a.txt': 'a' },
        manifests: { sha256: manifest('sha256', { 'data/a.txt': 'a', 'data/A.txt': 'a' }) }
      },
      'the file is called'
    ],
    [
      'a listed file of the system that is gone',
      {
        manifests: { sha256: sha256 + manifest('sha256', { 'data/Thumbs.db': 'x' }) }
      },
      'a file of the system, is missing'
    ],
    [
      'a file of the system that isn’t listed',
      { files: { ...FILES, 'data/.DS_Store': 'x' }, manifests: { sha256 } },
      'was passed over'
    ],
    ['names that Windows can’t have', { files: { 'data/aux.txt': 'a' } }, 'Windows keeps for devices'],
    ['a manifest of an unknown kind beside', { manifests: { sha256, whirlpool: 'x' } }, 'doesn’t know']
  ])('with %s is whole, and it is told', async (_, made, words) => {
    const found = await check(made)
    expect(found).toMatchObject({ ok: true, problems: [] })
    expect(found.warnings.join('\n')).toContain(words)
  })
})

describe('an invalid bag', () => {
  const sha256 = manifest('sha256', FILES)
  it.each<[string, Made, string]>([
    ['a byte order mark in bagit.txt', { declaration: `\ufeff${DECLARATION}` }, 'byte order mark'],
    [
      'a space before a colon in bagit.txt',
      { declaration: DECLARATION.replaceAll(':', ' :') },
      'names no BagIt version'
    ],
    ['two spaces after it', { declaration: DECLARATION.replace('Version: ', 'Version:  ') }, 'names no BagIt version'],
    ['no space after it', { declaration: DECLARATION.replace('Version: ', 'Version:') }, 'names no BagIt version'],
    ['a space at the end of a line', { declaration: DECLARATION.replace('1.0', '1.0 ') }, 'names no BagIt version'],
    ['a label in small letters', { declaration: DECLARATION.replace('BagIt', 'bagit') }, 'names no BagIt version'],
    [
      'the lines in another order',
      { declaration: DECLARATION.split('\n').reverse().join('\n').trim() },
      'names no BagIt version'
    ],
    ['a third line', { declaration: `${DECLARATION}X: y\n` }, 'more than its two lines'],
    ['a version that is no number', { declaration: DECLARATION.replace('1.0', '.97') }, 'names no BagIt version'],
    ['a version from the future', { declaration: DECLARATION.replace('1.0', '1.1') }, 'names BagIt version 1.1'],
    ['no encoding', { declaration: 'BagIt-Version: 1.0\n' }, 'names no character encoding'],
    ['a file that isn’t listed', { manifests: { sha256: manifest('sha256', { 'data/a.txt': 'Quay' }) } }, 'was added'],
    [
      'a file in one of two manifests',
      {
        manifests: { sha256, sha512: manifest('sha512', { 'data/a.txt': 'Quay' }) }
      },
      '“data/b/c.txt” isn’t in manifest-sha512.txt'
    ],
    [
      'a changed file, by SHA-512',
      { manifests: { sha512: manifest('sha512', { ...FILES, 'data/a.txt': 'Quai' }) } },
      'was changed'
    ],
    [
      'a changed file, by the weaker of two',
      {
        manifests: { sha256, md5: manifest('md5', { ...FILES, 'data/a.txt': 'Quai' }) }
      },
      'was changed'
    ],
    [
      'a missing file',
      { manifests: { sha256: sha256 + manifest('sha256', { 'data/d': 'x' }) } },
      '“data/d” is missing'
    ],
    ['a file twice with one hash', { manifests: { sha256: sha256 + sha256 } }, 'twice'],
    [
      'a file twice with two hashes, in a draft',
      {
        declaration: OLD,
        manifests: { sha256: sha256 + manifest('sha256', { 'data/a.txt': 'x' }) }
      },
      'twice'
    ],
    ['a name outside', { manifests: { sha256: `${sha256}${sum('sha256', '')}  ../x\n` } }, 'isn’t in data/'],
    ['an absolute name', { manifests: { sha256: `${sha256}${sum('sha256', '')}  /etc/passwd\n` } }, 'isn’t in data/'],
    ['a name of Windows', { manifests: { sha256: `${sha256}${sum('sha256', '')}  C:\\x\n` } }, 'isn’t in data/'],
    ['a checksum of another length', { manifests: { sha256: sha256.slice(1) } }, 'is no SHA-256'],
    [
      'a file to fetch that isn’t there',
      { tags: { 'fetch.txt': 'https://harrow.example/a 4 data/z\n' } },
      'fetches nothing'
    ],
    ['a file to fetch to elsewhere', { tags: { 'fetch.txt': 'https://harrow.example/a 4 ~/z\n' } }, 'fetches nothing'],
    ['a wrong Payload-Oxum', { tags: { 'bag-info.txt': 'Payload-Oxum: 12.2\n' } }, 'counts 2 files with 12 bytes'],
    ['two of them', { tags: { 'bag-info.txt': 'Payload-Oxum: 11.2\nPayload-Oxum: 11.2\n' } }, 'more than one'],
    [
      'a label with a space before its colon',
      { tags: { 'bag-info.txt': 'Contact-Name : H.\n' } },
      'begins or ends with a space'
    ],
    ['a line without a label', { tags: { 'bag-info.txt': 'nonsense\n' } }, 'without a label'],
    [
      'a changed tag file',
      { tags: { 'tagmanifest-sha256.txt': manifest('sha256', { 'bagit.txt': 'x', 'manifest-sha256.txt': sha256 }) } },
      '“bagit.txt” was changed'
    ],
    [
      'a manifest that its tag manifest leaves out',
      { tags: { 'tagmanifest-sha256.txt': manifest('sha256', { 'bagit.txt': DECLARATION }) } },
      'doesn’t name manifest-sha256.txt'
    ],
    [
      'a tag manifest that names the payload',
      {
        tags: { 'tagmanifest-sha256.txt': manifest('sha256', { 'manifest-sha256.txt': sha256, 'data/a.txt': 'Quay' }) }
      },
      'no tag file'
    ],
    ['no manifest', { manifests: {} }, 'There is no manifest-sha256.txt']
  ])('with %s isn’t whole', async (_, made, words) => {
    const found = await check(made)
    expect(found.ok).toBe(false)
    expect(found.problems.join('\n')).toContain(words)
  })

  it('without a folder for its payload isn’t whole', async () => {
    await check({ files: {} })
    await rm(join(bag, 'data'), { recursive: true })
    expect((await checkBundle(bag)).problems).toEqual(['There is no folder data/'])
  })
})

describe('taking in a bag', () => {
  it('needs a strong checksum, and a case in it', async () => {
    await check({ manifests: { md5: manifest('md5', FILES) } })
    await expect(readBundle(bag)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('needs SHA-256 or SHA-512') as string
    })
    await check({ manifests: { sha512: manifest('sha512', FILES) } })
    await expect(readBundle(bag)).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('whole BagIt bag, but not a bundle of Dossier’s') as string
    })
  })
})

describe('a zip whose entries', () => {
  const files = bagOf([['data/a.txt', 'Quay']])
  const judged = async (change: (entry: RawEntry) => RawEntry): Promise<string> => {
    const entries = [...files].map(([name, content]): RawEntry => ({
      name: `bag/${name}`,
      content: Buffer.from(content)
    }))
    const path = join(folder, 'bag.zip')
    await writeFile(path, rawZip(entries.map((entry) => (entry.name === 'bag/data/a.txt' ? change(entry) : entry))))
    try {
      const { ok, problems } = await checkBundle(path)
      return ok ? 'whole' : problems.join()
    } catch (error) {
      return (error as Error).message
    }
  }
  const crc = crc32('Quay')
  const descriptor = (values: readonly number[], mark = true): Buffer =>
    Buffer.concat([
      ...(mark ? [Buffer.from('PK\x07\x08', 'latin1')] : []),
      ...values.map((value) => {
        const bytes = Buffer.alloc(4)
        bytes.writeUInt32LE(value)
        return bytes
      })
    ])

  it('are described in one way is whole, also where that stands after the bytes', async () => {
    expect(await judged((entry) => entry)).toBe('whole')
    const later = { flags: 0x808, method: 0, local: { crc: 0, size: 0, compressed: 0 } }
    for (const mark of [true, false])
      expect(await judged((entry) => ({ ...entry, ...later, after: descriptor([crc, 4, 4], mark) }))).toBe('whole')
  })

  it.each<[string, Partial<RawEntry>]>([
    ['checksum', { local: { crc: 1 } }],
    ['size', { local: { size: 5 } }],
    ['packed size', { local: { compressed: 1 } }],
    ['size in a field that isn’t there', { local: { size: 0xffffffff } }],
    [
      'checksum after the bytes',
      {
        flags: 0x808,
        method: 0,
        local: { crc: 0, size: 0, compressed: 0 },
        after: descriptor([1, 4, 4])
      }
    ],
    [
      'size after the bytes',
      {
        flags: 0x808,
        method: 0,
        local: { crc: 0, size: 0, compressed: 0 },
        after: descriptor([crc, 5, 4])
      }
    ]
  ])('have another %s in their own header is told', async (_, lie) => {
    expect(await judged((entry) => ({ ...entry, ...lie }))).toContain('described in it in two ways')
  })

  it('have a checksum in both headers that isn’t that of the bytes is told', async () => {
    expect(await judged((entry) => ({ ...entry, local: { crc: 7 }, claim: { crc: 7 } }))).toContain(
      'isn’t that of its bytes'
    )
  })
})
