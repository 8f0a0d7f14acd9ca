import type { Output } from '../../shared/api/contract.ts'
import { useAnalysis } from '../state/brief/analysis.ts'
import { beginCitation, citeAgainst, insertWords, selectWords } from '../state/brief/mend.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { formatDate } from '../ui/format.ts'
import { contradictingSource } from './contradicting.ts'

type Finding = Output<'lint.get'>['findings'][number]

/** The one thing that mends a finding, where there is one: what its button says, and what it does in the text. */
export function mendingOf(finding: Finding): { label: string; run: () => void } | null {
  const { code, statement, start, end, evidence } = finding
  switch (code) {
    case 'unsupported-statement':
    case 'number-unsupported':
    case 'name-unsupported':
    case 'date-unsupported':
      return { label: 'Cite…', run: () => beginCitation(statement) }
    case 'contradiction-uncited': {
      const supports = useAnalysis.getState().origins.get(statement)?.reports ?? []
      const key = contradictingSource(evidence, supports)
      const source = useCase.getState().sources.find((row) => row.key === key)
      return source
        ? { label: `Cite ${source.key} as contradicting`, run: () => citeAgainst(statement, source.id) }
        : null
    }
    case 'stale-figure':
      return {
        label: 'Date it',
        run: () => insertWords(statement, end, { before: ' (as of ', marked: dayOf(statement) ?? 'then', after: ')' })
      }
    case 'single-origin-fact':
    case 'out-of-attribution':
    case 'weasel-words':
      return {
        label: 'Attribute',
        run: () => {
          const giver = useAnalysis.getState().origins.get(statement)?.origins[0]?.name
          if (giver === undefined) selectWords(statement, start, end)
          else insertWords(statement, null, { before: ', according to ', marked: giver, after: '' })
        }
      }
    case 'likelihood-with-confidence':
    case 'likelihood-mismatch':
      return { label: 'Change the words', run: () => selectWords(statement, start, end) }
    default:
      return null
  }
}

/** The day of the first report that a statement cites in support, for people; null when none has one. */
function dayOf(statement: string): string | null {
  const keys = useAnalysis.getState().origins.get(statement)?.reports ?? []
  const { sources } = useCase.getState()
  for (const key of keys) {
    const id = sources.find((row) => row.key === key)?.id
    const published = id === undefined ? null : sourceRow(sources, id)?.published
    if (published) return formatDate(published)
  }
  return null
}
