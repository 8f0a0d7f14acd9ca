import type { Emit, PageRequest } from '../../shared/api/contract.ts'
import type { EditAction } from '../../shared/case/history/history.ts'
import { sourceRow } from '../../shared/case/row.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { createQuote, targetOf } from '../../shared/quote/create.ts'
import type { Quote, Verification } from '../../shared/quote/quote.ts'
import type { VerifyHint } from '../../shared/quote/prepared.ts'
import { verifyQuote } from '../../shared/quote/verify.ts'
import type { ClockAndIds } from './clock-and-ids.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

export type { ClockAndIds }

/** The requests that make and change quotes. */
export function quoteHandlers(
  opened: () => OpenCase,
  emit: Emit,
  clockAndIds: ClockAndIds
): Pick<Handlers, Extract<PageRequest, `quote.${string}`>> {
  const edit = async (action: EditAction, work: () => Promise<Quote>): Promise<Quote> => {
    const quote = await opened().edits.as({ action, subjects: ({ key }: Quote) => [key] }, work)
    emit('source.row', sourceRow(await opened().source(quote.sourceId)))
    return quote
  }
  const change = (
    id: string,
    action: 'quote-changed' | 'quote-deleted' | 'quote-restored',
    changed: (quote: Quote) => Quote
  ): Promise<Quote> => edit(action, () => changeQuote(opened(), id, action, changed))
  return {
    'quote.list': async ({ offset, limit }) => opened().store.catalogue.quotes(offset, limit),
    'quote.create': (range) => edit('quote-made', () => quoteRange(opened(), range, clockAndIds)),
    'quote.update': ({ id, speaker, note, tags }) =>
      change(id, 'quote-changed', (quote) => ({ ...quote, speaker, note, tags: opened().codebook.namesOf(tags) })),
    'quote.delete': ({ id }) =>
      change(id, 'quote-deleted', (quote) => ({ ...quote, deletedAt: clockAndIds.now().toISOString() })),
    'quote.restore': ({ id }) => change(id, 'quote-restored', (quote) => ({ ...quote, deletedAt: null }))
  }
}

/**
 * Saves a quote over a range of a source's text, widened to whole words. The same range again gives the quote there is.
 * @throws DossierError `empty`, `not-found` or a storage failure
 */
export async function quoteRange(
  open: OpenCase,
  range: { sourceId: string; start: number; end: number },
  clockAndIds: ClockAndIds,
  said: Partial<Pick<Quote, 'speaker' | 'attribution'>> = {}
): Promise<Quote> {
  const { text, state } = await open.text(range.sourceId)
  if (state !== 'intact') {
    throw new DossierError(
      'damaged',
      'The stored text of this source has changed since it was imported, so nothing can be quoted from it. Import its original again.'
    )
  }
  const target = targetOf(text, range.start, range.end)
  if (!target) throw new DossierError('empty', 'Select some words to quote.')
  return open.addQuote(range.sourceId, target, (key) => ({
    ...createQuote({
      id: clockAndIds.newId(),
      key,
      sourceId: range.sourceId,
      target,
      createdAt: clockAndIds.now().toISOString()
    }),
    ...said
  }))
}

/**
 * Locates words in a source and saves them as a quote when they are verbatim or normalised; else `quote` is null and the
 * verification says why.
 */
export async function quoteWords(
  open: OpenCase,
  sourceId: string,
  words: string,
  hint: VerifyHint,
  clockAndIds: ClockAndIds
): Promise<{ quote: Quote | null; verification: Verification }> {
  const { prepared } = await open.text(sourceId)
  const verification = verifyQuote(words, prepared, hint)
  const { state, start, end } = verification
  if ((state !== 'verbatim' && state !== 'normalised') || start === null || end === null)
    return { quote: null, verification }
  return { quote: await quoteRange(open, { sourceId, start, end }, clockAndIds), verification }
}

/** Changes a quote, deleted or not. @throws DossierError `not-found` or a storage failure */
export async function changeQuote(
  open: OpenCase,
  id: string,
  action: 'quote-changed' | 'quote-deleted' | 'quote-restored',
  change: (quote: Quote) => Quote
): Promise<Quote> {
  const quote = await open.anyQuote(id)
  if (!quote) throw new DossierError('not-found', 'This quote is no longer in the case.')
  const record = await open.edits.updateSource(
    quote.sourceId,
    (before) => ({
      ...before,
      quotes: before.quotes.map((candidate) => (candidate.id === id ? change(candidate) : candidate))
    }),
    { action, subject: quote.key, detail: {} }
  )
  return record.quotes.find((candidate) => candidate.id === id)!
}
