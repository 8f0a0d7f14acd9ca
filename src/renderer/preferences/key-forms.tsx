import { useState, type ReactNode } from 'react'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import type { Failure, Result } from '../../shared/errors/errors.ts'
import { NewPassphrase, useNewPassphrase } from '../ui/new-passphrase.tsx'
import { addKey, newKey } from '../state/window/signing-keys.ts'
import { usePreferences } from '../state/window/preferences.ts'
import { TextField } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'

/** Makes a key of one’s own. */
export function NewKey({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState(usePreferences.getState().author)
  const next = useNewPassphrase()
  return (
    <KeyForm
      title="New signing key"
      action="Make the key"
      ready={next.ready && name.trim() !== ''}
      run={() => newKey(name.trim(), next.passphrase)}
      onDone={onDone}
    >
      <TextField label="Name" value={name} onChange={setName} autoFocus hint="As others shall know the key." />
      <NewPassphrase {...next} />
      <p className="notice">A lost passphrase can’t be recovered: the key signs nothing more then.</p>
    </KeyForm>
  )
}

/** Takes in somebody’s public key. */
export function AddKey({ onDone }: { onDone: () => void }) {
  const [publicKey, setPublicKey] = useState('')
  const [name, setName] = useState('')
  return (
    <KeyForm
      title="Add somebody’s key"
      action="Add the key"
      ready={publicKey.trim() !== ''}
      run={() => addKey(publicKey, name.trim() === '' ? null : name.trim())}
      onDone={onDone}
    >
      <TextField
        label="Public key"
        value={publicKey}
        onChange={setPublicKey}
        rows={3}
        autoFocus
        hint="The line that begins with RW, or the text of its file. Have it from the person, not from where the PDF came from."
      />
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        hint="If the file says none, or another shall be shown."
      />
    </KeyForm>
  )
}

function KeyForm(props: {
  title: string
  action: string
  ready: boolean
  run: () => Promise<Result<SigningKey>>
  onDone: () => void
  children: ReactNode
}) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async (): Promise<void> => {
    if (!props.ready) return
    setBusy(true)
    const result = await props.run()
    setBusy(false)
    if (result.ok) props.onDone()
    else setFailure(result.error)
  }
  return (
    <FormDialog
      title={props.title}
      action={props.action}
      isDisabled={!props.ready}
      busy={busy}
      onSubmit={() => void run()}
      onClose={props.onDone}
    >
      {failure && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      {props.children}
    </FormDialog>
  )
}
