import type { PageObject } from '../pdf/page-tree.ts'
import type { DrawnPage } from '../proof/drawn.ts'

/** Digests of what a PDF draws and holds, as its proof's version defines them; `document` by the part's name. */
export interface Digests {
  pages: DrawnPage[]
  fonts: { name: string; sha256: string }[]
  document: Readonly<Record<string, string>>
}

/** Makes the digests of one version of the proof. */
export interface Digester {
  /** The digests of a page but its words. `operators` is their text. */
  page(page: PageObject, number: number, content: Uint8Array, operators: Uint8Array): Omit<DrawnPage, 'text'>
  fonts(): Digests['fonts']
  document(): Digests['document']
}
