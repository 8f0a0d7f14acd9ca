import { useEffect, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { VersionRow } from '../../shared/api/contract.ts'
import { flushBrief, takeBrief, useBrief } from '../state/brief/brief.ts'
import { useCase } from '../state/case/case.ts'
import { undoEdit } from '../state/sources/history.ts'
import { ask } from '../state/window/bridge.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { offerUndo } from '../state/window/undo.ts'
import { useRequest } from '../state/window/use-request.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { count, formatMoment } from '../ui/format.ts'
import { Asked } from '../parts/asked.tsx'
import { BriefDifferenceView } from './difference-view.tsx'
import { versionInWords, versionName } from './version-words.ts'
import './versions.css'

/** What the brief was once: its versions, the newest first, how each differs, and what can be done with one. */
export function VersionsDialog() {
  const briefId = useBrief((state) => state.id)
  const readOnly = useCase((state) => state.readOnly)
  const [rows, setRows] = useState<readonly VersionRow[] | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    const load = async (): Promise<void> => {
      // What is compared is what is on the disk.
      if (briefId === null || !(await flushBrief())) return
      const found = await ask('version.list', { id: briefId })
      if (wanted && found) setRows([...found].reverse())
    }
    void load()
    return () => {
      wanted = false
    }
  }, [briefId])
  if (briefId === null) return null
  const take = (found: readonly VersionRow[] | null): boolean => {
    if (found) setRows([...found].reverse())
    return found !== null
  }
  const chosen = rows?.find(({ id }) => id === chosenId) ?? rows?.[0] ?? null
  return (
    <Dialog
      title="Versions of the brief"
      width={1040}
      onClose={closeDialog}
      actions={
        <Button look="primary" onPress={closeDialog}>
          Done
        </Button>
      }
    >
      {!readOnly && <KeepForm briefId={briefId} onKept={take} />}
      {rows === null && <p role="status">Reading the versions…</p>}
      {rows?.length === 0 && (
        <p role="status">
          There is no version yet. One is kept at each export, before a restoration, and before the first change after a
          pause of eight hours.
        </p>
      )}
      {rows && chosen && (
        <div className="version-columns">
          <ListBox
            className="version-list"
            aria-label="Versions"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[chosen.id]}
            onSelectionChange={(keys) => setChosenId(([...keys][0] as string | undefined) ?? null)}
          >
            {rows.map((row) => (
              <ListBoxItem key={row.id} id={row.id} className="version-row" textValue={versionName(row)}>
                <b dir="auto">{versionName(row)}</b>
                <span className="hint">
                  {formatMoment(row.createdAt)} · {count(row.statements, 'statement')}
                  {row.isPresent ? ' · as it is now' : ''}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
          <Version
            key={chosen.id}
            briefId={briefId}
            version={chosen}
            before={rows[rows.indexOf(chosen) + 1] ?? null}
            readOnly={readOnly}
            take={take}
          />
        </div>
      )}
    </Dialog>
  )
}

function KeepForm({ briefId, onKept }: { briefId: string; onKept: (rows: readonly VersionRow[] | null) => boolean }) {
  const [name, setName] = useState('')
  const keep = async (): Promise<void> => {
    if (name.trim() === '' || !(await flushBrief())) return
    if (onKept(await ask('version.keep', { briefId, name }))) setName('')
  }
  return (
    <form
      className="version-keep"
      aria-label="Keep a version"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <TextField label="Keep the brief as it is, under a name" value={name} onChange={setName} autoFocus />
      <Button look="outline" type="submit" isDisabled={name.trim() === ''}>
        Keep
      </Button>
    </form>
  )
}

function Version(props: {
  briefId: string
  version: VersionRow
  before: VersionRow | null
  readOnly: boolean
  take: (rows: readonly VersionRow[] | null) => boolean
}) {
  const { briefId, version, before, readOnly, take } = props
  const [against, setAgainst] = useState<'now' | 'before'>('now')
  const [naming, setNaming] = useState(false)
  const pair =
    against === 'now' || !before ? { before: version.id, after: null } : { before: before.id, after: version.id }
  const answer = useRequest('version.difference', { briefId, ...pair })
  const restore = async (): Promise<void> => {
    if (!(await flushBrief())) return
    const brief = await ask('version.restore', { id: version.id })
    if (!brief) return
    takeBrief(brief)
    closeDialog()
    offerUndo(`The brief is ${versionInWords(version)} again. What it was before is a version.`, undoEdit)
  }
  const remove = async (): Promise<void> => {
    if (take(await ask('version.remove', { id: version.id })))
      offerUndo(`The version ${versionInWords(version)} was removed.`, async () => {
        await undoEdit()
        take(await ask('version.list', { id: briefId }))
      })
  }
  return (
    <section className="version" aria-label={versionName(version)}>
      <div className="version-tools">
        {before && (
          <Select
            label="How it differs"
            value={against}
            onChange={setAgainst}
            options={[
              { value: 'now', label: 'From it to the brief now', text: 'From it to the brief now' },
              { value: 'before', label: 'From the version before to it', text: 'From the version before to it' }
            ]}
          />
        )}
        <Button
          look="outline"
          className="small"
          isDisabled={readOnly || version.isPresent}
          onPress={() => void restore()}
        >
          Restore
        </Button>
        <Button look="outline" className="small" isDisabled={readOnly} onPress={() => setNaming(true)}>
          {version.name === null ? 'Name…' : 'Rename…'}
        </Button>
        <Button look="outline" className="small" isDisabled={readOnly} onPress={() => void remove()}>
          Remove
        </Button>
      </div>
      {naming && <NameForm version={version} take={take} onDone={() => setNaming(false)} />}
      <div className="scroll version-difference" tabIndex={0} role="group" aria-label="Difference">
        <Asked answer={answer} asking="Comparing…" />
        {answer.phase === 'answered' && <BriefDifferenceView difference={answer.value} />}
      </div>
    </section>
  )
}

function NameForm(props: {
  version: VersionRow
  take: (rows: readonly VersionRow[] | null) => boolean
  onDone: () => void
}) {
  const { version, take, onDone } = props
  const [name, setName] = useState(version.name ?? '')
  const save = async (): Promise<void> => {
    if (take(await ask('version.rename', { id: version.id, name: name.trim() === '' ? null : name }))) onDone()
  }
  return (
    <form
      className="version-keep"
      aria-label="Name the version"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label="Name; with one it is kept until you remove it"
        value={name}
        onChange={setName}
        autoFocus
        selectOnFocus
      />
      <Button look="outline" onPress={onDone}>
        Cancel
      </Button>
      <Button look="primary" type="submit">
        Save
      </Button>
    </form>
  )
}
