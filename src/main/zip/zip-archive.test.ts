import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { rawZip, unicodePath, zip64Extra, type RawEntry } from './raw-zip.test-helper.ts'
import { ZipArchive, ZIP_LIMITS } from './zip-archive.ts'

const opened = (...entries: RawEntry[]): Promise<ZipArchive> => ZipArchive.ofBytes(rawZip(entries), 'reports.zip')
const paths = async (...entries: RawEntry[]): Promise<string[]> =>
  (await opened(...entries)).items.map(({ path }) => path)
const failing = (code: string, words: string): Error =>
  expect.objectContaining({ name: 'DossierError', code, message: expect.stringContaining(words) as string }) as Error

describe('a zip in memory', () => {
  it('gives its files, packed or not, empty ones too', async () => {
    const zip = await opened(
      { name: 'press/', method: 0 },
      { name: 'press/a.txt', content: 'The memo exists. '.repeat(5_000) },
      { name: 'b.txt', content: 'Stored.', method: 0 },
      { name: 'empty.txt', method: 0 }
    )
    expect(zip.items.map(({ path, size }) => [path, size])).toEqual([
      ['press/a.txt', 85_000],
      ['b.txt', 7],
      ['empty.txt', 0]
    ])
    expect(Buffer.from(await zip.read('press/a.txt')).toString()).toBe('The memo exists. '.repeat(5_000))
    expect(Buffer.from(await zip.read('b.txt')).toString()).toBe('Stored.')
    expect(await zip.read('empty.txt')).toHaveLength(0)
    await expect(zip.read('c.txt')).rejects.toThrow(failing('not-found', '“c.txt” is missing in “reports.zip”'))
    await zip.close()
  })

  it('makes names safe and tells equal ones apart', async () => {
    expect(
      await paths(
        ...['../../etc/passwd', '/root/a.txt', 'C:\\Users\\a.txt', 'a\\b\\..\\c.txt', './x/./y.txt', '..'].map(
          (name) => ({
            name
          })
        ),
        ...['bad\u0000name\u202Etxt.exe', 'a.txt', 'a.txt', 'a (2).txt', '__proto__'].map((name) => ({ name }))
      )
    ).toEqual([
      'etc/passwd',
      'root/a.txt',
      'Users/a.txt',
      'a/b/c.txt',
      'x/y.txt',
      'unnamed',
      'bad\uFFFDname\uFFFDtxt.exe',
      'a.txt',
      'a (2).txt',
      'a (2) (2).txt',
      '__proto__'
    ])
  })

  it('reads names in UTF-8, undeclared UTF-8, code page 437 and the extra field', async () => {
    const raw = Buffer.from('f_hre.txt')
    expect(
      await paths(
        { name: 'Fähre.txt' },
        { name: 'Tårn.txt', flags: 0 },
        { name: Buffer.from([0x46, 0x84, 0x72, 0x65]), flags: 0 },
        { name: raw, flags: 0, extra: unicodePath('f_hre.txt', 'Færge.txt') }
      )
    ).toEqual(['Fähre.txt', 'Tårn.txt', 'Färe', 'Færge.txt'])
  })

  it('names what is encrypted or packed in another way, and reads the rest', async () => {
    const zip = await opened(
      { name: 'secret.txt', content: 'x'.repeat(30), flags: 0x801 },
      { name: 'masked.txt', content: 'x', flags: 0x2800 },
      { name: 'other.txt', content: 'x', method: 12 },
      { name: 'plain.txt', content: 'Plain.' }
    )
    await expect(zip.read('secret.txt')).rejects.toThrow(
      failing('unsupported', '“secret.txt” in “reports.zip” is protected')
    )
    await expect(zip.read('masked.txt')).rejects.toThrow(failing('unsupported', 'password'))
    await expect(zip.read('other.txt')).rejects.toThrow(failing('unsupported', 'doesn’t know'))
    expect(Buffer.from(await zip.read('plain.txt')).toString()).toBe('Plain.')
    expect(zip.items.map(({ problem }) => problem?.code ?? null)).toEqual([
      'unsupported',
      'unsupported',
      'unsupported',
      null
    ])
  })

  it('finds lying sizes while it unpacks, and wrong checksums', async () => {
    const zip = await opened(
      { name: 'longer.txt', content: 'x'.repeat(1000), claim: { size: 10 } },
      { name: 'shorter.txt', content: 'x'.repeat(1000), claim: { size: 2000 } },
      { name: 'good.txt', content: 'Good.', method: 0 }
    )
    await expect(zip.read('longer.txt')).rejects.toThrow(failing('unreadable', 'longer than the archive says'))
    await expect(zip.read('shorter.txt')).rejects.toThrow(failing('unreadable', 'shorter than the archive says'))
    expect(Buffer.from(await zip.read('good.txt')).toString()).toBe('Good.')

    const bytes = rawZip([{ name: 'good.txt', content: 'Good.', method: 0 }])
    bytes[bytes.indexOf('Good.')] = 0x66
    const changed = await ZipArchive.ofBytes(bytes, 'reports.zip')
    await expect(changed.read('good.txt')).rejects.toThrow(failing('unreadable', 'checksum'))
  })

  it.each<[string, RawEntry, string, string]>([
    ['a link', { name: 'bad', content: '/etc/passwd', mode: 0o120777 }, 'unsupported', 'is a link or no regular file'],
    ['a device', { name: 'bad', mode: 0o060644 }, 'unsupported', 'is a link or no regular file'],
    ['a folder with bytes', { name: 'bad/', content: 'x', mode: 0o040755 }, 'unsupported', 'both a folder and a file'],
    ['another name in its own header', { name: 'bad', content: 'x', local: { name: 'god' } }, 'unreadable', 'two ways'],
    [
      'another packing in its own header',
      { name: 'bad', content: 'x', local: { method: 0 } },
      'unreadable',
      'two ways'
    ],
    ['another checksum in its own header', { name: 'bad', content: 'x', local: { crc: 1 } }, 'unreadable', 'two ways'],
    ['another size in its own header', { name: 'bad', content: 'x', local: { size: 9 } }, 'unreadable', 'two ways'],
    [
      'another packed size in its own header',
      { name: 'bad', content: 'x', local: { compressed: 9 } },
      'unreadable',
      'two ways'
    ],
    ['no description behind it', { name: 'bad', content: 'x', flags: 0x808 }, 'unreadable', 'two ways'],
    [
      'bytes further on by its own header',
      { name: 'bad', content: 'x', local: { extraLength: 20 } },
      'unreadable',
      'shares its bytes'
    ],
    ['a stored size that lies', { name: 'bad', content: 'xyz', method: 0, claim: { size: 2 } }, 'unreadable', 'longer']
  ])('tells of %s, and reads the others', async (_, entry, code, words) => {
    const zip = await opened(entry, { name: 'good', content: 'Good.' })
    await expect(zip.read('bad')).rejects.toThrow(failing(code, words))
    expect(Buffer.from(await zip.read('good')).toString()).toBe('Good.')
  })

  it('takes a description behind the bytes in each of its forms', async () => {
    const content = 'Described.'
    const sizes = [deflateRawSync(content).length, content.length]
    const small = Buffer.alloc(12)
    small.writeUInt32LE(crc32(content), 0)
    small.writeUInt32LE(sizes[0]!, 4)
    small.writeUInt32LE(sizes[1]!, 8)
    const large = Buffer.alloc(20)
    large.writeUInt32LE(crc32(content), 0)
    large.writeBigUInt64LE(BigInt(sizes[0]!), 4)
    large.writeBigUInt64LE(BigInt(sizes[1]!), 12)
    const mark = Buffer.from([0x50, 0x4b, 7, 8])
    for (const after of [small, large, Buffer.concat([mark, small]), Buffer.concat([mark, large])]) {
      const zip = await opened({ name: 'a', content, flags: 0x808, local: { crc: 0, size: 0, compressed: 0 }, after })
      expect(Buffer.from(await zip.read('a')).toString()).toBe(content)
    }
  })

  it('refuses too many files, and files that grow too large', async () => {
    const limits = { ...ZIP_LIMITS, entries: 3, entryBytes: 1000, totalBytes: 1500 }
    const many = rawZip(['a', 'b', 'c', 'd'].map((name) => ({ name })))
    await expect(ZipArchive.ofBytes(many, 'reports.zip', limits)).rejects.toThrow(
      failing('too-large', 'more than 3 files')
    )

    const bytes = rawZip(['a', 'b', 'c'].map((name, i) => ({ name, content: 'x'.repeat(i === 2 ? 1001 : 900) })))
    const zip = await ZipArchive.ofBytes(bytes, 'reports.zip', limits)
    expect(await zip.read('a')).toHaveLength(900)
    await expect(zip.read('b')).rejects.toThrow(failing('too-large', '“reports.zip” holds more than'))
    await expect(zip.read('c')).rejects.toThrow(failing('too-large', '“c” in “reports.zip”'))
  })

  it('refuses a bomb, also one that lies', async () => {
    const content = Buffer.alloc(30 * 1024 ** 2)
    const zip = await opened(
      { name: 'a.xml', content },
      { name: 'b.xml', content, claim: { size: 2 ** 31, compressed: 40 } }
    )
    await expect(zip.read('a.xml')).rejects.toThrow(failing('too-large', 'out of all proportion'))
    await expect(zip.read('b.xml')).rejects.toThrow(failing('too-large', 'more than 64 MB'))
  })

  it.each<[string, RawEntry]>([
    ['a place outside', { name: 'a', content: 'x', claim: { offset: 0xfffffff0 } }],
    [
      'a 64-bit place outside',
      { name: 'a', content: 'x', claim: { offset: 0xffffffff }, extra: zip64Extra(2n ** 52n) }
    ],
    ['more bytes than there are', { name: 'a', content: 'x', claim: { compressed: 5000 } }],
    ['an extra field that runs over', { name: 'a', content: 'x', local: { extraLength: 65_535 } }],
    ['bytes that are no deflate stream', { name: 'a', content: Buffer.from('\xFF\xFF\xFF'), method: 0, claim: {} }]
  ])('answers %s with a sentence', async (what, entry) => {
    const bytes = rawZip([entry])
    if (what.includes('deflate')) bytes.writeUInt16LE(8, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 10)
    const zip = await ZipArchive.ofBytes(bytes, 'reports.zip')
    await expect(zip.read('a')).rejects.toThrow(failing('unreadable', '“a” in “reports.zip” is damaged'))
  })

  it('answers a cut or garbled archive with a sentence wherever it is cut', async () => {
    const bytes = rawZip([
      { name: 'a.txt', content: 'The memo exists.' },
      { name: 'b.txt', content: 'So does the inquiry.' }
    ])
    for (let length = 0; length < bytes.length; length += 3) {
      await expect(ZipArchive.ofBytes(bytes.subarray(0, length), 'cut.zip')).rejects.toThrow(
        failing('unreadable', '“cut.zip”')
      )
    }
    const strong = rawZip([{ name: 'a', content: 'x', flags: 0x841 }])
    await expect(ZipArchive.ofBytes(strong, 'cut.zip')).rejects.toThrow(failing('unreadable', '“cut.zip”'))
    const garbled = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(300, 0xa5)])
    await expect(ZipArchive.ofBytes(garbled, 'cut.zip')).rejects.toThrow(failing('unreadable', 'whole zip file'))
    const far = rawZip([{ name: 'a' }], { directory: 0xfffffff0 })
    await expect(ZipArchive.ofBytes(far, 'cut.zip')).rejects.toThrow(failing('unreadable', 'outside itself'))
    const huge = rawZip([{ name: 'a' }], { count: 0xffff, zip64: { count: 2n ** 50n, offset: 0n } })
    await expect(ZipArchive.ofBytes(huge, 'cut.zip')).rejects.toThrow(failing('too-large', 'more than'))
  })
})
