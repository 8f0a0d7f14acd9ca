import { createRequire } from 'node:module'
import type { Part } from './content.ts'

const locate = createRequire(import.meta.url)

/** The faces that all engines set in. */
export const FACES = {
  serif: file('source-serif-4/400Regular/SourceSerif4_400Regular'),
  serifBold: file('source-serif-4/600SemiBold/SourceSerif4_600SemiBold'),
  sans: file('source-sans-3/400Regular/SourceSans3_400Regular'),
  sansBold: file('source-sans-3/600SemiBold/SourceSans3_600SemiBold')
} as const

function file(path: string): string {
  return locate.resolve(`@expo-google-fonts/${path}.ttf`)
}

/** The same margins for all. */
export const MARGINS = { left: 104, right: 86, top: 88, bottom: 84 } as const

/** Another way to make a PDF of the same words. */
export interface Engine {
  name: string
  /** Makes the PDF once. What a program keeps from export to export, such as fonts read, may be kept. */
  make(content: readonly Part[], title: string): Promise<Uint8Array>
}

/** Loads a package of `bench/package.json`. Throws with how to install it where it is missing. */
export async function comparison<T>(name: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new MissingEngine(`${name} isn’t installed: run “npm install --prefix bench” to compare with it.`, {
      cause: error
    })
  }
}

export class MissingEngine extends Error {}
