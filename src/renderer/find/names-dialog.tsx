import { useMemo, useState } from 'react'
import type { NameTable } from '../../shared/search/answer.ts'
import { countNames, MOST_NAMES, namesIn, useNames } from '../state/search/names.ts'
import { copyWords } from '../state/window/clipboard.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import { runSearch } from './opening.ts'
import {
  countIn,
  namesAsCsv,
  namesAsMarkdown,
  queryOfName,
  sortNames,
  sourcesOf,
  type NameSort,
  type NameSource
} from './names-table.ts'

/** Sources that have a column of their own; what is copied has all. */
const COLUMNS = 8

/** Counts a list of names in all sources. */
export function NamesDialog() {
  const { text, counting, table, failure } = useNames()
  const names = useMemo(() => namesIn(text), [text])
  return (
    <Dialog
      title="A list of names"
      onClose={closeDialog}
      width={1040}
      actions={
        <>
          {table && (
            <span className="apart row names-copy">
              <Button look="outline" onPress={() => copyWords(namesAsCsv(table.names), 'The table')}>
                Copy as CSV
              </Button>
              <Button look="outline" onPress={() => copyWords(namesAsMarkdown(table.names), 'The table')}>
                Copy as Markdown
              </Button>
            </span>
          )}
          <Button onPress={closeDialog}>Close</Button>
          <Button look="primary" isDisabled={names.length === 0 || counting} onPress={() => void countNames()}>
            {counting ? 'Counting…' : 'Count'}
          </Button>
        </>
      }
    >
      <TextField
        label="Names, one a line"
        value={text}
        onChange={(next) => useNames.setState({ text: next })}
        rows={table ? 3 : 10}
        autoFocus
        error={failure}
        hint={`${count(names.length, 'name')} of up to ${MOST_NAMES.toLocaleString('en-GB')}. The words of a line are looked for in a row.`}
      />
      {table && <Table table={table} />}
    </Dialog>
  )
}

function Table({ table: { names, complete } }: { table: NameTable }) {
  const [by, setBy] = useState<NameSort>('given')
  const sources = useMemo(() => sourcesOf(names), [names])
  const rows = useMemo(() => sortNames(names, by), [names, by])
  const columns = sources.slice(0, COLUMNS)
  const head = (sort: NameSort, words: string, title?: string) => {
    const isBy = JSON.stringify(sort) === JSON.stringify(by)
    const order = sort === 'name' ? 'ascending' : 'descending'
    return (
      <th scope="col" title={title} aria-sort={isBy && sort !== 'given' ? order : 'none'}>
        <button type="button" className="names-sort" onClick={() => setBy(isBy ? 'given' : sort)}>
          {words}
          {isBy && <span aria-hidden="true">{sort === 'name' ? ' ↑' : ' ↓'}</span>}
        </button>
      </th>
    )
  }
  return (
    <>
      {!complete && <p className="notice">The texts are still being looked through: count again for all of them.</p>}
      <div className="names-scroll" tabIndex={0} role="group" aria-label="Table of names">
        <table className="names-table">
          <thead>
            <tr>
              {head('name', 'Name')}
              {head('hits', 'Hits')}
              {head('sources', 'Sources')}
              {columns.map((source) => (
                <SourceHead key={source.sourceId} source={source} head={head} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name} className={row.count === 0 ? 'is-none' : undefined}>
                <th scope="row" dir="auto">
                  {row.name}
                </th>
                <Count n={row.count} query={queryOfName(row.name, null)} about={row.name} />
                <Count n={row.sources.length} query={queryOfName(row.name, null)} about={`${row.name}, sources`} />
                {columns.map(({ sourceId, key }) => (
                  <Count
                    key={sourceId}
                    n={countIn(row, sourceId)}
                    query={queryOfName(row.name, key)}
                    about={`${row.name} in ${key}`}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sources.length > columns.length && (
        <p className="hint">
          The {COLUMNS} sources with the most hits have a column; what is copied has all{' '}
          {sources.length.toLocaleString('en-GB')}.
        </p>
      )}
    </>
  )
}

function SourceHead(props: {
  source: NameSource
  head: (sort: NameSort, words: string, title?: string) => React.ReactNode
}) {
  const { sourceId, key, title } = props.source
  return props.head({ sourceId }, key, title)
}

/** A number that leads to what it counts. */
function Count({ n, query, about }: { n: number; query: string; about: string }) {
  if (n === 0) return <td className="names-zero">0</td>
  return (
    <td>
      <Button
        className="link small"
        aria-label={`${n.toLocaleString('en-GB')}, ${about}: search`}
        onPress={() => {
          closeDialog()
          // The dialog gives the focus back as it goes.
          setTimeout(() => runSearch(query))
        }}
      >
        {n.toLocaleString('en-GB')}
      </Button>
    </td>
  )
}
