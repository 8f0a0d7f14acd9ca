import { Fragment, useRef, useState } from 'react'
import type { MovedEntry } from '../../../shared/api/contract.ts'
import type { Source } from '../../../shared/source/source.ts'
import { updateSource } from '../../state/sources/sources.ts'
import { ask } from '../../state/window/bridge.ts'
import { Button } from '../../ui/button.tsx'
import { isTyping } from '../../ui/typing.ts'
import { FieldView } from './field-view.tsx'
import { MovedEntries } from './moved-entries.tsx'
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
  const [moving, setMoving] = useState<{ published: string | null; moved: MovedEntry[] } | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const settle = (): void => {
    setMoving(null)
    // The button that had the focus goes.
    const field = form.current?.querySelector<HTMLElement>('[data-field="published"]')
    const target = field?.tabIndex === 0 ? field : field?.querySelector('button')
    target?.focus()
  }
  const save = (name: FieldName, value: Value | null): void =>
    void updateSource(source.id, { metadata: { [name]: value } })
  const set = (name: FieldName, value: Value | null): void => {
    if (name !== 'published' || value === metadata.published.value || Array.isArray(value)) return save(name, value)
    const published = value as string | null
    // What is counted from the report's day moves with it: that is looked at first.
    void ask('chronology.moved', { ids: [source.id], published }).then((moved) => {
      if (moved?.length === 0) save(name, published)
      else if (moved) setMoving({ published, moved })
    })
  }
  const known = empty.filter((name) => added.includes(name) || metadata[name].value !== null)
  const unknown = empty.filter((name) => !known.includes(name))
  return (
    <div ref={form} className="metadata" onKeyDown={quick ? moveBetweenFields : undefined}>
      {[...shown, ...known].map((name) => (
        <Fragment key={name}>
          <FieldView
            name={name}
            found={metadata[name]}
            readOnly={readOnly}
            quick={quick}
            onSet={(value) => set(name, value)}
          />
          {name === 'published' && moving && (
            <section className="moved" aria-label="What moves with the report’s date">
              <MovedEntries moved={moving.moved} />
              <div className="row">
                <Button look="outline" className="small" onPress={settle}>
                  Cancel
                </Button>
                <Button
                  look="primary"
                  className="small"
                  autoFocus
                  onPress={() => {
                    settle()
                    save('published', moving.published)
                  }}
                >
                  Accept
                </Button>
              </div>
            </section>
          )}
        </Fragment>
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
