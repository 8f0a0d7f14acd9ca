import { rangeOf } from '../brief/likelihood.ts'
import type { ExportOrigins } from './analysis.ts'
import type { Run, TextBlock } from './block.ts'
import type { PrintedStatement } from './references.ts'
import { counted } from './summary.ts'

/** How many reports, and how many origins: `5 reports, 2 origins`. */
export function countsOf({ reports, origins }: ExportOrigins): string {
  return `${counted(reports.length, 'report')}, ${counted(origins.length, 'origin')}`
}

/**
 * What is said below a judgement: on how many reports and origins it rests, how likely it is, and how sure the analyst is. Each has a sentence
 * of its own, as ICD 203 asks of likelihood and confidence. None where there is nothing to say.
 */
export function basis(
  { attrs: { kind, likelihood, confidence } }: PrintedStatement,
  origins: ExportOrigins | null,
  { ranges, linked }: { ranges: boolean; linked: boolean }
): TextBlock[] {
  const sentences: Run[] = []
  if (kind === 'judgement' && origins && origins.reports.length > 0) {
    const ruled = origins.overruled.length > 0 ? ', as the analyst rules' : ''
    const run: Run = { text: `${countsOf(origins)}${ruled}.` }
    sentences.push(
      linked ? { ...run, target: { destination: originsPlace(origins.number) }, about: 'Where it comes from' } : run
    )
  }
  if (likelihood) sentences.push({ text: `Likelihood: ${likelihood}${ranges ? ` (${rangeOf(likelihood)})` : ''}.` })
  if (confidence) sentences.push({ text: `Confidence: ${confidence}.` })
  if (sentences.length === 0) return []
  const runs = sentences.flatMap((run, i): Run[] => (i === 0 ? [run] : [{ text: ' ' }, run]))
  return [{ type: 'text', kind: 'state', runs }]
}

/** The place of a statement's entry in the appendix of origins. */
export function originsPlace(number: number): string {
  return `origins-${number}`
}
