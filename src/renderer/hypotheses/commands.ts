import type { Command, SubjectCommand } from '../registry/command.ts'
import { briefShown, briefWritable } from '../registry/conditions.ts'
import { useAnalysis } from '../state/brief/analysis.ts'
import { flushBrief } from '../state/brief/brief.ts'
import { takeAsEvidence } from '../state/brief/hypotheses.ts'
import { useCase } from '../state/case/case.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Holds competing hypotheses against the evidence. */
const showHypotheses: Command = {
  id: 'hypotheses',
  title: 'Competing hypotheses…',
  menu: { place: 'verify', label: 'Competing Hypotheses…' },
  keys: 'Mod Alt A',
  when: briefShown,
  run: async () => {
    if (await flushBrief()) showDialog({ kind: 'hypotheses' })
  }
}

export const commands = [showHypotheses]

export const quoteCommands: SubjectCommand[] = [
  {
    id: 'quote-as-evidence',
    part: 'use',
    title: (id) => `Take ${useCase.getState().quotes.get(id)?.key ?? 'the quote'} as evidence`,
    when: briefWritable,
    run: (id) => {
      const quote = useCase.getState().quotes.get(id)
      if (quote)
        return takeAsEvidence({ text: quote.target.exact, quotes: [id], sources: [quote.sourceId], statements: [] })
    }
  }
]

export const statementCommands: SubjectCommand[] = [
  {
    id: 'statement-as-evidence',
    part: 'use',
    title: () => 'Take the statement as evidence',
    when: briefWritable,
    fits: (id) => useAnalysis.getState().origins.has(id),
    run: (id) => {
      const text = useAnalysis.getState().origins.get(id)?.text
      if (text !== undefined) return takeAsEvidence({ text, quotes: [], sources: [], statements: [id] })
    }
  }
]
