import { Hash } from './fingerprint.tsx'
import { Sentence, useWords } from './language.tsx'
import { Sentences } from './pdf-result.tsx'
import type { Outcome } from './thread/messages.ts'
import type { Words } from './words/en.ts'

type CaseOutcome = Extract<Outcome, { kind: 'case' }>

/** The verdict on a case. */
export function caseVerdict({ report: { ok } }: CaseOutcome, words: Words) {
  return (
    <div className={`verdict ${ok ? 'good' : 'bad'}`}>
      <p className="verdict-word">{ok ? `✓ ${words.good}` : `✗ ${words.bad}`}</p>
      <p>
        <Sentence
          text={
            ok ? 'Every quote, every original and the log are as they should be.' : 'Not everything is as it should be.'
          }
        />
      </p>
      {!ok && <p>{words.storedPlain}</p>}
    </div>
  )
}

/** What the check of a case found: its sources and quotes, those that aren’t as they should be first. */
export function CaseResult({ outcome: { report, sha256 } }: { outcome: CaseOutcome }) {
  const words = useWords()
  const { title, sources, quotes, log, problems, notices } = report
  const isFine = (source: (typeof sources)[number]): boolean => source.original === 'intact' && source.text === 'intact'
  const doubtful = sources.filter((source) => !isFine(source))
  const failing = quotes.filter(({ state }) => state === 'altered' || state === 'missing')
  return (
    <>
      {title !== '' && <p className="report-title">{title}</p>}
      <Sentences
        part="problems"
        title={words.problems}
        sentences={[...log.breaks.map(({ message }) => message), ...problems]}
      />
      {doubtful.length > 0 && (
        <section data-part="sources">
          <h4>{words.caseSources}</h4>
          <ul>
            {doubtful.map(({ key, title: name, original, text }) => (
              <li key={key}>
                <b>{key}</b> <bdi>{name}</bdi>: {words.caseOriginal} {words.storedStates[original]}, {words.caseText}{' '}
                {words.storedStates[text]}
              </li>
            ))}
          </ul>
        </section>
      )}
      {failing.length > 0 && (
        <section data-part="quotes">
          <h4>{words.quotes}</h4>
          <ol className="quotes">
            {failing.map(({ key, source, exact, state, reason }, i) => (
              <li key={i}>
                <p>
                  <b className={`state ${state}`}>{words.states[state]}</b>{' '}
                  <span className="quiet">{[key, source].filter(Boolean).join(' · ')}</span>
                </p>
                <blockquote dir="auto">{exact}</blockquote>
                {reason !== '' && (
                  <p className="reason">
                    <Sentence text={reason} />
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <section data-part="counts">
        <h4>{words.case}</h4>
        <p>{words.caseCounts(sources.length, quotes.length, log.entries)}</p>
      </section>
      <section>
        <h4>{words.fileHash}</h4>
        <Hash value={sha256} />
      </section>
      <Sentences part="cannot" title={words.cannot} sentences={notices} />
    </>
  )
}
