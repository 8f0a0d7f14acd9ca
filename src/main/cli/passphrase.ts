import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { DossierError } from '../../shared/errors/errors.ts'
import { terminal } from './output.ts'
import { readText } from './read-file.ts'
import { say, type Printable } from './printable.ts'

/** Where passphrases come from: never from an argument, which every program on the machine could read. */
export interface PassphraseSource {
  /** The option that names `file`. */
  option?: string
  /** A file whose first line is the passphrase; `-` for standard input. */
  file: string | undefined
  /** A file for the new passphrase; else it's asked for, or the next line of standard input. */
  newFile: string | undefined
}

export interface Passphrases {
  /** The passphrase that the case has. */
  current(): Promise<string>
  /** The passphrase that it gets instead; asked for twice. */
  next(): Promise<string>
  /** The first passphrase of a case; asked for twice. */
  first(): Promise<string>
}

/** Reads passphrases from files, from standard input, or from the terminal without showing them. */
export function passphrases({ file, newFile, option = '--passphrase-file' }: PassphraseSource): Passphrases {
  let piped: Promise<string[]> | null = null
  const nextLine = async (named: string): Promise<string> => {
    piped ??= readLines()
    const line = (await piped).shift()
    if (line === undefined)
      throw new DossierError(
        'bad-request',
        `No passphrase came on standard input. Nothing was changed. Pass it there, or name a file whose first line it is with ${named}.`
      )
    return line
  }
  const fromTerminal = process.stdin.isTTY
  let known: Promise<string> | null = null
  const current = (): Promise<string> => {
    if (file !== undefined && file !== '-') return firstLine(file)
    return file === undefined && fromTerminal ? prompt(say`Passphrase: `) : nextLine(option)
  }
  const next = async (named = '--new-passphrase-file'): Promise<string> => {
    if (newFile !== undefined && newFile !== '-') return firstLine(newFile)
    if (newFile === '-' || !fromTerminal) return nextLine(named)
    const first = await prompt(say`New passphrase: `)
    if ((await prompt(say`Once more: `)) !== first)
      throw new DossierError('bad-request', 'The two passphrases differ. Nothing was changed.')
    return first
  }
  return {
    current: () => (known ??= current()),
    next: () => next(),
    first: () => (newFile === undefined && file !== undefined ? current() : next(option))
  }
}

async function firstLine(file: string): Promise<string> {
  const text = await readText(file, 'Nothing was changed.', `the passphrase file “${basename(file)}”`)
  return text.split(/\r?\n/)[0]!
}

async function readLines(): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  const lines = Buffer.concat(chunks).toString('utf8').split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function prompt(question: Printable): Promise<string> {
  terminal.ask(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  return new Promise((resolve, reject) => {
    reader.once('line', (line) => {
      resolve(line)
      reader.close()
      terminal.ask(say`\n`)
    })
    reader.once('SIGINT', () => reader.close())
    // Also at the end of the input. After an answer this comes too late to matter.
    reader.once('close', () => {
      reject(new DossierError('cancelled', 'No passphrase was entered. Nothing was changed.'))
    })
  })
}
