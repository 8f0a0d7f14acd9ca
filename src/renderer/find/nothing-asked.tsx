import { showDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { SavedList } from './saved-list.tsx'

/** What can be written, and what it finds. */
const LANGUAGE: readonly (readonly [string, string])[] = [
  ['harbour memo', 'both words, anywhere'],
  ['"kept the memo"', 'these words in a row'],
  ['quay OR pier', 'either; NOT or - leaves out, ( ) groups'],
  ['harbo*', 'words that begin so'],
  ['memo NEAR/5 port', 'within five words of each other'],
  ['title:quay', 'in the title; so do author, publisher, speaker, tag, lang, tlp and key'],
  ['date:2031-05', 'by date: a day, month or year; 2031-02..2031-05, >=2031-02-10, none'],
  ['in:quotes', 'only quotes; or sources, notes, briefs']
]

/** What the search shows before anything is asked: what can be written. */
export function NothingAsked() {
  return (
    <div className="scroll search-help" tabIndex={0} data-pane-focus role="group" aria-label="How to search">
      <SavedList />
      <div>
        <Button look="outline" className="small" onPress={() => showDialog({ kind: 'search-names' })}>
          A list of names…
        </Button>
      </div>
      <h3>What can be written</h3>
      <dl className="search-language">
        {LANGUAGE.map(([query, words]) => (
          <div key={query}>
            <dt className="mono">{query}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        Accents and capitals make no difference. It finds texts, titles, quotes, notes, tags and briefs.
      </p>
    </div>
  )
}
