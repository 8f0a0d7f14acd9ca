import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bagOf } from '../../main/bundle/bundle.test-helper.ts'
import { checkBundle } from '../../main/bundle/check-bundle.ts'
import { Random } from '../../main/pdf/test/random-brief.test-helper.ts'
import { rawZip } from '../../main/zip/raw-zip.test-helper.ts'
import { checkBag, type BundleCheck } from '../../shared/bag/check-bag.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { ZipBag } from './zip-bag.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-bag-'))
})
afterAll(() => rm(folder, { recursive: true }))

const PAYLOAD: [string, string][] = [
  ['data/a.txt', 'The quay was shut. '.repeat(60)],
  ['data/sources/b.txt', 'b']
]

async function orRefused(check: () => Promise<BundleCheck>): Promise<BundleCheck | 'refused'> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof DossierError) return 'refused'
    throw error
  }
}

const inPage = (bytes: Uint8Array): Promise<BundleCheck | 'refused'> =>
  orRefused(async () => (await checkBag(new ZipBag(bytes, 'bag.zip'), {})).check)

async function byProgram(bytes: Uint8Array): Promise<BundleCheck | 'refused'> {
  await writeFile(join(folder, 'bag.zip'), bytes)
  return orRefused(() => checkBundle(join(folder, 'bag.zip')))
}

/** A bag packed by another program. */
async function packed(): Promise<Uint8Array> {
  for (const [name, content] of bagOf(PAYLOAD)) {
    execFileSync('mkdir', ['-p', join(folder, 'bag', name, '..')])
    await writeFile(join(folder, 'bag', name), content)
  }
  execFileSync('zip', ['-qrX', 'packed.zip', 'bag'], { cwd: folder })
  return new Uint8Array(await readFile(join(folder, 'packed.zip')))
}

function stored(): Uint8Array {
  return rawZip([...bagOf(PAYLOAD)].map(([name, content]) => ({ name: `bag/${name}`, content: content as string })))
}

describe('a bag in a zip, in the page', () => {
  it('is judged as by the program, whoever packed it', async () => {
    for (const bytes of [stored(), await packed()]) {
      const found = await inPage(bytes)
      expect(found).toMatchObject({ ok: true, files: 2 })
      expect(found).toEqual(await byProgram(bytes))
    }
  })

  it('is accepted of no archive of which the program thinks otherwise, whichever bytes are changed', async () => {
    const random = new Random(5)
    const whole = [stored(), await packed()]
    let accepted = 0
    for (let i = 0; i < 400; i++) {
      const bytes = whole[i % 2]!.slice()
      for (let n = random.below(2); n >= 0; n--) bytes[random.below(bytes.length)] = random.below(256)
      const found = await inPage(random.below(9) === 0 ? bytes.subarray(0, random.below(bytes.length)) : bytes)
      if (found === 'refused') continue
      accepted++
      expect(found).toEqual(await byProgram(bytes))
    }
    expect(accepted).toBeGreaterThan(20)
  })

  const refusal = (bytes: Uint8Array): string => {
    try {
      return [...new ZipBag(bytes, 'sent.zip').sizes.keys()].join()
    } catch (error) {
      if (error instanceof DossierError) return error.message
      throw error
    }
  }
  const zip = (...names: string[]): Uint8Array => rawZip(names.map((name) => ({ name, content: '%PDF-1.7' })))

  it('that holds PDFs and is no bag says that they are to be taken out of it', () => {
    expect(refusal(zip('brief.pdf'))).toBe(
      '“sent.zip” is a zip, and the PDF “brief.pdf” is in it. Take the PDF out of the zip and drop it here, with its signature if it has one.'
    )
    for (const names of [
      ['to send/Brief.PDF', 'to send/Brief.PDF.minisig'],
      ['read me.txt', 'a.pdf', '__MACOSX/._a.pdf']
    ])
      expect(refusal(zip(...names))).toMatch(/Take the PDF out of the zip/)
    expect(refusal(zip('a.pdf', 'more/b.pdf'))).toMatch(/^“sent\.zip” is a zip, and 2 PDFs are in it\./)
    expect(refusal(zip('word/document.xml', '[Content_Types].xml'))).toMatch(/is neither a PDF nor a hand-over bundle/)
    expect(refusal(zip('bag/manifest-sha256.txt', 'bag/data/a.pdf'))).toBe('data/a.pdf,manifest-sha256.txt')
  })

  it('that would fill the memory, or takes a password, says so, and nothing of importing', async () => {
    await writeFile(join(folder, 'zeros'), new Uint8Array(32 << 20))
    execFileSync('zip', ['-qX', 'bomb.zip', 'zeros'], { cwd: folder })
    execFileSync('zip', ['-qX', '-P', 'quay', 'locked.zip', 'packed.zip'], { cwd: folder })
    const of = async (name: string): Promise<string> => refusal(new Uint8Array(await readFile(join(folder, name))))
    expect(await of('bomb.zip')).toBe(
      '“sent.zip” can’t be checked: “zeros” in it grows out of all proportion when unpacked, as in zips that are made to do harm. Don’t unpack it. Ask its sender for another one.'
    )
    expect(await of('locked.zip')).toMatch(
      /^“sent\.zip” can’t be checked: “packed\.zip” in it is protected by a password\./
    )
    await expect(checkBundle(join(folder, 'bomb.zip'))).rejects.toThrow(/can’t be checked: “zeros” in it grows/)
    await expect(checkBundle(join(folder, 'locked.zip'))).rejects.not.toThrow(/imported/)
  })
})
