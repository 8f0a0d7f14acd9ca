import { useState } from 'react'
import type { Tlp } from '../../shared/source/source.ts'
import { ask } from '../state/window/bridge.ts'
import { useCase } from '../state/case/case.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { createCase } from '../state/session/open-case.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { TlpSelect } from '../ui/tlp.tsx'

/** Makes a case: its title, its handling, its place. */
export function NewCaseDialog() {
  const [title, setTitle] = useState('')
  const [tlp, setTlp] = useState<Tlp>('TLP:AMBER')
  const [busy, setBusy] = useState(false)
  const ready = title.trim() !== '' && !busy
  const make = async (): Promise<void> => {
    if (!ready) return
    setBusy(true)
    const chosen = await ask('dialog.choose', { purpose: 'new-case', suggestedName: title.trim() })
    if (chosen && (await createCase(chosen.place, title.trim(), tlp))) closeDialog()
    else setBusy(false)
  }
  return (
    <FormDialog
      title="New case"
      action="Choose the place…"
      isDisabled={!ready}
      onSubmit={() => void make()}
      onClose={closeDialog}
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        autoFocus
        isRequired
        placeholder="What the case is about"
      />
      <TlpSelect value={tlp} onChange={setTlp} />
      <p>A case is a folder on this machine. Everything in it is saved as you work.</p>
    </FormDialog>
  )
}

/** Changes the open case's title and handling. */
export function CaseDialog() {
  const record = useCase((state) => state.record)
  const path = useCase((state) => state.path)
  const [title, setTitle] = useState(record?.title ?? '')
  const [tlp, setTlp] = useState<Tlp>(record?.tlp ?? 'TLP:AMBER')
  const save = async (): Promise<void> => {
    if (title.trim() !== '' && (await updateCase(title.trim(), tlp))) closeDialog()
  }
  return (
    <FormDialog
      title="Title and handling"
      action="Save"
      isDisabled={title.trim() === ''}
      onSubmit={() => void save()}
      onClose={closeDialog}
    >
      <TextField label="Title" value={title} onChange={setTitle} autoFocus isRequired />
      <TlpSelect value={tlp} onChange={setTlp} />
      <p className="path">Folder: {path}</p>
    </FormDialog>
  )
}

async function updateCase(title: string, tlp: Tlp): Promise<boolean> {
  const record = await ask('case.update', { title, tlp })
  if (record) useCase.setState({ record })
  return record !== null
}
