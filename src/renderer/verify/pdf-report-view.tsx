import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { EmbeddedSignature, PdfReport, SignatureReport } from '../../shared/brief/check.ts'
import { QUOTE_STATES } from '../../shared/quote/quote.ts'
import { count } from '../ui/format.ts'
import { standingOf } from '../../shared/brief/standing.ts'
import { StateChip } from '../ui/state-chip.tsx'
import { shownBy, verdictOf } from '../../shared/verifier/verdict.ts'
import { EMBEDDED_WORDS, SIGNATURE_WORDS } from './report-text.ts'

/** What the verification of a PDF found: the verdict first, then what it rests on. */
export function PdfReportView({ report }: { report: PdfReport }) {
  const { title, ok, quotes, statements, pages, problems, notes, signature, embedded, times } = report
  return (
    <>
      <div>
        <h3 className="report-title">{title}</h3>
        <p className={`verify-sum ${ok ? 'good' : 'bad'}`} role="status">
          {ok ? '✓' : '✗'} {verdictOf(report)}
        </p>
      </div>
      <Embedded embedded={embedded} />
      {(signature !== null || embedded === null) && <Signature signature={signature} />}
      <Sentences title="Time stamps" sentences={times.map(({ message }) => message)} />
      <Sentences title="What was shown" sentences={shownBy(report)} />
      {problems.length > 0 && (
        <section aria-label="Problems">
          <h3>Problems</h3>
          <ul className="facts-list bad">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      {statements.length > 0 && (
        <section aria-label="Statements that differ">
          <h3>
            Statements that differ <span className="hint">{statements.length}</span>
          </h3>
          <ul className="plain-list">
            {statements.map(({ number, page, text, shown }) => (
              <li key={number} className="finding">
                <span className="hint">{page === null ? 'on no page' : `page ${page}`}</span>
                <span className="excerpt">{text}</span>
                <span className="finding-why">
                  {shown === null ? 'Isn’t shown as the proof has it.' : 'Shown instead:'}
                </span>
                {shown !== null && <span className="excerpt">{shown}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {pages.length > 0 && (
        <section aria-label="Pages that differ">
          <h3>
            Pages that differ <span className="hint">{pages.length}</span>
          </h3>
          <ul className="facts-list">
            {pages.map(({ page, message }) => (
              <li key={`${page} ${message}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      {quotes.length > 0 && <Quotes quotes={quotes} />}
      <Sentences title="What this check can’t show" sentences={notes} />
    </>
  )
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="facts-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function Embedded({ embedded }: { embedded: EmbeddedSignature | null }) {
  if (embedded === null) return null
  const { state, message, certificate } = embedded
  const look = { valid: 'good', wrong: 'failure', unchecked: 'notice' }[state]
  return (
    <section aria-label="Signature within the PDF" className={`signature ${look}`}>
      <p>
        <b>{EMBEDDED_WORDS[state]}</b> {message}
      </p>
      {certificate !== null && (
        <p className="hint">
          SHA-256 of the certificate: <code className="mono">{certificate}</code>
        </p>
      )}
    </section>
  )
}

function Signature({ signature }: { signature: SignatureReport | null }) {
  if (signature === null) return <p className="hint">Not signed: there is no signature beside the file.</p>
  const { state, message } = signature
  const look = { valid: 'good', wrong: 'failure', 'unknown-key': 'notice', unreadable: 'failure' }[state]
  return (
    <section aria-label="Signature" className={`signature ${look}`}>
      <p>
        <b>{SIGNATURE_WORDS[state]}</b> {message}
      </p>
    </section>
  )
}

function Quotes({ quotes }: { quotes: PdfReport['quotes'] }) {
  const bad = quotes.filter((quote) => quote.state !== 'verbatim')
  const [all, setAll] = useState(bad.length === 0)
  const states = QUOTE_STATES.filter((state) => quotes.some((quote) => quote.state === state))
  const rank = (quote: PdfReport['quotes'][number]): number => QUOTE_STATES.indexOf(quote.state)
  const shown = [...(all ? quotes : bad)].sort((a, b) => rank(b) - rank(a))
  return (
    <section aria-label="Quotes">
      <div className="report-head">
        <h3>
          Quotes <span className="hint">{quotes.length}</span>
        </h3>
        {bad.length > 0 && bad.length < quotes.length && (
          <ToggleButtonGroup
            className="report-filter"
            aria-label="Which quotes"
            disallowEmptySelection
            selectedKeys={[all ? 'all' : 'bad']}
            onSelectionChange={(keys) => setAll(keys.has('all'))}
          >
            <ToggleButton id="bad" className="button choice small">
              Not verbatim {bad.length}
            </ToggleButton>
            <ToggleButton id="all" className="button choice small">
              All {quotes.length}
            </ToggleButton>
          </ToggleButtonGroup>
        )}
      </div>
      {states.length > 1 && (
        <ul className="verify-counts" aria-label="Quotes by state">
          {states.map((state) => (
            <li key={state}>
              <StateChip state={state} /> {count(quotes.filter((quote) => quote.state === state).length, 'quote')}
            </li>
          ))}
        </ul>
      )}
      <ul className="plain-list">
        {shown.map((quote, index) => (
          <li key={index} className="finding">
            <span>
              <StateChip
                state={standingOf(quote.state, {
                  original: 'intact',
                  text: 'intact',
                  recognised: quote.recognised
                })}
              />{' '}
              <span className="hint">
                {quote.page !== null && `page ${quote.page} · `}
                {quote.source}
              </span>
            </span>
            <span className="excerpt">{quote.exact}</span>
            {quote.reason && <span className="finding-why">{quote.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
