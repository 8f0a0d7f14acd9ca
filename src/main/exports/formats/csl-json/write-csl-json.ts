import type { ExportInput } from '../../../../shared/composition/input.ts'
import { toCslItem } from '../../../../shared/exchange/csl.ts'
import { inOneGo } from '../../format.ts'

export const make = inOneGo(({ input }) => writeCslJson(input))

/** The cited sources as CSL-JSON in the order of their numbers, for reference managers; see `toCslItem`. */
export function writeCslJson(input: ExportInput): string {
  const items = [...input.sources].sort((a, b) => a.number - b.number).map(({ source }) => toCslItem(source))
  return `${JSON.stringify(items, null, 2)}\n`
}
