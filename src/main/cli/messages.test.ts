import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../../../scripts/built.mjs'

/**
 * What the shipped command says when something is wrong: condition by command. Each sentence has to name what happened, and none may name what didn't: a full disk isn't
 * another window, and no passphrase is missed where none was needed.
 */

const CLI = commandLine()
const HOLD = fileURLToPath(new URL('./hold-lock.test-helper.ts', import.meta.url))
const ARTICLE = `date 2031-03-04 - Northern Courier
-
Harbour board kept memo
The board held the memo back for nine days, two officials said.
`

// Made at once: what can be mounted decides which tests there are.
const folder = mkdtempSync(join(tmpdir(), 'cli-messages-'))
const work = join(folder, 'work')
const mounted = join(folder, 'mounted')
const userData = join(folder, 'user-data')
mkdirSync(mounted)

interface Outcome {
  code: number
  out: string
  err: string
}

interface Options {
  userData?: string
  wrap?: readonly string[]
}

function dossier(args: readonly string[], options: Options = {}): Promise<Outcome> {
  const env = {
    ...process.env,
    DOSSIER_USER_DATA: options.userData ?? userData,
    NODE_COMPILE_CACHE: join(folder, 'compiled')
  }
  const [program, ...rest] = [...(options.wrap ?? []), process.execPath, CLI, ...args] as [string, ...string[]]
  return new Promise((done) => {
    const child = execFile(program, rest, { env, cwd: folder }, (error, out, err) => {
      done({ code: error ? Number(error.code ?? NaN) : 0, out, err })
    })
    child.stdin!.on('error', () => undefined).end()
  })
}

/** The commands that write a case, and those that only read it. */
const WRITING: Record<string, (path: string) => string[]> = {
  import: (path) => ['import', path, 'b.txt'],
  edit: (path) => ['edit', path, 'S1', '--title', 'Another'],
  quote: (path) => ['quote', path, 'S1', '--exact', 'two officials said'],
  'brief import': (path) => ['brief', 'import', path, 'brief.md'],
  merge: (path) => ['merge', path, join(folder, 'case')],
  repair: (path) => ['repair', path],
  encrypt: (path) => ['encrypt', path, '--new-passphrase-file', 'pass'],
  decrypt: (path) => ['decrypt', path],
  withhold: (path) => ['withhold', path, '1', '--words', 'memo', '--reason', 'P']
}
const READING: Record<string, (path: string) => string[]> = {
  sources: (path) => ['sources', path],
  text: (path) => ['text', path, 'S1'],
  verify: (path) => ['verify', path],
  log: (path) => ['log', path],
  'brief export': (path) => ['brief', 'export', path, '1'],
  'export html': (path) => ['export', path, '1', '--html', join(folder, 'out.html')]
}
const BRIEFLY: readonly string[] = ['import', 'edit', 'encrypt', 'sources', 'verify']

interface Condition {
  /** Makes it, and answers the case's path. */
  make: () => Promise<string> | string
  options?: () => Options
  /** The file of the passphrase to open it with. */
  passphrase?: 'pass' | 'wrong'
  /** What the sentence says. */
  says: RegExp
  code: string
  /** What reading answers: nothing is wrong with it, or the same. */
  reading: 'fine' | 'fails'
  /** Which commands, where all would tell the same. */
  commands?: readonly string[]
  /** Why it can't be made here; null when it can. */
  unable?: () => string | null
}

