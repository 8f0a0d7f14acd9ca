import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RecentCase } from '../../shared/api/contract.ts'
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

/** The list with whether each case is still there. */
export function listRecent(file: SettingsFile<RecentFile>): Promise<RecentCase[]> {
  return Promise.all(
    file.value.cases.map(async (entry) => {
      const present = await stat(join(entry.path, 'case.json')).then(
        () => true,
        () => false
      )
      return { ...entry, present }
    })
  )
}
