import type { Quote } from '../../shared/quote/quote.ts'
import type { SubjectCommand } from '../registry/command.ts'
import { caseWritable } from '../registry/conditions.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { showQuotesOf } from '../state/sources/quote-filter.ts'
import { deleteQuote, showQuote } from '../state/sources/quotes.ts'
import { copyWords } from '../state/window/clipboard.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { formatDate } from '../ui/format.ts'

const quoteOf = (id: string): Quote | undefined => useCase.getState().quotes.get(id)
const keyOf = (id: string): string => quoteOf(id)?.key ?? 'the quote'

/** A quote with who said it and where, as people pass it on in a message. */
function quotedWithSource({ key, target, speaker, sourceId }: Quote): string {
  const row = sourceRow(useCase.getState().sources, sourceId)
  const published = row?.published ? formatDate(row.published, 'long') : null
  const facts = [speaker, row?.publisher ?? row?.title, published].filter(Boolean)
  return `“${target.exact}” ${facts.length > 0 ? `— ${facts.join(', ')} ` : ''}(${key})`
}

/** What can be done with a saved quote, in the list and where it's marked in its source. */
export const quoteCommands: SubjectCommand[] = [
  {
    id: 'show-quote',
    part: 'go',
    keys: 'Enter',
    title: (id) => `Show ${keyOf(id)} in its source`,
    run: (id) => showQuote(id, 'library')
  },
  {
    id: 'copy-quote',
    part: 'use',
    title: () => 'Copy the words',
    run: (id) => {
      const quote = quoteOf(id)
      if (quote) copyWords(quote.target.exact, `The text of ${quote.key}`)
    }
  },
  {
    id: 'copy-quote-with-source',
    part: 'use',
    title: () => 'Copy the words with their source',
    run: (id) => {
      const quote = quoteOf(id)
      if (quote) copyWords(quotedWithSource(quote), `${quote.key} with its source`)
    }
  },
  {
    id: 'quotes-beside',
    part: 'narrow',
    title: () => 'Show all quotes of this source',
    run: (id) => {
      const quote = quoteOf(id)
      if (quote) showQuotesOf(quote.sourceId)
    }
  },
  {
    id: 'edit-quote',
    keys: 'F2',
    title: () => 'Speaker and note…',
    when: caseWritable,
    run: (id) => showDialog({ kind: 'quote', id })
  },
  {
    id: 'delete-quote',
    part: 'delete',
    keys: 'Del',
    title: (id) => `Delete ${keyOf(id)}`,
    when: caseWritable,
    run: deleteQuote
  }
]