const isRoot = process.getuid?.() === 0
const has = (program: string): boolean => {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`])
    return true
  } catch {
    return false
  }
}
let mountable: boolean | null = null
function canMount(): string | null {
  mountable ??= ((): boolean => {
    try {
      mount('64k')
      return true
    } catch {
      return false
    } finally {
      unmount()
    }
  })()
  return mountable ? null : 'a file system can’t be mounted here (that needs root)'
}

function mount(size: string): void {
  unmount()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', mounted], { stdio: 'ignore' })
}

function unmount(): void {
  try {
    execFileSync('umount', [mounted], { stdio: 'ignore' })
  } catch {
    // Nothing is mounted.
  }
}

/** Copies a folder onto a file system of its own. */
async function onto(size: string, from: string): Promise<string> {
  mount(size)
  const path = join(mounted, 'copy')
  await cp(from, path, { recursive: true })
  return path
}

function fill(): void {
  try {
    execFileSync('dd', ['if=/dev/zero', `of=${join(mounted, 'fill')}`, 'bs=4k'], { stdio: 'ignore' })
  } catch {
    // That it ends for want of room is what was wanted.
  }
}

function protect(): void {
  execFileSync('mount', ['-o', 'remount,ro', mounted])
}

async function fresh(): Promise<string> {
  await rm(work, { recursive: true, force: true })
  await cp(join(folder, 'case'), work, { recursive: true })
  return work
}

let holder: ChildProcess | null = null

const CONDITIONS: Record<string, Condition> = {
  'a full disk': {
    unable: canMount,
    make: async () => {
      const path = await onto('1m', await fresh())
      fill()
      return path
    },
    says: /^The disk is full/,
    code: 'disk-full',
    reading: 'fine',
    // A case that isn't encrypted says so to “decrypt” before anything is written.
    commands: Object.keys({ ...WRITING, ...READING }).filter((name) => name !== 'decrypt')
  },
  'a full disk under an encrypted case': {
    unable: canMount,
    make: async () => {
      const path = await onto('1m', join(folder, 'sealed'))
      fill()
      return path
    },
    passphrase: 'pass',
    says: /^The disk is full/,
    code: 'disk-full',
    reading: 'fine',
    commands: ['import', 'edit', 'decrypt', 'sources', 'verify']
  },
  'a write-protected disk': {
    unable: canMount,
    make: async () => {
      const path = await onto('4m', await fresh())
      protect()
      return path
    },
    says: /^The disk or folder is write-protected/,
    code: 'read-only',
    reading: 'fine',
    commands: BRIEFLY
  },
  'a full disk under the user’s data': {
    unable: canMount,
    make: async () => {
      const path = await fresh()
      await onto('4m', userData)
      fill()
      return path
    },
    options: () => ({ userData: join(mounted, 'copy') }),
    says: /^The disk is full \(Dossier’s own folder/,
    code: 'disk-full',
    reading: 'fine',
    commands: BRIEFLY
  },
  'user’s data that may not be written': {
    unable: canMount,
    make: async () => {
      const path = await fresh()
      mount('1m')
      protect()
      return path
    },
    options: () => ({ userData: join(mounted, 'new') }),
    says: /^The disk or folder is write-protected \(Dossier’s own folder/,
    code: 'read-only',
    reading: 'fine',
    commands: [...BRIEFLY, 'text', 'log', 'brief export', 'export html']
  },
  'user’s data that may not be written any more': {
    unable: canMount,
    make: async () => {
      const path = await fresh()
      await onto('4m', userData)
      protect()
      return path
    },
    options: () => ({ userData: join(mounted, 'copy') }),
    says: /^The disk or folder is write-protected \(Dossier’s own folder/,
    code: 'read-only',
    reading: 'fine',
    commands: BRIEFLY
  },
  'an encrypted case where user’s data may not be written': {
    unable: canMount,
    make: async () => {
      await rm(work, { recursive: true, force: true })
      await cp(join(folder, 'sealed'), work, { recursive: true })
      mount('1m')
      protect()
      return work
    },
    options: () => ({ userData: join(mounted, 'new') }),
    passphrase: 'pass',
    says: /^The disk or folder is write-protected \(Dossier’s own folder/,
    code: 'read-only',
    reading: 'fine',
    commands: ['import', 'edit', 'sources', 'verify']
  },
  'a newer version’s case': {
    make: async () => {
      const path = join(await fresh(), 'case.json')
      const record = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
      delete record['checksum']
      await writeFile(path, JSON.stringify({ ...record, schema: 99 }))
      return work
    },
    says: /^A newer version of Dossier wrote this case/,
    code: 'case-newer',
    reading: 'fine',
    commands: BRIEFLY
  },
  'a case that is written elsewhere': {
    make: async () => {
      const path = await fresh()
      const { id } = JSON.parse(await readFile(join(path, 'case.json'), 'utf8')) as { id: string }
      holder = spawn(process.execPath, [HOLD, userData, id], { stdio: ['ignore', 'pipe', 'inherit'] })
      await new Promise((held) => holder!.stdout!.once('data', held))
      return path
    },
    says: /^A window of Dossier \(.*\) is writing this case/,
    code: 'case-held',
    reading: 'fine',
    commands: BRIEFLY
  },
  'a damaged case': {
    make: async () => {
      const path = await fresh()
      for (const name of ['case.json', 'case.json.previous']) await writeFile(join(path, name), '{"a')
      return path
    },
    says: /^case\.json is damaged.*Nothing was changed\. Restore the case from a backup\./,
    code: 'damaged',
    reading: 'fails',
    commands: BRIEFLY
  },
  'a folder that isn’t there': {
    make: () => join(folder, 'nowhere'),
    says: /^There is no (?:case in “.*nowhere”: there is no such folder|such file or folder)/,
    code: 'not-found',
    reading: 'fails',
    commands: BRIEFLY
  },
  'a file in its place': {
    make: () => join(folder, 'b.txt'),
    says: /: that is a file, and a case is a folder\./,
    code: 'not-found',
    reading: 'fails',
    commands: ['import', 'sources']
  },
  'a file in the place of a folder above': {
    make: () => join(folder, 'b.txt', 'case'),
    says: /no such (?:file or )?folder|A file stands where a folder should be/,
    code: 'not-found',
    reading: 'fails',
    commands: BRIEFLY
  },
  'links that lead back to themselves': {
    make: async () => {
      const path = join(folder, 'loop')
      await rm(path, { force: true })
      await symlink(path, path)
      return path
    },
    says: /^The path leads through links that lead back to themselves/,
    code: 'io',
    reading: 'fails',
    commands: BRIEFLY
  },
  'a path that is too long': {
    make: () => join(folder, 'n'.repeat(300)),
    says: /^The path is longer than the system allows/,
    code: 'io',
    reading: 'fails',
    commands: BRIEFLY
  },
  'no permission': {
    unable: () => (isRoot && has('setpriv') ? null : 'another user can’t be put in root’s place here (setpriv)'),
    make: async () => {
      const path = await fresh()
      execFileSync('chmod', ['700', path])
      execFileSync('chmod', ['-R', 'a+rwX', userData])
      execFileSync('chmod', ['a+rx', folder])
      return path
    },
    options: () => ({ wrap: ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] }),
    says: /^Permission is denied/,
    code: 'denied',
    reading: 'fails',
    commands: ['edit', 'sources']
  },
  'a disk that fails': {
    unable: () => (has('strace') ? null : 'there is no strace to make a read fail'),
    make: fresh,
    options: () => ({
      wrap: [
        ...['strace', '-f', '-qq', '-o', '/dev/null', '-P', join(work, 'case.json')],
        ...['-e', 'trace=read,pread64', '-e', 'inject=read,pread64:error=EIO']
      ]
    }),
    says: /^The disk reported an error, so case\.json could not be read/,
    code: 'io',
    reading: 'fails',
    commands: ['edit', 'sources']
  },
  'a passphrase that is wrong': {
    make: async () => {
      await rm(work, { recursive: true, force: true })
      await cp(join(folder, 'sealed'), work, { recursive: true })
      return work
    },
    passphrase: 'wrong',
    says: /^This passphrase doesn’t open the case\. Nothing was changed/,
    code: 'wrong-passphrase',
    reading: 'fails',
    // What encrypts looks first whether the case is encrypted.
    commands: ['edit', 'decrypt', 'sources', 'verify']
  }
}

const NO_STACK = /\n\s+at |node:internal|\bERR_[A-Z]|Error:/

beforeAll(async () => {
  await writeFile(join(folder, 'a.txt'), ARTICLE)
  await writeFile(join(folder, 'b.txt'), ARTICLE.replace('nine', 'ten'))
  await writeFile(join(folder, 'brief.md'), '# Brief\n\n## One\n\nThe board held it back.\n')
  await writeFile(join(folder, 'pass'), 'seven harbour lamps\n')
  await writeFile(join(folder, 'wrong'), 'eight harbour lamps\n')
  const path = join(folder, 'case')
  await dossier(['init', path, '--title', 'Ferry'])
  await dossier(['import', path, 'a.txt'])
  await dossier(['brief', 'import', path, 'brief.md'])
  await cp(path, join(folder, 'sealed'), { recursive: true })
  const sealed = { userData: join(folder, 'other-data') }
  expect(await dossier(['encrypt', join(folder, 'sealed'), '--new-passphrase-file', 'pass'], sealed)).toMatchObject({
    code: 0
  })
})
afterEach(() => {
  holder?.kill()
  holder = null
})
afterAll(async () => {
  unmount()
  await rm(folder, { recursive: true, force: true })
})

describe.each(Object.entries(CONDITIONS))('%s', (_name, condition) => {
  const { make, options, passphrase, says, code, reading, commands, unable } = condition
  const all = { ...WRITING, ...READING }
  const reason = unable?.() ?? null
  const skipped = reason === null ? '' : ` — skipped: ${reason}`
  it.skipIf(reason !== null).each(commands ?? Object.keys(all))(`%s${skipped}`, async (command) => {
    const path = await make()
    const key = passphrase === undefined ? [] : ['--passphrase-file', passphrase]
    const found = await dossier([...all[command]!(path), ...key, '--json'], options?.() ?? {})
    const told = `${found.out} ${found.err}`
    expect(told).not.toMatch(NO_STACK)
    const value = JSON.parse(found.out) as { error?: { code: string; message: string } }
    if (command in READING && reading === 'fine') {
      expect(value.error, told).toBeUndefined()
      return
    }
    expect(value.error, told).toMatchObject({ code, message: expect.stringMatching(says) as string })
    expect(found.code, told).toBe(3)
    const { message } = value.error!
    // What has nothing to do with it isn't blamed.
    if (code !== 'case-held') expect(message, told).not.toMatch(/window|another program/i)
    if (code !== 'wrong-passphrase') expect(message, told).not.toMatch(/passphrase/i)
    // What happened, and what was kept or what to do.
    expect(message.split(/(?<=\.) /).length, told).toBeGreaterThan(1)
  })
})

describe('an encryption that fills the disk', () => {
  const reason = canMount()
  it.skipIf(reason !== null)(
    `says so, and can be gone on with${reason === null ? '' : ` — skipped: ${reason}`}`,
    async () => {
      const path = await onto('1m', await fresh())
      // More than there is room for in its new form.
      await writeFile(join(path, 'sources', 'large'), Buffer.alloc(200 * 1024, 7))
      fill()
      execFileSync('truncate', ['-s', '-64k', join(mounted, 'fill')])
      const { code, err, out } = await dossier(['encrypt', path, '--new-passphrase-file', 'pass'])
      expect(code).toBe(3)
      expect(err + out).toMatch(/The disk is full/)
      expect(err + out).not.toMatch(/No passphrase|window/)
      await rm(join(mounted, 'fill'))
      const after = await dossier(['sources', path, '--passphrase-file', 'pass', '--json'])
      expect(JSON.parse(after.out)).toHaveLength(1)
    }
  )
})
