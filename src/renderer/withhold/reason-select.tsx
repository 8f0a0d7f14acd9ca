import { REASON_MEANINGS, WITHHOLD_REASONS, type WithholdReason } from '../../shared/brief/withheld.ts'
import { Select } from '../ui/field.tsx'

/** Chooses why something is withheld: the code that is printed, with its meaning. */
export function ReasonSelect(props: {
  label?: string
  value: WithholdReason
  onChange: (reason: WithholdReason) => void
  isDisabled?: boolean
}) {
  return (
    <Select
      label={props.label ?? 'Reason, printed as its letter'}
      value={props.value}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
      options={WITHHOLD_REASONS.map((value) => {
        const words = `${value}: ${REASON_MEANINGS[value]}`
        return { value, label: words, text: words }
      })}
    />
  )
}
