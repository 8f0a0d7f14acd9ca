import { useRef, useState } from 'react'
import type { Evidence, Found } from '../../../shared/source/source.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { isTyping } from '../../ui/typing.ts'
import {
  evidenceWords,
  FIELDS,
  HINTS,
  newLabel,
  othersOf,
  parseField,
  shownOf,
  SURENESS_WORDS,
  surenessOf,
  textOf,
  wantsLook,
  type FieldName,
  type Value
} from './fields.ts'
import './metadata.css'

interface FieldProps {
  name: FieldName
  found: Found<Value>
  readOnly: boolean
  /** True where the field is a stop of its own for the keyboard: a number takes another value, C confirms, E edits. */
  quick: boolean
  onSet: (value: Value | null) => void
}

/** One field of a source's metadata: its value, where it was found and how sure that is, and what else was found. */
export function FieldView({ name, found, readOnly, quick, ...props }: FieldProps) {
  const [editing, setEditing] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const section = useRef<HTMLElement>(null)
  const { label, kind } = FIELDS[name]
  const sureness = surenessOf(found)
  const others = othersOf(found)
  const confirmable = !readOnly && found.value !== null && sureness !== 'confirmed'
  // The control that was used may go; the keyboard's place stays at the field.
  const stay = (): void => section.current?.focus({ preventScroll: true })
  const onSet = (value: Value | null): void => {
    stay()
    props.onSet(value)
  }
  const edit = (): void => {
    setProblem(null)
    setEditing(found.value === null ? '' : textOf(found.value))
  }
  const leave = (): void => {
    setEditing(null)
    setProblem(null)
    stay()
  }
  const save = (): void => {
    const parsed = parseField(name, editing ?? '')
    if ('problem' in parsed) {
      setProblem(parsed.problem)
      return
    }
    leave()
    onSet(parsed.value)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' && editing !== null) {
      event.stopPropagation()
      leave()
    }
    if (!quick || readOnly || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const other = others[Number(event.key) - 1]
    if (other) onSet(other.value)
    else if (event.key === 'e') edit()
    else if (event.key === 'c' && confirmable) onSet(found.value)
    else return
    event.preventDefault()
  }
  return (
    <section
      className={`value${wantsLook(name, found) ? ' wants-look' : ''}`}
      aria-label={label}
      data-field={name}
      ref={section}
      tabIndex={quick ? 0 : -1}
      onKeyDown={onKeyDown}
    >
      <div className="value-head">
        <h3>{label}</h3>
        {sureness !== 'missing' && <span className={`sureness ${sureness}`}>{SURENESS_WORDS[sureness]}</span>}
      </div>
      {editing === null ? (
        <>
          <div className="value-line">
            <p className={`value-now${found.value === null ? ' none' : ''}`}>
              {found.value === null ? 'Not found' : shownOf(name, found.value)}
            </p>
            {!readOnly && (
              <div className="row">
                {confirmable && (
                  <Button
                    look="outline"
                    className="small"
                    onPress={() => onSet(found.value)}
                    aria-label={`Confirm ${label}`}
                  >
                    Confirm
                  </Button>
                )}
                <Button className="small" aria-label={`Edit ${label}`} onPress={edit}>
                  Edit
                </Button>
              </div>
            )}
          </div>
          {found.evidence && <Where evidence={found.evidence} />}
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextField
            label={newLabel(name)}
            value={editing}
            onChange={(text) => {
              setEditing(text)
              setProblem(null)
            }}
            autoFocus
            selectOnFocus
            hint={HINTS[kind]}
            error={problem}
          />
          <div className="row">
            <Button look="primary" className="small" type="submit">
              Save
            </Button>
            <Button className="small" onPress={leave}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {others.length > 0 && !readOnly && (
        <ol className="others" aria-label={`Other values found for ${label}`}>
          {others.map((other, index) => (
            <li key={textOf(other.value)}>
              <Button className="small other" onPress={() => onSet(other.value)}>
                {quick && index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
                Use “{shownOf(name, other.value)}”
              </Button>
              <Where evidence={other.evidence} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Where({ evidence }: { evidence: Evidence }) {
  return (
    <p className="where">
      {evidenceWords(evidence)}
      {evidence.detail && evidence.from !== 'user' && (
        <>
          : <q>{evidence.detail}</q>
        </>
      )}
    </p>
  )
}
