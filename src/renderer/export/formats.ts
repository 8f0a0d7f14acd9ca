import type { ExportFormat } from '../../shared/composition/export-formats.ts'

/** A format as the subject of a sentence: “The redacted PDF”. */
export function named({ noun }: ExportFormat, redacted = false): string {
  return redacted ? `The redacted ${noun}` : `The ${noun}`
}
