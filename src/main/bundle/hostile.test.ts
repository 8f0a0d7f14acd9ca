import { link, mkdir, mkdtemp, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DossierError } from '../../shared/errors/errors.ts'
import { bagOf, bagUp } from './bundle.test-helper.ts'
import { hashFile } from '../../shared/bag/bag-files.ts'
import { checkBundle } from './check-bundle.ts'
import { openBag } from './open-bag.ts'
import { rawZip, unicodePath, zip64Extra, type RawEnd, type RawEntry } from '../zip/raw-zip.test-helper.ts'
import { readBundle } from './read-bundle.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  await mkdir(join(folder, 'in'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const PAYLOAD: [string, string][] = [['data/a.txt', 'a']]

/** A harmless bag's entries, in one folder. */
function bag(payload: [string, string][] = PAYLOAD): RawEntry[] {
  return [...bagOf(payload)].map(([name, content]) => ({ name: `bag/${name}`, content: content as string }))
}

async function zipped(entries: RawEntry[], end?: RawEnd): Promise<string> {
  const path = join(folder, 'in', 'bundle.zip')
  await writeFile(path, rawZip(entries, end))
  return path
}

const MANY = 600_000n
const HUGE = 0xffff_ffff
const names: [string, string | Buffer][] = [
  ['a path upwards', 'bag/../../pwn'],
  ['a path upwards at its start', '../pwn'],
  ['an absolute path', '/tmp/pwn'],
  ['a drive', 'C:/pwn'],
  ['a drive without a slash', 'C:pwn'],
  ['backslashes', 'bag\\..\\..\\pwn'],
  ['a network share', '\\\\server\\share\\pwn'],
  ['a folder that is no folder', 'bag/data//pwn'],
  ['a dot', 'bag/./pwn'],
  ['a device of Windows', 'bag/data/NUL.txt'],
  ['a device of Windows as a folder', 'bag/con/pwn'],
  ['a stream of Windows', 'bag/data/a.txt:evil'],
  ['a space at its end', 'bag/data/a.txt '],
  ['a dot at its end', 'bag/data./pwn'],
  ['a line feed', 'bag/data/a\nb'],
  ['a NUL', 'bag/data/a.txt\0.exe'],
  ['letters that run backwards', 'bag/data/\u202etxt.exe'],
  ['bytes that are no UTF-8', Buffer.from([0x62, 0x61, 0x67, 0x2f, 0xff, 0xfe])],
  ['a great length', `bag/${'a'.repeat(300)}`],
  ['a great depth', `bag/${'d/'.repeat(40)}pwn`]
]

