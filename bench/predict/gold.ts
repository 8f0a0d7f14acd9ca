import { createReadStream } from 'node:fs'
import { z } from 'zod'

/** A gold file that can't be used, in a sentence. */
export class GoldError extends Error {
  override readonly name = 'GoldError'
}

/**
 * The rows of a gold file (JSON Lines), one by one, cut to the fields of `schema`: a predictor never sees the truth. Blank lines are skipped.
 * Throws a GoldError that names the line when the file can't be read or a row isn't as it should be.
 */
export async function* readRows<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const file = createReadStream(path, 'utf8')
  let number = 0
  try {
    for await (const line of linesOf(file)) {
      number++
      if (line.trim() !== '') yield readRow(line, schema, `${path}:${number}`)
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'path' in error && error.path === path)
      throw new GoldError(`${path} could not be read (${error.message}).`, { cause: error })
    throw error
  } finally {
    file.destroy()
  }
}

/** Lines end with a line feed alone: U+2028, at which Node's own reader ends them, may stand within JSON. */
async function* linesOf(file: AsyncIterable<unknown>): AsyncGenerator<string> {
  let begun: string[] = []
  for await (const chunk of file) {
    const [first = '', ...others] = String(chunk).split('\n')
    begun.push(first)
    for (const line of others) {
      yield begun.join('')
      begun = [line]
    }
  }
  yield begun.join('')
}

function readRow<T>(line: string, schema: z.ZodType<T>, place: string): T {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new GoldError(`${place} is no JSON.`, { cause: error })
  }
  const row = schema.safeParse(value)
  if (!row.success) throw new GoldError(`${place} isn’t a row of this kind: ${z.prettifyError(row.error)}`)
  return row.data
}
