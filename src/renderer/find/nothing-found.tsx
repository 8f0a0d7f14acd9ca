import { useSearch, askFor, isNarrowed, type Found } from '../state/search/search.ts'
import { Button } from '../ui/button.tsx'

/** Says that nothing was found, and what may help. */
export function NothingFound({ found }: { found: Found }) {
  const { query, scope, narrowing } = found.question
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? []
  const isPlain = words.length > 1 && !/[:"()*-]|\b(?:OR|NOT|NEAR)\b/.test(query)
  return (
    <div className="search-none">
      <p>
        {found.read === '' ? (
          'This asks nothing yet: write a word, or a field with what to look for in it.'
        ) : (
          <>
            Nothing {found.complete ? 'in this case' : 'so far'} fits <bdi className="mono">{found.read}</bdi>.
          </>
        )}
      </p>
      <div className="row">
        {isNarrowed(narrowing) && (
          <Button look="outline" className="small" onPress={() => askFor({ narrowing: {} })}>
            Don’t narrow it
          </Button>
        )}
        {scope !== null && (
          <Button look="outline" className="small" onPress={() => askFor({ scope: null })}>
            Search everything
          </Button>
        )}
        {isPlain && (
          <Button look="outline" className="small" onPress={() => askFor({ query: words.join(' OR '), typing: false })}>
            Any of these words
          </Button>
        )}
        <Button look="outline" className="small" onPress={() => useSearch.setState({ query: '', found: null })}>
          How to search
        </Button>
      </div>
      <p className="hint">
        Words side by side must all be there. <span className="mono">harbo*</span> finds words that begin so,{' '}
        <span className="mono">a OR b</span> either of two.
      </p>
    </div>
  )
}
