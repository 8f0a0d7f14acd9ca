import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Edit } from './edits.test-helper.ts'

/** System calls that change files. Those that an architecture doesn't have are marked. */
const CALLS = [
  ...['openat', 'close', 'write', '?writev', 'pwrite64', '?pwritev', 'ftruncate', 'fsync', 'fdatasync'],
  ...['?rename', '?renameat', 'renameat2', '?link', 'linkat', '?unlink', 'unlinkat', '?mkdir', 'mkdirat', '?rmdir'],
  ...['?copy_file_range', '?sendfile']
]

/** What the writer works on. `files` is for what strace and Node leave: the trace, and compiled modules. */
export interface Writer {
  path: string
  userData: string
  edits: readonly Edit[]
  files: string
}

/** Where a kill is wanted: at the `when`th call of that name in one thread, which makes `before` calls in vain first. */
export interface KillPoint {
  call: string
  before: number
  when: number
}

/** A finished system call. `path` is that of the descriptor or the first path, `to` the second one. */
export interface SystemCall {
  thread: string
  name: string
  /** Place among the thread's calls of this name, from 1. */
  nth: number
  path: string
  to: string
  /** The line as strace wrote it. */
  line: string
}

/** Runs the writer and kills it at a point. Answers the edits that it acknowledged. */
export async function killedAt(writer: Writer, point: KillPoint): Promise<{ done: Edit[]; killed: boolean }> {
  const inject = ['-e', `trace=${point.call}`, '-e', `inject=${point.call}:signal=KILL:when=${point.when}`]
  return run(writer, inject, [], point)
}

/**
 * Runs the writer to its end and answers its calls in the order in which they ended. `imports` are modules loaded before it;
 * `before` is a call to make in vain first, and how often.
 */
export async function trace(
  writer: Writer,
  imports: readonly string[] = [],
  before = { call: 'none', before: 0 }
): Promise<SystemCall[]> {
  const { done, killed } = await run(writer, ['-e', `trace=${CALLS.join(',')}`], imports, before)
  if (killed || done.length < writer.edits.length) throw new Error('The writer didn’t come to its end.')
  return parse(await readFile(`${writer.files}/trace`, 'utf8'))
}

function run(
  { path, userData, edits, files }: Writer,
  options: readonly string[],
  imports: readonly string[],
  { call, before }: Omit<KillPoint, 'when'>
): Promise<{ done: Edit[]; killed: boolean }> {
  const script = fileURLToPath(new URL('./writer.test-helper.ts', import.meta.url))
  const node = [...imports.flatMap((module) => ['--import', module]), script]
  const program = [process.execPath, ...node, path, userData, JSON.stringify(edits), call, String(before)]
  // One thread makes all calls of node:fs/promises, so that counting them in a thread counts them all.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_COMPILE_CACHE: `${files}/compiled` }
  const arguments_ = ['-f', '-qq', '-y', '-s', '64', '-o', `${files}/trace`, ...options, ...program]
  const child = spawn('strace', arguments_, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let complaints = ''
  child.stdout.on('data', (data: Buffer) => (out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      const killed = signal === 'SIGKILL'
      if (!killed && code !== 0) reject(new Error(`The writer failed: ${complaints}`))
      else resolve({ done: [...out.matchAll(/^done (\d+)\n/gm)].map(([, i]) => edits[Number(i)]!), killed })
    })
  })
}

/** Reads what `strace -f -y` wrote. Calls that failed are counted and left out. */
function parse(text: string): SystemCall[] {
  const calls: SystemCall[] = []
  const begun = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const entry of text.split('\n')) {
    const [, thread, rest] = /^(\d+) +(.*)$/.exec(entry) ?? []
    if (thread === undefined || rest === undefined) continue
    if (rest.endsWith(' <unfinished ...>')) {
      begun.set(thread, rest.slice(0, -' <unfinished ...>'.length))
      continue
    }
    const line = rest.replace(/^<\.\.\. \w+ resumed>/, () => begun.get(thread) ?? '')
    const [, name, result] = /^(\w+)\(.* = (-?\d+)/.exec(line) ?? []
    if (name === undefined || result === undefined) continue
    const nth = (counts.get(`${thread} ${name}`) ?? 0) + 1
    counts.set(`${thread} ${name}`, nth)
    if (result.startsWith('-')) continue
    const [first = '', second = ''] = [...line.matchAll(/"([^"]*)"/g)].map(([, path]) => path!)
    // Copying names the file that it reads first.
    const written = name === 'copy_file_range' ? /, \d+<([^>]*)>/ : /^\w+\(\d+<([^>]*)>/
    const descriptor = written.exec(line)?.[1]
    calls.push({ thread, name, nth, path: descriptor ?? first, to: descriptor === undefined ? second : '', line })
  }
  return calls
}
