import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ZodError } from 'zod'

const LIMIT = 1_000_000

/** A local file of what went wrong. It holds places in the program, never words of a case or of a message. */
export interface ErrorLog {
  /** Notes a failure in the background. `where` is a request's name or the like. */
  write(where: string, error: unknown): void
  /** Waits until everything is written. */
  settled(): Promise<void>
}

/**
 * What may be noted of an error: its kind, its codes and where in the program it arose. Messages are left out since they
 * may quote a source or name a file.
 */
export function describeError(error: unknown, root: string): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`
  const code = (error as NodeJS.ErrnoException).code
  const kind = typeof code === 'string' ? `${error.name} ${code}` : error.name
  const issues =
    error instanceof ZodError ? error.issues.map((issue) => `    ${issue.code} at ${issue.path.join('.')}`) : []
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const cause = error.cause === undefined ? [] : [`  caused by ${describeError(error.cause, root)}`]
  return [kind, ...issues, ...frames.map((frame) => frame.replaceAll(root, '.')), ...cause].join('\n')
}

/** Opens the log `<folder>/dossier.log`. When it exceeds 1 MB it is renamed to `dossier.old.log`. */
export function openErrorLog(folder: string, root: string, now: () => Date): ErrorLog {
  const path = join(folder, 'dossier.log')
  let last: Promise<void> = Promise.resolve()

  async function append(line: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true })
    const size = await stat(path).then(
      (found) => found.size,
      () => 0
    )
    if (size > LIMIT) await rename(path, join(folder, 'dossier.old.log'))
    await appendFile(path, line)
  }

  return {
    write(where, error) {
      const line = `${now().toISOString()} ${where}: ${describeError(error, root)}\n`
      last = last
        .then(() => append(line))
        // The last resort has no other place to report to.
        .catch(() => process.stderr.write(line))
        .then(() => undefined)
    },
    settled: () => last
  }
}
