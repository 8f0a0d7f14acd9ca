import { memo, useContext, useMemo, useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { parseField } from '../parts/metadata/fields.ts'
import { useCase } from '../state/case/case.ts'
import { countFacets, isNarrowed, NONE, type Facet, type FacetCounts } from '../state/sources/facets.ts'
import { clearFilter, setPeriod, toggleFacet, useLibrary } from '../state/sources/library.ts'
import { matches } from '../state/window/fuzzy.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { formatDate } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { ShownContext, useFacetContext } from './shown-sources.ts'
import { valueWords } from './facet-words.ts'

/** Facets whose values come from the sources, by what they are called. */
const LISTS: readonly (readonly [Facet, string])[] = [
  ['publisher', 'Publisher'],
  ['tag', 'Tag'],
  ['brief', 'Cited in'],
  ['tlp', 'Handling'],
  ['reliability', 'Reliability'],
  ['language', 'Language']
]
const STATES: readonly (readonly [Facet, string])[] = [
  ['look', 'look'],
  ['dated', 'undated'],
  ['quoted', 'quoted'],
  ['quoted', 'unquoted'],
  ['texted', 'textless'],
  ['texted', 'recognised']
]
/** Values of a facet that show before all are asked for, and then. */
const FEW = 5
const MANY = 200

/** What the list of sources can be narrowed by, with how many sources each would leave. */
export function FacetPanel() {
  const { fitting, chosen } = useContext(ShownContext)
  const context = useFacetContext({ quotes: true, briefs: true })
  const counts = useMemo(() => countFacets(fitting, chosen, context), [fitting, chosen, context])
  const [sought, setSought] = useState('')
  const long = LISTS.some(([facet]) => counts[facet].size > FEW)
  return (
    <div className="facets">
      {long && (
        <FilterField label="Find a value" placeholder="Find a publisher, a tag…" value={sought} onChange={setSought} />
      )}
      {sought === '' && <Period counts={counts.date} />}
      {sought === '' && (
        <section className="facet" aria-label="State">
          <h3>State</h3>
          {STATES.map(([facet, value]) => (
            <Value key={value} facet={facet} value={value} count={counts[facet].get(value) ?? 0} />
          ))}
        </section>
      )}
      {LISTS.map(([facet, title]) => (
        <Values key={facet} facet={facet} title={title} counts={counts[facet]} sought={sought} />
      ))}
      {isNarrowed(chosen) && (
        <Button look="outline" className="small" onPress={() => void clearFilter()}>
          Show all sources
        </Button>
      )}
    </div>
  )
}

function Values(props: { facet: Facet; title: string; counts: FacetCounts[Facet]; sought: string }) {
  const { facet, title, counts, sought } = props
  const briefs = useCase((state) => state.briefs)
  const chosen = useLibrary((state) => state.chosen.values[facet])
  const [all, setAll] = useState(false)
  const words = (value: string): string => valueWords(facet, value, briefs)
  const values = useMemo(() => {
    const found = [...new Set([...counts.keys(), ...(chosen ?? [])])]
    const order = (value: string): number => (counts.get(value) ?? 0) + (value === NONE ? -1e9 : 0)
    return found.sort((a, b) => order(b) - order(a) || (a < b ? -1 : 1))
  }, [counts, chosen])
  const fitting = sought === '' ? values : values.filter((value) => matches(sought, words(value)))
  // One that none of the sources has says nothing.
  if (fitting.length === 0 || (values.length === 1 && values[0] === NONE && !chosen)) return null
  const many = all || sought !== ''
  const shown = fitting.slice(0, many ? MANY : FEW)
  // What was chosen stays in sight, though others are more frequent.
  for (const value of chosen ?? []) if (!shown.includes(value) && fitting.includes(value)) shown.push(value)
  const rest = fitting.length - shown.length
  return (
    <section className="facet" aria-label={title}>
      <h3>{title}</h3>
      {shown.map((value) => (
        <Value key={value} facet={facet} value={value} count={counts.get(value) ?? 0} />
      ))}
      {rest > 0 && !many && (
        <Button className="link" onPress={() => setAll(true)}>
          {rest.toLocaleString('en-GB')} more
        </Button>
      )}
      {rest > 0 && many && <p className="hint">{rest.toLocaleString('en-GB')} more: write what they begin with.</p>}
    </section>
  )
}

const Value = memo(function Value({ facet, value, count }: { facet: Facet; value: string; count: number }) {
  const briefs = useCase((state) => state.briefs)
  const chosen = useLibrary((state) => state.chosen.values[facet]?.includes(value) ?? false)
  return (
    <Checkbox
      className={`checkbox facet-value${count === 0 ? ' is-empty' : ''}`}
      isSelected={chosen}
      onChange={() => toggleFacet(facet, value)}
    >
      <span className="box" aria-hidden="true">
        <Icon name="check" />
      </span>
      <span className="facet-words">{valueWords(facet, value, briefs)}</span>
      <span className="facet-count">{count.toLocaleString('en-GB')}</span>
    </Checkbox>
  )
})

/** The period: the years that there are, the months of the one that is chosen, and any other by its ends. */
function Period({ counts }: { counts: FacetCounts['date'] }) {
  const { from, to } = useLibrary((state) => state.chosen)
  const year = from.slice(0, 4)
  const inYear = year !== '' && year === to.slice(0, 4)
  const periods = [...counts.keys()]
    .filter((period) => (inYear ? period.length === 7 && period.startsWith(year) : period.length === 4))
    .sort((a, b) => (a < b ? 1 : -1))
  return (
    <section className="facet" aria-label="Published">
      <h3>Published</h3>
      <div className="facet-ends">
        <End label="From" placeholder="2031-03" value={from} onChange={(next) => setPeriod(next, to)} />
        <End label="To" placeholder="2031-05-14" value={to} onChange={(next) => setPeriod(from, next)} />
      </div>
      {(inYear || periods.length > 0) && (
        <div className="facet-periods">
          {inYear && (
            <Button className="period" onPress={() => setPeriod('', '')}>
              All years
            </Button>
          )}
          {periods.slice(0, MANY).map((period) => {
            const on = period === from && period === to
            return (
              <Button
                key={period}
                className={`period${on ? ' is-on' : ''}`}
                onPress={() => (on ? setPeriod(year, year) : setPeriod(period, period))}
              >
                {formatDate(period)} <span className="facet-count">{counts.get(period)!.toLocaleString('en-GB')}</span>
              </Button>
            )
          })}
        </div>
      )}
    </section>
  )
}

/** An end of the period, which is taken when it's a date. */
function End(props: { label: string; placeholder: string; value: string; onChange: (value: string) => void }) {
  const [edited, setEdited] = useState(props.value)
  const [known, setKnown] = useState(props.value)
  if (known !== props.value) {
    setKnown(props.value)
    setEdited(props.value)
  }
  const parsed = parseField('published', edited)
  const take = (): void => {
    if ('value' in parsed && (parsed.value ?? '') !== props.value) props.onChange((parsed.value as string | null) ?? '')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <TextField
        label={props.label}
        value={edited}
        onChange={setEdited}
        onBlur={take}
        placeholder={props.placeholder}
        error={'problem' in parsed && edited.length >= 4 ? 'A year, a month or a day, as 2031-03' : null}
      />
    </form>
  )
}
