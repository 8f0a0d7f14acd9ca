import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { EngineName } from './known-engines.ts'

/** CPU time of a run in milliseconds, of all threads. */
export async function cpu(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The least CPU time of each of some runs, done in turn: what disturbs a run only adds to it. */
export async function least(times: number, runs: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  for (const run of runs) await run()
  const found = runs.map(() => Infinity)
  for (let turn = 0; turn < times; turn++) {
    for (const [i, run] of runs.entries()) found[i] = Math.min(found[i]!, await cpu(run))
  }
  return found
}

/** What a child process does: makes a PDF by itself, in a worker as the app does, or reads one back. */
export type ChildJob = 'dossier' | 'worker' | 'verify' | EngineName

export const ChildResult = z.object({
  /** Of the job, without what starts the program and reads its input. Milliseconds. */
  cpu: z.number(),
  /** Of the whole child process at its highest, in MB. */
  peak: z.number(),
  /** Of the child process before the job, in MB. */
  before: z.number()
})
export type ChildResult = z.infer<typeof ChildResult>

/** Runs a job once in a process of its own. `path` is its input: a serialised export, or a PDF to read. */
export function inChild(job: ChildJob, path: string): ChildResult {
  const child = fileURLToPath(new URL('child.ts', import.meta.url))
  const answer = execFileSync(process.execPath, [child, job, path], { encoding: 'utf8' })
  return ChildResult.parse(JSON.parse(answer))
}
