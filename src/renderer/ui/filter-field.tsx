import { Input, SearchField } from 'react-aria-components'
import './list.css'

/** A field that filters the list under it. Esc empties it, or does what `onEscape` does if that answers true. */
export function FilterField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  onEscape?: () => boolean
}) {
  return (
    <div
      className="filter-field"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !props.onEscape?.()) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <SearchField aria-label={props.label} value={props.value} onChange={props.onChange}>
        <Input className="input" placeholder={props.placeholder ?? 'Filter'} />
      </SearchField>
    </div>
  )
}
