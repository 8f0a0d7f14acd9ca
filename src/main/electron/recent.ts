import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RecentCase } from '../../shared/api/contract.ts'
import { KEY_FILES } from '../store/keys.ts'
import { CASE_FILE } from '../../shared/case/records/places.ts'
import type { SettingsFile } from './settings-file.ts'

const LIMIT = 12

/** `recent.json`: the cases opened last, newest first. Whether they are still there is looked up each time. */
export const RecentFile = z.object({ schema: z.literal(1), cases: z.array(RecentCase.omit({ present: true })) })
export type RecentFile = z.infer<typeof RecentFile>

type Entry = RecentFile['cases'][number]

/** Puts a case first. */
export async function remember(file: SettingsFile<RecentFile>, entry: Entry): Promise<void> {
  const others = file.value.cases.filter((other) => other.path !== entry.path)
  await file.set({ schema: 1, cases: [entry, ...others].slice(0, LIMIT) })
}

/** Takes a case off the list; the case itself stays where it is. */
export async function forget(file: SettingsFile<RecentFile>, path: string): Promise<void> {
  await file.set({ schema: 1, cases: file.value.cases.filter((entry) => entry.path !== path) })
}

/**
 * The list with whether each case is still there. Of a case that was encrypted since, by another program too, title and handling are
 * taken off the disk first.
 */
export async function listRecent(file: SettingsFile<RecentFile>): Promise<RecentCase[]> {
  const found = await Promise.all(
    file.value.cases.map(async (entry) => {
      const sealed = (await Promise.all(KEY_FILES.map((name) => isThere(join(entry.path, name))))).includes(true)
      const present = sealed || (await isThere(join(entry.path, CASE_FILE)))
      return { ...entry, ...(sealed ? { title: null, tlp: null } : {}), present }
    })
  )
  if (found.some(({ title }, at) => title !== file.value.cases[at]!.title)) {
    await file.set({
      schema: 1,
      cases: found.map(({ path, title, tlp, openedAt }) => ({ path, title, tlp, openedAt }))
    })
  }
  return found
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false
  )
}
