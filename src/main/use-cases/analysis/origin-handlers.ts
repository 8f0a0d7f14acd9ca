import type { RequestName } from '../../../shared/api/contract.ts'
import { LINT_DISMISSAL } from '../../../shared/case/records/lint-dismissal.ts'
import { ORIGIN_OVERRULING } from '../../../shared/case/records/origin-overruling.ts'
import { statementsOf } from '../../../shared/analysis/statements/statements.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import type { ClockAndIds } from '../quotes.ts'

/** The requests that tell what briefs rest on, and keep what the analyst says to it. */
export function originHandlers(
  opened: () => OpenCase,
  { now, newId }: ClockAndIds
): Pick<Handlers, Extract<RequestName, `origins.${string}` | `lint.${string}` | 'impact.get' | 'matrix.get'>> {
  return {
    'origins.get': ({ id }) => opened().analysis.origins(id),
    'origins.since': ({ id, since }) => opened().analysis.originsSince(id, since),
    'origins.overrule': async ({ briefId, statementId, split, join, because }) => {
      const open = opened()
      mustHaveStatement(open, briefId, statementId)
      const { statements } = await open.analysis.origins(briefId)
      const reports = statements.find(({ statement }) => statement === statementId)?.reports ?? []
      const ids = split === null ? (join ?? []) : [split]
      for (const id of ids) {
        const { key } = (await open.source(id)).source
        if (!reports.includes(key))
          throw new DossierError('bad-request', `The statement doesn’t cite ${key} in support. Nothing was changed.`)
      }
      if (join !== null && join[0] === join[1])
        throw new DossierError('bad-request', 'A source can’t be joined with itself. Nothing was changed.')
      const keys = await Promise.all(ids.map(async (id) => (await open.source(id)).source.key))
      await open.edits.as({ action: 'origin-overruled', subjects: [keys.join(' and ')] }, () =>
        open.edits.addRecords(ORIGIN_OVERRULING, [
          {
            id: newId(),
            briefId,
            statementId,
            split,
            join,
            because,
            createdAt: now().toISOString()
          }
        ])
      )
      return open.analysis.origins(briefId)
    },
    'lint.statement': ({ briefId, statement }) => opened().analysis.lintStatement(briefId, statement),
    'lint.get': ({ id }) => opened().analysis.lint(id),
    'lint.dismiss': async ({ briefId, statementId, code, exact, because }) => {
      const open = opened()
      const text = mustHaveStatement(open, briefId, statementId)
      await open.edits.as({ action: 'finding-dismissed', subjects: [`“${code}”`] }, () =>
        open.edits.addRecords(LINT_DISMISSAL, [
          {
            id: newId(),
            briefId,
            statementId,
            code,
            exact,
            text,
            because,
            createdAt: now().toISOString()
          }
        ])
      )
      return open.analysis.lint(briefId)
    },
    'impact.get': ({ id }) => opened().analysis.impact(id),
    'matrix.get': ({ id }) => opened().analysis.matrix(id)
  }
}

/** The text of a statement. @throws DossierError `not-found` */
function mustHaveStatement(open: OpenCase, briefId: string, statementId: string): string {
  const statements = statementsOf(open.brief(briefId).doc, { quote: () => undefined, hasSource: () => false })
  const statement = statements.find(({ id }) => id === statementId)
  if (!statement) throw new DossierError('not-found', 'This statement is no longer in the brief. Nothing was changed.')
  return statement.text
}
