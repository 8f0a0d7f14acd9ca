import { useState } from 'react'
import type { PdfReport } from '../shared/brief/check.ts'
import { shownBy, verdictOf } from '../shared/verifier/verdict.ts'
import { Texts, type AskedQuote } from './carried-texts.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { Sentence, useWords } from './language.tsx'
import type { Outcome } from './thread/messages.ts'
import type { Words } from './words/en.ts'

type PdfOutcome = Extract<Outcome, { kind: 'pdf' }>

/** Quotes that are listed at first. */
const FIRST = 100

/** The verdict on a PDF, in the program's words and in plain ones. */
export function verdictWords({ report }: PdfOutcome, words: Words) {
  return (
    <div className={`verdict ${report.ok ? 'good' : 'bad'}`}>
      <p className="verdict-word">{report.ok ? `✓ ${words.good}` : `✗ ${words.bad}`}</p>
      <p>
        <Sentence text={verdictOf(report)} />
      </p>
      <p>
        {report.ok ? words.goodPlain : besideAlone(report) ? words.besidePlain : words.badPlain}{' '}
        {report.ok && report.proofVersion < 3 && words.lessPlain}
      </p>
    </div>
  )
}

/** Whether a PDF is all right by itself, and only what was dropped beside it isn’t. */
function besideAlone({ problems, quotes, signature, times }: PdfReport): boolean {
  const beside = [...(signature ? [signature.message] : []), ...times.map(({ message }) => message)]
  return (
    problems.every((problem) => beside.includes(problem)) &&
    quotes.every(({ state }) => state === 'verbatim' || state === 'normalised')
  )
}

/** What the check of a PDF found, the worst first, with all that one may want to compare. */
export function PdfResult({ outcome: { report, texts, sha256 } }: { outcome: PdfOutcome }) {
  const words = useWords()
  const [asked, setAsked] = useState<AskedQuote | null>(null)
  const placed = new Set(texts.flatMap(({ places }) => places.map(({ quote }) => quote)))
  return (
    <>
      {report.title !== '' && <p className="report-title">{report.title}</p>}
      <Sentences part="problems" title={words.problems} sentences={report.problems} />
      <Statements statements={report.statements} />
      <Sentences part="pages" title={words.pages} sentences={report.pages.map(({ message }) => message)} />
      <Sentences part="shows" title={words.shows} sentences={shownBy(report)} />
      <Fingerprint fingerprint={report.fingerprint} sha256={sha256} holds={report.ok} />
      <Signature report={report} />
      <Sentences part="times" title={words.times} sentences={report.times.map(({ message }) => message)} />
      <Quotes quotes={report.quotes} placed={placed} onShow={(quote) => setAsked({ quote })} />
      <Texts texts={texts} asked={asked} />
      <Sentences part="cannot" title={words.cannot} sentences={report.notes} />
    </>
  )
}

interface SentencesProps {
  /** What the sentences are, whatever the language. */
  part: 'problems' | 'pages' | 'shows' | 'cannot' | 'times' | 'notes'
  title: string
  sentences: readonly string[]
}

export function Sentences({ part, title, sentences }: SentencesProps) {
  if (sentences.length === 0) return null
  return (
    <section data-part={part}>
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Sentence text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Statements({ statements }: Pick<PdfReport, 'statements'>) {
  const words = useWords()
  if (statements.length === 0) return null
  return (
    <section>
      <h4>{words.statements}</h4>
      <ul className="plain">
        {statements.map(({ number, page, text, shown }) => (
          <li key={number}>
            <span className="quiet">{page === null ? words.noPage : words.page(page)}</span>
            <blockquote dir="auto">{text}</blockquote>
            <p>{shown === null ? words.notShown : words.shownInstead}</p>
            {shown !== null && <blockquote dir="auto">{shown}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Signature({ report: { signature, embedded } }: { report: PdfReport }) {
  const words = useWords()
  return (
    <section>
      <h4>{words.signature}</h4>
      {embedded && (
        <p>
          <b className={embedded.state === 'valid' ? 'good' : embedded.state === 'unchecked' ? '' : 'bad'}>
            {words.embeddedStates[embedded.state]}
          </b>{' '}
          <Sentence text={embedded.message} />
        </p>
      )}
      {embedded?.certificate && (
        <p className="quiet">
          {words.certificateHash}: <span className="mono">{embedded.certificate}</span>
        </p>
      )}
      {signature === null ? (
        !embedded && <p>{words.noSignature}</p>
      ) : (
        <p>
          <b className={signature.state === 'valid' ? 'good' : signature.state === 'unknown-key' ? '' : 'bad'}>
            {words.signatureStates[signature.state]}
          </b>{' '}
          <Sentence text={signature.message} />
        </p>
      )}
    </section>
  )
}

interface QuotesProps {
  quotes: PdfReport['quotes']
  /** The numbers of quotes that stand in a carried text. */
  placed: ReadonlySet<number>
  onShow: (quote: number) => void
}

function Quotes({ quotes, placed, onShow }: QuotesProps) {
  const words = useWords()
  const [all, setAll] = useState(false)
  if (quotes.length === 0) return null
  const listed = all ? quotes : quotes.slice(0, FIRST)
  return (
    <section>
      <h4>
        {words.quotes} <span className="quiet">{quotes.length}</span>
      </h4>
      <ol className="quotes">
        {listed.map(({ page, exact, state, checked, source, reason }, i) => (
          <li key={i}>
            <p>
              <b className={`state ${state}`}>{words.states[state]}</b>{' '}
              <span className="quiet">
                {checked ? words.stateMeanings[state] : words.unchecked} ·{' '}
                {page === null ? words.noPage : words.page(page)}
                {source !== '' && (
                  <>
                    {' '}
                    · <bdi>{source}</bdi>
                  </>
                )}
              </span>
            </p>
            <blockquote dir="auto">{exact}</blockquote>
            {reason !== '' && (
              <p className="reason">
                <Sentence text={reason} />
              </p>
            )}
            {placed.has(i + 1) && (
              <button
                className="button small"
                type="button"
                aria-label={words.inText(i + 1)}
                onClick={() => onShow(i + 1)}
              >
                {words.inTextShort}
              </button>
            )}
          </li>
        ))}
      </ol>
      {listed.length < quotes.length && (
        <button className="button" type="button" onClick={() => setAll(true)}>
          {words.moreQuotes(quotes.length - listed.length)}
        </button>
      )}
    </section>
  )
}