const archives: [string, RawEntry[], RawEnd?][] = [
  ...names.map(([what, name]): [string, RawEntry[]] => [`a name with ${what}`, [...bag(), { name, content: 'x' }]]),
  ['a folder’s name with a path upwards', [...bag(), { name: 'bag/../../pwn/', mode: 0o040755 }]],
  ['a name that an extra field replaces', [...bag(), { name: 'bag/x', extra: unicodePath('bag/x', '../pwn') }]],
  ['a symbolic link', [...bag(), { name: 'bag/data/link', content: '../../', mode: 0o120777 }]],
  ['a device file', [...bag(), { name: 'bag/data/dev', mode: 0o060644 }]],
  ['two files of one name', [...bag(), { name: 'bag/data/a.txt', content: 'b' }]],
  ['two names that differ in case', [...bag(), { name: 'bag/data/A.TXT', content: 'b' }]],
  ['two names that differ in composition', [...bag(), { name: 'bag/é' }, { name: 'bag/e\u0301' }]],
  ['a file where another has a folder', [...bag(), { name: 'bag/data/a.txt/b' }]],
  ['a folder with content', [...bag(), { name: 'bag/data/', content: 'x', mode: 0o040755 }]],
  ['entries that share their bytes', [...bag(), { name: 'bag/data/b.txt', content: 'a', shares: 0 }]],
  [
    'an entry inside another',
    [...bag(), { name: 'bag/z', content: 'x'.repeat(99), method: 0 }, { name: 'bag/b', claim: { offset: 300 } }]
  ],
  [
    'a header that reaches into the next entry',
    [{ name: 'bag/bagit.txt', content: 'x', local: { extraLength: 60 } }, ...bag().slice(0, 2)]
  ],
  ['an entry with masked headers', [...bag(), { name: 'bag/data/b.txt', content: 'x', flags: 0x2800 }]],
  ['an encrypted entry', [...bag(), { name: 'bag/data/b.txt', content: 'x', flags: 0x801 }]],
  ['a strongly encrypted entry', [...bag(), { name: 'bag/data/b.txt', content: 'x', flags: 0x841 }]],
  ['an unknown compression', [...bag(), { name: 'bag/data/b.txt', content: 'x', method: 14 }]],
  [
    'a stored size that lies',
    [...bag(), { name: 'bag/data/b.txt', content: 'x'.repeat(50), method: 0, claim: { size: 10 } }]
  ],
  ['a bomb', [...bag(), { name: 'bag/data/b.txt', content: Buffer.alloc(40_000_000) }]],
  ['a claim of terabytes', [...bag(), { name: 'bag/data/b.txt', claim: { size: HUGE }, extra: zip64Extra(1n << 44n) }]],
  [
    'a claim beyond all numbers',
    [...bag(), { name: 'bag/b', claim: { size: HUGE }, extra: zip64Extra(0xffff_ffff_ffff_ffffn) }]
  ],
  ['a zip64 size that is missing', [...bag(), { name: 'bag/b', claim: { size: HUGE }, extra: zip64Extra() }]],
  ['an offset beyond the file', [...bag(), { name: 'bag/b', claim: { offset: 0x7fff_ffff } }]],
  [
    'a zip64 offset beyond all numbers',
    [...bag(), { name: 'bag/b', claim: { offset: HUGE }, extra: zip64Extra(0xffff_ffff_ffff_ffffn) }]
  ],
  ['an extra field that overruns', [...bag(), { name: 'bag/b', extra: Buffer.from([1, 0, 255, 255, 0]) }]],
  ['more entries than there are', bag(), { count: 9 }],
  ['a directory in the wrong place', bag(), { directory: 7 }],
  ['a directory beyond the file', bag(), { directory: 0x7fff_ffff }],
  ['another disk', bag(), { disk: 3 }],
  ['too many entries', bag(), { zip64: { count: MANY, offset: 0n } }],
  ['a zip64 directory beyond all numbers', bag(), { zip64: { count: 4n, offset: 0xffff_ffff_ffff_ffffn } }],
  [
    'a zip64 record beyond all numbers',
    bag(),
    { zip64: { count: 4n, offset: 0n, recordOffset: 0xffff_ffff_ffff_ff00n } }
  ],
  ['files outside its folder', [...bag(), { name: 'elsewhere/b.txt', content: 'x' }]],
  ['nothing in it', []]
]

