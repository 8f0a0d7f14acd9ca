import { MARK_COLOURS, type MarkColour } from '../../shared/case/records/mark.ts'
import './mark-colours.css'
import './swatches.css'

const NAMES: Record<MarkColour, string> = {
  green: 'Green',
  blue: 'Blue',
  violet: 'Violet',
  pink: 'Pink',
  teal: 'Teal',
  grey: 'Grey'
}

/** The colours that a mark can have, each with the key that gives it. */
export function Swatches(props: {
  value: MarkColour | null
  isDisabled: boolean
  onChange: (colour: MarkColour) => void
}) {
  return (
    <div className="swatches" role="group" aria-label="Colour">
      {MARK_COLOURS.map((colour, index) => (
        <button
          key={colour}
          type="button"
          className={`swatch ${colour}`}
          aria-pressed={props.value === colour}
          aria-label={NAMES[colour]}
          title={`${NAMES[colour]} (${index + 1})`}
          disabled={props.isDisabled}
          onClick={() => props.onChange(colour)}
        />
      ))}
    </div>
  )
}

/** The dot in a tag's colour before its name; says nothing by itself. */
export function TagDot({ colour }: { colour: string | null }) {
  return <span className="tag-dot" aria-hidden="true" style={colour === null ? undefined : { background: colour }} />
}
