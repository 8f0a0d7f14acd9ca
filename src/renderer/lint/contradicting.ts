/** Of the sources that a contradiction is shown by, the one that tells otherwise: it is given last, and supports nothing. Null when there is none. */
export function contradictingSource(
  evidence: readonly { source: string }[],
  supports: readonly string[]
): string | null {
  return evidence.findLast(({ source }) => !supports.includes(source))?.source ?? null
}
