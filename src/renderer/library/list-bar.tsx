import { memo, useContext, useMemo } from 'react'
import { ToggleButton as ChoiceButton } from 'react-aria-components'
import { SORT_COLUMNS } from '../../shared/case/source-sort.ts'
import { loadCited } from '../state/brief/cited.ts'
import { useCase } from '../state/case/case.ts'
import { checkDoubtful } from '../state/case/selection.ts'
import { FACETS, isNarrowed, type Chosen } from '../state/sources/facets.ts'
import {
  clearFilter,
  setDense,
  setPeriod,
  sortBy,
  toggleFacet,
  useDense,
  useLibrary
} from '../state/sources/library.ts'
import { Button, ToggleButton } from '../ui/button.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuButton } from '../ui/menu.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { FacetPanel } from './facet-panel.tsx'
import { periodWords, valueWords } from './facet-words.ts'
import { ShownContext } from './shown-sources.ts'
import { columnName, sortWords } from './sort-words.ts'

/** What stands above the list of sources: how it's narrowed, how it's sorted, and how much of it shows. */
export const ListBar = memo(function ListBar() {
  return (
    <>
      <div className="filter">
        <WordField />
        <NarrowButton />
        <DenseToggle />
      </div>
      <div className="list-info">
        <ShownCount />
        <SortMenu />
      </div>
      <Chips />
    </>
  )
})

function WordField() {
  const words = useLibrary((state) => state.words)
  return (
    <FilterField
      label="Filter sources"
      value={words}
      onChange={(next) => useLibrary.setState({ words: next })}
      onEscape={clearFilter}
    />
  )
}

function NarrowButton() {
  const number = useLibrary((state) => chosenNumber(state.chosen))
  return (
    <PanelButton
      label={number === 0 ? 'Narrow the list' : `Narrow the list, ${number} chosen`}
      className={`icon${number === 0 ? '' : ' is-on'}`}
      onOpen={() => void loadCited()}
      panel={<FacetPanel />}
    >
      <Icon name="filter" />
    </PanelButton>
  )
}

function DenseToggle() {
  const dense = useDense()
  return (
    <ToggleButton label="One line for each source" isSelected={dense} onChange={setDense}>
      <Icon name="rows" />
    </ToggleButton>
  )
}

function chosenNumber({ values, from, to }: Chosen): number {
  return Object.values(values).flat().length + (from === '' && to === '' ? 0 : 1)
}

/** How many of all sources show, while not all do; else what leads to those that want a look. */
function ShownCount() {
  const shown = useContext(ShownContext).rows.length
  const total = useCase((state) => state.sources.length)
  const narrowed = useLibrary(({ words, chosen }) => words.trim() !== '' || isNarrowed(chosen))
  return (
    <>
      <span role="status" className={narrowed ? 'list-count' : 'hidden-text'}>
        {narrowed && `${shown.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}
      </span>
      {!narrowed && <LookToggle />}
    </>
  )
}

/** Narrows the list to what needs a look. */
function LookToggle() {
  const sources = useCase((state) => state.sources)
  const isSelected = useLibrary(({ chosen }) => chosen.values.look !== undefined)
  const doubtful = useMemo(() => sources.filter((row) => row.attention !== null).length, [sources])
  if (doubtful === 0 && !isSelected) return <span />
  return (
    <ChoiceButton className="button choice" isSelected={isSelected} onChange={() => toggleFacet('look', 'look')}>
      Needs a look <span>{doubtful.toLocaleString('en-GB')}</span>
    </ChoiceButton>
  )
}

function SortMenu() {
  const sort = useLibrary((state) => state.sort)
  const order = (descending: boolean) => ({
    id: String(descending),
    label: sortWords({ ...sort, descending }),
    checked: sort.descending === descending,
    onAction: () => useLibrary.setState({ sort: { ...sort, descending } })
  })
  return (
    <MenuButton
      className="small sort"
      label={`Sort: ${sortWords(sort)}`}
      groups={[
        {
          title: 'Sort by',
          entries: SORT_COLUMNS.map((column) => ({
            id: column,
            label: columnName(column),
            checked: column === sort.by,
            onAction: () => {
              if (column !== sort.by) sortBy(column)
            }
          }))
        },
        { title: 'Order', entries: [order(true), order(false)] }
      ]}
    >
      <span>{sortWords(sort)}</span> <Icon name="down" />
    </MenuButton>
  )
}

/** What the list is narrowed to: each can be taken away, or all at once. */
function Chips() {
  const chosen = useLibrary((state) => state.chosen)
  const briefs = useCase((state) => state.briefs)
  const readOnly = useCase((state) => state.readOnly)
  if (!isNarrowed(chosen)) return null
  const looks = chosen.values.look !== undefined
  const period = periodWords(chosen)
  const chips = FACETS.flatMap((facet) =>
    (facet === 'look' ? [] : (chosen.values[facet] ?? [])).map((value) => ({
      id: `${facet} ${value}`,
      words: valueWords(facet, value, briefs),
      remove: () => toggleFacet(facet, value)
    }))
  )
  if (period !== '') chips.push({ id: 'period', words: period, remove: () => setPeriod('', '') })
  return (
    <div className="chips" role="group" aria-label="The list is narrowed to">
      {looks && <LookToggle />}
      {looks && !readOnly && <CheckButton />}
      {chips.map((chip) => (
        <Button
          key={chip.id}
          className="facet-chip"
          aria-label={`${chip.words}: don’t narrow to it`}
          onPress={chip.remove}
        >
          <span>{chip.words}</span> <Icon name="close" />
        </Button>
      ))}
      <Button className="link" onPress={() => void clearFilter()}>
        Clear
      </Button>
    </div>
  )
}

/** Goes through the sources that show. */
function CheckButton() {
  const { rows } = useContext(ShownContext)
  if (rows.length === 0) return null
  return (
    <Button look="outline" className="small" onPress={() => checkDoubtful(rows.map(({ id }) => id))}>
      Check…
    </Button>
  )
}
