import { asJson, type DocumentKind } from './records/kind.ts'

/** The version of a document; null when it has none, as no document of a case does. */
export function versionOf(document: unknown): number | null {
  const { schema } = asJson(document)
  return typeof schema === 'number' && Number.isSafeInteger(schema) && schema > 0 ? schema : null
}

/**
 * Brings a document up to its kind's present version, step by step. What is there already, and what is newer, comes back as it is. The
 * result is yet to be validated.
 */
export function migrate({ version: present, steps }: DocumentKind, document: unknown): unknown {
  let version = versionOf(document)
  if (version === null) return document
  let migrated = asJson(document)
  for (; version < present; version++) migrated = { ...(steps[version]?.(migrated) ?? migrated), schema: version + 1 }
  return migrated
}
