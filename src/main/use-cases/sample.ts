import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tlp } from '../../shared/source/source.ts'

/** The sample case as it ships: articles and a brief, in `resources/sample`. */
export interface Sample {
  title: string
  tlp: Tlp
  articles: string[]
  brief: string
}

/** Reads the list of the sample's files. */
export async function readSample(resources: string): Promise<Sample> {
  const folder = join(resources, 'sample')
  const names = (await readdir(folder)).filter((name) => /^\d/.test(name)).sort()
  return {
    title: 'Sollen ferry inquiry',
    tlp: 'TLP:AMBER',
    articles: names.map((name) => join(folder, name)),
    brief: await readFile(join(folder, 'brief.md'), 'utf8')
  }
}

/** A folder for the sample that isn't there yet. */
export function freeFolder(parent: string, name: string): string {
  for (let i = 1; ; i++) {
    const folder = join(parent, i === 1 ? name : `${name} ${i}`)
    if (!existsSync(folder)) return folder
  }
}
