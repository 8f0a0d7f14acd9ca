import { useRef, useState } from 'react'
import type { Failure } from '../../shared/errors/errors.ts'
import { closeDialog, showDialog, type Unlocking } from '../state/window/dialogs.ts'
import { Button } from '../ui/button.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { PassphraseField } from '../ui/passphrase-field.tsx'

/** Asks for a passphrase. A wrong one can be tried again; any other failure is told apart. */
export function UnlockDialog({ asking }: { asking: Unlocking }) {
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const wrong = failure?.code === 'wrong-passphrase'
  const attempt = async (): Promise<void> => {
    if (busy || passphrase === '') return
    setBusy(true)
    setFailure(null)
    const failed = await asking.attempt(passphrase)
    setBusy(false)
    setFailure(failed)
    if (failed) field.current?.select()
    else setPassphrase('')
  }
  return (
    <FormDialog
      title={asking.title}
      action={busy ? 'Unlocking…' : asking.action}
      width={440}
      isDisabled={passphrase === ''}
      busy={busy}
      onSubmit={() => void attempt()}
      onClose={closeDialog}
      aside={
        failure?.code === 'damaged' && (
          <Button className="apart" look="outline" onPress={() => showDialog({ kind: 'backups', of: asking.folder })}>
            Restore from a backup…
          </Button>
        )
      }
    >
      <div>
        <p>{asking.intro}</p>
        <p className="path">{asking.folder.path}</p>
      </div>
      {failure && !wrong && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onChange={setPassphrase}
        error={wrong ? failure.message : null}
        autoFocus
        isDisabled={busy}
        ref={field}
      />
      <p className="hidden-text" role="status">
        {busy ? 'Unlocking…' : ''}
      </p>
    </FormDialog>
  )
}
