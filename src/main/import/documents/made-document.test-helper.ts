import { writeZip } from '../../zip/zip-writer.ts'
import { assertBlocks } from '../extracted/blocks.ts'
import { named, readDocument } from '../reading/document.test-helper.ts'
import type { Extracted } from '../extracted/extracted.ts'
import { read } from '../reading/read.ts'

/** A zip of texts by their paths. */
export function zipOf(files: Record<string, string>): Buffer {
  return writeZip(
    Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const),
    'stored'
  )
}

/** A document's blocks, `type: text` each, a heading with its level. */
export function shown({ text, blocks }: Pick<Extracted, 'text' | 'blocks'>): string[] {
  return blocks.map(({ type, level, start, end }) => `${type}${level ?? ''}: ${text.slice(start, end)}`)
}

/** Reads a file as the import does, and checks its blocks. */
export async function readMade(bytes: Uint8Array, name: string, url: string | null = null): Promise<Extracted> {
  const extracted = await readDocument(bytes, name, url)
  assertBlocks(extracted.text, extracted.blocks)
  return extracted
}

/**
 * Reads a file cut at many places and with bytes changed: each must be read or refused with a sentence.
 * Gives the messages of other errors.
 */
export async function defectsOf(bytes: Uint8Array, name: string, times = 40): Promise<string[]> {
  const defects: string[] = []
  const attempt = async (broken: Uint8Array): Promise<void> => {
    try {
      const { document } = await read(broken, named(name))
      if (document) assertBlocks(document.text, document.blocks)
    } catch (error) {
      if (!(error instanceof Error && error.name === 'DossierError' && error.message.includes(`“${name}”`)))
        defects.push(String(error))
    }
  }
  for (let i = 1; i <= times; i++) {
    await attempt(bytes.subarray(0, Math.floor((bytes.length * i) / (times + 1))))
    const changed = Uint8Array.from(bytes)
    for (let at = (i * 7919) % bytes.length; at < bytes.length; at += 997 + i)
      changed[at] = (changed[at]! + i * 37) & 0xff
    await attempt(changed)
  }
  return defects
}
