import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMAND_LINE, commandLine } from '../../../scripts/built.mjs'
import { columns, content, json, line, say } from './printable.ts'

const CLI = commandLine()

/** What may be tried on a terminal, and on whoever reads it. */
const HOSTILE = {
  clipboard: '\u001b]52;c;cm0gLXJm\u0007',
  link: '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  title: '\u001b]0;root@host\u0007',
  clear: '\u001b[2J\u001b[H',
  c1: '\u009b2J\u009d0;x\u009c\u0085',
  overwrite: 'good\rbad',
  backspace: 'bad\b\b\bok',
  override: 'exe.\u202Egnp\u202C',
  isolate: '\u2066hidden\u2069\u2067\u2068',
  separators: 'one\u2028two\u2029three',
  tags: '\u{E0001}\u{E0041}\u{E007F}',
  zeroWidth: 'pay\u200Bpal\u2060\uFEFF\u200E\u200F\u061C',
  fillers: '\u3164\u115F\uFFA0\u034F',
  delete: 'x\u007fy',
  bell: '\u0007',
  shift: '\u000e\u000f'
}
const ALL = Object.values(HOSTILE).join(' ')
/** A text of one line: what is in it can be in a name, a note, a tag. */
const NAME = ALL.replaceAll('\r', '').slice(0, 400)

