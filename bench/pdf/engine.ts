import { fontBytes } from '../../src/main/pdf/typeset/font-bytes.ts'
import type { Part } from './content.ts'

/** The faces that all engines set in, as TrueType files. */
export const FACES = {
  serif: fontBytes('serif'),
  serifBold: fontBytes('serifBold'),
  sans: fontBytes('sans'),
  sansBold: fontBytes('sansBold')
} as const

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
