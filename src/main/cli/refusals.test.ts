import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

/** What the shipped command refuses before it does anything, and in which words. */

const CLI = commandLine()
const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo
The board held the memo back for nine days, two officials said.
`

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refusals-'))
  await writeFile(join(folder, 'a.txt'), ARTICLE)
  await writeFile(join(folder, 'brief.md'), '## Facts\n\nAnna Vell held it back. [@S1]\n')
  await writeFile(join(folder, 'pass'), 'seven harbour lamps\n')
  await must('init', 'c', '--title', 'Ferry')
  await must('import', 'c', 'a.txt')
  await must('brief', 'import', 'c', 'brief.md')
  await must('withhold', 'c', '1', '--words', 'Anna Vell', '--reason', 'P')
  await must('bundle', 'c', 'c.zip')
  await cp(join(folder, 'c'), join(folder, 'sealed'), { recursive: true })
  await must('encrypt', 'sealed', '--passphrase-file', 'pass')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Outcome {
  /** The exit code, or the signal that ended it. */
  code: number | string | null | undefined
  out: string
  err: string
}

function dossier(...args: string[]): Promise<Outcome> {
  const env = {
    ...process.env,
    DOSSIER_USER_DATA: join(folder, 'user-data'),
    NODE_COMPILE_CACHE: join(folder, 'compiled')
  }
  return new Promise((done) => {
    const child = execFile(process.execPath, [CLI, ...args], { env, cwd: folder }, (error, out, err) => {
      done({ code: error ? (error.code ?? error.signal) : 0, out, err })
    })
    child.stdin!.end()
  })
}

async function must(...args: string[]): Promise<void> {
  expect(await dossier(...args), args.join(' ')).toMatchObject({ code: 0 })
}

/** The files below the test's folder, but for what every command keeps for itself. */
async function files(): Promise<string[]> {
  const all = await readdir(folder, { recursive: true })
  return all.filter((name) => !/^(user-data|compiled|link)/.test(name)).sort()
}

describe('a redacted export', () => {
  it.each([
    ['Anna Vell.pdf', /^The name of the file holds what entry 1 withholds\. Nothing was written/],
    ['anna_vell-2.pdf', /holds what entry 1 withholds/],
    ['Brief of AnnaVell.pdf', /holds what entry 1 withholds/],
    ['Anna%20Vell.pdf', /holds what entry 1 withholds/],
    ['A. Vell.pdf', /^The name of the file is like what entry 1 withholds\./]
  ])('isn’t named %s', async (name, says) => {
    const before = await files()
    const { code, out, err } = await dossier('export', 'c', '1', '--redacted', '--html', 'fine.html', '--pdf', name)
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(err).toMatch(says)
    expect(err).not.toMatch(/vell/i)
    expect(await files()).toEqual(before)
  })

  it('may have any other name', async () => {
    await must('export', 'c', '1', '--redacted', '--html', 'fine.html')
    await rm(join(folder, 'fine.html'))
    await must('export', 'c', '1', '--html', 'Anna Vell.html')
  })
})

describe('an export to several files', () => {
  it.each([
    ['a folder that isn’t there', ['--pdf', 'x1.pdf', '--docx', 'nodir/x.docx'], /There is no folder “.*nodir”/],
    ['a file for a folder', ['--pdf', 'x1.pdf', '--docx', 'a.txt/x.docx'], /There is no folder “.*a\.txt”/],
    ['a folder of that name', ['--html', 'x1.html', '--markdown', 'taken.md'], /“taken\.md” is a folder/],
    ['one file in two ways', ['--html', 'x1', '--markdown', 'taken.md/../x1'], /can’t be written to one file/],
    [
      'a name too long for a file on its way',
      ['--html', 'x1', '--markdown', 'y'.repeat(240)],
      /“y+” could not be saved/
    ],
    ['one file through a link', ['--html', 'taken.md/x1', '--markdown', 'link/x1'], /can’t be written to one file/]
  ])('is refused whole for %s', async (_what, flags, says) => {
    await mkdir(join(folder, 'taken.md'), { recursive: true })
    await rm(join(folder, 'link'), { force: true })
    await symlink('taken.md', join(folder, 'link'))
    const before = await files()
    const { code, err } = await dossier('export', 'c', '1', ...flags)
    expect(err).toMatch(says)
    expect(code).toBeGreaterThan(1)
    expect(await files()).toEqual(before)
  })
})

describe.each([
  ['a case in clear', 'c', []],
  ['an encrypted case', 'sealed', ['--passphrase-file', 'pass']]
])('in the folder of %s', (_what, path, open) => {
  it.each<[string, string[]]>([
    ['export', ['export', path, '1', '--html', `${path}/out.html`]],
    ['export of another case', ['export', 'c', '1', '--html', `${path}/briefs/out.html`]],
    ['bundle, zip', ['bundle', path, `${path}/sub.zip`]],
    ['bundle, folder', ['bundle', 'c', `${path}/sources/sub`]],
    ['brief export', ['brief', 'export', path, '1', '--out', `${path}/audit/brief.md`]],
    ['import report', ['import', path, 'brief.md', '--report', `${path}/report.csv`]],
    ['open-bundle', ['open-bundle', 'c.zip', `${path}/new/case`]],
    ['init', ['init', `${path}/inner`, '--title', 'Inner']]
  ])('nothing is made by %s', async (_name, args) => {
    const { code, err } = await dossier(...args, ...open)
    expect(err).toMatch(
      /would stand in the folder of a case, “(c|sealed)”, where nothing but the case may be\. Nothing/
    )
    expect(code).toBe(3)
    expect((await files()).filter((name) => /out\.html|sub|brief\.md$|report|new|inner/.test(name))).toEqual([
      'brief.md'
    ])
  })
})

describe('what a command says', () => {
  it.each<[string, string[], number, RegExp]>([
    ['decrypts a case in clear', ['decrypt', 'c'], 3, /^This case isn’t encrypted\. Nothing was changed\./],
    ['changes the passphrase of one', ['passphrase', 'c'], 3, /^This case isn’t encrypted\./],
    ['encrypts an encrypted case', ['encrypt', 'sealed'], 3, /^This case is encrypted already\. Nothing was changed/],
    ['decrypts no case', ['decrypt', 'nowhere'], 3, /^There is no case in/],
    ['has no passphrase', ['sources', 'sealed'], 3, /first line it is with --passphrase-file\.$/m],
    ['has no passphrase for a new key', ['key', 'new'], 3, /first line it is with --passphrase-file\.$/m],
    ['has none for a first encryption', ['encrypt', 'c'], 3, /first line it is with --passphrase-file\.$/m],
    [
      'has no new passphrase',
      ['passphrase', 'sealed', '--passphrase-file', 'pass'],
      3,
      /first line it is with --new-passphrase-file\.$/m
    ],
    ['has a head that is too short', ['verify', 'c', '--head', '5c1e'], 2, /A head has 64 digits/],
    ['makes a case of a file', ['init', 'a.txt'], 3, /^“a\.txt” is a file, so no case can be made there\./],
    ['makes a case without a title', ['init', 'untitled'], 2, /with --title\./]
  ])('when it %s', async (_when, args, code, says) => {
    const outcome = await dossier(...args)
    expect(outcome.err).toMatch(says)
    expect(outcome).toMatchObject({ code, out: '' })
  })

  it('takes the passphrase of a new key, and of what it signs, as it advises', async () => {
    await must('key', 'new', '--passphrase-file', 'pass')
    const unsaid = await dossier('export', 'c', '1', '--pdf', 'signed.pdf', '--sign')
    expect(unsaid.err).toMatch(/first line it is with --key-passphrase-file\.$/m)
    await must('export', 'c', '1', '--pdf', 'signed.pdf', '--sign', '--key-passphrase-file', 'pass')
    await must('sign', 'signed.pdf', '--passphrase-file', 'pass')
    expect((await readFile(join(folder, 'signed.pdf.minisig'), 'utf8')).split('\n')).toHaveLength(5)
  })

  it('begins no sentence in the middle of one', async () => {
    await cp(join(folder, 'c'), join(folder, 'copy'), { recursive: true })
    await must('quote', 'copy', 'S1', '--exact', 'two officials said')
    expect((await dossier('merge', 'c', 'copy')).out).toContain('Took over one quote.')
  })

  it.each<[string, Uint8Array]>([
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['bytes', Buffer.from('A title\0and more')],
    ['text in another encoding', Buffer.from('Un caf\xe9', 'latin1')]
  ])('takes no %s for a brief', async (_what, bytes) => {
    await writeFile(join(folder, 'b.pdf'), bytes)
    const { code, err } = await dossier('brief', 'import', 'c', 'b.pdf')
    expect(err).toMatch(/^“b\.pdf” isn’t text in UTF-8, as Markdown is\. Nothing was imported\./)
    expect(code).toBe(3)
    expect(JSON.parse((await dossier('brief', 'list', 'c', '--json')).out)).toHaveLength(1)
  })
})
