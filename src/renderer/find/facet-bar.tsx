import type { SearchFacets } from '../../shared/search/answer.ts'
import { FACETS, type Facet, type Narrowing } from '../../shared/search/narrowing.ts'
import { useCase } from '../state/case/case.ts'
import { askFor, isNarrowed, toggleNarrowing, useSearch } from '../state/search/search.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { MenuButton, type MenuEntry } from '../ui/menu.tsx'
import { FACET_NAMES, facetWords } from './facet-words.ts'

type Value = string | boolean | null

/** What the answer can be narrowed by, a menu a facet, and what it is narrowed to. */
export function FacetBar() {
  const facets = useSearch((state) => state.found?.facets ?? null)
  const narrowing = useSearch((state) => state.narrowing)
  if (!facets) return null
  const shown = FACETS.filter((facet) => valuesOf(facets, facet).length > 1 || (narrowing[facet]?.length ?? 0) > 0)
  if (shown.length === 0) return null
  return (
    <div className="search-facets" role="group" aria-label="Narrow">
      {shown.map((facet) => (
        <FacetMenu key={facet} facet={facet} values={valuesOf(facets, facet)} chosen={narrowing[facet] ?? []} />
      ))}
      {isNarrowed(narrowing) && <Chips narrowing={narrowing} />}
    </div>
  )
}

function valuesOf(facets: SearchFacets, facet: Facet): { value: Value; count: number }[] {
  return facets[facet]
}

function FacetMenu(props: { facet: Facet; values: { value: Value; count: number }[]; chosen: readonly Value[] }) {
  const { facet, chosen } = props
  const briefs = useCase((state) => state.briefs)
  const entries = (): MenuEntry[] => {
    // What was chosen can be let go of, though nothing has it any more.
    const gone = chosen.filter((value) => !props.values.some((each) => each.value === value))
    return [...props.values, ...gone.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
      id: JSON.stringify(value),
      label: facetWords(facet, value, briefs),
      keys: count.toLocaleString('en-GB'),
      checked: chosen.includes(value),
      onAction: () => toggleNarrowing(facet, value as never)
    }))
  }
  return (
    <MenuButton
      className={`small${chosen.length > 0 ? ' is-on' : ''}`}
      placement="bottom start"
      groups={() => [{ title: FACET_NAMES[facet], entries: entries() }]}
    >
      {FACET_NAMES[facet]} <Icon name="down" />
    </MenuButton>
  )
}

function Chips({ narrowing }: { narrowing: Narrowing }) {
  const briefs = useCase((state) => state.briefs)
  const chips = FACETS.flatMap((facet) => (narrowing[facet] ?? []).map((value: Value) => ({ facet, value })))
  return (
    <div className="chips" role="group" aria-label="What is found is narrowed to">
      {chips.map(({ facet, value }) => {
        const words = facetWords(facet, value, briefs)
        return (
          <Button
            key={`${facet} ${String(value)}`}
            className="facet-chip"
            aria-label={`${words}: don’t narrow to it`}
            onPress={() => toggleNarrowing(facet, value as never)}
          >
            <span>{words}</span> <Icon name="close" />
          </Button>
        )
      })}
      <Button className="link" onPress={() => askFor({ narrowing: {} })}>
        Clear
      </Button>
    </div>
  )
}
