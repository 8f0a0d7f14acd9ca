import { Input, SearchField } from 'react-aria-components'
import './list.css'

/** A field that filters the list under it. Esc empties it. */
export function FilterField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <SearchField aria-label={props.label} value={props.value} onChange={props.onChange} className="filter-field">
      <Input className="input" placeholder="Filter" />
    </SearchField>
  )
}