describe('a hostile zip', () => {
  it('is told from a harmless one', async () => {
    expect(await checkBundle(await zipped(bag()))).toMatchObject({ ok: true, problems: [] })
    expect(
      await checkBundle(
        await zipped([...bag(), { name: 'bag/data/', mode: 0o040755 }, { name: '__MACOSX/._x', content: 'x' }])
      )
    ).toMatchObject({ ok: true })
    const inRoot = [...bagOf(PAYLOAD)].map(([name, content]): RawEntry => ({
      name,
      content: content as string,
      method: 0
    }))
    expect(await checkBundle(await zipped(inRoot))).toMatchObject({ ok: true })
  })

  it.each(archives)('with %s is refused with a sentence', async (_, entries, end) => {
    const path = await zipped(entries, end)
    const error: unknown = await checkBundle(path).then(
      (check) => check,
      (reason: unknown) => reason
    )
    expect(error).toBeInstanceOf(DossierError)
    const { code, message } = error as DossierError
    expect(['damaged', 'too-large', 'unsupported']).toContain(code)
    expect(message).toMatch(/^“bundle\.zip” (?:can’t be checked: |isn’t a (?:whole zip file|bundle): )/)
    // eslint-disable-next-line no-control-regex -- what a hostile name could carry into a message
    expect(message).not.toMatch(/[\u0000-\u001f\u202e]/)
    await expect(readBundle(path)).rejects.toThrow(/Nothing was (?:imported|read)\./)
    expect(await readdir(folder)).toEqual(['in'])
    expect(await readdir(join(folder, 'in'))).toEqual(['bundle.zip'])
  })

  it.each<[string, RawEntry]>([
    ['inflates to more than it claims', { name: 'bag/data/b.txt', content: 'x'.repeat(50_000), claim: { size: 100 } }],
    ['inflates to less than it claims', { name: 'bag/data/b.txt', content: 'x', claim: { size: 100 } }],
    [
      'is called otherwise in its own header',
      { name: 'bag/data/b.txt', content: 'x', local: { name: 'bag/data/c.txt' } }
    ],
    [
      'lies further on by its own header',
      { name: 'bag/data/b.txt', content: 'xyz', method: 0, local: { extraLength: 20 } }
    ],
    ['is compressed otherwise in its own header', { name: 'bag/data/b.txt', content: 'x', local: { method: 0 } }],
    ['has another checksum in its own header', { name: 'bag/data/b.txt', content: 'x', local: { crc: 1 } }],
    ['has another size in its own header', { name: 'bag/data/b.txt', content: 'x', local: { size: 9 } }],
    ['has no description behind it', { name: 'bag/data/b.txt', content: 'x', flags: 0x808 }],
    [
      'has another checksum than its bytes',
      { name: 'bag/data/b.txt', content: 'x', claim: { crc: 1 }, local: { crc: 1 } }
    ]
  ])('whose entry %s is refused when it is read', async (_, entry) => {
    const files = bagOf([['data/b.txt', entry.content!]])
    const entries = [...files].filter(([name]) => !name.startsWith('data/'))
    const path = await zipped([
      ...entries.map(([name, content]) => ({ name: `bag/${name}`, content: content as string })),
      entry
    ])
    await expect(checkBundle(path)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('is refused when it is cut off, wherever that is', async () => {
    const whole = rawZip(bag())
    const path = join(folder, 'in', 'bundle.zip')
    for (let length = 0; length < whole.length; length += 7) {
      await writeFile(path, whole.subarray(0, length))
      await expect(checkBundle(path)).rejects.toMatchObject({ code: 'damaged' })
    }
  })

  it('gives an error or a report, whatever byte of it is changed', async () => {
    const whole = rawZip(bag())
    const path = join(folder, 'in', 'bundle.zip')
    for (let at = 0; at < whole.length; at += 3) {
      const changed = Buffer.from(whole)
      changed[at]! ^= 0xff
      await writeFile(path, changed)
      const answer = await checkBundle(path).catch((error: unknown) => error)
      if (answer instanceof Error) expect(answer).toBeInstanceOf(DossierError)
    }
  })
})

describe('a hostile folder', () => {
  const make = async (): Promise<string> => {
    const path = join(folder, 'in', 'bundle')
    await bagUp(path, PAYLOAD)
    return path
  }

  it('is told from a harmless one', async () => {
    const path = await make()
    await writeFile(join(path, 'data', '.DS_Store'), 'x')
    expect(await checkBundle(path)).toMatchObject({ ok: true })
  })

  it.each(['data/link.txt', 'data/folder', 'link'])('with a link at %s is refused', async (place) => {
    const path = await make()
    await writeFile(join(folder, 'secret'), 'secret')
    await symlink(place === 'data/folder' ? folder : join(folder, 'secret'), join(path, place))
    await expect(checkBundle(path)).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining(place) as string
    })
  })

  it('with a link in the place of its payload is refused', async () => {
    const path = await make()
    await rename(join(path, 'data'), join(folder, 'elsewhere'))
    await symlink(join(folder, 'elsewhere'), join(path, 'data'))
    await expect(checkBundle(path)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('with a link that leads nowhere is refused', async () => {
    const path = await make()
    await symlink('nowhere', join(path, 'data', 'dangling'))
    await expect(checkBundle(path)).rejects.toMatchObject({ code: 'damaged' })
  })

  it.skipIf(process.platform === 'win32')('with a pipe is refused instead of waited for', async () => {
    const path = await make()
    execFileSync('mkfifo', [join(path, 'data', 'pipe')])
    await expect(checkBundle(path)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('with a file that another takes the place of while it is read is refused', async () => {
    const path = await make()
    const open = await openBag(path)
    await writeFile(join(folder, 'secret'), 'x')
    await rm(join(path, 'data', 'a.txt'))
    await link(join(folder, 'secret'), join(path, 'data', 'a.txt'))
    const reading = hashFile(open, 'data/a.txt')
    await expect(reading).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringContaining('changed') as string
    })
  })

  it('with a file that a link takes the place of while it is read is refused', async () => {
    const path = await make()
    const open = await openBag(path)
    await rename(join(path, 'data', 'a.txt'), join(folder, 'moved'))
    await symlink(join(folder, 'moved'), join(path, 'data', 'a.txt'))
    await expect(hashFile(open, 'data/a.txt')).rejects.toMatchObject({ code: 'damaged' })
  })

  it.skipIf(process.platform === 'win32')('with names that other systems can’t have is refused', async () => {
    for (const name of ['NUL.txt', 'a:b', 'A.txt', 'back\\slash']) {
      const path = await make()
      await writeFile(join(path, 'data', name), 'x')
      await expect(checkBundle(path)).rejects.toMatchObject({ code: 'damaged' })
      await rm(path, { recursive: true })
    }
  })

  it('that isn’t there, or is something else, is told so', async () => {
    await expect(checkBundle(join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' })
    await expect(checkBundle(join(folder, 'in'))).rejects.toMatchObject({ code: 'unsupported' })
    await expect(checkBundle('/dev/null')).rejects.toMatchObject({ code: 'unsupported' })
  })
})
