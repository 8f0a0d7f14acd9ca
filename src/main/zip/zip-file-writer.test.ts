import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../bundle/bundle.test-helper.ts'
import { hashFile } from '../../shared/bag/bag-files.ts'
import { directoryHeader, endOfArchive } from './zip-format.ts'
import { ZipFiles } from '../bundle/zip-files.ts'
import { LARGEST_COMPRESSED, ZipFileWriter } from './zip-file-writer.ts'

const run = promisify(execFile)
let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sink-'))
  path = join(folder, 'a.zip')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* once(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

describe('a zip', () => {
  it('holds small and large files as other programs read them', async () => {
    const large = new Uint8Array(LARGEST_COMPRESSED + 1).map((_, i) => (i * 2654435761) >>> 24)
    const files = new Map<string, Uint8Array>([
      ['empty', new Uint8Array()],
      ['text ü.txt', Buffer.from('ferry '.repeat(1000))],
      ['noise', Buffer.from(digest('x'), 'hex')],
      ['large', large],
      ['after', Buffer.from('after')]
    ])
    const sink = await ZipFileWriter.create(path, 'bag')
    await Promise.all(
      [...files].map(([name, bytes]) => sink.add(name, once(bytes.subarray(0, 7), bytes.subarray(7)), bytes.length))
    )
    await sink.finish()
    await run('unzip', ['-q', path, '-d', folder])
    const zip = await ZipFiles.open(path)
    for (const [name, bytes] of files) {
      expect(digest(await readFile(join(folder, 'bag', name)))).toBe(digest(bytes))
      expect(await hashFile(zip, name)).toEqual({ sha256: digest(bytes), bytes: bytes.length })
    }
    await zip.close()
  })

  it('holds more files than its old form can count', async () => {
    const sink = await ZipFileWriter.create(path, 'bag')
    for (let i = 0; i < 0x10001;) {
      const several = Array.from({ length: Math.min(512, 0x10001 - i) }, () => sink.add(`f${i++}`, once(), 0))
      await Promise.all(several)
    }
    await sink.finish()
    const zip = await ZipFiles.open(path)
    expect(zip.sizes.size).toBe(0x10001)
    await zip.close()
    expect((await run('unzip', ['-tqq', path])).stderr).toBe('')
  })

  it('tells of the failure of a file to who adds it, and of nothing else', async () => {
    const sink = await ZipFileWriter.create(path, 'bag')
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x')
      throw new Error('gone')
    }
    await expect(sink.add('a', broken(), 2)).rejects.toThrow('gone')
    await expect(sink.finish()).rejects.toThrow('gone')
    await sink.abandon()
  })
})

describe('the parts of an archive beyond 4 GiB', () => {
  it('give places in their zip64 fields', () => {
    const far = 5 * 1024 ** 3
    const header = directoryHeader({ name: 'a', method: 0, crc32: 0, compressed: 1, size: 1, offset: far })
    expect(header.readUInt32LE(42)).toBe(0xffffffff)
    expect(header.readUInt16LE(30)).toBe(12)
    expect(header.readBigUInt64LE(46 + 1 + 4)).toBe(BigInt(far))
    const end = endOfArchive(3, 200, far)
    expect(end.readUInt32LE(0)).toBe(0x06064b50)
    expect(end.readBigUInt64LE(48)).toBe(BigInt(far))
    expect(end.readBigUInt64LE(56 + 8)).toBe(BigInt(far + 200))
    expect(end.readUInt32LE(76)).toBe(0x06054b50)
    expect(end.readUInt32LE(76 + 16)).toBe(0xffffffff)
  })
})
