import { Hash } from './fingerprint.tsx'
import { useWords } from './language.tsx'
import { Sentences } from './pdf-result.tsx'
import type { Outcome } from './thread/messages.ts'
import type { Words } from './words/en.ts'

type BagOutcome = Extract<Outcome, { kind: 'bag' }>

/** The verdict on a bundle. */
export function bagVerdict({ check: { ok, dossier } }: BagOutcome, words: Words) {
  return (
    <div className={`verdict ${ok ? 'good' : 'bad'}`}>
      <p className="verdict-word">{ok ? `✓ ${words.good}` : `✗ ${words.bad}`}</p>
      <p>
        {ok ? words.bundleGood : words.bundleBad} {!dossier && words.bundleOther}
      </p>
      {!ok && <p>{words.storedPlain}</p>}
    </div>
  )
}

/** What the check of a bundle found, and the hash to compare. */
export function BagResult({ outcome: { check, sha256 } }: { outcome: BagOutcome }) {
  const words = useWords()
  return (
    <>
      <Sentences part="problems" title={words.problems} sentences={check.problems} />
      <Sentences part="notes" title={words.notes} sentences={check.warnings} />
      <section>
        <h4>{words.bundle}</h4>
        <p>{words.bundleCounts(check.files, check.bytes)}</p>
      </section>
      <section>
        <h4>{words.fileHash}</h4>
        <Hash value={sha256} />
      </section>
      <section data-part="cannot">
        <h4>{words.cannot}</h4>
        <p>{words.bundleCannot}</p>
      </section>
    </>
  )
}
