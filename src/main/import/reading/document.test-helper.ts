import type { Extracted, FileHint, Reading } from '../extracted/extracted.ts'
import { read } from './read.ts'

/** A hint that says nothing but the name. */
export function named(name: string, url: string | null = null): FileHint {
  return { name, url, given: [] }
}

/** The document of a reading that must have one. */
export function documentOf({ document }: Pick<Reading, 'document'>): Extracted {
  if (document === null) throw new Error('It is no document')
  return document
}

/** The document that reading a file must give. */
export async function readDocument(bytes: Uint8Array, name: string, url: string | null = null): Promise<Extracted> {
  return documentOf(await read(bytes, named(name, url)))
}
