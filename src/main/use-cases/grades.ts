import type { Emit, RequestName } from '../../shared/api/contract.ts'
import { sourceRow } from '../../shared/case/row.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import { keptGrading, withoutReason, type Grading } from '../../shared/source/grading.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

/** The requests that grade sources and quotes. */
export function gradeHandlers(
  opened: () => OpenCase,
  emit: Emit
): Pick<Handlers, Extract<RequestName, `grade.${string}`>> {
  const tell = async (sourceId: string): Promise<void> => emit('source.row', sourceRow(await opened().source(sourceId)))
  return {
    'grade.source': async ({ id, grading }) => {
      const grade = reasoned(grading)
      const open = opened()
      const { source } = await open.edits.as({ action: 'graded', subjects: ({ source: { key } }) => [key] }, () =>
        open.edits.updateSource(
          id,
          (record) => ({ ...record, source: { ...record.source, grading: grade } }),
          ({ source: { key } }) => ({ action: 'source-graded', subject: key, detail: told(grade) })
        )
      )
      await tell(id)
      return source
    },
    'grade.quote': async ({ id, grading }) => {
      const grade = reasoned(grading)
      const open = opened()
      const quote = await open.anyQuote(id)
      if (!quote) throw new DossierError('not-found', 'This quote is no longer in the case. Nothing was graded.')
      const { quotes } = await open.edits.as({ action: 'graded', subjects: [quote.key] }, () =>
        open.edits.updateSource(
          quote.sourceId,
          (record) => ({
            ...record,
            quotes: record.quotes.map((each) => (each.id === id ? { ...each, grading: grade } : each))
          }),
          { action: 'quote-graded', subject: quote.key, detail: told(grade) }
        )
      )
      await tell(quote.sourceId)
      return quotes.find((each) => each.id === id)!
    },
    'grade.list': async () => {
      const open = opened()
      const keys = new Map(open.store.catalogue.rows().map(({ id, key }) => [id, key]))
      const graded = open.store.catalogue.rows().filter(({ grade }) => grade !== null)
      const sources = await Promise.all(graded.map(async ({ id }) => (await open.source(id)).source))
      return [
        ...sources.flatMap(({ key, grading }) => (grading === null ? [] : [{ key, source: key, grading }])),
        ...open.store.catalogue
          .quotes()
          .flatMap(({ key, sourceId, grading }) =>
            grading == null ? [] : [{ key, source: keys.get(sourceId) ?? '', grading }]
          )
      ]
    }
  }
}

/** A grading as it's kept. @throws DossierError `bad-request` when a grade has no reason */
function reasoned(grading: Grading | null): Grading | null {
  const kept = grading && keptGrading(grading)
  const lacking = kept ? withoutReason(kept) : []
  if (lacking.length > 0)
    throw new DossierError(
      'bad-request',
      `A grade needs a reason, and none was given for the ${lacking.join(' and the ')}. Nothing was graded.`
    )
  return kept
}

/** A grade as the log tells of it: without its reasons, as the log is handed on with the case. */
function told(grading: Grading | null): Record<string, string | null> {
  return { reliability: grading?.reliability ?? null, credibility: grading?.credibility ?? null }
}
