import { useState } from 'react'
import type { Source } from '../../../shared/source/source.ts'
import { updateSource } from '../../state/sources/sources.ts'
import { Button } from '../../ui/button.tsx'
import { isTyping } from '../../ui/typing.ts'
import { FieldView } from './field-view.tsx'
import { arrangeFields, FIELDS, type FieldName, type Value } from './fields.ts'

/**
 * The values of a source's metadata, each to confirm, to change or to replace by another that was found. With `quick` those that want a look
 * come first, and the arrow keys go from field to field.
 */
export function MetadataForm(props: { source: Source; readOnly: boolean; quick?: boolean }) {
  const { source, readOnly, quick = false } = props
  const { metadata } = source
  // The order stays while one works through it, whatever becomes of the fields.
  const [{ shown, empty }] = useState(() => arrangeFields(metadata, quick))
  const [added, setAdded] = useState<FieldName[]>([])
  const set = (name: FieldName, value: Value | null): void =>
    void updateSource(source.id, { metadata: { [name]: value } })
  const known = empty.filter((name) => added.includes(name) || metadata[name].value !== null)
  const unknown = empty.filter((name) => !known.includes(name))
  return (
    <div className="metadata" onKeyDown={quick ? moveBetweenFields : undefined}>
      {[...shown, ...known].map((name) => (
        <FieldView
          key={name}
          name={name}
          found={metadata[name]}
          readOnly={readOnly}
          quick={quick}
          onSet={(value) => set(name, value)}
        />
      ))}
      {unknown.length > 0 && (
        <p className="not-found">
          <span>Not found:</span>
          {unknown.map((name) =>
            readOnly ? (
              <span key={name}>{FIELDS[name].label}</span>
            ) : (
              <Button
                key={name}
                className="link small"
                aria-label={`Add ${FIELDS[name].label}`}
                onPress={() => setAdded([...added, name])}
              >
                {FIELDS[name].label}
              </Button>
            )
          )}
        </p>
      )}
    </div>
  )
}

function moveBetweenFields(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || isTyping(event.target)) return
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')]
  const now = fields.findIndex((field) => field.contains(document.activeElement))
  event.preventDefault()
  fields[Math.max(0, Math.min(fields.length - 1, now + step))]?.focus()
}
