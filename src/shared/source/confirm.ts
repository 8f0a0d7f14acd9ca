import type { Found, SourceMetadata } from './source.ts'

/** New values for fields of a source's metadata; null clears one. */
export interface MetadataPatch {
  title?: string | null | undefined
  authors?: string[] | null | undefined
  publisher?: string | null | undefined
  published?: string | null | undefined
  modified?: string | null | undefined
  retrieved?: string | null | undefined
  url?: string | null | undefined
  canonicalUrl?: string | null | undefined
  language?: string | null | undefined
  section?: string | null | undefined
  agencies?: string[] | null | undefined
}

/**
 * Sets metadata to what the user says. A set value counts as confirmed; what the importer had found stays as an
 * alternative, so that nothing is lost. Fields not given stay as they are.
 */
export function confirmMetadata(metadata: SourceMetadata, patch: MetadataPatch): SourceMetadata {
  return {
    title: confirm(metadata.title, patch.title),
    authors: confirm(metadata.authors, patch.authors),
    publisher: confirm(metadata.publisher, patch.publisher),
    published: confirm(metadata.published, patch.published),
    modified: confirm(metadata.modified, patch.modified),
    retrieved: confirm(metadata.retrieved, patch.retrieved),
    url: confirm(metadata.url, patch.url),
    canonicalUrl: confirm(metadata.canonicalUrl, patch.canonicalUrl),
    language: confirm(metadata.language, patch.language),
    section: confirm(metadata.section, patch.section),
    agencies: confirm(metadata.agencies, patch.agencies)
  }
}

/** Confirms all metadata as they are. */
export function confirmAsIs(metadata: SourceMetadata): SourceMetadata {
  return confirmMetadata(
    metadata,
    Object.fromEntries(Object.entries(metadata).map(([name, { value }]) => [name, value])) as MetadataPatch
  )
}

function confirm<T>(found: Found<T>, value: T | null | undefined): Found<T> {
  if (value === undefined) return found
  if (same(value, found.value)) return { ...found, confirmed: true }
  const chosen = found.alternatives.find((alternative) => same(alternative.value, value))
  const rest = found.alternatives.filter((alternative) => alternative !== chosen)
  const before = found.value !== null && found.evidence ? [{ value: found.value, evidence: found.evidence }] : []
  return {
    value,
    evidence: value === null ? null : (chosen?.evidence ?? { from: 'user', detail: '' }),
    confidence: 1,
    alternatives: [...before, ...rest],
    confirmed: true
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
