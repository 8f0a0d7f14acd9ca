import { useState } from 'react'
import type { TagRow } from '../../shared/case/codebook/passages.ts'
import { undoEdit } from '../state/sources/history.ts'
import { ask, request } from '../state/window/bridge.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { count } from '../ui/format.ts'
import { TagDot } from '../ui/swatches.tsx'

/** Colours that a tag is offered; an import may bring any other along. */
const COLOURS = ['#4f8a10', '#1f78b4', '#7a52c7', '#c2357a', '#0f8b7d', '#a15c1b', '#5c6670', '#b3261e'] as const

/** What is known of a tag, to be changed: its name, colour, description and place, or its end in another one. */
export function TagForm(props: {
  tag: TagRow
  tags: readonly TagRow[]
  readOnly: boolean
  editing: boolean
  onEditing: (on: boolean) => void
  onMove: (id: string, parent: string | null) => Promise<void>
  onMerge: (gone: string, into: string) => Promise<void>
  onDeleted: () => void
}) {
  const { tag, tags, readOnly, editing } = props
  const [asked, setAsked] = useState<'delete' | 'merge' | null>(null)
  if (editing && !readOnly) return <EditForm {...props} />
  const uses = [
    ...(tag.marks > 0 ? [count(tag.marks, 'mark')] : []),
    ...(tag.quotes > 0 ? [count(tag.quotes, 'quote')] : []),
    ...(tag.sources > 0 ? [count(tag.sources, 'source')] : [])
  ]
  const others = tags.filter(({ id }) => id !== tag.id)
  const remove = async (): Promise<void> => {
    if (!(await ask('tag.delete', { id: tag.id }))) return
    props.onDeleted()
    showMessage(`The tag ${tag.name} was deleted.`, { label: 'Undo', run: () => void undoEdit() })
  }
  return (
    <section className="tag-head" aria-label={`Tag ${tag.name}`}>
      <h3 dir="auto">
        <TagDot colour={tag.colour} /> {tag.name}
      </h3>
      {tag.description !== '' && (
        <p className="tag-description" dir="auto">
          {tag.description}
        </p>
      )}
      {!readOnly && (
        <div className="row tag-actions">
          <Button look="outline" className="small" onPress={() => props.onEditing(true)}>
            Edit…
          </Button>
          <Button
            look="outline"
            className="small"
            isDisabled={others.length === 0}
            onPress={() => setAsked(asked === 'merge' ? null : 'merge')}
          >
            Merge…
          </Button>
          <Button className="small" onPress={() => setAsked(asked === 'delete' ? null : 'delete')}>
            Delete…
          </Button>
        </div>
      )}
      {asked === 'merge' && (
        <MergeChoice tag={tag} others={others} onMerge={(into) => void props.onMerge(tag.id, into)} />
      )}
      {asked === 'delete' && (
        <div className="tag-question" role="group" aria-label="Delete the tag">
          <p>
            {uses.length === 0
              ? 'Nothing is tagged with it.'
              : `${uses.join(', ')} will lose this tag, as listed below.`}{' '}
            Marks and notes stay.
          </p>
          <Button look="danger" className="small" onPress={() => void remove()}>
            Delete {tag.name}
          </Button>
        </div>
      )}
    </section>
  )
}

function MergeChoice(props: { tag: TagRow; others: readonly TagRow[]; onMerge: (into: string) => void }) {
  const [into, setInto] = useState(props.others[0]!.id)
  return (
    <div className="tag-question" role="group" aria-label="Merge the tag">
      <Select
        label={`Merge ${props.tag.name} into`}
        value={into}
        options={props.others.map(({ id, name }) => ({ value: id, label: name, text: name }))}
        onChange={setInto}
      />
      <Button look="primary" className="small" onPress={() => props.onMerge(into)}>
        Merge
      </Button>
    </div>
  )
}

function EditForm({ tag, tags, onEditing }: Parameters<typeof TagForm>[0]) {
  const [name, setName] = useState(tag.name)
  const [description, setDescription] = useState(tag.description)
  const [colour, setColour] = useState(tag.colour)
  const [parent, setParent] = useState(tag.parent ?? '')
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const result = await request('tag.update', {
      ...{ id: tag.id, name: name.trim(), description, colour },
      parent: parent === '' ? null : parent
    })
    if (result.ok) onEditing(false)
    else setFailure(result.error.message)
  }
  const own = new Set([tag.id])
  for (const each of tags) if (each.parent !== null && own.has(each.parent)) own.add(each.id)
  return (
    <form
      className="form tag-head"
      aria-label={`Tag ${tag.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField label="Name" value={name} onChange={setName} autoFocus selectOnFocus error={failure} />
      <TextField label="Description" value={description} rows={2} onChange={setDescription} />
      <div className="swatches" role="group" aria-label="Colour">
        {[null, ...COLOURS].map((each) => (
          <button
            key={each ?? 'none'}
            type="button"
            className="swatch"
            aria-pressed={colour === each}
            aria-label={each === null ? 'No colour' : `Colour ${each}`}
            style={{ background: each ?? 'transparent', borderColor: each ?? 'var(--control)' }}
            onClick={() => setColour(each)}
          />
        ))}
      </div>
      <Select
        label="Below"
        value={parent}
        options={[
          { value: '', label: 'None: at the top', text: 'None: at the top' },
          ...tags
            .filter(({ id }) => !own.has(id))
            .map((each) => ({ value: each.id, label: each.name, text: each.name }))
        ]}
        onChange={setParent}
      />
      <div className="row">
        <Button look="primary" type="submit" className="small">
          Save
        </Button>
        <Button look="outline" className="small" onPress={() => onEditing(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
