import type { RequestName } from '../../../shared/api/contract.ts'
import type { HypothesesAnswer } from '../../../shared/analysis/hypotheses/answer.ts'
import { rank, sensitivity, tellsApart } from '../../../shared/analysis/hypotheses/rank.ts'
import { statementsOf } from '../../../shared/analysis/statements/statements.ts'
import { EVIDENCE, type Evidence } from '../../../shared/case/records/evidence.ts'
import { HYPOTHESIS, type Hypothesis } from '../../../shared/case/records/hypothesis.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import type { ClockAndIds } from '../quotes.ts'

/** The requests about the competing hypotheses of a brief. */
export function hypothesesHandlers(
  opened: () => OpenCase,
  { now, newId }: ClockAndIds
): Pick<Handlers, Extract<RequestName, `hypotheses.${string}`>> {
  const edit = async (briefId: string, subject: string, work: (open: OpenCase) => Promise<unknown>) => {
    const open = opened()
    open.brief(briefId)
    await open.edits.as({ action: 'hypotheses-changed', subjects: [subject] }, () => work(open))
    return answer(open, briefId)
  }
  return {
    'hypotheses.get': async ({ id }) => answer(opened(), id),
    'hypotheses.add': ({ briefId, text }) =>
      edit(briefId, shown(text), ({ edits }) =>
        edits.addRecords(HYPOTHESIS, [{ id: newId(), briefId, text, createdAt: now().toISOString() }])
      ),
    'hypotheses.change': ({ briefId, id, text }) =>
      edit(briefId, shown(text), ({ edits }) => edits.updateRecord(HYPOTHESIS, id, (before) => ({ ...before, text }))),
    'hypotheses.remove': async ({ briefId, id }) => {
      const { text } = await opened().store.records(HYPOTHESIS).get(id)
      return edit(briefId, shown(text), ({ edits }) => edits.removeRecord(HYPOTHESIS, id))
    },
    'hypotheses.addEvidence': ({ briefId, text, quotes, sources, statements }) =>
      edit(briefId, shown(text), async (open) => {
        for (const id of quotes) if (!(await open.anyQuote(id))) throw gone('quote')
        for (const id of sources) await open.source(id)
        const known = new Set(statementsIn(open, briefId).map(({ id }) => id))
        if (statements.some((id) => !known.has(id))) throw gone('statement')
        const evidence = { id: newId(), briefId, text, quotes, sources, statements, ratings: {} }
        await open.edits.addRecords(EVIDENCE, [{ ...evidence, createdAt: now().toISOString() }])
      }),
    'hypotheses.changeEvidence': ({ briefId, id, text }) =>
      edit(briefId, shown(text), ({ edits }) => edits.updateRecord(EVIDENCE, id, (before) => ({ ...before, text }))),
    'hypotheses.removeEvidence': async ({ briefId, id }) => {
      const { text } = await opened().store.records(EVIDENCE).get(id)
      return edit(briefId, shown(text), ({ edits }) => edits.removeRecord(EVIDENCE, id))
    },
    'hypotheses.rate': async ({ briefId, evidenceId, hypothesisId, rating }) => {
      const { text } = await opened().store.records(HYPOTHESIS).get(hypothesisId)
      return edit(briefId, shown(text), ({ edits }) =>
        edits.updateRecord(EVIDENCE, evidenceId, (before) => {
          const others = Object.entries(before.ratings).filter(([id]) => id !== hypothesisId)
          const all = rating === null ? others : [...others, [hypothesisId, rating] as const]
          return { ...before, ratings: Object.fromEntries(all) }
        })
      )
    }
  }
}

/** The hypotheses of a brief held against the evidence, both in the order in which they were made. @throws DossierError `not-found` */
function answer(open: OpenCase, briefId: string): HypothesesAnswer {
  open.brief(briefId)
  const owner = { of: 'brief', id: briefId } as const
  const hypotheses = open.store.records(HYPOTHESIS).list(owner).sort(inOrder)
  const evidence = open.store.records(EVIDENCE).list(owner).sort(inOrder)
  const ids = hypotheses.map(({ id }) => id)
  const ranked = rank(ids, evidence)
  const sensitive = sensitivity(ids, evidence)
  const { catalogue } = open.store
  const quotes = new Map(catalogue.quotes().map(({ id, key }) => [id, key]))
  const statements = new Map(statementsIn(open, briefId).map(({ id, number }) => [id, number]))
  const linked = <K extends string, V>(name: K, all: readonly string[], find: (id: string) => V | undefined) =>
    all.flatMap((id) => {
      const found = find(id)
      return found === undefined ? [] : [{ id, [name]: found } as { id: string } & Record<K, V>]
    })
  return {
    hypotheses: hypotheses.map(({ text }, at) => ({ ...ranked[at]!, number: at + 1, text })),
    evidence: evidence.map((row, at) => ({
      id: row.id,
      number: at + 1,
      text: row.text,
      quotes: linked('key', row.quotes, (id) => quotes.get(id)),
      sources: linked('key', row.sources, (id) => catalogue.row(id)?.key),
      statements: linked('number', row.statements, (id) => statements.get(id)),
      ratings: Object.fromEntries(Object.entries(row.ratings).filter(([id]) => ids.includes(id))),
      tellsApart: tellsApart(ids, row),
      leftOut: sensitive[at]!.leftOut,
      turned: sensitive[at]!.turned
    }))
  }
}

function statementsIn(open: OpenCase, briefId: string) {
  return statementsOf(open.brief(briefId).doc, { quote: () => undefined, hasSource: () => false })
}

/** In the order in which they were made, on whatever device. */
function inOrder(a: Hypothesis | Evidence, b: Hypothesis | Evidence): number {
  return a.createdAt + a.id < b.createdAt + b.id ? -1 : 1
}

function shown(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text}”`
}

function gone(what: string): DossierError {
  return new DossierError('not-found', `The ${what} is no longer there, so nothing was taken as evidence.`)
}
