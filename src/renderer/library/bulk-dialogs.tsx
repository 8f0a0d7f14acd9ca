import { useRef, useState } from 'react'
import type { MovedEntry } from '../../shared/api/contract.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { FIELDS, HINTS, newLabel } from '../parts/metadata/fields.ts'
import { MovedEntries } from '../parts/metadata/moved-entries.tsx'
import { sourceRow, useCase } from '../state/case/case.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { changeSources, confirmSources, type ManyChange } from '../state/sources/sources.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { count } from '../ui/format.ts'
import { TlpSelect } from '../ui/tlp.tsx'
import { BULK_FIELDS, bulkChange, othersNow, type BulkEdit, type BulkField } from './bulk-change.ts'

type Work = (onDone: (done: number) => boolean) => Promise<number>

/** Something that is done to many sources, one part after the other: how far it is, and a way to stop it. */
function useBulk(total: number, past: string) {
  const [done, setDone] = useState<number | null>(null)
  const stopped = useRef(false)
  const run = async (work: Work): Promise<void> => {
    setDone(0)
    const changed = await work((now) => {
      setDone(now)
      return !stopped.current
    })
    closeDialog()
    if (changed === total) showMessage(`${count(total, 'source was', 'sources were')} ${past}.`)
    else if (changed > 0) {
      showMessage(
        `${changed.toLocaleString('en-GB')} of ${count(total, 'source')} were ${past}. The rest is as it was.`
      )
    }
  }
  const progress = done !== null && (
    <>
      <div
        className="progress bulk-progress"
        role="progressbar"
        aria-label="Sources done"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        <div style={{ width: `${(done / total) * 100}%` }} />
      </div>
      <Button look="outline" onPress={() => (stopped.current = true)}>
        Stop
      </Button>
    </>
  )
  return { busy: done !== null, run, progress }
}

/** Sources of which it's told what another date of them moves. */
const MOST_LOOKED_AT = 200

/** Sets the same in many sources. What isn't ticked is left as it is. */
export function EditSourcesDialog({ ids }: { ids: string[] }) {
  const sources = useCase((state) => state.sources)
  const [rows] = useState(() => ids.flatMap((id) => sourceRow(sources, id) ?? []))
  const [edit, setEdit] = useState<BulkEdit>({ fields: {}, addTags: '', removeTags: '' })
  const [problems, setProblems] = useState<Partial<Record<BulkField, string>>>({})
  const [moved, setMoved] = useState<MovedEntry[] | null>(null)
  const { busy, run, progress } = useBulk(ids.length, 'changed')
  const result = bulkChange(edit)
  const many = count(ids.length, 'source')
  const setField = (name: BulkField, value: string | undefined): void => {
    setEdit({ ...edit, fields: { ...edit.fields, [name]: value } })
    setProblems({})
    setMoved(null)
  }
  const submit = (): void => {
    if ('problems' in result) setProblems(result.problems)
    else if (result.change) void change(result.change)
  }
  const change = async (given: ManyChange): Promise<void> => {
    const { published } = given.metadata
    // What is counted from the reports' day moves with it: that is looked at first.
    if (published !== undefined && moved === null && ids.length <= MOST_LOOKED_AT) {
      const found = await ask('chronology.moved', { ids, published })
      if (found === null || found.length > 0) return setMoved(found)
    }
    await run((onDone) => changeSources(ids, given, onDone))
  }
  const hintFor = (name: BulkField, entered: string): string | undefined => {
    if (entered.trim() === '') return `Left empty, it’s removed from ${many}.`
    const others = othersNow(rows, name, entered)
    return others ? `${others.toLocaleString('en-GB')} of ${many} have another value now.` : HINTS[FIELDS[name].kind]
  }
  return (
    <FormDialog
      title={`Edit ${many}`}
      action={moved ? `Change ${many}, and move this` : `Change ${many}`}
      width={560}
      isDisabled={'change' in result && result.change === null}
      busy={busy}
      onSubmit={submit}
      onClose={closeDialog}
      aside={progress}
    >
      <p>Tick what shall be the same in all of them. The rest is left as it is; what is set counts as confirmed.</p>
      {BULK_FIELDS.map((name) => {
        const entered = edit.fields[name]
        return (
          <div key={name} className="bulk-field">
            <Checkbox
              label={FIELDS[name].label}
              isSelected={entered !== undefined}
              onChange={(on) => setField(name, on ? '' : undefined)}
            />
            {entered === undefined ? (
              <span className="hint">left as it is</span>
            ) : (
              <TextField
                label={newLabel(name)}
                value={entered}
                onChange={(value) => setField(name, value)}
                autoFocus
                hint={hintFor(name, entered)}
                error={problems[name] ?? null}
              />
            )}
          </div>
        )
      })}
      <div className="bulk-field">
        <Checkbox
          label="Handling"
          isSelected={edit.tlp !== undefined}
          onChange={(on) => setEdit({ ...edit, tlp: on ? null : undefined })}
        />
        {edit.tlp === undefined ? (
          <span className="hint">left as it is</span>
        ) : (
          <TlpSelect<Tlp | null>
            label="New handling"
            value={edit.tlp}
            unset="As the case"
            onChange={(tlp) => setEdit({ ...edit, tlp })}
          />
        )}
      </div>
      <div className="form-row">
        <TextField
          label="Add tags"
          value={edit.addTags}
          onChange={(addTags) => setEdit({ ...edit, addTags })}
          hint="Several with a semicolon between them"
        />
        <TextField
          label="Remove tags"
          value={edit.removeTags}
          onChange={(removeTags) => setEdit({ ...edit, removeTags })}
          hint="Where a source has them"
        />
      </div>
      {moved && <MovedEntries moved={moved} />}
    </FormDialog>
  )
}

/** Confirms the metadata of many sources as they are. */
export function ConfirmSourcesDialog({ ids }: { ids: string[] }) {
  const sources = useCase((state) => state.sources)
  const [doubtful] = useState(() => ids.filter((id) => sourceRow(sources, id)?.attention).length)
  const { busy, run, progress } = useBulk(ids.length, 'confirmed')
  const many = count(ids.length, 'source')
  return (
    <FormDialog
      title={`Confirm ${many}`}
      action={`Confirm ${many}`}
      busy={busy}
      onSubmit={() => void run((onDone) => confirmSources(ids, onDone))}
      onClose={closeDialog}
      aside={progress}
    >
      <p>All {ids.length === 1 ? 'its' : 'their'} metadata count as confirmed by you, as they stand.</p>
      {doubtful > 0 && (
        <p className="notice">
          {doubtful === 1 ? 'One of them needs a look' : `${doubtful.toLocaleString('en-GB')} of them need a look`}: a
          date or a headline wasn’t found, or is doubtful. After this nothing asks for it any more.
        </p>
      )}
    </FormDialog>
  )
}
