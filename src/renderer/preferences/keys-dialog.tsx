import { useEffect, useState } from 'react'
import type { SigningKey } from '../../shared/proof/signing-key.ts'
import { closeDialog } from '../state/window/dialogs.ts'
import { forgetKey, loadKeys, useKeys } from '../state/window/signing-keys.ts'
import { showMessage } from '../state/window/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AddKey, NewKey } from './key-forms.tsx'
import './keys.css'

type Step = { at: 'list' } | { at: 'new' } | { at: 'add' } | { at: 'forget'; key: SigningKey }

/** The keys with which PDFs are signed, and those by which others’ signatures are checked. */
export function KeysDialog() {
  const [step, setStep] = useState<Step>({ at: 'list' })
  const back = (): void => setStep({ at: 'list' })
  useEffect(() => void loadKeys(), [])
  switch (step.at) {
    case 'list':
      return <KeyList onStep={setStep} />
    case 'new':
      return <NewKey onDone={back} />
    case 'add':
      return <AddKey onDone={back} />
    case 'forget':
      return <Forget signingKey={step.key} onDone={back} />
  }
}

function KeyList({ onStep }: { onStep: (step: Step) => void }) {
  const keys = useKeys((state) => state.keys)
  return (
    <Dialog
      title="Signing keys"
      width={640}
      onClose={closeDialog}
      actions={
        <>
          <Button className="apart" onPress={() => onStep({ at: 'add' })}>
            Add somebody’s key…
          </Button>
          <Button look="outline" onPress={() => onStep({ at: 'new' })}>
            New key…
          </Button>
          <Button look="primary" autoFocus onPress={closeDialog}>
            Done
          </Button>
        </>
      }
    >
      <p>
        With a key of your own you sign PDFs. Others check them with its public key, which you give them; theirs you add
        here. Keys are minisign’s, and stay on this machine.
      </p>
      {keys === null && <p role="status">Reading the keys…</p>}
      {keys?.length === 0 && <p className="hint">No keys yet.</p>}
      {keys && keys.length > 0 && (
        <ul className="plain-list" aria-label="Keys">
          {keys.map((key) => (
            <KeyRow key={key.id} signingKey={key} onForget={() => onStep({ at: 'forget', key })} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function KeyRow({ signingKey, onForget }: { signingKey: SigningKey; onForget: () => void }) {
  const { id, name, publicKey, canSign } = signingKey
  const copy = (): void => {
    navigator.clipboard.writeText(publicKey).then(
      () => showMessage(`The public key of ${name} is on the clipboard.`),
      () => showMessage('The clipboard can’t be reached. The public key stands in the list.')
    )
  }
  return (
    <li className="key-row">
      <span className="key-words">
        <span>
          <b>{name}</b> <span className="key-kind">{canSign ? 'Yours: signs' : 'Known: checks'}</span>
        </span>
        <span className="hint">
          Key <code className="mono">{id}</code>
        </span>
        <code className="mono key-line">{publicKey}</code>
      </span>
      <Button className="small" aria-label={`Copy the public key of ${name}`} onPress={copy}>
        Copy
      </Button>
      <Button className="small" aria-label={`Forget the key of ${name}`} onPress={onForget}>
        Forget…
      </Button>
    </li>
  )
}

function Forget({ signingKey, onDone }: { signingKey: SigningKey; onDone: () => void }) {
  const { name, id, canSign } = signingKey
  return (
    <Dialog
      title={`Forget the key of ${name}?`}
      onClose={onDone}
      actions={
        <>
          <Button look="danger" onPress={() => void forgetKey(id).then(onDone)}>
            Forget it
          </Button>
          <Button look="primary" autoFocus onPress={onDone}>
            Keep it
          </Button>
        </>
      }
    >
      <p>
        {canSign
          ? 'Nothing more can be signed with it, and it can’t be had back. PDFs that it signed stay signed: others can go on checking them with its public key.'
          : 'Signatures made with it will be told as of an unknown key, until it is added again.'}
      </p>
      <p className="path">Key {id}</p>
    </Dialog>
  )
}
