import { useState } from 'react'
import type { NameRow } from '../../shared/analysis/entities/answer.ts'
import type { Output } from '../../shared/api/contract.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox, Select, TextField } from '../ui/field.tsx'
import { FilterField } from '../ui/filter-field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { count } from '../ui/format.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { changeName, divideName, KIND_WORDS, mergeNames } from './names.ts'

const KINDS = Object.entries(KIND_WORDS).map(([value, { one }]) => ({
  value: value as NameRow['kind'],
  label: one,
  text: one
}))

/** Calls an entry otherwise, or says that it's of another kind. */
export function NameEditDialog({ id }: { id: string }) {
  const answer = useRequest('names.get', { id })
  if (answer.phase !== 'answered') return null
  return <EditForm id={id} entry={answer.value.entry} />
}

function EditForm({ id, entry }: { id: string; entry: NameRow }) {
  const [name, setName] = useState(entry.name)
  const [kind, setKind] = useState(entry.kind)
  const [failure, setFailure] = useState<string | null>(null)
  const save = async (): Promise<void> => {
    const change = {
      ...(name.trim() !== entry.name && { name: name.trim() }),
      ...(kind !== entry.kind && { kind })
    }
    const failed = Object.keys(change).length === 0 ? null : await changeName({ id, ...change })
    if (failed === null) closeDialog()
    else setFailure(failed)
  }
  return (
    <FormDialog
      title="Name and kind"
      action="Save"
      isDisabled={name.trim() === ''}
      onSubmit={() => void (name.trim() !== '' && save())}
      onClose={closeDialog}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        autoFocus
        selectOnFocus
        error={failure}
        hint="How the list calls it. What the sources write stays as it is."
      />
      <Select label="Kind" value={kind} options={KINDS} onChange={setKind} />
    </FormDialog>
  )
}

const idOf = ({ id }: NameRow): string => id

/** Finds another entry that means the same, and makes the two one. */
export function NameMergeDialog({ id, name }: { id: string; name: string }) {
  const [find, setFind] = useState('')
  const [active, setActive] = useState(-1)
  const own = useRequest('names.get', { id })
  const answer = useRequest('names.list', { kind: null, dismissed: false, find, sort: 'count' })
  const entry = own.phase === 'answered' ? own.value.entry : null
  const perhaps = own.phase === 'answered' ? own.value.perhaps : []
  const all = answer.phase === 'answered' ? answer.value.entries.filter((each) => each.id !== id) : []
  const first = new Set(find === '' ? perhaps.map(idOf) : [])
  const others = [...(find === '' ? perhaps : []), ...all.filter((each) => !first.has(each.id))]
  const choose = (other: NameRow): void => {
    closeDialog()
    if (entry) void mergeNames(entry, [other])
  }
  return (
    <Dialog
      title={`Merge into ${name}`}
      onClose={closeDialog}
      actions={
        <>
          <Button look="outline" onPress={closeDialog}>
            Cancel
          </Button>
          <Button
            look="primary"
            isDisabled={!entry || !others[active]}
            onPress={() => others[active] && choose(others[active])}
          >
            Merge
          </Button>
        </>
      }
    >
      <p className="hint">Choose what means the same as {name}. The name stays; it can be undone and divided again.</p>
      <FilterField label="Find a name" value={find} onChange={setFind} placeholder="Part of a name" />
      <div className="name-merge-list">
        {others.length === 0 && answer.phase === 'answered' && <p className="list-empty">No other name fits.</p>}
        {others.length > 0 && (
          <VirtualList
            label="Other names"
            items={others}
            keyOf={idOf}
            estimate={48}
            rowClass="people-row"
            active={active}
            arrangement={find}
            onActive={setActive}
            onChoose={(other, index, by) => (by === 'key' ? choose(other) : setActive(index))}
            selected={(other) => other.id === others[active]?.id}
          >
            {(other) => (
              <>
                <span className="people-name" dir="auto">
                  {other.name}
                </span>
                <span className="people-number">{other.count.toLocaleString('en-GB')}</span>
                <span className="people-facts" dir="auto">
                  {[KIND_WORDS[other.kind].one, ...other.also].join(' · ')}
                </span>
              </>
            )}
          </VirtualList>
        )}
      </div>
    </Dialog>
  )
}

/** Parts forms, or what stands in some sources, from an entry. */
export function NameDivideDialog({ id }: { id: string }) {
  const answer = useRequest('names.get', { id })
  if (answer.phase !== 'answered') return null
  return <DivideForm id={id} known={answer.value} />
}

/** Sources that are offered: of a name that more have, forms are parted. */
const MOST_SOURCES = 200

function DivideForm({ id, known }: { id: string; known: Output<'names.get'> }) {
  const { entry, forms, sources } = known
  const [chosenForms, setForms] = useState<ReadonlySet<string>>(new Set())
  const [chosenSources, setSources] = useState<ReadonlySet<string>>(new Set())
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const toggle = (set: ReadonlySet<string>, key: string, on: boolean): Set<string> => {
    const next = new Set(set)
    if (on) next.add(key)
    else next.delete(key)
    return next
  }
  const nothing = chosenForms.size + chosenSources.size === 0
  const divide = async (): Promise<void> => {
    if (nothing) return
    const parting = { id, forms: [...chosenForms], sourceIds: [...chosenSources] }
    const failed = await divideName({ ...parting, name: name.trim() === '' ? null : name.trim() })
    if (failed === null) closeDialog()
    else setFailure(failed)
  }
  return (
    <FormDialog
      title={`Divide ${entry.name}`}
      action="Divide"
      isDisabled={nothing}
      onSubmit={() => void divide()}
      onClose={closeDialog}
    >
      <p className="hint">
        Tick what means somebody or something else. With forms and sources, it’s those forms in those sources.
      </p>
      {forms.length > 1 && (
        <fieldset className="name-choices">
          <legend>Written so</legend>
          {forms.map(({ form, written, count: places }) => (
            <Checkbox
              key={form}
              label={`${written} (${places.toLocaleString('en-GB')})`}
              isSelected={chosenForms.has(form)}
              onChange={(on) => setForms(toggle(chosenForms, form, on))}
            />
          ))}
        </fieldset>
      )}
      {sources.length > 1 && (
        <fieldset className="name-choices">
          <legend>In these sources</legend>
          {sources.slice(0, MOST_SOURCES).map((source) => (
            <Checkbox
              key={source.id}
              label={`${source.key} ${source.title} (${source.count.toLocaleString('en-GB')})`}
              isSelected={chosenSources.has(source.id)}
              onChange={(on) => setSources(toggle(chosenSources, source.id, on))}
            />
          ))}
          {sources.length > MOST_SOURCES && (
            <p className="hint">{count(sources.length - MOST_SOURCES, 'further source')} can’t be chosen here.</p>
          )}
        </fieldset>
      )}
      <TextField
        label="Name of what is parted"
        value={name}
        onChange={setName}
        placeholder="As it’s written"
        error={failure}
      />
    </FormDialog>
  )
}
