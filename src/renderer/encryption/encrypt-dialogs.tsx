import { useRef, useState, type ReactNode } from 'react'
import type { Failure } from '../../shared/errors/errors.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { FormDialog } from '../ui/form-dialog.tsx'
import { NewPassphrase, useNewPassphrase } from '../ui/new-passphrase.tsx'
import { PassphraseField } from '../ui/passphrase-field.tsx'
import { changePassphrase, decryptCase, encryptCase } from './encrypt.ts'

/** Encrypts the case, with a new passphrase. */
export function EncryptDialog() {
  const next = useNewPassphrase()
  return (
    <Change
      title="Encrypt the case"
      action="Encrypt"
      running="Encrypting every file…"
      ready={next.ready}
      run={() => encryptCase(next.passphrase)}
    >
      <NewPassphrase {...next} autoFocus />
      <div className="notice">
        <p>
          <b>A lost passphrase can’t be recovered.</b> Without it nobody can read the case, not even you. Keep it where
          you keep keys.
        </p>
      </div>
      <ul className="facts-list">
        <li>Everything in the case is encrypted: sources, quotes, notes, briefs, the log.</li>
        <li>Its backups on this machine aren’t encrypted, so they are removed; a new, encrypted one is made.</li>
        <li>The folder’s name stays visible, and the number, sizes and dates of its files.</li>
        <li>
          Copies of the case stay as they are, also those kept beside it when a backup was restored. So do PDFs you
          exported and the files you imported.
        </li>
      </ul>
    </Change>
  )
}

/** Gives an encrypted case another passphrase. */
export function PassphraseDialog() {
  const next = useNewPassphrase()
  return (
    <Change
      title="Change the passphrase"
      action="Change"
      running="Changing the passphrase…"
      ready={next.ready}
      asks="Present passphrase"
      run={(present) => changePassphrase(present, next.passphrase)}
    >
      <NewPassphrase {...next} />
      <p className="hint">
        Copies of the case elsewhere keep the passphrase they have. Whoever knows the old one can open those.
      </p>
    </Change>
  )
}

/** Decrypts the case for good. */
export function DecryptDialog() {
  return (
    <Change
      title="Decrypt the case"
      action="Decrypt"
      danger
      running="Decrypting every file…"
      ready
      asks="Passphrase"
      run={decryptCase}
    >
      <div className="notice">
        <p>
          <b>Everyone who has the folder can read the case then.</b> Its backups until now stay encrypted, with the
          passphrase that they have.
        </p>
      </div>
    </Change>
  )
}

/** What changes all of a case: it can't be dismissed while it runs. `asks` is what the field of the present passphrase is called. */
function Change(props: {
  title: string
  action: string
  danger?: boolean
  running: string
  ready: boolean
  run: (present: string) => Promise<Failure | null>
  asks?: string
  children: ReactNode
}) {
  const [present, setPresent] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const wrong = failure?.code === 'wrong-passphrase'
  const ready = !busy && props.ready && (props.asks === undefined || present !== '')
  const run = async (): Promise<void> => {
    if (!ready) return
    setBusy(true)
    setFailure(null)
    const failed = await props.run(present)
    setBusy(false)
    setFailure(failed)
    if (failed?.code === 'wrong-passphrase') field.current?.select()
  }
  return (
    <FormDialog
      title={props.title}
      action={props.action}
      danger={props.danger ?? false}
      isDisabled={!ready}
      busy={busy}
      onSubmit={() => void run()}
      onClose={closeDialog}
      aside={
        busy && (
          <span className="apart" role="status">
            {props.running} Don’t switch the machine off.
          </span>
        )
      }
    >
      {failure && !wrong && (
        <p className="failure" role="alert">
          {failure.message}
        </p>
      )}
      {props.asks !== undefined && (
        <PassphraseField
          label={props.asks}
          value={present}
          onChange={setPresent}
          error={wrong ? failure.message : null}
          autoFocus
          isDisabled={busy}
          ref={field}
        />
      )}
      {props.children}
    </FormDialog>
  )
}
