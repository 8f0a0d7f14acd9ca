import { parseDocument } from 'yaml'
import { z } from 'zod'
import { fieldOf } from '../metadata/fields.ts'
import { addField, type Findings } from '../metadata/findings.ts'

/** More than any head needs, less than what costs time to parse. */
const LONGEST = 64 * 1024
const FENCED = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/

const Scalar = z.union([z.string(), z.number(), z.boolean(), z.date()]).transform(String)
const Named = z.map(z.unknown(), z.unknown()).transform((map) => map.get('name'))

/**
 * Reads YAML front matter (`---` fences) into the findings and gives the text after it. What isn't a YAML mapping with at
 * least one known field stays text. Aliases are limited, so that a small head can't grow into a huge one.
 */
export function readFrontMatter(text: string, findings: Findings): { rest: string; found: boolean } {
  const fence = FENCED.exec(text.slice(0, LONGEST))
  if (!fence) return { rest: text, found: false }
  const fields = parseFields(fence[1]!)
  if (fields === null) return { rest: text, found: false }
  for (const [key, value] of fields) {
    const field = fieldOf(key)
    if (field === null || field === 'body') continue
    for (const entry of scalars(value)) {
      const values = field === 'authors' ? scalars(value).join('; ') : entry
      addField(findings, field, values, 'front-matter', `${key}: ${values}`)
      if (field === 'authors') break
    }
  }
  return { rest: text.slice(fence[0].length), found: true }
}

function parseFields(source: string): [string, unknown][] | null {
  const document = parseDocument(source, { schema: 'core', strict: false, logLevel: 'silent', uniqueKeys: false })
  const value = expand(document)
  const known =
    value instanceof Map && [...value.keys()].some((key) => typeof key === 'string' && fieldOf(key) !== null)
  if (!known) return linewise(source)
  return [...(value as Map<unknown, unknown>)].flatMap(([key, entry]) =>
    typeof key === 'string' ? [[key, entry] as [string, unknown]] : []
  )
}

function expand(document: ReturnType<typeof parseDocument>): unknown {
  if (document.errors.length > 0) return null
  try {
    return document.toJS({ mapAsMap: true, maxAliasCount: 20 }) as unknown
  } catch (error) {
    // Unresolved or excessive aliases: the head is read line by line instead.
    if (error instanceof ReferenceError) return null
    throw error
  }
}

/** `title: Ferry: what we know` is no valid YAML and common all the same. */
function linewise(source: string): [string, unknown][] | null {
  const fields = source.split('\n').flatMap((line) => {
    const match = /^([\p{L}_][\p{L}\p{N}_ -]{0,30}):\s+(.+)$/u.exec(line)
    return match ? [[match[1]!, match[2]!.trim().replace(/^(["'])(.*)\1$/u, '$2')] as [string, unknown]] : []
  })
  return fields.some(([key]) => fieldOf(key) !== null) ? fields : null
}

function scalars(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as unknown[]) : [value]
  return list.flatMap((entry) => {
    const plain = Scalar.safeParse(entry)
    if (plain.success) return [plain.data]
    const named = Scalar.safeParse(Named.safeParse(entry).data)
    return named.success ? [named.data] : []
  })
}
