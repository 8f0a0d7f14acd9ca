import { directionOf } from '../../shared/source/direction.ts'
import { sourceTitle, type Source } from '../../shared/source/source.ts'
import { useOriginals } from '../state/case/originals.ts'
import { useInReader } from '../state/sources/readers.ts'
import { doubtfulFields, isDoubtful } from '../../shared/source/doubt.ts'
import { Facts } from '../ui/facts.tsx'
import { count, formatLanguage, formatPublished } from '../ui/format.ts'

const ORIGINAL = {
  checking: 'Checking the original…',
  intact: '✓ Original intact',
  altered: '≠ Original altered',
  missing: '? Original missing',
  unknown: 'Original could not be checked'
}

/** What is known of a source. `titled` adds its title, where the text doesn't hold it. */
export function SourceHead({ source, titled, quotes }: { source: Source; titled: boolean; quotes: number }) {
  const original = useInReader((state) => state.original)
  const text = useOriginals((state) => state.of.get(source.id)?.text) ?? 'intact'
  const standing = (what: string): string =>
    quotes === 0 ? '' : ` ${count(quotes, 'quote')} from it: words as stored, ${what}.`
  const { publisher, published, authors, language } = source.metadata
  const day = formatPublished({ published: published.value, doubtful: doubtfulFields(source.metadata) }, 'long')
  const facts = [
    publisher.value,
    day === null ? 'no date' : `published ${day}`,
    authors.value && authors.value.length > 0
      ? `by ${authors.value.join(', ')}${isDoubtful(authors) ? ' (doubtful)' : ''}`
      : null,
    language.value && formatLanguage(language.value)
  ]
  return (
    <header className="source-head" lang="en" dir="ltr">
      {titled && (
        <h1 lang={language.value ?? undefined} dir={directionOf(sourceTitle(source))}>
          {sourceTitle(source)}
        </h1>
      )}
      <p>
        <span className="source-key">{source.key}</span> <Facts of={facts} />
      </p>
      <p className="source-proof">
        <span className={`proof ${original}`}>{ORIGINAL[original]}</span>
        {text !== 'intact' && <span className={`proof ${text}`}> · ≠ Text altered</span>}
      </p>
      {original === 'altered' && (
        <p className="failure" role="alert">
          The stored original is no longer what was imported. Quotes from it can't be proven. Compare it with a backup.
          {standing('original altered')}
        </p>
      )}
      {original === 'missing' && (
        <p className="failure" role="alert">
          The stored original is gone from the case folder. The text is still here. Restore the original from a backup.
          {standing('original missing')}
        </p>
      )}
      {text !== 'intact' && (
        <p className="failure" role="alert">
          The stored text is no longer the one that was taken from the original. Quotes from it can't be proven. Verify
          the case, and put the text back from a backup.
          {standing('text altered')}
        </p>
      )}
    </header>
  )
}
