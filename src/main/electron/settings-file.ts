import { rename } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import { DossierError } from '../../shared/errors/errors.ts'
import { DurableJson } from '../base/durable.ts'

/** A small JSON document of the app's own (preferences, recent cases, the window's place), held in memory. */
export interface SettingsFile<T> {
  readonly value: T
  /** Resolves when it is on the disk. */
  set(value: T): Promise<void>
}

export interface OpenedSettings<T> {
  file: SettingsFile<T>
  /** A sentence for the user when the file could not be used; else null. */
  notice: string | null
}

/**
 * Opens a settings file. A missing one gives the defaults. A damaged one is set aside under a new name and told of, never
 * overwritten; one that can't be read at all is left alone, and setting then fails with `io`.
 */
export async function openSettings<T extends object>(
  path: string,
  schema: z.ZodType<T>,
  defaults: T,
  what: string,
  now: () => Date
): Promise<OpenedSettings<T>> {
  const adapter = new DurableJson(path, schema)
  try {
    return { file: inMemory(await adapter.read(), adapter), notice: null }
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    if (error.code === 'not-found') return { file: inMemory(defaults, adapter), notice: null }
    if (error.code !== 'damaged')
      return { file: readOnly(defaults, what), notice: `${what} could not be read, so Dossier starts without them.` }
    const aside = `${path.replace(/\.json$/, '')}.damaged-${now().toISOString().replace(/[:.]/g, '-')}.json`
    await rename(path, aside)
    return {
      file: inMemory(defaults, adapter),
      notice: `${what} could not be read: the file was damaged. It was set aside as ${basename(aside)}, and Dossier starts with the usual settings.`
    }
  }
}

function inMemory<T extends object>(initial: T, adapter: DurableJson<T>): SettingsFile<T> {
  let value = initial
  return {
    get value() {
      return value
    },
    async set(next) {
      value = next
      await adapter.write(next)
    }
  }
}

function readOnly<T>(value: T, what: string): SettingsFile<T> {
  return {
    value,
    set: () =>
      Promise.reject(
        new DossierError(
          'io',
          `${what} can't be saved: the file that is there can't be read. Check its permissions and restart Dossier.`
        )
      )
  }
}
