import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Arrows point from a folder to those after it in its list. */
const ALLOWED: Record<string, string[]> = {
  source: [],
  quote: ['source'],
  brief: ['quote', 'source'],
  case: ['brief', 'quote', 'source'],
  analysis: ['brief', 'quote', 'source'],
  proof: ['brief', 'quote', 'source'],
  composition: ['proof', 'case', 'brief', 'quote', 'source'],
  pdf: [],
  verifier: ['pdf', 'api', 'composition', 'proof', 'brief', 'quote', 'source'],
  redaction: ['composition', 'brief', 'quote', 'source'],
  exchange: ['case', 'brief', 'quote', 'source'],
  api: ['composition', 'case', 'analysis', 'brief', 'quote', 'source']
}
const PLATFORM = /^(?:node:|electron$|react|@tiptap\/|pdfkit|lowdb)/

async function violations(root: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.ts$/.test(entry.name) || /\.test(-helper)?\.ts$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const [layer = ''] = relative(root, path).split(/[\\/]/)
    for (const [, specifier = ''] of (await readFile(path, 'utf8')).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      if (PLATFORM.test(specifier)) found.push(`${relative(root, path)} imports ${specifier}`)
      if (!specifier.startsWith('.')) continue
      const target = relative(root, resolve(dirname(path), specifier)).split(/[\\/]/)[0] ?? ''
      if (target !== layer && !(ALLOWED[layer] ?? []).includes(target))
        found.push(`${relative(root, path)} imports ${specifier}`)
    }
  }
  return found
}

describe('the layers of src/shared', () => {
  let made: string
  beforeAll(async () => {
    made = await mkdtemp(join(tmpdir(), 'layers-'))
    await mkdir(join(made, 'quote'))
    await mkdir(join(made, 'brief'))
  })
  afterAll(() => rm(made, { recursive: true }))

  it('point one way and know no platform', async () => {
    expect(await violations(import.meta.dirname)).toEqual([])
  })

  it('are guarded: a deliberate violation is caught', async () => {
    await writeFile(join(made, 'brief', 'fine.ts'), "import type { Quote } from '../quote/quote.ts'\n")
    await writeFile(
      join(made, 'quote', 'upward.ts'),
      "import type { Brief } from '../brief/brief.ts'\nimport { readFile } from 'node:fs'\n"
    )
    expect(await violations(made)).toEqual([
      'quote/upward.ts imports ../brief/brief.ts',
      'quote/upward.ts imports node:fs'
    ])
  })
})
