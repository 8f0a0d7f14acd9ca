import { useState } from 'react'
import { typedDay } from '../../shared/analysis/dates/typed-day.ts'
import { TextField } from './field.tsx'

/**
 * A field for a whole day, typed by ISO 8601 or written out: what the system's own field for dates shows depends on the machine. `value` is what was typed; what
 * is wrong with it shows once the field is left.
 */
export function DayField(props: {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  autoFocus?: boolean
  isRequired?: boolean
  /** Why the day can't be taken though it is one; shown in the hint's place. */
  error?: string | null
}) {
  const { value, onChange, hint, error = null, ...field } = props
  const [left, setLeft] = useState(false)
  const read = typedDay(value)
  const problem = 'problem' in read && left && value.trim() !== '' ? read.problem : null
  return (
    <TextField
      {...field}
      value={value}
      onChange={(next) => {
        setLeft(false)
        onChange(next)
      }}
      onBlur={() => setLeft(true)}
      hint={hint ?? 'As 2031-03-04 or 4 March 2031'}
      error={problem ?? error}
    />
  )
}
