import { statementsOf } from '../../../shared/analysis/statements/statements.ts'
import type { OwnEventRow, RequestName } from '../../../shared/api/contract.ts'
import { OWN_EVENT, type OwnEvent } from '../../../shared/case/records/own-event.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { ClockAndIds } from '../clock-and-ids.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'

type Fields = Omit<OwnEvent, 'id' | 'createdAt'>

/** The requests about the events that the analyst puts into the chronology. */
export function ownEventHandlers(
  opened: () => OpenCase,
  { now, newId }: ClockAndIds
): Pick<Handlers, Extract<RequestName, `ownEvent.${string}`>> {
  return {
    'ownEvent.list': async () => rows(opened()),
    'ownEvent.add': async (fields) => {
      const open = opened()
      mustFit(open, fields)
      await open.edits.as({ action: 'event-made', subjects: [fields.from] }, () =>
        open.edits.addRecords(OWN_EVENT, [{ ...fields, id: newId(), createdAt: now().toISOString() }])
      )
      return rows(open)
    },
    'ownEvent.change': async ({ id, ...fields }) => {
      const open = opened()
      mustFit(open, fields)
      await open.edits.as({ action: 'event-changed', subjects: [fields.from] }, () =>
        open.edits.updateRecord(OWN_EVENT, id, (event) => ({ ...event, ...fields }))
      )
      return rows(open)
    },
    'ownEvent.remove': async ({ id }) => {
      const open = opened()
      const { from } = await open.store.records(OWN_EVENT).get(id)
      await open.edits.as({ action: 'event-removed', subjects: [from] }, () => open.edits.removeRecord(OWN_EVENT, id))
      return rows(open)
    }
  }
}

/** @throws DossierError `bad-request`, `not-found` */
function mustFit(open: OpenCase, { from, to, quotes, statements }: Fields): void {
  if (to < from) throw new DossierError('bad-request', 'The last day lies before the first. Nothing was changed.')
  for (const id of quotes)
    if (open.store.catalogue.sourceOfQuote(id) === undefined)
      throw new DossierError('not-found', 'A quote that the event names is no longer in the case. Nothing was changed.')
  for (const { briefId } of statements) open.brief(briefId)
}

/** The events in the order of their days, with what they are linked to as far as that is there. */
function rows(open: OpenCase): OwnEventRow[] {
  const keys = new Map(
    open.store.catalogue.quotes().flatMap(({ id, key, deletedAt }) => (deletedAt === null ? [[id, key] as const] : []))
  )
  const briefs = new Map(
    open.briefRows().map(({ id, title }) => [
      id,
      {
        title,
        numbers: new Map(
          statementsOf(open.brief(id).doc, { quote: () => undefined, hasSource: () => false }).map((statement) => [
            statement.id,
            statement.number
          ])
        )
      }
    ])
  )
  return open.store
    .records(OWN_EVENT)
    .list()
    .sort((a, b) => (a.from + a.to + a.createdAt + a.id < b.from + b.to + b.createdAt + b.id ? -1 : 1))
    .map((event) => ({
      ...event,
      quoteKeys: event.quotes.flatMap((id) => (keys.has(id) ? [{ id, key: keys.get(id)! }] : [])),
      places: event.statements.flatMap((place) => {
        const brief = briefs.get(place.briefId)
        return brief ? [{ ...place, brief: brief.title, number: brief.numbers.get(place.statementId) ?? null }] : []
      })
    }))
}
