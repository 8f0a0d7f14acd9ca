import type { CaseReport } from '../../shared/brief/check.ts'
import { STANDINGS } from '../../shared/brief/standing.ts'
import { revealNode } from '../state/brief/editor.ts'
import { openBrief, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { closePanel } from '../state/window/layout.ts'
import { showQuote } from '../state/sources/quotes.ts'
import { showPassage } from '../state/sources/reader.ts'
import { DockedPanel } from '../ui/docked-panel.tsx'
import { Button } from '../ui/button.tsx'
import { StateChip } from '../ui/state-chip.tsx'
import { count } from '../ui/format.ts'
import { RepairReport } from '../parts/repair-report.tsx'
import { checkedWords, quoteWords, standingQuotes } from './case-report.ts'
import { putBack, useVerify, verifyCase } from './verify-state.ts'
import './verify.css'

type ReportedQuote = CaseReport['quotes'][number]

/** Leads to where a quote of the report stands: in its brief, else in its source. */
async function goTo(quote: ReportedQuote): Promise<void> {
  const { briefs, quotes, sources } = useCase.getState()
  if (quote.blockId !== undefined) {
    const brief = briefs.find((row) => row.id === quote.brief || row.title === quote.brief)
    if (brief && (useBrief.getState().id === brief.id || (await openBrief(brief.id)))) revealNode(quote.blockId)
    return
  }
  const saved = [...quotes.values()].find((candidate) => candidate.key === quote.key)
  if (saved) await showQuote(saved.id, 'library')
  const source = sources.find((row) => row.key === quote.source || row.id === quote.source)
  if (!saved && source) await showPassage({ sourceId: source.id }, 'library')
}

/** What the verification of the case found. */
export function VerifyPanel() {
  const { running, report, failure, repair } = useVerify()
  const originals = report?.sources.filter((source) => source.original !== 'intact' || source.text !== 'intact') ?? []
  const quotes = report ? standingQuotes(report) : []
  const bad = quotes.filter(({ standing }) => standing !== 'verbatim')
  return (
    <DockedPanel
      title="Verification"
      className="verify"
      closing="Close the verification"
      onClose={closePanel}
      actions={
        <Button className="small" isDisabled={running} onPress={() => void verifyCase()}>
          Again
        </Button>
      }
    >
      <div className="scroll verify-body" tabIndex={0} data-pane-focus role="group" aria-label="Results">
        {running && <p role="status">Comparing every quote with its source and hashing every original…</p>}
        {failure && (
          <p className="failure" role="alert">
            {failure.message}
          </p>
        )}
        {repair && <RepairReport repair={repair} />}
        {report && (
          <>
            <p className={`verify-sum ${report.ok ? 'good' : 'bad'}`}>
              {report.ok ? '✓ Everything holds.' : '✗ Something doesn’t hold.'}
            </p>
            <p>Checked: {checkedWords(report)}.</p>
            <ul className="verify-counts">
              {STANDINGS.map((state) => ({ state, of: quotes.filter(({ standing }) => standing === state) }))
                .filter(({ of }) => of.length > 0)
                .map(({ state, of }) => (
                  <li key={state}>
                    <StateChip state={state} /> {quoteWords(of)}
                  </li>
                ))}
            </ul>
            <p className="hint">
              {report.sources.length - originals.length} of {report.sources.length} sources are as they were imported,
              original and text.{' '}
              {report.log.breaks.length === 0
                ? `The log is unbroken: ${count(report.log.entries, 'entry', 'entries')}.`
                : 'The log is broken.'}
            </p>
            {report.log.breaks.length > 0 && (
              <section>
                <h3>Log</h3>
                <ul className="plain-list">
                  {report.log.breaks.map(({ device, line, message }) => (
                    <li key={`${device} ${line}`} className="failure">
                      {message}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {report.problems.length > 0 && (
              <section>
                <h3>Documents of the case</h3>
                <ul className="plain-list">
                  {report.problems.map((problem) => (
                    <li key={problem} className="failure">
                      {problem}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {originals.length > 0 && (
              <section>
                <h3>Originals</h3>
                {!repair && <PutBack />}
                <ul className="plain-list">
                  {originals.map((source) => (
                    <li key={source.key}>
                      <Button className="place" onPress={() => void goTo({ ...NO_QUOTE, source: source.key })}>
                        <span>
                          <span className="state altered">
                            {source.original !== 'intact' ? `Original ${source.original}` : `Text ${source.text}`}
                          </span>{' '}
                          {source.key} · {source.title}
                        </span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {bad.length > 0 && (
              <section>
                <h3>Quotes that aren’t verbatim, or not proven</h3>
                <ul className="plain-list">
                  {bad.map((quote, index) => (
                    <li key={`${quote.key ?? quote.blockId ?? ''} ${index}`}>
                      <Button className="place" onPress={() => void goTo(quote)}>
                        <span className="finding">
                          <span>
                            <StateChip state={quote.standing} /> <span className="hint">{where(quote)}</span>
                          </span>
                          <span className="excerpt">{quote.exact}</span>
                          <span className="finding-why">{quote.reason}</span>
                        </span>
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Unsupported statements={report.statements} />
            {report.notices.map((notice) => (
              <p key={notice} className="hint">
                {notice}
              </p>
            ))}
          </>
        )}
      </div>
    </DockedPanel>
  )
}

/** The statements that nothing supports: true or not, the briefs don't show why. */
function Unsupported({ statements: { checked, unsupported } }: { statements: CaseReport['statements'] }) {
  if (checked === 0) return null
  return (
    <section aria-label="Statements without support">
      <h3>
        Statements without support <span className="hint">{unsupported.length}</span>
      </h3>
      {unsupported.length === 0 && <p className="hint">Every statement is supported by a quote or a source.</p>}
      <ul className="plain-list">
        {unsupported.map(({ brief, blockId, section, excerpt }) => (
          <li key={`${brief} ${blockId}`}>
            <Button className="place" onPress={() => void goTo({ ...NO_QUOTE, brief, blockId })}>
              <span className="finding">
                <span className="hint">{where({ ...NO_QUOTE, brief, source: section || null })}</span>
                <span className="excerpt">{excerpt}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Puts back originals and texts from the backups, and verifies again. */
function PutBack() {
  const readOnly = useCase((state) => state.readOnly)
  const repairing = useVerify((state) => state.repairing)
  return (
    <Button look="outline" className="small" isDisabled={readOnly || repairing} onPress={() => void putBack()}>
      {repairing ? 'Looking into the backups…' : 'Put back from backups'}
    </Button>
  )
}

const NO_QUOTE: ReportedQuote = {
  source: null,
  exact: '',
  state: 'missing',
  paragraph: null,
  locator: null,
  reason: ''
}

function where({ key, brief, source, locator }: ReportedQuote): string {
  const title = useCase.getState().briefs.find((row) => row.id === brief)?.title ?? brief
  return [key, title && `in “${title}”`, source, locator].filter(Boolean).join(' · ')
}
