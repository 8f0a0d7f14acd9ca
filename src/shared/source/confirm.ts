import { metadataOf, type Found, type ListField, type SourceMetadata, type TextField } from './source.ts'

/** New values for fields of a source's metadata; null clears one. */
export type MetadataPatch = { [Field in TextField]?: string | null | undefined } & {
  [Field in ListField]?: string[] | null | undefined
}

/**
 * Sets metadata to what the user says. A set value counts as confirmed; what the importer had found stays as an
 * alternative, so that nothing is lost. Fields not given stay as they are.
 */
export function confirmMetadata(metadata: SourceMetadata, patch: MetadataPatch): SourceMetadata {
  return metadataOf({
    text: (field) => confirm(metadata[field], patch[field]),
    list: (field) => confirm(metadata[field], patch[field])
  })
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
