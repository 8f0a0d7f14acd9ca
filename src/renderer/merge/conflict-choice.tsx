import { Radio, RadioGroup } from 'react-aria-components'
import { DECISIONS, type Conflict, type Decision } from '../../shared/case/merge/conflict.ts'

const BY_ITSELF = 'as-merged'
const WORDS: Record<Decision, string> = { a: 'Keep this copy’s', b: 'Take the other copy’s', both: 'Keep both' }

/** What two copies say differently, what the merge does by itself, and what may be decided instead. */
export function ConflictChoice(props: {
  conflict: Conflict
  /** Null: as the merge does it. */
  decision: Decision | null
  isDisabled: boolean
  onDecide: (decision: Decision | null) => void
}) {
  const { id, subject, field, base, a, b, outcome, choices } = props.conflict
  return (
    <li className="conflict" aria-labelledby={`${id}-about`}>
      <h4 id={`${id}-about`}>
        {subject} <span className="hint">{field}</span>
      </h4>
      <dl className="versions">
        {base !== null && <Version name="Before" text={base} />}
        <Version name="This copy" text={a} />
        <Version name="The other copy" text={b} />
      </dl>
      {choices.length === 0 ? (
        <p className="outcome">{outcome}</p>
      ) : (
        <RadioGroup
          className="choices"
          aria-label={`What becomes of ${subject}, ${field}`}
          value={props.decision ?? BY_ITSELF}
          isDisabled={props.isDisabled}
          onChange={(value) => props.onDecide(DECISIONS.find((decision) => decision === value) ?? null)}
        >
          <Choice value={BY_ITSELF} words={outcome} />
          {choices.map((choice) => (
            <Choice key={choice} value={choice} words={WORDS[choice]} />
          ))}
        </RadioGroup>
      )}
    </li>
  )
}

function Version({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text === '' ? <span className="hint">empty</span> : text}</dd>
    </div>
  )
}

function Choice({ value, words }: { value: string; words: string }) {
  return (
    <Radio value={value} className="radio">
      <span className="ring" aria-hidden="true" />
      <span>{words}</span>
    </Radio>
  )
}
