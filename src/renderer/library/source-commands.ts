import type { SourceRow } from '../../shared/case/row.ts'
import type { SubjectCommand } from '../registry/command.ts'
import { caseWritable } from '../registry/conditions.ts'
import { quoteCounts, sourceRow, useCase } from '../state/case/case.ts'
import { checkDoubtful, confirmSelected, editSelected, useSelection } from '../state/case/selection.ts'
import { useLibrary } from '../state/sources/library.ts'
import { NONE, NOTHING_CHOSEN } from '../state/sources/facets.ts'
import { showQuotesOf } from '../state/sources/quote-filter.ts'
import { openSource } from '../state/sources/reader.ts'
import { copyWords } from '../state/window/clipboard.ts'
import { showTab } from '../state/window/layout.ts'
import { count, formatDate } from '../ui/format.ts'
import { sourcesSelected } from './commands.ts'

const rowOf = (id: string): SourceRow | undefined => sourceRow(useCase.getState().sources, id)
const keyOf = (id: string): string => rowOf(id)?.key ?? 'the source'
const quotesOf = (id: string): number => quoteCounts(useCase.getState().quotes).get(id) ?? 0
const selected = (): string => count(useSelection.getState().ids.size, 'source')

/** A source as people refer to it in a message: `“Memo withheld”, Harbour Post, 4 March 2031 (S12)`. */
function referenceTo({ key, title, publisher, published }: SourceRow): string {
  const facts = [`“${title}”`, publisher, published === null ? 'no date' : formatDate(published, 'long')]
  return `${facts.filter(Boolean).join(', ')} (${key})`
}

/** What can be done with a source of the library. */
export const sourceCommands: SubjectCommand[] = [
  { id: 'open-source', part: 'go', keys: 'Enter', title: (id) => `Open ${keyOf(id)}`, run: openSource },
  {
    id: 'quotes-of-source',
    part: 'go',
    title: (id) => `Show the ${quotesOf(id) === 1 ? 'quote' : 'quotes'} of ${keyOf(id)}`,
    fits: (id) => quotesOf(id) > 0,
    run: showQuotesOf
  },
  {
    id: 'copy-reference',
    part: 'use',
    title: () => 'Copy the reference',
    run: (id) => {
      const row = rowOf(id)
      if (row) copyWords(referenceTo(row), `The reference of ${row.key}`)
    }
  },
  {
    id: 'only-publisher',
    part: 'narrow',
    title: (id) => `Show only ${rowOf(id)?.publisher ?? 'those without a publisher'}`,
    run: (id) => {
      const publisher = rowOf(id)?.publisher ?? NONE
      useLibrary.setState({ words: '', chosen: { ...NOTHING_CHOSEN, values: { publisher: [publisher] } } })
      showTab('sources')
    }
  },
  {
    id: 'check-source',
    title: (id) => `Check the metadata of ${keyOf(id)}…`,
    when: caseWritable,
    fits: (id) => rowOf(id)?.attention != null,
    run: (id) => checkDoubtful([id])
  },
  { id: 'edit-selected', title: () => `Edit ${selected()}…`, when: sourcesSelected, run: editSelected },
  { id: 'confirm-selected', title: () => `Confirm ${selected()}…`, when: sourcesSelected, run: confirmSelected }
]