/** Control characters but line feed and tab; controls of direction; what can't be seen. Written out, so as not to be the code's own list. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- what may reach no terminal is what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{E0000}-\u{E0FFF}]/u

describe('printable text', () => {
  it.each(Object.entries(HOSTILE))('shows %s as its codes', (_, text) => {
    for (const shown of [line(text), content(text), say`“${text}”`, columns([[text, text]]), json({ [text]: text })]) {
      expect(shown).not.toMatch(FORBIDDEN)
    }
    expect(line(text)).not.toContain('\n')
    expect(JSON.parse(json({ [text]: text }))).toEqual({ [text]: text })
  })

  it('keeps a line on one line, and the lines of a text', () => {
    expect(line('one\ntwo\tthree')).toBe('one\\u000atwo\\u0009three')
    expect(content('one\r\ntwo\tthree')).toBe('one\ntwo\tthree')
    expect(say`Made “${'a\nb'}” in ${1} place`).toBe('Made “a\\u000ab” in 1 place')
    expect(columns([['a\nb', 'c'] as const, ['dd', 'e'] as const])).toBe('a\\u000ab  c\ndd        e')
  })

  it('leaves words of every script readable', () => {
    const words = [
      'احتفظ مجلس الميناء بالمذكرة',
      'ועדת הנמל החזיקה במזכר',
      '港务局把备忘录压了九天',
      'क्षत्रिय',
      'Straße naïve Ω'
    ]
    for (const each of words) expect(line(each)).toBe(each)
    // What spelling and emoji need but can't be seen is left out, not spelt out.
    expect(line('می\u200Cخواهم')).toBe('میخواهم')
    expect(line('👩\u200D🚒 ❤\uFE0F')).toBe('👩🚒 ❤')
    expect(line('Ge\u00ADsetz')).toBe('Gesetz')
    expect(line('pay\u200Cpal')).toBe('pay\\u200cpal')
  })
})

describe('every command, over a case that is out to trick its reader', () => {
  let folder: string
  let file: string
  let compiled: string

  interface Outcome {
    code: number
    out: string
    err: string
  }

  function dossier(...args: string[]): Promise<Outcome> {
    const env = { ...process.env, DOSSIER_USER_DATA: join(folder, 'user-data'), NODE_COMPILE_CACHE: compiled }
    return new Promise((done) => {
      const child = execFile(process.execPath, [CLI, ...args], { env, cwd: folder }, (error, out, err) => {
        done({ code: error ? Number(error.code ?? NaN) : 0, out, err })
      })
      child.stdin!.end()
    })
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-terminal-'))
    compiled = join(folder, 'compiled')
    file = join(folder, 'case')
    // A file with such control characters is taken for none of text; all else can stand in one.
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    const words = ALL.replace(/[\u0000-\u001f\u007f]/g, '')
    const article = `date 2031-03-04 - Northern Courier\n-\nHarbour ${words} memo\nThe board held ${words} the memo back for nine days, two officials said.\n`
    await mkdir(join(folder, 'in'))
    await writeFile(join(folder, 'in', `a${HOSTILE.clipboard.replaceAll('/', '')}${HOSTILE.override}\n.txt`), article)
    await writeFile(join(folder, 'in', `cut${HOSTILE.clear}.pdf`), '%PDF-1.7\n1 0 obj')
    await writeFile(join(folder, 'b.txt'), `${article}Another line that the other one lacks ${words}.\n`)
    await writeFile(
      join(folder, 'brief.md'),
      `# Brief ${NAME}\n\n## One ${NAME}\n\nA statement ${NAME}.\n\n> held ${NAME}\n`
    )
    await writeFile(join(folder, 'pass'), 'seven harbour lamps\n')
    await dossier('init', file, '--title', `Ferry ${NAME}`)
    await dossier('import', file, join(folder, 'in'), join(folder, 'b.txt'))
    const { out } = await dossier('sources', file, '--json')
    expect(JSON.parse(out)).toHaveLength(2)
    await dossier('edit', file, 'S1', '--title', NAME, '--author', NAME, '--publisher', NAME, '--tag', NAME)
    const quoted = await dossier('quote', file, 'S1', '--exact', 'nine days, two officials said')
    expect(quoted.code).toBe(0)
    await dossier('brief', 'import', file, 'brief.md')
    await dossier('key', 'new', '--name', NAME.replaceAll('\n', ''), '--new-passphrase-file', 'pass')
    // A copy that differs, to be merged, and a quote whose source was changed.
    await cp(file, join(folder, 'copy'), { recursive: true })
    await dossier('edit', join(folder, 'copy'), 'S1', '--title', `Copy ${NAME}`)
    await dossier('edit', file, 'S1', '--title', `Mine ${NAME}`)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const COMMANDS: Record<string, () => string[]> = {
    'init, again': () => ['init', file, '--title', NAME],
    'import, with failures': () => ['import', file, join(folder, 'in'), `none${HOSTILE.clear}`],
    edit: () => ['edit', file, 'S1', '--publisher', NAME],
    'edit, no date': () => ['edit', file, 'S1', '--published', NAME],
    related: () => ['related', file, 'S1'],
    difference: () => ['difference', file, 'S1', 'S2'],
    sources: () => ['sources', file],
    text: () => ['text', file, 'S1'],
    extract: () => ['extract', 'b.txt'],
    'extract, missing': () => ['extract', `none${NAME}`.replaceAll('/', '')],
    'quote, not there': () => ['quote', file, 'S1', '--exact', `nothing ${NAME}`],
    quotes: () => ['quotes', file],
    'brief list': () => ['brief', 'list', file],
    'brief import': () => ['brief', 'import', file, 'brief.md'],
    'brief export': () => ['brief', 'export', file, '1'],
    'brief export, none': () => ['brief', 'export', file, NAME],
    verify: () => ['verify', file],
    log: () => ['log', file],
    'merge, what it would do': () => ['merge', file, join(folder, 'copy'), '--dry-run'],
    'withhold, listed': () => ['withhold', file, '1', '--words', NAME, '--reason', 'P'],
    export: () => ['export', file, '1', '--pdf', join(folder, 'out.pdf'), '--redacted'],
    'verify a PDF': () => ['verify', join(folder, 'out.pdf')],
    'check-bundle': () => ['check-bundle', join(folder, 'bundle')],
    'open-bundle': () => ['open-bundle', join(folder, 'bundle'), join(folder, `new${HOSTILE.clear}`)],
    bundle: () => ['bundle', file, join(folder, `out${HOSTILE.title}.zip`)],
    backup: () => ['backup', file],
    'backup, listed': () => ['backup', file, '--list'],
    repair: () => ['repair', file],
    'key list': () => ['key', 'list'],
    'key show': () => ['key', 'show', NAME],
    'sign, missing': () => ['sign', `none${HOSTILE.clear}`, '--passphrase-file', 'pass'],
    'an unknown command': () => [`bogus${NAME}`],
    'an unknown option': () => ['sources', file, `--bogus${NAME}`],
    'a wrong choice': () => ['export', file, '1', '--paper', NAME],
    help: () => ['help', 'withhold'],
    'a case that is nowhere': () => ['sources', `nowhere${NAME}`.replaceAll('/', '')]
  }

  it.each(Object.keys(COMMANDS))('%s', async (name) => {
    const args = COMMANDS[name]!()
    if (name === 'check-bundle') {
      await dossier('bundle', file, join(folder, 'bundle'))
      // A file of that name is in no manifest.
      await writeFile(join(folder, 'bundle', 'data', `more${HOSTILE.clear}${HOSTILE.override}`), 'x')
    }
    const text = await dossier(...args)
    const asJson = await dossier(...args, '--json')
    for (const { out, err } of [text, asJson]) {
      expect(out).not.toMatch(FORBIDDEN)
      expect(err).not.toMatch(FORBIDDEN)
      expect(out + err).not.toMatch(/\n\s+at .*:\d+/)
    }
    expect(text.out + text.err).not.toBe('')
    if (!name.startsWith('help')) expect(() => JSON.parse(asJson.out) as unknown).not.toThrow()
  })

  it('gives programs the very strings', async () => {
    const { out } = await dossier('sources', file, '--json')
    const rows = JSON.parse(out) as { title: string; authors: string[] }[]
    expect(rows[0]).toMatchObject({ title: `Mine ${NAME}`, authors: [NAME] })
  })

  it('writes to the terminal in one place', async () => {
    const here = import.meta.dirname
    const names = (await readdir(here)).filter((name) => /^(?!.*\.test[.-]).*\.ts$/.test(name) && name !== 'output.ts')
    for (const path of [...names.map((name) => join(here, name)), COMMAND_LINE.source]) {
      const code = await readFile(path, 'utf8')
      expect(code, path).not.toMatch(/\bconsole\.|std(?:out|err)\.write/)
      if (!path.endsWith('printable.ts')) expect(code, path).not.toMatch(/\bas Printable\b/)
    }
  })
})
