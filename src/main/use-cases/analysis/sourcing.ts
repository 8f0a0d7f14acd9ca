import type { RequestName } from '../../../shared/api/contract.ts'
import type { SourcingAnswer } from '../../../shared/analysis/sourcing/answer.ts'
import { descriptorDraft } from '../../../shared/analysis/sourcing/descriptor.ts'
import { summaryDraft } from '../../../shared/analysis/sourcing/summary.ts'
import { statementsOf } from '../../../shared/analysis/statements/statements.ts'
import { SOURCING_TEXT, type SourcingText } from '../../../shared/case/records/sourcing-text.ts'
import { DossierError } from '../../../shared/errors/errors.ts'
import { sourceTitle, type Source } from '../../../shared/source/source.ts'
import { sha256 } from '../../base/hash.ts'
import type { Handlers } from '../handlers.ts'
import type { OpenCase } from '../open-case.ts'
import type { ClockAndIds } from '../quotes.ts'

/** The requests about the descriptors of a brief's sources, and its source summary statement. */
export function sourcingHandlers(
  opened: () => OpenCase,
  { now }: Pick<ClockAndIds, 'now'>
): Pick<Handlers, Extract<RequestName, `sourcing.${string}`>> {
  return {
    'sourcing.get': ({ id }) => sourcingOf(opened(), id),
    'sourcing.set': async ({ briefId, sourceId, text }) => {
      const open = opened()
      const before = await sourcingOf(open, briefId)
      const subject = sourceId === null ? before.summary : before.descriptors.find((each) => each.sourceId === sourceId)
      if (!subject)
        throw new DossierError('not-found', 'The brief doesn’t cite this source any more. Nothing was written.')
      const name = 'source' in subject ? String(subject.source) : 'the summary'
      await open.edits.as({ action: 'sourcing-written', subjects: [name] }, async () => {
        const written = textsOf(open, briefId).filter((each) => each.sourceId === sourceId)
        if (text === null) {
          for (const { id } of written) await open.edits.removeRecord(SOURCING_TEXT, id)
          return
        }
        const made = { text, draft: subject.draft, editedAt: now().toISOString() }
        const [latest] = written
        if (latest) await open.edits.updateRecord(SOURCING_TEXT, latest.id, (record) => ({ ...record, ...made }))
        else await open.edits.addRecords(SOURCING_TEXT, [{ id: idOf(briefId, sourceId), briefId, sourceId, ...made }])
      })
      return sourcingOf(open, briefId)
    }
  }
}

/** The same for the same thing in every copy of a case, so that two texts on it meet in a merge. */
function idOf(briefId: string, sourceId: string | null): string {
  return sha256(`${briefId}\n${sourceId ?? ''}`).slice(0, 40)
}

/** What was written of a brief's sources, the newest first. */
function textsOf(open: OpenCase, briefId: string): SourcingText[] {
  const texts = open.store.records(SOURCING_TEXT).list({ of: 'brief', id: briefId })
  return texts.sort((a, b) => (a.editedAt + a.id < b.editedAt + b.id ? 1 : -1))
}

/** How a brief's sources are described, drafted where nobody wrote otherwise. @throws DossierError `not-found`, `damaged`, `io` */
export async function sourcingOf(open: OpenCase, briefId: string): Promise<SourcingAnswer> {
  const brief = open.brief(briefId)
  const { statements } = await open.analysis.origins(briefId)
  const { findings } = await open.analysis.lint(briefId)
  const cited: Source[] = []
  for (const id of open.sourcesIn(brief)) {
    const row = open.store.catalogue.row(id)
    if (!row) continue
    const { source } = await open.source(id)
    if (source.deletedAt === null) cited.push(source)
  }
  cited.sort((a, b) => Number(a.key.slice(1)) - Number(b.key.slice(1)))
  const judgements = statementsOf(brief.doc, { quote: () => undefined, hasSource: () => false })
    .filter(({ kind }) => kind === 'judgement')
    .map(({ id }) => id)
  const written = textsOf(open, briefId)
  const told = (sourceId: string | null, draft: string): SourcingAnswer['summary'] => {
    const own = written.find((each) => each.sourceId === sourceId)
    return own
      ? { text: own.text, draft, isEdited: true, isOutdated: own.draft !== draft, editedAt: own.editedAt }
      : { text: draft, draft, isEdited: false, isOutdated: false, editedAt: null }
  }
  return {
    summary: told(
      null,
      summaryDraft({
        origins: statements,
        findings,
        judgements: new Set(judgements),
        sources: cited.map(({ key, grading }) => ({ key, grading }))
      })
    ),
    descriptors: cited.map((source) => ({
      ...told(source.id, descriptorDraft(source, statements)),
      source: source.key,
      sourceId: source.id,
      title: sourceTitle(source)
    }))
  }
}
